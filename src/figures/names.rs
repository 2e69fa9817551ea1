//! Numbers that count nothing: parts of names, addresses, telephone numbers, list markers,
//! years, and numbers that nothing says enough about.

use super::{Amount, Finder};
use crate::digest::FigureKind;
use crate::lang::words::{DateWord, FigureWord, NumberWord, TextWord};
use crate::lang::{Clitics, Room, Sense};
use crate::number::{Number, ordinal_at};
use crate::text::{Document, Kind};

/// Whether a street stands behind its number: `27 شارع الحرية`, "27 Liberty Street"; `517 E. Wisconsin Ave.` Of
/// what is counted the form would be another.
pub(crate) fn is_address(document: &Document, end: usize) -> bool {
    let is_street = |at: usize| document.has_sense(at, Sense::Figure(FigureWord::Street));
    let is_named =
        |at: usize| document.token(at).is_capital() || document.char(at) == '.' && document.text(at - 1).len() == 1;
    let street = (end + 1..end + 5).take_while(|&at| is_named(at - 1) && is_named(at)).find(|&at| is_street(at));
    // 12 Wall Street banks are banks.
    let is_noun = |at: usize| {
        document.token(at).kind == Kind::Latin
            && !document.has_sense(at, Sense::Text(TextWord::Stop))
            && !document.token(at).is_capital()
    };
    document.token(end).kind == Kind::Arabic && is_street(end) || street.is_some_and(|at| !is_noun(at + 1))
}

impl Finder<'_, '_> {
    /// Passes over an address of the web, in which no number counts anything.
    pub(super) fn pass_address(&self, at: usize) -> usize {
        let is_address = matches!(self.document.text(at), "http" | "https" | "www");
        let mut end = at + 1;
        while is_address && !self.document.token(end).space_before() {
            end += 1;
        }
        end
    }

    /// `المادة 140`, `Resolution 2254`: passes over the label and its numbers.
    pub(super) fn label(&self, at: usize) -> Option<usize> {
        let words = self.is(at, FigureWord::Label);
        if words == 0 {
            return None;
        }
        let mut end = at + words;
        // القرار رقم 2254, "resolution number 2254"; Article (3).
        for _ in 0..3 {
            end += self.is(end, FigureWord::Label);
            if self.is_punct(end, &['(', '.', '-', ':', '#']) {
                end += 1;
            }
        }
        if let Some((_, after_the)) = self.written_the(end) {
            end = after_the;
        }
        let document = self.document;
        let amount = self.amount(end)?;
        let is_name = !self.is_latin(at) || self.document.token(at).is_capital() && !self.opens_sentence(at);
        let is_code = amount.currency.is_none() && (amount.number.digits || is_name && amount.number.tokens.len() == 1);
        // `the act killed 3 people` names no act.
        let is_counted = self.counted_after(&amount).kind.is_some();
        // The No 12 bus, a No 10 spokesman.
        let is_nth = is_name
            && amount.number.digits
            && document.has_sense(at, Sense::Date(DateWord::Numbered))
            && self.is_latin(at);
        let is_counted = is_counted && !is_nth;
        (is_code && !is_counted).then(|| self.labels_end(amount.number.tokens.end))
    }

    /// المواد 3 و4, articles 5, 6 and 7, version 2.5.1: where the numbers end that one label has.
    fn labels_end(&self, mut end: usize) -> usize {
        for _ in 0..8 {
            let is_glued = self.is_punct(end, &['.', '-', '/', '‑']) && !self.document.token(end + 1).space_before();
            let mut next = end + usize::from(is_glued || self.is_punct(end, &['،', ',']));
            next += usize::from(self.number_word(next, NumberWord::And));
            let Some(amount) = self.amount(next).filter(|a| next > end && a.number.digits && a.currency.is_none())
            else {
                break;
            };
            if !is_glued && self.counted_after(&amount).unit.is_some() {
                break;
            }
            end = amount.number.tokens.end;
        }
        end
    }

    /// `الـ` apart from the number it belongs to: its token, and the number's.
    pub(super) fn written_the(&self, at: usize) -> Option<(usize, usize)> {
        let document = self.document;
        if document.token(at).kind != Kind::Arabic || document.token(at + 1).kind != Kind::Digits {
            return None;
        }
        matches!(document.text(at).trim_end_matches('ـ'), "ال" | "وال" | "بال" | "لل").then_some((at, at + 1))
    }

    /// Whether a number is a part of a name, an address, a time or a list's marker.
    pub(super) fn stands_in_name(&self, at: usize, amount: &Amount) -> bool {
        let document = self.document;
        let number = &amount.number;
        let (before, end) = (at.wrapping_sub(1), number.tokens.end);
        let first = document.token(number.tokens.start);
        let after = document.token(end);
        if amount.currency.is_some() {
            return first.kind == Kind::Symbol && !first.space_before() && self.is_punct(before, &['=', '&', '/', '?']);
        }
        if number.digits && !first.space_before() {
            let is_word = document.token(before).is_word();
            // B52, but `ال١٩٢`, `و200` and `ب20`: particles, which the lexicon or their length tells.
            if is_word && (self.is_latin(before) || document.text(before).chars().count() > 4) {
                return true;
            }
            // إف-16, كوفيد-19; the sign of a number stands free.
            if self.is_punct(before, &['-', '‑', '–', '_']) && !document.token(before).space_before() {
                let word = document.token(before.wrapping_sub(1));
                if word.is_word() {
                    return true;
                }
            }
            if self.is_punct(before, &['/', '=', '&', '?', '_', '#', '@', ':', '%'])
                || document.token(before).kind == Kind::Symbol
                    && self.is(before, FigureWord::Percent) > 0
                    && !document.token(before).space_before()
            {
                return true;
            }
        }
        if number.digits && !after.space_before() {
            // 10:30; an address.
            let next = document.token(end + 1);
            if self.is_punct(end, &[':', '=', '&', '_', '@', '/'])
                && !next.space_before()
                && matches!(next.kind, Kind::Digits | Kind::Latin)
            {
                return true;
            }
            // 3D, 747MAX, 4B: letters that are no unit.
            if after.kind == Kind::Latin && self.counted(amount).unit.is_none() {
                return true;
            }
        }
        // "ليوبارد 2", «أبولو 11»: the last of a name that marks set apart.
        let is_open = |at: usize| self.is_punct(at, &['"', '“', '”', '«', '„', '‘']);
        let is_named = || {
            let word = document.token(before);
            word.is_word()
                && document.rooms(before) & (Room::NUMBER | Room::FIGURE) == 0
                && (is_open(before.wrapping_sub(1))
                    || document.token(before.wrapping_sub(1)).is_word() && is_open(before.wrapping_sub(2)))
        };
        if number.digits && self.is_punct(end, &['"', '”', '“', '»', '’']) && !after.space_before() && is_named()
        {
            return true;
        }
        // The 90+3rd minute of a match.
        let is_added = number.digits
            && !first.space_before()
            && document.char(before) == '+'
            && document.token(before.wrapping_sub(1)).kind == Kind::Digits
            && !document.token(before).space_before();
        if is_added {
            return true;
        }
        // 0522-123456, 00212 5 22, 0800 555 111: telephone numbers.
        let is_long = |at: usize, least: usize| document.digits(at).is_some_and(|(_, count)| count >= least);
        let opens_phone = number.digits
            && document.text(at).starts_with(['0', '٠'])
            && (is_long(at, 7) || is_long(at, 2) && (is_long(end, 2) || self.is_dash(end) && is_long(end + 1, 3)));
        if opens_phone || number.digits && self.goes_on_phone(at) {
            return true;
        }
        // 50/50, 24/7, 9/11: no quotients.
        if number.digits && number.tokens.len() == 3 && number.value >= 1.0 && self.is_punct(at + 1, &['/']) {
            return true;
        }
        // A 2-to-1 vote: a score.
        let is_to = |at: usize| self.is_dash(at) && self.is(at + 1, FigureWord::RangeTo) > 0 && self.is_dash(at + 2);
        if number.digits && (is_to(end) || is_to(at.wrapping_sub(3))) {
            return true;
        }
        if number.digits && number.tokens.len() == 1 && is_address(document, end) {
            return true;
        }
        // 1. First things first: a list's marker.
        let is_first = document.token(before).kind == Kind::Edge || self.opens_sentence(at);
        if is_first
            && number.digits
            && number.value < 100.0
            && self.is_punct(end, &['.', ')', '-', '–'])
            && !after.space_before()
            && document.token(end + 1).is_word()
        {
            return true;
        }
        // Group of Seven, مجموعة السبع.
        let has_the = first.clitics().any(Clitics::THE) || self.written_the(before).is_some();
        let named = if self.written_the(before).is_some() { before.wrapping_sub(1) } else { before };
        if has_the && self.is(named, FigureWord::NameBefore) > 0 {
            return true;
        }
        // Fox Five, Seven Sisters: capitals inside a sentence.
        if first.kind == Kind::Latin && first.is_capital() && !first.is_all_capitals() {
            let in_name = |at: usize| self.is_latin(at) && document.token(at).is_capital();
            return (in_name(before) || in_name(end)) && !self.opens_sentence(at) && number.tokens.len() == 1;
        }
        // Boeing 737, iPhone 15: digits alone behind a name, and nothing counted.
        if number.digits && self.is_latin(before) && document.token(before).is_capital() {
            let is_counted = self.counted(amount).unit.is_some();
            return !is_counted && !self.opens_sentence(before) && document.token(before).entry == 0;
        }
        false
    }

    /// Whether a number goes on a telephone number: digits behind digits that a zero opens.
    fn goes_on_phone(&self, at: usize) -> bool {
        (1..=4).rev().any(|back| {
            let from = at.wrapping_sub(back);
            let is_row = (from..at).all(|t| self.document.token(t).kind == Kind::Digits || self.is_dash(t));
            is_row && self.document.text(from).starts_with(['0', '٠']) && self.document.text(from).len() > 1
        })
    }

    /// Whether two numbers are a vote or a score, the winner's first: `by 52 to 48`.
    pub(super) fn is_vote(&self, high: &Amount, low: &Amount) -> bool {
        let is_bare = |a: &Amount| {
            a.number.digits
                && a.number.tokens.len() == 1
                && a.currency.is_none()
                && a.number.value.fract() == 0.0
                && self.counted(a).kind.is_none()
        };
        is_bare(high)
            && is_bare(low)
            && high.number.value > low.number.value
            && self.is_latin(low.number.tokens.start - 1)
    }

    /// Whether these tokens are all of their block, but for a full stop.
    pub(super) fn is_whole_text(&self, start: usize, end: usize) -> bool {
        let is_edge = |at: usize| self.document.token(at).kind == Kind::Edge;
        is_edge(start.wrapping_sub(1)) && (is_edge(end) || self.is_punct(end, &['.']) && is_edge(end + 1))
    }

    /// Whether a number is written like a year of these times: four digits without a mark.
    pub(super) fn is_year(&self, at: usize, number: &Number) -> bool {
        number.tokens.len() == 1
            && self.document.digits(at).is_some_and(|(value, count)| count == 4 && (1900..2100).contains(&value))
    }

    /// Whether a number without noun or modifier is a count by itself.
    pub(super) fn may_stand_alone(&self, at: usize, amount: &Amount, last: &Number) -> bool {
        let document = self.document;
        let number = &amount.number;
        let end = last.tokens.end;
        let before = at.wrapping_sub(1);
        if self.is_whole_text(at, end) {
            return true;
        }
        // A three-way tie.
        let is_compound = self.is_dash(end) && self.is_latin(end + 1) && self.is(end + 1, FigureWord::NotCounted) > 0;
        if is_compound && !document.token(end).space_before() && !document.token(end + 1).space_before() {
            return false;
        }
        if number.digits {
            // 920000890: so many digits in a row are a telephone's, an account's.
            let is_code = document.digits(at).is_some_and(|(_, count)| count > 7) && number.tokens.len() == 1;
            return !is_code && ordinal_at(document, at).is_none();
        }
        // The two: they were named before.
        if self.is_latin(at) && document.text(before).eq_ignore_ascii_case("the") {
            return false;
        }
        // واحد and `one` are pronouns more often than numbers; `the two`, `these three` name their members.
        if number.value == 1.0 && number.tokens.len() == 1 {
            return false;
        }
        if number.value < 1.0 && number.value > 0.0 && number.tokens.len() == 1 {
            return self.is_share(at);
        }
        // `الأول والثاني`, the first half: nothing is counted.
        ordinal_at(document, at).is_none_or(|o| o.tokens.end <= number.tokens.end)
    }

    /// Whether `half`, `نصف` stands for a share of something named: `نصف الناس`, "half the people".
    pub(super) fn is_share(&self, at: usize) -> bool {
        let document = self.document;
        if document.clitics(at).any(Clitics::THE) || ordinal_at(document, at.wrapping_sub(1)).is_some() {
            return false;
        }
        let next = at + 1;
        if self.is(next, FigureWord::NotCounted) > 0 || self.is(next, FigureWord::Name) > 0 {
            return false;
        }
        if self.is_latin(at) {
            return self.number_word(next, NumberWord::Of) || document.text(next).eq_ignore_ascii_case("the");
        }
        // طن ونصف الطن, "a ton and a half": a part of one that no number stands before.
        let is_measure = |at: usize| {
            let kinds = |w| {
                matches!(w, FigureWord::Noun(FigureKind::Measure) | FigureWord::Singular(FigureKind::Measure))
                    .then_some(())
            };
            self.word(at, kinds).is_some()
        };
        let goes_on = document.clitics(at).any(Clitics::AND) && is_measure(at.wrapping_sub(1));
        document.is_definite(next) && !goes_on
    }
}
