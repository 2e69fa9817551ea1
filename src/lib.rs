//! The gist of a news article, word for word: summary, figures, dates, quotes and
//! speakers, for Arabic and English.
//!
//! ```
//! use khulasa::{Article, Options, digest};
//!
//! let article = Article {
//!     published: Some("2025-02-18".into()),
//!     ..Article::from_text("Three soldiers were killed on Sunday. “Nobody is safe,” said Marta Lind, the mayor.")
//! };
//! let digest = digest(&article, &Options::default());
//! assert_eq!(digest.language, "en");
//!
//! let figure = &digest.figures[0];
//! assert_eq!((article.text(figure.span), figure.value, figure.kind.name()), ("Three soldiers", 3.0, "casualties"));
//! assert_eq!(digest.dates[0].value.as_deref(), Some("2025-02-16"));
//! let speaker = digest.quotes[0].speaker.as_ref().expect("named");
//! assert_eq!(article.text(speaker.name), "Marta Lind");
//! ```
//!
//! Everything in a [`Digest`] is a span of the article: nothing is generated. Spans
//! count bytes here; [`surface`] turns a digest into the form that JSON and JavaScript
//! get, with its texts and with UTF-16 offsets.

// Of wasm32 alone the boundary, which wasm-bindgen's macros write with unsafe code of their own.
#![cfg_attr(not(target_arch = "wasm32"), forbid(unsafe_code))]

pub mod article;
pub mod digest;
mod house;
pub mod lang;
pub mod surface;
pub mod text;

mod dates;
mod figures;
mod number;
mod pace;
mod quotes;
#[cfg(not(feature = "cli"))]
mod summary;
#[cfg(feature = "cli")]
pub mod summary;

#[cfg(any(target_arch = "wasm32", test))]
mod page;
#[cfg(target_arch = "wasm32")]
pub mod wasm;

pub use article::{Article, Block, BlockKind, Span};
pub use digest::Digest;
pub use house::House;

use pace::finish;
use text::Document;

/// What a reader or a program asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// How many sentences the summary has; `None`: by `length`.
    pub sentences: Option<usize>,
    /// How long the summary is where no number of sentences is asked for.
    pub length: Length,
    /// A newsroom's own words; none without it.
    pub house: House,
}

/// How long a summary is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Length {
    #[default]
    Short,
    Medium,
    Long,
}

impl Length {
    /// The length of this name on the surfaces; `None` where there is none.
    pub fn from_name(name: &str) -> Option<Length> {
        match name {
            "short" => Some(Length::Short),
            "medium" => Some(Length::Medium),
            "long" => Some(Length::Long),
            _ => None,
        }
    }
}

/// Reads an article and finds what it says. Takes any text, in time linear in its length.
pub fn digest(article: &Article, options: &Options) -> Digest {
    finish(digest_in_parts(article, options))
}

/// [`digest()`] with rests in it, for a thread that has to answer in between: pending after each
/// part of the work, a few hundred words of one room, and to be polled again at leisure. It wakes nobody.
///
/// ```
/// use std::task::{Context, Poll, Waker};
/// use khulasa::{Article, Options, digest, digest_in_parts};
///
/// let (article, options) = (Article::from_text("Fuel costs rose by 22%, she said on Sunday."), Options::default());
/// let mut work = std::pin::pin!(digest_in_parts(&article, &options));
/// let mut rests = 0;
/// let found = loop {
///     match work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
///         Poll::Ready(digest) => break digest,
///         Poll::Pending => rests += 1,
///     }
/// };
/// assert!(rests > 2);
/// assert_eq!(found, digest(&article, &options));
/// ```
pub async fn digest_in_parts(article: &Article, options: &Options) -> Digest {
    through_rooms(article, options, |_| {}).await
}

/// [`digest()`] for whoever times its rooms: `leave` is called where one is left, with its number: 0 for the
/// document, then dates, figures, quotes and summary. They are not entered in this order, and the last one twice.
#[cfg(feature = "cli")]
pub fn digest_by_rooms(article: &Article, options: &Options, leave: impl FnMut(usize)) -> Digest {
    finish(through_rooms(article, options, leave))
}

async fn through_rooms(article: &Article, options: &Options, mut leave: impl FnMut(usize)) -> Digest {
    let mut document = Document::in_parts(article, options.house.lexicon()).await;
    leave(0);
    // What a room needs for itself is let go of before the next one is entered: the summary counts the words first
    // and needs no stems then; the quotes come before what only the summary reads beside them.
    let ranking = summary::Ranking::new(&document).await;
    document.forget_stems();
    let document = document;
    leave(4);
    let quotes = quotes::find(&document).await;
    leave(3);
    let mut warnings = options.house.problems().to_vec();
    let published = article.published.as_deref().and_then(|text| {
        let parsed = dates::parse_published(text);
        if parsed.is_none() {
            warnings.push(["published is not an ISO 8601 date and was passed over: \"", text, "\""].concat());
        }
        parsed
    });
    let dates = dates::find(&document, published).await;
    leave(1);
    let figures = figures::find(&document, &dates).await;
    leave(2);
    let summary = summary::rank(ranking, &document, options, &figures, &dates, &quotes).await;
    leave(4);
    Digest {
        language: document.language.map_or("und", |l| l.tag),
        direction: document.direction,
        summary,
        figures,
        dates,
        quotes: quotes.quotes,
        speakers: quotes.speakers,
        terms: quotes.terms,
        boilerplate: document.boilerplate(),
        warnings,
    }
}

/// Why the summary is what it is: every sentence that may stand in it, with its features.
#[cfg(feature = "cli")]
pub fn explain(article: &Article, house: &House) -> Vec<summary::Explained> {
    let document = finish(Document::in_parts(article, house.lexicon()));
    let dates = finish(dates::find(&document, article.published.as_deref().and_then(dates::parse_published)));
    let figures = finish(figures::find(&document, &dates));
    summary::explain(&document, &figures, &dates, &finish(quotes::find(&document)))
}
