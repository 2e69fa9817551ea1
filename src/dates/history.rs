//! Days that are part of a name: of what happened then, whose year everyone knows (`هجمات 11 سبتمبر`, "the
//! attacks of 11 September"), or of a place or body, which is no date (`جسر 14 تموز`, "the Bridge of 14 July").

use super::grammar::{Fields, Read, Reader, What, When};
use crate::lang::words::DateWord;
use crate::text::Kind;

/// Months and days that an event of one year is called by in the news, with the year.
const DAYS: &[(u8, u8, u16)] = &[
    (1, 6, 2021),
    (1, 25, 2011),
    (2, 6, 2023),
    (2, 17, 2011),
    (6, 5, 1967),
    (6, 30, 2013),
    (7, 14, 1958),
    (7, 15, 2016),
    (7, 23, 1952),
    (8, 4, 2020),
    (9, 11, 2001),
    (10, 6, 1973),
    (10, 7, 2023),
    (10, 17, 2019),
    (10, 25, 2021),
];

impl Reader<'_, '_> {
    /// Whether what was read is in the name of a place or body: `حركة 23 مارس`, "the March 23 Movement".
    pub(super) fn is_in_name(&self, read: &Read) -> bool {
        let is_day = matches!(read.what, What::Point(When::Fields(Fields { day: Some(_), month: Some(_), .. })));
        is_day
            && match self.document.token(read.first - 1).kind {
                Kind::Arabic => self.is_construct(read.first - 1, DateWord::NamedByDay),
                _ => self.document.token(read.end).is_capital() && self.is(read.end, DateWord::NamedByDay).is_some(),
            }
    }

    /// The day with the year of the event that it is the name of.
    pub(super) fn in_history(&self, read: &Read) -> Option<Fields> {
        let What::Point(When::Fields(fields)) = read.what else { return None };
        let (month, day) = (fields.month?, fields.day?);
        if (Fields { month: Some(month), day: Some(day), ..Fields::default() }) != fields {
            return None;
        }
        let (before, behind) = (read.first - 1, read.end);
        // 9/11 is called so whichever way a country writes its dates.
        let is_slashed = self.mark(read.first + 1, &['/']) && self.document.token(read.first).kind == Kind::Digits;
        let (month, day) = if is_slashed && (month, day) == (11, 9) { (9, 11) } else { (month, day) };
        let is_name = is_slashed && (month, day) == (9, 11) && self.document.token(before).kind != Kind::Arabic;
        let is_event = is_name
            || self.is_construct(before, DateWord::Event)
            // the attacks of September 11; the 11 September terrorist attacks
            || self.document.token(before).kind != Kind::Arabic
                && (self.is(before, DateWord::Of).is_some() && self.is(before - 1, DateWord::Event).is_some()
                    || self.is(behind, DateWord::Event).is_some()
                    || self.document.token(behind).is_word() && self.is(behind + 1, DateWord::Event).is_some());
        let &(.., year) = DAYS.iter().find(|&&(m, d, _)| is_event && (m, d) == (month, day))?;
        let is_over = self.context.today.is_none_or(|today| today.year() >= i32::from(year));
        is_over.then_some(Fields { year: Some(i32::from(year)), month: Some(month), day: Some(day), ..fields })
    }

    /// Whether a noun stands at a token that is told by what follows: `ثورة`, not `الثورة`.
    fn is_construct(&self, at: usize, noun: DateWord) -> bool {
        self.document.token(at).kind == Kind::Arabic && self.is(at, noun).is_some() && !self.document.is_definite(at)
    }
}
