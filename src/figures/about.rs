//! What a figure is about: its kind by the words around it, where it is and whose.

use super::{Counted, Finder, MODIFIERS_BEFORE};
use crate::article::Span;
use crate::digest::{FigureKind, Modifier, Unit};
use crate::lang::words::{FigureWord, NumberWord, QuoteWord};
use crate::lang::{Clitics, Room, Sense};
use crate::number::number_at;
use crate::text::Kind;

/// How far before a number and behind it words of harm are looked for, in tokens.
const HARM_BEFORE: usize = 7;
const HARM_AFTER: usize = 6;

impl Finder<'_, '_> {
    /// Whether the text speaks of a disease, at least twice.
    pub(super) fn is_disease(&self) -> bool {
        *self.is_disease.get_or_init(|| {
            (0..self.document.tokens.len()).filter(|&at| self.is(at, FigureWord::Disease) > 0).take(2).count() == 2
        })
    }

    /// What a figure counts, by its noun, the words of harm beside it, or the figure before.
    pub(super) fn kind(
        &self,
        start: usize,
        end: usize,
        value: f64,
        sentence: Option<usize>,
        counted: &Counted,
    ) -> FigureKind {
        let is_elided = counted.unit.is_none();
        // People over 80, children under five.
        let last = start.wrapping_sub(1);
        let is_limit = is_elided
            && counted.kind.is_none()
            && self.is_latin(start)
            && self.is_latin(last)
            && (2.0..=110.0).contains(&value)
            && self
                .word_of(start, &MODIFIERS_BEFORE, |w| {
                    matches!(w, FigureWord::ModifierBefore(Modifier::MoreThan | Modifier::LessThan)).then_some(())
                })
                .is_some();
        if is_limit && self.word(last, |w| matches!(w, FigureWord::Noun(FigureKind::People)).then_some(())).is_some() {
            return FigureKind::Age;
        }
        let is_person = |kind| matches!(kind, FigureKind::Troops | FigureKind::People | FigureKind::Casualties);
        // أفرج عن 11 منهم, "11 of them were released": persons, whoever they are.
        let of_them = (is_elided && self.is_of_them(end)).then_some(FigureKind::People);
        let of_whom = self.before.filter(|b| is_elided && b.sentence == sentence).map(|b| b.kind).or(of_them);
        if counted.kind.or(of_whom).is_some_and(is_person) && self.is_spared(start, counted.kind) {
            return FigureKind::People;
        }
        match counted.kind {
            Some(FigureKind::Troops | FigureKind::People)
                if self.is_harm_before(start, sentence, HARM_BEFORE) || self.is_harm_after(end) =>
            {
                return FigureKind::Casualties;
            }
            // 45 حالة وفاة, "45 cases of death"; مقتل 3 عناصر, "the killing of 3 members".
            Some(FigureKind::Count) | None
                if !is_elided && (self.is_harm(end) || self.is_harm_before(start, sentence, 1)) =>
            {
                return FigureKind::Casualties;
            }
            None if !is_elided => {}
            None => {
                // قتل 1300 وأضرارا قدرت بتسعة مليارات: damage is none of the dead.
                let noun = self.noun_of_number(start);
                let is_harm = || self.is_harm_before(start, sentence, HARM_BEFORE - 2) || self.is_harm_after(end);
                if noun != Some(FigureKind::Money) && is_harm() {
                    return FigureKind::Casualties;
                }
                if let Some(kind) = noun.or_else(|| self.noun_of_whole(end)) {
                    return kind;
                }
                if let Some(before) = self.before.filter(|b| b.sentence == sentence && value >= 1.0)
                    && matches!(before.kind, FigureKind::Troops | FigureKind::People | FigureKind::Casualties)
                {
                    return before.kind;
                }
                // من 12 ألف فدان إلى 18 ألفا, "from 12 thousand acres to 18 thousand"; 39 درجة والصغرى 24.
                let joins = |at: usize| {
                    let token = self.document.token(at);
                    token.clitics().any(Clitics::AND)
                        || token.kind == Kind::Arabic && self.document.text(at).starts_with('و')
                        || self.is(at, FigureWord::RangeTo) > 0
                };
                // aged 19 and 23
                let and = self.number_word(start.wrapping_sub(1), NumberWord::And)
                    && self.before.is_some_and(|b| b.end + 1 == start);
                let is_joined = joins(start) || joins(start.wrapping_sub(1)) || and;
                if let Some(kind) = of_them {
                    return kind;
                }
                if let Some(before) = self.before.filter(|b| b.sentence == sentence && is_joined)
                    && (before.kind == FigureKind::Measure || before.kind == FigureKind::Age && value < 130.0)
                    && start - before.end < 4
                    && !(self.is_latin(end) && self.is(end, FigureWord::NotCounted) > 0)
                {
                    return before.kind;
                }
                // من 4.3% من الناتج إلى 3.5, "from 4.3% of output to 3.5"; من 80 دولارا إلى 76
                if let Some(before) = self.before.filter(|b| b.sentence == sentence)
                    && matches!(before.kind, FigureKind::Percent | FigureKind::Money)
                    && self.is(start.wrapping_sub(1), FigureWord::RangeTo) > 0
                    && self.is(before.start.wrapping_sub(1), FigureWord::RangeFrom) > 0
                {
                    return before.kind;
                }
                if let Some(before) = self.before.filter(|b| b.sentence == sentence && b.kind == FigureKind::Money)
                    && value >= 1000.0
                    && self.document.token(end.wrapping_sub(1)).kind != Kind::Digits
                    && before.unit.is_some()
                {
                    return FigureKind::Money;
                }
            }
            _ => {}
        }
        counted.kind.unwrap_or(FigureKind::Count)
    }

    /// The currency or sign of an amount that leaves it out (`20 مليون دولار مقابل 30 مليونا`).
    pub(super) fn elided_unit(&self, kind: FigureKind, sentence: Option<usize>) -> Option<Unit> {
        let before = self.before.filter(|b| b.sentence == sentence && b.kind == kind)?;
        before.unit.filter(|u| matches!(u, Unit::Code(_)))
    }

    /// Whether `منهم`, "of them", stands at a token: said of persons only.
    fn is_of_them(&self, at: usize) -> bool {
        self.document.token(at).kind == Kind::Arabic
            && self.is(at, FigureWord::Among) == 1
            && self.is(at, FigureWord::NotCounted) == 1
    }

    pub(super) fn is_harm(&self, at: usize) -> bool {
        // بمقتل; السجن, "the prison": with its article a noun of action has no object.
        let is_before =
            self.is(at, FigureWord::HarmBefore) > 0 && !self.document.clitics(at).any(Clitics::WITH | Clitics::THE);
        if !is_before && self.is(at, FigureWord::Harm) == 0 {
            return false;
        }
        // إصابة 92 شخصا بالفيروس: infected, not injured.
        self.is(at, FigureWord::Injury) == 0 || !self.is_disease()
    }

    /// Whether words of harm stand before a figure, in its clause and no further than `reach`.
    pub(super) fn is_harm_before(&self, start: usize, sentence: Option<usize>, reach: usize) -> bool {
        // بينهم طفلان, "two children among them": of those before.
        let is_among = (start.saturating_sub(2)..start).any(|at| self.is(at, FigureWord::Among) == start - at);
        if let Some(before) = self.before.filter(|b| is_among && b.sentence == sentence) {
            return before.kind == FigureKind::Casualties;
        }
        let mut at = start;
        for _ in 0..reach {
            at = at.wrapping_sub(1);
            let token = self.document.token(at);
            if token.kind == Kind::Edge || self.is_punct(at, &['.', ';', '؛', ':', '،', ',', '!', '؟', '?']) {
                return false;
            }
            // مقتل 19 تلميذا وبالغين, "19 pupils and two adults"; 9 عمال سوريين ولبنانيان: what is said of one
            // is said of both.
            if let Some(before) = self.before.filter(|b| b.sentence == sentence && at < b.end) {
                let joins = before.end < start && self.number_word(before.end, NumberWord::And)
                    || self.document.clitics(before.end).any(Clitics::AND)
                    || start - before.end < 2
                        && self.document.token(start).kind == Kind::Arabic
                        && self.document.text(start).starts_with('و');
                return joins && before.kind == FigureKind::Casualties && start - before.end < 4;
            }
            if self.is(at, FigureWord::Carries) > 0 {
                return false;
            }
            if self.is_harm(at) {
                return true;
            }
        }
        false
    }

    /// Whether a word that those counted are safe or free stands before a figure, in its
    /// clause and nearer than any of harm. Who is asked to be released is still held.
    fn is_spared(&self, start: usize, kind: Option<FigureKind>) -> bool {
        for at in (start.saturating_sub(HARM_BEFORE)..start).rev() {
            let token = self.document.token(at);
            let is_end = matches!(token.kind, Kind::Edge | Kind::Digits | Kind::Punct);
            if is_end || self.is_harm(at) || self.before.is_some_and(|b| at < b.end) {
                return false;
            }
            let is_asked = self.is(at, FigureWord::Spared) > 0 && !token.clitics().any(Clitics::THE);
            if is_asked || self.is(at, FigureWord::Freed) > 0 {
                let is_freed = !is_asked && self.is(at.wrapping_sub(1), FigureWord::Spared) != 2;
                return is_freed || kind != Some(FigureKind::Casualties);
            }
        }
        false
    }

    /// Whether words behind a figure say that those it counts came to harm.
    pub(super) fn is_harm_after(&self, end: usize) -> bool {
        // Six civilians, including two children, were killed: behind the insertion.
        let is_comma = |at: usize| self.is_punct(at, &[',', '،']);
        let inserted = is_comma(end) && self.is(end + 1, FigureWord::Among) > 0;
        let behind = (end + 2..end + 2 + 2 * HARM_AFTER).find(|&at| inserted && is_comma(at));
        let end = behind.map_or(end, |at| at + 1);
        for at in end..end + HARM_AFTER {
            let token = self.document.token(at);
            let is_end = matches!(token.kind, Kind::Edge | Kind::Digits)
                || self.is_punct(at, &['.', ';', '؛', ':', '،', ',', '!', '؟', '?']);
            if is_end {
                return false;
            }
            if self.is(at, FigureWord::Harm) > 0 {
                return true;
            }
        }
        false
    }

    /// عدد القتلى إلى 32, "the number of the dead to 32": the kind of the noun named before.
    pub(super) fn noun_of_number(&self, start: usize) -> Option<FigureKind> {
        // a mother of five, a crowd of 300
        let of = start.wrapping_sub(1);
        let is = || self.document.senses(of).any(|s| matches!(s, Sense::Quote(QuoteWord::Passive)));
        if (self.number_word(of, NumberWord::Of) || is()) && self.is(of.wrapping_sub(1), FigureWord::Body) > 0 {
            return Some(FigureKind::People);
        }
        let mut kind = None;
        let mut counts = false;
        let mut at = start;
        for _ in 0..7 {
            at = at.wrapping_sub(1);
            let token = self.document.token(at);
            if matches!(token.kind, Kind::Edge | Kind::Digits) || self.is_punct(at, &['.', '؛', ';']) {
                return None;
            }
            if self.is(at, FigureWord::Toll) > 0 {
                return Some(FigureKind::Casualties);
            }
            let noun = self.word(at, |w| match w {
                FigureWord::Noun(k) | FigureWord::Singular(k) | FigureWord::SoundSingular(k) => Some(k),
                FigureWord::Harm => Some(FigureKind::Casualties),
                _ => None,
            });
            let noun = noun.map(|(found, _)| found);
            // القوات البالغ عددها, "the forces whose number is": the noun may stand before it.
            if self.is(at, FigureWord::NumberOf) > 0 {
                counts = true;
            }
            if counts && (kind.or(noun).is_some() || token.kind != Kind::Arabic) {
                return kind.or(noun);
            }
            kind = noun.or(kind);
        }
        None
    }

    /// 13 من الرؤساء, "13 of the presidents": the kind of the noun that they are of.
    pub(super) fn noun_of_whole(&self, end: usize) -> Option<FigureKind> {
        let document = self.document;
        let (_, words) = document.sense(end, Room::NUMBER, |s| {
            matches!(s, Sense::Number(NumberWord::OneIn | NumberWord::Of)).then_some(())
        })?;
        // Five of its 11 workers.
        let is_led = document.token(end).kind == Kind::Latin
            && document.has_sense(end + words, Sense::Quote(QuoteWord::Determiner));
        let mut at = end + words + usize::from(is_led);
        // 18 من أصل 22 مسيرة, "18 out of 22 drones"
        if let Some(whole) = number_at(document, at) {
            at = whole.tokens.end;
        }
        self.word(at, |w| match w {
            FigureWord::Noun(k @ (FigureKind::Troops | FigureKind::People | FigureKind::Casualties))
            | FigureWord::Singular(k @ (FigureKind::Troops | FigureKind::People | FigureKind::Casualties))
            | FigureWord::SoundSingular(k) => Some(k),
            // اثنتان من الوفيات, "two of the deaths"
            FigureWord::Harm | FigureWord::HarmBefore => Some(FigureKind::Casualties),
            _ => None,
        })
        .map(|(kind, _)| kind)
    }

    /// Where the counted things are: `في العراق`, "in Iraq", close behind the figure.
    pub(super) fn place(&self, end: usize, sentence: Option<usize>) -> Option<Span> {
        let document = self.document;
        let last = document.sentences.get(sentence?)?.tokens.end;
        for at in end..(end + 3).min(last) {
            if document.token(at).kind == Kind::Digits {
                return None;
            }
            let country = |at: usize| self.word(at, |w| matches!(w, FigureWord::Country(_)).then_some(()));
            // بالعراق, "in-Iraq"
            if document.clitics(at).any(Clitics::WITH) && country(at).is_some() {
                return Some(Span { start: document.stem_start(at), ..document.span(at..at + 1) });
            }
            let opener = self.is(at, FigureWord::In);
            if opener == 0 {
                continue;
            }
            let first = at + opener + usize::from(document.text(at + opener) == "the");
            if let Some((_, words)) = country(first) {
                return Some(document.span(first..first + words));
            }
            // غرب مدينة مراكش, "west of the city of Marrakesh"
            let mut name = first;
            while name < last
                && let heads @ 1.. = self.is(name, FigureWord::PlaceHead)
            {
                name += heads;
            }
            if name > first && name < last && document.token(name).is_word() {
                let words = country(name).map_or(1, |(_, words)| words);
                return Some(document.span(first..name + words));
            }
        }
        None
    }

    /// Whose they are: the adjective of a nation behind the noun, or who has them
    /// (`واشنطن تنشر 2500 عسكري`).
    pub(super) fn owner(&self, start: usize, end: usize, sentence: Option<usize>) -> Option<Span> {
        let document = self.document;
        let tokens = &document.sentences.get(sentence?)?.tokens;
        let demonym = |at: usize| {
            let (_, words) = self.word(at, |w| matches!(w, FigureWord::Demonym(_)).then_some(()))?;
            // US troops, not "us".
            let is_pronoun = document.text(at).len() == 2 && !document.token(at).is_all_capitals();
            (!is_pronoun).then_some(words)
        };
        for at in [end, end.wrapping_sub(2)] {
            if tokens.contains(&at)
                && at != end.wrapping_sub(1)
                && at >= start
                && let Some(words) = demonym(at)
            {
                return Some(document.span(at..at + words));
            }
        }
        // 172 للهند, "172 for India": theirs, and not who was said to have others.
        if tokens.contains(&end) && document.token(end).kind == Kind::Arabic && document.text(end).starts_with("لل") {
            return None;
        }
        let first = start.saturating_sub(12).max(tokens.start);
        let has = (first..start).rev().find(|&at| self.is(at, FigureWord::Has) > 0)?;
        let near = (has.saturating_sub(4).max(tokens.start)..has).rev().chain(has + 1..start.min(has + 4));
        let mut near = near;
        near.find_map(|at| {
            let (_, words) = self.word(at, |w| matches!(w, FigureWord::Country(_)).then_some(()))?;
            let span = document.span(at..at + words);
            Some(Span { start: self.begin(at), ..span })
        })
    }
}
