//! Cutting: where a token that begins at a character ends, and how its letters fold.
//!
//! `build.rs` cuts the lexicon's forms with it, so that they are cut like the text they
//! are looked up in: `vice-president` is three tokens.

use super::fold::{self, Class};

/// A word longer than this is cut in two: no word is, and hostile text must not cost more. With one more
/// character it has less than 512 bytes, which is what a token keeps its length in.
const LONGEST_WORD: usize = 508;

/// The folded letters of a token.
pub struct Folded {
    letters: [u16; LONGEST_WORD],
    count: usize,
}

impl Folded {
    pub fn new() -> Folded {
        Folded { letters: [0; LONGEST_WORD], count: 0 }
    }

    /// Takes one more; a letter has a byte at least, so that there is room for all of a word.
    fn push(&mut self, letter: u16) {
        if self.count < LONGEST_WORD {
            self.letters[self.count] = letter;
            self.count += 1;
        }
    }
}

impl std::ops::Deref for Folded {
    type Target = [u16];

    #[inline(always)]
    fn deref(&self) -> &[u16] {
        &self.letters[..self.count]
    }
}

/// The class of the token that begins at a byte offset, and where it ends; white space and marks
/// come one by one. A word's folded letters are put into `folded`.
pub fn take(text: &str, start: usize, folded: &mut Folded) -> (Class, usize) {
    folded.count = 0;
    let c = char_at(text, start);
    let class = fold::class(c);
    let end = match class {
        Class::Arabic | Class::Latin | Class::Other => word_end(text, start, class, folded),
        Class::Digit => digits_end(text, start),
        Class::Punct | Class::Symbol => {
            folded.push(fold::unit(c));
            start + c.len_utf8()
        }
        Class::Space | Class::Mark => start + c.len_utf8(),
    };
    (class, end)
}

/// The folded words of a form, marks and signs among them.
pub fn words(form: &str) -> Vec<Vec<u16>> {
    let (mut words, mut folded, mut at) = (Vec::new(), Folded::new(), 0);
    while at < form.len() {
        let (class, end) = take(form, at, &mut folded);
        if class == Class::Digit {
            form[at..end].chars().for_each(|c| folded.push(fold::unit(c)));
        }
        if !folded.is_empty() {
            words.push(folded.to_vec());
        }
        at = end;
    }
    words
}

/// The character at a byte offset.
#[inline]
pub fn char_at(text: &str, at: usize) -> char {
    let byte = text.as_bytes()[at];
    if byte < 0x80 { byte as char } else { text[at..].chars().next().unwrap_or('\u{fffd}') }
}

fn digits_end(text: &str, start: usize) -> usize {
    let mut at = start;
    while at < text.len() && at - start < LONGEST_WORD {
        let next = char_at(text, at);
        match fold::class(next) {
            Class::Digit => at += next.len_utf8(),
            // A bidi mark or joiner inside a number.
            Class::Mark if at > start && digit_follows(text, at + next.len_utf8()) => at += next.len_utf8(),
            _ => break,
        }
    }
    at
}

fn digit_follows(text: &str, at: usize) -> bool {
    let mut near = text[at..].chars().take(LONGEST_WORD);
    near.find(|&c| fold::class(c) != Class::Mark).is_some_and(|c| fold::class(c) == Class::Digit)
}

/// Where the word that begins at `start` ends; its folded characters go to `folded`.
fn word_end(text: &str, start: usize, class: Class, folded: &mut Folded) -> usize {
    let mut at = start;
    // The end of the last real letter: trailing marks that join nothing stay outside.
    let mut end = start;
    let most = text.len().min(start + LONGEST_WORD);
    while at < most {
        let plain = fold::plain_letters(&text.as_bytes()[at..most], class, &mut folded.letters[folded.count..]);
        if plain != 0 {
            folded.count += plain;
            at += plain * fold::plain_length(class);
            end = at;
            continue;
        }
        let c = char_at(text, at);
        match fold::class(c) {
            found if found == class => {
                folded.push(fold::unit(c));
                at += c.len_utf8();
                end = at;
            }
            Class::Mark => {
                at += c.len_utf8();
                // Vowel signs and tatweel belong to the letter before them; joiners and bidi marks do not.
                if is_combining(c) {
                    end = at;
                }
            }
            // don't, O'Brien; but not the clitic of `today's`, nor a closing mark.
            Class::Punct if class == Class::Latin && matches!(c, '\'' | '’') => {
                let rest = &text[at + c.len_utf8()..];
                let after: usize = rest.chars().take_while(|&c| fold::class(c) == Class::Latin).take(4).count();
                let is_s = after == 1 && rest.starts_with(['s', 'S']);
                if after == 0 || is_s {
                    break;
                }
                folded.push(u16::from(b'\''));
                at += c.len_utf8();
            }
            // U.S., a.m.: single letters, each with its stop.
            Class::Punct if class == Class::Latin && c == '.' && is_dotted(folded) => {
                let rest = &text[at + 1..];
                let mut letters = rest.chars();
                let next_is_letter = letters.next().is_some_and(|c| fold::class(c) == Class::Latin);
                let single = next_is_letter && letters.next().is_none_or(|c| fold::class(c) != Class::Latin);
                if single {
                    folded.push(u16::from(b'.'));
                    at += 1;
                } else {
                    // The last stop belongs to the abbreviation where there was one before.
                    if folded.count > 1 {
                        at += 1;
                        end = at;
                    }
                    break;
                }
            }
            _ => break,
        }
    }
    end
}

/// A letter, or letters parted by stops: what an abbreviation looks like so far.
fn is_dotted(folded: &[u16]) -> bool {
    folded.len() % 2 == 1 && folded.iter().skip(1).step_by(2).all(|&c| c == u16::from(b'.'))
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{0610}'..='\u{061a}' | '\u{064b}'..='\u{065f}' | '\u{0670}' | '\u{06d6}'..='\u{06ed}'
        | '\u{08d3}'..='\u{08ff}' | '\u{0640}' | '\u{0300}'..='\u{036f}')
}
