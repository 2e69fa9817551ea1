//! The surfaces: a digest with its texts and with UTF-16 offsets, as JSON and JavaScript get it.
//!
//! The one place where byte offsets become UTF-16 code units, and where spans become text.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::article::{Article, Span};
use crate::digest::{CastMember, DateMention, Day, Digest, Direction, Figure, Quote, Speaker, SummarySentence, Unit};

/// A digest beside its article, ready to be serialized.
///
#[cfg_attr(feature = "cli", doc = "```")]
#[cfg_attr(not(feature = "cli"), doc = "```ignore")]
/// use khulasa::surface::Surface;
/// use khulasa::{Article, Options, digest};
///
/// let article = Article::from_text("نحو 2500 عسكري غادروا الوادي.");
/// let digest = digest(&article, &Options::default());
/// let json = serde_json::to_value(Surface::new(&article, &digest))?;
/// assert_eq!(json["figures"][0]["text"], "نحو 2500 عسكري");
/// assert_eq!(json["figures"][0]["span"], serde_json::json!({ "block": 0, "start": 0, "end": 14 }));
/// # Ok::<(), serde_json::Error>(())
/// ```
pub struct Surface<'a> {
    article: &'a Article,
    digest: &'a Digest,
    /// By block, the title first: where bytes and UTF-16 units part.
    offsets: Vec<Utf16Offsets>,
}

impl<'a> Surface<'a> {
    pub fn new(article: &'a Article, digest: &'a Digest) -> Surface<'a> {
        let title = Utf16Offsets::new(article.block_text(None));
        let blocks = article.blocks.iter().map(|b| Utf16Offsets::new(&b.text));
        Surface { article, digest, offsets: std::iter::once(title).chain(blocks).collect() }
    }

    fn offsets(&self, block: Option<u32>) -> &Utf16Offsets {
        &self.offsets[block.map_or(0, |b| b as usize + 1)]
    }

    /// A value of the digest with what it needs to be written out.
    fn with<T>(&'a self, value: T) -> Shown<'a, T> {
        Shown { surface: self, value }
    }

    fn list<T>(&'a self, values: &'a [T]) -> Vec<Shown<'a, &'a T>> {
        values.iter().map(|v| self.with(v)).collect()
    }

    /// The digest without the lists that grow with an article, which are empty: [`Surface::figures`],
    /// [`Surface::dates`], [`Surface::quotes`], for whoever writes them out one after the other.
    pub fn outline(&'a self) -> impl Serialize + 'a {
        Outline(self)
    }

    pub fn figures(&'a self) -> impl Serialize + 'a {
        self.list(&self.digest.figures)
    }

    pub fn dates(&'a self) -> impl Serialize + 'a {
        self.list(&self.digest.dates)
    }

    pub fn quotes(&'a self) -> impl Serialize + 'a {
        self.list(&self.digest.quotes)
    }

    fn text(&self, span: Span) -> &'a str {
        self.article.text(span)
    }
}

/// UTF-16 offsets of a text by its byte offsets, both ways, in steps of `STEP` bytes:
/// small beside the text, and no look-up reads more than a step.
#[derive(Debug)]
pub struct Utf16Offsets {
    /// UTF-16 units of the characters that begin before byte `STEP * n`. Empty for ASCII.
    steps: Vec<u32>,
    ascii: bool,
}

const STEP: usize = 64;

/// UTF-16 units of the characters that begin in a row of UTF-8 bytes: one each, and two of those that have
/// four bytes. Eight bytes at a time: each is counted in its lowest bit.
fn units(bytes: &[u8]) -> u32 {
    const LOWEST: u64 = 0x0101_0101_0101_0101;
    let (eights, rest) = bytes.as_chunks::<8>();
    let eights = eights.iter().fold(0, |sum, &eight| {
        let eight = u64::from_ne_bytes(eight);
        let begins = !(eight >> 7) | eight >> 6;
        let of_four = eight >> 7 & eight >> 6 & eight >> 5 & eight >> 4;
        sum + (begins & LOWEST).count_ones() + (of_four & LOWEST).count_ones()
    });
    rest.iter().fold(eights, |sum, &byte| sum + u32::from(byte & 0xc0 != 0x80) + u32::from(byte >= 0xf0))
}

impl Utf16Offsets {
    pub fn new(text: &str) -> Utf16Offsets {
        if text.is_ascii() {
            return Utf16Offsets { steps: Vec::new(), ascii: true };
        }
        let mut steps = Vec::with_capacity(text.len() / STEP + 1);
        let mut sum = 0;
        for part in text.as_bytes().chunks(STEP) {
            steps.push(sum);
            sum += units(part);
        }
        Utf16Offsets { steps, ascii: false }
    }

    /// The UTF-16 offset of a byte offset of the same text.
    pub fn utf16(&self, text: &str, byte: u32) -> u32 {
        if self.ascii {
            return byte;
        }
        let byte = byte as usize;
        let step = (byte / STEP).min(self.steps.len() - 1);
        self.steps[step] + units(&text.as_bytes()[step * STEP..byte])
    }

    /// The byte offset of a UTF-16 offset of the same text; `None` past its end or inside a character.
    pub fn byte(&self, text: &str, utf16: u32) -> Option<u32> {
        if self.ascii {
            return (utf16 as usize <= text.len()).then_some(utf16);
        }
        let step = self.steps.partition_point(|&units| units <= utf16).max(1) - 1;
        let from = ceil_char_boundary(text, step * STEP);
        let mut units = self.steps[step];
        for (at, c) in text[from..].char_indices() {
            if units >= utf16 {
                return (units == utf16).then_some((from + at) as u32);
            }
            units += c.len_utf16() as u32;
        }
        (units == utf16).then_some(text.len() as u32)
    }
}

fn ceil_char_boundary(text: &str, mut at: usize) -> usize {
    while at < text.len() && !text.is_char_boundary(at) {
        at += 1;
    }
    at.min(text.len())
}

struct Shown<'a, T> {
    surface: &'a Surface<'a>,
    value: T,
}

impl Serialize for Surface<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.write(serializer, &self.digest.figures, &self.digest.dates, &self.digest.quotes)
    }
}

struct Outline<'a>(&'a Surface<'a>);

impl Serialize for Outline<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(serializer, &[], &[], &[])
    }
}

impl Surface<'_> {
    fn write<S: Serializer>(
        &self,
        serializer: S,
        figures: &[Figure],
        dates: &[DateMention],
        quotes: &[Quote],
    ) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Digest", 12)?;
        out.serialize_field("language", self.digest.language)?;
        out.serialize_field(
            "direction",
            match self.digest.direction {
                Direction::Ltr => "ltr",
                Direction::Rtl => "rtl",
            },
        )?;
        out.serialize_field("title", &self.article.title)?;
        out.serialize_field("published", &self.article.published)?;
        out.serialize_field("summary", &self.list(&self.digest.summary))?;
        out.serialize_field("figures", &self.list(figures))?;
        out.serialize_field("dates", &self.list(dates))?;
        out.serialize_field("quotes", &self.list(quotes))?;
        out.serialize_field("speakers", &self.list(&self.digest.speakers))?;
        let terms: Vec<_> = self.digest.terms.iter().map(|&span| self.with(span)).collect();
        out.serialize_field("terms", &terms)?;
        let boilerplate: Vec<_> = self.digest.boilerplate.iter().map(|&span| self.with(Offsets(span))).collect();
        out.serialize_field("boilerplate", &boilerplate)?;
        out.serialize_field("warnings", &self.digest.warnings)?;
        out.end()
    }
}

/// A span as a stretch of text: `{text, span}`.
impl Serialize for Shown<'_, Span> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Stretch", 2)?;
        out.serialize_field("text", self.surface.text(self.value))?;
        out.serialize_field("span", &self.surface.with(Offsets(self.value)))?;
        out.end()
    }
}

/// A span alone: `{block, start, end}`.
struct Offsets(Span);

impl Serialize for Shown<'_, Offsets> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let span = self.value.0;
        let text = self.surface.article.block_text(span.block());
        let offsets = self.surface.offsets(span.block());
        let mut out = serializer.serialize_struct("Span", 3)?;
        out.serialize_field("block", &span.block())?;
        out.serialize_field("start", &offsets.utf16(text, span.start))?;
        out.serialize_field("end", &offsets.utf16(text, span.end))?;
        out.end()
    }
}

impl<'a, T> Shown<'a, T> {
    fn stretch(&self, span: Option<Span>) -> Option<Shown<'a, Span>> {
        span.map(|s| self.surface.with(s))
    }

    fn offsets(&self, span: Option<Span>) -> Option<Shown<'a, Offsets>> {
        span.map(|s| self.surface.with(Offsets(s)))
    }
}

impl Serialize for Shown<'_, &SummarySentence> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("SummarySentence", 6)?;
        out.serialize_field("text", self.surface.text(self.value.span))?;
        out.serialize_field("span", &self.surface.with(Offsets(self.value.span)))?;
        out.serialize_field("score", &((f64::from(self.value.score) * 1000.0).round() / 1000.0))?;
        out.serialize_field("figures", &self.value.figures)?;
        out.serialize_field("dates", &self.value.dates)?;
        out.serialize_field("quotes", &self.value.quotes)?;
        out.end()
    }
}

impl Serialize for Shown<'_, &Figure> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let figure = self.value;
        let mut out = serializer.serialize_struct("Figure", 10)?;
        out.serialize_field("text", self.surface.text(figure.span))?;
        out.serialize_field("span", &self.surface.with(Offsets(figure.span)))?;
        out.serialize_field("value", &Number(figure.value))?;
        out.serialize_field("high", &figure.high.map(Number))?;
        out.serialize_field("modifier", &figure.modifier.map(|m| m.name()))?;
        out.serialize_field("kind", figure.kind.name())?;
        let unit = figure.unit.map(|unit| match unit {
            Unit::Code(code) => code,
            Unit::Noun(span) => self.surface.text(span),
        });
        out.serialize_field("unit", &unit)?;
        out.serialize_field("sentence", &self.offsets(figure.sentence))?;
        out.serialize_field("place", &self.stretch(figure.place))?;
        out.serialize_field("owner", &self.stretch(figure.owner))?;
        out.end()
    }
}

/// A number, written as an integer where it is one.
struct Number(f64);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Up to 2^53 every integer is exact, in f64 and in JavaScript, whose numbers are all of one kind.
        if cfg!(not(target_arch = "wasm32")) && self.0.fract() == 0.0 && self.0.abs() < 9.0e15 {
            serializer.serialize_i64(self.0 as i64)
        } else {
            // Zero has no sign.
            serializer.serialize_f64(self.0 + 0.0)
        }
    }
}

impl Serialize for Shown<'_, &DateMention> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let date = self.value;
        let mut out = serializer.serialize_struct("DateMention", 8)?;
        out.serialize_field("text", self.surface.text(date.span))?;
        out.serialize_field("span", &self.surface.with(Offsets(date.span)))?;
        out.serialize_field("kind", date.kind.name())?;
        out.serialize_field("value", &date.value)?;
        out.serialize_field("modifier", &date.modifier.map(|m| m.name()))?;
        out.serialize_field("start", &date.start.map(Day::iso))?;
        out.serialize_field("end", &date.end.map(Day::iso))?;
        out.serialize_field("sentence", &self.offsets(date.sentence))?;
        out.end()
    }
}

impl Serialize for Shown<'_, &Quote> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let quote = self.value;
        let mut out = serializer.serialize_struct("Quote", 6)?;
        out.serialize_field("text", self.surface.text(quote.span))?;
        out.serialize_field("span", &self.surface.with(Offsets(quote.span)))?;
        out.serialize_field("direct", &quote.direct)?;
        out.serialize_field("partial", &quote.partial)?;
        out.serialize_field("speaker", &quote.speaker.as_ref().map(|s| self.surface.with(s)))?;
        out.serialize_field("cue", &self.stretch(quote.cue))?;
        out.end()
    }
}

impl Serialize for Shown<'_, &Speaker> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Speaker", 3)?;
        out.serialize_field("name", self.surface.text(self.value.name))?;
        out.serialize_field("role", &self.value.role.map(|role| self.surface.text(role)))?;
        out.serialize_field("span", &self.offsets(self.value.mention))?;
        out.end()
    }
}

impl Serialize for Shown<'_, &CastMember> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("CastMember", 4)?;
        out.serialize_field("name", self.surface.text(self.value.name))?;
        out.serialize_field("role", &self.value.role.map(|role| self.surface.text(role)))?;
        out.serialize_field("span", &self.surface.with(Offsets(self.value.first)))?;
        out.serialize_field("quotes", &self.value.quotes)?;
        out.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_go_both_ways() {
        let text = "عنوان 🛰 a".repeat(100);
        let offsets = Utf16Offsets::new(&text);
        let mut units = 0;
        for (at, c) in text.char_indices() {
            assert_eq!(offsets.utf16(&text, at as u32), units);
            assert_eq!(offsets.byte(&text, units), Some(at as u32));
            if c.len_utf16() == 2 {
                assert_eq!(offsets.byte(&text, units + 1), None, "inside a surrogate pair");
            }
            units += c.len_utf16() as u32;
        }
        assert_eq!(offsets.byte(&text, units), Some(text.len() as u32));
        assert_eq!(offsets.byte(&text, units + 1), None);
    }
}
