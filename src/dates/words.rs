//! The words that the rules of dates ask for, and the marks between them.

use super::grammar::Reader;
use super::kinds::WEEKDAYS;
use crate::digest::Modifier;
use crate::figures::{MODIFIERS_AFTER, MODIFIERS_BEFORE};
use crate::lang::words::{DateWord, DayPart, FigureWord, Relation, Tense, Unit};
use crate::lang::{Clitics, Kinds, Room, Sense};
use crate::text::Kind;

const UNIT: Kinds = Kinds::of(&[Sense::Date(DateWord::Unit(Unit::Day))]);
const UNITS: Kinds = UNIT.with(Sense::Date(DateWord::Units(Unit::Day)));
const PLURALS: Kinds = Kinds::of(&[Sense::Date(DateWord::Units(Unit::Day))]);
const RELATIONS: Kinds = Kinds::of(&[Sense::Date(DateWord::Relation(Relation::Same))]);
const RELATIONS_AFTER: Kinds = Kinds::of(&[Sense::Date(DateWord::RelationAfter(Relation::Same))]);
const PARTS: Kinds = Kinds::of(&[Sense::Date(DateWord::Part(Modifier::Approx))]);
const DAY_PARTS: Kinds = Kinds::of(&[Sense::Date(DateWord::DayPart(DayPart::Noon))]);

impl Reader<'_, '_> {
    /// The first date sense that `wanted` takes at a token, and where its words end.
    pub(super) fn word<T>(&self, at: usize, wanted: impl Fn(DateWord) -> Option<T>) -> Option<(T, usize)> {
        let found = self.document.sense(at, Room::DATE, |sense| match sense {
            Sense::Date(word) => wanted(word),
            _ => None,
        });
        found.map(|(value, words)| (value, at + words))
    }

    /// [`Reader::word`] of these kinds alone, which most tokens have none of.
    pub(super) fn word_of<T>(
        &self,
        at: usize,
        kinds: &Kinds,
        wanted: impl Fn(DateWord) -> Option<T>,
    ) -> Option<(T, usize)> {
        if self.document.has_kind(at, kinds) { self.word(at, wanted) } else { None }
    }

    /// Where a word ends that stands at a token; `None` where it does not.
    #[inline(always)] // as `Document::words_of`
    pub(super) fn is(&self, at: usize, word: DateWord) -> Option<usize> {
        let words = self.document.words_of(at, Sense::Date(word));
        (words > 0).then_some(at + words)
    }

    /// Whether what a token is may begin what words of these kinds do; a digit or a mark may.
    pub(super) fn may_begin(&self, at: usize, kinds: &Kinds) -> bool {
        !self.document.token(at).is_word() || self.document.has_kind(at, kinds)
    }

    /// Behind the word, where it stands there.
    pub(super) fn skip(&self, at: usize, word: DateWord) -> usize {
        self.is(at, word).filter(|_| self.joins(at)).unwrap_or(at)
    }

    /// Whether a token may go on an expression: `and` begins something new.
    pub(super) fn joins(&self, at: usize) -> bool {
        !self.document.clitics(at).any(Clitics::AND | Clitics::SO)
    }

    pub(super) fn mark(&self, at: usize, marks: &[char]) -> bool {
        self.document.token(at).kind == Kind::Punct && marks.contains(&self.document.char(at))
    }

    /// Behind one of the marks, where it stands there.
    pub(super) fn skip_mark(&self, at: usize, marks: &[char]) -> usize {
        if self.mark(at, marks) { at + 1 } else { at }
    }

    /// Behind the marks, `of` and `the` that may stand between the parts of a date.
    pub(super) fn behind(&self, at: usize, marks: &[char]) -> usize {
        let mut next = at;
        for _ in 0..3 {
            let skipped = self.skip(self.skip(self.skip_mark(next, marks), DateWord::Of), DateWord::The);
            if skipped == next {
                break;
            }
            next = skipped;
        }
        next
    }

    /// Behind the `'s` of a possessor, where it stands there.
    pub(super) fn behind_possessor(&self, at: usize) -> usize {
        let is_possessor =
            self.mark(at, &['\'', '’']) && self.glued(at) && self.glued(at + 1) && self.document.text(at + 1) == "s";
        if is_possessor { at + 2 } else { at }
    }

    pub(super) fn glued(&self, at: usize) -> bool {
        let token = self.document.token(at);
        !token.space_before() && token.kind != Kind::Edge
    }

    pub(super) fn unit(&self, at: usize) -> Option<(Unit, usize)> {
        self.word_of(at, &UNIT, |w| match w {
            DateWord::Unit(unit) => Some(unit),
            _ => None,
        })
    }

    /// A unit in the singular or the plural.
    pub(super) fn units(&self, at: usize) -> Option<(Unit, usize)> {
        self.word_of(at, &UNITS, |w| match w {
            DateWord::Unit(unit) | DateWord::Units(unit) => Some(unit),
            _ => None,
        })
    }

    pub(super) fn is_plural(&self, at: usize) -> bool {
        self.document.has_kind(at, &PLURALS)
    }

    pub(super) fn relation(&self, at: usize) -> Option<(Relation, usize)> {
        let (relation, end) = self.word_of(at, &RELATIONS, |w| match w {
            DateWord::Relation(relation) => Some(relation),
            _ => None,
        })?;
        // Following Monday's debate: after it.
        let is_following = relation == Relation::After
            && self.document.token(at).kind == Kind::Latin
            && self.is(at - 1, DateWord::The).is_none()
            && self.behind_possessor(end + 1) != end + 1;
        if is_following {
            return None;
        }
        // Of what is told, `the next day` and `the next Friday` follow the day told of.
        let is_told = relation == Relation::Offset(1)
            && self.is(at - 1, DateWord::The).is_some()
            && self.tense_said(at) != Some(Tense::Future);
        Some((if is_told { Relation::After } else { relation }, end))
    }

    /// Whether the word at a token is the verb: talks that `will last` three days.
    pub(super) fn lasts(&self, at: usize) -> bool {
        self.is(at, DateWord::LastOf).is_some() && self.is(at - 1, DateWord::Tense(Tense::Future)).is_some()
    }

    pub(super) fn relation_after(&self, at: usize) -> Option<(Relation, usize)> {
        self.joins(at).then_some(())?;
        self.word_of(at, &RELATIONS_AFTER, |w| match w {
            DateWord::RelationAfter(relation) => Some(relation),
            _ => None,
        })
    }

    /// A modifier of figures, which dates share: `نحو`, `more than`.
    pub(super) fn modifier_before(&self, at: usize) -> Option<(Modifier, usize)> {
        if !self.document.has_kind(at, &MODIFIERS_BEFORE) {
            return None;
        }
        let found = self.document.sense(at, Room::FIGURE, |sense| match sense {
            Sense::Figure(FigureWord::ModifierBefore(modifier)) => Some(modifier),
            _ => None,
        });
        found.map(|(modifier, words)| (modifier, at + words))
    }

    pub(super) fn modifier_after(&self, at: usize) -> Option<(Modifier, usize)> {
        if !self.document.has_kind(at, &MODIFIERS_AFTER) {
            return None;
        }
        let found = self.document.sense(at, Room::FIGURE, |sense| match sense {
            Sense::Figure(FigureWord::ModifierAfter(modifier)) => Some(modifier),
            _ => None,
        });
        found.map(|(modifier, words)| (modifier, at + words))
    }

    /// Whether nothing of its block or clause follows: the edge or a mark.
    pub(super) fn ends_at(&self, at: usize) -> bool {
        matches!(self.document.token(at).kind, Kind::Edge | Kind::Punct)
    }

    /// Whether a word that leads to a time stands before a token.
    pub(super) fn is_led(&self, at: usize) -> bool {
        self.document.clitics(at).any(Clitics::WITH | Clitics::FOR)
            || self.is(at - 1, DateWord::Preposition).is_some()
            || self.relation(at - 1).is_some()
            || self.part(at - 1).is_some()
            || self.mark(at - 1, &['-']) && self.part(at - 2).is_some()
    }

    pub(super) fn part(&self, at: usize) -> Option<(Modifier, usize)> {
        // It will end this year: the verb.
        if self.document.text(at) == "end" && self.is(at - 1, DateWord::Tense(Tense::Future)).is_some() {
            return None;
        }
        self.word_of(at, &PARTS, |w| match w {
            DateWord::Part(modifier) => Some(modifier),
            _ => None,
        })
    }

    pub(super) fn day_part(&self, at: usize) -> Option<(DayPart, usize)> {
        self.word_of(at, &DAY_PARTS, |w| match w {
            DateWord::DayPart(part) => Some(part),
            _ => None,
        })
    }

    pub(super) fn weekday_any(&self, at: usize) -> Option<(u8, usize)> {
        self.word_of(at, &WEEKDAYS, |w| match w {
            DateWord::Weekday(day) | DateWord::UnsureWeekday(day) | DateWord::Weekdays(day) => Some(day),
            _ => None,
        })
    }

    /// Behind `يوم` in `يوم الثلاثاء`, "on the day Tuesday".
    pub(super) fn skip_day_word(&self, at: usize) -> usize {
        match self.unit(at) {
            Some((Unit::Day, end))
                if self.document.token(at).kind == Kind::Arabic && !self.document.is_definite(at) =>
            {
                end
            }
            _ => at,
        }
    }
}
