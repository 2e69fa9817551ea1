//! The article the project started from, against its gold: everything that is not optional
//! is found, and nothing comes out of its boilerplate. Both lie outside the repository;
//! without them the test says so and passes over.

#![cfg(feature = "cli")] // for serde_json, which reads the gold

use std::path::Path;

use khulasa::surface::Surface;
use khulasa::{Article, Options, digest};
use serde_json::{Value, json};

const GOLD: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/eval/data/arabic-gold/iraq-coalition");

/// The article, its gold and its digest as the surfaces give it.
fn starting_article() -> Option<(Value, Value)> {
    if !Path::new(&format!("{GOLD}.txt")).exists() {
        println!("skipped: ../shared is not here");
        return None;
    }
    let text = std::fs::read_to_string(format!("{GOLD}.txt")).expect("the article");
    let gold: Value =
        serde_json::from_str(&std::fs::read_to_string(format!("{GOLD}.json")).expect("the gold")).expect("JSON");
    let (title, body) = text.split_once('\n').expect("a title and a body");
    let mut article = Article::from_text(body);
    article.title = Some(title.to_owned());
    article.published = gold["published"].as_str().map(str::to_owned);
    let digest = digest(&article, &Options::default());
    Some((gold, json!(Surface::new(&article, &digest))))
}

/// The items of a list of the gold that have to be found.
fn required<'a>(gold: &'a Value, list: &str) -> impl Iterator<Item = &'a Value> {
    let items = gold[list].as_array().expect("a list").iter();
    items.filter(|item| item["optional"] != true && item["boilerplate"] != true)
}

/// The item of a list of the digest with exactly this text.
fn with_text<'a>(digest: &'a Value, list: &str, text: &Value) -> &'a Value {
    let found = digest[list].as_array().expect("a list").iter().find(|item| item["text"] == *text);
    found.unwrap_or_else(|| panic!("{list}: {text} is missing"))
}

#[test]
fn every_figure_is_found() {
    let Some((gold, digest)) = starting_article() else { return };
    for item in required(&gold, "figures") {
        let found = with_text(&digest, "figures", &item["text"]);
        assert_eq!(found["value"].as_f64(), item["value"].as_f64(), "{}", item["text"]);
        assert_eq!(found["kind"], item["kind"], "{}", item["text"]);
        assert_eq!(found["unit"], item["unit"], "{}", item["text"]);
        assert_eq!(found["modifier"], item["mod"], "{}", item["text"]);
    }
    assert_eq!(digest["figures"].as_array().expect("a list").len(), required(&gold, "figures").count());
}

#[test]
fn every_date_is_found() {
    let Some((gold, digest)) = starting_article() else { return };
    for item in required(&gold, "dates") {
        let found = with_text(&digest, "dates", &item["text"]);
        assert_eq!(found["value"], item["value"], "{}", item["text"]);
        assert_eq!(found["kind"], item["type"], "{}", item["text"]);
        let modifier = item["mod"].as_str().map(|m| m.replace('_', "-"));
        assert_eq!(found["modifier"].as_str(), modifier.as_deref(), "{}", item["text"]);
    }
    assert_eq!(digest["dates"].as_array().expect("a list").len(), required(&gold, "dates").count());
}

#[test]
fn every_quote_is_found_with_its_speaker() {
    let Some((gold, digest)) = starting_article() else { return };
    for item in required(&gold, "quotes") {
        let found = with_text(&digest, "quotes", &item["text"]);
        assert_eq!(found["speaker"]["name"], item["speaker"], "{}", item["text"]);
        assert_eq!(found["direct"], true);
    }
    let direct = digest["quotes"].as_array().expect("a list").iter().filter(|q| q["direct"] == true);
    assert_eq!(direct.count(), required(&gold, "quotes").count());
    for trap in gold["not_quotes"].as_array().expect("a list") {
        let taken = digest["quotes"].as_array().expect("a list").iter().any(|q| q["text"] == trap["text"]);
        assert!(!taken, "{} is no quote", trap["text"]);
    }
}

#[test]
fn nothing_comes_from_the_boilerplate() {
    let Some((_, digest)) = starting_article() else { return };
    // The embedded post and its signature, the label of the links and the links.
    let boilerplate = ["pic.twitter", "AlArabiya", "اقرأ المزيد", "خاص|", "السيسي"];
    for list in ["summary", "figures", "dates", "quotes", "terms"] {
        for item in digest[list].as_array().expect("a list") {
            let text = item["text"].as_str().expect("a text");
            assert!(!boilerplate.iter().any(|b| text.contains(b)), "{list}: {text}");
        }
    }
}
