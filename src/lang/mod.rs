//! What the engines know of a language: words with their senses, and a few properties.
//!
//! A language is a folder of data: `ar/`, `en/`. Each of its files serves one room
//! (`numbers`, `figures`, `dates`, `quotes`, `text`, `rank`) and holds rows of a sense
//! and the forms that carry it. Engines never ask which language they read; they ask
//! for senses, and for the properties of [`Language`].
//!
//! The rows are read when the crate is built: `build.rs` folds, sorts and packs their
//! forms, and the program carries those and the senses, not the rows. To add a language:
//! write its folder, add it to [`LANGUAGES`] and its rows to [`WORDS`], and give it corpus
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

    /// Its kind, what it carries left aside: a bit of [`Kinds`].
    #[inline(always)] // asked of senses that are named: known when compiled
    pub const fn kind(self) -> u8 {
        match self {
            Sense::Number(word) => word.kind(),
            Sense::Figure(word) => FIRST_KINDS[1] + word.kind(),
            Sense::Date(word) => FIRST_KINDS[2] + word.kind(),
            Sense::Quote(word) => FIRST_KINDS[3] + word.kind(),
            Sense::Text(word) => FIRST_KINDS[4] + word.kind(),
            Sense::Rank(word) => FIRST_KINDS[5] + word.kind(),
        }
    }
}

impl Sense {
    /// Whether it carries something, so that its kind alone does not tell it.
    #[inline(always)] // as `kind`
    pub const fn carries(self) -> bool {
        match self {
            Sense::Number(word) => word.carries(),
            Sense::Figure(word) => word.carries(),
            Sense::Date(word) => word.carries(),
            Sense::Quote(word) => word.carries(),
            Sense::Text(word) => word.carries(),
            Sense::Rank(word) => word.carries(),
        }
    }
}

/// Of each room in the order of [`Sense`], its first kind; then how many there are in all.
const FIRST_KINDS: [u8; 7] = {
    let counts =
        [NumberWord::KINDS, FigureWord::KINDS, DateWord::KINDS, QuoteWord::KINDS, TextWord::KINDS, RankWord::KINDS];
    let mut first = [0; 7];
    let mut room = 0;
    while room < counts.len() {
        first[room + 1] = first[room] + counts[room];
        room += 1;
    }
    first
};

/// Whether a kind is of a room (a bit of [`Room`]).
pub fn is_of_room(kind: u8, room: u8) -> bool {
    let room = room.trailing_zeros() as usize;
    (FIRST_KINDS[room]..FIRST_KINDS[room + 1]).contains(&kind)
}

/// A set of kinds of senses: what a token may mean at all, before anything is asked of it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Kinds([u64; 4]);

impl Kinds {
    /// The kinds of these senses, whatever they carry.
    pub const fn of(senses: &[Sense]) -> Kinds {
        let mut kinds = Kinds([0; 4]);
        let mut at = 0;
        while at < senses.len() {
            kinds = kinds.with(senses[at]);
            at += 1;
        }
        kinds
    }

    /// These, and the kind of one more sense.
    pub const fn with(mut self, sense: Sense) -> Kinds {
        let kind = sense.kind();
        self.0[kind as usize / 64] |= 1 << (kind % 64);
        self
    }

    /// All kinds of both.
    #[must_use]
    pub const fn and(mut self, other: &Kinds) -> Kinds {
        let mut word = 0;
        while word < 4 {
            self.0[word] |= other.0[word];
            word += 1;
        }
        self
    }

    /// Those of these that are not among the others.
    #[must_use]
    pub const fn without(mut self, other: &Kinds) -> Kinds {
        let mut word = 0;
        while word < 4 {
            self.0[word] &= !other.0[word];
            word += 1;
        }
        self
    }

    /// All kinds that a room has, given any of its senses.
    pub const fn of_room(sense: Sense) -> Kinds {
        let room = sense.room().trailing_zeros() as usize;
        let mut kinds = Kinds([0; 4]);
        let mut kind = FIRST_KINDS[room];
        while kind < FIRST_KINDS[room + 1] {
            kinds.0[kind as usize / 64] |= 1 << (kind % 64);
            kind += 1;
        }
        kinds
    }

    /// Whether a sense's kind is among them.
    #[inline]
    pub const fn has(&self, kind: u8) -> bool {
        self.0[kind as usize / 64] & (1 << (kind % 64)) != 0
    }

    /// Whether any kind is in both.
    #[inline]
    pub const fn meets(&self, other: &Kinds) -> bool {
        (self.0[0] & other.0[0]) | (self.0[1] & other.0[1]) | (self.0[2] & other.0[2]) | (self.0[3] & other.0[3]) != 0
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
    /// The language that words of a script are read in.
    pub fn of(script: Script) -> Option<&'static Language> {
        LANGUAGES.iter().copied().find(|l| l.script == script)
    }

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
    /// Ending of foreign names, which looks like a possessor's pronoun: `روجيه`.
    pub foreign: &'static str,
    /// The letter that ends a man's noun with "his", and folds like the ending of a woman's.
    pub possessor: Option<char>,
    /// The article behind "and".
    pub and_article: &'static str,
    /// "And", where it is written with the next word.
    pub and: &'static str,
    /// "And so", where it is written with the next word.
    pub so: &'static str,
    /// Prepositions written with their noun, the first of them "to".
    pub prepositions: &'static [char],
    /// Endings of adjectives made from nouns: `حكومي`, "of the government".
    pub relative: &'static [&'static str],
    /// Ending of masculine plurals that no verb has as its subject: `المحتجين`.
    pub oblique: &'static str,
    /// Ending of feminine nouns and adjectives.
    pub feminine: &'static str,
    /// Ending of feminine plurals.
    pub plural: &'static str,
    /// Ending of superlatives.
    pub superlative: &'static str,
    /// Ending of adverbs.
    pub adverb: &'static str,
    /// Beginnings of verbs that look ahead, where the language writes the future with them.
    pub future: &'static [&'static str],
    /// Endings of verbs in the past and of the third person.
    pub finite: &'static [&'static str],
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

/// More words than any phrase has.
pub const LONGEST_PHRASE: usize = 12;

/// Every language the crate reads.
pub const LANGUAGES: &[&Language] = &[&ar::LANGUAGE, &en::LANGUAGE];

/// The rows of every language, in the order of [`LANGUAGES`], then the signs that mean the
/// same in all of them: a set for each room's file. Read by `build.rs`; the program
/// has their senses and packed forms.
pub const WORDS: &[&[&[Row]]] = &[ar::WORDS, en::WORDS, &[symbols::ROWS]];

/// The senses of all rows, in their order. The program keeps each once: `text::lexicon::SENSES`.
#[allow(clippy::large_const_arrays)] // read when compiled, and nowhere else
pub const ROW_SENSES: [Sense; count(WORDS)] = senses(WORDS);

const fn count(words: &[&[&[Row]]]) -> usize {
    let (mut rows, mut language) = (0, 0);
    while language < words.len() {
        let mut set = 0;
        while set < words[language].len() {
            rows += words[language][set].len();
            set += 1;
        }
        language += 1;
    }
    rows
}

const fn senses<const ROWS: usize>(words: &[&[&[Row]]]) -> [Sense; ROWS] {
    let mut senses = [Sense::Number(NumberWord::And); ROWS];
    let (mut at, mut language) = (0, 0);
    while language < words.len() {
        let mut set = 0;
        while set < words[language].len() {
            let mut row = 0;
            while row < words[language][set].len() {
                senses[at] = words[language][set][row].0;
                at += 1;
                row += 1;
            }
            set += 1;
        }
        language += 1;
    }
    senses
}
