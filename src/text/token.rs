//! Tokens: words, digit runs, marks and signs, each with its lexicon entry.

use super::cut::{self, Folded, char_at};
use super::fold::{self, Class};
use super::lexicon::{self, Entry, Table};
use crate::lang::Clitics;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Before a block's first token and after its last: grammars stop here by themselves.
    Edge,
    Arabic,
    Latin,
    /// A word in another script.
    Other,
    /// A run of decimal digits.
    Digits,
    /// One character of punctuation.
    Punct,
    /// One sign: currency, percent.
    Symbol,
}

/// A token of a block. Eight bytes: a document's tokens are most of what it weighs. Where it stands and
/// what it weighs in a summary are the document's to say, which keeps them beside it.
#[derive(Debug, Clone, Copy)]
pub struct Token {
    /// The low half of its byte offset in the block's text: see [`super::Document::start`].
    pub(super) low: u16,
    /// What it may mean, with the phrase that it opens: an index into the lexicon's meanings; 0:
    /// unknown. (Its form, until the phrases of its block are found.)
    pub entry: Entry,
    pub kind: Kind,
    flags: u8,
    /// Of a mark its character, 0 where that has more than 16 bits. Of others their length in bytes, below
    /// [`VALUE`]; above it the value of a short run of digits, or from [`CLITICS`] on an Arabic word's particles.
    more: u16,
}

const SPACE_BEFORE: u8 = 1;
const CAPITAL: u8 = 2;
const ALL_CAPITALS: u8 = 4;
const PHRASE: u8 = 8;
const LINE_BEFORE: u8 = 16;
const DOTTED: u8 = 32;
/// Of a word: nothing is left of it that says anything.
const BARE: u8 = 64;
/// Of digits, few enough that their value is kept: of one byte each, or of two.
const NARROW_DIGITS: u8 = 64;
const WIDE_DIGITS: u8 = 128;

/// A short run of digits has less than 16 bytes, any other token less than 512.
const VALUE: u32 = 4;
const CLITICS: u32 = 9;

impl Token {
    /// Its length in bytes; longer words are cut.
    #[inline]
    pub fn length(&self) -> usize {
        let more = usize::from(self.more);
        match self.kind {
            Kind::Punct => match more {
                0 => 4,
                1..0x80 => 1,
                0x80..0x800 => 2,
                _ => 3,
            },
            Kind::Digits if self.flags & (NARROW_DIGITS | WIDE_DIGITS) != 0 => more & ((1 << VALUE) - 1),
            _ => more & ((1 << CLITICS) - 1),
        }
    }

    /// The particles written with the word, as far as the lexicon knows the rest.
    #[inline]
    pub fn clitics(&self) -> Clitics {
        Clitics(if self.kind == Kind::Arabic { (self.more >> CLITICS) as u8 } else { 0 })
    }

    /// Whether white space (or the block's edge) stands before it.
    #[inline]
    pub fn space_before(&self) -> bool {
        self.flags & SPACE_BEFORE != 0
    }

    /// Whether a line break stands before it, inside its block.
    #[inline]
    pub fn line_before(&self) -> bool {
        self.flags & LINE_BEFORE != 0
    }

    /// The mark that a token of punctuation is; NUL for any other token, and for rare marks
    /// ([`super::Document::char`] tells those).
    #[inline]
    pub fn mark(&self) -> char {
        match self.kind {
            Kind::Punct => char::from_u32(self.more.into()).unwrap_or('\0'),
            _ => '\0',
        }
    }

    /// Whether it begins with a capital letter.
    #[inline]
    pub fn is_capital(&self) -> bool {
        self.flags & CAPITAL != 0
    }

    /// Whether it is two or more letters, all capital.
    #[inline]
    pub fn is_all_capitals(&self) -> bool {
        self.flags & ALL_CAPITALS != 0
    }

    /// Whether a phrase of the lexicon begins here.
    #[inline]
    pub fn opens_phrase(&self) -> bool {
        self.flags & PHRASE != 0
    }

    /// Whether its last character is the stop of an abbreviation: `U.S.`, `p.m.`.
    #[inline]
    pub fn ends_in_stop(&self) -> bool {
        self.flags & DOTTED != 0
    }

    /// The value of a short run of digits, and how many there are; `None` for other tokens.
    #[inline]
    pub(super) fn short_digits(&self) -> Option<(u64, usize)> {
        if self.kind != Kind::Digits || self.flags & (NARROW_DIGITS | WIDE_DIGITS) == 0 {
            return None;
        }
        let count = self.length() >> u8::from(self.flags & WIDE_DIGITS != 0);
        Some((u64::from(self.more >> VALUE), count))
    }

    pub(super) fn mark_phrase(&mut self) {
        self.flags |= PHRASE;
    }

    /// Whether it is a word, in any script.
    #[inline]
    pub fn is_word(&self) -> bool {
        matches!(self.kind, Kind::Arabic | Kind::Latin | Kind::Other)
    }

    /// Whether it is a word, or digits, that its stem can be told by.
    pub fn has_stem(&self) -> bool {
        self.kind == Kind::Digits || self.is_word() && self.flags & BARE == 0
    }

    fn edge() -> Token {
        Token { low: 0, entry: 0, kind: Kind::Edge, flags: SPACE_BEFORE, more: 0 }
    }
}

/// Where the tokens of a document are put as they are cut.
pub(super) struct Row<'t> {
    pub tokens: &'t mut Vec<Token>,
    /// See [`super::Document::stem`].
    pub stems: &'t mut Vec<u16>,
    /// See [`super::Document::start`].
    pub leaps: &'t mut Vec<u32>,
    /// How many leaps there were before this block.
    pub before: usize,
}

impl Row<'_> {
    /// Appends a token that begins at this byte offset in its block.
    #[inline(always)] // for each token, once
    fn push(&mut self, token: Token, start: usize, stem: u32) {
        if start >> 16 != self.leaps.len() - self.before {
            self.leap(start >> 16);
        }
        self.tokens.push(Token { low: start as u16, ..token });
        self.stems.push((stem ^ (stem >> 16)) as u16);
    }

    fn leap(&mut self, to: usize) {
        self.leaps.resize(self.before + to, self.tokens.len() as u32);
    }

    /// Appends the edge at this byte offset.
    pub fn push_edge(&mut self, at: usize) {
        self.push(Token::edge(), at, 0);
    }
}

/// Letters of a text's words in one script.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Letters {
    pub all: usize,
    /// Those that the language of the script does not write.
    pub foreign: usize,
}

/// The letters of a text's words.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Tally {
    pub arabic: Letters,
    pub latin: Letters,
    /// Of words in other scripts.
    pub other: usize,
    /// Those of them that run from right to left.
    pub other_rtl: usize,
}

impl Letters {
    fn add(&mut self, folded: &[u16], table: &Table) {
        let outside = table.foreign(folded);
        // Stops and apostrophes of a word are of no alphabet, and no letters.
        let is_mark = |unit: &&u16| **unit == u16::from(b'.') || **unit == u16::from(b'\'');
        let marks = if outside == 0 { 0 } else { folded.iter().filter(is_mark).count() };
        self.all += folded.len() - marks;
        self.foreign += outside - marks;
    }
}

/// What words of each script are looked up in; `None`: the text is in no language that is read.
pub(super) struct Tables<'a> {
    pub arabic: Option<Table<'a>>,
    pub latin: Option<Table<'a>>,
    pub symbols: Table<'a>,
}

/// The greatest value of digits that is kept with its token: years and smaller numbers are.
const SHORT_VALUE: u32 = u16::MAX as u32 >> VALUE;

/// Cuts a block's text into tokens.
pub(super) struct Cutter<'t> {
    text: &'t str,
    at: usize,
    /// Flags of the token to come.
    before: u8,
    /// Of the words so far.
    pub letters: Tally,
}

impl<'t> Cutter<'t> {
    pub fn new(text: &'t str) -> Cutter<'t> {
        Cutter { text, at: 0, before: SPACE_BEFORE, letters: Tally::default() }
    }

    /// Appends `most` tokens, or those that are left, without edges, and for each the hash of its letters behind
    /// its clitics. Tells whether the text goes on. `folded` is scratch space.
    pub fn cut(
        &mut self,
        most: usize,
        tables: &Tables,
        folded: &mut Folded,
        row: &mut Row,
        hashes: &mut Vec<u32>,
    ) -> bool {
        let full = row.tokens.len() + most;
        let text = self.text;
        let tally = &mut self.letters;
        let mut before = self.before;
        let mut at = self.at;
        while at < text.len() && row.tokens.len() < full {
            let start = at;
            if text.as_bytes()[start] == b' ' {
                (before, at) = (before | SPACE_BEFORE, start + 1);
                continue;
            }
            let (class, end) = cut::take(text, start, folded);
            at = end;
            let length = end - start;
            let mut token = Token { flags: before, more: length as u16, ..Token::edge() };
            let (mut hash, mut stem) = (0, None);
            match class {
                Class::Space => {
                    before |= SPACE_BEFORE;
                    if matches!(char_at(text, start), '\n' | '\u{2028}' | '\u{2029}') {
                        before |= LINE_BEFORE;
                    }
                    continue;
                }
                // Outside a word a mark says nothing; it does not part what stands around it.
                Class::Mark => continue,
                Class::Digit => {
                    token.kind = Kind::Digits;
                    // A byte a digit, or two: with joiners among them, or more digits, they are read when asked for.
                    let (mut value, mut count) = (0u32, 0);
                    for digit in text[start..end].chars().filter_map(fold::digit) {
                        value = value.wrapping_mul(10).wrapping_add(u32::from(digit));
                        count += 1;
                    }
                    if value <= SHORT_VALUE && count < 8 && (count == length || count * 2 == length) {
                        token.flags |= if count == length { NARROW_DIGITS } else { WIDE_DIGITS };
                        token.more |= (value << VALUE) as u16;
                    }
                    stem = Some(lexicon::join(lexicon::SEED, value));
                }
                Class::Punct => {
                    token.kind = Kind::Punct;
                    token.more = u16::try_from(u32::from(char_at(text, start))).unwrap_or(0);
                }
                Class::Symbol => {
                    token.kind = Kind::Symbol;
                    hash = lexicon::push(lexicon::SEED, folded[0]);
                    token.entry = tables.symbols.find(hash, folded);
                }
                Class::Latin => {
                    token.kind = Kind::Latin;
                    token.flags |= capitals(&text[start..end], folded.len());
                    hash = lexicon::hash_letters(folded);
                    if let Some(table) = &tables.latin {
                        token.entry = table.find(hash, folded);
                        let own = table.stem(head(folded));
                        // A word that is its own stem has been hashed.
                        let is_own = own.len() == folded.len() && own.len() > 1;
                        stem = Some(if is_own { hash } else { hash_stem(own) });
                        tally.latin.add(folded, table);
                    }
                }
                Class::Arabic => {
                    token.kind = Kind::Arabic;
                    let clitics;
                    (token.entry, hash, clitics) = look_up_with_clitics(folded, tables);
                    token.more |= u16::from(clitics.0) << CLITICS;
                    if let Some(table) = &tables.arabic {
                        stem = Some(hash_stem(table.stem(head(folded))));
                        tally.arabic.add(folded, table);
                    }
                }
                Class::Other => {
                    token.kind = Kind::Other;
                    hash = lexicon::hash_letters(folded);
                    tally.other += folded.len();
                    // Hebrew, Syriac, Thaana, NKo.
                    let is_rtl = |c: &char| {
                        matches!(c, '\u{0590}'..='\u{08ff}' | '\u{fb1d}'..='\u{fb4f}')
                            && fold::class(*c) == Class::Other
                    };
                    tally.other_rtl += text[start..end].chars().filter(is_rtl).count();
                }
            }
            let stem = stem.unwrap_or_else(|| hash_stem(head(folded)));
            if stem == 0 && token.kind != Kind::Digits {
                token.flags |= BARE;
            }
            row.push(token, start, stem);
            hashes.push(hash);
            before = 0;
        }
        (self.at, self.before) = (at, before);
        at < text.len()
    }
}

/// Letters of a word that its stem is looked for in, more than any word has.
const STEM_LETTERS: usize = 24;

fn head(folded: &[u16]) -> &[u16] {
    &folded[..folded.len().min(STEM_LETTERS)]
}

fn hash_stem(stem: &[u16]) -> u32 {
    if stem.len() < 2 { 0 } else { lexicon::hash_letters(stem) }
}

/// What a Latin word's capitals and its stop say: flags.
fn capitals(word: &str, letters: usize) -> u8 {
    let mut flags = 0;
    let bytes = word.as_bytes();
    // Nearly all words begin with a small letter of ASCII, which is none.
    if !bytes[0].is_ascii_lowercase() {
        let mut each = word.chars().filter(|c| fold::class(*c) == Class::Latin);
        if each.next().is_some_and(fold::is_capital) {
            flags |= CAPITAL;
            if letters > 1 && each.all(fold::is_capital) {
                flags |= ALL_CAPITALS;
            }
        }
    }
    if bytes.last() == Some(&b'.') {
        flags |= DOTTED;
    }
    flags
}

/// A particle's letters before a stem; the longest sequences have five.
const LONGEST_CLITIC: usize = 6;

/// Looks up the word whole, then behind the clitics that it may begin with: the reading
/// that leaves most of the word wins. Gives its form, the hash of the letters that have it, and the
/// particles before them.
fn look_up_with_clitics(folded: &[u16], tables: &Tables) -> (Entry, u32, Clitics) {
    let mut endings = [0u32; LONGEST_CLITIC];
    let mut hash = lexicon::SEED;
    for (at, &letter) in folded.iter().enumerate().rev() {
        hash = lexicon::push(hash, letter);
        if at < LONGEST_CLITIC {
            endings[at] = hash;
        }
    }
    let Some(table) = &tables.arabic else { return (0, hash, Clitics(0)) };
    let entry = table.find(hash, folded);
    if entry != 0 {
        return (entry, hash, Clitics(0));
    }
    for (length, particles) in table.clitics(folded) {
        let stem = folded.len() - length;
        // A stem of two letters is too likely the end of another word, but behind `and`.
        let shortest = if particles.any(!(Clitics::AND | Clitics::SO)) { 3 } else { 2 };
        if stem < shortest || length >= LONGEST_CLITIC {
            continue;
        }
        let entry = table.find(endings[length], &folded[length..]);
        if entry != 0 {
            return (entry, endings[length], particles);
        }
    }
    (0, hash, Clitics(0))
}

/// Bytes of the first `letters` letters, with the marks among them.
pub(super) fn clitic_bytes(word: &str, letters: usize) -> usize {
    let is_letter = |&(_, c): &(usize, char)| fold::class(c) != Class::Mark;
    word.char_indices().filter(is_letter).nth(letters).map_or(0, |(at, _)| at)
}
