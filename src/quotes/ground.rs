//! The ground that the steps share: what a word means to this room, and the document's
//! sentences with the stretches between marks taken as one.

use std::cell::Cell;
use std::ops::Range;

use super::marks::Stretch;
use crate::lang::words::{Agreement, CueKind, QuoteWord};
use crate::lang::{Clitics, Kinds, Room, Sense, Shapes};
use crate::text::{Document, Kind, fold};

/// An inserted clause has at most so many tokens.
const LONGEST_INSERTION: usize = 30;

/// A document with its stretches, and its sentences as they run around them.
#[derive(Debug)]
pub struct Ground<'d, 'a> {
    pub document: &'d Document<'a>,
    pub stretches: Vec<Stretch>,
    /// The outermost stretches: their tokens, marks included, and their numbers. In reading order.
    tops: Vec<Range<usize>>,
    top_numbers: Vec<u32>,
    /// Sentences, those that a stretch joins made one. In reading order.
    pub segments: Vec<Range<usize>>,
    last_top: Last,
    last_segment: Last,
}

/// Where a search among ranges in reading order ended last: rules ask for a token near it. A number for
/// each token would be quicker by little, and weigh half of what the tokens do.
#[derive(Debug, Default)]
struct Last(Cell<usize>);

impl Last {
    /// The range that holds a token.
    fn find(&self, ranges: &[Range<usize>], at: usize) -> Option<usize> {
        let ends_behind = |n: usize| ranges.get(n).is_none_or(|range| at < range.end);
        let is_first = |n: usize| ends_behind(n) && (n == 0 || !ends_behind(n - 1));
        let last = self.0.get();
        let found = [last, last + 1].into_iter().find(|&n| n <= ranges.len() && is_first(n));
        let found = found.unwrap_or_else(|| ranges.partition_point(|range| range.end <= at));
        self.0.set(found);
        ranges.get(found).is_some_and(|range| range.start <= at).then_some(found)
    }
}

/// The kinds of some words of quotes, whatever they carry, for [`Ground::has_kind`].
macro_rules! kinds {
    ($($word:expr),+ $(,)?) => {
        const { &$crate::lang::Kinds::of(&[$($crate::lang::Sense::Quote($word)),+]) }
    };
}
pub(super) use kinds;

impl<'d, 'a> Ground<'d, 'a> {
    pub fn new(document: &'d Document<'a>, stretches: Vec<Stretch>) -> Ground<'d, 'a> {
        let outermost = stretches.iter().enumerate().filter(|(_, s)| s.parent.is_none());
        let (tops, top_numbers) = outermost.map(|(number, s)| (s.whole.clone(), number as u32)).unzip();
        let mut ground = Ground {
            document,
            stretches,
            tops,
            top_numbers,
            segments: Vec::with_capacity(document.sentences.len()),
            last_top: Last::default(),
            last_segment: Last::default(),
        };
        debug_assert!(ground.tops.is_sorted_by(|a, b| a.end <= b.start), "no two share a token");
        for block in document.blocks.iter().filter(|b| !b.boilerplate) {
            let mut start = block.tokens.start;
            for sentence in &document.sentences[block.sentences.clone()] {
                let end = sentence.tokens.end;
                // A sentence that ends inside a stretch ends nothing around it.
                let inside = end < block.tokens.end
                    && ground.stretch_at(end).is_some_and(|top| ground.stretch_at(end - 1) == Some(top));
                if (inside || end == start) && end != block.tokens.end {
                    continue;
                }
                ground.segments.push(start..end);
                start = end;
            }
        }
        ground
    }

    /// The outermost stretch that a token belongs to.
    pub fn stretch_at(&self, at: usize) -> Option<usize> {
        self.last_top.find(&self.tops, at).map(|top| self.top_numbers[top] as usize)
    }

    /// The sentence a token stands in, as an index into `segments`.
    pub fn segment_at(&self, at: usize) -> usize {
        self.last_segment.find(&self.segments, at).unwrap_or(0)
    }

    pub fn segment_of(&self, at: usize) -> Range<usize> {
        self.segments.get(self.segment_at(at)).cloned().unwrap_or(at..at)
    }

    /// The first thing that `wanted` finds in the phrase or word at a token, and its tokens.
    pub fn word<T>(&self, at: usize, wanted: impl Fn(QuoteWord) -> Option<T>) -> Option<(T, usize)> {
        self.document.sense(at, Room::QUOTE, |sense| match sense {
            Sense::Quote(word) => wanted(word),
            _ => None,
        })
    }

    /// [`Ground::word`] of these kinds alone, which most tokens have none of.
    pub fn word_of<T>(&self, at: usize, kinds: &Kinds, wanted: impl Fn(QuoteWord) -> Option<T>) -> Option<(T, usize)> {
        if self.has_kind(at, kinds) { self.word(at, wanted) } else { None }
    }

    /// Whether the word at a token, or the phrase it opens, may mean this; of words that carry nothing.
    #[inline(always)] // as `Document::words_of`
    pub fn has(&self, at: usize, word: QuoteWord) -> bool {
        self.document.words_of(at, Sense::Quote(word)) > 0
    }

    /// Whether it has a sense of these kinds.
    pub fn has_kind(&self, at: usize, kinds: &Kinds) -> bool {
        self.document.has_kind(at, kinds)
    }

    /// Whether who speaks may be named from here: by a role, a body, a document or a given name.
    pub fn names_somebody(&self, at: usize) -> bool {
        self.has_kind(
            at,
            kinds![
                QuoteWord::Role(Agreement::Any),
                QuoteWord::Generic(Agreement::Any),
                QuoteWord::Body(Agreement::Any),
                QuoteWord::Document(Agreement::Any),
                QuoteWord::Given(Agreement::Any),
            ],
        )
    }

    /// Whether it may mean something that is wanted.
    pub fn is(&self, at: usize, wanted: impl Fn(QuoteWord) -> bool) -> bool {
        self.word(at, |w| wanted(w).then_some(())).is_some()
    }

    /// A punctuation mark, or another token's first character; NUL at a block's edge.
    pub fn char(&self, at: usize) -> char {
        if self.document.token(at).kind == Kind::Edge { '\0' } else { self.document.char(at) }
    }

    /// Whether an article or its like begins a noun phrase here.
    pub fn is_determiner(&self, at: usize) -> bool {
        self.has_kind(at, kinds![QuoteWord::Determiner, QuoteWord::Indefinite])
    }

    pub fn is_punct(&self, at: usize) -> bool {
        self.document.token(at).kind == Kind::Punct
    }

    pub fn is_comma(&self, at: usize) -> bool {
        // Not that of `8,000`.
        let is_in_number = || {
            let (before, after) = (self.document.token(at.wrapping_sub(1)), self.document.token(at + 1));
            before.kind == Kind::Digits && after.kind == Kind::Digits && !after.space_before()
        };
        self.is_punct(at) && matches!(self.char(at), ',' | '،' | ';' | '؛') && !is_in_number()
    }

    pub fn is_colon(&self, at: usize) -> bool {
        self.is_punct(at) && self.char(at) == ':'
    }

    pub fn is_dash(&self, at: usize) -> bool {
        self.is_punct(at) && matches!(self.char(at), '-' | '–' | '—' | '―')
    }

    /// How many words and digit runs a row of tokens has.
    pub fn words(&self, tokens: Range<usize>) -> usize {
        tokens.filter(|&t| self.document.token(t).is_word() || self.document.token(t).kind == Kind::Digits).count()
    }

    /// How the language of the block at a token builds its words.
    pub fn shapes(&self, at: usize) -> Option<&'static Shapes> {
        self.document.block_of(at).and_then(|b| b.language).map(|l| l.shapes)
    }

    /// The word at a token, folded.
    pub fn folded(&self, at: usize) -> String {
        fold::fold_word(self.document.text(at))
    }

    /// Whether a word has the article.
    pub fn is_definite(&self, at: usize) -> bool {
        let token = self.document.token(at);
        if token.kind != Kind::Arabic {
            return false;
        }
        // "And so the" before a verb is the beginning of a name: `فاليري`.
        if token.clitics().has(Clitics::SO | Clitics::THE) {
            return !self.has_kind(at, kinds![QuoteWord::Cue(CueKind::Say, Agreement::Any)]);
        }
        token.clitics().any(Clitics::THE)
            // As written: `ألكسندر` only folds like a word with the article.
            || (token.clitics() == Clitics(0)
                && self.shapes(at).is_some_and(|s| self.document.text(at).starts_with(s.article))
                && !self.is_possessed(at))
    }

    /// Whether a word is written with "to the", which leaves nothing of the article to show: `للبنك`.
    pub fn is_dative(&self, at: usize) -> bool {
        self.document.clitics(at).has(Clitics::FOR | Clitics::THE)
    }

    /// Whether a word is nothing but the preposition "to" before a mark: `لـ"…"`.
    pub fn is_to(&self, at: usize) -> bool {
        let to = self.shapes(at).and_then(|s| s.prepositions.first());
        to.is_some_and(|&to| self.folded(at).chars().eq([to]))
    }

    /// Whether a word no lexicon knows begins like one with a preposition: `بحل`.
    pub fn begins_with_preposition(&self, at: usize) -> bool {
        self.document.rooms(at) == 0
            && self.shapes(at).is_some_and(|s| self.document.text(at).starts_with(s.prepositions))
    }

    /// Whether a word looks like a verb of the future: `ستظل`, "will remain".
    pub fn looks_ahead(&self, at: usize) -> bool {
        self.shapes(at).is_some_and(|s| s.future.iter().any(|prefix| self.document.text(at).starts_with(prefix)))
    }

    /// Whether a word bars speech by itself: `بعد`, but not `لبيد`, which a preposition seems to open.
    pub fn is_bar(&self, at: usize) -> bool {
        self.document.clitics(at) == Clitics(0) && self.has(at, QuoteWord::Bars)
    }

    /// Where an inserted clause ends that a comma and a relative pronoun open at a token, past
    /// the comma that closes it: `الوزير، الذي وصل أمس، أن`.
    pub fn relative_clause(&self, at: usize, end: usize) -> Option<usize> {
        let opens = self.is_comma(at) && self.has(at + 1, QuoteWord::Relative);
        let close = if opens { (at + 2..end.min(at + LONGEST_INSERTION)).find(|&t| self.is_comma(t)) } else { None };
        close.map(|comma| comma + 1)
    }

    /// Whether a word ends with a possessor's pronoun: `التزامها`, "her obligation".
    pub fn is_possessed(&self, at: usize) -> bool {
        let Some(shapes) = self.shapes(at).filter(|s| !s.pronouns.is_empty()) else { return false };
        // As written, since folding makes the feminine's ending a pronoun.
        let word = self.document.text(at);
        // Without what stands before it: `واتهم`, "and he accused", has no "them".
        let word = word.get(self.document.clitic_length(at)..).unwrap_or(word);
        word.chars().count() > 4 && shapes.pronouns.iter().any(|p| word.ends_with(p))
    }

    /// Whether an object's pronoun is written with a verb: `وصفه`, `وصفها`.
    pub fn ends_in_pronoun(&self, at: usize) -> bool {
        let own = |s: &Shapes| s.possessor.is_some_and(|c| self.document.text(at).ends_with(c));
        self.is_possessed(at) || self.shapes(at).is_some_and(own)
    }

    /// Whether a particle or verb has a pronoun of any length: `فيه`, `فيها`, "in it".
    pub fn has_pronoun(&self, at: usize) -> bool {
        let ends = |s: &Shapes| s.pronouns.iter().any(|p| self.document.text(at).ends_with(p));
        self.ends_in_pronoun(at) || self.shapes(at).is_some_and(ends)
    }

    /// Whether a word is someone's own of what marks name: `روايتها`, "her novel".
    pub fn is_own_naming(&self, at: usize) -> bool {
        // The pronoun has two letters (`ها`), or one (`ه`).
        let names = |ending| {
            self.document
                .dual_stem(at, ending)
                .is_some_and(|(mut senses, _)| senses.any(|s| s == Sense::Quote(QuoteWord::Naming)))
        };
        self.is_possessed(at) && names(2) || self.ends_in_pronoun(at) && names(1)
    }

    /// Whether a word begins with one of its language's forms, and with more behind it.
    pub fn begins(&self, at: usize, form: impl Fn(&Shapes) -> &'static str) -> bool {
        let Some(form) = self.shapes(at).map(form).filter(|f| !f.is_empty()) else { return false };
        let mut letters = fold::letters(self.document.text(at));
        form.chars().all(|c| letters.next() == Some(c))
    }

    /// Whether a word ends with one of its language's forms.
    pub fn ends(&self, at: usize, form: impl Fn(&Shapes) -> &'static str) -> bool {
        let Some(form) = self.shapes(at).map(form).filter(|f| !f.is_empty()) else { return false };
        ends_with(fold::letters(self.document.text(at)), form)
    }

    /// Whether a possessor's ending stands here: the `s` of `Jo’s`.
    pub fn is_possessive(&self, at: usize) -> bool {
        at > 0
            && self.is_punct(at - 1)
            && matches!(self.char(at - 1), '\'' | '’')
            && !self.document.token(at).space_before()
            && self.shapes(at).is_some_and(|s| !s.possessive.is_empty() && s.possessive == self.document.text(at))
    }

    /// Whether the language of the block at a token writes names with capitals.
    pub fn has_capitals(&self, at: usize) -> bool {
        self.document.block_of(at).and_then(|b| b.language).is_some_and(|l| l.has_capitals)
    }
}

fn ends_with(mut letters: impl DoubleEndedIterator<Item = char>, ending: &str) -> bool {
    ending.chars().rev().all(|c| letters.next_back() == Some(c))
}
