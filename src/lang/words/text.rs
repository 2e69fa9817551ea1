//! Words that say how a text is cut: abbreviations, and what is not the article's own text.

/// A word that matters to sentences, language or boilerplate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum TextWord {
    /// Written with a full stop that ends no sentence: `Mr`, `Gen`.
    Abbreviation,
    /// So common that it tells the language and says nothing else.
    Stop,
    /// Opens a line that leads away from the article: `اقرأ المزيد`, `Read more`.
    ReadMore,
}
