//! What only the whole text can tell: which blocks are the article's, once all are read.

use super::flow::FlowBlock;
use super::hints::Hint;
use crate::article::BlockKind;
use crate::text::fold;

/// Blocks that by their element's class, role or tag may not be the article's.
#[derive(Debug, Clone, Copy)]
pub struct Doubt {
    pub hint: Hint,
    /// First block, and the one after the last.
    pub from: u32,
    pub to: u32,
    /// UTF-16 units of its text outside links.
    pub plain: u64,
}

/// The blocks that are the article's, with their final kinds. `doubts` stand in the order
/// of their first blocks, outer ones before inner ones; `plain` is what the text outside
/// links adds up to; `title` is the number of a block that is the headline.
///
/// What a reader selected is not judged by [`drop_edges`]: call that for whole articles.
pub fn settle(blocks: Vec<FlowBlock>, doubts: &[Doubt], plain: u64, title: Option<u32>) -> Vec<FlowBlock> {
    let mut out: Vec<FlowBlock> = Vec::with_capacity(blocks.len());
    let mut doubts = doubts.iter().filter(|d| d.plain as f64 <= d.hint.most() * plain as f64).peekable();
    let mut dropped_until = 0;
    let mut kind: Option<(BlockKind, u32)> = None;
    for (number, mut block) in blocks.into_iter().enumerate() {
        let number = number as u32;
        kind = kind.filter(|&(_, to)| number < to);
        while let Some(doubt) = doubts.next_if(|d| d.from <= number) {
            match doubt.hint {
                // The outer element says it for all in it.
                Hint::Kind(k) if doubt.to > number => kind = kind.or(Some((k, doubt.to))),
                Hint::Kind(_) => {}
                _ => dropped_until = dropped_until.max(doubt.to),
            }
        }
        if number < dropped_until || Some(number) == title {
            continue;
        }
        if let Some((kind, _)) = kind {
            block.kind = kind;
        } else if block.kind == BlockKind::Table && is_prose(&block) {
            // A table that lays a page out, as old pages do.
            block.kind = BlockKind::Paragraph;
        }
        out.push(block);
    }
    mark_link_lists(&mut out);
    drop_repeated_captions(&mut out);
    drop_pulled_quotes(&mut out);
    drop_labels(&mut out);
    out
}

/// Lines without a letter (the hour over a live blog's post, the number over a picture), and
/// short lines that stand in the text more than once, word for word (`Advertisement`).
fn drop_labels(blocks: &mut Vec<FlowBlock>) {
    let is_short =
        |b: &FlowBlock| b.kind == BlockKind::Paragraph && b.units < 40 && b.text.ends_with(char::is_alphanumeric);
    let mut short: Vec<&str> = blocks.iter().filter(|b| is_short(b)).map(|b| b.text.as_str()).collect();
    short.sort_unstable();
    let again: Vec<String> = short.windows(2).filter(|w| w[0] == w[1]).map(|w| w[0].to_owned()).collect();
    blocks.retain(|b| !is_short(b) || b.text.chars().any(char::is_alphabetic) && again.binary_search(&b.text).is_err());
}

/// A gallery has the caption of one picture more than once.
fn drop_repeated_captions(blocks: &mut Vec<FlowBlock>) {
    blocks.dedup_by(|next, last| next.kind == BlockKind::Caption && next.kind == last.kind && next.text == last.text);
}

/// A quote that is set large beside the text stands in the text as well, and is told once.
fn drop_pulled_quotes(blocks: &mut Vec<FlowBlock>) {
    /// More of them than an article has, so that a page of quotes costs no more than its length.
    const MOST: usize = 32;
    let bare = |text: &str| text.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    let quotes = blocks.iter().enumerate().filter(|(_, b)| b.kind == BlockKind::Quote).take(MOST);
    let pulled: Vec<usize> = quotes
        .filter(|&(at, quote)| {
            let words = bare(&quote.text);
            let is_other =
                |(n, b): (usize, &FlowBlock)| n != at && b.units > quote.units && fold::find(&b.text, &words).is_some();
            !words.is_empty() && blocks.iter().enumerate().any(is_other)
        })
        .map(|(at, _)| at)
        .collect();
    for at in pulled.into_iter().rev() {
        blocks.remove(at);
    }
}

/// Lines of the page before and after the article's running text: who wrote it and when, its
/// address, what the site says under every article. Where nothing runs, nothing is an edge.
pub fn drop_edges(blocks: &mut Vec<FlowBlock>) {
    let runs = |b: &FlowBlock| {
        b.units >= 80
            // An address is long and does not run.
            && b.text.contains(char::is_whitespace)
            && fold::find(&b.text, "©").is_none()
            && matches!(b.kind, BlockKind::Paragraph | BlockKind::Quote | BlockKind::ListItem | BlockKind::Table)
    };
    let Some(first) = blocks.iter().position(runs) else { return };
    let last = blocks.iter().rposition(runs).unwrap_or(first);
    let mut at = 0;
    blocks.retain(|block| {
        let edge = at < first || at > last;
        at += 1;
        !edge || !is_page_line(block)
    });
}

/// A line with a time or a date in figures, an address, a word or two, mostly links.
fn is_page_line(block: &FlowBlock) -> bool {
    let text = &block.text;
    if !matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem) {
        return false;
    }
    let words = text.split_whitespace().count();
    let is_address = words == 1 && text.contains(['/', '@']);
    // Below the text: whose rights are reserved.
    if is_address || fold::find(text, "©").is_some() {
        return true;
    }
    if block.units >= 100 {
        return false;
    }
    let digits = text.chars().filter(|c| c.is_numeric()).count();
    let ends = text.ends_with(|c: char| c.is_alphanumeric());
    words <= 3 && ends || digits >= 5 || block.linked * 2 >= block.units
}

/// Running text rather than the cells of a row.
fn is_prose(block: &FlowBlock) -> bool {
    block.units >= 120 && fold::find(&block.text, "\t").is_none()
}

/// Lines that are wholly links lead elsewhere: to other articles, not on in this one.
fn mark_link_lists(blocks: &mut [FlowBlock]) {
    let is_link = |b: &FlowBlock| {
        matches!(b.kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Heading)
            && b.units >= 12
            && u64::from(b.linked) * 20 >= u64::from(b.units) * 19
    };
    let all: u64 = blocks.iter().map(|b| u64::from(b.units)).sum();
    let linked: u64 = blocks.iter().filter(|b| is_link(b)).map(|b| u64::from(b.units)).sum();
    // A page of links, or an article whose paragraphs are links: nothing can be told by them.
    if linked * 2 > all {
        return;
    }
    let mut at = 0;
    while at < blocks.len() {
        let run = blocks[at..].iter().take_while(|b| is_link(b)).count();
        for block in &mut blocks[at..at + run] {
            block.kind = BlockKind::Related;
        }
        // The heading over a list of them is theirs.
        if run >= 2 && at > 0 && blocks[at - 1].kind == BlockKind::Heading {
            blocks[at - 1].kind = BlockKind::Related;
        }
        at += run.max(1);
    }
    // The list under the text, each item more link than not (`A headline; and what it is about`).
    let last = blocks.iter().rposition(|b| b.kind != BlockKind::ListItem).map_or(0, |at| at + 1);
    if blocks.len() - last >= 3 && blocks[last..].iter().all(|b| b.linked * 2 >= b.units) {
        for block in &mut blocks[last..] {
            block.kind = BlockKind::Related;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use BlockKind::*;

    fn block(kind: BlockKind, text: &str, linked: bool) -> FlowBlock {
        let units = text.encode_utf16().count() as u32;
        FlowBlock { kind, text: text.into(), units, linked: if linked { units } else { 0 }, pieces: Vec::new() }
    }

    fn kinds(blocks: &[FlowBlock]) -> Vec<BlockKind> {
        blocks.iter().map(|b| b.kind).collect()
    }

    #[test]
    fn doubts_hold_only_for_the_smaller_part() {
        let blocks = || (0..10).map(|n| block(Paragraph, &format!("paragraph {n}"), false)).collect::<Vec<_>>();
        let doubt = |hint, from, to, plain| Doubt { hint, from, to, plain };
        let out = settle(blocks(), &[doubt(Hint::Furniture, 2, 4, 20)], 100, None);
        assert_eq!(out.len(), 8);
        let out = settle(blocks(), &[doubt(Hint::Furniture, 0, 10, 100)], 100, None);
        assert_eq!(out.len(), 10, "an article in an element named after its share bar");
        let inner = [doubt(Hint::Kind(Related), 2, 6, 20), doubt(Hint::Kind(Embed), 3, 4, 10)];
        let out = settle(blocks(), &inner, 100, Some(0));
        assert_eq!(kinds(&out)[..6], [Paragraph, Related, Related, Related, Related, Paragraph]);
    }

    #[test]
    fn labels_of_the_page_are_dropped() {
        let text = "A paragraph that runs on for long enough to be the article's own.";
        let rows = [
            (Paragraph, "10:25", false, "no letter: the hour over a post"),
            (Paragraph, "Advert", false, "stands twice"),
            (Paragraph, text, true, ""),
            (Paragraph, "Advert", false, "stands twice"),
            (Paragraph, "No.", true, "short, and stands once"),
            (Heading, "1986", true, "a heading may be a year"),
            (ListItem, "GPS", true, "items of two lists"),
            (ListItem, "GPS", true, "items of two lists"),
        ];
        let blocks = rows.iter().map(|&(kind, text, ..)| block(kind, text, false)).collect();
        let kept: Vec<String> = settle(blocks, &[], 1000, None).into_iter().map(|b| b.text).collect();
        let expected: Vec<&str> = rows.iter().filter(|row| row.2).map(|row| row.1).collect();
        assert_eq!(kept, expected);
    }

    #[test]
    fn a_quote_pulled_out_of_the_text_is_told_once() {
        let quote = crate::article::BlockKind::Quote;
        let prose = "The mayor said that nobody would be moved against their will, and left the hall.";
        let rows = [
            (quote, "nobody would be moved against their will", false, "part of a paragraph"),
            (quote, "“Nobody will be moved”", true, "in no paragraph so"),
            (Paragraph, prose, true, ""),
            (quote, "… nobody would be moved …", false, "with the marks of a part"),
            (Paragraph, "nobody would be moved", true, "a paragraph that says it again is the author's"),
            (quote, "—", true, "no words to look for"),
        ];
        let blocks = rows.iter().map(|&(kind, text, ..)| block(kind, text, false)).collect();
        let kept: Vec<String> = settle(blocks, &[], 1000, None).into_iter().map(|b| b.text).collect();
        let expected: Vec<&str> = rows.iter().filter(|row| row.2).map(|row| row.1).collect();
        assert_eq!(kept, expected);
    }

    #[test]
    fn lists_of_links_are_related() {
        let prose = "The council met for three hours on Monday and voted on the budget for the coming year.";
        let out = settle(
            vec![
                block(Paragraph, prose, false),
                block(Heading, "More from the council", false),
                block(ListItem, "Five streets that will be closed", true),
                block(ListItem, "What the budget says on schools", true),
                block(Heading, "What comes next", false),
                block(Paragraph, prose, false),
            ],
            &[],
            300,
            None,
        );
        assert_eq!(kinds(&out), [Paragraph, Related, Related, Related, Heading, Paragraph]);
    }

    #[test]
    fn a_list_of_links_under_the_text_is_related() {
        let prose = "The council met for three hours on Monday and voted on the budget for the coming year.";
        let item = |text: &str, linked: usize| FlowBlock { linked: linked as u32, ..block(ListItem, text, false) };
        for (linked, expected) in [(20, Related), (10, ListItem)] {
            let items = (0..3).map(|n| item(&format!("Story {n} of the week, on the bridge"), linked));
            let blocks = std::iter::once(block(Paragraph, prose, false)).chain(items).collect();
            let out = settle(blocks, &[], 300, None);
            assert_eq!(kinds(&out), [Paragraph, expected, expected, expected], "{linked} of 35 units in a link");
        }
    }

    #[test]
    fn lines_of_the_page_around_the_text_are_dropped() {
        let prose = "The council met for three hours on Monday and voted on the budget for the coming year.";
        let mut out = settle(
            vec![
                block(Paragraph, "Published 10:48, 3 March 2024 | Updated 11:05", false),
                block(Paragraph, "Jane Doe", false),
                block(Paragraph, "It was close.", false),
                block(Paragraph, prose, false),
                block(Paragraph, "Who won", false),
                block(Caption, "The hall.", false),
                block(Caption, "The hall.", false),
                block(Paragraph, prose, false),
                block(Paragraph, "https://example.org/council/2024", false),
            ],
            &[],
            300,
            None,
        );
        drop_edges(&mut out);
        let texts: Vec<&str> = out.iter().map(|b| b.text.as_str()).collect();
        assert_eq!(texts, ["It was close.", prose, "Who won", "The hall.", prose]);
    }

    #[test]
    fn prose_in_a_table_is_no_table() {
        let prose = "A page of the old kind, where one cell of a table is the column that the article stands in, \
                     from its first paragraph to its last one, with the menu in the cell beside it.";
        let out = settle(vec![block(Table, prose, false), block(Table, "Killed\t12", false)], &[], 300, None);
        assert_eq!(kinds(&out), [Paragraph, Table]);
    }
}
