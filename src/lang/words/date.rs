//! Words that name times.

use crate::digest::Modifier;

words! {
/// A word that names a time or a part of one, or says where one stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum DateWord {
    /// Gregorian month, 1 to 12.
    Month(u8),
    /// The same, of a word that is mostly something else: `may`, `مارس` ("exercised").
    /// A month only beside a day, a year or a word that leads to a time.
    UnsureMonth(u8),
    /// Month of the Hijri calendar, 1 to 12; a date only beside a day, a year or the like,
    /// since most are names too.
    HijriMonth(u8),
    /// Day of the week, Monday is 1.
    Weekday(u8),
    /// The same, of a word or abbreviation that is mostly something else: `sun`.
    UnsureWeekday(u8),
    /// The plural of a weekday: the day of every week, a date only where counted (`two Fridays ago`).
    Weekdays(u8),
    /// A length of time.
    Unit(Unit),
    /// Its plural.
    Units(Unit),
    /// Its abbreviation, a length only behind a number: `min`, `3h`.
    UnitAbbreviation(Unit),
    /// Two of it in one word: `عامين`.
    Dual(Unit),
    /// Two that are about to be named: `عامي 2020 و2021`, "the two years 2020 and 2021".
    Pair(Unit),
    /// Day counted from the day of publication: `أمس` is -1.
    Day(i8),
    /// Part of a day.
    DayPart(DayPart),
    /// Part of the day of publication: `tonight`.
    DayPartToday(DayPart),
    /// Which one of its kind, before its noun: `next`, `هذا`.
    Relation(Relation),
    /// The same, behind it: `الماضي`, "the last".
    RelationAfter(Relation),
    /// The period that the article told of, in another year: the `same period` of 2020.
    SamePeriod,
    /// Part of a period: `مطلع`, `early`.
    Part(Modifier),
    /// Part of a period behind it: `year end`.
    PartAfter(Modifier),
    /// Season, spring is 1.
    Season(u8),
    /// The same, of a word that is mostly something else: `fall`. A season only where it is related or its year is
    /// told (`last fall`, `the fall of 2012`).
    UnsureSeason(u8),
    /// Decade: `السبعينيات` is 70.
    Decade(u8),
    /// `Q1`: quarter or half of a year.
    Quarter(u8),
    Half(u8),
    /// The last of its kind: `آخر`, `final`.
    LastOf,
    /// `ago`, behind a length.
    Ago,
    /// `later`, `earlier`, behind a length: counted from the date before, or a date behind it.
    Later,
    Earlier,
    /// `from now`, behind a length.
    FromNow,
    /// Before a length: `قبل` a week, "a week ago".
    AgoBefore,
    /// Before a length: `in` a week, `بعد`.
    In,
    /// Leads from a length to what it is counted from: `بعد يومين من` the vote.
    CountedFrom,
    /// Joins a day to its month, a month to its year: `من`, `of`.
    Of,
    /// Joins the ends of a range: `إلى`, `through`.
    To,
    /// Opens a range: `from`.
    Since,
    /// Opens a range: `بين`, `between`: its ends are joined by `and`.
    Between,
    /// The moment of publication, as the end of a range only.
    Now,
    /// Joins: `و`, `and`.
    And,
    /// `the`, or `ال` written apart.
    The,
    /// `a`, `another`: one of the unit that follows.
    One,
    /// Leads to a time and is no part of it: `في`, `منذ`, `on`. A bare year may follow.
    Preposition,
    /// Leads to a length, so that a bare unit is one: `لمدة` a month.
    For,
    /// The whole of a unit: `طوال` the day, `all` week.
    Whole,
    /// The same, behind it: شهر `كامل`.
    WholeAfter,
    /// Between a number and its unit: two `additional` minutes.
    Extra,
    /// A number not said: `few` days.
    Few,
    /// Says that a clock time follows: `at`, `الساعة`.
    At,
    /// `o'clock`.
    OClock,
    /// `am`, `pm`.
    Meridiem(DayPart),
    /// A time of the day by name, in hours: `noon` is 12.
    Named(u8),
    /// Minutes `past`, `to` the hour.
    Past,
    ToHour,
    /// `إلا`, "less": three `إلا` a quarter.
    Less,
    /// Leads to a zone, or is one that the text does not name: `بتوقيت`, `local time`.
    ZoneLead,
    LocalTime,
    /// Time zone, minutes east of Greenwich.
    Zone(i16),
    /// Years of this count follow or precede: `هـ`, `م`, `BC`.
    Era(Era),
    /// Says which way the sentence looks.
    Tense(Tense),
    /// A verb that looks ahead where the language's prefix of the future is written with it.
    Imperfect,
    /// Says that a length near by is someone's age.
    Age,
    /// The same, of a length that follows at once: `تبلغ`.
    AgeBefore,
    /// The first day, of the month that follows: `فاتح`.
    FirstDay,
    /// What is left of a period: `rest of`.
    Rest,
    /// Between a length and its first day: `week starting`.
    Starting,
    /// Between a length and its end: `three months ended` June.
    Ending,
    /// Between a first day and the length: from Friday `for` ten days.
    Lasting,
    /// Leads to a day: `on`. Behind it numbers that say little else are one.
    On,
    /// A day that has a name of its own.
    Feast(Feast),
    /// A name that holds a date word and is no date: `صلاة الجمعة`, "Friday prayers".
    NoDate,
    /// What may be told by its day: `ثورة`, `attacks`.
    Event,
    /// What may have a day for its name, which is no date: `جسر`, "bridge".
    NamedByDay,
    /// Before a number that is no year: `No`, `flight`, `القرار`.
    Numbered,
}
}

/// A unit of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    /// A night; counted, it is a day.
    Night,
    Week,
    Weekend,
    Fortnight,
    Month,
    Quarter,
    HalfYear,
    Year,
    Decade,
    Century,
}

/// The rule that a feast's day follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Feast {
    /// Month and day.
    Fixed(u8, u8),
    /// Month, which one of the weekday (from the end where negative), and the weekday.
    Nth(u8, i8, u8),
    /// Days after Easter of the Western churches.
    Easter(i8),
    /// Month and day of the Hijri calendar.
    Hijri(u8, u8),
}

/// Part of a day, for telling the hours of a twelve-hour clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayPart {
    Morning,
    Noon,
    Evening,
    Night,
}

/// Which one of its kind a period is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// Counted from the day of publication: the last is -1, this one 0.
    Offset(i8),
    /// The next to come. Of weekdays: the first after the day of publication, where
    /// `Offset(1)` is that of the week after.
    Coming,
    /// The one that the article named last.
    Same,
    /// The one after or before that.
    After,
    Before,
}

/// How years are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Era {
    Hijri,
    Common,
    BeforeCommon,
}

/// Which way a sentence looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    Past,
    Future,
}
