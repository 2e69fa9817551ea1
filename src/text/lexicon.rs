//! Looking words up: the forms of all languages, packed by `build.rs`, as hash tables
//! that are filled once at first use.

use std::sync::OnceLock;

use super::cut;
use super::fold::{self, Class};
use super::packed::{self, Packed};
use crate::lang::{Clitics, Kinds, LANGUAGES, LONGEST_PHRASE, Language, ROW_SENSES, Script, Sense};

/// Index of a form, or of what a token may mean; 0 is none.
pub type Entry = u16;

/// Hash of no characters: words are hashed from their last character to their first, so
/// that one pass gives the hash of every ending, the stems behind the clitics among them.
pub const SEED: u32 = 0x811c_9dc5;

/// The hash of a word with one more letter before it.
#[inline]
pub fn push(hash: u32, letter: u16) -> u32 {
    let mixed = (hash ^ u32::from(letter)).wrapping_mul(0x9e37_79b1);
    mixed ^ (mixed >> 15)
}

/// The hash of a phrase with one more word behind it.
#[inline]
pub fn join(phrase: u32, word: u32) -> u32 {
    (phrase.rotate_left(5) ^ word).wrapping_mul(0x85eb_ca6b)
}

/// The hash of a word's folded letters.
#[inline]
pub fn hash_letters(folded: &[u16]) -> u32 {
    folded.iter().rev().fold(SEED, |hash, &letter| push(hash, letter))
}

/// The hash of a folded word.
pub fn hash_word(folded: &str) -> u32 {
    folded.chars().rev().fold(SEED, |hash, c| push(hash, fold::unit(c)))
}

/// The packed forms: see [`packed`].
static PACKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lexicon.bin"));

include!(concat!(env!("OUT_DIR"), "/sense_rows.rs"));

/// Every sense that a form has.
pub static SENSES: [Sense; SENSE_ROWS.len()] = {
    let mut senses = [ROW_SENSES[0]; SENSE_ROWS.len()];
    let mut at = 0;
    while at < senses.len() {
        senses[at] = ROW_SENSES[SENSE_ROWS[at] as usize];
        at += 1;
    }
    senses
};

/// The signs' table stands behind the languages'.
const TABLES: usize = LANGUAGES.len() + 1;

/// The forms of every language, and what they may mean.
#[derive(Debug, Clone)]
pub struct Lexicon {
    slots: [Vec<Slot>; TABLES],
    /// By entry; the first is no form.
    forms: Vec<Form>,
    /// The letters of all single words, run together.
    letters: Vec<u16>,
    /// By what tokens carry as their entry; the first means nothing.
    meanings: Vec<Meaning>,
    /// Those of one meaning side by side, a phrase's own before its first word's.
    items: Vec<Item>,
    /// By language.
    affixes: [Affixes; LANGUAGES.len()],
}

/// What the words of a language may begin and end with, as letters.
#[derive(Debug, Clone)]
struct Affixes {
    /// By their first letter: see `letter_place`.
    clitics: [Vec<Clitic>; LETTER_PLACES],
    /// By their last letter.
    endings: [Vec<Vec<u16>>; LETTER_PLACES],
    shortest_stem: usize,
    alphabet: (u16, u16),
}

#[derive(Debug, Clone)]
struct Clitic {
    letters: Vec<u16>,
    particles: Clitics,
}

impl Affixes {
    fn of(language: &Language) -> Affixes {
        let letters = |form: &str| form.chars().map(fold::unit).collect::<Vec<u16>>();
        let mut clitics = [const { Vec::new() }; LETTER_PLACES];
        for clitic in language.clitics {
            let letters = letters(clitic.form);
            clitics[letter_place(letters[0])].push(Clitic { letters, particles: Clitics(clitic.particles) });
        }
        let mut endings = [const { Vec::new() }; LETTER_PLACES];
        for ending in language.endings.iter().map(|ending| letters(ending)) {
            endings[ending.last().map_or(0, |&last| letter_place(last))].push(ending);
        }
        Affixes {
            clitics,
            endings,
            shortest_stem: language.shortest_stem,
            alphabet: (fold::unit(language.alphabet.0), fold::unit(language.alphabet.1)),
        }
    }
}

/// A slot of a table with open addressing; the number of slots is a power of two.
#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    hash: u32,
    /// 0: nothing stands here.
    form: Entry,
    /// How many words the form has.
    words: u8,
}

#[derive(Debug, Clone, Copy, Default)]
struct Form {
    /// A single word's letters.
    start: u32,
    length: u8,
    /// How many words the longest phrase that begins with this word has; 0: none begins.
    phrase: u8,
    meaning: Entry,
}

/// What a word may mean, or a phrase and its first word together.
#[derive(Debug, Clone, Copy, Default)]
pub struct Meaning {
    first: u16,
    count: u8,
    /// Bits of [`crate::lang::Room`].
    pub rooms: u8,
    /// All kinds of its senses.
    pub kinds: Kinds,
}

/// A sense, and how many words carry it.
#[derive(Debug, Clone, Copy)]
pub struct Item {
    sense: u16,
    pub words: u8,
    /// Its kind: [`Sense::kind`].
    pub kind: u8,
}

impl Meaning {
    /// Its senses among all: a phrase's, then its first word's.
    #[inline(always)] // as `Document::nearest`
    pub fn of(self, items: &[Item]) -> &[Item] {
        let first = usize::from(self.first);
        &items[first..first + usize::from(self.count)]
    }
}

impl Item {
    fn new(sense: usize, words: u8) -> Item {
        Item { sense: sense as u16, words, kind: SENSES[sense].kind() }
    }

    #[inline]
    pub fn sense(self) -> &'static Sense {
        &SENSES[usize::from(self.sense)]
    }
}

/// One language's forms.
#[derive(Debug, Clone, Copy)]
pub struct Table<'a> {
    forms: &'a [Form],
    letters: &'a [u16],
    slots: &'a [Slot],
    /// `None`: signs have none.
    affixes: Option<&'a Affixes>,
}

impl Lexicon {
    fn unpack() -> Lexicon {
        let mut packed = Packed(PACKED);
        let mut lexicon = Lexicon {
            slots: [const { Vec::new() }; TABLES],
            forms: vec![Form::default()],
            letters: Vec::new(),
            meanings: vec![Meaning::default()],
            items: Vec::new(),
            affixes: std::array::from_fn(|at| Affixes::of(LANGUAGES[at])),
        };
        // By their numbers: what means nothing, then each sense by itself.
        for sense in 0..SENSES.len() {
            lexicon.items.push(Item::new(sense, 1));
            lexicon.add_meaning(sense);
        }
        let (mut trees, mut meanings) = (packed.part(), packed);
        let mut meaning = 0;
        for table in 0..TABLES {
            let count = trees.number();
            // At most half of the slots are taken.
            lexicon.slots[table] = vec![Slot::default(); (usize::from(count) * 2).next_power_of_two().max(16)];
            let alphabet: Vec<u16> = (0..trees.byte()).map(|_| trees.number()).collect();
            let (mut form, mut lasts) = (Vec::new(), Vec::new());
            let mut opener = 0;
            for _ in 0..count {
                let ends = loop {
                    let letter = trees.small();
                    form.push(alphabet[letter / packed::LETTER]);
                    let kind = (letter % packed::LETTER) & !packed::LAST;
                    lasts.push(letter & packed::LAST != 0);
                    if kind != packed::GOES_ON {
                        break kind == packed::ENDS;
                    }
                };
                let first = lexicon.items.len();
                let mut code = meanings.small();
                while code == packed::AND {
                    lexicon.items.push(Item::new(meanings.small() - packed::SENSE, 1));
                    code = meanings.small();
                }
                if lexicon.items.len() > first {
                    lexicon.items.push(Item::new(code - packed::SENSE, 1));
                    meaning = lexicon.add_meaning(first);
                } else if code != packed::SAME {
                    meaning = (code - packed::NOTHING) as Entry;
                }
                lexicon.add(table, &form, meaning, &mut opener);
                // On to the next letter in the place of one before.
                let mut is_last = ends;
                while is_last {
                    form.pop();
                    is_last = lasts.pop() == Some(true);
                }
            }
        }
        lexicon
    }

    /// Adds a form to a table. Forms come sorted, a phrase behind the word that it begins
    /// with, the `opener`.
    fn add(&mut self, table: usize, form: &[u16], meaning: Entry, opener: &mut Entry) {
        let mut words = form.split(|&letter| letter == u16::from(b' '));
        let mut hash = hash_letters(words.next().unwrap_or_default());
        let mut count = 1;
        for word in words {
            hash = join(hash, hash_letters(word));
            count += 1;
        }
        let entry = Entry::try_from(self.forms.len()).expect("build.rs counts the forms");
        let mut added = Form { meaning, ..Form::default() };
        if count == 1 {
            *opener = entry;
            added.start = self.letters.len() as u32;
            added.length = form.len() as u8;
            self.letters.extend_from_slice(form);
        } else {
            let first = &mut self.forms[usize::from(*opener)];
            first.phrase = first.phrase.max(count);
            let word = first.meaning;
            added.meaning = self.phrase_meaning(meaning, word, count);
        }
        self.forms.push(added);
        insert(&mut self.slots[table], Slot { hash, form: entry, words: count });
    }

    /// This lexicon and more forms, each with its sense as an index, which goes before what the
    /// form meant already. Then those that could not be taken in: forms that begin with no word
    /// of a language that is read, and those past the number that entries can count.
    pub fn with<'r>(&self, rows: &[(u16, &'r str)]) -> (Lexicon, Vec<&'r str>) {
        let mut lexicon = self.clone();
        let mut left = Vec::new();
        let mut forms = Vec::with_capacity(rows.len());
        for &(sense, spelling) in rows {
            let words = cut::words(spelling);
            match spelling.chars().next().and_then(|c| table_of(fold::class(c))) {
                Some(table) if words.len() <= LONGEST_PHRASE => forms.push((table, words, sense, spelling)),
                _ => left.push(spelling),
            }
        }
        for slots in &mut lexicon.slots {
            // Each form may bring its first word along.
            make_room(slots, forms.len() * 2);
        }
        // A phrase copies what its first word means: words go before phrases.
        for count in 1..=LONGEST_PHRASE {
            for &(table, ref words, sense, spelling) in forms.iter().filter(|(_, words, ..)| words.len() == count) {
                // Entries are 16 bits wide.
                let most = lexicon.items.len().max(lexicon.forms.len()).max(lexicon.meanings.len());
                if most + usize::from(u8::MAX) > usize::from(u16::MAX) {
                    left.push(spelling);
                } else {
                    lexicon.add_sense(table, words, sense);
                }
            }
        }
        (lexicon, left)
    }

    /// Gives a form one more sense, before those that it has.
    fn add_sense(&mut self, table: usize, words: &[Vec<u16>], sense: u16) {
        let count = words.len() as u8;
        let opener = self.word(table, &words[0]);
        let mut form = opener;
        if count > 1 {
            let hash = words[1..].iter().fold(hash_letters(&words[0]), |hash, word| join(hash, hash_letters(word)));
            form = self.table(table).find_phrase(hash, count);
            if form == 0 {
                form = self.forms.len() as Entry;
                let first = &mut self.forms[usize::from(opener)];
                first.phrase = first.phrase.max(count);
                let meaning = first.meaning;
                self.forms.push(Form { meaning, ..Form::default() });
                insert(&mut self.slots[table], Slot { hash, form, words: count });
            }
        }
        let Meaning { first: from, count: items, .. } = *self.meaning(self.meaning_of(form));
        let first = self.items.len();
        self.items.push(Item::new(sense.into(), count));
        self.items.extend_from_within(usize::from(from)..usize::from(from) + usize::from(items));
        self.forms[usize::from(form)].meaning = self.add_meaning(first);
    }

    /// The form of a word, made where it is new. With its article it means what the word behind
    /// the article does, as forms are looked up before their stems (see `share_stems` in `build.rs`).
    fn word(&mut self, table: usize, letters: &[u16]) -> Entry {
        let slots = self.table(table);
        let hash = hash_letters(letters);
        let known = slots.find(hash, letters);
        if known != 0 {
            return known;
        }
        let article = slots.clitics(letters).find(|(_, particles)| *particles == Clitics(Clitics::THE));
        let stem = article.map_or(0, |(length, _)| slots.find(hash_letters(&letters[length..]), &letters[length..]));
        let form = self.forms.len() as Entry;
        let start = self.letters.len() as u32;
        self.letters.extend_from_slice(letters);
        self.forms.push(Form { start, length: letters.len() as u8, phrase: 0, meaning: self.meaning_of(stem) });
        insert(&mut self.slots[table], Slot { hash, form, words: 1 });
        form
    }

    /// What a phrase of so many words may mean, and its first word by itself.
    fn phrase_meaning(&mut self, own: Entry, word: Entry, words: u8) -> Entry {
        let first = self.items.len();
        let [own, word] = [own, word].map(|m| {
            let meaning = &self.meanings[usize::from(m)];
            usize::from(meaning.first)..usize::from(meaning.first) + usize::from(meaning.count)
        });
        self.items.extend_from_within(own);
        for item in &mut self.items[first..] {
            item.words = words;
        }
        self.items.extend_from_within(word);
        self.add_meaning(first)
    }

    /// Adds the meaning of the items from `first` on.
    fn add_meaning(&mut self, first: usize) -> Entry {
        let items = &self.items[first..];
        let mut meaning = Meaning { first: first as u16, count: items.len() as u8, ..Meaning::default() };
        for item in items {
            meaning.rooms |= item.sense().room();
            meaning.kinds = meaning.kinds.with(*item.sense());
        }
        self.meanings.push(meaning);
        (self.meanings.len() - 1) as Entry
    }

    /// The table of a language.
    pub fn of(&self, language: &'static Language) -> Table<'_> {
        let index = LANGUAGES.iter().position(|l| std::ptr::eq(*l, language)).expect("a listed language");
        self.table(index)
    }

    /// The table of the signs that are the same everywhere.
    pub fn symbols(&self) -> Table<'_> {
        self.table(TABLES - 1)
    }

    fn table(&self, index: usize) -> Table<'_> {
        Table {
            forms: &self.forms,
            letters: &self.letters,
            slots: &self.slots[index],
            affixes: self.affixes.get(index),
        }
    }

    /// What a form may mean: a phrase with its first word.
    #[inline]
    pub fn meaning_of(&self, form: Entry) -> Entry {
        self.forms[usize::from(form)].meaning
    }

    /// What a token with this entry may mean.
    #[inline]
    pub fn meaning(&self, entry: Entry) -> &Meaning {
        &self.meanings[usize::from(entry)]
    }

    /// The senses of a meaning: a phrase's, then its first word's.
    #[inline]
    pub fn items(&self, entry: Entry) -> &[Item] {
        self.meaning(entry).of(&self.items)
    }

    /// What tokens may mean, by their entries.
    pub fn meanings(&self) -> &[Meaning] {
        &self.meanings
    }

    /// The senses of all meanings: see [`Meaning::of`].
    pub fn all_items(&self) -> &[Item] {
        &self.items
    }

    /// How many words the longest phrase that begins with this form has; 0: none begins.
    #[inline]
    pub fn phrase_words(&self, form: Entry) -> u8 {
        self.forms[usize::from(form)].phrase
    }
}

impl Table<'_> {
    /// The form of a single word, given its hash and its folded letters; 0: none.
    #[inline]
    pub fn find(&self, hash: u32, folded: &[u16]) -> Entry {
        let mut at = slot(hash, self.slots.len());
        loop {
            let slot = self.slots[at];
            if slot.form == 0 {
                return 0;
            }
            if slot.hash == hash && slot.words == 1 {
                let form = &self.forms[usize::from(slot.form)];
                let start = form.start as usize;
                if self.letters[start..start + usize::from(form.length)] == *folded {
                    return slot.form;
                }
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }

    /// The clitics that a word may begin with, given its folded letters, fewest letters first: how many
    /// each has, and its particles.
    #[inline]
    pub fn clitics(&self, folded: &[u16]) -> impl DoubleEndedIterator<Item = (usize, Clitics)> {
        let clitics = match (self.affixes, folded) {
            (Some(affixes), &[first, ..]) => affixes.clitics[letter_place(first)].as_slice(),
            _ => &[],
        };
        clitics.iter().filter(|c| folded.starts_with(&c.letters)).map(|c| (c.letters.len(), c.particles))
    }

    /// How many of a word's folded letters its language does not write.
    #[inline]
    pub fn foreign(&self, folded: &[u16]) -> usize {
        let (first, last) = self.affixes.map_or((0, u16::MAX), |a| a.alphabet);
        folded.iter().filter(|&&letter| !(first..=last).contains(&letter)).count()
    }

    /// A word's light stem: its folded letters without its clitic and its ending, where enough is left.
    pub fn stem<'w>(&self, folded: &'w [u16]) -> &'w [u16] {
        let Some(affixes) = self.affixes else { return folded };
        let keep = affixes.shortest_stem;
        let clitic = self.clitics(folded).rev().find(|&(length, _)| folded.len() >= length + keep);
        let stem = &folded[clitic.map_or(0, |(length, _)| length)..];
        let Some(&last) = stem.last() else { return stem };
        let fits = |e: &&Vec<u16>| stem.len() >= e.len() + keep && stem.ends_with(e);
        let ending = affixes.endings[letter_place(last)].iter().find(fits);
        &stem[..stem.len() - ending.map_or(0, Vec::len)]
    }

    /// The form of a phrase of `words` words with this joined hash; 0: none. The words
    /// are not compared: the opener was, and a chance match is one in billions.
    #[inline]
    pub fn find_phrase(&self, hash: u32, words: u8) -> Entry {
        let mut at = slot(hash, self.slots.len());
        loop {
            let slot = self.slots[at];
            if slot.form == 0 || (slot.hash == hash && slot.words == words) {
                return slot.form;
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }
}

/// The table that words of a class are looked up in.
fn table_of(class: Class) -> Option<usize> {
    let script = match class {
        Class::Arabic => Script::Arabic,
        Class::Latin => Script::Latin,
        Class::Symbol => return Some(TABLES - 1),
        _ => return None,
    };
    LANGUAGES.iter().position(|l| l.script == script)
}

fn insert(slots: &mut [Slot], new: Slot) {
    let mut at = slot(new.hash, slots.len());
    while slots[at].form != 0 {
        at = (at + 1) & (slots.len() - 1);
    }
    slots[at] = new;
}

/// Lets a table take so many more forms and stay half empty.
fn make_room(slots: &mut Vec<Slot>, more: usize) {
    let taken: Vec<Slot> = slots.iter().copied().filter(|slot| slot.form != 0).collect();
    let size = ((taken.len() + more) * 2).next_power_of_two();
    if size > slots.len() {
        slots.clear();
        slots.resize(size, Slot::default());
        for slot in taken {
            insert(slots, slot);
        }
    }
}

/// Letters of one alphabet have each its own place of these.
const LETTER_PLACES: usize = 64;

#[inline]
fn letter_place(letter: u16) -> usize {
    usize::from(letter) % LETTER_PLACES
}

#[inline]
fn slot(hash: u32, slots: usize) -> usize {
    (hash ^ (hash >> 16)) as usize & (slots - 1)
}

/// The lexicon.
pub fn get() -> &'static Lexicon {
    static UNPACKED: OnceLock<Lexicon> = OnceLock::new();
    UNPACKED.get_or_init(Lexicon::unpack)
}
