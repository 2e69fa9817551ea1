//! Kinds of words that are asked for at every token, as sets: one look at what a token may
//! mean at all tells whether a rule is worth its reading.

use crate::digest::Modifier;
use crate::lang::words::{DateWord, DayPart, Feast, FigureWord, NumberWord, Unit};
use crate::lang::{Kinds, Sense};

/// The kinds of date words, whatever they carry.
const fn dates(words: &[DateWord]) -> Kinds {
    let mut kinds = Kinds::of(&[]);
    let mut at = 0;
    while at < words.len() {
        kinds = kinds.with(Sense::Date(words[at]));
        at += 1;
    }
    kinds
}

/// Words that name a time or a number, rather than leading to one.
pub(super) const TIMES: Kinds = Kinds::of_room(Sense::Number(NumberWord::And))
    .without(&Kinds::of(&[
        Sense::Number(NumberWord::And),
        Sense::Number(NumberWord::Article),
        Sense::Number(NumberWord::Of),
        Sense::Number(NumberWord::Minus),
        Sense::Number(NumberWord::Point),
        Sense::Number(NumberWord::Over),
        Sense::Number(NumberWord::OneIn),
    ]))
    .and(&dates(&[
        DateWord::Month(1),
        DateWord::UnsureMonth(1),
        DateWord::HijriMonth(1),
        DateWord::Weekday(1),
        DateWord::UnsureWeekday(1),
        DateWord::Unit(Unit::Day),
        DateWord::Units(Unit::Day),
        DateWord::UnitAbbreviation(Unit::Day),
        DateWord::Dual(Unit::Day),
        DateWord::Pair(Unit::Day),
        DateWord::Day(0),
        DateWord::DayPart(DayPart::Noon),
        DateWord::DayPartToday(DayPart::Noon),
        DateWord::Season(1),
        DateWord::Decade(0),
        DateWord::Quarter(1),
        DateWord::Half(1),
        DateWord::Named(0),
        DateWord::Feast(Feast::Easter(0)),
    ]));

/// Words that a date may begin with.
pub(super) const BEGINNINGS: Kinds = Kinds::of_room(Sense::Date(DateWord::And))
    .without(&dates(&[DateWord::And]))
    .and(&TIMES)
    .with(Sense::Figure(FigureWord::ModifierBefore(Modifier::Approx)))
    .with(Sense::Number(NumberWord::Article));

pub(super) const NO_DATES: Kinds = dates(&[DateWord::NoDate]);
pub(super) const FEASTS: Kinds = dates(&[DateWord::Feast(Feast::Easter(0))]);
