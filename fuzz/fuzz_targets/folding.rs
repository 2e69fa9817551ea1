//! Folding, of any text.
#![no_main]

#[path = "../../tests/strength/mod.rs"]
mod strength;

libfuzzer_sys::fuzz_target!(|text: &str| strength::check_folding(text));
