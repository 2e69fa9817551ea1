//! What goes in: an article as blocks of text.

use std::num::NonZeroU32;
use std::ops::Range;

/// A news article, as read from a page or given by a program.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Article {
    /// BCP 47 tag of its language; `None`: detected from the text.
    pub lang: Option<String>,
    /// ISO 8601 date, or date and time, that relative dates count from.
    /// `None`: only absolute dates get a value.
    pub published: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// In reading order.
    pub blocks: Vec<Block>,
}

/// A stretch of text that stands by itself on the page: a paragraph, a heading, a list item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    pub kind: BlockKind,
    pub text: String,
}

/// What a block is on its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BlockKind {
    Heading,
    Paragraph,
    /// A block quote, or a quote set apart from the text.
    Quote,
    ListItem,
    /// Under a picture.
    Caption,
    Table,
    /// A post of a social network, a video's title, another page's card.
    Embed,
    /// Links to other articles.
    Related,
}

impl BlockKind {
    /// Every kind with its name on the surfaces (JSON, JavaScript).
    pub const NAMES: [(&'static str, BlockKind); 8] = [
        ("heading", BlockKind::Heading),
        ("paragraph", BlockKind::Paragraph),
        ("quote", BlockKind::Quote),
        ("list-item", BlockKind::ListItem),
        ("caption", BlockKind::Caption),
        ("table", BlockKind::Table),
        ("embed", BlockKind::Embed),
        ("related", BlockKind::Related),
    ];

    /// The kind of this name; `None` where there is none.
    pub fn from_name(name: &str) -> Option<BlockKind> {
        Self::NAMES.iter().find(|(n, _)| *n == name).map(|&(_, kind)| kind)
    }

    /// The kind's name on the surfaces.
    pub fn name(self) -> &'static str {
        Self::NAMES[self as usize].0
    }
}

/// A stretch of an article's text, in UTF-8 bytes of its block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Whose text: 1 is the title, 2 the first block. A span that may be there or not is as small as one that is, and a
    /// long article has hundreds of thousands.
    pub(crate) text: NonZeroU32,
    pub start: u32,
    pub end: u32,
}

impl Span {
    pub fn new(block: Option<u32>, start: u32, end: u32) -> Span {
        let text = block.map_or(NonZeroU32::MIN, |number| NonZeroU32::MIN.saturating_add(number).saturating_add(1));
        Span { text, start, end }
    }

    /// The block's number; `None`: the title. The title comes before every block.
    pub fn block(self) -> Option<u32> {
        self.text.get().checked_sub(2)
    }

    /// Bytes of the block's text, for slicing.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.text == other.text && self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.text == other.text && self.start <= other.start && other.end <= self.end
    }
}

impl Article {
    /// An article of plain text: a paragraph for each line that is not blank.
    ///
    /// ```
    /// let article = khulasa::Article::from_text("First.\n\nSecond.");
    /// assert_eq!(article.blocks.len(), 2);
    /// ```
    pub fn from_text(text: &str) -> Article {
        // As `fold::parts`.
        let blocks = text
            .split(['\n'; 2])
            .filter(|line| !line.trim().is_empty())
            .map(|line| line.strip_suffix('\r').unwrap_or(line))
            .map(|line| Block { kind: BlockKind::Paragraph, text: line.to_owned() })
            .collect();
        Article { blocks, ..Article::default() }
    }

    /// The text of a block; of the title for `None`. Empty where there is no such block.
    pub fn block_text(&self, block: Option<u32>) -> &str {
        match block {
            None => self.title.as_deref().unwrap_or(""),
            Some(number) => self.blocks.get(number as usize).map_or("", |b| b.text.as_str()),
        }
    }

    /// What stands at a span of this article.
    ///
    /// # Panics
    /// Where the span is not one of this article's (outside its block or inside a character).
    pub fn text(&self, span: Span) -> &str {
        &self.block_text(span.block())[span.range()]
    }
}
