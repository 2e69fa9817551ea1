//! Quotes: who said what.

use crate::article::Span;
use crate::digest::{CastMember, Quote};
use crate::text::Document;

/// What the quotes room finds.
#[derive(Debug, Default)]
pub struct Quotes {
    /// In reading order.
    pub quotes: Vec<Quote>,
    /// Who is quoted, in the order they first speak.
    pub speakers: Vec<CastMember>,
    /// Marked words that are no one's speech.
    pub terms: Vec<Span>,
}

/// The quotes of a document.
pub fn find(_document: &Document) -> Quotes {
    Quotes::default()
}
