//! How much each feature of a sentence counts. Written by `scripts/learn_summary.py`, not
//! by hand; `docs/SUMMARY.md` says how the weights come about.

pub const FEATURES: usize = 12;

/// Where `title` stands.
pub const TITLE: usize = 3;

pub const WEIGHTS: [f32; FEATURES] = [
    1.31,  // position
    0.47,  // lead
    0.04,  // opening
    0.75,  // title
    0.75,  // centrality
    0.30,  // content
    -0.40, // length
    -0.30, // background
    -0.25, // dangling
    -0.40, // question
    -0.40, // unbalanced
    -0.30, // speech
];

#[cfg(feature = "cli")]
pub const NAMES: [&str; FEATURES] = [
    "position",
    "lead",
    "opening",
    "title",
    "centrality",
    "content",
    "length",
    "background",
    "dangling",
    "question",
    "unbalanced",
    "speech",
];
