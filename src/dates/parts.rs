//! Parts of periods: `مطلع يناير`, "early January"; the third quarter of 2016; the rest of the week.

use super::calendar::{self, Grain, Period, add_days, on_or_after, on_or_before};
use super::grammar::{Fields, Point, Reader, When};
use crate::digest::Modifier;
use crate::lang::Clitics;
use crate::lang::words::{DateWord, DayPart, Era, Relation, Tense, Unit};
use crate::number::{number_at, ordinal_at};
use crate::text::Kind;

impl Reader<'_, '_> {
    /// Part of a period: `مطلع يناير الماضي`, "the beginning of last January"; `mid-2019`.
    pub(super) fn part_of(&self, at: usize, deep: u8) -> Option<Point> {
        // year end, year's end: "the end of the year"
        if let Some((unit, next)) = self.unit(at)
            && unit == Unit::Year
            && let Some((modifier, end)) = self.word(self.behind_possessor(self.skip_mark(next, &['-'])), |w| match w {
                DateWord::PartAfter(modifier) => Some(modifier),
                _ => None,
            })
        {
            let when = When::Period(self.related(unit, Relation::Offset(0)));
            return Some(Point { when, modifier: Some(modifier), day_part: None, clock: None, end });
        }
        let (modifier, end) = self.part(at)?;
        // the early '90s
        let next = self.skip_mark(end, &['-', '\'', '’', '‘']);
        // late-night tweets
        if next != end && self.unit(next).is_some_and(|(unit, _)| unit == Unit::Night) {
            return None;
        }
        // The end of April, but not "the start on Saturday".
        let is_of =
            self.document.token(next).kind != Kind::Latin || self.document.text(next).eq_ignore_ascii_case("of");
        let next = if is_of { self.skip(next, DateWord::Of) } else { next };
        let mut inner = self.inner(next, deep)?;
        // Earlier today, talks end Friday: the day is meant.
        let is_verb = next == end && self.document.text(at) == "end";
        if (matches!(modifier, Modifier::Before | Modifier::After) || is_verb) && self.is_day(inner.when) {
            return None;
        }
        inner.modifier = Some(inner.modifier.unwrap_or(modifier));
        Some(inner)
    }

    /// A point, or a bare unit that stands for the current one: `of the year`.
    fn inner(&self, at: usize, deep: u8) -> Option<Point> {
        let point = self.point(at, deep + 1).or_else(|| {
            let (year, end) = self.year_alone(at, true)?;
            let fields = Fields { year: Some(year), ..Fields::default() };
            Some(Point::new(When::Fields(fields), end))
        });
        // Where a part is said of it, رمضان is no one's name.
        let point = point.or_else(|| {
            let (month, hijri, _, end) = self.month(at).filter(|&(_, hijri, ..)| hijri)?;
            let fields = Fields { month: Some(month), hijri, ..Fields::default() };
            Some(Point::new(When::Fields(fields), end))
        });
        point.or_else(|| {
            let at = self.skip(at, DateWord::The);
            let (unit, end) = self.unit(at)?;
            let is_latin = self.document.token(at).kind == Kind::Latin;
            if unit < Unit::Day || !(is_latin || self.document.is_definite(at)) || !self.joins(at) {
                return None;
            }
            let period = self.related(unit, Relation::Offset(0));
            Some(Point::new(When::Period(period), end))
        })
    }

    /// Part of a day before it: `مساء أمس الأحد`, "the evening of yesterday, Sunday".
    pub(super) fn part_of_day(&self, at: usize, deep: u8) -> Option<Point> {
        let today = |part| Point {
            when: When::Period(self.context.today.map(Period::day)),
            modifier: None,
            day_part: Some(part),
            clock: None,
            end: at,
        };
        if let Some((part, end)) = self.word(at, |w| match w {
            DateWord::DayPartToday(part) => Some(part),
            _ => None,
        }) {
            if self.goes_on_name(at, end) {
                return None;
            }
            return Some(Point { end, ..today(part) });
        }
        let (part, end) = self.day_part(at)?;
        // صباح اليوم; هذا الصباح is read where `هذا` stands.
        let next = self.skip(end, DateWord::Of);
        if !self.joins(next) || self.document.token(next).kind != Kind::Arabic {
            return None;
        }
        let found = self.point(next, deep + 1)?;
        if !self.is_day(found.when) || found.day_part.is_some() {
            return None;
        }
        // ليل الاثنين الثلاثاء, "the night of Monday to Tuesday"
        let is_next =
            |weekday: u8| matches!(found.when, When::Fields(f) if f.weekday.is_some_and(|w| w % 7 + 1 == weekday));
        let until = self
            .weekday_at(self.skip_mark(found.end, &['-', '/']))
            .filter(|&(day, _)| part == DayPart::Night && is_next(day));
        let end = until.filter(|_| self.joins(found.end)).map_or(found.end, |(_, end)| end);
        Some(Point { day_part: Some(part), end, ..found })
    }

    /// Which of its kind: `الثالث`, `third`; the last is -1.
    pub(super) fn nth(&self, at: usize) -> Option<(i32, usize)> {
        if let Some(ordinal) = ordinal_at(self.document, at) {
            let n = ordinal.value as i32;
            // The third last.
            if let Some(end) = self.is(ordinal.tokens.end, DateWord::LastOf) {
                return Some((-n, end));
            }
            return (1..=100).contains(&n).then_some((n, ordinal.tokens.end));
        }
        self.is(at, DateWord::LastOf).filter(|_| !self.lasts(at)).map(|end| (-1, end))
    }

    /// Two of a unit in one word: `شهرين`, "two months".
    fn two_of(&self, at: usize) -> Option<(Unit, usize)> {
        self.word(at, |w| match w {
            DateWord::Dual(unit) => Some(unit),
            _ => None,
        })
    }

    /// The n-th unit or weekday of a period: `الربع الثالث من عام 2016`, "the third quarter of
    /// 2016"; `أول ثلاثاء من أكتوبر`, "the first Tuesday of October"; `19th century`.
    pub(super) fn nth_of(&self, at: usize, deep: u8) -> Option<(When, usize)> {
        enum Of {
            Unit(Unit),
            Weekday(u8),
        }
        let named = |at: usize| {
            if let Some((weekday, end)) = self.weekday_any(at) {
                return Some((Of::Weekday(weekday), end));
            }
            self.unit(at).map(|(unit, end)| (Of::Unit(unit), end))
        };
        let mut count = 1;
        let (n, of, end) = if let Some((n, next)) = self.nth(at) {
            let next = self.skip_mark(next, &['-']);
            // the first six months; أول ستة أشهر
            let counted = number_at(self.document, next)
                .filter(|k| n.abs() == 1 && (2.0..=100.0).contains(&k.value) && k.value.fract() == 0.0);
            // أول شهرين, "the first two months"
            let counted = counted
                .and_then(|k| Some((k.value, self.units(k.tokens.end)?)))
                .or_else(|| Some((2.0, self.two_of(next).filter(|_| n.abs() == 1)?)));
            let (of, end) = match counted {
                Some((k, (unit, end))) => {
                    count = k as i32;
                    (Of::Unit(unit), end)
                }
                // أول عام, "the first year"; but in الأولى عام 2011 the year is no ordinal's.
                None => named(next).filter(|_| {
                    let is_apart = self.document.token(next).kind == Kind::Arabic
                        && self.document.is_definite(at)
                        && !self.document.is_definite(next)
                        && next == at + 1;
                    self.joins(next) && !is_apart
                })?,
            };
            (n, of, end)
        } else if let Some((k, unit, next)) = self
            .counted(at)
            .or_else(|| self.two_of(at).filter(|_| self.document.is_definite(at)).map(|(unit, next)| (2.0, unit, next)))
            && let Some((n @ (1 | -1), end)) = self.nth(next)
        {
            // الأشهر الستة الأولى, "the first six months"
            count = k as i32;
            (n, Of::Unit(unit), end)
        } else {
            let (of, next) = named(at)?;
            // القرن 18, "the 18th century"
            if let Of::Unit(Unit::Century) = of
                && let Some((n @ 1..=21, _)) = self.document.digits(next)
                && self.joins(next)
                && self.document.is_definite(at)
            {
                return Some((When::Period(century(n as i32)), next + 1));
            }
            if !self.joins(next) || self.document.token(next).kind != Kind::Arabic || !self.document.is_definite(next) {
                return None;
            }
            let (n, end) = self.nth(next)?;
            (n, of, end)
        };
        let unit = match of {
            Of::Unit(unit) => unit,
            Of::Weekday(_) => Unit::Day,
        };
        if unit < Unit::Day {
            return None;
        }
        if unit == Unit::Century {
            let (era, after) = self.era(end);
            let is_common = !matches!(era, Some(Era::BeforeCommon | Era::Hijri));
            return Some((When::Period(century(n).filter(|_| is_common)), after));
        }
        // The first Tuesday after 1 November.
        if let Of::Weekday(weekday) = of
            && n > 0
            && let Some((is_later, next)) = self.word(end, |w| match w {
                DateWord::Later | DateWord::In => Some(true),
                DateWord::Earlier | DateWord::AgoBefore => Some(false),
                _ => None,
            })
            && let Some(point) = self.point(next, deep + 1).filter(|p| self.is_day(p.when))
        {
            let day = self.resolve(point.when, at).and_then(|p| {
                let weeks = 7 * (n - 1);
                if is_later {
                    add_days(on_or_after(p.end.next_day()?, weekday)?, weeks)
                } else {
                    add_days(on_or_before(p.start.previous_day()?, weekday)?, -weeks)
                }
            });
            return Some((When::Period(day.map(Period::day)), point.end));
        }
        // الشهر الثامن, "the eighth month", is August.
        let is_month =
            count == 1 && unit == Unit::Month && (1..=12).contains(&n) && self.document.token(at).kind == Kind::Arabic;
        let linked = self.skip(end, DateWord::Of);
        let is_linked = linked != end || self.document.clitics(end).any(Clitics::WITH | Clitics::FOR);
        let inner = self.inner(linked, deep).filter(|p| {
            let is_period = match p.when {
                When::Fields(f) => f.day.is_none() && f.weekday.is_none(),
                When::Period(period) => period.is_none_or(|p| p.start < p.end),
            };
            is_period
                && self.joins(linked)
                && (is_linked || !matches!(p.when, When::Fields(Fields { month: Some(_), .. })))
        });
        if let Some(inner) = inner {
            let whole = self.resolve(inner.when, at);
            let period = whole.and_then(|whole| match of {
                Of::Weekday(weekday) => whole.nth_weekday(n, weekday).map(Period::day),
                Of::Unit(unit) if count > 1 => {
                    let (first, last) = if n > 0 { (1, count) } else { (-count, -1) };
                    let (first, last) = (whole.nth(first, unit)?, whole.nth(last, unit)?);
                    Some(Period { start: first.start, end: last.end, grain: Grain::Days })
                }
                Of::Unit(unit) => whole.nth(n, unit),
            });
            // 1st week of October on Friday.
            if unit == Unit::Week
                && let Some((weekday, after)) = self.weekday_at(self.skip(inner.end, DateWord::Of))
                && self.joins(inner.end)
            {
                let fields = Fields { weekday: Some(weekday), within: Some(period), ..Fields::default() };
                return Some((When::Fields(fields), after));
            }
            return Some((When::Period(period), inner.end));
        }
        if is_month || count > 1 {
            return None;
        }
        match of {
            // الربع الثالث: of the year that is running, or the last that had one.
            Of::Unit(Unit::Quarter | Unit::HalfYear) if n > 0 || self.document.token(at).kind == Kind::Arabic => {
                let per_year = if unit == Unit::Quarter { 4 } else { 2 };
                if !(-1..=per_year).contains(&n) || self.ends_badly(end, unit) {
                    return None;
                }
                let today = self.context.today;
                let is_ahead = self.tense_at(at) == Some(Tense::Future);
                let period = today.and_then(|today| {
                    let of = |years| Period::around(today, Unit::Year, years)?.nth(n, unit);
                    if is_ahead {
                        of(0).filter(|p| p.end >= today).or_else(|| of(1))
                    } else {
                        of(0).filter(|p| p.start <= today).or_else(|| of(-1))
                    }
                });
                Some((When::Period(period), end))
            }
            _ => None,
        }
    }

    /// Whether a half or quarter is likelier one of something else: `second half` of a match,
    /// `ربع` of a number.
    fn ends_badly(&self, end: usize, unit: Unit) -> bool {
        unit == Unit::HalfYear
            || self.is(end, DateWord::Of).is_some()
            || !self.ends_at(end) && self.document.token(end).kind == Kind::Arabic
    }

    /// What is left of a period: `بقية العام`, "the rest of the year".
    pub(super) fn rest(&self, at: usize, deep: u8) -> Option<(When, usize)> {
        let next = self.is(at, DateWord::Rest)?;
        let inner = self.inner(self.skip(next, DateWord::Of), deep)?;
        let When::Period(period) = inner.when else { return None };
        let rest = period.zip(self.context.today).filter(|(p, today)| p.start <= *today && *today <= p.end);
        Some((When::Period(rest.map(|(p, today)| Period { start: today, grain: Grain::Days, ..p })), inner.end))
    }

    /// `Q3 2016`, `2016H2`, `2016 Q3`.
    pub(super) fn quarter_code(&self, at: usize) -> Option<(When, usize)> {
        let (year, start) = match self.year_digits(at) {
            Some((year, end)) => (Some(year), self.skip_mark(end, &[',', '-'])),
            None => (None, at),
        };
        // 2016 the third quarter, 2016's second half
        let behind = self.behind_possessor(start);
        let named = self.is(behind, DateWord::The).unwrap_or(behind);
        if year.is_some()
            && let Some((n, next)) = self.nth(named)
            && let Some((unit @ (Unit::Quarter | Unit::HalfYear), end)) = self.unit(next)
        {
            return Some((When::Period(Period::of(year?, None, None)?.nth(n, unit)), end));
        }
        let (is_half, n) = self
            .word(start, |w| match w {
                DateWord::Quarter(0) => Some(false),
                DateWord::Half(0) => Some(true),
                _ => None,
            })
            .map(|(is_half, _)| is_half)
            .and_then(|is_half| {
                let (n, digits) = self.document.digits(start + 1)?;
                (digits == 1 && self.glued(start + 1) && (1..=if is_half { 2 } else { 4 }).contains(&n))
                    .then_some((is_half, n as i32))
            })?;
        if is_half && self.document.text(start) != "H" {
            return None;
        }
        let mut end = start + 2;
        let unit = if is_half { Unit::HalfYear } else { Unit::Quarter };
        let year = match year {
            Some(year) => Some(year),
            None => match self.year_tail(self.skip_mark(end, &['-']), false) {
                Some((year, after)) => {
                    end = after;
                    Some(year?)
                }
                None => None,
            },
        };
        let year = match year {
            Some(year) => year,
            None => {
                let today = self.context.today;
                let Some(today) = today else { return Some((When::Period(None), end)) };
                let this = Period::of(today.year(), None, None)?.nth(n, unit)?;
                if this.start > today { today.year() - 1 } else { today.year() }
            }
        };
        Some((When::Period(Period::of(year, None, None)?.nth(n, unit)), end))
    }

    /// `week 31`, `week 27 of last year`; `the week of October 6th`.
    pub(super) fn numbered_week(&self, at: usize) -> Option<(When, usize)> {
        let (unit, next) = self.unit(at)?;
        if unit != Unit::Week || self.document.token(at).kind != Kind::Latin {
            return None;
        }
        if let Some((n, _)) = self.document.digits(next) {
            if !(1..=53).contains(&n) {
                return None;
            }
            let (year, end) = match self.year_tail(next + 1, false) {
                Some((year, end)) => (Some(year?), end),
                None => (self.context.today.map(|d| d.year()), next + 1),
            };
            let period = year.and_then(|year| Period::of(year, None, None)?.nth(n as i32, Unit::Week));
            return Some((When::Period(period), end));
        }
        let next = self
            .is(next, DateWord::Starting)
            .map(|n| self.skip(n, DateWord::Of))
            .or_else(|| self.is(next, DateWord::Of))?;
        let (fields, end) = self.fields(self.skip(next, DateWord::The))?;
        fields.day?;
        let day = self.resolve(When::Fields(fields), at);
        Some((When::Period(day.and_then(|d| Period::around(d.start, Unit::Week, 0))), end))
    }
}

/// The n-th century of the common era.
fn century(n: i32) -> Option<Period> {
    Period::around(calendar::date((n - 1) * 100, 1, 1)?, Unit::Century, 0)
}
