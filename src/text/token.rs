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

/// A token of a block. Sixteen bytes: a document's tokens are most of what it weighs.
#[derive(Debug, Clone, Copy)]
pub struct Token {
    /// Byte offset in the block's text.
    pub start: u32,
    /// Length in bytes; longer words are cut.
    len: u16,
    /// What it may mean, with the phrase that it opens: an index into the lexicon's meanings; 0:
    /// unknown. (Its form, until the phrases of its block are found.)
    pub entry: Entry,
    /// Of a word the hash of its light stem; 0 where too little is left of it to say anything.
    /// (Until the phrases of its block are found, the hash of its letters behind its clitics.) Of
    /// digits their value: see `Token::short_digits`. Of punctuation the character: [`Token::mark`].
    pub hash: u32,
    pub kind: Kind,
    /// The particles written with the word, as far as the lexicon knows the rest.
    pub clitics: Clitics,
    /// Bytes of those particles.
    pub clitic_len: u8,
    flags: u8,
}

const SPACE_BEFORE: u8 = 1;
const CAPITAL: u8 = 2;
const ALL_CAPITALS: u8 = 4;
const PHRASE: u8 = 8;
const LINE_BEFORE: u8 = 16;
const DOTTED: u8 = 32;
const NARROW_DIGITS: u8 = 64;
const WIDE_DIGITS: u8 = 128;

impl Token {
    /// Byte offset of its end in the block's text.
    #[inline]
    pub fn end(&self) -> u32 {
        self.start + u32::from(self.len)
    }

    /// Where the word begins behind its clitics.
    #[inline]
    pub fn stem_start(&self) -> u32 {
        self.start + u32::from(self.clitic_len)
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

    /// The mark that a token of punctuation is; NUL for any other token.
    #[inline]
    pub fn mark(&self) -> char {
        match self.kind {
            Kind::Punct => char::from_u32(self.hash).unwrap_or('\0'),
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

    /// The value of a run of at most nine digits, and how many there are; `None` for other tokens.
    #[inline]
    pub(super) fn short_digits(&self) -> Option<(u32, usize)> {
        match self.flags & (NARROW_DIGITS | WIDE_DIGITS) {
            0 => None,
            NARROW_DIGITS => Some((self.hash, usize::from(self.len))),
            _ => Some((self.hash, usize::from(self.len) / 2)),
        }
    }

    pub(super) fn mark_phrase(&mut self) {
        self.flags |= PHRASE;
    }

    /// Whether it is a word, in any script.
    #[inline]
    pub fn is_word(&self) -> bool {
        matches!(self.kind, Kind::Arabic | Kind::Latin | Kind::Other)
    }

    pub(super) fn edge(at: usize) -> Token {
        Token {
            start: at as u32,
            len: 0,
            entry: 0,
            hash: 0,
            kind: Kind::Edge,
            clitics: Clitics(0),
            clitic_len: 0,
            flags: SPACE_BEFORE,
        }
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

/// The longest run of digits whose value is kept with its token.
const SHORT_DIGITS: usize = 9;

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

    /// Appends `most` tokens, or those that are left, without edges, and for each what its hash becomes once
    /// phrases are found. Tells whether the text goes on. `folded` is scratch space.
    pub fn cut(
        &mut self,
        most: usize,
        tables: &Tables,
        folded: &mut Folded,
        out: &mut Vec<Token>,
        stems: &mut Vec<u32>,
    ) -> bool {
        let full = out.len() + most;
        let text = self.text;
        let tally = &mut self.letters;
        let mut before = self.before;
        let mut at = self.at;
        while at < text.len() && out.len() < full {
            let start = at;
            if text.as_bytes()[start] == b' ' {
                (before, at) = (before | SPACE_BEFORE, start + 1);
                continue;
            }
            let (class, end) = cut::take(text, start, folded);
            at = end;
            let mut token = Token { len: (end - start) as u16, flags: before, ..Token::edge(start) };
            let mut stem = None;
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
                    let digits = || text[start..end].chars().filter_map(fold::digit);
                    let count = digits().count();
                    token.hash =
                        digits().fold(0, |value: u32, digit| value.wrapping_mul(10).wrapping_add(u32::from(digit)));
                    if count <= SHORT_DIGITS && (count == end - start || count * 2 == end - start) {
                        token.flags |= if count == end - start { NARROW_DIGITS } else { WIDE_DIGITS };
                    }
                }
                Class::Punct => {
                    token.kind = Kind::Punct;
                    token.hash = u32::from(char_at(text, start));
                }
                Class::Symbol => {
                    token.kind = Kind::Symbol;
                    token.hash = lexicon::push(lexicon::SEED, folded[0]);
                    token.entry = tables.symbols.find(token.hash, folded);
                }
                Class::Latin => {
                    token.kind = Kind::Latin;
                    token.flags |= capitals(&text[start..end], folded.len());
                    token.hash = lexicon::hash_letters(folded);
                    if let Some(table) = &tables.latin {
                        token.entry = table.find(token.hash, folded);
                        let own = table.stem(head(folded));
                        // A word that is its own stem has been hashed.
                        let is_own = own.len() == folded.len() && own.len() > 1;
                        stem = Some(if is_own { token.hash } else { hash_stem(own) });
                        tally.latin.add(folded, table);
                    }
                }
                Class::Arabic => {
                    token.kind = Kind::Arabic;
                    look_up_with_clitics(text, &mut token, folded, tables);
                    if let Some(table) = &tables.arabic {
                        stem = Some(hash_stem(table.stem(head(folded))));
                        tally.arabic.add(folded, table);
                    }
                }
                Class::Other => {
                    token.kind = Kind::Other;
                    token.hash = lexicon::hash_letters(folded);
                    tally.other += folded.len();
                    // Hebrew, Syriac, Thaana, NKo.
                    let is_rtl = |c: &char| {
                        matches!(c, '\u{0590}'..='\u{08ff}' | '\u{fb1d}'..='\u{fb4f}')
                            && fold::class(*c) == Class::Other
                    };
                    tally.other_rtl += text[start..end].chars().filter(is_rtl).count();
                }
            }
            out.push(token);
            stems.push(stem.unwrap_or(if token.is_word() { hash_stem(head(folded)) } else { token.hash }));
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
/// that leaves most of the word wins.
fn look_up_with_clitics(text: &str, token: &mut Token, folded: &[u16], tables: &Tables) {
    let mut endings = [0u32; LONGEST_CLITIC];
    let mut hash = lexicon::SEED;
    for (at, &letter) in folded.iter().enumerate().rev() {
        hash = lexicon::push(hash, letter);
        if at < LONGEST_CLITIC {
            endings[at] = hash;
        }
    }
    token.hash = hash;
    let Some(table) = &tables.arabic else { return };
    token.entry = table.find(hash, folded);
    if token.entry != 0 {
        return;
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
            token.entry = entry;
            token.hash = endings[length];
            token.clitics = particles;
            token.clitic_len = clitic_bytes(&text[token.start as usize..], length);
            return;
        }
    }
}

/// Bytes of the first `letters` letters, with the marks among them.
fn clitic_bytes(word: &str, letters: usize) -> u8 {
    let mut seen = 0;
    for (at, c) in word.char_indices() {
        if fold::class(c) != Class::Mark {
            if seen == letters {
                return at.min(255) as u8;
            }
            seen += 1;
        }
    }
    0
}
