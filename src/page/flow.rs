//! Text as a page shows it, and where each stretch of it stands in the page's text nodes.
//!
//! Knows nothing of the DOM: nodes are numbers here, offsets count UTF-16 units as the
//! DOM does. White space follows CSS Text 3, section 4.1, save that a space between two
//! elements is never lost and never doubled.

use crate::article::BlockKind;

/// What CSS `white-space` does to spaces and line breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Space {
    #[default]
    Collapse,
    /// Spaces collapse, line breaks stay (`pre-line`).
    Lines,
    /// Everything stays (`pre`, `pre-wrap`, `break-spaces`).
    Keep,
}

/// A stretch of a block that stands unchanged in one text node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Where it starts in the block, in UTF-16 units.
    pub start: u32,
    pub len: u32,
    /// Number of the text node.
    pub node: u32,
    /// Where it starts in the node's data, in UTF-16 units.
    pub at: u32,
}

impl Piece {
    pub fn end(self) -> u32 {
        self.start + self.len
    }
}

/// A block being read, or read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlowBlock {
    pub kind: BlockKind,
    pub text: String,
    /// UTF-16 units of `text`.
    pub units: u32,
    /// UTF-16 units of it that stand in links.
    pub linked: u32,
    /// In order; never overlapping.
    pub pieces: Vec<Piece>,
}

/// A place in a text node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    pub node: u32,
    pub offset: u32,
}

impl FlowBlock {
    /// The places of the first and the last unit of a stretch (the end is exclusive).
    /// `None` where nothing of it stands in a text node, or where it is not of this block.
    pub fn places(&self, start: u32, end: u32) -> Option<(Place, Place)> {
        if start >= end || end > self.units {
            return None;
        }
        let first = self.pieces.partition_point(|p| p.end() <= start);
        let last = self.pieces.partition_point(|p| p.start < end).checked_sub(1)?;
        if first > last {
            return None;
        }
        let (first, last) = (self.pieces[first], self.pieces[last]);
        Some((
            Place { node: first.node, offset: first.at + start.saturating_sub(first.start) },
            Place { node: last.node, offset: last.at + end.min(last.end()) - last.start },
        ))
    }
}

/// How a stretch of text is to be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    pub kind: BlockKind,
    pub space: Space,
    /// Inside a link to somewhere else.
    pub link: bool,
}

/// Collects text into blocks.
#[derive(Debug, Default)]
pub struct Flow {
    pub blocks: Vec<FlowBlock>,
    /// The last block still takes text.
    open: bool,
    /// White space that counts only if more text follows on the same line.
    pending: Option<Pending>,
    /// White space that follows is the edge of an inline block, and is not shown.
    edge: bool,
    /// UTF-16 units read so far that are not white space, and those in links.
    pub units: u64,
    pub linked: u64,
}

#[derive(Debug, Clone, Copy)]
enum Pending {
    /// A collapsed space, and the place of its first character.
    Space(Place),
    /// A line break without a text node (`<br>`), or kept from one.
    Line(Option<Place>),
    /// Two cells of a table row part here.
    Cell,
}

/// What CSS collapses. No-break spaces are none of it.
fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | b'\x0c')
}

/// The length of a text in UTF-16 units.
pub fn utf16_units(text: &str) -> u32 {
    // A continuation byte adds nothing; a lead byte of four is a surrogate pair.
    text.bytes().map(|b| u32::from(b & 0xc0 != 0x80) + u32::from(b >= 0xf0)).sum()
}

impl Flow {
    /// The number of the block that the next text goes to.
    pub fn next_block(&self) -> u32 {
        (self.blocks.len() - usize::from(self.open)) as u32
    }

    /// Whether text that follows goes on in the last block.
    pub fn is_open(&self) -> bool {
        self.open
    }

    /// Text of a node. `from` is the offset of `data` in the node.
    pub fn text(&mut self, data: &str, node: u32, from: u32, style: Style) {
        let bytes = data.as_bytes();
        let mut at = 0;
        let mut offset = from;
        while at < bytes.len() {
            let start = at;
            let spaces = is_space(bytes[at]);
            while at < bytes.len() && is_space(bytes[at]) == spaces {
                at += 1;
            }
            let run = &data[start..at];
            let place = Place { node, offset };
            if !spaces {
                self.word(run, place, style);
            } else if style.space == Space::Collapse || !run.contains(['\n', '\r']) && style.space == Space::Lines {
                self.space(place);
            } else {
                self.kept_space(run, place, style);
            }
            offset += if spaces { run.len() as u32 } else { utf16_units(run) };
        }
    }

    fn space(&mut self, place: Place) {
        if self.open && self.pending.is_none() && !self.edge {
            self.pending = Some(Pending::Space(place));
        }
    }

    /// White space that holds line breaks or is kept as it is.
    fn kept_space(&mut self, run: &str, place: Place, style: Style) {
        let lines = run.matches('\n').count().max(run.matches('\r').count());
        if lines > 1 {
            // An empty line parts two paragraphs.
            self.close();
        } else if lines == 1 {
            let at = run.find(['\n', '\r']).unwrap_or(0) as u32;
            self.line(Some(Place { offset: place.offset + at, ..place }));
        } else if self.open && self.pending.is_none() {
            self.push(run, Some(place), style.link);
        }
    }

    fn word(&mut self, run: &str, place: Place, style: Style) {
        self.edge = false;
        if !self.open {
            self.open = true;
            self.pending = None;
            let text = String::with_capacity(run.len());
            self.blocks.push(FlowBlock { kind: style.kind, text, units: 0, linked: 0, pieces: Vec::new() });
        }
        match self.pending.take() {
            Some(Pending::Space(at)) => self.push(" ", Some(at), style.link),
            Some(Pending::Line(at)) => self.push("\n", at, false),
            Some(Pending::Cell) => self.push("\t", None, false),
            None => {}
        }
        self.push(run, Some(place), style.link);
        let units = u64::from(utf16_units(run));
        self.units += units;
        self.linked += if style.link { units } else { 0 };
    }

    fn push(&mut self, run: &str, place: Option<Place>, link: bool) {
        let Some(block) = self.blocks.last_mut() else { return };
        let len = utf16_units(run);
        block.text.push_str(run);
        if let Some(Place { node, offset }) = place {
            match block.pieces.last_mut() {
                Some(p) if p.node == node && p.at + p.len == offset && p.end() == block.units => p.len += len,
                _ => block.pieces.push(Piece { start: block.units, len, node, at: offset }),
            }
        }
        block.units += len;
        block.linked += if link { len } else { 0 };
    }

    fn line(&mut self, place: Option<Place>) {
        self.edge = false;
        match self.pending {
            Some(Pending::Line(_)) => self.close(),
            _ if self.open => self.pending = Some(Pending::Line(place)),
            _ => {}
        }
    }

    /// `<br>`: a line break; two in a row part paragraphs.
    pub fn line_break(&mut self) {
        self.line(None);
    }

    /// Two cells of one row part here.
    pub fn cell(&mut self) {
        if self.open {
            self.pending = Some(Pending::Cell);
        }
    }

    /// An inline block starts or ends here: white space just inside it is not shown.
    pub fn inline_block(&mut self, starts: bool) {
        if starts {
            self.edge = self.pending.is_none();
        } else {
            self.edge = false;
            if matches!(self.pending, Some(Pending::Space(_))) {
                self.pending = None;
            }
        }
    }

    /// The edge of a block: what follows is another one.
    pub fn close(&mut self) {
        self.open = false;
        self.pending = None;
        self.edge = false;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const P: Style = Style { kind: BlockKind::Paragraph, space: Space::Collapse, link: false };

    fn texts(flow: &Flow) -> Vec<&str> {
        flow.blocks.iter().map(|b| b.text.as_str()).collect()
    }

    #[test]
    fn spaces_collapse_across_nodes() {
        let mut flow = Flow::default();
        flow.text("  Three \n", 0, 0, P);
        flow.text("\t soldiers", 1, 0, P);
        flow.text(" died. ", 2, 0, P);
        flow.close();
        flow.text(" \n ", 3, 0, P);
        flow.text("Next", 4, 0, P);
        assert_eq!(texts(&flow), ["Three soldiers died.", "Next"]);
        let block = &flow.blocks[0];
        let place = |node, offset| Place { node, offset };
        assert_eq!(block.places(0, 5), Some((place(0, 2), place(0, 7))));
        // The space is the first of those that collapsed; what follows it is in the next node.
        assert_eq!(block.places(5, 7), Some((place(0, 7), place(1, 3))));
        assert_eq!(block.places(0, 20), Some((place(0, 2), place(2, 6))));
    }

    #[test]
    fn offsets_count_utf16() {
        let mut flow = Flow::default();
        flow.text("\n🛰🛰  أقمار\u{FFFD}", 7, 0, P);
        let block = &flow.blocks[0];
        assert_eq!((block.text.as_str(), block.units), ("🛰🛰 أقمار\u{FFFD}", 11));
        let (from, to) = block.places(5, 10).unwrap();
        assert_eq!((from.offset, to.offset), (7, 12));
    }

    #[test]
    fn breaks_part_lines_and_paragraphs() {
        let mut flow = Flow::default();
        for (text, breaks) in [("one ", 1), (" two", 2), ("three", 0)] {
            flow.text(text, 0, 0, P);
            (0..breaks).for_each(|_| flow.line_break());
        }
        assert_eq!(texts(&flow), ["one\ntwo", "three"]);
        // A break has no text node behind it: a range across it starts and ends in what has.
        let block = &flow.blocks[0];
        assert_eq!(block.places(3, 5).unwrap().0, Place { node: 0, offset: 1 });
        assert_eq!(block.places(3, 4), None);
    }

    #[test]
    fn kept_white_space() {
        let mut flow = Flow::default();
        flow.text("a  b\n  c\n\nd", 0, 0, Style { space: Space::Keep, ..P });
        assert_eq!(texts(&flow), ["a  b\nc", "d"]);
        let mut flow = Flow::default();
        flow.text("a  b \n c\nd", 0, 0, Style { space: Space::Lines, ..P });
        assert_eq!(texts(&flow), ["a b\nc\nd"]);
    }

    #[test]
    fn inline_blocks_trim_their_insides() {
        let mut flow = Flow::default();
        flow.text("a", 0, 0, P);
        flow.inline_block(true);
        flow.text(" b ", 1, 0, P);
        flow.inline_block(false);
        flow.text("c", 2, 0, P);
        flow.text(" ", 3, 0, P);
        flow.inline_block(true);
        flow.text(" d", 4, 0, P);
        assert_eq!(texts(&flow), ["abc d"]);
    }

    #[test]
    fn a_stretch_out_of_the_block_has_no_place() {
        let mut flow = Flow::default();
        flow.text("word", 0, 0, P);
        for (start, end) in [(0, 5), (4, 4), (3, 2), (u32::MAX, u32::MAX)] {
            assert_eq!(flow.blocks[0].places(start, end), None);
        }
    }
}
