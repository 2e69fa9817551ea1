//! Marks: which stretches of a block stand between quotation marks.
//!
//! Every kind of mark is taken in every role that newsrooms give it: `”` opens on
//! Maghrebi sites, `“` closes after `„`, straight marks do both. A mark's own form says
//! which way it likes to face, the spaces around it decide where it can face both ways.
//! A mark without its partner is mended within its block.

use std::cmp::Reverse;
use std::ops::Range;

use crate::text::{Document, Kind};

/// A stretch between marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// Index into [`Document::blocks`].
    pub block: usize,
    /// The tokens between the marks.
    pub content: Range<usize>,
    /// The same with its marks.
    pub whole: Range<usize>,
    /// The stretch that it stands in, as an index.
    pub parent: Option<u32>,
    /// Between single marks.
    pub single: bool,
    /// Whether the marks at its ends are there.
    pub opened: bool,
    pub closed: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    /// `«`, `“`
    Opens,
    /// `»`, `”`
    Closes,
    /// `"`
    Either,
}

#[derive(Debug, Clone, Copy)]
struct Open {
    token: usize,
    width: usize,
    char: char,
    single: bool,
    /// Its spaces say that it closes, but nothing was open.
    astray: bool,
}

/// Marks nested deeper than this are none.
const DEEPEST: usize = 6;
/// A stretch whose opening mark is missing has at most so many tokens.
const LONGEST_UNOPENED: usize = 120;

/// How a mark faces, and whether it is a single one.
fn form(c: char) -> Option<(Form, bool)> {
    Some(match c {
        '«' | '“' | '„' | '‟' | '❝' | '〝' | '《' => (Form::Opens, false),
        '»' | '”' | '❞' | '〞' | '》' => (Form::Closes, false),
        '"' | '″' | '＂' | '〃' => (Form::Either, false),
        '‹' | '‘' | '‚' | '‛' => (Form::Opens, true),
        '›' | '’' => (Form::Closes, true),
        '\'' | '`' | '′' | '´' => (Form::Either, true),
        _ => return None,
    })
}

/// Whether a character is a quotation mark of any kind.
pub fn is_mark(c: char) -> bool {
    form(c).is_some()
}

fn partner(c: char) -> &'static [char] {
    match c {
        '»' => &['«'],
        '”' => &['“', '„'],
        '“' => &['„', '“'],
        '›' => &['‹'],
        '’' => &['‘', '‚'],
        '"' => &['"'],
        '\'' => &['\''],
        _ => &[],
    }
}

/// The stretches of a document, in reading order, an outer one before what it holds.
pub fn find(document: &Document) -> Vec<Stretch> {
    let mut out = Vec::new();
    for block in 0..document.blocks.len() {
        if !document.blocks[block].boilerplate {
            let first = out.len();
            find_in_block(document, block, &mut out);
            nest(&mut out, first);
        }
    }
    out
}

struct Reader<'d, 'a> {
    document: &'d Document<'a>,
    block: usize,
}

impl Reader<'_, '_> {
    fn char(&self, at: usize) -> char {
        let token = self.document.token(at);
        if token.kind == Kind::Edge { '\0' } else { self.document.char(at) }
    }

    /// A mark at a token: its character, form, whether it is single, and its tokens.
    fn mark(&self, at: usize, stack: &[Open]) -> Option<(char, Form, bool, usize)> {
        if self.document.token(at).kind != Kind::Punct {
            return None;
        }
        let c = self.char(at);
        let (form, single) = form(c)?;
        // Two side by side are the double mark of typewriters: ``so'', ''so''. What opens with
        // two straight ones is passed over where the language's wires alone write so.
        let twin = |other: usize| self.document.token(other).kind == Kind::Punct && self.char(other) == c;
        if single && twin(at + 1) && !self.document.token(at + 1).space_before() {
            let doubled = self.document.blocks[self.block].language.is_some_and(|l| l.doubled_marks);
            return match c {
                '`' | '‘' => Some(('“', Form::Opens, false, 2)),
                '’' => Some(('”', Form::Closes, false, 2)),
                _ if doubled => Some(('"', Form::Either, false, 2)),
                _ => stack.iter().any(|o| o.width == 2).then_some(('”', Form::Closes, false, 2)),
            };
        }
        if single && twin(at - 1) && !self.document.token(at).space_before() {
            return None;
        }
        Some((c, form, single, 1))
    }

    /// Whether a mark between spaces has another behind it that would close it, and not far.
    fn closes_apart(&self, at: usize, tokens: &Range<usize>) -> bool {
        const FARTHEST: usize = 80;
        let end = tokens.end.min(at + FARTHEST);
        let next =
            (at + 2..end).find(|&t| self.document.token(t).kind == Kind::Punct && matches!(self.char(t), '“' | '”'));
        next.is_some_and(|t| self.document.token(t).space_before())
    }

    /// Whether the word before a mark is particles that are written with what they govern: `و"`.
    fn after_clitic(&self, at: usize) -> bool {
        let before = self.document.token(at - 1);
        if self.document.token(at).space_before() || !before.is_word() || before.length() > 12 {
            return false;
        }
        let Some(language) = self.document.blocks[self.block].language else { return false };
        let word = crate::text::fold::fold_word(self.document.text(at - 1));
        language.clitics.iter().any(|c| c.form == word)
    }
}

fn find_in_block(document: &Document, block: usize, out: &mut Vec<Stretch>) {
    let tokens = document.blocks[block].tokens.clone();
    let reader = Reader { document, block };
    let first = out.len();
    let mut stack: Vec<Open> = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        let Some((c, form, single, width)) = reader.mark(at, &stack) else {
            at += 1;
            continue;
        };
        let (before, after) = (document.token(at - 1), document.token(at + width));
        let left_space = document.token(at).space_before() || before.kind == Kind::Edge;
        let right_space = after.space_before();
        let left = left_space
            || (before.kind == Kind::Punct
                && matches!(
                    reader.char(at - 1),
                    '(' | '[' | '{' | '—' | '–' | '-' | ':' | '،' | '“' | '«' | '"' | '/' | '>'
                ));
        let right = right_space
            || (after.kind == Kind::Punct && {
                let c = reader.char(at + width);
                is_mark(c)
                    || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '،' | '؛' | '؟' | '…' | '—' | '–')
            });
        let open = position(&stack, c, single);
        let clitic = reader.after_clitic(at);
        let opens = if single {
            match form {
                // Inside a word, or before a year's last digits.
                _ if !left && !right => None,
                Form::Closes | Form::Either if left_space && after.kind == Kind::Digits => None,
                _ if left
                    && !right
                    && (form != Form::Closes
                        || left_space && open.is_none() && reader.mark_closes_later(at, &tokens)) =>
                {
                    Some(true)
                }
                _ if !left_space && open.is_some() => Some(false),
                Form::Either if left_space && right_space => Some(open.is_none()),
                _ => None,
            }
        } else {
            let inches = matches!(c, '"' | '″' | '”')
                && before.kind == Kind::Digits
                && !document.token(at).space_before()
                && open.is_none_or(|o| stack[o].char != c && c == '"' && stack[o].char != '”');
            match form {
                _ if inches => None,
                Form::Either if left && !right => Some(true),
                Form::Either if !left && right => Some(false),
                Form::Either if clitic && !right => Some(true),
                Form::Either => Some(open.is_none()),
                Form::Opens if open.is_some_and(|o| stack[o].char == '„') => Some(false),
                Form::Opens if c == '«' && open.is_some_and(|o| stack[o].char == '»') => Some(false),
                Form::Opens if open.is_some() && !left && !clitic && right => Some(false),
                // ” so “, between spaces, as some sites set it.
                Form::Opens if open.is_some_and(|o| stack[o].char == '”') && left_space && right => Some(false),
                Form::Closes if open.is_none() && left_space && right_space && reader.closes_apart(at, &tokens) => {
                    Some(true)
                }
                Form::Opens => Some(true),
                Form::Closes if open.is_some() => Some(
                    left && !right
                        && (clitic || left_space && before.kind == Kind::Punct && reader.char(at - 1) == ':'),
                ),
                Form::Closes if !right && (left || clitic) => Some(true),
                Form::Closes => Some(false),
            }
        };
        match (opens, open) {
            (Some(true), _) => {
                if stack.len() == DEEPEST {
                    stack.remove(0);
                }
                stack.push(Open { token: at, width, char: c, single, astray: false });
            }
            (Some(false), Some(open)) => {
                let opened = stack[open];
                stack.truncate(open);
                let content = opened.token + opened.width..at;
                if !content.is_empty() {
                    out.push(Stretch {
                        block,
                        content,
                        whole: opened.token..at + width,
                        parent: None,
                        single: opened.single,
                        opened: true,
                        closed: true,
                    });
                }
            }
            (Some(false), None) if !single => {
                let words = at - tokens.start;
                let behind_stop =
                    before.kind == Kind::Punct && matches!(reader.char(at - 1), ',' | '.' | '!' | '?' | '،' | '؟');
                if out.len() == first && stack.is_empty() && behind_stop && words > 3 && words < LONGEST_UNOPENED {
                    out.push(Stretch {
                        block,
                        content: tokens.start..at,
                        whole: tokens.start..at + width,
                        parent: None,
                        single: false,
                        opened: false,
                        closed: true,
                    });
                } else if right_space && after.is_word() && form == Form::Either {
                    stack.push(Open { token: at, width, char: c, single, astray: true });
                }
            }
            _ => {}
        }
        at += width;
    }
    mend(&reader, &stack, &tokens, first, out);
    out[first..].sort_unstable_by_key(|s| (s.whole.start, Reverse(s.whole.end)));
}

impl Reader<'_, '_> {
    /// Whether a single mark that closes follows within a few words: only then does `’` open.
    fn mark_closes_later(&self, at: usize, tokens: &Range<usize>) -> bool {
        (at + 2..tokens.end.min(at + 40)).any(|t| {
            self.document.token(t).kind == Kind::Punct
                && !self.document.token(t).space_before()
                && matches!(self.char(t), '‘' | '’' | '\'')
                && !self.document.token(t + 1).is_word()
        })
    }
}

/// The open mark that a mark may close: its own partner, else the last of its class.
fn position(stack: &[Open], c: char, single: bool) -> Option<usize> {
    let own = partner(c);
    stack
        .iter()
        .rposition(|o| o.single == single && own.contains(&o.char))
        .or_else(|| stack.iter().rposition(|o| o.single == single))
}

/// Marks that were never closed: to the block's end where the quote goes on in the next
/// block, else to the end of their sentence.
fn mend(reader: &Reader, stack: &[Open], tokens: &Range<usize>, first: usize, out: &mut Vec<Stretch>) {
    let document = reader.document;
    let Some(open) = stack.iter().find(|o| !o.single && !o.astray) else { return };
    let content = open.token + open.width;
    let goes_on =
        document.blocks.get(reader.block + 1..).unwrap_or(&[]).iter().find(|b| !b.boilerplate).is_some_and(|next| {
            let c = document.char(next.tokens.start);
            document.token(next.tokens.start).kind == Kind::Punct
                && form(c).is_some_and(|(f, s)| !s && f != Form::Closes || c == '”')
        });
    let inside = out[first..].iter().filter(|s| s.whole.start > open.token).map(|s| s.whole.start).min();
    let sentence_end = document.sentence_of(content).map_or(tokens.end, |s| document.sentences[s].tokens.end);
    let end = match inside {
        _ if goes_on || (open.token == tokens.start && inside.is_none()) => tokens.end,
        Some(inside) if sentence_end > inside => return,
        _ => sentence_end,
    };
    if content < end {
        out.push(Stretch {
            block: reader.block,
            content: content..end,
            whole: open.token..end,
            parent: None,
            single: false,
            opened: true,
            closed: false,
        });
    }
}

/// Sets each stretch's parent; what overlaps without standing inside is dropped.
fn nest(out: &mut Vec<Stretch>, first: usize) {
    let mut open: Vec<usize> = Vec::new();
    let mut kept = first;
    for at in first..out.len() {
        let whole = out[at].whole.clone();
        while open.last().is_some_and(|&o| out[o].whole.end <= whole.start) {
            open.pop();
        }
        if open.last().is_some_and(|&o| out[o].whole.end < whole.end) {
            continue;
        }
        out[at].parent = open.last().map(|&o| o as u32);
        out.swap(kept, at);
        open.push(kept);
        kept += 1;
    }
    out.truncate(kept);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Article;

    /// What stands between marks, outer before inner; in brackets where a mark is missing.
    fn stretches(text: &str) -> Vec<String> {
        let article = Article::from_text(text);
        let document = Document::new(&article);
        let written = |s: &Stretch| {
            let text = article.text(document.span(s.content.clone()));
            if s.opened && s.closed { text.to_owned() } else { format!("[{text}]") }
        };
        find(&document).iter().map(written).collect()
    }

    #[test]
    fn stretches_of_every_kind_and_misuse() {
        let rows: &[(&str, &[&str])] = &[
            // Maghrebi sites open with what closes elsewhere.
            ("وقال ”لن نعود” أمس.", &["لن نعود"]),
            ("وقال ”لن نعود“ أمس.", &["لن نعود"]),
            ("وقال „لن نعود“ أمس.", &["لن نعود"]),
            // Behind a preposition that is written with the mark.
            ("وصفه بـ\"الكارثة\" ثم و«الخطأ».", &["الكارثة", "الخطأ"]),
            // Nested.
            ("وقال «قرأت \"الأيام\" أمس».", &["قرأت \"الأيام\" أمس", "الأيام"]),
            // A mark that never closes ends with its sentence.
            ("وقال «سنعود غدا. وأغلق الباب.", &["[سنعود غدا.]"]),
            // Inches, feet, apostrophes and years are no marks.
            ("A 55\" screen, 6'2\" tall, the '90s and the dogs' bowls.", &[]),
            ("She said ‘it’s over’ and left.", &["it’s over"]),
            ("He said ``go'' and went.", &["go"]),
        ];
        for (text, expected) in rows {
            assert_eq!(stretches(text), *expected, "{text}");
        }
    }
}
