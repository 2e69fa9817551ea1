//! The grammar of dates: what words and digits may make one, each rule with an example.
//!
//! A rule is a function that reads from a token and gives what it read and where it ended.
//! Every rule looks at a bounded number of tokens, so reading a document takes linear time.

use time::Date;

use super::Context;
use super::calendar::{Grain, Length, Period, add_days, on_or_after, on_or_before};
use super::clock::Clock;
use crate::digest::Modifier;
use crate::lang::words::{DateWord, DayPart, Era, FigureWord, NumberWord, Relation, Tense, Unit};
use crate::lang::{Clitics, Sense};
use crate::number::{number_at, ordinal_at};
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

/// Reads at a token of a document.
pub(super) struct Reader<'d, 'a> {
    pub document: &'d Document<'a>,
    pub context: Context,
    /// Numeric dates name the day before the month.
    pub day_first: bool,
}

/// How deep a date may stand in another: the end of the first week of next month.
const DEEPEST: u8 = 3;

impl Reader<'_, '_> {
    /// The first date sense that `wanted` takes at a token, and where its words end.
    pub(super) fn word<T>(&self, at: usize, wanted: impl Fn(DateWord) -> Option<T>) -> Option<(T, usize)> {
        let found = self.document.sense(at, |sense| match sense {
            Sense::Date(word) => wanted(word),
            _ => None,
        });
        found.map(|(value, words)| (value, at + words))
    }

    /// Where a word ends that stands at a token; `None` where it does not.
    pub(super) fn is(&self, at: usize, word: DateWord) -> Option<usize> {
        self.word(at, |w| (w == word).then_some(())).map(|(_, end)| end)
    }

    /// Behind the word, where it stands there.
    pub(super) fn skip(&self, at: usize, word: DateWord) -> usize {
        self.is(at, word).filter(|_| self.joins(at)).unwrap_or(at)
    }

    /// Whether a token may go on an expression: `and` begins something new.
    pub(super) fn joins(&self, at: usize) -> bool {
        !self.document.token(at).clitics.any(Clitics::AND | Clitics::SO)
    }

    pub(super) fn mark(&self, at: usize, marks: &[char]) -> bool {
        self.document.token(at).kind == Kind::Punct && marks.contains(&self.document.char(at))
    }

    /// Behind one of the marks, where it stands there.
    pub(super) fn skip_mark(&self, at: usize, marks: &[char]) -> usize {
        if self.mark(at, marks) { at + 1 } else { at }
    }

    pub(super) fn glued(&self, at: usize) -> bool {
        let token = self.document.token(at);
        !token.space_before() && token.kind != Kind::Edge
    }

    pub(super) fn unit(&self, at: usize) -> Option<(Unit, usize)> {
        self.word(at, |w| match w {
            DateWord::Unit(unit) => Some(unit),
            _ => None,
        })
    }

    /// A unit in the singular or the plural.
    pub(super) fn units(&self, at: usize) -> Option<(Unit, usize)> {
        self.word(at, |w| match w {
            DateWord::Unit(unit) | DateWord::Units(unit) => Some(unit),
            _ => None,
        })
    }

    fn is_plural(&self, at: usize) -> bool {
        self.word(at, |w| matches!(w, DateWord::Units(_)).then_some(())).is_some()
    }

    fn relation(&self, at: usize) -> Option<(Relation, usize)> {
        self.word(at, |w| match w {
            DateWord::Relation(relation) => Some(relation),
            _ => None,
        })
    }

    fn relation_after(&self, at: usize) -> Option<(Relation, usize)> {
        self.joins(at).then_some(())?;
        self.word(at, |w| match w {
            DateWord::RelationAfter(relation) => Some(relation),
            _ => None,
        })
    }

    /// A modifier of figures, which dates share: `نحو`, `more than`.
    fn modifier_before(&self, at: usize) -> Option<(Modifier, usize)> {
        let found = self.document.sense(at, |sense| match sense {
            Sense::Figure(FigureWord::ModifierBefore(modifier)) => Some(modifier),
            _ => None,
        });
        found.map(|(modifier, words)| (modifier, at + words))
    }

    fn modifier_after(&self, at: usize) -> Option<(Modifier, usize)> {
        let found = self.document.sense(at, |sense| match sense {
            Sense::Figure(FigureWord::ModifierAfter(modifier)) => Some(modifier),
            _ => None,
        });
        found.map(|(modifier, words)| (modifier, at + words))
    }

    /// Whether nothing of its block or clause follows: the edge or a mark.
    pub(super) fn ends_at(&self, at: usize) -> bool {
        matches!(self.document.token(at).kind, Kind::Edge | Kind::Punct)
    }

    /// Whether a word that leads to a time stands before a token.
    fn is_led(&self, at: usize) -> bool {
        self.document.token(at).clitics.any(Clitics::WITH | Clitics::FOR)
            || self.is(at - 1, DateWord::Preposition).is_some()
            || self.relation(at - 1).is_some()
            || self.part(at - 1).is_some()
    }

    fn part(&self, at: usize) -> Option<(Modifier, usize)> {
        self.word(at, |w| match w {
            DateWord::Part(modifier) => Some(modifier),
            _ => None,
        })
    }

    /// The longest expression that begins at a token.
    pub(super) fn read(&self, at: usize) -> Option<Read> {
        let mut best = self.plain(at);
        // `نحو عقد`, `more than two years`, `before 2018`.
        if let Some((modifier, inner)) = self.modified(at)
            && let Some(mut read) = self.plain(inner).or_else(|| self.plain(self.is(inner, DateWord::The)?))
            && best.is_none_or(|b| b.end < read.end)
        {
            let is_length = matches!(read.what, What::Length(_));
            let fits = match modifier {
                Modifier::Before | Modifier::After => !is_length && !matches!(read.what, What::Range(..)),
                Modifier::Approx => true,
                _ => is_length,
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
            && (matches!(read.what, What::Length(_)) || modifier == Modifier::Approx)
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
        offer(self.shifted(at));
        offer(self.length(at, true).map(|(length, end)| read(What::Length(length), None, at, end)));
        // قبل بضعة أيام, "a few days ago"
        let mut best = best?;
        if best.modifier.is_none() && (best.first..best.end).any(|t| self.is(t, DateWord::Few).is_some()) {
            best.modifier = Some(Modifier::Approx);
        }
        Some(best)
    }

    // ── Points ───────────────────────────────────────────────────────────────

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
            let next = self.skip_mark(point.end, &[',', '،', '-']);
            let next = self.is(next, DateWord::Of).filter(|_| self.joins(next)).unwrap_or(next);
            if self.is_day(point.when) {
                // Sunday early morning at 8:00
                let (part, start) = match self.day_part(next).filter(|_| self.document.token(next).kind == Kind::Latin)
                {
                    Some((part, after)) => (Some(part), self.skip_mark(after, &[','])),
                    None => (point.day_part, next),
                };
                if let Some((clock, end)) = self.clock(start, part, true) {
                    return Some(read(point, Some(clock), end));
                }
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
            let day = self.context.named.filter(|p| p.start == p.end).map(|p| p.start).or(self.context.today);
            let when = When::Period(day.map(Period::day));
            let point = Point { when, modifier: None, day_part: None, clock: None, end };
            Some(read(point, Some(clock), end))
        })()
        .map(|read| {
            // `at` is a preposition, الساعة ("the hour") is none.
            let is_latin =
                self.document.token(at + 1).kind != Kind::Arabic && self.document.token(at).kind != Kind::Arabic;
            let lead = self.is(at, DateWord::At).or_else(|| self.mark(at, &['@']).then_some(at + 1));
            Read { first: lead.filter(|_| is_latin).unwrap_or(at), ..read }
        });
        match (point, before) {
            (Some(p), Some(b)) if b.end <= p.end => Some(read(p, None, p.end)),
            (_, Some(b)) => Some(b),
            (p, None) => p.map(|p| read(p, None, p.end)),
        }
    }

    /// Whether a point is a single day, which a clock time may stand beside.
    fn is_day(&self, when: When) -> bool {
        match when {
            When::Fields(f) => f.day.is_some() || f.weekday.is_some(),
            When::Period(period) => period.is_none_or(|p| p.grain == Grain::Unit(Unit::Day)),
        }
    }

    /// The longest point that begins at a token.
    pub(super) fn point(&self, at: usize, deep: u8) -> Option<Point> {
        if deep > DEEPEST {
            return None;
        }
        let plain = |(when, end)| Point { when, modifier: None, day_part: None, clock: None, end };
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
        let mut best = [
            self.fields(at).map(|(fields, end)| (When::Fields(fields), end)),
            self.relative_day(at),
            self.related_unit(at),
            self.nth_of(at, deep),
            self.season(at),
            self.decade(at),
            self.rest(at, deep),
            self.quarter_code(at),
            self.numbered_week(at),
        ]
        .into_iter()
        .flatten()
        .map(plain)
        .reduce(|a, b| if b.end > a.end { b } else { a });
        for found in [self.part_of(at, deep), self.part_of_day(at, deep)].into_iter().flatten() {
            if best.is_none_or(|b| b.end < found.end) {
                best = Some(found);
            }
        }
        best
    }

    /// Part of a period: `مطلع يناير الماضي`, "the beginning of last January"; `mid-2019`.
    fn part_of(&self, at: usize, deep: u8) -> Option<Point> {
        // year end, "the end of the year"
        if let Some((unit, next)) = self.unit(at)
            && unit == Unit::Year
            && let Some((modifier, end)) = self.word(self.skip_mark(next, &['-']), |w| match w {
                DateWord::PartAfter(modifier) => Some(modifier),
                _ => None,
            })
        {
            let when = When::Period(self.related(unit, Relation::Offset(0)));
            return Some(Point { when, modifier: Some(modifier), day_part: None, clock: None, end });
        }
        let (modifier, end) = self.part(at)?;
        let next = self.skip_mark(end, &['-']);
        // The end of April, but not "the start on Saturday".
        let is_of =
            self.document.token(next).kind != Kind::Latin || self.document.text(next).eq_ignore_ascii_case("of");
        let next = if is_of { self.skip(next, DateWord::Of) } else { next };
        let mut inner = self.inner(next, deep)?;
        // Earlier today: the day is meant.
        if matches!(modifier, Modifier::Before | Modifier::After) && self.is_day(inner.when) {
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
            Some(Point { when: When::Fields(fields), modifier: None, day_part: None, clock: None, end })
        });
        point.or_else(|| {
            let at = self.skip(at, DateWord::The);
            let (unit, end) = self.unit(at)?;
            let is_latin = self.document.token(at).kind == Kind::Latin;
            if unit < Unit::Day || !(is_latin || self.document.is_definite(at)) || !self.joins(at) {
                return None;
            }
            let period = self.related(unit, Relation::Offset(0));
            Some(Point { when: When::Period(period), modifier: None, day_part: None, clock: None, end })
        })
    }

    /// Part of a day before it: `مساء أمس الأحد`, "the evening of yesterday, Sunday".
    fn part_of_day(&self, at: usize, deep: u8) -> Option<Point> {
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
        Some(Point { day_part: Some(part), ..found })
    }

    pub(super) fn day_part(&self, at: usize) -> Option<(DayPart, usize)> {
        self.word(at, |w| match w {
            DateWord::DayPart(part) => Some(part),
            _ => None,
        })
    }

    /// A day counted from that of publication: `أمس الأربعاء`, "yesterday, Wednesday".
    fn relative_day(&self, at: usize) -> Option<(When, usize)> {
        let start = self.skip_day_word(at);
        let (days, mut end) = self.word(start, |w| match w {
            DateWord::Day(days) => Some(days),
            _ => None,
        })?;
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

    /// Behind `يوم` in `يوم الثلاثاء`, "on the day Tuesday".
    fn skip_day_word(&self, at: usize) -> usize {
        match self.unit(at) {
            Some((Unit::Day, end))
                if self.document.token(at).kind == Kind::Arabic && !self.document.is_definite(at) =>
            {
                end
            }
            _ => at,
        }
    }

    /// A unit with what relates it: `الشهر الماضي`, "last month"; `هذا العام`, "this year";
    /// `the week after next`; and a weekday inside one: `next week Wednesday`.
    fn related_unit(&self, at: usize) -> Option<(When, usize)> {
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
        if unit < Unit::Day {
            return None;
        }
        let mut relation = relation;
        let mut end = end;
        // هذا الأسبوع الماضي, the year after next.
        if is_plain
            && let Some((behind, after)) = self.relation_after(end)
            && self.document.token(end).kind == Kind::Arabic
        {
            relation = behind;
            end = after;
        }
        let mut period = self.related(unit, relation);
        // A weekend that is told of is over: `this weekend` on a Monday.
        if unit == Unit::Weekend
            && relation == Relation::Offset(0)
            && period.is_some_and(|p| Some(p.start) > self.context.today)
            && self.is_past(at)
        {
            period = self.related(unit, Relation::Offset(-1));
        }
        if unit == Unit::Week {
            // last week's Sunday
            let next = if self.mark(end, &['\'', '’'])
                && self.glued(end)
                && self.glued(end + 1)
                && self.document.text(end + 1) == "s"
            {
                end + 2
            } else {
                end
            };
            let next = self.skip_mark(next, &['-', ',', '،']);
            let next =
                self.is(next, DateWord::Of).filter(|_| self.document.token(next).kind == Kind::Latin).unwrap_or(next);
            if let Some((weekday, after)) = self.weekday_at(next).filter(|_| self.joins(next)) {
                let fields = Fields { weekday: Some(weekday), within: Some(period), ..Fields::default() };
                return Some((When::Fields(fields), after));
            }
        }
        Some((When::Period(period), end))
    }

    /// Which of its kind: `الثالث`, `third`; the last is -1.
    fn nth(&self, at: usize) -> Option<(i32, usize)> {
        if let Some(ordinal) = ordinal_at(self.document, at) {
            let n = ordinal.value as i32;
            // The third last.
            if let Some(end) = self.is(ordinal.tokens.end, DateWord::LastOf) {
                return Some((-n, end));
            }
            return (1..=100).contains(&n).then_some((n, ordinal.tokens.end));
        }
        self.is(at, DateWord::LastOf).map(|end| (-1, end))
    }

    /// The n-th unit or weekday of a period: `الربع الثالث من عام 2016`, "the third quarter of
    /// 2016"; `أول ثلاثاء من أكتوبر`, "the first Tuesday of October"; `19th century`.
    fn nth_of(&self, at: usize, deep: u8) -> Option<(When, usize)> {
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
        let (n, of, end) = if let Some((n, next)) = self.nth(at) {
            let next = self.skip_mark(next, &['-']);
            let (of, end) = named(next).filter(|_| self.joins(next))?;
            (n, of, end)
        } else {
            let (of, next) = named(at)?;
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
            let start = super::calendar::date((n - 1) * 100, 1, 1).filter(|_| n > 0 && era != Some(Era::BeforeCommon));
            return Some((When::Period(start.and_then(|s| Period::around(s, unit, 0))), after));
        }
        // الشهر الثامن, "the eighth month", is August.
        let is_month = unit == Unit::Month && (1..=12).contains(&n) && self.document.token(at).kind == Kind::Arabic;
        let linked = self.skip(end, DateWord::Of);
        let is_linked = linked != end || self.document.token(end).clitics.any(Clitics::WITH | Clitics::FOR);
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
        if is_month {
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
                let period = today.and_then(|today| {
                    let year = Period::around(today, Unit::Year, 0)?;
                    year.nth(n, unit)
                        .filter(|p| p.start <= today)
                        .or_else(|| Period::around(today, Unit::Year, -1)?.nth(n, unit))
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

    fn weekday_any(&self, at: usize) -> Option<(u8, usize)> {
        self.word(at, |w| match w {
            DateWord::Weekday(day) | DateWord::UnsureWeekday(day) => Some(day),
            _ => None,
        })
    }

    /// What is left of a period: `بقية العام`, "the rest of the year".
    fn rest(&self, at: usize, deep: u8) -> Option<(When, usize)> {
        let next = self.is(at, DateWord::Rest)?;
        let inner = self.inner(self.skip(next, DateWord::Of), deep)?;
        let When::Period(period) = inner.when else { return None };
        let rest = period.zip(self.context.today).filter(|(p, today)| p.start <= *today && *today <= p.end);
        Some((When::Period(rest.map(|(p, today)| Period { start: today, grain: Grain::Days, ..p })), inner.end))
    }

    /// A season: `صيف 2016`, "summer of 2016"; `this winter`, `الصيف الماضي`.
    fn season(&self, at: usize) -> Option<(When, usize)> {
        let (before, start) = self.relation(at).map_or((None, at), |(r, next)| (Some(r), next));
        let (season, end) = self.word(start, |w| match w {
            DateWord::Season(season) => Some(season),
            _ => None,
        })?;
        if start != at && !self.joins(start) {
            return None;
        }
        if let Some((year, end)) = self.year_tail(end, false) {
            return Some((When::Period(Period::season(year?, season)), end));
        }
        let (relation, end) = match (before, self.relation_after(end)) {
            (Some(relation), _) => (relation, end),
            (None, Some((relation, end))) if self.document.token(end - 1).kind == Kind::Arabic => (relation, end),
            // الصيف, "the summer"; not `summer holidays`.
            _ => {
                let is_latin = self.document.token(start).kind == Kind::Latin;
                let is_led = if is_latin {
                    self.is_led(start) || self.is(start - 1, DateWord::The).is_some()
                } else {
                    self.document.is_definite(start)
                };
                let is_closed = self.ends_at(end) || self.is(end, DateWord::Preposition).is_some();
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
    fn decade(&self, at: usize) -> Option<(When, usize)> {
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
                2 if is_plural => decade(self.century_for(value as i32), next + 1),
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
        if self.document.token(at).kind == Kind::Latin
            && self.is(at.wrapping_sub(1), DateWord::The).is_none()
            && !self.ends_at(end)
        {
            return None;
        }
        let next = self.skip(end, DateWord::Of);
        if self.joins(next)
            && let Some((When::Period(Some(century)), end)) = self.nth_of(next, 1).or_else(|| self.related_unit(next))
            && century.grain == Grain::Unit(Unit::Century)
        {
            return decade(century.start.year() + tens, end);
        }
        decade(self.century_for(tens), end)
    }

    /// The first year of a decade that is named by its tens: the last one that is over by
    /// some years, since it is looked back on.
    fn century_for(&self, tens: i32) -> i32 {
        let now = self.context.today.map_or(2020, |d| d.year());
        let century = now / 100 * 100;
        if century + tens + 5 <= now { century + tens } else { century - 100 + tens }
    }

    /// `Q3 2016`, `2016H2`, `2016 Q3`.
    fn quarter_code(&self, at: usize) -> Option<(When, usize)> {
        let (year, start) = match self.year_digits(at) {
            Some((year, end)) => (Some(year), self.skip_mark(end, &[',', '-'])),
            None => (None, at),
        };
        // 2016 the third quarter
        if year.is_some()
            && let Some(the) = self.is(start, DateWord::The)
            && let Some((n, next)) = self.nth(the)
            && let Some((Unit::Quarter, end)) = self.unit(next)
        {
            return Some((When::Period(Period::of(year?, None, None)?.nth(n, Unit::Quarter)), end));
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
    fn numbered_week(&self, at: usize) -> Option<(When, usize)> {
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

    // ── Named days, months and years ─────────────────────────────────────────

    /// The parts of a date in any order that texts put them: see the rules below.
    pub(super) fn fields(&self, at: usize) -> Option<(Fields, usize)> {
        // هذا الاثنين, next Friday, last October.
        let (relation, start) = match self.relation(at) {
            Some((relation, next)) if self.joins(next) => (Some(relation), next),
            _ => (None, at),
        };
        let mut found = self
            .weekday_fields(start)
            .or_else(|| self.numeric(start))
            .or_else(|| self.day_and_month(start))
            .or_else(|| self.month_fields(start))
            .or_else(|| self.year_first(start));
        if found.is_none() && relation.is_none() {
            found = self.day_alone(start).or_else(|| {
                let (year, end) = self.year_alone(start, false)?;
                Some((Fields { year: Some(year), ..Fields::default() }, end))
            });
        }
        // عام 2011, "the year 2011"
        if found.is_none() && relation.is_none() {
            found = self.year_named(start);
        }
        let (mut fields, end) = found?;
        if relation.is_some() {
            if fields.year.is_some() && fields.month.is_none() {
                return None;
            }
            fields.relation = fields.relation.or(relation);
        }
        Some((fields, end))
    }

    /// A weekday that is surely one.
    fn weekday_at(&self, at: usize) -> Option<(u8, usize)> {
        let (weekday, end) = self.word(at, |w| match w {
            DateWord::Weekday(day) => Some(day),
            DateWord::UnsureWeekday(day) => {
                let token = self.document.token(at);
                (token.kind == Kind::Latin).then_some(day)
            }
            _ => None,
        })?;
        let token = self.document.token(at);
        let is_unsure = self.is(at, DateWord::UnsureWeekday(weekday)).is_some()
            && self.is(at, DateWord::Weekday(weekday)).is_none();
        let is_unsure_word = is_unsure && !(token.is_capital() && matches!(weekday, 1 | 2 | 4 | 5));
        if is_unsure_word && token.kind == Kind::Latin {
            // `Sat.`, `Mon, Feb 18`, `thu` alone; not "the sun sat".
            let next = self.skip_mark(end, &['.', ',', '-']);
            let is_dated = self.month(next).is_some()
                || self.document.digits(next).is_some()
                || self.clock(next, None, true).is_some();
            let is_alone = self.ends_at(end) && self.document.token(at - 1).kind == Kind::Edge;
            let is_led = self.is_led(at) && token.is_capital();
            if !(is_dated || is_alone || is_led) {
                return None;
            }
        }
        let end = if is_unsure && self.mark(end, &['.']) && self.glued(end) { end + 1 } else { end };
        Some((weekday, end))
    }

    /// A weekday with what may stand beside it: `الثلاثاء الماضي`, "last Tuesday";
    /// `الاثنين 5 مايو 2014`; `Friday of next week`; `Thursday the 21st`.
    fn weekday_fields(&self, at: usize) -> Option<(Fields, usize)> {
        let start = self.skip_day_word(at);
        let found = self.weekday_at(start).filter(|_| start == at || self.joins(start));
        let (weekday, mut end) = match found {
            Some(found) => found,
            // أحد الأسبوع الماضي, "Sunday of last week"
            None => {
                let (weekday, next) = self.weekday_any(start)?;
                let (when, end) = self.related_unit(next)?;
                let When::Period(period) = when else { return None };
                let is_week = self.unit(next).or_else(|| self.unit(next + 1)).is_some_and(|(u, _)| u == Unit::Week);
                let fields = Fields { weekday: Some(weekday), within: Some(period), ..Fields::default() };
                return is_week.then_some((fields, end));
            }
        };
        let mut fields = Fields { weekday: Some(weekday), ..Fields::default() };
        if let Some((relation, after)) = self.relation_after(end) {
            let is_latin = self.document.token(end).kind == Kind::Latin;
            // `Friday before` the vote is counted from it; "Wednesday after next" is not.
            if !is_latin || matches!(relation, Relation::Offset(_)) {
                fields.relation = Some(relation);
                end = after;
            }
        }
        // Of which week.
        let next = self.skip_mark(end, &['-', ',', '،']);
        let linked = self.skip(next, DateWord::Of);
        let linked = self.skip(linked, DateWord::The);
        if self.joins(linked)
            && fields.relation.is_none()
            && let Some((When::Period(week), after)) = self.related_unit(linked)
            && self
                .unit(linked)
                .or_else(|| self.relation(linked).and_then(|(_, n)| self.unit(n)))
                .is_some_and(|(u, _)| u == Unit::Week)
        {
            fields.within = Some(week);
            return Some((fields, after));
        }
        // Which day of the month.
        let mut next = end;
        for _ in 0..3 {
            let skipped = self.skip_mark(next, &[',', '،', '-', '(']);
            let skipped = self.skip(skipped, DateWord::Of);
            let skipped = self.skip_day_word(skipped);
            if skipped == next {
                break;
            }
            next = skipped;
        }
        let next = self.skip(next, DateWord::The);
        if !self.joins(next) {
            return Some((fields, end));
        }
        let dated = self.day_and_month(next).or_else(|| self.month_fields(next).filter(|(f, _)| f.day.is_some()));
        if let Some((dated, after)) = dated.or_else(|| self.numeric(next)).filter(|(f, _)| f.day.is_some()) {
            let is_nth =
                next == end && self.document.token(next).kind == Kind::Arabic && dated.day.is_some_and(|d| d <= 5);
            let dated = Fields { is_nth, ..dated };
            let after =
                if self.mark(after, &[')']) && (end..next).any(|t| self.mark(t, &['('])) { after + 1 } else { after };
            return Some((Fields { weekday: Some(weekday), ..dated }, after));
        }
        if let Some((day, after, kind)) = self.day_number(next) {
            let is_free =
                self.ends_at(after) || self.is(after, DateWord::To).is_some() || self.is(after, DateWord::At).is_some();
            let is_of =
                (end..next).any(|t| self.is(t, DateWord::Of).is_some()) && self.document.token(at).kind == Kind::Latin;
            let is_day = match kind {
                DayKind::Ordinal => !is_of || self.ends_at(after),
                DayKind::Digits => is_free && !self.mark(after, &[':', '/']) && next <= end + 1,
                DayKind::Words => is_free && self.is(next - 1, DateWord::The).is_some(),
            };
            // الأحد الثاني, "second Sunday", of the month.
            if is_day && fields.relation.is_none() {
                fields.day = Some(day);
                fields.is_nth = kind == DayKind::Ordinal && day <= 5 && self.document.token(next).kind == Kind::Arabic;
                end = after;
            }
        }
        Some((fields, end))
    }

    /// A month's name: number, whether it is Hijri, whether it is surely one, its end.
    fn month_name(&self, at: usize) -> Option<(u8, bool, bool, usize)> {
        let ((month, is_hijri, is_sure), end) = self.word(at, |w| match w {
            DateWord::Month(m) => Some((m, false, true)),
            DateWord::UnsureMonth(m) => Some((m, false, false)),
            DateWord::HijriMonth(m) => Some((m, true, false)),
            _ => None,
        })?;
        Some((month, is_hijri, is_sure, end))
    }

    /// A month, with its other name: `أغسطس/آب`, `كانون الثاني (يناير)`; `شهر سبتمبر`; `Sept.`
    pub(super) fn month(&self, at: usize) -> Option<(u8, bool, bool, usize)> {
        let start = match self.unit(at) {
            Some((Unit::Month, end))
                if self.document.token(at).kind == Kind::Arabic && !self.document.is_definite(at) =>
            {
                end
            }
            _ => at,
        };
        let is_led = start != at;
        if is_led && !self.joins(start) {
            return None;
        }
        let Some((month, is_hijri, is_sure, mut end)) = self.month_name(start) else {
            // شهر عشرة, "month ten"
            let n = number_at(self.document, start)
                .filter(|n| is_led && n.value >= 1.0 && n.value <= 12.0 && n.value.fract() == 0.0)?;
            return (self.joins(start) && !n.digits || self.ends_at(n.tokens.end)).then_some((
                n.value as u8,
                false,
                true,
                n.tokens.end,
            ));
        };
        if self.document.token(start).kind == Kind::Latin
            && self.mark(end, &['.'])
            && self.glued(end)
            && !self.ends_sentence(end)
        {
            end += 1;
        }
        // The same month's other name.
        if self.mark(end, &['/', '(', '-', '\\', '–']) {
            if let Some((other, _, _, after)) = self.month_name(end + 1)
                && other == month
                && self.joins(end + 1)
            {
                end = if self.mark(end, &['(']) { self.skip_mark(after, &[')']) } else { after };
            } else if self.mark(end, &['/']) && self.document.text(end + 1) == "تشرين" && matches!(month, 10 | 11)
            {
                end += 2;
            }
        }
        Some((month, is_hijri, is_sure || is_led, end))
    }

    /// Whether a stop behind an abbreviation ends the block.
    fn ends_sentence(&self, stop: usize) -> bool {
        self.document.token(stop + 1).kind == Kind::Edge
    }

    /// A day of the month, its end, and how it is written: `7`, `السابع`, `7th`, `واحد وعشرين`.
    fn day_number(&self, at: usize) -> Option<(u8, usize, DayKind)> {
        // فاتح ماي, "the opening of May"
        if let Some(end) = self.is(at, DateWord::FirstDay).filter(|&end| self.month(end).is_some()) {
            return Some((1, end, DayKind::Ordinal));
        }
        if let Some(ordinal) = ordinal_at(self.document, at).filter(|o| (1.0..=31.0).contains(&o.value)) {
            return Some((ordinal.value as u8, ordinal.tokens.end, DayKind::Ordinal));
        }
        if let Some((value, digits)) = self.document.digits(at) {
            let is_free = !self.is_inside_number(at);
            return (is_free && digits <= 2 && (1..=31).contains(&value)).then_some((
                value as u8,
                at + 1,
                DayKind::Digits,
            ));
        }
        let number =
            number_at(self.document, at).filter(|n| n.value >= 1.0 && n.value <= 31.0 && n.value.fract() == 0.0)?;
        Some((number.value as u8, number.tokens.end, DayKind::Words))
    }

    /// Whether a digit run is part of a longer number, code or time.
    fn is_inside_number(&self, at: usize) -> bool {
        let before = at > 0
            && self.glued(at)
            && (self.mark(at - 1, &['.', ',', '٫', '٬', ':', '+', '#', '_'])
                && self.document.token(at - 2).kind == Kind::Digits
                && self.glued(at - 1)
                || self.mark(at - 1, &['#', '+', '$', '_'])
                || self.document.token(at - 1).kind == Kind::Symbol);
        let after = self.glued(at + 1)
            && (self.mark(at + 1, &['.', ',', '٫', '٬', ':'])
                && self.glued(at + 2)
                && self.document.token(at + 2).kind == Kind::Digits
                || self.document.token(at + 1).kind == Kind::Symbol);
        before || after
    }

    /// A day before its month: `السابع من أكتوبر الماضي`, "the seventh of last October"; `26 يونيو
    /// 2018`; `5th May`; `الثامن والعشرين من الشهر نفسه`, "the 28th of the same month".
    fn day_and_month(&self, at: usize) -> Option<(Fields, usize)> {
        let start = self.skip_day_word(at);
        if start != at && !self.joins(start) {
            return None;
        }
        let (day, after, kind) = self.day_number(start)?;
        let mut next = after;
        for _ in 0..3 {
            let skipped = self.skip_mark(next, &['.', '-', '/', '،', ',']);
            let skipped = self.skip(skipped, DateWord::Of);
            let skipped = self.skip(skipped, DateWord::The);
            if skipped == next {
                break;
            }
            next = skipped;
        }
        if !self.joins(next) {
            return None;
        }
        let is_linked = (after..next).any(|t| self.document.token(t).is_word());
        if let Some((month, hijri, _, end)) = self.month(next) {
            let is_mark = after != next && self.mark(after, &['،', ',']);
            if is_mark && !is_linked {
                return None;
            }
            // May 5, 15 June: the month before has the first number.
            let mut fields = Fields { day: Some(day), month: Some(month), hijri, ..Fields::default() };
            let end = self.tail(end, &mut fields, true);
            return Some((fields, end));
        }
        // الشهر الثامن: "the eighth month"
        if is_linked
            && let Some((Unit::Month, noun)) = self.unit(next)
            && self.document.is_definite(next)
            && let Some((month, end)) = self.nth(noun).filter(|&(n, _)| (1..=12).contains(&n))
        {
            let mut fields = Fields { day: Some(day), month: Some(month as u8), ..Fields::default() };
            let end = self.tail(end, &mut fields, true);
            return Some((fields, end));
        }
        // Of this month, of the same month, next month.
        if (is_linked || kind == DayKind::Digits)
            && let Some((When::Period(month), end)) = self.related_unit(next)
            && (is_linked || self.relation(next).is_none_or(|(r, _)| r != Relation::Coming))
            && self
                .unit(next)
                .or_else(|| self.relation(next).and_then(|(_, n)| self.unit(n)))
                .is_some_and(|(u, _)| u == Unit::Month)
        {
            let mut fields = Fields { day: Some(day), ..Fields::default() };
            if let Some(month) = month {
                fields.month = Some(month.start.month() as u8);
                fields.year = Some(month.start.year());
            }
            return Some((fields, end));
        }
        None
    }

    /// A month, and a day or a year behind it: `ديسمبر عام 2017`; `May 5, 2020`; `شتنبر المقبل`,
    /// "next September"; `April 2016`.
    fn month_fields(&self, at: usize) -> Option<(Fields, usize)> {
        let (month, hijri, is_sure, end) = self.month(at)?;
        let mut fields = Fields { month: Some(month), hijri, ..Fields::default() };
        // The day.
        let mut next = self.skip_mark(end, &['-', ',', '،']);
        next = self.skip(next, DateWord::The);
        let is_latin = self.document.token(at).kind == Kind::Latin;
        if let Some((day, after, kind)) = self.day_number(next).filter(|_| self.joins(next)) {
            let is_comma = self.mark(end, &[',', '،']);
            let is_free = match kind {
                DayKind::Ordinal => !is_comma,
                DayKind::Digits => {
                    !is_comma && !self.mark(after, &[':', '%']) && self.document.token(after).kind != Kind::Symbol
                        // مايو 20 شخصا: twenty persons in May; "5 May 1.2 million".
                        && (is_latin || !self.document.token(after).is_word() || self.is(after, DateWord::To).is_some() || !self.joins(after))
                }
                DayKind::Words => is_latin && !is_comma,
            };
            // March 5 June: the day is the next month's.
            let is_next = kind != DayKind::Ordinal && self.month(after).is_some();
            if is_free && !is_next {
                fields.day = Some(day);
                let end = self.tail(after, &mut fields, true);
                return Some((fields, end));
            }
        }
        let tail = self.tail(end, &mut fields, false);
        // September-2020-23
        if let (Some(_), true) = (fields.year, self.mark(tail, &['-']) && self.glued(tail))
            && let Some((day, after, DayKind::Digits)) = self.day_number(tail + 1)
        {
            fields.day = Some(day);
            return Some((fields, after));
        }
        let is_dated = tail != end;
        if !is_dated && !is_sure {
            let is_capital = self.document.token(at).is_capital();
            let is_range = self
                .range_joint(end, false)
                .is_some_and(|next| self.month_name(self.skip(next, DateWord::The)).is_some());
            let is_led = is_range
                || self.is_led(at) && (!hijri || self.unit(at).is_some())
                || self.document.token(at - 1).kind == Kind::Edge && self.ends_at(end) && !hijri;
            if !is_led
                || is_latin && !is_capital && !is_range && !self.ends_at(end) && self.is(end, DateWord::To).is_none()
            {
                return None;
            }
        }
        // A name: April, June; `August` is none behind a preposition.
        Some((fields, tail))
    }

    /// What follows a month: its year, or how it is related, and the era.
    fn tail(&self, at: usize, fields: &mut Fields, has_day: bool) -> usize {
        let mut end = at;
        if let Some((relation, after)) = self.relation_after(end)
            && self.document.token(end).kind == Kind::Arabic
        {
            fields.relation = Some(relation);
            return after;
        }
        if let Some((year, after)) = self.year_tail(end, has_day) {
            match year {
                Some(year) => fields.year = Some(year),
                // Of a year that cannot be told without a publication date.
                None => fields.before_common = true,
            }
            end = after;
            let (era, after) = self.era(end);
            match era {
                Some(Era::Hijri) => fields.hijri = true,
                Some(Era::BeforeCommon) => fields.before_common = true,
                _ => {}
            }
            end = after;
            // 17 رجب 1445 هـ الموافق 29 يناير 2024: the Gregorian date that stands beside it counts.
            if fields.hijri {
                let next = self.skip_mark(end, &['،', ',', '(', '-', '/']);
                let next = self.skip(next, DateWord::Of);
                if let Some((beside, after)) = self.day_and_month(next).filter(|(f, _)| !f.hijri && f.year.is_some()) {
                    *fields = Fields { weekday: fields.weekday, ..beside };
                    end = self.skip_mark(after, &[')']);
                }
            }
        }
        end
    }

    fn era(&self, at: usize) -> (Option<Era>, usize) {
        let found = self.joins(at).then(|| {
            self.word(at, |w| match w {
                DateWord::Era(era) => Some(era),
                _ => None,
            })
        });
        match found.flatten() {
            // `م` and `هـ` may begin another word's abbreviation; glued or free, they end here.
            Some((era, end)) => (Some(era), end),
            None => (None, at),
        }
    }

    /// A year behind a month or the like: `2017`, `عام 2017`, `, 2020`, `من العام الماضي`, "of last
    /// year"; in words: `ألفين وثمانية عشر`. The year is `None` where it is not known.
    fn year_tail(&self, at: usize, has_day: bool) -> Option<(Option<i32>, usize)> {
        let mut next = at;
        for _ in 0..3 {
            // `February 6 - this year`: a dash between spaces parts.
            let marks: &[char] = match next == at {
                true if self.glued(at) && self.glued(at + 1) => &[',', '،', '/', '-', '.'],
                true if has_day && self.glued(at) && self.year_digits(at + 1).is_some() => &[',', '،', '.'],
                true => &[',', '،'],
                false => &[],
            };
            let skipped = self.skip_mark(next, marks);
            let skipped = self.skip(skipped, DateWord::Of);
            let skipped = self.skip(skipped, DateWord::The);
            if skipped == next {
                break;
            }
            next = skipped;
        }
        if !self.joins(next) {
            return None;
        }
        if let Some((year, end)) = self.year_digits(next).or_else(|| self.year_words(next)) {
            return Some((Some(year), end));
        }
        if let Some((fields, end)) = self.year_named(next) {
            return Some((fields.year, end));
        }
        if let Some((When::Period(period), end)) = self.related_unit(next) {
            let unit = self.unit(next).or_else(|| self.relation(next).and_then(|(_, n)| self.unit(n)));
            let is_year = unit.is_some_and(|(u, _)| u == Unit::Year);
            return is_year.then_some((period.map(|p| p.start.year()), end));
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
    fn year_named(&self, at: usize) -> Option<(Fields, usize)> {
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

    /// A year of four digits that are no part of anything longer.
    fn year_digits(&self, at: usize) -> Option<(i32, usize)> {
        let (value, digits) = self.document.digits(at)?;
        if digits != 4 || !(1000..=2999).contains(&value) || self.is_inside_number(at) {
            return None;
        }
        Some((value as i32, at + 1))
    }

    /// A year in words: `ألفين وثمانية عشر`; `nineteen ninety-nine`, `two thousand and five`.
    fn year_words(&self, at: usize) -> Option<(i32, usize)> {
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
        let is_numbered = self.is(at - 1, DateWord::Numbered).is_some() || self.modifier_before(at - 1).is_some();
        if is_numbered && self.is(at - 1, DateWord::Preposition).is_none()
            || before.kind == Kind::Symbol
            || after.kind == Kind::Symbol
        {
            return None;
        }
        let is_counted = self.document.senses(end).iter().any(|&sense| {
            matches!(sense, Sense::Figure(FigureWord::Noun(_) | FigureWord::Currency(_) | FigureWord::Percent))
                || matches!(sense, Sense::Number(NumberWord::Scale(_) | NumberWord::Multiplier(_)))
                || matches!(sense, Sense::Date(DateWord::Units(_)))
        });
        if is_counted {
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

    /// A day of the running month: `يوم 27`, "day 27"; `the 27th`, at the end of a clause.
    fn day_alone(&self, at: usize) -> Option<(Fields, usize)> {
        let start = self.skip_day_word(at);
        let (day, end, kind) = self.day_number(start)?;
        if !self.ends_at(end) || self.mark(end, &['-', ':', '/', '%']) && !self.document.token(end).space_before() {
            return None;
        }
        let is_named = match kind {
            _ if start != at => self.joins(start),
            // للثاني والعشرين, "on the twenty-second": a compound right behind a preposition.
            DayKind::Ordinal if self.document.token(at).kind == Kind::Arabic => {
                day > 10
                    && end > at + 1
                    && self.document.is_definite(at)
                    && (self.document.token(at).clitics.any(Clitics::FOR | Clitics::WITH)
                        || self.is(at - 1, DateWord::Preposition).is_some())
            }
            DayKind::Ordinal => {
                self.document.token(at).kind != Kind::Arabic
                    && self.document.token(at).kind == Kind::Digits
                    && (self.is(at - 1, DateWord::Preposition).is_some()
                        || self.is(at - 1, DateWord::The).is_some()
                            && at >= 2
                            && self.is(at - 2, DateWord::Preposition).is_some())
            }
            _ => false,
        };
        is_named.then_some((Fields { day: Some(day), ..Fields::default() }, end))
    }

    /// `2017 April`, `2019/aug/01`, `2019-sep-1`, `2016, Nov`.
    fn year_first(&self, at: usize) -> Option<(Fields, usize)> {
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

    /// A date in digits: `26/6/2018`, `2018-06-26`, `26.6.2018`; `6/2018`; `20180626`; without a year
    /// `22/4`. The day is first, unless the numbers or the language say otherwise.
    fn numeric(&self, at: usize) -> Option<(Fields, usize)> {
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
            (day.is_none() && (1..=12).contains(&month)
                || day.is_some_and(|d| (1..=31).contains(&d) && (1..=12).contains(&month)))
            .then_some((Fields { year: Some(year), month: Some(month), day, ..Fields::default() }, end))
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
            let (day, month) = self.day_month_order(first, second);
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
            let is_led = self.is_led(at)
                || self.unit(at - 1).is_some_and(|(u, _)| u == Unit::Day)
                || self.weekday_at(at - 1).is_some()
                || first.max(second) > 12 && first_digits + second_digits > 2
                || self.mark(at - 1, &[',', '،']);
            let ends = self.document.token(at + 3);
            let goes_on = self.glued(at + 3) && (ends.kind != Kind::Punct || self.mark(at + 3, &['/', '%']));
            if is_led && !goes_on && (1..=12).contains(&month) && (1..=31).contains(&day) && !self.is_counted(at + 3) {
                let fields = Fields { month: Some(month as u8), day: Some(day as u8), ..Fields::default() };
                return Some((fields, at + 3));
            }
        }
        // `22-4`, beside a word for a day only.
        None
    }

    /// Whether what stands at a token is counted by a fraction before it: `3/4 mile`.
    fn is_counted(&self, at: usize) -> bool {
        self.document.senses(at).iter().any(|&sense| {
            matches!(
                sense,
                Sense::Figure(FigureWord::Noun(_) | FigureWord::Currency(_) | FigureWord::Percent)
                    | Sense::Date(DateWord::Unit(_))
            )
        }) || self.is(at, DateWord::UnitAbbreviation(Unit::Hour)).is_some()
    }

    /// Which of two numbers is the day, which the month.
    fn day_month_order(&self, first: u64, second: u64) -> (u64, u64) {
        if first > 12 || (self.day_first && second <= 12) { (first, second) } else { (second, first) }
    }

    // ── Ranges ───────────────────────────────────────────────────────────────

    /// Where the second end of a range begins. `by_and`: the range was opened by `between`.
    fn range_joint(&self, at: usize, by_and: bool) -> Option<usize> {
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
        if token.clitics.any(Clitics::AND) {
            return Some(at);
        }
        self.is(at, DateWord::And)
    }

    /// A range: `من 3 إلى 7 مايو`, "from 3 to 7 May"; `بين عامي 2014 و2017`, "between the years 2014 and
    /// 2017"; `July 13-15`; `2014–17`.
    fn range(&self, at: usize) -> Option<Read> {
        let pair = |at: usize| {
            self.word(at, |w| match w {
                DateWord::Pair(unit) => Some(unit),
                _ => None,
            })
        };
        let between = self.is(at, DateWord::Between);
        let from = self.is(at, DateWord::Since);
        // هذا الأسبوع من الثلاثاء إلى الخميس, "this week from Tuesday to Thursday"
        if let Some((When::Period(week), next)) = self.related_unit(at)
            && self
                .unit(at)
                .or_else(|| self.relation(at).and_then(|(_, n)| self.unit(n)))
                .is_some_and(|(u, _)| u == Unit::Week)
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
        let is_led = between.or(from).is_some();
        let intro = between.or(from).unwrap_or(at);
        let intro = self
            .is(intro, DateWord::Preposition)
            .filter(|_| is_led && pair(intro).is_none() && self.relation(intro).is_none())
            .unwrap_or(intro);
        let (first, start, of) = match pair(intro) {
            Some((unit, next)) => (intro, next, Some(unit)),
            None => (intro, intro, None),
        };
        let by_and = between.is_some() || of.is_some();
        let (a, b, end) = self.ends(start, by_and, of, is_led)?;
        Some(Read { what: What::Range(a, b), modifier: None, clock: None, first, end })
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
                    if !is_single {
                        return Some((year(from), year(to), end));
                    }
                }
            }
        }
        // A day, then a day with its month: 5 و15 مايو, "5 and 15 May"; the ninth to the 17th of April.
        let start = self.skip(self.skip_day_word(at), DateWord::The);
        if let Some((day, end, _)) = self.day_number(start)
            && let Some(next) = self.range_joint(end, by_and)
        {
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
            Some(Point { when, modifier: None, day_part: None, clock: None, end })
        };
        let a = self.point(at, 1).or_else(|| now(at))?;
        let next = self.range_joint(a.end, by_and)?;
        let next_the = self.skip(next, DateWord::The);
        if let When::Fields(f) = a.when
            && f.day.is_some()
            && (f.month.is_some() || f.within.is_none() && f.weekday.is_some())
            && self.point(next, 1).is_none_or(|p| p.end == next + 1)
            && let Some((day, end, kind)) = self.day_number(next_the)
            && !(kind == DayKind::Words && self.document.token(next_the).kind == Kind::Arabic)
            && self.month(end).is_none()
            && !self.mark(end, &[':', '%', '/'])
            && f.month.is_some()
            && self.unit(end).is_none()
            && f.day.is_some_and(|d| d < day)
        {
            let mut last = Fields { day: Some(day), ..Fields::default() };
            let end = self.tail(end, &mut last, true);
            return Some((a.when, When::Fields(last), end));
        }
        let b = self.point(next, 1).or_else(|| now(next)).or_else(|| {
            let (year, end) = self.year_alone(next_the, true)?;
            let fields = Fields { year: Some(year), ..Fields::default() };
            Some(Point { when: When::Fields(fields), modifier: None, day_part: None, clock: None, end })
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

    // ── Lengths ──────────────────────────────────────────────────────────────

    /// A length of time: `ثلاثة أيام`, "three days"; `عامين`, "two years"; `70 عاما و4 أشهر`; `an hour and a
    /// half`; `السنوات الخمس الماضية`, "the past five years"; `3h`. `free`: it stands by itself, so that a
    /// bare unit is none and a length of life is an age.
    pub(super) fn length(&self, at: usize, free: bool) -> Option<(Option<Length>, usize)> {
        let (mut length, mut end) = self.length_part(at, free)?;
        let Some(total) = length.as_mut() else { return Some((None, end)) };
        let mut finest = total.1;
        let mut sum = total.0;
        for _ in 0..6 {
            // و4 أشهر; , 2 days; and 3 hours; 21 days
            let mut next = self.skip_mark(end, &[',', '،']);
            let comma = next != end;
            let is_and = self.document.token(next).clitics.any(Clitics::AND);
            if let Some(and) = self.is(next, DateWord::And) {
                next = and;
            }
            let has_joint = is_and || next != end;
            // ونصف, "and a half"
            if has_joint && !comma {
                let start = self
                    .is(next, DateWord::One)
                    .filter(|_| self.document.token(next).kind == Kind::Latin)
                    .unwrap_or(next);
                if let Some(part) =
                    number_at(self.document, start).filter(|n| n.value > 0.0 && n.value < 1.0 && !n.digits)
                {
                    let is_whole = self.unit(part.tokens.end).is_none() || self.document.is_definite(part.tokens.end);
                    if is_whole {
                        sum.add(part.value, finest);
                        end = part.tokens.end;
                        // ونصف الشهر, ونصف الساعة
                        if self.unit(end).is_some_and(|(u, _)| u == finest)
                            && self.document.token(end).kind == Kind::Arabic
                            && self.document.is_definite(end)
                        {
                            end += 1;
                        }
                        continue;
                    }
                }
            }
            let Some((Some((part, unit)), after)) = self.length_part(next, false) else {
                // 2 hours ten
                if finest == Unit::Hour
                    && !comma
                    && let Some(n) = number_at(self.document, next)
                        .filter(|n| n.value < 60.0 && n.value >= 5.0 && n.value.fract() == 0.0)
                    && self.document.token(next).kind != Kind::Arabic
                    && self.document.token(n.tokens.end).kind == Kind::Edge
                {
                    sum.add(n.value, Unit::Minute);
                    end = n.tokens.end;
                }
                break;
            };
            // Smaller units only, but أسبوع واحد ثلاثة أيام; شهر و2 سنة is taken too.
            // The last 3 months, and 2 days ago.
            if free && self.is(after, DateWord::Ago).is_some() {
                break;
            }
            if unit == finest
                || unit > finest && !has_joint
                || !has_joint && self.document.token(next).space_before() && !self.counts(next)
            {
                break;
            }
            for (count, unit) in part.parts() {
                sum.add(count, unit);
            }
            finest = unit;
            end = after;
        }
        *total = (sum, finest);
        // years old, من العمر: an age.
        if free && self.is_age(at, end) || finest == Unit::Year && self.is_reached(at) {
            return None;
        }
        // سلفادور راموس (18 عاما): an age beside a name.
        if free
            && finest == Unit::Year
            && self.mark(at - 1, &['('])
            && self.mark(end, &[')'])
            && self.document.token(at - 2).kind == Kind::Arabic
        {
            return None;
        }
        Some((Some(sum), end))
    }

    /// Whether a number or dual stands at a token.
    fn counts(&self, at: usize) -> bool {
        number_at(self.document, at).is_some()
    }

    /// A number or the like with its unit.
    #[allow(clippy::type_complexity)]
    fn length_part(&self, at: usize, free: bool) -> Option<(Option<(Length, Unit)>, usize)> {
        let one = |count: f64, unit: Unit| {
            let mut length = Length::default();
            length.add(count, unit);
            Some((length, unit))
        };
        // عامين; العامين الماضيين
        if let Some((unit, end)) = self.word(at, |w| match w {
            DateWord::Dual(unit) => Some(unit),
            _ => None,
        }) {
            let related = self.relation_after(end);
            if self.document.is_definite(at) && related.is_none() && free {
                return None;
            }
            return Some((one(2.0, unit), related.map_or(end, |(_, end)| end)));
        }
        // طوال اليوم, all week, the whole year
        if let Some(next) = self.is(at, DateWord::Whole) {
            let next = self.skip_mark(next, &['-']);
            if let Some((unit, end)) = self.unit(next)
                && unit >= Unit::Hour
                && self.joins(next)
                && !self.starts_other(next)
                && self.year_named(next).is_none()
            {
                return Some((one(1.0, unit), end));
            }
        }
        // آخر 5 سنوات, the last three weeks, السنوات الخمس الماضية, الأيام القليلة الماضية
        let start = self.is(at, DateWord::The).unwrap_or(at);
        let (related, start) = match self.relation(start) {
            Some((relation, next)) if !matches!(relation, Relation::Same) => (true, next),
            _ => match self.is(start, DateWord::LastOf) {
                Some(next) => (true, next),
                None => (false, start),
            },
        };
        if let Some((unit, next)) = self.units(start)
            && self.document.token(start).kind == Kind::Arabic
            && self.document.is_definite(start)
            && self.joins(next)
        {
            let inner = self.is(next, DateWord::The).unwrap_or(next);
            if let Some(number) =
                number_at(self.document, inner).filter(|n| self.document.is_definite(inner) || n.digits)
            {
                let after = number.tokens.end;
                if let Some((_, end)) = self.relation_after(after) {
                    return Some((one(number.value, unit), end));
                }
            }
        }
        if let Some(next) = self.is(start, DateWord::Few) {
            let count = self.few(start, next);
            let (unit, end) = self.units(next).filter(|_| self.joins(next))?;
            return Some((one(count, unit), end));
        }
        // a couple of days, a few days
        let article = self.is(start, DateWord::One);
        if let Some(next) = article
            && let Some(few) = self.is(next, DateWord::Few)
            && let Some((unit, end)) = self.units(few)
        {
            return Some((one(self.few(next, few), unit), end));
        }
        if let Some(number) = number_at(self.document, start).filter(|n| n.value >= 0.0) {
            // the last 2 quarters, which by itself are a half
            let last = number.tokens.end - 1;
            if related && self.units(last).is_some_and(|(u, _)| u == Unit::Quarter) {
                return Some((one(number.value * 4.0, Unit::Quarter), number.tokens.end));
            }
            let mut next = number.tokens.end;
            if number.digits && number.tokens.len() == 1 && self.is_inside_number(start) {
                return None;
            }
            next = self.skip_mark(next, &['-', '‑']);
            let is_hyphen = next != number.tokens.end;
            // 5 past years, 2 upcoming months; not "shuttle 133 last month".
            if !is_hyphen
                && let Some((relation, after)) = self.relation(next)
                && (relation == Relation::Coming || self.is_plural(after))
            {
                next = after;
            }
            next = self.skip(next, DateWord::Extra);
            // half an hour, one and a quarter of hour
            if number.value.fract() != 0.0 {
                next = self.is(next, DateWord::One).unwrap_or(next);
                if self.document.token(next).kind == Kind::Latin {
                    next = self.skip(next, DateWord::Of);
                }
            }
            if !self.joins(next) {
                return None;
            }
            let glued_mark = self.mark(next, &['\'', '′']) && self.glued(next);
            let found = self.units(next).or_else(|| {
                self.word(next, |w| match w {
                    DateWord::UnitAbbreviation(unit) => Some(unit),
                    _ => None,
                })
            });
            if found.is_none() && glued_mark && number.digits && self.document.token(next + 1).kind == Kind::Edge {
                return Some((one(number.value, Unit::Minute), next + 1));
            }
            let (unit, mut end) = found?;
            // 10000 over 3 years, 2018 day five, STS-133
            // مئة وثلاثون أخماس العقد: the unit is a whole of which parts are taken.
            if !number.digits && self.document.is_definite(next) && !self.is_plural(next) {
                return None;
            }
            let is_odd = !number.digits && (number.value * 4.0).fract() != 0.0 || number.value > 20_000.0;
            let is_year = number.digits
                && !is_hyphen
                && self.year_digits(start).is_some()
                && self.document.token(next).kind == Kind::Latin
                && !self.is_plural(next);
            if is_odd
                || is_year
                || self.glued(start)
                    && number.digits
                    && self.document.token(start - 1).is_word()
                    && self.document.token(start - 1).kind == Kind::Latin
            {
                return None;
            }
            // 3 s, 5 d: letters alone are a unit only beside digits.
            let is_letter = self.units(next).is_none() && self.document.text(next).len() == 1;
            if is_letter && (!number.digits || !(self.glued(next) || matches!(unit, Unit::Hour))) {
                return None;
            }
            if is_letter && self.glued(end) && self.document.token(end).kind == Kind::Digits {
                return None; // 3h18
            }
            // نصف عام 2022, "half of the year 2022"; ربع ساعة.
            if number.value.fract() != 0.0
                && number.value < 1.0
                && (self.document.is_definite(next) || unit == Unit::Quarter || unit == Unit::HalfYear)
            {
                return None;
            }
            if unit == Unit::Quarter && self.document.token(next).kind == Kind::Arabic
                || unit == Unit::HalfYear
                || unit == Unit::Weekend
            {
                return None;
            }
            // 12 أبريل عام 2014: the number is another's; "2014 سنة" too.
            if number.digits && self.year_named(next).is_some() {
                return None;
            }
            let is_first = self.document.token(start).kind == Kind::Latin
                && self.document.senses(start).contains(&Sense::Number(NumberWord::Ordinal(2)));
            if is_first {
                return None;
            }
            // العشر سنوات السابقة, 3 سنوات كاملة, عام واحد
            if let Some((_, after)) = self.relation_after(end).filter(|_| self.document.token(end).kind == Kind::Arabic)
            {
                end = after;
            } else if self.joins(end)
                && let Some(after) = self.is(end, DateWord::WholeAfter)
            {
                end = after;
            }
            let half_day = unit == Unit::Day && number.value == 0.5;
            return Some((if half_day { one(12.0, Unit::Hour) } else { one(number.value, unit) }, end));
        }
        // a month, an hour; half year
        if let Some(next) = article {
            let next = self.skip(next, DateWord::Extra);
            let (unit, end) = self.unit(next)?;
            if unit == Unit::Weekend || unit == Unit::Second || unit == Unit::Quarter || unit == Unit::HalfYear {
                return None;
            }
            let is_another = self.document.text(start).len() > 3;
            let led = self.is(start - 1, DateWord::For).is_some()
                || self.document.token(start - 1).kind == Kind::Edge && self.document.token(end).kind == Kind::Edge;
            let goes_on = self.is(end, DateWord::And).is_some();
            if free && !(led || is_another || goes_on) {
                return None;
            }
            return Some((one(1.0, unit), end));
        }
        // شهر كامل; منذ عام; a unit alone
        let (unit, next) = self.unit(start)?;
        if related
            || start != at
            || self.document.is_definite(start)
            || self.document.token(start).kind != Kind::Arabic
            || unit == Unit::Quarter
            || unit == Unit::HalfYear
            || unit == Unit::Weekend
        {
            return None;
        }
        if let Some(end) = self.is(next, DateWord::WholeAfter).filter(|_| self.joins(next)) {
            return Some((one(1.0, unit), end));
        }
        let is_alone = self.document.token(at - 1).kind == Kind::Edge && self.document.token(next).kind == Kind::Edge;
        let is_led = self.is(at - 1, DateWord::For).is_some()
            && !self.is_plural(start)
            && (self.ends_at(next) || self.is(next, DateWord::Preposition).is_some() || !self.joins(next));
        let is_year_named = self.year_named(start).is_some();
        let is_half = number_at(self.document, next)
            .is_some_and(|n| n.value < 1.0 && self.document.token(next).clitics.any(Clitics::AND));
        let is_point = self.weekday_fields(start).is_some()
            || self.day_and_month(start).is_some()
            || self.relative_day(start).is_some()
            || self.month(start).is_some();
        if (is_alone || is_led || is_half || !free) && !is_year_named && !is_point && !self.is_plural(start) {
            return Some((one(1.0, unit), next));
        }
        None
    }

    /// How many `few` are: two are a couple, else three, about.
    fn few(&self, start: usize, end: usize) -> f64 {
        if end == start + 2 { 2.0 } else { 3.0 }
    }

    /// Whether a unit begins something else than a length: `كل أسبوع`.
    fn starts_other(&self, at: usize) -> bool {
        self.year_digits(at + 1).is_some()
    }

    /// يبلغ الفتى 18 عاما, "the boy reaches 18 years"
    fn is_reached(&self, at: usize) -> bool {
        let before = (at.saturating_sub(3)..at).rev().take_while(|&t| self.document.token(t).is_word());
        let mut before = before.take_while(|&t| self.is(t, DateWord::For).is_none());
        before.any(|t| self.is(t, DateWord::AgeBefore).is_some())
    }

    /// Whether a length is how long someone has lived: `عمره 30 عاما`, `30-year-old`.
    fn is_age(&self, at: usize, end: usize) -> bool {
        let says = |at: usize| self.is(at, DateWord::Age).is_some();
        let behind = self.skip_mark(end, &['-']);
        if self.document.text(behind).eq_ignore_ascii_case("old") {
            return true;
        }
        let after = self.skip(end, DateWord::Of);
        if self.joins(end) && says(after) {
            return true;
        }
        (at.saturating_sub(4)..at)
            .rev()
            .take_while(|&t| !matches!(self.document.token(t).kind, Kind::Edge) && !self.mark(t, &['.', '،', ',']))
            .any(says)
    }

    // ── Shifts ───────────────────────────────────────────────────────────────

    /// A day so long before or after another: `قبل ثلاثة أيام`, "three days ago"; `بعد أسبوعين`, "in two
    /// weeks"; `a week earlier`; `two days after today`.
    fn shifted(&self, at: usize) -> Option<Read> {
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
            let is_length =
                is_latin && (self.is_past(at) || is_related) || self.document.is_definite(start) && !is_latin;
            if is_counted || is_length {
                return None;
            }
            if is_latin && self.is(end, DateWord::Later).is_some() {
                return None;
            }
            let from = if sign > 0 && !is_latin && self.is_past(at) { self.named_day() } else { self.context.today };
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
            return read(self.shift(length, -1, self.context.today, false), None, end);
        }
        if let Some(after) = self.is(end, DateWord::FromNow) {
            let sign = if self.document.token(at - 1).kind == Kind::Arabic
                && self.is(at - 1, DateWord::Preposition).is_some()
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
        read(self.shift(length, sign, self.named_day(), false), None, after)
    }

    /// Whether the word is one that something must follow: `from`.
    fn is_from(&self, at: usize) -> bool {
        self.is(at, DateWord::Between).is_some()
    }

    fn is_past(&self, at: usize) -> bool {
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

/// How a day of the month is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum DayKind {
    Digits,
    Ordinal,
    Words,
}

/// A year of two digits: of this century up to some years ahead, else of the last.
fn two_digit_year(year: i32) -> i32 {
    if year < 40 { 2000 + year } else { 1900 + year }
}
