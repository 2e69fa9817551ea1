//! Dates in digits: `26/6/2018`, `2018-06-26`.

use super::grammar::{Fields, Reader};
use super::history::is_eleventh_september;
use super::kinds::FRACTION_COUNTS;
use super::years::two_digit_year;
use crate::lang::words::{DateWord, Unit};
use crate::text::Kind;

/// Years of dates in digits that are counted from the Hijra.
const HIJRI_YEARS: std::ops::Range<i32> = 1300..1500;

impl Reader<'_, '_> {
    /// A date in digits: `26/6/2018`, `2018-06-26`, `26.6.2018`; `6/2018`; `20180626`; without a year
    /// `22/4`. The day is first, unless the numbers or the language say otherwise.
    pub(super) fn numeric(&self, at: usize) -> Option<(Fields, usize)> {
        let (first, first_digits) = self.document.digits(at)?;
        let is_apart = !self.glued(at)
            || self.mark(at - 1, &['(', '[', '"', '“', '«', '-', '–', ':', '،', ',', '_'])
                && (self.document.token(at.saturating_sub(2)).kind != Kind::Digits
                    || self.mark(at - 1, &['-', '–']) && self.mark(at + 1, &['/']))
            || self.document.token(at - 1).kind == Kind::Arabic;
        if !is_apart {
            return None;
        }
        let done = |year: i32, month: u64, day: Option<u64>, end: usize| {
            // More digits or letters behind: an address, a telephone number.
            let goes_on = self.glued(end)
                && (self.document.token(end).kind == Kind::Digits
                    || self.mark(end, &['-', '/', '.', ',', ':'])
                        && self.glued(end + 1)
                        && self.document.token(end + 1).kind == Kind::Digits);
            // 5/1/2019-5/7/2020 is a range.
            let is_range = self.mark(end, &['-', '–']) && self.mark(at + 1, &['/']) && self.mark(end + 2, &['/']);
            if goes_on && !is_range {
                return None;
            }
            // What no calendar has is still a date in its form; it gets no value.
            let month = u8::try_from(month).ok()?;
            let day = day.map(u8::try_from).transpose().ok()?;
            // 11/8/1445هـ: no newspaper's years are those of Christ.
            let hijri = HIJRI_YEARS.contains(&year);
            let end = if hijri { self.era(end).1 } else { end };
            (day.is_none() && (1..=12).contains(&month)
                || day.is_some_and(|d| (1..=31).contains(&d) && (1..=12).contains(&month)))
            .then_some((Fields { year: Some(year), month: Some(month), day, hijri, ..Fields::default() }, end))
        };
        if first_digits == 8 {
            let (year, month, day) = (first / 10_000, first / 100 % 100, first % 100);
            return (1900..=2100).contains(&year).then(|| done(year as i32, month, Some(day), at + 1)).flatten();
        }
        // The marks: the same twice; `/` and `-` may stand free before a year.
        let mark = self.document.token(at + 1);
        if mark.kind != Kind::Punct {
            // 2016 10 16
            let parts = (self.document.digits(at + 1)?, self.document.digits(at + 2)?);
            return match parts {
                ((month, 2), (day, 2)) if first_digits == 4 && (1900..=2100).contains(&first) => {
                    done(first as i32, month, Some(day), at + 3)
                }
                _ => None,
            };
        }
        let sign = self.document.char(at + 1);
        if !matches!(sign, '/' | '-' | '.' | '‑') {
            return None;
        }
        let (second, second_digits) = self.document.digits(at + 2)?;
        let is_tight = self.glued(at + 1) && self.glued(at + 2);
        let third = (self.document.token(at + 3).kind == Kind::Punct
            && self.document.char(at + 3) == sign
            && self.glued(at + 3)
            && self.glued(at + 4))
        .then(|| self.document.digits(at + 4))
        .flatten();
        if let Some((third, third_digits)) = third.filter(|_| is_tight) {
            if first_digits == 4 && second_digits <= 2 && third_digits <= 2 {
                return done(first as i32, second, Some(third), at + 5);
            }
            if first_digits > 2 || second_digits > 2 || !matches!(third_digits, 2 | 4) {
                return None;
            }
            // 3-7-07 without a year in full is a date only by slashes or dashes.
            if third_digits == 2 && sign == '.' {
                return None;
            }
            let year = if third_digits == 2 { two_digit_year(third as i32) } else { third as i32 };
            // 3.12.2024: with dots the day is first wherever dates are written so.
            let (day, month) = match sign {
                '.' if second <= 12 => (first, second),
                _ => self.day_month_order(first, second),
            };
            return done(year, month, Some(day), at + 5);
        }
        // 08/12, 2015
        let year = self.skip_mark(at + 3, &[',', '،']);
        if is_tight
            && sign == '/'
            && year != at + 3
            && first_digits <= 2
            && second_digits <= 2
            && let Some((value, digits @ (2 | 4))) = self.document.digits(year)
            && (digits == 4 && (1900..=2100).contains(&value)
                || self.ends_at(year + 1)
                    && !self.mark(year + 1, &['/', ':', '-'])
                    && self.document.token(year).space_before())
        {
            // With a comma the order is that of `August 12, 2015`, where the numbers allow it.
            let (day, month) = if first <= 12 { (second, first) } else { (first, second) };
            let value = if digits == 2 { two_digit_year(value as i32) } else { value as i32 };
            return done(value, month, Some(day), year + 1);
        }
        // 2015-12, 3/2015; 2011-12 and 2019/20 are ranges of two years.
        let is_year = |value: u64, digits: usize| digits == 4 && (1800..=2100).contains(&value);
        if is_year(first, first_digits) && second_digits <= 2 && sign != '.' {
            let is_next = second_digits == 2 && second == (first + 1) % 100;
            return (!is_next && (1..=12).contains(&second))
                .then(|| done(first as i32, second, None, at + 3))
                .flatten();
        }
        if first_digits <= 2 && is_year(second, second_digits) && sign != '.' {
            return (1..=12).contains(&first).then(|| done(second as i32, first, None, at + 3)).flatten();
        }
        // 22/4: with a word that leads to it, or numbers that no fraction has.
        if is_tight
            && sign == '/'
            && first_digits <= 2
            && second_digits <= 2
            && !self.is_inside_number(at)
            && !self.is_inside_number(at + 2)
        {
            let (day, month) = self.day_month_order(first, second);
            // Favourite at 7/4: odds.
            let is_led = self.is_led(at) && self.is(at - 1, DateWord::At).is_none()
                || self.unit(at - 1).is_some_and(|(u, _)| u == Unit::Day)
                || self.weekday_at(at - 1).is_some()
                || first.max(second) > 12 && first_digits + second_digits > 2
                || self.mark(at - 1, &[',', '،']);
            let ends = self.document.token(at + 3);
            let goes_on = self.glued(at + 3) && (ends.kind != Kind::Punct || self.mark(at + 3, &['/', '%']));
            let is_day = is_led && !self.is_counted(at + 3) || is_eleventh_september(self.document, at);
            if is_day && !goes_on && (1..=12).contains(&month) && (1..=31).contains(&day) {
                let fields = Fields { month: Some(month as u8), day: Some(day as u8), ..Fields::default() };
                return Some((fields, at + 3));
            }
        }
        // on 5.12, في 4.22: where it ends the clause and no fraction of anything.
        if is_tight && sign == '.' && first_digits <= 2 && second_digits == 2 && self.is(at - 1, DateWord::On).is_some()
        {
            let (day, month) = self.day_month_order(first, second);
            let ends = self.ends_at(at + 3) && !self.mark(at + 3, &['%', '/', '-']);
            if ends && (1..=12).contains(&month) && (1..=31).contains(&day) {
                return Some((Fields { month: Some(month as u8), day: Some(day as u8), ..Fields::default() }, at + 3));
            }
        }
        None
    }

    /// Whether what stands at a token is counted by a fraction before it: `3/4 mile`.
    fn is_counted(&self, at: usize) -> bool {
        self.document.word_has_kind(at, &FRACTION_COUNTS)
            || self.is(at, DateWord::UnitAbbreviation(Unit::Hour)).is_some()
    }

    /// Which of two numbers is the day, which the month.
    fn day_month_order(&self, first: u64, second: u64) -> (u64, u64) {
        if first > 12 || (self.day_first && second <= 12) { (first, second) } else { (second, first) }
    }
}
