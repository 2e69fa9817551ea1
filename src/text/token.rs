//! Tokens: words, digit runs, marks and signs, each with its lexicon entry.

use super::fold::{self, Class};
use super::lexicon::{self, Entry, Lexicon};
use crate::lang::{Clitic, Clitics};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Before a block's first token and after its last: grammars stop here by themselves.
    Edge,
    Arabic,
    Latin,
    /// A word in another script.
    Other,
    /// A run of decimal digits.
    Digits,
    /// One character of punctuation.
    Punct,
    /// One sign: currency, percent.
    Symbol,
}

/// A token of a block. Sixteen bytes: a document's tokens are most of what it weighs.
#[derive(Debug, Clone, Copy)]
pub struct Token {
    /// Byte offset in the block's text.
    pub start: u32,
    /// Length in bytes; longer words are cut.
    len: u16,
    /// Index in the lexicon of the token's script; 0: unknown. Of punctuation, which has
    /// no lexicon, the character itself: see [`Token::mark`].
    pub entry: Entry,
    /// Hash of the folded word, without the clitics that were cut for `entry`.
    pub hash: u32,
    pub kind: Kind,
    /// The particles written with the word, as far as the lexicon knows the rest.
    pub clitics: Clitics,
    /// Bytes of those particles.
    pub clitic_len: u8,
    flags: u8,
}

const SPACE_BEFORE: u8 = 1;
const CAPITAL: u8 = 2;
const ALL_CAPITALS: u8 = 4;
const PHRASE: u8 = 8;
const LINE_BEFORE: u8 = 16;
const DOTTED: u8 = 32;

impl Token {
    /// Byte offset of its end in the block's text.
    #[inline]
    pub fn end(&self) -> u32 {
        self.start + u32::from(self.len)
    }

    /// Where the word begins behind its clitics.
    #[inline]
    pub fn stem_start(&self) -> u32 {
        self.start + u32::from(self.clitic_len)
    }

    /// Whether white space (or the block's edge) stands before it.
    #[inline]
    pub fn space_before(&self) -> bool {
        self.flags & SPACE_BEFORE != 0
    }

    /// Whether a line break stands before it, inside its block.
    #[inline]
    pub fn line_before(&self) -> bool {
        self.flags & LINE_BEFORE != 0
    }

    /// The mark that a token of punctuation is; NUL for any other token, and for the few
    /// marks outside the Basic Multilingual Plane.
    #[inline]
    pub fn mark(&self) -> char {
        match self.kind {
            Kind::Punct => char::from_u32(u32::from(self.entry)).unwrap_or('\0'),
            _ => '\0',
        }
    }

    /// Whether it begins with a capital letter.
    #[inline]
    pub fn is_capital(&self) -> bool {
        self.flags & CAPITAL != 0
    }

    /// Whether it is two or more letters, all capital.
    #[inline]
    pub fn is_all_capitals(&self) -> bool {
        self.flags & ALL_CAPITALS != 0
    }

    /// Whether a phrase of the lexicon begins here.
    #[inline]
    pub fn opens_phrase(&self) -> bool {
        self.flags & PHRASE != 0
    }

    /// Whether its last character is the stop of an abbreviation: `U.S.`, `p.m.`.
    #[inline]
    pub fn ends_in_stop(&self) -> bool {
        self.flags & DOTTED != 0
    }

    pub(super) fn mark_phrase(&mut self) {
        self.flags |= PHRASE;
    }

    /// Whether it is a word, in any script.
    #[inline]
    pub fn is_word(&self) -> bool {
        matches!(self.kind, Kind::Arabic | Kind::Latin | Kind::Other)
    }

    pub(super) fn edge(at: usize) -> Token {
        Token {
            start: at as u32,
            len: 0,
            entry: 0,
            hash: 0,
            kind: Kind::Edge,
            clitics: Clitics(0),
            clitic_len: 0,
            flags: SPACE_BEFORE,
        }
    }
}

/// What words of each script are looked up in.
pub(super) struct Lexicons<'a> {
    pub arabic: Option<(&'a Lexicon, &'a [Clitic])>,
    pub latin: Option<&'a Lexicon>,
    pub symbols: Option<&'a Lexicon>,
}

/// For cutting a lexicon's own forms.
pub(super) const NO_LEXICONS: Lexicons<'static> = Lexicons { arabic: None, latin: None, symbols: None };

/// A word longer than this is cut in two: no word is, and hostile text must not cost more.
const LONGEST_WORD: usize = 512;

/// Appends the tokens of a block's text, without edges. `folded` is scratch space.
pub(super) fn tokenize(text: &str, lexicons: &Lexicons, folded: &mut Vec<char>, out: &mut Vec<Token>) {
    let mut at = 0;
    let (mut space, mut line) = (true, false);
    let bytes = text.as_bytes();
    while at < bytes.len() {
        let c = char_at(text, at);
        let class = fold::class(c);
        let start = at;
        match class {
            Class::Space => {
                at += c.len_utf8();
                space = true;
                line |= matches!(c, '\n' | '\u{2028}' | '\u{2029}');
                continue;
            }
            // Outside a word a mark says nothing; it does not part what stands around it.
            Class::Mark => {
                at += c.len_utf8();
                continue;
            }
            Class::Digit => {
                at += c.len_utf8();
                while at < bytes.len() && at - start < LONGEST_WORD {
                    let next = char_at(text, at);
                    match fold::class(next) {
                        Class::Digit => at += next.len_utf8(),
                        // A bidi mark or joiner inside a number.
                        Class::Mark if digit_follows(text, at + next.len_utf8()) => at += next.len_utf8(),
                        _ => break,
                    }
                }
                push(out, start, at, Kind::Digits, space);
            }
            Class::Punct => {
                at += c.len_utf8();
                push(out, start, at, Kind::Punct, space);
                let token = out.last_mut().expect("just pushed");
                token.hash = lexicon::push(lexicon::SEED, fold::letter(c));
                token.entry = u16::try_from(u32::from(c)).unwrap_or(0);
            }
            Class::Symbol => {
                at += c.len_utf8();
                push(out, start, at, Kind::Symbol, space);
                let token = out.last_mut().expect("just pushed");
                token.hash = lexicon::push(lexicon::SEED, fold::letter(c));
                token.entry = lexicons.symbols.map_or(0, |l| l.find(token.hash, &[fold::letter(c)]));
            }
            Class::Arabic | Class::Latin | Class::Other => {
                folded.clear();
                at = word_end(text, start, class, folded);
                push_word(text, start, at, class, lexicons, folded, space, out);
            }
        }
        if line {
            out.last_mut().expect("just pushed").flags |= LINE_BEFORE;
        }
        (space, line) = (false, false);
    }
}

#[inline]
fn char_at(text: &str, at: usize) -> char {
    let byte = text.as_bytes()[at];
    if byte < 0x80 { byte as char } else { text[at..].chars().next().unwrap_or('\u{fffd}') }
}

fn digit_follows(text: &str, at: usize) -> bool {
    text[at..].chars().find(|&c| fold::class(c) != Class::Mark).is_some_and(|c| fold::class(c) == Class::Digit)
}

fn push(out: &mut Vec<Token>, start: usize, end: usize, kind: Kind, space: bool) {
    out.push(Token {
        len: (end - start) as u16,
        kind,
        flags: if space { SPACE_BEFORE } else { 0 },
        ..Token::edge(start)
    });
}

/// Where the word that begins at `start` ends; its folded characters go to `folded`.
fn word_end(text: &str, start: usize, class: Class, folded: &mut Vec<char>) -> usize {
    let mut at = start;
    // The end of the last real letter: trailing marks that join nothing stay outside.
    let mut end = start;
    while at < text.len() && at - start < LONGEST_WORD {
        let c = char_at(text, at);
        match fold::class(c) {
            found if found == class => {
                folded.push(fold::letter(c));
                at += c.len_utf8();
                end = at;
            }
            Class::Mark => {
                at += c.len_utf8();
                // Vowel signs and tatweel belong to the letter before them; joiners and bidi marks do not.
                if is_combining(c) {
                    end = at;
                }
            }
            // don't, O'Brien; but not the clitic of `today's`, nor a closing mark.
            Class::Punct if class == Class::Latin && matches!(c, '\'' | '’') => {
                let rest = &text[at + c.len_utf8()..];
                let after: usize = rest.chars().take_while(|&c| fold::class(c) == Class::Latin).take(4).count();
                let is_s = after == 1 && rest.starts_with(['s', 'S']);
                if after == 0 || is_s {
                    break;
                }
                folded.push('\'');
                at += c.len_utf8();
            }
            // U.S., a.m.: single letters, each with its stop.
            Class::Punct if class == Class::Latin && c == '.' && is_dotted(folded) => {
                let rest = &text[at + 1..];
                let mut letters = rest.chars();
                let next_is_letter = letters.next().is_some_and(|c| fold::class(c) == Class::Latin);
                let single = next_is_letter && letters.next().is_none_or(|c| fold::class(c) != Class::Latin);
                if single {
                    folded.push('.');
                    at += 1;
                } else {
                    // The last stop belongs to the abbreviation where there was one before.
                    if folded.len() > 1 {
                        at += 1;
                        end = at;
                    }
                    break;
                }
            }
            _ => break,
        }
    }
    end
}

/// A letter, or letters parted by stops: what an abbreviation looks like so far.
fn is_dotted(folded: &[char]) -> bool {
    folded.len() % 2 == 1 && folded.iter().skip(1).step_by(2).all(|&c| c == '.')
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{0610}'..='\u{061a}' | '\u{064b}'..='\u{065f}' | '\u{0670}' | '\u{06d6}'..='\u{06ed}'
        | '\u{08d3}'..='\u{08ff}' | '\u{0640}' | '\u{0300}'..='\u{036f}')
}

#[allow(clippy::too_many_arguments)] // one caller; a struct for it would only be unpacked again
fn push_word(
    text: &str,
    start: usize,
    end: usize,
    class: Class,
    lexicons: &Lexicons,
    folded: &[char],
    space: bool,
    out: &mut Vec<Token>,
) {
    let kind = match class {
        Class::Arabic => Kind::Arabic,
        Class::Latin => Kind::Latin,
        _ => Kind::Other,
    };
    push(out, start, end, kind, space);
    let token = out.last_mut().expect("just pushed");
    match kind {
        Kind::Latin => {
            let mut letters = text[start..end].chars().filter(|c| fold::class(*c) == Class::Latin);
            if letters.next().is_some_and(char::is_uppercase) {
                token.flags |= CAPITAL;
                if folded.len() > 1 && letters.all(char::is_uppercase) {
                    token.flags |= ALL_CAPITALS;
                }
            }
            if text.as_bytes()[end - 1] == b'.' {
                token.flags |= DOTTED;
            }
            token.hash = folded.iter().rev().fold(lexicon::SEED, |hash, &c| lexicon::push(hash, c));
            if let Some(lexicon) = lexicons.latin {
                token.entry = lexicon.find(token.hash, folded);
            }
        }
        Kind::Arabic => look_up_with_clitics(text, token, folded, lexicons),
        _ => token.hash = folded.iter().rev().fold(lexicon::SEED, |hash, &c| lexicon::push(hash, c)),
    }
}

/// A particle's letters before a stem; the longest sequences have five.
const LONGEST_CLITIC: usize = 6;

/// Looks up the word whole, then behind the clitics that it may begin with: the reading
/// that leaves most of the word wins.
fn look_up_with_clitics(text: &str, token: &mut Token, folded: &[char], lexicons: &Lexicons) {
    let mut endings = [0u32; LONGEST_CLITIC];
    let mut hash = lexicon::SEED;
    for (at, &c) in folded.iter().enumerate().rev() {
        hash = lexicon::push(hash, c);
        if at < LONGEST_CLITIC {
            endings[at] = hash;
        }
    }
    token.hash = hash;
    let Some((lexicon, clitics)) = lexicons.arabic else { return };
    token.entry = lexicon.find(hash, folded);
    if token.entry != 0 {
        return;
    }
    for clitic in clitics {
        let length = clitic.form.chars().count();
        let stem = folded.len().saturating_sub(length);
        // A stem of two letters is too likely the end of another word, but behind `and`.
        let shortest = if clitic.particles & !(Clitics::AND | Clitics::SO) == 0 { 2 } else { 3 };
        if stem < shortest || length >= LONGEST_CLITIC || !clitic.form.chars().eq(folded[..length].iter().copied()) {
            continue;
        }
        let entry = lexicon.find(endings[length], &folded[length..]);
        if entry != 0 {
            token.entry = entry;
            token.hash = endings[length];
            token.clitics = Clitics(clitic.particles);
            token.clitic_len = clitic_bytes(&text[token.start as usize..], length);
            return;
        }
    }
}

/// Bytes of the first `letters` letters, with the marks among them.
fn clitic_bytes(word: &str, letters: usize) -> u8 {
    let mut seen = 0;
    for (at, c) in word.char_indices() {
        if fold::class(c) != Class::Mark {
            if seen == letters {
                return at.min(255) as u8;
            }
            seen += 1;
        }
    }
    0
}
