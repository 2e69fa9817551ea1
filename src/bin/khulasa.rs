//! The native program: articles as JSON Lines on standard input, digests on standard output.
//!
//! A line that is no article gets `{"id": …, "error": …}` in its place and the run goes
//! on; the exit status is then 1. Lone surrogates in a string become U+FFFD.

use std::io::{self, BufRead, BufWriter, Write};
use std::process::ExitCode;

use khulasa::surface::Surface;
use khulasa::{Article, Block, BlockKind, House, Options, digest};
use serde::Serialize;
use serde_json::{Map, Value, json};

const USAGE: &str =
    "khulasa [--sentences N | --length short|medium|long] [--house FILE] < articles.jsonl > digests.jsonl
khulasa --explain < articles.jsonl        what each sentence's place in the summary hangs on";

fn main() -> ExitCode {
    let mut words: Vec<String> = std::env::args().skip(1).collect();
    let explain = words.iter().position(|word| word == "--explain").map(|at| words.remove(at)).is_some();
    let options = match options(words.into_iter()) {
        Ok(Some(options)) => options,
        Ok(None) => {
            println!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        Err(message) => {
            eprintln!("khulasa: {message}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    match run(io::stdin().lock(), BufWriter::new(io::stdout().lock()), &options, explain) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::from(1),
        // A reader that has seen enough, such as `head`, is no failure of ours.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("khulasa: {error}");
            ExitCode::from(2)
        }
    }
}

fn options(mut words: impl Iterator<Item = String>) -> Result<Option<Options>, String> {
    let mut options = Options::default();
    while let Some(word) = words.next() {
        let (name, inline) = match word.split_once('=') {
            Some((name, value)) => (name.to_owned(), Some(value.to_owned())),
            None => (word, None),
        };
        let mut value = || inline.clone().or_else(|| words.next()).ok_or(format!("{name} takes a value"));
        match name.as_str() {
            "--sentences" => {
                let count = value()?;
                let count = count.parse().map_err(|_| format!("--sentences takes a number, not {count:?}"))?;
                options.sentences = Some(count);
            }
            "--length" => {
                let length = value()?;
                options.length =
                    khulasa::Length::from_name(&length).ok_or(format!("no length is called {length:?}"))?;
            }
            "--house" => {
                let file = value()?;
                let rows = std::fs::read_to_string(&file).map_err(|error| format!("{file}: {error}"))?;
                options.house = House::parse(&rows);
                if let [problem, ..] = options.house.problems() {
                    return Err(format!("{file}: {problem}"));
                }
            }
            "--help" | "-h" => return Ok(None),
            _ => return Err(format!("unknown option {name:?}")),
        }
    }
    Ok(Some(options))
}

/// Digests every line; false where one was no article.
fn run(mut input: impl BufRead, mut output: impl Write, options: &Options, explain: bool) -> io::Result<bool> {
    let mut all_read = true;
    let mut line = Vec::new();
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line)? == 0 {
            break;
        }
        if line.iter().all(u8::is_ascii_whitespace) {
            continue;
        }
        match read(&line) {
            Ok((id, article)) if explain => {
                serde_json::to_writer(&mut output, &explained(&id, &article, &options.house))?
            }
            Ok((id, article)) => {
                let digest = digest(&article, options);
                serde_json::to_writer(&mut output, &Line { id: &id, surface: Surface::new(&article, &digest) })?;
            }
            Err((id, error)) => {
                all_read = false;
                serde_json::to_writer(&mut output, &json!({ "id": id, "error": error }))?;
            }
        }
        output.write_all(b"\n")?;
        // Whoever reads the pipe line by line gets each digest when it is done.
        output.flush()?;
    }
    Ok(all_read)
}

/// The sentences that a summary may hold, with what each one's score is made of.
fn explained(id: &Value, article: &Article, house: &House) -> Value {
    let sentences: Vec<Value> = khulasa::explain(article, house)
        .iter()
        .map(|s| json!({ "text": article.text(s.span), "score": s.score, "features": s.features, "leans_on": s.leans_on }))
        .collect();
    json!({ "id": id, "features": khulasa::summary::feature_names(), "sentences": sentences })
}

struct Line<'a> {
    id: &'a Value,
    surface: Surface<'a>,
}

impl Serialize for Line<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Flat<'a> {
            id: &'a Value,
            #[serde(flatten)]
            surface: &'a Surface<'a>,
        }
        Flat { id: self.id, surface: &self.surface }.serialize(serializer)
    }
}

/// The article of a line with its id; else the id, as far as one can be told, and what is wrong.
fn read(line: &[u8]) -> Result<(Value, Article), (Value, String)> {
    let text = std::str::from_utf8(line).map_err(|error| (Value::Null, format!("not UTF-8: {error}")))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let value: Value = serde_json::from_str(text)
        .or_else(|error| match replace_lone_surrogates(text) {
            Some(mended) => serde_json::from_str(&mended),
            None => Err(error),
        })
        .map_err(|error| (Value::Null, format!("not JSON: {error}")))?;
    let Value::Object(fields) = value else {
        return Err((Value::Null, "not an object".to_owned()));
    };
    let id = fields.get("id").cloned().unwrap_or(Value::Null);
    article(&fields).map(|article| (id.clone(), article)).map_err(|error| (id, error))
}

fn article(fields: &Map<String, Value>) -> Result<Article, String> {
    let text = |name: &str| match fields.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.clone())),
        Some(_) => Err(format!("{name} is not a string")),
    };
    let blocks = match (fields.get("blocks"), text("text")?) {
        (None | Some(Value::Null), Some(text)) => Article::from_text(&text).blocks,
        (Some(Value::Array(blocks)), None) => {
            blocks.iter().enumerate().map(|(at, b)| block(at, b)).collect::<Result<_, _>>()?
        }
        (Some(Value::Array(_)), Some(_)) => return Err("both blocks and text are given".to_owned()),
        (None | Some(Value::Null), None) => return Err("neither blocks nor text is given".to_owned()),
        (Some(_), _) => return Err("blocks is not a list".to_owned()),
    };
    Ok(Article { lang: text("lang")?, published: text("published")?, title: text("title")?, blocks })
}

fn block(at: usize, block: &Value) -> Result<Block, String> {
    let text = block.get("text").and_then(Value::as_str).ok_or(format!("block {at} has no text"))?;
    let kind = match block.get("kind") {
        None | Some(Value::Null) => BlockKind::Paragraph,
        Some(name) => name
            .as_str()
            .and_then(BlockKind::from_name)
            .ok_or_else(|| format!("block {at} is of no known kind: {name}"))?,
    };
    Ok(Block { kind, text: text.to_owned() })
}

/// JSON text with `\uD800`-like escapes that pair with nothing made `\uFFFD`, as browsers
/// do when they encode such a string; `None` where there is none.
fn replace_lone_surrogates(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut replaced = false;
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        match surrogate(rest) {
            Some(0xd800..0xdc00) if matches!(rest.get(6..).and_then(surrogate), Some(0xdc00..0xe000)) => {
                out.push_str(&rest[..12]);
                rest = &rest[12..];
            }
            Some(_) => {
                out.push_str("\\ufffd");
                rest = &rest[6..];
                replaced = true;
            }
            None => {
                let escape = rest.char_indices().nth(2).map_or(rest.len(), |(end, _)| end);
                out.push_str(&rest[..escape]);
                rest = &rest[escape..];
            }
        }
    }
    out.push_str(rest);
    replaced.then_some(out)
}

/// The surrogate that an escape at the start of a text stands for.
fn surrogate(text: &str) -> Option<u16> {
    let digits = text.strip_prefix("\\u")?.get(..4)?;
    u16::from_str_radix(digits, 16).ok().filter(|unit| (0xd800..0xe000).contains(unit))
}
