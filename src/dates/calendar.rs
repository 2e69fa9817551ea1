//! Periods on the calendar: their first and last day, and how they are written in ISO 8601.
//!
//! Arithmetic is `time`'s: 1 KB of WASM, where `jiff` took 46 and `icu_calendar` 4.

use time::{Date, Duration, Month};

use super::hijri;
use crate::digest::Day;
use crate::lang::words::{Feast, Unit};

/// How precisely a period is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grain {
    Unit(Unit),
    /// Season, spring is 1.
    Season(u8),
    /// Any run of days.
    Days,
}

/// A stretch of the calendar that a text names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    pub start: Date,
    pub end: Date,
    pub grain: Grain,
}

/// A date of the Gregorian calendar; `None` where there is no such day, or its year is not one
/// of the four digits that ISO 8601 writes a year in.
pub fn date(year: i32, month: u8, day: u8) -> Option<Date> {
    Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok().filter(|_| year > 0)
}

/// Easter Sunday of the Western churches, by the Gregorian computus (Meeus, Jones, Butcher).
fn easter(year: i32) -> Option<Date> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let days = h + l - 7 * ((a + 11 * h + 22 * l) / 451);
    add_days(date(year, 3, 22)?, days)
}

/// The day of a feast in a Gregorian year.
pub fn feast(year: i32, feast: Feast) -> Option<Period> {
    let day = match feast {
        Feast::Fixed(month, day) => date(year, month, day)?,
        Feast::Nth(month, n, weekday) => Period::of(year, Some(month), None)?.nth_weekday(i32::from(n), weekday)?,
        Feast::Easter(days) => add_days(easter(year)?, i32::from(days))?,
        Feast::Hijri(month, day) => {
            let first = hijri::year_of(date(year, 1, 1)?.to_julian_day());
            let of = |hijri| Period::of_hijri(hijri, Some(month), Some(day)).filter(|p| p.start.year() == year);
            return of(first).or_else(|| of(first + 1));
        }
    };
    Some(Period::day(day))
}

/// A day so many days later.
pub fn add_days(day: Date, days: i32) -> Option<Date> {
    day.checked_add(Duration::days(i64::from(days)))
}

/// The same day so many months later, or the month's last where it is shorter.
pub fn add_months(day: Date, months: i32) -> Option<Date> {
    let count = day.year().checked_mul(12)?.checked_add(day.month() as i32 - 1)?.checked_add(months)?;
    let (year, month) = (count.div_euclid(12), count.rem_euclid(12) as u8 + 1);
    let last = Month::try_from(month).ok()?.length(year);
    date(year, month, day.day().min(last))
}

impl Period {
    fn months(first: Date, months: i32, grain: Grain) -> Option<Period> {
        Some(Period { start: first, end: add_months(first, months)?.previous_day()?, grain })
    }

    /// A single day.
    pub fn day(day: Date) -> Period {
        Period { start: day, end: day, grain: Grain::Unit(Unit::Day) }
    }

    /// The day of this year, month and day, or the month, or the year, as far as given.
    pub fn of(year: i32, month: Option<u8>, day: Option<u8>) -> Option<Period> {
        match (month, day) {
            (Some(m), Some(d)) => Some(Period::day(date(year, m, d)?)),
            (Some(m), None) => Period::months(date(year, m, 1)?, 1, Grain::Unit(Unit::Month)),
            _ => Period::months(date(year, 1, 1)?, 12, Grain::Unit(Unit::Year)),
        }
    }

    /// The same of the Hijri calendar, without a part that is not given.
    pub fn of_hijri(year: i32, month: Option<u8>, day: Option<u8>) -> Option<Period> {
        let (first, _) = hijri::month(year, month.unwrap_or(1))?;
        let (start, last) = hijri::month(year, month.unwrap_or(12))?;
        let of = |julian| Date::from_julian_day(julian).ok();
        if let Some(day) = day {
            let julian = start + i32::from(day) - 1;
            return (day >= 1 && julian <= last).then(|| of(julian).map(Period::day)).flatten();
        }
        Some(Period { start: of(first)?, end: of(last)?, grain: Grain::Days })
    }

    /// The period of a unit that a day lies in, or the one so many units later.
    pub fn around(day: Date, unit: Unit, later: i32) -> Option<Period> {
        let grain = Grain::Unit(unit);
        let monday = |day: Date| add_days(day, -i32::from(day.weekday().number_days_from_monday()));
        match unit {
            Unit::Day | Unit::Night => Some(Period::day(add_days(day, later)?)),
            Unit::Week | Unit::Fortnight => {
                let start = add_days(monday(day)?, later * 7)?;
                Some(Period { start, end: add_days(start, 6)?, grain: Grain::Unit(Unit::Week) })
            }
            Unit::Weekend => {
                let start = add_days(monday(day)?, later * 7 + 5)?;
                Some(Period { start, end: add_days(start, 1)?, grain })
            }
            _ => {
                let size = unit_months(unit)?;
                let month = day.month() as i32 - 1;
                let into = if size <= 12 { month % size } else { day.year().rem_euclid(size / 12) * 12 + month };
                let first = add_months(date(day.year(), day.month() as u8, 1)?, later * size - into)?;
                Period::months(first, size, grain)
            }
        }
    }

    /// A season of a year. Winter is the one that begins in it.
    pub fn season(year: i32, season: u8) -> Option<Period> {
        Period::months(date(year, season * 3, 1)?, 3, Grain::Season(season))
    }

    /// The n-th unit inside, from the end where `n` is negative.
    pub fn nth(self, n: i32, unit: Unit) -> Option<Period> {
        let found = match unit {
            // A week belongs to the month or year that has its Thursday, as in ISO 8601.
            Unit::Week => {
                let thursday = self.nth_weekday(n, 4)?;
                Period::around(thursday, Unit::Week, 0)?
            }
            Unit::Weekend => Period::around(self.nth_weekday(n, 6)?, Unit::Weekend, 0)?,
            // The second half of the 20th century, of March: only a year has halves with names.
            Unit::HalfYear | Unit::Quarter if self.grain != Grain::Unit(Unit::Year) => {
                self.share(n, if unit == Unit::HalfYear { 2 } else { 4 })?
            }
            _ if n > 0 => Period::around(self.start, unit, n - 1)?,
            _ => Period::around(self.end, unit, n + 1)?,
        };
        (found.end >= self.start && found.start <= self.end).then_some(found)
    }

    /// The n-th of so many equal parts, from the end where `n` is negative: in whole months where the
    /// parts are that long, else in days.
    fn share(self, n: i32, parts: i32) -> Option<Period> {
        let n = if n > 0 { n - 1 } else { parts + n };
        let months =
            (self.end.year() - self.start.year()) * 12 + self.end.month() as i32 - self.start.month() as i32 + 1;
        let bound = |n: i32| match months {
            _ if !(0..=parts).contains(&n) => None,
            _ if months >= parts => add_months(self.start, months * n / parts),
            _ => add_days(self.start, ((self.end - self.start).whole_days() as i32 + 1) * n / parts),
        };
        Some(Period { start: bound(n)?, end: bound(n + 1)?.previous_day()?, grain: Grain::Days })
    }

    /// The n-th of a weekday (Monday is 1) inside, from the end where `n` is negative.
    pub fn nth_weekday(self, n: i32, weekday: u8) -> Option<Date> {
        let found = if n > 0 {
            add_days(on_or_after(self.start, weekday)?, (n - 1) * 7)?
        } else {
            add_days(on_or_before(self.end, weekday)?, (n + 1) * 7)?
        };
        (found >= self.start && found <= self.end).then_some(found)
    }

    /// In ISO 8601, with the extensions of TimeML for what that has no name for.
    pub fn value(&self) -> String {
        let mut out = String::new();
        let (year, month) = (self.start.year(), self.start.month() as i32);
        match self.grain {
            Grain::Unit(Unit::Day) => push_iso(&mut out, self.start),
            Grain::Unit(unit @ (Unit::Week | Unit::Weekend)) => {
                let (year, week, _) = self.start.to_iso_week_date();
                push_padded(&mut out, year.into(), 4);
                out.push_str("-W");
                push_padded(&mut out, week.into(), 2);
                if unit == Unit::Weekend {
                    out.push_str("-WE");
                }
            }
            Grain::Unit(Unit::Decade) => {
                push_padded(&mut out, (year / 10).into(), 3);
                out.push('X');
            }
            Grain::Unit(Unit::Century) => {
                push_padded(&mut out, (year / 100).into(), 2);
                out.push_str("XX");
            }
            Grain::Unit(Unit::Year) => push_padded(&mut out, year.into(), 4),
            Grain::Unit(unit @ (Unit::Month | Unit::Quarter | Unit::HalfYear)) => {
                push_padded(&mut out, year.into(), 4);
                let (mark, part, width) = match unit {
                    Unit::Month => ("-", month, 2),
                    Unit::Quarter => ("-Q", (month - 1) / 3 + 1, 1),
                    _ => ("-H", (month - 1) / 6 + 1, 1),
                };
                out.push_str(mark);
                push_padded(&mut out, part.into(), width);
            }
            Grain::Season(season) => {
                push_padded(&mut out, year.into(), 4);
                out.push_str(["-SP", "-SU", "-FA", "-WI"][usize::from(season.clamp(1, 4)) - 1]);
            }
            _ => {
                push_iso(&mut out, self.start);
                out.push('/');
                push_iso(&mut out, self.end);
            }
        }
        out
    }
}

/// Months in a unit; `None` for those of days and less.
fn unit_months(unit: Unit) -> Option<i32> {
    Some(match unit {
        Unit::Month => 1,
        Unit::Quarter => 3,
        Unit::HalfYear => 6,
        Unit::Year => 12,
        Unit::Decade => 120,
        Unit::Century => 1200,
        _ => return None,
    })
}

/// A date as a digest has it; `None` before the common era.
pub fn day(date: Date) -> Option<Day> {
    let year = u16::try_from(date.year()).ok().filter(|&year| year > 0)?;
    Some(Day { year, month: date.month().into(), day: date.day() })
}

fn push_iso(out: &mut String, day: Date) {
    push_padded(out, day.year().into(), 4);
    out.push('-');
    push_padded(out, day.month() as i64, 2);
    out.push('-');
    push_padded(out, day.day().into(), 2);
}

/// A minute of a day as `2024-02-17T15:00`.
pub fn iso_minute(day: Date, minute: u16) -> String {
    let mut out = String::with_capacity(16);
    push_iso(&mut out, day);
    out.push('T');
    push_padded(&mut out, (minute / 60).into(), 2);
    out.push(':');
    push_padded(&mut out, (minute % 60).into(), 2);
    out
}

/// Appends a number with zeros before it up to a width, its sign included. A mention has five
/// of them, which the standard library's formatting takes ten times as long for.
fn push_padded(out: &mut String, number: i64, width: usize) {
    if number < 0 {
        out.push('-');
    }
    let mut digits = [b'0'; 20];
    let mut rest = number.unsigned_abs();
    let mut first = digits.len();
    let least = digits.len() - width.saturating_sub(usize::from(number < 0)).clamp(1, digits.len());
    while rest > 0 || first > least {
        first -= 1;
        digits[first] = b'0' + (rest % 10) as u8;
        rest /= 10;
    }
    out.extend(digits[first..].iter().map(|&digit| char::from(digit)));
}

/// The weekday's first date from a day on.
pub fn on_or_after(day: Date, weekday: u8) -> Option<Date> {
    add_days(day, (i32::from(weekday) - i32::from(day.weekday().number_from_monday())).rem_euclid(7))
}

/// The weekday's last date up to a day.
pub fn on_or_before(day: Date, weekday: u8) -> Option<Date> {
    add_days(day, -(i32::from(day.weekday().number_from_monday()) - i32::from(weekday)).rem_euclid(7))
}

/// Appends a number with at most four decimals. Floats' own formatting would be three kilobytes of
/// what a reader downloads, and nothing else here needs it.
fn push_decimal(out: &mut String, number: f64) {
    const DECIMALS: u64 = 10_000;
    let scaled = (number * DECIMALS as f64).round() as u64;
    push_padded(out, (scaled / DECIMALS) as i64, 1);
    let rest = scaled % DECIMALS;
    if rest > 0 {
        out.push('.');
        push_padded(out, rest as i64, 4);
        out.truncate(out.trim_end_matches('0').len());
    }
}

/// A length of time as its text gives it, unit by unit.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Length {
    pub years: f64,
    pub months: f64,
    pub weeks: f64,
    pub days: f64,
    pub hours: f64,
    pub minutes: f64,
    pub seconds: f64,
}

impl Length {
    /// Adds so many of a unit.
    pub fn add(&mut self, count: f64, unit: Unit) {
        match unit {
            Unit::Second => self.seconds += count,
            Unit::Minute => self.minutes += count,
            Unit::Hour => self.hours += count,
            Unit::Day | Unit::Night => self.days += count,
            Unit::Week | Unit::Weekend => self.weeks += count,
            Unit::Fortnight => self.weeks += count * 2.0,
            Unit::Month => self.months += count,
            Unit::Quarter => self.months += count * 3.0,
            Unit::HalfYear => self.months += count * 6.0,
            Unit::Year => self.years += count,
            Unit::Decade => self.years += count * 10.0,
            Unit::Century => self.years += count * 100.0,
        }
    }

    /// About how many seconds it has, to tell the longer of two.
    pub fn seconds(&self) -> f64 {
        let days = self.years * 365.0 + self.months * 30.0 + self.weeks * 7.0 + self.days;
        ((days * 24.0 + self.hours) * 60.0 + self.minutes) * 60.0 + self.seconds
    }

    /// As `P1Y6M`, `PT2H`.
    pub fn value(&self) -> String {
        let parts = [
            (self.years, "Y"),
            (self.months, "M"),
            (self.weeks, "W"),
            (self.days, "D"),
            (self.hours, "H"),
            (self.minutes, "M"),
            (self.seconds, "S"),
        ];
        let mut out = String::from("P");
        let mut has_time = false;
        for (at, (count, letter)) in parts.into_iter().enumerate() {
            if count != 0.0 {
                if at >= 4 && !has_time {
                    out.push('T');
                    has_time = true;
                }
                push_decimal(&mut out, count);
                out.push_str(letter);
            }
        }
        out
    }

    /// Its parts, unit by unit.
    pub fn parts(&self) -> [(f64, Unit); 7] {
        [
            (self.years, Unit::Year),
            (self.months, Unit::Month),
            (self.weeks, Unit::Week),
            (self.days, Unit::Day),
            (self.hours, Unit::Hour),
            (self.minutes, Unit::Minute),
            (self.seconds, Unit::Second),
        ]
    }

    /// Whether it has no part longer than a day's.
    pub fn is_clock(&self) -> bool {
        self.years + self.months + self.weeks + self.days == 0.0
    }

    /// The finest unit it counts, of those that the calendar has.
    pub fn finest(&self) -> Unit {
        if self.days > 0.0 || self.weeks > 0.0 || self.is_clock() {
            Unit::Day
        } else if self.months > 0.0 || self.years.fract() > 0.0 {
            Unit::Month
        } else {
            Unit::Year
        }
    }

    /// The day this long after another, or before it.
    pub fn from(&self, day: Date, sign: i32) -> Option<Date> {
        let months = self.years * 12.0 + self.months;
        let days = self.weeks * 7.0 + self.days;
        if months > 1.0e5 || days > 1.0e6 {
            return None;
        }
        add_days(add_months(day, sign * months as i32)?, sign * days as i32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_is_that_of_the_churches() {
        // The earliest and the latest, and years that the rule has its exceptions for.
        for day in [
            "1583-04-10",
            "1818-03-22",
            "1900-04-15",
            "1943-04-25",
            "1954-04-18",
            "1981-04-19",
            "2000-04-23",
            "2024-03-31",
            "2038-04-25",
            "2049-04-18",
            "2076-04-19",
            "2100-03-28",
            "2200-04-06",
            "2285-03-22",
            "2300-04-08",
        ] {
            let year = day[..4].parse().expect("a year");
            assert_eq!(Period::day(easter(year).expect("a day")).value(), day);
        }
    }

    #[test]
    fn units_have_their_nth() {
        let year = |year| Period::of(year, None, None).expect("a year");
        let month = |year, month| Period::of(year, Some(month), None).expect("a month");
        let century = Period::around(date(1950, 6, 1).expect("a day"), Unit::Century, 0).expect("a century");
        for (whole, n, unit, wanted) in [
            (year(2015), 1, Unit::Week, "2015-W01"),
            (year(2015), -1, Unit::Week, "2015-W53"),
            (year(2015), 54, Unit::Week, "-"),
            (year(2018), -1, Unit::Week, "2018-W52"),
            (year(2018), -3, Unit::Week, "2018-W50"),
            (month(2024, 5), 5, Unit::Week, "2024-W22"),
            (month(2024, 5), 6, Unit::Week, "-"),
            (month(2024, 6), -1, Unit::Weekend, "2024-W26-WE"),
            (month(2024, 6), 1, Unit::Day, "2024-06-01"),
            (month(2024, 6), 30, Unit::Day, "2024-06-30"),
            (month(2024, 6), 31, Unit::Day, "-"),
            (month(2024, 6), -30, Unit::Day, "2024-06-01"),
            (month(2024, 6), -31, Unit::Day, "-"),
            (year(2024), 12, Unit::Month, "2024-12"),
            (year(2024), 13, Unit::Month, "-"),
            (year(2024), -12, Unit::Month, "2024-01"),
            (year(2024), 4, Unit::Quarter, "2024-Q4"),
            (year(2024), 2, Unit::HalfYear, "2024-H2"),
            (century, 10, Unit::Decade, "199X"),
            (century, 1, Unit::Quarter, "1900-01-01/1924-12-31"),
            (century, -1, Unit::Quarter, "1975-01-01/1999-12-31"),
            (century, -2, Unit::HalfYear, "1900-01-01/1949-12-31"),
            (century, 3, Unit::HalfYear, "-"),
            (month(2023, 2), 2, Unit::HalfYear, "2023-02-15/2023-02-28"),
            (month(2023, 2), -4, Unit::Quarter, "2023-02-01/2023-02-07"),
        ] {
            let found = whole.nth(n, unit).map_or("-".into(), |p| p.value());
            assert_eq!(found, wanted, "{n} {unit:?} of {}", whole.value());
        }
    }

    #[test]
    fn seasons_have_three_months() {
        for (season, value, end) in [
            (1, "2023-SP", "2023-05-31"),
            (2, "2023-SU", "2023-08-31"),
            (3, "2023-FA", "2023-11-30"),
            (4, "2023-WI", "2024-02-29"),
        ] {
            let found = Period::season(2023, season).expect("a season");
            assert_eq!((found.value().as_str(), Period::day(found.end).value().as_str()), (value, end));
        }
    }

    #[test]
    fn lengths_add_up() {
        let of = |parts: &[(f64, Unit)]| {
            let mut length = Length::default();
            for &(count, unit) in parts {
                length.add(count, unit);
            }
            length
        };
        for (unit, value, seconds) in [
            (Unit::Second, "PT2S", 2.0),
            (Unit::Minute, "PT2M", 120.0),
            (Unit::Hour, "PT2H", 7_200.0),
            (Unit::Day, "P2D", 172_800.0),
            (Unit::Night, "P2D", 172_800.0),
            (Unit::Week, "P2W", 1_209_600.0),
            (Unit::Weekend, "P2W", 1_209_600.0),
            (Unit::Fortnight, "P4W", 2_419_200.0),
            (Unit::Month, "P2M", 5_184_000.0),
            (Unit::Quarter, "P6M", 15_552_000.0),
            (Unit::HalfYear, "P12M", 31_104_000.0),
            (Unit::Year, "P2Y", 63_072_000.0),
            (Unit::Decade, "P20Y", 630_720_000.0),
            (Unit::Century, "P200Y", 6_307_200_000.0),
        ] {
            let length = of(&[(1.0, unit), (1.0, unit)]);
            assert_eq!((length.value().as_str(), length.seconds()), (value, seconds));
        }
        let day = date(2024, 1, 31).expect("a day");
        for (parts, finest, after, before) in [
            (&[(1.0, Unit::Month)][..], Unit::Month, "2024-02-29", "2023-12-31"),
            (&[(1.0, Unit::Year), (1.0, Unit::Month)], Unit::Month, "2025-02-28", "2022-12-31"),
            (&[(1.5, Unit::Year)], Unit::Month, "2025-07-31", "2022-07-31"),
            (&[(2.0, Unit::Year)], Unit::Year, "2026-01-31", "2022-01-31"),
            (&[(1.0, Unit::Week), (2.0, Unit::Day)], Unit::Day, "2024-02-09", "2024-01-22"),
            (&[(1.0, Unit::Month), (1.0, Unit::Day)], Unit::Day, "2024-03-01", "2023-12-30"),
        ] {
            let length = of(parts);
            let shifted = |sign| length.from(day, sign).map_or("-".into(), |d| Period::day(d).value());
            assert_eq!((length.finest(), shifted(1).as_str(), shifted(-1).as_str()), (finest, after, before));
            assert!(!length.is_clock());
        }
        assert!(of(&[(1.0, Unit::Hour), (3.0, Unit::Second)]).is_clock());
        assert_eq!(of(&[(1e4, Unit::Year)]).from(day, 1), None);
    }

    #[test]
    fn decimals_are_as_long_as_they_need_be() {
        let written = |number| {
            let mut out = String::new();
            push_decimal(&mut out, number);
            out
        };
        assert_eq!(written(12.0), "12");
        assert_eq!(written(2.5), "2.5");
        assert_eq!(written(0.05), "0.05");
        assert_eq!(written(2.0 / 3.0), "0.6667");
        assert_eq!(written(1_000_000.25), "1000000.25");
    }
}
