//! Years: `عام 2011`, "the year 2011"; behind a month; by themselves.

use super::grammar::{Fields, Reader};
use super::kinds::{CURRENCIES, YEAR_COUNTS};
use super::named::DayKind;
use crate::figures::is_address;
use crate::lang::words::{DateWord, Era, FigureWord, Unit};
use crate::lang::{Clitics, Sense};
use crate::number::number_at;
use crate::text::Kind;

/// No modifier has more words: `ما لا يقل عن`.
const LONGEST_MODIFIER: usize = 4;

impl Reader<'_, '_> {
    /// A year behind a month or the like: `2017`, `عام 2017`, `, 2020`, `من العام الماضي`, "of last
    /// year"; in words: `ألفين وثمانية عشر`. The year is `None` where it is not known.
    pub(super) fn year_tail(&self, at: usize, has_day: bool) -> Option<(Option<i32>, usize)> {
        // `February 6 - this year`: a dash between spaces parts.
        let marks: &[char] = match self.glued(at) {
            true if self.glued(at + 1) => &[',', '،', '/', '-', '.'],
            true if has_day && self.year_digits(at + 1).is_some() => &[',', '،', '.'],
            _ => &[',', '،'],
        };
        let next = self.behind(at, marks);
        if !self.joins(next) {
            return None;
        }
        if let Some((year, end)) = self.year_digits(next).or_else(|| self.year_words(next)) {
            return Some((Some(year), end));
        }
        if let Some((fields, end)) = self.year_named(next) {
            return Some((fields.year, end));
        }
        if let Some((year, end)) = self.related_of(next, Unit::Year) {
            return Some((year.map(|p| p.start.year()), end));
        }
        // 14th April 15, April of '87: at the end of the clause only.
        let is_of = (at..next).any(|t| self.document.token(t).is_word());
        let digits = self.skip_mark(next, &['\'', '’', '‘']);
        if let Some((value, 2)) = self.document.digits(digits)
            && (has_day && next == at
                || is_of
                || digits != next
                || self.document.token(next - 1).kind == Kind::Latin && value > 31
                || has_day && self.mark(at, &[',']))
            && (self.document.token(digits + 1).kind == Kind::Edge
                || self.mark(digits + 1, &['.', ',', ')', '،', ';', '!', '?']) && !self.is_inside_number(digits))
            && self.document.token(at - 1).kind != Kind::Arabic
        {
            return Some((Some(two_digit_year(value as i32)), digits + 1));
        }
        None
    }

    /// `عام 2011`, `سنة 247 هـ`, "the year 2011".
    pub(super) fn year_named(&self, at: usize) -> Option<(Fields, usize)> {
        let (unit, next) = self.unit(at)?;
        if unit != Unit::Year || !self.joins(next) {
            return None;
        }
        let next = self.skip(next, DateWord::Of);
        let next = self.skip_mark(next, &['-']);
        let mut fields = Fields::default();
        let (year, end) = match self.document.digits(next) {
            Some((value, digits)) if (1..=4).contains(&digits) && !self.is_inside_number(next) => {
                // سنة 3, "3 years", is none: a small number only with an era.
                if digits < 3 && self.era(next + 1).0.is_none() {
                    return None;
                }
                (value as i32, next + 1)
            }
            Some(_) => return None,
            None => self.year_words(next)?,
        };
        fields.year = Some(year);
        let (era, end) = self.era(end);
        fields.hijri = era == Some(Era::Hijri);
        fields.before_common = era == Some(Era::BeforeCommon);
        Some((fields, end))
    }

    /// A year with its era: `1445 هـ`, `44 BC`, `AD 79`. What is counted from Christ needs the era
    /// only where the year would not be one without: `م` is the metre's too.
    pub(super) fn year_of_era(&self, at: usize) -> Option<(Fields, usize)> {
        let (before, start) = self.era(at);
        let (value, digits) = self.document.digits(start).filter(|_| self.joins(start))?;
        let (after, end) = self.era(start + 1);
        // 850 م2, "850 m2": an era in Arabic stands behind its year.
        if before.is_some() && self.document.token(at).kind != Kind::Latin {
            return None;
        }
        let era = before.or(after)?;
        let is_latin = before.is_some() || self.document.token(start + 1).kind == Kind::Latin;
        if digits > 4 || value == 0 || self.is_inside_number(start) || era == Era::Common && !is_latin {
            return None;
        }
        let fields = Fields {
            year: Some(value as i32),
            hijri: era == Era::Hijri,
            before_common: era == Era::BeforeCommon,
            ..Fields::default()
        };
        Some((fields, end))
    }

    /// A year of four digits that are no part of anything longer.
    pub(super) fn year_digits(&self, at: usize) -> Option<(i32, usize)> {
        let (value, digits) = self.document.digits(at)?;
        if digits != 4 || !(1000..=2999).contains(&value) || self.is_inside_number(at) {
            return None;
        }
        Some((value as i32, at + 1))
    }

    /// A year in words: `ألفين وثمانية عشر`; `nineteen ninety-nine`, `two thousand and five`.
    pub(super) fn year_words(&self, at: usize) -> Option<(i32, usize)> {
        let number = number_at(self.document, at).filter(|n| !n.digits && n.value.fract() == 0.0)?;
        let value = number.value as i32;
        if (1000..=2999).contains(&value) {
            return Some((value, number.tokens.end));
        }
        if (10..=20).contains(&value) && self.document.token(at).kind == Kind::Latin {
            let rest = number_at(self.document, self.skip_mark(number.tokens.end, &['-']))
                .filter(|n| !n.digits && n.value >= 10.0 && n.value <= 99.0)?;
            return Some((value * 100 + rest.value as i32, rest.tokens.end));
        }
        // Arabic gives old years without their thousand: عام مئتين وسبعة وستين.
        (self.document.token(at).kind == Kind::Arabic && (100..1000).contains(&value))
            .then_some((value, number.tokens.end))
    }

    /// A year by itself: `منذ 1992`, "since 1992"; `(1961)`; `the 2014 protests`. `is_led`: a word
    /// that only years follow stands before it.
    pub(super) fn year_alone(&self, at: usize, is_led: bool) -> Option<(i32, usize)> {
        if self.document.token(at).kind != Kind::Digits {
            // in nineteen twenty-eight, من ألفين وعشرين
            let is_led = is_led || self.is(at.wrapping_sub(1), DateWord::Preposition).is_some();
            let (year, end) = self.year_words(at).filter(|&(y, _)| is_led && y >= 1000)?;
            let is_counted =
                self.document.token(end).is_word() && self.is(end, DateWord::Preposition).is_none() && self.joins(end);
            return (!is_counted && year % 1000 != 0).then_some((year, end));
        }
        let (year, end) = self.year_digits(at)?;
        let before = self.document.token(at - 1);
        let after = self.document.token(end);
        let is_led = is_led
            || self.is(at - 1, DateWord::Preposition).is_some()
            || matches!(before.kind, Kind::Edge)
            || self.mark(at - 1, &['(', '[']);
        // Glued to what it does not belong to: a code, an address, a score.
        if self.glued(at)
            && !self.mark(at - 1, &['(', '[', '“', '"', '\'', '«', '’', '‘', '/', '-', '–', '—', '=', ',', '،', ':'])
            && !(before.kind == Kind::Arabic)
        {
            return None;
        }
        if self.glued(at)
            && self.mark(at - 1, &['/', '-', '–', ':', '.'])
            && self.glued(at - 1)
            && self.document.token(at - 2).kind != Kind::Arabic
            && !self.mark(at - 2, &[')'])
        {
            let is_range = self.mark(at - 1, &['-', '–']) && self.year_digits(at - 2).is_some();
            // mid-2019
            if !is_range && self.part(at - 2).is_none() {
                return None;
            }
        }
        if !after.space_before() && matches!(after.kind, Kind::Latin | Kind::Symbol | Kind::Digits) {
            return None;
        }
        if self.glued(end)
            && self.mark(end, &['-', '/', '_', ':'])
            && self.glued(end + 1)
            && self.document.token(end + 1).kind == Kind::Digits
        {
            return None;
        }
        // below 2005 levels
        let is_level = || self.document.has_sense(end, Sense::Figure(FigureWord::Label)) && after.kind == Kind::Latin;
        let is_numbered =
            self.is(at - 1, DateWord::Numbered).is_some() || self.modifier_before(at - 1).is_some() && !is_level();
        if is_numbered && self.is(at - 1, DateWord::Preposition).is_none()
            || before.kind == Kind::Symbol
            || after.kind == Kind::Symbol
        {
            return None;
        }
        // أكثر من 1500 بيت, "more than 1500 houses": a preposition of what says how many.
        let modifies = |back: usize| self.modifier_before(at - back).is_some_and(|(_, end)| end == at);
        if after.kind == Kind::Arabic
            && after.clitics() == Clitics(0)
            && self.joins(end)
            && self.is(end, DateWord::Preposition).is_none()
            && (2..=LONGEST_MODIFIER.min(at)).any(modifies)
        {
            return None;
        }
        if self.is(at - 1, DateWord::At).is_some() && is_address(self.document, end) {
            return None;
        }
        // 2019م, "AD 2019", where 2019 م may be metres.
        let (era, behind) = self.era(end);
        let is_common = era == Some(Era::Common) && self.glued(end) && (1900..=2060).contains(&year);
        let end = if is_common { behind } else { end };
        let is_counted = !is_common && self.document.word_has_kind(end, &YEAR_COUNTS);
        // The 1969 film; but 1969 films.
        let is_named = self.is(at - 1, DateWord::The).is_some() && after.kind == Kind::Latin;
        // In 2019 police found them: the phrase that opens a sentence says when.
        let opens = year % 100 != 0
            && after.kind == Kind::Latin
            && self.document.token(at - 1).is_capital()
            && self.is(at - 1, DateWord::Preposition).is_some();
        if is_counted && !is_named && !opens {
            return None;
        }
        // من 1500 إلى 1800 درهم, "from 1500 to 1800 dirhams"
        let top = self.is(end, DateWord::To).filter(|&top| self.document.token(top).kind == Kind::Digits);
        if top.is_some_and(|top| self.document.word_has_kind(top + 1, &CURRENCIES)) {
            return None;
        }
        let is_round = year % 100 == 0;
        // 2000 by itself is a number.
        if is_round && before.kind == Kind::Edge {
            return None;
        }
        // 32 - 2015, 2015 - 32: numbers, not years.
        let is_dashed = |mark: usize, other: usize| {
            self.mark(mark, &['-', '–'])
                && self.document.token(other).kind == Kind::Digits
                && self.year_digits(other).is_none()
        };
        if at >= 2 && is_dashed(at - 1, at - 2) || is_dashed(end, end + 1) {
            return None;
        }
        let is_plausible =
            if is_led { (1000..=2100).contains(&year) } else { (1900..=2060).contains(&year) && !is_round };
        // ألف شخص: a round number before a noun counts it.
        let next_is_noun = after.is_word() && self.is(end, DateWord::Preposition).is_none() && self.joins(end);
        let is_latin_noun =
            after.kind == Kind::Latin && !after.is_capital() && (year < 1900 || is_round) && after.entry == 0;
        if next_is_noun && is_latin_noun {
            return None;
        }
        if is_round && next_is_noun && after.kind == Kind::Arabic && self.is(at - 1, DateWord::Preposition).is_none() {
            return None;
        }
        is_plausible.then_some((year, end))
    }

    /// `2017 April`, `2019/aug/01`, `2019-sep-1`, `2016, Nov`.
    pub(super) fn year_first(&self, at: usize) -> Option<(Fields, usize)> {
        let (year, end) = self.year_digits(at)?;
        let next = self.skip_mark(end, &['-', '/', ',', '،']);
        let (month, hijri, is_sure, after) = self.month(next)?;
        if hijri || !self.joins(next) || !is_sure && next == end {
            return None;
        }
        let mut fields = Fields { year: Some(year), month: Some(month), ..Fields::default() };
        if next != end
            && self.mark(after, &['-', '/'])
            && self.glued(after)
            && let Some((day, end, DayKind::Digits)) = self.day_number(after + 1)
        {
            fields.day = Some(day);
            return Some((fields, end));
        }
        // In `2014 May was`, the month is the next clause's.
        Some((fields, after))
    }
}

/// A year of two digits: of this century up to some years ahead, else of the last.
pub(super) fn two_digit_year(year: i32) -> i32 {
    if year < 40 { 2000 + year } else { 1900 + year }
}
