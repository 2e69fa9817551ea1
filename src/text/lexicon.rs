//! Looking words up: a language's rows as a hash table, built once at first use.

use std::sync::OnceLock;

use super::fold::fold_word;
use super::token::{self, NO_LEXICONS};
use crate::lang::{Clitic, Clitics, LANGUAGES, Language, Row, SYMBOLS, Script, Sense};

/// Index of a form in its lexicon; 0 is no form.
pub type Entry = u16;

/// Hash of no characters: words are hashed from their last character to their first, so
/// that one pass gives the hash of every ending, the stems behind the clitics among them.
pub const SEED: u32 = 0x811c_9dc5;

/// The hash of a word with one more character before it.
#[inline]
pub fn push(hash: u32, folded: char) -> u32 {
    let mixed = (hash ^ folded as u32).wrapping_mul(0x9e37_79b1);
    mixed ^ (mixed >> 15)
}

/// The hash of a phrase with one more word behind it.
#[inline]
pub fn join(phrase: u32, word: u32) -> u32 {
    (phrase.rotate_left(5) ^ word).wrapping_mul(0x85eb_ca6b)
}

/// The hash of a folded word.
pub fn hash_word(folded: &str) -> u32 {
    folded.chars().rev().fold(SEED, push)
}

/// The forms of a language, or the signs of all of them.
#[derive(Debug)]
pub struct Lexicon {
    /// Open addressing; the number of slots is a power of two.
    slots: Vec<Entry>,
    /// By entry.
    forms: Vec<Form>,
    /// All senses, those of one form side by side.
    senses: Vec<Sense>,
    /// All forms' folded spellings, run together.
    spelling: String,
}

#[derive(Debug, Clone, Copy, Default)]
struct Form {
    hash: u32,
    spelling: (u32, u32),
    senses: (u32, u32),
    /// Bits of [`crate::lang::Room`].
    rooms: u8,
    /// How many words the longest phrase that begins with this word has; 0: none begins.
    phrase: u8,
    /// How many words the form has.
    words: u8,
}

impl Lexicon {
    fn build<'a>(sets: impl Iterator<Item = &'a &'a [Row]>, clitics: &[Clitic]) -> Lexicon {
        // (folded form, sense), sorted so that one form's senses stand together.
        let mut rows: Vec<(String, Sense)> = Vec::new();
        let (mut tokens, mut scratch) = (Vec::new(), Vec::new());
        for &(sense, forms) in sets.copied().flatten() {
            for form in forms.split(',') {
                // Cut like the text it is looked up in: `vice-president` is three tokens.
                tokens.clear();
                token::tokenize(form, &NO_LEXICONS, &mut scratch, &mut tokens);
                let folded: Vec<String> =
                    tokens.iter().map(|t| fold_word(&form[t.start as usize..t.end() as usize])).collect();
                if !folded.is_empty() {
                    rows.push((folded.join(" "), sense));
                }
            }
        }
        rows.sort_by(|a, b| a.0.cmp(&b.0)); // stable: a form's senses keep the order of the data
        let mut lexicon =
            Lexicon { slots: Vec::new(), forms: vec![Form::default()], senses: Vec::new(), spelling: String::new() };
        lexicon.slots.resize((rows.len() * 2).next_power_of_two().max(16), 0);
        for group in rows.chunk_by(|a, b| a.0 == b.0) {
            let entry = lexicon.entry_for(&group[0].0);
            let first = lexicon.senses.len() as u32;
            for &(_, sense) in group {
                if !lexicon.senses[first as usize..].contains(&sense) {
                    lexicon.senses.push(sense);
                }
            }
            let form = &mut lexicon.forms[entry as usize];
            form.senses = (first, lexicon.senses.len() as u32);
            form.rooms = group.iter().fold(0, |rooms, (_, sense)| rooms | sense.room());
        }
        for article in clitics.iter().filter(|c| c.particles == Clitics::THE) {
            lexicon.share_stems(article.form);
        }
        lexicon
    }

    /// Gives a form that is listed with its article, or that opens a phrase with it, the
    /// stem's senses for the rooms it has none for itself: the form is found before its
    /// stem, and `الربع الخالي`, "the Empty Quarter", in one room would hide `ربع`, "quarter",
    /// from the others.
    fn share_stems(&mut self, article: &str) {
        for entry in 1..self.forms.len() {
            let form = self.forms[entry];
            let Some(stem) = self.spelling_of(&form).strip_prefix(article).filter(|_| form.words == 1) else {
                continue;
            };
            let folded: Vec<char> = stem.chars().collect();
            let stem = self.find(hash_word(stem), &folded);
            if stem == 0 {
                continue;
            }
            let own = self.senses(entry as Entry);
            let inherited: Vec<Sense> =
                self.senses(stem).iter().copied().filter(|s| form.rooms & s.room() == 0).collect();
            if inherited.is_empty() {
                continue;
            }
            let all: Vec<Sense> = own.iter().copied().chain(inherited).collect();
            let first = self.senses.len() as u32;
            self.senses.extend(&all);
            let form = &mut self.forms[entry];
            form.senses = (first, self.senses.len() as u32);
            form.rooms = all.iter().fold(0, |rooms, sense| rooms | sense.room());
        }
    }

    /// The entry of a form, made where it is new; a phrase's first word is marked.
    fn entry_for(&mut self, folded: &str) -> Entry {
        let mut words = folded.split(' ');
        let first = words.next().unwrap_or("");
        let mut hash = hash_word(first);
        let mut count = 1;
        for word in words {
            hash = join(hash, hash_word(word));
            count += 1;
        }
        if count > 1 {
            let opener = self.entry_for(first) as usize;
            self.forms[opener].phrase = self.forms[opener].phrase.max(count);
        }
        let mut slot = self.slot(hash);
        while self.slots[slot] != 0 {
            let known = &self.forms[self.slots[slot] as usize];
            if known.hash == hash && known.words == count && self.spelling_of(known) == folded {
                return self.slots[slot];
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
        let start = self.spelling.len() as u32;
        self.spelling.push_str(folded);
        let entry = Entry::try_from(self.forms.len()).expect("a language has fewer than 65,536 forms");
        self.slots[slot] = entry;
        self.forms.push(Form { hash, spelling: (start, self.spelling.len() as u32), words: count, ..Form::default() });
        // Openers can bring the table past half full; probing stays short below three quarters.
        if self.forms.len() * 4 > self.slots.len() * 3 {
            self.grow();
        }
        entry
    }

    fn grow(&mut self) {
        let size = self.slots.len() * 2;
        self.slots.clear();
        self.slots.resize(size, 0);
        for entry in 1..self.forms.len() {
            let mut slot = self.slot(self.forms[entry].hash);
            while self.slots[slot] != 0 {
                slot = (slot + 1) & (size - 1);
            }
            self.slots[slot] = entry as Entry;
        }
    }

    #[inline]
    fn slot(&self, hash: u32) -> usize {
        (hash ^ (hash >> 16)) as usize & (self.slots.len() - 1)
    }

    fn spelling_of(&self, form: &Form) -> &str {
        &self.spelling[form.spelling.0 as usize..form.spelling.1 as usize]
    }

    /// The entry of a single word, given its hash and its folded characters; 0: none.
    #[inline]
    pub fn find(&self, hash: u32, folded: &[char]) -> Entry {
        let mut slot = self.slot(hash);
        loop {
            let entry = self.slots[slot];
            if entry == 0 {
                return 0;
            }
            let form = &self.forms[entry as usize];
            if form.hash == hash && form.words == 1 && self.spelling_of(form).chars().eq(folded.iter().copied()) {
                return entry;
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
    }

    /// The entry of a phrase of `words` words with this joined hash; 0: none. The words
    /// are not compared: the opener was, and a chance match is one in billions.
    #[inline]
    pub fn find_phrase(&self, hash: u32, words: u8) -> Entry {
        let mut slot = self.slot(hash);
        loop {
            let entry = self.slots[slot];
            if entry == 0 {
                return 0;
            }
            let form = &self.forms[entry as usize];
            if form.hash == hash && form.words == words {
                return entry;
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
    }

    /// How many words the longest phrase beginning with this entry's word has; 0: none.
    #[inline]
    pub fn phrase_words(&self, entry: Entry) -> u8 {
        self.forms[entry as usize].phrase
    }

    /// What an entry may mean.
    #[inline]
    pub fn senses(&self, entry: Entry) -> &[Sense] {
        let (start, end) = self.forms[entry as usize].senses;
        &self.senses[start as usize..end as usize]
    }

    /// Which rooms an entry has senses for: bits of [`crate::lang::Room`].
    #[inline]
    pub fn rooms(&self, entry: Entry) -> u8 {
        self.forms[entry as usize].rooms
    }
}

/// The lexicon of a language.
pub fn of(language: &'static Language) -> &'static Lexicon {
    static BUILT: [OnceLock<Lexicon>; LANGUAGES.len()] = [const { OnceLock::new() }; LANGUAGES.len()];
    let index = LANGUAGES.iter().position(|l| std::ptr::eq(*l, language)).expect("a listed language");
    BUILT[index].get_or_init(|| Lexicon::build(language.words.iter(), language.clitics))
}

/// The lexicon of signs that are the same everywhere.
pub fn symbols() -> &'static Lexicon {
    static BUILT: OnceLock<Lexicon> = OnceLock::new();
    BUILT.get_or_init(|| Lexicon::build([SYMBOLS].iter(), &[]))
}

/// The language that reads a script in a document of this main language.
pub fn language_for(script: Script, main: &'static Language) -> Option<&'static Language> {
    if main.script == script {
        return Some(main);
    }
    LANGUAGES.iter().copied().find(|l| l.script == script)
}
