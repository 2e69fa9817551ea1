//! Cues: the words of saying, outside what stands between marks.

use std::ops::Range;

use super::ground::{Ground, kinds};
use crate::lang::words::{Agreement, CueKind, QuoteWord};
use crate::lang::{Clitics, Kinds, Room};
use crate::pace::{Pace, rest};
use crate::text::{Kind, fold};

/// A word or phrase of saying.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cue {
    pub tokens: Range<usize>,
    pub kind: CueKind,
    /// What its form says of who speaks.
    pub agreement: Agreement,
}

/// The cues of a document, in reading order.
pub async fn find(ground: &Ground<'_, '_>) -> Vec<Cue> {
    let mut pace = Pace::default();
    let mut cues: Vec<Cue> = Vec::new();
    for block in ground.document.blocks.iter().filter(|b| !b.boilerplate) {
        let mut at = block.tokens.start;
        while at < block.tokens.end {
            if pace.is_due(at) {
                rest().await;
            }
            // Most words say nothing of speech.
            let found = if ground.document.rooms(at) & Room::QUOTE == 0 { None } else { cue_at(ground, at) };
            match found.filter(|_| ground.stretch_at(at).is_none()) {
                Some(cue) => {
                    at = cue.tokens.end;
                    // `علق … قائلا`: of a verb in two parts the one nearest the speech counts.
                    if let Some(last) = cues.last()
                        && last.tokens.end == cue.tokens.start
                        && cue.kind == CueKind::Along
                        && last.kind == CueKind::Say
                    {
                        let tokens = last.tokens.start..cue.tokens.end;
                        let agreement = last.agreement;
                        cues.pop();
                        cues.push(Cue { tokens, kind: CueKind::Say, agreement });
                    } else {
                        cues.push(cue);
                    }
                }
                None => at += 1,
            }
        }
    }
    cues
}

/// The cue that begins at a token.
pub fn cue_at(ground: &Ground, at: usize) -> Option<Cue> {
    let ((kind, agreement), words) =
        ground.word_of(at, kinds![QuoteWord::Cue(CueKind::Say, Agreement::Any)], |w| match w {
            QuoteWord::Cue(kind, agreement) => Some((kind, agreement)),
            _ => None,
        })?;
    let token = ground.document.token(at);
    // With an article or a preposition it is a noun: `النقل`, "transport".
    let verb = !matches!(kind, CueKind::Noun | CueKind::Source | CueKind::Told | CueKind::Own);
    if verb
        && (ground.is_definite(at) || token.clitics().any(Clitics::WITH | Clitics::FOR | Clitics::AS | Clitics::THE))
    {
        return None;
    }
    if verb && words == 1 {
        // A verb that is a preposition too (`عبر`) is one only with its own: `عبّر … عن`.
        let is_stop = ground.has_kind(at, kinds![QuoteWord::Stop, QuoteWord::Bars]);
        let segment = ground.segment_of(at);
        if is_stop && !ground.has_capitals(at) {
            let reaches = (at + 1..segment.end.min(at + 12)).any(|t| {
                ground.has(t, QuoteWord::From)
                    || ground.has_kind(t, kinds![QuoteWord::That(0)])
                    || ground.stretch_at(t).is_some()
            });
            // A doubled letter written out makes it the verb.
            let first = at == segment.start
                || token.clitics().any(Clitics::AND)
                || ground.is_comma(at - 1)
                || ground.is_comma(at + 1)
                || fold::find(ground.document.text(at), "\u{651}").is_some();
            if !reaches || !first {
                return None;
            }
        }
        // أثنى, "he praised", folds like two.
        if ground.document.rooms(at) & Room::NUMBER != 0
            && !ground.document.text(at).ends_with('ى')
            && token.kind == Kind::Arabic
        {
            return None;
        }
        let before = at.checked_sub(1).filter(|&b| b >= segment.start);
        // `عبر حسابها`, "through her account"
        let adverb = ground.word(at, |w| (w == QuoteWord::Adverb).then_some(()));
        if adverb.is_some_and(|(_, words)| words > 1) {
            return None;
        }
        // `رفض الكشف عن هويته`: what a source asked for, and nobody's word.
        if ground.has(at + 1, QuoteWord::Anonymous) && !ground.has_capitals(at) {
            return None;
        }
        // `وهو طالب هندسة`, "who is a student"
        if before.is_some_and(|b| ground.is_pronoun(b))
            && ground.has_kind(at, kinds![QuoteWord::Role(Agreement::Any)])
            && !ground.has_capitals(at)
        {
            return None;
        }
        // `روي`, `نفي`: a name or noun, where the verb of three letters ends in `ى`.
        let stem = &ground.document.text(at)[ground.document.clitic_length(at)..];
        if ground.shapes(at).and_then(|s| s.relative.first()).is_some_and(|r| stem.ends_with(r))
            && stem.chars().filter(|c| c.is_alphabetic()).count() == 3
        {
            return None;
        }
        // `فراي`: a name that looks like "and so" with a verb, but where it leads on or begins a clause.
        if token.clitics().any(Clitics::SO)
            && before.is_some_and(|b| !ground.is_punct(b))
            && !ground.has(segment.start, QuoteWord::Auxiliary)
            && !(at + 1..segment.end.min(at + 4))
                .any(|t| ground.that(t).is_some() || ground.is_colon(t) || ground.stretch_at(t).is_some())
        {
            return None;
        }
        if ground.has_capitals(at) {
            // A noun, where an article or a possessive stands before it: "the claims", "his reports".
            let noun = before.is_some_and(|b| {
                ground.is_determiner(b)
                    || ground.is_possessive(b)
                    // "a series of tweets", "in reports"; but "to tweet".
                    || ground.has(b, QuoteWord::Link) && !ground.has(b, QuoteWord::Adverb)
            });
            if noun && kind != CueKind::Along && !ground.is_pronoun(at - 1) {
                return None;
            }
            // "was told", "Asked about the device": who is spoken to.
            let adverb = |b: usize| ground.ends(b, |s| s.adverb) || ground.has(b, QuoteWord::Adverb);
            let passive = before.is_some_and(|b| {
                let passive = |t: usize| t >= segment.start && ground.has(t, QuoteWord::Passive);
                passive(b) || adverb(b) && passive(b - 1)
            });
            let asked = at == segment.start
                && !ground.has(at, QuoteWord::Bare)
                && ground.has_kind(at + 1, kinds![QuoteWord::Stop, QuoteWord::That(0), QuoteWord::Link]);
            if kind == CueKind::Say && (passive || asked) {
                return None;
            }
            // "who asked not to be named": nothing that is told.
            if kind == CueKind::Say && ground.has(at + 1, QuoteWord::Anonymous) {
                return None;
            }
            // "Recent reports have": a plural that something is said of.
            let plural = ground.ends(at, |s| s.possessive)
                && ground.has(at + 1, QuoteWord::Auxiliary)
                && before.is_some_and(|b| !ground.is_pronoun(b))
                && !(segment.start..at).rev().take(4).any(|t| ground.has(t, QuoteWord::Relative) || ground.is_comma(t));
            if kind == CueKind::Say && plural {
                return None;
            }
            // "to say", "to add": what somebody may do is not said yet, but in marks.
            if kind == CueKind::Say
                && token.is_capital()
                && at != segment.start
                && before.is_some_and(|b| ground.document.token(b).is_capital())
            {
                return None;
            }
        } else if before.is_some_and(|b| {
            (ground.has(b, QuoteWord::Link) || ground.is_bar(b) && kind != CueKind::Describe)
                && !ground.has(b, QuoteWord::Auxiliary)
                && !ground.document.clitics(at).any(Clitics::AND)
        }) {
            // After a preposition stands a noun: `في رد`, "in an answer", `عدم كشف`, "not uncovering".
            return None;
        }
    }
    // `وفق ما ذكره`, "by what he told": the verb is part of it, and without one it is no cue.
    let (kind, words) = match kind {
        CueKind::Told if tells(ground, at + words) => (CueKind::Source, words + 1),
        CueKind::Told => return None,
        _ => (kind, words),
    };
    Some(Cue { tokens: at..at + words, kind, agreement })
}

/// Whether a verb of saying stands at a token, with the pronoun of what is said or without.
fn tells(ground: &Ground, at: usize) -> bool {
    const CUE: &Kinds = kinds![QuoteWord::Cue(CueKind::Say, Agreement::Any)];
    let stem = || ground.document.dual_stem(at, 1).filter(|_| ground.ends_in_pronoun(at));
    ground.has_kind(at, CUE) || stem().is_some_and(|(mut senses, _)| senses.any(|sense| CUE.has(sense.kind())))
}

impl Ground<'_, '_> {
    pub fn is_pronoun(&self, at: usize) -> bool {
        self.has_kind(at, kinds![QuoteWord::Pronoun(Agreement::Any)])
    }

    /// A complementizer at a token, with the letters of the preposition written before it.
    /// `لأن` ("because") is none.
    pub fn that(&self, at: usize) -> Option<u8> {
        let (letters, _) = self.word_of(at, kinds![QuoteWord::That(0)], |w| match w {
            QuoteWord::That(letters) => Some(letters),
            _ => None,
        })?;
        let clitics = self.document.clitics(at);
        (!clitics.any(Clitics::FOR | Clitics::AS | Clitics::THE)).then_some(letters)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Article;
    use crate::pace::finish;
    use crate::quotes::marks;
    use crate::text::Document;

    #[test]
    fn cues_and_what_only_looks_like_one() {
        use Agreement::{Any, He, She};
        use CueKind::{Along, Describe, Say, Source, Voice};
        type Row = (&'static str, &'static [(&'static str, CueKind, Agreement)]);
        let rows: &[Row] = &[
            ("وقال الوزير إن الماء يكفي، مضيفا أن السد آمن.", &[("وقال", Say, He), ("مضيفا", Along, He)]),
            ("وصفته الوزيرة بأنه صعب، وفق بيان لها.", &[("وصفته", Describe, She), ("وفق", Source, Any)]),
            ("ودعت اللجنة إلى الهدوء.", &[("ودعت", Voice, She)]),
            // Of a verb in two parts one cue.
            ("ورد قائلا إنه بريء.", &[("ورد قائلا", Say, He)]),
            // Nouns: behind an article, a preposition, "not".
            ("في رد على السؤال طلب عدم كشف اسمه.", &[]),
            (
                "Ruth Adler told reporters that it rained, adding that it was cold.",
                &[("told", Say, Any), ("adding", Along, Any)],
            ),
            // Nouns, and those who are spoken to.
            ("The claims were new. Residents were told to leave.", &[]),
            ("Asked about it, she smiled.", &[]),
        ];
        for (text, expected) in rows {
            let article = Article::from_text(text);
            let document = Document::new(&article);
            let ground = Ground::new(&document, marks::find(&document));
            let cues = finish(find(&ground));
            let found: Vec<_> =
                cues.iter().map(|c| (article.text(document.span(c.tokens.clone())), c.kind, c.agreement)).collect();
            assert_eq!(found, *expected, "{text}");
        }
    }
}
