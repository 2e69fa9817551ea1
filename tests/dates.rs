//! Dates against the corpus tables in `tests/corpus`, which say how they are read.

// Native only: it is checked against a calendar crate that the WASM is not built with.
#![cfg(not(target_arch = "wasm32"))]

use khulasa::{Article, Digest, Options, digest};

/// A phrasing of the tables: its text, and the date in it or none.
struct Row {
    line: usize,
    published: Option<String>,
    text: String,
    /// Where the date stands, and `kind value modifier`.
    date: Option<(usize, usize, String)>,
}

fn rows(table: &str) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut published = None;
    let mut expected: Option<String> = None;
    for (number, line) in table.lines().enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(day) = line.strip_prefix("@ ") {
            published = (day != "-").then(|| day.to_owned());
        } else if let Some(date) = line.strip_prefix("= ") {
            expected = Some(date.to_owned());
        } else if line == "!" {
            expected = None;
        } else {
            let text = line.replace(['[', ']'], "");
            let date = expected.clone().map(|expected| match (line.find('['), line.find(']')) {
                (Some(open), Some(close)) => (open, close - 1, expected),
                _ => (0, text.len(), expected),
            });
            rows.push(Row { line: number + 1, published: published.clone(), text, date });
        }
    }
    rows
}

fn read(text: &str, lang: &str, published: Option<&str>) -> (Article, Digest) {
    let mut article = Article::from_text(text);
    article.lang = Some(lang.to_owned());
    article.published = published.map(str::to_owned);
    let found = digest(&article, &Options::default());
    (article, found)
}

/// What was found, as the tables write it.
fn found(digest: &Digest) -> Vec<(usize, usize, String)> {
    let dates = digest.dates.iter().map(|date| {
        let value = date.value.as_deref().unwrap_or("-");
        let modifier = date.modifier.map_or(String::new(), |m| format!(" {}", m.name()));
        (date.span.start as usize, date.span.end as usize, format!("{} {value}{modifier}", date.kind.name()))
    });
    dates.collect()
}

fn check(name: &str, lang: &str, table: &str) {
    let rows = rows(table);
    let mut wrong = Vec::new();
    for row in &rows {
        let (_, digest) = read(&row.text, lang, row.published.as_deref());
        let got = found(&digest);
        let wanted: Vec<_> = row.date.iter().cloned().collect();
        if got != wanted {
            let got: Vec<_> = got.iter().map(|(a, b, date)| format!("{:?} {date}", &row.text[*a..*b])).collect();
            let wanted: Vec<_> = wanted.iter().map(|(a, b, date)| format!("{:?} {date}", &row.text[*a..*b])).collect();
            wrong.push(format!("{name}:{}: {:?}: wanted {wanted:?}, got {got:?}", row.line, row.text));
        }
    }
    assert!(wrong.is_empty(), "{} of {} rows:\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

#[test]
fn arabic_table() {
    check("dates.ar.txt", "ar", include_str!("corpus/dates.ar.txt"));
}

#[test]
fn english_table() {
    check("dates.en.txt", "en", include_str!("corpus/dates.en.txt"));
}

/// A date found in a text is found again, with the same value, when the text stands
/// among others. Dates that hang on those before them do not hold still, and the tables
/// have none; what looks ahead because it stands alone is left out too.
#[test]
fn dates_survive_in_longer_texts() {
    let tables = [
        ("ar", include_str!("corpus/dates.ar.txt"), "أكد الوزير ذلك في مؤتمر صحفي.", "وأضاف أن العمل مستمر."),
        (
            "en",
            include_str!("corpus/dates.en.txt"),
            "The minister confirmed it to reporters.",
            "She added that work went on.",
        ),
    ];
    for (lang, table, before, after) in tables {
        for row in rows(table) {
            let (_, alone) = read(&row.text, lang, row.published.as_deref());
            let text = format!("{before}\n{}\n{after}\n{}", row.text, row.text);
            let (article, among) = read(&text, lang, row.published.as_deref());
            for (start, end, date) in found(&alone) {
                let again = among.dates.iter().any(|d| {
                    let value = d.value.as_deref().unwrap_or("-");
                    let same = date.split(' ').nth(1) == Some(value);
                    same && d.span.block() == Some(1) && article.text(d.span) == &row.text[start..end]
                });
                assert!(again, "line {}: {:?} {date} is lost in {text:?}", row.line, &row.text[start..end]);
            }
        }
    }
}

/// Every span is a part of the text, in order and apart, and ISO days stand where a value
/// is on the calendar, whatever the text.
#[test]
fn spans_and_days_hold() {
    for (lang, table) in [("ar", include_str!("corpus/dates.ar.txt")), ("en", include_str!("corpus/dates.en.txt"))] {
        let (article, digest) = read(table, lang, Some("2024-05-14"));
        for pair in digest.dates.windows(2) {
            assert!(pair[0].span < pair[1].span && !pair[0].span.overlaps(pair[1].span));
        }
        for date in &digest.dates {
            assert!(!article.text(date.span).trim().is_empty());
            let on_calendar = date.value.as_deref().is_some_and(|v| !v.starts_with('P'));
            assert_eq!(on_calendar, date.start.is_some(), "{:?}", article.text(date.span));
            assert!(date.start <= date.end, "{:?}", article.text(date.span));
            assert!(date.sentence.is_some_and(|s| s.contains(date.span)));
        }
    }
}

/// The same month is the one named last; the next day follows it.
#[test]
fn dates_before_are_remembered() {
    let text =
        "اندلعت المواجهات في 3 يناير 2021. وعلقت المحادثات في الثامن والعشرين من الشهر نفسه، ثم عادت في اليوم التالي.";
    let (_, digest) = read(text, "ar", Some("2024-05-14"));
    let values: Vec<_> = digest.dates.iter().filter_map(|d| d.value.as_deref()).collect();
    assert_eq!(values, ["2021-01-03", "2021-01-28", "2021-01-29"]);
    // Five days after what only a month is known of are a length.
    let (_, digest) = read("كانت جولة عقدت في فبراير الماضي قد انهارت بعد خمسة أيام.", "ar", Some("2024-05-14"));
    let values: Vec<_> = digest.dates.iter().filter_map(|d| d.value.as_deref()).collect();
    assert_eq!(values, ["2024-02", "P5D"]);
    let text =
        "The dam broke on 3 January 2021. A week later, the mayor resigned. That year was the wettest on record.";
    let (_, digest) = read(text, "en", Some("2024-05-14"));
    let values: Vec<_> = digest.dates.iter().filter_map(|d| d.value.as_deref()).collect();
    assert_eq!(values, ["2021-01-03", "2021-01-10", "2021"]);
    for (text, wanted) in [
        ("It opened in June 2020. The previous March it was a ruin.", "2020-03"),
        ("It opened on 3 June 2020. That same Friday it burnt.", "2020-06-05"),
        ("It opened on 3 June 2020. The following Tuesday it burnt.", "2020-06-09"),
        ("It opened on 3 June 2020. That same March it had been sold.", "2020-03"),
    ] {
        let (_, digest) = read(text, "en", Some("2024-05-14"));
        assert_eq!(digest.dates.last().and_then(|d| d.value.as_deref()), Some(wanted), "{text}");
    }
}

/// The first and last day of every Hijri year, against the calendar of ICU.
#[test]
#[allow(deprecated)]
fn umm_al_qura_is_icus() {
    use icu_calendar::cal::{Hijri, Iso};
    for year in 1300..=1600 {
        let mut text = String::new();
        let mut wanted = Vec::new();
        for month in 1..=12u8 {
            let name = [
                "محرم",
                "صفر",
                "ربيع الأول",
                "ربيع الآخر",
                "جمادى الأولى",
                "جمادى الآخرة",
                "رجب",
                "شعبان",
                "رمضان",
                "شوال",
                "ذي القعدة",
                "ذي الحجة",
            ][usize::from(month) - 1];
            let first = icu_calendar::Date::try_new_hijri_with_calendar(year, month, 1, Hijri::new_umm_al_qura())
                .expect("a month");
            let days = first.days_in_month();
            for day in [1, days, 30] {
                text.push_str(&format!("وصلت القافلة يوم {day} {name} {year} هـ إلى المدينة. "));
                let date = icu_calendar::Date::try_new_hijri_with_calendar(year, month, day, Hijri::new_umm_al_qura());
                wanted.push(date.ok().map(|d| {
                    let iso = d.to_calendar(Iso);
                    format!("{:04}-{:02}-{:02}", iso.extended_year(), iso.month().ordinal, iso.day_of_month().0)
                }));
            }
        }
        let (_, digest) = read(&text, "ar", Some("2024-05-14"));
        let got: Vec<_> = digest.dates.iter().map(|d| d.value.clone()).collect();
        assert_eq!(got, wanted, "{year}");
    }
}

/// A period told of, in another year.
#[test]
fn the_same_period_of_another_year() {
    let last = |text: &str| {
        let (_, found) = read(text, "en", Some("2024-05-14"));
        found.dates.last().and_then(|d| d.value.clone()).unwrap_or_default()
    };
    for (text, wanted) in [
        (
            "Sales rose in the first nine months of 2023, against a fall in the same period of 2020.",
            "2020-01-01/2020-09-30",
        ),
        ("Profit fell in the third quarter of 2023 from $2 million in the year-earlier period.", "2022-Q3"),
        (
            "Between January and March, sales fell. They rose in the same period a year earlier.",
            "2023-01-01/2023-03-31",
        ),
        ("Sales rose during the same period last year.", "2023"),
        ("Prices rose in the 12 months to April, down from 6.9% a month earlier.", "2024-03"),
    ] {
        assert_eq!(last(text), wanted, "{text}");
    }
}

/// The entries of a day's log are the day's, whatever day one of them names.
#[test]
fn entries_of_a_log() {
    let text =
        "2:05 p.m. — The governor is due in the county tomorrow morning.\n12:30 p.m. — The fire reached the town.";
    let (_, found) = read(text, "en", Some("2024-05-14"));
    assert_eq!(found.dates.last().and_then(|d| d.value.as_deref()), Some("2024-05-14T12:30"));
    let text = "Saturday's quake was the strongest since 1963. It struck at 3.27am.";
    let (_, found) = read(text, "en", Some("2024-05-14"));
    assert_eq!(found.dates.last().and_then(|d| d.value.as_deref()), Some("2024-05-11T03:27"));
}
