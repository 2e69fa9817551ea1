//! Arabic.

mod dates;
mod figures;
mod numbers;
mod quotes;
mod rank;
mod text;

use super::{Clitic, Clitics, Language, Row, Script, Shapes};

/// Sets of rows, one for each room's file.
pub const WORDS: &[&[Row]] = &[numbers::ROWS, figures::ROWS, dates::ROWS, quotes::ROWS, text::ROWS, rank::ROWS];

pub static LANGUAGE: Language = Language {
    tag: "ar",
    script: Script::Arabic,
    clitics: CLITICS,
    has_capitals: false,
    dot_parts_thousands: true,
    endings: &["هما", "تهم", "تها", "اته", "ات", "ان", "ين", "ون", "ها", "هم", "نا", "يه", "ته", "ه", "ي", "ا"],
    shortest_stem: 3,
    alphabet: ('ء', 'ي'),
    // Its letters tell more than its stop words, some of which are written with their neighbours.
    stop_share: 0.015,
    shapes: &SHAPES,
    verb_first: true,
    doubled_marks: true,
    day_first: true,
};

static SHAPES: Shapes = Shapes {
    article: "ال",
    governed_article: &["لل", "بال", "ولل", "وبال"],
    for_article: &["لل", "ولل"],
    pronouns: &["ها", "هم", "هما", "ته"],
    foreign: "يه",
    possessor: Some('ه'),
    and_article: "وال",
    and: "و",
    so: "ف",
    prepositions: &['ل', 'ب'],
    relative: &["ي", "يه", "يون", "يين", "يان"],
    oblique: "ين",
    feminine: "ه",
    plural: "ات",
    superlative: "",
    adverb: "ا",
    future: &["سي", "ست", "سن"],
    finite: &[],
    participle: "م",
    no_name_ending: "ى",
    weak: &['ا', 'و', 'ي'],
    possessive: "",
};

const fn clitic(form: &'static str, particles: u8) -> Clitic {
    Clitic { form, particles }
}

const AND: u8 = Clitics::AND;
const SO: u8 = Clitics::SO;
const WITH: u8 = Clitics::WITH;
const FOR: u8 = Clitics::FOR;
const AS: u8 = Clitics::AS;
const THE: u8 = Clitics::THE;
const WILL: u8 = Clitics::WILL;

/// Shortest first: of two readings the one that leaves more of the word wins.
/// `لل` is `ل` with the article, whose alef is not written.
const CLITICS: &[Clitic] = &[
    clitic("و", AND),
    clitic("ف", SO),
    clitic("ب", WITH),
    clitic("ل", FOR),
    clitic("ك", AS),
    clitic("س", WILL),
    clitic("ال", THE),
    clitic("لل", FOR | THE),
    clitic("وب", AND | WITH),
    clitic("ول", AND | FOR),
    clitic("وك", AND | AS),
    clitic("وس", AND | WILL),
    clitic("فب", SO | WITH),
    clitic("فل", SO | FOR),
    clitic("فس", SO | WILL),
    clitic("وال", AND | THE),
    clitic("فال", SO | THE),
    clitic("بال", WITH | THE),
    clitic("كال", AS | THE),
    clitic("ولل", AND | FOR | THE),
    clitic("فلل", SO | FOR | THE),
    clitic("وبال", AND | WITH | THE),
    clitic("فبال", SO | WITH | THE),
    clitic("وكال", AND | AS | THE),
];
