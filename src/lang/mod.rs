//! What the engines know of a language: words with their senses, and a few properties.
//!
//! A language is a folder of data: `ar/`, `en/`. Each of its files serves one room
//! (`numbers`, `figures`, `dates`, `quotes`, `text`, `rank`) and holds rows of a sense
//! and the forms that carry it. Engines never ask which language they read; they ask
//! for senses, and for the properties of [`Language`].
//!
//! To add a language: write its folder, add it to [`LANGUAGES`], and give it corpus
//! tables of its own under `tests/`.

pub mod words;

mod ar;
mod en;
mod symbols;

use words::{DateWord, FigureWord, NumberWord, QuoteWord, RankWord, TextWord};

/// What a word or phrase means to one of the rooms. A form may carry several senses.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Sense {
    Number(NumberWord),
    Figure(FigureWord),
    Date(DateWord),
    Quote(QuoteWord),
    Text(TextWord),
    Rank(RankWord),
}

impl Sense {
    /// The room's bit, for passing over tokens that say nothing to it: see [`Room`].
    pub const fn room(self) -> u8 {
        match self {
            Sense::Number(_) => Room::NUMBER,
            Sense::Figure(_) => Room::FIGURE,
            Sense::Date(_) => Room::DATE,
            Sense::Quote(_) => Room::QUOTE,
            Sense::Text(_) => Room::TEXT,
            Sense::Rank(_) => Room::RANK,
        }
    }
}

/// Bits that say which rooms a form has senses for.
pub struct Room;

impl Room {
    pub const NUMBER: u8 = 1;
    pub const FIGURE: u8 = 2;
    pub const DATE: u8 = 4;
    pub const QUOTE: u8 = 8;
    pub const TEXT: u8 = 16;
    pub const RANK: u8 = 32;
}

/// A sense and the forms that carry it, parted by commas. A form of several words is a
/// phrase. Forms are folded like the text they are looked up for, so one spelling of
/// `مئة`'s ta marbuta, alef or diacritics is enough.
pub type Row = (Sense, &'static str);

/// The script that a language's words are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    Arabic,
    Latin,
}

/// A language, as data.
#[derive(Debug)]
pub struct Language {
    /// BCP 47 tag.
    pub tag: &'static str,
    pub script: Script,
    /// Sets of rows, one for each room's file.
    pub words: &'static [&'static [Row]],
    /// What may be written together with the word that follows, longest first:
    /// `وبال` is "and with the".
    pub clitics: &'static [Clitic],
    /// A nationality or place adjective's endings, and the like, are each room's matter;
    /// what is a property of the whole language stands here.
    ///
    /// Whether capital letters begin names.
    pub has_capitals: bool,
    /// Whether `1.750` before money is 1750, where both readings are possible.
    pub dot_parts_thousands: bool,
    /// Its folded letters, first to last in Unicode's order; others in its script are foreign to it.
    pub alphabet: (char, char),
    /// Endings that change no word's meaning here, as folded, longest first, for a light stem.
    pub endings: &'static [&'static str],
    /// The fewest letters that a light stem keeps.
    pub shortest_stem: usize,
    /// The smallest share of [`words::TextWord::Stop`] among the words of a running text,
    /// well below any such text's and above that of other languages in the script.
    pub stop_share: f32,
    /// How words are built, for those that no lexicon holds.
    pub shapes: &'static Shapes,
    /// Whether a verb of saying stands before who says it.
    pub verb_first: bool,
    /// Whether two straight single marks (`''`) stand for a double one on its pages.
    pub doubled_marks: bool,
    /// Numeric dates name the day before the month unless they say otherwise.
    pub day_first: bool,
}

impl Language {
    /// Whether the language writes a folded letter of its script.
    pub fn writes(&self, letter: char) -> bool {
        (self.alphabet.0..=self.alphabet.1).contains(&letter)
    }
}

/// How a language builds its words, as folded: what tells a noun from an adjective or an
/// adverb where the lexicon knows neither. An empty form is one the language has not.
#[derive(Debug)]
pub struct Shapes {
    /// The article, where it is written with its noun.
    pub article: &'static str,
    /// The same behind the particles that may come before it, "and" left out.
    pub governed_article: &'static [&'static str],
    /// Of these, those that go on with a role: `للشركة`, "of the firm".
    pub for_article: &'static [&'static str],
    /// Endings that are a possessor's pronoun: such a word is no name.
    pub pronouns: &'static [&'static str],
    /// The letter that ends a man's noun with "his", and folds like the ending of a woman's.
    pub possessor: Option<char>,
    /// The article behind "and".
    pub and_article: &'static str,
    /// "And", where it is written with the next word.
    pub and: &'static str,
    /// "And so", where it is written with the next word.
    pub so: &'static str,
    /// Prepositions written with their noun.
    pub prepositions: &'static [char],
    /// Endings of adjectives made from nouns: `حكومي`, "of the government".
    pub relative: &'static [&'static str],
    /// Ending of masculine plurals that no verb has as its subject: `المحتجين`.
    pub oblique: &'static str,
    /// Ending of feminine nouns and adjectives.
    pub feminine: &'static str,
    /// Ending of adverbs.
    pub adverb: &'static str,
    /// Beginning of participles that, with the ending of adverbs, go along with a verb.
    pub participle: &'static str,
    /// A letter that a word as written ends with only where it is no name that folding
    /// makes it look like: `على` ("on") is not the name `علي`.
    pub no_name_ending: &'static str,
    /// Letters that foreign names are spelled with or without.
    pub weak: &'static [char],
    /// Stands behind an apostrophe to make a possessor.
    pub possessive: &'static str,
}

/// A sequence of prefixed particles.
#[derive(Debug)]
pub struct Clitic {
    /// As folded.
    pub form: &'static str,
    /// Which particles it is made of: bits of [`Clitics`].
    pub particles: u8,
}

/// Which particles a word is written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Clitics(pub u8);

impl Clitics {
    /// `و`, and.
    pub const AND: u8 = 1;
    /// `ف`, and so.
    pub const SO: u8 = 2;
    /// `ب`, with, by, in.
    pub const WITH: u8 = 4;
    /// `ل`, to, for.
    pub const FOR: u8 = 8;
    /// `ك`, like, as.
    pub const AS: u8 = 16;
    /// `ال`, the.
    pub const THE: u8 = 32;
    /// `س`, will.
    pub const WILL: u8 = 64;

    /// Whether all particles of `bits` are there.
    pub fn has(self, bits: u8) -> bool {
        self.0 & bits == bits
    }

    /// Whether any particle of `bits` is there.
    pub fn any(self, bits: u8) -> bool {
        self.0 & bits != 0
    }
}

/// Every language the crate reads.
pub const LANGUAGES: &[&Language] = &[&ar::LANGUAGE, &en::LANGUAGE];

/// Signs that mean the same in every language: currency and percent signs.
pub const SYMBOLS: &[Row] = symbols::ROWS;
