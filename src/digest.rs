//! What comes out: mentions, each a span of the article.
//!
//! A digest holds no text of its own. The surfaces cut every `text` out of the article
//! at its span ([`crate::surface`]), so nothing can be said that the article does not say.

use crate::article::Span;

/// What an article says. Mentions of each kind stand in reading order, and no two of
/// one kind overlap (quotes excepted, where one stands inside another).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Digest {
    /// BCP 47 tag of the language most of the text is in; `und` where none is known.
    pub language: &'static str,
    pub direction: Direction,
    pub summary: Vec<SummarySentence>,
    pub figures: Vec<Figure>,
    pub dates: Vec<DateMention>,
    pub quotes: Vec<Quote>,
    /// Who is quoted, in the order they first speak.
    pub speakers: Vec<CastMember>,
    /// Marked words that are no one's speech: titles of works, names, terms.
    pub terms: Vec<Span>,
    /// What was given as the article and is not its own text (captions, links to other articles,
    /// pleas, credits): whole blocks, or the end of one. Nothing else here is taken from it.
    pub boilerplate: Vec<Span>,
    /// What was wrong with the input and was passed over, in English, for developers.
    pub warnings: Vec<String>,
}

/// Writing direction of a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Direction {
    #[default]
    Ltr,
    Rtl,
}

/// A sentence that belongs to the gist.
#[derive(Debug, Clone, PartialEq)]
pub struct SummarySentence {
    pub span: Span,
    /// 0 to 1; comparable within one digest only.
    pub score: f32,
    /// Indices into the digest's `figures`, `dates` and `quotes` that stand inside.
    pub figures: Vec<u32>,
    pub dates: Vec<u32>,
    pub quotes: Vec<u32>,
}

/// A quantity of something: modifier, number and counted noun or unit, as they stand.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    pub span: Span,
    /// The number; the lower end of a range.
    pub value: f64,
    /// The upper end of a range.
    pub high: Option<f64>,
    pub modifier: Option<Modifier>,
    pub kind: FigureKind,
    pub unit: Option<Unit>,
    /// The sentence it stands in.
    pub sentence: Option<Span>,
    /// Where the counted things are, as the text says.
    pub place: Option<Span>,
    /// Whose they are, as the text says.
    pub owner: Option<Span>,
}

/// What is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FigureKind {
    /// Armed forces, fighters, and the weapons and vehicles they field.
    Troops,
    /// Killed, wounded, missing, detained, kidnapped.
    Casualties,
    /// Other persons.
    People,
    Money,
    Percent,
    /// Length, area, mass, temperature, speed, data size.
    Measure,
    Age,
    /// Anything else.
    Count,
}

impl FigureKind {
    /// Every kind with its name on the surfaces (JSON, JavaScript).
    const NAMES: [(&'static str, FigureKind); 8] = [
        ("troops", FigureKind::Troops),
        ("casualties", FigureKind::Casualties),
        ("people", FigureKind::People),
        ("money", FigureKind::Money),
        ("percent", FigureKind::Percent),
        ("measure", FigureKind::Measure),
        ("age", FigureKind::Age),
        ("count", FigureKind::Count),
    ];

    /// The kind's name on the surfaces.
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize].0
    }

    /// The kind of this name; `None` where there is none.
    pub fn from_name(name: &str) -> Option<FigureKind> {
        Self::NAMES.iter().find(|(n, _)| *n == name).map(|&(_, kind)| kind)
    }
}

/// What a figure counts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// ISO 4217 code of a known currency, or `%`.
    Code(&'static str),
    /// The counted noun or unit of measure, where it stands in the text.
    Noun(Span),
}

/// What a word beside a number or a date says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Modifier {
    Approx,
    MoreThan,
    LessThan,
    AtLeast,
    AtMost,
    /// Of a period: its beginning (`early March`).
    Start,
    /// Of a period: its middle.
    Mid,
    /// Of a period: its end.
    End,
    Before,
    After,
}

impl Modifier {
    /// The modifier's name on the surfaces.
    pub fn name(self) -> &'static str {
        match self {
            Modifier::Approx => "approx",
            Modifier::MoreThan => "more-than",
            Modifier::LessThan => "less-than",
            Modifier::AtLeast => "at-least",
            Modifier::AtMost => "at-most",
            Modifier::Start => "start",
            Modifier::Mid => "mid",
            Modifier::End => "end",
            Modifier::Before => "before",
            Modifier::After => "after",
        }
    }
}

/// A date, a span of time, or a duration that the article names.
#[derive(Debug, Clone, PartialEq)]
pub struct DateMention {
    pub span: Span,
    pub kind: DateKind,
    /// ISO 8601, as precise as the text and no more: `2023-10-07`, `2024-01`, `201X`,
    /// `2024-W07`, `2014-09/2017-12`, `P3Y`, `P2W/P3W` (two to three weeks), `2024-02-17T15:00`. `None` where the text
    /// counts from a publication date that is not known, or names an impossible day.
    pub value: Option<String>,
    pub modifier: Option<Modifier>,
    /// First and last day, where the value is on the calendar.
    pub start: Option<Day>,
    pub end: Option<Day>,
    /// The sentence that says what happened.
    pub sentence: Option<Span>,
}

/// A day of the Gregorian calendar, written as ISO 8601 has it: `2023-10-01`. A long article has tens of
/// thousands, so that they are kept as numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day {
    /// 1 to 9999.
    pub year: u16,
    pub month: u8,
    pub day: u8,
}

impl std::fmt::Display for Day {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.iso())
    }
}

impl Day {
    /// As it is written: what [`ToString`] gives, without the standard library's formatting, which takes ten times
    /// as long and weighs a kilobyte of what a reader downloads.
    pub(crate) fn iso(self) -> String {
        let pairs = [(self.year / 100) as u8, (self.year % 100) as u8, self.month, self.day];
        let mut out = String::with_capacity(10);
        for (place, pair) in pairs.into_iter().enumerate() {
            if place > 1 {
                out.push('-');
            }
            out.push(char::from(b'0' + pair / 10));
            out.push(char::from(b'0' + pair % 10));
        }
        out
    }
}

/// What kind of time an expression names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DateKind {
    Date,
    Range,
    Duration,
    /// A date with a clock time.
    Time,
}

impl DateKind {
    /// The kind's name on the surfaces.
    pub fn name(self) -> &'static str {
        match self {
            DateKind::Date => "date",
            DateKind::Range => "range",
            DateKind::Duration => "duration",
            DateKind::Time => "time",
        }
    }
}

/// What someone said, or is reported to have said.
#[derive(Debug, Clone, PartialEq)]
pub struct Quote {
    /// Direct speech: what stands between the marks, marks excluded. Reported speech:
    /// from its complementizer to the end of the clause.
    pub span: Span,
    /// Between marks, word for word; else reported (`said that …`).
    pub direct: bool,
    /// A fragment woven into the article's own sentence.
    pub partial: bool,
    pub speaker: Option<Speaker>,
    /// The verb or phrase of saying.
    pub cue: Option<Span>,
}

/// Whose words a quote is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Speaker {
    /// The fullest name that the article gives.
    pub name: Span,
    /// The title or function as the article gives it.
    pub role: Option<Span>,
    /// Where the speaker is named at the cue; `None` where only a verb ending or a pronoun stands.
    pub mention: Option<Span>,
}

/// Someone the article quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CastMember {
    /// The fullest name that the article gives.
    pub name: Span,
    pub role: Option<Span>,
    /// Where the article first names them.
    pub first: Span,
    /// How many quotes, direct and reported, are theirs.
    pub quotes: u32,
}
