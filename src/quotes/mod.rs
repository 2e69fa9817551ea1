//! Quotes: who said what.
//!
//! Four steps, each a file: [`marks`] finds what stands between quotation marks, [`cues`]
//! the words of saying, [`names`] how far the words reach that name a speaker, and
//! [`resolve`] who is meant. Here they are put together: whether marked words are speech
//! or a term, whose they are, and what is reported without marks.

mod cues;
mod ground;
mod marks;
mod names;
mod resolve;

use std::ops::Range;

use crate::article::{BlockKind, Span};
use crate::digest::{CastMember, Quote, Speaker};
use crate::lang::Clitics;
use crate::lang::words::{Agreement, CueKind, QuoteWord};
use crate::text::{Document, Kind};

use cues::Cue;
use ground::Ground;
use names::{Mention, Sort};
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
pub fn find(document: &Document) -> Quotes {
    let ground = Ground::new(document, marks::find(document));
    let cues = cues::find(&ground);
    let cast = Cast::new(&ground);
    let mut reader = Reader {
        ground: &ground,
        cues: &cues,
        cast,
        sayings: vec![None; cues.len()],
        found: Vec::new(),
        terms: Vec::new(),
        judged: vec![Judged::No; ground.stretches.len()],
        depth: 0,
    };
    reader.read();
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
    fn read(&mut self) {
        let mut next_cue = 0;
        let mut next_stretch = 0;
        for number in 0..self.ground.segments.len() {
            let segment = self.ground.segments[number].clone();
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
            for cue in cues.clone() {
                self.report(cue, &cues, &segment);
            }
            for stretch in first_stretch..next_stretch {
                self.judge(stretch, &cues, &segment);
            }
            self.headline(&segment);
        }
    }

    // ── Who speaks at a cue ──────────────────────────────────────────────────

    fn verb_first(&self, at: usize) -> bool {
        self.ground.document.block_of(at).and_then(|b| b.language).is_some_and(|l| l.verb_first)
    }

    /// The speaker at a cue; found once.
    fn saying(&mut self, cue: usize) -> Saying {
        if let Some(known) = &self.sayings[cue] {
            return known.clone();
        }
        let Cue { tokens, kind, agreement } = self.cues[cue].clone();
        let segment = self.ground.segment_of(tokens.start);
        let (mention, by_pronoun) = if self.verb_first(tokens.start) {
            (self.subject_behind(cue, &segment), None)
        } else {
            self.subject_before(cue, &segment)
        };
        let at = tokens.start;
        let end = mention.as_ref().filter(|m| m.tokens.start >= tokens.end).map_or(tokens.end, |m| m.end);
        let speaker = match (&mention, by_pronoun) {
            (Some(mention), _) => Some(self.speaker_of(mention, agreement)),
            (None, Some(pronoun)) => self.cast.pronoun(self.ground, pronoun, at),
            (None, None) => self.implied(cue, kind, agreement, &segment),
        };
        let told = if self.verb_first(at) && matches!(kind, CueKind::Say | CueKind::Voice | CueKind::Along) {
            agreement
        } else {
            by_pronoun.unwrap_or_default()
        };
        let saying = Saying { speaker, mention, end, told };
        self.sayings[cue] = Some(saying.clone());
        saying
    }

    /// Notes that the speaker at a cue has spoken.
    fn note(&mut self, saying: &Saying, at: usize) {
        if let Some(speaker) = saying.speaker {
            self.cast.spoke(speaker, at, saying.told);
        }
    }

    /// A document speaks for the body that it names.
    fn speaker_of(&mut self, mention: &Mention, agreement: Agreement) -> u32 {
        if mention.sort == Sort::Document {
            let ground = self.ground;
            let issued = ground.is(mention.tokens.end, |w| w == QuoteWord::Issued);
            let end = ground.segment_of(mention.tokens.start).end.min(mention.tokens.end + if issued { 6 } else { 0 });
            let inner = (mention.tokens.start + 1..end).find(|&t| {
                ground.is(t, |w| matches!(w, QuoteWord::Body(_)))
                    && !ground.is(t, |w| matches!(w, QuoteWord::Document(_)))
            });
            if let Some(body) = inner
                && !ground.has_capitals(body)
                && let Some(issuer) = names::read_plain(ground, body, end)
                && issuer.name.is_some()
            {
                return self.cast.resolve(self.ground, &issuer, issuer.agreement, true);
            }
            // `كلمة لشكر`, "Lachgar's speech".
            let author = mention.tokens.start + 1;
            if inner.is_none()
                && author < mention.end
                && !ground.has_capitals(author)
                && let Some(author) = self.cast.person_named(ground, author)
            {
                return author;
            }
        }
        self.cast.resolve(self.ground, mention, agreement, true)
    }

    /// The subject of a verb that stands before it.
    fn subject_behind(&mut self, cue: usize, segment: &Range<usize>) -> Option<Mention> {
        let ground = self.ground;
        let Cue { tokens, kind, agreement } = self.cues[cue].clone();
        if matches!(kind, CueKind::Along | CueKind::Own | CueKind::Noun) {
            return None;
        }
        if kind == CueKind::Relay {
            // `نقلت الصحيفة عن الوزير`: who stands behind the preposition.
            let from =
                (tokens.end..segment.end.min(tokens.end + 16)).find(|&t| ground.is(t, |w| w == QuoteWord::From))?;
            return names::read_plain(ground, from + 1, segment.end);
        }
        let mut at = tokens.end;
        while at < segment.end {
            match ground.word(at, |w| (w == QuoteWord::Adverb).then_some(())) {
                Some(((), words)) if ground.that(at).is_none() => at += words,
                _ => break,
            }
        }
        let behind = names::read_plain(ground, at, segment.end).filter(|m| {
            // The verb agrees with its subject; what does not is its object.
            if ground.document.token(m.tokens.start).clitics.any(Clitics::WITH | Clitics::FOR)
                && kind != CueKind::Source
                && !self.cast.is_name(ground, m.tokens.start)
            {
                return false;
            }
            // `دعا المحتجين`, `دعت وسائل الإعلام إلى`: who is spoken to.
            let first = m.tokens.start;
            if m.agreement == Agreement::They && ground.ends(first, |s| s.oblique) && kind != CueKind::Source
                || kind == CueKind::Voice
                    && ground.is(first, |w| w == QuoteWord::Outlet)
                    && !ground.is(first, |w| matches!(w, QuoteWord::Role(_)))
            {
                return false;
            }
            let agrees = m.agreement == Agreement::They || m.agreement.fits(agreement) || kind == CueKind::Source;
            let role_only = m.name.is_none() && m.role.is_none();
            agrees
                && !role_only
                && !ground.is(m.tokens.start, |w| {
                    matches!(w, QuoteWord::Construct)
                        && !ground.is(m.tokens.start, |w| matches!(w, QuoteWord::Body(_) | QuoteWord::Role(_)))
                        && m.name.is_none()
                })
        });
        if kind == CueKind::Source {
            // `وفق الصيغ المتفق عليها`: a thing, and nobody's word.
            return behind.filter(|m| {
                let first = m.tokens.start;
                m.role.is_some()
                    || m.sort != Sort::Person
                    || !ground.is_definite(first)
                    || self.cast.is_name(ground, first)
            });
        }
        if behind.is_some() {
            return behind;
        }
        // `فلان قال`: the subject first, where the verb does not begin its clause.
        let token = ground.document.token(tokens.start);
        if tokens.start == segment.start || token.clitics.any(Clitics::AND | Clitics::SO) {
            return None;
        }
        // What a relative pronoun refers to: `الإعلان، الذي ينص على`.
        let mut last = tokens.start;
        while last > segment.start && (ground.is(last - 1, |w| w == QuoteWord::Relative) || ground.is_comma(last - 1)) {
            last -= 1;
        }
        let begins = |&t: &usize| {
            t == segment.start
                || ground.is_comma(t - 1)
                || ground.that(t - 1).is_some()
                || ground.is(t, |w| {
                    matches!(
                        w,
                        QuoteWord::Role(_)
                            | QuoteWord::Generic(_)
                            | QuoteWord::Body(_)
                            | QuoteWord::Document(_)
                            | QuoteWord::Given(_)
                    )
                })
        };
        // From far to near, so that a chain of nouns is read whole.
        let starts: Vec<usize> = (segment.start.max(last.saturating_sub(30))..last).filter(begins).take(12).collect();
        let cast = &self.cast;
        let subject = starts.into_iter().find_map(|mut start| {
            let mut steps = 0;
            while start < last && steps < 4 && ground.is(start, |w| w == QuoteWord::Auxiliary) {
                start += 1;
                steps += 1;
            }
            let mention = names::read_plain(ground, start, last)?;
            let rest = mention.end..last;
            let reaches = rest
                .clone()
                .all(|t| ground.is_comma(t) || ground.is(t, |w| matches!(w, QuoteWord::Adverb | QuoteWord::Auxiliary)));
            // `فلان، المتتبع للملف، قال`: an apposition between commas.
            let apposition = ground.is_comma(mention.end)
                && last < tokens.start
                && rest.len() < 14
                && mention.name.is_some()
                && rest.clone().all(|t| cues::cue_at(ground, t).is_none() && ground.stretch_at(t).is_none());
            let first = ground.document.token(start);
            let object = first.clitics.any(Clitics::WITH) || mention.name.is_none() && mention.role.is_none();
            let told = mention.role.is_some()
                || mention.sort != Sort::Person
                || ground.is(start, |w| matches!(w, QuoteWord::Given(_) | QuoteWord::NamePart))
                || cast.is_name(ground, start)
                || start == segment.start && kind == CueKind::Say;
            ((reaches || apposition) && told && !object && mention.agreement.fits(agreement)).then_some(mention)
        });
        // `الإعلان الرسمي للاتفاق بين البلدين، الذي ينص على`: the relative's noun is farther back.
        subject.or_else(|| {
            // But `التي تصفها`, "which it calls", has another.
            let object = ground.is_possessed(tokens.start);
            if object || !(last..tokens.start).any(|t| ground.is(t, |w| w == QuoteWord::Relative)) {
                return None;
            }
            (segment.start.max(last.saturating_sub(20))..last).rev().find_map(|start| {
                let told = ground.is_definite(start)
                    && !ground.document.token(start).clitics.any(Clitics::WITH | Clitics::FOR)
                    && ground.is(start, |w| {
                        matches!(
                            w,
                            QuoteWord::Role(a) | QuoteWord::Generic(a) | QuoteWord::Body(a) | QuoteWord::Document(a)
                                if a == agreement
                        )
                    });
                if told { names::read_plain(ground, start, last) } else { None }
            })
        })
    }

    /// The subject of a verb that stands behind it, or a pronoun in its place.
    fn subject_before(&mut self, cue: usize, segment: &Range<usize>) -> (Option<Mention>, Option<Agreement>) {
        let ground = self.ground;
        let Cue { tokens, kind, .. } = self.cues[cue].clone();
        let pronoun = |t: usize| {
            ground.word(t, |w| match w {
                QuoteWord::Pronoun(a) => Some(a),
                _ => None,
            })
        };
        match kind {
            CueKind::Own | CueKind::Along | CueKind::Noun | CueKind::Relay => return (None, None),
            CueKind::Source => {
                if let Some((a, _)) = pronoun(tokens.end) {
                    return (None, Some(a));
                }
                return (names::read_capitals(ground, tokens.end, segment.end), None);
            }
            _ => {}
        }
        let mut last = tokens.start;
        let mut inverted = last == segment.start;
        while last > segment.start {
            let before = last - 1;
            if ground.stretch_at(before).is_some() {
                inverted = true;
                break;
            }
            if ground.is_comma(before) && before > segment.start && ground.stretch_at(before - 1).is_some() {
                inverted = true;
                break;
            }
            let adverb = ground.is(before, |w| w == QuoteWord::Adverb)
                || (ground.ends(before, |s| s.adverb) && !ground.document.token(before).is_capital());
            if adverb && pronoun(before).is_none() {
                last = before;
            } else {
                break;
            }
        }
        if inverted {
            if let Some((a, _)) = pronoun(tokens.end) {
                return (None, Some(a));
            }
            // `"…," told Jo` has no subject; `"…," said Jo` has.
            return (names::read_capitals(ground, tokens.end, segment.end), None);
        }
        if let Some((a, _)) = pronoun(last - 1) {
            return (None, Some(a));
        }
        // `he said` with an auxiliary in capitals or a contraction (`he's`).
        (names::read_capitals_back(ground, last, segment.start), None)
    }

    /// Who speaks at a cue that names nobody.
    fn implied(&mut self, cue: usize, kind: CueKind, agreement: Agreement, segment: &Range<usize>) -> Option<u32> {
        let at = self.cues[cue].tokens.start;
        let before = (0..cue).rev().take_while(|&c| self.cues[c].tokens.start >= segment.start).take(6);
        let mut candidates: Vec<usize> = before.collect();
        if kind == CueKind::Noun {
            candidates.retain(|&c| self.cues[c].kind == CueKind::Relay);
        }
        // A verb that begins its own clause goes on with who spoke last; one that goes
        // along has its sentence's subject.
        if matches!(kind, CueKind::Along | CueKind::Own | CueKind::Noun) {
            for c in candidates {
                let of = self.cues[c].kind;
                if of == CueKind::Source && kind != CueKind::Own
                    || matches!(of, CueKind::Voice | CueKind::Describe) && self.verb_first(at)
                {
                    continue;
                }
                if self.sayings[c].is_none() && self.depth == DEEPEST {
                    continue;
                }
                self.depth += 1;
                let saying = self.saying(c);
                self.depth -= 1;
                // What a word within reported speech says of a thing hands on no speaker.
                let within = self.found.last().is_some_and(|f| !f.direct && f.tokens.contains(&self.cues[c].tokens.start));
                if !within
                    && let Some(speaker) = saying.speaker
                    && self.cast.speakers[speaker as usize].agreement.fits(agreement)
                {
                    return Some(speaker);
                }
            }
            if kind == CueKind::Along
                && let Some(found) = self.sentence_subject(segment, at, agreement)
            {
                return Some(found);
            }
        }
        if !self.verb_first(at) {
            return self.cast.first_in_segment(self.ground, agreement, at).or_else(|| self.cast.last(agreement, at));
        }
        let last = self.cast.last(agreement, at);
        last.or_else(|| if kind == CueKind::Say { self.sentence_subject(segment, at, agreement) } else { None })
    }

    /// The subject of a sentence whose verb is none of saying.
    fn sentence_subject(&mut self, segment: &Range<usize>, at: usize, agreement: Agreement) -> Option<u32> {
        let ground = self.ground;
        if !self.verb_first(at) {
            if ground.is_pronoun(segment.start) {
                return None;
            }
            return self.cast.first_in_segment(ground, agreement, at).or_else(|| {
                let mention = names::read_capitals(ground, segment.start, at)?;
                (mention.role.is_some() || mention.sort == Sort::Body)
                    .then(|| self.cast.resolve(ground, &mention, agreement, false))
            });
        }
        // Behind the first word where that is the verb, else at the beginning.
        for start in segment.start..(segment.start + 5).min(at) {
            if ground.stretch_at(start).is_some() || !ground.document.token(start).is_word() {
                return None;
            }
            let told = ground.is(start, |w| {
                matches!(w, QuoteWord::Role(_) | QuoteWord::Generic(_) | QuoteWord::Body(_) | QuoteWord::Given(_))
            });
            if told
                && !ground.document.token(start).clitics.any(Clitics::WITH | Clitics::FOR)
                && let Some(mention) = names::read_plain(ground, start, at)
                && (mention.agreement.fits(agreement) || mention.agreement == Agreement::They)
            {
                return Some(self.cast.resolve(ground, &mention, agreement, false));
            }
            // A definite word no lexicon knows: a surname.
            if start > segment.start && !told && !ground.is(start, |_| true) && self.cast.is_name(ground, start) {
                let mention = names::read_plain(ground, start, start + 1)?;
                return Some(self.cast.resolve(ground, &mention, agreement, false));
            }
        }
        None
    }

    // ── Speech between marks ─────────────────────────────────────────────────

    /// Decides what a stretch is, and whose.
    fn judge(&mut self, number: usize, cues: &Range<usize>, segment: &Range<usize>) {
        let ground = self.ground;
        let stretch = ground.stretches[number].clone();
        let words = ground.words(stretch.content.clone());
        if words == 0 || stretch.parent.is_some_and(|p| matches!(self.judged[p as usize], Judged::Quote(_))) {
            return;
        }
        let whole = stretch.whole.clone();
        let nearest = cues.start + self.cues[cues.clone()].partition_point(|c| c.tokens.end <= whole.start);
        let before = (cues.start..nearest).rev().take(MOST_LEADS).find(|&c| self.leads(c, number));
        let after = self.cue_after(number, cues, segment);
        let own = after.filter(|&c| self.cues[c].kind == CueKind::Own);
        let after = after.filter(|_| own.is_none());
        let adjacency = before.map(|c| self.gap(c, whole.start));
        let near = adjacency == Some(0);
        let named = self.is_named(number, segment);
        let capitals = ground.has_capitals(whole.start);
        let ends_as_speech = stretch.content.end > stretch.content.start
            && ground.is_punct(stretch.content.end - 1)
            && matches!(ground.char(stretch.content.end - 1), '.' | ',' | '!' | '?' | '؟' | '…' | '،');
        let title_case = capitals && words > 1 && is_title_case(ground, stretch.content.clone());
        let opens_segment = self.opens_segment(number, segment);
        let goes_on =
            if before.is_none() && after.is_none() { self.goes_on(number, segment, opens_segment) } else { None };
        let in_quote_block = ground.document.blocks[stretch.block].kind == BlockKind::Quote;
        let signed = if after.is_none() { self.signature(number) } else { None };
        let describes = before.is_some_and(|c| self.cues[c].kind == CueKind::Describe);
        let heading = ground.document.blocks[stretch.block].kind == BlockKind::Heading;
        let is_quote = if signed.is_some() {
            true
        } else if stretch.single {
            // Single marks hold speech in headlines, and where a verb of saying stands beside them.
            !named && words > 1 && (after.is_some() || near && (words > 3 || heading)) && !(capitals && title_case)
        } else if !stretch.opened {
            after.is_some()
        } else if named && after.is_none() && own.is_none() {
            near && words > 8 && !title_case
        } else if after.is_some() || own.is_some() {
            words > 1 || ends_as_speech || capitals
        } else if let Some(cue) = before {
            if capitals {
                (!title_case || words >= 8 || near || ends_as_speech) && self.attributes(cue, number, words, near)
            } else if near {
                words > 1 || describes || self.follows_that(whole.start) && !ground.is_definite(stretch.content.start)
            } else {
                words > 3 || self.is_predicate(number, words, cue)
            }
        } else if goes_on.is_some() || in_quote_block {
            words > 3 || ends_as_speech && words > 1
        } else if ground.is_colon(whole.start - 1) && !title_case {
            words > 2
        } else if capitals {
            words > 5 && !title_case && !heading || words > 3 && ends_as_speech && opens_segment
        } else {
            words > 9 && !self.in_brackets(number) && !heading || words > 4 && opens_segment && ends_as_speech
        };
        // `تقرير «…» يقول`: part of who speaks is not what is said.
        let of_speaker = |saying: &Option<Saying>| {
            let mention = saying.as_ref().and_then(|s| s.mention.as_ref());
            mention.is_some_and(|m| m.tokens.contains(&whole.start))
        };
        if !is_quote || self.sayings[cues.clone()].iter().any(of_speaker) {
            if stretch.opened && stretch.closed && (!stretch.single || words <= 8) {
                self.judged[number] = Judged::Term;
                self.terms.push(stretch.content.clone());
            }
            return;
        }
        let cue = match (before, after) {
            (Some(b), Some(a)) => {
                Some(if near && self.cues[b].kind != CueKind::Along || own.is_some() { b } else { a })
            }
            (b, a) => a.or(b),
        };
        let (speaker, mention, cue_tokens) = if let Some(signed) = signed {
            let speaker = self.cast.resolve(ground, &signed, Agreement::Any, true);
            (Some(speaker), Some(signed.tokens), None)
        } else if let Some(cue) = cue {
            let saying = self.saying(cue);
            let cue_tokens = self.cues[cue].tokens.clone();
            self.note(&saying, cue_tokens.start.max(whole.start));
            (saying.speaker, saying.mention.map(|m| m.tokens), Some(cue_tokens))
        } else if let Some(own) = own {
            let saying = self.saying(own);
            (saying.speaker, None, Some(self.cues[own].tokens.clone()))
        } else if let Some((speaker, _)) = goes_on {
            (speaker, None, None)
        } else {
            let speaker = if stretch.parent.is_none() { self.nearby(number, segment) } else { None };
            (speaker, None, None)
        };
        self.judged[number] = Judged::Quote(speaker);
        let partial = words < 4 || !(near || after.is_some() || opens_segment) || self.is_fragment(number);
        self.found.push(Found {
            tokens: stretch.content,
            cut: 0,
            direct: true,
            partial,
            speaker,
            mention,
            cue: cue_tokens,
        });
        if let Some(speaker) = speaker {
            self.cast.spoke(speaker, whole.start, Agreement::Any);
        }
    }

    /// Whether a cue before a stretch may lead to it: not one that ended with its own speech.
    fn leads(&self, cue: usize, number: usize) -> bool {
        let kind = self.cues[cue].kind;
        if kind == CueKind::Own {
            return false;
        }
        let whole = &self.ground.stretches[number].whole;
        // `، بحسب فلان، "…"` leads on; `"…"، بحسب فلان` was the cue of what stands before it.
        let between = self.cues[cue].tokens.end..whole.start;
        if kind == CueKind::Source && between.len() > 24 && !self.ground.has_capitals(whole.start) {
            return false;
        }
        true
    }

    /// How many words stand between a cue with its speaker and a mark, complementizers,
    /// prepositions and adverbs not counted.
    fn gap(&mut self, cue: usize, mark: usize) -> usize {
        let ground = self.ground;
        let end = self.saying_end(cue, mark);
        let mut count = 0;
        let mut at = end;
        if mark - end > FARTHEST_THAT && !self.follows_that(mark) {
            return mark - end;
        }
        at = at.max(mark.saturating_sub(FARTHEST_THAT));
        while at < mark {
            if ground.is_dash(at) || ground.is_comma(at) {
                // An insertion: `قال -في بيان- إن`, `said, in a statement, "…"`.
                at += 1;
                continue;
            }
            let skipped = ground.word(at, |w| {
                matches!(
                    w,
                    QuoteWord::Adverb
                        | QuoteWord::That(_)
                        | QuoteWord::Link
                        | QuoteWord::Occasion
                        | QuoteWord::Outlet
                        | QuoteWord::Determiner
                        | QuoteWord::Indefinite
                )
                .then_some(())
            });
            if let Some(((), words)) = skipped {
                at += words;
                if ground.that(at - words).is_some() {
                    count = 0;
                }
                continue;
            }
            let word = ground.document.token(at).is_word() || ground.document.token(at).kind == Kind::Digits;
            let time = ground.is(at, |w| w == QuoteWord::Stop);
            let clitic = word && at + 1 == mark && !ground.document.token(mark).space_before();
            if word && !time && !clitic {
                count += 1;
            }
            at += 1;
        }
        let colon = ground.is_colon(mark - 1);
        let barred = ground.that(mark - 1).is_some() && ground.is(mark - 2, |w| w == QuoteWord::Bars);
        let that = self.follows_that(mark) && !barred;
        if barred {
            return count.max(1);
        }
        if colon || that { 0 } else { count }
    }

    fn saying_end(&mut self, cue: usize, limit: usize) -> usize {
        let saying = self.saying(cue);
        saying.end.min(limit).max(self.cues[cue].tokens.end.min(limit))
    }

    /// Whether a complementizer stands right before a mark.
    fn follows_that(&self, mark: usize) -> bool {
        self.ground.that(mark - 1).is_some() || self.ground.is_colon(mark - 1)
    }

    /// A cue that stands behind a stretch and is its: `"…," said Jo`, `«…»، بحسب فلان`.
    fn cue_after(&mut self, number: usize, cues: &Range<usize>, segment: &Range<usize>) -> Option<usize> {
        let ground = self.ground;
        let stretch = &ground.stretches[number];
        let mut from = stretch.whole.end;
        let mut limit = segment.end;
        let mut last = stretch.content.end - 1;
        while last > stretch.content.start && ground.is_punct(last) && marks::is_mark(ground.char(last)) {
            last -= 1;
        }
        let mut comma = ground.is_punct(last)
            && matches!(ground.char(last), ',' | '.' | '!' | '?' | '…' | '—' | '،' | '؟' | '-' | '–');
        if from >= segment.end {
            // `"Is it so?" Jo asked.`
            let asks = comma && !matches!(ground.char(last), '.' | '،');
            if !asks || !ground.has_capitals(stretch.whole.start) || ground.document.token(from).kind == Kind::Edge {
                return None;
            }
            limit = ground.segment_of(from).end;
        }
        while from < limit && (ground.is_comma(from) || ground.is_dash(from)) {
            comma = true;
            from += 1;
        }
        let first = cues.start + self.cues[cues.start..].partition_point(|c| c.tokens.start < from);
        let cue = Some(first).filter(|&c| c < self.cues.len() && self.cues[c].tokens.start < limit)?;
        let Cue { tokens, kind, .. } = self.cues[cue].clone();
        if tokens.start - from > 45 || (from..tokens.start).any(|t| ground.stretch_at(t).is_some()) {
            return None;
        }
        if matches!(kind, CueKind::Own | CueKind::Source) {
            let near = tokens.start - from <= if ground.has_capitals(from) { 1 } else { 5 };
            let clean = (from..tokens.start)
                .all(|t| !ground.is_comma(t) && !ground.document.token(t).clitics.any(Clitics::AND));
            return (near && clean && !ground.document.token(tokens.start).clitics.any(Clitics::AND)).then_some(cue);
        }
        if !matches!(kind, CueKind::Say) {
            return None;
        }
        if self.verb_first(from) {
            let clitics = ground.document.token(tokens.start).clitics;
            if tokens.start > from + 1 || clitics.any(Clitics::AND | Clitics::SO) {
                return None;
            }
            let kama = tokens.start == from + 1 && !ground.is(from, |w| w == QuoteWord::Auxiliary);
            if kama {
                return None;
            }
            // Not where the verb leads on to speech of its own.
            let leads_on = (tokens.end..segment.end.min(tokens.end + 14))
                .any(|t| ground.that(t).is_some() || ground.stretch_at(t).is_some());
            return (comma || !leads_on).then_some(cue).filter(|_| !leads_on);
        }
        if !comma {
            return None;
        }
        let saying = self.saying(cue);
        let fits = match &saying.mention {
            Some(mention) if mention.tokens.start >= tokens.end => tokens.start <= from + 1,
            Some(mention) => mention.tokens.start <= from + 2,
            None => {
                tokens.start <= from + 4
                    && (saying.speaker.is_some() || (from..tokens.start).any(|t| ground.is_pronoun(t)))
            }
        };
        fits.then_some(cue)
    }

    /// Who signs a stretch behind a dash, up to the block's end: `“…” ― Jo Orr`.
    fn signature(&self, number: usize) -> Option<Mention> {
        let ground = self.ground;
        let stretch = &ground.stretches[number];
        let end = ground.document.blocks[stretch.block].tokens.end;
        let mut at = stretch.whole.end;
        if !ground.is_dash(at) {
            return None;
        }
        while ground.is_dash(at) {
            at += 1;
        }
        let words = ground.words(at..end);
        if words == 0
            || words > 12
            || (at..end).any(|t| cues::cue_at(ground, t).is_some() || ground.stretch_at(t).is_some())
        {
            return None;
        }
        let mention = names::read(ground, at, end)?;
        let rest_is_role =
            mention.tokens.end >= end - 1 || ground.is_comma(mention.tokens.end) || ground.is_punct(mention.tokens.end);
        (mention.name.is_some() && rest_is_role).then_some(mention)
    }

    /// Whether what stands before or behind a stretch says that it is a name, a title or a term.
    fn is_named(&self, number: usize, segment: &Range<usize>) -> bool {
        let ground = self.ground;
        let Range { start, end } = ground.stretches[number].whole;
        let words = ground.words(ground.stretches[number].content.clone());
        let mut before = start - 1;
        // Particles written with the mark: `لـ"…"`, `و"…"`.
        let attached = before >= segment.start
            && ground.document.token(before).is_word()
            && !ground.document.token(start).space_before()
            && ground.document.text(before).chars().count() <= 3
            && !ground.has_capitals(start);
        let and = attached && ground.begins(before, |s| s.and);
        if attached {
            before = before.saturating_sub(1);
        }
        if before < segment.start || before == 0 {
            return false;
        }
        let joins = and || ground.is(before, |w| w == QuoteWord::Joins) || ground.is_comma(before);
        if joins {
            let mut t = if and { before } else { before - 1 };
            while t > segment.start && ground.is_comma(t) {
                t -= 1;
            }
            if let Some(other) = ground.stretch_at(t)
                && self.judged[other] == Judged::Term
                && words <= 10
            {
                return true;
            }
        }
        // `اتهم الشركة بـ«…»`: a body is no name's neighbour across a preposition.
        let across = attached && !and && ground.is(before, |w| matches!(w, QuoteWord::Body(_)));
        if !across && ground.is(before, |w| w == QuoteWord::Naming) && (words <= 7) {
            let verbish = ground.word(before, |w| matches!(w, QuoteWord::Cue(..)).then_some(()));
            return verbish.is_none() || !ground.has_capitals(start);
        }
        // A phrase that ends right before the mark: `تحت شعار`, "so-called".
        if before > segment.start {
            for back in 1..=2 {
                if before < segment.start + back {
                    break;
                }
                if let Some(((), n)) = ground.word(before - back, |w| (w == QuoteWord::Naming).then_some(()))
                    && n == back + 1
                {
                    return true;
                }
            }
        }
        if self.in_brackets(number) && words <= 8 {
            return true;
        }
        // A gloss in another script: `"ديلي ميل" (Daily Mail)`.
        let gloss = ground.is_punct(end)
            && ground.char(end) == '('
            && !ground.has_capitals(start)
            && ground.document.token(end + 1).kind == Kind::Latin;
        gloss && words <= 8
    }

    fn in_brackets(&self, number: usize) -> bool {
        let Range { start, end } = self.ground.stretches[number].whole;
        self.ground.is_punct(start - 1)
            && self.ground.char(start - 1) == '('
            && self.ground.is_punct(end)
            && self.ground.char(end) == ')'
    }

    fn opens_segment(&self, number: usize, segment: &Range<usize>) -> bool {
        let start = self.ground.stretches[number].whole.start;
        start - segment.start < 4 && (segment.start..start).all(|t| self.ground.is_dash(t))
    }

    /// Of a stretch in a language with capitals, with a cue before it: whether the cue
    /// governs it at all.
    fn attributes(&self, cue: usize, number: usize, words: usize, near: bool) -> bool {
        let ground = self.ground;
        let stretch = &ground.stretches[number];
        if near || words > 2 {
            return true;
        }
        // One or two capital words far behind a verb are a name.
        let first = ground.document.token(stretch.content.start);
        let capital = first.kind == Kind::Latin && first.is_capital();
        !(capital && matches!(self.cues[cue].kind, CueKind::Say | CueKind::Along | CueKind::Source))
    }

    /// One to three words in a reported clause: an adjective or adverb is what was said, a
    /// noun with its article or behind a preposition is a term.
    fn is_predicate(&self, number: usize, words: usize, cue: usize) -> bool {
        let ground = self.ground;
        let stretch = &ground.stretches[number];
        let of_speech = matches!(self.cues[cue].kind, CueKind::Say | CueKind::Describe | CueKind::Along);
        let before = stretch.whole.start - 1;
        let adverb = ground.ends(stretch.content.start, |s| s.adverb);
        let governed = ground.is(before, |w| matches!(w, QuoteWord::Stop)) && !adverb
            || ground.is(before, |w| {
                matches!(
                    w,
                    QuoteWord::Link
                        | QuoteWord::Naming
                        | QuoteWord::Construct
                        | QuoteWord::Role(_)
                        | QuoteWord::Body(_)
                )
            })
            || !ground.document.token(stretch.whole.start).space_before();
        let first = stretch.content.start;
        let foreign = ground.document.token(first).kind == Kind::Latin;
        let time = ground.is(first, |w| matches!(w, QuoteWord::Stop));
        // `الوضع "كارثي"`: what is said of the noun before.
        let adjective = ground.ends(first, |s| s.feminine) || names::is_relative_adjective(ground, first);
        let of_noun = ground.is_definite(before) && adjective;
        let indefinite = !ground.is_definite(first) && (words > 1 || adverb || of_noun);
        // `الدعاء لها "في هذه المحنة"`: a preposition begins no name.
        let prepositional = words > 1 && ground.is(first, |w| w == QuoteWord::Link);
        prepositional || of_speech && !governed && !foreign && (time || indefinite) && words <= 3
    }

    /// A stretch without a cue that goes on with what was said before: who said it, and
    /// whether it is known that anyone did.
    fn goes_on(&mut self, number: usize, segment: &Range<usize>, opens_segment: bool) -> Option<(Option<u32>, ())> {
        let ground = self.ground;
        let stretch = &ground.stretches[number];
        let block = &ground.document.blocks[stretch.block];
        if !opens_segment {
            return None;
        }
        // In the same block, behind another quote or a verb of saying.
        if segment.start > block.tokens.start {
            let earlier = (0..number).rev().take(8).filter(|&s| ground.stretches[s].parent.is_none());
            for s in earlier {
                if ground.stretches[s].block != stretch.block {
                    break;
                }
                if let Judged::Quote(speaker) = self.judged[s] {
                    return Some((speaker, ()));
                }
            }
            return self.cast.last_since(block.tokens.start).map(|speaker| (Some(speaker), ()));
        }
        // The whole block is quoted.
        let previous =
            ground.document.blocks[..stretch.block].iter().enumerate().rev().find(|(_, b)| !b.boilerplate)?;
        let (previous_number, previous) = (previous.0, previous.1);
        let last = previous.tokens.end - usize::from(!previous.tokens.is_empty());
        let chain = (0..number).rev().take(8).find(|&s| ground.stretches[s].parent.is_none());
        if let Some(s) = chain
            && ground.stretches[s].block == previous_number
            && let Judged::Quote(speaker) = self.judged[s]
            && (!ground.stretches[s].closed || stretch.whole.end >= block.tokens.end - 1)
        {
            return Some((speaker, ()));
        }
        let (stretch, block) = (stretch.clone(), block.tokens.clone());
        let whole_block = stretch.whole.end + 1 >= block.end;
        if whole_block && ground.is_colon(last) {
            let start = previous.tokens.start;
            let cue = self
                .cues
                .partition_point(|c| c.tokens.start <= last)
                .checked_sub(1)
                .filter(|&c| self.cues[c].tokens.start >= start);
            let said = cue.and_then(|c| self.saying(c).speaker);
            return Some((said.or_else(|| self.cast.last_since(start)), ()));
        }
        if whole_block { Some((self.cast.last_since(previous.tokens.start), ())) } else { None }
    }

    /// Whose words a stretch may be that no cue attributes: the last who spoke in its block.
    fn nearby(&self, number: usize, segment: &Range<usize>) -> Option<u32> {
        let start = self.ground.stretches[number].whole.start;
        if self.ground.has_capitals(start) {
            let possessor = self.cast.first_in_segment(self.ground, Agreement::Any, start);
            if possessor.is_some() {
                return possessor;
            }
        }
        let block = self.ground.document.block_of(start).map_or(segment.start, |b| b.tokens.start);
        self.cast.last_since(block)
    }

    /// Whether a stretch is woven into the article's own sentence.
    fn is_fragment(&self, number: usize) -> bool {
        let ground = self.ground;
        let stretch = &ground.stretches[number];
        let before = stretch.whole.start.saturating_sub(1);
        let first = ground.document.token(stretch.content.start);
        if ground.has_capitals(stretch.whole.start) {
            return first.kind == Kind::Latin && !first.is_capital() && !ground.is_comma(before);
        }
        let word = ground.document.token(before).is_word();
        let attached = word && !ground.document.token(stretch.whole.start).space_before();
        let governed = word
            && ground.that(before).is_none()
            && ground.is(before, |w| matches!(w, QuoteWord::Link | QuoteWord::Stop | QuoteWord::Construct));
        let object = ground.is(before, |w| matches!(w, QuoteWord::Cue(CueKind::Voice | CueKind::Describe, _)));
        let inner = first.clitics.any(Clitics::WITH);
        attached || governed || object || inner || word && ground.is(before, |w| w == QuoteWord::Adverb)
    }

    // ── Reported speech ──────────────────────────────────────────────────────

    /// The clause that a cue reports, without marks.
    fn report(&mut self, cue: usize, cues: &Range<usize>, segment: &Range<usize>) {
        let ground = self.ground;
        let Cue { tokens, kind, .. } = self.cues[cue].clone();
        if matches!(kind, CueKind::Own | CueKind::Describe) {
            return;
        }
        // Within what is reported already, others' words are part of it.
        if self.found.last().is_some_and(|f| !f.direct && f.tokens.contains(&tokens.start)) {
            return;
        }
        let verb_first = self.verb_first(tokens.start);
        let Some((start, cut)) =
            (if verb_first { self.that_behind(cue, cues, segment) } else { self.clause_of(cue, segment) })
        else {
            if kind == CueKind::Source || verb_first {
                return;
            }
            self.report_before(cue, segment);
            return;
        };
        let end = self.clause_end(cue, start, segment);
        if ground.words(start..end) < SHORTEST_REPORT || !self.is_reported(start, end) {
            return;
        }
        let saying = self.saying(cue);
        if saying.speaker.is_none() {
            return;
        }
        self.note(&saying, tokens.start);
        self.found.push(Found {
            tokens: start..end,
            cut,
            direct: false,
            partial: false,
            speaker: saying.speaker,
            mention: saying.mention.map(|m| m.tokens),
            cue: Some(tokens),
        });
    }

    /// Where the speech of a verb begins that stands before it: its complementizer.
    fn that_behind(&mut self, cue: usize, cues: &Range<usize>, segment: &Range<usize>) -> Option<(usize, u8)> {
        let ground = self.ground;
        let Cue { tokens, kind, .. } = self.cues[cue].clone();
        let next = (cue + 1..cues.end)
            .find(|&c| !matches!(self.cues[c].kind, CueKind::Own | CueKind::Source))
            .map_or(segment.end, |c| self.cues[c].tokens.start);
        let limit = segment.end.min(tokens.end + FARTHEST_THAT).min(next);
        let mut depth = 0;
        // `القول إن`, `قوله إن`: the phrase may hold the complementizer itself.
        let from = if ground.that(tokens.end - 1).is_some() { tokens.end - 1 } else { tokens.end };
        for t in from..limit {
            if ground.is_punct(t) {
                match ground.char(t) {
                    '(' => depth += 1,
                    ')' => depth -= 1,
                    _ => {}
                }
            }
            if depth > 0 {
                continue;
            }
            if ground.stretch_at(t).is_some_and(|s| ground.words(ground.stretches[s].content.clone()) > 5) {
                return None;
            }
            // A relative clause may hold a complementizer of its own.
            if let Some(cut) = ground.that(t) {
                let barred = ground.is(t - 1, |w| w == QuoteWord::Bars) && t > tokens.end;
                // What somebody calls for or expects is not said to be: but `اتهمه بأنه`, "accused him of".
                let purpose = kind == CueKind::Voice && cut == 0;
                return (!barred && !purpose).then_some((t, cut));
            }
        }
        None
    }

    /// Where the speech of a verb begins whose subject stands before it: behind `that`, or
    /// right behind the verb where a clause follows.
    fn clause_of(&mut self, cue: usize, segment: &Range<usize>) -> Option<(usize, u8)> {
        let ground = self.ground;
        let Cue { tokens, kind, .. } = self.cues[cue].clone();
        if !matches!(kind, CueKind::Say | CueKind::Along) {
            return None;
        }
        for t in tokens.end..segment.end.min(tokens.end + 16) {
            if ground.stretch_at(t).is_some() || ground.is_comma(t) && t == tokens.end {
                return None;
            }
            if ground.that(t).is_some() {
                return Some((t, 0));
            }
            if t > tokens.end && ground.is_comma(t) {
                break;
            }
        }
        // Without `that`: a subject in its own words right behind `said` and the like.
        let at = tokens.end;
        let bare = ground.is(tokens.start, |w| w == QuoteWord::Bare);
        let opens = ground.is_pronoun(at)
            || ground.is(at, |w| w == QuoteWord::Opener)
            || ground.is_determiner(at)
            || (ground.document.token(at).kind == Kind::Latin
                && ground.document.token(at).is_capital()
                && !ground.is(at, |w| w == QuoteWord::Stop));
        // `said Jo on Monday` names who speaks and reports nothing.
        let saying = self.saying(cue);
        let subject_behind = saying.mention.as_ref().is_some_and(|m| m.tokens.start >= tokens.end);
        (bare && opens && !subject_behind && saying.speaker.is_some()).then_some((at, 0))
    }

    /// A clause with its verb of saying behind it: `The deal is off, officials said.`
    fn report_before(&mut self, cue: usize, segment: &Range<usize>) {
        let ground = self.ground;
        let Cue { tokens, kind, .. } = self.cues[cue].clone();
        if kind != CueKind::Say {
            return;
        }
        let ends = (tokens.end..segment.end.min(tokens.end + 8)).all(|t| !ground.is_comma(t) || t > tokens.end)
            && segment.end - tokens.end < 10;
        if !ends {
            return;
        }
        let saying = self.saying(cue);
        let from = saying.mention.as_ref().map_or(tokens.start.saturating_sub(1), |m| m.tokens.start.min(tokens.start));
        let Some(comma) = (segment.start..=from).rev().take(3).find(|&t| ground.is_comma(t)) else { return };
        if saying.speaker.is_none()
            || ground.words(segment.start..comma) < SHORTEST_REPORT + 2
            || !self.is_reported(segment.start, comma)
        {
            return;
        }
        if (segment.start..comma).any(|t| ground.stretch_at(t).is_some())
            || self.found.last().is_some_and(|f| f.tokens.end > segment.start && !f.direct)
        {
            return;
        }
        self.note(&saying, tokens.start);
        self.found.push(Found {
            tokens: segment.start..comma,
            cut: 0,
            direct: false,
            partial: false,
            speaker: saying.speaker,
            mention: saying.mention.map(|m| m.tokens),
            cue: Some(tokens),
        });
    }

    /// Where a reported clause ends: before the next verb of saying that is not its own.
    fn clause_end(&self, cue: usize, start: usize, segment: &Range<usize>) -> usize {
        let ground = self.ground;
        let limit = segment.end.min(start + LONGEST_REPORT);
        let mut end = limit;
        let mut comma = None;
        let mut next = cue + 1;
        for t in start + 1..limit {
            if ground.stretch_at(t).is_some() {
                continue;
            }
            if ground.is_comma(t) || (ground.is_dash(t) && ground.document.token(t).space_before()) {
                comma = Some(t);
                continue;
            }
            // `، فإنهم`: the main clause behind one that a conjunction opened.
            if comma == Some(t - 1) && ground.that(t) == Some(1) && ground.begins(t, |s| s.so) {
                end = t - 1;
                break;
            }
            while next < self.cues.len() && self.cues[next].tokens.start < t {
                next += 1;
            }
            if next < self.cues.len() && self.cues[next].tokens.start == t {
                let Cue { tokens, kind, .. } = &self.cues[next];
                let behind_comma = comma.is_some_and(|c| c + 1 == t);
                let clitics = ground.document.token(t).clitics;
                let cut = match kind {
                    CueKind::Along => behind_comma.then(|| t - 1),
                    CueKind::Source | CueKind::Own => {
                        if behind_comma {
                            Some(t - 1)
                        } else if *kind == CueKind::Own || !ground.has_capitals(t) && segment.end - t < 14 {
                            Some(t)
                        } else {
                            None
                        }
                    }
                    CueKind::Say | CueKind::Voice | CueKind::Relay => {
                        let leads = (tokens.end..segment.end.min(tokens.end + 14))
                            .any(|u| ground.that(u).is_some() || ground.stretch_at(u).is_some() || ground.is_colon(u));
                        match comma {
                            Some(c) if ground.has_capitals(t) => {
                                (t - c <= 6 && (leads || segment.end - tokens.end < 8)).then_some(c)
                            }
                            Some(c) if behind_comma && (leads || *kind != CueKind::Voice) => Some(c),
                            Some(c) if t - c <= 6 && leads && *kind == CueKind::Say && self.is_clause_start(c + 1) => {
                                Some(c)
                            }
                            _ if clitics.any(Clitics::AND) && leads && *kind == CueKind::Say => Some(t),
                            _ => None,
                        }
                    }
                    CueKind::Describe | CueKind::Noun => None,
                };
                if let Some(cut) = cut {
                    end = cut;
                    break;
                }
            }
        }
        // Stops and blanks at the end are the article's.
        while end > start
            && ground.is_punct(end - 1)
            && ground.stretch_at(end - 1).is_none()
            && !matches!(ground.char(end - 1), ')' | ']' | '؟' | '?' | '!')
        {
            end -= 1;
        }
        end
    }

    /// Whether a new clause begins behind a comma: `، لكن`, `، كما`, `، وقال`.
    fn is_clause_start(&self, at: usize) -> bool {
        self.ground.is(at, |w| matches!(w, QuoteWord::Auxiliary | QuoteWord::Adverb))
            || self.ground.document.token(at).clitics.any(Clitics::AND)
    }

    /// Whether a clause is the article's report: not itself between marks for the most part.
    fn is_reported(&self, start: usize, end: usize) -> bool {
        let ground = self.ground;
        let marked = (start..end)
            .filter(|&t| {
                ground.stretch_at(t).is_some_and(|s| ground.words(ground.stretches[s].content.clone()) > 3)
                    && ground.document.token(t).is_word()
            })
            .count();
        let all = ground.words(start..end);
        let first = ground.stretch_at(start + 1).is_some_and(|s| ground.words(ground.stretches[s].content.clone()) > 3);
        marked * 2 < all && !first
    }

    /// A headline that names its speaker first: `الوزير: لا تراجع`.
    fn headline(&mut self, segment: &Range<usize>) {
        let ground = self.ground;
        let Some(block) = ground.document.block_of(segment.start) else { return };
        if block.number.is_some() || block.tokens.start != segment.start {
            return;
        }
        let Some(colon) = (segment.start..segment.end.min(segment.start + 8)).find(|&t| ground.is_colon(t)) else {
            return;
        };
        let end = block.tokens.end;
        if (colon + 1..end).any(|t| ground.stretch_at(t).is_some()) || ground.words(colon + 1..end) < SHORTEST_REPORT {
            return;
        }
        let Some(mention) = names::read(ground, segment.start, colon).filter(|m| m.tokens.end == colon) else { return };
        // A name or body that the article itself names, else the words are a topic.
        if !(mention.tokens.clone()).any(|t| self.cast.is_name(ground, t)) {
            return;
        }
        let speaker = self.cast.resolve(ground, &mention, Agreement::Any, false);
        self.found.push(Found {
            tokens: colon + 1..end,
            cut: 0,
            direct: false,
            partial: false,
            speaker: Some(speaker),
            mention: Some(mention.tokens),
            cue: None,
        });
    }

    // ── What comes out ───────────────────────────────────────────────────────

    fn finish(mut self) -> Quotes {
        let document = self.ground.document;
        self.found.sort_by(|a, b| a.tokens.start.cmp(&b.tokens.start).then(b.tokens.end.cmp(&a.tokens.end)));
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
                    name: stem_span(document, member.name.clone()),
                    role: member.role.clone().map(|r| stem_span(document, r)),
                    mention: found.mention.clone().map(|m| stem_span(document, m)),
                }
            });
            let cue = found.cue.clone().map(|c| stem_span(document, c));
            quotes.push(Quote { span, direct: found.direct, partial: found.partial, speaker, cue });
        }
        let speakers = order.iter().map(|&number| {
            let member = &self.cast.speakers[number as usize];
            CastMember {
                name: stem_span(document, member.name.clone()),
                role: member.role.clone().map(|r| stem_span(document, r)),
                first: stem_span(document, member.first.clone()),
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

/// The span of tokens without the particles written with the first, save an article:
/// `وقال` is the cue `قال`, `لرئيس الوزراء` the role `رئيس الوزراء`.
fn stem_span(document: &Document, tokens: Range<usize>) -> Span {
    let mut span = document.span(tokens.clone());
    let token = document.token(tokens.start);
    if token.clitics.any(Clitics::AND | Clitics::SO | Clitics::WITH | Clitics::FOR) && !token.clitics.any(Clitics::THE)
    {
        span.start = token.stem_start().min(span.end);
    }
    span
}

/// Whether most words of a stretch begin with capitals, as in titles of works.
fn is_title_case(ground: &Ground, tokens: Range<usize>) -> bool {
    let (mut long, mut capitals) = (0, 0);
    for t in tokens {
        let token = ground.document.token(t);
        if token.kind == Kind::Latin && token.end() - token.start > 3 {
            long += 1;
            capitals += usize::from(token.is_capital());
        }
    }
    long > 0 && capitals == long
}
