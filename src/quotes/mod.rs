//! Quotes: who said what.
//!
//! Four steps, each a file: [`marks`] finds what stands between quotation marks, [`cues`]
//! the words of saying, [`names`] how far the words reach that name a speaker, and
//! [`resolve`] who is meant. They are put together in [`subject`] (who speaks at a cue),
//! [`judge`] (whether marked words are speech or a term, and whose), [`report`] (what is
//! reported without marks) and [`blocks`] (what the page's blocks say of who speaks).

mod blocks;
mod cues;
mod ground;
mod judge;
mod marks;
mod names;
mod report;
mod resolve;
mod subject;

use std::cmp::Reverse;
use std::ops::Range;

use crate::article::Span;
use crate::digest::{CastMember, Quote, Speaker};
use crate::lang::Clitics;
use crate::lang::words::{Agreement, CueKind};
use crate::pace::{Pace, rest};
use crate::text::Document;

use cues::Cue;
use ground::Ground;
use names::Mention;
use resolve::Cast;

/// What the quotes room finds.
#[derive(Debug, Default)]
pub struct Quotes {
    /// In reading order.
    pub quotes: Vec<Quote>,
    /// Who is quoted, in the order they first speak.
    pub speakers: Vec<CastMember>,
    /// Marked words that are no one's speech.
    pub terms: Vec<Span>,
}

/// The quotes of a document.
pub async fn find(document: &Document<'_>) -> Quotes {
    let ground = Ground::new(document, marks::find(document));
    let cues = cues::find(&ground).await;
    let cast = Cast::new(&ground).await;
    let mut reader = Reader {
        ground: &ground,
        cues: &cues,
        labels: blocks::labels(&ground, &cast),
        next_label: 0,
        label: None,
        headline: None,
        answers: None,
        cast,
        sayings: vec![None; cues.len()],
        found: Vec::new(),
        terms: Vec::new(),
        judged: vec![Judged::No; ground.stretches.len()],
        depth: 0,
    };
    reader.read().await;
    reader.headline();
    reader.finish()
}

/// A cue with its speaker.
#[derive(Debug, Clone)]
struct Saying {
    speaker: Option<u32>,
    mention: Option<Mention>,
    /// Where the words end that name the speaker, or else the cue.
    end: usize,
    /// What the cue's form says of the speaker.
    told: Agreement,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Judged {
    No,
    Quote(Option<u32>),
    Term,
}

struct Found {
    tokens: Range<usize>,
    /// Letters of a preposition written with the first word.
    cut: u8,
    direct: bool,
    partial: bool,
    speaker: Option<u32>,
    mention: Option<Range<usize>>,
    cue: Option<Range<usize>>,
}

struct Reader<'g, 'd, 'a> {
    ground: &'g Ground<'d, 'a>,
    cues: &'g [Cue],
    cast: Cast,
    /// Blocks that begin with who speaks, in reading order, and the next of them.
    labels: Vec<blocks::Label>,
    next_label: usize,
    /// Whom this block names at its head, and where.
    label: Option<(u32, Range<usize>)>,
    /// The headline's label, where nobody has that name before the article is read.
    headline: Option<blocks::Label>,
    /// Who answers in an interview, and since which block.
    answers: Option<(u32, usize)>,
    /// By cue: its speaker, once it was asked for.
    sayings: Vec<Option<Saying>>,
    found: Vec<Found>,
    terms: Vec<Range<usize>>,
    judged: Vec<Judged>,
    /// How many cues deep the search for a subject is.
    depth: usize,
}

/// A clause of reported speech has at least so many words.
const SHORTEST_REPORT: usize = 3;
/// A clause that goes on longer is cut: no sentence does.
const LONGEST_REPORT: usize = 500;
/// A cue's subject is looked for at so many cues before it.
const DEEPEST: usize = 6;
/// Of the cues before a stretch so many are asked whether they lead to it.
const MOST_LEADS: usize = 8;
/// So many tokens may stand between a cue and the complementizer of what is said.
const FARTHEST_THAT: usize = 45;

impl Reader<'_, '_, '_> {
    async fn read(&mut self) {
        let mut pace = Pace::default();
        let mut next_cue = 0;
        let mut next_stretch = 0;
        let (mut block, mut is_speech) = (usize::MAX, false);
        for number in 0..self.ground.segments.len() {
            let segment = self.ground.segments[number].clone();
            if pace.is_due(segment.start) {
                rest().await;
            }
            while next_cue < self.cues.len() && self.cues[next_cue].tokens.start < segment.start {
                next_cue += 1;
            }
            let first_cue = next_cue;
            while next_cue < self.cues.len() && self.cues[next_cue].tokens.start < segment.end {
                next_cue += 1;
            }
            let cues = first_cue..next_cue;
            let first_stretch = next_stretch;
            while next_stretch < self.ground.stretches.len()
                && self.ground.stretches[next_stretch].whole.start < segment.end
            {
                next_stretch += 1;
            }
            let of = self.ground.document.sentence_of(segment.start).map(|s| self.ground.document.sentences[s].block);
            if let Some(of) = of.filter(|&of| of != block) {
                block = of;
                is_speech = self.block(of);
            }
            if is_speech {
                continue;
            }
            // In the order of the text, so that a verb goes on with who spoke before it; but where a verb stands
            // behind its speech, that is read before what stands in marks within it.
            let in_order = self.verb_first(segment.start);
            let mut stretch = first_stretch;
            for cue in cues.clone() {
                while in_order
                    && stretch < next_stretch
                    && self.ground.stretches[stretch].whole.end <= self.cues[cue].tokens.start
                {
                    self.judge(stretch, &cues, &segment);
                    stretch += 1;
                }
                self.report(cue, &cues, &segment);
            }
            for stretch in stretch..next_stretch {
                self.judge(stretch, &cues, &segment);
            }
        }
    }

    /// The reported clause found last that a token stands in; of the quotes found since, few stand in it.
    fn report_around(&self, at: usize) -> Option<&Found> {
        self.found.iter().rev().take(MOST_LEADS).find(|f| !f.direct && f.tokens.contains(&at))
    }

    fn verb_first(&self, at: usize) -> bool {
        self.ground.document.block_of(at).and_then(|b| b.language).is_some_and(|l| l.verb_first)
    }

    /// What a cue, by its number, is for.
    fn cue_kind(&self, cue: usize) -> CueKind {
        self.cues[cue].kind
    }

    // ── What comes out ───────────────────────────────────────────────────────

    fn finish(mut self) -> Quotes {
        // What nothing asks for any more makes room for what comes out.
        (self.sayings, self.judged, self.labels) = Default::default();
        let document = self.ground.document;
        self.found.sort_unstable_by_key(|f| (f.tokens.start, Reverse(f.tokens.end)));
        let mut quotes = Vec::with_capacity(self.found.len());
        let mut order: Vec<u32> = Vec::new();
        for found in &self.found {
            let mut span = document.span(found.tokens.clone());
            for c in self.ground.document.text(found.tokens.start).chars().take(usize::from(found.cut)) {
                span.start += c.len_utf8() as u32;
            }
            let speaker = found.speaker.map(|number| {
                let member = &mut self.cast.speakers[number as usize];
                if member.quotes == 0 {
                    order.push(number);
                }
                member.quotes += 1;
                Speaker {
                    name: name_span(self.ground, member.name.clone()),
                    role: member.role.clone().map(|r| document.span_itself(r)),
                    mention: found.mention.clone().map(|m| name_span(self.ground, m)),
                }
            });
            let cue = found.cue.clone().map(|c| document.span_itself(c));
            quotes.push(Quote { span, direct: found.direct, partial: found.partial, speaker, cue });
        }
        let speakers = order.iter().map(|&number| {
            let member = &self.cast.speakers[number as usize];
            CastMember {
                name: name_span(self.ground, member.name.clone()),
                role: member.role.clone().map(|r| document.span_itself(r)),
                first: name_span(self.ground, member.first.clone()),
                quotes: member.quotes,
            }
        });
        Quotes {
            speakers: speakers.collect(),
            quotes,
            terms: self.terms.iter().map(|t| document.span(t.clone())).collect(),
        }
    }
}

/// The span of a name without the particles written with it; its first letters may only look like some: `لشكر`.
fn name_span(ground: &Ground, tokens: Range<usize>) -> Span {
    if names::governs_none(ground, tokens.start) && !ground.document.clitics(tokens.start).any(Clitics::AND) {
        return ground.document.span(tokens);
    }
    ground.document.span_itself(tokens)
}
