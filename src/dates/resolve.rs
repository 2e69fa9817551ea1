//! From what a text says to the calendar: which year, month or week is meant.

use time::Date;

use super::calendar::{Period, add_days, add_months, date, on_or_after, on_or_before};
use super::grammar::{Fields, Reader, When};
use super::hijri;
use crate::lang::words::{DateWord, Relation, Tense, Unit};
use crate::lang::{Clitics, Language, Room};
use crate::text::Kind;

/// How many words around a date are asked which way its sentence looks.
const TENSE_BEFORE: usize = 20;
const TENSE_AFTER: usize = 8;

/// Most tokens of a line that holds a date only.
const LONGEST_LINE: usize = 16;

/// A date this near ahead is meant where nothing says which way the sentence looks: on 1
/// May, `5 May` is in four days and not 361 days ago.
const NEAR: i32 = 62;
const NEAR_DAY: i32 = 90;

/// A day as far ahead as this was in the last month, too.
const FAR_DAY: i64 = 334;

impl Reader<'_, '_> {
    /// Whether a word no lexicon knows looks like a verb of the future: `ستسحب`, "it will withdraw"; not behind
    /// a preposition, where such a word is a place: `في ستوكهولم`.
    fn may_look_ahead(&self, at: usize) -> bool {
        const SHORTEST: usize = 5;
        let token = self.document.token(at);
        let is_unknown = token.kind == Kind::Arabic && token.entry == 0;
        let language = self.document.block_of(at).and_then(|b| b.language);
        let is_prefixed =
            |l: &Language| l.shapes.future.iter().any(|prefix| self.document.text(at).starts_with(prefix));
        is_unknown
            && language.is_some_and(is_prefixed)
            && self.document.text(at).chars().count() >= SHORTEST
            && !self.document.text(at).ends_with('ة')
            && self.is(at - 1, DateWord::Preposition).is_none()
            && self.is(at - 1, DateWord::Of).is_none()
            // كريستن ستيوارت: nor behind another word that may be a name's.
            && !(self.document.token(at - 1).kind == Kind::Arabic
                && self.document.token(at - 1).entry == 0
                && !self.document.is_definite(at - 1))
    }

    /// Which way the sentence looks at a token, where a word says so: the nearest one
    /// before it, else after it.
    pub(super) fn tense_said(&self, at: usize) -> Option<Tense> {
        let ends = |at: usize| {
            let token = self.document.token(at);
            token.kind == Kind::Edge
                || token.kind == Kind::Punct
                    && matches!(self.document.char(at), '.' | '!' | '?' | '؟' | ';' | '؛')
                    // Weirton, W.Va., by March
                    && !(self.document.char(at) == '.'
                        && self.document.sentence_of(at).is_some_and(|s| self.document.sentence_of(at + 1) == Some(s)))
        };
        let is_passive = |at: usize| matches!(self.document.text(at), "be" | "being" | "is" | "are");
        let says = |at: usize| {
            if self.may_look_ahead(at) || self.document.clitics(at).any(Clitics::WILL) {
                return Some(Tense::Future);
            }
            // كانت مقررة, "had been scheduled"
            let told = |w: DateWord| (w == DateWord::Tense(Tense::Past)).then_some(Tense::Past);
            let was = self.word(at - 1, told).filter(|_| !ends(at - 1));
            let tense = self.word(at, |w| match w {
                DateWord::Tense(tense) => Some(was.map_or(tense, |(was, _)| was)),
                // ويعقد المجلس الخميس, "the council meets on Thursday": what a sentence begins with.
                DateWord::Imperfect => {
                    let opens = ends(at - 1) || self.mark(at - 1, &['،', ',']);
                    opens.then_some(Tense::Future)
                }
                _ => None,
            });
            // May and march, the months.
            let is_month = self.document.token(at).is_capital() && self.month_name(at).is_some();
            // Will be held, is sold: participles that look like the verb in the past.
            let is_participle = || is_passive(at - 1);
            tense.map(|(tense, _)| tense).filter(|&tense| !(is_month || tense == Tense::Past && is_participle()))
        };
        // They ruled on Friday that they could not: a verb in the past right before, whatever is said after.
        let ruled = |t: usize| {
            let is_past = self.document.token(t).kind == Kind::Latin
                && at - t < 5
                && self.document.text(t).len() > 4
                && !self.document.token(t).is_capital()
                && self.document.text(t).ends_with("ed")
                && !is_passive(t - 1)
                // a designated day on 1 November
                && self.is(t - 1, DateWord::One).or(self.is(t - 1, DateWord::The)).is_none();
            is_past.then_some(Tense::Past)
        };
        // The deadline is July 1, the hearing is on Monday.
        let copula = at - 1 - usize::from(self.is(at - 1, DateWord::The).or(self.is(at - 1, DateWord::On)).is_some());
        if matches!(self.document.text(copula), "is" | "are") {
            return Some(Tense::Future);
        }
        let before = (at.saturating_sub(TENSE_BEFORE).max(1)..at)
            .rev()
            .take_while(|&t| !ends(t))
            .find_map(|t| says(t).or_else(|| ruled(t)));
        // They met on Thursday, and will vote on Monday: another clause speaks of its own time. At the
        // opening of a sentence the date is that clause's.
        let has_clause = (at.saturating_sub(2)..at).all(|t| self.document.token(t).is_word());
        let joins = |t: usize| has_clause && (self.mark(t, &[',', '،']) || self.document.clitics(t).any(Clitics::AND));
        // في يناير عن فيلمه المرتقب: behind a date an adjective says when something else is; but من المرتقب أن.
        let is_adjective = |t: usize| self.document.is_definite(t) && self.is(t - 1, DateWord::Preposition).is_none();
        let after = || {
            (at + 1..at + TENSE_AFTER)
                .take_while(|&t| !ends(t) && !joins(t))
                .filter(|&t| !is_adjective(t))
                .find_map(says)
        };
        before.or_else(after)
    }

    /// The same, or ahead where the block says nothing else.
    pub(super) fn tense_at(&self, at: usize) -> Option<Tense> {
        self.tense_said(at).or_else(|| self.is_bare(at).then_some(Tense::Future))
    }

    /// Whether a block is nothing but its date, as the lines of a programme or timetable are:
    /// such a line looks ahead.
    pub(super) fn is_bare(&self, at: usize) -> bool {
        let Some(block) = self.document.block_of(at) else { return false };
        let says_time = |t: usize| {
            let token = self.document.token(t);
            matches!(token.kind, Kind::Digits | Kind::Punct)
                || self.document.rooms(t) & (Room::DATE | Room::NUMBER) != 0
        };
        block.tokens.len() <= LONGEST_LINE && block.tokens.clone().all(says_time)
    }

    /// The day that relations like `the following` count from: that of the date before, else of
    /// publication.
    pub(super) fn named_day(&self) -> Option<Date> {
        self.context.named.map(|p| p.start).or(self.context.today)
    }

    /// The period that a relation picks out of those of a unit.
    pub(super) fn related(&self, unit: Unit, relation: Relation) -> Option<Period> {
        match relation {
            Relation::Offset(n) => Period::around(self.context.today?, unit, i32::from(n)),
            Relation::Coming => Period::around(self.context.today?, unit, 1),
            // The same week, after a year: which one is not said.
            Relation::Same => {
                let same = Period::around(self.named_day()?, unit, 0);
                same.filter(|s| self.context.named.is_none_or(|n| n.end - n.start <= s.end - s.start))
            }
            Relation::After => Period::around(self.named_day()?, unit, 1),
            Relation::Before => Period::around(self.named_day()?, unit, -1),
        }
    }

    /// The period a reading means; `None` where that takes a publication date that is not
    /// known, or where there is no such day.
    pub(super) fn resolve(&self, when: When, at: usize) -> Option<Period> {
        match when {
            When::Period(period) => period,
            When::Fields(fields) => self.resolve_fields(fields, at),
        }
    }

    /// The ends of a range, each filled up by the other.
    pub(super) fn resolve_range(&self, first: When, last: When, at: usize) -> Option<(Period, Period)> {
        let (When::Fields(mut a), When::Fields(mut b)) = (first, last) else {
            let a = self.resolve(first, at)?;
            let mut b = self.resolve(last, at)?;
            // `from Friday to next week`: an end before its beginning is a year or a week ahead.
            if b.end < a.start
                && let When::Fields(fields) = last
            {
                let later = if fields.month.is_some() { add_months(b.start, 12) } else { add_days(b.start, 7) };
                b = Period::day(later?);
            }
            return (a.start <= b.end).then_some((a, b));
        };
        a.hijri |= b.hijri && a.year.is_none();
        b.hijri |= a.hijri && b.year.is_none();
        if a.month.is_none() && a.day.is_some() && a.weekday.is_none() {
            a.month = b.month;
            a.year = a.year.or(b.year);
            a.relation = a.relation.or(b.relation);
        }
        if b.month.is_none() && b.day.is_some() && b.weekday.is_none() {
            b.month = a.month;
            b.year = b.year.or(a.year);
            b.relation = b.relation.or(a.relation);
        }
        let wraps = (b.month, b.day) < (a.month, a.day);
        if a.month.is_some() && b.month.is_some() {
            a.relation = a.relation.or(b.relation);
            match (a.year, b.year) {
                (None, Some(year)) => a.year = Some(year - i32::from(wraps)),
                (Some(year), None) if b.relation.is_none() => b.year = Some(year + i32::from(wraps)),
                (None, None) => {
                    // Resolved by one end, so that both lie in one stretch: what is to come has not ended.
                    if !a.hijri && self.tense_at(at) == Some(Tense::Future) {
                        let last = self.resolve_fields(b, at)?.start.year();
                        (a.year, b.year) = (Some(last - i32::from(wraps)), Some(last));
                    } else if !a.hijri {
                        let first = self.resolve_fields(a, at)?.start.year();
                        (a.year, b.year) = (Some(first), Some(first + i32::from(wraps)));
                    }
                }
                _ => {}
            }
        }
        let a = self.resolve_fields(a, at)?;
        let mut end = self.resolve_fields(b, at)?;
        if end.end < a.start && b.weekday.is_some() && b.day.is_none() {
            end = Period::day(on_or_after(a.start, b.weekday?)?);
        }
        (a.start <= end.end).then_some((a, end))
    }

    fn resolve_fields(&self, f: Fields, at: usize) -> Option<Period> {
        if f.before_common {
            return None;
        }
        if let Some(week) = f.within {
            return Some(Period::day(on_or_after(week?.start, f.weekday?)?));
        }
        if f.hijri {
            let year = match f.year {
                Some(year) => year,
                None => self.hijri_year(f, at)?,
            };
            return Period::of_hijri(year, f.month, f.day);
        }
        if let (true, Some(weekday)) = (f.is_nth, f.weekday) {
            let whole = Fields { day: None, weekday: None, is_nth: false, ..f };
            let day = Fields { weekday: None, is_nth: false, ..f };
            let day = self.resolve_fields(day, at).filter(|p| p.start.weekday().number_from_monday() == weekday);
            let nth = || {
                let month = match f.month {
                    Some(_) => self.resolve_fields(whole, at)?,
                    None => Period::around(self.context.today?, Unit::Month, 0)?,
                };
                month.nth_weekday(i32::from(f.day?), weekday).map(Period::day)
            };
            return day.or_else(nth);
        }
        match (f.year, f.month, f.day, f.weekday) {
            (Some(year), ..) => Period::of(year, f.month, f.day),
            (None, Some(_), ..) => self.year_for(f, at),
            (None, None, Some(day), weekday) => self.month_for(day, weekday, at),
            (None, None, None, Some(weekday)) => Some(Period::day(self.weekday(weekday, f.relation, at)?)),
            _ => None,
        }
    }

    /// `شوال الماضي`: the Hijri year where the text gives none.
    fn hijri_year(&self, f: Fields, at: usize) -> Option<i32> {
        let today = self.context.today?;
        let year = hijri::year_of(today.to_julian_day());
        let this = Period::of_hijri(year, f.month, f.day)?;
        let is_ahead = this.start > today;
        let is_over = this.end < today;
        Some(match f.relation {
            Some(Relation::Offset(-1)) if !is_over => year - 1,
            Some(Relation::Coming | Relation::Offset(1)) if !is_ahead => year + 1,
            None if is_ahead
                && self.tense_at(at) != Some(Tense::Future)
                && (this.start - today).whole_days() > i64::from(NEAR) =>
            {
                year - 1
            }
            None if is_over && self.tense_at(at) == Some(Tense::Future) => year + 1,
            _ => year,
        })
    }

    /// The year of a month, or of a day of one, where the text gives none.
    fn year_for(&self, f: Fields, at: usize) -> Option<Period> {
        let of = |year: i32| Period::of(year, f.month, f.day);
        let this = self.context.today?.year();
        if let (Some(weekday), Some(_)) = (f.weekday, f.day) {
            let fits = |year: &i32| of(*year).is_some_and(|p| p.start.weekday().number_from_monday() == weekday);
            if let Some(year) = [this, this - 1, this + 1].into_iter().find(fits) {
                return of(year);
            }
        }
        self.yearly(&of, f.day.is_some(), f.relation, at)
    }

    /// The one that is meant of what comes every year, by the day or by the month. Years that
    /// do not have it (29 February) are passed over.
    pub(super) fn yearly(
        &self,
        of: &dyn Fn(i32) -> Option<Period>,
        is_day: bool,
        relation: Option<Relation>,
        at: usize,
    ) -> Option<Period> {
        let today = self.context.today?;
        let this = today.year();
        // Today, as a month or a day.
        let now = if is_day { Period::day(today) } else { Period::of(this, Some(today.month() as u8), None)? };
        let last = |strict: bool| {
            (this - 8..=this).rev().filter_map(of).find(|p| if strict { p.end < now.start } else { p.start <= now.end })
        };
        let next = |strict: bool| {
            (this..=this + 8).filter_map(of).find(|p| if strict { p.start > now.end } else { p.end >= now.start })
        };
        match relation {
            Some(Relation::Offset(-1)) => last(true),
            Some(Relation::Offset(-2)) => last(true).and_then(|p| of(p.start.year() - 1)),
            Some(Relation::Offset(2)) => next(true).and_then(|p| of(p.start.year() + 1)),
            Some(Relation::Offset(1) | Relation::Coming | Relation::After) => next(true),
            Some(Relation::Offset(_)) => of(this),
            Some(Relation::Same) => of(self.named_day()?.year()),
            Some(Relation::Before) => {
                let named = self.named_day()?;
                (named.year() - 8..=named.year()).rev().filter_map(of).find(|p| p.end < named)
            }
            None => {
                let is_near =
                    |p: &Period| (p.start - today).whole_days() <= i64::from(if is_day { NEAR_DAY } else { NEAR });
                // They gave him until 20 May: what lasts up to a day near ahead has not ended.
                let is_until = is_day && self.is(at.wrapping_sub(1), DateWord::To).is_some();
                match self.tense_at(at).filter(|&tense| !(is_until && tense == Tense::Past)) {
                    // She hopes to come back after she left the 11 September service: a day just over is not a
                    // year ahead.
                    Some(Tense::Future) => {
                        let is_far = |p: &Period| is_day && (p.start - today).whole_days() > FAR_DAY;
                        next(false).filter(|p| !is_far(p)).or_else(|| last(false))
                    }
                    Some(Tense::Past) => last(false),
                    // تصرف قبل متم يونيو, "is paid before the end of June": what is told is still to come.
                    None if !is_day && self.is(at.wrapping_sub(1), DateWord::AgoBefore).is_some() => next(false),
                    None => next(false).filter(is_near).or_else(|| last(false)),
                }
            }
        }
    }

    /// The month of a day, where the text gives none: the nearest that fits the weekday,
    /// else the one named last or this one, or that beside it that the sentence looks to.
    fn month_for(&self, day: u8, weekday: Option<u8>, at: usize) -> Option<Period> {
        let today = self.context.today?;
        let near = if weekday.is_some() { today } else { self.named_day()? };
        let beside = |near: Date, months: i32| {
            let month = add_months(date(near.year(), near.month() as u8, 1)?, months)?;
            date(month.year(), month.month() as u8, day)
        };
        let of = |months: i32| beside(near, months);
        let Some(weekday) = weekday else {
            let meant = match self.tense_at(at) {
                Some(Tense::Future) => {
                    let ahead = |near: Date| (0..=2).filter_map(move |n| beside(near, n)).find(|&d| d >= today);
                    ahead(near).or_else(|| ahead(today))
                }
                Some(Tense::Past) => (-2..=0).rev().filter_map(of).find(|&d| d <= today),
                None => None,
            };
            return meant.or(of(0)).map(Period::day);
        };
        let fits = |d: &Date| d.weekday().number_from_monday() == weekday;
        (0..=14).flat_map(|n| [-n, n]).filter_map(of).find(fits).or(of(0)).map(Period::day)
    }

    /// The day of a weekday.
    fn weekday(&self, weekday: u8, relation: Option<Relation>, at: usize) -> Option<Date> {
        let today = self.context.today?;
        match relation {
            Some(Relation::Offset(-1)) => on_or_before(today.previous_day()?, weekday),
            Some(Relation::Offset(-2)) => add_days(on_or_before(today.previous_day()?, weekday)?, -7),
            Some(Relation::Coming) => on_or_after(today.next_day()?, weekday),
            // "next Friday" is next week's, where "this Friday" or "Friday" is this week's.
            Some(Relation::Offset(1)) => on_or_after(Period::around(today, Unit::Week, 1)?.start, weekday),
            Some(Relation::Offset(2)) => add_days(on_or_after(today.next_day()?, weekday)?, 7),
            Some(Relation::Offset(_)) => on_or_after(today, weekday),
            Some(Relation::Same) => on_or_after(Period::around(self.named_day()?, Unit::Week, 0)?.start, weekday),
            Some(Relation::After) => on_or_after(self.named_day()?.next_day()?, weekday),
            Some(Relation::Before) => on_or_before(self.named_day()?.previous_day()?, weekday),
            // اعتبارا من الثلاثاء, "as of Tuesday"
            None if (1..=2).any(|back| back <= at && self.is(at - back, DateWord::Starting) == Some(at)) => {
                on_or_after(today, weekday)
            }
            None => match self.tense_at(at) {
                Some(Tense::Future) => on_or_after(today, weekday),
                // حتى السبت, "until Saturday"; injuries before Wednesday's match
                None if self.is(at.wrapping_sub(1), DateWord::To).is_some()
                    // earlier Wednesday
                    || self.is(at.wrapping_sub(1), DateWord::Earlier).is_some() && self.part(at - 1).is_none() =>
                {
                    on_or_after(today, weekday)
                }
                _ => on_or_before(today, weekday),
            },
        }
    }
}
