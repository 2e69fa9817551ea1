//! The senses, one file a room: the vocabulary that a language's data is written in.

mod date;
mod figure;
mod number;
mod quote;
mod rank;
mod text;

pub use date::{DateWord, DayPart, Era, Feast, Relation, Tense, Unit};
pub use figure::FigureWord;
pub use number::NumberWord;
pub use quote::{Agreement, CueKind, QuoteWord};
pub use rank::RankWord;
pub use text::TextWord;
