//! The native program: lines in, lines out, bad ones among them.

#![cfg(feature = "cli")]

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::Value;

struct Run {
    digests: Vec<Value>,
    status: i32,
    errors: String,
}

fn run(arguments: &[&str], input: &[u8]) -> Run {
    let mut child = Command::new(env!("CARGO_BIN_EXE_khulasa"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.to_vec();
    // A thread of its own: the program answers before it has read all.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&input)));
    let output = child.wait_with_output().expect("the program ends");
    writer.join().expect("the writer ends");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    Run {
        digests: text.lines().map(|line| serde_json::from_str(line).expect("a line of JSON")).collect(),
        status: output.status.code().expect("no signal"),
        errors: String::from_utf8_lossy(&output.stderr).into_owned(),
    }
}

#[test]
fn good_lines_give_digests_in_order() {
    let input = r#"{"id": "a", "text": "The dam broke on Monday. Three people were hurt."}

{"id": 7, "lang": "ar", "published": "2024-02-20", "title": "انهار السد", "blocks": [{"kind": "paragraph", "text": "انهار السد يوم الاثنين، وأصيب ثلاثة أشخاص."}]}
"#;
    let run = run(&["--sentences", "1"], input.as_bytes());
    assert_eq!((run.status, run.digests.len()), (0, 2), "{}", run.errors);
    assert_eq!(run.digests[0]["id"], "a");
    assert_eq!(run.digests[0]["language"], "en");
    assert_eq!(run.digests[0]["summary"].as_array().map(Vec::len), Some(1));
    assert_eq!(run.digests[1]["id"], 7);
    assert_eq!(run.digests[1]["direction"], "rtl");
}

/// Each line that is no article gets an error in its place; what stands around it its digest.
#[test]
fn bad_lines_get_errors_and_the_run_goes_on() {
    let rows: &[(&str, &[u8], Value)] = &[
        ("no JSON", b"not json", Value::Null),
        ("half an object", br#"{"id": "x", "text": "#, Value::Null),
        ("not UTF-8", b"{\"id\": \"x\", \"text\": \"\xff\xfe\"}", Value::Null),
        ("a list", b"[1, 2]", Value::Null),
        ("a number", b"42", Value::Null),
        ("no text", br#"{"id": "x"}"#, "x".into()),
        ("both", br#"{"id": "x", "text": "a", "blocks": []}"#, "x".into()),
        ("text is a number", br#"{"id": "x", "text": 5}"#, "x".into()),
        ("blocks is a text", br#"{"id": "x", "blocks": "a"}"#, "x".into()),
        ("a block without text", br#"{"id": "x", "blocks": [{"kind": "paragraph"}]}"#, "x".into()),
        ("a block of no kind", br#"{"id": "x", "blocks": [{"kind": "poem", "text": "a"}]}"#, "x".into()),
        ("title is a list", br#"{"id": "x", "text": "a", "title": []}"#, "x".into()),
    ];
    for (why, line, id) in rows {
        let good = br#"{"id": "good", "text": "The dam broke."}"#;
        let run = run(&[], &[good.as_slice(), line, good].join(b"\n".as_slice()));
        assert_eq!((run.status, run.digests.len()), (1, 3), "{why}: {}", run.errors);
        assert_eq!(run.digests[1]["id"], *id, "{why}");
        assert!(run.digests[1]["error"].as_str().is_some_and(|e| !e.is_empty()), "{why}");
        for at in [0, 2] {
            assert_eq!(run.digests[at]["id"], "good", "{why}");
            assert!(run.digests[at].get("error").is_none(), "{why}");
        }
    }
}

/// Bad input that is an article all the same.
#[test]
fn odd_articles_give_digests() {
    let long = format!(r#"{{"id": "x", "text": "{}"}}"#, "قال الوزير إن السد انهار ".repeat(25_000));
    let rows: &[(&str, &str, &str)] = &[
        ("no text at all", r#"{"id": "x", "text": ""}"#, "und"),
        ("no blocks", r#"{"id": "x", "blocks": []}"#, "und"),
        ("no known language", r#"{"id": "x", "text": "Министерство сообщило о наводнении."}"#, "und"),
        ("a lone surrogate", r#"{"id": "x", "text": "The dam \ud83d broke and the river rose."}"#, "en"),
        ("surrogates in the wrong order", r#"{"id": "x", "text": "The dam \udc00\ud83d broke and it rained."}"#, "en"),
        ("a pair", r#"{"id": "x", "text": "The dam \ud83d\ude00 broke and the river rose."}"#, "en"),
        (
            "a published that is no date",
            r#"{"id": "x", "published": "yesterday", "text": "The dam broke on Sunday."}"#,
            "en",
        ),
        ("an impossible day", r#"{"id": "x", "published": "2024-13-45", "text": "The dam broke on Sunday."}"#, "en"),
        (
            "a published of other letters",
            r#"{"id": "x", "published": "٢٠٢٤-٠٢-٢٠", "text": "The dam broke on Sunday."}"#,
            "en",
        ),
        (
            "a tag that is none",
            r#"{"id": "x", "lang": "??", "text": "The dam broke on Sunday and it rained all night long."}"#,
            "en",
        ),
        ("more than 1 MB on one line", &long, "ar"),
        ("nulls", r#"{"id": null, "lang": null, "published": null, "title": null, "text": "The dam broke."}"#, "en"),
    ];
    for (why, line, language) in rows {
        let run = run(&[], line.as_bytes());
        assert_eq!((run.status, run.digests.len()), (0, 1), "{why}: {}", run.errors);
        let digest = &run.digests[0];
        assert_eq!(digest["language"], *language, "{why}");
        for sentence in digest["summary"].as_array().expect("a list") {
            assert!(sentence["text"].as_str().is_some_and(|t| !t.is_empty()), "{why}");
        }
    }
    let warned = run(&[], br#"{"id": "x", "published": "yesterday", "text": "The dam broke."}"#);
    assert!(warned.digests[0]["warnings"][0].as_str().is_some_and(|w| w.contains("published")));
}

#[test]
fn options_are_checked() {
    let rows: &[(&[&str], i32)] = &[
        (&["--sentences", "2"], 0),
        (&["--sentences=2"], 0),
        (&["--length", "long"], 0),
        (&["--help"], 0),
        (&["--sentences", "many"], 2),
        (&["--sentences"], 2),
        (&["--length", "epic"], 2),
        (&["--unknown"], 2),
    ];
    for (arguments, status) in rows {
        let input: &[u8] = if arguments == &["--help"] { b"" } else { br#"{"id": 1, "text": "The dam broke."}"# };
        let output = Command::new(env!("CARGO_BIN_EXE_khulasa"))
            .args(*arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .and_then(|mut child| {
                // The program may have ended before it reads: that is the row's point.
                drop(child.stdin.take().expect("a pipe").write_all(input));
                child.wait_with_output()
            })
            .expect("the program runs");
        assert_eq!(output.status.code(), Some(*status), "{arguments:?}");
        assert_eq!(output.stderr.is_empty(), *status == 0, "{arguments:?}");
    }
}

/// A house's own words come from a file; the program does not begin with a row that is none.
#[test]
fn a_house_brings_its_words() {
    let folder = std::env::temp_dir().join(format!("khulasa-house-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let file = |name: &str, rows: &str| {
        let path = folder.join(name);
        std::fs::write(&path, rows).expect("a file");
        path.into_os_string().into_string().expect("UTF-8")
    };
    let good = file("good.txt", "# ours\nunit measure: feddan, feddans\n");
    let bad = file("bad.txt", "unit furlongs: feddans\n");
    let article = br#"{"id": 1, "text": "The ministry will sell 3,000 feddans this year."}"#;

    let kind = |run: &Run| run.digests[0]["figures"][0]["kind"].clone();
    assert_eq!(kind(&run(&[], article)), "count");
    assert_eq!(kind(&run(&["--house", &good], article)), "measure");
    for (house, said) in [(bad.as_str(), "unit furlongs"), ("no-such-file.txt", "no-such-file.txt")] {
        let run = run(&["--house", house], b"");
        assert_eq!((run.status, run.digests.len()), (2, 0), "{house}");
        assert!(run.errors.contains(said), "{house}: {}", run.errors);
    }
    std::fs::remove_dir_all(&folder).expect("the folder is ours");
}
