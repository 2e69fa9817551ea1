//! Number words: what the number grammar is made of.

words! {
/// A word that builds numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NumberWord {
    /// 0 to 99 as one word, and hundreds written as one word (`ثلاثمئة`, 300).
    Cardinal(u16),
    /// A multiple of ten that follows its unit: `خمسة وعشرون`, "five and twenty".
    Tens(u16),
    /// Ten, also as the second word of the teens: `خمسة عشر`, "five ten".
    Ten,
    /// One or so, but only before a ten: `أحد عشر`, `إحدى وعشرين`.
    TeenUnit(u16),
    /// The same joined by an "and" that folding makes a letter of the word: `وأحد عشر`.
    AndTeenUnit(u16),
    /// A power of ten, one of it where it stands alone: `مئة` is 2, `ألف` 3, `مليون` 6.
    Scale(u8),
    /// A power of ten that only multiplies: `hundred` is 2, `آلاف` 3, `millions` 6.
    Multiplier(u8),
    /// A power of ten in the accusative, or its dual before a noun: `خمسون ألفا` is 50,000,
    /// `ألفا جندي` 2000 soldiers.
    ScaleOrDual(u8),
    /// A dual of a power of ten: `ألفان` is twice 10^3, `مليونين` twice 10^6.
    DualScale(u8),
    /// A power of ten written behind digits as letters: `10k` is 3.
    Suffix(u8),
    /// The same, where it may as well be a unit: `5m`. A capital, or money, makes it a number.
    UnsureSuffix(u8),
    /// A part: `نصف` is `(1, 2)`, `ثلثي` `(2, 3)`.
    Fraction(u8, u8),
    /// A part, or the number of the same letters: `خمس` is five, and a fifth before a definite noun.
    FractionOrCardinal(u16, u16),
    /// Divides the number before it: `أخماس`, `quarters`.
    Denominator(u64),
    /// A part of a great number, after an article: `a millionth`.
    Part(u64),
    /// Before a number of parts in words, one of them: `جزء من مئة`, "a part of a hundred".
    PartOf,
    /// Two, between an article and `of`: `a couple of`.
    Pair,
    /// `third`, `الثالث`; also in compounds (`الثالث والعشرين`).
    Ordinal(u16),
    /// A multiple of ten as an ordinal that follows its unit: `العشرون`, besides what it counts.
    OrdinalTens(u16),
    /// The letters behind an ordinal in digits: `21st`.
    OrdinalSuffix,
    /// Joins the parts of a number: `and`.
    And,
    /// `a` where it means one (`a hundred`).
    Article,
    /// Between a part and its whole: `of` in `half of a million`.
    Of,
    /// A fixed number as a noun, behind a number or an article: `dozen` is 12.
    Group(u16),
    /// Makes what follows negative: `minus`.
    Minus,
    /// The decimal mark as a word: `point`, `فاصلة`.
    Point,
    /// Between any numerator and its denominator: `مئة على خمسة`.
    Over,
    /// Between a part and a whole, after one only: `one in five`, `one over twenty`, `واحد من ثلاثة`.
    OneIn,
    /// Between any part and its whole: `seven in every ten`, `تسعة من كل عشرة`.
    InEvery,
    /// The same, where the whole is one that shares are told of: `four in ten`.
    In,
}
}
