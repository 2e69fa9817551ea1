//! Packs the lexicon: folds, sorts and codes the forms of every language's rows, so that what
//! a reader downloads carries them in a third of the bytes and need not sort them. The layout of
//! `$OUT_DIR/lexicon.bin` stands in `src/text/packed.rs`.
//!
//! `$OUT_DIR/sense_rows.rs` holds the rows that the senses are taken from, each sense once and those of
//! most forms first.

use std::collections::BTreeMap;
use std::path::Path;

#[path = "src/article.rs"]
#[allow(dead_code)]
mod article;
#[path = "src/digest.rs"]
#[allow(dead_code)]
mod digest;
#[path = "src/lang/mod.rs"]
#[allow(dead_code)]
mod lang;
#[path = "src/text"]
#[allow(dead_code)]
mod text {
    pub mod cut;
    pub mod fold;
    pub mod packed;
}

use lang::{Clitics, LANGUAGES, LONGEST_PHRASE, ROW_SENSES, Sense, WORDS};
use text::packed::{AND, ENDS, ENDS_OR_ON, GOES_ON, LAST, LETTER, NOTHING, ONE_BYTE, SAME, SENSE};

const SPACE: u16 = b' ' as u16;

/// Forms by their folded letters, each with its senses as indices.
type Forms = BTreeMap<Vec<u16>, Vec<u16>>;

fn main() {
    // Its sources by name: the whole of src would build the crate twice at each change.
    for source in
        ["src/article.rs", "src/digest.rs", "src/lang", "src/text/cut.rs", "src/text/fold.rs", "src/text/packed.rs"]
    {
        println!("cargo::rerun-if-changed={source}");
    }
    let mut row = 0;
    let mut tables: Vec<Forms> = Vec::new();
    for (language, sets) in WORDS.iter().enumerate() {
        let mut forms = Forms::new();
        for &(_, spellings) in sets.iter().copied().flatten() {
            for spelling in spellings.split(',') {
                let folded = fold(spelling);
                assert!(folded.split(|&letter| letter == SPACE).count() <= LONGEST_PHRASE, "{spelling} is too long");
                if !folded.is_empty() {
                    add_sense(forms.entry(folded).or_default(), sense_of(row));
                }
            }
            row += 1;
        }
        let openers: Vec<Vec<u16>> = forms.keys().map(|form| first_word(form).to_vec()).collect();
        for opener in openers {
            forms.entry(opener).or_default();
        }
        let clitics = LANGUAGES.get(language).map_or(&[][..], |l| l.clitics);
        for article in clitics.iter().filter(|c| c.particles == Clitics::THE) {
            share_stems(&mut forms, &fold(article.form));
        }
        tables.push(forms);
    }
    let out = std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
    let (packed, rows) = pack(&tables);
    std::fs::write(Path::new(&out).join("lexicon.bin"), packed).expect("OUT_DIR can be written to");
    let rows = format!("const SENSE_ROWS: [u16; {}] = {rows:?};\n", rows.len());
    std::fs::write(Path::new(&out).join("sense_rows.rs"), rows).expect("OUT_DIR can be written to");
}

/// A form cut and folded like the text that it is looked up in.
fn fold(form: &str) -> Vec<u16> {
    text::cut::words(form).join(&SPACE)
}

fn first_word(form: &[u16]) -> &[u16] {
    form.split(|&letter| letter == SPACE).next().unwrap_or_default()
}

/// The first row whose sense equals a row's.
fn sense_of(row: usize) -> u16 {
    ROW_SENSES.iter().position(|sense| *sense == ROW_SENSES[row]).expect("its own is there") as u16
}

fn add_sense(senses: &mut Vec<u16>, sense: u16) {
    if !senses.contains(&sense) {
        senses.push(sense);
    }
}

/// Gives a form that is listed with its article, or that opens a phrase with it, the
/// stem's senses for the rooms it has none for itself: the form is found before its
/// stem, and `الربع الخالي`, "the Empty Quarter", in one room would hide `ربع`, "quarter",
/// from the others.
fn share_stems(forms: &mut Forms, article: &[u16]) {
    let room = |sense: u16| Sense::room(ROW_SENSES[usize::from(sense)]);
    let words: Vec<Vec<u16>> =
        forms.keys().filter(|f| !f.contains(&SPACE) && f.starts_with(article)).cloned().collect();
    for word in words {
        let Some(stem) = forms.get(&word[article.len()..]).cloned() else { continue };
        let own = forms.get_mut(&word).expect("a form");
        let rooms = own.iter().fold(0, |rooms, &sense| rooms | room(sense));
        own.extend(stem.iter().filter(|&&sense| rooms & room(sense) == 0));
    }
}

/// The forms packed, and the rows of their senses.
fn pack(tables: &[Forms]) -> (Vec<u8>, Vec<u16>) {
    let rows = sense_rows(tables);
    let place = |row: &u16| rows.iter().position(|known| known == row).expect("a row of some meaning");
    let (mut trees, mut meanings) = (Vec::new(), Vec::new());
    let (mut count, mut several, mut before) = (0, 0, None);
    for forms in tables {
        number(&mut trees, forms.len());
        count += forms.len();
        let mut uses: BTreeMap<u16, usize> = BTreeMap::new();
        forms.keys().flatten().for_each(|&letter| *uses.entry(letter).or_default() += 1);
        // A phrase stands behind its first word, and before longer words.
        let mut letters: Vec<u16> = uses.keys().copied().collect();
        letters.sort_by_key(|&letter| (letter != SPACE, std::cmp::Reverse(uses[&letter]), letter));
        trees.push(u8::try_from(letters.len()).expect("at most 255 letters"));
        letters.iter().for_each(|&letter| number(&mut trees, usize::from(letter)));
        let spell =
            |form: &Vec<u16>| form.iter().map(|l| letters.iter().position(|k| k == l).expect("a letter")).collect();
        let forms: BTreeMap<Vec<usize>, &Vec<u16>> = forms.iter().map(|(form, senses)| (spell(form), senses)).collect();
        let spelled: Vec<&[usize]> = forms.keys().map(Vec::as_slice).collect();
        add_tree(&mut trees, &spelled, 0);
        for &senses in forms.values() {
            match senses.split_last() {
                _ if before == Some(senses) => small(&mut meanings, SAME),
                None => small(&mut meanings, NOTHING),
                Some((last, others)) => {
                    for sense in others {
                        small(&mut meanings, AND);
                        small(&mut meanings, SENSE + place(sense));
                    }
                    small(&mut meanings, SENSE + place(last));
                }
            }
            several += usize::from(senses.len() > 1);
            before = Some(senses);
        }
    }
    // Forms, and those meanings that phrases make with their first words, have two bytes.
    assert!(count + rows.len() + several < usize::from(u16::MAX), "{count} forms are too many");
    let mut out = (trees.len() as u32).to_le_bytes()[..3].to_vec();
    out.extend(trees);
    out.extend(meanings);
    (out, rows)
}

/// The rows of all senses, each once, those of most forms first.
fn sense_rows(tables: &[Forms]) -> Vec<u16> {
    let mut uses: BTreeMap<u16, usize> = BTreeMap::new();
    tables.iter().flat_map(Forms::values).flatten().for_each(|&row| *uses.entry(row).or_default() += 1);
    let mut rows: Vec<u16> = uses.keys().copied().collect();
    rows.sort_by_key(|row| (std::cmp::Reverse(uses[row]), *row));
    rows
}

/// Appends the tree of sorted forms that have so many letters in common.
fn add_tree(out: &mut Vec<u8>, forms: &[&[usize]], common: usize) {
    let forms = &forms[usize::from(forms.first().is_some_and(|form| form.len() == common))..];
    let mut branches = forms.chunk_by(|a, b| a[common] == b[common]).peekable();
    while let Some(branch) = branches.next() {
        let kind = match (branch[0].len() == common + 1, branch.len()) {
            (true, 1) => ENDS,
            (true, _) => ENDS_OR_ON,
            (false, _) => GOES_ON,
        };
        let last = if branches.peek().is_none() { LAST } else { 0 };
        small(out, branch[0][common] * LETTER + kind + last);
        add_tree(out, branch, common + 1);
    }
}

fn number(out: &mut Vec<u8>, value: usize) {
    out.extend(u16::try_from(value).expect("at most 65,535 forms, senses and meanings").to_le_bytes());
}

fn small(out: &mut Vec<u8>, value: usize) {
    if value >= ONE_BYTE {
        out.push(ONE_BYTE as u8 + u8::try_from(value >> 8).ok().filter(|&high| high < 0x40).expect("at most 16,383"));
    }
    out.push(value as u8);
}
