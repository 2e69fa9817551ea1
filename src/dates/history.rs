//! Days that are part of a name: of what happened then, whose year everyone knows (`هجمات 11 سبتمبر`, "the
//! attacks of 11 September"), or of a place or body, which is no date (`جسر 14 تموز`, "the Bridge of 14 July").

use super::grammar::{Fields, Read, Reader, What, When};
use crate::lang::words::DateWord;
use crate::text::{Document, Kind};

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

/// `9/11`: the day of 2001 is called so, whichever way a country writes its dates.
pub(super) fn is_eleventh_september(document: &Document, at: usize) -> bool {
    let is = |at: usize, number: (u64, usize)| document.digits(at) == Some(number);
    is(at, (9, 1))
        && is(at + 2, (11, 2))
        && document.token(at + 1).mark() == '/'
        && document.token(at - 1).kind != Kind::Arabic
}

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

    /// Gives a day without a year that of the event it is the name of.
    pub(super) fn place_in_history(&self, read: &mut Read) {
        let What::Point(When::Fields(fields)) = read.what else { return };
        let Fields { month: Some(mut month), day: Some(mut day), year: None, relation: None, hijri: false, .. } =
            fields
        else {
            return;
        };
        let is_name = is_eleventh_september(self.document, read.end.saturating_sub(3));
        if is_name {
            read.first = read.end - 3;
            (month, day) = (9, 11);
        }
        let (before, behind) = (read.first - 1, read.end);
        let is_event = is_name
            || self.is_construct(before, DateWord::Event)
            // the attacks of September 11; the 11 September terrorist attacks
            || self.document.token(before).kind != Kind::Arabic
                && (self.is(before, DateWord::Of).is_some() && self.is(before - 1, DateWord::Event).is_some()
                    || self.is(behind, DateWord::Event).is_some()
                    || self.document.token(behind).is_word() && self.is(behind + 1, DateWord::Event).is_some());
        let known = DAYS.iter().find(|&&(m, d, _)| is_event && (m, d) == (month, day));
        let known = known.map(|&(.., year)| i32::from(year));
        if let Some(year) = known.filter(|&year| self.context.today.is_none_or(|today| today.year() >= year)) {
            let fields = Fields { year: Some(year), month: Some(month), day: Some(day), ..fields };
            read.what = What::Point(When::Fields(fields));
        }
    }

    /// Whether a noun stands at a token that is told by what follows: `ثورة`, not `الثورة`.
    fn is_construct(&self, at: usize, noun: DateWord) -> bool {
        self.document.token(at).kind == Kind::Arabic && self.is(at, noun).is_some() && !self.document.is_definite(at)
    }
}
