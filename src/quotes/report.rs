//! Reported speech: the clause that a cue reports without marks.

use std::ops::Range;

use super::cues::Cue;
use super::ground::kinds;
use super::marks::Stretch;
use super::names::{self, Mention, Sort};
use super::{FARTHEST_THAT, Found, LONGEST_REPORT, Reader, SHORTEST_REPORT};
use crate::lang::Clitics;
use crate::lang::words::{Agreement, CueKind, QuoteWord};
use crate::text::Kind;

/// So many tokens may stand between a cue and the colon that leads from it.
const LONGEST_LEAD: usize = 30;
/// A sentence that a cue is inserted in has at most so many tokens.
const LONGEST_INSERTED: usize = 120;
/// A noun with what belongs to it has at most so many words; more are a clause.
const LONGEST_OBJECT: usize = 5;

impl Reader<'_, '_, '_> {
    /// The clause that a cue reports, without marks.
    pub(super) fn report(&mut self, cue: usize, cues: &Range<usize>, segment: &Range<usize>) {
        let Cue { tokens, kind, .. } = self.cues[cue].clone();
        if matches!(kind, CueKind::Own | CueKind::Describe) {
            if kind == CueKind::Describe && self.verb_first(tokens.start) {
                self.note_told(cue);
            }
            return;
        }
        // Within what is reported already, others' words are part of it.
        if self.report_around(tokens.start).is_some() {
            return;
        }
        let verb_first = self.verb_first(tokens.start);
        if let Some(start) = self.behind_colon(cue, segment) {
            self.take(cue, start..segment.end.min(start + LONGEST_REPORT), 0);
            return;
        }
        let Some((start, cut)) =
            (if verb_first { self.that_behind(cue, cues, segment) } else { self.clause_of(cue, segment) })
        else {
            self.note_told(cue);
            // `per head` names nobody, nor does `according to plan`.
            let is_source = kind == CueKind::Source;
            if verb_first || is_source && (tokens.len() < 2 || !self.is_by_somebody(cue)) {
                return;
            }
            if !is_source || !self.report_of_source(cue, segment) {
                self.report_before(cue, segment);
            }
            return;
        };
        let end = self.clause_end(cue, start, segment);
        let before = self.found.len();
        self.take(cue, start..end, cut);
        if self.found.len() == before && !verb_first {
            self.note_told(cue);
        }
    }

    /// Notes whose word a sentence is, or whose doing, so that `المصدر ذاته` finds them.
    fn note_told(&mut self, cue: usize) {
        let Cue { tokens, kind, .. } = self.cues[cue].clone();
        if matches!(kind, CueKind::Say | CueKind::Describe | CueKind::Source | CueKind::Voice) {
            let saying = self.saying(cue);
            let ground = self.ground;
            // `his hands began to shake`: hands are nobody.
            let is_somebody = |m: &Mention| {
                m.name.is_some()
                    || !ground.has_capitals(m.tokens.start)
                    || m.tokens.clone().any(|t| {
                        ground.has_kind(t, kinds![QuoteWord::Role(Agreement::Any), QuoteWord::Generic(Agreement::Any)])
                    })
            };
            let told = saying.mention.as_ref().is_some_and(|m| {
                m.role.is_some() && m.sort != Sort::Document && is_somebody(m)
                    || m.sort == Sort::Body
                    || self.cast.is_name(self.ground, m.name.as_ref().map_or(m.tokens.start, |n| n.start))
                    // `كشف فلان الفلاني، الشريك في الشركة، عن`
                    || kind == CueKind::Say
                        && m.name.as_ref().is_some_and(|n| n.len() > 1)
                        && self.ground.is_comma(m.tokens.end)
                        && self.ground.is_definite(m.tokens.end + 1)
            });
            if told {
                self.note(&saying, tokens.start);
            }
        }
    }

    /// Takes a clause as what a cue reports, where somebody says it.
    fn take(&mut self, cue: usize, clause: Range<usize>, cut: u8) {
        if self.ground.words(clause.clone()) < SHORTEST_REPORT || !self.is_reported(clause.start, clause.end) {
            return;
        }
        let saying = self.saying(cue);
        if saying.speaker.is_none() {
            return;
        }
        // `ذكرت الصحيفة نقلا عن مسؤولين أن`: the words of whom it names, but `قال الوزير بحسب الصحيفة إن`.
        if self.found.last().is_some_and(|f| !f.direct && f.tokens == clause) {
            let relays = |m: &Mention| self.ground.has(m.tokens.start, QuoteWord::Outlet);
            if self.cue_kind(cue) != CueKind::Source || saying.mention.as_ref().is_none_or(relays) {
                return;
            }
            self.found.pop();
        }
        let tokens = self.cues[cue].tokens.clone();
        self.note(&saying, tokens.start);
        self.found.push(Found {
            tokens: clause,
            cut,
            direct: false,
            partial: false,
            speaker: saying.speaker,
            mention: saying.mention.map(|m| m.tokens),
            cue: Some(tokens),
        });
    }

    /// Where speech begins that a colon opens without marks: `وأضاف الوزير: لا تراجع`.
    fn behind_colon(&mut self, cue: usize, segment: &Range<usize>) -> Option<usize> {
        let ground = self.ground;
        let Cue { tokens, kind, .. } = self.cues[cue].clone();
        if !matches!(kind, CueKind::Say | CueKind::Along) {
            return None;
        }
        let colon = (tokens.end..segment.end.min(tokens.end + LONGEST_LEAD)).find(|&t| ground.is_colon(t))?;
        let marked = (tokens.end..segment.end.min(colon + 3)).any(|t| ground.stretch_at(t).is_some());
        if marked || ground.that(colon + 1).is_some() || (tokens.end..colon).any(|t| ground.that(t).is_some()) {
            return None;
        }
        let end = self.saying(cue).end.max(tokens.end);
        let near = ground.words(end.min(colon)..colon) <= 3
            || ground.has_kind(end, kinds![QuoteWord::Link, QuoteWord::Stop, QuoteWord::Adverb]);
        near.then_some(colon + 1)
    }

    /// Where the speech of a verb begins that stands before it: its complementizer.
    pub(super) fn that_behind(
        &mut self,
        cue: usize,
        cues: &Range<usize>,
        segment: &Range<usize>,
    ) -> Option<(usize, u8)> {
        let ground = self.ground;
        let Cue { tokens, kind, .. } = self.cues[cue].clone();
        let mut next = cue + 1;
        let limit = segment.end.min(tokens.end + FARTHEST_THAT);
        let mut depth = 0;
        // `القول إن`, `قوله إن`: the phrase may hold the complementizer itself.
        let from = if ground.that(tokens.end - 1).is_some() { tokens.end - 1 } else { tokens.end };
        let mut resumes = from;
        for t in from..limit {
            if t < resumes {
                continue;
            }
            if let Some(end) = ground.relative_clause(t, limit) {
                resumes = end;
                continue;
            }
            // The complementizer behind another verb is that verb's.
            while next < cues.end
                && (self.cues[next].tokens.start < t || matches!(self.cue_kind(next), CueKind::Own | CueKind::Source))
            {
                next += 1;
            }
            if next < cues.end && self.cues[next].tokens.start == t {
                return None;
            }
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
            // `شبكة "سي إن إن"`: between marks a complementizer opens what stands there, or is none.
            let is_inside = |s: usize| t > ground.stretches[s].content.start && t < ground.stretches[s].content.end;
            if ground.stretch_at(t).is_some_and(is_inside) {
                continue;
            }
            // A relative clause may hold a complementizer of its own.
            if let Some(cut) = ground.that(t) {
                // `، على أن تعقد`, "provided that"
                let provides = t > tokens.end + 1
                    && ground.is_comma(t - 2)
                    && ground.has(t - 1, QuoteWord::Stop)
                    && !ground.is_comma(self.saying(cue).end);
                let barred = provides || ground.has(t - 1, QuoteWord::Bars) && t > tokens.end;
                // What somebody calls for or expects is not said to be: but `اتهمه بأنه`, "accused him of".
                let purpose = kind == CueKind::Voice && cut == 0;
                // `وفق "إن" …`: a clause that goes on behind the marks begins before them.
                let mark = ground.stretch_at(t).map(|s| ground.stretches[s].whole.start).filter(|&m| m >= tokens.end);
                // `أمله في أن تتحسن`: nor what they hope for.
                let purpose = purpose || kind == CueKind::Noun && t > tokens.end && ground.has(t - 1, QuoteWord::Link);
                return (!barred && !purpose).then_some(mark.map_or((t, cut), |mark| (mark, 0)));
            }
        }
        None
    }

    /// Where the words end that say whom a verb tells: `told` the court, `told` Jo Orr on Monday.
    fn addressee(&self, at: usize) -> Option<usize> {
        let ground = self.ground;
        if ground.is_pronoun(at) {
            return Some(at + 1);
        }
        let start = at + usize::from(ground.is_determiner(at));
        let whom = kinds![
            QuoteWord::Outlet,
            QuoteWord::Occasion,
            QuoteWord::Role(Agreement::Any),
            QuoteWord::Generic(Agreement::Any),
            QuoteWord::Body(Agreement::Any),
        ];
        let end = match names::capital_run(ground, start, start + LONGEST_OBJECT) {
            end if end > start => end,
            // the inquest jury; colleagues she
            _ => {
                (start..start + 3).rev().find(|&t| {
                    (ground.has_kind(t, whom) || ground.ends(t, |s| s.possessive) && ground.is_pronoun(t + 1))
                        && (start..t).all(|b| !ground.is_pronoun(b) && !ground.is_determiner(b))
                })? + 1
            }
        };
        let day = end + usize::from(ground.has_kind(end, kinds![QuoteWord::Link]));
        Some(self.time_before(day + 1, &(at..day + 1)).map_or(end, |_| day + 1))
    }

    /// Where the speech of a verb begins whose subject stands before it: behind `that`, or
    /// right behind the verb where a clause follows.
    pub(super) fn clause_of(&mut self, cue: usize, segment: &Range<usize>) -> Option<(usize, u8)> {
        let ground = self.ground;
        let Cue { tokens, kind, .. } = self.cues[cue].clone();
        if !matches!(kind, CueKind::Say | CueKind::Along) {
            return None;
        }
        // The firm is believed to be: its subject says nothing.
        if ground.has(tokens.start.wrapping_sub(1), QuoteWord::Passive) && ground.document.text(tokens.end) == "to" {
            return None;
        }
        // `acknowledged, however, that`
        if ground.is_comma(tokens.end) {
            let close = (tokens.end + 1..segment.end.min(tokens.end + 4)).find(|&t| ground.is_comma(t));
            return close.filter(|&close| ground.that(close + 1).is_some()).map(|close| (close + 1, 0));
        }
        let told = if ground.has(tokens.start, QuoteWord::Tells) { self.addressee(tokens.end) } else { None };
        // `warned ministers would act` has no such object.
        let told = told.filter(|&t| self.opens_clause(t, segment));
        let at = told.unwrap_or(tokens.end);
        let bare = told.is_some() || ground.has(tokens.start, QuoteWord::Bare);
        for t in tokens.end..segment.end.min(tokens.end + 16) {
            // `said the plan was "a farce"`: the clause goes on in marks.
            if ground.stretch_at(t).is_some() {
                if t > at && bare {
                    break;
                }
                return None;
            }
            if ground.that(t).is_some() {
                // `revealed divisions that have grown`: a relative, since a clause would have a subject.
                let noun = |t: usize| {
                    ground.document.token(t).is_word()
                        && !ground.has_kind(
                            t,
                            kinds![
                                QuoteWord::Stop,
                                QuoteWord::Occasion,
                                QuoteWord::Outlet,
                                QuoteWord::Pronoun(Agreement::Any)
                            ],
                        )
                };
                // `reported earnings on Friday that easily beat`
                let beats = told.is_none()
                    && t > at + 1
                    && !ground.document.token(at).is_capital()
                    && !ground.has_kind(at, kinds![QuoteWord::Link, QuoteWord::Outlet, QuoteWord::Occasion])
                    && !ground.is_pronoun(at)
                    && ground.ends(t + 1, |s| s.adverb);
                let noun = noun(t - 1) || beats;
                // Worth five times that, he watched: no complementizer before a comma either.
                if t > at && noun && (beats || ground.has(t + 1, QuoteWord::Auxiliary) || ground.is_comma(t + 1)) {
                    if bare && self.opens_clause(at, segment) {
                        break;
                    }
                    return None;
                }
                // `warned Seoul that`: whom it was said to.
                if t > at && names::capital_run(ground, at, t) == t && ground.document.token(at).is_capital() {
                    return Some((t, 0));
                }
                // `said officials have a tape that shows it`: a relative of the clause that follows bare.
                let told_to = |w| {
                    matches!(
                        w,
                        QuoteWord::Stop
                            | QuoteWord::Occasion
                            | QuoteWord::Outlet
                            | QuoteWord::Adverb
                            | QuoteWord::Pronoun(_)
                            | QuoteWord::Bars
                    )
                };
                let relative = bare
                    && t > at
                    && ground.document.token(t - 1).is_word()
                    // `said it was late and that`
                    && (ground.has(t - 1, QuoteWord::Joins) || !ground.is(t - 1, told_to));
                if relative && self.opens_clause(at, segment) {
                    break;
                }
                return Some((t, 0));
            }
            if t > tokens.end && ground.is_comma(t) {
                break;
            }
        }
        // Without `that`: a subject in its own words right behind `said` and the like.
        let opens = self.opens_clause(at, segment);
        // `said his piece`, `noted the clot's existence`: a noun, and no clause.
        let limit = segment.end.min(at + LONGEST_LEAD);
        let end = (at..limit).find(|&t| ground.is_comma(t) || ground.stretch_at(t).is_some()).unwrap_or(limit);
        let subject = ground.is_pronoun(at) || ground.has(at, QuoteWord::Opener);
        // It adds 38 minutes to the journey: a number is an object, unless a verb follows.
        let is_number = ground.document.token(at).kind == Kind::Digits;
        let clause = subject
            || !is_number && ground.words(at..end) > LONGEST_OBJECT
            || (at + 1..end).any(|t| if is_number { ground.has(t, QuoteWord::Auxiliary) } else { self.is_finite(t) });
        // The valve, made in 1986, was the last.
        let inserted = || (end + 1..limit).any(|t| ground.is_comma(t) && ground.has(t + 1, QuoteWord::Auxiliary));
        let opens = opens
            && (clause
                || end < limit && ground.is_comma(end) && inserted()
                || end < limit && ground.stretch_at(end).is_some());
        // `said Jo on Monday` names who speaks and reports nothing.
        let saying = self.saying(cue);
        let subject_behind = saying.mention.as_ref().is_some_and(|m| m.tokens.start >= tokens.end);
        (bare && opens && !subject_behind && saying.speaker.is_some()).then_some((at, 0))
    }

    /// Whether who is named at a cue is more than a noun alone, or a pronoun.
    fn is_by_somebody(&mut self, cue: usize) -> bool {
        let ground = self.ground;
        let saying = self.saying(cue);
        let named = |m: &Mention| {
            ground.document.token(m.tokens.start).is_capital()
                || ground.is_determiner(m.tokens.start)
                || m.tokens.clone().any(|t| ground.names_somebody(t))
        };
        saying.mention.as_ref().map_or(saying.speaker.is_some(), named)
    }

    /// Whether more is told behind a comma of who was named: `Jo Orr, head of the union,`, `, a former judge,`.
    fn is_apposition(&self, at: usize) -> bool {
        let ground = self.ground;
        let one = |w| matches!(w, QuoteWord::Relative) || matches!(w, QuoteWord::Role(a) if a != Agreement::They);
        ground.is(at, one) || ground.is_determiner(at) && (at + 1..at + 3).any(|t| ground.is(t, one))
    }

    /// What stands behind a source that opens its sentence: `According to the union, pay has fallen.`
    fn report_of_source(&mut self, cue: usize, segment: &Range<usize>) -> bool {
        let ground = self.ground;
        let Cue { tokens, .. } = self.cues[cue].clone();
        let opens = tokens.start <= segment.start + 1 && ground.has_kind(segment.start, kinds![QuoteWord::Stop]);
        let close = self.saying(cue).end.max(tokens.end);
        if tokens.start != segment.start && !opens {
            return false;
        }
        let comma = |from: usize| (from..segment.end.min(from + LONGEST_LEAD)).find(|&t| ground.is_comma(t));
        let Some(mut start) = comma(close).map(|comma| comma + 1) else { return true };
        if self.is_apposition(start)
            && let Some(behind) = comma(start)
        {
            start = behind + 1;
        }
        let end = self.clause_end(cue, start, segment);
        self.take(cue, start..end, 0);
        true
    }

    /// Whether a clause begins at a token that no complementizer opens: with a pronoun, an article
    /// or a name, or with another noun before a verb that only a clause has.
    fn opens_clause(&self, at: usize, segment: &Range<usize>) -> bool {
        let ground = self.ground;
        let token = ground.document.token(at);
        let stops = ground.has_kind(at, kinds![QuoteWord::Stop, QuoteWord::Link, QuoteWord::Adverb]);
        let verb = |t: usize| ground.has(t, QuoteWord::Adverb) && ground.has(t, QuoteWord::Stop);
        ground.is_pronoun(at)
            || ground.has(at, QuoteWord::Opener)
            || ground.is_determiner(at)
            || (token.kind == Kind::Latin && !stops || token.kind == Kind::Digits)
                && (token.is_capital()
                    // `said residents deserved better`
                    || ground.ends(at, |s| s.possessive) && self.is_finite(at + 1)
                    || (at + 1..segment.end.min(at + 8)).take_while(|&t| !ground.is_comma(t)).any(verb))
    }

    /// Whether a word may be a verb that only a clause has, by what it is or how it ends.
    fn is_finite(&self, at: usize) -> bool {
        let ground = self.ground;
        let token = ground.document.token(at);
        let verb = |w: &str| ground.shapes(at).is_some_and(|s| s.finite.iter().any(|ending| w.ends_with(ending)));
        let long = token.is_word() && token.length() > 3 && !token.is_capital();
        ground.has(at, QuoteWord::Auxiliary) || long && verb(&ground.folded(at))
    }

    /// A clause with its verb of saying behind it: `The deal is off, officials said.`
    pub(super) fn report_before(&mut self, cue: usize, segment: &Range<usize>) {
        let ground = self.ground;
        let Cue { tokens, kind, .. } = self.cues[cue].clone();
        // A phrase of saying may run over the line that its segment ends with.
        let is_source = kind == CueKind::Source;
        if kind != CueKind::Say && !is_source || tokens.end > segment.end {
            return;
        }
        let saying = self.saying(cue);
        // `The trial, which began in May, continues.`: nobody says so.
        let has_subject = saying.mention.is_some()
            || saying.told != Agreement::Any
            || ground.is_pronoun(tokens.start.saturating_sub(1))
            || ground.is_pronoun(tokens.end);
        if !has_subject {
            return;
        }
        // `The council, she said, had known`: the cue is inserted, and who speaks is told beside it.
        let told = if ground.has(tokens.start, QuoteWord::Tells) { self.addressee(tokens.end) } else { None };
        let close = told.unwrap_or(saying.end.max(tokens.end));
        let from = saying.mention.as_ref().map_or(tokens.start.saturating_sub(1), |m| m.tokens.start.min(tokens.start));
        let open = (segment.start + 1..=from).rev().take(2).find(|&t| ground.is_comma(t));
        let is_inserted = segment.len() < LONGEST_INSERTED
            && ground.is_comma(close)
            && !(is_source && self.is_apposition(close + 1))
            && open.is_some_and(|open| saying.mention.is_some() || ground.is_pronoun(open + 1))
            && (segment.start..segment.end).all(|t| ground.stretch_at(t).is_none())
            && !ground.has_kind(
                close + 1,
                kinds![QuoteWord::Relative, QuoteWord::Joins, QuoteWord::Cue(CueKind::Say, Agreement::Any)],
            );
        if is_inserted && (segment.start..close).all(|t| ground.that(t).is_none()) {
            // `The post was overrun, the army said, in a raid`: the clause was whole.
            let is_whole = ground.has_kind(close + 1, kinds![QuoteWord::Link, QuoteWord::Stop])
                && !ground.has_kind(close + 1, kinds![QuoteWord::Auxiliary]);
            let end = if is_whole { open.unwrap_or(close) } else { self.clause_end(cue, close + 1, segment) };
            if ground.words(segment.start..end) > SHORTEST_REPORT {
                self.take(cue, segment.start..end, 0);
            }
            return;
        }
        let ends = (tokens.end..segment.end.min(tokens.end + 8)).all(|t| !ground.is_comma(t) || t > tokens.end)
            && segment.end - tokens.end < 10;
        if !ends && !is_source {
            return;
        }
        // `…, declared bankruptcy`: the verb has an object.
        let tail = ground.has_kind(
            close,
            kinds![QuoteWord::Stop, QuoteWord::Link, QuoteWord::Outlet, QuoteWord::Adverb, QuoteWord::Relative],
        );
        // `Asked about it, he said`: nor is what opens with such a verb said.
        let asked = ground.has_kind(segment.start, kinds![QuoteWord::Cue(CueKind::Say, Agreement::Any)]);
        if !is_source && (asked || ground.document.token(close).is_word() && close < segment.end && !tail) {
            return;
        }
        let closes = |t: usize| ground.is_comma(t) || is_source && ground.is_dash(t);
        let comma = (segment.start..=from).rev().take(3).find(|&t| closes(t));
        let Some(comma) = comma.or(is_source.then_some(tokens.start)) else { return };
        // `…, and a teacher thought it odd`, `…, when she began`: a clause of its own.
        let opens_own = ground.has(comma + 1, QuoteWord::Stop)
            && !ground.has_kind(
                comma + 1,
                kinds![
                    QuoteWord::Determiner,
                    QuoteWord::Pronoun(Agreement::Any),
                    QuoteWord::Link,
                    QuoteWord::Opener,
                    QuoteWord::Indefinite
                ],
            )
            && comma + 1 < tokens.start;
        if opens_own || ground.has(comma + 1, QuoteWord::Joins) {
            return;
        }
        if saying.speaker.is_none()
            || ground.words(segment.start..comma) < SHORTEST_REPORT + 2
            || !self.is_reported(segment.start, comma)
        {
            return;
        }
        if !is_source && (segment.start..comma).any(|t| ground.stretch_at(t).is_some())
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
    pub(super) fn clause_end(&self, cue: usize, start: usize, segment: &Range<usize>) -> usize {
        let ground = self.ground;
        let limit = segment.end.min(start + LONGEST_REPORT);
        let mut end = limit;
        let mut comma = None;
        let mut next = cue + 1;
        // `أنه إذا تأخر المطر، فإن`: the main clause is the speech's own.
        let is_conditional =
            ground.word(start + 1, |w| matches!(w, QuoteWord::Contrast | QuoteWord::Condition).then_some(())).is_some();
        for t in start + 1..limit {
            if let Some(stretch) = ground.stretch_at(t) {
                // `إن الفكرة قديمة، "كنا نحلم بها"`: another speech.
                let Stretch { whole, content, .. } = &ground.stretches[stretch];
                if comma == Some(t - 1)
                    && whole.start == t
                    && ground.words(content.clone()) > 3
                    && !ground.has_capitals(t)
                {
                    end = t - 1;
                    break;
                }
                continue;
            }
            if ground.is_comma(t) || (ground.is_dash(t) && ground.document.token(t).space_before()) {
                comma = Some(t);
                continue;
            }
            // `، وهو ما يخالف التوقعات`: what the article says of what was said.
            if comma == Some(t - 1) && ground.has(t, QuoteWord::Comments) {
                end = t - 1;
                break;
            }
            // `، فإنهم`: the main clause behind one that a conjunction opened.
            if comma == Some(t - 1) && !is_conditional && ground.that(t) == Some(1) && ground.begins(t, |s| s.so) {
                end = t - 1;
                break;
            }
            while next < self.cues.len() && self.cues[next].tokens.start < t {
                next += 1;
            }
            if next < self.cues.len() && self.cues[next].tokens.start == t {
                let Cue { tokens, kind, .. } = &self.cues[next];
                let behind_comma = comma.is_some_and(|c| c + 1 == t);
                let clitics = ground.document.clitics(t);
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
                            // `، فيما دعا الرئيس إلى`: what another did, beside what was said.
                            Some(c)
                                if ground
                                    .word(c + 1, |w| (w == QuoteWord::Contrast).then_some(()))
                                    .is_some_and(|((), words)| c + 1 + words == t) =>
                            {
                                Some(c)
                            }
                            Some(c) if t - c <= 6 && leads && *kind == CueKind::Say && self.is_clause_start(c + 1) => {
                                Some(c)
                            }
                            // `، قبل أن يضيف`
                            Some(c) if leads && t == c + 3 && ground.is_bar(c + 1) && ground.that(c + 2).is_some() => {
                                Some(c)
                            }
                            _ if clitics.any(Clitics::AND) && leads && *kind == CueKind::Say => Some(t),
                            _ => None,
                        }
                    }
                    // `، فيما وصفت النائبة`
                    CueKind::Describe => comma.filter(|&c| t - c <= 3 && self.is_clause_start(c + 1)),
                    CueKind::Noun | CueKind::Told => None,
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
    pub(super) fn is_clause_start(&self, at: usize) -> bool {
        self.ground.has_kind(at, kinds![QuoteWord::Auxiliary, QuoteWord::Adverb])
            || self.ground.document.clitics(at).any(Clitics::AND)
    }

    /// Whether a clause is the article's report: not itself between marks for the most part.
    pub(super) fn is_reported(&self, start: usize, end: usize) -> bool {
        let ground = self.ground;
        let marked = (start..end)
            .filter(|&t| {
                ground.stretch_at(t).is_some_and(|s| ground.words(ground.stretches[s].content.clone()) > 3)
                    && ground.document.token(t).is_word()
            })
            .count();
        let all = ground.words(start..end);
        // Nothing but a complementizer and what stands between marks: a quote.
        if (start..end).filter(|&t| ground.stretch_at(t).is_none() && ground.document.token(t).is_word()).count() < 2 {
            return false;
        }
        let first = ground.stretch_at(start + 1).is_some_and(|s| ground.words(ground.stretches[s].content.clone()) > 3);
        // Where a clause has no more than a part in marks: in English a quote is often all but its subject and verb.
        (if ground.has_capitals(start) { marked * 3 <= all * 2 } else { marked * 2 < all }) && !first
    }
}
