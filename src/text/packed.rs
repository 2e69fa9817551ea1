//! How the lexicon is packed: `build.rs` writes it, [`super::lexicon`] reads it at first use.
//!
//! Numbers are little endian; a small number is one byte below [`ONE_BYTE`], else two with the high one
//! first and [`ONE_BYTE`] added.
//!
//! 1. The length of the second part (3 bytes).
//! 2. Of each language, then of the signs: how many forms it has (2 bytes), how many letters (1 byte), the
//!    letters, a space first and then the most frequent (2 bytes each), and the forms as a tree: each letter as a
//!    small number, before the letters that may follow it. That is [`LETTER`] times its place among the letters,
//!    with [`ENDS`], [`ENDS_OR_ON`] or [`GOES_ON`] and, where no other may stand in its place, [`LAST`] added.
//! 3. Of each form what it means, in small numbers: [`SAME`] as the form before, [`NOTHING`] by itself, or senses,
//!    each as [`SENSE`] and its place among all, with [`AND`] before each but the last.
//!
//! A phrase's words are parted by a space, and its first word is always a form too.

/// The first number that takes two bytes.
pub const ONE_BYTE: usize = 0xc0;

/// A form ends with this letter, and none goes on behind it.
pub const ENDS: usize = 0;
/// A form ends with this letter, and others go on.
#[allow(dead_code)] // the reader tells it by its being neither of the others
pub const ENDS_OR_ON: usize = 2;
/// No form ends with this letter.
pub const GOES_ON: usize = 4;
pub const LAST: usize = 1;
pub const LETTER: usize = 6;

pub const AND: usize = 0;
pub const SAME: usize = 1;
pub const NOTHING: usize = 2;
pub const SENSE: usize = 3;

/// Reads what is packed from the front.
pub struct Packed(pub &'static [u8]);

impl Packed {
    pub fn byte(&mut self) -> u8 {
        let (&first, rest) = self.0.split_first().expect("build.rs packs as many bytes as are read");
        self.0 = rest;
        first
    }

    pub fn number(&mut self) -> u16 {
        u16::from(self.byte()) | u16::from(self.byte()) << 8
    }

    /// A number that most often is small.
    pub fn small(&mut self) -> usize {
        let low = usize::from(self.byte());
        if low < ONE_BYTE { low } else { (low - ONE_BYTE) << 8 | usize::from(self.byte()) }
    }

    /// The next so many bytes, by themselves.
    pub fn part(&mut self) -> Packed {
        let length = usize::from(self.number()) | usize::from(self.byte()) << 16;
        let (part, rest) = self.0.split_at(length);
        self.0 = rest;
        Packed(part)
    }
}
