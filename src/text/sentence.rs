//! Sentences: where a block's text ends one and begins the next.

use super::{Document, Kind, Sentence};
use crate::lang::Sense;
use crate::lang::words::TextWord;

/// Cuts every block of a document into sentences.
pub(super) fn split(document: &mut Document) {
    let mut sentences = Vec::new();
    for block in 0..document.blocks.len() {
        let first = sentences.len();
        let tokens = document.blocks[block].tokens.clone();
        let mut start = tokens.start;
        let mut at = tokens.start;
        while at < tokens.end {
            if let Some(end) = sentence_end(document, at) {
                sentences.push(Sentence { block, tokens: start..end });
                start = end;
                at = end;
            } else {
                at += 1;
            }
        }
        if start < tokens.end {
            sentences.push(Sentence { block, tokens: start..tokens.end });
        }
        document.blocks[block].sentences = first..sentences.len();
    }
    document.sentences = sentences;
}

/// Where the sentence ends that this stop closes, behind its closing marks; `None` where
/// the token closes none.
fn sentence_end(document: &Document, at: usize) -> Option<usize> {
    let mark = match document.token(at).kind {
        Kind::Punct => document.char(at),
        _ => return None,
    };
    if !matches!(mark, '.' | '!' | '?' | '؟' | '…' | '۔') {
        return None;
    }
    let mut end = at + 1;
    while document.token(end).kind == Kind::Punct
        && matches!(document.char(end), '.' | '!' | '?' | '؟' | '…' | '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '›')
    {
        // A mark after a space opens what follows.
        if document.token(end).space_before() && !matches!(document.char(end), '»' | '”' | '.' | '!' | '؟' | '?') {
            break;
        }
        end += 1;
    }
    let next = document.token(end);
    if next.kind == Kind::Edge {
        return Some(end);
    }
    if !next.space_before() {
        return None;
    }
    if mark == '.' && end == at + 1 {
        let before = document.token(at - 1);
        let is_abbreviation = document.senses(at - 1).contains(&Sense::Text(TextWord::Abbreviation));
        let is_initial = before.kind == Kind::Latin && before.is_capital() && before.end() - before.start == 1;
        if !document.token(at).space_before() && (is_abbreviation || is_initial) {
            return None;
        }
    }
    // What follows in lower case goes on.
    if next.kind == Kind::Latin && !next.is_capital() {
        return None;
    }
    Some(end)
}
