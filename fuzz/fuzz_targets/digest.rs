//! The whole digest: of any text, and of articles made of every room's pieces.
#![no_main]

#[path = "../../tests/strength/mod.rs"]
mod strength;

use khulasa::Article;
use strength::{Room, article_of, check, check_document};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let article = match bytes.split_first() {
        Some((0, text)) => Article::from_text(&String::from_utf8_lossy(text)),
        _ => {
            let pieces: Vec<&str> = Room::ALL.into_iter().flat_map(Room::pieces).copied().collect();
            article_of(bytes, &pieces)
        }
    };
    check_document(&article);
    assert_eq!(check(&article), check(&article), "the same text has the same digest");
});
