//! Figures: quantities with what they count.

use crate::article::Span;
use crate::digest::{DateMention, Figure, FigureKind};
use crate::number::{money_at, number_at};
use crate::text::{Document, Kind};

/// The figures of a document, in reading order; none overlaps a date.
pub fn find(document: &Document, dates: &[DateMention]) -> Vec<Figure> {
    let mut figures = Vec::new();
    for block in document.blocks.iter().filter(|b| !b.boilerplate) {
        let mut at = block.tokens.start;
        while at < block.tokens.end {
            let is_money = document.token(at.wrapping_sub(1)).kind == Kind::Symbol;
            let number = if is_money { money_at(document, at) } else { number_at(document, at) };
            let Some(number) = number else {
                at += 1;
                continue;
            };
            let span: Span = document.span(number.tokens.clone());
            at = number.tokens.end;
            if dates.iter().any(|d| d.span.overlaps(span)) {
                continue;
            }
            figures.push(Figure {
                span,
                value: number.value,
                high: None,
                modifier: None,
                kind: FigureKind::Count,
                unit: None,
                sentence: document.sentence_of(number.tokens.start).map(|s| document.sentence_span(s)),
                place: None,
                owner: None,
            });
        }
    }
    figures
}
