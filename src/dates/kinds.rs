//! Kinds of words that are asked for at every token, as sets: one look at what a token may
//! mean at all tells whether a rule is worth its reading.

use crate::digest::Modifier;
use crate::lang::Kinds;
use crate::lang::Sense::{Date, Figure, Number};
use crate::lang::words::DateWord::*;
use crate::lang::words::{
    DateWord, DayPart as Hours, Era as Count, Feast as Rule, FigureWord, NumberWord, Relation as Which, Unit as U,
};
use crate::number;

const NUMBERS: Kinds = number::BEGINNINGS.and(&number::ORDINALS).without(&Kinds::of(&[Number(NumberWord::Article)]));

/// Words that name a day or a longer time, by themselves or with a number.
const NAMES: Kinds = Kinds::of(&[
    Date(Month(1)),
    Date(UnsureMonth(1)),
    Date(HijriMonth(1)),
    Date(Weekday(1)),
    Date(UnsureWeekday(1)),
    Date(Unit(U::Day)),
    Date(Units(U::Day)),
    Date(Day(0)),
    Date(DayPart(Hours::Noon)),
    Date(DayPartToday(Hours::Noon)),
    Date(Season(1)),
    Date(Decade(0)),
    Date(Quarter(1)),
    Date(Half(1)),
    Date(Feast(Rule::Easter(0))),
]);

/// Words that a point of time may begin with, by any of its rules.
pub(super) const POINTS: Kinds = NUMBERS.and(&NAMES).and(&Kinds::of(&[
    Date(The),
    Date(Relation(Which::Same)),
    Date(DateWord::Part(Modifier::Approx)),
    Date(LastOf),
    Date(Rest),
    Date(FirstDay),
    Date(Era(Count::Common)),
]));

/// Words that a length of time may begin with.
pub(super) const LENGTHS: Kinds = NUMBERS.and(&Kinds::of(&[
    Date(The),
    Date(Unit(U::Day)),
    Date(Units(U::Day)),
    Date(Dual(U::Day)),
    Date(Relation(Which::Same)),
    Date(LastOf),
    Date(Whole),
    Date(Few),
    Date(One),
]));

/// Words that a clock time may begin with.
pub(super) const CLOCKS: Kinds = NUMBERS.and(&Kinds::of(&[Date(At), Date(Named(0)), Date(One), Date(Unit(U::Day))]));

/// Words that name a time or a number, rather than leading to one.
pub(super) const TIMES: Kinds = Kinds::of_room(Number(NumberWord::And))
    .without(&Kinds::of(&[
        Number(NumberWord::And),
        Number(NumberWord::Article),
        Number(NumberWord::Of),
        Number(NumberWord::Minus),
        Number(NumberWord::Point),
        Number(NumberWord::Over),
        Number(NumberWord::OneIn),
    ]))
    .and(&NAMES)
    .and(&Kinds::of(&[Date(UnitAbbreviation(U::Day)), Date(Dual(U::Day)), Date(Pair(U::Day)), Date(Named(0))]));

/// Words that a date may begin with.
pub(super) const BEGINNINGS: Kinds = Kinds::of_room(Date(And))
    .without(&Kinds::of(&[Date(And)]))
    .and(&TIMES)
    .with(Figure(FigureWord::ModifierBefore(Modifier::Approx)))
    .with(Number(NumberWord::Article));

pub(super) const NO_DATES: Kinds = Kinds::of(&[Date(NoDate)]);
pub(super) const FEASTS: Kinds = Kinds::of(&[Date(Feast(Rule::Easter(0)))]);
