//! English.

mod dates;
mod figures;
mod numbers;
mod quotes;
mod rank;
mod text;

use super::{Language, Row, Script, Shapes};

/// Sets of rows, one for each room's file.
pub const WORDS: &[&[Row]] = &[numbers::ROWS, figures::ROWS, dates::ROWS, quotes::ROWS, text::ROWS, rank::ROWS];

pub static LANGUAGE: Language = Language {
    tag: "en",
    script: Script::Latin,
    clitics: &[],
    has_capitals: true,
    dot_parts_thousands: false,
    endings: &["ations", "ation", "ings", "ing", "ies", "ers", "ed", "es", "er", "ly", "s", "e", "y"],
    shortest_stem: 3,
    alphabet: ('a', 'z'),
    stop_share: 0.15,
    shapes: &SHAPES,
    verb_first: false,
    doubled_marks: false,
    day_first: false,
};

static SHAPES: Shapes = Shapes {
    article: "",
    governed_article: &[],
    for_article: &[],
    pronouns: &[],
    foreign: "",
    possessor: None,
    and_article: "",
    and: "",
    so: "",
    prepositions: &[],
    relative: &[],
    oblique: "",
    feminine: "",
    plural: "",
    superlative: "est",
    adverb: "ly",
    future: &[],
    finite: &["ed", "s"],
    participle: "",
    no_name_ending: "",
    weak: &[],
    possessive: "s",
};
