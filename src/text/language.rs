//! Which language a text is in, and which way it runs.
//!
//! Letters tell the script, and a script has one language here. Whether a text in the
//! script is in that language tell its letters and its stop words: Persian and Urdu have
//! letters that Arabic does not write, French and German have few of English's words.

use super::token::Kind;
use super::{DocBlock, Document, fold};
use crate::article::{Article, BlockKind};
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

/// Letters of each script in a text.
#[derive(Debug, Default, Clone, Copy)]
struct Letters {
    arabic: usize,
    latin: usize,
    other: usize,
    /// Letters that run from right to left, of any script.
    rtl: usize,
}

impl Letters {
    fn of(article: &Article) -> Letters {
        let mut letters = Letters::default();
        letters.count(article.title.as_deref().unwrap_or(""));
        // An Arabic article may hold many English posts: the article's own text decides.
        for block in article.blocks.iter().filter(|b| is_own(b.kind)) {
            letters.count(&block.text);
            if letters.all() > LETTERS_READ {
                break;
            }
        }
        letters
    }

    fn all(self) -> usize {
        self.arabic + self.latin + self.other
    }

    fn count(&mut self, text: &str) {
        for c in text.chars().take(LETTERS_READ) {
            match fold::class(c) {
                fold::Class::Arabic => self.arabic += 1,
                fold::Class::Latin => self.latin += 1,
                fold::Class::Other => {
                    self.other += 1;
                    // Hebrew, Syriac, Thaana, NKo.
                    self.rtl += usize::from(matches!(c, '\u{0590}'..='\u{08ff}' | '\u{fb1d}'..='\u{fb4f}'));
                }
                _ => {}
            }
        }
        self.rtl = self.rtl.min(self.other);
    }
}

fn is_own(kind: BlockKind) -> bool {
    !matches!(kind, BlockKind::Embed | BlockKind::Related)
}

/// The language an article may be in, by its script, and its direction by its letters.
pub fn candidate(article: &Article) -> (Option<&'static Language>, Direction) {
    let letters = Letters::of(article);
    let direction = if (letters.arabic + letters.rtl) * 2 > letters.all() { Direction::Rtl } else { Direction::Ltr };
    if letters.other > letters.arabic + letters.latin || letters.arabic + letters.latin == 0 {
        return (None, direction);
    }
    let script = if letters.arabic * 2 > letters.latin { Script::Arabic } else { Script::Latin };
    (LANGUAGES.iter().copied().find(|l| l.script == script), direction)
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
    fn add(&mut self, document: &Document, block: &DocBlock, language: &Language) {
        let kind = kind_of(language.script);
        for at in block.tokens.clone().filter(|&at| document.tokens[at].kind == kind) {
            self.words += 1;
            self.stops += usize::from(document.has_sense(at, Sense::Text(TextWord::Stop)));
        }
        let letters = match language.script {
            Script::Arabic => block.letters.arabic,
            Script::Latin => block.letters.latin,
        };
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
    for block in document.blocks.iter().filter(|b| is_own(b.kind)) {
        evidence.add(document, block, language);
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
pub fn of_block(document: &Document, block: &DocBlock) -> Option<&'static Language> {
    let main = document.language?;
    let tokens = &document.tokens[block.tokens.clone()];
    let count = |kind| tokens.iter().filter(|t| t.kind == kind).count();
    let (arabic, latin, other) = (count(Kind::Arabic), count(Kind::Latin), count(Kind::Other));
    if other > arabic + latin {
        return None;
    }
    let script = match arabic.cmp(&latin) {
        std::cmp::Ordering::Greater => Script::Arabic,
        std::cmp::Ordering::Less => Script::Latin,
        std::cmp::Ordering::Equal => return Some(main),
    };
    let language = super::lexicon::language_for(script, main)?;
    let mut evidence = Evidence::default();
    evidence.add(document, block, language);
    let doubt = if std::ptr::eq(language, main) { 0.15 } else { 1.0 };
    // In the article's own language a list of names has no stop word, and is no other language.
    let is_list = std::ptr::eq(language, main) && evidence.foreign * 50 < evidence.letters;
    (is_list || evidence.holds(language, doubt)).then_some(language)
}

fn kind_of(script: Script) -> Kind {
    match script {
        Script::Arabic => Kind::Arabic,
        Script::Latin => Kind::Latin,
    }
}
