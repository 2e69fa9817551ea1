//! Who speaks at a cue: the subject that stands behind or before it, or who it must be.

use std::ops::Range;

use super::cues::{self, Cue};
use super::ground::kinds;
use super::names::{self, Mention, Sort};
use super::{DEEPEST, Reader, Saying};
use crate::lang::words::{Agreement, CueKind, DateWord, QuoteWord};
use crate::lang::{Clitics, Sense};

/// Who a verb's sentence says that its subject is.
enum Subject {
    Named(Mention),
    Pronoun(Agreement),
    /// Somebody who was found before.
    Known(u32),
    /// The sentence has no words for it here.
    Implied,
    /// The verb tells of nobody's words: `is considered "safe"`.
    Nobody,
}

impl Subject {
    fn named(mention: Option<Mention>) -> Subject {
        mention.map_or(Subject::Implied, Subject::Named)
    }
}

/// Behind a verb in the passive, who did it stands within so many tokens.
const NEAREST_AGENT: usize = 6;
/// A clause that tells of whom a sentence opens with has at most so many tokens.
const LONGEST_OPENING: usize = 40;

/// Words before a verb that nothing else says are a name are at most so many; in more there is a verb.
const LONGEST_UNTITLED: usize = 4;

/// Between a document and who issued it stand at most so many tokens, the day among them.
const FARTHEST_ISSUER: usize = 12;

/// A phrase that opens a sentence has at most so many tokens.
const LONGEST_PHRASE: usize = 12;

/// The name of an outlet between a verb and its subject has fewer tokens.
const LONGEST_OUTLET: usize = 4;

/// A subject between its complementizer and its verb has no more tokens.
const LONGEST_SUBJECT: usize = 8;

impl Reader<'_, '_, '_> {
    /// The speaker at a cue; found once.
    pub(super) fn saying(&mut self, cue: usize) -> Saying {
        if let Some(known) = &self.sayings[cue] {
            return known.clone();
        }
        let Cue { tokens, kind, agreement } = self.cues[cue].clone();
        let segment = self.ground.segment_of(tokens.start);
        let subject = if self.verb_first(tokens.start) {
            Subject::named(self.subject_behind(cue, &segment))
        } else {
            match self.subject_before(cue, &segment) {
                Subject::Named(mention) if matches!(kind, CueKind::Say | CueKind::Voice | CueKind::Describe) => {
                    Subject::Named(names::with_partner(self.ground, mention, &segment))
                }
                subject => subject,
            }
        };
        let (mention, by_pronoun) = match &subject {
            Subject::Named(mention) => (Some(mention.clone()), None),
            Subject::Pronoun(agreement) => (None, Some(*agreement)),
            _ => (None, None),
        };
        let at = tokens.start;
        let end = mention.as_ref().filter(|m| m.tokens.start >= tokens.end).map_or(tokens.end, |m| m.end);
        let speaker = match &subject {
            Subject::Named(mention) => Some(self.speaker_of(mention, agreement)),
            Subject::Pronoun(pronoun) => self.cast.pronoun(self.ground, *pronoun, at),
            Subject::Known(speaker) => Some(*speaker),
            Subject::Implied => self.implied(cue, kind, agreement, &segment),
            Subject::Nobody => None,
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
    pub(super) fn note(&mut self, saying: &Saying, at: usize) {
        if let Some(speaker) = saying.speaker {
            self.cast.spoke(speaker, at, saying.told);
        }
    }

    /// A document speaks for the body that it names.
    pub(super) fn speaker_of(&mut self, mention: &Mention, agreement: Agreement) -> u32 {
        if mention.sort == Sort::Document {
            let ground = self.ground;
            let issued = ground.has(mention.tokens.end, QuoteWord::Issued);
            let end = ground
                .segment_of(mention.tokens.start)
                .end
                .min(mention.tokens.end + if issued { FARTHEST_ISSUER } else { 0 });
            let inner = (mention.tokens.start + 1..end).find(|&t| {
                ground.has_kind(t, kinds![QuoteWord::Body(Agreement::Any)])
                    && !ground.has_kind(t, kinds![QuoteWord::Document(Agreement::Any)])
            });
            if let Some(body) = inner
                && !ground.has_capitals(body)
                && let Some(issuer) = names::read_plain(ground, body, end)
                && issuer.name.is_some()
            {
                let body = self.cast.resolve(self.ground, &issuer, issuer.agreement, true);
                // `تقرير للبنك الدولي`: where the body's name stands nowhere as it is, the report speaks.
                if !ground.is_dative(self.cast.speakers[body as usize].name.start) {
                    return body;
                }
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
    pub(super) fn subject_behind(&mut self, cue: usize, segment: &Range<usize>) -> Option<Mention> {
        let ground = self.ground;
        let Cue { tokens, kind, agreement } = self.cues[cue].clone();
        if matches!(kind, CueKind::Along | CueKind::Own | CueKind::Noun) {
            return None;
        }
        if kind == CueKind::Relay {
            // `نقلت الصحيفة عن الوزير`: who stands behind the preposition.
            let from = (tokens.end..segment.end.min(tokens.end + 16)).find(|&t| ground.has(t, QuoteWord::From))?;
            return names::read_plain(ground, from + 1, segment.end);
        }
        if let Some(mention) = self.subject_of_clause(cue, segment) {
            return Some(mention);
        }
        // `أما زميله هشام الراقي فلخص المباراة بقوله`: behind the verb stands its object.
        if self.is_of_topic(tokens.start, segment)
            && let Some(mention) = self.subject_ahead(cue, segment)
            && mention.tokens.start == segment.start + 1
        {
            return Some(mention);
        }
        // `النائبة هدى النجار اتهمت الحكومة`: right before a verb that takes a person its subject.
        if kind == CueKind::Voice
            && let Some(mention) = self.subject_ahead(cue, segment)
            && mention.name.is_some()
            && mention.end == tokens.start
        {
            return Some(mention);
        }
        let mut at = tokens.end;
        let mut is_of_noun = false;
        while at < segment.end {
            match ground.word(at, |w| (w == QuoteWord::Adverb).then_some(())) {
                Some(((), words)) if ground.that(at).is_none() => {
                    is_of_noun |= ground.has_pronoun(at);
                    at += words;
                }
                _ => break,
            }
            // `في تصريح صحافي أن`, `بنبرة يائسة`: which kind of statement, and no journalist.
            let says_which = ground.has(at - 1, QuoteWord::Occasion)
                && (ground.has_kind(at, kinds![QuoteWord::Role(Agreement::Any), QuoteWord::Adjective])
                    || ground.ends(at, |s| s.feminine)
                    // `بصوت متعب`
                    || ground.has(at - 1, QuoteWord::Adverb) && ground.document.token(at).entry == 0)
                && ground.document.clitics(at) == Clitics(0)
                && (ground.that(at + 1).is_some()
                    || !ground.document.token(at + 1).is_word()
                    || ground.has_kind(at + 1, kinds![QuoteWord::Link, QuoteWord::Stop, QuoteWord::Adverb]));
            at += usize::from(says_which);
        }
        // `قال للجزيرة نت الطبيب فلان`: behind whom it was said to.
        if ground.document.clitics(at).any(Clitics::FOR) && ground.has(at, QuoteWord::Outlet) {
            let person = (at + 1..segment.end.min(at + LONGEST_OUTLET))
                .take_while(|&t| ground.document.token(t).is_word() && ground.that(t).is_none())
                .find(|&t| ground.has_kind(t, kinds![QuoteWord::Role(Agreement::Any)]));
            at = person.unwrap_or(at);
        }
        if let Some(mention) = self.named_in_marks(at, segment) {
            return Some(mention);
        }
        // `"…"، تقول بمرارة.`: how it was said, and nobody's name.
        if ground.begins_with_preposition(at)
            && ground.ends(at, |s| s.feminine)
            && ground.is_punct(at + 1)
            && !ground.is_colon(at + 1)
            && kind == CueKind::Say
        {
            return self.subject_ahead(cue, segment);
        }
        // `في تصريحات نقلتها الشبكة`: whose work that was, and not who spoke.
        let behind = names::read_plain(ground, at, segment.end).filter(|_| !ground.has(at, QuoteWord::Issued));
        let behind = behind.filter(|m| {
            // The verb agrees with its subject; what does not is its object.
            if ground.document.clitics(m.tokens.start).any(Clitics::WITH | Clitics::FOR)
                && kind != CueKind::Source
                && (!self.cast.is_name(ground, m.tokens.start)
                    || ground.has_kind(m.tokens.start, kinds![QuoteWord::Outlet, QuoteWord::Body(Agreement::Any)]))
            {
                return false;
            }
            // `دعا المحتجين`, `دعت وسائل الإعلام إلى`: who is spoken to.
            let first = m.tokens.start;
            // `وصفت المنظمة الحكم بكذا، ودعت برلين إلى`: whom the same speaker calls upon.
            let goes_on = tokens.start > segment.start && ground.document.clitics(tokens.start).any(Clitics::AND);
            let is_called = goes_on
                && kind == CueKind::Voice
                && m.tokens.len() == 1
                && ground.document.has_kind(first, &names::COUNTRIES)
                && ground.has(m.end, QuoteWord::From);
            if is_called {
                return false;
            }
            if m.agreement == Agreement::They && ground.ends(first, |s| s.oblique) && kind != CueKind::Source
                || kind == CueKind::Voice
                    && ground.has(first, QuoteWord::Outlet)
                    && !ground.has_kind(first, kinds![QuoteWord::Role(Agreement::Any)])
            {
                return false;
            }
            // `استبعد فرضية الهجوم`: a thing, by its ending, and no man.
            let is_thing = agreement == Agreement::He
                && m.role.is_none()
                && m.sort == Sort::Person
                && m.tokens.len() > 1
                && ground.ends(first, |s| s.feminine)
                && !ground.has_kind(first, kinds![QuoteWord::Given(Agreement::Any)])
                && !self.cast.is_name(ground, first);
            if is_thing {
                return false;
            }
            let agrees = m.agreement == Agreement::They || m.agreement.fits(agreement) || kind == CueKind::Source;
            let role_only = m.name.is_none() && m.role.is_none();
            // `أحد سكان الحي`: one of those who are something.
            let one_of = ground.has_kind(
                m.tokens.start + 1,
                kinds![QuoteWord::Role(Agreement::Any), QuoteWord::Generic(Agreement::Any)],
            ) && m.role.is_some()
                || ground.is_definite(m.tokens.start + 1) && ground.ends(m.tokens.start + 1, |s| s.oblique);
            agrees
                && !role_only
                && !ground.is(m.tokens.start, |w| {
                    matches!(w, QuoteWord::Construct)
                        && !ground.has_kind(
                            m.tokens.start,
                            kinds![QuoteWord::Body(Agreement::Any), QuoteWord::Role(Agreement::Any)],
                        )
                        && m.name.is_none()
                        && !one_of
                })
        });
        if kind == CueKind::Source {
            // `وفق الصيغ المتفق عليها`: a thing, and nobody's word.
            // `وجاء في بيانه`: who issued it spoke before.
            let own = |t: usize| ground.is_possessed(t) || ground.ends_in_pronoun(t);
            let behind = behind.filter(|m| !(own(m.tokens.start) && ground.has(m.tokens.start, QuoteWord::Occasion)));
            return behind.filter(|m| {
                let first = m.tokens.start;
                m.role.is_some()
                    || m.sort != Sort::Person
                    || !ground.is_definite(first)
                    || self.cast.is_name(ground, first)
            });
        }
        // `ووصفت الأحكام الجديدة بأنها`: one noun with its adjectives, and a verb without an object's pronoun:
        // the object, not who speaks.
        let is_object = |m: &Mention| {
            kind == CueKind::Describe
                && m.role.is_none()
                && m.sort == Sort::Person
                && m.tokens.clone().skip(1).all(|t| {
                    ground.is_definite(t)
                        && (names::is_relative_adjective(ground, t) || ground.has(t, QuoteWord::Adjective))
                })
                && !ground.ends_in_pronoun(tokens.start)
                && (ground.that(m.end) == Some(1) || ground.document.clitics(m.end).any(Clitics::WITH))
        };
        // `كلمة اتهم فيها مجلس الأمن بـ`, "a speech in which he accused the council of": who gave the speech.
        let is_accused = |m: &Mention| is_of_noun && kind == CueKind::Voice && m.sort == Sort::Body;
        let behind = behind.filter(|m| !is_object(m) && !is_accused(m));
        if let Some(mut mention) = behind {
            if matches!(kind, CueKind::Voice | CueKind::Describe) && !ground.ends_in_pronoun(tokens.end - 1) {
                let leads_back = tokens.start > segment.start
                    && ground.has(tokens.start - 1, QuoteWord::Auxiliary)
                    && ground.stretch_at(segment.start).is_some();
                names::leave_object(ground, &mut mention, leads_back);
            }
            // `صحيفة لوموند وصفت الخطوة بأنها`: an object, where the subject stands before the verb.
            let object = kind == CueKind::Describe
                && mention.role.is_none()
                && mention.sort == Sort::Person
                && !self.cast.is_name(ground, mention.tokens.start);
            let ahead = if object { self.subject_ahead(cue, segment) } else { None };
            return Some(ahead.unwrap_or(mention));
        }
        self.subject_ahead(cue, segment)
    }

    /// A body whose name stands in marks between a verb and its complementizer: `ذكرت «رويترز» أن`.
    fn named_in_marks(&self, at: usize, segment: &Range<usize>) -> Option<Mention> {
        let ground = self.ground;
        let stretch = &ground.stretches[ground.stretch_at(at)?];
        let (name, end) = (stretch.content.clone(), stretch.whole.end);
        let is_short = stretch.whole.start == at && ground.words(name.clone()) <= LONGEST_OUTLET;
        // `في بيان`, "in a statement"
        let occasion =
            end + 2 * usize::from(ground.has(end, QuoteWord::Link) && ground.has(end + 1, QuoteWord::Occasion));
        let leads = end < segment.end
            && ((end..segment.end.min(occasion + LONGEST_SUBJECT))
                .find(|&t| ground.that(t).is_some() || ground.is_colon(t))
                .is_some_and(|t| t == end || occasion > end)
                // `نشرت «حماس» مقطعا`: a name that stands elsewhere too.
                || self.cast.is_name(ground, name.start) && self.cast.is_name(ground, name.end - 1));
        (is_short && leads && ground.that(name.start).is_none()).then(|| Mention {
            tokens: stretch.whole.clone(),
            name: Some(name),
            role: None,
            sort: Sort::Body,
            agreement: Agreement::Any,
            again: false,
            definite: true,
            end,
        })
    }

    /// The subject that stands between a complementizer and its verb: in `أن الوزير أبلغ الصحافيين`,
    /// "that the minister told the reporters", what follows the verb is spoken to.
    fn subject_of_clause(&self, cue: usize, segment: &Range<usize>) -> Option<Mention> {
        let ground = self.ground;
        let Cue { tokens, agreement, .. } = self.cues[cue].clone();
        let near = tokens.start.saturating_sub(LONGEST_SUBJECT).max(segment.start)..tokens.start;
        let first = near.rev().find(|&t| ground.that(t).is_some())? + 1;
        let mention = names::read_plain(ground, first, tokens.start)?;
        let is_subject =
            mention.end == tokens.start && mention.agreement.fits(agreement) && !ground.ends_in_pronoun(first);
        is_subject.then_some(mention)
    }

    /// Whether a verb says something of what a topic's particle puts first: `أما الوزير فقال`.
    fn is_of_topic(&self, verb: usize, segment: &Range<usize>) -> bool {
        self.ground.document.clitics(verb).any(Clitics::SO) && self.ground.has(segment.start, QuoteWord::Auxiliary)
    }

    /// The subject of a verb of such a language that stands before it all the same.
    fn subject_ahead(&self, cue: usize, segment: &Range<usize>) -> Option<Mention> {
        let ground = self.ground;
        let Cue { tokens, kind, agreement } = self.cues[cue].clone();
        // `فلان قال`: the subject first, where the verb does not begin its clause.
        let token = ground.document.token(tokens.start);
        // `أما الوزير فقال`: the subject that a topic's particle puts first.
        let topic = self.is_of_topic(tokens.start, segment);
        if tokens.start == segment.start || token.clitics().any(Clitics::AND | Clitics::SO) && !topic {
            return None;
        }
        // What a relative pronoun refers to: `الإعلان، الذي ينص على`.
        // `الوزارة التي طالما أكدت`, "which has long stressed".
        let mut last = tokens.start;
        while last > segment.start && ground.has_kind(last - 1, kinds![QuoteWord::Adverb, QuoteWord::Auxiliary]) {
            last -= 1;
        }
        if !ground.has(last.saturating_sub(1), QuoteWord::Relative) {
            last = tokens.start;
        }
        while last > segment.start && (ground.has(last - 1, QuoteWord::Relative) || ground.is_comma(last - 1)) {
            last -= 1;
        }
        let begins = |&t: &usize| {
            t == segment.start || ground.is_comma(t - 1) || ground.that(t - 1).is_some() || ground.names_somebody(t)
        };
        // From far to near, so that a chain of nouns is read whole.
        let starts: Vec<usize> = (segment.start.max(last.saturating_sub(30))..last).filter(begins).take(12).collect();
        let cast = &self.cast;
        let subject = starts.into_iter().find_map(|mut start| {
            let mut steps = 0;
            while start < last && steps < 4 && ground.has(start, QuoteWord::Auxiliary) {
                start += 1;
                steps += 1;
            }
            let mention = names::read_plain(ground, start, last)?;
            // `هشام الراقي "الأخطبوط"، الذي`: what else he is called.
            let nickname = ground
                .stretch_at(mention.end)
                .map(|s| &ground.stretches[s].whole)
                .filter(|w| w.len() <= LONGEST_OUTLET);
            let behind = nickname.map_or(mention.end, |w| w.end);
            let rest = behind..last;
            let reaches = rest
                .clone()
                .all(|t| ground.is_comma(t) || ground.has_kind(t, kinds![QuoteWord::Adverb, QuoteWord::Auxiliary]));
            // `فلان، المتتبع للملف، قال`: an apposition between commas.
            let apposition = ground.is_comma(behind)
                && (last < tokens.start || topic)
                && rest.len() < 14
                && mention.name.is_some()
                && rest.clone().all(|t| cues::cue_at(ground, t).is_none() && ground.stretch_at(t).is_none());
            // `مصدر حكومي، طلب عدم ذكر اسمه، حذر`: nor is what a source asked for said.
            let apposition = apposition
                || ground.is_comma(mention.end)
                    && last < tokens.start
                    && rest.len() < 14
                    && rest.clone().any(|t| ground.has(t, QuoteWord::Anonymous));
            let first = ground.document.token(start);
            let object = first.clitics().any(Clitics::WITH) || mention.name.is_none() && mention.role.is_none();
            let told = mention.role.is_some()
                || mention.sort != Sort::Person
                || ground.has_kind(start, kinds![QuoteWord::Given(Agreement::Any), QuoteWord::NamePart])
                || cast.is_name(ground, start)
                // `كان فلان قد قال`
                || steps > 0 && ground.has(last - 1, QuoteWord::Auxiliary)
                || start == segment.start
                    && kind == CueKind::Say
                    && mention.tokens.len() <= LONGEST_UNTITLED
                    && rest.clone().all(|t| ground.is_comma(t));
            // `تغريدة قالت فيها`: what it was said in.
            let object = object
                || mention.sort == Sort::Document
                    && ground.has(tokens.end, QuoteWord::Adverb)
                    && ground.has_pronoun(tokens.end);
            ((reaches || apposition) && told && !object && mention.agreement.fits(agreement)).then_some(mention)
        });
        // `الإعلان الرسمي للاتفاق بين البلدين، الذي ينص على`: the relative's noun is farther back.
        subject.or_else(|| {
            // But `التي تصفها`, "which it calls", has another.
            let object = ground.is_possessed(tokens.start);
            if object || !(last..tokens.start).any(|t| ground.has(t, QuoteWord::Relative)) {
                return None;
            }
            (segment.start.max(last.saturating_sub(20))..last).rev().find_map(|start| {
                let told = ground.is_definite(start)
                    && !ground.document.clitics(start).any(Clitics::WITH | Clitics::FOR)
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
    fn subject_before(&mut self, cue: usize, segment: &Range<usize>) -> Subject {
        let ground = self.ground;
        let Cue { tokens, kind, .. } = self.cues[cue].clone();
        let pronoun = |t: usize| {
            ground.word(t, |w| match w {
                QuoteWord::Pronoun(a) => Some(a),
                _ => None,
            })
        };
        match kind {
            CueKind::Own | CueKind::Along | CueKind::Noun => return Subject::Implied,
            // `The paper quoted Jo Orr as saying`
            CueKind::Source | CueKind::Relay => {
                if let Some((a, _)) = pronoun(tokens.end) {
                    return Subject::Pronoun(a);
                }
                let source = names::read_capitals(ground, tokens.end, segment.end);
                // `According to the club's chairman, Jo Orr, …`
                let name = source
                    .as_ref()
                    .filter(|m| m.name.is_none() && m.role.is_some() && ground.is_comma(m.end))
                    .and_then(|m| names::read_capitals(ground, m.end + 1, segment.end))
                    .filter(|n| n.role.is_none() && n.name.as_ref().is_some_and(|n| n.len() > 1));
                return Subject::named(name.filter(|n| !ground.document.token(n.end).is_word()).or(source));
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
            let adverb = ground.has(before, QuoteWord::Adverb)
                || (ground.ends(before, |s| s.adverb) && !ground.document.token(before).is_capital());
            if adverb && pronoun(before).is_none() {
                last = before;
            } else if let Some(start) = self.time_before(last, segment) {
                last = start;
            } else {
                break;
            }
        }
        // `described by Jo Orr as "…"`: in the passive its subject says nothing.
        let passive = |t: usize| t >= segment.start && ground.has(t, QuoteWord::Passive);
        if matches!(kind, CueKind::Voice | CueKind::Describe)
            && last < tokens.start
            && (last..tokens.start).any(passive)
        {
            let from =
                (tokens.end..segment.end.min(tokens.end + NEAREST_AGENT)).find(|&t| ground.has(t, QuoteWord::From));
            return match from.and_then(|from| names::read_capitals(ground, from + 1, segment.end)) {
                Some(agent) => Subject::Named(agent),
                None => Subject::Nobody,
            };
        }
        // `They will not matter, noted Jo Orr.`
        if !inverted && ground.is_comma(last - 1) && ground.has(tokens.start, QuoteWord::Bare) {
            let behind = names::read_capitals(ground, tokens.end, segment.end).filter(|m| {
                let closes =
                    |t: usize| t >= segment.end || ground.is_comma(t) || ground.is_punct(t) && ground.char(t) == '.';
                m.name.is_some() && closes(m.tokens.end) && !ground.has(m.tokens.start, QuoteWord::Outlet)
            });
            if behind.is_some() {
                return Subject::named(behind);
            }
        }
        if inverted {
            if let Some((a, _)) = pronoun(tokens.end) {
                return Subject::Pronoun(a);
            }
            // `"…," told Jo` has no subject; `"…," said Jo` has.
            return Subject::named(names::read_capitals(ground, tokens.end, segment.end));
        }
        if let Some((a, _)) = pronoun(last - 1) {
            return Subject::Pronoun(a);
        }
        // `Jo Orr opened the fair and said`: the subject of the verb before, else the sentence's.
        if ground.has(last - 1, QuoteWord::Joins) {
            return self.joined_subject(cue, last - 1, segment).map_or(Subject::Implied, Subject::Known);
        }
        // `A nurse who fled and asked not to be named said`: whom the sentence opens with.
        if ground.is_determiner(segment.start)
            && last - segment.start < LONGEST_OPENING
            && let Some(opening) = names::read_capitals(ground, segment.start, last)
            && opening.name.is_none()
            && ground.has(opening.tokens.end, QuoteWord::Relative)
            && (opening.tokens.end..last).all(|t| !ground.is_comma(t) && ground.stretch_at(t).is_none())
        {
            return Subject::Named(opening);
        }
        // `he said` with an auxiliary in capitals or a contraction (`he's`).
        Subject::named(names::read_capitals_back(ground, last, segment.start))
    }

    /// Who does what a verb behind `and` goes on with.
    fn joined_subject(&mut self, cue: usize, and: usize, segment: &Range<usize>) -> Option<u32> {
        let before = cue.checked_sub(1).filter(|&c| self.cues[c].tokens.start >= segment.start);
        let verb = before.filter(|&c| matches!(self.cue_kind(c), CueKind::Say | CueKind::Voice | CueKind::Describe));
        if let Some(verb) = verb
            && self.depth < DEEPEST
        {
            self.depth += 1;
            let saying = self.saying(verb);
            self.depth -= 1;
            if saying.speaker.is_some() {
                return saying.speaker;
            }
        }
        self.sentence_subject(segment, and, Agreement::Any)
    }

    /// Where a time begins that stands between a subject and its verb: `Jo Orr last week said`.
    pub(super) fn time_before(&self, verb: usize, segment: &Range<usize>) -> Option<usize> {
        let ground = self.ground;
        let at = verb.checked_sub(1).filter(|&t| t > segment.start && ground.document.token(t).is_word())?;
        let date = |t: usize, wanted: fn(DateWord) -> bool| {
            ground.document.senses(t).any(|sense| matches!(sense, Sense::Date(word) if wanted(word)))
        };
        let weekday = date(at, |w| matches!(w, DateWord::Weekday(_)));
        let unit = date(at, |w| matches!(w, DateWord::Unit(_) | DateWord::Month(_) | DateWord::Season(_)));
        let told = at > segment.start + 1 && ground.has_kind(at - 1, kinds![QuoteWord::Stop, QuoteWord::Link]);
        if !(weekday || unit && told) {
            return None;
        }
        let mut start = at;
        while start > segment.start + 1
            && at - start < 2
            && ground.has_kind(start - 1, kinds![QuoteWord::Stop, QuoteWord::Link])
            && !ground.has(start - 1, QuoteWord::Joins)
        {
            start -= 1;
        }
        // `a report released last week found`: nor does the participle name who speaks.
        let participle = start > segment.start + 1
            && ground
                .shapes(start - 1)
                .and_then(|s| s.finite.first())
                .is_some_and(|past| ground.folded(start - 1).ends_with(past))
            && ground.has_kind(start - 2, kinds![QuoteWord::Document(Agreement::Any)]);
        Some(start - usize::from(participle))
    }

    /// Who speaks at a cue that names nobody.
    pub(super) fn implied(
        &mut self,
        cue: usize,
        kind: CueKind,
        agreement: Agreement,
        segment: &Range<usize>,
    ) -> Option<u32> {
        let at = self.cues[cue].tokens.start;
        // `نقل زوار الوزير عنه قوله`: whom the pronoun means is named before it.
        if kind == CueKind::Relay {
            let near = self.cues[cue].tokens.end..segment.end.min(at + NEAREST_AGENT);
            let named = near.clone().find_map(|t| self.cast.person_named(self.ground, t));
            if named.is_some() {
                return named;
            }
        }
        let before = (0..cue).rev().take_while(|&c| self.cues[c].tokens.start >= segment.start).take(6);
        let mut candidates: Vec<usize> = before.collect();
        // `علق الوزير بقوله`; but `نقل عن الوزير قوله`.
        if kind == CueKind::Noun && !self.ground.document.clitics(at).any(Clitics::WITH) {
            candidates.retain(|&c| self.cue_kind(c) == CueKind::Relay);
        }
        // A verb that begins its own clause goes on with who spoke last; one that goes
        // along has its sentence's subject.
        if matches!(kind, CueKind::Along | CueKind::Own | CueKind::Noun) {
            for c in candidates {
                let of = self.cue_kind(c);
                if of == CueKind::Source && kind != CueKind::Own {
                    continue;
                }
                if self.sayings[c].is_none() && self.depth == DEEPEST {
                    continue;
                }
                self.depth += 1;
                let saying = self.saying(c);
                self.depth -= 1;
                // What a word within reported speech says of a thing hands on no speaker.
                if self.report_around(self.cues[c].tokens.start).is_none()
                    && let Some(speaker) = saying.speaker
                    && self.cast.speakers[speaker as usize].agreement.fits(agreement)
                {
                    return Some(speaker);
                }
            }
            if kind != CueKind::Own
                && (kind == CueKind::Along || self.ground.document.clitics(at).any(Clitics::WITH))
                && let Some(found) = self.sentence_subject(segment, at, agreement)
            {
                return Some(found);
            }
        }
        if !self.verb_first(at) {
            // `It is worth noting that`: nobody's words but the article's.
            if kind == CueKind::Along && self.ground.is(segment.start, |w| w == QuoteWord::Pronoun(Agreement::Any)) {
                return None;
            }
            return self.cast.first_in_segment(self.ground, agreement, at).or_else(|| self.cast.last(agreement, at));
        }
        // `شكر الوزير الحضور، لكنه أكد`: the sentence has its subject.
        let opens = self
            .ground
            .has_kind(segment.start, kinds![QuoteWord::Link, QuoteWord::Stop, QuoteWord::Relative, QuoteWord::Bars])
            && !self.ground.has(segment.start, QuoteWord::Denies);
        if kind == CueKind::Say
            && at > segment.start + 4
            && !opens
            && self.cast.last_since(segment.start).is_none()
            && !self.ground.document.clitics(at).any(Clitics::AND)
            && self.ground.has_kind(at - 1, kinds![QuoteWord::Auxiliary, QuoteWord::Stop])
            && let Some(found) = self.sentence_subject(segment, at, agreement)
        {
            // `يتهم معارضون الخطيب بكذا، في حين قال`: behind several, the verb is of one whom they do it to.
            let fits = |n: u32| self.cast.speakers[n as usize].agreement.fits(agreement);
            let named =
                || (segment.start..at).rev().filter_map(|t| self.cast.person_named(self.ground, t)).find(|&n| fits(n));
            return if fits(found) { Some(found) } else { named().or(Some(found)) };
        }
        // `تلا العقيد بيانا قال فيه`, "the colonel read a statement in which he said"
        let behind = self.cues[cue].tokens.end;
        if at > segment.start
            && self.ground.has(behind, QuoteWord::Adverb)
            && self.ground.has_pronoun(behind)
            && let Some(found) = self.sentence_subject(segment, at, agreement)
        {
            return Some(found);
        }
        // `انضم هشام الراقي إلى المنتقدين، وقال`: who did what the sentence begins with.
        if matches!(kind, CueKind::Say | CueKind::Describe)
            && self.cast.last_since(segment.start).is_none()
            && let Some(found) = self.actor(segment, at, agreement)
        {
            return Some(found);
        }
        let told = if kind == CueKind::Say { self.told_of(segment, agreement) } else { None };
        let last = told.or_else(|| self.cast.last(agreement, at));
        last.or_else(|| {
            let says = matches!(kind, CueKind::Say | CueKind::Voice | CueKind::Describe);
            if says { self.sentence_subject(segment, at, agreement) } else { None }
        })
    }

    /// The person named right behind the verb that a sentence begins with.
    fn actor(&mut self, segment: &Range<usize>, at: usize, agreement: Agreement) -> Option<u32> {
        let ground = self.ground;
        // `أما القائد هشام الراقي، الذي خرج مصابا، فبكى قبل أن يكتب`: whom a particle puts first.
        let topic = ground.has(segment.start, QuoteWord::Auxiliary);
        // `وفي المقابل، انضم`, `ولم ينضم`: behind what opens the sentence. No particle is cut from one of two letters.
        let is_short =
            ground.begins(segment.start, |s| s.and) && ground.document.text(segment.start).chars().count() < 4;
        let opening = kinds![QuoteWord::Link, QuoteWord::Stop, QuoteWord::Adverb, QuoteWord::Turn];
        let opens = is_short || ground.has_kind(segment.start, opening);
        let comma = (segment.start..at.min(segment.start + LONGEST_PHRASE)).find(|&t| opens && ground.is_comma(t));
        let verbs = [Some(segment.start), is_short.then_some(segment.start + 1), comma.map(|c| c + 1)];
        let is_verb = |&verb: &usize| {
            let token = ground.document.token(verb);
            topic
                || token.is_word()
                    && !token.clitics().any(Clitics::WITH | Clitics::FOR | Clitics::AS | Clitics::THE)
                    && !ground.names_somebody(verb)
                    && !ground.has_kind(verb, kinds![QuoteWord::Link, QuoteWord::Stop, QuoteWord::Construct])
        };
        let is_person = |m: &Mention| {
            let starts = |n: &Range<usize>| ground.has_kind(n.start, kinds![QuoteWord::Given(Agreement::Any)]);
            m.sort == Sort::Person
                && m.name.as_ref().is_some_and(|n| m.role.is_some() || starts(n))
                && m.agreement != Agreement::They
                && m.agreement.fits(agreement)
                && m.end < at
        };
        let mut read = verbs.into_iter().flatten().filter(is_verb).map(|v| names::read_subject(ground, v + 1, at));
        let mention = read.find_map(|m| m.filter(is_person))?;
        let is_whole = ground.is_comma(mention.tokens.end);
        Some(self.cast.resolve(ground, &mention, agreement, is_whole))
    }

    /// Of whom the sentences before tell in a paragraph that nobody has spoken in yet: `عاد إبراهيم إلى
    /// خيمته. قال`, "Ibrahim went back to his tent. He said".
    fn told_of(&self, segment: &Range<usize>, agreement: Agreement) -> Option<u32> {
        let ground = self.ground;
        let block = ground.document.block_of(segment.start)?.tokens.start;
        if self.cast.last_since(block).is_some() {
            return None;
        }
        let governed = |t: usize| {
            ground.document.clitics(t) != Clitics(0)
                || ground.stretch_at(t).is_some()
                || ground.has_kind(t - 1, kinds![QuoteWord::Stop, QuoteWord::Link, QuoteWord::From])
        };
        let is_given =
            |&t: &usize| !governed(t) && ground.has_kind(t, kinds![QuoteWord::Given(Agreement::Any), QuoteWord::Kunya]);
        let named = (block + 1..segment.start).rev().filter(is_given);
        named
            .filter_map(|t| self.cast.person_named(ground, t))
            .find(|&n| self.cast.speakers[n as usize].agreement.fits(agreement))
    }

    /// The subject of a sentence whose verb is none of saying.
    pub(super) fn sentence_subject(&mut self, segment: &Range<usize>, at: usize, agreement: Agreement) -> Option<u32> {
        let ground = self.ground;
        if !self.verb_first(at) {
            if ground.is_pronoun(segment.start) {
                return None;
            }
            return self.cast.first_in_segment(ground, agreement, at).or_else(|| {
                let mention = names::read_capitals(ground, segment.start, at)?;
                // `Jo Orr disagreed, saying`: a full name right before a verb.
                let full = |m: &Mention| {
                    let verb = ground.document.token(m.end);
                    m.name.as_ref().is_some_and(|n| n.len() > 1)
                        && verb.is_word()
                        && !verb.is_capital()
                        && !ground.has_kind(m.end, kinds![QuoteWord::Link, QuoteWord::Stop, QuoteWord::Joins])
                };
                (mention.role.is_some() || mention.sort == Sort::Body || full(&mention))
                    .then(|| self.cast.resolve(ground, &mention, agreement, false))
            });
        }
        // `وعن مشروعها المقبل، تكتفي هدى بالقول`: behind the phrase that opens the sentence.
        let opens = ground.has_kind(segment.start, kinds![QuoteWord::Link, QuoteWord::Stop]);
        let phrase = if opens {
            (segment.start..at.min(segment.start + LONGEST_PHRASE)).find(|&t| ground.is_comma(t))
        } else {
            None
        };
        let main = phrase.map_or(0..0, |comma| comma + 1..comma + 5);
        // Behind the first word where that is the verb, else at the beginning.
        for start in (segment.start..(segment.start + 5)).chain(main).filter(|&t| t < at) {
            if ground.stretch_at(start).is_some() || !ground.document.token(start).is_word() && !ground.is_comma(start)
            {
                return None;
            }
            let told = ground.names_somebody(start);
            if told
                && !ground.document.clitics(start).any(Clitics::WITH | Clitics::FOR)
                && let Some(mention) = names::read_subject(ground, start, at)
                && (mention.agreement.fits(agreement) || mention.agreement == Agreement::They)
            {
                return Some(self.speaker_of(&mention, agreement));
            }
            // A definite word no lexicon knows: a surname.
            if start > segment.start && !told && !ground.is(start, |_| true) && self.cast.is_name(ground, start) {
                let mention = names::read_plain(ground, start, start + 1)?;
                return Some(self.cast.resolve(ground, &mention, agreement, false));
            }
        }
        None
    }
}
