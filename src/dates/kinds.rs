//! Kinds of words that are asked for at every token, as sets: one look at what a token may
//! mean at all tells whether a rule is worth its reading.

use crate::digest::Modifier;
use crate::lang::words::{DateWord, DayPart, Era, Feast, FigureWord, NumberWord, Relation, Unit};
use crate::lang::{Kinds, Sense};
use crate::number;

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

const NUMBERS: Kinds =
    number::BEGINNINGS.and(&number::ORDINALS).without(&Kinds::of(&[Sense::Number(NumberWord::Article)]));

/// Words that a point of time may begin with, by any of its rules.
pub(super) const POINTS: Kinds = NUMBERS.and(&dates(&[
    DateWord::The,
    DateWord::Month(1),
    DateWord::UnsureMonth(1),
    DateWord::HijriMonth(1),
    DateWord::Weekday(1),
    DateWord::UnsureWeekday(1),
    DateWord::Unit(Unit::Day),
    DateWord::Units(Unit::Day),
    DateWord::Day(0),
    DateWord::DayPart(DayPart::Noon),
    DateWord::DayPartToday(DayPart::Noon),
    DateWord::Relation(Relation::Same),
    DateWord::Part(Modifier::Approx),
    DateWord::Season(1),
    DateWord::Decade(0),
    DateWord::Quarter(1),
    DateWord::Half(1),
    DateWord::LastOf,
    DateWord::Rest,
    DateWord::FirstDay,
    DateWord::Era(Era::Common),
    DateWord::Feast(Feast::Easter(0)),
]));

/// Words that a length of time may begin with.
pub(super) const LENGTHS: Kinds = NUMBERS.and(&dates(&[
    DateWord::The,
    DateWord::Unit(Unit::Day),
    DateWord::Units(Unit::Day),
    DateWord::Dual(Unit::Day),
    DateWord::Relation(Relation::Same),
    DateWord::LastOf,
    DateWord::Whole,
    DateWord::Few,
    DateWord::One,
]));

/// Words that a clock time may begin with.
pub(super) const CLOCKS: Kinds =
    NUMBERS.and(&dates(&[DateWord::At, DateWord::Named(0), DateWord::One, DateWord::Unit(Unit::Day)]));

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
