//! English.

mod dates;
mod figures;
mod numbers;
mod quotes;
mod rank;
mod text;

use super::{Language, Script};

pub static LANGUAGE: Language = Language {
    tag: "en",
    script: Script::Latin,
    words: &[numbers::ROWS, figures::ROWS, dates::ROWS, quotes::ROWS, text::ROWS, rank::ROWS],
    clitics: &[],
    has_capitals: true,
    dot_parts_thousands: false,
    alphabet: ('a', 'z'),
    stop_share: 0.15,
    day_first: false,
};
