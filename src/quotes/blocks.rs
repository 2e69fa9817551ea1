//! Speech that its place in the page shows: headlines and paragraphs that begin with who
//! speaks (`الوزير: …`), interviews, block quotes.

use std::ops::Range;

use super::ground::Ground;
use super::names::{self, Mention, Sort};
use super::resolve::Cast;
use super::{Found, Judged, Reader, SHORTEST_REPORT};
use crate::article::BlockKind;
use crate::lang::Clitics;
use crate::lang::words::{Agreement, QuoteWord};
use crate::text::{DocBlock, Kind, lexicon};

/// Who speaks in a block, as its first words say.
#[derive(Debug, Clone)]
pub(super) struct Label {
    /// Index into the document's blocks.
    block: usize,
    /// Its words.
    pub(super) tokens: Range<usize>,
    /// Whether somebody is asked: what follows is a question.
    asks: bool,
    /// Words that other blocks of an interview begin with too, as a hash.
    key: u32,
    mention: Option<Mention>,
    /// Where what is said begins.
    from: usize,
}

/// A label ends within so many tokens.
const LONGEST_LABEL: usize = 12;
/// Between marks behind a label whom nothing else tells of are at least so many words of speech.
const SHORTEST_SPEECH: usize = 5;
/// Nor has a time before it, with its dash.
const LONGEST_TIME: usize = 5;
/// Nor has whom somebody speaks to.
const LONGEST_ADDRESSEE: usize = 3;
/// An interview without labels has at least so many answers; one that is announced as an interview,
/// whoever its answers speak of, some more.
const FEWEST_ANSWERS: usize = 2;
const SURE_ANSWERS: usize = 3;
/// So many blocks in a row may go on without a label of their own.
const LONGEST_ANSWER: usize = 6;

/// The labels of a document's blocks: names that the article knows, and those that begin
/// two blocks or more of a dialogue.
pub(super) fn labels(ground: &Ground, cast: &Cast) -> Vec<Label> {
    let blocks = &ground.document.blocks;
    let mut labels: Vec<Label> =
        (0..blocks.len()).filter(|&b| !blocks[b].boilerplate).filter_map(|b| label(ground, b, &blocks[b])).collect();
    if labels.iter().all(|l| blocks[l.block].number.is_none()) {
        // The headline's, if any, stands first.
        labels.extend(unlabelled(ground));
        return labels;
    }
    let mut known: Vec<u32> = labels.iter().map(|l| l.key).collect();
    known.sort_unstable();
    let times = |key: u32| known.partition_point(|&k| k <= key) - known.partition_point(|&k| k < key);
    let speakers = known.chunk_by(|a, b| a == b).filter(|c| c.len() > 1).count();
    labels.retain(|label| {
        let Some(mention) = &label.mention else { return speakers > 1 };
        let named = |wanted: usize| mention.tokens.clone().filter(|&t| cast.is_name(ground, t)).count() >= wanted;
        if blocks[label.block].number.is_none() {
            // A headline may name by a title alone who speaks: `وزير المالية: …`, `Police: …`. Whether
            // another is anybody's name the article may tell at its cues.
            return true;
        }
        let all = ground.words(mention.name.clone().unwrap_or(0..0));
        let person = |t: usize| cast.person_named(ground, t).is_some();
        // `بيان مشترك: «…»`
        let quoted = ground.stretch_at(label.from).filter(|&s| ground.stretches[s].whole.start == label.from);
        let is_said = quoted.is_some_and(|s| ground.words(ground.stretches[s].content.clone()) >= SHORTEST_SPEECH);
        if is_said && (mention.role.is_some() || mention.sort != Sort::Person) {
            return true;
        }
        all > 0 && named(all) && (mention.role.is_some() || mention.tokens.clone().any(person))
            || speakers > 1 && times(label.key) > 1
    });
    labels
}

/// Questions and answers of an interview whose blocks begin with nobody's name: question and
/// answer by turns, the answers in the first person.
fn unlabelled(ground: &Ground) -> Vec<Label> {
    let blocks = &ground.document.blocks;
    let prose = |b: &usize| blocks[*b].number.is_some() && !blocks[*b].boilerplate && !blocks[*b].tokens.is_empty();
    let order: Vec<usize> = (0..blocks.len()).filter(prose).collect();
    let asks = |b: usize| {
        blocks[b].sentences.len() == 1
            && ends_as_question(ground, &blocks[b])
            && ground.stretch_at(blocks[b].tokens.start).is_none()
    };
    let pairs: Vec<(usize, usize)> =
        order.windows(2).map(|w| (w[0], w[1])).filter(|&(q, a)| asks(q) && !asks(a)).collect();
    let first = |&&(_, a): &&(usize, usize)| {
        blocks[a].tokens.clone().any(|t| ground.has(t, QuoteWord::First) && ground.stretch_at(t).is_none())
    };
    // The headline or the words before the first question may say that it is one.
    let opens = pairs.first().map_or(0, |&(q, _)| q);
    let is_said = || {
        let announces = |b: &DocBlock| b.tokens.clone().any(|t| ground.has(t, QuoteWord::Interview));
        pairs.len() >= SURE_ANSWERS && blocks[..opens].iter().any(announces)
    };
    let is_told = pairs.iter().filter(first).count() * 2 >= pairs.len() || is_said();
    if pairs.len() < FEWEST_ANSWERS || !is_told {
        return Vec::new();
    }
    let label = |block: usize, asks: bool| {
        let start = blocks[block].tokens.start;
        let from = start + usize::from(ground.is_dash(start));
        Label { block, tokens: start..from, asks, key: 0, mention: None, from }
    };
    pairs.iter().flat_map(|&(q, a)| [label(q, true), label(a, false)]).collect()
}

/// The words before a colon that a block begins with, behind an opening mark or without.
fn label(ground: &Ground, block: usize, of: &DocBlock) -> Option<Label> {
    let marked = of.tokens.start < of.tokens.end && ground.is_punct(of.tokens.start);
    // `12:05 - الوزير: …`
    let is_numeral = |&t: &usize| ground.document.token(t).kind == Kind::Digits || ground.is_punct(t);
    let numerals = of.tokens.clone().take(LONGEST_TIME).take_while(is_numeral).count();
    let is_timed = numerals > 1 && ground.is_dash(of.tokens.start + numerals - 1);
    let start = of.tokens.start + if is_timed { numerals } else { usize::from(marked) };
    let colon = (start..of.tokens.end.min(start + LONGEST_LABEL)).find(|&t| ground.is_colon(t))?;
    let spoken = ground.words(colon + 1..of.tokens.end) >= SHORTEST_REPORT;
    // Speech between marks that only then begins has its own judge.
    if !spoken || colon == start || (start..colon).any(|t| ground.is_comma(t)) {
        return None;
    }
    let asks = ground.has(start, QuoteWord::Asks);
    let mention = if asks || ground.has(start, QuoteWord::Answers) && colon == start + 1 {
        None
    } else {
        // A phrase may run on over the colon: `:a`.
        let whole = |m: &Mention| {
            let occasion =
                ground.has(m.tokens.end, QuoteWord::Link) && ground.has(m.tokens.end + 1, QuoteWord::Occasion);
            m.tokens.end == colon
                || m.tokens.end < colon && is_addressed(ground, m.tokens.end, colon)
                // `الوزير في تغريدة: …`
                || occasion && m.tokens.end + 2 == colon
        };
        Some(names::read(ground, start, colon).filter(|m| m.tokens.start == start && whole(m))?)
    };
    let key = (start..colon).fold(lexicon::SEED, |key, t| key.rotate_left(5) ^ lexicon::hash_word(&ground.folded(t)));
    Some(Label { block, tokens: start..colon, asks, key, mention, from: colon + 1 })
}

/// Whether the words up to a label's colon say to whom somebody speaks: `الوزير لـ"الأيام": …`.
fn is_addressed(ground: &Ground, at: usize, colon: usize) -> bool {
    let marked = ground.stretch_at(colon - 1).is_some_and(|s| ground.stretches[s].whole.start == at + 1);
    marked && ground.is_to(at)
        || colon - at <= LONGEST_ADDRESSEE
            && (at..colon).all(|t| ground.document.token(t).is_word())
            && ground.document.clitics(at).any(Clitics::FOR)
}

impl Reader<'_, '_, '_> {
    /// What a block's place and first words say of who speaks in it; whether all of it is
    /// one's speech, so that nothing within is to be read for itself.
    pub(super) fn block(&mut self, block: usize) -> bool {
        let ground = self.ground;
        let of = &ground.document.blocks[block];
        let words = ground.words(of.tokens.clone());
        self.label = None;
        while self.labels.get(self.next_label).is_some_and(|l| l.block < block) {
            self.next_label += 1;
        }
        if let Some(label) = self.labels.get(self.next_label).filter(|l| l.block == block).cloned() {
            if let Some(mention) = &label.mention
                && of.number.is_none()
                && !mention.tokens.clone().any(|t| self.cast.is_name(ground, t))
                && mention.role.is_none()
                && mention.sort == Sort::Person
            {
                self.headline = Some(label);
                return false;
            }
            let speaker = match &label.mention {
                Some(mention) => Some(self.cast.resolve(ground, mention, Agreement::Any, false)),
                // Who is interviewed is named before all others.
                None if !label.asks => self.cast.interviewed(ground),
                None => None,
            };
            let from = label.from;
            // A line with its time stands for itself.
            let is_timed = ground.document.token(of.tokens.start).kind == Kind::Digits;
            self.answers = speaker.map(|s| (s, block)).filter(|_| of.number.is_some() && !is_timed);
            // `NAME: "…"`: what stands between the marks is the speech.
            let marked = (from..of.tokens.end).filter(|&t| self.within(t, from)).count();
            if marked > 0 {
                self.label = speaker.map(|s| (s, label.tokens));
                return false;
            }
            let question = label.asks || ends_as_question(ground, of);
            if let Some(speaker) = speaker.filter(|_| !question || of.number.is_none()) {
                // A headline's `بلاغ:` is nobody whom the article goes on to call the source.
                if label.mention.as_ref().is_none_or(|m| m.sort != Sort::Document) {
                    self.cast.spoke(speaker, from, Agreement::Any);
                }
                let mention = label.mention.map(|m| m.tokens);
                self.whole(of.tokens.clone(), from, Some(speaker), mention, false);
            }
            return true;
        }
        // An answer that goes on, up to the next label.
        if let Some((speaker, since)) = self.answers {
            let next = self.labels.get(self.next_label);
            // Behind the last label what is still in the first person.
            let first = || of.tokens.clone().any(|t| ground.has(t, QuoteWord::First) && ground.stretch_at(t).is_none());
            let goes_on =
                block - since <= LONGEST_ANSWER && next.map_or_else(first, |l| l.block - block <= LONGEST_ANSWER);
            if goes_on && of.kind == BlockKind::Paragraph && words > SHORTEST_REPORT && !ends_as_question(ground, of) {
                self.whole(of.tokens.clone(), of.tokens.start, Some(speaker), None, false);
                return true;
            }
            if !goes_on {
                self.answers = None;
            }
        }
        if of.kind == BlockKind::Quote && words > SHORTEST_REPORT {
            return self.block_quote(block);
        }
        false
    }

    /// The headline's speech, where who it names before its colon has spoken in the article.
    pub(super) fn headline(&mut self) {
        let Some(label) = self.headline.take() else { return };
        let Some(speaker) = label.tokens.clone().find_map(|t| self.cast.person_named(self.ground, t)) else { return };
        let tokens = self.ground.document.blocks[label.block].tokens.clone();
        let from = label.from;
        // `Read more: …`: a cue before the colon has reported it when the headline was read.
        let reported = self.found.iter().any(|f| f.tokens.start < tokens.end && from < f.tokens.end);
        if reported
            || tokens.clone().any(|t| self.within(t, from))
            || ends_as_question(self.ground, &self.ground.document.blocks[label.block])
        {
            return;
        }
        self.whole(tokens, from, Some(speaker), label.mention.map(|m| m.tokens), false);
    }

    /// Whether a token stands in a stretch that begins at `from` or later.
    fn within(&self, at: usize, from: usize) -> bool {
        self.ground.stretch_at(at).is_some_and(|s| self.ground.stretches[s].whole.start >= from)
    }

    /// A block that the page sets apart as a quote, without marks of its own.
    fn block_quote(&mut self, block: usize) -> bool {
        let ground = self.ground;
        let tokens = ground.document.blocks[block].tokens.clone();
        let marked = tokens.clone().filter(|&t| ground.stretch_at(t).is_some()).count();
        if marked * 2 > tokens.len() {
            return false;
        }
        // `… — Jo Orr, mayor`
        let dash = tokens.clone().rev().take(16).find(|&t| {
            ground.is_dash(t) && ground.document.token(t).space_before() && ground.document.token(t + 1).space_before()
        });
        let signed = dash
            .filter(|&d| ground.words(tokens.start..d) > SHORTEST_REPORT)
            .and_then(|dash| names::read(ground, dash + 1, tokens.end).map(|mention| (dash, mention)))
            .filter(|(_, mention)| mention.name.is_some());
        if let Some((dash, mention)) = signed {
            let speaker = self.cast.resolve(ground, &mention, Agreement::Any, true);
            self.whole(tokens.start..dash, tokens.start, Some(speaker), Some(mention.tokens), true);
            return true;
        }
        let speaker = self.introduced(block);
        self.whole(tokens.clone(), tokens.start, speaker, None, true);
        true
    }

    /// Takes a block's tokens from `from` on as speech.
    fn whole(
        &mut self,
        tokens: Range<usize>,
        from: usize,
        speaker: Option<u32>,
        mention: Option<Range<usize>>,
        direct: bool,
    ) {
        // A mark around the whole is none of it.
        let outer = self.ground.stretch_at(from);
        let mut from = from;
        while from < tokens.end && outer.is_some_and(|s| self.ground.stretches[s].content.start > from) {
            from += 1;
        }
        let mut end = tokens.end;
        while end > from && self.ground.is_punct(end - 1) && super::marks::is_mark(self.ground.char(end - 1)) {
            end -= 1;
        }
        if let Some(stretch) = outer {
            self.judged[stretch] = Judged::Quote(speaker);
        }
        let direct = direct || outer.is_some();
        self.found.push(Found { tokens: from..end, cut: 0, direct, partial: false, speaker, mention, cue: None });
    }
}

fn ends_as_question(ground: &Ground, of: &DocBlock) -> bool {
    of.tokens.clone().rev().take(2).any(|t| ground.is_punct(t) && matches!(ground.char(t), '?' | '؟'))
}
