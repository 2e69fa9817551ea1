//! Days so long before or after another: `قبل ثلاثة أيام`, "three days ago".

use time::Date;

use super::calendar::{Grain, Length, Period, add_days, on_or_after, on_or_before};
use super::grammar::{Read, Reader, What, When};
use crate::digest::Modifier;
use crate::lang::words::{DateWord, Relation, Tense, Unit};
use crate::number::{number_at, ordinal_at};
use crate::text::Kind;

/// Between a superlative and the length of time that it is one in stand at most so many tokens.
const LONGEST_RANKED: usize = 10;

impl Reader<'_, '_> {
    /// A day so long before or after another: `قبل ثلاثة أيام`, "three days ago"; `بعد أسبوعين`, "in two
    /// weeks"; `a week earlier`; `two days after today`.
    pub(super) fn shifted(&self, at: usize) -> Option<Read> {
        let read = |what, modifier, end| Some(Read { what, modifier, clock: None, first: at, end });
        let before = self.word(at, |w| match w {
            DateWord::AgoBefore => Some(-1),
            DateWord::In => Some(1),
            _ => None,
        });
        if let Some((sign, next)) = before {
            let (modifier, start) = self.modifier_before(next).map_or((None, next), |(m, e)| (Some(m), e));
            let (length, end) = self.length(start, false)?;
            let is_latin = self.document.token(at).kind == Kind::Latin;
            if let Some(after) = self.is(end, DateWord::FromNow) {
                return read(self.shift(length, sign, self.context.today, false), modifier, after);
            }
            // بعد 10 أيام من إطلاق النار, "ten days after the shooting": a length.
            let is_counted = self.joins(end) && self.is(end, DateWord::CountedFrom).is_some() && !is_latin;
            // In two days the river rose: a length, unless the sentence looks ahead.
            let is_related = (start..end).any(|t| self.relation(t).is_some());
            let is_length = if is_latin {
                self.is_past(at) || self.is_ranked(at) || is_related || self.is(start, DateWord::The).is_some()
            } else {
                self.document.is_definite(start)
            };
            // With no time of publication to count hours from; she reads two books in a day.
            let is_clock = length.is_some_and(|l| l.is_clock()) && self.context.minute.is_none() && is_latin;
            // The second time in a week.
            let one = self.is(start, DateWord::One).and_then(|next| self.unit(next).filter(|_| next + 1 == end));
            let is_rate =
                is_latin && (one.is_some_and(|(unit, _)| unit == Unit::Day) || self.document.text(at - 1) == "time");
            if is_counted || is_length || is_clock || is_rate {
                return None;
            }
            if is_latin && self.is(end, DateWord::Later).is_some() {
                return None;
            }
            let is_told = sign > 0 && !is_latin && self.tense_at(at) != Some(Tense::Future);
            // انهارت بعد خمسة أيام, "collapsed after five days", where a month was named: so many days.
            let is_coarse = self.context.named.is_some_and(|named| named.start != named.end);
            // عاد بعد ثلاث سنوات, "he came back after three years", where no day was named to count from.
            if is_told && self.context.named.is_none()
                || is_told && is_coarse && length.is_some_and(|l| l.finest() < Unit::Month)
            {
                return None;
            }
            let from = if is_told { self.named_day() } else { self.context.today };
            let mut what = self.shift(length, sign, from, modifier == Some(Modifier::Approx));
            // in 3 days on Friday
            let on = self.is(end, DateWord::Of).unwrap_or(end);
            if let Some((_, after)) = self.weekday_at(on).filter(|_| is_latin) {
                what = self.shift(length, sign, from, false);
                return read(what, modifier, after);
            }
            let found = read(what, modifier, end)?;
            // The preposition of English stays outside.
            return Some(Read { first: if is_latin { next } else { at }, ..found });
        }
        // 3 Fridays from now
        if let Some(number) =
            number_at(self.document, at).filter(|n| n.value >= 1.0 && n.value <= 52.0 && n.value.fract() == 0.0)
            && let Some((weekday, end)) = self.weekday_any(number.tokens.end)
            && self.joins(number.tokens.end)
        {
            let back = self.is(end, DateWord::Ago);
            let after = back.or(self.is(end, DateWord::FromNow))?;
            let day = self.context.today.and_then(|today| {
                let weeks = 7 * (number.value as i32 - 1);
                match back {
                    Some(_) => add_days(on_or_before(today.previous_day()?, weekday)?, -weeks),
                    None => add_days(on_or_after(today.next_day()?, weekday)?, weeks),
                }
            });
            return read(What::Point(When::Period(day.map(Period::day))), None, after);
        }
        let (length, end) = self.length(at, false)?;
        if (at..end).any(|t| self.relation(t).is_some()) {
            return None;
        }
        if let Some(end) = self.is(end, DateWord::Ago) {
            // A week ago Friday: that near the day so long ago.
            if let Some((weekday, after)) =
                self.weekday_at(end).filter(|_| self.document.token(end).kind == Kind::Latin)
            {
                let near = length.and_then(|l| add_days(l.from(self.context.today?, -1)?, 3));
                let day = near.and_then(|near| on_or_before(near, weekday));
                return read(What::Point(When::Period(day.map(Period::day))), None, after);
            }
            return read(self.shift(length, -1, self.context.today, false), None, end);
        }
        if let Some(after) = self.is(end, DateWord::FromNow) {
            // من عام من الآن, "a year from now" behind a preposition; غادر سنة من الآن.
            let is_back = self.is(at - 1, DateWord::Preposition).is_some() || self.is_past(at);
            let sign = if is_back
                && self.document.token(at).kind != Kind::Latin
                && self.document.token(end).kind == Kind::Arabic
            {
                -1
            } else {
                1
            };
            return read(self.shift(length, sign, self.context.today, false), None, after);
        }
        let (sign, after) = self.word(end, |w| match w {
            DateWord::Later => Some(1),
            DateWord::Earlier => Some(-1),
            _ => None,
        })?;
        // 30 minutes later this week; minutes later in a story have no clock to count from.
        if self.relation(after).is_some_and(|(_, n)| self.unit(n).is_some())
            || length.is_some_and(|l| l.is_clock()) && self.context.minute.is_none()
        {
            return None;
        }
        // two days after today
        let point = self.point(after, 1).filter(|p| self.is_day(p.when));
        if let Some(point) = point {
            let from = self.resolve(point.when, at).map(|p| p.start);
            return read(self.shift_days(length, sign, from), None, point.end);
        }
        // `two years after the war` is counted from what follows.
        let is_closed =
            self.relation_after(end).is_none_or(|(r, _)| r == Relation::Before && self.document.text(end) == "earlier")
                && !self.is_from(end);
        if !(is_closed || self.ends_at(after)) || self.is_from(end) {
            return None;
        }
        // The 12 months to April, a month earlier: from their end.
        let spell = self.context.named.filter(|p| p.grain == Grain::Days).map(|p| p.end);
        read(self.shift(length, sign, spell.or(self.named_day()), false), None, after)
    }

    /// Whether the word is one that something must follow: `from`.
    fn is_from(&self, at: usize) -> bool {
        self.is(at, DateWord::Since).is_some()
    }

    /// Whether something is said before a token to be the n-th or most of its kind: `the third fire in`,
    /// `the highest price in`.
    fn is_ranked(&self, at: usize) -> bool {
        let ending = self.document.block_of(at).and_then(|b| b.language).map_or("", |l| l.shapes.superlative);
        let near = (at.saturating_sub(LONGEST_RANKED)..at).rev();
        let mut near = near.take_while(|&t| self.document.token(t).kind == Kind::Latin);
        near.any(|t| {
            ordinal_at(self.document, t).is_some()
                || !ending.is_empty() && self.document.text(t).len() > 5 && self.document.text(t).ends_with(ending)
        })
    }

    pub(super) fn is_past(&self, at: usize) -> bool {
        self.tense_at(at) == Some(Tense::Past)
    }

    /// The day, or the week, month or year, so long after a day.
    fn shift(&self, length: Option<Length>, sign: i32, from: Option<Date>, is_rough: bool) -> What {
        let Some(length) = length else { return What::Point(When::Period(None)) };
        if length.is_clock() {
            let moment = (|| {
                let minutes =
                    (length.hours * 60.0 + length.minutes) as i64 * i64::from(sign) + i64::from(self.context.minute?);
                let day = add_days(self.context.today?, i32::try_from(minutes.div_euclid(1440)).ok()?)?;
                Some((day, minutes.rem_euclid(1440) as u16))
            })();
            return What::Moment(moment);
        }
        let unit = match length.finest() {
            Unit::Day if is_rough && length.days == 0.0 => Unit::Week,
            unit => unit,
        };
        let day = from.and_then(|from| length.from(from, sign));
        What::Point(When::Period(day.and_then(|day| Period::around(day, unit, 0))))
    }

    fn shift_days(&self, length: Option<Length>, sign: i32, from: Option<Date>) -> What {
        let day = length.and_then(|l| l.from(from?, sign));
        What::Point(When::Period(day.map(Period::day)))
    }
}
