//! Nouns in the dual, which are figures by themselves.

use super::{Counted, Finder};
use crate::article::Span;
use crate::digest::{FigureKind, Unit};
use crate::lang::words::{FigureWord, NumberWord};
use crate::lang::{Clitics, Sense};
use crate::text::Kind;

impl Finder<'_, '_> {
    /// A noun in the dual, with `اثنان` where it stands behind.
    pub(super) fn dual(&mut self, at: usize) -> Option<usize> {
        let kind = self.dual_kind(at)?;
        if self.is_taken(at..at + 1) {
            return Some(at + 1);
        }
        let mut end = at + 1;
        if self.number_word(end, NumberWord::Cardinal(2)) && self.document.token(end).clitics == Clitics(0) {
            end += 1;
        }
        let (kind, unit) = match kind {
            DualKind::Currency(code) => (FigureKind::Money, Unit::Code(code)),
            DualKind::CurrencyOf(codes) => {
                let unit = self.home_of(codes).map_or(Unit::Noun(self.stem_span(at)), Unit::Code);
                (FigureKind::Money, unit)
            }
            DualKind::Noun(kind) => (kind, Unit::Noun(self.stem_span(at))),
        };
        let mut start = at;
        let mut modifier = None;
        if let Some(before) = at.checked_sub(1)
            && let Some((found, 1)) = self.word(before, |w| match w {
                FigureWord::ModifierBefore(m) => Some(m),
                _ => None,
            })
        {
            modifier = Some(found);
            start = before;
        }
        if let Some((found, words)) = self.word(end, |w| match w {
            FigureWord::ModifierAfter(m) => Some(m),
            _ => None,
        }) {
            modifier = modifier.or(Some(found));
            end += words;
        }
        let counted = Counted { kind: Some(kind), unit: Some(unit), ..Counted::nothing(end) };
        self.push(start, end, 2.0, None, modifier, counted);
        Some(end)
    }

    pub(super) fn stem_span(&self, at: usize) -> Span {
        let span = self.document.span(at..at + 1);
        Span { start: self.begin(at), ..span }
    }

    /// What an indefinite noun in the dual counts: a listed form, or a listed singular with
    /// the ending of the dual.
    pub(super) fn dual_kind(&self, at: usize) -> Option<DualKind> {
        let document = self.document;
        let token = document.token(at);
        if token.kind != Kind::Arabic || token.clitics.any(Clitics::THE) {
            return None;
        }
        for &sense in document.senses(at) {
            match sense {
                Sense::Figure(FigureWord::Dual(kind)) => return Some(DualKind::Noun(kind)),
                Sense::Figure(_) | Sense::Number(_) | Sense::Date(_) => return None,
                _ => {}
            }
        }
        let text = document.text(at);
        let nominative = text.ends_with("ان");
        if !nominative && !text.ends_with("ين") || text.len() < 10 {
            return None;
        }
        // Behind a number it is that number's noun in the plural, or its tens.
        let (stem, _) = document.dual_stem(at)?;
        stem.iter().find_map(|&sense| match sense {
            Sense::Figure(FigureWord::Singular(kind)) => Some(DualKind::Noun(kind)),
            Sense::Figure(FigureWord::SoundSingular(kind)) if nominative => Some(DualKind::Noun(kind)),
            Sense::Figure(FigureWord::Currency(code)) => Some(DualKind::Currency(code)),
            Sense::Figure(FigureWord::CurrencyOf(codes)) => Some(DualKind::CurrencyOf(codes)),
            _ => None,
        })
    }
}

pub(super) enum DualKind {
    Noun(FigureKind),
    Currency(&'static str),
    CurrencyOf(&'static [&'static str]),
}
