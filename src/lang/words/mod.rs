//! The senses, one file a room: the vocabulary that a language's data is written in.

/// A room's vocabulary, with its kinds counted: [`crate::lang::Kinds`] has a bit for each.
macro_rules! words {
    (
        $(#[$about:meta])*
        pub enum $name:ident {
            $($(#[$note:meta])* $word:ident $(($($carried:ty),+))?,)+
        }
    ) => {
        $(#[$about])*
        pub enum $name {
            $($(#[$note])* $word $(($($carried),+))?,)+
        }

        impl $name {
            /// How many kinds there are.
            pub const KINDS: u8 = [$(stringify!($word)),+].len() as u8;

            /// Which of them a word is, what it carries left aside.
            #[inline(always)] // asked of words that are named: known when compiled
            pub const fn kind(self) -> u8 {
                enum Kind {
                    $($word),+
                }
                match self {
                    $($name::$word { .. } => Kind::$word as u8,)+
                }
            }

            /// Whether a word carries something, so that its kind alone does not tell it.
            #[inline(always)] // likewise
            pub const fn carries(self) -> bool {
                match self {
                    $($name::$word { .. } => {
                        const CARRIED: &[&str] = &[$($(stringify!($carried)),+)?];
                        !CARRIED.is_empty()
                    })+
                }
            }
        }
    };
}

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
