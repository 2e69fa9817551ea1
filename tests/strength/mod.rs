//! What must hold of every digest, and the pieces that texts are made of to try it: shared by
//! the tests of hostile text, the property tests and the fuzz targets (`fuzz/`).

// Each test program uses a part of it.
#![allow(dead_code)]

use khulasa::digest::{Digest, Unit};
use khulasa::text::{Document, fold};
use khulasa::{Article, Block, BlockKind, Options, Span, digest};

/// Pieces of a room: what its rules begin with, go on with and stumble over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Room {
    Marks,
    Numbers,
    Dates,
    Quotes,
    News,
}

impl Room {
    pub const ALL: [Room; 5] = [Room::Marks, Room::Numbers, Room::Dates, Room::Quotes, Room::News];

    pub fn pieces(self) -> &'static [&'static str] {
        match self {
            Room::Marks => MARKS,
            Room::Numbers => NUMBERS,
            Room::Dates => DATES,
            Room::Quotes => QUOTES,
            Room::News => NEWS,
        }
    }
}

/// Marks that open and close, letters of every script, characters of every width, and those
/// that show nothing: joiners, direction, variation, tags.
#[rustfmt::skip]
pub const MARKS: &[&str] = &[
    "a", "The", "é", "e\u{301}", "ß", "İ", "ı", "ǅ", "ﬁ", "Ⅷ", "Ａ", "ñ", "Ω", "Ж",
    "\"", "“", "”", "„", "‟", "«", "»", "‹", "›", "'", "’", "‘", "`", "＂", "(", ")", "[", "]", "{", "}", "<", ">",
    ".", "..", "…", "!", "?", "؟", "،", ",", "؛", ";", ":", "-", "–", "—", "―", "/", "\\", "|", "•", "@", "#", "&", "*", "_",
    "%", "٪", "‰", "$", "€", "£", "﷼", "°", "½", "²", "№",
    "\0", "\u{1}", "\u{7f}", "\n", "\r\n", "\t", " ", "  ", "\u{a0}", "\u{85}", "\u{2028}", "\u{2029}", "\u{3000}", "\u{202f}",
    "\u{ad}", "\u{200b}", "\u{200c}", "\u{200d}", "\u{2060}", "\u{feff}", "\u{180e}", "\u{115f}",
    "\u{200e}", "\u{200f}", "\u{61c}", "\u{202a}", "\u{202b}", "\u{202c}", "\u{202d}", "\u{202e}",
    "\u{2066}", "\u{2067}", "\u{2068}", "\u{2069}",
    "\u{64b}", "\u{651}", "\u{670}", "\u{640}", "\u{300}", "\u{20dd}", "\u{fe0f}", "\u{e0100}", "\u{e0061}",
    "🛰", "👨\u{200d}👩", "🇵🇸", "漢字", "。", "「", "」", "שלום", "״", "پچ", "ۀ", "ے", "ﷺ", "ﷲ", "ﻻ", "ﺍ", "ހ", "हिन्दी", "ไทย",
    "\u{d7ff}", "\u{e000}", "\u{fffd}", "\u{fffe}", "\u{ffff}", "\u{10000}", "\u{10ffff}",
];

/// Digits of many scripts, separators, words for numbers, what they count.
#[rustfmt::skip]
pub const NUMBERS: &[&str] = &[
    "0", "1", "23", "007", "4,567.89", "1.234,5", "1,", ",000", "3.", "1'000", "12 000", "1\u{202f}000", "9999999999999999999", "1e9", "+5", "-7", "−8", "#1", "5-3", "10–12", "3/4", "1:30",
    "١٢٣", "٤٬٥٦٧٫٨٩", "۴۵", "۱۲۳٬۴۵۶", "१२", "１２", "𝟙𝟚", "߁߂", "½", "¾", "⅓", "²", "Ⅳ",
    "O", "l", "І", "З", "б", "١O", "2Ο", "৪", "੮",
    "one", "two", "twelve", "twenty", "hundred", "thousand", "million", "bn", "trillion", "dozen", "half", "a", "quarter", "third", "first", "point", "minus", "and", "an", "one in", "out of", "no", "none", "zero",
    "واحد", "اثنان", "ثلاثة", "ثلاثة عشر", "وعشرون", "مئة", "مائتين", "ألف", "ألفي", "آلاف", "مليون", "مليونين", "مليار", "نصف", "ربع", "وثلث", "ونيف", "بضع", "عشرات", "الأول", "سالب", "فاصلة", "صفر",
    "more than", "about", "up to", "at least", "between", "from", "to", "to about", "nearly", "over", "أكثر من", "نحو", "حوالي", "ما لا يقل عن", "بين", "من", "إلى", "حتى", "قرابة", "على الأقل", "فقط",
    "soldiers", "people", "killed", "km", "kg", "percent", "%", "٪", "بالمئة", "في المئة", "$", "€", "£", "US$", "USD", "dollars", "cents", "دولار", "دولارا", "ريال", "درهما", "جنديا", "قتيلا", "شخص", "كيلومترا", "كلم", "درجة", "عاما", "years old", "year-old", "طائرتان", "جنديين", "سنة", "aged", "per", "في", "of", "in Gaza", "و", "ال", "لل", "ب",
];

/// Months, weekdays, feasts, clocks, relations and lengths of time.
#[rustfmt::skip]
pub const DATES: &[&str] = &[
    "2024", "1999", "24", "0", "31", "30", "29", "12", "13", "99", "2024-02-30", "2024-02-29", "20240229", "29/2/2023", "1/1/1", "31.12.1999", "12/31/99", "00/00/0000", "9999-12-31", "0001-01-01", "-0001", "10000", "32767", "32768",
    "١٢", "٢٠٢٤", "١/١/٢٠١٨", "۱۴۰۲", "1445", "١٤٤٥", "هـ", "م", "AH", "BC", "ق.م", "AD", "'90s", "1990s", "90s", "التسعينيات", "القرن", "century", "the 21st", "st", "nd", "th",
    "January", "Feb.", "May", "march", "Sept", "December", "يناير", "شباط", "فبراير/شباط", "كانون الثاني", "تشرين", "ديسمبر", "رمضان", "ذو الحجة", "محرم", "صفر", "رجب", "Ramadan", "Eid", "عيد الفطر", "Christmas", "Easter", "عيد الفصح",
    "Monday", "Sun", "Sat", "Friday", "الأحد", "يوم الجمعة", "مساء السبت", "الاثنين",
    "today", "yesterday", "tomorrow", "tonight", "last", "next", "this", "previous", "following", "ago", "before", "after", "since", "until", "by", "within", "early", "late", "mid", "end of", "the", "of", "in", "on", "at", "from", "to", "between", "and", "-", "–", "/", ":", ".", ",", "،",
    "اليوم", "أمس", "غدا", "الماضي", "المقبل", "الحالي", "قبل", "بعد", "منذ", "خلال", "حتى", "من", "إلى", "بين", "مطلع", "أواخر", "منتصف", "نهاية", "أول", "الجاري", "السابق", "التالي",
    "day", "days", "week", "weekend", "month", "months", "year", "years", "decade", "hour", "minutes", "seconds", "quarter", "half", "spring", "summer", "يوما", "يومين", "أسبوع", "أسبوعين", "شهر", "أشهر", "عام", "عامين", "سنوات", "ساعة", "ساعات", "دقيقة", "الربع", "النصف", "صيف", "شتاء", "عقد", "عقدين",
    "10:30", "25:61", "3pm", "3 p.m.", "noon", "midnight", "GMT", "EST", "UTC+3", "+03:00", "T15:00Z", "o'clock", "half past", "quarter to", "ظهرا", "صباحا", "مساء", "الساعة", "العاشرة", "والنصف", "إلا ربعا", "بتوقيت",
    "one", "two", "ten", "hundred", "thousand", "million", "first", "third", "ثلاثة", "عشر", "مئة", "ألف", "مليون", "الثالث", "9223372036854775807", "99999999", "999999999999",
];

/// Marks, verbs and nouns of saying, names, titles, pronouns.
#[rustfmt::skip]
pub const QUOTES: &[&str] = &[
    "\"", "“", "”", "«", "»", "'", "‘", "’", "„", "``", "''", "(", ")", "[", "]", ",", ".", "،", ":", "-", "—", "…", "!", "?", "؟", "\n", "...",
    "said", "says", "told", "told reporters", "added", "according to", "that", "in a statement", "warned", "asked", "denied", "tweeted", "who", "he", "she", "they", "it", "his", "her", "I", "we",
    "قال", "قالت", "وقال", "فقالت", "وأضاف", "أضافت", "صرح", "أكد", "أن", "إن", "بأن", "إنه", "إنها", "أنهم", "وفق", "بحسب", "حسب", "في بيان", "نقلا عن", "على حد قوله", "قائلا", "مضيفة", "هو", "هي", "له", "لها", "الذي", "التي",
    "Mr.", "Dr", "Sir", "President", "the minister", "spokesman", "a spokeswoman for", "Prime Minister", "Petra Lang", "Lang", "O'Brien", "Omar al-Haddad", "van der Berg", "Jean-Luc", "JONES", "X", "Reuters", "the United Nations", "the group's", "US",
    "الرئيس", "الوزير", "وزيرة الخارجية", "المتحدث باسم", "الناطقة", "السيد", "الدكتور", "د.", "محمد", "أحمد", "بن سلمان", "عبد الله", "ليلى الحداد", "أبو مازن", "الأمم المتحدة", "رويترز", "الحركة", "البيان", "المصدر", "المسؤول",
    "the dam broke", "we will rebuild", "a very long way", "peace", "انهار السد", "سنعيد البناء", "السلام", "كلمة", "so-called", "ما يسمى",
];

/// News in both languages, and what is around it on a page.
#[rustfmt::skip]
pub const NEWS: &[&str] = &[
    "Three soldiers were killed on Sunday, officials said.", "The council met again today. It said nothing new.", "The U.S. Army", "e.g.", "No. 5", "St. John", "p.m.", "a.m. The", "\"We won,\" he said. \"We did.\"",
    "More than 4,200 cars cross the bridge every day.", "The work will cost $3.2 million over six weeks", "said Petra Lang, who leads the council", "between 2014 and 2017", "from 3 to 5 March", "40-year-old", "last year’s", "7 October",
    "قُتل ثلاثة جنود وأصيب 12 آخرون يوم الأحد", "قال المتحدث باسم الجيش إن الهجوم وقع فجر اليوم.", "وأضاف «لن نتراجع عن مطالبنا»", "أكثر من 300 ألف نازح", "في السابع من أكتوبر/تشرين الأول 2023", "بلغت الخسائر 1.5 مليار دولار", "منذ نحو عامين", "بين 50 و60 شخصا",
    "Read more:", "Read more: Ministers resign", "Photo: AFP", "(Reuters)", "© 2024", "All rights reserved", "pic.twitter.com", "— Name (@name) May 1, 2024", "Subscribe to our newsletter", "اقرأ المزيد:", "اقرأ أيضا: استقالة الوزراء", "(الفرنسية)", "المصدر: الجزيرة", "جميع الحقوق محفوظة", "https://example.org/a?b=c", "name@example.org", "#hashtag", "@handle", "<b>bold</b>", "&nbsp;", "&#1632;", "<script>alert(1)</script>",
    "The", "was", "and", "of the", "in", "to", "a", "is", "has", "it", "في", "من", "على", "إلى", "هذا", "التي", "كان", "مع", "ما", "لا", "و",
];

/// What stands between two pieces.
pub const JOINTS: &[&str] = &["", " ", " ", " ", " ", "\n", "، ", ", ", ". ", "\u{a0}", "\u{200f}", "\u{200b}"];

/// Whether a span is of the article: inside its block, on character boundaries, not empty.
fn is_verbatim(article: &Article, span: Span) -> bool {
    let text = article.block_text(span.block());
    span.start < span.end && text.get(span.range()).is_some()
}

/// Holds an article's digest to what every digest has to hold to, in time linear in the text; gives it.
///
/// # Panics
/// Where something does not hold, with the article.
pub fn check(article: &Article) -> Digest {
    let found = digest(article, &Options { sentences: Some(3), ..Options::default() });
    check_spans(article, &found);
    check_values(article, &found);
    check_surface(article, &found);
    found
}

/// Whether a span shares a byte with one of a list, which is in order and in which none overlaps.
fn any_overlaps(sorted: &[Span], span: Span) -> bool {
    let after = sorted.partition_point(|s| *s <= span);
    sorted[after.saturating_sub(1)..].iter().take(2).any(|s| s.overlaps(span))
}

fn check_spans(article: &Article, found: &Digest) {
    let verbatim = |name: &str, span: Span| assert!(is_verbatim(article, span), "{name} {span:?} in {article:?}");
    let lists: [(&str, Vec<Span>, bool); 6] = [
        ("summary", found.summary.iter().map(|s| s.span).collect(), true),
        ("figures", found.figures.iter().map(|f| f.span).collect(), true),
        ("dates", found.dates.iter().map(|d| d.span).collect(), true),
        // One quote may stand inside another.
        ("quotes", found.quotes.iter().map(|q| q.span).collect(), false),
        ("terms", found.terms.clone(), false),
        ("boilerplate", found.boilerplate.clone(), true),
    ];
    for (name, spans, apart) in &lists {
        for span in spans {
            verbatim(name, *span);
            let outside = *name == "boilerplate" || !any_overlaps(&found.boilerplate, *span);
            assert!(outside, "{name} {span:?} is of what is not the article's own: {article:?}");
        }
        assert!(spans.is_sorted(), "{name} out of order in {article:?}");
        for pair in spans.windows(2) {
            assert!(!apart || !pair[0].overlaps(pair[1]), "{name} overlap at {pair:?} in {article:?}");
        }
    }
    for figure in &found.figures {
        let noun = match figure.unit {
            Some(Unit::Noun(span)) => Some(span),
            _ => None,
        };
        for span in [figure.sentence, figure.place, figure.owner, noun].into_iter().flatten() {
            verbatim("of a figure", span);
        }
        assert!(
            figure.sentence.is_none_or(|s| s.contains(figure.span)),
            "{:?} outside of its sentence in {article:?}",
            figure.span
        );
        let is_date = any_overlaps(&lists[2].1, figure.span);
        assert!(!is_date, "{:?} is a date and a figure in {article:?}", figure.span);
    }
    for date in &found.dates {
        date.sentence.into_iter().for_each(|span| verbatim("of a date", span));
    }
    for sentence in &found.summary {
        let inside = |index: &u32, spans: &[Span]| {
            assert!(sentence.span.overlaps(spans[*index as usize]), "{sentence:?} holds {index} in {article:?}");
        };
        sentence.figures.iter().for_each(|n| inside(n, &lists[1].1));
        sentence.dates.iter().for_each(|n| inside(n, &lists[2].1));
        sentence.quotes.iter().for_each(|n| inside(n, &lists[3].1));
    }
    let speakers = found.quotes.iter().filter_map(|q| q.speaker).flat_map(|s| [Some(s.name), s.role, s.mention]);
    let cues = found.quotes.iter().map(|q| q.cue);
    let cast = found.speakers.iter().flat_map(|s| [Some(s.name), s.role, Some(s.first)]);
    for span in speakers.chain(cues).chain(cast).flatten() {
        verbatim("of a quote", span);
    }
}

fn check_values(article: &Article, found: &Digest) {
    for sentence in &found.summary {
        assert!((0.0..=1.0).contains(&sentence.score), "score {} in {article:?}", sentence.score);
    }
    for figure in &found.figures {
        assert!(figure.value.is_finite(), "{figure:?} in {article:?}");
        assert!(figure.high.is_none_or(|high| high.is_finite() && high > figure.value), "{figure:?} in {article:?}");
    }
    for date in &found.dates {
        let in_order = match (&date.start, &date.end) {
            (Some(start), Some(end)) => is_day(&start.to_string()) && is_day(&end.to_string()) && start <= end,
            (None, None) => true,
            _ => false,
        };
        assert!(in_order, "{date:?} in {article:?}");
        assert!(date.value.as_deref().is_none_or(|value| !value.is_empty() && value.is_ascii()), "{date:?}");
    }
    let quotes: u32 = found.speakers.iter().map(|s| s.quotes).sum();
    assert!(quotes as usize <= found.quotes.len(), "{quotes} quotes of {} in {article:?}", found.quotes.len());
}

/// Whether a text is an ISO 8601 day of the years that are written in four digits.
fn is_day(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, b)| if at == 4 || at == 7 { *b == b'-' } else { b.is_ascii_digit() })
}

/// What the surfaces say of a span has to be what JavaScript cuts out at its UTF-16 offsets.
fn check_surface(article: &Article, found: &Digest) {
    use khulasa::surface::Utf16Offsets;
    let spans = found.figures.iter().map(|f| f.span).chain(found.quotes.iter().map(|q| q.span));
    let mut block = None;
    let (mut offsets, mut units) = (Utf16Offsets::new(""), Vec::new());
    for span in spans {
        let text = article.block_text(span.block());
        if block.replace(span.block()) != Some(span.block()) {
            offsets = Utf16Offsets::new(text);
            units = text.encode_utf16().collect();
        }
        let (start, end) = (offsets.utf16(text, span.start), offsets.utf16(text, span.end));
        let cut = String::from_utf16(&units[start as usize..end as usize]).ok();
        assert_eq!(cut.as_deref(), Some(article.text(span)), "{span:?} in {article:?}");
        assert_eq!(offsets.byte(text, start), Some(span.start), "{span:?} in {article:?}");
    }
}

/// Holds the tokens and sentences of an article to their shape: in order, inside their blocks,
/// on character boundaries, no letter or digit of the article's own text outside of them.
pub fn check_document(article: &Article) {
    let document = Document::new(article);
    for block in &document.blocks {
        let mut end = 0;
        for token in block.tokens.clone() {
            let (start, stop) = (document.start(token) as usize, document.end(token) as usize);
            assert!(end <= start && start < stop, "tokens out of order at {start} in {article:?}");
            assert!(block.text.get(start..stop).is_some(), "a token at {start}..{stop} in {article:?}");
            assert!(
                block.text.get(document.stem_start(token) as usize..stop).is_some(),
                "a stem at {start} in {article:?}"
            );
            end = stop;
        }
        let mut next = block.tokens.start;
        for sentence in &document.sentences[block.sentences.clone()] {
            assert_eq!(sentence.tokens.start, next, "sentences leave out or share tokens in {article:?}");
            assert!(!sentence.tokens.is_empty(), "an empty sentence in {article:?}");
            next = sentence.tokens.end;
        }
        assert_eq!(next, block.tokens.end, "the last sentence does not end its block in {article:?}");
    }
}

/// Folding makes one character of one, and of what is folded the same again.
pub fn check_folding(text: &str) {
    for c in text.chars() {
        let class = fold::class(c);
        assert_eq!(class == fold::Class::Digit, fold::digit(c).is_some(), "{c:?}");
        if class != fold::Class::Mark {
            let folded = fold::letter(c);
            assert_eq!(fold::letter(folded), folded, "{c:?} folds to {folded:?}, which folds on");
        }
    }
    let word = fold::fold_word(text);
    assert_eq!(fold::fold_word(&word), word, "of {text:?}");
}

/// An article of bytes, as a fuzzer gives them: each picks a piece, a joint, or begins a block.
/// Bytes that pick nothing stand for themselves, so that what the pieces lack is tried too.
pub fn article_of(bytes: &[u8], pieces: &[&str]) -> Article {
    let mut blocks = Vec::new();
    let mut text = String::new();
    let mut bytes = bytes.iter().copied();
    let first = bytes.next().unwrap_or(0);
    while let Some(byte) = bytes.next() {
        match byte {
            0 => {
                let kind = BlockKind::NAMES[usize::from(bytes.next().unwrap_or(0)) % BlockKind::NAMES.len()].1;
                blocks.push(Block { kind, text: std::mem::take(&mut text) });
            }
            1 => {
                let raw: Vec<u8> = bytes.by_ref().take(4).collect();
                text.push_str(&String::from_utf8_lossy(&raw));
            }
            _ => {
                let high = bytes.next().unwrap_or(0);
                text.push_str(pieces[(usize::from(byte) << 8 | usize::from(high)) % pieces.len()]);
                text.push_str(JOINTS[usize::from(high >> 4) % JOINTS.len()]);
            }
        }
    }
    blocks.push(Block { kind: BlockKind::Paragraph, text });
    let title = (first & 1 != 0).then(|| blocks.remove(0).text);
    let lang = [None, Some("en"), Some("ar"), Some("fr")][usize::from(first >> 1 & 3)].map(str::to_owned);
    let published = (first & 8 == 0).then(|| "2024-02-29T15:00:00+03:00".to_owned());
    Article { title, lang, published, blocks }
}
