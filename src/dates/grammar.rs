//! The grammar of dates: what words and digits may make one, each rule with an example.
//!
//! A rule is a function that reads from a token and gives what it read and where it ended.
//! Every rule looks at a bounded number of tokens, so reading a document takes linear time.

use std::cell::Cell;

use time::Date;

use super::Context;
use super::calendar::{Grain, Length, Period};
use super::clock::Clock;
use super::kinds::{CODES, NTHS, PARTS_OF, POINTS, RECURRING, UNIT_POINTS};
use crate::digest::Modifier;
use crate::lang::words::{DateWord, DayPart, Relation, Tense, Unit};
use crate::text::{Document, Kind};

/// What a text says of a day: the parts it names.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Fields {
    pub year: Option<i32>,
    pub month: Option<u8>,
    pub day: Option<u8>,
    /// Monday is 1.
    pub weekday: Option<u8>,
    /// The parts are of the Hijri calendar.
    pub hijri: bool,
    /// Years before the common era have no value.
    pub before_common: bool,
    pub relation: Option<Relation>,
    /// The day may be meant as the n-th of its weekday: `الثلاثاء الثالث من سبتمبر`.
    pub is_nth: bool,
    /// The week that the weekday is of: `Friday of next week`.
    pub within: Option<Option<Period>>,
}

/// A point or period of time, named by its parts or found on the calendar.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum When {
    Fields(Fields),
    /// `None`: counted from a publication date that is not known.
    Period(Option<Period>),
}

/// What was read.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum What {
    Point(When),
    Range(When, When),
    /// `None`: so many are not said.
    Length(Option<Length>),
    /// From the shorter to the longer: `two to three weeks`.
    Lengths(Length, Length),
    /// A day and minute counted from the time of publication.
    Moment(Option<(Date, u16)>),
}

/// An expression of time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Read {
    pub what: What,
    pub modifier: Option<Modifier>,
    pub clock: Option<Clock>,
    pub first: usize,
    pub end: usize,
}

/// A point with the part of it that is meant.
#[derive(Debug, Clone, Copy)]
pub(super) struct Point {
    pub when: When,
    pub modifier: Option<Modifier>,
    /// Part of the day.
    pub day_part: Option<DayPart>,
    pub clock: Option<Clock>,
    pub end: usize,
}

impl Point {
    pub fn new(when: When, end: usize) -> Point {
        Point { when, modifier: None, day_part: None, clock: None, end }
    }

    /// Takes what was found where it is longer than the best so far.
    #[inline(never)]
    fn offer(best: &mut Option<Point>, found: Option<Point>) {
        if let Some(found) = found
            && best.is_none_or(|b| b.end < found.end)
        {
            *best = Some(found);
        }
    }

    /// The same for a point that is meant whole.
    #[inline(never)]
    fn offer_when(best: &mut Option<Point>, found: Option<(When, usize)>) {
        Point::offer(best, found.map(|(when, end)| Point::new(when, end)));
    }
}

/// Reads at a token of a document.
pub(super) struct Reader<'d, 'a> {
    pub document: &'d Document<'a>,
    pub context: Context,
    /// Numeric dates name the day before the month.
    pub day_first: bool,
    /// The point and the length read last, each with its token: several rules begin with them.
    pub last_point: Last<Option<Point>>,
    pub last_length: Last<LengthRead>,
}

/// What was read last, with the token that it was read at.
pub(super) struct Last<T>(Cell<Option<(usize, T)>>);

impl<T> Default for Last<T> {
    fn default() -> Last<T> {
        Last(Cell::new(None))
    }
}

impl<T: Copy> Last<T> {
    /// What stands at a token: as it was read last, or read now.
    pub fn get(&self, at: usize, read: impl FnOnce() -> T) -> T {
        match self.0.get() {
            Some((known, found)) if known == at => found,
            _ => {
                let found = read();
                self.0.set(Some((at, found)));
                found
            }
        }
    }
}

/// A length (`None`: so many are not said) and where it ends.
pub(super) type LengthRead = Option<(Option<Length>, usize)>;

/// How deep a date may stand in another: the end of the first week of next month.
const DEEPEST: u8 = 4;

impl<'d, 'a> Reader<'d, 'a> {
    pub(super) fn new(document: &'d Document<'a>, context: Context, day_first: bool) -> Reader<'d, 'a> {
        Reader { document, context, day_first, last_point: Last::default(), last_length: Last::default() }
    }
}

impl Reader<'_, '_> {
    /// The longest expression that begins at a token.
    pub(super) fn read(&self, at: usize) -> Option<Read> {
        let mut best = self.plain(at);
        // `نحو عقد`, `more than two years`, `before 2018`.
        if let Some((modifier, inner)) = self.modified(at)
            && let Some(mut read) = self.plain(inner).or_else(|| {
                let read = self.plain(self.is(inner, DateWord::The)?)?;
                (!matches!(read.what, What::Length(_) | What::Lengths(..))).then_some(read)
            })
            && best.is_none_or(|b| b.end < read.end)
        {
            let is_length = matches!(read.what, What::Length(_) | What::Lengths(..));
            // Over five years it cost: during them. It lasted over five years: more.
            let is_during = is_length
                && self.document.text(at).eq_ignore_ascii_case("over")
                && self.is(at - 1, DateWord::For).is_none()
                && self.is(at - 1, DateWord::Preposition).is_none();
            let fits = !is_during
                && match modifier {
                    Modifier::Before | Modifier::After => !is_length && !matches!(read.what, What::Range(..)),
                    Modifier::Approx => true,
                    // `over the next two weeks` is no more than two.
                    _ => is_length && !self.is_related(self.skip(inner, DateWord::The)),
                };
            if fits {
                read.first = at;
                if read.modifier.is_none() && !matches!(modifier, Modifier::AtLeast | Modifier::AtMost) {
                    read.modifier = Some(modifier);
                }
                best = Some(read);
            }
        }
        let mut read = best?;
        // `30 عاما تقريبا`, "30 years about".
        if let Some((modifier, end)) = self.modifier_after(read.end)
            && self.joins(read.end)
            && (matches!(read.what, What::Length(_) | What::Lengths(..)) || modifier == Modifier::Approx)
        {
            read.end = end;
            if read.modifier.is_none() && modifier == Modifier::Approx {
                read.modifier = Some(modifier);
            }
        }
        Some(read)
    }

    fn modified(&self, at: usize) -> Option<(Modifier, usize)> {
        self.modifier_before(at).or_else(|| {
            // `before 2018`: a bound, where a year or day follows at once.
            let is_date = |end: usize| {
                self.year_alone(end, true).is_some()
                    || self.month(end).is_some()
                    || self.year_named(self.skip(end, DateWord::The)).is_some()
            };
            if self.document.token(at).kind != Kind::Latin {
                return None;
            }
            let (modifier, end) = self.word(at, |w| match w {
                DateWord::Earlier => Some(Modifier::Before),
                DateWord::Later => Some(Modifier::After),
                _ => None,
            })?;
            let is_plain =
                matches!((modifier, self.relation_after(at)), (_, Some((Relation::After | Relation::Before, _))));
            (is_plain && is_date(end)).then_some((modifier, end))
        })
    }

    /// An expression without a modifier of figures before it.
    fn plain(&self, at: usize) -> Option<Read> {
        let read = |what, modifier, first, end| Read { what, modifier, clock: None, first, end };
        let mut best: Option<Read> = self.range(at);
        let mut offer = |found: Option<Read>| {
            if let Some(found) = found
                && best.is_none_or(|b| b.end < found.end)
            {
                best = Some(found);
            }
        };
        offer(self.timed(at));
        offer(self.shifted(at).map(|read| match read.what {
            // in seven days at 5 pm
            What::Point(when) => match self.clock_behind(&Point::new(when, read.end)) {
                Some((clock, end)) => Read { clock: Some(clock), end, ..read },
                None => read,
            },
            _ => read,
        }));
        offer(self.length(at, true).map(|(length, end)| read(What::Length(length), None, at, end)));
        offer(self.lengths(at));
        // قبل بضعة أيام, "a few days ago"
        let mut best = best?;
        if best.modifier.is_none() && (best.first..best.end).any(|t| self.is(t, DateWord::Few).is_some()) {
            best.modifier = Some(Modifier::Approx);
        }
        Some(best)
    }

    /// A point with a clock time before or behind it: `غدا الساعة 3`, "tomorrow at 3";
    /// `at 5pm tomorrow`. A clock time alone is one of the day named last.
    fn timed(&self, at: usize) -> Option<Read> {
        let point = self.point(at, 0);
        let read = |point: Point, clock: Option<Clock>, end| Read {
            what: What::Point(point.when),
            modifier: point.modifier,
            clock,
            first: at,
            end,
        };
        if let Some(point) = point {
            if point.clock.is_some() {
                return Some(read(point, point.clock, point.end));
            }
            if let Some((clock, end)) = self.clock_behind(&point) {
                return Some(read(point, Some(clock), end));
            }
        }
        let before = (|| {
            let sure = self.clock(at, None, false);
            // at 5 tomorrow afternoon: with the day, less need say that it is a time.
            let (clock, end) = sure.or_else(|| self.is(at, DateWord::At).and_then(|_| self.clock(at, None, true)))?;
            let next = self.skip_mark(end, &[',', '،']);
            let next = self.is(next, DateWord::Of).filter(|_| self.joins(next)).unwrap_or(next);
            if let Some(point) = self.point(next, 0).filter(|p| self.is_day(p.when) && p.clock.is_none()) {
                let behind = self.day_part(point.end).filter(|_| self.document.token(point.end).kind == Kind::Latin);
                let (part, end) = behind.map_or((point.day_part, point.end), |(part, end)| (Some(part), end));
                return Some(read(point, Some(clock.in_part(part)), end));
            }
            sure?;
            // An entry of a day's log opens with its time, whatever day the one before it named.
            let is_entry = self.document.token(at - 1).kind == Kind::Edge;
            let named = self.context.day.filter(|_| !is_entry);
            let day = named.or_else(|| {
                // What is still to come today is tomorrow's, once its hour is over.
                let today = self.context.today?;
                let is_over = clock.on(today, self.context.offset) < self.context.minute.map(|minute| (today, minute));
                if is_over && self.tense_said(at) == Some(Tense::Future) { today.next_day() } else { Some(today) }
            });
            let when = When::Period(day.map(Period::day));
            let point = Point::new(when, end);
            Some(read(point, Some(clock), end))
        })()
        .map(|read| {
            // `at` is a preposition, الساعة ("the hour") is none.
            let lead = self.is(at, DateWord::At).filter(|_| self.is(at, DateWord::Preposition).is_some());
            let lead = lead.or_else(|| self.mark(at, &['@']).then_some(at + 1));
            Read { first: lead.unwrap_or(at), ..read }
        });
        match (point, before) {
            (Some(p), Some(b)) if b.end < p.end => Some(read(p, None, p.end)),
            (_, Some(b)) => Some(b),
            (p, None) => p.map(|p| read(p, None, p.end)),
        }
    }

    /// A clock time behind a day: Sunday `at 8:00`.
    fn clock_behind(&self, point: &Point) -> Option<(Clock, usize)> {
        if !self.is_day(point.when) {
            return None;
        }
        // 2023-11-05T08:30
        let is_iso = self.document.text(point.end) == "T" && self.glued(point.end) && self.glued(point.end + 1);
        let next = if is_iso { point.end + 1 } else { self.skip_mark(point.end, &[',', '،', '-']) };
        let next = self.is(next, DateWord::Of).filter(|_| self.joins(next)).unwrap_or(next);
        // الأحد على الساعة العاشرة, الأحد ابتداء من الساعة العاشرة, "on Sunday, from ten o'clock"
        let lead = self.is(next, DateWord::CountedFrom).or_else(|| self.is(next, DateWord::Starting));
        let next = lead.filter(|&lead| self.is(lead, DateWord::At).is_some()).unwrap_or(next);
        // Sunday early morning at 8:00
        let (part, start) = match self.day_part(next).filter(|_| self.document.token(next).kind == Kind::Latin) {
            Some((part, after)) => (Some(part), self.skip_mark(after, &[','])),
            None => (point.day_part, next),
        };
        // الأحد قرابة الساعة 22, "Sunday about ten"
        let hour = self.modifier_word(start);
        let start = if self.is(hour, DateWord::At).is_some() { hour } else { start };
        self.clock(start, part, true).or_else(|| self.clock(next, None, true))
    }

    /// Whether a point is a single day, which a clock time may stand beside.
    pub(super) fn is_day(&self, when: When) -> bool {
        match when {
            When::Fields(f) => f.day.is_some() || f.weekday.is_some(),
            When::Period(period) => period.is_none_or(|p| p.grain == Grain::Unit(Unit::Day)),
        }
    }

    /// The longest point that begins at a token.
    pub(super) fn point(&self, at: usize, deep: u8) -> Option<Point> {
        if deep > DEEPEST || !self.may_begin(at, &POINTS) {
            return None;
        }
        let read = || self.read_point(at, deep);
        if deep > 0 { read() } else { self.last_point.get(at, read) }
    }

    fn read_point(&self, at: usize, deep: u8) -> Option<Point> {
        // the 1st of March; but in "the 2014 protests" the article is not the year's.
        if self.document.token(at).kind == Kind::Latin
            && let Some(next) = self.is(at, DateWord::The)
        {
            let found = self.point(next, deep + 1)?;
            let is_own = match found.when {
                When::Fields(f) => {
                    f.day.is_some()
                        && self.month(next).is_none()
                        && self.weekday_at(next).is_none()
                        && f.relation.is_none()
                        || f.relation.is_some()
                }
                When::Period(_) => true,
            };
            let is_own = is_own || found.modifier.is_some();
            return is_own.then_some(found);
        }
        let mut best: Option<Point> = None;
        let best = &mut best;
        let has = |kinds| self.document.has_kind(at, kinds);
        Point::offer_when(best, self.fields(at).map(|(fields, end)| (When::Fields(fields), end)));
        if has(&UNIT_POINTS) {
            Point::offer_when(best, self.relative_day(at));
            Point::offer_when(best, self.related_unit(at));
            Point::offer_when(best, self.same_period(at));
            Point::offer_when(best, self.numbered_week(at));
        }
        if self.may_begin(at, &NTHS) {
            Point::offer_when(best, self.nth_of(at, deep));
        }
        if has(&RECURRING) {
            Point::offer_when(best, self.season(at));
            Point::offer_when(best, self.feast(at));
        }
        if self.may_begin(at, &CODES) {
            Point::offer_when(best, self.decade(at));
            Point::offer_when(best, self.quarter_code(at));
        }
        if has(&PARTS_OF) {
            Point::offer_when(best, self.rest(at, deep));
            Point::offer(best, self.part_of(at, deep));
            Point::offer(best, self.part_of_day(at, deep));
        }
        *best
    }
}
