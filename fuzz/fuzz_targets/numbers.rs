//! Numbers and figures, of articles made of what their rules read.
#![no_main]

#[path = "../../tests/strength/mod.rs"]
mod strength;

use strength::{Room, article_of, check};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    check(&article_of(bytes, Room::Numbers.pieces()));
});
