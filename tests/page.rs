//! The page and the boundary, in a real browser: HTML to blocks, spans to ranges.
#![cfg(target_arch = "wasm32")]

use khulasa::wasm::{JsSpan, Reading, read};
use wasm_bindgen::prelude::*;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::Element;

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen(inline_js = r#"
    export function place(html) {
        const element = document.createElement("div");
        element.innerHTML = html;
        document.body.append(element);
        return element;
    }
    export function evaluate(element, code) { return new Function("element", code)(element); }
    export function blocks(article) { return article.blocks.map((b) => `${b.kind}: ${b.text}`); }
    export function unit(article, block, at) { return (block === undefined ? article.title : article.blocks[block].text)[at]; }
    export function length(article, block) { return (block === undefined ? article.title : article.blocks[block].text).length; }
    export function span(block, start, end) { return { block: block ?? null, start, end }; }
    export function options(nodes, title, within) { return { nodes, title, within }; }
"#)]
extern "C" {
    fn place(html: &str) -> Element;
    fn evaluate(element: &Element, code: &str) -> JsValue;
    fn blocks(article: &JsValue) -> Vec<String>;
    fn unit(article: &JsValue, block: Option<u32>, at: u32) -> String;
    fn length(article: &JsValue, block: Option<u32>) -> u32;
    fn span(block: JsValue, start: u32, end: u32) -> JsValue;
    fn options(nodes: JsValue, title: JsValue, within: JsValue) -> JsValue;
}

fn read_plain(element: &Element) -> Reading {
    read(element.clone().into(), None).expect("an element is read")
}

fn article(reading: &Reading) -> JsValue {
    reading.article().expect("plain values").into()
}

fn range(reading: &Reading, block: Option<u32>, start: u32, end: u32) -> Option<web_sys::Range> {
    reading.range(span(block.into(), start, end).unchecked_ref::<JsSpan>())
}

fn texts(html: &str) -> Vec<String> {
    let element = place(html);
    let out = blocks(&article(&read_plain(&element)));
    element.remove();
    out
}

/// Every unit of a text stands where its range says; white space may be any white space.
fn assert_exact(reading: &Reading, block: Option<u32>) {
    let article = article(reading);
    for at in 0..length(&article, block) {
        let expected = unit(&article, block, at);
        let Some(range) = range(reading, block, at, at + 1) else {
            assert!(expected.trim().is_empty(), "no range for {expected:?} at {at}");
            continue;
        };
        let found = String::from(range.to_string());
        assert!(
            found == expected || expected.trim().is_empty() && found.trim().is_empty(),
            "{expected:?} at {at} is {found:?} on the page"
        );
    }
}

#[wasm_bindgen_test]
fn blocks_and_their_kinds() {
    for (html, expected) in [
        ("<p>One.</p><p>Two.</p>", &["paragraph: One.", "paragraph: Two."][..]),
        (
            "text<div>one<p>two</p>three</div>four",
            &["paragraph: text", "paragraph: one", "paragraph: two", "paragraph: three", "paragraph: four"],
        ),
        (
            "<h2>Under it</h2><ul><li>One</li><li><p>Two</p></li></ul>",
            &["heading: Under it", "list-item: One", "list-item: Two"],
        ),
        ("<blockquote><p>Said.</p></blockquote>", &["quote: Said."]),
        ("<figure><img alt=''><figcaption>A dam.</figcaption></figure>", &["caption: A dam."]),
        (
            "<div class='wp-caption-text'>A dam.</div><p>The river rose for days.</p>",
            &["caption: A dam.", "paragraph: The river rose for days."],
        ),
        (
            "<table><tr><th>Killed</th><td>12</td></tr><tr><th>Hurt</th><td>30</td></tr></table>",
            &["table: Killed\t12", "table: Hurt\t30"],
        ),
        (
            "<p>The article itself is longer than this.</p><blockquote class='twitter-tweet'><p>A post</p></blockquote>",
            &["paragraph: The article itself is longer than this.", "embed: A post"],
        ),
        (
            "<p>The article itself is longer than all of its links are, as articles mostly are.</p>\
             <div class='related-stories'><h3>More</h3><a href='/a'>Another story</a></div>",
            &[
                "paragraph: The article itself is longer than all of its links are, as articles mostly are.",
                "related: More",
                "related: Another story",
            ],
        ),
    ] {
        assert_eq!(texts(html), expected, "{html}");
    }
}

#[wasm_bindgen_test]
fn white_space_as_the_page_shows_it() {
    for (html, expected) in [
        ("<p>  a \n b<b> c </b> d  </p>", &["paragraph: a b c d"][..]),
        ("<p>a<br>b<br><br>c</p>", &["paragraph: a\nb", "paragraph: c"]),
        ("<pre>a  b\nc</pre>", &["paragraph: a  b\nc"]),
        ("<p style='white-space: pre-line'>a  b\nc</p>", &["paragraph: a b\nc"]),
        ("<p>a<span style='display: inline-block'> b </span>c</p>", &["paragraph: abc"]),
        ("<p>a <span style='display: inline-block'>b</span> c</p>", &["paragraph: a b c"]),
        ("<p>a&nbsp;&nbsp;b</p>", &["paragraph: a\u{a0}\u{a0}b"]),
        ("<p><span style='float: left'>T</span>he first word</p>", &["paragraph: The first word"]),
        ("<p>one<span style='display: block'>two</span></p>", &["paragraph: one", "paragraph: two"]),
        ("<p>a<!-- x -->b<wbr>c</p>", &["paragraph: abc"]),
    ] {
        assert_eq!(texts(html), expected, "{html}");
    }
}

#[wasm_bindgen_test]
fn what_is_no_part_of_the_article() {
    let hidden = [
        "<script>x</script>",
        "<style>x{}</style>",
        "<noscript>x</noscript>",
        "<template>x</template>",
        "<div hidden>x</div>",
        "<div style='display: none'>x</div>",
        "<div style='visibility: hidden'>x</div>",
        "<div aria-hidden=true>x</div>",
        "<nav>x</nav>",
        "<div role=navigation>x</div>",
        "<button>x</button>",
        "<select><option>x</select>",
        "<span class=visually-hidden>x</span>",
        "<iframe srcdoc=x></iframe>",
        "<video>x</video>",
        "<svg><text>x</text></svg>",
        "<div class=share-bar>x</div>",
        "<form>x <input name=nodeType><input name=localName></form>",
        "<aside>x</aside>",
    ];
    for html in hidden {
        let found = texts(&format!("<p>The article has its words, and it keeps them.</p>{html}"));
        assert_eq!(found, ["paragraph: The article has its words, and it keeps them."], "{html}");
    }
}

#[wasm_bindgen_test]
fn an_article_in_an_oddly_named_element_is_read() {
    for html in
        ["<form><input name=firstChild><p>All of it.</p></form>", "<div class=share-bar><p>All of it.</p></div>"]
    {
        assert_eq!(texts(html), ["paragraph: All of it."], "{html}");
    }
}

#[wasm_bindgen_test]
fn ranges_are_exact_across_markup() {
    let element = place(
        "<h1>The <i>title</i> 🛰</h1>\
         <p>  قال <bdi>نحو</bdi> <b>2500</b>  عسكري <!-- x -->في\n  <a href=#>العراق</a>&nbsp;و<br>سوريا 🇮🇶🛰️ .</p>\
         <p>a<b>b<i>c</i></b><span>d</span>  <span> e</span></p>",
    );
    evaluate(&element, "element.lastChild.append('f', '', 'g 🛰', '\\ud83d', '\\ude80', ' h')");
    let before = evaluate(&element, "return element.innerHTML");
    let reading = read_plain(&element);
    assert_exact(&reading, None);
    assert_exact(&reading, Some(0));
    assert_exact_but_surrogates(&reading, 1);
    let whole = range(&reading, Some(1), 0, 7).expect("a range");
    assert_eq!(String::from(whole.to_string()).split_whitespace().collect::<String>(), "abcdef");
    assert_eq!(evaluate(&element, "return element.innerHTML"), before, "the page is only read");
    element.remove();
}

/// A pair of surrogates parted by two text nodes is two lone ones: each reads as U+FFFD, one unit for one.
fn assert_exact_but_surrogates(reading: &Reading, block: u32) {
    let article = article(reading);
    let all: String = (0..length(&article, Some(block))).map(|at| unit(&article, Some(block), at)).collect();
    assert!(all.ends_with("\u{fffd}\u{fffd} h"), "{all:?}");
    let end = length(&article, Some(block));
    let last = range(reading, Some(block), end - 1, end).expect("a range");
    assert_eq!(String::from(last.to_string()), "h");
}

#[wasm_bindgen_test]
fn spans_that_are_none() {
    let element = place("<p>A paragraph.</p>");
    let reading = read_plain(&element);
    for (block, start, end) in
        [(None, 0, 1), (Some(0), 3, 3), (Some(0), 0, 99), (Some(7), 0, 1), (Some(u32::MAX), 0, 1)]
    {
        assert!(range(&reading, block, start, end).is_none(), "{block:?} {start} {end}");
    }
    evaluate(&element, "element.firstChild.firstChild.data = 'Changed'");
    assert!(range(&reading, Some(0), 0, 1).is_none(), "the text is another one");
    let element = place("<p>A paragraph.</p>");
    let reading = read_plain(&element);
    element.remove();
    assert!(range(&reading, Some(0), 0, 1).is_none(), "it is out of the page");
}

/// The digest in parts is the digest; the reading may go before it is done.
#[wasm_bindgen_test]
fn a_digest_in_parts() {
    let element = place("<h1>Ferries</h1><p>Fuel costs rose by 22%, she said on Sunday.</p>");
    let reading = read_plain(&element);
    let json = |digest: JsValue| js_sys::JSON::stringify(&digest).expect("plain values").as_string();
    let whole = json(reading.digest(None).expect("a digest").into());
    let mut work = reading.begin(None);
    drop(reading);
    let mut steps = 1;
    let found = loop {
        match work.step().expect("no failure") {
            Some(digest) => break digest,
            None => steps += 1,
        }
    };
    assert_eq!(json(found.into()), whole);
    assert!(steps > 3, "{steps}");
    element.remove();
}

#[wasm_bindgen_test]
fn only_some_nodes_or_a_selection() {
    let element = place("<p>one <b>two</b></p><p>three four</p>");
    let nodes = evaluate(&element, "return [element.querySelector('b').firstChild]");
    let asked = options(nodes, JsValue::NULL, JsValue::NULL);
    let reading = read(element.clone().into(), Some(asked.unchecked_into())).expect("read");
    assert_eq!(blocks(&article(&reading)), ["paragraph: two"]);

    let within = evaluate(
        &element,
        "const r = document.createRange(); r.setStart(element.firstChild.firstChild, 2);
         r.setEnd(element.lastChild.firstChild, 5); return r",
    );
    let asked = options(JsValue::UNDEFINED, JsValue::NULL, within);
    let reading = read(element.clone().into(), Some(asked.unchecked_into())).expect("read");
    assert_eq!(blocks(&article(&reading)), ["paragraph: e two", "paragraph: three"]);
    assert_exact(&reading, Some(0));
    element.remove();
}

#[wasm_bindgen_test]
fn the_title_where_it_stands() {
    let element = place("<h1>A dam <b>breaks</b></h1><div><p>It broke on Monday.</p></div>");
    let root: Element = evaluate(&element, "return element.lastChild").unchecked_into();
    let asked = options(JsValue::UNDEFINED, "A dam breaks - The Paper".into(), JsValue::UNDEFINED);
    let reading = read(root.into(), Some(asked.unchecked_into())).expect("read");
    assert_eq!(length(&article(&reading), None), 12, "without the paper's name");
    assert_exact(&reading, None);
    element.remove();
    let reading = read_plain(&place("<p>No title.</p>"));
    assert!(range(&reading, None, 0, 1).is_none());
}

#[wasm_bindgen_test]
fn shadow_roots_slots_and_frames() {
    let element = place("<x-story><p slot=lead>Lead.</p><p>Not shown.</p></x-story>");
    evaluate(
        &element,
        "element.firstChild.attachShadow({mode: 'open'}).innerHTML = '<h2>In <b>it</b></h2><slot name=lead>x</slot><p>End.</p>'",
    );
    let reading = read_plain(&element);
    assert_eq!(blocks(&article(&reading)), ["heading: In it", "paragraph: Lead.", "paragraph: End."]);
    (0..3).for_each(|n| assert_exact(&reading, Some(n)));
    element.remove();

    let element = place("<iframe></iframe>");
    let body: Element = evaluate(
        &element,
        "const body = element.firstChild.contentDocument.body; body.innerHTML = '<p>In a frame.</p>'; return body",
    )
    .unchecked_into();
    let reading = read_plain(&body);
    assert_eq!(blocks(&article(&reading)), ["paragraph: In a frame."]);
    assert_exact(&reading, Some(0));
    element.remove();
}

#[wasm_bindgen_test]
fn hostile_pages() {
    let element = place("");
    evaluate(
        &element,
        "let at = element; for (let i = 0; i < 10000; i++) at = at.appendChild(document.createElement(i % 2 ? 'div' : 'b'));
         at.append('deep')",
    );
    assert_eq!(blocks(&article(&read_plain(&element))), ["paragraph: deep"]);
    evaluate(
        &element,
        "element.replaceChildren(); for (let i = 0; i < 50000; i++) element.append(document.createElement('i'), 'x ')",
    );
    assert_eq!(length(&article(&read_plain(&element)), Some(0)), 99_999);
    evaluate(&element, "element.textContent = 'سطر '.repeat(25_000)");
    assert_eq!(length(&article(&read_plain(&element)), Some(0)), 99_999);
    element.remove();
}

#[wasm_bindgen_test]
fn plain_values_in_and_out() {
    let digest = |code: &str| {
        let input = js_sys::eval(&format!("({code})")).expect("a value");
        khulasa::wasm::digest(input.unchecked_ref(), None).map(JsValue::from)
    };
    for code in ["{text: ''}", "{blocks: []}", "{blocks: [{text: 'a'}], title: '\\ud800'}", "{text: '\\udc00 \\ud800'}"]
    {
        let out = digest(code).expect(code);
        for list in ["summary", "figures", "dates", "quotes", "speakers", "terms", "warnings"] {
            let value = js_sys::Reflect::get(&out, &list.into()).expect(list);
            assert!(js_sys::Array::is_array(&value), "{list} of {code}");
        }
    }
    for code in ["{}", "{blocks: [1]}", "{blocks: [null]}", "{text: 3}"] {
        assert!(digest(code).is_err_and(|e| e.is_instance_of::<js_sys::TypeError>()), "{code}");
    }
    let out = digest("{text: 'A line.', published: 'yesterday'}").expect("a digest");
    let warnings: js_sys::Array = js_sys::Reflect::get(&out, &"warnings".into()).expect("a list").unchecked_into();
    assert_eq!(warnings.length(), 1);
}
