//! Nouns in the dual, which are figures by themselves.

use super::{Counted, Finder, MODIFIER_WORDS, MODIFIERS_BEFORE};
use crate::article::Span;
use crate::digest::{FigureKind, Unit};
use crate::lang::words::{DateWord, FigureWord, NumberWord};
use crate::lang::{Clitics, Kinds, Sense};
use crate::number::Number;
use crate::text::Kind;

/// Words that are known as something else.
const KNOWN: Kinds = Kinds::of_room(Sense::Figure(FigureWord::Member))
    .and(&Kinds::of_room(Sense::Number(NumberWord::And)))
    .and(&Kinds::of_room(Sense::Date(DateWord::And)));

impl Finder<'_, '_> {
    /// A noun in the dual, with `اثنان` where it stands behind.
    pub(super) fn dual(&mut self, at: usize) -> Option<usize> {
        let Dual { kind, words, .. } = self.dual_kind(at)?;
        if self.is_taken(at..at + 1) {
            return Some(at + 1);
        }
        let mut end = at + words;
        if self.number_word(end, NumberWord::Cardinal(2)) && self.document.clitics(end) == Clitics(0) {
            end += 1;
        }
        let (kind, unit) = match kind {
            DualKind::Currency(code) => (FigureKind::Money, Unit::Code(code)),
            DualKind::CurrencyOf(codes) => {
                let unit = self.home_of(codes).map_or(Unit::Noun(self.stem_span(at)), Unit::Code);
                (FigureKind::Money, unit)
            }
            DualKind::Noun(FigureKind::Percent) => (FigureKind::Percent, Unit::Code("%")),
            DualKind::Noun(kind) => (kind, Unit::Noun(self.stem_span(at))),
        };
        let mut start = at;
        let mut modifier = None;
        for back in 1..=MODIFIER_WORDS.min(at) {
            if let Some((found, words)) = self.word_of(at - back, &MODIFIERS_BEFORE, |w| match w {
                FigureWord::ModifierBefore(m) => Some(m),
                _ => None,
            }) && words == back
            {
                (modifier, start) = (Some(found), at - back);
            }
        }
        let mut counted = Counted { kind: Some(kind), unit: Some(unit), ..Counted::nothing(end) };
        let mut value = 2.0;
        let two = Number { tokens: at..at + 1, value, digits: false, factor: 1.0 };
        // دينارين ونصف الدينار, "two dinars and a half"
        if let Some((part, after)) = self.part_behind(&two, &counted) {
            value += part;
            counted.end = after;
        }
        if let Some((found, words)) = self.word(counted.end, |w| match w {
            FigureWord::ModifierAfter(m) => Some(m),
            _ => None,
        }) {
            modifier = modifier.or(Some(found));
            counted.end += words;
        }
        if !self.is_free(start..counted.end) {
            // طائرتان الاثنين, "two planes on Monday": what stands beside the noun is a date's.
            (start, counted.end, value, modifier) = (at, at + 1, 2.0, None);
        }
        let end = counted.end;
        self.push(start, end, value, None, modifier, counted);
        Some(end)
    }

    pub(super) fn stem_span(&self, at: usize) -> Span {
        let span = self.document.span(at..at + 1);
        Span { start: self.begin(at), ..span }
    }

    /// What an indefinite noun in the dual counts, and its tokens: a listed form, or a listed
    /// singular with the ending of the dual; in the construct (`ناقلتي نفط`) with what it is of.
    pub(super) fn dual_kind(&self, at: usize) -> Option<Dual> {
        let document = self.document;
        let token = document.token(at);
        if token.kind != Kind::Arabic || token.clitics().any(Clitics::THE) {
            return None;
        }
        let text = document.text(at);
        // جثتي شخصين, "the bodies of two persons"
        let is_of_two = document.text(at + 1).ends_with("ين") && self.dual_kind(at + 1).is_some();
        let of = self.is(at + 1, FigureWord::Material).max(usize::from(is_of_two));
        if of > 0 && text.ends_with(['ا', 'ي']) && document.clitics(at + 1) == Clitics(0) {
            let is_itself = |w| matches!(w, FigureWord::Singular(_)).then_some(());
            if self.word(at, is_itself).is_none() {
                let (stem, particle) = document.dual_stem(at, 1)?;
                return singular_kind(stem, true).map(|kind| Dual { kind, words: 1 + of, particle });
            }
        }
        let listed = self.word(at, |w| match w {
            FigureWord::Dual(kind) => Some(kind),
            _ => None,
        });
        if let Some((kind, words)) = listed {
            return Some(Dual { kind: DualKind::Noun(kind), words, particle: 0 });
        }
        // مفقودَين: no plural has this vowel.
        let is_voweled = text.ends_with("\u{64e}ين");
        if !is_voweled && document.word_has_kind(at, &KNOWN) {
            return None;
        }
        let nominative = text.ends_with("ان");
        if !nominative && !text.ends_with("ين") || text.len() < 10 {
            return None;
        }
        // A feminine's plural has another ending, so that its dual is one in both cases.
        let is_feminine = |text: &str| text.ends_with("تين") || text.ends_with("تان");
        let is_sure = nominative || is_feminine(text) || is_voweled;
        // صومعتين جديدتين: a noun that no lexicon knows, by its adjective.
        if is_feminine(text) && is_feminine(document.text(at + 1)) && !document.is_definite(at + 1) && token.entry == 0
        {
            let found =
                document.dual_stem(at, 2).and_then(|(stem, particle)| Some((singular_kind(stem, true)?, particle)));
            let (kind, particle) = found.unwrap_or((DualKind::Noun(FigureKind::Count), 0));
            return Some(Dual { kind, words: 1, particle });
        }
        // Behind a number it is that number's noun in the plural, or its tens.
        let (stem, particle) = document.dual_stem(at, 2)?;
        singular_kind(stem, is_sure).map(|kind| Dual { kind, words: 1, particle })
    }
}

/// What a noun in the dual counts, by the senses of its singular. `is_sure`: its ending is no plural's.
fn singular_kind(mut senses: impl Iterator<Item = Sense>, is_sure: bool) -> Option<DualKind> {
    senses.find_map(|sense| match sense {
        Sense::Figure(FigureWord::Singular(kind)) => Some(DualKind::Noun(kind)),
        Sense::Figure(FigureWord::SoundSingular(kind) | FigureWord::Noun(kind)) if is_sure => {
            Some(DualKind::Noun(kind))
        }
        Sense::Figure(FigureWord::Currency(code)) => Some(DualKind::Currency(code)),
        Sense::Figure(FigureWord::CurrencyOf(codes)) => Some(DualKind::CurrencyOf(codes)),
        _ => None,
    })
}

/// A noun in the dual.
pub(super) struct Dual {
    kind: DualKind,
    /// Its tokens, with what it is of.
    words: usize,
    /// Letters of the particle before it that the lexicon did not cut off.
    pub(super) particle: usize,
}

enum DualKind {
    Noun(FigureKind),
    Currency(&'static str),
    CurrencyOf(&'static [&'static str]),
}
