//! A number with what stands right at it: its currency, the sign of percent, the other end
//! of its range.

use std::ops::Range;

use super::{Amount, Counted, Finder};
use crate::digest::{FigureKind, Unit};
use crate::lang::words::{FigureWord, NumberWord, TextWord};
use crate::lang::{Clitics, Sense};
use crate::number::{money_at, number_at};
use crate::text::Kind;

impl Finder<'_, '_> {
    /// A number at a token, with a currency before it: `$3.2bn`, `EUR 20`, `%50`.
    pub(super) fn amount(&self, at: usize) -> Option<Amount> {
        let token = self.document.token(at);
        if matches!(token.kind, Kind::Symbol | Kind::Latin) {
            let found = self.word(at, |w| match w {
                FigureWord::Currency(code) => Some(Some(code)),
                FigureWord::Percent if token.kind == Kind::Symbol && token.space_before() => Some(None),
                _ => None,
            });
            if let Some((code, words)) = found {
                // Rs. 500
                let is_short = words == 1 && token.is_capital() && token.length() == 2;
                let next = at + words + usize::from(is_short && self.is_punct(at + 1, &['.']));
                let is_near =
                    (code.is_some() || !self.document.token(next).space_before()) && !self.document.begins_line(next);
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
        // `2Ο2` with a Greek letter: part of a word, or made to look like a number.
        let touches = |word: usize, behind: usize| {
            self.document.token(word).kind == Kind::Other && !self.document.token(behind).space_before()
        };
        let Range { start, end } = number.tokens;
        if touches(start.wrapping_sub(1), start) || touches(end, end) {
            return None;
        }
        // 5m euros, 1.5m people: a letter that is a power before what comes in millions.
        if number.digits
            && !self.document.token(number.tokens.end).space_before()
            && matches!(
                self.document.senses(number.tokens.end).find_map(|s| match s {
                    Sense::Number(w) => Some(w),
                    _ => None,
                }),
                Some(NumberWord::UnsureSuffix(6))
            )
        {
            let counts = self.word(number.tokens.end + 1, |w| match w {
                FigureWord::Currency(_) | FigureWord::CurrencyOf(_) => Some(()),
                // `12m tonnes`, but `5m cm` is no number.
                FigureWord::Noun(_) | FigureWord::Singular(_) => {
                    (self.document.text(number.tokens.end + 1).len() > 3).then_some(())
                }
                _ => None,
            });
            if counts.is_some() {
                return Some(Amount { number: money_at(self.document, at)?, currency: None });
            }
        }
        Some(Amount { number, currency: None })
    }

    /// A currency word belongs to the number before it, where there is one.
    pub(super) fn can_be_prefix(&self, at: usize, words: usize) -> bool {
        let before = self.document.token(at.wrapping_sub(1));
        // $ 20 $ 37: the number before has its own.
        if self.before.is_some_and(|b| b.end == at && b.kind == FigureKind::Money) {
            return true;
        }
        // The government's $280bn are no Singapore dollars; he won 121 of 147 matches.
        let token = self.document.token(at);
        let is_possessive =
            words > 1 && !token.space_before() && matches!(self.document.char(at.wrapping_sub(1)), '\'' | '’');
        let is_verb = words == 1
            && token.kind == Kind::Latin
            && !token.is_capital()
            && token.length() == 3
            && self.document.token(at + 1).space_before();
        // It took a $12 million gain and cost us $5: words of the sentence, and no country's.
        let sign = at + words - 1;
        let is_word = words > 1
            && !token.is_capital()
            && self.document.token(sign).space_before()
            && self.document.has_sense(at, Sense::Text(TextWord::Stop))
            && (self.number_word(at, NumberWord::Article) || !self.document.token(sign + 1).space_before());
        if is_possessive || is_verb || is_word {
            return false;
        }
        let is_behind = before.kind == Kind::Digits
            && (!self.document.token(at).space_before()
                || self.document.token(at + words).space_before() && self.document.token(at).kind == Kind::Symbol);
        !is_behind
    }

    /// `نسبة 10`: where the word before begins, that makes the number a percentage.
    pub(super) fn percent_before(&self, number_start: usize) -> Option<usize> {
        if self.document.begins_line(number_start) {
            return None;
        }
        let before = number_start.wrapping_sub(1);
        // بالمائة 10: the sign's words before a number that ends the text.
        if self.is(before, FigureWord::Percent) == 1 && self.document.token(before.wrapping_sub(1)).kind == Kind::Edge {
            return Some(before);
        }
        (1..=3)
            .map(|back| number_start.wrapping_sub(back))
            .find(|&at| at < number_start && self.is(at, FigureWord::PercentBefore) == number_start - at)
            .filter(|&at| self.before.is_none_or(|b| b.end <= at))
    }

    pub(super) fn is_dash(&self, at: usize) -> bool {
        self.is_punct(at, &['-', '–', '—', '‑', '−', '~'])
    }

    /// The upper end of a range: the amount there, and the token that joins it.
    pub(super) fn range_end(
        &self,
        low: &Amount,
        counted: &Counted,
        is_open: bool,
        is_between: bool,
    ) -> Option<(Amount, usize)> {
        let document = self.document;
        // Patients aged 50 to 75: an age needs no unit.
        let has_unit = counted.unit.is_some() || counted.kind.is_some_and(|k| k != FigureKind::Age);
        // 10$-20$, 10%-15%
        let at = if has_unit { counted.end } else { low.number.tokens.end };
        if document.begins_line(at) {
            return None;
        }
        if self.is_dash(at) && (document.token(at).space_before() == document.token(at + 1).space_before()) {
            return self
                .amount(at + 1)
                .filter(|a| !a.number.digits || document.token(at + 1).kind != Kind::Punct)
                .filter(|a| !has_unit || !document.token(at).space_before() || self.counted(a).unit.is_some())
                .map(|a| (a, at));
        }
        if is_between {
            let token = document.token(at);
            let next = if token.clitics().any(Clitics::AND) {
                at
            } else if self.number_word(at, NumberWord::And) {
                at + 1
            } else {
                return None;
            };
            return self.amount(next).map(|a| (a, at));
        }
        // خمسة أو ستة مهندسين, "five or six engineers"
        let either = if has_unit { 0 } else { self.is(at, FigureWord::Or) };
        if either > 0 {
            let near = |a: &Amount| {
                let counted = self.counted(a);
                a.currency.is_none()
                    && low.currency.is_none()
                    // four or five thousand: the power is both numbers'.
                    && a.number.value / a.number.factor <= 2.0 * low.number.value / low.number.factor
                    && (counted.unit.is_some() || counted.is_time)
            };
            return self.amount(at + either).filter(near).map(|a| (a, at));
        }
        let words = self.is(at, FigureWord::RangeTo);
        // `rose from 10% to 20%` and `rose 10% to 20%` tell two figures; put at `£2m to £3m`, of `5% to 7%`, one.
        let before = low.number.tokens.start - 1;
        let is_led =
            self.is_latin(before) && (self.document.text(before) == "at" || self.number_word(before, NumberWord::Of));
        let is_one = is_open && low.currency.is_some() || is_led;
        if words == 0 || has_unit && !is_one || document.clitics(at) != Clitics(0) {
            return None;
        }
        // ارتفع دولارا واحدا إلى 83, "rose one dollar to 83": the word says how many of the noun before.
        let is_one = low.number.value == 1.0
            && !low.number.digits
            && document.token(low.number.tokens.start).kind == Kind::Arabic;
        if is_one && !is_open {
            return None;
        }
        self.amount(at + words).map(|a| (a, at))
    }
}
