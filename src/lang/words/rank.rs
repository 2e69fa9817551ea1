//! Words that say how much a sentence matters.

words! {
/// A discourse cue at the head of a sentence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum RankWord {
    /// Opens background: `يذكر أن`, `meanwhile`.
    Background,
    /// Opens what only adds to the sentence before: `وهو الأمر الذي`, `for example`.
    Dangling,
    /// Stands for someone or something named before: `he`, `these`.
    Pronoun,
}
}
