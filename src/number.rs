//! The number grammar that figures and dates share: digits and number words to a value.
//!
//! A number is read left to right as a sum of addends, each smaller than the power of ten
//! that the one before it closed: `مليون ومئتي ألف` is 10^6 + 200 * 10^3. An addend that
//! turns out too great (`200 ألف و300 ألف`, "200 thousand and 300 thousand") was the next
//! number, and the first ends before it.
//!
//! Every loop is bounded, so that reading a number anywhere takes constant time.

use std::cell::RefCell;
use std::ops::Range;

use crate::digest::FigureKind;
use crate::lang::words::{DateWord, FigureWord, NumberWord};
use crate::lang::{Clitics, Kinds, Room, Sense};
use crate::text::{Document, Kind};

/// A number as it stands in the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Number {
    /// Its tokens, the sign among them. The first may carry clitics (`وثلاثة`).
    pub tokens: Range<usize>,
    pub value: f64,
    /// Written in digits alone, marks and sign included.
    pub digits: bool,
    /// The power of ten that all of it was multiplied by (`3 million`: 10^6), else one.
    pub factor: f64,
}

/// Words that a number may begin with.
pub const BEGINNINGS: Kinds = Kinds::of(&[
    Sense::Number(NumberWord::Cardinal(0)),
    Sense::Number(NumberWord::Tens(0)),
    Sense::Number(NumberWord::Ten),
    Sense::Number(NumberWord::TeenUnit(0)),
    Sense::Number(NumberWord::FractionOrCardinal(0, 1)),
    Sense::Number(NumberWord::Fraction(0, 1)),
    Sense::Number(NumberWord::Scale(0)),
    Sense::Number(NumberWord::ScaleOrDual(0)),
    Sense::Number(NumberWord::DualScale(0)),
    Sense::Number(NumberWord::PartOf),
    Sense::Number(NumberWord::Article),
    Sense::Number(NumberWord::Minus),
]);

/// Words that an ordinal may begin with.
pub const ORDINALS: Kinds = Kinds::of(&[
    Sense::Number(NumberWord::Ordinal(0)),
    Sense::Number(NumberWord::OrdinalTens(0)),
    Sense::Number(NumberWord::Cardinal(0)),
]);

/// The longest number that begins at a token; `None` where none does. Ordinals are none:
/// see [`ordinal_at`]. Neither are vague words (`آلاف`, `hundreds`) and `a` by itself.
pub fn number_at(document: &Document, at: usize) -> Option<Number> {
    if !may_begin(document, at) {
        return None;
    }
    document.numbers.get(at, || Reader { document, money: false }.signed(at))
}

/// Whether what a token is may begin a number; a digit or a mark may, but not those that close a
/// sentence's parts.
pub fn may_begin(document: &Document, at: usize) -> bool {
    let token = document.token(at);
    match token.kind {
        Kind::Edge => false,
        Kind::Punct => match token.mark() {
            ',' | '،' | '"' | '”' | '“' | '«' | '»' | '(' | ')' | ':' | ';' | '؛' => false,
            '.' => document.token(at + 1).kind == Kind::Digits,
            _ => true,
        },
        Kind::Digits | Kind::Symbol => true,
        _ => document.has_kind(at, &BEGINNINGS),
    }
}

/// The numbers read last, by the last bits of their tokens' indices: many rules read a number
/// anew to see whether what stands around it is theirs.
#[derive(Debug, Default)]
pub struct NumberMemo(RefCell<[Option<NumberRead>; 8]>);

/// A token and the number that begins at it.
type NumberRead = (usize, Option<Number>);

impl NumberMemo {
    fn get(&self, at: usize, read: impl FnOnce() -> Option<Number>) -> Option<Number> {
        if let Some((known, number)) = &self.0.borrow()[at % 8]
            && *known == at
        {
            return number.clone();
        }
        let number = read();
        self.0.borrow_mut()[at % 8] = Some((at, number.clone()));
        number
    }
}

/// As [`number_at`], where a sum of money is known to stand: `5m` is then five million.
pub fn money_at(document: &Document, at: usize) -> Option<Number> {
    may_begin(document, at).then(|| Reader { document, money: true }.signed(at)).flatten()
}

/// A part of something joined by `and` (`ونصف`, `وثلاثة أرباع`) at a token: its value, less than
/// one, and the token behind it.
pub fn part_at(document: &Document, at: usize) -> Option<(f64, usize)> {
    Reader { document, money: false }.part(at)
}

/// The longest ordinal that begins at a token, in words or digits: `الثالث والعشرين`,
/// `twenty-first`, `21st`.
pub fn ordinal_at(document: &Document, at: usize) -> Option<Number> {
    let reader = Reader { document, money: false };
    if let Some((value, _)) = document.digits(at) {
        let is_suffix = !document.token(at + 1).space_before()
            && reader.word(at + 1, |w| (w == NumberWord::OrdinalSuffix).then_some(())).is_some();
        return is_suffix.then_some(Number { tokens: at..at + 2, value: value as f64, digits: true, factor: 1.0 });
    }
    if !document.has_kind(at, &ORDINALS) {
        return None;
    }
    let unit = reader.word(at, |w| match w {
        NumberWord::Ordinal(v) => Some(v),
        _ => None,
    });
    let number =
        |end, value: u16| Some(Number { tokens: at..end, value: f64::from(value), digits: false, factor: 1.0 });
    if let Some(unit) = unit {
        // الثالث عشر, "the third ten": thirteenth.
        if unit < 10 && document.clitics(at + 1).0 & !Clitics::THE == 0 && reader.is_ten(at + 1) {
            return number(at + 2, unit + 10);
        }
        // الثالث والعشرين, "the third and the twenty": twenty-third.
        let (and, next) = reader.and(at + 1);
        if and && unit < 10 {
            let tens = reader.word(next, |w| match w {
                NumberWord::OrdinalTens(v) => Some(v),
                _ => None,
            });
            if let Some(tens) = tens.filter(|_| document.clitics(next).any(Clitics::THE)) {
                return number(next + 1, unit + tens);
            }
        }
        return number(at + 1, unit);
    }
    // العشرون, "the twenty": twentieth.
    let tens = reader.word(at, |w| match w {
        NumberWord::OrdinalTens(v) => Some(v),
        _ => None,
    });
    if let Some(tens) = tens.filter(|_| document.clitics(at).any(Clitics::THE)) {
        return number(at + 1, tens);
    }
    // twenty-first, twenty first.
    let tens = reader.word(at, |w| match w {
        NumberWord::Cardinal(v @ 20..=90) if v % 10 == 0 => Some(v),
        _ => None,
    })?;
    let next = if reader.is_hyphen(at + 1) { at + 2 } else { at + 1 };
    let unit = reader.word(next, |w| match w {
        NumberWord::Ordinal(v @ 1..=9) => Some(v),
        _ => None,
    })?;
    number(next + 1, tens + unit)
}

/// How an addend is joined to what stands before it.
#[derive(Clone, Copy, PartialEq)]
enum Joint {
    Beside,
    Hyphen,
    And,
}

/// What has been read of a number.
#[derive(Clone, Copy)]
struct Sum {
    /// Addends that a power of ten of 10^3 or more closed.
    closed: f64,
    /// The last of them.
    last: f64,
    /// Its power.
    scale: u8,
    /// How many powers stand side by side in it.
    chain: u8,
    /// What no such power has closed yet.
    open: f64,
    /// The last addend of `open`.
    tail: f64,
    /// The next addend is smaller than this.
    limit: f64,
    end: usize,
    digits: bool,
}

impl Sum {
    fn value(&self) -> f64 {
        self.closed + self.open
    }

    fn start(end: usize) -> Sum {
        Sum {
            closed: 0.0,
            last: 0.0,
            scale: u8::MAX,
            chain: 0,
            open: 0.0,
            tail: 0.0,
            limit: f64::INFINITY,
            end,
            digits: false,
        }
    }

    /// Adds a word's value.
    fn add(&mut self, value: f64, end: usize) {
        self.open += value;
        // `ninety-five` is one addend: ninety-five hundred.
        self.tail = if self.limit == 10.0 && self.open > 10.0 { self.tail + value } else { value };
        self.limit = match value as u32 {
            20..=90 => 10.0,
            100..=900 => 100.0,
            _ => 0.0,
        };
        self.end = end;
    }

    /// Adds so many of a power of ten of 10^3 or more; `false` where it is no smaller than
    /// the one before.
    fn close(&mut self, count: f64, scale: u8, end: usize) -> bool {
        if scale >= self.scale {
            return false;
        }
        self.last = scaled(count, power(scale));
        self.closed += self.last;
        self.scale = scale;
        self.chain = 1;
        self.limit = power(scale);
        self.end = end;
        true
    }
}

/// 10 to a power.
fn power(exponent: u8) -> f64 {
    (0..exponent).fold(1.0, |value, _| value * 10.0)
}

/// A product that is a whole number but for the error of its decimals (16.1 * 10^6) is that number.
fn scaled(count: f64, power: f64) -> f64 {
    let product = count * power;
    if (product - product.round()).abs() < product.abs() * 1e-12 { product.round() } else { product }
}

#[derive(Clone, Copy)]
struct Reader<'d, 'a> {
    document: &'d Document<'a>,
    money: bool,
}

/// A list of digit runs longer than this is no number.
const MOST_GROUPS: usize = 8;

/// Longest row of addends; the greatest numbers in words have fewer.
const MOST_ADDENDS: usize = 24;

impl Reader<'_, '_> {
    fn word<T>(&self, at: usize, wanted: impl Fn(NumberWord) -> Option<T>) -> Option<T> {
        if self.document.rooms(at) & Room::NUMBER == 0 {
            return None;
        }
        self.document.senses(at).find_map(|sense| match sense {
            Sense::Number(word) => wanted(word),
            _ => None,
        })
    }

    #[inline(always)] // as `Document::has_sense`
    fn is(&self, at: usize, word: NumberWord) -> bool {
        self.document.has_sense(at, Sense::Number(word))
    }

    fn is_ten(&self, at: usize) -> bool {
        self.is(at, NumberWord::Ten)
    }

    fn is_tens(&self, at: usize) -> bool {
        self.word(at, |w| matches!(w, NumberWord::Tens(_)).then_some(())).is_some()
    }

    fn is_hyphen(&self, at: usize) -> bool {
        self.document.token(at).kind == Kind::Punct && matches!(self.document.char(at), '-' | '‐' | '‑')
    }

    fn is_mark(&self, at: usize, mark: char) -> bool {
        self.document.token(at).kind == Kind::Punct && self.document.char(at) == mark
    }

    /// Whether a token joins by `and`, and the token that is joined.
    fn and(&self, at: usize) -> (bool, usize) {
        let token = self.document.token(at);
        if token.clitics().any(Clitics::AND) {
            (true, at)
        } else if self.is(at, NumberWord::And) {
            (true, at + 1)
        } else if self.is_hyphen(at) && self.is(at + 1, NumberWord::And) && self.is_hyphen(at + 2) {
            // two-and-a-half
            (true, at + 3)
        } else {
            (false, at)
        }
    }

    fn signed(&self, at: usize) -> Option<Number> {
        let token = self.document.token(at);
        if token.kind == Kind::Punct && matches!(self.document.char(at), '-' | '−' | '–' | '+') {
            let next = self.document.token(at + 1);
            // `45-50` is a range and `إف-16` a name: a sign stands free before its number.
            let is_free = token.space_before() || self.is_mark(at.wrapping_sub(1), '(');
            // 75 -300: a range with a blank too many.
            let is_joint = self.document.token(at.wrapping_sub(1)).kind == Kind::Digits;
            if !is_free || is_joint || next.space_before() {
                return None;
            }
            let is_negative = self.document.char(at) != '+';
            if next.kind != Kind::Digits && next.kind != Kind::Punct {
                return None;
            }
            let number = self.unsigned(at + 1)?;
            let value = if is_negative { -number.value } else { number.value };
            return Some(Number { tokens: at..number.tokens.end, value, ..number });
        }
        if self.is(at, NumberWord::Minus) {
            let number = self.unsigned(at + 1)?;
            return Some(Number { tokens: at..number.tokens.end, value: -number.value, ..number });
        }
        self.unsigned(at)
    }

    fn unsigned(&self, at: usize) -> Option<Number> {
        let mut sum = self.first(at)?;
        let has_the = self.document.clitics(at).any(Clitics::THE);
        // What the number is where the addend being read turns out to be another's.
        let mut safe = sum;
        for _ in 0..MOST_ADDENDS {
            // Most words behind a number are what it counts.
            let next = self.document.token(sum.end);
            let is_other = self.document.rooms(sum.end) & Room::NUMBER == 0 && !next.clitics().any(Clitics::AND);
            // قتلى 12, and on the next line ألف جريح: two lines of a list.
            if next.is_word() && is_other || self.document.begins_line(sum.end) {
                break;
            }
            let is_hyphen = self.is_hyphen(sum.end) && !sum.digits;
            let is_joining_hyphen = self.is_hyphen(sum.end)
                && self.document.token(sum.end + 1).kind == Kind::Latin
                && (is_hyphen || !self.document.token(sum.end + 1).space_before());
            let (joint, next) = match self.and(sum.end) {
                (true, next) => (Joint::And, next),
                _ if is_joining_hyphen => (Joint::Hyphen, sum.end + 1),
                _ => (Joint::Beside, sum.end),
            };
            let clitics = self.document.clitics(next);
            let allowed = Clitics::AND | if has_the || sum.open.fract() != 0.0 { Clitics::THE } else { 0 };
            if clitics.0 & !allowed != 0 {
                break;
            }
            if joint == Joint::And {
                if self.add_part(&mut sum, next) {
                    safe = sum;
                    continue;
                }
            } else {
                match self.multiply(&mut sum, next, joint) {
                    Some(true) => {
                        safe = sum;
                        continue;
                    }
                    // Too great: the last addend begins another number.
                    Some(false) => {
                        sum = safe;
                        break;
                    }
                    None => {}
                }
            }
            let before = sum;
            // $30 million and two customers
            let is_other = joint == Joint::And
                && self.is_latin(next)
                && self.document.token(at).kind == Kind::Digits
                && (6..u8::MAX).contains(&sum.scale)
                && !self.is_power(next + 1);
            if is_other || !self.add(&mut sum, next, joint) {
                break;
            }
            // `خمسة وعشرون` and `twenty-five` grow their own addend: no point to return to.
            if before.limit != 0.0 && before.limit != 10.0 {
                safe = before;
            }
        }
        self.finish(at, sum)
    }

    /// Whether a power of ten stands at a token.
    fn is_power(&self, at: usize) -> bool {
        self.document.clitics(at) == Clitics(0) && self.power_word(at).is_some()
    }

    fn power_word(&self, at: usize) -> Option<u8> {
        self.word(at, |w| match w {
            NumberWord::Scale(s) | NumberWord::Multiplier(s) | NumberWord::ScaleOrDual(s) => Some(s),
            _ => None,
        })
    }

    /// What a number may begin with.
    fn first(&self, at: usize) -> Option<Sum> {
        let mut sum = Sum::start(at);
        if let Some((value, end, is_plain)) = self.digits(at) {
            sum.add(value, end);
            // `3 million` may go on, `23 5` not.
            sum.limit = 0.0;
            sum.digits = true;
            if is_plain {
                self.add_fraction(&mut sum);
            }
            self.exponent(&mut sum);
            return Some(sum);
        }
        if let Some(value) = self.vulgar(at) {
            sum.add(value, at + 1);
            sum.limit = 0.0;
            sum.digits = true;
            return Some(sum);
        }
        if self.document.rooms(at) & Room::NUMBER == 0 {
            return None;
        }
        self.document.senses(at).find_map(|sense| match sense {
            Sense::Number(word) => self.first_word(sum, at, word),
            _ => None,
        })
    }

    fn first_word(&self, mut sum: Sum, at: usize, word: NumberWord) -> Option<Sum> {
        match word {
            NumberWord::Cardinal(v) | NumberWord::Tens(v) => {
                sum.add(f64::from(v), at + 1);
                if matches!(word, NumberWord::Tens(_)) {
                    sum.limit = 0.0;
                }
            }
            NumberWord::Ten => {
                sum.add(10.0, at + 1);
            }
            NumberWord::TeenUnit(v) => {
                let (and, next) = self.and(at + 1);
                let opens = if and { self.is_tens(next) } else { self.is_ten(at + 1) };
                if !opens {
                    return None;
                }
                sum.add(f64::from(v), at + 1);
            }
            NumberWord::FractionOrCardinal(cardinal, part) => {
                let is_part = self.is_fifth(at)
                    || !self.document.clitics(at).any(Clitics::THE)
                        && self.document.is_definite(at + 1)
                        && self.document.rooms(at + 1) & Room::NUMBER == 0;
                sum.add(if is_part { 1.0 / f64::from(part) } else { f64::from(cardinal) }, at + 1);
            }
            NumberWord::Fraction(n, d) => {
                sum.add(f64::from(n) / f64::from(d), at + 1);
                sum.limit = 0.0;
                self.skip_to_whole(&mut sum);
                // `quarter` alone is one of the year's, or of a town's.
                if self.is_latin(at) && d > 2 && sum.end == at + 1 && self.power_word(sum.end).is_none() {
                    return None;
                }
            }
            NumberWord::Scale(2) => {
                sum.add(100.0, at + 1);
            }
            NumberWord::Scale(s) => {
                sum.close(1.0, s, at + 1);
            }
            NumberWord::ScaleOrDual(s) => {
                // ألفا وخمسمئة, "a thousand and five hundred"; ألفا دولار, "two thousand dollars".
                let is_one = self.is(at + 1, NumberWord::Cardinal(1));
                let goes_on = self.and(at + 1).0 || !self.document.token(at + 1).is_word() || is_one;
                sum.close(if goes_on { 1.0 } else { 2.0 }, s, at + 1);
            }
            NumberWord::DualScale(2) => {
                sum.add(200.0, at + 1);
            }
            NumberWord::DualScale(s) => {
                sum.close(2.0, s, at + 1);
            }
            NumberWord::PartOf if self.is(at + 1, NumberWord::OneIn) => {
                let by = self.sum_only(at + 2).filter(|by| !by.digits && by.value() > 1.0)?;
                sum.add(1.0 / by.value(), by.end);
                sum.limit = 0.0;
            }
            NumberWord::Article => {
                let (value, end) = self.after_article(at + 1, false)?;
                sum.add(value, end);
                sum.limit = 0.0;
                if value < 1.0 {
                    self.skip_to_whole(&mut sum);
                }
            }
            _ => return None,
        }
        Some(sum)
    }

    /// `a hundred`, `a dozen`, `a third of`, `a half`: one, and where the article ends; of a
    /// part its value, and where the part ends. Added to a number (`two and a half`) a part
    /// needs nothing behind it.
    fn after_article(&self, at: usize, is_added: bool) -> Option<(f64, usize)> {
        let is_hyphened = self.is_hyphen(at);
        let at = at + usize::from(is_hyphened);
        if is_hyphened || self.document.token(at).space_before() {
            let found = self.word(at, |w| match w {
                NumberWord::Multiplier(_) | NumberWord::Group(_) => Some((1.0, at)),
                // a quarter mile, a quarter-point cut
                NumberWord::Fraction(n, d)
                    if is_added
                        || self.ends_part(at + 1)
                        || self.is_unit(at + 1 + usize::from(self.is_hyphen(at + 1))) =>
                {
                    Some((f64::from(n) / f64::from(d), at + 1))
                }
                NumberWord::Part(d) if self.ends_part(at + 1) => Some((1.0 / d as f64, at + 1)),
                NumberWord::Pair if self.ends_part(at + 1) => {
                    Some((2.0, at + 1 + usize::from(self.is(at + 1, NumberWord::Of))))
                }
                _ => None,
            });
            if found.is_some() {
                return found;
            }
            // a third, a twenty-first, a hundredth of.
            let ordinal = ordinal_at(self.document, at).filter(|o| o.value > 2.0 && !o.digits)?;
            return self.ends_part(ordinal.tokens.end).then_some((1.0 / ordinal.value, ordinal.tokens.end));
        }
        None
    }

    /// `of`, a power of ten, or no word at all: what may follow a part that looks like an ordinal.
    fn ends_part(&self, at: usize) -> bool {
        !self.document.token(at).is_word() || self.leads_to_whole(at)
    }

    /// Whether a unit stands at a token that there may be a part of.
    fn is_unit(&self, at: usize) -> bool {
        let found = self.document.sense(at, Room::FIGURE, |s| match s {
            Sense::Figure(FigureWord::Noun(FigureKind::Measure) | FigureWord::Percent | FigureWord::Currency(_)) => {
                Some(())
            }
            _ => None,
        });
        found.is_some() || self.is(at, NumberWord::Point)
    }

    fn leads_to_whole(&self, at: usize) -> bool {
        self.is(at, NumberWord::Of) || self.power_word(at).is_some()
    }

    /// Passes over `a`, `of a` and the like between a part and a power of ten: `half a million`.
    fn skip_to_whole(&self, sum: &mut Sum) {
        let mut at = sum.end;
        at += usize::from(self.is(at, NumberWord::Of));
        at += usize::from(self.is(at, NumberWord::Article));
        let is_whole = self.word(at, |w| {
            matches!(w, NumberWord::Scale(_) | NumberWord::Multiplier(_) | NumberWord::Group(_)).then_some(())
        });
        // half a mile, a quarter of a percentage point
        if at > sum.end && (is_whole.is_some() || self.is(at - 1, NumberWord::Article) && self.is_unit(at)) {
            sum.end = at;
        }
    }

    /// Multiplies by what stands beside: a power, a dozen, a part. `Some(false)`: the power
    /// is too great for the last addend; `None`: nothing of the kind stands there.
    fn multiply(&self, sum: &mut Sum, at: usize, joint: Joint) -> Option<bool> {
        let is_beside = joint == Joint::Beside;
        let token = self.document.token(at);
        let is_attached = !token.space_before();
        if is_beside && let Some((by, end)) = self.compound_part(at, sum.value() == 1.0) {
            return Some(self.divide(sum, by, end));
        }
        self.document.senses(at).find_map(|sense| {
            let Sense::Number(word) = sense else { return None };
            match word {
                NumberWord::Scale(s) | NumberWord::Multiplier(s) | NumberWord::ScaleOrDual(s) => {
                    Some(self.raise(sum, s, at + 1))
                }
                NumberWord::Suffix(s) if is_attached && sum.digits => Some(self.raise(sum, s, at + 1)),
                NumberWord::UnsureSuffix(s) => {
                    // 5G names a network.
                    let is_network = s == 9 && sum.open < 10.0 && sum.open.fract() == 0.0 && !self.money;
                    // It took $458 m: behind money no metres stand.
                    let is_power =
                        if self.money { is_attached || sum.digits } else { token.is_capital() && !is_network };
                    (is_power && sum.chain == 0).then(|| self.raise(sum, s, at + 1))
                }
                NumberWord::Group(size) => {
                    if sum.open > 0.0 {
                        // three hundred and two dozen: it is the two that are dozens.
                        sum.open += sum.tail * f64::from(size - 1);
                    } else {
                        sum.closed *= f64::from(size);
                    }
                    sum.limit = 0.0;
                    sum.end = at + 1;
                    sum.digits = false;
                    Some(true)
                }
                NumberWord::Denominator(d) if sum.value() > 0.0 && d > 1 => Some(self.divide(sum, d as f64, at + 1)),
                // one third, one-fifth, one quarter.
                NumberWord::Ordinal(d) if d > 2 && sum.value() == 1.0 && !sum.digits => {
                    (joint == Joint::Hyphen || self.ends_part(at + 1)).then(|| self.divide(sum, f64::from(d), at + 1))
                }
                NumberWord::Fraction(1, d) if sum.value() == 1.0 && !sum.digits && self.is_latin(at) => {
                    Some(self.divide(sum, f64::from(d), at + 1))
                }
                NumberWord::Ten if is_beside && (1.0..10.0).contains(&sum.tail) && !sum.digits => {
                    sum.open += 10.0;
                    sum.tail += 10.0;
                    sum.limit = 0.0;
                    sum.end = at + 1;
                    Some(true)
                }
                NumberWord::Point => self.decimals(sum, at + 1).then_some(true),
                _ => None,
            }
        })
    }

    /// The parts of so many that two words or more name: `twenty-firsts`, `hundred and fifth`;
    /// their number, and where they end. One part has the ordinal's own form.
    fn compound_part(&self, at: usize, is_one: bool) -> Option<(f64, usize)> {
        if !self.is_latin(at) {
            return None;
        }
        let ordinal = |at: usize| {
            self.word(at, |w| match w {
                NumberWord::Denominator(d @ 1..=90) if !is_one => Some(d as f64),
                NumberWord::Ordinal(d @ 1..=90) if is_one && self.ends_part(at + 1) => Some(f64::from(d)),
                _ => None,
            })
        };
        let first = self.word(at, |w| match w {
            NumberWord::Cardinal(v) => Some(f64::from(v)),
            NumberWord::Article => Some(1.0),
            _ => None,
        })?;
        if self.is_hundred(at + 1) {
            let next = self.and(at + 2).1;
            return ordinal(next).map(|unit| (first * 100.0 + unit, next + 1));
        }
        let next = at + 1 + usize::from(self.is_hyphen(at + 1));
        let is_tens = (20.0..100.0).contains(&first) && (first / 10.0).fract() == 0.0;
        ordinal(next).filter(|&unit| is_tens && unit < 10.0).map(|unit| (first + unit, next + 1))
    }

    /// Whether a word is vowelled as a part: خُمسين, "two fifths", where خَمسين is fifty.
    fn is_fifth(&self, at: usize) -> bool {
        const DAMMA: char = '\u{64f}';
        self.document.text(at)[self.document.clitic_length(at)..].chars().nth(1) == Some(DAMMA)
    }

    fn is_latin(&self, at: usize) -> bool {
        self.document.token(at).kind == Kind::Latin
    }

    fn divide(&self, sum: &mut Sum, by: f64, end: usize) -> bool {
        let value = sum.value() / by;
        *sum = Sum { open: value, tail: value, limit: 0.0, ..Sum::start(end) };
        self.skip_to_whole(sum);
        true
    }

    fn raise(&self, sum: &mut Sum, scale: u8, end: usize) -> bool {
        if sum.open == 0.0 && sum.chain > 0 {
            // ألف مليار, "a thousand billion".
            if sum.chain > 3 || scale < 2 {
                return false;
            }
            sum.closed += sum.last * (power(scale) - 1.0);
            sum.last *= power(scale);
            sum.scale = sum.scale.saturating_add(scale);
            sum.chain += 1;
            sum.limit = power(scale);
            sum.end = end;
            return true;
        }
        if scale == 2 {
            if sum.open != sum.tail || sum.tail >= 100.0 || sum.limit == 100.0 {
                return false;
            }
            sum.open *= 100.0;
            sum.tail = sum.open;
            sum.limit = 100.0;
            sum.end = end;
            sum.digits = false;
            return true;
        }
        let count = sum.open;
        if !sum.close(count, scale, end) {
            return false;
        }
        sum.open = 0.0;
        sum.tail = 0.0;
        sum.digits = false;
        true
    }

    /// `and a half`, `ونصف`, `وثلاثة أرباع`: a part of the last power, or of one.
    fn add_part(&self, sum: &mut Sum, at: usize) -> bool {
        let Some((part, end)) = self.part(at) else { return false };
        if sum.value().fract() != 0.0 {
            return false;
        }
        sum.end = end;
        sum.limit = 0.0;
        sum.digits = false;
        let mut after = *sum;
        self.skip_to_whole(&mut after);
        let has_scale = sum.scale != u8::MAX && sum.open == 0.0;
        match self.power_word(after.end).filter(|&s| s > 2) {
            // مليون ونصف المليون, "a million and half the million"; a billion and a half million.
            Some(scale) if has_scale && scale <= sum.scale => {
                sum.closed += part * power(scale);
                sum.end = after.end + 1;
            }
            _ if has_scale => sum.closed += part * power(sum.scale),
            _ => {
                sum.open += part;
                sum.tail = sum.open;
            }
        }
        true
    }

    /// A part of something, less than one, and where it ends.
    fn part(&self, at: usize) -> Option<(f64, usize)> {
        if let Some(value) = self.vulgar(at) {
            return Some((value, at + 1));
        }
        self.document.senses(at).find_map(|sense| {
            let Sense::Number(word) = sense else { return None };
            let is_and_only = self.document.clitics(at).0 & !Clitics::AND == 0;
            match word {
                // Halo 2 and Half-Life 2
                NumberWord::Fraction(..) if self.is_hyphen(at + 1) && !self.document.token(at + 1).space_before() => {
                    None
                }
                NumberWord::Fraction(n, d) if is_and_only => Some((f64::from(n) / f64::from(d), at + 1)),
                NumberWord::Tens(v) if is_and_only && self.is_fifth(at) => Some((20.0 / f64::from(v), at + 1)),
                NumberWord::Article => self.after_article(at + 1, true).filter(|part| part.0 < 1.0),
                NumberWord::Cardinal(_) | NumberWord::FractionOrCardinal(..) | NumberWord::Tens(_) => {
                    let mut sum = self.first_word(Sum::start(at), at, word)?;
                    // fifty-four hundredths
                    if self.is_hyphen(sum.end) && sum.limit == 10.0 {
                        let unit = self.word(sum.end + 1, |w| match w {
                            NumberWord::Cardinal(v @ 1..=9) => Some(v),
                            _ => None,
                        });
                        if let Some(unit) = unit {
                            sum.add(f64::from(unit), sum.end + 2);
                        }
                    }
                    let next = if self.is_hyphen(sum.end) { sum.end + 1 } else { sum.end };
                    let by = self.word(next, |w| match w {
                        NumberWord::Denominator(d) => Some(d as f64),
                        NumberWord::Ordinal(d) if d > 2 && sum.open == 1.0 && self.ends_part(next + 1) => {
                            Some(f64::from(d))
                        }
                        NumberWord::Fraction(1, d) if sum.open == 1.0 && self.is_latin(next) => Some(f64::from(d)),
                        _ => None,
                    })?;
                    (sum.open < by).then_some((sum.open / by, next + 1))
                }
                _ => None,
            }
        })
    }

    /// Adds an addend; `false` where none stands there that fits.
    fn add(&self, sum: &mut Sum, at: usize, joint: Joint) -> bool {
        if self.document.token(at).kind == Kind::Digits {
            let Some((value, end, _)) = self.digits(at) else { return false };
            let goes_on = self.power_word(end).is_some_and(|s| s < sum.scale);
            // مليونا و200, but not `two million and 3 others`; `4 thousand 3 hundred and 21`.
            let is_close = !self.document.token(at).space_before() || sum.tail >= 100.0 || self.is_hundred(sum.end - 1);
            let fits = value > 0.0 && value < sum.limit && value.fract() == 0.0;
            if !fits || !(goes_on || joint == Joint::And && is_close) {
                return false;
            }
            sum.add(value, end);
            sum.limit = 0.0;
            return true;
        }
        if sum.digits {
            return false;
        }
        self.document.senses(at).any(|sense| {
            let Sense::Number(word) = sense else { return false };
            match word {
                // مليون واحد, "a single million": the word after it says no more.
                NumberWord::Cardinal(1)
                    if joint == Joint::Beside && sum.open == 0.0 && sum.chain > 0 && !self.is_latin(at) =>
                {
                    sum.end = at + 1;
                    sum.limit = 0.0;
                    true
                }
                // وأحد عشر, "and one ten", folds to واحد عشر, "one ten".
                NumberWord::AndTeenUnit(v) => {
                    let opens = self.is_ten(at + 1) || self.and(at + 1).0 && self.is_tens(self.and(at + 1).1);
                    let fits = opens && f64::from(v) < sum.limit;
                    if fits {
                        sum.add(f64::from(v), at + 1);
                        sum.limit = 0.0;
                    }
                    fits
                }
                NumberWord::Cardinal(v) if f64::from(v) < sum.limit => {
                    sum.add(f64::from(v), at + 1);
                    true
                }
                NumberWord::FractionOrCardinal(v, _) if f64::from(v) < sum.limit => {
                    sum.add(f64::from(v), at + 1);
                    true
                }
                NumberWord::Tens(v) if joint == Joint::And => {
                    let value = f64::from(v);
                    if (1.0..10.0).contains(&sum.tail) {
                        sum.open += value;
                        sum.tail += value;
                        sum.limit = 0.0;
                        sum.end = at + 1;
                        true
                    } else if value < sum.limit {
                        sum.add(value, at + 1);
                        sum.limit = 0.0;
                        true
                    } else {
                        false
                    }
                }
                NumberWord::Ten if joint == Joint::And && 10.0 < sum.limit => {
                    sum.add(10.0, at + 1);
                    true
                }
                NumberWord::TeenUnit(_) if 1.0 < sum.limit => {
                    self.first_word(Sum::start(at), at, word).is_some_and(|first| {
                        sum.add(first.open, first.end);
                        true
                    })
                }
                NumberWord::Scale(2) | NumberWord::DualScale(2) if 100.0 < sum.limit && joint == Joint::And => {
                    sum.add(if matches!(word, NumberWord::Scale(_)) { 100.0 } else { 200.0 }, at + 1);
                    true
                }
                NumberWord::Scale(s) | NumberWord::ScaleOrDual(s) if joint == Joint::And && sum.open == 0.0 => {
                    sum.close(1.0, s, at + 1)
                }
                NumberWord::DualScale(s) if joint == Joint::And && sum.open == 0.0 => sum.close(2.0, s, at + 1),
                _ => false,
            }
        })
    }

    fn is_hundred(&self, at: usize) -> bool {
        self.power_word(at) == Some(2)
    }

    fn finish(&self, at: usize, sum: Sum) -> Option<Number> {
        let is_one_power = sum.chain == 1 && sum.open == 0.0 && sum.last == sum.closed;
        let factor = if is_one_power { power(sum.scale) } else { 1.0 };
        let mut number = Number { tokens: at..sum.end, value: sum.value(), digits: sum.digits, factor };
        self.ratio(&mut number);
        // خمسة (5) أعضاء, "five (5) members": the digits say it again.
        let end = number.tokens.end;
        let is_repeated = !number.digits
            && self.is_mark(end, '(')
            && self.is_mark(end + 2, ')')
            && self.document.digits(end + 1).is_some_and(|(digits, _)| digits as f64 == number.value);
        if is_repeated {
            number.tokens.end = end + 3;
        }
        Some(number)
    }

    /// `واحد على عشرين`, `one in five`, `two out of three`: a quotient.
    fn ratio(&self, number: &mut Number) {
        let end = number.tokens.end;
        let is_part = number.tokens.len() == 1 && number.value > 1.0 && number.value.fract() == 0.0;
        // Of a share whether only some wholes fit; `None`: no share, any whole does.
        let joins = self.document.sense(end, Room::NUMBER, |sense| match sense {
            Sense::Number(NumberWord::Over) => Some(None),
            Sense::Number(NumberWord::OneIn) if number.value == 1.0 && number.tokens.len() == 1 => Some(None),
            Sense::Number(NumberWord::InEvery) if is_part => Some(Some(false)),
            Sense::Number(NumberWord::In) if is_part => Some(Some(true)),
            _ => None,
        });
        let Some((share, words)) = joins.filter(|_| self.document.clitics(end) == Clitics(0)) else { return };
        let at = end + words;
        if self.document.clitics(at) != Clitics(0) || self.document.begins_line(at) {
            return;
        }
        let Some(sum) = self.first(at) else { return };
        let Some(by) = (if sum.digits { Some(sum) } else { self.sum_only(at) }) else { return };
        let value = by.value();
        // `one in 2019` is a date.
        if value < 2.0 || (by.digits && (1900.0..2100.0).contains(&value)) {
            return;
        }
        // `killed two in five attacks`: those two alone.
        let is_harmed = || {
            let mut before = self.document.senses(number.tokens.start.wrapping_sub(1));
            before.any(|s| matches!(s, Sense::Figure(FigureWord::HarmBefore)))
        };
        // `killed two in 12 attacks`, `three in ten days`: shares are of three, five, ten, a hundred.
        let is_length =
            || self.document.senses(by.end).any(|s| matches!(s, Sense::Date(DateWord::Unit(_) | DateWord::Units(_))));
        if let Some(is_open) = share
            && (value <= number.value
                || is_open && (![3.0, 4.0, 5.0, 10.0, 100.0].contains(&value) || is_length() || is_harmed()))
        {
            return;
        }
        number.value /= value;
        number.tokens.end = by.end;
        number.digits = number.digits && by.digits;
    }

    /// The number at a token without what it may be divided by.
    fn sum_only(&self, at: usize) -> Option<Sum> {
        let mut sum = self.first(at)?;
        for _ in 0..6 {
            let Some((joint, next)) = self.joint(sum.end) else { break };
            if joint != Joint::And && self.multiply(&mut sum, next, joint) == Some(true) {
                continue;
            }
            if !self.add(&mut sum, next, joint) {
                break;
            }
        }
        Some(sum)
    }

    /// How what stands behind an addend is joined to it, and where that begins; `None` where a particle is written
    /// with it that joins nothing.
    fn joint(&self, end: usize) -> Option<(Joint, usize)> {
        let (joint, next) = match self.and(end) {
            (true, next) => (Joint::And, next),
            (_, next) if self.is_hyphen(end) => (Joint::Hyphen, next + 1),
            (_, next) => (Joint::Beside, next),
        };
        (self.document.clitics(next).0 & !Clitics::AND == 0).then_some((joint, next))
    }

    /// A number of one or two digits in words: `خمسة وعشرون`, `twenty-five`. Reads no decimals, which ask for it.
    fn below_hundred(&self, at: usize) -> Option<Sum> {
        let mut sum = self.first(at)?;
        let is_unit = sum.value() < 10.0;
        match self.joint(sum.end) {
            // خمسة عشر, "fifteen"
            Some((Joint::Beside, next)) if is_unit && self.is(next, NumberWord::Ten) => sum.add(10.0, next + 1),
            Some((joint, next)) if (joint == Joint::And) == (is_unit && !self.is_latin(at)) => {
                let is_addend = |w| matches!(w, NumberWord::Cardinal(1..=9) | NumberWord::Tens(_)).then_some(());
                if self.word(next, is_addend).is_some() {
                    self.add(&mut sum, next, joint);
                }
            }
            _ => {}
        }
        (sum.chain == 0 && !sum.digits && sum.value() < 100.0 && sum.value().fract() == 0.0).then_some(sum)
    }

    /// `point two five`, `فاصلة خمسة`: decimals in words or digits.
    fn decimals(&self, sum: &mut Sum, at: usize) -> bool {
        let (mut value, mut count, mut end) = (0.0, 0, at);
        if let Some((digits, length)) = self.document.digits(at) {
            (value, count, end) = (digits as f64, length, at + 1);
        } else if let Some(two) = self.below_hundred(at).filter(|two| two.value() >= 10.0) {
            (value, count, end) = (two.value(), 2, two.end);
        } else {
            while let Some(digit) = self.word(end, |w| match w {
                NumberWord::Cardinal(v) | NumberWord::FractionOrCardinal(v, _) if v < 10 => Some(v),
                _ => None,
            }) && count < 12
            {
                value = 10.0 * value + f64::from(digit);
                count += 1;
                end += 1;
            }
        }
        if end == at || sum.chain > 0 {
            return false;
        }
        sum.open += value / power(count as u8);
        sum.tail = sum.open;
        sum.limit = 0.0;
        sum.end = end;
        sum.digits = false;
        true
    }

    /// `½` and its like.
    fn vulgar(&self, at: usize) -> Option<f64> {
        if self.document.token(at).kind != Kind::Punct {
            return None;
        }
        let (n, d) = match self.document.char(at) {
            '½' => (1, 2),
            '⅓' => (1, 3),
            '⅔' => (2, 3),
            '¼' => (1, 4),
            '¾' => (3, 4),
            '⅕' => (1, 5),
            '⅖' => (2, 5),
            '⅗' => (3, 5),
            '⅘' => (4, 5),
            '⅙' => (1, 6),
            '⅛' => (1, 8),
            '⅜' => (3, 8),
            '⅝' => (5, 8),
            '⅞' => (7, 8),
            _ => return None,
        };
        Some(f64::from(n) / f64::from(d))
    }

    /// Behind an integer: `/4`, ` 1/4`, `½`.
    fn add_fraction(&self, sum: &mut Sum) {
        let at = sum.end;
        if let Some(part) = self.vulgar(at) {
            sum.open += part;
            sum.end = at + 1;
            return;
        }
        let quotient = |numerator: f64, slash: usize| -> Option<f64> {
            let is_slash = self.is_mark(slash, '/') || self.is_mark(slash, '⁄');
            if !is_slash || self.document.token(slash).space_before() || self.document.token(slash + 1).space_before() {
                return None;
            }
            let (denominator, _) = self.document.digits(slash + 1)?;
            // 3/4/2020 is a date.
            let goes_on = self.is_mark(slash + 2, '/') && self.document.token(slash + 3).kind == Kind::Digits;
            (denominator > 0 && !goes_on).then(|| numerator / denominator as f64)
        };
        if let Some(value) = quotient(sum.open, at) {
            let before = at.wrapping_sub(2);
            if !self.is_slashed(before) {
                sum.open = value;
                sum.tail = value;
                sum.end = at + 2;
                // ١/٤ ٢: the whole stands left of its part, as it is shown.
                let is_mirrored = matches!(self.document.char(at + 1), '٠'..='٩') && value < 1.0;
                if let Some((whole, _)) = self.document.digits(at + 2).filter(|_| is_mirrored) {
                    sum.open += whole as f64;
                    sum.end = at + 3;
                }
            }
            return;
        }
        if let Some((numerator, _)) = self.document.digits(at)
            && let Some(part) = quotient(numerator as f64, at + 1).filter(|&part| part < 1.0)
        {
            sum.open += part;
            sum.end = at + 3;
        }
    }

    /// `e10`, `^-2`, `x10^6` behind digits: a power written out.
    fn exponent(&self, sum: &mut Sum) {
        let at = sum.end;
        if self.document.token(at).space_before() || self.document.token(at).kind == Kind::Edge {
            return;
        }
        let signed = |at: usize| -> Option<(i32, usize)> {
            let sign = match self.document.token(at).kind {
                Kind::Punct => match self.document.char(at) {
                    '-' | '−' => -1,
                    '+' => 1,
                    _ => return None,
                },
                _ => 0,
            };
            let at = at + usize::from(sign != 0);
            let (value, _) = self.document.digits(at).filter(|&(v, _)| v <= 60)?;
            let value = value as i32;
            (!self.document.token(at).space_before()).then_some((if sign < 0 { -value } else { value }, at + 1))
        };
        let text = self.document.text(at);
        let is_times = text.eq_ignore_ascii_case("x") || text == "×";
        let (base, found) = if text.eq_ignore_ascii_case("e") {
            (10.0, signed(at + 1))
        } else if text == "^" {
            (sum.open, signed(at + 1))
        } else if is_times && self.document.text(at + 1) == "10" && self.document.text(at + 2) == "^" {
            (10.0, signed(at + 3))
        } else {
            return;
        };
        let Some((exponent, end)) = found else { return };
        let mut raised = (0..exponent.unsigned_abs()).fold(1.0, |value, _| value * base);
        if exponent < 0 {
            raised = 1.0 / raised;
        }
        sum.open = if text == "^" { raised } else { sum.open * raised };
        sum.tail = sum.open;
        sum.end = end;
    }

    /// A number in digits with its marks: value, end, and whether it is an integer without marks.
    fn digits(&self, at: usize) -> Option<(f64, usize, bool)> {
        let document = self.document;
        // .77 and ٫٧٧
        if document.token(at).kind == Kind::Punct {
            let is_free = document.token(at).space_before()
                || document.token(at.wrapping_sub(1)).kind == Kind::Symbol
                || matches!(document.char(at.wrapping_sub(1)), '-' | '(' | '−');
            if !is_free || !matches!(document.char(at), '.' | '٫') || document.token(at + 1).space_before() {
                return None;
            }
            let (value, count) = document.digits(at + 1)?;
            return Some((value as f64 / power(count as u8), at + 2, false));
        }
        let first = document.digits(at)?;
        let mut groups = [(0u64, 0usize); MOST_GROUPS];
        let mut marks = ['\0'; MOST_GROUPS];
        groups[0] = first;
        let mut count = 1;
        let mut end = at + 1;
        // Inside a list or an address (192.168.1.2) every run stands for itself.
        let is_listed = at >= 2
            && !document.token(at).space_before()
            && document.token(at - 1).kind == Kind::Punct
            && !document.token(at - 1).space_before()
            && document.token(at - 2).kind == Kind::Digits
            && matches!(document.char(at - 1), '.' | ',' | '،');
        let alone = Some((first.0 as f64, at + 1, true));
        if is_listed {
            return alone;
        }
        loop {
            let token = document.token(end);
            let (mark, next) = match token.kind {
                Kind::Digits if token.space_before() => (' ', end),
                Kind::Punct if !token.space_before() => (document.char(end), end + 1),
                _ => break,
            };
            if !matches!(mark, ' ' | '.' | ',' | '،' | '٫' | '٬' | '\'' | '’') {
                break;
            }
            if mark != ' ' && (document.token(next).space_before() || document.token(next).kind != Kind::Digits) {
                break;
            }
            let Some(group) = document.digits(next) else { break };
            if mark == ' ' {
                let is_grouped = marks[1..count].iter().all(|&m| m == ' ')
                    && group.1 == 3
                    && (1..=3).contains(&first.1)
                    && first.0 > 0
                    && !self.is_slashed(next + 1);
                if !is_grouped {
                    break;
                }
            }
            if count == MOST_GROUPS {
                return Some((first.0 as f64, at + 1, true));
            }
            groups[count] = group;
            marks[count] = mark;
            count += 1;
            end = next + 1;
        }
        if count == 1 {
            return alone;
        }
        let read = self.grouped(&groups[..count], &marks[1..count], end);
        read.map_or(alone, |(value, is_integer)| Some((value, end, is_integer)))
    }

    fn is_slashed(&self, at: usize) -> bool {
        self.is_mark(at, '/') && !self.document.token(at).space_before()
    }

    /// What digit runs parted by marks mean together: value, and whether it is an integer;
    /// `None` where they are a list.
    fn grouped(&self, groups: &[(u64, usize)], marks: &[char], end: usize) -> Option<(f64, bool)> {
        let by_thousands = |groups: &[(u64, usize)]| -> Option<f64> {
            let (first, rest) = groups.split_first()?;
            let (last, middle) = rest.split_last()?;
            let is_thousands = first.1 <= 3 && middle.iter().all(|g| g.1 == 3);
            // 12,34,567: lakhs and crores.
            let is_indian = first.1 <= 2 && !middle.is_empty() && middle.iter().all(|g| g.1 == 2);
            if first.0 == 0 || last.1 != 3 || !(is_thousands || is_indian) {
                return None;
            }
            Some(groups.iter().fold(0.0, |value, g| value * power(g.1 as u8) + g.0 as f64))
        };
        let decimal = |whole: f64, part: (u64, usize)| Some((whole + part.0 as f64 / power(part.1 as u8), false));
        let last_mark = *marks.last()?;
        let first_mark = marks[0];
        if marks.iter().all(|&m| m == first_mark) {
            let whole = by_thousands(groups);
            return match (first_mark, groups.len()) {
                ('٫', 2) => decimal(groups[0].0 as f64, groups[1]),
                ('.', 2) => match whole {
                    Some(value) if self.dot_parts_thousands(end) => Some((value, true)),
                    _ => decimal(groups[0].0 as f64, groups[1]),
                },
                ('٫', _) => None,
                (',', 2) if whole.is_none() => decimal(groups[0].0 as f64, groups[1]),
                ('،', 2) if whole.is_none() && groups[1].1 <= 2 => decimal(groups[0].0 as f64, groups[1]),
                _ => whole.map(|value| (value, true)),
            };
        }
        let before = &marks[..marks.len() - 1];
        if !matches!(last_mark, '.' | ',' | '٫') || before.iter().any(|&m| m != first_mark) {
            return None;
        }
        let (part, whole) = groups.split_last()?;
        decimal(by_thousands(whole)?, *part)
    }

    /// Whether `1.750` is 1750: it is before what only comes in whole ones, and in some
    /// languages before money (`1.750 درهما`), never before a power of ten or a measure.
    /// `1.085 دولار` may be a rate; `1.500 دولار` is none.
    fn dot_parts_thousands(&self, end: usize) -> bool {
        use FigureKind::{Casualties, Count, People, Troops};
        let is_money = || {
            let block = self.document.block_of(end);
            block.and_then(|b| b.language).is_some_and(|l| l.dot_parts_thousands)
        };
        let is_rounded = || self.document.digits(end - 1).is_some_and(|(last, _)| last % 10 == 0);
        let found = self.document.sense(end, Room::FIGURE, |sense| match sense {
            Sense::Figure(FigureWord::Noun(kind) | FigureWord::Singular(kind) | FigureWord::SoundSingular(kind)) => {
                Some(matches!(kind, Troops | Casualties | People | Count))
            }
            Sense::Figure(FigureWord::Injury) => Some(true),
            Sense::Figure(FigureWord::Currency("USD" | "EUR" | "GBP")) => Some(is_money() && is_rounded()),
            Sense::Figure(FigureWord::Currency(_) | FigureWord::CurrencyOf(_)) => Some(is_money()),
            _ => None,
        });
        found.is_some_and(|(is, _)| is)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_are_whole_where_their_decimals_are() {
        for (count, power, product) in
            [(16.1, 1e6, 16_100_000.0), (0.000_1, 1e3, 0.1), (2.0, 1e9, 2e9), (1.234_567_8, 1e3, 1_234.567_8)]
        {
            assert_eq!(scaled(count, power), product);
        }
        assert_eq!(scaled(-16.1, 1e6), -16_100_000.0);
    }
}
