//! Dates: points, ranges and lengths of time, with their values.

use crate::digest::DateMention;
use crate::text::Document;

/// When an article was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    pub year: i16,
    pub month: u8,
    pub day: u8,
}

/// Reads an ISO 8601 date, or date and time, of which only the day counts; `None` where
/// it is none.
pub fn parse_published(text: &str) -> Option<Published> {
    let mut parts = text.trim().get(..10)?.split('-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let day = parts.next()?.parse().ok()?;
    (parts.next().is_none() && (1..=12).contains(&month) && (1..=31).contains(&day)).then_some(Published {
        year,
        month,
        day,
    })
}

/// The dates of a document, in reading order.
pub fn find(_document: &Document, _published: Option<Published>) -> Vec<DateMention> {
    Vec::new()
}
