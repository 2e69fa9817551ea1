//! Milliseconds by room and length of the text, and how many times as long a byte of 10 MB takes as one
//! of 10 KB: the native table of docs/SPEED.md, on standard output. `WRITE=1` puts it there.
//!
//! Lengths take turns, round by round, and the median round counts: the machine's moods fall on all.

use std::time::Duration;

use khulasa_bench::{LANGUAGES, ROOMS, SIZES, article, bytes, fold_all, rooms};

/// Rounds, of which the median counts; a round of a length is as many runs as this many bytes take.
const ROUNDS: usize = 5;
const ROUND_BYTES: usize = 2_000_000;

fn main() {
    let mut out = String::from("<!-- native -->\n");
    for language in LANGUAGES {
        out += &table(language);
    }
    out += "<!-- /native -->";
    println!("{out}");
    if std::env::var_os("WRITE").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/SPEED.md");
        let page = std::fs::read_to_string(path).expect("docs/SPEED.md is there");
        let (before, rest) = page.split_once("<!-- native -->").expect("it has a place for the native table");
        let (_, after) = rest.split_once("<!-- /native -->").expect("which ends");
        std::fs::write(path, format!("{before}{out}{after}")).expect("it can be written");
    }
}

/// Nanoseconds a byte of each step, by length.
fn measure(language: &str) -> Vec<[f64; ROOMS.len() + 2]> {
    let articles = SIZES.map(|size| article(language, size));
    let mut rounds = vec![Vec::new(); SIZES.len()];
    for _ in 0..ROUNDS {
        for (article, rounds) in articles.iter().zip(&mut rounds) {
            let size = bytes(article);
            let runs = (ROUND_BYTES / size).max(1);
            let mut times = [Duration::ZERO; ROOMS.len() + 2];
            for _ in 0..runs {
                let start = std::time::Instant::now();
                std::hint::black_box(fold_all(article));
                times[0] += start.elapsed();
                for (time, taken) in times[1..].iter_mut().zip(rooms(article)) {
                    *time += taken;
                }
            }
            times[ROOMS.len() + 1] = times[1..=ROOMS.len()].iter().sum();
            rounds.push(times.map(|time| time.as_secs_f64() * 1e9 / (runs * size) as f64));
        }
    }
    let median = |rounds: &Vec<[f64; ROOMS.len() + 2]>| {
        std::array::from_fn(|step| {
            let mut of: Vec<f64> = rounds.iter().map(|times| times[step]).collect();
            of.sort_by(f64::total_cmp);
            of[of.len() / 2]
        })
    };
    rounds.iter().map(median).collect()
}

fn table(language: &str) -> String {
    let measured = measure(language);
    let mut out = format!("\n{language}, nanoseconds a byte:\n\n| room |");
    SIZES.iter().for_each(|size| out += &format!(" {} KB |", size / 1_000));
    out += " 10 MB / 10 KB |\n| --- |";
    out += &" ---: |".repeat(SIZES.len() + 1);
    let steps = ["fold"].into_iter().chain(ROOMS).chain(["the whole digest"]);
    for (step, name) in steps.enumerate() {
        out += &format!("\n| {name} |");
        measured.iter().for_each(|of| out += &format!(" {:.1} |", of[step]));
        out += &format!(" {:.2} |", measured[SIZES.len() - 1][step] / measured[1][step]);
    }
    out += "\n| MB/s of the whole |";
    measured.iter().for_each(|of| out += &format!(" {:.1} |", 1e3 / of[ROOMS.len() + 1]));
    out + " |\n"
}
