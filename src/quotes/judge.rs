//! Speech between marks: whether a stretch is a quote or a term, and whose.

use std::ops::Range;

use super::cues::{self, Cue};
use super::ground::kinds;
use super::names::{self, Mention, Sort};
use super::{FARTHEST_THAT, Found, Judged, MOST_LEADS, Reader, Saying, marks};
use crate::article::BlockKind;
use crate::lang::Clitics;
use crate::lang::words::{Agreement, CueKind, QuoteWord};
use crate::text::Kind;

impl Reader<'_, '_, '_> {
    /// Decides what a stretch is, and whose.
    pub(super) fn judge(&mut self, number: usize, cues: &Range<usize>, segment: &Range<usize>) {
        let ground = self.ground;
        let stretch = ground.stretches[number].clone();
        let words = ground.words(stretch.content.clone());
        if words == 0 || stretch.parent.is_some_and(|p| matches!(self.judged[p as usize], Judged::Quote(_))) {
            return;
        }
        let whole = stretch.whole.clone();
        let nearest = cues.start + self.cues[cues.clone()].partition_point(|c| c.tokens.end <= whole.start);
        let mut leads = (cues.start..nearest).rev().take(MOST_LEADS).filter(|&c| self.leads(c, number));
        let mut before = leads.next();
        // `طالب الوزير، الذي تحدث أمس، بـ"…"`: the verb of an inserted clause leads nowhere.
        let farther = leads.next();
        if let (Some(inner), Some(outer)) = (before, farther)
            && self.is_inserted(inner, segment)
            && self.gap(outer, whole.start) == 0
        {
            before = farther;
        }
        let after = self.cue_after(number, cues, segment);
        let own = after.filter(|&c| self.cue_kind(c) == CueKind::Own);
        let after = after.filter(|_| own.is_none());
        let adjacency = before.map(|c| self.gap(c, whole.start));
        let near = adjacency == Some(0);
        let named = self.is_named(number, segment);
        let capitals = ground.has_capitals(whole.start);
        // `قال لـ"الأيام"`: whom it was said to.
        let attached =
            ground.document.token(whole.start - 1).is_word() && !ground.document.token(whole.start).space_before();
        let addressee = attached
            && !capitals
            && words <= 4
            && ground.is_to(whole.start - 1)
            && before.is_none_or(|c| matches!(self.cue_kind(c), CueKind::Say));
        // `في حديث إلى "العربي الجديد"`: whom it was said to, or what about.
        let mut occasion = whole.start.saturating_sub(2);
        occasion -= usize::from(occasion > 0 && ground.has(occasion, QuoteWord::Adjective));
        let of_occasion = !capitals
            && words <= 4
            && ground.has_kind(whole.start - 1, kinds![QuoteWord::From, QuoteWord::Stop])
            && ground.that(whole.start - 1).is_none()
            && ground.has(occasion, QuoteWord::Occasion)
            && occasion < whole.start - 1;
        // `الكويكب "2024 YR4"`, `بقذيفة "الياسين 105"`: a few letters of another script, a type's number.
        let kind_of = |t: usize| ground.document.token(t).kind;
        let is_type = !capitals
            && words <= 3
            && kind_of(whole.start - 1) == Kind::Arabic
            && (stretch.content.clone().all(|t| kind_of(t) != Kind::Arabic)
                || words > 1 && kind_of(stretch.content.end - 1) == Kind::Digits);
        // `تحييد 13 "إرهابيا"`: what a number counts is a term.
        let is_counted = !capitals && words <= 2 && kind_of(whole.start - 1) == Kind::Digits;
        // `شبكة "…" نقلا عن`: a short name with a source behind it is no less a name.
        let after = after.filter(|&c| !(named && words <= 4 && self.cue_kind(c) == CueKind::Source));
        // `وصفت الخطة بـ«المتأخرة والهزيلة»`: what a noun is called, and no name of it.
        let is_called = attached && near && before.is_some_and(|c| self.cue_kind(c) == CueKind::Describe);
        // `نقلت "الأيام" عن مسؤول`: who passes on another's words.
        let relays = !capitals
            && words <= 4
            && near
            && before.is_some_and(|c| self.cue_kind(c) == CueKind::Relay)
            && ground.has(whole.end, QuoteWord::From);
        let named = named && !is_called || addressee || of_occasion || is_type || is_counted || relays;
        let ends_as_speech = stretch.content.end > stretch.content.start
            && ground.is_punct(stretch.content.end - 1)
            && matches!(ground.char(stretch.content.end - 1), '.' | ',' | '!' | '?' | '؟' | '…' | '،');
        let title_case = capitals && words > 1 && names::is_title_case(ground, stretch.content.clone());
        let opens_segment = self.opens_segment(number, segment);
        let goes_on =
            if before.is_none() && after.is_none() { self.goes_on(number, segment, opens_segment) } else { None };
        let in_quote_block = ground.document.blocks[stretch.block].kind == BlockKind::Quote;
        let signed = if after.is_none() { self.signature(number) } else { None };
        // `واصفا إياه بـ"المضلل"`
        let describes = before.is_some_and(|c| {
            let kind = self.cue_kind(c);
            kind == CueKind::Describe || kind == CueKind::Along && attached && !capitals
        });
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
        let close = nearest.saturating_sub(MOST_LEADS).max(cues.start)..cues.end.min(nearest + 2);
        let of_speaker = |saying: &Option<Saying>| {
            let mention = saying.as_ref().and_then(|s| s.mention.as_ref());
            mention.is_some_and(|m| (m.tokens.start..m.end).contains(&whole.start))
        };
        if !is_quote || self.sayings[close].iter().any(of_speaker) {
            if stretch.opened && stretch.closed && (!stretch.single || words <= 8) {
                self.judged[number] = Judged::Term;
                self.terms.push(stretch.content.clone());
            }
            return;
        }
        let cue = match (before, after) {
            (Some(b), Some(a)) => Some(if near && self.cue_kind(b) != CueKind::Along || own.is_some() { b } else { a }),
            (b, a) => a.or(b),
        };
        // A verb within reported speech whose subject is nobody known: who reports said it.
        let within = cue.filter(|_| capitals).map(|cue| self.saying(cue));
        let reported = self.report_around(whole.start).and_then(|f| {
            let inner = cue.filter(|&c| f.tokens.contains(&self.cues[c].tokens.start))?;
            // `Jo Orr said she wanted to speak “plainly”`: a pronoun there is who reports.
            if let Some(saying) = within.filter(|s| s.mention.is_none() && s.told != Agreement::Any) {
                let fits = |n: &u32| self.cast.speakers[*n as usize].agreement.fits(saying.told);
                return f.speaker.filter(fits).map(|n| (Some(n), None, Some(self.cues[inner].tokens.clone())));
            }
            let mention = self.sayings[inner].as_ref()?.mention.as_ref();
            let unknown = |m: &Mention| m.role.is_none() && m.sort == Sort::Person;
            let begins = |m: &Mention| m.name.as_ref().is_some_and(|n| ground.begins_with_preposition(n.start));
            // `قال الوزير إن بلاده تأمل`: nor is what is his another.
            let own = mention.is_none() && ground.ends_in_pronoun(self.cues[inner].tokens.start.saturating_sub(1));
            ((own || mention.is_some_and(|m| unknown(m) && begins(m))) && !capitals)
                .then(|| (f.speaker, f.mention.clone(), f.cue.clone()))
        });
        let (speaker, mention, cue_tokens) = if let Some(reported) = reported {
            reported
        } else if let Some(signed) = signed {
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
        } else if let Some((speaker, tokens)) = self.label.clone() {
            (Some(speaker), ground.is_colon(whole.start - 1).then_some(tokens), None)
        } else {
            // `ويستعيد الصياد تلك المرحلة ضاحكا: «…»`
            let led = ground.is_colon(whole.start - 1) && self.verb_first(whole.start);
            let subject = if led { self.sentence_subject(segment, whole.start, Agreement::Any) } else { None };
            let nearby = || if stretch.parent.is_none() { self.nearby(number, segment) } else { None };
            let speaker = subject.or_else(nearby);
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
    pub(super) fn leads(&self, cue: usize, number: usize) -> bool {
        let kind = self.cue_kind(cue);
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

    /// Whether a cue stands in a clause between commas that a relative pronoun opens.
    fn is_inserted(&self, cue: usize, segment: &Range<usize>) -> bool {
        let at = self.cues[cue].tokens.start;
        let opens = |&t: &usize| self.ground.relative_clause(t, segment.end).is_some_and(|end| end > at);
        (segment.start..at).rev().take(4).any(|t| opens(&t))
    }

    /// How many words stand between a cue with its speaker and a mark, complementizers,
    /// prepositions and adverbs not counted.
    pub(super) fn gap(&mut self, cue: usize, mark: usize) -> usize {
        let ground = self.ground;
        let end = self.saying_end(cue, mark);
        let mut count = 0;
        let mut at = end;
        if mark - end > FARTHEST_THAT && !self.follows_that(mark) {
            return mark - end;
        }
        at = at.max(mark.saturating_sub(FARTHEST_THAT));
        while at < mark {
            if let Some(end) = ground.relative_clause(at, mark) {
                at = end;
                continue;
            }
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
                // `على منصة إكس`: with its name.
                let named = ground.has(at, QuoteWord::Outlet) && ground.document.rooms(at + words) == 0;
                at += words + usize::from(named && ground.document.token(at + words).is_word());
                if named {
                    continue;
                }
                if ground.that(at - words).is_some() {
                    count = 0;
                }
                continue;
            }
            let word = ground.document.token(at).is_word() || ground.document.token(at).kind == Kind::Digits;
            let time = ground.has(at, QuoteWord::Stop);
            let clitic = word && at + 1 == mark && !ground.document.token(mark).space_before();
            if word && !time && !clitic {
                count += 1;
            }
            at += 1;
        }
        let colon = ground.is_colon(mark - 1);
        // `اتهم الوزير الشركة بـ«…»`: what the verb says of its object.
        let of_object = matches!(self.cue_kind(cue), CueKind::Voice | CueKind::Describe | CueKind::Along)
            && count <= 4
            && if ground.document.token(mark).space_before() {
                ground.has(mark - 1, QuoteWord::From)
            } else {
                ground.has(mark - 1, QuoteWord::Link)
            };
        if of_object {
            return 0;
        }
        let barred = ground.that(mark - 1).is_some() && ground.has(mark - 2, QuoteWord::Bars);
        let that = self.follows_that(mark) && !barred;
        if barred {
            return count.max(1);
        }
        if colon || that { 0 } else { count }
    }

    pub(super) fn saying_end(&mut self, cue: usize, limit: usize) -> usize {
        let saying = self.saying(cue);
        saying.end.min(limit).max(self.cues[cue].tokens.end.min(limit))
    }

    /// Whether a complementizer stands right before a mark.
    pub(super) fn follows_that(&self, mark: usize) -> bool {
        self.ground.that(mark - 1).is_some() || self.ground.is_colon(mark - 1)
    }

    /// How many words lead back from a verb to what was said: `«…»، هكذا قال`.
    fn opener(&self, at: usize) -> Option<usize> {
        self.ground.word(at, |w| (w == QuoteWord::Auxiliary).then_some(())).map(|(_, words)| words)
    }

    /// A cue that stands behind a stretch and is its: `"…," said Jo`, `«…»، بحسب فلان`.
    pub(super) fn cue_after(&mut self, number: usize, cues: &Range<usize>, segment: &Range<usize>) -> Option<usize> {
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
        // `"…"، فيما نفى الوزير`: what another says beside it.
        if ground.is(from, |w| w == QuoteWord::Contrast) {
            return None;
        }
        let first = cues.start + self.cues[cues.start..].partition_point(|c| c.tokens.start < from);
        let cue = Some(first).filter(|&c| c < self.cues.len() && self.cues[c].tokens.start < limit)?;
        let Cue { tokens, kind, .. } = self.cues[cue].clone();
        if tokens.start - from > 45 || (from..tokens.start).any(|t| ground.stretch_at(t).is_some()) {
            return None;
        }
        if matches!(kind, CueKind::Own | CueKind::Source) {
            let near = tokens.start - from <= if ground.has_capitals(from) { 1 } else { 5 };
            let clean =
                (from..tokens.start).all(|t| !ground.is_comma(t) && !ground.document.clitics(t).any(Clitics::AND));
            return (near && clean && !ground.document.clitics(tokens.start).any(Clitics::AND)).then_some(cue);
        }
        // `«…»، هكذا وصفت الكاتبة المدينة`: what a verb of describing leads back to.
        // `«…»، هذا ما قاله الوزير`
        let describes = (kind == CueKind::Describe || kind == CueKind::Voice && ground.has_pronoun(tokens.start))
            && self.verb_first(from)
            && self.opener(from).is_some_and(|words| from + words == tokens.start)
            && !(tokens.end..segment.end).any(|t| ground.stretch_at(t).is_some());
        if !matches!(kind, CueKind::Say) && !describes {
            return None;
        }
        if self.verb_first(from) {
            let clitics = ground.document.clitics(tokens.start);
            // `«…»، هكذا قال`, but not `«…»، وقال`.
            let opened = self.opener(from).unwrap_or(0);
            if tokens.start != from && tokens.start != from + opened || clitics.any(Clitics::AND | Clitics::SO) {
                return None;
            }
            // Not where the verb leads on to speech of its own; behind a comma what was said may go
            // on, or another verb's speech begin.
            let leads_on = (tokens.end..segment.end.min(tokens.end + 14))
                .take_while(|&t| !(comma && ground.is_comma(t)) && cues::cue_at(ground, t).is_none())
                .any(|t| ground.that(t).is_some() || ground.stretch_at(t).is_some());
            return (comma || !leads_on).then_some(cue).filter(|_| !leads_on);
        }
        if !comma {
            return None;
        }
        let saying = self.saying(cue);
        let fits = match &saying.mention {
            Some(mention) if mention.tokens.start >= tokens.end => tokens.start <= from + 1,
            // `its director, Jo Orr, said`
            Some(mention) => {
                mention.role.as_ref().map_or(mention.tokens.start, |r| r.start.min(mention.tokens.start)) <= from + 2
            }
            None => {
                tokens.start <= from + 4
                    && (saying.speaker.is_some() || (from..tokens.start).any(|t| ground.is_pronoun(t)))
            }
        };
        fits.then_some(cue)
    }

    /// Who signs a stretch behind a dash, up to the block's end: `“…” ― Jo Orr`.
    pub(super) fn signature(&self, number: usize) -> Option<Mention> {
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
    pub(super) fn is_named(&self, number: usize, segment: &Range<usize>) -> bool {
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
        let joins = and || ground.has(before, QuoteWord::Joins) || ground.is_comma(before);
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
        let across = attached && !and && ground.has_kind(before, kinds![QuoteWord::Body(Agreement::Any)]);
        // `القانون «يحتاج إلى تعديل»`: a noun with the article has what is said of it behind it.
        let content = ground.stretches[number].content.start;
        let predicate = !attached && words > 1 && ground.is_definite(before) && !ground.is_definite(content);
        let names = ground.has(before, QuoteWord::Naming) || !attached && ground.is_own_naming(before);
        if !across && !predicate && names && (words <= 7) {
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
        // On CNN's "State of the Union", a broadcast of "Fox News Sunday".
        if ground.has_capitals(start)
            && (ground.is_possessive(before) || ground.has(before, QuoteWord::Link))
            && words > 1
            && names::is_title_case(ground, ground.stretches[number].content.clone())
        {
            return true;
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

    pub(super) fn in_brackets(&self, number: usize) -> bool {
        let Range { start, end } = self.ground.stretches[number].whole;
        self.ground.is_punct(start - 1)
            && self.ground.char(start - 1) == '('
            && self.ground.is_punct(end)
            && self.ground.char(end) == ')'
    }

    pub(super) fn opens_segment(&self, number: usize, segment: &Range<usize>) -> bool {
        let start = self.ground.stretches[number].whole.start;
        start - segment.start < 4 && (segment.start..start).all(|t| self.ground.is_dash(t))
    }

    /// Of a stretch in a language with capitals, with a cue before it: whether the cue
    /// governs it at all.
    pub(super) fn attributes(&self, cue: usize, number: usize, words: usize, near: bool) -> bool {
        let ground = self.ground;
        let stretch = &ground.stretches[number];
        if near || words > 2 {
            return true;
        }
        // One or two capital words far behind a verb are a name.
        let first = ground.document.token(stretch.content.start);
        let capital = first.kind == Kind::Latin && first.is_capital();
        !(capital && matches!(self.cue_kind(cue), CueKind::Say | CueKind::Along | CueKind::Source))
    }

    /// One to three words in a reported clause: an adjective or adverb is what was said, a
    /// noun with its article or behind a preposition is a term.
    pub(super) fn is_predicate(&self, number: usize, words: usize, cue: usize) -> bool {
        let ground = self.ground;
        let stretch = &ground.stretches[number];
        let of_speech = matches!(
            self.cue_kind(cue),
            CueKind::Say | CueKind::Describe | CueKind::Along | CueKind::Source | CueKind::Relay
        );
        let before = stretch.whole.start - 1;
        let adverb = ground.ends(stretch.content.start, |s| s.adverb);
        // `فيلمه المقبل "جاهز"`: an adjective governs nothing.
        let governed = ground.has_kind(before, kinds![QuoteWord::Stop]) && !adverb && !ground.is_definite(before)
            || ground.is(before, |w| {
                let noun =
                    matches!(w, QuoteWord::Naming | QuoteWord::Construct | QuoteWord::Role(_) | QuoteWord::Body(_));
                w == QuoteWord::Link || noun && !ground.is_definite(before)
            })
            || !ground.document.token(stretch.whole.start).space_before();
        let first = stretch.content.start;
        let foreign = ground.document.token(first).kind == Kind::Latin;
        let time = ground.has_kind(first, kinds![QuoteWord::Stop]);
        // `الوضع "كارثي"`: what is said of the noun before.
        let adjective = ground.ends(first, |s| s.feminine) || names::is_relative_adjective(ground, first);
        let of_noun = ground.is_definite(before) && adjective;
        let indefinite = !ground.is_definite(first) && (words > 1 || adverb || of_noun);
        // `الدعاء لها "في هذه المحنة"`, `بلاده "لن تتراجع"`, `بلادها "ستظل شريكا"`: a preposition, a denial or a
        // verb of the future begins no name.
        let token = ground.document.token(first);
        let looks_ahead = token.clitics().any(Clitics::WILL) || token.entry == 0 && ground.looks_ahead(first);
        let begins_clause = looks_ahead || ground.has_kind(first, kinds![QuoteWord::Link, QuoteWord::Denies]);
        let prepositional = words > 1 && begins_clause;
        prepositional || of_speech && !governed && !foreign && (time || indefinite) && words <= 3
    }

    /// A stretch without a cue that goes on with what was said before: who said it, and
    /// whether it is known that anyone did.
    pub(super) fn goes_on(
        &mut self,
        number: usize,
        segment: &Range<usize>,
        opens_segment: bool,
    ) -> Option<(Option<u32>, ())> {
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
            let last = self.cast.last_since(block.tokens.start);
            // `Jo Orr was not amused. "It is late."`: whom the sentence before is of.
            let subject = || {
                let capitals = ground.has_capitals(stretch.whole.start);
                if capitals { self.cast.first_in_segment(ground, Agreement::Any, segment.start - 1) } else { None }
            };
            return last.or_else(subject).map(|speaker| (Some(speaker), ()));
        }
        // The whole block is quoted.
        let previous_number = self.block_before(stretch.block)?;
        let chain = (0..number).rev().take(8).find(|&s| ground.stretches[s].parent.is_none());
        if let Some(s) = chain
            && ground.stretches[s].block == previous_number
            && let Judged::Quote(speaker) = self.judged[s]
            && (!ground.stretches[s].closed || stretch.whole.end >= block.tokens.end - 1)
        {
            return Some((speaker, ()));
        }
        let whole_block = stretch.whole.end + 1 >= block.tokens.end;
        let number = stretch.block;
        if whole_block { Some((self.introduced(number), ())) } else { None }
    }

    /// The nearest block before one that is the article's own.
    fn block_before(&self, block: usize) -> Option<usize> {
        (0..block).rev().find(|&b| !self.ground.document.blocks[b].boilerplate)
    }

    /// Whom the block before leaves the word to: the speaker at its last cue before a colon
    /// at its end, else who spoke last in it.
    pub(super) fn introduced(&mut self, block: usize) -> Option<u32> {
        let previous = &self.ground.document.blocks[self.block_before(block)?].tokens;
        if !previous.is_empty() && self.ground.is_colon(previous.end - 1) {
            let last = self.cues.partition_point(|c| c.tokens.start < previous.end);
            let cue = last.checked_sub(1).filter(|&c| self.cues[c].tokens.start >= previous.start);
            let said = cue.and_then(|c| self.saying(c).speaker);
            return said.or_else(|| self.cast.last_since(previous.start));
        }
        self.cast.last_since(previous.start)
    }

    /// Whose words a stretch may be that no cue attributes: the last who spoke in its block.
    pub(super) fn nearby(&self, number: usize, segment: &Range<usize>) -> Option<u32> {
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
    pub(super) fn is_fragment(&self, number: usize) -> bool {
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
            && ground.has_kind(before, kinds![QuoteWord::Link, QuoteWord::Stop, QuoteWord::Construct]);
        let object = ground.is(before, |w| matches!(w, QuoteWord::Cue(CueKind::Voice | CueKind::Describe, _)));
        let inner = first.clitics().any(Clitics::WITH);
        attached || governed || object || inner || word && ground.has(before, QuoteWord::Adverb)
    }
}
