//! Hostile text: whatever comes in, a digest comes out, in time linear in the text, and
//! every span in it is verbatim. No assertion is on time: an input that took more than
//! linear time here would not end.

mod strength;

use std::task::{Context, Poll, Waker};

use khulasa::{Article, Block, BlockKind, Options, digest, digest_in_parts};
use strength::{Room, check};

/// Each piece alone, many times over: nothing nests, pairs or repeats its way to more than linear time.
#[test]
fn one_piece_many_times() {
    let pieces = [Room::Marks, Room::Quotes].into_iter().flat_map(Room::pieces);
    for (at, piece) in pieces.enumerate() {
        // Beside one another and apart by turns.
        let text = [*piece, ["", " "][at % 2]].concat().repeat(20_000);
        check(&Article { blocks: vec![Block { kind: BlockKind::Paragraph, text }], ..Article::default() });
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

/// What only looks like a number is none, whatever digits stand in it.
#[test]
fn digits_among_letters_that_look_like_digits_are_no_figures() {
    for (text, values) in [
        ("They counted 2Ο2Ο homes there.", &[][..]),
        ("They counted ЗO carts and lІO cars there.", &[]),
        ("They counted 3б homes and б3 farms there.", &[]),
        ("They counted ٣٤ mills and 20 homes there.", &[34.0, 20.0]),
    ] {
        let found = check(&Article::from_text(text));
        let read: Vec<f64> = found.figures.iter().map(|f| f.value).collect();
        assert_eq!(read, values, "{text}");
    }
}

/// A thread that makes the digest of a long text can answer every few hundred words, whether the text comes in
/// paragraphs or in one piece.
#[test]
fn long_texts_are_read_in_parts() {
    let sentence = "Mayor Ruth Adler said on Monday that 300 people had left the valley. ";
    let block = |text: String| Block { kind: BlockKind::Paragraph, text };
    let rests = |blocks: Vec<Block>| {
        let (article, options) = (Article { blocks, ..Article::default() }, Options::default());
        let mut work = std::pin::pin!(digest_in_parts(&article, &options));
        let mut rests = 0;
        loop {
            match work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
                Poll::Ready(found) => break (rests, found),
                Poll::Pending => rests += 1,
            }
        }
    };
    // Words and stops are read, looked through for dates, figures and cues, and judged: five passes at least.
    let least = 1_000 * 14 / 600 * 5;
    let (by_paragraphs, found) = rests(vec![block(sentence.to_owned()); 1_000]);
    assert_eq!((found.dates.len(), found.figures.len(), found.speakers.len()), (1_000, 1_000, 1));
    assert!(by_paragraphs > least, "{by_paragraphs} rests");
    let (in_one, found) = rests(vec![block(sentence.repeat(1_000))]);
    assert_eq!((found.dates.len(), found.figures.len(), found.speakers.len()), (1_000, 1_000, 1));
    assert!(in_one > least, "{in_one} rests");
}

/// A phrase is one wherever in its text it stands: texts are read in parts, and no part ends inside of one.
#[test]
fn phrases_stand_anywhere() {
    let rows = [("ما لا يقل عن 20 جنديا", ["من ", "بيت "]), ("no fewer than 20 soldiers", ["of ", "houses "])];
    for (figure, fillers) in rows {
        for before in 490..530 {
            let text: String = fillers.into_iter().cycle().take(before).chain([figure]).collect();
            let article = Article::from_text(&text);
            let found = digest(&article, &Options::default()).figures;
            let found: Vec<_> = found.iter().map(|f| (article.text(f.span), f.modifier.map(|m| m.name()))).collect();
            assert_eq!(found, [(figure, Some("at-least"))], "behind {before} words");
        }
    }
}
