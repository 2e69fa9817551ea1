//! A house's own words: what they change, and what they leave as it is.

use khulasa::{Article, Digest, House, Options, digest};

fn read(rows: &str, text: &str) -> (Article, Digest) {
    let article = Article { published: Some("2024-02-20".to_owned()), ..Article::from_text(text) };
    let house = House::parse(rows);
    assert_eq!(house.problems(), [""; 0], "{rows}");
    let found = digest(&article, &Options { house, ..Options::default() });
    (article, found)
}

/// Figures as `text: value kind unit`.
fn figures(rows: &str, text: &str) -> Vec<String> {
    let (article, found) = read(rows, text);
    let unit = |unit| match unit {
        khulasa::digest::Unit::Code(code) => code,
        khulasa::digest::Unit::Noun(span) => article.text(span),
    };
    let line = |f: &khulasa::digest::Figure| {
        format!("{}: {} {} {}", article.text(f.span), f.value, f.kind.name(), f.unit.map_or("-", unit))
    };
    found.figures.iter().map(line).collect()
}

/// Quotes as `text | speaker | role`.
fn quotes(rows: &str, text: &str) -> Vec<String> {
    let (article, found) = read(rows, text);
    let line = |q: &khulasa::digest::Quote| {
        let speaker = q.speaker.as_ref();
        let text = |span| article.text(span);
        let role = speaker.and_then(|s| s.role).map_or("-", text);
        format!("{} | {} | {role}", text(q.span), speaker.map_or("-", |s| text(s.name)))
    };
    found.quotes.iter().map(line).collect()
}

/// The house's rows, a text, what is found in it without them and with them, and why the row is there.
type Row<'a> = (&'a str, &'a str, &'a [&'a str], &'a [&'a str], &'a str);

fn hold(rows: &[Row], found: fn(&str, &str) -> Vec<String>) {
    for (house, text, without, with, why) in rows {
        assert_eq!(found("", text), *without, "{why}: without");
        assert_eq!(found(house, text), *with, "{why}");
    }
}

#[test]
fn units_and_currencies() {
    // rows, text, without them, with them, why
    let rows: &[Row] = &[
        (
            "unit measure: feddan, feddans",
            "The ministry will sell 3,000 feddans this year.",
            &["3,000 feddans: 3000 count feddans"],
            &["3,000 feddans: 3000 measure feddans"],
            "a unit that is not among the built-in ones",
        ),
        (
            "unit measure: مقياس هكتومتر",
            "باعت الوزارة 300 مقياس هكتومتر من الأرض يوم الأحد.",
            &["300 مقياس: 300 count مقياس"],
            &["300 مقياس هكتومتر: 300 measure مقياس هكتومتر"],
            "300 units of two words: the phrase is the unit",
        ),
        (
            "unit troops: غطريفا",
            "نشرت البلاد 40 غِطريفاً على الحدود يوم الأحد.",
            &["40 غِطريفاً: 40 count غِطريفاً"],
            &["40 غِطريفاً: 40 troops غِطريفاً"],
            "vowel signs are seen through",
        ),
        (
            "unit troops: Kettlers",
            "The army sent 40 kettlers and 12 buses on Sunday.",
            &["40 kettlers: 40 count kettlers", "12 buses: 12 count buses"],
            &["40 kettlers: 40 troops kettlers", "12 buses: 12 count buses"],
            "so are capitals, and other nouns stay what they were",
        ),
        (
            "currency EGP: gineih",
            "It paid 500 gineih for the ticket on Sunday.",
            &["500: 500 count -"],
            &["500 gineih: 500 money EGP"],
            "a name of a known currency",
        ),
        (
            "# ours\n\nunit people : soldiers",
            "The army sent 40 soldiers on Sunday.",
            &["40 soldiers: 40 troops soldiers"],
            &["40 soldiers: 40 people soldiers"],
            "a house's word goes before the built-in one; comments and blank lines say nothing",
        ),
    ];
    hold(rows, figures);
}

#[test]
fn cues_and_titles() {
    let rows: &[Row] = &[
        (
            "cue say: tooted",
            "“Nobody is losing a job this winter,” tooted Marta Lindqvist, who runs the line.",
            &["Nobody is losing a job this winter, | - | -"],
            &["Nobody is losing a job this winter, | Marta Lindqvist | -"],
            "a word of saying of the house's own",
        ),
        (
            "title: grand portreeve",
            "“Nobody is losing a job this winter,” said grand portreeve Marta Lindqvist on Sunday.",
            &["Nobody is losing a job this winter, | grand portreeve Marta Lindqvist | -"],
            &["Nobody is losing a job this winter, | Marta Lindqvist | grand portreeve"],
            "a title of two words",
        ),
        (
            "title he: شهبندر التجار",
            "وقال شهبندر التجار سليم الخوري إن «الأسواق لن تغلق أبوابها هذا العام».",
            &["الأسواق لن تغلق أبوابها هذا العام | شهبندر التجار سليم الخوري | -"],
            &["الأسواق لن تغلق أبوابها هذا العام | سليم الخوري | شهبندر التجار"],
            "an Arabic title before a name",
        ),
        (
            "cue say she: زقزقت",
            "وزَقزَقت الوزيرة هدى سليم أن «أبواب المدارس لن تغلق هذا العام أمام أحد».",
            &[],
            &["أبواب المدارس لن تغلق هذا العام أمام أحد | هدى سليم | الوزيرة"],
            "behind a particle and under vowel signs",
        ),
    ];
    hold(rows, quotes);
}

/// Every row that the documentation names is one.
#[test]
fn every_kind_of_row_is_known() {
    let heads = [
        "unit troops",
        "unit casualties",
        "unit people",
        "unit measure",
        "unit count",
        "currency USD",
        "currency SAR",
        "cue say",
        "cue say he",
        "cue say she",
        "cue say they",
        "cue voice",
        "cue voice he",
        "cue voice she",
        "cue describe",
        "cue along",
        "cue along he",
        "cue along she",
        "cue source",
        "title",
        "title he",
        "title she",
        "title they",
        "body",
        "body he",
        "body she",
    ];
    for head in heads {
        assert_eq!(House::parse(&format!("{head}: zzz, زززز")).problems(), [""; 0], "{head}");
    }
}

/// What is no row is named, and costs no other row.
#[test]
fn what_is_passed_over_is_said() {
    let bad = [
        "feddans",
        "unit: feddans",
        "unit furlongs: feddans",
        "currency XXQ: feddans",
        "cue shout: roared",
        "cue say it: roared",
        "title boss: roared",
        "unit measure he: roared",
        ": roared",
        "unit measure: 12",
        "unit measure: —",
        "unit measure: верста",
    ];
    for row in bad {
        let house = House::parse(&format!("{row}\nunit measure: feddans"));
        assert_eq!(house.problems().len(), 1, "{row}: {:?}", house.problems());
        let article = Article::from_text("The ministry will sell 3,000 feddans this year.");
        let found = digest(&article, &Options { house, ..Options::default() });
        assert_eq!(found.figures[0].kind.name(), "measure", "{row}");
        assert_eq!(found.warnings.len(), 1, "{row}");
    }
}

/// More words than entries can count: those past it are named, the rest are read.
#[test]
fn more_words_than_fit() {
    let words: Vec<String> = (0..70_000).map(|n| format!("w{}", letters(n))).collect();
    let house = House::parse(&format!("unit measure: {}", words.join(", ")));
    assert!(!house.problems().is_empty() && house.problems().len() < 69_000, "{}", house.problems().len());
    let article = Article::from_text(&format!("They sold 30 {} and 20 soldiers on Sunday.", words[0]));
    let found = digest(&article, &Options { house, ..Options::default() });
    let kinds: Vec<&str> = found.figures.iter().map(|f| f.kind.name()).collect();
    assert_eq!(kinds, ["measure", "troops"]);
}

/// A number in letters.
fn letters(mut number: usize) -> String {
    let mut out = String::new();
    loop {
        out.push((b'a' + (number % 26) as u8) as char);
        number /= 26;
        if number == 0 {
            return out;
        }
    }
}

/// Without words of its own a house changes nothing; with words of no text neither.
#[test]
fn what_no_row_names_stays_as_it_was() {
    let text = "وقال وزير النقل سالم الخطيب يوم الاثنين إن نحو 2500 عسكري غادروا الوادي، مضيفا: «لن يعود أحد قبل عام 2030».\n\
                The council pays $4.5 million a year, its committee said on Monday. “We will look again,” said Marta Lind.";
    let (_, plain) = read("", text);
    assert!(plain.figures.len() > 1 && plain.quotes.len() > 1);
    for rows in ["# nothing", "unit measure: zzzz, زززز\ntitle: zzzz yyyy\ncue say: qqqq"] {
        assert_eq!(read(rows, text).1, plain, "{rows}");
    }
}

/// A phrase that begins with an article leaves the word behind the article what it was.
#[test]
fn a_phrase_hides_no_word() {
    let text = "وقتل الجنديان وأصيب 12 جنديا، وقال الجنود إن «الطريق ما زالت مغلقة منذ يومين».";
    let (_, plain) = read("", text);
    let (_, with) = read("title: الجنود الأحرار, الجنديان الأولان\nbody: الطريق العام", text);
    assert_eq!((with.figures, with.quotes), (plain.figures, plain.quotes));
}
