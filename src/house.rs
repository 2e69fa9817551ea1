//! A house's own words, as data: what it counts in, which words introduce speech in its
//! articles, what its speakers are called.

use std::sync::Arc;

use crate::digest::FigureKind;
use crate::lang::Sense;
use crate::lang::words::{Agreement, CueKind, FigureWord, QuoteWord};
use crate::text::fold;
use crate::text::lexicon::{self, Lexicon, SENSES};

/// Words that a newsroom uses and the built-in data does not have, or has otherwise. The words
/// are read beside the built-in ones and before them.
///
/// A row a line: what the words are, a colon, the words, parted by commas. Blank lines and lines that
/// begin with `#` say nothing.
///
/// | row | its words are |
/// | --- | --- |
/// | `unit KIND` | counted nouns; the kind is a figure's: `troops`, `casualties`, `people`, `measure`, `count` |
/// | `currency CODE` | names or signs of a currency, by its ISO 4217 code |
/// | `cue KIND` | words of saying: `say` (takes a clause or a quote), `voice` (takes a part: `praised`), `describe` (`called it`), `along` (`adding`), `source` (the speaker follows: `according to`) |
/// | `title` | what speakers are called: `minister` |
/// | `body` | bodies that speak: `council` |
///
/// `he`, `she` or (of cues and titles) `they` behind them says whom a word goes with, where it says so.
///
/// A form is written once: vowel signs, alef forms, capitals and the particles that are written with a word
/// are seen through, but every plural is a form. A form of several words is a phrase.
///
/// ```
/// use khulasa::{Article, House, Options, digest};
///
/// let house = House::parse("unit measure: feddan, feddans\ntitle: harbourmaster");
/// assert!(house.problems().is_empty());
///
/// let article = Article::from_text("The ministry will sell 3,000 feddans, officials said.");
/// let digest = digest(&article, &Options { house, ..Options::default() });
/// assert_eq!(digest.figures[0].kind.name(), "measure");
/// ```
#[derive(Debug, Clone, Default)]
pub struct House(Option<Arc<Words>>);

#[derive(Debug)]
struct Words {
    rows: String,
    lexicon: Lexicon,
    problems: Vec<String>,
}

impl House {
    /// Reads rows. What is no row, or holds no word, is passed over and named in [`House::problems`].
    pub fn parse(rows: &str) -> House {
        let (mut forms, mut problems) = (Vec::new(), Vec::new());
        for line in fold::parts(rows, '\n').map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            match fold::find(line, ":").and_then(|colon| Some((sense(&line[..colon])?, &line[colon + 1..]))) {
                Some((sense, words)) => {
                    let words = words.split([',', '،']).map(str::trim).filter(|form| !form.is_empty());
                    forms.extend(words.map(|form| (sense, form)));
                }
                None => problems.push(["house: no such row: ", line].concat()),
            }
        }
        let (lexicon, left) = lexicon::get().with(&forms);
        problems.extend(left.iter().map(|form| ["house: not taken in: ", form].concat()));
        House(Some(Arc::new(Words { rows: rows.to_owned(), lexicon, problems })))
    }

    /// What of the rows was passed over, a line each; a digest has them among its warnings.
    pub fn problems(&self) -> &[String] {
        self.0.as_ref().map_or(&[], |words| &words.problems)
    }

    fn rows(&self) -> &str {
        self.0.as_ref().map_or("", |words| &words.rows)
    }

    pub(crate) fn lexicon(&self) -> &Lexicon {
        self.0.as_ref().map_or_else(|| lexicon::get(), |words| &words.lexicon)
    }
}

impl PartialEq for House {
    fn eq(&self, other: &House) -> bool {
        self.rows() == other.rows()
    }
}

impl Eq for House {}

/// What the words of a row mean, as an index: a sense that the built-in data has as well.
fn sense(head: &str) -> Option<u16> {
    let words: Vec<&str> = head.split_whitespace().collect();
    let wanted = match words[..] {
        ["unit", kind] => Sense::Figure(FigureWord::Noun(FigureKind::from_name(kind)?)),
        ["currency", code] => {
            let is_it = |sense: &&Sense| matches!(sense, Sense::Figure(FigureWord::Currency(known)) if *known == code);
            *SENSES.iter().find(is_it)?
        }
        ["cue", kind, ref by @ ..] => {
            let kind = match kind {
                "say" => CueKind::Say,
                "voice" => CueKind::Voice,
                "describe" => CueKind::Describe,
                "along" => CueKind::Along,
                "source" => CueKind::Source,
                _ => return None,
            };
            Sense::Quote(QuoteWord::Cue(kind, agreement(by)?))
        }
        ["title", ref by @ ..] => Sense::Quote(QuoteWord::Role(agreement(by)?)),
        ["body", ref by @ ..] => Sense::Quote(QuoteWord::Body(agreement(by)?)),
        _ => return None,
    };
    SENSES.iter().position(|&sense| sense == wanted).map(|at| at as u16)
}

fn agreement(by: &[&str]) -> Option<Agreement> {
    Some(match by {
        [] => Agreement::Any,
        ["he"] => Agreement::He,
        ["she"] => Agreement::She,
        ["they"] => Agreement::They,
        _ => return None,
    })
}
