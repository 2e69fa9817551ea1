//! What the benches share: texts of any length, and a digest timed room by room.

use std::time::{Duration, Instant};

use khulasa::text::{Document, fold};
use khulasa::{Article, Block, BlockKind, Options, digest_by_rooms};

/// The languages that texts are made in.
pub const LANGUAGES: [&str; 2] = ["en", "ar"];

/// Bytes of the texts, from a news flash to what no reader has open.
pub const SIZES: [usize; 5] = [1_000, 10_000, 100_000, 1_000_000, 10_000_000];

/// The rooms in the order that a digest goes through them.
pub const ROOMS: [&str; 5] = ["document", "dates", "figures", "quotes", "summary"];

/// The sample articles of `www/bench/texts`.
fn sample(language: &str) -> &'static str {
    match language {
        "ar" => include_str!("../../www/bench/texts/ar.txt"),
        _ => include_str!("../../www/bench/texts/en.txt"),
    }
}

/// Syllables that names are made of, so that a long text goes on naming people it has not named yet.
const SYLLABLES: [(&str, [&str; 12]); 2] = [
    ("en", ["ba", "den", "kor", "li", "mar", "no", "pel", "ri", "sten", "ta", "vo", "wen"]),
    ("ar", ["با", "دان", "كور", "لي", "مار", "نو", "بيل", "ري", "سام", "تا", "وي", "رن"]),
];

/// The name of a number: a different one for each.
fn name(language: &str, mut number: usize) -> String {
    let syllables = SYLLABLES.iter().find(|(l, _)| *l == language).unwrap_or(&SYLLABLES[0]).1;
    let mut name = String::new();
    for _ in 0..4 {
        name.push_str(syllables[number % syllables.len()]);
        number /= syllables.len();
    }
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// An article of `bytes` bytes or one paragraph more: the sample's paragraphs over and over, and after each
/// round one of a speaker, a figure and a day that no other round has.
pub fn article(language: &str, bytes: usize) -> Article {
    let paragraph = |text: String| Block { kind: BlockKind::Paragraph, text };
    let mut lines = sample(language).lines();
    let title = lines.next().map(str::to_owned);
    let paragraphs: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    let mut blocks = Vec::new();
    let mut size = 0;
    for at in 0.. {
        if size >= bytes {
            break;
        }
        let round = at / (paragraphs.len() + 1);
        let text = match paragraphs.get(at % (paragraphs.len() + 1)) {
            Some(text) => (*text).to_owned(),
            None => {
                let (first, last) = (name(language, round), name(language, round * 7 + 5_000));
                let (count, day, year) = (1_000 + round * 13, 1 + round % 28, 1950 + round % 75);
                match language {
                    "ar" => format!("وقال النائب {first} {last} إن {count} شخصا غادروا الوادي في {day} مارس {year}."),
                    _ => format!(
                        "{first} {last}, a member of the council, said {count} people left the valley on {day} March {year}."
                    ),
                }
            }
        };
        size += text.len() + 1;
        blocks.push(paragraph(text));
    }
    Article { title, lang: None, published: Some("2024-02-21".to_owned()), blocks }
}

/// Bytes of an article's texts.
pub fn bytes(article: &Article) -> usize {
    article.title.as_deref().map_or(0, str::len) + article.blocks.iter().map(|b| b.text.len()).sum::<usize>()
}

/// Makes the digest of an article; gives how long each of [`ROOMS`] took.
pub fn rooms(article: &Article) -> [Duration; ROOMS.len()] {
    let mut times = [Duration::ZERO; ROOMS.len()];
    let mut start = Instant::now();
    let digest = digest_by_rooms(article, &Options::default(), |room| {
        times[room] += start.elapsed();
        start = Instant::now();
    });
    std::hint::black_box(digest);
    times
}

/// Folds every word of an article, as the lexicon does.
pub fn fold_all(article: &Article) -> usize {
    let mut buffer = [0; 64];
    let words = article.blocks.iter().flat_map(|block| block.text.split_ascii_whitespace());
    words.map(|word| fold::fold_into(word, &mut buffer).len()).sum()
}

/// Tokens and sentences of an article.
pub fn document(article: &Article) -> (usize, usize) {
    let document = Document::new(article);
    (document.tokens.len(), document.sentences.len())
}
