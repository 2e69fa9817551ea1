//! What is not the article's own text, told from the text itself: links to other
//! articles, embedded posts, credits, pleas to share and subscribe, notices of rights.
//!
//! A page's markup says most of this, but markup gets lost (an article pasted as plain
//! text, a feed), and publishers set links and posts as paragraphs. Every rule here
//! wants the whole shape of such a line, its length included: what an article says must
//! not be lost for an opening word.

use std::ops::Range;

use super::{Document, Kind};
use crate::article::BlockKind;
use crate::lang::words::TextWord;
use crate::lang::{Room, Sense};

/// The most words that a block of each shape has.
const LINK_WORDS: usize = 30;
const BARE_LINK_WORDS: usize = 16;
const PLEA_WORDS: usize = 45;
const CREDIT_WORDS: usize = 30;
const LABEL_WORDS: usize = 14;
const FURNITURE_WORDS: usize = 8;
const POST_WORDS: usize = 100;
/// What may stand above the line that signs a post.
const POST_TEXT_WORDS: usize = 65;

/// What a block is, as far as its own text tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Own,
    /// `Read more:`, and no more: what follows are the links.
    LinkLabel,
    /// Ends with the line that signs a post (`— Name (@name) May 1, 2024`), and begins with it where `true`.
    PostSigned(bool),
    Boilerplate,
}

/// Where a block's own text ends, as a token, when a link or a credit is run on behind
/// it: `… in the capital. Read more: Ministers resign`.
pub(super) fn own_end(document: &Document, tokens: Range<usize>) -> usize {
    let opens = |&at: &usize| document.token(at).opens_phrase() && document.rooms(at) & Room::TEXT != 0;
    for at in (tokens.start + 1..tokens.end).filter(opens) {
        let before = document.token(at - 1);
        let opens_bracket = before.mark() == '(';
        let starts = document.token(at).line_before()
            || matches!(before.mark(), '.' | '!' | '?' | '؟' | '…' | '”' | '»' | '"' | '|' | '•' | ')')
            || (opens_bracket && matches!(document.token(at - 2).mark(), '.' | '!' | '?' | '؟' | '”' | '"' | '»'));
        if !starts {
            continue;
        }
        let Some((word, words)) = text_word(document, at) else { continue };
        let after = document.token(at + words).mark();
        let cuts = match word {
            TextWord::ReadMore => after == ':' && words_in(document, at..tokens.end) <= LINK_WORDS,
            TextWord::Credit => opens_bracket && words_in(document, at..tokens.end) <= CREDIT_WORDS,
            TextWord::Rights => {
                words_in(document, at..tokens.end) <= LABEL_WORDS && words_in(document, tokens.start..at) > LABEL_WORDS
            }
            _ => false,
        };
        if cuts {
            return if opens_bracket { at - 1 } else { at };
        }
    }
    tokens.end
}

/// Marks the blocks that are not the article's own.
pub(super) fn mark(document: &mut Document) {
    mark_captions(document);
    let shapes: Vec<Shape> = (0..document.blocks.len()).map(|block| shape(document, block)).collect();
    for at in 0..shapes.len() {
        match shapes[at] {
            Shape::Own => {}
            Shape::Boilerplate => document.blocks[at].boilerplate = true,
            Shape::PostSigned(alone) => {
                document.blocks[at].boilerplate = true;
                // The post's own words stand in the block above its signature.
                let above = at.checked_sub(1).filter(|_| alone);
                if let Some(above) = above.filter(|&b| is_post_text(document, b)) {
                    document.blocks[above].boilerplate = true;
                }
            }
            Shape::LinkLabel => {
                document.blocks[at].boilerplate = true;
                mark_links(document, &shapes, at + 1);
            }
        }
    }
}

/// A caption tells of its picture: its dates are the picture's, and what else it says the text says
/// too. Where captions are most of the text (a story told in pictures), they are the article.
fn mark_captions(document: &mut Document) {
    let (mut captions, mut all) = (0, 0);
    for block in document.blocks.iter().filter(|b| b.number.is_some() && !b.boilerplate) {
        all += block.tokens.len();
        captions += if block.kind == BlockKind::Caption { block.tokens.len() } else { 0 };
    }
    if captions * 2 <= all {
        for block in document.blocks.iter_mut().filter(|b| b.kind == BlockKind::Caption) {
            block.boilerplate = true;
        }
    }
}

/// Marks the links under a label: all of them where nothing follows; the first one, and
/// list items, where the article goes on (what looks like a link may then be a heading).
fn mark_links(document: &mut Document, shapes: &[Shape], first: usize) {
    let is_link = |document: &Document, at: usize| {
        let block = &document.blocks[at];
        let words = words_in(document, block.tokens.clone());
        words <= LINK_WORDS && !ends_sentence(document, block.tokens.clone())
    };
    let mut end = first;
    while end < shapes.len() && (is_link(document, end) || shapes[end] != Shape::Own) {
        end += 1;
    }
    for at in first..end {
        let is_item = document.blocks[at].kind == BlockKind::ListItem;
        let is_heading = document.blocks[at].kind == BlockKind::Heading;
        if end == shapes.len() || is_item || (at == first && !is_heading) {
            document.blocks[at].boilerplate = true;
        } else {
            break;
        }
    }
}

fn is_post_text(document: &Document, block: usize) -> bool {
    let block = &document.blocks[block];
    block.number.is_some_and(|n| n > 0)
        && block.kind != BlockKind::Heading
        && words_in(document, block.tokens.clone()) <= POST_TEXT_WORDS
}

fn shape(document: &Document, block: usize) -> Shape {
    let block = &document.blocks[block];
    let tokens = block.tokens.clone();
    if block.number.is_none() || block.boilerplate || tokens.is_empty() {
        return Shape::Own;
    }
    // A hundred words and their marks; whatever is longer is no line of these.
    if tokens.len() > POST_WORDS * 2 {
        return Shape::Own;
    }
    let words = words_in(document, tokens.clone());
    if words <= POST_WORDS {
        if let Some(alone) = post_signature(document, tokens.clone()) {
            return Shape::PostSigned(alone);
        }
        if tokens.clone().any(|at| document.token(at).opens_phrase() && is(document, at, TextWord::Post)) {
            return Shape::Boilerplate;
        }
    }
    if words > PLEA_WORDS {
        return Shape::Own;
    }
    if words <= FURNITURE_WORDS && (made_of(document, tokens.clone(), &[TextWord::Furniture])) {
        return Shape::Boilerplate;
    }
    if words <= FURNITURE_WORDS
        && block.kind != BlockKind::Heading
        && made_of(document, tokens.clone(), &[TextWord::Agency, TextWord::CreditLabel])
    {
        return Shape::Boilerplate;
    }
    if words <= CREDIT_WORDS && tokens.clone().any(|at| is(document, at, TextWord::Rights)) {
        return Shape::Boilerplate;
    }
    if words <= CREDIT_WORDS && ends_in_credit(document, tokens.clone()) {
        return Shape::Boilerplate;
    }
    let Some(first) = tokens.clone().find(|&at| !is_ornament(document, at)) else { return Shape::Own };
    let Some((word, length)) = text_word(document, first) else { return Shape::Own };
    let after = first + length;
    let mark = document.token(after).mark();
    let has_colon = matches!(mark, ':' | '|' | '»' | '>' | '؛' | '：');
    let nothing_after = (after..tokens.end).all(|at| !document.token(at).is_word());
    let ends = ends_sentence(document, tokens.clone());
    match word {
        TextWord::ReadMore if nothing_after => Shape::LinkLabel,
        TextWord::ReadMore if has_colon && words <= LINK_WORDS => Shape::Boilerplate,
        TextWord::ReadMore if words <= BARE_LINK_WORDS && !ends => Shape::Boilerplate,
        TextWord::ReadMoreLabel if nothing_after => Shape::LinkLabel,
        TextWord::ReadMoreLabel if has_colon && words <= LINK_WORDS && !ends => Shape::Boilerplate,
        TextWord::Plea => Shape::Boilerplate,
        TextWord::Credit if words <= CREDIT_WORDS => Shape::Boilerplate,
        TextWord::CreditLabel if has_colon && words <= LABEL_WORDS && !ends && !has_quote(document, tokens.clone()) => {
            Shape::Boilerplate
        }
        TextWord::CreditLabel if words <= FURNITURE_WORDS && !ends && are_names(document, after..tokens.end) => {
            Shape::Boilerplate
        }
        _ => Shape::Own,
    }
}

/// The line that signs a post: a dash, a name, its handle in brackets. Whether the block
/// begins with it.
fn post_signature(document: &Document, tokens: Range<usize>) -> Option<bool> {
    let is_dash = |at: usize| matches!(document.token(at).mark(), '—' | '–' | '-' | '―');
    for at in tokens.clone() {
        if document.token(at).mark() == '(' && document.token(at + 1).mark() == '@' {
            let first = tokens.clone().find(|&t| is_dash(t) && at - t.min(at) <= 14)?;
            return (first < at).then_some(first == tokens.start);
        }
    }
    None
}

/// A caption's shape: no full stop, and at its end, in brackets, whose the picture is
/// (`The bridge at dawn (Photo: AFP)`, `جنود قرب الحدود (رويترز)`).
fn ends_in_credit(document: &Document, tokens: Range<usize>) -> bool {
    let Some(close) = tokens.end.checked_sub(1).filter(|&at| document.token(at).mark() == ')') else { return false };
    let Some(open) = tokens.clone().rev().find(|&at| document.token(at).mark() == '(') else { return false };
    let before = document.token(open.max(1) - 1).mark();
    if open == tokens.start || matches!(before, '.' | '!' | '?' | '؟' | '…' | '"' | '”' | '»') {
        return false;
    }
    let inside = open + 1..close;
    let labelled = matches!(text_word(document, inside.start), Some((TextWord::CreditLabel, words))
        if document.token(inside.start + words).mark() == ':');
    labelled
        || matches!(text_word(document, inside.start), Some((TextWord::Credit, _)))
        || made_of(document, inside, &[TextWord::Agency, TextWord::CreditLabel])
}

/// What a line that opens with the phrase or word at a token may be.
fn text_word(document: &Document, at: usize) -> Option<(TextWord, usize)> {
    document.sense(at, Room::TEXT, |sense| match sense {
        Sense::Text(
            word @ (TextWord::ReadMore
            | TextWord::ReadMoreLabel
            | TextWord::Plea
            | TextWord::Credit
            | TextWord::CreditLabel
            | TextWord::Rights),
        ) => Some(word),
        _ => None,
    })
}

fn is(document: &Document, at: usize, word: TextWord) -> bool {
    document.words_of(at, Sense::Text(word)) > 0
}

/// Whether every word of a row belongs to words or phrases of these senses.
fn made_of(document: &Document, tokens: Range<usize>, wanted: &[TextWord]) -> bool {
    let mut at = tokens.start;
    let mut found = false;
    while at < tokens.end {
        let sense = document.sense(at, Room::TEXT, |sense| match sense {
            Sense::Text(word) if wanted.contains(&word) => Some(()),
            _ => None,
        });
        match sense {
            Some(((), words)) => {
                found = true;
                at += words;
            }
            None if document.token(at).is_word() => return false,
            None => at += 1,
        }
    }
    found
}

/// Whether all words are written with a capital, particles aside, as names are.
fn are_names(document: &Document, tokens: Range<usize>) -> bool {
    let mut names = 0;
    for at in tokens {
        let token = document.token(at);
        if token.kind == Kind::Latin && token.is_capital() {
            names += 1;
        } else if token.kind == Kind::Digits || (token.is_word() && !is(document, at, TextWord::Stop)) {
            return false;
        }
    }
    names >= 2
}

/// Bullets, dashes, brackets and pictures before a line's first word.
fn is_ornament(document: &Document, at: usize) -> bool {
    let token = document.token(at);
    token.kind == Kind::Punct && !matches!(token.mark(), '"' | '“' | '«' | '\'' | '‘' | '„' | '@' | '#')
}

fn has_quote(document: &Document, mut tokens: Range<usize>) -> bool {
    tokens.any(|at| matches!(document.token(at).mark(), '"' | '“' | '”' | '«' | '»'))
}

fn ends_sentence(document: &Document, tokens: Range<usize>) -> bool {
    let last = tokens.rev().find(|&at| !matches!(document.token(at).mark(), '"' | '”' | '»' | ')' | '\'' | '’' | ']'));
    last.is_some_and(|at| matches!(document.token(at).mark(), '.' | '!'))
}

fn words_in(document: &Document, tokens: Range<usize>) -> usize {
    document.tokens[tokens].iter().filter(|t| t.is_word()).count()
}
