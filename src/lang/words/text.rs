//! Words that say how a text is cut: abbreviations, and what is not the article's own text.

words! {
/// A word that matters to sentences, language or boilerplate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum TextWord {
    /// Written with a full stop that ends no sentence: `Mr`, `Gen`.
    Abbreviation,
    /// The same, but it may stand last in its sentence: `Inc`, `p.m.`.
    FinalAbbreviation,
    /// An abbreviation before a number only: `No. 5`, but `No. He refused.`
    NumberAbbreviation,
    /// So common that it tells the language and says nothing else.
    Stop,
    /// Opens a line that leads away from the article: `اقرأ المزيد`, `Read more`.
    ReadMore,
    /// Leads away only where it is all there is on its line, or a colon follows: `Related`.
    ReadMoreLabel,
    /// Furniture of the page where it is all there is in its block: `Advertisement`, `شارك`.
    Furniture,
    /// Opens a short block that asks the reader to share, sign up, follow, pay: `Sign up for`.
    Plea,
    /// Anywhere in a short block: it is a notice about rights: `All rights reserved`.
    Rights,
    /// Opens a line that names who wrote, edited or took the picture: `Reporting by`, `تصوير`.
    Credit,
    /// A credit only with a colon behind it: `Source:`, `المصدر:`.
    CreditLabel,
    /// A news agency or a picture agency, for lines that hold nothing else: `(رويترز)`.
    Agency,
    /// Stands in the text of an embedded post: `pic.twitter.com`.
    Post,
}
}
