//! Figures against tables of our own sentences, one for each language, and found again
//! when their text stands among others.

use khulasa::digest::{Figure, Unit};
use khulasa::{Article, Options, digest};

const TABLES: [(&str, &str); 2] =
    [("ar", include_str!("corpus/figures.ar.txt")), ("en", include_str!("corpus/figures.en.txt"))];

/// A row of a table: a sentence, and the figure that it must hold; `None`: it holds none.
struct Row {
    line: usize,
    text: String,
    wanted: Option<Wanted>,
}

#[derive(Clone)]
struct Wanted {
    text: String,
    start: usize,
    value: f64,
    high: Option<f64>,
    kind: String,
    unit: String,
    modifier: String,
}

fn rows(table: &str) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut group: Option<Wanted> = None;
    for (number, line) in table.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(head) = line.strip_prefix("= ") {
            group = (head != "none").then(|| {
                let mut parts = head.split(' ');
                let value = parts.next().expect("a value");
                let (low, high) = value.split_once("..").map_or((value, None), |(low, high)| (low, Some(high)));
                let kind = parts.next().expect("a kind").to_owned();
                let rest: Vec<&str> = parts.collect();
                let (modifier, unit) = rest.split_last().expect("a unit and a modifier");
                Wanted {
                    text: String::new(),
                    start: 0,
                    value: low.parse().expect("a number"),
                    high: high.map(|high| high.parse().expect("a number")),
                    kind,
                    unit: unit.join(" "),
                    modifier: (*modifier).to_owned(),
                }
            });
            continue;
        }
        let wanted = group.clone().map(|wanted| {
            let start = line.find('{').unwrap_or_else(|| panic!("line {}: no figure is marked", number + 1));
            let end = line.find('}').expect("a closing brace");
            Wanted { text: line[start + 1..end].to_owned(), start, ..wanted }
        });
        rows.push(Row { line: number + 1, text: line.replace(['{', '}'], ""), wanted });
    }
    rows
}

fn name_of_unit<'a>(article: &'a Article, figure: &Figure) -> &'a str {
    match figure.unit {
        Some(Unit::Code(code)) => code,
        Some(Unit::Noun(span)) => article.text(span),
        None => "-",
    }
}

/// What is wrong with the figures of a row's text, if anything.
fn complaint(row: &Row) -> Option<String> {
    let article = Article::from_text(&row.text);
    let found = digest(&article, &Options::default()).figures;
    let told =
        |f: &Figure| format!("{:?} {} {:?} {}", article.text(f.span), f.value, f.kind, name_of_unit(&article, f));
    let Some(wanted) = &row.wanted else {
        return (!found.is_empty()).then(|| format!("found {}", told(&found[0])));
    };
    let at_span = found.iter().find(|f| f.span.start as usize == wanted.start && article.text(f.span) == wanted.text);
    let Some(figure) = at_span else {
        return Some(format!("no figure {:?}, but {:?}", wanted.text, found.iter().map(told).collect::<Vec<_>>()));
    };
    let close = |a: f64, b: f64| (a - b).abs() <= b.abs() * 1e-9;
    let modifier = figure.modifier.map_or("-", |m| m.name()).replace('-', "_");
    let wanted_modifier = wanted.modifier.replace('-', "_");
    let unit = name_of_unit(&article, figure);
    let is_right = close(figure.value, wanted.value)
        && figure.high.map(|h| wanted.high.is_some_and(|w| close(h, w))).unwrap_or(wanted.high.is_none())
        && figure.kind.name() == wanted.kind
        && (wanted.unit == "*" || wanted.unit == unit)
        && modifier == wanted_modifier;
    (!is_right).then(|| {
        format!("{:?}: {} {:?} {} {unit} {modifier}", wanted.text, figure.value, figure.high, figure.kind.name())
    })
}

#[test]
fn tables_hold() {
    let mut wrong = Vec::new();
    for (language, table) in TABLES {
        for row in rows(table) {
            if let Some(complaint) = complaint(&row) {
                wrong.push(format!("figures.{language}.txt:{}: {complaint}", row.line));
            }
        }
    }
    assert!(wrong.is_empty(), "{} rows do not hold:\n{}", wrong.len(), wrong.join("\n"));
}

/// Where the counted things are and whose, as the text says it; each word for word, in its sentence.
#[test]
fn places_and_owners_hold() {
    let mut wrong = Vec::new();
    for (number, line) in include_str!("corpus/whose.txt").lines().enumerate() {
        let [owner, place, marked] = line.split(" | ").collect::<Vec<_>>()[..] else { continue };
        let start = marked.find('{').expect("a figure");
        let article = Article::from_text(&marked.replace(['{', '}'], ""));
        let figures = digest(&article, &Options::default()).figures;
        let figure = figures.iter().find(|f| f.span.start as usize == start);
        let found = figure.map(|f| {
            let told = |span: Option<_>| span.map_or("-", |span| article.text(span)).to_owned();
            assert!(f.sentence.is_some_and(|sentence| sentence.contains(f.span)), "{marked}");
            (told(f.owner), told(f.place))
        });
        if found != Some((owner.to_owned(), place.to_owned())) {
            wrong.push(format!("whose.txt:{}: {found:?}", number + 1));
        }
    }
    assert!(wrong.is_empty(), "{} rows do not hold:\n{}", wrong.len(), wrong.join("\n"));
}

/// What a figure says apart from where it stands. The kind may come from the figure before,
/// and a shared currency's country from the whole text, but neither from another paragraph
/// in these tables' language without countries: both are compared.
fn essence(article: &Article, figure: &Figure) -> (String, f64, Option<f64>, Option<&'static str>) {
    (article.text(figure.span).to_owned(), figure.value, figure.high, figure.modifier.map(|m| m.name()))
}

#[test]
fn figures_are_found_again_between_other_paragraphs() {
    for (language, table) in TABLES {
        let rows = rows(table);
        // Every row between two others, far apart in the table, so that all groups meet.
        for (number, row) in rows.iter().enumerate() {
            let before = &rows[(number * 7 + 3) % rows.len()];
            let after = &rows[(number * 11 + 5) % rows.len()];
            let alone = Article::from_text(&row.text);
            let among = Article::from_text(&format!("{}\n{}\n{}", before.text, row.text, after.text));
            let options = Options::default();
            let expected: Vec<_> = digest(&alone, &options).figures.iter().map(|f| essence(&alone, f)).collect();
            let found: Vec<_> = digest(&among, &options)
                .figures
                .iter()
                .filter(|f| f.span.block() == Some(1))
                .map(|f| essence(&among, f))
                .collect();
            assert_eq!(found, expected, "figures.{language}.txt:{}", row.line);
        }
    }
}

#[test]
fn hostile_texts_take_no_longer_than_their_length() {
    // Each would be read over and over by a grammar that looks ahead without bound.
    let unit =
        ["1,", "1 000 ", "ألف ", "و", "مئة و", "one hundred and ", "-", "$", "between ", "1/", "نحو ", "قتل ", "("];
    for piece in unit {
        let article = Article::from_text(&piece.repeat(40_000));
        let figures = digest(&article, &Options::default()).figures;
        for pair in figures.windows(2) {
            assert!(pair[0].span.end <= pair[1].span.start, "figures overlap in {piece:?}");
        }
    }
}
