//! Ranges: `من 3 إلى 7 مايو`, "from 3 to 7 May"; `2014–17`.

use super::calendar::{Grain, Length, Period};
use super::grammar::{Fields, Point, Read, Reader, What, When};
use super::kinds::CURRENCIES;
use super::named::DayKind;
use crate::digest::Modifier;
use crate::lang::Clitics;
use crate::lang::words::{DateWord, Unit};
use crate::text::Kind;

impl Reader<'_, '_> {
    /// Where the second end of a range begins. `by_and`: the range was opened by `between`.
    pub(super) fn range_joint(&self, at: usize, by_and: bool) -> Option<usize> {
        if self.mark(at, &['-', '–', '—', '~', '−']) {
            return Some(at + 1);
        }
        if let Some(end) = self.is(at, DateWord::To) {
            return Some(end);
        }
        if !by_and {
            return None;
        }
        let token = self.document.token(at);
        if token.clitics().any(Clitics::AND) {
            return Some(at);
        }
        self.is(at, DateWord::And)
    }

    /// A range: `من 3 إلى 7 مايو`, "from 3 to 7 May"; `بين عامي 2014 و2017`, "between the years 2014 and
    /// 2017"; `July 13-15`; `2014–17`.
    pub(super) fn range(&self, at: usize) -> Option<Read> {
        let pair = |at: usize| {
            self.word(at, |w| match w {
                DateWord::Pair(unit) => Some(unit),
                // أيام 21 و22 و23 مايو, "the days 21, 22 and 23 May"
                DateWord::Units(Unit::Day) => Some(Unit::Day),
                _ => None,
            })
        };
        let between = self.is(at, DateWord::Between);
        let from = self.is(at, DateWord::Since);
        // هذا الأسبوع من الثلاثاء إلى الخميس, "this week from Tuesday to Thursday"
        if let Some((week, next)) = self.related_of(at, Unit::Week)
            && let Some(opened) = self.is(next, DateWord::Between).or_else(|| self.is(next, DateWord::Since))
            && let Some((When::Fields(mut a), When::Fields(mut b), end)) =
                self.ends(opened, self.is(next, DateWord::Between).is_some(), None, true)
            && let (Some(_), None, Some(_), None) = (a.weekday, a.day, b.weekday, b.day)
        {
            a.within = Some(week);
            b.within = Some(week);
            return Some(Read {
                what: What::Range(When::Fields(a), When::Fields(b)),
                modifier: None,
                clock: None,
                first: at,
                end,
            });
        }
        if let Some(read) = self.spell(at).or_else(|| self.spell_until(at)) {
            return Some(read);
        }
        let is_led = between.or(from).is_some();
        let opened = between.or(from).unwrap_or(at);
        // between about 1160 and 1350
        let modified = self.modifier_before(opened).filter(|_| between.is_some());
        let modifier = modified.map(|(modifier, _)| modifier);
        let intro = modified.map(|(_, next)| next).or_else(|| self.is(opened, DateWord::Preposition));
        let intro =
            intro.filter(|_| is_led && pair(opened).is_none() && self.relation(opened).is_none()).unwrap_or(opened);
        let (first, start, of) = match pair(intro) {
            Some((unit, next)) => (intro, next, Some(unit)),
            None => (intro, intro, None),
        };
        let by_and = between.is_some() || of.is_some();
        let (a, b, end) = self.ends(start, by_and, of, is_led)?;
        let first = modified.map_or(first, |_| opened);
        Some(Read { what: What::Range(a, b), modifier, clock: None, first, end })
    }

    /// A range by its first day and its length: `three days starting Monday`; for `ten days from 18
    /// May`; from `Friday for ten days`; `ثلاثة أيام ابتداء من الأحد`, "three days beginning from Sunday".
    fn spell(&self, at: usize) -> Option<Read> {
        let (first, day_at, day, length, end) = if let Some(first) = self.is(at, DateWord::Since) {
            let day = self.point(first, 0)?;
            let next = self.skip_mark(day.end, &[',', '،']);
            let next = self.is(next, DateWord::And).unwrap_or(next);
            let (length, end) = self.length(self.is(next, DateWord::Lasting)?, false)?;
            (first, first, day, length, end)
        } else {
            let (length, next) = self.length(at, false)?;
            let next = self.skip_mark(next, &[',', '،']);
            let next =
                self.is(next, DateWord::Starting).map(|n| self.is(n, DateWord::Since).unwrap_or(n)).or_else(|| {
                    let is_led = self.is(at - 1, DateWord::Lasting).is_some();
                    self.is(next, DateWord::Since).filter(|_| is_led && self.joins(next))
                })?;
            let next = self.skip(next, DateWord::Of);
            let day = self.point(next, 0)?;
            (at, next, day, length, day.end)
        };
        let length = length.filter(|l| !l.is_clock() && self.is_day(day.when))?;
        let ends = self
            .resolve(day.when, day_at)
            .and_then(|p| Some((Period::day(p.start), Period::day(length.from(p.start, 1)?.previous_day()?))));
        let what = What::Range(When::Period(ends.map(|e| e.0)), When::Period(ends.map(|e| e.1)));
        Some(Read { what, modifier: None, clock: None, first, end })
    }

    /// A range by its length and its end: the `year to March`; `three months ended June 30`; `الأشهر
    /// الثلاثة المنتهية في يونيو`, "the three months ended in June".
    fn spell_until(&self, at: usize) -> Option<Read> {
        let start = self.skip(at, DateWord::The);
        let is_definite = start != at || self.document.is_definite(start);
        let one = |count: f64, unit: Unit, end: usize| {
            let mut length = Length::default();
            length.add(count, unit);
            (length, end)
        };
        let length = self.length(start, false).and_then(|(length, end)| Some((length?, end)));
        let length = length.or_else(|| self.counted(start).map(|(n, unit, end)| one(n, unit, end)));
        let (length, next) = length.or_else(|| self.unit(start).map(|(unit, end)| one(1.0, unit, end)))?;
        let joint = self.is(next, DateWord::Ending).or_else(|| self.is(next, DateWord::To).filter(|_| is_definite));
        let joint = joint.filter(|_| self.joins(next) && !length.is_clock())?;
        let last_at = self.skip(joint, DateWord::Of);
        let last = self.point(last_at, 1).or_else(|| {
            let (year, end) = self.year_alone(last_at, true)?;
            Some(Point::new(When::Fields(Fields { year: Some(year), ..Fields::default() }), end))
        })?;
        let is_ending = self.is(next, DateWord::Ending).is_some();
        if !matches!(last.when, When::Fields(f) if f.month.is_some() || is_ending && f.year.is_some()) {
            return None;
        }
        let range = self
            .resolve(last.when, at)
            .and_then(|p| Some(Period { start: length.from(p.end.next_day()?, -1)?, end: p.end, grain: Grain::Days }));
        let what = What::Point(When::Period(range));
        // To the end of June, to June: the same.
        let modifier = last.modifier.filter(|&m| m != Modifier::End);
        Some(Read { what, modifier, clock: None, first: start, end: last.end })
    }

    fn ends(&self, at: usize, by_and: bool, of: Option<Unit>, is_led: bool) -> Option<(When, When, usize)> {
        let year = |year| When::Fields(Fields { year: Some(year), ..Fields::default() });
        // Years: 2014-2018, 2014–17, 2019/20.
        let first_year = match of {
            Some(Unit::Year) => self.year_digits(at).or_else(|| self.year_words(at)),
            _ => self.year_alone_in_range(at, is_led),
        };
        if let Some((from, end)) = first_year {
            let slash = self.mark(end, &['/']) && self.glued(end) && self.glued(end + 1);
            let joint = if slash { Some(end + 1) } else { self.range_joint(end, by_and) };
            if let Some(next) = joint {
                let is_tight = self.document.token(next - 1).kind == Kind::Punct && self.glued(next);
                let next = self.skip(next, DateWord::The);
                let next = self
                    .unit(next)
                    .filter(|&(u, _)| u == Unit::Year && !slash && self.joins(next))
                    .map_or(next, |(_, end)| end);
                let to = match self.document.digits(next) {
                    Some((value, 2))
                        if is_tight && !self.is_inside_number(next) && !self.glued_number_after(next + 1) =>
                    {
                        let to = from / 100 * 100 + value as i32;
                        let fits = if slash {
                            to == from + 1
                        } else {
                            to > from && (value > 12 || to == from + 1 || !self.mark(end, &['-']))
                        };
                        (fits || (from + 1) % 100 == 0 && value == 0).then(|| if to < from { to + 100 } else { to })
                    }
                    Some(_) if !slash || self.glued(next) => {
                        self.year_digits(next).filter(|_| !self.glued_number_after(next + 1)).map(|(y, _)| y)
                    }
                    Some(_) => None,
                    None => self.year_words(next).map(|(y, _)| y),
                };
                if let Some(to) = to.filter(|&to| to > from && to - from < 1000 && self.month(next + 1).is_none()) {
                    let end = if self.document.digits(next).is_some() { next + 1 } else { self.year_words(next)?.1 };
                    let is_single = slash && !is_tight;
                    // من 1500 إلى 1800 درهم
                    let is_counted = !slash && self.document.word_has_kind(end, &CURRENCIES);
                    if !is_single && !is_counted {
                        return Some((year(from), year(to), end));
                    }
                }
            }
        }
        // A day, then a day with its month: 5 و15 مايو, "5 and 15 May"; the ninth to the 17th of April.
        let start = self.skip(self.skip_day_word(at), DateWord::The);
        if let Some((day, end, _)) = self.day_number(start)
            && let Some(next) = self.range_joint(end, by_and).or_else(|| self.row_of_days(end, day))
        {
            let next = self.row_of_days(end, day).unwrap_or(next);
            let next = self.skip_day_word(next);
            let next = self
                .is(next, DateWord::Preposition)
                .filter(|_| self.document.token(next).kind == Kind::Arabic)
                .unwrap_or(next);
            let next = self.skip(next, DateWord::The);
            if let Some((fields, end)) = self
                .day_and_month(next)
                .or_else(|| self.month_fields(next))
                .filter(|(f, _)| f.day.is_some() && f.month.is_some())
            {
                let first = Fields { day: Some(day), ..Fields::default() };
                return Some((When::Fields(first), When::Fields(fields), end));
            }
        }
        // A month and two days: July 13-15, April 9th through 17th.
        let now = |at: usize| {
            let end = self.is(at, DateWord::Now)?;
            let when = When::Period(self.context.today.map(Period::day));
            Some(Point::new(when, end))
        };
        let a = self.point(at, 0).or_else(|| now(at))?;
        let next = self.range_joint(a.end, by_and)?;
        let next_the = self.skip(next, DateWord::The);
        if let When::Fields(f) = a.when
            && f.day.is_some()
            && (f.month.is_some() || f.within.is_none() && f.weekday.is_some())
            && self.point(next, 0).is_none_or(|p| p.end == next + 1)
            && let Some((day, end, kind)) = self.day_number(next_the)
            && !(kind == DayKind::Words && self.document.token(next_the).kind == Kind::Arabic)
            && self.month(end).is_none()
            && !self.mark(end, &[':', '%', '/'])
            && f.month.is_some()
            && self.unit(end).is_none()
            && self.units(end).is_none()
            && f.day.is_some_and(|d| d < day)
        {
            let mut last = Fields { day: Some(day), ..Fields::default() };
            let end = self.tail(end, &mut last, true);
            return Some((a.when, When::Fields(last), end));
        }
        let b = self.point(next, 0).or_else(|| now(next)).or_else(|| {
            let (year, end) = self.year_alone(next_the, true)?;
            let fields = Fields { year: Some(year), ..Fields::default() };
            Some(Point::new(When::Fields(fields), end))
        })?;
        if b.clock.is_some() {
            return None;
        }
        // A dash parts clauses too: both ends must be of one kind.
        if self.document.token(next - 1).kind == Kind::Punct {
            let kinds = |when: When| match when {
                When::Fields(f) => Some((f.day.is_some(), f.month.is_some(), f.weekday.is_some() && f.day.is_none())),
                When::Period(_) => None,
            };
            let (Some(x), Some(y)) = (kinds(a.when), kinds(b.when)) else { return None };
            if x != y || x == (false, false, false) {
                return None;
            }
        }
        Some((a.when, b.when, b.end))
    }

    /// 21, 22 and 23 May: where the last of three days or more in a row begins.
    fn row_of_days(&self, end: usize, first: u8) -> Option<usize> {
        let (mut at, mut day, mut last) = (end, first, None);
        for _ in 0..6 {
            let next = self.skip_mark(at, &[',', '،']);
            let next = self.range_joint(next, true).unwrap_or(next);
            let Some((_, end, DayKind::Digits)) = self.day_number(next).filter(|&(d, ..)| d == day + 1 && next >= at)
            else {
                break;
            };
            last = Some(next).filter(|_| day > first || self.document.token(next - 1).kind == Kind::Arabic);
            (at, day) = (end, day + 1);
        }
        last
    }

    /// A year that opens a range.
    fn year_alone_in_range(&self, at: usize, is_led: bool) -> Option<(i32, usize)> {
        let (year, end) = match self.unit(at) {
            Some((Unit::Year, next)) => self.year_digits(next).or_else(|| self.year_words(next)),
            _ => self.year_digits(at).or_else(|| is_led.then(|| self.year_words(at)).flatten()),
        }?;
        let before = self.document.token(at - 1);
        let is_apart = !self.glued(at)
            || self.mark(at - 1, &['(', '[', '"', '“', '«', '،', ',', '='])
            || before.kind == Kind::Arabic;
        ((1000..=2100).contains(&year) && is_apart).then_some((year, end))
    }

    /// Whether more digits are glued behind: a telephone number.
    fn glued_number_after(&self, at: usize) -> bool {
        self.glued(at)
            && (self.document.token(at).kind == Kind::Digits
                || self.mark(at, &['-', '/', '.', ','])
                    && self.glued(at + 1)
                    && self.document.token(at + 1).kind == Kind::Digits)
    }
}
