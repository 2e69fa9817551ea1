//! Dates: points, ranges and lengths of time, with their values.
//!
//! One pass over the tokens. At each word that can begin a date the grammar reads the
//! longest one (`grammar`), which is then put on the calendar (`calendar`) by the day of
//! publication, the way its sentence looks and the dates before it ([`Context`]).

mod calendar;
mod clock;
mod grammar;
mod hijri;
mod history;
mod kinds;
mod lengths;
mod named;
mod numeric;
mod parts;
mod ranges;
mod relative;
mod resolve;
mod shifts;
mod words;
mod years;

use std::ops::Range;

use time::Date;

use crate::digest::{DateKind, DateMention};
use crate::lang::words::Unit;
use crate::lang::{LANGUAGES, Room};
use crate::pace::{Pace, rest};
use crate::text::{Document, Kind, fold, reserve_ahead};
use calendar::{Grain, Period, iso_minute};
use grammar::{Read, Reader, What};
use history::is_eleventh_september;
use kinds::{BEGINNINGS, COUNTS, EITHER, FEASTS, HINTS, JOINTS, LEADS, NAMES, NO_DATES};

/// When an article was published.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Published {
    pub year: i16,
    pub month: u8,
    pub day: u8,
    /// Minutes since midnight, where a time is given.
    pub minute: Option<u16>,
    /// Minutes east of Greenwich, where a zone is given: times are told in this zone.
    pub offset: Option<i16>,
}

/// Reads an ISO 8601 date, or date and time; `None` where it is none.
pub fn parse_published(text: &str) -> Option<Published> {
    let text = text.trim();
    let mut parts = fold::parts(text.get(..10)?, '-');
    let year: i16 = parts.next()?.parse().ok()?;
    let month: u8 = parts.next()?.parse().ok()?;
    let day: u8 = parts.next()?.parse().ok()?;
    if parts.next().is_some() || calendar::date(i32::from(year), month, day).is_none() {
        return None;
    }
    let rest = text.get(10..).unwrap_or("");
    let clock = |text: &str| -> Option<u16> {
        let digits: String = text.chars().filter(|&c| c != ':').take(4).collect();
        let value: u16 = digits.parse().ok()?;
        (digits.len() == 4 && value / 100 < 24 && value % 100 < 60).then_some(value / 100 * 60 + value % 100)
    };
    let minute = rest.strip_prefix(['T', 't', ' ']).and_then(clock);
    let offset = match rest.rfind(['+', '-', 'Z', 'z']) {
        Some(at) if rest[at..].starts_with(['Z', 'z']) => Some(0),
        Some(at) => clock(&rest[at + 1..]).map(|m| if rest[at..].starts_with('-') { -(m as i16) } else { m as i16 }),
        None => None,
    };
    Some(Published { year, month, day, minute, offset })
}

/// What a date is read by, besides its own words.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Context {
    /// The day of publication.
    pub today: Option<Date>,
    pub minute: Option<u16>,
    pub offset: Option<i16>,
    /// The period that the article named last.
    pub named: Option<Period>,
    /// Of those longer than a day and shorter than a year, the last.
    pub stretch: Option<Period>,
    /// Of single days, the last.
    pub day: Option<Date>,
}

impl Context {
    /// Keeps a period that another year has too, and the day that a clock time may be of.
    fn tell(&mut self, period: Period) {
        if period.start == period.end {
            self.day = Some(period.start);
        } else if (1..360).contains(&(period.end - period.start).whole_days()) {
            self.stretch = Some(period);
        }
    }
}

/// The dates of a document, in reading order.
pub async fn find(document: &Document<'_>, published: Option<Published>) -> Vec<DateMention> {
    let mut context = Context::default();
    if let Some(p) = published {
        context.today = calendar::date(i32::from(p.year), p.month, p.day);
        context.minute = p.minute;
        context.offset = p.offset;
    }
    let mut found: Vec<DateMention> = Vec::new();
    let mut leads = Vec::new();
    let mut pace = Pace::default();
    for block in document.blocks.iter().filter(|b| !b.boilerplate) {
        // A text of digits alone is in the language the article says it is in.
        let tag = document.article.lang.as_deref().unwrap_or("");
        let tagged = || LANGUAGES.iter().copied().find(|l| fold::parts(tag, '-').next() == Some(l.tag));
        let day_first = block.language.or(document.language).or_else(tagged).is_none_or(|l| l.day_first);
        lead_to_times(document, block.tokens.clone(), &mut leads);
        let mut reader = Reader::new(document, context, day_first);
        let mut at = block.tokens.start;
        while at < block.tokens.end {
            if pace.is_due(at) {
                rest().await;
            }
            let begins = leads[at - block.tokens.start] && may_begin(document, at);
            at = if begins { step(&mut reader, at, &mut found) } else { at + 1 };
        }
        context = reader.context;
    }
    found
}

/// Reads at a token that may begin a date; gives the token to go on from.
fn step(reader: &mut Reader, at: usize, found: &mut Vec<DateMention>) -> usize {
    let document = reader.document;
    if let Some(words) = document.phrase_of(at, &NO_DATES) {
        return at + words;
    }
    let Some(mut read) = reader.read(at) else {
        // The days in the name of a feast that is none here are none either.
        return at + document.phrase_of(at, &FEASTS).unwrap_or(1);
    };
    if reader.is_in_name(&read) {
        return read.end;
    }
    reader.place_in_history(&mut read);
    // أمس الثلاثاء (20 فبراير): what was opened inside is closed.
    let is_open = || (read.first..read.end).rev().find_map(|t| "()".find(document.token(t).mark())) == Some(0);
    if document.token(read.end).mark() == ')' && is_open() {
        read.end += 1;
    }
    let mut context = reader.context;
    reserve_ahead(found, 1, at, document.tokens.len());
    found.push(mention(reader, &read, &mut context));
    *reader = Reader::new(document, context, reader.day_first);
    read.end.max(at + 1)
}

/// Whether a date may begin with a token, whatever follows: no mark but an apostrophe
/// (`'90s`) does, nor what counts or joins numbers.
fn may_begin(document: &Document, at: usize) -> bool {
    match document.token(at).kind {
        Kind::Digits => true,
        Kind::Punct => matches!(document.char(at), '\'' | '’' | '‘'),
        _ => document.has_kind(at, &BEGINNINGS),
    }
}

/// How far from a number the word may stand that says it is one of a time.
const REACH: usize = 6;

/// For each token of a block, whether a date may begin there: it names a time or is a number of one,
/// or it is a word or mark of dates and the like alone stand between it and one that does.
/// Most words that may begin a date are as common as `the`, most numbers count other things,
/// and few lead to one.
fn lead_to_times(document: &Document, tokens: Range<usize>, leads: &mut Vec<bool>) {
    leads.clear();
    leads.resize(tokens.len(), false);
    let lead = |leads: &[bool], at: usize| leads.get(at - tokens.start).is_some_and(|&lead| lead);
    // The nearest word behind that says something of a time.
    let mut near = usize::MAX;
    for at in tokens.clone().rev() {
        let token = document.token(at);
        leads[at - tokens.start] = match token.kind {
            Kind::Digits => {
                near <= at + REACH && goes_on(document, at + 1) || is_time_in_digits(document, at) || {
                    let next = document.token(at + 1);
                    (next.kind == Kind::Punct || document.has_kind(at + 1, &JOINTS)) && lead(leads, at + 1)
                }
            }
            Kind::Punct => lead(leads, at + 1),
            _ if document.rooms(at) & (Room::DATE | Room::NUMBER | Room::FIGURE) == 0 => false,
            _ => {
                let is_time = document.has_kind(at, &NAMES)
                    || document.has_kind(at, &COUNTS) && {
                        // nineteen eighty-four, ألفين وخمسة
                        let next = if document.token(at + 1).kind == Kind::Punct { at + 2 } else { at + 1 };
                        near <= at + REACH && goes_on(document, at + 1)
                            || is_led(document, at)
                            || document.rooms(next) & Room::NUMBER != 0
                    }
                    || lead(leads, at + 1)
                    || document.phrase(at).is_some_and(|(_, words)| lead(leads, at + words));
                if document.has_kind(at, &HINTS) {
                    near = at;
                }
                is_time
            }
        };
    }
}

/// Whether a number may go on to its time behind a token: with a word of dates or numbers or a mark; what
/// else stands there is what it counts (`800 people`), whatever day is named behind that.
fn goes_on(document: &Document, next: usize) -> bool {
    !document.token(next).is_word()
        || document.rooms(next) & (Room::DATE | Room::NUMBER) != 0
        || document.has_kind(next, &EITHER)
}

/// Whether a run of digits may be a time with no word beside it that says so: a year, a date in
/// digits, a clock time; an ordinal, minutes' mark; a day behind a word that leads to one.
fn is_time_in_digits(document: &Document, at: usize) -> bool {
    const JOINED: &[char] = &['/', '-', '.', ':', '–', '—', '−', '~', '\\', '\'', '’', '′'];
    let next = document.token(at + 1);
    document.digits(at).is_none_or(|(_, digits)| matches!(digits, 4 | 6 | 8..))
        || is_eleventh_september(document, at)
        || (next.kind == Kind::Latin || JOINED.contains(&next.mark())) && (!next.space_before() || next.length() == 1)
        || is_led(document, at)
}

/// Whether a word or mark stands before a token that leads to a day or an hour: `at` five.
fn is_led(document: &Document, at: usize) -> bool {
    document.has_kind(at - 1, &LEADS) || document.token(at - 1).mark() == '@'
}

/// Puts what was read on the calendar.
fn mention(reader: &Reader, read: &Read, context: &mut Context) -> DateMention {
    let document = reader.document;
    let mut mention = DateMention {
        span: document.span_itself(read.first..read.end),
        kind: DateKind::Date,
        value: None,
        modifier: read.modifier,
        start: None,
        end: None,
        sentence: document.sentence_of(read.first).map(|s| document.sentence_span(s)),
    };
    let mut ends = None;
    match read.what {
        What::Length(length) => {
            mention.kind = DateKind::Duration;
            mention.value = length.map(|l| l.value());
        }
        What::Lengths(shortest, longest) => {
            mention.kind = DateKind::Duration;
            mention.value = Some([&*shortest.value(), "/", &longest.value()].concat());
        }
        What::Range(first, last) => {
            mention.kind = DateKind::Range;
            let resolved = reader.resolve_range(first, last, read.first);
            if let Some((a, b)) = resolved {
                mention.value = Some([&*a.value(), "/", &b.value()].concat());
                ends = Some((a.start, b.end));
                context.named = Some(b);
                context.tell(Period { end: b.end, grain: Grain::Days, ..a });
            }
        }
        What::Moment(moment) => {
            mention.kind = DateKind::Time;
            if let Some((day, minute)) = moment {
                mention.value = Some(iso_minute(day, minute));
                ends = Some((day, day));
            }
        }
        What::Point(when) => {
            // Years before the common era have no value.
            let resolved = reader.resolve(when, read.first).filter(|p| p.start.year() > 0);
            if let Some(period) = resolved {
                context.named = Some(period);
                context.tell(period);
                if period.grain == Grain::Days {
                    mention.kind = DateKind::Range;
                }
                mention.value = Some(period.value());
                ends = Some((period.start, period.end));
            }
            if let Some(clock) = read.clock {
                mention.kind = DateKind::Time;
                let day = resolved.filter(|p| p.grain == Grain::Unit(Unit::Day)).map(|p| p.start);
                mention.value = day.and_then(|day| clock.on(day, reader.context.offset)).map(|(day, minute)| {
                    ends = Some((day, day));
                    iso_minute(day, minute)
                });
            }
        }
    }
    if let Some((start, end)) = ends {
        (mention.start, mention.end) = (calendar::day(start), calendar::day(end));
    }
    mention
}
