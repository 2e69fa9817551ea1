//! The boundary: what JavaScript can call.
//!
//! Thin on purpose. Plain values go in and out; the one object with a life of its own is
//! [`Reading`], which holds the page's text nodes so that a span can become a range.

use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::task::Poll;

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::article::{Article, Block, BlockKind};
use crate::pace;
use crate::page::{self, Request};
use crate::surface::Surface;
use crate::{House, Length, Options};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("wasm.d.ts");

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(typescript_type = "ReadOptions")]
    pub type JsReadOptions;
    #[wasm_bindgen(method, getter, structural)]
    fn nodes(this: &JsReadOptions) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn within(this: &JsReadOptions) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn published(this: &JsReadOptions) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn lang(this: &JsReadOptions) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn title(this: &JsReadOptions) -> JsValue;

    #[wasm_bindgen(typescript_type = "Options")]
    pub type JsOptions;
    #[wasm_bindgen(method, getter, structural)]
    fn sentences(this: &JsOptions) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn length(this: &JsOptions) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn published(this: &JsOptions) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn house(this: &JsOptions) -> JsValue;

    #[wasm_bindgen(typescript_type = "ArticleInput")]
    pub type JsArticle;
    #[wasm_bindgen(method, getter, structural)]
    fn blocks(this: &JsArticle) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn text(this: &JsArticle) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn published(this: &JsArticle) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn lang(this: &JsArticle) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn title(this: &JsArticle) -> JsValue;

    type JsBlock;
    #[wasm_bindgen(method, getter, structural)]
    fn kind(this: &JsBlock) -> JsValue;
    #[wasm_bindgen(method, getter, structural)]
    fn text(this: &JsBlock) -> JsValue;

    #[wasm_bindgen(typescript_type = "Span")]
    pub type JsSpan;
    #[wasm_bindgen(method, getter, structural)]
    fn block(this: &JsSpan) -> Option<f64>;
    #[wasm_bindgen(method, getter, structural)]
    fn start(this: &JsSpan) -> f64;
    #[wasm_bindgen(method, getter, structural)]
    fn end(this: &JsSpan) -> f64;

    #[wasm_bindgen(typescript_type = "Article")]
    pub type JsArticleOut;
    #[wasm_bindgen(typescript_type = "Digest")]
    pub type JsDigest;
    #[wasm_bindgen(method, indexing_setter)]
    fn set(this: &JsDigest, field: &str, value: JsValue);
}

/// An article of the page, with the text nodes behind it.
#[wasm_bindgen]
pub struct Reading(page::Reading);

#[wasm_bindgen]
impl Reading {
    /// What was read: kinds and texts of the blocks, the title, and what was given with them.
    #[wasm_bindgen(getter)]
    pub fn article(&self) -> Result<JsArticleOut, JsValue> {
        Ok(to_js(&ArticleOut(&self.0.article))?.unchecked_into())
    }

    /// Whether the page goes on behind what was read: no article is as long as what is read at most.
    #[wasm_bindgen(getter)]
    pub fn truncated(&self) -> bool {
        self.0.truncated
    }

    /// What the article says. Spans count UTF-16 units of `article`'s texts.
    pub fn digest(&self, options: Option<JsOptions>) -> Result<JsDigest, JsValue> {
        self.begin(options).finish()
    }

    /// [`Reading::digest`] in parts, for a page that has to answer its reader in between.
    pub fn begin(&self, options: Option<JsOptions>) -> Work {
        Work::new(self.0.article.clone(), options)
    }

    /// The range of a span on the page; null where the page has changed there since it was
    /// read, or where a title was given that does not stand on the page.
    pub fn range(&self, span: &JsSpan) -> Option<web_sys::Range> {
        // Saturates: what is out of range is in no block.
        self.0.range(span.block().map(|b| b as u32), span.start() as u32, span.end() as u32)
    }
}

/// A digest in the making.
#[wasm_bindgen]
pub struct Work(Pin<Box<dyn Future<Output = Result<JsDigest, JsValue>>>>);

#[wasm_bindgen]
impl Work {
    /// Does the next part: some milliseconds of an article of usual length. Gives the digest
    /// after the last, and is not to be called again then.
    pub fn step(&mut self) -> Result<Option<JsDigest>, JsValue> {
        match pace::step(self.0.as_mut()) {
            Poll::Ready(digest) => digest.map(Some),
            Poll::Pending => Ok(None),
        }
    }
}

impl Work {
    fn new(article: Rc<Article>, options: Option<JsOptions>) -> Work {
        Work(Box::pin(async move {
            let (dated, wanted, mut warnings) = asked(&article, options);
            let article = dated.as_ref().unwrap_or(&article);
            let mut digest = crate::digest_in_parts(article, &wanted).await;
            digest.warnings.append(&mut warnings);
            // Of a long article each list is a task's work: the objects of JavaScript are made one by one.
            pace::rest().await;
            let surface = Surface::new(article, &digest);
            let out: JsDigest = to_js(&surface.outline())?.unchecked_into();
            pace::rest().await;
            out.set("figures", to_js(&surface.figures())?);
            pace::rest().await;
            out.set("dates", to_js(&surface.dates())?);
            pace::rest().await;
            out.set("quotes", to_js(&surface.quotes())?);
            Ok(out)
        }))
    }

    fn finish(self) -> Result<JsDigest, JsValue> {
        pace::finish(self.0)
    }
}

/// An article in the reading.
#[wasm_bindgen]
pub struct Walk(Pin<Box<dyn Future<Output = Result<page::Reading, JsValue>>>>);

#[wasm_bindgen]
impl Walk {
    /// Reads on for a millisecond or so. Gives the article after the last step, and is not to be
    /// called again then.
    pub fn step(&mut self) -> Result<Option<Reading>, JsValue> {
        match pace::step(self.0.as_mut()) {
            Poll::Ready(reading) => Ok(Some(Reading(reading?))),
            Poll::Pending => Ok(None),
        }
    }
}

/// Reads the article in an element of a page. Nothing of the page is changed.
#[wasm_bindgen]
pub fn read(
    #[wasm_bindgen(unchecked_param_type = "Element | DocumentFragment | Document")] root: web_sys::Node,
    options: Option<JsReadOptions>,
) -> Result<Reading, JsValue> {
    Ok(Reading(pace::finish(walk(root, options).0)?))
}

/// [`read()`] in parts, for a page that has to answer its reader in between.
#[wasm_bindgen]
pub fn walk(
    #[wasm_bindgen(unchecked_param_type = "Element | DocumentFragment | Document")] root: web_sys::Node,
    options: Option<JsReadOptions>,
) -> Walk {
    let text = |get: fn(&JsReadOptions) -> JsValue| options.as_ref().and_then(|o| get(o).as_string());
    let value =
        |get: fn(&JsReadOptions) -> JsValue| options.as_ref().map(get).filter(|v| !v.is_null() && !v.is_undefined());
    let request = Request {
        nodes: value(JsReadOptions::nodes).map(|v| js_sys::Set::new(&v)),
        within: value(JsReadOptions::within).map(JsValue::unchecked_into),
        title: text(JsReadOptions::title),
        published: text(JsReadOptions::published),
        lang: text(JsReadOptions::lang),
        root,
    };
    Walk(Box::pin(page::read(request)))
}

/// What an article says, of plain values: no page is needed.
#[wasm_bindgen]
pub fn digest(article: &JsArticle, options: Option<JsOptions>) -> Result<JsDigest, JsValue> {
    Work::new(Rc::new(article_from(article)?), options).finish()
}

/// What is asked for: the article of another date, where one is given; the options; what of them was passed over.
fn asked(article: &Article, options: Option<JsOptions>) -> (Option<Article>, Options, Vec<String>) {
    let mut wanted = Options::default();
    let mut warnings = Vec::new();
    let mut dated = None;
    if let Some(options) = &options {
        let sentences = options.sentences();
        match sentences.as_f64() {
            Some(n) if n >= 0.0 => wanted.sentences = Some(n as usize),
            None if sentences.is_null() || sentences.is_undefined() => {}
            _ => warnings.push("sentences is not a number of sentences and was passed over".to_owned()),
        }
        if let Some(name) = options.length().as_string() {
            match Length::from_name(&name) {
                Some(length) => wanted.length = length,
                None => {
                    warnings
                        .push(["length is not short, medium or long and was passed over: \"", &name, "\""].concat());
                }
            }
        }
        if let Some(rows) = options.house().as_string() {
            wanted.house = House::parse(&rows);
        }
        if let Some(published) = JsOptions::published(options).as_string() {
            dated = Some(Article { published: Some(published), ..article.clone() });
        }
    }
    (dated, wanted, warnings)
}

fn article_from(article: &JsArticle) -> Result<Article, JsValue> {
    let blocks = JsArticle::blocks(article);
    let mut out = if js_sys::Array::is_array(&blocks) {
        let blocks: js_sys::Array = blocks.unchecked_into();
        let mut read = Vec::with_capacity(blocks.length() as usize);
        for block in blocks.iter() {
            let block: JsBlock = block.unchecked_into();
            let text = if block.is_object() { JsBlock::text(&block).as_string() } else { None };
            let text = text.ok_or_else(|| js_sys::TypeError::new("a block has no text"))?;
            let kind = block.kind().as_string();
            let kind = kind.and_then(|k| BlockKind::from_name(&k)).unwrap_or(BlockKind::Paragraph);
            read.push(Block { kind, text });
        }
        Article { blocks: read, ..Article::default() }
    } else {
        let text = JsArticle::text(article).as_string();
        Article::from_text(&text.ok_or_else(|| js_sys::TypeError::new("an article has blocks, or text"))?)
    };
    out.lang = JsArticle::lang(article).as_string();
    out.published = JsArticle::published(article).as_string();
    out.title = JsArticle::title(article).as_string();
    Ok(out)
}

fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::new().serialize_missing_as_null(true);
    Ok(value.serialize(&serializer)?)
}

struct ArticleOut<'a>(&'a Article);

impl Serialize for ArticleOut<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let blocks: Vec<BlockOut> = self.0.blocks.iter().map(BlockOut).collect();
        let mut out = serializer.serialize_struct("Article", 4)?;
        out.serialize_field("lang", &self.0.lang)?;
        out.serialize_field("published", &self.0.published)?;
        out.serialize_field("title", &self.0.title)?;
        out.serialize_field("blocks", &blocks)?;
        out.end()
    }
}

struct BlockOut<'a>(&'a Block);

impl Serialize for BlockOut<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeStruct;
        let mut out = serializer.serialize_struct("Block", 2)?;
        out.serialize_field("kind", self.0.kind.name())?;
        out.serialize_field("text", &self.0.text)?;
        out.end()
    }
}
