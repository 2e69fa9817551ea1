//! Packs the lexicon: folds, sorts and codes the forms of every language's rows, so that what
//! a reader downloads carries them in a third of the bytes and need not sort them.
//!
//! Numbers are little endian; a small number is one byte below 0xc0, else two with the
//! high one first and 0xc0 added. The layout of `$OUT_DIR/lexicon.bin`:
//!
//! 1. the alphabet: its length (1 byte), its letters' codes (2 bytes each);
//! 2. the meanings, those of most forms first: how many (2 bytes), then of each the number of
//!    its senses (1 byte) and their places in `SENSE_ROWS` (small numbers);
//! 3. the number of forms of each language, and of signs (2 bytes each);
//! 4. of each form, sorted within its language, how many letters it shares with the one
//!    before (1 byte each; before the stream its length, 3 bytes);
//! 5. its other letters as places in the alphabet from 1, then 0 (the same);
//! 6. its meaning, as a small number.
//!
//! A phrase's words are parted by a space, and its first word is always a form too.
//!
//! `$OUT_DIR/sense_rows.rs` holds the rows that the senses are taken from, each sense once and those of
//! most meanings first.

use std::collections::{BTreeMap, BTreeSet};
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
}

use lang::{Clitics, LANGUAGES, LONGEST_PHRASE, ROW_SENSES, Sense, WORDS};

const SPACE: u16 = b' ' as u16;

/// Forms by their folded letters, each with its senses as indices.
type Forms = BTreeMap<Vec<u16>, Vec<u16>>;

fn main() {
    // Its sources by name: the whole of src would build the crate twice at each change.
    for source in ["build.rs", "src/article.rs", "src/digest.rs", "src/lang", "src/text/cut.rs", "src/text/fold.rs"] {
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
    let number = |out: &mut Vec<u8>, value: usize| {
        out.extend(u16::try_from(value).expect("at most 65,535 forms, senses and meanings").to_le_bytes());
    };
    let small = |out: &mut Vec<u8>, value: usize| {
        if value >= 0xc0 {
            out.push(0xc0 + u8::try_from(value >> 8).ok().filter(|&high| high < 0x40).expect("at most 16,383"));
        }
        out.push(value as u8);
    };
    let letters: BTreeSet<u16> = tables.iter().flat_map(|forms| forms.keys().flatten().copied()).collect();
    let alphabet: Vec<u16> = letters.into_iter().collect();
    let mut counts: BTreeMap<&[u16], usize> = BTreeMap::new();
    for senses in tables.iter().flat_map(Forms::values) {
        *counts.entry(senses).or_default() += 1;
    }
    let mut meanings: Vec<(&[u16], usize)> = counts.into_iter().collect();
    meanings.sort_by_key(|&(senses, count)| (std::cmp::Reverse(count), senses));
    let mut uses: BTreeMap<u16, usize> = BTreeMap::new();
    meanings.iter().flat_map(|&(senses, _)| senses).for_each(|&row| *uses.entry(row).or_default() += 1);
    let mut rows: Vec<u16> = uses.keys().copied().collect();
    rows.sort_by_key(|row| (std::cmp::Reverse(uses[row]), *row));
    let places: BTreeMap<&[u16], usize> = meanings.iter().enumerate().map(|(at, &(senses, _))| (senses, at)).collect();
    // Forms, and those meanings that phrases make with their first words, have two bytes.
    let forms = tables.iter().map(Forms::len).sum::<usize>();
    assert!(forms + meanings.len() < usize::from(u16::MAX), "{forms} forms are too many");

    let mut out = vec![u8::try_from(alphabet.len()).expect("at most 255 letters")];
    alphabet.iter().for_each(|&letter| number(&mut out, usize::from(letter)));
    number(&mut out, meanings.len());
    for (senses, _) in &meanings {
        out.push(u8::try_from(senses.len()).expect("at most 255 senses"));
        for row in *senses {
            small(&mut out, rows.iter().position(|known| known == row).expect("a row of some meaning"));
        }
    }
    tables.iter().for_each(|forms| number(&mut out, forms.len()));

    let (mut shared, mut endings, mut numbers) = (Vec::new(), Vec::new(), Vec::new());
    for forms in tables {
        let mut before: &[u16] = &[];
        for (form, senses) in forms {
            let same = form.iter().zip(before).take_while(|(a, b)| a == b).count();
            shared.push(u8::try_from(same).expect("a form has at most 255 letters"));
            let place = |letter| alphabet.binary_search(letter).expect("of the alphabet") as u8 + 1;
            endings.extend(form[same..].iter().map(place));
            endings.push(0);
            small(&mut numbers, places[senses.as_slice()]);
            before = form;
        }
    }
    for stream in [&shared, &endings] {
        out.extend(&(stream.len() as u32).to_le_bytes()[..3]);
        out.extend(stream);
    }
    out.extend(&numbers);
    (out, rows)
}
