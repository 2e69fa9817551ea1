//! What stands behind a number: its unit, its counted noun, the years of a life.

use super::{Amount, Counted, Finder};
use crate::digest::{FigureKind, Modifier, Unit};
use crate::lang::words::{Agreement, DateWord, FigureWord, NumberWord, QuoteWord, TextWord};
use crate::lang::{Clitics, Kinds, Sense};
use crate::number::{Number, number_at, part_at};
use crate::text::{Document, Kind, fold};

/// How many words may stand between an English number and its noun (`200 heavily armed men`).
const WORDS_TO_NOUN: usize = 3;

const NOUNS: Kinds = Kinds::of(&[Sense::Figure(FigureWord::Noun(FigureKind::People))]);
const SINGULARS: Kinds = Kinds::of(&[Sense::Figure(FigureWord::Singular(FigureKind::People))]);

const NUMBERS: Kinds = Kinds::of_room(Sense::Number(NumberWord::And));
const FIGURES: Kinds = Kinds::of_room(Sense::Figure(FigureWord::Member));
const DATES: Kinds = Kinds::of_room(Sense::Date(DateWord::And));
const STOPS: Kinds = Kinds::of(&[Sense::Text(TextWord::Stop)]);

const ACCUSATIVE_SCALES: Kinds = Kinds::of(&[Sense::Number(NumberWord::ScaleOrDual(0))]);

/// Words that say that someone died.
const DEATHS: Kinds = Kinds::of(&[Sense::Figure(FigureWord::HarmBefore), Sense::Figure(FigureWord::Death)]);

/// Words that a hyphen joins to a number, but that it does not count.
const NOT_JOINED: Kinds = NUMBERS
    .and(&STOPS)
    .and(&DATES.without(&Kinds::of(&[Sense::Date(DateWord::Numbered)])))
    .and(&FIGURES.without(&Kinds::of(&[Sense::Figure(FigureWord::Label)])));

/// Words that are no noun behind an Arabic number, nor an unknown one's other meaning.
const NO_NOUNS: Kinds = NUMBERS.and(&STOPS).and(&DATES).and(&FIGURES.without(&Kinds::of(&[
    Sense::Figure(FigureWord::PlaceHead),
    Sense::Figure(FigureWord::Disease),
    Sense::Figure(FigureWord::Material),
])));

/// Words that do not stand between an English number and its noun.
const BETWEEN_NONE: Kinds = NUMBERS.and(&STOPS).and(&DATES).and(&Kinds::of(&[
    Sense::Figure(FigureWord::NotCounted),
    Sense::Figure(FigureWord::Harm),
    Sense::Figure(FigureWord::In),
    Sense::Figure(FigureWord::Time),
    Sense::Figure(FigureWord::Year),
    Sense::Figure(FigureWord::Has),
    Sense::Figure(FigureWord::Currency("")),
    Sense::Figure(FigureWord::ModifierBefore(Modifier::Approx)),
    Sense::Figure(FigureWord::RangeTo),
]));

/// Whether years at a token are those of who died: `توفي الشاعر عن 78 عاما`, "the poet died at 78 years".
pub(crate) fn follows_death(document: &Document, at: usize) -> bool {
    /// How far before them the word of death may stand, in tokens.
    const REACH: usize = 14;
    let ends = |at: usize| matches!(document.token(at).kind, Kind::Edge) || document.char(at) == '.';
    at > 1
        && document.token(at - 1).kind == Kind::Arabic
        && document.text(at - 1) == "عن"
        && (at.saturating_sub(REACH)..at - 1).rev().take_while(|&t| !ends(t)).any(|t| document.has_kind(t, &DEATHS))
}

/// Whether years between two tokens are those of who is named before them: `فهد، 33 عاما،`, "Fahd, 33 years,".
pub(crate) fn follows_name(document: &Document, at: usize, end: usize) -> bool {
    let is_comma = |at: usize| document.token(at).kind == Kind::Punct && matches!(document.char(at), '،' | ',');
    let is_given = |at: usize| document.senses(at).any(|s| matches!(s, Sense::Quote(QuoteWord::Given(_))));
    at > 2
        && is_comma(at - 1)
        && (is_comma(end) || document.token(end).kind == Kind::Punct && document.char(end) == '.')
        && document.token(at - 2).kind == Kind::Arabic
        && (is_given(at - 2) || document.token(at - 3).kind == Kind::Arabic && is_given(at - 3))
}

impl Finder<'_, '_> {
    /// What a number counts.
    pub(super) fn counted(&self, amount: &Amount) -> Counted {
        let mut found = self.counted_once(amount);
        if found.kind == Some(FigureKind::Measure)
            && let Some((part, end)) = self.subunits(found.end)
        {
            found.plus = part;
            found.end = end;
            return found;
        }
        let is_whole_money = found.kind == Some(FigureKind::Money) && amount.number.value.fract() == 0.0;
        if !is_whole_money {
            return found;
        }
        let end = found.end;
        // 75 USD million
        if amount.number.factor == 1.0
            && amount.currency.is_none()
            && let Some(power) = self.multiplier(end)
        {
            found.times = power;
            found.end = end + 1;
            return found;
        }
        let token = self.document.token(end);
        let is_joined = token.clitics().any(Clitics::AND) || self.number_word(end, NumberWord::And);
        let next = end + usize::from(is_joined && !token.clitics().any(Clitics::AND));
        let Some(small) = number_at(self.document, next).filter(|n| n.value < 100.0 && n.value > 0.0) else {
            return found;
        };
        let coins = self.is(small.tokens.end, FigureWord::Coin);
        if coins > 0 {
            // 20 dollars 43 cents, 20 دولارا و43 سنتا.
            found.plus = small.value / 100.0;
            found.end = small.tokens.end + coins;
        } else if matches!(found.unit, Some(Unit::Code(_)))
            && !is_joined
            && amount.currency.is_none()
            && small.value >= 10.0
            && small.value.fract() == 0.0
        {
            // 15 dollars 50: nothing else may be counted by the second number.
            let after = self.document.token(small.tokens.end);
            let is_last =
                matches!(after.kind, Kind::Edge | Kind::Punct) || self.is(small.tokens.end, FigureWord::NotCounted) > 0;
            if is_last && self.is_latin(end - 1) && !self.is_dash(small.tokens.end) {
                found.plus = small.value / 100.0;
                found.end = small.tokens.end;
            }
        }
        found
    }

    /// 5 feet 2 inches: what smaller units behind a unit add to it, and where they end.
    fn subunits(&self, at: usize) -> Option<(f64, usize)> {
        if !self.is_latin(at.wrapping_sub(1)) {
            return None;
        }
        // 6-foot-8, six foot two
        let joint = at + usize::from(self.is_dash(at));
        if self.is(at - 1, FigureWord::Height) > 0
            && let Some(inches) = number_at(self.document, joint)
            && inches.value < 12.0
            && inches.value.fract() == 0.0
            && (joint > at || self.counts_nothing(inches.tokens.end))
        {
            return Some((inches.value / 12.0, inches.tokens.end));
        }
        let small = number_at(self.document, at + usize::from(self.number_word(at, NumberWord::And)))?;
        let (size, words) = self.word(small.tokens.end, |w| match w {
            FigureWord::Subunit(size) => Some(f64::from(size)),
            _ => None,
        })?;
        (small.value > 0.0 && small.value < size).then_some((small.value / size, small.tokens.end + words))
    }

    /// Whether what stands behind a number cannot be counted by it: a mark, or a word that is no noun.
    fn counts_nothing(&self, at: usize) -> bool {
        !self.document.token(at).is_word()
            || self.is(at, FigureWord::NotCounted) > 0
            || self.document.text(at) == "tall"
    }

    /// Whether a unit of mass or money behind a number is one of mass: beside a word of weight,
    /// or before what weighs so much (`400 pounds of explosives`).
    fn is_weight(&self, number: &Number, end: usize) -> bool {
        let near = (number.tokens.start.saturating_sub(5)..number.tokens.start).chain(end..end + 2);
        self.number_word(end, NumberWord::Of)
            || near.into_iter().any(|at| self.is(at, FigureWord::Weight) > 0)
            || self.subunits(end).is_some()
    }

    /// مليوني دولار ونصف المليون, three dollars and a half: what a part behind the unit adds,
    /// and where it ends.
    pub(super) fn part_behind(&self, number: &Number, counted: &Counted) -> Option<(f64, usize)> {
        let document = self.document;
        let unit = counted.unit?;
        if !document.clitics(counted.end).any(Clitics::AND) || counted.kind == Some(FigureKind::Percent) {
            return None;
        }
        let (part, end) = part_at(document, counted.end)?;
        let factor = number.factor;
        if document.is_definite(end) {
            let power = document.senses(end).find_map(|s| match s {
                Sense::Number(NumberWord::Scale(power)) => Some(10f64.powi(i32::from(power))),
                _ => None,
            });
            if let Some(power) = power {
                return (power <= factor).then_some((part * power, end + 1));
            }
            // ونصف الدينار: the unit once more.
            let Unit::Noun(noun) = unit else { return self.is_currency(end).then_some((part, end + 1)) };
            // `أطنان ونصف الطن`: a plural has the letters of its singular, in their order.
            let mut letters = document.article.text(noun).chars();
            let starts_alike = document.text(end).chars().skip(2).take(3).all(|c| letters.any(|l| l == c));
            return starts_alike.then_some((part, end + 1));
        }
        let ends = !document.token(end).is_word() || self.is(end, FigureWord::NotCounted) > 0;
        ends.then_some((part * factor, end))
    }

    fn is_currency(&self, at: usize) -> bool {
        self.word(at, |w| matches!(w, FigureWord::Currency(_) | FigureWord::CurrencyOf(_)).then_some(())).is_some()
    }

    /// The power of ten at a token that only multiplies.
    pub(super) fn multiplier(&self, at: usize) -> Option<f64> {
        self.document.senses(at).find_map(|sense| match sense {
            Sense::Number(NumberWord::Multiplier(power)) => Some(10f64.powi(i32::from(power))),
            _ => None,
        })
    }

    pub(super) fn counted_once(&self, amount: &Amount) -> Counted {
        let mut found = self.counted_after(amount);
        if let Some(unit) = amount.currency {
            let percent = unit == Unit::Code("%");
            let kind = if percent { FigureKind::Percent } else { FigureKind::Money };
            // $ 20 $ 37: the sign before a number is that number's.
            let is_next = self.document.token(found.end).kind == Kind::Digits
                && self.document.token(found.end - 1).kind == Kind::Symbol;
            let keeps_end = found.kind == Some(kind) && !is_next;
            found = Counted {
                kind: Some(kind),
                unit: Some(if keeps_end { found.unit.unwrap_or(unit) } else { unit }),
                end: if keeps_end { found.end } else { amount.number.tokens.end },
                ..Counted::nothing(0)
            };
        }
        found
    }

    pub(super) fn counted_after(&self, amount: &Amount) -> Counted {
        let document = self.document;
        let number = &amount.number;
        let mut at = number.tokens.end;
        let nothing = Counted::nothing(at);
        if document.begins_line(at) {
            return nothing;
        }
        // 18-year-old, 30-mile: a hyphen joins the unit.
        let is_hyphened = self.is_punct(at, &['-', '‑']) && self.is_latin(at + 1);
        if is_hyphened && !document.token(at).space_before() {
            at += 1;
        }
        if let Some(age) = self.age(number, at) {
            return age;
        }
        // سنة ضوئية, "light year", is a length.
        let is_long_noun = self.document.phrase_of(at, &NOUNS.and(&SINGULARS)).is_some();
        let direct = self.word(at, |w| match w {
            FigureWord::Year | FigureWord::Time if is_long_noun => None,
            FigureWord::Percent | FigureWord::Currency(_) | FigureWord::CurrencyOf(_) | FigureWord::Coin => Some(w),
            FigureWord::WeightOrCurrency(_) | FigureWord::PercentBefore => Some(w),
            FigureWord::Year | FigureWord::Time => Some(w),
            _ => None,
        });
        if let Some((word, words)) = direct {
            let end = at + words;
            match word {
                FigureWord::Percent => return Counted::code(FigureKind::Percent, "%", end),
                // 70 per cent of adults
                FigureWord::PercentBefore if words > 1 => return Counted::code(FigureKind::Percent, "%", end - 1),
                FigureWord::Currency(code) if document.clitics(at).0 & !Clitics::THE == 0 => {
                    return Counted::code(FigureKind::Money, code, end);
                }
                FigureWord::WeightOrCurrency(_) if self.is_weight(number, end) => {
                    let unit = Some(Unit::Noun(document.span(at..end)));
                    return Counted { kind: Some(FigureKind::Measure), unit, ..Counted::nothing(end) };
                }
                FigureWord::CurrencyOf(codes) | FigureWord::WeightOrCurrency(codes)
                    if document.clitics(at).0 & !Clitics::THE == 0 =>
                {
                    let unit = match self.home_of(codes) {
                        Some(code) => Unit::Code(code),
                        None => Unit::Noun(document.span(at..end)),
                    };
                    return Counted { kind: Some(FigureKind::Money), unit: Some(unit), ..Counted::nothing(end) };
                }
                FigureWord::Coin if !document.token(at).is_capital() || !self.is_latin(at) => {
                    let unit = Some(Unit::Noun(document.span(at..end)));
                    return Counted { kind: Some(FigureKind::Money), unit, ..Counted::nothing(end) };
                }
                // But `14 مليارا سنة 2021`, "14 billion in the year 2021".
                FigureWord::Year | FigureWord::Time
                    if document.clitics(at) == Clitics(0) && document.token(end).kind != Kind::Digits =>
                {
                    return Counted { is_time: true, ..Counted::nothing(end) };
                }
                _ => {}
            }
        }
        // 12 تحت الصفر, "12 below zero"
        if self.is(at, FigureWord::BelowZero) > 0 {
            return Counted { kind: Some(FigureKind::Measure), is_negative: number.value > 0.0, ..nothing };
        }
        // A 96-page report: what digits are joined to is counted, whatever it is.
        let joined = document.token(at);
        // Cut by a quarter point: of a percentage.
        if number.value < 1.0 && !number.digits && self.number_word(at, NumberWord::Point) {
            return Counted::code(FigureKind::Percent, "%", at + 1);
        }
        if is_hyphened && self.is(at, FigureWord::Body) > 0 {
            let unit = Some(Unit::Noun(document.span(at..at + 1)));
            return Counted { kind: Some(FigureKind::People), unit, ..Counted::nothing(at + 1) };
        }
        let may_be_counted = !document.word_has_kind(at, &NOT_JOINED);
        if is_hyphened && number.digits && !joined.is_capital() && may_be_counted && joined.length() > 2 {
            let unit = Some(Unit::Noun(document.span(at..at + 1)));
            return Counted { unit, ..Counted::nothing(at + 1) };
        }
        match joined.kind {
            Kind::Arabic => self.arabic_noun(number, at, nothing),
            Kind::Latin => {
                let mut found = self.latin_noun(at, is_hyphened, nothing);
                // two fire-fighting planes, three play-off finals
                let is_compound = self.is_dash(at + 1)
                    && !document.token(at + 1).space_before()
                    && self.is_latin(at + 2)
                    && !document.token(at + 2).space_before();
                if is_compound && !is_hyphened && found.unit.is_none() {
                    found = self.latin_noun(at + 3, false, nothing);
                }
                // one human rights group: an unknown plural is counted by more than one.
                if number.value == 1.0 && found.kind.is_none() { nothing } else { found }
            }
            // 35°C
            Kind::Symbol => {
                let degree = self.is(at, FigureWord::Noun(FigureKind::Measure));
                if degree == 0 {
                    return nothing;
                }
                let end = at + degree + self.is(at + degree, FigureWord::Noun(FigureKind::Measure));
                let unit = Some(Unit::Noun(document.span(at..end)));
                Counted { kind: Some(FigureKind::Measure), unit, ..Counted::nothing(end) }
            }
            _ => nothing,
        }
    }

    /// The years of a life: `18 عاما` beside `من العمر`, `18-year-old`, `aged 18`.
    pub(super) fn age(&self, number: &Number, at: usize) -> Option<Counted> {
        let document = self.document;
        if document.phrase_of(at, &NOUNS).is_some() {
            return None;
        }
        let counted = |unit: Option<usize>, end: usize| {
            Some(Counted {
                kind: Some(FigureKind::Age),
                unit: unit.map(|at| Unit::Noun(document.span(at..at + 1))),
                ..Counted::nothing(end)
            })
        };
        let years = self.is(at, FigureWord::Year) > 0 && document.clitics(at) == Clitics(0);
        let after = if years { at + 1 } else { at };
        // 18 years old, 18-year-old; 18 من العمر, "18 of age".
        let behind = if self.is_punct(after, &['-', '‑']) { after + 1 } else { after };
        let words = self.is(behind, FigureWord::Age);
        // But a tree is 300 years old.
        if number.value > 130.0 && !(years && words > 0) {
            return None;
        }
        let time = usize::from(!years && self.is_latin(at) && self.is(at, FigureWord::Time) == 1);
        // 6 weeks of age
        if let 1.. = time * self.is(at + time, FigureWord::Age) {
            return counted(Some(at), at + 1 + self.is(at + 1, FigureWord::Age));
        }
        // the two turned away
        let is_verb = !years && self.is(behind, FigureWord::AgeVerb) > 0;
        if words > 0 && (years || number.tokens.end == at) && !is_verb {
            let end = if self.is_latin(behind) || !years { behind + words } else { after };
            return counted(years.then_some(at), end);
        }
        // (33 عاما), "(33 years)": an age behind a name.
        let first = number.tokens.start;
        // سن الـ60, "the age of 60"
        let first = if self.written_the(first.wrapping_sub(1)).is_some() { first - 1 } else { first };
        if years && self.is_punct(first.wrapping_sub(1), &['(']) && self.is_punct(after, &[')', '،', ',']) {
            return counted(Some(at), after);
        }
        // البالغ من العمر 18 عاما, aged 18: up to three words before.
        // Thomas Hill, 42, of Leeds; her son, 9, and: an age behind a name or a person.
        let name = first.wrapping_sub(2);
        if !years
            && number.tokens.len() == 1
            && number.digits
            && self.is_punct(first.wrapping_sub(1), &[','])
            && self.is_punct(at, &[',', '.', '—', '–', '―'])
            && self.is_latin(name)
        {
            let is_capital = |at: usize| self.is_latin(at) && document.token(at).is_capital();
            // Mr. King, 82
            let before = name.wrapping_sub(1 + usize::from(self.is_punct(name.wrapping_sub(1), &['.'])));
            // Her son, Luis, 9: a given name may stand alone.
            let is_given = || document.senses(name).any(|s| matches!(s, Sense::Quote(QuoteWord::Given(_))));
            let is_name = is_capital(name) && (document.token(name).entry == 0 || is_capital(before) || is_given());
            let is_person = || {
                let kinds = |kind| matches!(kind, FigureKind::People | FigureKind::Casualties | FigureKind::Troops);
                let person = |w| matches!(w, FigureWord::Noun(kind) | FigureWord::Singular(kind) if kinds(kind));
                self.word(name, |w| person(w).then_some(())).is_some() && !self.is_plural(name)
            };
            let range = if is_name { 10.0..=110.0 } else { 1.0..=110.0 };
            if range.contains(&number.value) && (is_name || is_person()) {
                return counted(None, at);
            }
        }
        if years && follows_name(document, first, after) {
            return counted(Some(at), after);
        }
        // 22 و25 عاما, "22 and 25 years"
        let follows_age = self.before.is_some_and(|b| {
            b.kind == FigureKind::Age
                && (b.end == first || b.end + 1 == first && self.number_word(b.end, NumberWord::And))
        });
        if years && follows_age {
            return counted(Some(at), after);
        }
        // aged nine and 11
        let is_listed = follows_age && self.is_latin(first - 1) && self.before.is_some_and(|b| b.unit.is_none());
        if !years && is_listed && !self.is_latin(at) {
            return counted(None, at);
        }
        let reached = |back: usize| self.is(first.wrapping_sub(back), FigureWord::AgeVerb) > 0;
        // طفلة تبلغ ثلاثة أعوام
        let is_child = reached(1) && {
            let person = |w| matches!(w, FigureWord::Singular(FigureKind::People)).then_some(());
            self.word(first.wrapping_sub(2), person).is_some()
        };
        let is_grown = number.value >= 10.0 && (reached(1) || reached(2) || follows_death(document, first));
        if years && (is_child || is_grown) {
            return counted(Some(at), after);
        }
        let is_other = !years
            && (self.is(at, FigureWord::Time) > 0
                || self
                    .word(at, |w| matches!(w, FigureWord::Percent | FigureWord::Currency(_)).then_some(()))
                    .is_some());
        if is_other {
            return None;
        }
        // Their average age is 34. He is 52; he's four; who was six when she left.
        let last = first.wrapping_sub(1);
        let is_last = number.tokens.end == at
            && (matches!(document.token(at).kind, Kind::Edge | Kind::Punct)
                || matches!(document.text(at), "when" | "and"));
        if !years && number.value.fract() == 0.0 && number.value > 1.0 && is_last && self.is_latin(last) {
            let quote = |at: usize, wanted: fn(QuoteWord) -> bool| {
                document.senses(at).any(|s| matches!(s, Sense::Quote(word) if wanted(word)))
            };
            let is_short = document.text(last) == "s" && self.is_punct(last - 1, &['\'', '’']);
            let is = is_short || quote(last, |w| w == QuoteWord::Passive);
            let subject = last.wrapping_sub(1 + usize::from(is_short));
            let person = quote(subject, |w| {
                matches!(w, QuoteWord::Pronoun(Agreement::He | Agreement::She) | QuoteWord::Role(_))
                    || w == QuoteWord::Relative
            });
            let age = self.is(subject, FigureWord::Age) == 1;
            if is && (age || person && (number.value >= 10.0 || !number.digits)) {
                return counted(None, at);
            }
            // He died at 88, died Thursday at 88.
            let near = last.saturating_sub(4)..last;
            let died = document.text(last) == "at" && near.into_iter().any(|t| self.is(t, FigureWord::Harm) > 0);
            if died && number.value >= 10.0 {
                return counted(None, at);
            }
        }
        let mut before = first.wrapping_sub(1);
        for _ in 0..4 {
            let token = document.token(before);
            if token.kind == Kind::Edge || token.kind == Kind::Digits || self.is_punct(before, &['.', '،', ',', '؛'])
            {
                break;
            }
            let words = self.is(before, FigureWord::Age);
            if words > 0 && (years || before + words == first || self.is_modifier_row(before + words, first)) {
                return counted(years.then_some(at), if years { after } else { number.tokens.end });
            }
            before = before.wrapping_sub(1);
        }
        None
    }

    /// Whether only words of modifiers and openers stand between two tokens.
    pub(super) fn is_modifier_row(&self, from: usize, to: usize) -> bool {
        from < to
            && (from..to).all(|at| {
                self.word(at, |w| {
                    matches!(
                        w,
                        FigureWord::ModifierBefore(_)
                            | FigureWord::RangeFrom
                            | FigureWord::RangeTo
                            | FigureWord::Between
                    )
                    .then_some(())
                })
                .is_some()
            })
    }

    /// The noun behind an Arabic number. The number's size tells the noun's form: plural
    /// up to ten, accusative singular up to 99, singular from a hundred on.
    pub(super) fn arabic_noun(&self, number: &Number, at: usize, nothing: Counted) -> Counted {
        let document = self.document;
        let token = document.token(at);
        // ثلاثة أرباع الكيلومتر, "three quarters of the kilometre"
        let is_part = number.value.fract() != 0.0
            && token.clitics() == Clitics(Clitics::THE)
            && self
                .word(at, |w| {
                    matches!(w, FigureWord::Noun(FigureKind::Measure) | FigureWord::Singular(FigureKind::Measure))
                        .then_some(())
                })
                .is_some();
        if token.clitics() != Clitics(0) && !is_part {
            return nothing;
        }
        // منها 66 مليارا مساعدات, "66 billion of it as aid": a scale in the accusative has left its noun out.
        let is_full = number.tokens.len() > 1 && document.word_has_kind(number.tokens.end - 1, &ACCUSATIVE_SCALES);
        if is_full {
            return nothing;
        }
        let known = self.word(at, |w| match w {
            FigureWord::Noun(k) | FigureWord::Singular(k) | FigureWord::SoundSingular(k) => Some(k),
            FigureWord::Injury => Some(if self.is_disease() { FigureKind::Count } else { FigureKind::Casualties }),
            // عنصرا من رجال الإنقاذ, "members of the rescue teams"
            FigureWord::Member if (at + 2..at + 4).any(|of| self.is(of, FigureWord::Spared) > 0) => {
                Some(FigureKind::People)
            }
            FigureWord::Member if self.is_member(number.tokens.start, at) => Some(FigureKind::Troops),
            FigureWord::Member => Some(FigureKind::Count),
            // مليون سوداني, "a million Sudanese": an adjective has its noun before it, so this one is the noun.
            FigureWord::Demonym(_) if !self.document.is_definite(at) => Some(FigureKind::People),
            _ => None,
        });
        let (kind, words) = match known {
            Some((kind, words)) => (Some(kind), words),
            None => {
                if !self.looks_counted(number, at) {
                    return nothing;
                }
                (self.is_persons(number, at).then_some(FigureKind::People), 1)
            }
        };
        let mut end = at + words;
        // 850 م2, "850 m2"
        if kind == Some(FigureKind::Measure)
            && !document.token(end).space_before()
            && matches!(document.digits(end), Some((2 | 3, 1)))
        {
            end += 1;
        }
        // 3720 تلميذا وتلميذة, "3720 pupils, boys and girls": both are the noun.
        let next = document.token(end);
        if next.kind == Kind::Arabic && next.space_before() && self.shares_stem(at, end) {
            end += 1;
        }
        // 5 درجات تحت الصفر, "5 degrees below zero"; the noun stands before it.
        let below = if kind == Some(FigureKind::Measure) {
            (end..end + 2).find(|&p| self.is(p, FigureWord::BelowZero) > 0)
        } else {
            None
        };
        Counted {
            kind,
            unit: Some(Unit::Noun(document.span(at..end))),
            is_negative: below.is_some(),
            ..Counted::nothing(end)
        }
    }

    /// Whether `عنصر`, "element", is a member of an armed body: of one that is named behind it, or
    /// whose number it is.
    fn is_member(&self, number: usize, at: usize) -> bool {
        self.noun_of_number(number) == Some(FigureKind::Troops)
            || self.number_word(at + 1, NumberWord::OneIn)
            || self.document.is_definite(at + 1)
    }

    /// Whether an unknown plural names persons, by its form: the sound masculine plural is theirs
    /// (`خمسة منقبين`). Broken plurals that end alike have an alef third (`قوانين`, `براكين`).
    fn is_persons(&self, number: &Number, at: usize) -> bool {
        const LONGEST: usize = 24;
        let mut buffer = [0; LONGEST];
        let letters = fold::fold_into(self.document.text(at), &mut buffer);
        let ends = |ending: [char; 2]| letters.ends_with(&ending.map(fold::unit));
        let is_broken = letters.len() == 6 && letters[2] == fold::unit('ا');
        (3.0..=10.0).contains(&number.value.abs())
            && letters.len() > 4
            && (ends(['ي', 'ن']) || ends(['و', 'ن']))
            && !is_broken
    }

    /// Whether a second noun names the other gender of the first: `تلميذا وتلميذة`.
    pub(super) fn shares_stem(&self, noun: usize, next: usize) -> bool {
        let Some(rest) = self.document.text(next).strip_prefix('و') else { return false };
        let letters =
            |text: &str| text.chars().filter(|&c| fold::class(c) != fold::Class::Mark).take(4).collect::<String>();
        let (a, b) = (letters(self.document.text(noun)), letters(rest));
        let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
        shared >= 4 || shared == 3 && (a.chars().count() == 3 || b.chars().count() == 3)
    }

    /// Whether an unknown Arabic word may be what a number counts.
    pub(super) fn looks_counted(&self, number: &Number, at: usize) -> bool {
        let document = self.document;
        let text = document.text(at);
        let token = document.token(at);
        if !token.space_before() || document.is_definite(at) {
            return false;
        }
        let is_other = document.word_has_kind(at, &NO_NOUNS);
        if is_other {
            return false;
        }
        if let Some((mut senses, _)) = document.phrase(at)
            && senses.any(|s| !matches!(s, Sense::Rank(_)))
        {
            return false;
        }
        let mut letters = text.chars().filter(|&c| fold::class(c) != fold::Class::Mark);
        let count = letters.clone().count();
        let first = letters.next().unwrap_or(' ');
        let last = text.chars().rfind(|&c| fold::class(c) != fold::Class::Mark).unwrap_or(' ');
        if count < 3
            || matches!(first, 'و' | 'ي')
            || text.ends_with("وا")
            // مقابل 224 لمنافسته, "against 224 for her rival": what is somebody's is not counted.
            || ["ها", "هم", "ته"].iter().any(|ending| text.ends_with(ending))
            // 126 أطلقتها, "126 that it fired": what is counted has no pronoun.
            || text.ends_with("ها")
            || text.ends_with("هما")
            || count > 4 && text.ends_with("هم")
            || text.starts_with("بال")
            || text.starts_with("لل")
            || text.starts_with("فال")
            || text.starts_with("كال")
        {
            return false;
        }
        let value = number.value.abs();
        if number.value.fract() == 0.0 && (11.0..100.0).contains(&value) {
            return matches!(last, 'ا' | 'ة' | 'ء' | 'ى') || fold::find(text, "\u{64b}").is_some();
        }
        true
    }

    /// The noun behind an English number: the next known one, or else a plural.
    pub(super) fn latin_noun(&self, at: usize, is_hyphened: bool, nothing: Counted) -> Counted {
        let document = self.document;
        let counted = |kind, noun: usize, words: usize| Counted {
            kind,
            unit: Some(Unit::Noun(document.span(noun..noun + words))),
            ..Counted::nothing(noun + words)
        };
        for (pos, step) in (at..).zip(0..=WORDS_TO_NOUN) {
            let token = document.token(pos);
            if token.kind != Kind::Latin {
                break;
            }
            let known = self.word(pos, |w| match w {
                FigureWord::Noun(k) | FigureWord::Singular(k) | FigureWord::SoundSingular(k) => Some(k),
                _ => None,
            });
            if let Some((kind, words)) = known {
                // m, C and their like are units only beside the number.
                let length = token.length();
                // 48.2C; but `5 C` is no temperature, and 5G a network.
                let is_letter =
                    length == 1 && token.is_capital() && (token.space_before() || document.char(pos) != 'C');
                if step == 0 && !is_letter || length > 2 && kind != FigureKind::Measure {
                    // 1,100 hospital workers, two police stations: the noun behind a noun in the singular.
                    let next = pos + words;
                    let behind = self.word(next, |w| if let FigureWord::Noun(k) = w { Some(k) } else { None });
                    let behind = behind.filter(|_| {
                        words == 1
                            && !self.is_plural(pos)
                            && self.is_plural(next)
                            && document.token(next).space_before()
                    });
                    let (kind, pos, words) = behind.map_or((kind, pos, words), |(kind, words)| (kind, next, words));
                    let mut found = counted(Some(kind), pos, words);
                    found.is_negative = kind == FigureKind::Measure && self.is(pos + words, FigureWord::BelowZero) > 0;
                    return found;
                }
                break;
            }
            let blocks = document.word_has_kind(pos, &BETWEEN_NONE);
            // two more shells, 15 other people
            let is_extra = step == 0
                && document.has_sense(pos, Sense::Date(DateWord::Extra))
                && self.document.token(pos + 1).kind == Kind::Latin;
            let blocks = blocks && !is_extra;
            // US troops, not "us".
            let blocks = blocks && !(token.is_all_capitals() && token.entry != 0 && step < WORDS_TO_NOUN);
            if blocks || step == 0 && is_hyphened && token.entry == 0 && !self.is_plural(pos) {
                break;
            }
        }
        // An unknown plural right behind, or behind one adjective.
        for pos in at..at + 2 {
            let token = document.token(pos);
            // 12 Labour backbenchers: behind a name or its adjective.
            let is_name = || pos == at && token.is_capital() && !document.word_has_kind(pos, &BETWEEN_NONE);
            if token.kind != Kind::Latin || !token.space_before() || token.entry != 0 && !is_name() {
                break;
            }
            if token.entry == 0 && self.is_plural(pos) {
                return counted(None, pos, 1);
            }
        }
        nothing
    }

    pub(super) fn is_plural(&self, at: usize) -> bool {
        let text = self.document.text(at);
        text.len() > 3 && text.ends_with('s') && !text.ends_with("ss") && !text.ends_with("us") && !text.ends_with("is")
    }

    /// The definite noun before a number that has the article: `النواب الخمسة`.
    pub(super) fn noun_before(&self, at: usize) -> Option<usize> {
        let before = at.checked_sub(1)?;
        let token = self.document.token(before);
        if token.kind != Kind::Arabic || !self.document.token(at).space_before() {
            return None;
        }
        // أعوامها, أولادها: the noun is somebody's.
        let is_possessed = self.is(before, FigureWord::Year) > 0 || self.possessed_kind(before).is_some();
        let is_noun = self.document.is_definite(before)
            && (token.entry == 0
                || self
                    .word(before, |w| {
                        matches!(w, FigureWord::Noun(_) | FigureWord::Singular(_) | FigureWord::SoundSingular(_))
                            .then_some(())
                    })
                    .is_some());
        (is_noun || is_possessed).then_some(before)
    }

    /// Whether a definite noun is a plural, as far as its form or the lexicon tells.
    pub(super) fn is_plural_form(&self, at: usize) -> bool {
        let text = self.document.text(at);
        let is_singular = self
            .word(at, |w| matches!(w, FigureWord::Singular(_) | FigureWord::SoundSingular(_)).then_some(()))
            .is_some();
        let is_plural = self.word(at, |w| matches!(w, FigureWord::Noun(_)).then_some(())).is_some();
        // أعوامها الـ96, "her 96 years"
        let is_years = self.is(at, FigureWord::Year) > 0;
        is_years
            || self.possessed_kind(at).is_some()
            || !is_singular && (is_plural || ["ات", "ون", "ين"].iter().any(|ending| text.ends_with(ending)))
    }

    /// What a plural counts that ends with its possessor's pronoun: `أولادها`, "her children".
    pub(super) fn possessed_kind(&self, at: usize) -> Option<FigureKind> {
        let ending = ["هما", "ها", "هم", "هن", "ه"].iter().find(|e| self.document.text(at).ends_with(**e))?;
        if self.document.token(at).entry != 0 {
            return None;
        }
        let (mut senses, _) = self.document.dual_stem(at, ending.chars().count())?;
        senses.find_map(|sense| match sense {
            Sense::Figure(FigureWord::Noun(kind)) => Some(kind),
            _ => None,
        })
    }

    /// أعوامها, "her years".
    pub(super) fn has_possessive(&self, at: usize) -> bool {
        let text = self.document.text(at);
        ["ها", "ه", "هم", "هما", "هن"].iter().any(|ending| text.ends_with(ending)) && !self.document.is_definite(at)
    }

    /// What a noun right before `اثنين` counts, where its ending may be the dual's.
    pub(super) fn known_dual_before(&self, at: usize) -> Option<FigureKind> {
        let before = at.checked_sub(1)?;
        let text = self.document.text(before);
        let is_dual = self.document.token(before).kind == Kind::Arabic
            && (text.ends_with("ين") || text.ends_with("ان"))
            && !self.document.is_definite(before);
        if !is_dual || self.document.clitics(at) != Clitics(0) {
            return None;
        }
        self.word(before, |w| match w {
            FigureWord::Noun(k) | FigureWord::Singular(k) | FigureWord::SoundSingular(k) => Some(k),
            _ => None,
        })
        .map(|(kind, _)| kind)
        .or_else(|| {
            // بجراحين اثنين: a noun that no lexicon knows as one that is counted.
            let (mut senses, _) =
                self.document.dual_stem(before, 2).filter(|_| self.document.token(before).entry == 0)?;
            let is_person = |s| matches!(s, Sense::Quote(QuoteWord::Role(_)));
            Some(if senses.any(is_person) { FigureKind::People } else { FigureKind::Count })
        })
    }

    /// The currency of a shared name that the text's countries use; `None` where it names none.
    pub(super) fn home_of(&self, codes: &'static [&'static str]) -> Option<&'static str> {
        let counts = self.home.get_or_init(|| {
            let mut counts: Vec<(&'static str, usize)> = Vec::new();
            for at in 0..self.document.tokens.len() {
                let found = self.word(at, |w| match w {
                    FigureWord::Country(code)
                    | FigureWord::Demonym(code)
                    | FigureWord::Home(code)
                    | FigureWord::Currency(code) => Some(code),
                    _ => None,
                });
                // Codes are few: one for each country that the lexicon knows.
                match found.map(|(code, _)| (code, counts.iter_mut().find(|(known, _)| *known == code))) {
                    Some((_, Some((_, count)))) => *count += 1,
                    Some((code, None)) => counts.push((code, 1)),
                    None => {}
                }
            }
            counts
        });
        let named = counts.iter().filter(|(code, _)| codes.contains(code));
        named.max_by_key(|&&(_, count)| count).map(|&(code, _)| code)
    }
}
