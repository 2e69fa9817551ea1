//! Lengths of time: `ثلاثة أيام`, "three days"; `عامين`, "two years".

use super::calendar::Length;
use super::grammar::{LengthRead, Read, Reader, What};
use super::kinds::{COUNTED_NOUNS, EITHER, LENGTHS};
use crate::figures::{follows_death, follows_name};
use crate::lang::words::{DateWord, NumberWord, Relation, TextWord, Unit};
use crate::lang::{Clitics, Sense};
use crate::number::number_at;
use crate::text::Kind;

impl Reader<'_, '_> {
    /// A length of time: `ثلاثة أيام`, "three days"; `عامين`, "two years"; `70 عاما و4 أشهر`; `an hour and a
    /// half`; `السنوات الخمس الماضية`, "the past five years"; `3h`. `free`: it stands by itself, so that a
    /// bare unit is none and a length of life is an age.
    pub(super) fn length(&self, at: usize, free: bool) -> LengthRead {
        let found = self.last_length.get(at, || self.read_length(at, false));
        // What is none anywhere is none by itself.
        if free { found.and_then(|_| self.read_length(at, true)) } else { found }
    }

    fn read_length(&self, at: usize, free: bool) -> LengthRead {
        let (mut length, mut end) = self.length_part(at, free)?;
        let Some(total) = length.as_mut() else { return Some((None, end)) };
        let mut finest = total.1;
        let mut sum = total.0;
        for _ in 0..6 {
            // و4 أشهر; , 2 days; and 3 hours; 21 days
            let mut next = self.skip_mark(end, &[',', '،']);
            let comma = next != end;
            let is_and = self.document.clitics(next).any(Clitics::AND);
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
                        // ونصف الشهر, ونصف الساعة; the hour is known with its article, which leads to a time too.
                        if (self.unit(end).is_some_and(|(u, _)| u == finest)
                            || finest == Unit::Hour && self.is(end, DateWord::At).is_some())
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
            && self.document.token(end - 1).kind == Kind::Arabic
        {
            return None;
        }
        if free && finest == Unit::Year && follows_name(self.document, at, end) {
            return None;
        }
        Some((Some(sum), end))
    }

    /// A length by its ends: `two to three weeks`; between `five and ten minutes`; من `أسبوعين إلى ثلاثة`, "from two
    /// weeks to three"; `six months to a year`.
    pub(super) fn lengths(&self, at: usize) -> Option<Read> {
        let between = self.is(at, DateWord::Between);
        let led = between.or_else(|| self.is(at, DateWord::Since));
        let start = led.unwrap_or(at);
        let is_number = number_at(self.document, start).filter(|n| n.value > 0.0);
        if self.is_inside_number(start) || is_number.is_none() && !self.may_begin(start, &LENGTHS) {
            return None;
        }
        let joint = |at: usize| {
            let either = |at: usize| self.document.has_kind(at, &EITHER).then_some(at + 1);
            self.range_joint(at, between.is_some()).or_else(|| either(at))
        };
        let single = |length: &Length| {
            let mut parts = length.parts().into_iter().filter(|&(count, _)| count != 0.0);
            parts.next().filter(|_| parts.next().is_none())
        };
        let of = |count: f64, unit: Unit| {
            let mut length = Length::default();
            length.add(count, unit);
            length
        };
        let (shortest, longest, end) = match self.length(start, false) {
            Some((shortest, end)) => {
                let shortest = shortest?;
                let next = joint(end)?;
                match self.length(next, false) {
                    Some((longest, end)) => (shortest, longest?, end),
                    // Their unit is named once, with the first: و or إلى and a number, and no noun behind it.
                    None => {
                        let (_, unit) = single(&shortest)?;
                        let number = number_at(self.document, next)?;
                        let ends = self.ends_at(number.tokens.end)
                            || self.document.has_sense(number.tokens.end, Sense::Text(TextWord::Stop));
                        (shortest, Some(of(number.value, unit)).filter(|_| ends)?, number.tokens.end)
                    }
                }
            }
            None => {
                let number = is_number?;
                let (longest, end) = self.length(joint(number.tokens.end)?, false)?;
                let longest = longest?;
                (of(number.value, single(&longest)?.1), longest, end)
            }
        };
        let counted_from = self
            .word(end, |w| matches!(w, DateWord::Ago | DateWord::Later | DateWord::FromNow).then_some(()))
            .is_some();
        let in_years = longest.years != 0.0 && self.is_reached(at);
        if shortest.seconds() >= longest.seconds() || counted_from || in_years || self.is_age(at, end) {
            return None;
        }
        Some(Read { what: What::Lengths(shortest, longest), modifier: None, clock: None, first: start, end })
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
        if !self.may_begin(at, &LENGTHS) {
            return None;
        }
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
                && !matches!(unit, Unit::Quarter | Unit::HalfYear)
                && self.joins(next)
                && !self.starts_other(next)
                && self.year_named(next).is_none()
            {
                return Some((one(1.0, unit), end));
            }
        }
        // آخر 5 سنوات, the last three weeks, السنوات الخمس الماضية, الأيام القليلة الماضية
        let start = self.is(at, DateWord::The).unwrap_or(at);
        let (related, start) = match self.related_by(start) {
            Some(next) => (true, next),
            // The article of `the 20-minute walk` is the walk's.
            None if start != at && self.document.token(at).kind == Kind::Latin => return None,
            None => (false, start),
        };
        if let Some((count, unit, next)) = self.counted(start) {
            // السنوات الثلاث الأخيرة, "the last three years"; خلال مهلة الأيام الـ15, "within the 15 days"
            let related = self.relation_after(next).map(|(_, end)| end).or_else(|| self.is(next, DateWord::LastOf));
            let is_whole = self.is_plural(start) && self.document.token(next - 1).kind == Kind::Digits;
            if let Some(end) = related.or(is_whole.then_some(next)) {
                return Some((one(count, unit), end));
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
        if let Some(number) = number_at(self.document, start).filter(|n| n.value > 0.0) {
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
            // half an hour, three quarters of an hour
            // £11.50 an hour: what it costs.
            if number.value.fract() != 0.0 && self.glued(start) && self.document.token(start - 1).kind == Kind::Symbol {
                return None;
            }
            if number.value.fract() != 0.0 {
                if self.document.token(next).kind == Kind::Latin {
                    next = self.skip(next, DateWord::Of);
                }
                next = self.is(next, DateWord::One).unwrap_or(next);
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
            if self.document.phrase_of(next, &COUNTED_NOUNS).is_some() {
                return None;
            }
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
            // 3D is no length but a depth.
            if is_letter && unit == Unit::Day && number.value < 4.0 {
                return None;
            }
            // نصف عام 2022, "half of the year 2022"; ربع ساعة.
            if number.value < 1.0
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
            // 12 أبريل عام 2014, مرة واحدة عام 1994: the number is another's; "2014 سنة" too.
            if self.year_named(next).is_some() {
                return None;
            }
            // The twenty second: a day.
            let is_ordinal = unit == Unit::Second
                && number.value != 1.0
                && !(number.digits || is_hyphen || self.is_plural(next))
                && self.document.token(next).kind == Kind::Latin;
            let is_first = self.document.token(start).kind == Kind::Latin
                && self.document.has_sense(start, Sense::Number(NumberWord::Ordinal(2)));
            if is_first || is_ordinal {
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
        // منذ أكثر من عام, "for more than a year"
        let is_modified =
            (1..=3).any(|back| back <= at && self.modifier_before(at - back).is_some_and(|(_, end)| end == at));
        let is_led = is_modified
            || self.is(at - 1, DateWord::For).is_some()
                && (self.ends_at(next) || self.is(next, DateWord::Preposition).is_some() || !self.joins(next));
        let is_year_named = self.year_named(start).is_some();
        // ساعة ونصف, "an hour and a half"; شهرا وعشرة أيام, "a month and ten days"
        let is_half = self.document.clitics(next).any(Clitics::AND)
            && number_at(self.document, next)
                .is_some_and(|n| n.value < 1.0 || self.units(n.tokens.end).is_some_and(|(smaller, _)| smaller < unit));
        let is_point = self.weekday_fields(start).is_some()
            || self.day_and_month(start).is_some()
            || self.relative_day(start).is_some()
            || self.month(start).is_some();
        if (is_alone || is_led || is_half || !free) && !is_year_named && !is_point && !self.is_plural(start) {
            return Some((one(1.0, unit), next));
        }
        None
    }

    /// Behind a word that says which lengths are meant: the `last` three weeks, `آخر`.
    fn related_by(&self, at: usize) -> Option<usize> {
        let relation = self.relation(at).filter(|&(relation, _)| relation != Relation::Same);
        relation.map(|(_, next)| next).or_else(|| self.is(at, DateWord::LastOf)).filter(|_| !self.lasts(at))
    }

    pub(super) fn is_related(&self, at: usize) -> bool {
        self.related_by(at).is_some()
    }

    /// Definite units with their number behind them: `السنوات الخمس`, "the five years".
    pub(super) fn counted(&self, at: usize) -> Option<(f64, Unit, usize)> {
        let (unit, next) = self.units(at).filter(|_| self.document.is_definite(at))?;
        let inner = self.is(next, DateWord::The).unwrap_or(next);
        if !self.joins(next) {
            return None;
        }
        let number = number_at(self.document, inner).filter(|n| self.document.is_definite(inner) || n.digits)?;
        // الساعات الأربع والعشرين, "the four and twenty hours"
        let end = number.tokens.end;
        let tens = number_at(self.document, end).filter(|tens| {
            let is_joined = self.document.clitics(end).any(Clitics::AND) && self.document.is_definite(end);
            is_joined && number.value < 10.0 && (tens.value / 10.0).fract() == 0.0 && tens.value < 100.0
        });
        let (tens, end) = tens.map_or((0.0, end), |tens| (tens.value, tens.tokens.end));
        Some((number.value + tens, unit, end))
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
        before.any(|t| self.is(t, DateWord::AgeBefore).is_some()) || follows_death(self.document, at)
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
        (at.saturating_sub(6)..at)
            .rev()
            .take_while(|&t| {
                !matches!(self.document.token(t).kind, Kind::Edge)
                    && !self.mark(t, &['.', '،', ',', ':', '"', '«', '“'])
            })
            .any(says)
    }
}
