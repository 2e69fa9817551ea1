//! Clock times: `3 pm`, `15:30 GMT`, `الساعة الثالثة والنصف عصرا`, "half past three in the afternoon".

use time::Date;

use super::calendar::add_days;
use super::grammar::Reader;
use super::kinds::CLOCKS;
use crate::lang::words::{DateWord, DayPart, Unit};
use crate::lang::{Clitics, Room};
use crate::number::{number_at, ordinal_at};
use crate::text::Kind;

/// A time of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clock {
    /// Minutes since midnight; negative or past 24 hours where the other day is meant.
    minutes: i32,
    /// Minutes east of Greenwich, where the text names a zone.
    zone: Option<i16>,
    /// The hour is of twelve and nothing says of which half of the day.
    is_open: bool,
}

impl Clock {
    /// Its day and minute, told in the zone of the publication where that is known.
    pub fn on(self, day: Date, offset: Option<i16>) -> Option<(Date, u16)> {
        let shift = match (self.zone, offset) {
            (Some(zone), Some(offset)) => i32::from(offset) - i32::from(zone),
            _ => 0,
        };
        let minutes = self.minutes + shift;
        Some((add_days(day, minutes.div_euclid(1440))?, minutes.rem_euclid(1440) as u16))
    }

    /// The same hour, of the part of the day that is said elsewhere.
    pub fn in_part(self, part: Option<DayPart>) -> Clock {
        match part {
            Some(part) if self.is_open => {
                let hour = self.minutes / 60 % 12;
                Clock { minutes: hour_in(hour, part) * 60 + self.minutes % 60, is_open: false, ..self }
            }
            _ => self,
        }
    }
}

/// The hour of 24 for one of 12 (0 for twelve) in a part of the day.
fn hour_in(hour: i32, part: DayPart) -> i32 {
    match part {
        DayPart::Morning => hour,
        DayPart::Noon if hour >= 10 => hour,
        // After midnight is the night of the day before, but written with its own date.
        DayPart::Night if hour < 4 => hour,
        _ => hour + 12,
    }
}

impl Reader<'_, '_> {
    fn meridiem(&self, at: usize) -> Option<(DayPart, usize)> {
        self.word(at, |w| match w {
            DateWord::Meridiem(part) => Some(part),
            _ => None,
        })
    }

    /// An hour in digits or words, its end, and whether a leading zero says it is of 24.
    fn hour(&self, at: usize) -> Option<(i32, usize, bool)> {
        if let Some((value, digits)) = self.document.digits(at) {
            let is_full = digits == 2 && self.document.text(at).starts_with(['0', '٠', '۰']);
            // 330 p.m.
            if matches!(digits, 3 | 4)
                && value % 100 < 60
                && value < 1300
                && (self.meridiem(at + 1).is_some() || self.is_bare(at) && self.is(at - 1, DateWord::At).is_some())
            {
                return Some((value as i32, at + 1, false));
            }
            // 1130 GMT
            let is_zoned = digits == 4 && value % 100 < 60 && value < 2400 && self.has_zone(at + 1);
            return (is_zoned || digits <= 2 && value < 25).then_some((value as i32, at + 1, is_full || is_zoned));
        }
        let number = ordinal_at(self.document, at)
            .filter(|_| self.document.token(at).kind == Kind::Arabic)
            .or_else(|| number_at(self.document, at))?;
        let fits = (1.0..=12.0).contains(&number.value) && number.value.fract() == 0.0 && !number.digits;
        fits.then_some((number.value as i32, number.tokens.end, false))
    }

    /// The longest clock time that begins at a token. `part`: that of the day it is of.
    /// `beside`: it stands beside a day, so that less need say that it is one.
    pub(super) fn clock(&self, at: usize, part: Option<DayPart>, beside: bool) -> Option<(Clock, usize)> {
        if !self.may_begin(at, &CLOCKS) {
            return None;
        }
        // A line of nothing but times needs no word that says so.
        let is_bare = self.is_bare(at);
        let beside = beside || is_bare;
        let lead = self.is(at, DateWord::At).or_else(|| self.mark(at, &['@']).then_some(at + 1));
        // عند الساعة 15, "at the hour of 15"
        let lead = lead.map(|next| self.is(next, DateWord::At).unwrap_or(next));
        let start = lead.unwrap_or(at);
        let is_noun =
            lead.is_some() && self.document.token(at).kind == Kind::Arabic && self.document.is_definite(start - 1);
        // in the morning of; at about 3
        let start = if lead.is_some() { self.modifier_word(start) } else { start };
        // noon, midnight
        if let Some((hour, end)) = self.word(start, |w| match w {
            DateWord::Named(hour) => Some(hour),
            _ => None,
        }) {
            let is_led = lead.is_some()
                || beside
                || self.document.token(start).kind == Kind::Arabic
                || self.is(start - 1, DateWord::Preposition).is_some()
                // The deadline was midnight Saturday.
                || self.weekday_at(end).is_some();
            let clock = Clock { minutes: i32::from(hour) * 60, zone: None, is_open: false };
            return is_led.then(|| self.zoned(clock, end));
        }
        if let Some(found) = self.past_hour(start, part, lead.is_some() || is_bare) {
            return Some(found);
        }
        let (hour, after_hour, is_full) = self.hour(start)?;
        let mut end = after_hour;
        // Something says that this is a time.
        let mut says = hour >= 100 && self.has_zone(end);
        let (hour, mut minutes) = if hour >= 100 { (hour / 100, hour % 100) } else { (hour, 0) };
        let is_digits = self.document.token(start).kind == Kind::Digits;
        if start > 0
            && is_digits
            && self.glued(start)
            && self.mark(start - 1, &[':', '.', '/', ',', '-', '+', '#', '$'])
            && lead.is_none()
        {
            return None;
        }
        if is_digits && self.glued(end) && self.glued(end + 1) && self.mark(end, &[':', '.', '٫', ',', '،']) {
            if let Some((value, 2)) = self.document.digits(end + 1).filter(|&(v, _)| v < 60) {
                let is_colon = self.mark(end, &[':']);
                let then = end + 2;
                // 3.30pm, but 3.30 alone is a number.
                // at 10.15 on Thursday, at 10.15 yesterday
                let day_at = self.is(then, DateWord::On).unwrap_or(then);
                let is_of_day = lead.is_some()
                    && self
                        .word(day_at, |w| matches!(w, DateWord::Weekday(_) | DateWord::Day(_)).then_some(()))
                        .is_some();
                // 5.30 مساء, 13,00 ت غ
                let is_part = || {
                    let is_arabic = self.document.token(then).kind == Kind::Arabic;
                    is_arabic && (self.day_part(then).is_some() || self.has_zone(then))
                };
                let is_marked = is_colon || self.meridiem(then).is_some() || is_noun || is_of_day || is_part();
                if is_marked {
                    minutes = value as i32;
                    says = is_colon || says;
                    end = then;
                    if self.mark(end, &[':'])
                        && self.glued(end)
                        && self.glued(end + 1)
                        && self.document.digits(end + 1).is_some_and(|(_, d)| d == 2)
                    {
                        end += 2;
                    }
                } else {
                    return None;
                }
            } else {
                return None;
            }
        } else if is_digits
            && self.glued(end)
            && self.is(end, DateWord::UnitAbbreviation(Unit::Hour)).is_some()
            && self.document.text(end).len() == 1
        {
            // 3h18, 19h
            match self.document.digits(end + 1).filter(|_| self.glued(end + 1)) {
                Some((value, 2)) if value < 60 => {
                    minutes = value as i32;
                    end += 2;
                }
                _ if beside => end += 1,
                _ => return None,
            }
            says = true;
            if hour < 24 {
                let clock = Clock { minutes: hour * 60 + minutes, zone: None, is_open: false };
                return Some(self.zoned(clock, end));
            }
        }
        // الثالثة والنصف, الثالثة إلا ربعا, الثالثة وعشر دقائق
        if self.document.token(end).kind == Kind::Arabic
            || self.document.digits(end + 1).is_some() && self.is(end, DateWord::And).is_some()
        {
            let is_less = self.is(end, DateWord::Less);
            let next = is_less.or_else(|| self.is(end, DateWord::And)).unwrap_or(end);
            if (is_less.is_some() || next != end || self.document.clitics(end).any(Clitics::AND))
                && let Some((some, after)) = self.minutes(next)
            {
                minutes += if is_less.is_some() { -some } else { some };
                end = after;
            }
        }
        // at three twenty; four twenty-three a.m.; at 12 15
        if minutes == 0 && end == after_hour && self.document.token(end).kind == self.document.token(start).kind {
            let number = number_at(self.document, end)
                .filter(|n| n.digits == is_digits && (10.0..60.0).contains(&n.value) && n.value.fract() == 0.0);
            if let Some(number) = number {
                let after = number.tokens.end;
                let is_day_next = self.word(after, |w| matches!(w, DateWord::Day(_)).then_some(())).is_some();
                let ends = self.ends_at(after) || is_day_next;
                if self.meridiem(after).is_some() || lead.is_some() && ends && (!is_digits || is_bare) {
                    minutes = number.value as i32;
                    end = after;
                    says = true;
                }
            }
        }
        if let Some(after) = self.is(end, DateWord::OClock) {
            end = after;
            says = true;
        }
        // a.m., in the morning, صباحا, بعد الظهر
        let mut part = part;
        if let Some((meridiem, after)) = self.meridiem(end) {
            part = Some(meridiem);
            says = true;
            end = after;
        } else if self.glued(end)
            && (says || lead.is_some())
            && is_digits
            && matches!(self.document.text(end), "a" | "p" | "A" | "P")
        {
            part = Some(if self.document.text(end).eq_ignore_ascii_case("a") {
                DayPart::Morning
            } else {
                DayPart::Evening
            });
            says = true;
            end += 1;
        } else {
            let next = self.is(end, DateWord::Of).unwrap_or(end);
            let next = self.is(next, DateWord::The).unwrap_or(next);
            let next = if self.is(next, DateWord::Relation(crate::lang::words::Relation::Offset(0))).is_some() {
                next + 1
            } else {
                next
            };
            if self.joins(next)
                && let Some((found, after)) = self.day_part(next)
            {
                let is_of_day = self.point(after, 1).is_some() && self.document.token(after).kind == Kind::Arabic;
                let is_latin = self.document.token(next).kind == Kind::Latin;
                if (says || lead.is_some() || beside || !is_latin || !is_digits)
                    && !is_of_day
                    && !(is_latin && next == end)
                {
                    part = Some(found);
                    says = true;
                    end = after;
                }
            } else if let Some((found, after)) = self.day_part_today(end) {
                part = Some(found);
                says = says || lead.is_some();
                end = after;
            }
        }
        let is_spelt = !is_digits;
        let is_day_next = beside && self.word(end, |w| matches!(w, DateWord::Day(_)).then_some(())).is_some();
        let ends_well = self.ends_at(end)
            || self.is(end, DateWord::Of).is_some()
            || self.is(end, DateWord::ZoneLead).is_some()
            || self.zone(end).is_some()
            || is_day_next
            || self.document.token(end).kind == Kind::Arabic;
        let is_led = (lead.is_some() && (is_noun || beside) || is_bare && is_day_next) && ends_well;
        if !(says || is_led) || is_spelt && !(lead.is_some() || says) {
            return None;
        }
        // `at 5 percent`, `at 3-2`
        if !says && is_digits && (self.document.token(end).kind == Kind::Symbol || self.mark(end, &['-', '%', '/'])) {
            return None;
        }
        // 1:52 left, of a match
        if self.document.text(end) == "left" || self.is(end, DateWord::Rest).is_some() {
            return None;
        }
        if self.document.token(end).kind == Kind::Symbol || self.is_inside_clock(end) || hour == 24 && minutes > 0 {
            return None;
        }
        let clock = self.told(hour, minutes, part, is_full);
        Some(self.zoned(clock, end))
    }

    fn is_inside_clock(&self, end: usize) -> bool {
        self.glued(end)
            && (self.document.token(end).kind == Kind::Digits || self.mark(end, &[':']) && self.glued(end + 1))
    }

    fn day_part_today(&self, at: usize) -> Option<(DayPart, usize)> {
        self.word(at, |w| match w {
            DateWord::DayPartToday(part) => Some(part),
            _ => None,
        })
    }

    pub(super) fn modifier_word(&self, at: usize) -> usize {
        use crate::lang::Sense;
        use crate::lang::words::FigureWord;
        let found = self
            .document
            .sense(at, Room::FIGURE, |s| matches!(s, Sense::Figure(FigureWord::ModifierBefore(_))).then_some(()));
        found.map_or(at, |(_, words)| at + words)
    }

    /// The time of an hour and minutes. Without a part of the day, one to six is after noon.
    fn told(&self, hour: i32, minutes: i32, part: Option<DayPart>, is_full: bool) -> Clock {
        let (hour, is_open) = match part {
            // ربع قبل الثانية عشرة: a quarter to twelve is before noon.
            Some(DayPart::Morning) if hour == 12 && minutes < 0 => (12, false),
            Some(part) if hour <= 12 => (hour_in(hour % 12, part), false),
            None if (1..=6).contains(&hour) && !is_full => (hour + 12, true),
            _ => (hour, (7..=12).contains(&hour) && !is_full),
        };
        Clock { minutes: hour * 60 + minutes, zone: None, is_open }
    }

    /// A quarter of an hour, in minutes; halves are numbers.
    fn part_of_hour(&self, at: usize) -> Option<(i32, usize)> {
        let (_, end) = self.unit(at).filter(|&(unit, _)| unit == Unit::Quarter)?;
        Some((15, end))
    }

    /// Minutes in words behind an hour: `والنصف`, `وعشر دقائق`, `ربعا`.
    fn minutes(&self, at: usize) -> Option<(i32, usize)> {
        if let Some(part) = self.part_of_hour(at) {
            return Some(part);
        }
        let number = number_at(self.document, at)?;
        let end = number.tokens.end;
        if number.value > 0.0 && number.value < 1.0 {
            return Some(((number.value * 60.0).round() as i32, end));
        }
        let (unit, after) = self.units(end)?;
        (unit == Unit::Minute && number.value < 60.0).then_some((number.value as i32, after))
    }

    /// `half past three`, `a quarter to noon`, `20 past 3pm`, `half three`.
    fn past_hour(&self, at: usize, part: Option<DayPart>, is_led: bool) -> Option<(Clock, usize)> {
        let start = self.is(at, DateWord::One).unwrap_or(at);
        if self.document.token(start).kind == Kind::Arabic {
            return None;
        }
        let (value, after) = match self.part_of_hour(start) {
            Some((minutes, end)) => (f64::from(minutes) / 60.0, end),
            None => number_at(self.document, start).map(|n| (n.value, n.tokens.end))?,
        };
        let minutes = if value > 0.0 && value < 1.0 { value * 60.0 } else { value };
        if !(1.0..60.0).contains(&minutes) || minutes.fract() != 0.0 {
            return None;
        }
        let next = match self.units(after) {
            Some((Unit::Minute, end)) => end,
            _ => after,
        };
        let past = self.word(next, |w| match w {
            DateWord::Past => Some(1),
            DateWord::ToHour => Some(-1),
            _ => None,
        });
        // at half three
        let (sign, next) =
            past.or((is_led && value == 0.5 && self.is(next, DateWord::One).is_none()).then_some((1, next)))?;
        let (hour, part, end, is_sure) = if let Some((hour, end)) = self.word(next, |w| match w {
            DateWord::Named(hour) => Some(hour),
            _ => None,
        }) {
            (i32::from(hour), None, end, true)
        } else {
            let (hour, end, _) = self.hour(next)?;
            if self.glued(end) && self.mark(end, &[':']) {
                return None;
            }
            let end = if self.glued(end) && self.is(end, DateWord::UnitAbbreviation(Unit::Hour)).is_some() {
                end + 1
            } else {
                end
            };
            match self.meridiem(end) {
                Some((part, end)) => (hour, Some(part), end, true),
                // a quarter past nine in the morning
                None => match self.is(end, DateWord::Of).and_then(|next| self.day_part(self.skip(next, DateWord::The)))
                {
                    Some((part, end)) => (hour, Some(part), end, true),
                    None => (hour, part, end, false),
                },
            }
        };
        // Five to three may be a vote: words for a part of the hour, or for a part of the day, are sure.
        let is_part = value < 1.0 || self.units(after).is_some() && sign > 0;
        let is_past = self.document.text(next - 1).eq_ignore_ascii_case("past");
        // half past nine tomorrow
        let is_day_next = self.word(end, |w| matches!(w, DateWord::Day(_) | DateWord::DayPartToday(_)).then_some(())).is_some()
                // a quarter to six this evening, on Friday
                || is_part && (self.relation(end).is_some() || self.is(end, DateWord::On).is_some());
        let ends_well = self.ends_at(end) || is_sure || is_day_next || self.is(end, DateWord::Of).is_some();
        if !(is_sure || is_part || is_past) || !ends_well {
            return None;
        }
        let minutes = sign * minutes as i32;
        let clock = if is_sure && part.is_none() {
            Clock { minutes: hour * 60 + minutes, zone: None, is_open: false }
        } else {
            self.told(hour, minutes, part, false)
        };
        Some(self.zoned(clock, end))
    }

    fn zone(&self, at: usize) -> Option<(i16, usize)> {
        self.word(at, |w| match w {
            DateWord::Zone(zone) => Some(zone),
            _ => None,
        })
    }

    /// Behind Greenwich's time so many hours: GMT`+2`, UTC`-03:30`; the zone in minutes, and where it ends.
    fn hours_east(&self, at: usize) -> Option<(i16, usize)> {
        let sign = if self.mark(at, &['+']) { 1 } else { -1 };
        let is_sign = sign > 0 || self.mark(at, &['-', '−']) && self.glued(at);
        let (hours, _) = self.document.digits(at + 1).filter(|&(hours, digits)| digits <= 2 && hours <= 14)?;
        let minutes = self.document.digits(at + 3).filter(|_| self.mark(at + 2, &[':']) && self.glued(at + 3));
        let (minutes, end) = minutes.map_or((0, at + 2), |(minutes, _)| (minutes, at + 4));
        (is_sign && self.glued(at + 1) && minutes < 60).then_some((sign * (60 * hours + minutes) as i16, end))
    }

    /// Whether a zone stands at a token, or `local time`.
    fn has_zone(&self, at: usize) -> bool {
        self.zone(at).is_some() || self.is(at, DateWord::LocalTime).is_some()
    }

    /// With the zone that follows: `GMT`, `(BST)`, `بتوقيت غرينتش`.
    fn zoned(&self, clock: Clock, at: usize) -> (Clock, usize) {
        if let Some(end) = self.is(at, DateWord::LocalTime).filter(|_| self.joins(at)) {
            // 0930 local time (0730 GMT)
            let close = (end + 2..end + 6).find(|&t| self.mark(end, &['(']) && self.mark(t, &[')']));
            let again = close.filter(|&close| self.zone(close - 1).is_some());
            return (clock, again.map_or(end, |close| close + 1));
        }
        let lead = self.is(at, DateWord::ZoneLead);
        let next = lead.unwrap_or(at);
        let is_open = self.mark(next, &['(']);
        let start = if is_open { next + 1 } else { next };
        let is_latin = self.document.token(start).kind == Kind::Latin;
        // ت غ, the letters for Greenwich's time, needs no word before it.
        if let Some((zone, end)) = self.zone(start)
            && (is_latin || lead.is_some() || zone == 0 && end > start + 1)
        {
            let (zone, end) = if zone == 0 { self.hours_east(end).unwrap_or((zone, end)) } else { (zone, end) };
            let end = if is_open { self.skip_mark(end, &[')']) } else { end };
            return (Clock { zone: Some(zone), ..clock }, end);
        }
        // بتوقيت طهران: a zone that is not known is still part of the text.
        if lead.is_some() && self.document.token(next).is_word() {
            return (clock, next + 1);
        }
        (clock, at)
    }
}
