//! The summary: the sentences that say most of what the article says.
//!
//! Each sentence has a few features, each between 0 and 1, and a score that is their
//! weighted sum (`weights`). Sentences are then chosen together: what earlier choices
//! have said counts less, and a sentence that leans on the one before it comes with it
//! or not at all. The work is linear in the text; memory beside it is a table of word
//! counts of bounded size and a few numbers for each sentence.

use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::ops::Range;

use crate::article::{BlockKind, Span};
use crate::digest::{DateMention, Figure, FigureKind, Quote, SummarySentence};
use crate::lang::words::{CueKind, DateWord, DayPart, QuoteWord, RankWord, TextWord, Unit};
use crate::lang::{Kinds, Room, Sense};
#[cfg(feature = "cli")]
use crate::pace::finish;
use crate::pace::rest;
use crate::quotes::Quotes;
use crate::text::{Document, Kind, reserve_ahead};
use crate::{Length, Options};

mod weights;

use weights::{FEATURES, TITLE, WEIGHTS};

/// What a sentence loses for the share of its words that earlier choices have said, and
/// again for what of that share is beyond [`NEWS_ENOUGH`]: it tells the same again. Of a
/// sentence said in full the second takes what headline and centrality give together.
const REPEATED: f32 = 0.35;
const SAME: f32 = 4.0;

/// What it loses for what it says of the headline, as far as that is said already: half of
/// the weight of `title`, so that a summary covers the headline before it comes back to it.
const KEPT: f32 = WEIGHTS[TITLE] / 2.0;

/// The sentence at which position has lost half of its weight.
const HALF_POSITION: f32 = 4.0;

/// Where a sentence stands counts by this much only where it has no word of the headline and less
/// than this share of the greatest centrality: the scene before the story. Of so few sentences
/// as these every one has words of its own.
const OFF_MATTER: f32 = 0.5;
const LITTLE_CENTRALITY: f32 = 0.25;
const FEW_SENTENCES: usize = 7;

/// A sentence that shares this much of its words with earlier choices still tells something new.
const NEWS_ENOUGH: f32 = 0.6;

/// Words of a sentence that stands alone well; beyond, it says too little or too much.
const SHORTEST: f32 = 8.0;
const LONGEST: f32 = 55.0;

/// Tokens of a line that is more than a heading.
const LONG_LINE: usize = 12;

/// Words looked at in one sentence: text without stops must not cost more.
const WORDS_READ: usize = 160;

/// Slots of the table of word counts; words that share one are counted together.
const FEWEST_SLOTS: usize = 1 << 8;
const MOST_SLOTS: usize = 1 << 16;

/// How many sentences a summary has by default, by how many the article has: no more
/// than half of them, and never none.
fn wanted(options: &Options, sentences: usize) -> usize {
    let by_length = || {
        let most = match (options.length, sentences) {
            (Length::Short, 0..=40) => 3,
            (Length::Short, _) => 4,
            (Length::Medium, 0..=40) => 5,
            (Length::Medium, _) => 7,
            (Length::Long, 0..=40) => 8,
            (Length::Long, _) => 12,
        };
        most.min(sentences.div_ceil(2)).max(1)
    };
    options.sentences.unwrap_or_else(by_length).min(sentences)
}

/// The sentences of the gist, in reading order.
pub async fn rank(
    mut ranking: Ranking,
    document: &Document<'_>,
    options: &Options,
    figures: &[Figure],
    dates: &[DateMention],
    quotes: &Quotes,
) -> Vec<SummarySentence> {
    rest().await;
    let wanted = wanted(options, ranking.candidates.len());
    if wanted == 0 {
        return Vec::new();
    }
    ranking.score(document, figures, dates, quotes, |_| {});
    rest().await;
    let mut chosen = ranking.choose(wanted);
    chosen.sort_unstable();
    let mut inside = Inside::new(figures, dates, &quotes.quotes);
    let best = ranking.candidates.iter().map(|c| c.score).fold(f32::MIN_POSITIVE, f32::max);
    chosen
        .into_iter()
        .map(|at| {
            let candidate = &ranking.candidates[at];
            let span = candidate.span(document);
            SummarySentence {
                span,
                score: (candidate.score / best).clamp(0.0, 1.0),
                figures: inside.figures(span),
                dates: inside.dates(span),
                quotes: inside.quotes(span),
            }
        })
        .collect()
}

/// A candidate with the features its score is made of, in the order of [`feature_names`].
#[cfg(feature = "cli")]
#[derive(Debug, Clone)]
pub struct Explained {
    pub span: Span,
    pub score: f32,
    pub features: [f32; FEATURES],
    /// Index of the candidate that it comes with or not at all.
    pub leans_on: Option<usize>,
}

/// What the features are called.
#[cfg(feature = "cli")]
pub fn feature_names() -> &'static [&'static str] {
    &weights::NAMES
}

/// Every candidate, in reading order, with its features.
#[cfg(feature = "cli")]
pub fn explain(document: &Document, figures: &[Figure], dates: &[DateMention], quotes: &Quotes) -> Vec<Explained> {
    let mut ranking = finish(Ranking::new(document));
    let mut features = Vec::with_capacity(ranking.candidates.len());
    ranking.score(document, figures, dates, quotes, |found| features.push(*found));
    let candidates = ranking.candidates.iter().zip(features);
    let explained = |(c, features): (&Candidate, _)| Explained {
        span: c.span(document),
        score: c.score,
        features,
        leans_on: c.leans_on(),
    };
    candidates.map(explained).collect()
}

/// A sentence that may be chosen. A long article has as many as it has sentences: they are small.
#[derive(Debug, Clone)]
struct Candidate {
    /// Index into [`Document::sentences`].
    sentence: u32,
    /// Where its words end among [`Ranking::words`]; they begin where those of the candidate before it end.
    words_end: u32,
    /// The sentence before, where this one leans on it; [`NONE`] where it leans on none.
    leans_on: u32,
    score: f32,
    opens_block: bool,
    /// 2 of a sentence with its stop, 1 of an item or a long line without, 0 of a short one.
    wholeness: u8,
}

const NONE: u32 = u32::MAX;

impl Candidate {
    fn tokens(&self, document: &Document) -> Range<usize> {
        document.sentences[self.sentence as usize].tokens.clone()
    }

    fn span(&self, document: &Document) -> Span {
        document.sentence_span(self.sentence as usize)
    }

    fn leans_on(&self) -> Option<usize> {
        Some(self.leans_on as usize).filter(|_| self.leans_on != NONE)
    }
}

/// A word's slot in the table.
#[derive(Debug, Clone, Copy, Default)]
struct Slot {
    /// In how many sentences it stands.
    sentences: u32,
    /// The last sentence (from 1) that counted it.
    last: u32,
    in_title: bool,
    /// A chosen sentence says it.
    said: bool,
}

/// The sentences that may be chosen, and what words they have.
pub struct Ranking {
    candidates: Vec<Candidate>,
    slots: Vec<Slot>,
    /// The slots of all candidates' words, run together; there are at most [`MOST_SLOTS`].
    words: Vec<u16>,
    /// Words of the headline.
    title: usize,
    /// Marks visits to the table.
    visit: u32,
}

impl Ranking {
    /// Reads the sentences of a document and counts their words, for which it needs their stems.
    pub async fn new(document: &Document<'_>) -> Ranking {
        let mut ranking = Ranking::of(document);
        rest().await;
        ranking.count_words(document);
        ranking
    }

    fn of(document: &Document) -> Ranking {
        let mut candidates: Vec<Candidate> = Vec::with_capacity(document.sentences.len());
        for block in &document.blocks {
            let foreign = document.language.is_some() && block.language.is_none();
            let is_prose = matches!(block.kind, BlockKind::Paragraph | BlockKind::Quote | BlockKind::ListItem);
            if block.number.is_none() || block.boilerplate || foreign || !is_prose {
                continue;
            }
            for sentence in block.sentences.clone() {
                let tokens = document.sentences[sentence].tokens.clone();
                let words = document.tokens[tokens.clone()].iter().filter(|t| t.is_word()).take(3).count();
                if words < 3 {
                    continue;
                }
                let is_line = tokens.len() < LONG_LINE && block.kind != BlockKind::ListItem;
                candidates.push(Candidate {
                    wholeness: if ends(document, tokens) { 2 } else { u8::from(!is_line) },
                    opens_block: sentence == block.sentences.start,
                    sentence: sentence as u32,
                    words_end: 0,
                    leans_on: NONE,
                    score: 0.0,
                });
            }
        }
        // A line without a stop is a heading, a label or a menu's by its looks: a short one stands
        // in for sentences only where there is nothing else, a long one or an item of a list where
        // most of the text is written so.
        let mut lengths = [0; 3];
        for candidate in &candidates {
            lengths[usize::from(candidate.wholeness)] += candidate.tokens(document).len();
        }
        let [_, lines, whole] = lengths;
        let least = if whole > lines { 2 } else { u8::from(lines + whole > 0) };
        candidates.retain(|c| c.wholeness >= least);
        let words: usize = candidates.iter().map(|c| c.tokens(document).len()).sum();
        let slots = (words * 2).next_power_of_two().clamp(FEWEST_SLOTS, MOST_SLOTS);
        Ranking { candidates, slots: vec![Slot::default(); slots], words: Vec::new(), title: 0, visit: 0 }
    }

    fn count_words(&mut self, document: &Document) {
        if let Some(title) = document.blocks.first().filter(|b| b.number.is_none()) {
            let mut count = 0;
            each_word(document, title.tokens.clone(), self.slots.len(), |slot| {
                count += usize::from(!self.slots[slot].in_title);
                self.slots[slot].in_title = true;
            });
            self.title = count;
        }
        for at in 0..self.candidates.len() {
            let visit = self.next_visit();
            let tokens = self.candidates[at].tokens(document);
            reserve_ahead(&mut self.words, tokens.len(), at, self.candidates.len());
            each_word(document, tokens, self.slots.len(), |word| {
                let slot = &mut self.slots[word];
                if slot.last != visit {
                    slot.last = visit;
                    slot.sentences += 1;
                    self.words.push(word as u16);
                }
            });
            self.candidates[at].words_end = self.words.len() as u32;
        }
    }

    /// The slots of a candidate's words.
    fn words(&self, at: usize) -> &[u16] {
        let first = at.checked_sub(1).map_or(0, |before| self.candidates[before].words_end);
        &self.words[first as usize..self.candidates[at].words_end as usize]
    }

    fn next_visit(&mut self) -> u32 {
        self.visit += 1;
        self.visit
    }

    /// Scores the candidates; `each` gets every one's features.
    fn score(
        &mut self,
        document: &Document,
        figures: &[Figure],
        dates: &[DateMention],
        quotes: &Quotes,
        mut each: impl FnMut(&[f32; FEATURES]),
    ) {
        let mut inside = Inside::new(figures, dates, &quotes.quotes);
        let mut centralities = Vec::with_capacity(self.candidates.len());
        let mut most = f32::MIN_POSITIVE;
        for at in 0..self.candidates.len() {
            let (mut weight, mut titled) = (0.0f32, 0usize);
            let words = self.words(at);
            for &word in words {
                let slot = &self.slots[usize::from(word)];
                weight += (slot.sentences as f32).ln();
                titled += usize::from(slot.in_title);
            }
            let words = words.len();
            // Between the mean, which favours short sentences, and the sum, which favours long ones.
            let centrality = weight / (words.max(6) as f32).sqrt();
            most = most.max(centrality);
            centralities.push((centrality, titled));
        }
        // The sentences that the next one may lean on: the last, and the last that names its own subject.
        let (mut before, mut naming): (Option<usize>, Option<usize>) = (None, None);
        for (at, &(centrality, titled)) in centralities.iter().enumerate() {
            let candidate = &self.candidates[at];
            let tokens = candidate.tokens(document);
            let span = candidate.span(document);
            let opening = match Opening::of(document, tokens.clone()) {
                Opening::Plain | Opening::Background
                    if !verb_first(document, tokens.start) && inside.unnamed_speaker(span) =>
                {
                    Opening::Leaning
                }
                opening => opening,
            };
            let held = inside.content(span, figures);
            let (spoken, balanced) = marked(document, tokens.clone());
            let words = document.tokens[tokens.clone()].iter().filter(|t| t.is_word()).count() as f32;
            let short = ((SHORTEST - words) / SHORTEST).max(0.0);
            let long = ((words - LONGEST) / LONGEST).clamp(0.0, 1.0);
            let is_question = matches!(document.token(tokens.end - 1).mark(), '?' | '؟');
            let title = if self.title == 0 { 0.0 } else { (titled as f32 / self.title as f32).min(1.0) };
            let on_matter = titled > 0 || centrality / most > LITTLE_CENTRALITY || centralities.len() <= FEW_SENTENCES;
            let matter = if on_matter { 1.0 } else { OFF_MATTER };
            let flag = |yes: bool| if yes { 1.0 } else { 0.0 };
            // In the order of the weights.
            let features: [f32; FEATURES] = [
                matter / (1.0 + at as f32 / HALF_POSITION),
                flag(at == 0),
                flag(candidate.opens_block),
                title,
                centrality / most,
                held,
                short + long,
                flag(opening == Opening::Background),
                flag(matches!(opening, Opening::Leaning | Opening::Dangling)),
                flag(is_question),
                flag(!balanced),
                spoken,
            ];
            let score = features.iter().zip(WEIGHTS).map(|(feature, weight)| feature * weight).sum();
            let leans = matches!(opening, Opening::Leaning | Opening::Dangling);
            let candidate = &mut self.candidates[at];
            candidate.score = score;
            each(&features);
            let on = if opening == Opening::Leaning { naming } else { before.filter(|_| leans) };
            candidate.leans_on = on.map_or(NONE, |on| on as u32);
            before = Some(at);
            if opening != Opening::Leaning {
                naming = before;
            }
        }
    }

    /// Chooses `wanted` sentences, each time the one that adds most. What is said already
    /// can only make a sentence worth less, so the best of the last valuation is asked again
    /// and taken where it still is the best.
    fn choose(&mut self, wanted: usize) -> Vec<usize> {
        let mut chosen = Vec::with_capacity(wanted);
        let mut is_chosen = vec![false; self.candidates.len()];
        let mut heap: BinaryHeap<Valued> = BinaryHeap::with_capacity(self.candidates.len());
        heap.extend(self.candidates.iter().enumerate().map(|(at, c)| Valued { value: c.score, at, valued_at: 0 }));
        // Sentences that wait for the one they lean on.
        let mut waiting: Vec<Valued> = Vec::new();
        // Every sentence may be valued a few times; then the last valuation stands, so that time stays linear.
        let mut valuations = self.candidates.len() * 4;
        while chosen.len() < wanted {
            let Some(top) = heap.pop() else {
                // Nothing else is left: what leans on nothing chosen is better than nothing.
                let rest = (0..is_chosen.len()).filter(|&at| !is_chosen[at]);
                chosen.extend(rest.take(wanted - chosen.len()));
                break;
            };
            if top.valued_at != chosen.len() && valuations > 0 {
                valuations -= 1;
                let value = self.candidates[top.at].score - self.repeated(top.at);
                heap.push(Valued { value, valued_at: chosen.len(), ..top });
                continue;
            }
            if self.candidates[top.at].leans_on().is_some_and(|anchor| !is_chosen[anchor]) {
                waiting.push(top);
                continue;
            }
            is_chosen[top.at] = true;
            chosen.push(top.at);
            let candidates = &self.candidates;
            waiting.retain(|w| {
                let freed = candidates[w.at].leans_on() == Some(top.at);
                if freed {
                    heap.push(*w);
                }
                !freed
            });
            self.say(top.at);
        }
        chosen
    }

    /// What a sentence loses for what the chosen ones say of it.
    fn repeated(&self, at: usize) -> f32 {
        let words = self.words(at);
        let (mut said, mut promised) = (0usize, 0usize);
        for &word in words {
            let slot = &self.slots[usize::from(word)];
            said += usize::from(slot.said);
            promised += usize::from(slot.said && slot.in_title);
        }
        let share = said as f32 / words.len().max(1) as f32;
        let promised = promised as f32 / self.title.max(1) as f32;
        REPEATED * share + SAME * (share - NEWS_ENOUGH).max(0.0) + KEPT * promised
    }

    fn say(&mut self, at: usize) {
        let first = at.checked_sub(1).map_or(0, |before| self.candidates[before].words_end);
        for &word in &self.words[first as usize..self.candidates[at].words_end as usize] {
            self.slots[usize::from(word)].said = true;
        }
    }
}

/// A sentence with what choosing it would add.
#[derive(Debug, Clone, Copy)]
struct Valued {
    value: f32,
    at: usize,
    /// How many sentences were chosen when it was valued.
    valued_at: usize,
}

impl Ord for Valued {
    fn cmp(&self, other: &Valued) -> Ordering {
        // Of equals the earlier.
        self.value.total_cmp(&other.value).then(other.at.cmp(&self.at))
    }
}

impl PartialOrd for Valued {
    fn partial_cmp(&self, other: &Valued) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Valued {
    fn eq(&self, other: &Valued) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Valued {}

/// How a sentence begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opening {
    Plain,
    Background,
    Dangling,
    /// Its subject is named in the sentence before.
    Leaning,
}

impl Opening {
    fn of(document: &Document, tokens: Range<usize>) -> Opening {
        let Some(first) = tokens.clone().find(|&at| document.token(at).kind != Kind::Punct) else {
            return Opening::Plain;
        };
        // `(Only it is not funny.)`: in brackets from end to end, an aside to what stands before it.
        let closes = |at: usize| document.token(at).mark() == ')';
        if document.token(tokens.start).mark() == '(' && tokens.clone().rev().take(3).any(closes) {
            return Opening::Dangling;
        }
        let cue = document.sense(first, Room::RANK, |sense| match sense {
            Sense::Rank(word) => Some(word),
            _ => None,
        });
        // `But he refused`: the word behind a conjunction is the opening.
        let cue = cue.or_else(|| {
            let is_conjunction = document.token(first).kind == Kind::Latin && is_stop(document, first);
            let next = first + 1;
            let pronoun = document.has_sense(next, Sense::Rank(RankWord::Pronoun)) && is_conjunction;
            pronoun.then_some((RankWord::Pronoun, 2))
        });
        match cue {
            Some((RankWord::Background, _)) => Opening::Background,
            Some((RankWord::Dangling, _)) => Opening::Dangling,
            // `This week`, `هذه الخطوة`: where a noun follows, the sentence may stand alone.
            Some((RankWord::Pronoun, words)) if names_itself(document, first + words, &tokens) => Opening::Plain,
            Some((RankWord::Pronoun, _)) => Opening::Leaning,
            None if lacks_speaker(document, first) => Opening::Leaning,
            None => Opening::Plain,
        }
    }
}

/// Whether a sentence opens with a verb of saying whose subject is whoever spoke before:
/// `وأضاف أن`, "and he added that".
fn lacks_speaker(document: &Document, first: usize) -> bool {
    if !verb_first(document, first) {
        return false;
    }
    let is_verb = |sense| match sense {
        Sense::Quote(QuoteWord::Cue(CueKind::Say | CueKind::Voice | CueKind::Describe, _)) => Some(()),
        _ => None,
    };
    let Some(((), words)) = document.sense(first, Room::QUOTE, is_verb) else { return false };
    let next = first + words;
    !document.token(next).is_word() || is_stop(document, next)
}

/// Whether the language of the block at a token puts the verb first, whose ending tells an
/// unnamed subject: then a sentence's opening shows it.
fn verb_first(document: &Document, at: usize) -> bool {
    document.block_of(at).and_then(|b| b.language).is_some_and(|l| l.verb_first)
}

const TIMES: Kinds = Kinds::of(&[
    Sense::Date(DateWord::Unit(Unit::Day)),
    Sense::Date(DateWord::DayPart(DayPart::Noon)),
    Sense::Date(DateWord::Weekday(1)),
    Sense::Date(DateWord::Month(1)),
    Sense::Date(DateWord::Season(1)),
]);

/// Whether a pronoun before this word points forward to a time (`this week`).
fn names_itself(document: &Document, at: usize, tokens: &Range<usize>) -> bool {
    tokens.contains(&at) && document.word_has_kind(at, &TIMES)
}

fn is_stop(document: &Document, at: usize) -> bool {
    document.has_sense(at, Sense::Text(TextWord::Stop))
}

fn ends(document: &Document, tokens: Range<usize>) -> bool {
    tokens.rev().take(4).any(|at| matches!(document.token(at).mark(), '.' | '!' | '?' | '؟' | '…' | '۔'))
}

/// What share of a sentence stands between quotation marks, and whether these come in
/// pairs: they do not where it was cut out of a quotation.
fn marked(document: &Document, tokens: Range<usize>) -> (f32, bool) {
    let all = tokens.len().max(1);
    let (mut straight, mut depth, mut lowest, mut inside) = (false, 0i32, 0i32, 0usize);
    for at in tokens {
        match document.token(at).mark() {
            '"' => straight = !straight,
            '“' | '«' => depth += 1,
            '”' | '»' => depth -= 1,
            _ => inside += usize::from(straight || depth > 0),
        }
        lowest = lowest.min(depth);
    }
    (inside as f32 / all as f32, !straight && depth == 0 && lowest == 0)
}

/// Calls `take` with the table's slot of each word that says something: folded, its
/// particles and endings cut, stop words left out.
fn each_word(document: &Document, tokens: Range<usize>, slots: usize, mut take: impl FnMut(usize)) {
    let mut seen = 0;
    for at in tokens {
        let token = document.token(at);
        if !token.is_word() && token.kind != Kind::Digits {
            continue;
        }
        if is_stop(document, at) {
            continue;
        }
        if token.has_stem() {
            take(usize::from(document.stem(at)) & (slots - 1));
        }
        seen += 1;
        if seen == WORDS_READ {
            return;
        }
    }
}

/// What stands inside spans that are asked for in reading order.
struct Inside<'a> {
    figures: Cursor<'a, Figure>,
    dates: Cursor<'a, DateMention>,
    quotes: Cursor<'a, Quote>,
}

struct Cursor<'a, T> {
    items: &'a [T],
    span: fn(&T) -> Span,
    next: usize,
}

impl<T> Cursor<'_, T> {
    /// Indices of the items inside a span.
    fn inside(&mut self, span: Span) -> Vec<u32> {
        let first = Span { end: 0, ..span };
        while self.next < self.items.len() && (self.span)(&self.items[self.next]) < first {
            self.next += 1;
        }
        let rest = self.items[self.next..].iter().enumerate();
        rest.take_while(|(_, item)| (self.span)(item).text == span.text && (self.span)(item).start < span.end)
            .filter(|(_, item)| span.contains((self.span)(item)))
            .map(|(at, _)| (self.next + at) as u32)
            .collect()
    }
}

impl<'a> Inside<'a> {
    fn new(figures: &'a [Figure], dates: &'a [DateMention], quotes: &'a [Quote]) -> Inside<'a> {
        Inside {
            figures: Cursor { items: figures, span: |f| f.span, next: 0 },
            dates: Cursor { items: dates, span: |d| d.span, next: 0 },
            quotes: Cursor { items: quotes, span: |q| q.span, next: 0 },
        }
    }

    fn figures(&mut self, span: Span) -> Vec<u32> {
        self.figures.inside(span)
    }

    fn dates(&mut self, span: Span) -> Vec<u32> {
        self.dates.inside(span)
    }

    fn quotes(&mut self, span: Span) -> Vec<u32> {
        self.quotes.inside(span)
    }

    /// Whether somebody speaks whom a sentence does not name: `“We lost,” he said.`
    fn unnamed_speaker(&mut self, span: Span) -> bool {
        let quotes = self.quotes.items;
        let mut speakers = self.quotes(span).into_iter().filter_map(|q| quotes[q as usize].speaker);
        speakers.any(|s| s.mention.is_none() && !span.contains(s.name))
    }

    /// How much a sentence holds, 0 to 1.
    fn content(&mut self, span: Span, figures: &[Figure]) -> f32 {
        let telling = |kind: FigureKind| match kind {
            FigureKind::Casualties => 0.6,
            FigureKind::Money | FigureKind::Percent | FigureKind::Troops | FigureKind::People => 0.4,
            FigureKind::Measure | FigureKind::Count | FigureKind::Age => 0.2,
        };
        let held: f32 = self.figures(span).iter().map(|&f| telling(figures[f as usize].kind)).fold(0.0, f32::max);
        let dated = if self.dates(span).is_empty() { 0.0 } else { 0.2 };
        let quotes = self.quotes.items;
        let mut found = self.quotes(span).into_iter().map(|q| &quotes[q as usize]);
        let named = if found.any(|q| q.speaker.is_some_and(|s| s.mention.is_some())) { 0.2 } else { 0.0 };
        (held + dated + named).min(1.0)
    }
}
