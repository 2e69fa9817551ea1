//! Quotes, speakers, reported speech and terms, against tables of sentences.
//!
//! `corpus/quotes_*.txt` holds rows of: `#` why the row is there, the text, then what must
//! be found: `=` a quote and `~` reported speech, each `text | speaker | cue` with `-` for
//! none, and `-` a term. Nothing else may be found.

use khulasa::{Article, Block, BlockKind, Digest, Options, Span, digest};

fn read(text: &str) -> (Article, Digest) {
    let article = Article::from_text(text);
    let digest = digest(&article, &Options::default());
    (article, digest)
}

/// What was found, as the corpus writes it.
fn written(article: &Article, digest: &Digest) -> Vec<String> {
    let quotes = digest.quotes.iter().map(|q| {
        let sign = if q.direct { '=' } else { '~' };
        let speaker = q.speaker.map_or("-", |s| article.text(s.name));
        let cue = q.cue.map_or("-", |c| article.text(c));
        format!("{sign} {} | {speaker} | {cue}", article.text(q.span))
    });
    quotes.chain(digest.terms.iter().map(|&t| format!("- {}", article.text(t)))).collect()
}

fn check_corpus(corpus: &str) -> usize {
    let mut rows = 0;
    let mut wrong = Vec::new();
    for row in corpus.split("\n# ") {
        let mut lines = row.lines().filter(|l| !l.is_empty());
        let (Some(why), Some(text)) = (lines.next(), lines.next()) else { continue };
        let expected: Vec<&str> = lines.collect();
        let (article, digest) = read(text);
        let found = written(&article, &digest);
        if found != expected {
            wrong.push(format!("{why}\n  {text}\n  expected {expected:#?}\n  found {found:#?}"));
        }
        rows += expected.len().max(1);
    }
    assert!(wrong.is_empty(), "{} rows are wrong:\n{}", wrong.len(), wrong.join("\n"));
    rows
}

#[test]
fn arabic_corpus() {
    assert!(check_corpus(include_str!("corpus/quotes_ar.txt")) > 70);
}

#[test]
fn english_corpus() {
    assert!(check_corpus(include_str!("corpus/quotes_en.txt")) > 45);
}

/// A pronoun means whose paragraph it was before, not who spoke in an earlier one.
#[test]
fn who_is_told_of_in_the_paragraph_before() {
    let text = "Governor Anne Teller said help was near.\nBea Lindqvist, 73, left her home with a cat. \
                She drove for hours.\n“It sounded like a train,” she said.";
    let (article, digest) = read(text);
    let last = digest.quotes.last().and_then(|q| q.speaker).map(|s| article.text(s.name));
    assert_eq!(last, Some("Bea Lindqvist"));
}

/// Opening and closing marks as newsrooms write them.
const MARKS: &[(&str, &str)] = &[
    ("«", "»"),
    ("“", "”"),
    ("”", "“"),
    ("”", "”"),
    ("\"", "\""),
    ("„", "“"),
    ("„", "”"),
    ("“", "\""),
    ("\"", "”"),
    ("»", "«"),
    ("« ", " »"),
];

/// Frames with the speaker that each must give.
const AR_FRAMES: &[(&str, &str)] = &[
    ("وقال رئيس البلدية فادي العطار {}.", "فادي العطار"),
    ("وقال فادي العطار: {}.", "فادي العطار"),
    ("وأكدت الوزيرة هدى النجار أن {} قبل أن تغادر.", "هدى النجار"),
    ("ونقلت الوكالة عن فادي العطار قوله {}.", "فادي العطار"),
    ("{}، بحسب فادي العطار.", "فادي العطار"),
    ("{}، يقول فادي العطار.", "فادي العطار"),
    ("وختم فادي العطار كلمته قائلا {}.", "فادي العطار"),
    ("وأشاد فادي العطار بـ{} أمس.", "فادي العطار"),
];

const EN_FRAMES: &[(&str, &str)] = &[
    ("Helen Ortiz said {}.", "Helen Ortiz"),
    ("Helen Ortiz said that {} on Monday.", "Helen Ortiz"),
    ("The mayor, Helen Ortiz, told reporters: {}.", "Helen Ortiz"),
    ("{}, said Helen Ortiz.", "Helen Ortiz"),
    ("{}, Helen Ortiz said on Monday.", "Helen Ortiz"),
    ("{}, according to Helen Ortiz.", "Helen Ortiz"),
];

fn check_frames(frames: &[(&str, &str)], speech: &str) {
    for &(open, close) in MARKS {
        for &(frame, speaker) in frames {
            let text = frame.replace("{}", &format!("{open}{speech}{close}"));
            let (article, digest) = read(&text);
            let quotes: Vec<_> = digest.quotes.iter().filter(|q| q.direct).collect();
            assert_eq!(quotes.len(), 1, "{text}: {:?}", written(&article, &digest));
            assert_eq!(article.text(quotes[0].span), speech, "{text}");
            let name = quotes[0].speaker.map(|s| article.text(s.name));
            assert_eq!(name, Some(speaker), "{text}");
        }
    }
}

#[test]
fn arabic_marks_in_every_frame() {
    check_frames(AR_FRAMES, "أعمال الصيانة ستنتهي قبل حلول الشتاء");
}

#[test]
fn english_marks_in_every_frame() {
    check_frames(EN_FRAMES, "the bridge will be open again before the winter");
}

/// Verbs of saying in the masculine and the feminine.
const AR_VERBS: &[(&str, &str)] = &[
    ("قال", "قالت"),
    ("أضاف", "أضافت"),
    ("أكد", "أكدت"),
    ("أوضح", "أوضحت"),
    ("صرح", "صرحت"),
    ("أعلن", "أعلنت"),
    ("ذكر", "ذكرت"),
    ("كشف", "كشفت"),
    ("تابع", "تابعت"),
    ("أردف", "أردفت"),
    ("استطرد", "استطردت"),
    ("اعتبر", "اعتبرت"),
    ("أورد", "أوردت"),
    ("نفى", "نفت"),
    ("أبرز", "أبرزت"),
    ("زعم", "زعمت"),
    ("ادعى", "ادعت"),
    ("كتب", "كتبت"),
    ("اعترف", "اعترفت"),
    ("سجل", "سجلت"),
    ("يرى", "ترى"),
    ("يعتقد", "تعتقد"),
    ("يقول", "تقول"),
    ("يؤكد", "تؤكد"),
    ("لاحظ", "لاحظت"),
    ("استنتج", "استنتجت"),
    ("رجح", "رجحت"),
    ("أقسم", "أقسمت"),
    ("برر", "بررت"),
    ("روى", "روت"),
];

#[test]
fn arabic_verbs_report_and_agree() {
    for &(he, she) in AR_VERBS {
        for (verb, name) in [(he, "رامي الصباغ"), (she, "هدى النجار")] {
            let text = format!("و{verb} {name} أن الطريق سيبقى مغلقا حتى الغد.");
            let (article, digest) = read(&text);
            let found = written(&article, &digest);
            assert_eq!(found, [format!("~ أن الطريق سيبقى مغلقا حتى الغد | {name} | {verb}")], "{text}");
        }
        // Without a subject the verb's gender says which of two is meant.
        for (verb, name) in [(he, "رامي الصباغ"), (she, "هدى النجار")] {
            let text = format!(
                "قال رامي الصباغ إن الثلج سيذوب. وقالت هدى النجار إن البرد سيشتد. و{verb} «الطريق سيبقى مغلقا حتى الغد»."
            );
            let (article, digest) = read(&text);
            let quote = digest.quotes.iter().find(|q| q.direct).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(quote.speaker.map(|s| article.text(s.name)), Some(name), "{text}");
            assert_eq!(quote.speaker.and_then(|s| s.mention), None, "{text}");
        }
    }
}

#[test]
fn english_verbs_lead_and_follow() {
    for verb in [
        "said",
        "added",
        "wrote",
        "noted",
        "stated",
        "claimed",
        "argued",
        "explained",
        "insisted",
        "acknowledged",
        "admitted",
        "announced",
        "declared",
        "warned",
        "replied",
        "responded",
        "continued",
        "recalled",
        "concluded",
        "conceded",
        "confirmed",
        "denied",
        "predicted",
        "complained",
        "joked",
        "testified",
        "tweeted",
        "vowed",
    ] {
        for text in [
            format!("Ruth Adler {verb}, “The mill will not open again.”"),
            format!("“The mill will not open again,” Ruth Adler {verb}."),
            format!("Ruth Adler {verb} that “the mill will not open again.”"),
        ] {
            let (article, digest) = read(&text);
            let [quote] = &digest.quotes[..] else { panic!("{text}: {:?}", written(&article, &digest)) };
            assert_eq!(quote.speaker.map(|s| article.text(s.name)), Some("Ruth Adler"), "{text}");
            assert_eq!(quote.cue.map(|c| article.text(c)), Some(verb), "{text}");
        }
    }
}

#[test]
fn nouns_before_marks_name_what_stands_between() {
    for noun in
        ["صحيفة", "فيلم", "رواية", "تنظيم", "عملية", "حركة", "شركة", "مهرجان", "قناة", "برنامج", "مصطلح", "أغنية"]
    {
        let (article, digest) = read(&format!("وتحدث الناس طويلا عن {noun} «نجمة الشمال» في المدينة."));
        assert_eq!(written(&article, &digest), ["- نجمة الشمال"], "{noun}");
    }
    for noun in
        ["film", "novel", "song", "album", "magazine", "documentary", "operation", "slogan", "episode", "podcast"]
    {
        let (article, digest) = read(&format!("People talked for weeks about the {noun} “Northern Star” in town."));
        assert_eq!(written(&article, &digest), ["- Northern Star"], "{noun}");
    }
}

fn paragraphs(texts: &[&str]) -> Article {
    let blocks = texts.iter().map(|t| Block { kind: BlockKind::Paragraph, text: (*t).to_owned() }).collect();
    Article { blocks, ..Article::default() }
}

#[test]
fn a_quote_over_paragraphs_keeps_its_speaker() {
    let article = paragraphs(&[
        "Karim Haddad remembered the flood: “The water came at night.",
        "“We took the children to the roof and waited for the boats.",
        "“Nobody slept until the morning.”",
    ]);
    let digest = digest(&article, &Options::default());
    let names: Vec<_> = digest.quotes.iter().map(|q| q.speaker.map(|s| article.text(s.name))).collect();
    assert_eq!(names, [Some("Karim Haddad"); 3]);
    assert_eq!(digest.speakers[0].quotes, 3);
}

#[test]
fn a_missing_mark_swallows_no_article() {
    let article = paragraphs(&[
        "وقال كمال الراوي: «سنعود إلى الشارع غدا. وأغلقت المتاجر أبوابها في المدينة كلها.",
        "وانتهى اليوم من دون حوادث تذكر في الأحياء القديمة.",
    ]);
    let digest = digest(&article, &Options::default());
    assert_eq!(digest.quotes.len(), 1);
    assert_eq!(article.text(digest.quotes[0].span), "سنعود إلى الشارع غدا.");
}

/// What is said in an article, as `speaker: text`.
fn said(article: &Article) -> Vec<String> {
    let digest = digest(article, &Options::default());
    let named = |q: Option<Span>| q.map_or("-", |span| article.text(span));
    digest.quotes.iter().map(|q| format!("{}: {}", named(q.speaker.map(|s| s.name)), article.text(q.span))).collect()
}

#[test]
fn an_interview_gives_answers_to_who_is_interviewed() {
    let article = paragraphs(&[
        "في هذا الحوار تتحدث المخرجة سلمى الأيوبي عن فيلمها الجديد.",
        "س: كيف بدأت فكرة الفيلم؟",
        "ج: بدأت الفكرة من رسالة قديمة في بيت جدتي.",
        "كنا نقرأ الرسالة كل مساء ولا نفهم منها إلا القليل.",
        "س: وهل واجهتم صعوبات في التصوير؟",
        "ج: نعم، انقطعت الكهرباء مرات كثيرة.",
        "وسيعرض الفيلم في المهرجان المقبل.",
    ]);
    assert_eq!(
        said(&article),
        [
            "سلمى الأيوبي: بدأت الفكرة من رسالة قديمة في بيت جدتي.",
            "سلمى الأيوبي: كنا نقرأ الرسالة كل مساء ولا نفهم منها إلا القليل.",
            "سلمى الأيوبي: نعم، انقطعت الكهرباء مرات كثيرة.",
        ]
    );
    let article = paragraphs(&[
        "We spoke with Ruth Adler, who runs the town's only shelter.",
        "Harbour News: How many people came in the first night?",
        "Adler: More than we had beds for.",
        "Harbour News: What did the council do?",
        "Adler: The council sent blankets the next day.",
    ]);
    assert_eq!(
        said(&article),
        ["Ruth Adler: More than we had beds for.", "Ruth Adler: The council sent blankets the next day."]
    );
}

/// A headline that names before its colon who speaks.
#[test]
fn headlines_quote() {
    let rows: &[(&str, &str, &str)] = &[
        // By a title, which the article names.
        (
            "وزير الري: السد آمن ولا تسرب فيه",
            "قال وزير الري رامي الصباغ إن الفحوص انتهت.",
            "رامي الصباغ: السد آمن ولا تسرب فيه",
        ),
        // A role in the headline is his whom the article names.
        (
            "المبعوث الأممي يحذر من فراغ طويل",
            "قال رئيس البعثة الأممية يوهان كلاسن إن الهدنة هشة. وقال المبعوث الأممي إن الوقت ينفد بسرعة.",
            "يوهان كلاسن: إن الوقت ينفد بسرعة",
        ),
        // By a surname, and to whom.
        (
            "الصباغ لـ\"الأيام\": لم أقرر الرحيل بعد",
            "نفى المهاجم رامي الصباغ انتقاله إلى ناد آخر.",
            "رامي الصباغ: لم أقرر الرحيل بعد",
        ),
        // By a name that only a cue tells.
        (
            "بيلوتي: كنت قريبا من الاعتزال",
            "وقال الإيطالي فيتوريو بيلوتي إن الفريق جاهز.",
            "فيتوريو بيلوتي: كنت قريبا من الاعتزال",
        ),
        // By a body.
        (
            "الأمم المتحدة: الوضع في الجنوب كارثي",
            "قال منسق الإغاثة رامي الصباغ إن المؤن تنفد.",
            "الأمم المتحدة: الوضع في الجنوب كارثي",
        ),
        (
            "Police: Two drivers fled the scene",
            "Two drivers fled on Monday, police said.",
            "Police: Two drivers fled the scene",
        ),
    ];
    for (title, body, expected) in rows {
        let article = Article { title: Some((*title).to_owned()), ..paragraphs(&[body]) };
        let found = said(&article);
        assert!(found.contains(&(*expected).to_owned()), "{title}: {found:?}");
    }
    // A place or a topic is nobody.
    for (title, body) in [
        ("الجنوب: أمطار غزيرة تغلق الطرق", "أغلقت أمطار غزيرة طرق الجنوب ليل الأحد."),
        ("Harbour: A walk along the old wall", "The harbour has an old wall and many cats."),
    ] {
        let article = Article { title: Some(title.to_owned()), ..paragraphs(&[body]) };
        assert!(said(&article).is_empty(), "{title}");
    }
}

/// Questions and answers that nobody's name stands before.
#[test]
fn an_interview_without_labels() {
    let article = Article {
        title: Some("حوار مع الروائية هدى النجار".to_owned()),
        ..paragraphs(&[
            "أعد الحوار: رامي الصباغ",
            "نالت الروائية هدى النجار جائزة الرواية هذا العام.",
            "- كيف وصلك الخبر؟",
            "- كنت في القطار حين رن الهاتف.",
            "- وماذا تكتبين الآن؟",
            "- أكتب رواية عن نهر فقد ماءه.",
        ])
    };
    assert_eq!(said(&article), ["هدى النجار: كنت في القطار حين رن الهاتف.", "هدى النجار: أكتب رواية عن نهر فقد ماءه."]);
    let article = paragraphs(&[
        "Ruth Adler has counted whales off the coast for three decades.",
        "How did you start?",
        "My father was a lookout, and he took me to the tower.",
        "What has changed since then?",
        "I see boats where I once saw whales.",
    ]);
    assert_eq!(
        said(&article),
        [
            "Ruth Adler: My father was a lookout, and he took me to the tower.",
            "Ruth Adler: I see boats where I once saw whales.",
        ]
    );
    // Announced as one, its answers may speak of other things than who gives them.
    let article = Article {
        title: Some("حوار مع الكاتب كمال الراوي".to_owned()),
        ..paragraphs(&[
            "في هذا الحوار يتحدث الكاتب كمال الراوي عن روايته الجديدة.",
            "كيف بدأت فكرة الرواية؟",
            "بدأت من صورة قديمة وجدت في بيت الجد.",
            "هل هي سيرة ذاتية؟",
            "لا، هي سيرة مدينة كاملة.",
            "وماذا عن الترجمة؟",
            "ستصدر بالفرنسية في الخريف.",
        ])
    };
    assert_eq!(
        said(&article),
        [
            "كمال الراوي: بدأت من صورة قديمة وجدت في بيت الجد.",
            "كمال الراوي: لا، هي سيرة مدينة كاملة.",
            "كمال الراوي: ستصدر بالفرنسية في الخريف.",
        ]
    );
    // The last answer goes on as long as it speaks of who gives it; what stands behind it is the article's.
    let article = paragraphs(&[
        "Novelist Ruth Adler has counted whales off the coast for three decades.",
        "How did you start?",
        "My father was a lookout, and he took me to the tower.",
        "That was in the year of the great storm.",
        "What has changed since then?",
        "I see boats where I once saw whales.",
        "I have begun a book about them.",
        "Ruth Adler was born in Leeds, and lives there.",
    ]);
    assert_eq!(
        said(&article),
        [
            "Ruth Adler: My father was a lookout, and he took me to the tower.",
            "Ruth Adler: That was in the year of the great storm.",
            "Ruth Adler: I see boats where I once saw whales.",
            "Ruth Adler: I have begun a book about them.",
        ]
    );
    // Questions that the article answers itself.
    let article = paragraphs(&[
        "Ruth Adler of the town hall had the bridge closed.",
        "When does it close?",
        "The bridge closes at midnight on Sunday.",
        "What does the ferry cost?",
        "The ferry is free for residents.",
    ]);
    assert!(said(&article).is_empty());
}

#[test]
fn a_label_that_names_nobody_speaks_for_nobody() {
    let article = paragraphs(&["Update: The bridge is closed until further notice.", "Photo: The old mill at night."]);
    assert!(said(&article).is_empty());
}

#[test]
fn a_block_quote_is_a_quote() {
    let mut article = paragraphs(&["Helen Ortiz had a warning for the council:"]);
    article.blocks.push(Block { kind: BlockKind::Quote, text: "Pay now or pay double next year.".to_owned() });
    article.blocks.push(Block {
        kind: BlockKind::Quote,
        text: "We fix nets and mind our business. — Omar Sayegh, fisherman".to_owned(),
    });
    assert_eq!(
        said(&article),
        ["Helen Ortiz: Pay now or pay double next year.", "Omar Sayegh: We fix nets and mind our business."]
    );
}

#[test]
fn what_is_not_the_articles_own_is_passed_over() {
    let mut article = paragraphs(&["The council met on Monday and went home early."]);
    article.blocks.push(Block { kind: BlockKind::Embed, text: "“Read this,” said Helen Ortiz.".to_owned() });
    let digest = digest(&article, &Options::default());
    assert!(digest.quotes.is_empty());
}

#[test]
fn the_cast_counts_each_ones_quotes() {
    let (article, digest) = read(
        "قال رامي الصباغ مدير المرصد إن العاصفة قريبة. وأضاف «لا داعي للخوف أبدا». وقالت هدى النجار إن المدارس ستغلق.",
    );
    let cast: Vec<_> =
        digest.speakers.iter().map(|s| (article.text(s.name), s.role.map(|r| article.text(r)), s.quotes)).collect();
    assert_eq!(cast, [("رامي الصباغ", Some("مدير المرصد"), 2), ("هدى النجار", None, 1)]);
}

#[test]
fn hostile_marks_neither_panic_nor_overlap() {
    let mut texts: Vec<String> = Vec::new();
    for unit in
        ["«", "»", "“", "”", "\"", "'", "’a ", "قال «", "said “", "a.” ", "«a» و", "'' ", "(«a» ", "قال إن ", "- "]
    {
        texts.push(unit.repeat(3000));
        texts.push(format!("{}قال محمد إن «كذا وكذا»", unit.repeat(500)));
    }
    for text in &texts {
        let (article, digest) = read(text);
        for quote in &digest.quotes {
            assert!(!article.text(quote.span).is_empty());
        }
        for pair in digest.quotes.windows(2) {
            let (a, b) = (pair[0].span, pair[1].span);
            assert!(!a.overlaps(b) || a.contains(b) || b.contains(a), "{:?} {:?}", a, b);
        }
    }
}
