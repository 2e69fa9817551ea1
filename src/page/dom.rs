//! The walk over the page. Only reads: nothing of the page is written, here or by what is called.
//!
//! Written for pages that are not on our side. Nothing recurses, so that depth costs no
//! stack. Objects are told apart by `nodeType` and never by `instanceof`, which fails for
//! a frame's document. Movement goes through a `TreeWalker` and names are checked for
//! being strings, since a form's own properties give way to the names of its fields.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::{CharacterData, Document, Element, Node, Range, TreeWalker, Window};

use super::flow::{Flow, FlowBlock, Place, Space, Style};
use super::hints::{self, Hint, Layout};
use super::settle::{Doubt, drop_edges, settle};
use crate::article::{Article, Block, BlockKind};
use crate::pace::rest;
use crate::text::fold::{self, fold_word};

#[wasm_bindgen]
extern "C" {
    /// A computed style: the four properties that decide how text is shown.
    type Computed;
    #[wasm_bindgen(method, getter, structural)]
    fn display(this: &Computed) -> String;
    #[wasm_bindgen(method, getter, structural)]
    fn visibility(this: &Computed) -> String;
    #[wasm_bindgen(method, getter, structural, js_name = whiteSpace)]
    fn white_space(this: &Computed) -> String;
    #[wasm_bindgen(method, getter, structural, js_name = cssFloat)]
    fn css_float(this: &Computed) -> String;

    /// An element whose properties may be anything (a form's are its fields).
    type Loose;
    #[wasm_bindgen(method, getter, structural, js_name = nodeType)]
    fn node_type(this: &Loose) -> JsValue;
    #[wasm_bindgen(method, getter, structural, js_name = localName)]
    fn local_name(this: &Loose) -> JsValue;
    #[wasm_bindgen(method, getter, structural, js_name = className)]
    fn class_name(this: &Loose) -> JsValue;
    /// There in browsers, not in DOMs without layout.
    #[wasm_bindgen(method, getter, structural, js_name = checkVisibility)]
    fn check_visibility(this: &Loose) -> JsValue;
    #[wasm_bindgen(method, structural, js_name = checkVisibility)]
    fn is_visible(this: &Loose) -> bool;
    #[wasm_bindgen(method, structural, js_name = assignedNodes)]
    fn assigned_nodes(this: &Loose) -> js_sys::Array;
    #[wasm_bindgen(method, structural, catch, js_name = querySelectorAll)]
    fn query_selector_all(this: &Loose, selector: &str) -> Result<web_sys::NodeList, JsValue>;
}

/// What is to be read.
pub struct Request {
    pub root: Node,
    /// Only these text nodes, where given.
    pub nodes: Option<js_sys::Set>,
    /// Only what stands inside, where given.
    pub within: Option<Range>,
    pub title: Option<String>,
    pub published: Option<String>,
    pub lang: Option<String>,
}

/// An article of the page, with the text nodes behind it.
pub struct Reading {
    pub article: Rc<Article>,
    /// As the article's blocks, with their texts moved there.
    blocks: Vec<FlowBlock>,
    title: Option<FlowBlock>,
    nodes: Vec<TextNode>,
    /// The page goes on behind what was read.
    pub truncated: bool,
}

struct TextNode {
    node: Node,
    /// Of its data when it was read.
    units: u32,
}

/// Reads an element (or document, or shadow root) into blocks, up to [`MOST_NODES`] and
/// [`MOST_UNITS`]. Rests after each [`SPELL`] nodes: the page may change in between, and the
/// walk then goes on from wherever the page leaves it.
///
/// # Errors
/// What the page's DOM throws, if it does.
pub async fn read(request: Request) -> Result<Reading, JsValue> {
    let document = match request.root.owner_document() {
        Some(document) => document,
        // The root is a document.
        None => request.root.clone().unchecked_into(),
    };
    let mut walk = Walk::new(document, request.nodes, request.within);
    walk.run(request.root.clone()).await?;
    rest().await;
    let truncated = walk.is_full();
    let number = walk.title_inside(request.title.as_deref());
    let mut title = number.map(|n| walk.flow.blocks[n as usize].clone());
    let flow = std::mem::take(&mut walk.flow);
    let mut blocks = settle(flow.blocks, &walk.doubts, flow.units - flow.linked, number);
    if walk.within.is_none() {
        drop_edges(&mut blocks);
    }
    rest().await;
    if title.is_none() && walk.within.is_none() {
        walk.only = None;
        title = walk.title_outside(&request.root, request.title.as_deref()).await?;
    }
    let article = Article {
        lang: request.lang,
        published: request.published,
        title: match &mut title {
            Some(block) => Some(std::mem::take(&mut block.text)),
            None => request.title,
        },
        blocks: blocks.iter_mut().map(|b| Block { kind: b.kind, text: std::mem::take(&mut b.text) }).collect(),
    };
    Ok(Reading { article: Rc::new(article), blocks, title, nodes: walk.nodes, truncated })
}

impl Reading {
    /// The range of a stretch of a block (`None`: the title), in UTF-16 units. `None` where
    /// no text node stands behind it, or where the page has changed there since it was read.
    pub fn range(&self, block: Option<u32>, start: u32, end: u32) -> Option<Range> {
        let block = match block {
            None => self.title.as_ref()?,
            Some(number) => self.blocks.get(number as usize)?,
        };
        let (from, to) = block.places(start, end)?;
        let first = self.live(from)?;
        let last = self.live(to)?;
        let range = first.owner_document()?.create_range().ok()?;
        range.set_start(first, from.offset).ok()?;
        range.set_end(last, to.offset).ok()?;
        if range.collapsed() {
            // The two stand in different trees (a slot of a shadow root): what of it stands in the first.
            let units = self.nodes[from.node as usize].units;
            range.set_start(first, from.offset).ok()?;
            range.set_end(first, units).ok()?;
        }
        Some(range)
    }

    /// The node of a place, if it is still in the page and as long as it was.
    fn live(&self, place: Place) -> Option<&Node> {
        let TextNode { node, units } = self.nodes.get(place.node as usize)?;
        let data: &CharacterData = node.unchecked_ref();
        (node.is_connected() && data.length() == *units).then_some(node)
    }
}

/// An element that the walk is inside of.
struct Frame {
    layout: Layout,
    kind: BlockKind,
    space: Space,
    link: bool,
    /// Number of the first block of a top-level heading.
    h1: Option<u32>,
    /// Number of its [`Doubt`], where its class, role or tag says that it may not be the article's.
    doubt: Option<u32>,
}

/// A tree in a tree: what an element shows instead of its children.
struct Tree {
    walker: Option<TreeWalker>,
    /// Roots still to be walked, the next one last.
    rest: Vec<Node>,
    /// How many frames there are around it.
    base: usize,
}

/// What there is to see inside a node.
enum Inside {
    Nothing,
    Children,
    /// Instead of its children, these: a shadow root's, or a slot's.
    Nodes(Vec<Node>),
}

struct Walk {
    document: Document,
    window: Option<Window>,
    /// The page has a layout, which says how text is shown.
    styled: bool,
    only: Option<js_sys::Set>,
    within: Option<Range>,
    frames: Vec<Frame>,
    doubts: Vec<Doubt>,
    flow: Flow,
    /// Blocks of top-level headings.
    h1: Vec<u32>,
    nodes: Vec<TextNode>,
    /// Nodes still to be looked at, and UTF-16 units still to be read.
    nodes_left: u32,
    units_left: u32,
}

const ELEMENT: u16 = 1;
const TEXT: u16 = 3;
const CDATA: u16 = 4;
const DOCUMENT: u16 = 9;
const FRAGMENT: u16 = 11;
/// What a `TreeWalker` shows: elements, text, CDATA sections (of XHTML pages).
const SHOWN: u32 = 1 | 4 | 8;
/// How many headings of a page are looked at for the title.
const HEADINGS: u32 = 20;
/// What is read of one of them at most.
const HEADING_NODES: u32 = 200;
const HEADING_UNITS: u32 = 2_000;

/// Nodes and UTF-16 units of text that are read of an article. Some forty thousand words: a book's
/// chapter is shorter. What a page has behind that costs its reader nothing.
const MOST_NODES: u32 = 150_000;
const MOST_UNITS: u32 = 250_000;
/// Nodes between two rests: a millisecond or so.
const SPELL: u32 = 64;

impl Walk {
    fn new(document: Document, only: Option<js_sys::Set>, within: Option<Range>) -> Walk {
        let window = document.default_view();
        let styled = window.is_some()
            && document
                .document_element()
                .is_some_and(|element| element.unchecked_ref::<Loose>().check_visibility().is_function());
        Walk {
            document,
            window,
            styled,
            only,
            within,
            frames: Vec::new(),
            doubts: Vec::new(),
            flow: Flow::default(),
            h1: Vec::new(),
            nodes: Vec::new(),
            nodes_left: MOST_NODES,
            units_left: MOST_UNITS,
        }
    }

    /// Whether as much was read as is read at most.
    fn is_full(&self) -> bool {
        self.nodes_left == 0 || self.units_left == 0
    }

    /// Reads a node and all that is shown inside it into the flow.
    async fn run(&mut self, root: Node) -> Result<(), JsValue> {
        let mut trees = vec![Tree { walker: None, rest: vec![root], base: self.frames.len() }];
        let mut next = None;
        while let Some(tree) = trees.last_mut() {
            if let Some(node) = next.take() {
                if self.is_full() {
                    break;
                }
                self.nodes_left -= 1;
                if self.nodes_left.is_multiple_of(SPELL) {
                    rest().await;
                }
                match (self.enter(&node)?, &tree.walker) {
                    (Inside::Nothing, _) => {}
                    (Inside::Nodes(mut nodes), _) => {
                        nodes.reverse();
                        trees.push(Tree { walker: None, rest: nodes, base: self.frames.len() });
                        continue;
                    }
                    (Inside::Children, Some(walker)) => {
                        next = walker.first_child()?;
                        if next.is_some() {
                            continue;
                        }
                        self.leave();
                    }
                    (Inside::Children, None) => self.leave(),
                }
            }
            match &tree.walker {
                Some(walker) if self.frames.len() > tree.base => {
                    next = walker.next_sibling()?;
                    if next.is_none() {
                        walker.parent_node()?;
                        self.leave();
                    }
                }
                _ => match tree.rest.pop() {
                    Some(root) => {
                        tree.walker = Some(self.document.create_tree_walker_with_what_to_show(&root, SHOWN)?);
                        next = Some(root);
                    }
                    None => {
                        trees.pop();
                        if !trees.is_empty() {
                            self.leave();
                        }
                    }
                },
            }
        }
        self.flow.close();
        Ok(())
    }

    /// Takes a node's text; of an element pushes a frame unless there is nothing inside.
    fn enter(&mut self, node: &Node) -> Result<Inside, JsValue> {
        let loose: &Loose = node.unchecked_ref();
        // No number where a form has a field of this name.
        match loose.node_type().as_f64().map_or(ELEMENT, |n| n as u16) {
            TEXT | CDATA => {
                self.text(node)?;
                return Ok(Inside::Nothing);
            }
            ELEMENT => {}
            DOCUMENT | FRAGMENT => {
                self.frames.push(Frame::default());
                return Ok(Inside::Children);
            }
            _ => return Ok(Inside::Nothing),
        }
        let element: &Element = node.unchecked_ref();
        let name = loose.local_name().as_string();
        let tag = name.as_deref().unwrap_or("form");
        // What is asked for is read whatever its name is.
        let is_root = self.frames.is_empty();
        match tag {
            "br" => {
                self.flow.line_break();
                return Ok(Inside::Nothing);
            }
            "wbr" => return Ok(Inside::Nothing),
            _ if !is_root && hints::is_furniture(tag) => {
                if matches!(tag, "nav" | "dialog" | "menu" | "iframe" | "video" | "object" | "embed") {
                    self.flow.close();
                }
                return Ok(Inside::Nothing);
            }
            _ => {}
        }

        let around = self.frames.last();
        let mut frame = Frame {
            layout: Layout::from_tag(tag),
            kind: around.map_or(BlockKind::Paragraph, |f| f.kind),
            space: around.map_or(Space::Collapse, |f| f.space),
            link: tag == "a" || around.is_some_and(|f| f.link),
            ..Frame::default()
        };
        self.style(element, tag, is_root, &mut frame)?;

        let mut own = hints::kind(tag);
        let mut hint = match tag {
            "aside" | "footer" | "form" => Some(Hint::Furniture),
            // The name of a custom element (`amp-ad`) says what a class says of others.
            _ if fold::find(tag, "-").is_some() => hints::hint(tag, ""),
            _ => None,
        };
        if tag != "form" && !is_root && element.has_attributes() {
            if !self.styled && is_hidden(element) || element.get_attribute("aria-hidden").as_deref() == Some("true") {
                frame.layout = Layout::None;
            }
            if let Some(role) = element.get_attribute("role") {
                match role.as_str() {
                    role if hints::is_furniture_role(role) => frame.layout = Layout::None,
                    "heading" => own = Some(BlockKind::Heading),
                    "complementary" => hint = Some(Hint::Furniture),
                    _ => {}
                }
            }
            let class = loose.class_name().as_string().unwrap_or_default();
            hint = hints::hint(&class, &element.id()).or(hint);
        }
        match (frame.layout, hint) {
            (Layout::None, _) | (_, Some(Hint::Unseen)) => {
                return Ok(Inside::Nothing);
            }
            (Layout::Block, _) => self.flow.close(),
            (Layout::InlineBlock, _) => self.flow.inline_block(true),
            (Layout::Inline | Layout::Cell, _) => {}
        }
        frame.kind = hints::kind_within(own, frame.kind);
        if tag == "h1" {
            frame.h1 = Some(self.flow.next_block());
        }
        if let (Layout::Block, Some(hint), false) = (frame.layout, hint, is_root) {
            frame.doubt = Some(self.doubts.len() as u32);
            let from = self.flow.next_block();
            self.doubts.push(Doubt { hint, from, to: from, plain: self.flow.units - self.flow.linked });
        }
        self.frames.push(frame);
        Ok(shown_instead(element, tag).map_or(Inside::Children, Inside::Nodes))
    }

    /// How an element is laid out and treats white space: as computed, else as its tag has it.
    fn style(&self, element: &Element, tag: &str, is_root: bool, frame: &mut Frame) -> Result<(), JsValue> {
        if matches!(tag, "pre" | "listing" | "xmp" | "plaintext") {
            frame.space = Space::Keep;
        }
        let Some(window) = self.window.as_ref().filter(|_| self.styled) else { return Ok(()) };
        let Some(style) = window.get_computed_style(element)? else { return Ok(()) };
        let style: &Computed = style.unchecked_ref();
        let by_tag = frame.layout;
        frame.layout = Layout::from_display(&style.display());
        match frame.layout {
            Layout::None if is_root => frame.layout = by_tag,
            Layout::None | Layout::Inline => return Ok(()),
            // A floated letter begins its word all the same.
            Layout::Block if by_tag == Layout::Inline && style.css_float() != "none" => frame.layout = Layout::Inline,
            _ => {}
        }
        if !is_root && style.visibility() != "visible" {
            frame.layout = Layout::None;
        }
        frame.space = match style.white_space().as_str() {
            "pre" | "pre-wrap" | "break-spaces" => Space::Keep,
            "pre-line" => Space::Lines,
            _ => Space::Collapse,
        };
        Ok(())
    }

    fn leave(&mut self) {
        let Some(frame) = self.frames.pop() else { return };
        match frame.layout {
            Layout::Block => self.flow.close(),
            Layout::Cell => self.flow.cell(),
            Layout::InlineBlock => self.flow.inline_block(false),
            Layout::Inline | Layout::None => {}
        }
        if let Some(number) = frame.h1.filter(|&n| n < self.flow.next_block()) {
            self.h1.push(number);
        }
        if let Some(doubt) = frame.doubt.and_then(|n| self.doubts.get_mut(n as usize)) {
            doubt.to = self.flow.next_block();
            doubt.plain = self.flow.units - self.flow.linked - doubt.plain;
        }
    }

    fn text(&mut self, node: &Node) -> Result<(), JsValue> {
        if self.frames.is_empty() {
            // The root is a text node.
            self.frames.push(Frame::default());
            let read = self.text(node);
            self.frames.pop();
            return read;
        }
        if self.only.as_ref().is_some_and(|only| !only.has(node)) {
            return Ok(());
        }
        let node_data: &CharacterData = node.unchecked_ref();
        let units = node_data.length();
        // Lone surrogates become U+FFFD on the way, which is as long.
        let mut data = match units <= self.units_left {
            true => node_data.data(),
            false => node_data.substring_data(0, self.units_left)?,
        };
        if units > self.units_left && data.ends_with('\u{fffd}') {
            // Half a character.
            data.pop();
        }
        if !self.flow.is_open() && data.trim_ascii().is_empty() {
            return Ok(());
        }
        self.units_left = self.units_left.saturating_sub(units);
        let (mut shown, mut from) = (data.as_str(), 0);
        if let Some(range) = &self.within {
            if !range.intersects_node(node)? {
                return Ok(());
            }
            let end = if range.end_container()?.is_same_node(Some(node)) { range.end_offset()? } else { u32::MAX };
            let start = if range.start_container()?.is_same_node(Some(node)) { range.start_offset()? } else { 0 };
            (shown, from) = cut(&data, start, end);
        }
        let Some(frame) = self.frames.last() else { return Ok(()) };
        let style = Style { kind: frame.kind, space: frame.space, link: frame.link };
        self.flow.text(shown, self.nodes.len() as u32, from, style);
        self.nodes.push(TextNode { node: node.clone(), units });
        Ok(())
    }

    /// The block of the headline, of what was read.
    fn title_inside(&self, wanted: Option<&str>) -> Option<u32> {
        let text = |&n: &u32| self.flow.blocks[n as usize].text.as_str();
        match wanted {
            Some(wanted) if self.h1.len() > 1 => self.h1.iter().copied().find(|n| same_title(text(n), wanted)),
            _ => self.h1.first().copied(),
        }
    }

    /// The headline where it stands outside the root, among the page's first headings.
    async fn title_outside(&mut self, root: &Node, wanted: Option<&str>) -> Result<Option<FlowBlock>, JsValue> {
        let tree: Node = root.get_root_node();
        let headings = tree.unchecked_ref::<Loose>().query_selector_all("h1")?;
        let mut only = None;
        let count = headings.length().min(HEADINGS);
        for heading in (0..count).filter_map(|n| headings.item(n)) {
            if self.styled && !heading.unchecked_ref::<Loose>().is_visible() || root.contains(Some(&heading)) {
                continue;
            }
            (self.nodes_left, self.units_left) = (HEADING_NODES, HEADING_UNITS);
            self.run(heading).await?;
            let mut blocks = std::mem::take(&mut self.flow).blocks;
            let Some(block) = blocks.pop().filter(|_| blocks.is_empty()) else { continue };
            if wanted.is_some_and(|wanted| same_title(&block.text, wanted)) {
                return Ok(Some(block));
            }
            only = Some(block);
        }
        Ok(only.filter(|_| count == 1 && wanted.is_none()))
    }
}

impl Default for Frame {
    fn default() -> Frame {
        Frame {
            layout: Layout::Block,
            kind: BlockKind::Paragraph,
            space: Space::Collapse,
            link: false,
            h1: None,
            doubt: None,
        }
    }
}

/// What an element shows instead of its children: its open shadow root's, or what was put in the slot.
fn shown_instead(element: &Element, tag: &str) -> Option<Vec<Node>> {
    if tag == "slot" {
        let assigned = element.unchecked_ref::<Loose>().assigned_nodes();
        let nodes: Vec<Node> = assigned.iter().map(JsValue::unchecked_into).collect();
        return (!nodes.is_empty()).then_some(nodes);
    }
    if fold::find(tag, "-").is_none()
        && !matches!(tag, "article" | "div" | "main" | "section" | "span" | "body" | "aside")
    {
        return None;
    }
    let children = element.shadow_root()?.child_nodes();
    Some((0..children.length()).filter_map(|n| children.item(n)).collect())
}

/// Hidden by its own attributes, where no style is computed.
fn is_hidden(element: &Element) -> bool {
    element.has_attribute("hidden")
        || element.get_attribute("style").is_some_and(|style| {
            let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
            ["display:none", "visibility:hidden"].iter().any(|hides| fold::find(&style, hides).is_some())
        })
}

/// The part of a text between two UTF-16 offsets, rounded out to characters, and where it starts.
fn cut(text: &str, start: u32, end: u32) -> (&str, u32) {
    let mut units = 0;
    let (mut from, mut to, mut at) = (text.len(), text.len(), units);
    for (byte, c) in text.char_indices() {
        let next = units + c.len_utf16() as u32;
        if next > start && byte < from {
            (from, at) = (byte, units);
        }
        if units >= end {
            to = byte;
            break;
        }
        units = next;
    }
    if from >= to { ("", 0) } else { (&text[from..to], at) }
}

/// Whether a heading and the title that the page's metadata gives are one headline: the words
/// of one are most of the words of the other, which may have the site's name beside them.
fn same_title(heading: &str, title: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(fold_word).collect()
    };
    let (heading, title) = (words(heading), words(title));
    let shared = heading.iter().filter(|w| title.contains(w)).count();
    let shorter = heading.len().min(title.len());
    shared > 0 && shared * 10 >= shorter * 7 && heading.len() * 3 >= title.len()
}
