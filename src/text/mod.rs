//! Text: an article's blocks as folded tokens and sentences, with their language.

mod cut;
pub mod fold;
pub mod lexicon;
pub mod sentence;
pub mod token;

mod boilerplate;
mod language;
mod packed;

use std::cell::Cell;
use std::ops::Range;

pub use token::{Kind, Token};

use crate::article::{Article, BlockKind, Span};
use crate::digest::Direction;
use crate::lang::{self, Clitic, Clitics, Kinds, LONGEST_PHRASE, Language, Script, Sense};
use crate::number::NumberMemo;
use crate::pace::{Pace, SPELL, finish, rest};
use language::WordTally;
use lexicon::{Item, Lexicon, Meaning, Table};

/// A document: what the extractors read. Tokens of all blocks stand in one row, the
/// title's first; each block's are fenced by [`Kind::Edge`] tokens, so that a grammar
/// that looks ahead or behind token by token stops at the block without asking.
#[derive(Debug)]
pub struct Document<'a> {
    pub article: &'a Article,
    /// The language most of the text is in; `None` where none is known.
    pub language: Option<&'static Language>,
    pub direction: Direction,
    pub tokens: Vec<Token>,
    /// By token: see [`Document::stem`].
    stems: Vec<u16>,
    /// Tokens that begin behind another 65,536 bytes of their block, each as often as it leaps over them; none
    /// in blocks of usual length.
    leaps: Vec<u32>,
    /// By block, until its language is known.
    tallies: Vec<(token::Tally, WordTally)>,
    /// The title, where there is one, then the article's blocks.
    pub blocks: Vec<DocBlock<'a>>,
    /// In reading order.
    pub sentences: Vec<Sentence>,
    lexicon: &'a Lexicon,
    meanings: &'a [Meaning],
    items: &'a [Item],
    arabic: Option<Table<'a>>,
    latin: Option<Table<'a>>,
    clitics: &'static [Clitic],
    /// The block that was asked for last.
    last_block: Cell<usize>,
    /// Numbers read last, for the rules that read them again: see [`crate::number`].
    pub(crate) numbers: NumberMemo,
}

/// A block of a document.
#[derive(Debug)]
pub struct DocBlock<'a> {
    /// Its number in the article; `None`: the title.
    pub number: Option<u32>,
    pub kind: BlockKind,
    pub text: &'a str,
    /// Its tokens, edges left out, and what leads away from the article at its end
    /// (`… resigned. Read more: …`).
    pub tokens: Range<usize>,
    /// Its sentences.
    pub sentences: Range<usize>,
    /// The language of its text; the document's where it says too little to tell.
    pub language: Option<&'static Language>,
    /// Not the article's own text: nothing of it belongs in a digest.
    pub boilerplate: bool,
}

/// A sentence of a block.
#[derive(Debug, Clone)]
pub struct Sentence {
    /// Index into [`Document::blocks`].
    pub block: usize,
    pub tokens: Range<usize>,
}

/// Makes room in a vector of what is found in a document, where `next` more may come at once. A vector that
/// doubles holds up to three times what is in it while it grows. This doubles until what has come of the part
/// that was `done` tells of the rest, and grows by an eighth at least then, so that the time stays linear.
pub(crate) fn reserve_ahead<T>(found: &mut Vec<T>, next: usize, done: usize, all: usize) {
    let length = found.len();
    let to_come = || match done {
        _ if done < all / 64 => length,
        _ => ((length as u64 * 33 / 32 + 1) * all.saturating_sub(done) as u64 / done.max(1) as u64) as usize,
    };
    if found.capacity() - length < next {
        found.reserve_exact(next + to_come().max(length / 8).max(8));
    }
}

impl<'a> Document<'a> {
    /// Reads an article.
    pub fn new(article: &'a Article) -> Document<'a> {
        finish(Document::in_parts(article, lexicon::get()))
    }

    /// Reads an article by a lexicon that may hold a house's own words, and rests in between.
    pub(crate) async fn in_parts(article: &'a Article, lexicon: &'a Lexicon) -> Document<'a> {
        let mut document = Document::read(article, lexicon, true).await;
        let (candidate, direction) = language::candidate(&document);
        document.language = candidate.filter(|language| language::confirm(&document, language));
        if document.language.is_none() {
            // In the script of a language, but not in the language: nothing of it may be misread.
            document = Document::read(article, lexicon, false).await;
        }
        document.direction = document.language.map_or(direction, language::direction);
        for (at, tally) in std::mem::take(&mut document.tallies).iter().enumerate() {
            document.blocks[at].language = language::of_block(&document, tally);
        }
        boilerplate::mark(&mut document);
        sentence::split(&mut document).await;
        document
    }

    /// Cuts an article into tokens: with the words of each script's language, or knowing none.
    async fn read(article: &'a Article, lexicon: &'a Lexicon, with_words: bool) -> Document<'a> {
        let language = |script| Language::of(script).filter(|_| with_words);
        let (arabic, latin) = (language(Script::Arabic), language(Script::Latin));
        let mut document = Document {
            article,
            language: None,
            direction: Direction::Ltr,
            tokens: Vec::new(),
            stems: Vec::new(),
            leaps: Vec::new(),
            tallies: Vec::with_capacity(article.blocks.len() + 1),
            blocks: Vec::with_capacity(article.blocks.len() + 1),
            sentences: Vec::new(),
            lexicon,
            meanings: lexicon.meanings(),
            items: lexicon.all_items(),
            arabic: arabic.map(|l| lexicon.of(l)),
            latin: latin.map(|l| lexicon.of(l)),
            clitics: arabic.map_or(&[], |l| l.clitics),
            last_block: Cell::new(0),
            numbers: NumberMemo::default(),
        };
        let tables = token::Tables { arabic: document.arabic, latin: document.latin, symbols: lexicon.symbols() };
        let title = article.title.as_deref().map(|text| (None, BlockKind::Heading, text));
        let blocks = article.blocks.iter().enumerate().map(|(n, b)| (Some(n as u32), b.kind, b.text.as_str()));
        let (mut folded, mut hashes) = (cut::Folded::new(), Vec::new());
        let mut pace = Pace::default();
        let all = article.blocks.iter().map(|b| b.text.len()).sum();
        let mut done = 0;
        document.row(0).push_edge(0);
        for (number, kind, text) in title.into_iter().chain(blocks) {
            let first = document.tokens.len();
            // One word in four has a mark beside it, in texts that are long enough for a mean.
            let spaces = text.bytes().filter(|&byte| byte == b' ').count();
            let next = spaces + spaces / 4 + 16;
            reserve_ahead(&mut document.tokens, next, done, all);
            document.stems.reserve_exact(document.tokens.capacity() - document.stems.len());
            done += text.len();
            let before = document.leaps.len();
            let mut cutter = token::Cutter::new(text);
            let mut known = first;
            loop {
                let goes_on = cutter.cut(SPELL, &tables, &mut folded, &mut document.row(before), &mut hashes);
                let mut end = document.tokens.len();
                if goes_on {
                    // A phrase that begins with the last tokens may go on.
                    end -= LONGEST_PHRASE;
                } else {
                    document.row(before).push_edge(text.len());
                }
                document.find_phrases(known, end - known, &hashes);
                hashes.drain(..end - known);
                known = end;
                if pace.is_due(end) {
                    rest().await;
                }
                if !goes_on {
                    break;
                }
            }
            let tokens = first..known;
            let own = boilerplate::own_end(&document, tokens.clone());
            if own < tokens.end {
                document.tokens.truncate(own);
                document.stems.truncate(own);
                document.leaps.truncate(document.leaps.partition_point(|&leap| (leap as usize) < own));
                document.row(before).push_edge(text.len());
            }
            document.blocks.push(DocBlock {
                number,
                kind,
                text,
                tokens: first..own,
                sentences: 0..0,
                language: None,
                boilerplate: matches!(kind, BlockKind::Embed | BlockKind::Related),
            });
            document.tallies.push((cutter.letters, WordTally::of(&document, first..own)));
        }
        document
    }

    /// What is not the article's own text: blocks, and what leads away at the end of one.
    pub fn boilerplate(&self) -> Vec<Span> {
        let mut out = Vec::new();
        for block in &self.blocks {
            let own =
                if block.boilerplate || block.tokens.is_empty() { 0 } else { self.end(block.tokens.end - 1) as usize };
            let from = block.text.len() - block.text[own..].trim_start().len();
            // Marks that are no token close a block; they lead nowhere.
            if block.number.is_some() && block.text[from..].contains(char::is_alphanumeric) {
                out.push(Span::new(block.number, from as u32, block.text.len() as u32));
            }
        }
        out
    }

    /// Where the next tokens are put, of a block that so many leaps stand before.
    fn row(&mut self, before: usize) -> token::Row<'_> {
        token::Row { tokens: &mut self.tokens, stems: &mut self.stems, leaps: &mut self.leaps, before }
    }

    /// Gives so many tokens from `first` on their meanings, the phrases that they open included. `hashes` are those
    /// of their letters behind their clitics, and of the tokens that follow.
    fn find_phrases(&mut self, first: usize, count: usize, hashes: &[u32]) {
        for at in first..first + count {
            let token = self.tokens[at];
            if token.entry == 0 {
                continue;
            }
            let mut form = token.entry;
            let longest = self.lexicon.phrase_words(form);
            if longest > 0
                && let Some(table) = self.table(token.kind)
            {
                let mut hash = hashes[at - first];
                for words in 2..=longest {
                    let next = at + usize::from(words) - 1;
                    if self.tokens[next].kind == Kind::Edge {
                        break;
                    }
                    hash = lexicon::join(hash, self.whole_hash(&self.tokens[next], hashes[next - first]));
                    let phrase = table.find_phrase(hash, words);
                    if phrase != 0 {
                        form = phrase;
                    }
                }
            }
            // A word that only opens phrases, and none here, is as good as unknown.
            let meaning = self.lexicon.meaning_of(form);
            self.tokens[at].entry = if self.lexicon.items(meaning).is_empty() { 0 } else { meaning };
            if form != token.entry {
                self.tokens[at].mark_phrase();
            }
        }
    }

    /// The hash of a word as written: its clitics' letters pushed before its stem's.
    fn whole_hash(&self, token: &Token, hash: u32) -> u32 {
        if token.kind == Kind::Punct {
            return lexicon::push(lexicon::SEED, fold::unit(token.mark()));
        }
        self.clitic(token)
            .map_or(hash, |c| c.form.chars().rev().fold(hash, |hash, c| lexicon::push(hash, fold::unit(c))))
    }

    /// The particles written with a word.
    fn clitic(&self, token: &Token) -> Option<&'static Clitic> {
        let particles = token.clitics();
        self.clitics.iter().find(|c| particles != Clitics(0) && c.particles == particles.0)
    }

    fn table(&self, kind: Kind) -> Option<&Table<'a>> {
        match kind {
            Kind::Arabic => self.arabic.as_ref(),
            Kind::Latin => self.latin.as_ref(),
            _ => None,
        }
    }

    /// The language that words of a kind are read in; `None` where none is.
    pub fn reading(&self, kind: Kind) -> Option<&'static Language> {
        let script = match kind {
            Kind::Arabic => Script::Arabic,
            Kind::Latin => Script::Latin,
            _ => return None,
        };
        self.language.and_then(|_| Language::of(script))
    }

    /// The token at an index. Past the ends, the edge there.
    #[inline]
    pub fn token(&self, at: usize) -> &Token {
        self.nearest(at)
    }

    /// [`Document::token`] for what is asked for most often: compiled into whoever calls it.
    #[inline(always)]
    fn nearest(&self, at: usize) -> &Token {
        // A slice is looked into at once, a `Vec` by way of calls that nothing inlines where size counts.
        let tokens = self.tokens.as_slice();
        if at < tokens.len() { &tokens[at] } else { &tokens[tokens.len() - 1] }
    }

    #[inline(always)] // as `nearest`
    fn meaning(&self, at: usize) -> &'a Meaning {
        &self.meanings[usize::from(self.nearest(at).entry)]
    }

    #[inline]
    fn items(&self, at: usize) -> &'a [Item] {
        self.meaning(at).of(self.items)
    }

    /// What the word at a token may mean by itself, its clitics put aside.
    #[inline]
    pub fn senses(&self, at: usize) -> impl Iterator<Item = Sense> + Clone + use<'a> {
        self.items(at).iter().filter(|item| item.words == 1).map(|item| *item.sense())
    }

    /// Which rooms the word at a token has senses for: bits of [`crate::lang::Room`]. A
    /// token that opens a phrase answers for the phrase too.
    #[inline]
    pub fn rooms(&self, at: usize) -> u8 {
        self.meaning(at).rooms
    }

    /// Whether the word at a token, or the phrase that it opens, has a sense of these kinds.
    #[inline]
    pub fn has_kind(&self, at: usize, kinds: &Kinds) -> bool {
        self.meaning(at).kinds.meets(kinds)
    }

    /// The longest phrase that begins at a token: what it may mean, and its tokens.
    pub fn phrase(&self, at: usize) -> Option<(impl Iterator<Item = Sense> + Clone + use<'a>, usize)> {
        let items = self.items(at);
        let words = items.first().filter(|_| self.token(at).opens_phrase())?.words;
        Some((items.iter().filter(|item| item.words != 1).map(|item| *item.sense()), usize::from(words)))
    }

    /// How many tokens the phrase that begins at a token has, where it has a sense of these kinds.
    pub fn phrase_of(&self, at: usize, kinds: &Kinds) -> Option<usize> {
        let (mut senses, words) = self.phrase(at)?;
        (self.has_kind(at, kinds) && senses.any(|s| kinds.has(s.kind()))).then_some(words)
    }

    /// The first sense of a room (a bit of [`crate::lang::Room`]) that `wanted` takes, of the
    /// phrase that begins at a token or else of its word, and how many tokens carry it.
    #[inline]
    pub fn sense<T>(&self, at: usize, room: u8, wanted: impl Fn(Sense) -> Option<T>) -> Option<(T, usize)> {
        let mut last = None;
        loop {
            let item = self.item_behind(at, room, last)?;
            if let Some(found) = wanted(*item.sense()) {
                return Some((found, usize::from(item.words)));
            }
            last = Some(item);
        }
    }

    /// What a token may mean to a room, behind what was seen last. Apart from [`Document::sense`], which is
    /// compiled anew for everything that it is asked for.
    #[inline(never)]
    fn item_behind(&self, at: usize, room: u8, last: Option<&Item>) -> Option<&'a Item> {
        let meaning = self.meaning(at);
        if meaning.rooms & room == 0 {
            return None;
        }
        let mut items = meaning.of(self.items).iter();
        if let Some(last) = last {
            items.find(|item| std::ptr::eq(*item, last));
        }
        items.find(|item| lang::is_of_room(item.kind, room))
    }

    /// How many tokens carry this sense, the phrase that begins at a token or its word; 0: none does.
    #[inline(always)] // so that the sense's kind is known when compiled
    pub fn words_of(&self, at: usize, sense: Sense) -> usize {
        if !sense.carries() { self.words_of_kind(at, sense.kind()) } else { self.carriers(at, sense.kind(), sense) }
    }

    /// How many tokens carry a sense of this kind; 0: none does.
    fn words_of_kind(&self, at: usize, kind: u8) -> usize {
        let meaning = self.meaning(at);
        if !meaning.kinds.has(kind) {
            return 0;
        }
        meaning.of(self.items).iter().find(|item| item.kind == kind).map_or(0, |item| usize::from(item.words))
    }

    /// How many tokens carry a sense that carries something, given its kind too; 0: none does.
    fn carriers(&self, at: usize, kind: u8, sense: Sense) -> usize {
        let meaning = self.meaning(at);
        if !meaning.kinds.has(kind) {
            return 0;
        }
        meaning.of(self.items).iter().find(|item| *item.sense() == sense).map_or(0, |item| usize::from(item.words))
    }

    /// What the singular of an Arabic dual may mean: the word without its ending, so many letters, and the
    /// particle before it, a feminine's ta made its own again (`دولتين`: `دولة`). `None` where
    /// no such word is known. The second value is how many letters the particle has.
    pub fn dual_stem(
        &self,
        at: usize,
        ending: usize,
    ) -> Option<(impl Iterator<Item = Sense> + Clone + use<'a>, usize)> {
        const LONGEST: usize = 24;
        let table = self.table(self.token(at).kind)?;
        let mut letters = [0; LONGEST + 1];
        let count = fold::fold_into(self.text(at), &mut letters).len();
        let end = count.checked_sub(ending).filter(|_| count <= LONGEST)?;
        let is_feminine = letters[..end].last() == Some(&('ت' as u16));
        if is_feminine {
            letters[end - 1] = 'ه' as u16;
        }
        let find = |letters: &[u16]| {
            let form = table.find(lexicon::hash_letters(letters), letters);
            (form != 0 && letters.len() > 1).then(|| self.lexicon.items(self.lexicon.meaning_of(form)))
        };
        // القطاعين is definite, though القطاع is known for the names that it opens.
        const THE: [u16; 2] = ['ا' as u16, 'ل' as u16];
        if letters[..end].strip_prefix(&THE).is_some_and(|stem| find(stem).is_some()) {
            return None;
        }
        let particles = table.clitics(&letters[..end]);
        let fits = |&(length, particles): &(usize, Clitics)| !particles.any(Clitics::THE) && length + 3 <= end;
        let mut starts = std::iter::once(0).chain(particles.filter(fits).map(|(length, _)| length));
        starts.find_map(|start| find(&letters[start..end]).map(|items| (items.iter().map(|i| *i.sense()), start)))
    }

    /// Whether a word is written with the definite article, known to the lexicon or not.
    pub fn is_definite(&self, at: usize) -> bool {
        let token = self.token(at);
        if token.clitics().any(Clitics::THE) {
            return true;
        }
        // والشهر: the conjunction may be cut from a form that is known with its article.
        let stem = || &self.text(at)[self.clitic_length(at)..];
        token.kind == Kind::Arabic
            && self.clitics.iter().filter(|c| c.particles == Clitics::THE).any(|c| stem().starts_with(c.form))
    }

    /// Whether the word at a token may mean this.
    #[inline(always)] // as `words_of`
    pub fn has_sense(&self, at: usize, sense: Sense) -> bool {
        if sense.carries() { self.word_carries(at, sense.kind(), sense) } else { self.word_has(at, sense.kind()) }
    }

    /// [`Document::has_sense`] of a sense that carries something, given its kind too.
    fn word_carries(&self, at: usize, kind: u8, sense: Sense) -> bool {
        self.meaning(at).kinds.has(kind) && self.senses(at).any(|s| s == sense)
    }

    /// Whether the word at a token has a sense of this kind, whatever phrase it opens.
    fn word_has(&self, at: usize, kind: u8) -> bool {
        let meaning = self.meaning(at);
        meaning.kinds.has(kind) && meaning.of(self.items).iter().any(|item| item.words == 1 && item.kind == kind)
    }

    /// Whether the word at a token has a sense of these kinds, whatever phrase it opens.
    pub fn word_has_kind(&self, at: usize, kinds: &Kinds) -> bool {
        self.has_kind(at, kinds) && self.items(at).iter().any(|item| item.words == 1 && kinds.has(item.kind))
    }

    /// The block a token stands in; `None` for the edge after the last.
    pub fn block_of(&self, at: usize) -> Option<&DocBlock<'a>> {
        // Rules ask again and again for the block that they read in.
        let last = self.last_block.get();
        if self.blocks.get(last).is_some_and(|b| (b.tokens.start..=b.tokens.end).contains(&at)) {
            return self.blocks.get(last);
        }
        let after = self.blocks.partition_point(|b| b.tokens.end < at);
        self.last_block.set(after);
        self.blocks.get(after)
    }

    /// The sentence a token stands in, as an index.
    pub fn sentence_of(&self, at: usize) -> Option<usize> {
        let after = self.sentences.partition_point(|s| s.tokens.end <= at);
        (after < self.sentences.len() && self.sentences[after].tokens.contains(&at)).then_some(after)
    }

    /// Whether a line of its own begins at a token: what stands before it leads no further.
    pub fn begins_line(&self, at: usize) -> bool {
        self.token(at).line_before() && sentence::begins(self, at)
    }

    /// The span of a row of tokens of one block.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        let number = self.block_of(tokens.start).and_then(|b| b.number);
        let end = self.end(tokens.end.max(tokens.start + 1) - 1);
        Span::new(number, self.start(tokens.start), end)
    }

    /// The same without the particles written with the first word: `وقال` is `قال`, `والبنك` is `البنك`. A
    /// preposition fused with the article stays (`للشهر`), since the article is not written by itself.
    pub fn span_itself(&self, tokens: Range<usize>) -> Span {
        let mut span = self.span(tokens.clone());
        let clitics = self.token(tokens.start).clitics();
        let mut letters = usize::from(clitics.any(Clitics::AND | Clitics::SO))
            + usize::from(clitics.any(Clitics::WITH | Clitics::AS));
        letters += usize::from(clitics.any(Clitics::FOR) && !clitics.any(Clitics::THE));
        if letters > 0 {
            let word = self.text(tokens.start);
            let own = word.char_indices().filter(|&(_, c)| fold::class(c) != fold::Class::Mark).nth(letters);
            span.start += own.map_or(0, |(at, _)| at as u32);
        }
        span
    }

    /// The span of a sentence, closing marks and stop included.
    pub fn sentence_span(&self, sentence: usize) -> Span {
        self.span(self.sentences[sentence].tokens.clone())
    }

    /// The text of a token, as it stands.
    pub fn text(&self, at: usize) -> &'a str {
        let Some(block) = self.block_of(at) else { return "" };
        let token = self.nearest(at);
        let leapt = if self.leaps.is_empty() { 0 } else { self.leapt(at) };
        let start = (u32::from(token.low) + leapt) as usize;
        &block.text[start..start + token.length()]
    }

    /// The byte offset of a token in its block's text. A token holds the lower half of it, and longer blocks than
    /// that can count are rare.
    #[inline]
    pub fn start(&self, at: usize) -> u32 {
        let low = u32::from(self.nearest(at).low);
        if self.leaps.is_empty() { low } else { low + self.leapt(at) }
    }

    fn leapt(&self, at: usize) -> u32 {
        let first = self.block_of(at.min(self.tokens.len() - 1)).map_or(0, |block| block.tokens.start);
        let before = |token: usize| self.leaps.partition_point(|&leap| (leap as usize) < token);
        ((before(at.saturating_add(1)) - before(first.min(at))) << 16) as u32
    }

    /// The byte offset of a token's end in its block's text.
    #[inline]
    pub fn end(&self, at: usize) -> u32 {
        self.start(at) + self.token(at).length() as u32
    }

    /// The particles written with the word at a token.
    #[inline(never)] // a hundred rules ask for them, few of them often
    pub fn clitics(&self, at: usize) -> Clitics {
        self.nearest(at).clitics()
    }

    /// Bytes of the particles written with a word.
    pub fn clitic_length(&self, at: usize) -> usize {
        let clitic = self.clitic(self.token(at));
        clitic.map_or(0, |clitic| token::clitic_bytes(self.text(at), clitic.form.chars().count()))
    }

    /// Where a word begins behind its clitics.
    pub fn stem_start(&self, at: usize) -> u32 {
        self.start(at) + self.clitic_length(at) as u32
    }

    /// Of a word that [has one](Token::has_stem) its light stem, of digits their value, as a hash; until
    /// [`Document::forget_stems`].
    pub fn stem(&self, at: usize) -> u16 {
        self.stems[at]
    }

    /// Lets go of the stems, which weigh a fourth of what the tokens do.
    pub fn forget_stems(&mut self) {
        self.stems = Vec::new();
    }

    /// The first character of a token: which mark or sign it is.
    #[inline]
    pub fn char(&self, at: usize) -> char {
        let mark = self.token(at).mark();
        if mark != '\0' {
            return mark;
        }
        self.text(at).chars().next().unwrap_or('\0')
    }

    /// The value of a digit run and how many digits it has; `None` where the token is none
    /// or has more than 18 digits.
    pub fn digits(&self, at: usize) -> Option<(u64, usize)> {
        let token = self.token(at);
        if token.kind != Kind::Digits {
            return None;
        }
        if let Some((value, count)) = token.short_digits() {
            return Some((value, count));
        }
        let mut value = 0u64;
        let mut count = 0;
        for digit in self.text(at).chars().filter_map(fold::digit) {
            value = value.checked_mul(10)?.checked_add(u64::from(digit))?;
            count += 1;
        }
        (count <= 18).then_some((value, count))
    }
}
