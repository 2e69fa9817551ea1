//! Kinds of words that are asked for at every token, as sets: one look at what a token may
//! mean at all tells whether a rule is worth its reading.

use crate::digest::{FigureKind, Modifier};
use crate::lang::Kinds;
use crate::lang::Sense::{Date, Figure, Number};
use crate::lang::words::DateWord::*;
use crate::lang::words::{
    DateWord, DayPart as Hours, Era as Count, Feast as Rule, FigureWord, NumberWord, Relation as Which, Tense as Looks,
    Unit as U,
};
use crate::number;

const NUMBERS: Kinds = number::BEGINNINGS.and(&number::ORDINALS).without(&Kinds::of(&[Number(NumberWord::Article)]));

/// Words that name a day or a longer time, by themselves or with a number.
const POINT_NAMES: Kinds = Kinds::of(&[
    Date(Month(1)),
    Date(UnsureMonth(1)),
    Date(HijriMonth(1)),
    Date(Weekday(1)),
    Date(UnsureWeekday(1)),
    Date(Weekdays(1)),
    Date(Unit(U::Day)),
    Date(Units(U::Day)),
    Date(Dual(U::Day)),
    Date(Day(0)),
    Date(DayPart(Hours::Noon)),
    Date(DayPartToday(Hours::Noon)),
    Date(SamePeriod),
    Date(Season(1)),
    Date(UnsureSeason(1)),
    Date(Decade(0)),
    Date(Quarter(1)),
    Date(Half(1)),
    Date(Feast(Rule::Easter(0))),
]);

/// Words that a point of time may begin with, by any of its rules.
pub(super) const POINTS: Kinds = NUMBERS.and(&POINT_NAMES).and(&Kinds::of(&[
    Date(The),
    Date(Relation(Which::Same)),
    Date(DateWord::Part(Modifier::Approx)),
    Date(LastOf),
    Date(Rest),
    Date(FirstDay),
    Date(Era(Count::Common)),
]));

/// Words that a period may begin with that is named by its unit or counted in days: `last month`.
pub(super) const UNIT_POINTS: Kinds =
    Kinds::of(&[Date(Unit(U::Day)), Date(Relation(Which::Same)), Date(Day(0)), Date(SamePeriod)]);

/// Words that the n-th of something may begin with.
pub(super) const NTHS: Kinds = number::ORDINALS.and(&WEEKDAYS).and(&Kinds::of(&[
    Date(Unit(U::Day)),
    Date(Units(U::Day)),
    Date(Dual(U::Day)),
    Date(LastOf),
]));

/// Words that what comes every year may begin with: seasons and feasts.
pub(super) const RECURRING: Kinds =
    Kinds::of(&[Date(Relation(Which::Same)), Date(Season(1)), Date(UnsureSeason(1)), Date(Feast(Rule::Easter(0)))]);

/// Words that decades and numbered quarters may begin with.
pub(super) const CODES: Kinds = number::BEGINNINGS.and(&Kinds::of(&[Date(Decade(0)), Date(Quarter(1)), Date(Half(1))]));

/// Words that a part of a period or of a day may begin with.
pub(super) const PARTS_OF: Kinds = Kinds::of(&[
    Date(Rest),
    Date(Unit(U::Day)),
    Date(DateWord::Part(Modifier::Approx)),
    Date(DayPart(Hours::Noon)),
    Date(DayPartToday(Hours::Noon)),
]);

pub(super) const WEEKDAYS: Kinds = Kinds::of(&[Date(Weekday(1)), Date(UnsureWeekday(1)), Date(Weekdays(1))]);
pub(super) const WEEKDAY_POINTS: Kinds = WEEKDAYS.with(Date(Unit(U::Day)));

/// Words that a month may begin with.
pub(super) const MONTHS: Kinds = Kinds::of(&[Date(Month(1)), Date(UnsureMonth(1)), Date(HijriMonth(1))]);

/// Words that a day of a month may begin with.
pub(super) const DAYS: Kinds =
    number::BEGINNINGS.and(&number::ORDINALS).and(&Kinds::of(&[Date(FirstDay), Date(Unit(U::Day))]));

pub(super) const ERAS: Kinds = Kinds::of(&[Date(Era(Count::Common))]);

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

/// What stands between two lengths of which either is meant.
pub(super) const EITHER: Kinds = Kinds::of(&[Figure(FigureWord::Or)]);

/// Words that a clock time may begin with.
pub(super) const CLOCKS: Kinds = NUMBERS.and(&Kinds::of(&[Date(At), Date(Named(0)), Date(One), Date(Unit(U::Day))]));

/// Words that name a time, rather than leading to one.
pub(super) const NAMES: Kinds = POINT_NAMES.and(&Kinds::of(&[
    Date(UnitAbbreviation(U::Day)),
    Date(Dual(U::Day)),
    Date(Pair(U::Day)),
    Date(Named(0)),
]));

/// Words that name a number, rather than leading to one.
pub(super) const COUNTS: Kinds = Kinds::of_room(Number(NumberWord::And)).without(&Kinds::of(&[
    Number(NumberWord::And),
    Number(NumberWord::Article),
    Number(NumberWord::Of),
    Number(NumberWord::Minus),
    Number(NumberWord::Point),
    Number(NumberWord::Over),
    Number(NumberWord::OneIn),
    Number(NumberWord::InEvery),
    Number(NumberWord::In),
]));

/// Words between the parts of a date that say nothing of one.
const FILLERS: Kinds = Kinds::of(&[
    Date(And),
    Date(Of),
    Date(To),
    Date(The),
    Date(Preposition),
    Date(DateWord::Tense(Looks::Past)),
    Date(Imperfect),
    Date(WholeAfter),
    Date(Extra),
    Date(CountedFrom),
    Date(On),
    Date(Event),
    Date(NamedByDay),
    Date(Numbered),
    Date(Age),
    Date(AgeBefore),
]);

/// Words that no date begins with: they stand between its parts, or before or behind it.
const NO_BEGINNINGS: Kinds = FILLERS.without(&Kinds::of(&[Date(The)])).and(&Kinds::of(&[
    Date(Ago),
    Date(FromNow),
    Date(OClock),
    Date(Meridiem(Hours::Noon)),
    Date(Past),
    Date(ToHour),
    Date(Less),
    Date(ZoneLead),
    Date(LocalTime),
    Date(Zone(0)),
    Date(DateWord::PartAfter(Modifier::Approx)),
    Date(RelationAfter(Which::Same)),
    Date(Starting),
    Date(Ending),
    Date(Lasting),
]));

/// Words that say that a number near them may be one of a time.
pub(super) const HINTS: Kinds = Kinds::of_room(Date(And)).without(&FILLERS).without(&Kinds::of(&[
    Date(One),
    Date(For),
    Date(In),
    Date(Between),
    Date(Since),
    Date(Few),
    Date(LastOf),
]));

/// Words that join numbers of a date: 3 `and` 4, 3 `to` 5.
pub(super) const JOINTS: Kinds = Kinds::of(&[Date(And), Date(To), Number(NumberWord::And)]);

/// Words behind which a number by itself may be a day, an hour or a year.
pub(super) const LEADS: Kinds = Kinds::of(&[Date(On), Date(At), Date(Era(Count::Common))]);

/// Words that a date may begin with.
pub(super) const BEGINNINGS: Kinds = Kinds::of_room(Date(And))
    .without(&NO_BEGINNINGS)
    .and(&NAMES)
    .and(&COUNTS)
    .with(Figure(FigureWord::ModifierBefore(Modifier::Approx)))
    .with(Number(NumberWord::Article));

pub(super) const NO_DATES: Kinds = Kinds::of(&[Date(NoDate)]);
pub(super) const FEASTS: Kinds = Kinds::of(&[Date(Feast(Rule::Easter(0)))]);

pub(super) const CURRENCIES: Kinds =
    Kinds::of(&[Figure(FigureWord::Currency("")), Figure(FigureWord::CurrencyOf(&[]))]);

/// Nouns that are counted: `سنة ضوئية`, "light year", is one.
pub(super) const COUNTED_NOUNS: Kinds = Kinds::of(&[Figure(FigureWord::Noun(FigureKind::Count))]);

/// Words that say that a number before them counts something.
pub(super) const FRACTION_COUNTS: Kinds = COUNTED_THINGS.with(Date(Unit(U::Day)));
pub(super) const YEAR_COUNTS: Kinds = COUNTED_THINGS.and(&Kinds::of(&[
    Number(NumberWord::Scale(0)),
    Number(NumberWord::Multiplier(0)),
    Date(Units(U::Day)),
]));
const COUNTED_THINGS: Kinds = Kinds::of(&[
    Figure(FigureWord::Noun(FigureKind::Count)),
    Figure(FigureWord::Currency("")),
    Figure(FigureWord::CurrencyOf(&[])),
    Figure(FigureWord::Percent),
]);
