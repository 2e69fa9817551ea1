//! Periods counted from the publication: yesterday, `الشهر الماضي`, "last month"; seasons and decades.

use super::calendar::{self, Grain, Period, add_days, add_months};
use super::grammar::{Fields, Reader, When};
use crate::digest::FigureKind;
use crate::lang::words::{DateWord, QuoteWord, Relation, Tense, Unit};
use crate::lang::{Room, Sense};
use crate::number::{number_at, ordinal_at};
use crate::text::Kind;

/// A newspaper's name between marks has no more words before its last.
const LONGEST_NAME: usize = 3;

impl Reader<'_, '_> {
    /// A day counted from that of publication: `أمس الأربعاء`, "yesterday, Wednesday".
    pub(super) fn relative_day(&self, at: usize) -> Option<(When, usize)> {
        let start = self.skip_day_word(at);
        let (days, mut end) = self.word(start, |w| match w {
            DateWord::Day(days) => Some(days),
            _ => None,
        })?;
        // اليوم الأول من الدورة, "the first day of the tournament"
        let is_nth = self.document.is_definite(start)
            && self.document.is_definite(end)
            && self.weekday_at(end).is_none()
            && ordinal_at(self.document, end).is_some();
        // في اليوم الذي سقطت فيه المدينة, "on the day on which the city fell"
        if is_nth || days == 0 && self.document.has_sense(end, Sense::Quote(QuoteWord::Relative)) {
            return None;
        }
        // صحيفة «المصري اليوم», a newspaper's name
        let open = (1..=LONGEST_NAME)
            .filter_map(|back| start.checked_sub(back))
            .find(|&t| self.mark(t, &['"', '“', '”', '«']));
        let is_name = |open: usize| {
            !self.document.token(open).space_before()
                || self.document.has_sense(open - 1, Sense::Quote(QuoteWord::Naming))
                || self.is(open - 1, DateWord::Preposition).is_some()
        };
        if days == 0 && self.mark(end, &['"', '“', '”', '»']) && open.is_some_and(is_name)
            || self.goes_on_name(start, end)
        {
            return None;
        }
        let mut day = self.context.today.and_then(|today| add_days(today, i32::from(days)));
        let next = self.skip_mark(end, &[',', '،', '(']);
        let next = if self.document.token(next).kind == Kind::Arabic { self.skip_day_word(next) } else { next };
        if let Some((weekday, after)) = self.weekday_at(next).filter(|_| self.joins(next)) {
            // Published a day later than written: the weekday says which day is meant.
            day = day.map(|day| {
                let off = i32::from(weekday) - i32::from(day.weekday().number_from_monday());
                match (off + 9) % 7 - 2 {
                    near @ -1..=1 => add_days(day, near).unwrap_or(day),
                    _ => day,
                }
            });
            end = after;
            // اليوم الثلاثاء 5 مايو: the date itself follows.
            if let Some((fields, after)) = self.day_and_month(self.skip_mark(end, &[',', '،', '(']))
                && self.joins(end)
            {
                return Some((When::Fields(fields), after));
            }
        }
        Some((When::Period(day.map(Period::day)), end))
    }

    /// Whether the words that name this day, or a part of it, are the end of another name: `USA Today`.
    pub(super) fn goes_on_name(&self, at: usize, end: usize) -> bool {
        let is_capital =
            |at: usize| self.document.token(at).kind == Kind::Latin && self.document.token(at).is_capital();
        is_capital(at) && is_capital(at - 1) && !is_capital(end)
    }

    /// A unit with what relates it: `الشهر الماضي`, "last month"; `هذا العام`, "this year";
    /// `the week after next`; and a weekday inside one: `next week Wednesday`.
    pub(super) fn related_unit(&self, at: usize) -> Option<(When, usize)> {
        // At the weekend, over the weekend.
        let the = at - usize::from(self.is(at - 1, DateWord::The).is_some());
        let is_alone = self.unit(at).is_some_and(|(_, next)| self.relation_after(next).is_none())
            && (self.is(the - 1, DateWord::For).is_some() || self.is(the - 1, DateWord::Preposition).is_some());
        let (unit, relation, end, is_plain) = if let Some((relation, next)) = self.relation(at) {
            let (unit, end) = self.unit(next).filter(|_| self.joins(next)).or_else(|| {
                self.word(next, |w| match w {
                    DateWord::UnitAbbreviation(Unit::Year) => Some(Unit::Year),
                    _ => None,
                })
            })?;
            (unit, relation, end, true)
        } else {
            let (unit, next) = self.unit(at)?;
            // عطلة نهاية الأسبوع, "the weekend": the last one, or this one.
            let alone = (unit == Unit::Weekend).then_some((Relation::Offset(0), next));
            let (relation, end) = self.relation_after(next).or(alone)?;
            let is_definite =
                self.document.is_definite(at) || self.is(at - 1, DateWord::The).is_some() || unit == Unit::Weekend;
            // `the day before` he left is counted from what follows.
            let is_latin = self.document.token(at).kind == Kind::Latin;
            let is_open = is_latin && matches!(relation, Relation::After | Relation::Before) && !self.ends_at(end);
            if !is_definite || is_open {
                return None;
            }
            (unit, relation, end, false)
        };
        // The last day of term is not yesterday.
        let is_of = relation == Relation::Offset(-1)
            && self.is(at - 1, DateWord::The).is_some()
            && self.document.text(end).eq_ignore_ascii_case("of");
        if unit < Unit::Day || is_of {
            return None;
        }
        let mut relation = relation;
        let mut end = end;
        // هذا الأسبوع الماضي, the year after next; but the ذلك of وقع ذلك الأسبوع الماضي ("that
        // happened last week") is no part of it.
        if is_plain
            && let Some((behind, after)) = self.relation_after(end)
            && self.document.token(end).kind == Kind::Arabic
        {
            if relation == Relation::Same {
                return None;
            }
            relation = behind;
            end = after;
        }
        let mut period = self.related(unit, relation);
        // العام الماضي 2023, العام الماضي 1444هـ: the year's number beside it.
        let beside = self.year_of_era(end).or_else(|| {
            let (year, after) = self.year_digits(end)?;
            Some((Fields { year: Some(year), ..Fields::default() }, after))
        });
        if unit == Unit::Year
            && self.joins(end)
            && let Some((fields, after)) = beside
            && (fields.hijri || fields.year == period.map(|p| p.start.year()))
        {
            return Some((When::Period(period), after));
        }
        // The same month of last year.
        if relation == Relation::Same
            && matches!(unit, Unit::Month | Unit::Quarter)
            && let Some((year, after)) = self.year_tail(end, false)
        {
            let period = period
                .zip(year)
                .and_then(|(p, year)| Period::around(add_months(p.start, 12 * (year - p.start.year()))?, unit, 0));
            return Some((When::Period(period), after));
        }
        // A weekend that is told of is over: `this weekend` on a Monday.
        if unit == Unit::Weekend
            && relation == Relation::Offset(0)
            && period.is_some_and(|p| Some(p.start) > self.context.today)
            && (self.is_past(at) || is_alone && self.tense_at(at) != Some(Tense::Future))
        {
            period = self.related(unit, Relation::Offset(-1));
        }
        // مثل هذا اليوم من عام 1948, "on this day in 1948"
        if unit == Unit::Day
            && relation == Relation::Offset(0)
            && let Some((Some(year), after)) = self.year_tail(self.skip(end, DateWord::Of), false)
        {
            let day = period.and_then(|p| Period::of(year, Some(p.start.month() as u8), Some(p.start.day())));
            return Some((When::Period(day), after));
        }
        if unit == Unit::Week {
            // last week's Sunday
            let next = self.skip_mark(self.behind_possessor(end), &['-', ',', '،']);
            let next =
                self.is(next, DateWord::Of).filter(|_| self.document.token(next).kind == Kind::Latin).unwrap_or(next);
            if let Some((weekday, after)) = self.weekday_at(next).filter(|_| self.joins(next)) {
                let fields = Fields { weekday: Some(weekday), within: Some(period), ..Fields::default() };
                return Some((When::Fields(fields), after));
            }
        }
        Some((When::Period(period), end))
    }

    /// The period told of, in another year: `the same period of 2020`, `the same period a year earlier`; the
    /// `year-ago quarter`. Where none was told of, the year.
    pub(super) fn same_period(&self, at: usize) -> Option<(When, usize)> {
        let next = self.is(at, DateWord::SamePeriod)?;
        let this = || Some(self.context.stretch?.start.year());
        let before = || this().or_else(|| Some(self.context.today?.year())).map(|year| year - 1);
        let (year, end) = if let Some(tail) = self.year_tail(next, false) {
            tail
        } else if self.unit(at).is_some() {
            (before(), next)
        } else {
            let unit = self.is(next, DateWord::One)?;
            let (_, back) = self.unit(unit).filter(|&(unit, _)| unit == Unit::Year)?;
            (before(), self.is(back, DateWord::Earlier).or_else(|| self.is(back, DateWord::Ago))?)
        };
        let period = year.and_then(|year| match self.context.stretch {
            Some(told) => {
                let months = 12 * (year - told.start.year());
                Some(Period { start: add_months(told.start, months)?, end: add_months(told.end, months)?, ..told })
            }
            None => Period::of(year, None, None),
        });
        Some((When::Period(period), end))
    }

    /// The same, of one unit: a month that is said by its relation alone.
    pub(super) fn related_of(&self, at: usize, unit: Unit) -> Option<(Option<Period>, usize)> {
        let named = self.unit(at).or_else(|| self.relation(at).and_then(|(_, next)| self.unit(next)));
        named.filter(|&(u, _)| u == unit)?;
        match self.related_unit(at)? {
            (When::Period(period), end) => Some((period, end)),
            _ => None,
        }
    }

    /// A feast: `Christmas Day 2014`, `last Easter`, `عيد الأضحى المقبل`, "the coming Eid al-Adha".
    /// Many are names of other things too (`Easter eggs`), so it must be led to, and stand apart
    /// from what follows.
    pub(super) fn feast(&self, at: usize) -> Option<(When, usize)> {
        let (before, start) = self.relation(at).map_or((None, at), |(r, next)| (Some(r), next));
        let (feast, end) = self.word(start, |w| match w {
            DateWord::Feast(feast) => Some(feast),
            _ => None,
        })?;
        if let Some((year, end)) = self.year_tail(end, false) {
            return Some((When::Period(year.and_then(|year| calendar::feast(year, feast))), end));
        }
        let (relation, end) = match self.relation_after(end) {
            Some((relation, after)) if self.document.token(end).kind == Kind::Arabic => (Some(relation), after),
            _ => (before, end),
        };
        let is_led = relation.is_some() || self.is_led(start) || self.document.token(start - 1).kind == Kind::Edge;
        // What follows is no noun that it could belong to.
        let next = self.document.token(end);
        let is_closed = self.ends_at(end) || next.entry != 0 && self.document.rooms(end) & Room::FIGURE == 0;
        (self.document.token(start).kind == Kind::Arabic || relation.is_some() || is_led && is_closed).then(|| {
            let period = self.yearly(&|year| calendar::feast(year, feast), true, relation, at);
            (When::Period(period), end)
        })
    }

    /// A season: `صيف 2016`, "summer of 2016"; `this winter`, `الصيف الماضي`.
    pub(super) fn season(&self, at: usize) -> Option<(When, usize)> {
        let (before, start) = self.relation(at).map_or((None, at), |(r, next)| (Some(r), next));
        let ((season, is_sure), end) = self.word(start, |w| match w {
            DateWord::Season(season) => Some((season, true)),
            DateWord::UnsureSeason(season) => Some((season, false)),
            _ => None,
        })?;
        if start != at && !self.joins(start) {
            return None;
        }
        // Prices fell in the fall of 2012; a fall in 2012.
        let is_of = self.is(at - 1, DateWord::The).is_some() && self.is(end, DateWord::In).is_none();
        if !is_sure && before.is_none() && !is_of {
            return None;
        }
        if let Some((year, end)) = self.year_tail(end, false) {
            return Some((When::Period(Period::season(year?, season)), end));
        }
        let (relation, end) = match (before, self.relation_after(end)) {
            (Some(relation), _) => (relation, end),
            _ if !is_sure => return None,
            (None, Some((relation, end))) if self.document.token(end - 1).kind == Kind::Arabic => (relation, end),
            // الصيف, "the summer"; not `summer holidays`.
            _ => {
                let is_latin = self.document.token(start).kind == Kind::Latin;
                let is_led = if is_latin {
                    self.is_led(start) || self.is(start - 1, DateWord::The).is_some()
                } else {
                    self.document.is_definite(start)
                };
                let is_closed = self.ends_at(end)
                    || self.is(end, DateWord::Preposition).is_some()
                    || self.word(end, |w| matches!(w, DateWord::Tense(_)).then_some(())).is_some();
                if !(is_led && is_closed) {
                    return None;
                }
                (if self.tense_at(start) == Some(Tense::Future) { Relation::Coming } else { Relation::Before }, end)
            }
        };
        let today = self.context.today;
        let period = today.and_then(|today| {
            let of = |year| Period::season(year, season);
            let year = today.year();
            match relation {
                Relation::Offset(-1) => (year - 1..=year).rev().filter_map(of).find(|p| p.end < today),
                Relation::Offset(1) | Relation::Coming | Relation::After => {
                    (year..=year + 1).filter_map(of).find(|p| p.start > today)
                }
                Relation::Before => (year - 1..=year).rev().filter_map(of).find(|p| p.start <= today),
                _ => of(year - 1).filter(|p| p.end >= today).or_else(|| of(year)),
            }
        });
        Some((When::Period(period), end))
    }

    /// A decade: `سبعينيات القرن الماضي`, "the seventies of the last century"; `the 1990s`.
    pub(super) fn decade(&self, at: usize) -> Option<(When, usize)> {
        let decade = |first: i32, end: usize| {
            let period = super::calendar::date(first, 1, 1).and_then(|d| Period::around(d, Unit::Decade, 0));
            Some((When::Period(period), end))
        };
        if let Some((value, digits)) = self.document.digits(at) {
            let next = self.skip_mark(at + 1, &['\'', '’']);
            let is_plural = (self.glued(next) || next == at + 1)
                && self.document.text(next).eq_ignore_ascii_case("s")
                && value % 10 == 0;
            return match digits {
                4 if is_plural => decade(value as i32, next + 1),
                2 if is_plural && !self.is_in_tens(at, next + 1) => decade(self.century_for(value as i32), next + 1),
                _ => None,
            };
        }
        // nineteen seventies
        let number = number_at(self.document, at).filter(|n| !n.digits && (10.0..=20.0).contains(&n.value));
        let start = number.as_ref().map_or(at, |n| n.tokens.end);
        let start = self.skip_mark(start, &['-']);
        let (tens, end) = self.word(start, |w| match w {
            DateWord::Decade(tens) => Some(i32::from(tens)),
            _ => None,
        })?;
        if let Some(number) = number {
            return decade(number.value as i32 * 100 + tens, end);
        }
        // في الخمسينيات من عمرها, "in her fifties"
        if self.is(self.skip(end, DateWord::Of), DateWord::Age).is_some() {
            return None;
        }
        if self.document.token(at).kind == Kind::Latin
            && self.is(at.wrapping_sub(1), DateWord::The).is_none()
            && !self.ends_at(end)
        {
            return None;
        }
        if self.is_in_tens(at, end) {
            return None;
        }
        let next = self.skip(self.skip(end, DateWord::Of), DateWord::The);
        if self.joins(next)
            && let Some((When::Period(Some(century)), end)) = self.nth_of(next, 1).or_else(|| self.related_unit(next))
            && century.grain == Grain::Unit(Unit::Century)
        {
            return decade(century.start.year() + tens, end);
        }
        decade(self.century_for(tens), end)
    }

    /// In her 40s, the mid-40s Celsius: tens of something other than years of a century.
    fn is_in_tens(&self, at: usize, end: usize) -> bool {
        use crate::lang::words::FigureWord;
        // A handful of $20s; support in the low-50s.
        if self.document.token(at - 1).kind == Kind::Symbol
            || self.mark(at - 1, &['-']) && self.document.token(at).kind == Kind::Digits && self.part(at - 2).is_none()
        {
            return true;
        }
        let start = self.skip_mark(at, &['\'', '’', '‘']);
        let before = (1..=3)
            .filter_map(|back| start.checked_sub(back))
            .find(|&t| self.document.token(t).is_word() && self.part(t).is_none());
        let is_possessed = before.is_some_and(|t| {
            matches!(
                self.document.text(t).to_ascii_lowercase().as_str(),
                "his" | "her" | "their" | "my" | "our" | "your"
            )
        });
        let is_measured = self.document.sense(end, Room::FIGURE, |s| {
            matches!(s, Sense::Figure(FigureWord::Noun(FigureKind::Measure) | FigureWord::Percent)).then_some(())
        });
        is_possessed || is_measured.is_some()
    }

    /// The first year of a decade that is named by its tens: the last one that is over,
    /// since it is looked back on.
    fn century_for(&self, tens: i32) -> i32 {
        let now = self.context.today.map_or(2020, |d| d.year());
        let century = now / 100 * 100;
        if century + tens + 10 <= now { century + tens } else { century - 100 + tens }
    }
}
