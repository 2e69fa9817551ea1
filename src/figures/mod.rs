//! Figures: quantities with what they count.
//!
//! Read from the left at every token: `[modifier] [currency] number [range] [unit] [modifier]`,
//! or a noun in the dual. What a number counts decides its kind; where the noun says too
//! little (`ثلاثة جنود`) the words of harm beside it do, and where it is left out the figure
//! before it.

mod about;
mod amount;
mod dual;
mod names;
mod noun;

use std::cell::OnceCell;

pub(crate) use names::is_address;
pub(crate) use noun::{follows_death, follows_name};

use crate::article::Span;
use crate::digest::{DateMention, Figure, FigureKind, Modifier, Unit};
use crate::lang::words::{FigureWord, NumberWord};
use crate::lang::{Clitics, Kinds, Room, Sense};
use crate::number::{self, Number, number_at, ordinal_at};
use crate::pace::{Pace, rest};
use crate::text::{Document, Kind, fold, reserve_ahead};

/// The figures of a document, in reading order; none overlaps a date.
pub async fn find(document: &Document<'_>, dates: &[DateMention]) -> Vec<Figure> {
    debug_assert!(dates.is_sorted_by_key(|d| d.span), "dates come in reading order");
    let mut finder = Finder {
        document,
        dates,
        figures: Vec::new(),
        before: None,
        home: OnceCell::new(),
        is_disease: OnceCell::new(),
    };
    let mut pace = Pace::default();
    for block in document.blocks.iter().filter(|b| !b.boilerplate) {
        let mut at = block.tokens.start;
        while at < block.tokens.end {
            if pace.is_due(at) {
                rest().await;
            }
            at = finder.step(at).max(at + 1);
        }
    }
    finder.figures
}

/// What stands behind a number.
#[derive(Clone, Copy)]
struct Counted {
    kind: Option<FigureKind>,
    unit: Option<Unit>,
    end: usize,
    /// A length of time, which is a date's matter.
    is_time: bool,
    /// Degrees below zero.
    is_negative: bool,
    /// A power of ten behind the unit: `75 USD million`.
    times: f64,
    /// Hundredths behind the unit: `20 dollars 43 cents`.
    plus: f64,
}

pub(crate) const MODIFIERS_BEFORE: Kinds = Kinds::of(&[Sense::Figure(FigureWord::ModifierBefore(Modifier::Approx))]);
pub(crate) const MODIFIERS_AFTER: Kinds = Kinds::of(&[Sense::Figure(FigureWord::ModifierAfter(Modifier::Approx))]);

/// No modifier has more words: `ما لا يقل عن`.
const MODIFIER_WORDS: usize = 4;

/// Words that a figure may begin with.
const BEGINNINGS: Kinds = number::BEGINNINGS
    .with(Sense::Figure(FigureWord::ModifierBefore(Modifier::Approx)))
    .with(Sense::Figure(FigureWord::UpTo))
    .with(Sense::Figure(FigureWord::Between))
    .with(Sense::Figure(FigureWord::RangeFrom))
    .with(Sense::Figure(FigureWord::Currency("")));

const AND_TEENS: Kinds = Kinds::of(&[Sense::Number(NumberWord::AndTeenUnit(0))]);

impl Counted {
    fn nothing(end: usize) -> Counted {
        Counted { kind: None, unit: None, end, is_time: false, is_negative: false, times: 1.0, plus: 0.0 }
    }

    fn code(kind: FigureKind, code: &'static str, end: usize) -> Counted {
        Counted { kind: Some(kind), unit: Some(Unit::Code(code)), ..Counted::nothing(end) }
    }
}

/// A number with the currency before it.
struct Amount {
    number: Number,
    currency: Option<Unit>,
}

/// The figure before, for those that leave their noun out.
#[derive(Clone, Copy)]
struct Before {
    sentence: Option<usize>,
    kind: FigureKind,
    unit: Option<Unit>,
    start: usize,
    end: usize,
}

struct Finder<'d, 'a> {
    document: &'d Document<'a>,
    /// In reading order.
    dates: &'d [DateMention],
    figures: Vec<Figure>,
    before: Option<Before>,
    /// How often the text names each country, by its currency; counted when first asked for.
    home: OnceCell<Vec<(&'static str, usize)>>,
    /// Whether the text is about a disease; likewise.
    is_disease: OnceCell<bool>,
}

impl Finder<'_, '_> {
    fn word<T>(&self, at: usize, wanted: impl Fn(FigureWord) -> Option<T>) -> Option<(T, usize)> {
        self.document.sense(at, Room::FIGURE, |sense| match sense {
            Sense::Figure(word) => wanted(word),
            _ => None,
        })
    }

    /// [`Finder::word`] of these kinds alone, which most tokens have none of.
    fn word_of<T>(&self, at: usize, kinds: &Kinds, wanted: impl Fn(FigureWord) -> Option<T>) -> Option<(T, usize)> {
        if self.document.has_kind(at, kinds) { self.word(at, wanted) } else { None }
    }

    /// How many tokens carry this sense; 0 where it does not stand there.
    #[inline(always)] // as `Document::words_of`
    fn is(&self, at: usize, word: FigureWord) -> usize {
        self.document.words_of(at, Sense::Figure(word))
    }

    #[inline(always)] // likewise
    fn number_word(&self, at: usize, word: NumberWord) -> bool {
        self.document.has_sense(at, Sense::Number(word))
    }

    fn is_punct(&self, at: usize, marks: &[char]) -> bool {
        self.document.token(at).kind == Kind::Punct && marks.contains(&self.document.char(at))
    }

    fn is_latin(&self, at: usize) -> bool {
        self.document.token(at).kind == Kind::Latin
    }

    /// Reads what stands at a token; gives the token to go on from.
    fn step(&mut self, at: usize) -> usize {
        let document = self.document;
        let token = document.token(at);
        match token.kind {
            Kind::Edge | Kind::Other => return at + 1,
            Kind::Punct if !number::may_begin(document, at) => return at + 1,
            Kind::Arabic if self.written_the(at).is_some() => return self.quantity(at),
            Kind::Arabic if token.entry == 0 => return self.dual(at).unwrap_or(at + 1),
            Kind::Latin if token.entry == 0 => return self.pass_address(at),
            _ => {}
        }
        if token.is_word() && document.rooms(at) & (Room::FIGURE | Room::NUMBER) == 0 {
            return at + 1;
        }
        let names = self.is(at, FigureWord::Name);
        if names > 0 {
            return at + names;
        }
        if let Some(end) = self.label(at) {
            return end;
        }
        // الحادي عشر, twenty-first: what stands in a row is not counted.
        if token.is_word()
            && document.rooms(at) & Room::NUMBER != 0
            && let Some(ordinal) = ordinal_at(document, at)
            && number_at(document, at).is_none_or(|n| n.tokens.end <= ordinal.tokens.end)
        {
            return ordinal.tokens.end;
        }
        if let Some(end) = self.dual(at).or_else(|| self.one_and_part(at)) {
            return end;
        }
        if token.is_word() && !document.has_kind(at, &BEGINNINGS) {
            return at + 1;
        }
        self.quantity(at)
    }

    fn quantity(&mut self, at: usize) -> usize {
        let document = self.document;
        let mut pos = at;
        let mut modifier = None;
        // `at least about 20`: the first says it.
        for _ in 0..2 {
            let Some((found, words)) = self.word_of(pos, &MODIFIERS_BEFORE, |w| match w {
                FigureWord::ModifierBefore(m) => Some(m),
                _ => None,
            }) else {
                break;
            };
            // القارب, "the boat", is not قارب, "came close to".
            if document.clitics(pos).any(Clitics::THE) {
                break;
            }
            if document.begins_line(pos + words) {
                break;
            }
            modifier = modifier.or(Some(found));
            pos += words;
        }
        // ليصل إلى 33%, "so that it reaches 33%": that very share.
        let is_result = document.clitics(pos).any(Clitics::FOR);
        let up_to = if modifier.is_none() && !is_result { self.is(pos, FigureWord::UpTo) } else { 0 };
        pos += up_to;
        let between = self.is(pos, FigureWord::Between);
        let is_between = between > 0;
        let is_open = between.max(self.is(pos, FigureWord::RangeFrom));
        let first = pos + is_open;
        let (the, number_start) = self.written_the(first).map_or((None, first), |(the, next)| (Some(the), next));
        let Some(low) = self.amount(number_start) else { return at + 1 };
        let number_end = low.number.tokens.end;
        if self.stands_in_name(number_start, &low) || self.is_taken(low.number.tokens.clone()) {
            // Rovers 1-3 Castleton
            let is_score = self.is_dash(number_end) && document.digits(number_end + 1).is_some();
            return if is_score && !document.token(number_end).space_before() { number_end + 2 } else { number_end };
        }
        let percent_before = self.percent_before(number_start);
        let mut counted = self.counted(&low);
        let mut value = low.number.value;
        let mut high = None;
        let mut last = low.number.clone();
        if let Some((top, joint_end)) = self.range_end(&low, &counted, is_open > 0, is_between) {
            let factor = if low.number.factor == 1.0 && top.number.factor > 1.0 && counted.unit.is_none() {
                top.number.factor
            } else {
                1.0
            };
            // `between 3 and 5 million`: the power is both ends'.
            let bottom = if value < top.number.value / top.number.factor { value * factor } else { value };
            // من 3 إلى 5 سنوات: the lower end of a length.
            if self.is_taken(top.number.tokens.clone()) {
                if counted.kind.is_none() {
                    return number_end;
                }
            } else if bottom < top.number.value {
                let mut after = self.counted(&top);
                // أعمارهم بين 19 و27 سنة, "their ages between 19 and 27 years"
                // between the ages of 17 and 20
                let follows_age = (at.saturating_sub(3)..first).any(|t| self.is(t, FigureWord::Age) > 0);
                let is_age = counted.kind == Some(FigureKind::Age) || follows_age;
                if is_age && after.kind.is_none() && (after.is_time || after.unit.is_none()) {
                    let unit = after.is_time.then(|| Unit::Noun(document.span(top.number.tokens.end..after.end)));
                    after = Counted { kind: Some(FigureKind::Age), unit, ..Counted::nothing(after.end) };
                }
                if after.is_time && after.kind.is_none() {
                    return after.end;
                }
                // 0-1: a score. Nothing is counted.
                let is_score = counted.kind.is_none()
                    && after.kind.is_none()
                    && after.unit.is_none()
                    && low.number.digits
                    && top.number.digits
                    && low.number.tokens.len() == 1
                    && self.is_dash(joint_end)
                    && !document.token(joint_end).space_before();
                if is_score && is_open == 0 && modifier.is_none() && percent_before.is_none() {
                    return top.number.tokens.end;
                }
                value = bottom;
                high = Some(top.number.value);
                counted = if after.unit.is_some() || after.kind.is_some() {
                    after
                } else {
                    Counted { end: top.number.tokens.end, ..counted }
                };
                last = top.number;
            } else if is_open == 0 && (self.is_dash(joint_end) || modifier.is_none() && self.is_vote(&low, &top)) {
                // A score, a telephone number, `by 52 to 48`: neither end counts anything.
                return top.number.tokens.end;
            } else if self.is(joint_end, FigureWord::RangeTo) > 0
                && self.is(number_start.wrapping_sub(1), FigureWord::RangeFrom) > 0
                && counted.unit.is_none()
            {
                // تراجع من 8,5 إلى 7,2 بالمائة, "fell from 8.5 to 7.2 per cent"
                let after = self.counted(&top);
                counted = if after.is_time { counted } else { Counted { end: counted.end, ..after } };
            }
        }
        // Opened as a range and none: the number is read again by itself.
        if up_to > 0 {
            if counted.kind != Some(FigureKind::Percent) {
                return pos;
            }
            modifier = Some(Modifier::AtMost);
        }
        if is_open > 0 && high.is_none() {
            return if modifier.is_some() { pos } else { at + is_open };
        }
        if counted.is_time && counted.kind.is_none() {
            return counted.end;
        }
        let is_percent = percent_before.is_some() && counted.kind.is_none() && counted.unit.is_none();
        if is_percent {
            counted.kind = Some(FigureKind::Percent);
            counted.unit = Some(Unit::Code("%"));
        }
        let has_the = the.is_some() || document.clitics(number_start).any(Clitics::THE);
        // أثنى, "he praised", folds like two in the construct, which stands before ten only.
        if low.number.value == 2.0 && low.number.tokens.len() == 1 && document.text(number_start).ends_with('ى') {
            return number_end;
        }
        // الاثنين is Monday, or the two that were named.
        if has_the && low.number.value == 2.0 && !low.number.digits {
            return number_end;
        }
        let is_plain = modifier.is_none() && high.is_none();
        // 2014 protests, 2021 عرفت: a year before a word that it does not count.
        let is_year = modifier.is_none() && low.currency.is_none() && self.is_year(number_start, &low.number);
        if is_year && (high.is_none() || counted.unit.is_none()) {
            let may_be_other = match counted.kind {
                None => true,
                Some(kind) => kind == FigureKind::Count && self.is_latin(low.number.tokens.end),
            };
            let is_whole = counted.unit.is_none() && self.is_whole_text(number_start, last.tokens.end);
            if may_be_other && !is_whole {
                return last.tokens.end;
            }
        }
        // انتحاريين اثنين, "suicide bombers, two": the noun stands before.
        if low.number.value == 2.0
            && low.number.tokens.len() == 1
            && !low.number.digits
            && let Some(kind) = self.known_dual_before(number_start)
        {
            let unit = Some(Unit::Noun(self.stem_span(number_start - 1)));
            let counted = Counted { kind: Some(kind), unit, ..Counted::nothing(number_end) };
            self.push(number_start - 1, number_end, 2.0, None, None, counted);
            return number_end;
        }
        if low.number.value.abs() < 1.0
            && low.number.tokens.len() == 1
            && !low.number.digits
            && counted.kind.is_none()
            && !self.is_share(number_start)
        {
            return number_end;
        }
        // Flat 12B: a letter that is a power elsewhere, behind what it names.
        let suffixed = low.number.tokens.len() > 1 && self.is_latin(number_end - 1);
        let named = self.is_latin(number_start.wrapping_sub(1)) && document.token(number_start - 1).is_capital();
        if suffixed
            && named
            && low.currency.is_none()
            && counted.unit.is_none()
            && document.text(number_end - 1).len() == 1
        {
            return number_end;
        }
        if counted.kind.is_none() && counted.unit.is_none() {
            // يتجاوز المئة, "exceeds the hundred"
            let is_round = modifier.is_some() && !low.number.digits && low.number.value >= 100.0;
            if has_the && !is_round {
                let noun = self.noun_before(the.unwrap_or(number_start)).filter(|_| low.number.value != 1.0);
                // الرؤساء الـ14 are fourteen, الدورة الـ14 is the fourteenth.
                if let Some(noun) = noun.filter(|&noun| !low.number.digits || self.is_plural_form(noun)) {
                    return self.definite(noun, &low, &counted);
                }
                // السبعة alone names its members, لويس الـ14 is an ordinal: no count.
                return number_end;
            }
            let is_odd = self.is_dash(number_end) && document.has_kind(number_end + 1, &MODIFIERS_AFTER);
            if is_plain && !is_odd && !self.may_stand_alone(number_start, &low, &last) {
                return number_end;
            }
        }
        if counted.is_negative {
            value = -value;
        }
        if let Some((part, end)) = self.part_behind(&last, &counted).filter(|_| high.is_none()) {
            value += part;
            counted.end = end;
        }
        value = value * counted.times + if value < 0.0 { -counted.plus } else { counted.plus };
        high = high.map(|high| high * counted.times);
        let mut end = counted.end;
        // 30-odd ships
        let odd = end + usize::from(self.is_dash(end) && !document.token(end).space_before());
        if !document.begins_line(end)
            && let Some((found, words)) = self.word_of(odd, &MODIFIERS_AFTER, |w| match w {
                FigureWord::ModifierAfter(m) => Some(m),
                _ => None,
            })
        {
            modifier = modifier.or(Some(found));
            end = odd + words;
            // 30 or more ships
            if counted.kind.is_none() && counted.unit.is_none() && self.is_latin(end) {
                let number = Number { tokens: last.tokens.start..end, ..last.clone() };
                let behind = self.counted_once(&Amount { number, currency: None });
                if behind.unit.is_some() && !behind.is_time {
                    (counted, end) = (behind, behind.end);
                }
            }
        }
        let mut start = match percent_before {
            _ if modifier.is_some() && at < number_start => at,
            Some(before) if is_percent => before,
            _ => the.unwrap_or(number_start),
        };
        if !self.is_free(start..end) {
            // six weeks at least 20: the words beside the number are a date's.
            (start, end, modifier) = (number_start, counted.end, None);
        }
        self.push(start, end, value, high, modifier, counted);
        end
    }

    fn opens_sentence(&self, at: usize) -> bool {
        self.document.sentence_of(at).is_some_and(|s| self.document.sentences[s].tokens.start == at)
    }

    /// Whether a date holds any of these tokens.
    fn is_taken(&self, tokens: std::ops::Range<usize>) -> bool {
        let span = self.document.span(tokens);
        // No two dates overlap: of those that begin before its end, the last ends last.
        let after = self.dates.partition_point(|d| (d.span.text, d.span.start) < (span.text, span.end));
        self.dates[..after].last().is_some_and(|d| d.span.overlaps(span))
    }

    /// Whether tokens may be a figure's: no date's, and of one line.
    fn is_free(&self, tokens: std::ops::Range<usize>) -> bool {
        self.document.sentence_of(tokens.start) == self.document.sentence_of(tokens.end - 1) && !self.is_taken(tokens)
    }

    /// `طن ونصف الطن`, "a ton and a half": one and a part of a unit that no number stands before.
    fn one_and_part(&mut self, at: usize) -> Option<usize> {
        let document = self.document;
        let of = |w| match w {
            FigureWord::Noun(FigureKind::Measure) | FigureWord::Singular(FigureKind::Measure) => {
                Some((FigureKind::Measure, None))
            }
            FigureWord::Currency(code) => Some((FigureKind::Money, Some(code))),
            FigureWord::CurrencyOf(codes) => Some((FigureKind::Money, self.home_of(codes))),
            _ => None,
        };
        let ((kind, code), words) = self.word(at, of)?;
        if document.is_definite(at) || self.before.is_some_and(|b| b.end > at) {
            return None;
        }
        let unit = code.map_or(Unit::Noun(document.span(at..at + words)), Unit::Code);
        let counted = Counted { kind: Some(kind), unit: Some(unit), ..Counted::nothing(at + words) };
        let one = Number { value: 1.0, factor: 1.0, digits: false, tokens: at..at };
        let (part, end) = self.part_behind(&one, &counted).filter(|&(_, end)| document.is_definite(end - 1))?;
        let before = |w| match w {
            FigureWord::ModifierBefore(m) => Some(m),
            _ => None,
        };
        let modifier = (1..=MODIFIER_WORDS.min(at)).find_map(|back| {
            self.word(at - back, before).filter(|&(_, words)| words == back).map(|(m, _)| (m, at - back))
        });
        let start = modifier.map_or(at, |(_, start)| start);
        self.push(start, end, 1.0 + part, None, modifier.map(|(m, _)| m), Counted { end, ..counted });
        Some(end)
    }

    /// A figure of a definite noun and the number behind it.
    fn definite(&mut self, noun: usize, amount: &Amount, counted: &Counted) -> usize {
        let end = counted.end;
        let years = self.is(noun, FigureWord::Year) > 0;
        let is_time = self.is(noun, FigureWord::Time) > 0;
        if is_time || years && !self.has_possessive(noun) || self.is_taken(noun..end) {
            return end;
        }
        let kind = if years {
            Some(FigureKind::Age)
        } else {
            self.word(noun, |w| match w {
                FigureWord::Noun(k) | FigureWord::Singular(k) | FigureWord::SoundSingular(k) => Some(k),
                _ => None,
            })
            .map(|(k, _)| k)
            .or_else(|| self.possessed_kind(noun))
        };
        let counted = Counted {
            kind,
            unit: Some(Unit::Noun(Span { start: self.begin(noun), ..self.document.span(noun..noun + 1) })),
            ..Counted::nothing(end)
        };
        let value = amount.number.value;
        self.push(noun, end, value, None, None, counted);
        end
    }

    /// Adds a figure of these tokens, unless they are not its own.
    #[allow(clippy::too_many_arguments)] // the parts of one figure
    fn push(
        &mut self,
        start: usize,
        end: usize,
        value: f64,
        high: Option<f64>,
        modifier: Option<Modifier>,
        counted: Counted,
    ) {
        if !self.is_free(start..end) {
            return;
        }
        let document = self.document;
        let tokens = document.span(start..end);
        let span = Span { start: self.begin(start), ..tokens };
        let sentence = document.sentence_of(start);
        let kind = self.kind(start, end, value, sentence, &counted);
        let unit = counted.unit.or_else(|| self.elided_unit(kind, sentence));
        if counted.kind.is_some() || counted.unit.is_some() || kind != FigureKind::Count {
            self.before = Some(Before { sentence, kind, unit, start, end });
        }
        reserve_ahead(&mut self.figures, 1, start, document.tokens.len());
        self.figures.push(Figure {
            span,
            value,
            high,
            modifier,
            kind,
            unit,
            sentence: sentence.map(|s| document.sentence_span(s)),
            place: self.place(end, sentence),
            owner: self.owner(start, end, sentence),
        });
    }

    /// Where a figure's first token begins behind its particles; the article belongs to it.
    fn begin(&self, at: usize) -> u32 {
        let token = self.document.token(at);
        if token.kind == Kind::Arabic
            && token.entry == 0
            && let Some(dual) = self.dual_kind(at)
        {
            // The lexicon knows the singular only, so the particle was not cut.
            let particle: usize = self.document.text(at).chars().take(dual.particle).map(char::len_utf8).sum();
            return self.document.start(at) + particle as u32;
        }
        // وأحد عشر: the particle that folding hides.
        let is_and_one = self.document.word_has_kind(at, &AND_TEENS);
        if is_and_one && self.document.text(at).chars().nth(1).is_some_and(|c| c != fold::letter(c)) {
            return self.document.start(at) + self.document.char(at).len_utf8() as u32;
        }
        if !token.clitics().any(Clitics::THE) {
            return self.document.stem_start(at);
        }
        let text = self.document.text(at);
        let particles = &text[..self.document.clitic_length(at)];
        // لل, "to the", has no article of its own to begin at.
        self.document.start(at) + fold::find(particles, "ال").unwrap_or(0) as u32
    }
}
