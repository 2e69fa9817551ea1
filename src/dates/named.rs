//! Days and months by their names: `السابع من أكتوبر`, "the seventh of October"; `Friday 3 May 2024`.

use super::grammar::{Fields, Reader};
use super::kinds::{DAYS, ERAS, MONTHS, WEEKDAY_POINTS};
use crate::lang::Clitics;
use crate::lang::words::{DateWord, Era, Relation, Unit};
use crate::number::{number_at, ordinal_at};
use crate::text::Kind;

/// How a day of the month is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DayKind {
    Digits,
    Ordinal,
    Words,
}

impl Reader<'_, '_> {
    /// The parts of a date in any order that texts put them: see the rules below.
    pub(super) fn fields(&self, at: usize) -> Option<(Fields, usize)> {
        // هذا الاثنين, next Friday, last October.
        let (relation, start) = match self.relation(at) {
            Some((relation, next)) if self.joins(next) => (Some(relation), next),
            _ => (None, at),
        };
        let mut found = self
            .weekday_fields(start)
            .or_else(|| self.numeric(start))
            .or_else(|| self.day_and_month(start))
            .or_else(|| self.month_fields(start))
            .or_else(|| self.year_first(start));
        if found.is_none() && relation.is_none() {
            found = self.day_alone(start).or_else(|| {
                let (year, end) = self.year_alone(start, false)?;
                Some((Fields { year: Some(year), ..Fields::default() }, end))
            });
        }
        if relation.is_none() {
            // Behind the rules that find more; an era makes it sure: 1445 هـ.
            found = self.year_of_era(start).filter(|&(_, end)| found.is_none_or(|(_, f)| f < end)).or(found);
        }
        // عام 2011, "the year 2011"
        if found.is_none() && relation.is_none() {
            found = self.year_named(start);
        }
        let (mut fields, end) = found?;
        if relation.is_some() {
            if fields.year.is_some() && fields.month.is_none() {
                return None;
            }
            fields.relation = fields.relation.or(relation);
        }
        Some((fields, end))
    }

    /// A weekday that is surely one.
    pub(super) fn weekday_at(&self, at: usize) -> Option<(u8, usize)> {
        let (weekday, end) = self.word(at, |w| match w {
            DateWord::Weekday(day) => Some(day),
            DateWord::UnsureWeekday(day) => {
                let token = self.document.token(at);
                (token.kind == Kind::Latin).then_some(day)
            }
            _ => None,
        })?;
        let token = self.document.token(at);
        let is_unsure = self.is(at, DateWord::UnsureWeekday(weekday)).is_some()
            && self.is(at, DateWord::Weekday(weekday)).is_none();
        let is_unsure_word = is_unsure && !(token.is_capital() && matches!(weekday, 1 | 2 | 4 | 5));
        if is_unsure_word && token.kind == Kind::Latin {
            // `Sat.`, `Mon, Feb 18`, `thu` alone; not "the sun sat".
            let next = self.skip_mark(end, &['.', ',', '-']);
            let is_dated = self.month(next).is_some()
                || self.document.digits(next).is_some()
                || self.clock(next, None, true).is_some();
            let is_alone = self.ends_at(end) && self.document.token(at - 1).kind == Kind::Edge;
            let is_led = self.is_led(at) && token.is_capital();
            if !(is_dated || is_alone || is_led) {
                return None;
            }
        }
        let end = if is_unsure && self.mark(end, &['.']) && self.glued(end) { end + 1 } else { end };
        Some((weekday, end))
    }

    /// A weekday with what may stand beside it: `الثلاثاء الماضي`, "last Tuesday";
    /// `الاثنين 5 مايو 2014`; `Friday of next week`; `Thursday the 21st`.
    pub(super) fn weekday_fields(&self, at: usize) -> Option<(Fields, usize)> {
        if !self.document.has_kind(at, &WEEKDAY_POINTS) {
            return None;
        }
        let start = self.skip_day_word(at);
        let found = self.weekday_at(start).filter(|_| start == at || self.joins(start));
        let (weekday, mut end) = match found {
            Some(found) => found,
            // أحد الأسبوع الماضي, "Sunday of last week"
            None => {
                let (weekday, next) = self.weekday_any(start)?;
                let (week, end) = self.related_of(next, Unit::Week)?;
                return Some((Fields { weekday: Some(weekday), within: Some(week), ..Fields::default() }, end));
            }
        };
        // On a Monday: any one.
        let is_any = || self.ends_at(end) || self.is(end, DateWord::And).is_some();
        if self.document.text(at - 1) == "a" && is_any() {
            return None;
        }
        let mut fields = Fields { weekday: Some(weekday), ..Fields::default() };
        if let Some((relation, after)) = self.relation_after(end) {
            let is_latin = self.document.token(end).kind == Kind::Latin;
            // `Friday before` the vote is counted from it; "Wednesday after next" is not.
            if !is_latin || matches!(relation, Relation::Offset(_)) {
                fields.relation = Some(relation);
                end = after;
            }
        }
        // Of which week.
        let next = self.skip_mark(end, &['-', ',', '،']);
        let linked = self.skip(next, DateWord::Of);
        let linked = self.skip(linked, DateWord::The);
        if self.joins(linked)
            && fields.relation.is_none()
            && let Some((week, after)) = self.related_of(linked, Unit::Week)
        {
            fields.within = Some(week);
            return Some((fields, after));
        }
        // Which day of the month.
        let next = self.skip_day_word(self.behind(end, &[',', '،', '-', '(']));
        let next = self.skip(next, DateWord::The);
        if !self.joins(next) {
            return Some((fields, end));
        }
        let dated = self.day_and_month(next).or_else(|| self.month_fields(next).filter(|(f, _)| f.day.is_some()));
        if let Some((dated, after)) = dated.or_else(|| self.numeric(next)).filter(|(f, _)| f.day.is_some()) {
            let is_nth =
                next == end && self.document.token(next).kind == Kind::Arabic && dated.day.is_some_and(|d| d <= 5);
            let dated = Fields { is_nth, ..dated };
            return Some((Fields { weekday: Some(weekday), ..dated }, after));
        }
        if let Some((day, after, kind)) = self.day_number(next) {
            let is_free =
                self.ends_at(after) || self.is(after, DateWord::To).is_some() || self.is(after, DateWord::At).is_some();
            let is_of =
                (end..next).any(|t| self.is(t, DateWord::Of).is_some()) && self.document.token(at).kind == Kind::Latin;
            let is_day = match kind {
                // الأحد، ثاني أيام العيد, "Sunday, the second day of the feast", is no day of the month.
                DayKind::Ordinal => {
                    (!is_of || self.ends_at(after))
                        && (self.document.token(next).kind != Kind::Arabic || self.document.is_definite(next))
                }
                DayKind::Digits => is_free && !self.mark(after, &[':', '/']) && next <= end + 1,
                DayKind::Words => is_free && self.is(next - 1, DateWord::The).is_some(),
            };
            // الأحد الثاني, "second Sunday", of the month.
            if is_day && fields.relation.is_none() {
                fields.day = Some(day);
                fields.is_nth = kind == DayKind::Ordinal && day <= 5 && self.document.token(next).kind == Kind::Arabic;
                end = after;
            }
        }
        Some((fields, end))
    }

    /// A month's name: number, whether it is Hijri, whether it is surely one, its end.
    pub(super) fn month_name(&self, at: usize) -> Option<(u8, bool, bool, usize)> {
        let ((month, is_hijri, is_sure), end) = self.word_of(at, &MONTHS, |w| match w {
            DateWord::Month(m) => Some((m, false, true)),
            DateWord::UnsureMonth(m) => Some((m, false, false)),
            DateWord::HijriMonth(m) => Some((m, true, false)),
            _ => None,
        })?;
        Some((month, is_hijri, is_sure, end))
    }

    /// A month, with its other name: `أغسطس/آب`, `كانون الثاني (يناير)`; `شهر سبتمبر`; `Sept.`
    pub(super) fn month(&self, at: usize) -> Option<(u8, bool, bool, usize)> {
        let start = match self.unit(at) {
            Some((Unit::Month, end))
                if self.document.token(at).kind == Kind::Arabic && !self.document.is_definite(at) =>
            {
                end
            }
            _ => at,
        };
        let is_led = start != at;
        if is_led && !self.joins(start) {
            return None;
        }
        let Some((month, is_hijri, is_sure, mut end)) = self.month_name(start) else {
            // شهر عشرة, "month ten"; but شهر واحد, "one month".
            let n = number_at(self.document, start).filter(|n| {
                is_led && n.value >= if n.digits { 1.0 } else { 2.0 } && n.value <= 12.0 && n.value.fract() == 0.0
            })?;
            return (self.joins(start) && !n.digits || self.ends_at(n.tokens.end)).then_some((
                n.value as u8,
                false,
                true,
                n.tokens.end,
            ));
        };
        if self.document.token(start).kind == Kind::Latin
            && self.mark(end, &['.'])
            && self.glued(end)
            && !self.ends_sentence(end)
        {
            end += 1;
        }
        // The same month's other name.
        if let Some((other, _, _, after)) = self.month_name(end).filter(|_| self.joins(end))
            && other == month
        {
            end = after;
        } else if self.mark(end, &['/', '(', '-', '\\', '–']) {
            if let Some((other, _, _, after)) = self.month_name(end + 1)
                && other == month
                && self.joins(end + 1)
            {
                end = if self.mark(end, &['(']) { self.skip_mark(after, &[')']) } else { after };
            } else if self.mark(end, &['/']) && self.document.text(end + 1) == "تشرين" && matches!(month, 10 | 11)
            {
                end += 2;
            }
        }
        Some((month, is_hijri, is_sure || is_led, end))
    }

    /// Whether a stop behind a name ends the sentence, or else its abbreviation.
    fn ends_sentence(&self, stop: usize) -> bool {
        let next = self.document.token(stop + 1);
        next.kind == Kind::Edge
            || next.kind == Kind::Latin && next.is_capital()
            || self.glued(stop + 1) && self.mark(stop + 1, &['”', '"', '’'])
    }

    /// A day of the month, its end, and how it is written: `7`, `السابع`, `7th`, `واحد وعشرين`.
    pub(super) fn day_number(&self, at: usize) -> Option<(u8, usize, DayKind)> {
        if !self.may_begin(at, &DAYS) {
            return None;
        }
        // فاتح ماي, "the opening of May"
        if let Some(end) = self.is(at, DateWord::FirstDay).filter(|&end| self.month(end).is_some()) {
            return Some((1, end, DayKind::Ordinal));
        }
        if let Some(ordinal) = ordinal_at(self.document, at).filter(|o| (1.0..=31.0).contains(&o.value)) {
            return Some((ordinal.value as u8, ordinal.tokens.end, DayKind::Ordinal));
        }
        if let Some((value, digits)) = self.document.digits(at) {
            let is_free = !self.is_inside_number(at);
            return (is_free && digits <= 2 && (1..=31).contains(&value)).then_some((
                value as u8,
                at + 1,
                DayKind::Digits,
            ));
        }
        let number =
            number_at(self.document, at).filter(|n| n.value >= 1.0 && n.value <= 31.0 && n.value.fract() == 0.0)?;
        Some((number.value as u8, number.tokens.end, DayKind::Words))
    }

    /// Whether a digit run is part of a longer number, code or time.
    pub(super) fn is_inside_number(&self, at: usize) -> bool {
        let before = at > 0
            && self.glued(at)
            && (self.mark(at - 1, &['.', ',', '٫', '٬', ':', '+', '#', '_'])
                && self.document.token(at - 2).kind == Kind::Digits
                && self.glued(at - 1)
                || self.mark(at - 1, &['#', '+', '$', '_'])
                || self.document.token(at - 1).kind == Kind::Symbol);
        let after = self.glued(at + 1)
            && (self.mark(at + 1, &['.', ',', '٫', '٬', ':'])
                && self.glued(at + 2)
                && self.document.token(at + 2).kind == Kind::Digits
                || self.document.token(at + 1).kind == Kind::Symbol);
        before || after
    }

    /// A day before its month: `السابع من أكتوبر الماضي`, "the seventh of last October"; `26 يونيو
    /// 2018`; `5th May`; `الثامن والعشرين من الشهر نفسه`, "the 28th of the same month".
    pub(super) fn day_and_month(&self, at: usize) -> Option<(Fields, usize)> {
        if !self.may_begin(at, &DAYS) {
            return None;
        }
        let start = self.skip_day_word(at);
        if start != at && !self.joins(start) {
            return None;
        }
        let (day, after, kind) = self.day_number(start)?;
        let next = self.behind(after, &['.', '-', '/', '،', ',']);
        if !self.joins(next) {
            return None;
        }
        let is_linked = (after..next).any(|t| self.document.token(t).is_word());
        // مؤتمر الأطراف الثلاثين في تشرين الثاني, "the 30th conference of the parties in November"
        if kind == DayKind::Ordinal
            && self.document.token(start).kind == Kind::Arabic
            && self.is(after, DateWord::On).is_some()
        {
            return None;
        }
        if let Some((month, hijri, _, end)) = self.month(next) {
            // Four in May, 12 on May 3: a number that counts, then its month.
            if kind != DayKind::Ordinal
                && is_linked
                && (self.is(next - 1, DateWord::In).is_some() || self.is(next - 1, DateWord::On).is_some())
            {
                return None;
            }
            let is_mark = after != next && self.mark(after, &['،', ',']);
            // aged nine and 11, in July
            if is_mark && (!is_linked || self.document.token(next).kind == Kind::Latin) {
                return None;
            }
            // May 5, 15 June: the month before has the first number.
            let mut fields = Fields { day: Some(day), month: Some(month), hijri, ..Fields::default() };
            let end = self.tail(end, &mut fields, true);
            return Some((fields, end));
        }
        // الشهر الثامن: "the eighth month"
        if is_linked
            && let Some((Unit::Month, noun)) = self.unit(next)
            && self.document.is_definite(next)
            && let Some((month, end)) = self.nth(noun).filter(|&(n, _)| (1..=12).contains(&n))
        {
            let mut fields = Fields { day: Some(day), month: Some(month as u8), ..Fields::default() };
            let end = self.tail(end, &mut fields, true);
            return Some((fields, end));
        }
        // The first of the month.
        if is_linked
            && kind == DayKind::Ordinal
            && self.is(next - 1, DateWord::The).is_some()
            && let Some((Unit::Month, end)) = self.unit(next)
        {
            return Some((Fields { day: Some(day), ..Fields::default() }, end));
        }
        // Of this month, of the same month, next month.
        if (is_linked || kind == DayKind::Digits)
            && let Some((month, end)) = self.related_of(next, Unit::Month)
            && (is_linked || self.relation(next).is_none_or(|(r, _)| r != Relation::Coming))
        {
            let mut fields = Fields { day: Some(day), ..Fields::default() };
            if let Some(month) = month {
                fields.month = Some(month.start.month() as u8);
                fields.year = Some(month.start.year());
            }
            return Some((fields, end));
        }
        None
    }

    /// A month, and a day or a year behind it: `ديسمبر عام 2017`; `May 5, 2020`; `شتنبر المقبل`,
    /// "next September"; `April 2016`.
    pub(super) fn month_fields(&self, at: usize) -> Option<(Fields, usize)> {
        let (month, hijri, is_sure, end) = self.month(at)?;
        let mut fields = Fields { month: Some(month), hijri, ..Fields::default() };
        // The day.
        let mut next = self.skip_mark(end, &['-', ',', '،']);
        next = self.skip(next, DateWord::The);
        let is_latin = self.document.token(at).kind == Kind::Latin;
        if let Some((day, after, kind)) = self.day_number(next).filter(|_| self.joins(next)) {
            let is_comma = self.mark(end, &[',', '،']);
            let is_free = match kind {
                DayKind::Ordinal => !is_comma,
                DayKind::Digits => {
                    let is_clock = self.mark(after, &[':']) && self.document.token(after + 1).kind == Kind::Digits;
                    !is_comma && !is_clock && !self.mark(after, &['%']) && self.document.token(after).kind != Kind::Symbol
                        // مايو 20 شخصا: twenty persons in May; "5 May 1.2 million".
                        && (is_latin || !self.document.token(after).is_word() || self.is(after, DateWord::To).is_some() || !self.joins(after))
                }
                // In May two years ago.
                DayKind::Words => is_latin && !is_comma && self.units(after).is_none(),
            };
            // March 5 June: the day is the next month's.
            let is_next = kind != DayKind::Ordinal && self.month(after).is_some();
            if is_free && !is_next {
                fields.day = Some(day);
                let end = self.tail(after, &mut fields, true);
                return Some((fields, end));
            }
        }
        let tail = self.tail(end, &mut fields, false);
        // September-2020-23
        if let (Some(_), true) = (fields.year, self.mark(tail, &['-']) && self.glued(tail))
            && let Some((day, after, DayKind::Digits)) = self.day_number(tail + 1)
        {
            fields.day = Some(day);
            return Some((fields, after));
        }
        let is_dated = tail != end;
        if !is_dated && !is_sure {
            let is_capital = self.document.token(at).is_capital();
            let is_range = self
                .range_joint(end, false)
                .is_some_and(|next| self.month_name(self.skip(next, DateWord::The)).is_some());
            // The March primary; May is a name, too.
            let is_noun_next = self.document.token(end).kind == Kind::Latin
                && !self.document.token(end).is_capital()
                && self.document.token(end).entry == 0
                && self.is(at - 1, DateWord::The).is_some()
                && is_capital
                && month != 5;
            if is_noun_next {
                return Some((fields, tail));
            }
            let is_led = is_range
                || self.is_led(at) && (!hijri || self.unit(at).is_some())
                || self.document.token(at - 1).kind == Kind::Edge && self.ends_at(end) && !hijri;
            if !is_led
                || is_latin && !is_capital && !is_range && !self.ends_at(end) && self.is(end, DateWord::To).is_none()
            {
                return None;
            }
        }
        // A name: April, June; `August` is none behind a preposition.
        Some((fields, tail))
    }

    /// What follows a month: its year, or how it is related, and the era.
    pub(super) fn tail(&self, at: usize, fields: &mut Fields, has_day: bool) -> usize {
        let mut end = at;
        if let Some((relation, after)) = self.relation_after(end)
            // March after next; `March before` the vote is none.
            && (self.document.token(end).kind == Kind::Arabic || matches!(relation, Relation::Offset(_)))
        {
            fields.relation = Some(relation);
            return after;
        }
        if let Some((year, after)) = self.year_tail(end, has_day) {
            match year {
                Some(year) => fields.year = Some(year),
                // Of a year that cannot be told without a publication date.
                None => fields.before_common = true,
            }
            end = after;
            let (era, after) = self.era(end);
            match era {
                Some(Era::Hijri) => fields.hijri = true,
                Some(Era::BeforeCommon) => fields.before_common = true,
                _ => {}
            }
            end = after;
            // 17 رجب 1445 هـ الموافق 29 يناير 2024: the Gregorian date that stands beside it counts.
            if fields.hijri {
                let next = self.skip_mark(end, &['،', ',', '(', '-', '/']);
                let next = self.skip(next, DateWord::Of);
                if let Some((beside, after)) = self.day_and_month(next).filter(|(f, _)| !f.hijri && f.year.is_some()) {
                    *fields = Fields { weekday: fields.weekday, ..beside };
                    end = after;
                }
            }
        }
        end
    }

    pub(super) fn era(&self, at: usize) -> (Option<Era>, usize) {
        let found = self.word_of(at, &ERAS, |w| match w {
            DateWord::Era(era) => Some(era),
            _ => None,
        });
        match found.filter(|_| self.joins(at)) {
            // `م` and `هـ` may begin another word's abbreviation; glued or free, they end here.
            Some((era, end)) => (Some(era), end),
            None => (None, at),
        }
    }

    /// A day of the running month: `يوم 27`, "day 27"; `the 27th`, at the end of a clause.
    fn day_alone(&self, at: usize) -> Option<(Fields, usize)> {
        let start = self.skip_day_word(at);
        let (day, end, kind) = self.day_number(start)?;
        if !self.ends_at(end) || self.mark(end, &['-', ':', '/', '%']) && !self.document.token(end).space_before() {
            return None;
        }
        let is_named = match kind {
            // يوم واحد, "one day", is a length.
            _ if start != at => self.joins(start) && (day != 1 || kind != DayKind::Words),
            // للثاني والعشرين, "on the twenty-second": a compound right behind a preposition.
            DayKind::Ordinal if self.document.token(at).kind == Kind::Arabic => {
                // في الخامسة عشرة, "at fifteen": a day is no feminine.
                day > 10
                    && end > at + 1
                    && !self.document.text(end - 1).ends_with('ة')
                    && self.document.is_definite(at)
                    && (self.document.clitics(at).any(Clitics::FOR | Clitics::WITH)
                        || self.is(at - 1, DateWord::Preposition).is_some())
            }
            DayKind::Ordinal => {
                self.document.token(at).kind != Kind::Arabic
                    && self.document.token(at).kind == Kind::Digits
                    && (self.is(at - 1, DateWord::Preposition).is_some()
                        || self.is(at - 1, DateWord::The).is_some()
                            && at >= 2
                            && self.is(at - 2, DateWord::Preposition).is_some())
            }
            // عاد في 27.
            DayKind::Digits => self.is(at - 1, DateWord::On).is_some(),
            DayKind::Words => false,
        };
        is_named.then_some((Fields { day: Some(day), ..Fields::default() }, end))
    }
}
