//! Figures: quantities with what they count.
//!
//! Read from the left at every token: `[modifier] [currency] number [range] [unit] [modifier]`,
//! or a noun in the dual. What a number counts decides its kind; where the noun says too
//! little (`ثلاثة جنود`) the words of harm beside it do, and where it is left out the figure
//! before it.

use std::cell::OnceCell;

use crate::article::Span;
use crate::digest::{DateMention, Figure, FigureKind, Modifier, Unit};
use crate::lang::words::{FigureWord, NumberWord, TextWord};
use crate::lang::{Clitics, Room, Sense};
use crate::number::{Number, money_at, number_at, ordinal_at};
use crate::text::{Document, Kind};

/// The figures of a document, in reading order; none overlaps a date.
pub fn find(document: &Document, dates: &[DateMention]) -> Vec<Figure> {
    let mut taken: Vec<Span> = dates.iter().map(|d| d.span).collect();
    taken.sort_unstable();
    let mut finder = Finder {
        document,
        taken,
        cursor: 0,
        figures: Vec::new(),
        before: None,
        home: OnceCell::new(),
        is_disease: OnceCell::new(),
    };
    for block in document.blocks.iter().filter(|b| !b.boilerplate) {
        let mut at = block.tokens.start;
        while at < block.tokens.end {
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
    end: usize,
}

struct Finder<'d, 'a> {
    document: &'d Document<'a>,
    /// Spans of dates, in reading order, and the first that may still matter.
    taken: Vec<Span>,
    cursor: usize,
    figures: Vec<Figure>,
    before: Option<Before>,
    /// How often the text names each country, by its currency; counted when first asked for.
    home: OnceCell<Vec<(&'static str, usize)>>,
    /// Whether the text is about a disease; likewise.
    is_disease: OnceCell<bool>,
}

/// How far before a number and behind it words of harm are looked for, in tokens.
const HARM_BEFORE: usize = 7;
const HARM_AFTER: usize = 6;

/// How many words may stand between an English number and its noun (`200 heavily armed men`).
const WORDS_TO_NOUN: usize = 3;

impl Finder<'_, '_> {
    fn word<T>(&self, at: usize, wanted: impl Fn(FigureWord) -> Option<T>) -> Option<(T, usize)> {
        if self.document.rooms(at) & Room::FIGURE == 0 {
            return None;
        }
        self.document.sense(at, |sense| match sense {
            Sense::Figure(word) => wanted(word),
            _ => None,
        })
    }

    /// How many tokens carry this sense; 0 where it does not stand there.
    fn is(&self, at: usize, word: FigureWord) -> usize {
        self.word(at, |w| (w == word).then_some(())).map_or(0, |(_, words)| words)
    }

    fn number_word(&self, at: usize, word: NumberWord) -> bool {
        self.document.senses(at).contains(&Sense::Number(word))
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
        if let Some(end) = self.dual(at) {
            return end;
        }
        self.quantity(at)
    }

    /// Passes over an address of the web, in which no number counts anything.
    fn pass_address(&self, at: usize) -> usize {
        let is_address = matches!(self.document.text(at), "http" | "https" | "www");
        let mut end = at + 1;
        while is_address && !self.document.token(end).space_before() {
            end += 1;
        }
        end
    }

    /// `المادة 140`, `Resolution 2254`: passes over the label and its numbers.
    fn label(&self, at: usize) -> Option<usize> {
        let words = self.is(at, FigureWord::Label);
        if words == 0 {
            return None;
        }
        let mut end = at + words;
        // القرار رقم 2254, "resolution number 2254"; Article (3).
        for _ in 0..3 {
            end += self.is(end, FigureWord::Label);
            if self.is_punct(end, &['(', '.', '-', ':', '#']) {
                end += 1;
            }
        }
        if let Some((_, after_the)) = self.written_the(end) {
            end = after_the;
        }
        let amount = self.amount(end)?;
        let is_name = !self.is_latin(at) || self.document.token(at).is_capital() && !self.opens_sentence(at);
        let is_code = amount.currency.is_none() && (amount.number.digits || is_name && amount.number.tokens.len() == 1);
        // `the act killed 3 people` names no act.
        let is_counted = self.counted_after(&amount).kind.is_some();
        (is_code && !is_counted).then_some(amount.number.tokens.end)
    }

    /// `الـ` apart from the number it belongs to: its token, and the number's.
    fn written_the(&self, at: usize) -> Option<(usize, usize)> {
        let token = self.document.token(at);
        let is_the = token.kind == Kind::Arabic
            && matches!(self.document.text(at).trim_end_matches('ـ'), "ال" | "وال" | "بال" | "لل");
        (is_the && self.document.token(at + 1).kind == Kind::Digits).then_some((at, at + 1))
    }

    fn quantity(&mut self, at: usize) -> usize {
        let document = self.document;
        let mut pos = at;
        let mut modifier = None;
        // `at least about 20`: the first says it.
        for _ in 0..2 {
            let Some((found, words)) = self.word(pos, |w| match w {
                FigureWord::ModifierBefore(m) => Some(m),
                _ => None,
            }) else {
                break;
            };
            // القارب, "the boat", is not قارب, "came close to".
            if document.token(pos).clitics.any(Clitics::THE) {
                break;
            }
            modifier = modifier.or(Some(found));
            pos += words;
        }
        let up_to = if modifier.is_none() { self.is(pos, FigureWord::UpTo) } else { 0 };
        pos += up_to;
        let between = self.is(pos, FigureWord::Between);
        let is_between = between > 0;
        let is_open = between.max(self.is(pos, FigureWord::RangeFrom));
        let first = pos + is_open;
        let (the, number_start) = self.written_the(first).map_or((None, first), |(the, next)| (Some(the), next));
        let Some(low) = self.amount(number_start) else { return at + 1 };
        let number_end = low.number.tokens.end;
        if self.stands_in_name(number_start, &low) || self.is_taken(low.number.tokens.clone()) {
            return number_end;
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
            if bottom < top.number.value && !self.is_taken(top.number.tokens.clone()) {
                let after = self.counted(&top);
                if after.is_time && after.kind.is_none() {
                    return after.end;
                }
                value = bottom;
                high = Some(top.number.value);
                counted = if after.unit.is_some() || after.kind.is_some() {
                    after
                } else {
                    Counted { end: top.number.tokens.end, ..counted }
                };
                last = top.number;
            } else if is_open == 0 && self.is_dash(joint_end) {
                // A score, a telephone number: neither end counts anything.
                return top.number.tokens.end;
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
        let has_the = the.is_some() || document.token(number_start).clitics.any(Clitics::THE);
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
            && counted.unit.is_none()
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
        if counted.kind.is_none() && counted.unit.is_none() {
            if has_the {
                if let Some(noun) = self.noun_before(the.unwrap_or(number_start)).filter(|_| low.number.value != 1.0) {
                    return self.definite(noun, &low, &counted);
                }
                // السبعة alone names its members, لويس الـ14 is an ordinal: no count.
                return number_end;
            }
            if is_plain && !self.may_stand_alone(number_start, &low, &last) {
                return number_end;
            }
        }
        if counted.is_negative {
            value = -value;
        }
        value = value * counted.times + if value < 0.0 { -counted.plus } else { counted.plus };
        high = high.map(|high| high * counted.times);
        let mut end = counted.end;
        if let Some((found, words)) = self.word(end, |w| match w {
            FigureWord::ModifierAfter(m) => Some(m),
            _ => None,
        }) {
            modifier = modifier.or(Some(found));
            end += words;
        }
        let start = match percent_before {
            _ if modifier.is_some() && at < number_start => at,
            Some(before) if is_percent => before,
            _ => the.unwrap_or(number_start),
        };
        self.push(start, end, value, high, modifier, counted);
        end
    }

    /// A number at a token, with a currency before it: `$3.2bn`, `EUR 20`, `%50`.
    fn amount(&self, at: usize) -> Option<Amount> {
        let token = self.document.token(at);
        if matches!(token.kind, Kind::Symbol | Kind::Latin) {
            let found = self.word(at, |w| match w {
                FigureWord::Currency(code) => Some(Some(code)),
                FigureWord::Percent if token.kind == Kind::Symbol && token.space_before() => Some(None),
                _ => None,
            });
            if let Some((code, words)) = found {
                let next = at + words;
                let is_near = code.is_some() || !self.document.token(next).space_before();
                // A name in letters needs digits behind it: `pounds 20`, not `dollar one`.
                let is_amount =
                    self.document.token(next).kind == Kind::Digits || token.kind == Kind::Symbol || words > 1;
                if is_near && is_amount {
                    let mut number = money_at(self.document, next)?;
                    if !self.can_be_prefix(at, words) {
                        return None;
                    }
                    number.tokens.start = at;
                    return Some(Amount { number, currency: Some(Unit::Code(code.unwrap_or("%"))) });
                }
            }
        }
        let number = number_at(self.document, at)?;
        // 5m euros, 1.5m people: a letter that is a power before what comes in millions.
        if number.digits
            && !self.document.token(number.tokens.end).space_before()
            && matches!(
                self.document.senses(number.tokens.end).iter().find_map(|s| match s {
                    Sense::Number(w) => Some(w),
                    _ => None,
                }),
                Some(NumberWord::UnsureSuffix(6))
            )
        {
            let counts = self.word(number.tokens.end + 1, |w| match w {
                FigureWord::Currency(_) | FigureWord::CurrencyOf(_) => Some(()),
                FigureWord::Noun(k) | FigureWord::Singular(k) => (k != FigureKind::Measure).then_some(()),
                _ => None,
            });
            if counts.is_some() {
                return Some(Amount { number: money_at(self.document, at)?, currency: None });
            }
        }
        Some(Amount { number, currency: None })
    }

    /// A currency word belongs to the number before it, where there is one.
    fn can_be_prefix(&self, at: usize, words: usize) -> bool {
        let before = self.document.token(at.wrapping_sub(1));
        // $ 20 $ 37: the number before has its own.
        if self.before.is_some_and(|b| b.end == at && b.kind == FigureKind::Money) {
            return true;
        }
        let is_behind = before.kind == Kind::Digits
            && (!self.document.token(at).space_before()
                || self.document.token(at + words).space_before() && self.document.token(at).kind == Kind::Symbol);
        !is_behind
    }

    /// Whether a number is a part of a name, an address, a time or a list's marker.
    fn stands_in_name(&self, at: usize, amount: &Amount) -> bool {
        let document = self.document;
        let number = &amount.number;
        let (before, end) = (at.wrapping_sub(1), number.tokens.end);
        let first = document.token(number.tokens.start);
        let after = document.token(end);
        if amount.currency.is_some() {
            return first.kind == Kind::Symbol && !first.space_before() && self.is_punct(before, &['=', '&', '/', '?']);
        }
        if number.digits && !first.space_before() {
            let is_word = document.token(before).is_word();
            // B52, but `ال١٩٢`, `و200` and `ب20`: particles, which the lexicon or their length tells.
            if is_word && (self.is_latin(before) || document.text(before).chars().count() > 4) {
                return true;
            }
            // إف-16, كوفيد-19; the sign of a number stands free.
            if self.is_punct(before, &['-', '‑', '–', '_']) && !document.token(before).space_before() {
                let word = document.token(before.wrapping_sub(1));
                if word.is_word() {
                    return true;
                }
            }
            if self.is_punct(before, &['/', '=', '&', '?', '_', '#', '@', ':', '%'])
                || document.token(before).kind == Kind::Symbol
                    && self.is(before, FigureWord::Percent) > 0
                    && !document.token(before).space_before()
            {
                return true;
            }
        }
        if number.digits && !after.space_before() {
            // 10:30; an address.
            let next = document.token(end + 1);
            if self.is_punct(end, &[':', '=', '&', '_', '@', '/'])
                && !next.space_before()
                && matches!(next.kind, Kind::Digits | Kind::Latin)
            {
                return true;
            }
            // 3D, 747MAX, 4B: letters that are no unit.
            if after.kind == Kind::Latin && self.counted(amount).unit.is_none() {
                return true;
            }
        }
        // 1. First things first: a list's marker.
        let is_first = document.token(before).kind == Kind::Edge;
        if is_first
            && number.digits
            && number.value < 100.0
            && self.is_punct(end, &['.', ')', '-', '–'])
            && !after.space_before()
            && document.token(end + 1).is_word()
        {
            return true;
        }
        // Group of Seven, مجموعة السبع.
        let has_the = first.clitics.any(Clitics::THE) || self.written_the(before).is_some();
        let named = if self.written_the(before).is_some() { before.wrapping_sub(1) } else { before };
        if has_the && self.is(named, FigureWord::NameBefore) > 0 {
            return true;
        }
        // Fox Five, Seven Sisters: capitals inside a sentence.
        if first.kind == Kind::Latin && first.is_capital() && !first.is_all_capitals() {
            let in_name = |at: usize| self.is_latin(at) && document.token(at).is_capital();
            return (in_name(before) || in_name(end)) && !self.opens_sentence(at) && number.tokens.len() == 1;
        }
        // Boeing 737, iPhone 15: digits alone behind a name, and nothing counted.
        if number.digits && self.is_latin(before) && document.token(before).is_capital() {
            let is_counted = self.counted(amount).unit.is_some();
            return !is_counted && !self.opens_sentence(before) && document.token(before).entry == 0;
        }
        // 0522-123456, 00212 5 22: telephone numbers.
        document.digits(at).is_some_and(|(_, count)| count >= 7) && document.text(at).starts_with(['0', '٠'])
    }

    fn opens_sentence(&self, at: usize) -> bool {
        self.document.sentence_of(at).is_some_and(|s| self.document.sentences[s].tokens.start == at)
    }

    /// Whether a date holds any of these tokens.
    fn is_taken(&mut self, tokens: std::ops::Range<usize>) -> bool {
        let span = self.document.span(tokens);
        while self.taken.get(self.cursor).is_some_and(|t| (t.block, t.end) <= (span.block, span.start)) {
            self.cursor += 1;
        }
        self.taken[self.cursor..]
            .iter()
            .take_while(|t| (t.block, t.start) < (span.block, span.end))
            .any(|t| t.overlaps(span))
    }

    /// `نسبة 10`: where the word before begins, that makes the number a percentage.
    fn percent_before(&self, number_start: usize) -> Option<usize> {
        let before = number_start.wrapping_sub(1);
        let is_before = self.word(before, |w| matches!(w, FigureWord::PercentBefore).then_some(())).is_some()
            // بالمائة 10: the sign's words before a number that ends the text.
            || self.is(before, FigureWord::Percent) == 1
                && self.document.token(before.wrapping_sub(1)).kind == Kind::Edge;
        is_before.then_some(before)
    }

    fn is_dash(&self, at: usize) -> bool {
        self.is_punct(at, &['-', '–', '—', '‑', '−', '~'])
    }

    /// The upper end of a range: the amount there, and the token that joins it.
    fn range_end(&self, low: &Amount, counted: &Counted, is_open: bool, is_between: bool) -> Option<(Amount, usize)> {
        let document = self.document;
        let has_unit = counted.unit.is_some() || counted.kind.is_some();
        // 10$-20$, 10%-15%
        let at = if has_unit { counted.end } else { low.number.tokens.end };
        if self.is_dash(at) && (document.token(at).space_before() == document.token(at + 1).space_before()) {
            return self
                .amount(at + 1)
                .filter(|a| !a.number.digits || document.token(at + 1).kind != Kind::Punct)
                .map(|a| (a, at));
        }
        if is_between {
            let token = document.token(at);
            let next = if token.clitics.any(Clitics::AND) {
                at
            } else if self.number_word(at, NumberWord::And) {
                at + 1
            } else {
                return None;
            };
            return self.amount(next).map(|a| (a, at));
        }
        let words = self.is(at, FigureWord::RangeTo);
        // `rose from 10% to 20%` tells two figures.
        if words == 0 || has_unit && !(is_open && low.currency.is_some()) || document.token(at).clitics != Clitics(0) {
            return None;
        }
        self.amount(at + words).map(|a| (a, at))
    }

    /// What a number counts.
    fn counted(&self, amount: &Amount) -> Counted {
        let mut found = self.counted_once(amount);
        let is_whole_money = found.kind == Some(FigureKind::Money)
            && matches!(found.unit, Some(Unit::Code(_)))
            && amount.number.value.fract() == 0.0;
        if !is_whole_money {
            return found;
        }
        let end = found.end;
        // 75 USD million
        if amount.number.factor == 1.0
            && amount.currency.is_none()
            && let Some(power) = self.multiplier(end)
        {
            found.times = power;
            found.end = end + 1;
            return found;
        }
        let token = self.document.token(end);
        let is_joined = token.clitics.any(Clitics::AND) || self.number_word(end, NumberWord::And);
        let next = end + usize::from(is_joined && !token.clitics.any(Clitics::AND));
        let Some(small) = number_at(self.document, next).filter(|n| n.value < 100.0 && n.value > 0.0) else {
            return found;
        };
        let coins = self.is(small.tokens.end, FigureWord::Coin);
        if coins > 0 {
            // 20 dollars 43 cents, 20 دولارا و43 سنتا.
            found.plus = small.value / 100.0;
            found.end = small.tokens.end + coins;
        } else if !is_joined && amount.currency.is_none() && small.value >= 10.0 && small.value.fract() == 0.0 {
            // 15 dollars 50: nothing else may be counted by the second number.
            let after = self.document.token(small.tokens.end);
            let is_last =
                matches!(after.kind, Kind::Edge | Kind::Punct) || self.is(small.tokens.end, FigureWord::NotCounted) > 0;
            if is_last && self.is_latin(end - 1) && !self.is_dash(small.tokens.end) {
                found.plus = small.value / 100.0;
                found.end = small.tokens.end;
            }
        }
        found
    }

    /// The power of ten at a token that only multiplies.
    fn multiplier(&self, at: usize) -> Option<f64> {
        self.document.senses(at).iter().find_map(|&sense| match sense {
            Sense::Number(NumberWord::Multiplier(power)) => Some(10f64.powi(i32::from(power))),
            _ => None,
        })
    }

    fn counted_once(&self, amount: &Amount) -> Counted {
        let mut found = self.counted_after(amount);
        if let Some(unit) = amount.currency {
            let percent = unit == Unit::Code("%");
            let kind = if percent { FigureKind::Percent } else { FigureKind::Money };
            let keeps_end = found.kind == Some(kind);
            found = Counted {
                kind: Some(kind),
                unit: Some(if keeps_end { found.unit.unwrap_or(unit) } else { unit }),
                end: if keeps_end { found.end } else { amount.number.tokens.end },
                ..Counted::nothing(0)
            };
        }
        found
    }

    fn counted_after(&self, amount: &Amount) -> Counted {
        let document = self.document;
        let number = &amount.number;
        let mut at = number.tokens.end;
        let nothing = Counted::nothing(at);
        // 18-year-old, 30-mile: a hyphen joins the unit.
        let is_hyphened = self.is_punct(at, &['-', '‑']) && self.is_latin(at + 1);
        if is_hyphened && !document.token(at).space_before() {
            at += 1;
        }
        if let Some(age) = self.age(number, at) {
            return age;
        }
        // سنة ضوئية, "light year", is a length.
        let is_long_noun = self.document.phrase(at).is_some_and(|(senses, _)| {
            senses.iter().any(|s| matches!(s, Sense::Figure(FigureWord::Noun(_) | FigureWord::Singular(_))))
        });
        let direct = self.word(at, |w| match w {
            FigureWord::Year | FigureWord::Time if is_long_noun => None,
            FigureWord::Percent | FigureWord::Currency(_) | FigureWord::CurrencyOf(_) | FigureWord::Coin => Some(w),
            FigureWord::Year | FigureWord::Time => Some(w),
            _ => None,
        });
        if let Some((word, words)) = direct {
            let end = at + words;
            match word {
                FigureWord::Percent => return Counted::code(FigureKind::Percent, "%", end),
                FigureWord::Currency(code) if document.token(at).clitics.0 & !Clitics::THE == 0 => {
                    return Counted::code(FigureKind::Money, code, end);
                }
                FigureWord::CurrencyOf(codes) if document.token(at).clitics.0 & !Clitics::THE == 0 => {
                    let unit = match self.home_of(codes) {
                        Some(code) => Unit::Code(code),
                        None => Unit::Noun(document.span(at..end)),
                    };
                    return Counted { kind: Some(FigureKind::Money), unit: Some(unit), ..Counted::nothing(end) };
                }
                FigureWord::Coin if !document.token(at).is_capital() || !self.is_latin(at) => {
                    let unit = Some(Unit::Noun(document.span(at..end)));
                    return Counted { kind: Some(FigureKind::Money), unit, ..Counted::nothing(end) };
                }
                FigureWord::Year | FigureWord::Time if document.token(at).clitics == Clitics(0) => {
                    return Counted { is_time: true, ..Counted::nothing(end) };
                }
                _ => {}
            }
        }
        match document.token(at).kind {
            Kind::Arabic => self.arabic_noun(number, at, nothing),
            Kind::Latin => self.latin_noun(at, is_hyphened, nothing),
            _ => nothing,
        }
    }

    /// The years of a life: `18 عاما` beside `من العمر`, `18-year-old`, `aged 18`.
    fn age(&self, number: &Number, at: usize) -> Option<Counted> {
        let document = self.document;
        if number.value > 130.0
            || document
                .phrase(at)
                .is_some_and(|(senses, _)| senses.iter().any(|s| matches!(s, Sense::Figure(FigureWord::Noun(_)))))
        {
            return None;
        }
        let counted = |unit: Option<usize>, end: usize| {
            Some(Counted {
                kind: Some(FigureKind::Age),
                unit: unit.map(|at| Unit::Noun(document.span(at..at + 1))),
                ..Counted::nothing(end)
            })
        };
        let years = self.is(at, FigureWord::Year) > 0 && document.token(at).clitics == Clitics(0);
        let after = if years { at + 1 } else { at };
        // 18 years old, 18-year-old; 18 من العمر, "18 of age".
        let behind = if self.is_punct(after, &['-', '‑']) { after + 1 } else { after };
        let words = self.is(behind, FigureWord::Age);
        let time = usize::from(!years && self.is_latin(at) && self.is(at, FigureWord::Time) == 1);
        // 6 weeks of age
        if let 1.. = time * self.is(at + time, FigureWord::Age) {
            return counted(Some(at), at + 1 + self.is(at + 1, FigureWord::Age));
        }
        if words > 0 && (years || number.tokens.end == at) {
            let end = if self.is_latin(behind) || !years { behind + words } else { after };
            return counted(years.then_some(at), end);
        }
        // (33 عاما), "(33 years)": an age behind a name.
        let first = number.tokens.start;
        if years && self.is_punct(first.wrapping_sub(1), &['(']) && self.is_punct(after, &[')', '،', ',']) {
            return counted(Some(at), after);
        }
        // البالغ من العمر 18 عاما, aged 18: up to three words before.
        // Thomas Hill, 42, of Leeds: an age behind a name.
        let name = first.wrapping_sub(2);
        if !years
            && (10.0..=110.0).contains(&number.value)
            && number.tokens.len() == 1
            && number.digits
            && self.is_punct(first.wrapping_sub(1), &[','])
            && self.is_punct(at, &[','])
            && self.is_latin(name)
            && document.token(name).is_capital()
            && document.token(name).entry == 0
        {
            return counted(None, at);
        }
        // 22 و25 عاما, "22 and 25 years"
        let follows_age = self.before.is_some_and(|b| {
            b.kind == FigureKind::Age
                && (b.end == first || b.end + 1 == first && self.number_word(b.end, NumberWord::And))
        });
        if years && follows_age {
            return counted(Some(at), after);
        }
        let reached = |back: usize| self.is(first.wrapping_sub(back), FigureWord::AgeVerb) > 0;
        if years && number.value >= 10.0 && (reached(1) || reached(2)) {
            return counted(Some(at), after);
        }
        let is_other = !years
            && (self.is(at, FigureWord::Time) > 0
                || self
                    .word(at, |w| matches!(w, FigureWord::Percent | FigureWord::Currency(_)).then_some(()))
                    .is_some());
        if is_other {
            return None;
        }
        let mut before = first.wrapping_sub(1);
        for _ in 0..4 {
            let token = document.token(before);
            if token.kind == Kind::Edge || token.kind == Kind::Digits || self.is_punct(before, &['.', '،', ',', '؛'])
            {
                break;
            }
            let words = self.is(before, FigureWord::Age);
            if words > 0 && (years || before + words == first || self.is_modifier_row(before + words, first)) {
                return counted(years.then_some(at), if years { after } else { number.tokens.end });
            }
            before = before.wrapping_sub(1);
        }
        None
    }

    /// Whether only words of modifiers and openers stand between two tokens.
    fn is_modifier_row(&self, from: usize, to: usize) -> bool {
        from < to
            && (from..to).all(|at| {
                self.word(at, |w| {
                    matches!(
                        w,
                        FigureWord::ModifierBefore(_)
                            | FigureWord::RangeFrom
                            | FigureWord::RangeTo
                            | FigureWord::Between
                    )
                    .then_some(())
                })
                .is_some()
            })
    }

    /// The noun behind an Arabic number. The number's size tells the noun's form: plural
    /// up to ten, accusative singular up to 99, singular from a hundred on.
    fn arabic_noun(&self, number: &Number, at: usize, nothing: Counted) -> Counted {
        let document = self.document;
        let token = document.token(at);
        // ثلاثة أرباع الكيلومتر, "three quarters of the kilometre"
        let is_part = number.value.fract() != 0.0
            && token.clitics == Clitics(Clitics::THE)
            && self
                .word(at, |w| {
                    matches!(w, FigureWord::Noun(FigureKind::Measure) | FigureWord::Singular(FigureKind::Measure))
                        .then_some(())
                })
                .is_some();
        if token.clitics != Clitics(0) && !is_part {
            return nothing;
        }
        let known = self.word(at, |w| match w {
            FigureWord::Noun(k) | FigureWord::Singular(k) | FigureWord::SoundSingular(k) => Some(k),
            FigureWord::Injury => Some(if self.is_disease() { FigureKind::Count } else { FigureKind::Casualties }),
            _ => None,
        });
        let (kind, words) = match known {
            Some((kind, words)) => (Some(kind), words),
            None => {
                if !self.looks_counted(number, at) {
                    return nothing;
                }
                (None, 1)
            }
        };
        let mut end = at + words;
        // 3720 تلميذا وتلميذة, "3720 pupils, boys and girls": both are the noun.
        let next = document.token(end);
        if next.kind == Kind::Arabic && next.space_before() && self.shares_stem(at, end) {
            end += 1;
        }
        // 5 درجات تحت الصفر, "5 degrees below zero"; the noun stands before it.
        let below = if kind == Some(FigureKind::Measure) {
            (end..end + 2).find(|&p| self.is(p, FigureWord::BelowZero) > 0)
        } else {
            None
        };
        Counted {
            kind,
            unit: Some(Unit::Noun(document.span(at..end))),
            is_negative: below.is_some(),
            ..Counted::nothing(end)
        }
    }

    /// Whether a second noun names the other gender of the first: `تلميذا وتلميذة`.
    fn shares_stem(&self, noun: usize, next: usize) -> bool {
        let Some(rest) = self.document.text(next).strip_prefix('و') else { return false };
        let letters = |text: &str| {
            text.chars()
                .filter(|&c| crate::text::fold::class(c) != crate::text::fold::Class::Mark)
                .take(4)
                .collect::<String>()
        };
        let (a, b) = (letters(self.document.text(noun)), letters(rest));
        let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
        shared >= 4 || shared == 3 && (a.chars().count() == 3 || b.chars().count() == 3)
    }

    /// Whether an unknown Arabic word may be what a number counts.
    fn looks_counted(&self, number: &Number, at: usize) -> bool {
        let document = self.document;
        let text = document.text(at);
        let token = document.token(at);
        if !token.space_before() || document.is_definite(at) {
            return false;
        }
        let is_other = document.senses(at).iter().any(|s| {
            matches!(s, Sense::Number(_) | Sense::Text(TextWord::Stop) | Sense::Date(_))
                || matches!(s, Sense::Figure(FigureWord::Noun(_)))
                || matches!(s, Sense::Figure(w) if !matches!(w, FigureWord::PlaceHead | FigureWord::Disease))
        });
        if is_other {
            return false;
        }
        if let Some((senses, _)) = document.phrase(at)
            && senses.iter().any(|s| !matches!(s, Sense::Rank(_)))
        {
            return false;
        }
        let mut letters = text.chars().filter(|&c| crate::text::fold::class(c) != crate::text::fold::Class::Mark);
        let count = letters.clone().count();
        let first = letters.next().unwrap_or(' ');
        let last =
            text.chars().rfind(|&c| crate::text::fold::class(c) != crate::text::fold::Class::Mark).unwrap_or(' ');
        if count < 3
            || matches!(first, 'و' | 'ي')
            || text.ends_with("وا")
            || text.starts_with("بال")
            || text.starts_with("لل")
            || text.starts_with("فال")
            || text.starts_with("كال")
        {
            return false;
        }
        let value = number.value.abs();
        if number.value.fract() == 0.0 && (11.0..100.0).contains(&value) {
            return matches!(last, 'ا' | 'ة' | 'ء' | 'ى') || text.contains('\u{064b}');
        }
        true
    }

    /// The noun behind an English number: the next known one, or else a plural.
    fn latin_noun(&self, at: usize, is_hyphened: bool, nothing: Counted) -> Counted {
        let document = self.document;
        let counted = |kind, noun: usize, words: usize| Counted {
            kind,
            unit: Some(Unit::Noun(document.span(noun..noun + words))),
            ..Counted::nothing(noun + words)
        };
        for (pos, step) in (at..).zip(0..=WORDS_TO_NOUN) {
            let token = document.token(pos);
            if token.kind != Kind::Latin {
                break;
            }
            let known = self.word(pos, |w| match w {
                FigureWord::Noun(k) | FigureWord::Singular(k) | FigureWord::SoundSingular(k) => Some(k),
                _ => None,
            });
            if let Some((kind, words)) = known {
                // m, C and their like are units only beside the number.
                let length = token.end() - token.start;
                if step == 0 || length > 2 && kind != FigureKind::Measure {
                    let mut found = counted(Some(kind), pos, words);
                    found.is_negative = kind == FigureKind::Measure && self.is(pos + words, FigureWord::BelowZero) > 0;
                    return found;
                }
                break;
            }
            let blocks = document.senses(pos).iter().any(|s| {
                matches!(
                    s,
                    Sense::Text(TextWord::Stop)
                        | Sense::Number(_)
                        | Sense::Date(_)
                        | Sense::Figure(
                            FigureWord::NotCounted
                                | FigureWord::Harm
                                | FigureWord::In
                                | FigureWord::Time
                                | FigureWord::Year
                                | FigureWord::Has
                                | FigureWord::Currency(_)
                                | FigureWord::ModifierBefore(_)
                                | FigureWord::RangeTo
                        )
                )
            });
            // US troops, not "us".
            let blocks = blocks && !(token.is_all_capitals() && token.entry != 0 && step < WORDS_TO_NOUN);
            if blocks || step == 0 && is_hyphened && token.entry == 0 && !self.is_plural(pos) {
                break;
            }
        }
        // An unknown plural right behind, or behind one adjective.
        for pos in at..at + 2 {
            let token = document.token(pos);
            if token.kind != Kind::Latin || token.entry != 0 || !token.space_before() {
                break;
            }
            if self.is_plural(pos) {
                return counted(None, pos, 1);
            }
        }
        nothing
    }

    fn is_plural(&self, at: usize) -> bool {
        let text = self.document.text(at);
        text.len() > 3 && text.ends_with('s') && !text.ends_with("ss") && !text.ends_with("us") && !text.ends_with("is")
    }

    /// The definite noun before a number that has the article: `النواب الخمسة`.
    fn noun_before(&self, at: usize) -> Option<usize> {
        let before = at.checked_sub(1)?;
        let token = self.document.token(before);
        if token.kind != Kind::Arabic || !self.document.token(at).space_before() {
            return None;
        }
        let is_possessed = self.is(before, FigureWord::Year) > 0;
        let is_noun = self.document.is_definite(before)
            && (token.entry == 0
                || self
                    .word(before, |w| {
                        matches!(w, FigureWord::Noun(_) | FigureWord::Singular(_) | FigureWord::SoundSingular(_))
                            .then_some(())
                    })
                    .is_some());
        (is_noun || is_possessed).then_some(before)
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

    /// أعوامها, "her years".
    fn has_possessive(&self, at: usize) -> bool {
        let text = self.document.text(at);
        ["ها", "ه", "هم", "هما", "هن"].iter().any(|ending| text.ends_with(ending)) && !self.document.is_definite(at)
    }

    /// What a noun right before `اثنين` counts, where its ending may be the dual's.
    fn known_dual_before(&self, at: usize) -> Option<FigureKind> {
        let before = at.checked_sub(1)?;
        let text = self.document.text(before);
        let is_dual = self.document.token(before).kind == Kind::Arabic
            && (text.ends_with("ين") || text.ends_with("ان"))
            && !self.document.is_definite(before);
        if !is_dual || self.document.token(at).clitics != Clitics(0) {
            return None;
        }
        self.word(before, |w| match w {
            FigureWord::Noun(k) | FigureWord::Singular(k) | FigureWord::SoundSingular(k) => Some(k),
            _ => None,
        })
        .map(|(kind, _)| kind)
    }

    /// Whether these tokens are all of their block, but for a full stop.
    fn is_whole_text(&self, start: usize, end: usize) -> bool {
        let is_edge = |at: usize| self.document.token(at).kind == Kind::Edge;
        is_edge(start.wrapping_sub(1)) && (is_edge(end) || self.is_punct(end, &['.']) && is_edge(end + 1))
    }

    /// Whether a number is written like a year of these times: four digits without a mark.
    fn is_year(&self, at: usize, number: &Number) -> bool {
        number.tokens.len() == 1
            && self.document.digits(at).is_some_and(|(value, count)| count == 4 && (1900..2100).contains(&value))
    }

    /// Whether a number without noun or modifier is a count by itself.
    fn may_stand_alone(&self, at: usize, amount: &Amount, last: &Number) -> bool {
        let document = self.document;
        let number = &amount.number;
        let end = last.tokens.end;
        let before = at.wrapping_sub(1);
        if self.is_whole_text(at, end) {
            return true;
        }
        if number.digits {
            return ordinal_at(document, at).is_none();
        }
        // The two: they were named before.
        if self.is_latin(at) && document.text(before).eq_ignore_ascii_case("the") {
            return false;
        }
        // واحد and `one` are pronouns more often than numbers; `the two`, `these three` name their members.
        if number.value == 1.0 && number.tokens.len() == 1 {
            return false;
        }
        if number.value < 1.0 && number.value > 0.0 && number.tokens.len() == 1 {
            return self.is_share(at);
        }
        // `الأول والثاني`, the first half: nothing is counted.
        ordinal_at(document, at).is_none_or(|o| o.tokens.end <= number.tokens.end)
    }

    /// Whether `half`, `نصف` stands for a share of something named: `نصف الناس`, "half the people".
    fn is_share(&self, at: usize) -> bool {
        let document = self.document;
        if document.token(at).clitics.any(Clitics::THE) || ordinal_at(document, at.wrapping_sub(1)).is_some() {
            return false;
        }
        let next = at + 1;
        if self.is(next, FigureWord::NotCounted) > 0 || self.is(next, FigureWord::Name) > 0 {
            return false;
        }
        if self.is_latin(at) {
            return self.number_word(next, NumberWord::Of) || document.text(next).eq_ignore_ascii_case("the");
        }
        document.is_definite(next)
    }

    /// A noun in the dual, with `اثنان` where it stands behind.
    fn dual(&mut self, at: usize) -> Option<usize> {
        let kind = self.dual_kind(at)?;
        if self.is_taken(at..at + 1) {
            return Some(at + 1);
        }
        let mut end = at + 1;
        if self.number_word(end, NumberWord::Cardinal(2)) && self.document.token(end).clitics == Clitics(0) {
            end += 1;
        }
        let (kind, unit) = match kind {
            DualKind::Currency(code) => (FigureKind::Money, Unit::Code(code)),
            DualKind::CurrencyOf(codes) => {
                let unit = self.home_of(codes).map_or(Unit::Noun(self.stem_span(at)), Unit::Code);
                (FigureKind::Money, unit)
            }
            DualKind::Noun(kind) => (kind, Unit::Noun(self.stem_span(at))),
        };
        let mut start = at;
        let mut modifier = None;
        if let Some(before) = at.checked_sub(1)
            && let Some((found, 1)) = self.word(before, |w| match w {
                FigureWord::ModifierBefore(m) => Some(m),
                _ => None,
            })
        {
            modifier = Some(found);
            start = before;
        }
        if let Some((found, words)) = self.word(end, |w| match w {
            FigureWord::ModifierAfter(m) => Some(m),
            _ => None,
        }) {
            modifier = modifier.or(Some(found));
            end += words;
        }
        let counted = Counted { kind: Some(kind), unit: Some(unit), ..Counted::nothing(end) };
        self.push(start, end, 2.0, None, modifier, counted);
        Some(end)
    }

    fn stem_span(&self, at: usize) -> Span {
        let span = self.document.span(at..at + 1);
        Span { start: self.begin(at), ..span }
    }

    /// What an indefinite noun in the dual counts: a listed form, or a listed singular with
    /// the ending of the dual.
    fn dual_kind(&self, at: usize) -> Option<DualKind> {
        let document = self.document;
        let token = document.token(at);
        if token.kind != Kind::Arabic || token.clitics.any(Clitics::THE) {
            return None;
        }
        for &sense in document.senses(at) {
            match sense {
                Sense::Figure(FigureWord::Dual(kind)) => return Some(DualKind::Noun(kind)),
                Sense::Figure(_) | Sense::Number(_) | Sense::Date(_) => return None,
                _ => {}
            }
        }
        let text = document.text(at);
        let nominative = text.ends_with("ان");
        if !nominative && !text.ends_with("ين") || text.len() < 10 {
            return None;
        }
        // Behind a number it is that number's noun in the plural, or its tens.
        let (stem, _) = document.dual_stem(at)?;
        stem.iter().find_map(|&sense| match sense {
            Sense::Figure(FigureWord::Singular(kind)) => Some(DualKind::Noun(kind)),
            Sense::Figure(FigureWord::SoundSingular(kind)) if nominative => Some(DualKind::Noun(kind)),
            Sense::Figure(FigureWord::Currency(code)) => Some(DualKind::Currency(code)),
            Sense::Figure(FigureWord::CurrencyOf(codes)) => Some(DualKind::CurrencyOf(codes)),
            _ => None,
        })
    }

    /// The currency of a shared name that the text's countries use; `None` where it names none.
    fn home_of(&self, codes: &'static [&'static str]) -> Option<&'static str> {
        let counts = self.home.get_or_init(|| {
            let mut counts: Vec<(&'static str, usize)> = Vec::new();
            for at in 0..self.document.tokens.len() {
                let found = self.word(at, |w| match w {
                    FigureWord::Country(code) | FigureWord::Demonym(code) | FigureWord::Currency(code) => Some(code),
                    _ => None,
                });
                // Codes are few: one for each country that the lexicon knows.
                match found.map(|(code, _)| (code, counts.iter_mut().find(|(known, _)| *known == code))) {
                    Some((_, Some((_, count)))) => *count += 1,
                    Some((code, None)) => counts.push((code, 1)),
                    None => {}
                }
            }
            counts
        });
        let named = counts.iter().filter(|(code, _)| codes.contains(code));
        named.max_by_key(|&&(_, count)| count).map(|&(code, _)| code)
    }

    /// Whether the text speaks of a disease, at least twice.
    fn is_disease(&self) -> bool {
        *self.is_disease.get_or_init(|| {
            (0..self.document.tokens.len()).filter(|&at| self.is(at, FigureWord::Disease) > 0).take(2).count() == 2
        })
    }

    /// Adds a figure of these tokens.
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
        let document = self.document;
        let tokens = document.span(start..end);
        let span = Span { start: self.begin(start), ..tokens };
        let sentence = document.sentence_of(start);
        let kind = self.kind(start, end, value, sentence, &counted);
        let unit = counted.unit.or_else(|| self.elided_money(kind, sentence));
        if counted.kind.is_some() || counted.unit.is_some() || kind != FigureKind::Count {
            self.before = Some(Before { sentence, kind, unit, end });
        }
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
        if token.kind == Kind::Arabic && token.entry == 0 && self.dual_kind(at).is_some() {
            // The lexicon knows the singular only, so the particle was not cut.
            let letters = self.document.dual_stem(at).map_or(0, |(_, letters)| letters);
            let particle: usize = self.document.text(at).chars().take(letters).map(char::len_utf8).sum();
            return token.start + particle as u32;
        }
        if !token.clitics.any(Clitics::THE) {
            return token.stem_start();
        }
        let text = self.document.text(at);
        let particles = &text[..usize::from(token.clitic_len).min(text.len())];
        // لل, "to the", has no article of its own to begin at.
        token.start + particles.find("ال").unwrap_or(0) as u32
    }

    /// What a figure counts, by its noun, the words of harm beside it, or the figure before.
    fn kind(&self, start: usize, end: usize, value: f64, sentence: Option<usize>, counted: &Counted) -> FigureKind {
        let is_elided = counted.unit.is_none();
        match counted.kind {
            Some(FigureKind::Troops | FigureKind::People)
                if self.is_harm_before(start, sentence, HARM_BEFORE) || self.is_harm_after(end) =>
            {
                return FigureKind::Casualties;
            }
            // 45 حالة وفاة, "45 cases of death"; مقتل 3 عناصر, "the killing of 3 members".
            Some(FigureKind::Count) | None
                if !is_elided && (self.is_harm(end) || self.is_harm_before(start, sentence, 1)) =>
            {
                return FigureKind::Casualties;
            }
            None if !is_elided => {}
            None => {
                if self.is_harm_before(start, sentence, HARM_BEFORE - 2) || self.is_harm_after(end) {
                    return FigureKind::Casualties;
                }
                if let Some(kind) = self.noun_of_number(start).or_else(|| self.noun_of_whole(end)) {
                    return kind;
                }
                if let Some(before) = self.before.filter(|b| b.sentence == sentence && value >= 1.0)
                    && matches!(before.kind, FigureKind::Troops | FigureKind::People | FigureKind::Casualties)
                {
                    return before.kind;
                }
                if let Some(before) = self.before.filter(|b| b.sentence == sentence && b.kind == FigureKind::Money)
                    && value >= 1000.0
                    && self.document.token(end.wrapping_sub(1)).kind != Kind::Digits
                    && before.unit.is_some()
                {
                    return FigureKind::Money;
                }
            }
            _ => {}
        }
        counted.kind.unwrap_or(FigureKind::Count)
    }

    /// The currency of an amount that leaves it out (`20 مليون دولار مقابل 30 مليونا`).
    fn elided_money(&self, kind: FigureKind, sentence: Option<usize>) -> Option<Unit> {
        let before = self.before.filter(|b| b.sentence == sentence && b.kind == kind)?;
        before.unit.filter(|u| kind == FigureKind::Money && matches!(u, Unit::Code(_)))
    }

    fn is_harm(&self, at: usize) -> bool {
        let is_before = self.is(at, FigureWord::HarmBefore) > 0 && !self.document.token(at).clitics.any(Clitics::WITH);
        if !is_before && self.is(at, FigureWord::Harm) == 0 {
            return false;
        }
        // إصابة 92 شخصا بالفيروس: infected, not injured.
        self.is(at, FigureWord::Injury) == 0 || !self.is_disease()
    }

    /// Whether words of harm stand before a figure, in its clause and no further than `reach`.
    fn is_harm_before(&self, start: usize, sentence: Option<usize>, reach: usize) -> bool {
        // بينهم طفلان, "two children among them": of those before.
        let is_among = (start.saturating_sub(2)..start).any(|at| self.is(at, FigureWord::Among) == start - at);
        if let Some(before) = self.before.filter(|b| is_among && b.sentence == sentence) {
            return before.kind == FigureKind::Casualties;
        }
        let mut at = start;
        for _ in 0..reach {
            at = at.wrapping_sub(1);
            let token = self.document.token(at);
            if token.kind == Kind::Edge || self.is_punct(at, &['.', ';', '؛', ':', '،', ',', '!', '؟', '?']) {
                return false;
            }
            // مقتل 19 تلميذا وبالغين, "19 pupils and two adults": what is said of one is said of both.
            if let Some(before) = self.before.filter(|b| b.sentence == sentence && at < b.end) {
                let joins = before.end < start && self.number_word(before.end, NumberWord::And)
                    || self.document.token(before.end).clitics.any(Clitics::AND)
                    || before.end == start
                        && self.document.token(start).kind == Kind::Arabic
                        && self.document.text(start).starts_with('و');
                return joins && before.kind == FigureKind::Casualties && start - before.end < 4;
            }
            if self.is_harm(at) {
                return true;
            }
        }
        false
    }

    /// Whether words behind a figure say that those it counts came to harm.
    fn is_harm_after(&self, end: usize) -> bool {
        for at in end..end + HARM_AFTER {
            let token = self.document.token(at);
            let is_end = matches!(token.kind, Kind::Edge | Kind::Digits)
                || self.is_punct(at, &['.', ';', '؛', ':', '،', ',', '!', '؟', '?']);
            if is_end {
                return false;
            }
            if self.is(at, FigureWord::Harm) > 0 {
                return true;
            }
        }
        false
    }

    /// عدد القتلى إلى 32, "the number of the dead to 32": the kind of the noun named before.
    fn noun_of_number(&self, start: usize) -> Option<FigureKind> {
        let mut kind = None;
        let mut at = start;
        for _ in 0..7 {
            at = at.wrapping_sub(1);
            let token = self.document.token(at);
            if matches!(token.kind, Kind::Edge | Kind::Digits) || self.is_punct(at, &['.', '؛', ';']) {
                return None;
            }
            if self.is(at, FigureWord::Toll) > 0 {
                return Some(FigureKind::Casualties);
            }
            if self.is(at, FigureWord::NumberOf) > 0 {
                return kind;
            }
            if let Some((found, _)) = self.word(at, |w| match w {
                FigureWord::Noun(k) | FigureWord::Singular(k) | FigureWord::SoundSingular(k) => Some(k),
                FigureWord::Harm => Some(FigureKind::Casualties),
                _ => None,
            }) {
                kind = Some(found);
            }
        }
        None
    }

    /// 13 من الرؤساء, "13 of the presidents": the kind of the noun that they are of.
    fn noun_of_whole(&self, end: usize) -> Option<FigureKind> {
        let is_of = self.number_word(end, NumberWord::OneIn) || self.number_word(end, NumberWord::Of);
        let at = end + 1 + usize::from(self.document.text(end + 1).eq_ignore_ascii_case("the"));
        if !is_of {
            return None;
        }
        self.word(at, |w| match w {
            FigureWord::Noun(k @ (FigureKind::Troops | FigureKind::People | FigureKind::Casualties))
            | FigureWord::SoundSingular(k) => Some(k),
            _ => None,
        })
        .map(|(kind, _)| kind)
    }

    /// Where the counted things are: `في العراق`, "in Iraq", close behind the figure.
    fn place(&self, end: usize, sentence: Option<usize>) -> Option<Span> {
        let document = self.document;
        let last = document.sentences.get(sentence?)?.tokens.end;
        for at in end..(end + 3).min(last) {
            if document.token(at).kind == Kind::Digits {
                return None;
            }
            let country = |at: usize| self.word(at, |w| matches!(w, FigureWord::Country(_)).then_some(()));
            // بالعراق, "in-Iraq"
            if document.token(at).clitics.any(Clitics::WITH) && country(at).is_some() {
                return Some(Span { start: document.token(at).stem_start(), ..document.span(at..at + 1) });
            }
            let opener = self.is(at, FigureWord::In);
            if opener == 0 {
                continue;
            }
            let first = at + opener;
            if let Some((_, words)) = country(first) {
                return Some(document.span(first..first + words));
            }
            let heads = self.is(first, FigureWord::PlaceHead);
            let name = first + heads;
            if heads > 0 && name < last && document.token(name).is_word() {
                let words = country(name).map_or(1, |(_, words)| words);
                return Some(document.span(first..name + words));
            }
        }
        None
    }

    /// Whose they are: the adjective of a nation behind the noun, or who has them
    /// (`واشنطن تنشر 2500 عسكري`).
    fn owner(&self, start: usize, end: usize, sentence: Option<usize>) -> Option<Span> {
        let document = self.document;
        let tokens = &document.sentences.get(sentence?)?.tokens;
        let demonym = |at: usize| self.word(at, |w| matches!(w, FigureWord::Demonym(_)).then_some(())).map(|(_, n)| n);
        for at in [end, end.wrapping_sub(2)] {
            if tokens.contains(&at)
                && at != end.wrapping_sub(1)
                && at >= start
                && let Some(words) = demonym(at)
            {
                return Some(document.span(at..at + words));
            }
        }
        let first = start.saturating_sub(12).max(tokens.start);
        let has = (first..start).rev().find(|&at| self.is(at, FigureWord::Has) > 0)?;
        let near = (has.saturating_sub(4).max(tokens.start)..has).rev().chain(has + 1..start.min(has + 4));
        let mut near = near;
        near.find_map(|at| {
            let (_, words) = self.word(at, |w| matches!(w, FigureWord::Country(_)).then_some(()))?;
            let span = document.span(at..at + words);
            Some(Span { start: self.begin(at), ..span })
        })
    }
}

enum DualKind {
    Noun(FigureKind),
    Currency(&'static str),
    CurrencyOf(&'static [&'static str]),
}
