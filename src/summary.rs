//! The summary: the sentences that say most of what the article says.

use crate::Options;
use crate::digest::{DateMention, Figure, SummarySentence};
use crate::quotes::Quotes;
use crate::text::Document;

/// The sentences of the gist, in reading order.
pub fn rank(
    document: &Document,
    options: &Options,
    _figures: &[Figure],
    _dates: &[DateMention],
    _quotes: &Quotes,
) -> Vec<SummarySentence> {
    let wanted = options.sentences.unwrap_or(3);
    let sentences = document.sentences.iter().enumerate();
    let own = sentences.filter(|(_, s)| {
        let block = &document.blocks[s.block];
        block.number.is_some() && !block.boilerplate
    });
    own.take(wanted)
        .map(|(number, _)| SummarySentence {
            span: document.sentence_span(number),
            score: 1.0,
            figures: Vec::new(),
            dates: Vec::new(),
            quotes: Vec::new(),
        })
        .collect()
}
