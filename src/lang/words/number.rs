//! Number words: what the number grammar is made of.

/// A word that builds numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum NumberWord {
    /// 0 to 99 as one word, and hundreds written as one word (`ثلاثمئة`, 300).
    Cardinal(u16),
    /// A power of ten that multiplies what stands before it: `hundred` is 2, `ألف` 3, `مليون` 6.
    Scale(u8),
    /// A dual of a power of ten: `ألفان` is twice 10^3, `مليونين` twice 10^6.
    DualScale(u8),
    /// A part: `نصف` is `(1, 2)`, `ثلثي` `(2, 3)`, `three quarters` by number and `(1, 4)`.
    Fraction(u8, u8),
    /// `third`, `الثالث`; also in compounds (`الثالث والعشرين`).
    Ordinal(u16),
    /// Joins the parts of a number: `and`.
    And,
    /// `a` where it means one (`a hundred`).
    Article,
    /// A fixed number as a noun: `dozen` is 12.
    Group(u16),
    /// Makes what follows negative: `minus`.
    Minus,
    /// The decimal mark as a word: `point`, `فاصلة`.
    Point,
}
