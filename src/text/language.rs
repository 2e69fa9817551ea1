//! Which language a text is in, and which way it runs.

use super::token::{Kind, Token};
use crate::article::{Article, BlockKind};
use crate::digest::Direction;
use crate::lang::{LANGUAGES, Language, Script};

/// Letters of each script in a text.
#[derive(Debug, Default, Clone, Copy)]
struct Letters {
    arabic: usize,
    latin: usize,
    other: usize,
}

impl Letters {
    fn count(text: &str, into: &mut Letters) {
        for c in text.chars() {
            match super::fold::class(c) {
                super::fold::Class::Arabic => into.arabic += 1,
                super::fold::Class::Latin => into.latin += 1,
                super::fold::Class::Other => into.other += 1,
                _ => {}
            }
        }
    }
}

/// The language of an article: of its tag where the crate reads it and the text is in
/// its script, else of most of its letters.
pub fn detect(article: &Article) -> Option<&'static Language> {
    let mut letters = Letters::default();
    Letters::count(article.title.as_deref().unwrap_or(""), &mut letters);
    // An Arabic article may hold many English posts: the article's own text decides.
    for block in article.blocks.iter().filter(|b| !matches!(b.kind, BlockKind::Embed | BlockKind::Related)) {
        Letters::count(&block.text, &mut letters);
        if letters.arabic + letters.latin + letters.other > 20_000 {
            break;
        }
    }
    if letters.other > letters.arabic + letters.latin {
        return None;
    }
    let script = if letters.arabic * 2 > letters.latin { Script::Arabic } else { Script::Latin };
    if letters.arabic + letters.latin == 0 {
        return None;
    }
    LANGUAGES.iter().copied().find(|l| l.script == script)
}

/// The direction of an article: its language's, else that of its first strong letter.
pub fn direction(article: &Article, language: Option<&'static Language>) -> Direction {
    if let Some(language) = language {
        return if language.script == Script::Arabic { Direction::Rtl } else { Direction::Ltr };
    }
    let text = article.title.iter().chain(article.blocks.iter().map(|b| &b.text));
    for c in text.flat_map(|t| t.chars()) {
        match c {
            '\u{0590}'..='\u{08ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' => return Direction::Rtl,
            _ if c.is_alphabetic() => return Direction::Ltr,
            _ => {}
        }
    }
    Direction::Ltr
}

/// The language of a block: that of most of its words, or the document's.
pub fn of_block(tokens: &[Token], main: Option<&'static Language>) -> Option<&'static Language> {
    let count = |kind| tokens.iter().filter(|t| t.kind == kind).count();
    let (arabic, latin) = (count(Kind::Arabic), count(Kind::Latin));
    let script = match arabic.cmp(&latin) {
        std::cmp::Ordering::Greater => Script::Arabic,
        std::cmp::Ordering::Less => Script::Latin,
        std::cmp::Ordering::Equal => return main,
    };
    super::lexicon::language_for(script, main?)
}
