//! Folding: spellings that mean the same are made the same, character by character.
//!
//! A fold never joins or splits characters, it maps one to one or to nothing, so
//! offsets into the text stay what they are.

/// What a character is to the tokenizer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    Space,
    /// Part of a word, in the script given.
    Arabic,
    Latin,
    /// A letter of another script.
    Other,
    /// A decimal digit; its value is [`digit`].
    Digit,
    /// No letter of its own: vowel signs, tatweel, joiners, bidi marks, soft hyphens.
    /// Inside a word it belongs to it and folds to nothing.
    Mark,
    Punct,
    /// Currency signs, percent signs.
    Symbol,
}

/// The class of a character.
#[inline]
pub fn class(c: char) -> Class {
    match c as u32 {
        code @ 0..0x80 => ASCII[code as usize],
        code @ 0x600..0x700 => ARABIC[code as usize - 0x600],
        _ => listed_class(c).unwrap_or(if c.is_alphanumeric() { Class::Other } else { Class::Punct }),
    }
}

/// Classes of the two blocks that nearly all text here is of.
static ASCII: [Class; 0x80] = classes(0);
static ARABIC: [Class; 0x100] = classes(0x600);

/// The letters of the Arabic block, folded; 0 where a character is none.
static ARABIC_LETTERS: [u16; 0x100] = {
    let mut letters = [0; 0x100];
    let mut at = 0;
    while at < letters.len() {
        if let (Class::Arabic, Some(c)) = (ARABIC[at], char::from_u32(0x600 + at as u32)) {
            letters[at] = arabic_letter(c) as u16;
        }
        at += 1;
    }
    letters
};

const fn classes<const COUNT: usize>(first: u32) -> [Class; COUNT] {
    let mut classes = [Class::Punct; COUNT];
    let mut at = 0;
    while at < COUNT {
        if let Some(c) = char::from_u32(first + at as u32)
            && let Some(class) = listed_class(c)
        {
            classes[at] = class;
        }
        at += 1;
    }
    classes
}

/// The class of a character where a range here holds it.
const fn listed_class(c: char) -> Option<Class> {
    let class = match c {
        'a'..='z' | 'A'..='Z' => Class::Latin,
        '0'..='9' => Class::Digit,
        '$' | '%' => Class::Symbol,
        '\0'..=' ' | '\x7f' => Class::Space,
        '!'..='~' => Class::Punct,
        '\u{0610}'..='\u{061a}'
        | '\u{064b}'..='\u{065f}'
        | '\u{0670}'
        | '\u{06d6}'..='\u{06dc}'
        | '\u{06df}'..='\u{06e8}'
        | '\u{06ea}'..='\u{06ed}'
        | '\u{08d3}'..='\u{08ff}'
        | '\u{0640}' => Class::Mark,
        '\u{0660}'..='\u{0669}' | '\u{06f0}'..='\u{06f9}' => Class::Digit,
        '\u{066a}' => Class::Symbol,
        '\u{060c}' | '\u{061b}' | '\u{061f}' | '\u{066b}' | '\u{066c}' | '\u{066d}' | '\u{06d4}' => Class::Punct,
        '\u{0620}'..='\u{06ff}'
        | '\u{0750}'..='\u{077f}'
        | '\u{08a0}'..='\u{08d2}'
        | '\u{fb50}'..='\u{fdfb}'
        | '\u{fe70}'..='\u{fefc}' => Class::Arabic,
        '\u{0300}'..='\u{036f}' => Class::Mark,
        '\u{00ad}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}'
        | '\u{feff}'
        | '\u{061c}'
        | '\u{fe00}'..='\u{fe0f}' => Class::Mark,
        '\u{a0}'
        | '\u{1680}'
        | '\u{2000}'..='\u{200a}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{202f}'
        | '\u{205f}'
        | '\u{3000}'
        | '\u{85}' => Class::Space,
        '\u{a2}'..='\u{a5}' | '°' | '\u{20a0}'..='\u{20cf}' | '℃' | '℉' | '\u{fdfc}' => Class::Symbol,
        '\u{aa}'
        | '\u{ba}'
        | '\u{c0}'..='\u{d6}'
        | '\u{d8}'..='\u{f6}'
        | '\u{f8}'..='\u{24f}'
        | '\u{1e00}'..='\u{1eff}' => Class::Latin,
        '\u{80}'..='\u{bf}' | '\u{d7}' | '\u{f7}' | '\u{2010}'..='\u{2bff}' | '\u{3001}'..='\u{303f}' => Class::Punct,
        _ => return None,
    };
    Some(class)
}

/// A letter, folded: lower case, alef and hamza carriers, ya, ta marbuta and Persian
/// forms made one. Characters that fold to nothing ([`Class::Mark`]) must be passed over before.
#[inline]
pub fn letter(c: char) -> char {
    match c {
        '\0'..='\x7f' => c.to_ascii_lowercase(),
        // No case to look up.
        '\u{0600}'..='\u{08ff}' => arabic_letter(c),
        _ => rare_letter(c),
    }
}

const fn arabic_letter(c: char) -> char {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ى' | 'ی' | 'ې' => 'ي',
        'ة' | 'ۀ' | 'ە' | 'ہ' => 'ه',
        'ک' | 'ڪ' => 'ك',
        // A hamza on its carrier stays what it is: `مئة` and `مائة` are listed apart.
        _ => c,
    }
}

/// A letter outside of the two blocks of nearly all text. Capitals of the Latin blocks alone have their
/// small letters here: those of scripts that no language here is written in say nothing, and the table
/// of all of Unicode's would be a fiftieth of what a reader downloads.
#[inline(never)]
fn rare_letter(c: char) -> char {
    let code = c as u32;
    let small = match c {
        '’' | '‘' | 'ʼ' => return '\'',
        '\u{fb50}'..='\u{fdfb}' | '\u{fe70}'..='\u{fefc}' => return presentation_form(c),
        '×' => code,
        'À'..='Þ' => code + 0x20,
        'İ' => 'i' as u32,
        'Ÿ' => 'ÿ' as u32,
        'ẞ' => 'ß' as u32,
        // In pairs, the capital's code even, or odd.
        'Ā'..='ķ' | 'Ŋ'..='ŷ' | 'Ơ'..='ƣ' | 'Ǟ'..='ǯ' | 'Ǹ'..='ȟ' | 'Ȣ'..='ȳ' | 'Ḁ'..='ẕ' | 'Ạ'..='ỿ' => {
            code | 1
        }
        'Ĺ'..='ň' | 'Ź'..='ž' | 'Ư'..='ư' | 'Ǎ'..='ǜ' => code + (code & 1),
        _ => code,
    };
    char::from_u32(small).unwrap_or(c)
}

/// A letter, folded, as the lexicon holds it: its code, which for the letters of its languages is
/// below 0x1_0000. Rarer ones share codes; no word of the lexicon is spelled with them.
#[inline]
pub fn unit(c: char) -> u16 {
    code(letter(c))
}

fn code(letter: char) -> u16 {
    let code = letter as u32;
    (code ^ (code >> 16)) as u16
}

/// Folds the plain letters that a word's bytes begin with: basic Latin ones, of one byte each, or those of
/// the Arabic block, of two ([`plain_length`]). Gives how many there are; 0 where a slower look is needed.
pub fn plain_letters(bytes: &[u8], class: Class, folded: &mut [u16]) -> usize {
    let mut count = 0;
    match class {
        Class::Latin => {
            for (letter, byte) in folded.iter_mut().zip(bytes) {
                if !byte.is_ascii_alphabetic() {
                    break;
                }
                *letter = u16::from(byte | 0x20);
                count += 1;
            }
        }
        Class::Arabic => {
            for (letter, &[first, second]) in folded.iter_mut().zip(bytes.as_chunks().0) {
                // U+0600 to U+06FF take two bytes, of which the first is one of four.
                let plain = match first {
                    0xd8..=0xdb => ARABIC_LETTERS[usize::from(first & 3) << 6 | usize::from(second & 0x3f)],
                    _ => 0,
                };
                if plain == 0 {
                    break;
                }
                *letter = plain;
                count += 1;
            }
        }
        _ => {}
    }
    count
}

/// How many bytes a plain letter of a class has.
#[inline]
pub fn plain_length(class: Class) -> usize {
    if class == Class::Latin { 1 } else { 2 }
}

/// The letter behind a positional form of the compatibility block that old sites still
/// use. Ligatures keep their first letter's reading only where they are one letter.
fn presentation_form(c: char) -> char {
    // U+FE80..U+FEF4 lists the letters in order, each with its two or four forms.
    const FORMS: &[(u32, char)] = &[
        (0xfe80, 'ء'),
        (0xfe81, 'ا'),
        (0xfe83, 'ا'),
        (0xfe85, 'ؤ'),
        (0xfe87, 'ا'),
        (0xfe89, 'ئ'),
        (0xfe8d, 'ا'),
        (0xfe8f, 'ب'),
        (0xfe93, 'ه'),
        (0xfe95, 'ت'),
        (0xfe99, 'ث'),
        (0xfe9d, 'ج'),
        (0xfea1, 'ح'),
        (0xfea5, 'خ'),
        (0xfea9, 'د'),
        (0xfeab, 'ذ'),
        (0xfead, 'ر'),
        (0xfeaf, 'ز'),
        (0xfeb1, 'س'),
        (0xfeb5, 'ش'),
        (0xfeb9, 'ص'),
        (0xfebd, 'ض'),
        (0xfec1, 'ط'),
        (0xfec5, 'ظ'),
        (0xfec9, 'ع'),
        (0xfecd, 'غ'),
        (0xfed1, 'ف'),
        (0xfed5, 'ق'),
        (0xfed9, 'ك'),
        (0xfedd, 'ل'),
        (0xfee1, 'م'),
        (0xfee5, 'ن'),
        (0xfee9, 'ه'),
        (0xfeed, 'و'),
        (0xfeef, 'ي'),
        (0xfef1, 'ي'),
        (0xfef5, 'ل'),
    ];
    let code = c as u32;
    let after = FORMS.partition_point(|&(first, _)| first <= code);
    if after == 0 { c } else { FORMS[after - 1].1 }
}

/// Whether a letter of the Latin blocks is a capital.
pub fn is_capital(letter: char) -> bool {
    /// For Unicode's table of all scripts' capitals there is no other use here.
    static CAPITALS: [bool; 0x250] = capitals(0);
    static FURTHER: [bool; 0x100] = capitals(0x1e00);
    let code = letter as usize;
    let further = || FURTHER.get(code.wrapping_sub(0x1e00)).copied().unwrap_or(false);
    CAPITALS.get(code).copied().unwrap_or_else(further)
}

const fn capitals<const COUNT: usize>(first: u32) -> [bool; COUNT] {
    let mut capitals = [false; COUNT];
    let mut at = 0;
    while at < COUNT {
        if let Some(c) = char::from_u32(first + at as u32) {
            capitals[at] = c.is_uppercase();
        }
        at += 1;
    }
    capitals
}

/// The value of a decimal digit, Western, Arabic-Indic or Persian.
#[inline]
pub fn digit(c: char) -> Option<u8> {
    match c {
        '0'..='9' => Some(c as u8 - b'0'),
        '\u{0660}'..='\u{0669}' => Some((c as u32 - 0x0660) as u8),
        '\u{06f0}'..='\u{06f9}' => Some((c as u32 - 0x06f0) as u8),
        _ => None,
    }
}

/// The parts of a text between such marks, by the search for one of several: that for one alone is made for
/// longer texts, and weighs more.
pub fn parts(text: &str, mark: char) -> impl Iterator<Item = &str> {
    text.split([mark; 2])
}

/// Where a part first stands in a text, in linear time. The standard library's search weighs six times
/// as much, and is made for longer texts than any here.
pub fn find(text: &str, part: &str) -> Option<usize> {
    const BASE: u32 = 0x0100_0193;
    let (text, part) = (text.as_bytes(), part.as_bytes());
    let hash =
        |bytes: &[u8]| bytes.iter().fold(0, |hash: u32, &byte| hash.wrapping_mul(BASE).wrapping_add(byte.into()));
    let wanted = hash(part);
    let mut hash = hash(text.get(..part.len())?);
    let first = BASE.wrapping_pow(part.len() as u32);
    for (at, end) in (part.len()..).enumerate() {
        if hash == wanted && text[at..end] == *part {
            return Some(at);
        }
        let gone = u32::from(text[at]).wrapping_mul(first);
        hash = hash.wrapping_mul(BASE).wrapping_add((*text.get(end)?).into()).wrapping_sub(gone);
    }
    None
}

/// A token without the last stop of `U.S.`, since the text may end its sentence there.
fn without_stop(word: &str) -> &str {
    let ends_in_letter = word.as_bytes().last().is_some_and(u8::is_ascii_alphanumeric);
    if ends_in_letter || word.len() < 2 { word } else { word.trim_end_matches(|c| c == '.' || class(c) == Class::Mark) }
}

/// The letters of a token folded as the lexicon holds them, its last stop left out.
pub fn letters(word: &str) -> impl DoubleEndedIterator<Item = char> + Clone + '_ {
    without_stop(word).chars().filter(|&c| class(c) != Class::Mark).map(letter)
}

/// A token folded as the lexicon holds it: its [`letters`].
pub fn fold_word(word: &str) -> String {
    let word = without_stop(word);
    let mut folded = String::with_capacity(word.len());
    let (mut at, mut buffer) = (0, [0; 16]);
    while at < word.len() {
        let plain = take_plain(word, &mut at, &mut buffer);
        folded.extend(buffer[..plain].iter().filter_map(|&letter| char::from_u32(letter.into())));
        if plain == 0 {
            folded.extend(take_letter(word, &mut at));
        }
    }
    folded
}

/// The codes ([`unit()`]) of a token's [`letters`], as many as there is room for.
pub fn fold_into<'b>(word: &str, buffer: &'b mut [u16]) -> &'b [u16] {
    let word = without_stop(word);
    let (mut at, mut length) = (0, 0);
    while at < word.len() && length < buffer.len() {
        let plain = take_plain(word, &mut at, &mut buffer[length..]);
        length += plain;
        if plain == 0
            && let Some(letter) = take_letter(word, &mut at)
        {
            buffer[length] = code(letter);
            length += 1;
        }
    }
    &buffer[..length]
}

/// Moves past the plain letters at a byte offset and gives how many there are: see [`plain_letters`].
fn take_plain(word: &str, at: &mut usize, folded: &mut [u16]) -> usize {
    let bytes = &word.as_bytes()[*at..];
    let class = if bytes[0] < 0x80 { Class::Latin } else { Class::Arabic };
    let plain = plain_letters(bytes, class, folded);
    *at += plain * plain_length(class);
    plain
}

/// Moves past the character at a byte offset and gives its letter, folded; `None`: it is a mark.
fn take_letter(word: &str, at: &mut usize) -> Option<char> {
    let c = super::cut::char_at(word, *at);
    *at += c.len_utf8();
    (class(c) != Class::Mark).then(|| letter(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_capitals_fold_to_their_small_letters() {
        // Every letter of the blocks that European languages, Turkish and Vietnamese are written with.
        let blocks = ('\u{c0}'..='\u{17f}')
            .chain('\u{1a0}'..='\u{1a3}')
            .chain('\u{1af}'..='\u{1b0}')
            .chain('\u{1e00}'..='\u{1eff}');
        for c in blocks {
            assert_eq!(Some(letter(c)), c.to_lowercase().next(), "of {c}");
        }
    }

    #[test]
    fn forms_of_a_letter_fold_to_one() {
        for (forms, wanted) in [
            ("’‘ʼ", '\''),
            ("ﺀ", 'ء'),
            ("ﺎﺂﺈ", 'ا'),
            ("ﺏﺐﺑﺒ", 'ب'),
            ("ﺓﺔ", 'ه'),
            ("ﻉﻊﻋﻌ", 'ع'),
            ("ﻯﻰﻱﻲﻳﻴ", 'ي'),
            ("ﻵﻼ", 'ل'),
            // Ligatures of the block before stay what they are.
            ("ﷲ", 'ﷲ'),
            ("İ", 'i'),
            ("×", '×'),
        ] {
            for c in forms.chars() {
                assert_eq!(letter(c), wanted, "of {c}");
            }
        }
    }

    #[test]
    fn words_fold_alike_letter_by_letter_and_whole() {
        for (word, wanted) in [
            ("Straße", "straße"),
            ("U.S.", "u.s"),
            ("p.m.", "p.m"),
            ("É.", "é"),
            ("a", "a"),
            (".", "."),
            ("o’clock", "o'clock"),
            ("مَدْرَسَةٌ", "مدرسه"),
            ("أحمد", "احمد"),
            ("م٥b", "م٥b"),
        ] {
            assert_eq!(fold_word(word), wanted);
            assert_eq!(letters(word).collect::<String>(), wanted);
            let units: Vec<u16> = wanted.chars().map(code).collect();
            for most in 0..8 {
                assert_eq!(fold_into(word, &mut [0; 8][..most]), &units[..most.min(units.len())], "{word}");
            }
        }
    }

    #[test]
    fn digits_of_three_kinds_have_their_value() {
        for digits in ["0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"] {
            assert!(digits.chars().filter_map(digit).eq(0..10));
        }
        assert!("/:٪ٯۯ½٠a".chars().map(digit).eq([None, None, None, None, None, None, Some(0), None]));
    }
}
