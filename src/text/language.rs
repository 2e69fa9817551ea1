//! Which language a text is in, and which way it runs.
//!
//! Letters tell the script, and a script has one language here. Whether a text in the
//! script is in that language tell its letters and its stop words: Persian and Urdu have
//! letters that Arabic does not write, French and German have few of English's words.

use std::ops::Range;

use super::Document;
use super::token::{Kind, Tally};
use crate::article::BlockKind;
use crate::digest::Direction;
use crate::lang::words::TextWord;
use crate::lang::{LANGUAGES, Language, Script, Sense};

/// Letters read to tell a script, words read to tell a language.
const LETTERS_READ: usize = 20_000;
const WORDS_READ: usize = 500;

/// Below this many words the stop words of a text tell nothing.
const FEWEST_WORDS: usize = 8;

/// How many stop words in a hundred a foreign letter in a hundred asks for: an Arabic
/// text that spells out names has one letter in 300, a Persian one three in a hundred.
const FOREIGN_WEIGHT: f32 = 8.0;

/// Words of one script, and how many of them are stop words of its language.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct Words {
    all: usize,
    stops: usize,
}

/// A block's words by script.
#[derive(Debug, Default, Clone, Copy)]
pub(super) struct WordTally {
    arabic: Words,
    latin: Words,
    other: usize,
}

impl WordTally {
    /// Counts the words of a row of tokens.
    pub fn of(document: &Document, tokens: Range<usize>) -> WordTally {
        let mut tally = WordTally::default();
        for at in tokens {
            let words = match document.tokens[at].kind {
                Kind::Arabic => &mut tally.arabic,
                Kind::Latin => &mut tally.latin,
                Kind::Other => {
                    tally.other += 1;
                    continue;
                }
                _ => continue,
            };
            words.all += 1;
            words.stops += usize::from(document.has_sense(at, Sense::Text(TextWord::Stop)));
        }
        tally
    }
}

/// Letters and words of the blocks that are the article's own.
fn own_tallies<'d>(document: &'d Document) -> impl Iterator<Item = &'d (Tally, WordTally)> {
    let is_own = |kind| !matches!(kind, BlockKind::Embed | BlockKind::Related);
    document.blocks.iter().zip(&document.tallies).filter(move |(b, _)| is_own(b.kind)).map(|(_, tally)| tally)
}

/// The language an article may be in, by its script, and its direction by its letters.
pub fn candidate(document: &Document) -> (Option<&'static Language>, Direction) {
    let (mut arabic, mut latin, mut other, mut rtl) = (0, 0, 0, 0);
    // An Arabic article may hold many English posts: the article's own text decides.
    for (letters, _) in own_tallies(document) {
        arabic += letters.arabic.all;
        latin += letters.latin.all;
        other += letters.other;
        rtl += letters.other_rtl;
        if arabic + latin + other > LETTERS_READ {
            break;
        }
    }
    let is_rtl = (arabic + rtl) * 2 > arabic + latin + other;
    let direction = if is_rtl { Direction::Rtl } else { Direction::Ltr };
    if other > arabic + latin || arabic + latin == 0 {
        return (None, direction);
    }
    (Language::of(if arabic * 2 > latin { Script::Arabic } else { Script::Latin }), direction)
}

/// The direction of a text in a language.
pub fn direction(language: &Language) -> Direction {
    match language.script {
        Script::Arabic => Direction::Rtl,
        Script::Latin => Direction::Ltr,
    }
}

/// What a text's words say of its language.
#[derive(Debug, Default, Clone, Copy)]
struct Evidence {
    words: usize,
    stops: usize,
    letters: usize,
    /// Letters of the script that the language does not write.
    foreign: usize,
}

impl Evidence {
    fn add(&mut self, (letters, words): &(Tally, WordTally), language: &Language) {
        let (words, letters) = match language.script {
            Script::Arabic => (words.arabic, letters.arabic),
            Script::Latin => (words.latin, letters.latin),
        };
        self.words += words.all;
        self.stops += words.stops;
        self.letters += letters.all;
        self.foreign += letters.foreign;
    }

    /// Whether the words are the language's, given how sure one has to be (1.0: with
    /// nothing else known).
    fn holds(self, language: &Language, doubt: f32) -> bool {
        let foreign = self.foreign as f32 / self.letters.max(1) as f32;
        if foreign >= 0.06 || (self.words < FEWEST_WORDS && doubt > 1.0) {
            return false;
        }
        // One word more than there are: a short text has few stop words by chance.
        let stops = (self.stops + 1) as f32 / (self.words + 1) as f32;
        self.words < FEWEST_WORDS || stops >= (language.stop_share + foreign * FOREIGN_WEIGHT) * doubt
    }
}

/// Whether a document that was read as being in a language is in it. The article's own
/// tag makes less evidence do; a tag of another language asks for more.
pub fn confirm(document: &Document, language: &'static Language) -> bool {
    let mut evidence = Evidence::default();
    for tally in own_tallies(document) {
        evidence.add(tally, language);
        if evidence.words >= WORDS_READ {
            break;
        }
    }
    let tag = document.article.lang.as_deref().unwrap_or("").trim();
    let primary = tag.split(['-', '_']).next().unwrap_or("");
    let doubt = if primary.is_empty() || primary.eq_ignore_ascii_case("und") {
        1.0
    } else if primary.eq_ignore_ascii_case(language.tag) {
        0.3
    } else if LANGUAGES.iter().any(|l| primary.eq_ignore_ascii_case(l.tag)) {
        // A tag of another script's language: the page's, not the text's.
        1.0
    } else {
        1.5
    };
    evidence.holds(language, doubt)
}

/// The language of a block: the document's where most of its words are in its script,
/// else the other script's where its words are that language's.
pub fn of_block(document: &Document, tally: &(Tally, WordTally)) -> Option<&'static Language> {
    let main = document.language?;
    let words = &tally.1;
    let (arabic, latin, other) = (words.arabic.all, words.latin.all, words.other);
    if other > arabic + latin {
        return None;
    }
    let script = match arabic.cmp(&latin) {
        std::cmp::Ordering::Greater => Script::Arabic,
        std::cmp::Ordering::Less => Script::Latin,
        std::cmp::Ordering::Equal => return Some(main),
    };
    let language = Language::of(script)?;
    let mut evidence = Evidence::default();
    evidence.add(tally, language);
    let doubt = if std::ptr::eq(language, main) { 0.15 } else { 1.0 };
    // In the article's own language a list of names has no stop word, and is no other language.
    let is_list = std::ptr::eq(language, main) && evidence.foreign * 50 < evidence.letters;
    (is_list || evidence.holds(language, doubt)).then_some(language)
}
