//! Sentences: where a block's text ends one and begins the next.
//!
//! One pass pairs a block's quotation marks and brackets, a second asks of each stop
//! whether it ends a sentence. What stands between a pair's marks belongs to the
//! sentence around it: a stop in there ends that one only where the pair closes at once.

use super::{Document, Kind, Sentence};
use crate::lang::Sense;
use crate::lang::words::TextWord;
use crate::pace::{Pace, rest};

/// A pair further apart than this many tokens joins nothing: a page-long quotation is
/// read sentence by sentence.
const LONGEST_PAIR: usize = 160;

/// Single marks are apostrophes more often than not; a pair of them stays this close.
const LONGEST_SINGLE_PAIR: usize = 60;

/// Marks that wait for their partner; more nesting than this is no prose.
const DEEPEST: usize = 8;

/// Cuts every block of a document into sentences.
pub(super) async fn split(document: &mut Document<'_>) {
    let mut pace = Pace::default();
    let mut sentences = Vec::new();
    let mut pairs = Vec::new();
    let cased = is_cased(document);
    for block in 0..document.blocks.len() {
        if pace.is_due(document.blocks[block].tokens.start) {
            rest().await;
        }
        let first = sentences.len();
        split_block(document, block, cased, &mut pairs, &mut sentences);
        document.blocks[block].sentences = first..sentences.len();
    }
    sentences.shrink_to_fit();
    document.sentences = sentences;
}

fn split_block(
    document: &Document,
    block: usize,
    cased: bool,
    pairs: &mut Vec<(u32, u32)>,
    sentences: &mut Vec<Sentence>,
) {
    let tokens = document.blocks[block].tokens.clone();
    pair_marks(document, tokens.clone(), pairs);
    let mut next_pair = 0;
    // The last token of the outermost pair around this place, and its first.
    let mut inside: Option<(usize, usize)> = None;
    let mut start = tokens.start;
    let mut at = tokens.start;
    while at < tokens.end {
        let token = document.token(at);
        if at > start && token.space_before() && begins(document, at) {
            sentences.push(Sentence { block, tokens: start..at });
            start = at;
            inside = None;
        }
        if token.kind != Kind::Punct {
            at += 1;
            // `in the E.U. How`: the stop is the abbreviation's and the sentence's.
            let outside = inside.is_none_or(|(_, close)| at > close);
            if outside && token.ends_in_stop() && at < tokens.end && starts_sentence(document, at) {
                sentences.push(Sentence { block, tokens: start..at });
                start = at;
            }
            continue;
        }
        inside = inside.filter(|&(_, close)| at <= close);
        while next_pair < pairs.len() && pairs[next_pair].0 as usize <= at {
            let (open, close) = pairs[next_pair];
            let pair = (open as usize, close as usize);
            if pair.1 > at && inside.is_none_or(|(_, outer)| pair.1 > outer) {
                inside = Some(pair);
            }
            next_pair += 1;
        }
        match sentence_end(document, start, at, inside, cased) {
            Some(end) if end <= tokens.end => {
                sentences.push(Sentence { block, tokens: start..end });
                (start, at) = (end, end);
            }
            _ => at += 1,
        }
    }
    if start < tokens.end {
        sentences.push(Sentence { block, tokens: start..tokens.end });
    }
}

/// Whether capital letters mean anything: some feeds come in lower case throughout.
fn is_cased(document: &Document) -> bool {
    let mut latin = document.tokens.iter().filter(|t| t.kind == Kind::Latin).take(200).peekable();
    latin.peek().is_none() || latin.any(|t| t.is_capital())
}

/// What a mark does for the marks around it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Double,
    Guillemet,
    Single,
    Round,
    Square,
}

/// The kind of a quotation mark or bracket; for a mark that shows its direction, whether it opens.
fn side(mark: char) -> Option<(Side, Option<bool>)> {
    Some(match mark {
        '"' | '＂' => (Side::Double, None),
        '“' | '„' | '‟' => (Side::Double, Some(true)),
        '”' => (Side::Double, Some(false)),
        '«' => (Side::Guillemet, Some(true)),
        '»' => (Side::Guillemet, Some(false)),
        '\'' => (Side::Single, None),
        '‘' | '‹' => (Side::Single, Some(true)),
        '’' | '›' => (Side::Single, Some(false)),
        '(' => (Side::Round, Some(true)),
        ')' => (Side::Round, Some(false)),
        '[' => (Side::Square, Some(true)),
        ']' => (Side::Square, Some(false)),
        _ => return None,
    })
}

/// Pairs quotation marks and brackets, by their opening mark. A mark's direction is told
/// by the spaces around it, since pages set `»…«` and `”…“` as well; where those say
/// nothing, by its shape, and by whether one is open.
fn pair_marks(document: &Document, tokens: std::ops::Range<usize>, pairs: &mut Vec<(u32, u32)>) {
    pairs.clear();
    let mut open: [(Side, usize); DEEPEST] = [(Side::Round, 0); DEEPEST];
    let mut depth = 0;
    for at in tokens {
        let token = document.token(at);
        if token.kind != Kind::Punct {
            continue;
        }
        let Some((kind, shape)) = side(token.mark()) else { continue };
        let next = document.token(at + 1);
        let before = document.token(at - 1);
        let space_before = token.space_before() || opens(before.mark());
        let space_after = next.space_before() || closes(next.mark());
        let waiting = open[..depth].iter().rposition(|o| o.0 == kind);
        let is_bracket = matches!(kind, Side::Round | Side::Square);
        let is_opening = match (space_before, space_after) {
            _ if is_bracket => shape == Some(true),
            (true, false) => true,
            (false, true) => false,
            _ => shape.unwrap_or(waiting.is_none()),
        };
        if kind == Side::Single && space_before == space_after {
            continue;
        }
        if is_opening {
            // A mark of the same kind that still waits was never closed.
            if let Some(lost) = waiting.filter(|_| !is_bracket) {
                depth = lost;
            }
            if depth < DEEPEST {
                open[depth] = (kind, at);
                depth += 1;
            }
        } else if let Some(found) = waiting {
            let from = open[found].1;
            depth = found;
            let longest = if kind == Side::Single { LONGEST_SINGLE_PAIR } else { LONGEST_PAIR };
            if at - from <= longest {
                pairs.push((from as u32, at as u32));
            }
        }
    }
    pairs.sort_unstable();
}

fn opens(mark: char) -> bool {
    matches!(mark, '(' | '[' | '«' | '“' | '‘' | '"' | ':' | '—' | '–' | '-' | '/')
}

fn closes(mark: char) -> bool {
    matches!(
        mark,
        ')' | ']'
            | '»'
            | '”'
            | '’'
            | '"'
            | '.'
            | ','
            | '،'
            | ';'
            | '؛'
            | ':'
            | '!'
            | '?'
            | '؟'
            | '…'
            | '-'
            | '—'
            | '–'
    )
}

fn is_stop(mark: char) -> bool {
    matches!(mark, '.' | '!' | '?' | '؟' | '…' | '۔' | '।' | '。' | '！' | '？' | '．' | '‼' | '⁇' | '⁈' | '⁉')
}

fn is_dash(mark: char) -> bool {
    matches!(mark, '-' | '–' | '—' | '―')
}

/// Whether a sentence begins at a token whatever stands before it: a list's bullet, or
/// a line of its own that the line before does not run on into.
pub(super) fn begins(document: &Document, at: usize) -> bool {
    let token = document.token(at);
    if matches!(token.mark(), '•' | '⁃' | '▪' | '●' | '◾' | '■' | '◼' | '►' | '▶' | '➤' | '✓' | '✔')
    {
        return true;
    }
    if !token.line_before() {
        return false;
    }
    let before = document.token(at - 1).mark();
    let runs_on = matches!(before, ',' | '،' | '-' | '–') || (token.kind == Kind::Latin && !token.is_capital());
    !runs_on
}

/// Where the sentence ends that this stop closes, behind its closing marks; `None` where
/// the token closes none. `inside` is the pair of marks around it.
fn sentence_end(
    document: &Document,
    start: usize,
    at: usize,
    inside: Option<(usize, usize)>,
    cased: bool,
) -> Option<usize> {
    let mark = document.token(at).mark();
    // Of several stops in a row the first has spoken for all.
    if !is_stop(mark) || (is_stop(document.token(at - 1).mark()) && !document.token(at).space_before()) {
        return None;
    }
    let mut end = at + 1;
    let mut stops = 1;
    let mut only_dots = matches!(mark, '.' | '…');
    loop {
        let token = document.token(end);
        let found = token.mark();
        // `. . .`, and marks that follow at once; a closing mark after a space only where it closes.
        if is_stop(found) && (!token.space_before() || (found == '.' && only_dots)) {
            stops += 1;
            only_dots &= matches!(found, '.' | '…');
        } else if found == '[' && !token.space_before() && is_note(document, end) {
            end += 2;
        } else if inside.is_none_or(|(_, close)| close != end) && (token.space_before() || !ends_pair(found)) {
            break;
        }
        end += 1;
    }
    if let Some((open, close)) = inside {
        if end <= close {
            return None;
        }
        // A bracket that opened inside the sentence closes inside it.
        if matches!(document.token(open).mark(), '(' | '[') && open > start {
            let last = document.token(end - 1).mark();
            if !is_stop(last) && document.token(end).kind != Kind::Edge {
                return None;
            }
        }
    }
    let next = document.token(end);
    if next.kind == Kind::Edge {
        return Some(end);
    }
    let before = document.token(at - 1);
    if !next.space_before() && !next_is_glued_sentence(document, at, end, mark) {
        return None;
    }
    let is_single_stop = mark == '.' && (end == at + 1 || (end == at + 2 && document.token(at + 1).mark() == ')'));
    if is_single_stop && !document.token(at).space_before() {
        // Behind a bullet too: `• 9. The first item`.
        let label = if document.token(start).kind == Kind::Punct { start + 1 } else { start };
        if at == label + 1 && (before.kind == Kind::Digits || before.length() <= 2) {
            // `1. The first item`, `a. Here it is`.
            return None;
        }
        if !abbreviation_ends(document, at - 1, end) {
            return None;
        }
    }
    // Two dots are a pause, in Arabic pages above all; three may be an ending.
    if only_dots && stops == 2 && mark == '.' && !next.is_capital() {
        return None;
    }
    // What follows in lower case goes on, behind a dash too.
    let mut follows = end;
    while follows < end + 3 && document.token(follows).kind == Kind::Punct {
        follows += 1;
    }
    let word = document.token(follows);
    if cased && word.kind == Kind::Latin && !word.is_capital() && !is_label(document, end) {
        return None;
    }
    if is_dash(next.mark()) && mark != '.' && word.kind != Kind::Edge {
        return None;
    }
    Some(end)
}

/// Whether a note's number in brackets stands here: `[7]`.
fn is_note(document: &Document, at: usize) -> bool {
    document.token(at + 1).kind == Kind::Digits && document.token(at + 2).mark() == ']'
}

fn ends_pair(mark: char) -> bool {
    matches!(mark, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '›' | '＂')
}

/// Whether what follows a stop without a space is a sentence all the same: `world.Today`,
/// `البلاد.وقال`, but not `Node.js`, `3.5`, `www.Example.com`, `a@B.Com`.
fn next_is_glued_sentence(document: &Document, at: usize, end: usize, mark: char) -> bool {
    if matches!(mark, '。' | '！' | '？' | '।') {
        return true;
    }
    let (before, next, after) = (document.token(at - 1), document.token(end), document.token(end + 1));
    if next.kind == Kind::Arabic {
        // Single letters are abbreviations: `أ.د.`.
        return matches!(before.kind, Kind::Arabic | Kind::Punct)
            && next.length() > 2
            && (before.kind == Kind::Punct || before.length() > 2);
    }
    if next.kind != Kind::Latin || !next.is_capital() || next.is_all_capitals() || next.length() < 2 {
        return false;
    }
    let is_apart = before.space_before() || matches!(document.token(at - 2).mark(), ',' | '\'' | '’');
    let goes_on = after.kind == Kind::Edge || after.space_before() || matches!(after.mark(), ',' | '.' | '’' | '\'');
    let is_word = match before.kind {
        Kind::Latin => before.length() > 1,
        Kind::Digits => true,
        _ => mark != '.',
    };
    is_apart && goes_on && is_word
}

/// Whether a full stop behind this word ends a sentence although it may be the word's own.
fn abbreviation_ends(document: &Document, word: usize, next: usize) -> bool {
    let token = document.token(word);
    let follows = document.token(next);
    let starts = || starts_sentence(document, next);
    for sense in document.senses(word) {
        match sense {
            Sense::Text(TextWord::Abbreviation) => return false,
            Sense::Text(TextWord::FinalAbbreviation) => return starts(),
            Sense::Text(TextWord::NumberAbbreviation) if follows.kind == Kind::Digits => return false,
            _ => {}
        }
    }
    match token.kind {
        // An initial: `Albert I. Jones`; `you and I. Did` and `Plan B. The` end.
        Kind::Latin if token.is_capital() && token.length() == 1 => starts(),
        // A letter for a title: `د. محمد`.
        Kind::Arabic if token.length() <= 2 => false,
        _ => true,
    }
}

/// Whether a word is one that is written with a capital only where a sentence begins.
fn starts_sentence(document: &Document, at: usize) -> bool {
    let token = document.token(at);
    token.space_before() && token.is_capital() && document.has_sense(at, Sense::Text(TextWord::Stop))
}

/// Whether a list item's label stands here: `b. another`, `2) next`, `(a) third`.
fn is_label(document: &Document, at: usize) -> bool {
    let at = if document.token(at).mark() == '(' { at + 1 } else { at };
    let token = document.token(at);
    let label = token.kind == Kind::Digits || (token.kind == Kind::Latin && token.length() == 1);
    let mark = document.token(at + 1);
    label && !mark.space_before() && matches!(mark.mark(), '.' | ')') && document.token(at + 2).space_before()
}
