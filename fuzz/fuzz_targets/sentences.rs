//! Tokens and sentences, of articles made of marks and news.
#![no_main]

#[path = "../../tests/strength/mod.rs"]
mod strength;

use strength::{Room, article_of, check_document};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let pieces: Vec<&str> = [Room::Marks, Room::News].into_iter().flat_map(Room::pieces).copied().collect();
    check_document(&article_of(bytes, &pieces));
});
