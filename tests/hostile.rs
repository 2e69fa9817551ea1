//! Hostile text: whatever comes in, a digest comes out, in time linear in the text, and
//! every span in it is verbatim. No assertion is on time: an input that took more than
//! linear time here would not end.

use khulasa::{Article, Block, BlockKind, Options, Span, digest};

/// Pieces that texts are made of: marks that open and close, letters of every script,
/// characters of every width, words that rules begin with.
const PIECES: &[&str] = &[
    "a",
    "The",
    "U.S.",
    "Mr.",
    "said",
    "\"",
    "“",
    "”",
    "«",
    "»",
    "'",
    "’",
    "(",
    ")",
    "[",
    "]",
    ".",
    "..",
    "…",
    "!",
    "؟",
    "،",
    ",",
    ":",
    "-",
    "—",
    "@",
    "#",
    "%",
    "$",
    "€",
    "1",
    "23",
    "4,567.89",
    "١٢٣",
    "۴۵",
    "½",
    "الف",
    "وبال",
    "قال",
    "ثلاثة",
    "جنود",
    "2024",
    "يناير",
    "May",
    "اقرأ المزيد:",
    "Read more:",
    "pic.twitter.com",
    "\u{200f}",
    "\u{202e}",
    "\u{64b}",
    "\u{640}",
    "\u{300}",
    "\u{fffd}",
    "\0",
    "\n",
    "\t",
    " ",
    "  ",
    "\u{a0}",
    "\u{feff}",
    "🛰",
    "👨\u{200d}👩",
    "漢字",
    "。",
    "שלום",
    "پچ",
    "ﷺ",
    "ﻻ",
    "é",
    "ß",
    "İ",
    "ǅ",
    "\u{10ffff}",
    "million",
    "مليون",
    "billion",
    "و",
    "لل",
];

/// A small generator (xorshift), so that a failure can be run again.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }

    fn text(&mut self, pieces: usize) -> String {
        let mut text = String::new();
        for _ in 0..pieces {
            text.push_str(PIECES[self.roll(PIECES.len())]);
            if self.roll(3) > 0 {
                text.push(' ');
            }
        }
        text
    }
}

/// Whether a span is of the article: inside its block, on character boundaries, not empty.
fn is_verbatim(article: &Article, span: Span) -> bool {
    let text = article.block_text(span.block);
    span.start < span.end && text.get(span.range()).is_some()
}

fn check(article: &Article) {
    let found = digest(article, &Options { sentences: Some(3), ..Options::default() });
    let lists: [(&str, Vec<Span>); 5] = [
        ("summary", found.summary.iter().map(|s| s.span).collect()),
        ("figures", found.figures.iter().map(|f| f.span).collect()),
        ("dates", found.dates.iter().map(|d| d.span).collect()),
        ("quotes", found.quotes.iter().map(|q| q.span).collect()),
        ("terms", found.terms.clone()),
    ];
    for (name, spans) in lists {
        for span in &spans {
            assert!(is_verbatim(article, *span), "{name} {span:?} in {article:?}");
        }
        assert!(spans.is_sorted(), "{name} out of order in {article:?}");
    }
    let speakers = found.quotes.iter().filter_map(|q| q.speaker).flat_map(|s| [Some(s.name), s.role, s.mention]);
    let cues = found.quotes.iter().map(|q| q.cue);
    let cast = found.speakers.iter().flat_map(|s| [Some(s.name), s.role, Some(s.first)]);
    for span in speakers.chain(cues).chain(cast).flatten() {
        assert!(is_verbatim(article, span), "{span:?} in {article:?}");
    }
}

#[test]
fn random_texts_give_verbatim_spans_in_order() {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    for _ in 0..3_000 {
        let blocks = (0..dice.roll(6))
            .map(|_| {
                let pieces = dice.roll(40);
                Block { kind: BlockKind::NAMES[dice.roll(8)].1, text: dice.text(pieces) }
            })
            .collect();
        let title = (dice.roll(2) == 0).then(|| dice.text(8));
        check(&Article { title, blocks, published: Some("2024-02-20".to_owned()), ..Article::default() });
    }
}

/// Each piece alone, many times over: nothing nests, pairs or repeats its way to more than linear time.
#[test]
fn one_piece_many_times() {
    for piece in PIECES {
        for joint in ["", " "] {
            let text = [*piece, joint].concat().repeat(20_000);
            check(&Article { blocks: vec![Block { kind: BlockKind::Paragraph, text }], ..Article::default() });
        }
    }
}

#[test]
fn large_inputs_come_to_an_end() {
    let size = if cfg!(debug_assertions) { 1 << 20 } else { 10 << 20 };
    let nasty = [
        "a",
        " ",
        "\n",
        ".",
        "\"",
        "«",
        "(",
        ")",
        "'",
        "1",
        "1,",
        "و",
        "ال",
        "\u{64b}",
        "\u{202e}",
        "🛰",
        "قال «",
        "he said, \"",
        "mr. ",
        "one hundred ",
        "ثلاثة و",
        "the dam broke. ",
        "انهار السد. ",
        "read more: ",
        "a.",
        "a'",
        "(@",
        "— (@",
        "\u{0}",
    ];
    for piece in nasty {
        let text = piece.repeat(size / piece.len());
        check(&Article { blocks: vec![Block { kind: BlockKind::Paragraph, text }], ..Article::default() });
    }
    // A hundred thousand blocks of one word; three thousand sentences.
    let block = |text: &str| Block { kind: BlockKind::Paragraph, text: text.to_owned() };
    check(&Article { blocks: vec![block("word"); 100_000], ..Article::default() });
    check(&Article { blocks: vec![block(""); 100_000], ..Article::default() });
    check(&Article { blocks: vec![block("اقرأ المزيد"); 20_000], ..Article::default() });
    check(&Article {
        blocks: vec![block("The council met again today. It said nothing new."); 3_000],
        ..Article::default()
    });
}

#[test]
fn a_summary_of_everything_comes_to_an_end() {
    let blocks = (0..3_000)
        .map(|n| Block {
            kind: BlockKind::Paragraph,
            text: format!("The council heard witness {n} about bridge {}.", n % 7),
        })
        .collect();
    let article = Article { blocks, ..Article::default() };
    for count in [1, 1_500, 2_999, usize::MAX] {
        let found = digest(&article, &Options { sentences: Some(count), ..Options::default() });
        assert_eq!(found.summary.len(), count.min(3_000));
    }
}
