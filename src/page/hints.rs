//! What elements say of their text: by their tag, their role, and the words of their class and id.
//!
//! Class names are a custom, not a standard: a row here is trusted only for text that
//! leaves the article its bulk (see [`Hint::most`]).

use crate::article::BlockKind;

/// How an element lays its text out, where no computed style says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    Inline,
    InlineBlock,
    Block,
    Cell,
    None,
}

impl Layout {
    /// From a computed `display`.
    pub fn from_display(display: &str) -> Layout {
        match display {
            "none" => Layout::None,
            "inline" | "contents" | "ruby" | "ruby-base" | "ruby-base-container" => Layout::Inline,
            "table-cell" => Layout::Cell,
            d if d.starts_with("inline") => Layout::InlineBlock,
            _ => Layout::Block,
        }
    }

    /// From a tag, as the HTML standard's style sheet has it.
    pub fn from_tag(tag: &str) -> Layout {
        match tag {
            "td" | "th" => Layout::Cell,
            _ if BLOCKS.contains(&tag) => Layout::Block,
            _ => Layout::Inline,
        }
    }
}

// Tables, since a comparison in code weighs more than a name.

/// Tags of what stands in lines of its own.
const BLOCKS: [&str; 50] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "listing",
    "main",
    "menu",
    "nav",
    "ol",
    "optgroup",
    "p",
    "plaintext",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "tbody",
    "tfoot",
    "thead",
    "tr",
    "ul",
    "xmp",
];

/// Tags whose text is never the article's: not shown, or the page's machinery.
const FURNITURE: [&str; 40] = [
    "script", "style", "noscript", "template", "head", "title", "meta", "link", "svg", "math", "canvas", "audio",
    "video", "object", "embed", "iframe", "frame", "frameset", "map", "nav", "button", "input", "select", "option",
    "optgroup", "datalist", "textarea", "dialog", "menu", "progress", "meter", "output", "rt", "rp", "img", "picture",
    "source", "track", "noembed", "noframes",
];

/// ARIA roles of the same.
const FURNITURE_ROLES: [&str; 18] = [
    "navigation",
    "banner",
    "search",
    "contentinfo",
    "menu",
    "menubar",
    "toolbar",
    "dialog",
    "alertdialog",
    "tablist",
    "button",
    "img",
    "slider",
    "progressbar",
    "status",
    "tooltip",
    "listbox",
    "combobox",
];

const KINDS: [(&str, BlockKind); 14] = [
    ("h1", BlockKind::Heading),
    ("h2", BlockKind::Heading),
    ("h3", BlockKind::Heading),
    ("h4", BlockKind::Heading),
    ("h5", BlockKind::Heading),
    ("h6", BlockKind::Heading),
    ("blockquote", BlockKind::Quote),
    ("li", BlockKind::ListItem),
    ("dt", BlockKind::ListItem),
    ("dd", BlockKind::ListItem),
    ("figcaption", BlockKind::Caption),
    ("figure", BlockKind::Caption),
    ("caption", BlockKind::Caption),
    ("table", BlockKind::Table),
];

/// Whether a tag's text is never the article's.
pub fn is_furniture(tag: &str) -> bool {
    FURNITURE.contains(&tag)
}

/// Whether an ARIA role says the same.
pub fn is_furniture_role(role: &str) -> bool {
    FURNITURE_ROLES.contains(&role)
}

/// The kind of block that a tag makes; `None`: that of the element around it.
pub fn kind(tag: &str) -> Option<BlockKind> {
    KINDS.iter().find(|(name, _)| *name == tag).map(|&(_, kind)| kind)
}

/// The kind of an element's text, from what it makes and what stands around it.
pub fn kind_within(own: Option<BlockKind>, around: BlockKind) -> BlockKind {
    use BlockKind::*;
    match (own, around) {
        (None, _) => around,
        (_, Embed | Related) => around,
        (Some(Embed | Related), _) => own.unwrap_or(around),
        // A table or a quote may be what a figure shows.
        (Some(kind @ (Quote | Table)), Caption) => kind,
        (_, Caption) => Caption,
        (Some(Caption), _) => Caption,
        (_, Quote) => Quote,
        (Some(kind), _) => kind,
    }
}

/// What the words of a class or an id say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hint {
    /// For screen readers only: not shown on the page.
    Unseen,
    /// Share bars, bylines, advertisements, newsletters: the page's, not the article's.
    Furniture,
    /// What may be longer than the article, and is not of it: readers' comments, an offer to subscribe.
    Beside,
    Kind(BlockKind),
}

impl Hint {
    /// The largest share of the root's text that such an element may have; one
    /// with more is the article itself under an odd name.
    pub fn most(self) -> f64 {
        match self {
            Hint::Unseen => 1.0,
            Hint::Beside => 0.9,
            Hint::Furniture | Hint::Kind(_) => 0.3,
        }
    }
}

use BlockKind::{Caption, Embed, Related};
use Hint::{Beside, Furniture, Kind, Unseen};

/// Words of a class or id, with `-` for each break between words. The first row that fits counts.
/// A row that ends in `-` is whole words; else the last word may go on (`recommend` in `recommended`).
const HINTS: [(&str, Hint); 88] = [
    ("-sr-only-", Unseen),
    ("-visually-hidden-", Unseen),
    ("-visuallyhidden-", Unseen),
    ("-screen-reader", Unseen),
    ("-screenreader", Unseen),
    ("-a11y-text-", Unseen),
    ("-assistive-text-", Unseen),
    ("-twitter-tweet-", Kind(Embed)),
    ("-tweet-", Kind(Embed)),
    ("-instagram-", Kind(Embed)),
    ("-tiktok-", Kind(Embed)),
    ("-fb-post-", Kind(Embed)),
    ("-bluesky-", Kind(Embed)),
    ("-reddit-", Kind(Embed)),
    ("-telegram-post-", Kind(Embed)),
    ("-oembed-", Kind(Embed)),
    ("-wp-block-embed-", Kind(Embed)),
    ("-wp-embedded-content-", Kind(Embed)),
    ("-social-embed-", Kind(Embed)),
    ("-embed-", Kind(Embed)),
    ("-video-player-", Kind(Embed)),
    ("-jwplayer-", Kind(Embed)),
    ("-vjs-", Kind(Embed)),
    ("-brightcove-", Kind(Embed)),
    ("-caption", Kind(Caption)),
    ("-figcaption", Kind(Caption)),
    ("-cutline", Kind(Caption)),
    ("-photo-credit-", Kind(Caption)),
    ("-image-credit-", Kind(Caption)),
    ("-comments-", Beside),
    ("-comment-list-", Beside),
    ("-commentlist-", Beside),
    ("-disqus-", Beside),
    ("-comment-respond-", Beside),
    // The offer; `paywall` alone is the name of the text behind it.
    ("-paywall-offer", Beside),
    ("-paywall-prompt", Beside),
    ("-related", Kind(Related)),
    ("-recommend", Kind(Related)),
    ("-read-more-", Kind(Related)),
    ("-readmore-", Kind(Related)),
    ("-read-also-", Kind(Related)),
    ("-also-read-", Kind(Related)),
    ("-see-also-", Kind(Related)),
    ("-more-stories-", Kind(Related)),
    ("-more-news-", Kind(Related)),
    ("-more-on-", Kind(Related)),
    ("-more-from-", Kind(Related)),
    ("-most-read-", Kind(Related)),
    ("-most-viewed-", Kind(Related)),
    ("-most-popular-", Kind(Related)),
    ("-trending-", Kind(Related)),
    ("-up-next-", Kind(Related)),
    ("-next-article-", Kind(Related)),
    ("-editors-picks-", Kind(Related)),
    ("-outbrain-", Kind(Related)),
    ("-taboola-", Kind(Related)),
    ("-zergnet-", Kind(Related)),
    ("-share-", Furniture),
    ("-sharing-", Furniture),
    ("-sharebar-", Furniture),
    ("-sharedaddy-", Furniture),
    ("-social-", Furniture),
    ("-addtoany-", Furniture),
    ("-newsletter", Furniture),
    ("-subscribe-", Furniture),
    ("-signup-", Furniture),
    ("-sign-up-", Furniture),
    ("-ad-", Furniture),
    ("-ads-", Furniture),
    ("-advert", Furniture),
    ("-arcad-", Furniture),
    ("-promo-", Furniture),
    ("-sponsored-", Furniture),
    ("-cookie", Furniture),
    ("-consent-", Furniture),
    ("-gdpr-", Furniture),
    ("-breadcrumb", Furniture),
    ("-pagination-", Furniture),
    ("-byline-", Furniture),
    ("-author-", Furniture),
    ("-post-meta-", Furniture),
    ("-entry-meta-", Furniture),
    ("-article-meta-", Furniture),
    ("-timestamp-", Furniture),
    ("-tags-", Furniture),
    ("-skip-link-", Furniture),
    ("-print-only-", Furniture),
    ("-toc-", Furniture),
];

/// The hint of an element's class and id, if any.
pub fn hint(class: &str, id: &str) -> Option<Hint> {
    if class.is_empty() && id.is_empty() {
        return None;
    }
    let mut words = String::with_capacity(class.len() + id.len() + 8);
    split_words(class, &mut words);
    split_words(id, &mut words);
    words.push('-');
    let words = words.as_str();
    let parts: Vec<&str> = words.char_indices().filter(|&(_, c)| c == '-').map(|(at, _)| &words[at..]).collect();
    HINTS.iter().find(|(row, _)| parts.iter().any(|part| part.starts_with(row))).map(|&(_, hint)| hint)
}

/// Writes the words of a name, each behind a `-`: `relatedLinks share_bar` as `-related-links-share-bar`.
fn split_words(name: &str, out: &mut String) {
    let mut inside = false;
    let mut lower = false;
    for byte in name.bytes().take(400) {
        let part = byte.is_ascii_alphanumeric();
        if part && (!inside || lower && byte.is_ascii_uppercase()) {
            out.push('-');
        }
        if part {
            out.push(byte.to_ascii_lowercase() as char);
        }
        inside = part;
        lower = byte.is_ascii_lowercase() || byte.is_ascii_digit();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn class_words_are_hints() {
        for (class, id, expected) in [
            ("article__related-links", "", Some(Kind(Related))),
            ("RelatedStories", "", Some(Kind(Related))),
            ("unrelated", "", None),
            ("twitter-tweet", "", Some(Kind(Embed))),
            ("wp-caption-text", "", Some(Kind(Caption))),
            ("", "sharebar", Some(Furniture)),
            ("shared-by-all", "", None),
            ("u-visually-hidden", "", Some(Unseen)),
            ("header", "lead", None),
            ("", "", None),
        ] {
            assert_eq!(hint(class, id), expected, "class {class:?}, id {id:?}");
        }
    }

    #[test]
    fn kinds_by_what_stands_around() {
        use BlockKind::*;
        for (own, around, expected) in [
            (None, ListItem, ListItem),
            (Some(Heading), ListItem, Heading),
            (Some(Heading), Embed, Embed),
            (Some(ListItem), Quote, Quote),
            (Some(Quote), Caption, Quote),
            (Some(Embed), Quote, Embed),
            (Some(Caption), Paragraph, Caption),
        ] {
            assert_eq!(kind_within(own, around), expected, "{own:?} in {around:?}");
        }
    }
}
