//! The summary: what is chosen, how much, in which order.

use khulasa::digest::Digest;
use khulasa::{Article, Block, BlockKind, Length, Options, digest};

fn article(title: &str, texts: &[&str]) -> Article {
    let blocks = texts.iter().map(|t| Block { kind: BlockKind::Paragraph, text: (*t).to_owned() }).collect();
    Article { title: Some(title.to_owned()), blocks, ..Article::default() }
}

fn sentences(count: usize) -> Options {
    Options { sentences: Some(count), ..Options::default() }
}

fn blocks(digest: &Digest) -> Vec<u32> {
    digest.summary.iter().map(|s| s.span.block.expect("no sentence of the title")).collect()
}

const BRIDGE: &[&str] = &[
    "The city council voted on Monday to close the old bridge for a year of repairs.",
    "Engineers found cracks in two of the bridge's pillars in the spring, the council said.",
    "He said that the decision had not been easy for any of the members.",
    "Is there another way across the river for the farmers of the valley?",
    "A ferry will carry cars and buses while the bridge is closed, twice in every hour.",
    "Meanwhile, the town's museum opened an exhibition about old maps and their makers.",
    "The repairs of the bridge will cost 40 million dollars, half of it paid by the state.",
    "Traders in the old market fear that the closed bridge will keep their customers away.",
];

#[test]
fn the_story_comes_before_its_surroundings() {
    let found = blocks(&digest(&article("Council closes old bridge for a year of repairs", BRIDGE), &sentences(3)));
    assert!(found.contains(&0), "the lead: {found:?}");
    for (block, why) in [(2, "a pronoun without its noun"), (3, "a question"), (5, "background")] {
        assert!(!found.contains(&block), "{why}: {found:?}");
    }
}

#[test]
fn as_many_as_asked_for_in_reading_order() {
    let article = article("Council closes old bridge", BRIDGE);
    for count in 0..12 {
        let found = blocks(&digest(&article, &sentences(count)));
        assert_eq!(found.len(), count.min(BRIDGE.len()));
        assert!(found.is_sorted_by(|a, b| a < b), "{found:?}");
    }
    assert_eq!(digest(&article, &sentences(usize::MAX)).summary.len(), BRIDGE.len());
}

#[test]
fn lengths_go_by_the_article() {
    let long: Vec<String> =
        (0..60).map(|n| format!("The council heard witness number {n} on the matter of the bridge today.")).collect();
    let long: Vec<&str> = long.iter().map(String::as_str).collect();
    let count =
        |texts: &[&str], length| digest(&article("Bridge", texts), &Options { sentences: None, length }).summary.len();
    let rows: &[(&[&str], [usize; 3])] = &[
        (&[], [0, 0, 0]),
        (&BRIDGE[..1], [1, 1, 1]),
        (&BRIDGE[..2], [1, 1, 1]),
        (&BRIDGE[..4], [2, 2, 2]),
        (BRIDGE, [3, 4, 4]),
        (&long, [4, 7, 12]),
    ];
    for (texts, expected) in rows {
        let found = [Length::Short, Length::Medium, Length::Long].map(|length| count(texts, length));
        assert_eq!(found, *expected, "{} sentences", texts.len());
    }
}

#[test]
fn no_two_say_the_same() {
    let texts = [
        "The city council voted on Monday to close the old bridge for a year of repairs.",
        "The council of the city voted to close the old bridge for repairs for a year on Monday.",
        "A ferry will carry cars and buses across the river twice in every hour until then.",
        "Traders in the market fear that they will lose many of their customers by summer.",
    ];
    let found = blocks(&digest(&article("Council closes old bridge", &texts), &sentences(2)));
    assert!(!(found.contains(&0) && found.contains(&1)), "{found:?}");
}

/// A sentence that only adds to the one before it comes with it or not at all.
#[test]
fn a_leaning_sentence_has_its_support() {
    let texts = [
        "أعلنت بلدية المدينة إغلاق الجسر القديم لمدة عام كامل من أجل إصلاحه.",
        "وقال المهندس سامر حداد إن الشقوق ظهرت في أعمدة الجسر خلال الربيع.",
        "وأضاف أن إغلاق الجسر القديم في المدينة لمدة عام من أجل إصلاحه قرار لا مفر منه.",
        "وستنقل عبّارة السيارات بين الضفتين مرتين في كل ساعة طوال هذه المدة.",
        "ويخشى تجار السوق القديم أن يفقدوا كثيرا من زبائنهم قبل الصيف.",
    ];
    for count in 1..5 {
        let found = blocks(&digest(&article("بلدية المدينة تغلق الجسر القديم لمدة عام", &texts), &sentences(count)));
        assert!(!found.contains(&2) || found.contains(&1), "{count}: {found:?}");
        assert!(found.contains(&0), "{count}: {found:?}");
    }
}

#[test]
fn only_prose_of_the_article() {
    let mut article = article("Council closes old bridge", BRIDGE);
    let extra = [
        (BlockKind::Heading, "Council closes old bridge for repairs after a vote on Monday."),
        (BlockKind::Caption, "The old bridge, closed by the council on Monday for repairs."),
        (BlockKind::Table, "Bridge repairs 40 million dollars council vote Monday."),
        (BlockKind::Embed, "The council closed the old bridge for repairs on Monday."),
        (BlockKind::Related, "The council closed the old bridge for repairs on Monday."),
        (BlockKind::Paragraph, "Read more: The council closes the old bridge for repairs"),
    ];
    for (kind, text) in extra {
        article.blocks.insert(0, Block { kind, text: text.to_owned() });
    }
    for found in blocks(&digest(&article, &sentences(6))) {
        assert!(found >= 6, "block {found}: {}", article.blocks[found as usize].text);
    }
}

/// What a sentence names by index stands inside it.
#[test]
fn sentences_name_what_they_hold() {
    let texts = [
        "Three soldiers and 12 officers were killed near the river on 3 March 2024, the army said.",
        "\"We lost friends,\" General Omar Haddad told reporters in the capital.",
        "The army has 2,500 soldiers in the region and 900 more across the border.",
    ];
    let found = digest(&article("Soldiers killed near river", &texts), &sentences(3));
    let mut named = 0;
    for sentence in &found.summary {
        for &figure in &sentence.figures {
            assert!(sentence.span.contains(found.figures[figure as usize].span));
        }
        for &date in &sentence.dates {
            assert!(sentence.span.contains(found.dates[date as usize].span));
        }
        for &quote in &sentence.quotes {
            assert!(sentence.span.contains(found.quotes[quote as usize].span));
        }
        named += sentence.figures.len();
    }
    let inside = found.figures.iter().filter(|f| found.summary.iter().any(|s| s.span.contains(f.span)));
    assert_eq!(named, inside.count(), "each once, none left out");
    assert!(named >= 4);
}

/// The starting article ends with links: nothing of them is in the digest.
#[test]
fn the_starting_article_has_nothing_of_its_links() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/eval/data/arabic-gold/iraq-coalition.txt");
    let Ok(text) = std::fs::read_to_string(path) else {
        println!("skipped: ../shared is not there");
        return;
    };
    let (title, body) = text.split_once('\n').expect("a headline and a body");
    let article = Article { title: Some(title.to_owned()), ..Article::from_text(body) };
    let links = article.blocks.len() as u32 - 3;
    let found = digest(&article, &sentences(8));
    let spans = (found.summary.iter().map(|s| s.span))
        .chain(found.figures.iter().map(|f| f.span))
        .chain(found.dates.iter().map(|d| d.span))
        .chain(found.quotes.iter().map(|q| q.span))
        .chain(found.terms.iter().copied());
    for span in spans {
        assert!(span.block.is_none_or(|b| b < links), "{}", article.text(span));
        assert!(!article.block_text(span.block).contains("twitter"), "{}", article.text(span));
    }
    assert_eq!(found.summary.len(), 8);
}
