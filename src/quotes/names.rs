//! Names: how far the words reach that say who speaks, and which of them are the name.

use std::ops::Range;

use super::cues::cue_at;
use super::ground::{Ground, kinds};
use crate::lang::words::{Agreement, CueKind, FigureWord, QuoteWord};
use crate::lang::{Clitics, Kinds, Room, Sense};
use crate::number::number_at;
use crate::text::{Kind, Token};

/// What kind of speaker words name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    Person,
    Body,
    Document,
    /// `المسؤول`, `the source`.
    Generic,
}

/// Words that name a speaker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// A title directly before the name included, an apposition behind it not.
    pub tokens: Range<usize>,
    /// `None` where only a role stands.
    pub name: Option<Range<usize>>,
    pub role: Option<Range<usize>>,
    pub sort: Sort,
    pub agreement: Agreement,
    /// `المصدر ذاته`: somebody who was named before.
    pub again: bool,
    /// Whether it is known as the one in question: `the minister`, `الوزير`.
    pub definite: bool,
    /// Where the words end, an apposition included.
    pub end: usize,
}

/// No name with its titles has more tokens.
const LONGEST: usize = 40;
const LONGEST_NAME: usize = 7;
/// Nor has what stands behind a name to say who it is.
const LONGEST_APPOSITION: usize = 14;

pub(super) const COUNTRIES: Kinds = Kinds::of(&[Sense::Figure(FigureWord::Country(""))]);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Role,
    Name,
    /// A role behind the name.
    After,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Noun {
    Role,
    Generic,
    Body,
    Document,
    Construct,
}

fn noun(ground: &Ground, at: usize) -> Option<((Noun, Agreement), usize)> {
    const NOUNS: &Kinds = kinds![
        QuoteWord::Role(Agreement::Any),
        QuoteWord::Generic(Agreement::Any),
        QuoteWord::Body(Agreement::Any),
        QuoteWord::Document(Agreement::Any),
        QuoteWord::Construct,
    ];
    ground
        .word_of(at, NOUNS, |w| match w {
            QuoteWord::Role(a) => Some((Noun::Role, a)),
            QuoteWord::Generic(a) => Some((Noun::Generic, a)),
            QuoteWord::Body(a) => Some((Noun::Body, a)),
            QuoteWord::Document(a) => Some((Noun::Document, a)),
            QuoteWord::Construct => Some((Noun::Construct, Agreement::Any)),
            _ => None,
        })
        .map(|((n, a), words)| {
            // `والدة`, "mother", folds like `والده`, "his father"; `عمدة`, "mayor", is either.
            let either = a == Agreement::He && n == Noun::Role && ground.ends(at, |s| s.feminine);
            let is_she = either && ground.has(at, QuoteWord::Role(Agreement::She));
            ((n, if is_she { Agreement::Any } else { a }), words)
        })
        .or_else(|| own_role(ground, at))
}

/// Whose role it is, written with it: `رئيسها`, "her president", `جدتهم`, "their grandmother".
fn own_role(ground: &Ground, at: usize) -> Option<((Noun, Agreement), usize)> {
    let token = ground.document.token(at);
    if token.kind != Kind::Arabic || token.entry != 0 || !ground.is_possessed(at) {
        return None;
    }
    // Each of these pronouns has two letters.
    let (mut senses, _) = ground.document.dual_stem(at, 2)?;
    // `زميلتها`, "her colleague", has `زميلة` in it, which folds like `زميله`.
    let is_she = senses.clone().any(|s| s == Sense::Quote(QuoteWord::Role(Agreement::She)));
    let agreement = senses.find_map(|s| match s {
        Sense::Quote(QuoteWord::Role(_)) if is_she => Some(Agreement::She),
        Sense::Quote(QuoteWord::Role(a)) => Some(a),
        _ => None,
    })?;
    Some(((Noun::Role, agreement), 1))
}

/// Whether a word only looks like a name once folded: `على`.
fn is_other_word(ground: &Ground, at: usize) -> bool {
    let ending = ground.shapes(at).map_or("", |s| s.no_name_ending);
    !ending.is_empty() && ground.document.text(at).ends_with(ending) && ground.has(at, QuoteWord::Stop)
}

/// Reads the words at `at` that name a speaker, in a language without capital letters:
/// a chain of nouns (`رئيس مجلس الوزراء`) is the role, what breaks the chain is the name.
pub fn read_plain(ground: &Ground, at: usize, end: usize) -> Option<Mention> {
    // `ثلاثة مسؤولين`, "three officials"
    let document = ground.document;
    let is_number = document.rooms(at) & Room::NUMBER != 0 || document.token(at).kind == Kind::Digits;
    let several = |m: &Mention| {
        (m.agreement == Agreement::They || m.sort == Sort::Generic) && m.name.is_none() && m.tokens.start == at + 1
    };
    if is_number
        && noun(ground, at).is_none()
        && !document.clitics(at).any(Clitics::WITH | Clitics::FOR | Clitics::THE)
        && let Some(mut mention) = read_chain(ground, at + 1, end).filter(several)
    {
        mention.tokens.start = at;
        mention.role = mention.role.map(|r| at..r.end);
        return Some(mention);
    }
    read_chain(ground, at, end)
}

#[allow(clippy::if_same_then_else)] // each branch is a reason of its own
fn read_chain(ground: &Ground, at: usize, end: usize) -> Option<Mention> {
    let document = ground.document;
    let shapes = ground.shapes(at)?;
    let end = end.min(at + LONGEST);
    // `رفض فلان الفلاني التعليق`
    let voice = |w| matches!(w, QuoteWord::Cue(CueKind::Voice, _)).then_some(());
    let is_led_by_voice = || at > 0 && ground.word(at - 1, voice).is_some();
    // `نقلت الكاتبة عن فلان`: whose words she passes on, and no part of her title.
    let is_relayed = |i| {
        ground.has(i, QuoteWord::From) && at > 0 && cue_at(ground, at - 1).is_some_and(|c| c.kind == CueKind::Relay)
    };
    let mut part = Part::Role;
    let mut role: Option<usize> = None;
    let mut name: Option<usize> = None;
    let mut after: Option<usize> = None;
    let (mut role_end, mut name_end, mut after_end) = (at, at, at);
    let mut needs = false;
    let mut indefinite = false;
    let mut definite = false;
    let mut again = false;
    let mut sort = Sort::Person;
    let mut agreement = Agreement::Any;
    let mut i = at;
    while i < end {
        let token = document.token(i);
        // How many tokens are taken; the chain's state is set on the way.
        let mut taken = 1;
        match token.kind {
            Kind::Edge | Kind::Digits | Kind::Symbol | Kind::Other => break,
            Kind::Latin if part == Part::Role && role.is_some() && needs => needs = false,
            Kind::Latin => {
                if part == Part::Role {
                    part = Part::Name;
                    name = Some(i);
                } else if part == Part::After {
                    break;
                }
            }
            Kind::Punct => {
                let c = ground.char(i);
                if c == '(' && i > at {
                    let Some(close) = (i..end).find(|&t| ground.is_punct(t) && ground.char(t) == ')') else { break };
                    i = close + 1;
                    continue;
                } else if matches!(c, '،' | ',') && i > at {
                    let next = i + 1;
                    let starts_clause = stops(ground, next)
                        || cue_at(ground, next).is_some()
                        || document.clitics(next).any(Clitics::AND);
                    if starts_clause || !document.token(next).is_word() {
                        break;
                    }
                    // `أحد سكان الحي`: one of those who are something.
                    let head = if ground.has(next, QuoteWord::Construct) && role.is_none() { next + 1 } else { next };
                    let next_noun = noun(ground, head).filter(|((n, _), _)| matches!(n, Noun::Role | Noun::Generic));
                    if part == Part::Role
                        && role.is_some()
                        && (definite && sort != Sort::Body || sort == Sort::Person)
                        && !needs
                        && next_noun.is_none()
                        && !document.clitics(next).any(Clitics::WITH | Clitics::FOR)
                    {
                        // `المتحدثة باسم الحكومة، فلانة`: the name, up to the next comma or verb.
                        if name_run(ground, next, end) {
                            let origin = is_origin(ground, next, end);
                            i = next + usize::from(origin);
                            part = Part::Name;
                            name = Some(i);
                            name_end = i;
                            continue;
                        }
                        break;
                    }
                    // `الباحث في الآثار، الدكتور سليمان الذييب،`
                    if part == Part::Role
                        && role.is_some()
                        && !needs
                        && sort == Sort::Person
                        && next_noun.is_some()
                        && ground.is_definite(next)
                        && let Some(titled) = read_plain(ground, next, end)
                        && let Some(inner) = &titled.name
                        && titled.sort == Sort::Person
                    {
                        name = Some(inner.start);
                        name_end = inner.end;
                        break;
                    }
                    if part == Part::Name && after.is_none() && next_noun.is_some() {
                        part = Part::After;
                        after = Some(next);
                        after_end = next;
                        needs = false;
                        i = next;
                        continue;
                    }
                    break;
                } else if matches!(c, '-' | '–')
                    && part == Part::Name
                    && !token.space_before()
                    && !document.token(i + 1).space_before()
                {
                } else if let Some(stretch) = ground.stretch_at(i)
                    && ground.stretches[stretch].whole.start == i
                    && ground.stretches[stretch].whole.len() <= 10
                    && part != Part::Name
                    && (role.is_some() || part == Part::After)
                    && (needs || ground.has_kind(i - 1, kinds![QuoteWord::Naming]))
                {
                    taken = ground.stretches[stretch].whole.len();
                    needs = false;
                } else {
                    break;
                }
            }
            Kind::Arabic => {
                let known = noun(ground, i);
                let has_role = role.is_some() && part == Part::Role || part == Part::After;
                let the = ground.is_definite(i);
                if ground.has(i, QuoteWord::Same) {
                    if i == at {
                        return None;
                    }
                    // `المنتهية ولايته نفسه`: an object of its own.
                    if ground.is_possessed(i - 1) {
                        break;
                    }
                    // `زميلته في الكتلة ذاتها`: the same group, and somebody else.
                    if part == Part::Role && (at..i).any(|t| ground.has(t, QuoteWord::Link)) {
                        i += 1;
                        role_end = i;
                        continue;
                    }
                    again = true;
                    match part {
                        Part::Role => role_end = i + 1,
                        Part::Name => name_end = i + 1,
                        Part::After => after_end = i + 1,
                    }
                    break;
                }
                let name_word = Some(i).filter(|&i| !is_other_word(ground, i)).and_then(|i| {
                    ground.word(i, |w| match w {
                        QuoteWord::Given(a) => Some(a),
                        QuoteWord::NamePart if !stops(ground, i) && !ground.has(i, QuoteWord::Adverb) => {
                            Some(Agreement::Any)
                        }
                        // `ميكائيل لو مويليتش`, `الباحث لي شين`: a particle elsewhere, in a name only before its words.
                        QuoteWord::NamePart
                            if (part == Part::Name || has_role && !needs && !ground.ends(i + 1, |s| s.adverb))
                                && document.rooms(i + 1) == 0
                                && document.token(i + 1).is_word()
                                && ground.that(i).is_none() =>
                        {
                            Some(Agreement::Any)
                        }
                        _ => None,
                    })
                });
                // The article alone, before a figure: `الـ15`; but `آل ثاني`, a family.
                let bare_article = !document.token(i + 1).space_before() && shapes.article == ground.folded(i);
                if i == at && ground.has(i, QuoteWord::Link) || bare_article {
                    break;
                }
                // `سنية بن الشيخ`: behind a particle of names stands a name, whatever it means elsewhere.
                // `متحدث باسم الوزارة طلب عدم كشف هويته`: what the source asked for; `دراسة أجرتها الجامعة`: whose it is.
                if i > at && (ground.has(i + 1, QuoteWord::Anonymous) || ground.has(i, QuoteWord::Issued)) {
                    break;
                }
                let of_particle = part == Part::Name
                    && name.is_some_and(|n| n < i)
                    && ground.has(i - 1, QuoteWord::NamePart)
                    && !stops(ground, i)
                    && cue_at(ground, i).is_none();
                let role_before_name = !the
                    && known.is_some_and(|((n, _), words)| n == Noun::Role && words == 1)
                    && ground.has_kind(i + 1, kinds![QuoteWord::Given(Agreement::Any), QuoteWord::NamePart]);
                // `حسين أمير عبد اللهيان`: a title's word between names is one of them.
                let between = part == Part::Name && name == Some(i - 1) && role_before_name;
                // `المدير العام أمين الناصر`: behind a title that is whole, one that a name follows is one.
                let opens_name = part == Part::Role
                    && role.is_some()
                    && !needs
                    && definite
                    && sort == Sort::Person
                    && role_before_name
                    && token.clitics() == Clitics(0)
                    && is_relative_adjective(ground, i - 1);
                if opens_name {
                    part = Part::Name;
                    name = Some(i);
                }
                if of_particle || between || opens_name {
                    i += 1;
                    name_end = i;
                    continue;
                }
                // A number ends a name: `أعلن الرئيس الحداد ثلاثة أيام`.
                if i > at && !the && known.is_none() && number_at(document, i).is_some() {
                    break;
                }
                // A number, a day, a month begins nobody's name.
                if i == at
                    && known.is_none()
                    && name_word.is_none()
                    && document.rooms(i) & (Room::NUMBER | Room::DATE) != 0
                    // But capitals name time zones too.
                    && !document.has_kind(i, &COUNTRIES)
                {
                    break;
                }
                // `جامعة الملك سعود`: whom a place is called after.
                let called_after = part == Part::Role
                    && i > at + 1
                    && ground.is_definite(i - 1)
                    && ground.has_kind(i - 1, kinds![QuoteWord::Role(Agreement::Any)])
                    && !ground.is_definite(i - 2)
                    && ground.has_kind(i - 2, kinds![QuoteWord::Body(Agreement::Any), QuoteWord::Construct]);
                let is_last = token.entry == 0 && !the && ground.is_comma(i + 1);
                if called_after && (name_word.is_some() || is_last) {
                    let is_name =
                        |&t: &usize| ground.has_kind(t, kinds![QuoteWord::Given(Agreement::Any), QuoteWord::NamePart]);
                    i += (i..end).take_while(is_name).count().max(1);
                    role_end = i;
                    continue;
                }
                if let Some((a, words)) = name_word
                    && !token.clitics().any(Clitics::WITH | Clitics::FOR | Clitics::AND | Clitics::THE)
                    && !(part == Part::Role
                        && needs
                        && !ground.has_kind(i - 1, kinds![QuoteWord::Role(Agreement::Any)]))
                    && part != Part::After
                {
                    if part == Part::Role {
                        part = Part::Name;
                        name = Some(i);
                        agreement = agreement.or(a);
                    }
                    taken = words;
                } else if ground.has(i, QuoteWord::Link) && i > at {
                    // `الإمام في خطبته`: what is his says where he spoke.
                    let own = definite && sort == Sort::Person && ground.has_pronoun(i + 1) && !ground.has_pronoun(i);
                    let event = own
                        || ground.has(i + 1, QuoteWord::Occasion)
                            && !(ground.has_kind(i + 1, kinds![QuoteWord::Body(Agreement::Any)]) && needs);
                    let complete = matches!(sort, Sort::Body) && part == Part::Role && !needs
                        // `مصادر لـ"الأيام"`: whom it was said to.
                        || ground.stretch_at(i + 1).is_some_and(|s| ground.stretches[s].whole.start == i + 1)
                            && !document.token(i + 1).space_before();
                    if !has_role
                        || complete
                        || event
                        || is_relayed(i)
                        || ground.has_kind(i + 1, kinds![QuoteWord::Same, QuoteWord::Stop])
                        || document.token(i + 1).kind == Kind::Digits
                    {
                        break;
                    }
                    // `المتحدثة باسمها`: whose, the pronoun says.
                    needs = !ground.ends_in_pronoun(i);
                    i += 1;
                    if !needs {
                        role_end = i;
                    }
                    continue;
                } else if token.clitics().any(Clitics::WITH | Clitics::FOR)
                    && !token.clitics().any(Clitics::AND | Clitics::THE)
                    && known.is_none()
                    && !needs
                    && i > at
                    && !ground.is_possessed(i)
                    && (name == Some(i - 1)
                        && ground.has_kind(i - 1, kinds![QuoteWord::Given(Agreement::Any)])
                        && !ground.has_kind(i, kinds![QuoteWord::Outlet, QuoteWord::Occasion])
                        || definite && part == Part::Role && governs_none(ground, i))
                {
                    // `إدريس لشكر`, `النائب لبيد`: a name that looks like a preposition with its noun.
                    if part == Part::Role {
                        part = Part::Name;
                        name = Some(i);
                    }
                } else if token.clitics().any(Clitics::WITH | Clitics::FOR) && i > at {
                    let outlet = token.clitics().any(Clitics::FOR)
                        && ground.has(i, QuoteWord::Outlet)
                        && !ground.is(i, |w| matches!(w, QuoteWord::Body(_)) && needs)
                        // `المدير العام للوكالة فلان الفلاني`
                        && !(sort == Sort::Person && has_role && begins_name(ground, i + 1, end));
                    let event = ground.has(i, QuoteWord::Occasion) && token.clitics().any(Clitics::WITH);
                    // `النائبة بمقترح`, `المنظمة بفتح تحقيق`: what the sentence's verb takes; but `بوزارة`, `بشؤون`, `بالحزب`.
                    // `رئيس الجمعية بسطات، فلان`: where, up to a comma.
                    let is_place = has_role
                        && !needs
                        && sort == Sort::Person
                        && ground.is_comma(i + 1)
                        && token.clitics().any(Clitics::WITH)
                        && !is_led_by_voice();
                    if is_place {
                        i += 1;
                        role_end = i;
                        continue;
                    }
                    let object = token.clitics().any(Clitics::WITH)
                        && !token.clitics().any(Clitics::THE)
                        && (stops(ground, i) || !known.is_some_and(|((n, _), _)| n != Noun::Document));
                    if !has_role || outlet || event || object {
                        break;
                    }
                    needs = !token.clitics().any(Clitics::THE) && !the;
                } else if i > at && cue_at(ground, i).is_some_and(|c| c.kind == CueKind::Noun) {
                    break;
                } else if i > at
                    && !needs
                    && !the
                    && cue_at(ground, i).is_some()
                    && known.is_none_or(|((n, _), _)| n == Noun::Construct || part == Part::Name)
                {
                    break;
                } else if i == at && known.is_none() && cue_at(ground, i).is_some() && !the {
                    break;
                } else if part == Part::Role
                    && has_role
                    && !needs
                    && ground.has(i, QuoteWord::Stop)
                    && ground.has_pronoun(i)
                    && ground.is_definite(i + 1)
                    && ground.names_somebody(i + 1)
                {
                    // `المشرف الرئيسي عليها البروفسور`: of what, the pronoun says.
                } else if part == Part::Role
                    && i > at + 1
                    && sort == Sort::Person
                    && !needs
                    && goes_on_with(ground, i, end)
                    && (!definite || i > at + 2)
                {
                    // `وزير التجارة وترقية الصادرات`: one thing more that somebody is in charge of.
                    needs = true;
                } else if (stops(ground, i) && !(needs && known.is_some()))
                    || ground.has_kind(i, kinds![QuoteWord::Adverb, QuoteWord::Auxiliary])
                {
                    break;
                } else if the
                    && part == Part::Name
                    && name == Some(i - 1)
                    && known.is_some_and(|((n, _), w)| n == Noun::Role && w == 1)
                {
                    // `سامر الخطيب`: a surname that is a function elsewhere.
                } else if indefinite
                    && !needs
                    && part == Part::Role
                    && role.is_some()
                    && ground.has(i, QuoteWord::Adjective)
                    && !ground.is_definite(i + 1)
                {
                    // `مسؤول أمني كبير`
                } else if the
                    && part == Part::Role
                    && (definite && role == Some(i - 1)
                        || role.is_some() && ground.is_definite(i - 1) && !ground.has(i + 1, QuoteWord::Stop))
                    && ground.has(i, QuoteWord::Adjective)
                {
                    // `الاتحاد العام`, `مكتب المدعي العام`; but `العام الماضي`, "last year"
                } else if let Some(((n, a), words)) = known {
                    let and = token.clitics().any(Clitics::AND);
                    if part == Part::Name {
                        if and || !matches!(n, Noun::Role | Noun::Generic) {
                            break;
                        }
                        part = Part::After;
                        after = Some(i);
                    } else if role.is_some()
                        && !needs
                        && !and
                        && if the {
                            (definite || !indefinite)
                                && (sort == Sort::Body || sort == Sort::Generic && n == Noun::Body)
                        } else {
                            !matches!(n, Noun::Role | Noun::Generic)
                        }
                    {
                        // A second noun beside one that is whole: `دعت النقابة الحكومة`, the object.
                        break;
                    }
                    if role.is_none() && part == Part::Role {
                        role = Some(i);
                        sort = match n {
                            Noun::Body => Sort::Body,
                            Noun::Document => Sort::Document,
                            Noun::Generic => Sort::Generic,
                            _ => Sort::Person,
                        };
                        agreement = a;
                        definite = the;
                        indefinite = !the;
                    }
                    // `مخرجه`, "its director", which folds like the feminine: whole without more, and a man perhaps.
                    let is_possessed = n == Noun::Role && ground.ends_in_pronoun(i + words - 1);
                    if is_possessed {
                        agreement = Agreement::Any;
                        definite = true;
                        indefinite = false;
                    }
                    needs = !(the || is_possessed || (i..i + words).any(|t| ground.is_definite(t)));
                    if the {
                        indefinite = false;
                    }
                    taken = words;
                } else if ground.has(i, QuoteWord::Adjective) && (role.is_some() && part != Part::Name) {
                    needs = false;
                } else if token.clitics().any(Clitics::AND)
                    && i > at
                    && part == Part::Name
                    && agreement == Agreement::They
                {
                    // `كل من عون وميقاتي`: one name more.
                } else if token.clitics().any(Clitics::AND) && i > at {
                    if part == Part::Name || !the {
                        break;
                    }
                } else {
                    let word = ground.folded(i);
                    let joined = shapes.governed_article.iter().any(|a| word.starts_with(a));
                    let and_the = !shapes.and_article.is_empty() && word.starts_with(shapes.and_article);
                    // `لجزر الكناري`: a preposition written with a word no lexicon knows.
                    let governs = word.starts_with(shapes.prepositions)
                        && i + 1 < end
                        && ground.is_definite(i + 1)
                        && word.chars().count() > 3;
                    // `يؤكد النص الحاجة`: a noun, since an adjective would agree.
                    let object =
                        the && definite && word.ends_with(shapes.feminine) && agreement == Agreement::He && i == at + 1;
                    match part {
                        Part::Role if role.is_none() => {
                            if joined {
                                break;
                            }
                            definite = the;
                            // But `هاجم البرهان تصرفات خصمه`.
                            let is_title = |at| {
                                is_relative_adjective(ground, at)
                                    || ground.has_kind(at + 1, kinds![QuoteWord::Given(Agreement::Any)])
                                    || !is_led_by_voice()
                            };
                            if the && begins_name(ground, i + 1, end) && is_title(i) {
                                // `الأرجنتيني ليونيل ميسي`, `الصياد نديم شحادة`: where somebody is from, or what.
                                role = Some(i);
                            } else {
                                part = Part::Name;
                                name = Some(i);
                            }
                        }
                        _ if !needs && i > at && ground.is_possessed(i) => break,
                        Part::Role
                            if joined
                                && !needs
                                && !shapes.for_article.iter().any(|a| word.starts_with(a))
                                // `المكلفة بالبيئة`: what a participle that no lexicon knows takes.
                                && (is_led_by_voice() || !is_participle(ground, i - 1)) =>
                        {
                            break;
                        }
                        // `رفض النائب تحويل الحوار الاجتماعي`: an object, which no name looks like.
                        Part::Role
                            if !needs
                                && !the
                                && role.is_some()
                                && i + 2 < end
                                && ground.is_definite(i + 1)
                                && ground.is_definite(i + 2)
                                && !ground.has(i + 1, QuoteWord::NamePart)
                                && !ground.is_comma(i - 1) =>
                        {
                            break;
                        }
                        Part::Role if object && sort != Sort::Person => break,
                        // `دعت المستشارة المانحين`, `طالبت وزارة الصحة المانحين`: nor would a plural.
                        Part::Role
                            if !needs
                                && the
                                && i == at + 1
                                && matches!(agreement, Agreement::He | Agreement::She)
                                && ground.ends(i, |s| s.oblique) =>
                        {
                            break;
                        }
                        Part::Role if sort == Sort::Body && !needs && the && ground.ends(i, |s| s.oblique) => break,
                        Part::Role if governs && !needs => needs = true,
                        Part::Role if needs || the || joined || and_the => {
                            needs = false;
                            if the {
                                indefinite = false;
                            }
                        }
                        // `مسؤول أميركي سابق`: adjectives of a noun without the article.
                        Part::Role if indefinite && is_relative_adjective(ground, i) => {}
                        // `منظمة هيومن رايتس ووتش`: a foreign name of several words, and no object.
                        Part::Role if sort == Sort::Body && is_foreign(ground, i - 1) && is_foreign(ground, i) => {}
                        Part::Role if indefinite && sort == Sort::Generic => break,
                        // `صحيفة نيويورك تايمز`: nor does a paper's foreign name end with its first word.
                        Part::Role
                            if sort == Sort::Body
                                && ground.has(at, QuoteWord::Outlet)
                                && document.rooms(i) == 0
                                && token.clitics() == Clitics(0)
                                && !ground.is_definite(i - 1)
                                && !ground.ends(i, |s| s.adverb) => {}
                        Part::Role if matches!(sort, Sort::Body | Sort::Document) || agreement == Agreement::They => {
                            break;
                        }
                        // `أبدى المدرب رضاه عن`, `خاطب القائد جنوده`: what is his, and no name.
                        Part::Role
                            if definite
                                && !the
                                && ground.ends_in_pronoun(i)
                                && !ground.ends(i, |s| s.foreign)
                                && (!document.token(i + 1).is_word() && !ground.is_colon(i + 1)
                                    || cue_at(ground, i + 1).is_some_and(|c| c.kind == CueKind::Along)
                                    || ground.has_kind(
                                        i + 1,
                                        kinds![QuoteWord::Link, QuoteWord::From, QuoteWord::Stop],
                                    )) =>
                        {
                            break;
                        }
                        // `أمر المحافظ بصرف 100 ألف`: nor with a preposition, before a number.
                        Part::Role
                            if word.starts_with(shapes.prepositions)
                                && (document.token(i + 1).kind == Kind::Digits
                                    || number_at(document, i + 1).is_some()) =>
                        {
                            break;
                        }
                        Part::Role => {
                            part = Part::Name;
                            name = Some(i);
                        }
                        Part::Name => {
                            let so_far = i - name.unwrap_or(i);
                            let participle = word.starts_with(shapes.participle)
                                && word.ends_with(shapes.adverb)
                                && word.chars().count() > 4;
                            // `يوسف بطرس رفع الضرائب`: what the verb takes.
                            let object = so_far >= 2
                                && !the
                                && i + 1 < end
                                && (ground.is_definite(i + 1) || ground.ends_in_pronoun(i + 1))
                                && !ground.has(i + 1, QuoteWord::NamePart)
                                && noun(ground, i + 1).is_none_or(|((n, _), _)| n == Noun::Construct);
                            // `نتنياهو الدعوات الدولية`: nor has a name two words with the article.
                            let objects = so_far >= 2
                                && the
                                && !ground.has(i - 2, QuoteWord::NamePart)
                                && (i + 1 < end && ground.is_definite(i + 1)
                                    || ground.ends(i, |s| s.plural)
                                    || ground.ends(i, |s| s.feminine)
                                    || ground.is_definite(i - 1)
                                        && (is_led_by_voice()
                                            // `عمر الشرقاوي الوضع`; but `محمد المختار الشنقيطي`.
                                            || !ground.has(i - 1, QuoteWord::NamePart)
                                                && !is_relative_adjective(ground, i)));
                            // `محمد عبد السلام السعودية`: nor is a country one.
                            let country = so_far >= 2 && the && document.has_kind(i, &COUNTRIES);
                            // `رامي الصباغ انتقاله`, `سامي رويز رحيله`: what is his; but `جان روجيه`.
                            let own = so_far >= 2
                                && !the
                                && ground.has_pronoun(i)
                                && (so_far == 2 && ground.is_definite(i - 1) || !ground.ends(i, |s| s.foreign));
                            // `هشام الراقي انتقادات`, `بيانا`: nor another noun by its ending, behind a surname with the
                            // article; but `نور الدين بركات`.
                            let many = so_far >= 2
                                && !the
                                && ground.is_definite(i - 1)
                                && !ground
                                    .has_kind(i - 1, kinds![QuoteWord::NamePart, QuoteWord::Given(Agreement::Any)])
                                && !ground.has(i - 2, QuoteWord::NamePart)
                                && (ground.ends(i, |s| s.plural) || ground.ends(i, |s| s.adverb));
                            // `طهران الخطوة`: a capital that speaks, and an object.
                            let capital = so_far == 1
                                && the
                                && role.is_none()
                                && document.has_kind(i - 1, &COUNTRIES)
                                && document.phrase_of(i - 1, &COUNTRIES).is_none();
                            // `أما هشام الراقي فنشر`: what a topic does; but `أما سعاد فرحات فقالت`.
                            let topic = ground.begins(i, |s| s.so)
                                && !ground.begins(i + 1, |s| s.so)
                                && cue_at(ground, i + 1).is_none()
                                && at == ground.segment_of(i).start + 1
                                && ground.has(at - 1, QuoteWord::Auxiliary);
                            // `أبو عبيدة استهداف`: a man called by his son's name needs no more.
                            let whole = so_far == 2 && !the && ground.has(i - 2, QuoteWord::Kunya);
                            if joined
                                || and_the
                                || participle
                                || object
                                || objects
                                || whole
                                || own
                                || many
                                || capital
                                || topic
                                || country
                                || so_far >= LONGEST_NAME
                            {
                                break;
                            }
                        }
                        Part::After if needs || the || joined || and_the => needs = false,
                        // `نجم إنتر ميامي،`: a foreign name of two words.
                        Part::After
                            if document.rooms(i - 1) == 0 && document.rooms(i) == 0 && ground.is_comma(i + 1) => {}
                        Part::After => break,
                    }
                }
            }
        }
        i += taken;
        match part {
            Part::Role => role_end = i,
            Part::Name => name_end = i,
            Part::After => after_end = i,
        }
    }
    let name = name.map(|start| start..name_end).filter(|n| !n.is_empty());
    // `والدة الطفل يوسف`: his name, and not hers.
    let is_his = |n: &Range<usize>| {
        let given = |w| matches!(w, QuoteWord::Given(Agreement::He)).then_some(());
        n.start > at + 1
            && ground.has(at, QuoteWord::Role(Agreement::She))
            && !ground.ends_in_pronoun(at)
            && ground.has(n.start - 1, QuoteWord::Role(Agreement::He))
            && ground.is_definite(n.start - 1)
            && ground.word(n.start, given).is_some()
    };
    let name = name.filter(|n| {
        let is_his = is_his(n);
        if is_his {
            (role_end, agreement, definite) = (n.end, Agreement::She, true);
        }
        !is_his
    });
    let head =
        role.map(|start| start..role_end.min(name.as_ref().map_or(usize::MAX, |n| n.start))).filter(|r| !r.is_empty());
    let start = head.as_ref().map(|r| r.start).or(name.as_ref().map(|n| n.start))?;
    let last = name.as_ref().map_or(role_end, |n| n.end);
    // `كل من`, "both", says nothing of what they are.
    let head = head
        .map(|r| trim_comma(ground, r))
        .filter(|r| name.is_none() || !ground.has(r.end - 1, QuoteWord::Link) || ground.ends_in_pronoun(r.end - 1));
    // One name alone may be anybody's surname: `قال كاترين`.
    if head.is_none() && name.as_ref().is_some_and(|n| n.len() == 1) {
        agreement = Agreement::Any;
    }
    // `التهم الموجهة`: things, as the adjective's ending tells.
    if head.is_none()
        && agreement == Agreement::Any
        && let Some(n) = name.as_ref().filter(|n| n.len() > 1)
        && n.clone().all(|t| ground.is_definite(t))
        && ground.ends(n.end - 1, |s| s.feminine)
    {
        agreement = Agreement::She;
    }
    // `رئيس القطاع منى شلبي`: a woman, or who may be one, by her name, whatever her title's gender.
    if let Some(first) = name.as_ref().filter(|_| agreement == Agreement::He && role.is_some()).map(|n| n.start) {
        let given = ground.word(first, |w| match w {
            QuoteWord::Given(a) => Some(a),
            _ => None,
        });
        match given {
            Some((Agreement::She, _)) => agreement = Agreement::She,
            None if !ground.is_definite(first) && ground.ends(first, |s| s.feminine) => agreement = Agreement::Any,
            _ => {}
        }
    }
    // `محاميه`, "his lawyer", is a man who folds like a woman.
    if let Some(role) = &head
        && agreement == Agreement::She
        && shapes.possessor.is_some_and(|p| document.text(role.start).ends_with(p))
    {
        agreement = Agreement::Any;
    }
    // `المتحدث فلان`: somebody by name.
    if sort == Sort::Generic && name.is_some() {
        sort = Sort::Person;
    }
    let (name, head) = match (name, head, sort) {
        // A body's name is the whole of it.
        (None, Some(_), Sort::Body) => (Some(start..last), None),
        (name, head, _) => (name, head),
    };
    let after = after.map(|a| a..after_end);
    // `الأرجنتيني ليونيل ميسي، نجم الفريق`: what somebody does before where from.
    let head = head.filter(|r| after.is_none() || noun(ground, r.start).is_some());
    Some(Mention {
        tokens: start..last,
        // `الدكتور فلان، مدير المركز`: what he does before how he is addressed.
        role: after.clone().filter(|_| head.as_ref().is_none_or(|h| h.len() == 1)).or(head).filter(|r| !r.is_empty()),
        name,
        sort,
        agreement,
        again,
        definite,
        end: after_end.max(last),
    })
}

/// What a verb describes or accuses stands within so many tokens before "as", "of".
const LONGEST_OBJECT: usize = 10;

/// Cuts off what a verb that stands before a mention describes or accuses: `وصفت منظمة الصحة العالمية
/// الهجوم بأنه`, "the WHO described the attack as". Of nouns with the article in a row the last that
/// is no adjective is the object, where what is left is whole without it. Whether the speech stands
/// before the verb (`«…»، هكذا وصفت فلانة المدينة`), the caller says.
pub fn leave_object(ground: &Ground, mention: &mut Mention, leads_back: bool) {
    let Range { start, end } = mention.tokens;
    let near = end..ground.segment_of(start).end.min(end + LONGEST_OBJECT);
    // `بأنه`, `بالكذب`, and the preposition alone before a mark: `بـ"…"`.
    let leads = |&t: &usize| {
        let before_mark = ground.stretch_at(t + 1).is_some() && !ground.document.token(t + 1).space_before();
        ground.that(t) == Some(1)
            || ground.document.clitics(t).has(Clitics::WITH)
            || before_mark && ground.has(t, QuoteWord::Link)
    };
    let bars = |&t: &usize| !ground.document.token(t).is_word() || cue_at(ground, t).is_some();
    let leads = if leads_back { Some(end) } else { near.take_while(|t| !bars(t)).find(|t| leads(t)) };
    let Some(leads) = leads else { return };
    // `مارتن غريفيث الوضع في القطاع بأنه`: what says more of the object may stand between.
    if leads > end && !ground.has_kind(end, kinds![QuoteWord::Link, QuoteWord::Stop]) || mention.end != end {
        return;
    }
    let mut object = end - 1;
    let is_adjective = |t: usize| is_relative_adjective(ground, t) || ground.has(t, QuoteWord::Adjective);
    while object > start + 1 && ground.is_definite(object) && is_adjective(object) {
        object -= 1;
    }
    if object == start || !ground.is_definite(object) || ground.has_kind(object - 1, kinds![QuoteWord::NamePart]) {
        return;
    }
    let in_name = mention.name.as_ref().filter(|n| mention.sort == Sort::Person && n.start < object);
    let is_whole = match in_name {
        // A name may end with a word that has the article, but not in two of them.
        Some(name) => ground.is_definite(object - 1) || object >= name.start + 2,
        None => ground.is_definite(object - 1),
    };
    if !is_whole {
        return;
    }
    let cut = |tokens: &mut Range<usize>| tokens.end = tokens.end.min(object);
    cut(&mut mention.tokens);
    mention.end = object;
    mention.name.iter_mut().chain(mention.role.iter_mut()).for_each(cut);
}

/// Reads the words at `at` as [`read_plain`], without the object of a verb of describing before them.
pub fn read_subject(ground: &Ground, at: usize, end: usize) -> Option<Mention> {
    let mut mention = read_plain(ground, at, end)?;
    let verb = |t: usize| {
        ground.word(t, |w| matches!(w, QuoteWord::Cue(CueKind::Voice | CueKind::Describe, _)).then_some(())).is_some()
    };
    if at > 0 && verb(at - 1) && !ground.ends_in_pronoun(at - 1) {
        let leads_back = at > 1 && ground.has(at - 2, QuoteWord::Auxiliary);
        let speech_first = || ground.stretch_at(ground.segment_of(at).start).is_some();
        leave_object(ground, &mut mention, leads_back && speech_first());
    }
    Some(mention)
}

fn trim_comma(ground: &Ground, mut tokens: Range<usize>) -> Range<usize> {
    while tokens.len() > 1 && ground.is_comma(tokens.end - 1) {
        tokens.end -= 1;
    }
    tokens
}

/// Whether no preposition can govern what a word seems to be written with: a particle or verb.
pub fn governs_none(ground: &Ground, at: usize) -> bool {
    // Particles of two letters are governed all the same: `بما`.
    ground.document.text(at).chars().count() > 3
        && ground.is(at, |w| {
            matches!(w, QuoteWord::Stop | QuoteWord::Bars | QuoteWord::Cue(CueKind::Say | CueKind::Voice, _))
        })
}

/// Ends a name: particles, complementizers, times.
fn stops(ground: &Ground, at: usize) -> bool {
    // `العلي`, `الإمام`, `الوسط`: no particle has the article, whatever the rest folds like.
    ground.has_kind(at, kinds![QuoteWord::Stop, QuoteWord::That(0), QuoteWord::Relative])
        && !ground.document.clitics(at).any(Clitics::THE)
        // `بما وصفه`
        || ground.is_bar(at)
}

/// An adjective made of a place or thing (`حكومي`, `أميركية`), by its ending.
pub fn is_relative_adjective(ground: &Ground, at: usize) -> bool {
    let Some(shapes) = ground.shapes(at) else { return false };
    let word = ground.folded(at);
    // `إسرائيليا`, as an object or behind `أن`.
    let word = word.strip_suffix(shapes.adverb).filter(|_| !shapes.adverb.is_empty()).unwrap_or(&word);
    shapes.relative.iter().any(|ending| word.ends_with(ending)) && word.chars().count() > 3
}

/// Whether a word may be one of a foreign name's: nothing that the lexicon knows or the language builds, and
/// no noun that another says more of.
fn is_foreign(ground: &Ground, at: usize) -> bool {
    let token = ground.document.token(at);
    token.kind == Kind::Arabic
        && token.entry == 0
        && token.clitics() == Clitics(0)
        && !ground.is_definite(at + 1)
        && !ground.is_possessed(at)
        && !ground.ends_in_pronoun(at + 1)
        && !ground.ends(at, |s| s.feminine)
        && !ground.ends(at, |s| s.adverb)
}

/// Whether a word says where the person named behind it is from: `الأرجنتيني ليونيل ميسي`.
fn is_origin(ground: &Ground, at: usize, end: usize) -> bool {
    ground.is_definite(at) && is_relative_adjective(ground, at) && begins_name(ground, at + 1, end)
}

/// Whether two words stand here that are a name, as far as the lexicon tells.
fn begins_name(ground: &Ground, at: usize, end: usize) -> bool {
    let unknown = |t: usize| {
        ground.document.token(t).kind == Kind::Arabic
            && ground.document.rooms(t) == 0
            && !ground.is_definite(t)
            && !ground.is_possessed(t)
            && !ground.ends(t, |s| s.adverb)
    };
    let given = at < end && ground.has_kind(at, kinds![QuoteWord::Given(Agreement::Any)]) && !is_other_word(ground, at);
    given || at + 1 < end && unknown(at) && unknown(at + 1)
}

/// Whether a word no lexicon knows looks like a participle with the article: `المكلف`.
fn is_participle(ground: &Ground, at: usize) -> bool {
    let Some(shapes) = ground.shapes(at) else { return false };
    let word = ground.folded(at);
    let begins = word.strip_prefix(shapes.article).is_some_and(|w| w.starts_with(shapes.participle));
    begins && ground.document.token(at).entry == 0 && !is_relative_adjective(ground, at)
}

/// Whether `and` joins a noun to what a title is for, with what that noun is of: `وترقية الصادرات`.
fn goes_on_with(ground: &Ground, at: usize, end: usize) -> bool {
    let token = ground.document.token(at);
    let is_and = token.clitics().has(Clitics::AND) || token.entry == 0 && ground.begins(at, |s| s.and);
    let is_noun = !ground.is_definite(at)
        && !ground.has_kind(at, kinds![QuoteWord::Role(Agreement::Any), QuoteWord::Given(Agreement::Any)])
        && cue_at(ground, at).is_none();
    is_and && is_noun && at + 1 < end && ground.is_definite(at + 1)
}

/// Whether a few words that may be a name stand here, up to a comma, a verb or a complementizer.
fn name_run(ground: &Ground, at: usize, end: usize) -> bool {
    for i in at..end.min(at + LONGEST_NAME) {
        if i > at && (!ground.document.token(i).is_word() || stops(ground, i) || cue_at(ground, i).is_some()) {
            return true;
        }
        let token = ground.document.token(i);
        if token.clitics().any(Clitics::AND | Clitics::FOR | Clitics::WITH)
            || noun(ground, i).is_some() && !ground.has_kind(i, kinds![QuoteWord::Given(Agreement::Any)])
        {
            return false;
        }
    }
    false
}

// ── Languages with capital letters ───────────────────────────────────────────

/// Whether a token may belong to a written name.
fn is_capital_word(ground: &Ground, at: usize) -> bool {
    let token = ground.document.token(at);
    token.kind == Kind::Latin && (token.is_capital() || is_syllable(ground, at))
}

/// Whether a word is the second syllable of a Korean given name: Kim `Ji-hoon`, but not `Seoul-led`.
fn is_syllable(ground: &Ground, at: usize) -> bool {
    const LONGEST: usize = 6;
    let document = ground.document;
    let (token, dash) = (document.token(at), document.token(at.wrapping_sub(1)));
    if at < 3 || token.space_before() || dash.space_before() || !ground.is_dash(at - 1) {
        return false;
    }
    let (first, surname) = (document.token(at - 2), document.token(at - 3));
    let is_short = |t: &Token| t.kind == Kind::Latin && t.length() <= LONGEST;
    is_short(token)
        && is_short(first)
        && first.is_capital()
        && first.space_before()
        && surname.kind == Kind::Latin
        && surname.is_capital()
        && !document.text(at).ends_with("ed")
        && !ground.has(at, QuoteWord::Compound)
}

/// A particle joined to its name by a hyphen: `al-Amr`.
fn is_joined_part(ground: &Ground, at: usize) -> bool {
    ground.document.token(at).kind == Kind::Latin
        && ground.has(at, QuoteWord::NamePart)
        && ground.is_dash(at + 1)
        && !ground.document.token(at + 1).space_before()
        && !ground.document.token(at + 2).space_before()
        && is_capital_word(ground, at + 2)
}

/// A capital word that only the sentence's beginning made one.
pub fn is_function_word(ground: &Ground, at: usize) -> bool {
    ground.has_kind(
        at,
        kinds![
            QuoteWord::Stop,
            QuoteWord::Determiner,
            QuoteWord::Indefinite,
            QuoteWord::Pronoun(Agreement::Any),
            QuoteWord::Adverb,
            QuoteWord::Relative,
            QuoteWord::That(0)
        ],
    ) && !ground.has_kind(at, kinds![QuoteWord::Given(Agreement::Any)])
}

/// Whether most words of a stretch begin with capitals, as in titles of works.
pub fn is_title_case(ground: &Ground, tokens: Range<usize>) -> bool {
    let mut has_long = false;
    for t in tokens {
        let token = ground.document.token(t);
        if token.kind == Kind::Latin && token.length() > 3 {
            if !token.is_capital() {
                return false;
            }
            has_long = true;
        }
    }
    has_long
}

/// A stop that belongs to the word before it: `Gov.`, `J.`.
fn is_abbreviation_stop(ground: &Ground, at: usize) -> bool {
    if !ground.is_punct(at) || ground.char(at) != '.' || ground.document.token(at).space_before() {
        return false;
    }
    let before = ground.document.token(at - 1);
    let next = ground.document.token(at + 1);
    let text = |word| ground.document.has_sense(at - 1, crate::lang::Sense::Text(word));
    // Harlow Industries Inc. said
    let goes_on = next.kind == Kind::Latin && !next.is_capital() || ground.is_comma(at + 1);
    before.kind == Kind::Latin
        && (before.length() == 1
            || goes_on && text(crate::lang::words::TextWord::FinalAbbreviation)
            || text(crate::lang::words::TextWord::Abbreviation)
            || (before.length() <= 4
                && before.is_capital()
                && ground.has_kind(at - 1, kinds![QuoteWord::Role(Agreement::Any), QuoteWord::NamePart])))
}

/// The end of the run of capital words that begins at a token.
#[allow(clippy::if_same_then_else)] // each branch is a reason of its own
pub fn capital_run(ground: &Ground, at: usize, end: usize) -> usize {
    let mut i = at;
    let mut last = at;
    while i < end && i < at + 14 {
        let token = ground.document.token(i);
        if is_capital_word(ground, i) {
            if i > at
                && token.space_before()
                && ground.has_kind(
                    i,
                    kinds![
                        QuoteWord::Determiner,
                        QuoteWord::Indefinite,
                        QuoteWord::Pronoun(Agreement::Any),
                        QuoteWord::That(0)
                    ],
                )
            {
                break;
            }
            i += 1;
            last = i;
        } else if i > at && is_abbreviation_stop(ground, i) {
            i += 1;
        } else if i > at && ground.is_dash(i) && !token.space_before() && !ground.document.token(i + 1).space_before() {
            i += 1;
        } else if i > at && ground.is_punct(i) && ground.char(i) == '&' {
            i += 1;
        } else if is_joined_part(ground, i) {
            i += 2;
        } else if i > at
            && token.kind == Kind::Latin
            && ground.has(i, QuoteWord::NamePart)
            && is_capital_word(ground, i + 1)
        {
            i += 1;
        } else if i > at
            && let Some(stretch) = ground.stretch_at(i)
        {
            // A nickname within the name: Robert "Bobby" Scott.
            let whole = &ground.stretches[stretch].whole;
            if whole.start == i
                && whole.len() <= 4
                && is_capital_word(ground, whole.end)
                && is_capital_word(ground, i + 1)
            {
                i = whole.end;
            } else {
                break;
            }
        } else {
            break;
        }
    }
    last
}

#[allow(clippy::if_same_then_else)] // each branch is a reason of its own
fn run_start(ground: &Ground, last: usize, begin: usize) -> usize {
    let mut i = last;
    while i > begin && last - i < 14 {
        let token = ground.document.token(i);
        let before = i - 1;
        if is_capital_word(ground, before) && (token.space_before() || token.kind == Kind::Punct) {
            i = before;
        } else if before > begin && is_abbreviation_stop(ground, before) && is_capital_word(ground, before - 1) {
            i = before - 1;
        } else if before > begin
            && ground.is_dash(before)
            && !ground.document.token(before).space_before()
            && !token.space_before()
            && (is_capital_word(ground, before - 1) || is_joined_part(ground, before - 1))
        {
            i = before - 1;
        } else if before > begin
            && ground.is_punct(before)
            && ground.char(before) == '&'
            && is_capital_word(ground, before - 1)
        {
            i = before - 1;
        } else if before > begin
            && ground.has(before, QuoteWord::NamePart)
            && ground.document.token(before).kind == Kind::Latin
            && is_capital_word(ground, before - 1)
        {
            i = before - 1;
        } else if let Some(stretch) = ground.stretch_at(before)
            && ground.stretches[stretch].whole.len() <= 4
            && ground.stretches[stretch].whole.start > begin
            && is_capital_word(ground, before - 1)
            && is_capital_word(ground, ground.stretches[stretch].whole.start - 1)
        {
            i = ground.stretches[stretch].whole.start - 1;
        } else {
            break;
        }
    }
    // "But Trump": the sentence's first word is no part of a name.
    while i < last && is_function_word(ground, i) {
        i += 1;
    }
    i
}

/// Where a name begins whose run of capitals the end of a title opens: `Secretary of State Jo Orr`.
pub fn behind_title(ground: &Ground, run: usize, begin: usize) -> usize {
    let title = run.checked_sub(2).filter(|&t| t >= begin && ground.has(t + 1, QuoteWord::Link));
    match title.and_then(|t| noun(ground, t).map(|((n, _), words)| (n, t + words))) {
        Some((Noun::Role, end)) => end.max(run),
        _ => run,
    }
}

/// Whether `Mr` or the like stands before a name.
pub fn has_honorific(ground: &Ground, name: usize) -> bool {
    let stop = name > 0 && is_abbreviation_stop(ground, name - 1);
    let before = name.checked_sub(if stop { 2 } else { 1 });
    before.is_some_and(|b| is_honorific(ground, &(b..b + 1)))
}

/// Whether a role is `Mr` and the like: an abbreviation that says man or woman and no more.
fn is_honorific(ground: &Ground, role: &Range<usize>) -> bool {
    role.len() == 1
        && ground.document.has_sense(role.start, crate::lang::Sense::Text(crate::lang::words::TextWord::Abbreviation))
        && ground.is(role.start, |w| matches!(w, QuoteWord::Role(Agreement::He | Agreement::She)))
}

/// Parts a noun phrase into role and name.
fn part_phrase(ground: &Ground, tokens: Range<usize>) -> Option<Mention> {
    if tokens.is_empty() {
        return None;
    }
    let mut start = tokens.start;
    let definite = ground.has(start, QuoteWord::Determiner);
    let begin = start;
    while start < tokens.end - 1 && ground.is_determiner(start) {
        start += 1;
    }
    // An article alone names nobody.
    if ground.is_determiner(start) && !is_capital_word(ground, start) {
        return None;
    }
    // `NBC's Jo Orr`: whose somebody is, and who.
    let owned = (start + 2..tokens.end).rev().find(|&t| ground.is_possessive(t - 1) && is_capital_word(ground, t));
    // The last noun that says what somebody is, before a preposition opens something else.
    let mut agreement = Agreement::Any;
    let mut head: Option<(Noun, Range<usize>)> = None;
    let mut i = owned.unwrap_or(start);
    while i < tokens.end {
        if i > start && ground.has(i, QuoteWord::Link) && !is_capital_word(ground, i) {
            // `Jo Orr of the Sea Club`
            let is_full = || i > start + 1 && (start..i).all(|t| is_capital_word(ground, t));
            if head.is_some() || ground.is_determiner(i + 1) && is_full() {
                break;
            }
        }
        match noun(ground, i) {
            // `Mayor Bill Orr`: a given name that is a paper elsewhere.
            Some(_)
                if is_capital_word(ground, i)
                    && i + 1 < tokens.end
                    && (is_capital_word(ground, i + 1) || ground.has(i + 1, QuoteWord::NamePart))
                    && (i == start || noun(ground, i - 1).is_some())
                    && ground.has_kind(i, kinds![QuoteWord::Given(Agreement::Any)]) =>
            {
                break;
            }
            // `Mr. King`, `Charlie King`: a surname that is a title elsewhere.
            Some(((Noun::Role, _), 1))
                if i + 1 == tokens.end
                    && i > start
                    && !definite
                    && is_capital_word(ground, i)
                    && (ground.has_kind(i - 1, kinds![QuoteWord::Given(Agreement::Any)])
                        || is_abbreviation_stop(ground, i - 1)) =>
            {
                i += 1;
            }
            Some(((n, a), words)) if n != Noun::Construct && i + words <= tokens.end => {
                head = Some((n, i..i + words));
                agreement = if a == Agreement::Any { agreement } else { a };
                i += words;
            }
            _ => i += 1,
        }
    }
    let after_head = head.as_ref().map_or(owned.unwrap_or(start), |(_, h)| h.end);
    let mut name_start = after_head;
    while name_start < tokens.end && (is_abbreviation_stop(ground, name_start) || ground.is_comma(name_start)) {
        name_start += 1;
    }
    let is_person_head = head.as_ref().is_some_and(|(n, _)| matches!(n, Noun::Role | Noun::Generic));
    let is_name = is_capital_word(ground, name_start) || is_joined_part(ground, name_start);
    if name_start < tokens.end && is_name && (head.is_none() || is_person_head) {
        let name = name_start..capital_run(ground, name_start, tokens.end);
        let given = name.clone().find_map(|t| {
            ground.word(t, |w| match w {
                QuoteWord::Given(a) => Some(a),
                _ => None,
            })
        });
        return Some(Mention {
            tokens: begin..name.end.max(begin + 1),
            role: head.map(|(_, h)| start..h.end).filter(|r| !is_honorific(ground, r)),
            agreement: agreement.or(given.map_or(Agreement::Any, |(a, _)| a)),
            name: Some(name),
            sort: Sort::Person,
            again: false,
            definite,
            end: tokens.end,
        });
    }
    let all_capital = is_capital_word(ground, start);
    let sort = match head {
        Some((Noun::Role, _)) => Sort::Person,
        Some((Noun::Generic, _)) => Sort::Generic,
        Some((Noun::Document, _)) => Sort::Document,
        Some((Noun::Body, _)) => Sort::Body,
        _ if all_capital => Sort::Person,
        _ => Sort::Generic,
    };
    let name = matches!(sort, Sort::Body).then_some(tokens.clone());
    Some(Mention {
        role: if name.is_none() { Some(tokens.clone()) } else { None },
        name,
        tokens: tokens.clone(),
        sort,
        agreement,
        again: ground.has(start, QuoteWord::Same),
        // `a Border Agency official`: one who was not named before.
        definite: definite || all_capital && !ground.has(begin, QuoteWord::Indefinite),
        end: tokens.end,
    })
}

/// What a comma behind a name says of who has it: how old they are, with no words to give
/// (`Jo Orr, 31,`), or what they do (`Jo Orr, a baker from Leeds, …`).
pub fn apposition(ground: &Ground, at: usize, end: usize) -> Option<Option<Range<usize>>> {
    if !ground.is_comma(at) {
        return None;
    }
    let mut start = at + 1;
    if ground.document.token(start).kind == Kind::Digits {
        return ground.is_comma(start + 1).then_some(None);
    }
    while ground.is_determiner(start) {
        start += 1;
    }
    let closes = |t: usize| t == end || ground.is_comma(t) || ground.is_punct(t) && ground.char(t) == '.';
    let close = (start..=end.min(start + LONGEST_APPOSITION)).find(|&t| {
        closes(t) && !is_abbreviation_stop(ground, t)
            || t > start && ground.has(t, QuoteWord::Relative)
            || cue_at(ground, t).is_some()
            || ground.stretch_at(t).is_some()
    })?;
    // The noun that says it stands before any preposition.
    let phrase = (start..close).find(|&t| ground.has(t, QuoteWord::Link)).unwrap_or(close);
    let told =
        (start..phrase).any(|t| noun(ground, t).is_some_and(|((n, _), _)| matches!(n, Noun::Role | Noun::Generic)));
    let first = ground.document.token(start);
    let another = first.is_capital() && start == at + 1;
    let closed = closes(close) || ground.has(close, QuoteWord::Relative);
    (told && closed && first.kind == Kind::Latin && !another).then_some(Some(start..close))
}

/// Reads the words at `at` that name a speaker (`White House spokesman Josh Earnest`).
pub fn read_capitals(ground: &Ground, at: usize, end: usize) -> Option<Mention> {
    let document = ground.document;
    let end = end.min(at + LONGEST);
    if ground.is_pronoun(at) {
        return None;
    }
    let mut i = at;
    let mut named = false;
    while i < end {
        let token = document.token(i);
        match token.kind {
            Kind::Latin if is_capital_word(ground, i) => {
                named = true;
                i = capital_run(ground, i, end).max(i + 1);
            }
            Kind::Latin => {
                if ground.has_kind(i, kinds![QuoteWord::Determiner, QuoteWord::Indefinite, QuoteWord::Same])
                    || noun(ground, i).is_some()
                {
                    if named && i > at && ground.is_determiner(i) {
                        break;
                    }
                    i += 1;
                } else if cue_at(ground, i).is_some()
                    || ground.has_kind(i, kinds![QuoteWord::Relative, QuoteWord::That(0)])
                    || ground.is_pronoun(i)
                {
                    break;
                } else if ground.has(i, QuoteWord::Link) {
                    // `a spokesman for the miners`, `the Ministry of Health`, `the Institute for Past Climates`
                    let before = if i > at { noun(ground, i - 1) } else { None };
                    let is_body = before.is_some_and(|((n, _), _)| n == Noun::Body) && is_capital_word(ground, i + 1);
                    if before.is_none()
                        || !is_body && is_capital_word(ground, i - 1)
                        || ground.has_kind(i + 1, kinds![QuoteWord::Occasion, QuoteWord::Stop])
                        || !is_body
                            && ground.has(i, QuoteWord::Stop)
                            && !ground.is(i, |w| w == QuoteWord::Role(Agreement::Any))
                    {
                        break;
                    }
                    i += 1;
                } else if ground.has_kind(i, kinds![QuoteWord::Stop, QuoteWord::Adverb]) {
                    break;
                } else {
                    // Another word goes on only before a noun or a name that closes the phrase.
                    if named && !(i + 1..(i + 4).min(end)).any(|t| noun(ground, t).is_some()) {
                        break;
                    }
                    i += 1;
                }
            }
            Kind::Punct if i > at && is_abbreviation_stop(ground, i) => i += 1,
            Kind::Punct
                if i > at && ground.is_dash(i) && !token.space_before() && !document.token(i + 1).space_before() =>
            {
                i += 1
            }
            Kind::Punct if i > at && ground.is_possessive(i + 1) => i += 2,
            Kind::Digits if i == at => i += 1,
            _ => break,
        }
    }
    // A trailing stop or particle is none of it.
    while i > at + 1
        && (ground.is_punct(i - 1) && !is_abbreviation_stop(ground, i - 1)
            || ground.has_kind(i - 1, kinds![QuoteWord::Link, QuoteWord::Joins]))
    {
        i -= 1;
    }
    part_phrase(ground, at..i)
}

/// Whether the words up to a comma are a phrase that a preposition opens, before the subject.
fn is_fronted(ground: &Ground, begin: usize, comma: usize) -> bool {
    comma - begin < LONGEST_APPOSITION
        && ground.has(begin, QuoteWord::Link)
        && (begin..comma).all(|t| {
            // `In a statement read to the court, …`
            let participle = ground.has_kind(t - 1, kinds![QuoteWord::Occasion, QuoteWord::Document(Agreement::Any)]);
            (participle || cue_at(ground, t).is_none()) && ground.stretch_at(t).is_none() && !ground.is_comma(t)
        })
}

/// Reads the words that end before `before` and name a speaker, an apposition in between
/// passed over: `Jo Orr, who lives in Ohio,`.
#[allow(clippy::if_same_then_else)] // each branch is a reason of its own
pub fn read_capitals_back(ground: &Ground, before: usize, begin: usize) -> Option<Mention> {
    let mut last = before;
    let begin = begin.max(before.saturating_sub(60));
    // Brackets: `Sen. Jo Orr (R-Ohio)`.
    while last > begin {
        let at = last - 1;
        if ground.is_punct(at) && ground.char(at) == ')' {
            let open = (begin..at).rev().take(20).find(|&t| ground.is_punct(t) && ground.char(t) == '(')?;
            last = open;
        } else if (ground.is_comma(at) && ground.char(at) == ',')
            || (ground.is_dash(at) && ground.document.token(at).space_before())
        {
            // An apposition, from the farthest comma that a name stands before.
            let mark_is_comma = ground.is_comma(at);
            let mut found = None;
            let mut commas = 0;
            for t in (begin + 1..at).rev() {
                if ground.stretch_at(t).is_some_and(|s| ground.stretches[s].whole.len() > 4) {
                    break;
                }
                let same = if mark_is_comma { ground.is_comma(t) } else { ground.is_dash(t) };
                if same {
                    commas += 1;
                    let bracket = ground.is_punct(t - 1) && ground.char(t - 1) == ')';
                    // `In a statement, one of the lawyers, Jo Orr, said`: a phrase before the subject.
                    if mark_is_comma && is_fronted(ground, begin, t) {
                        break;
                    }
                    if is_capital_word(ground, t - 1)
                        || bracket
                        || noun(ground, t - 1).is_some()
                        || is_abbreviation_stop(ground, t - 1)
                    {
                        let opener = ground.has_kind(
                            t + 1,
                            kinds![
                                QuoteWord::Determiner,
                                QuoteWord::Indefinite,
                                QuoteWord::Relative,
                                QuoteWord::Role(Agreement::Any),
                                QuoteWord::Stop
                            ],
                        ) || ground.document.token(t + 1).kind == Kind::Digits
                            || !is_capital_word(ground, t + 1)
                            || found.is_none();
                        if opener {
                            found = Some(t);
                            // Nearer ones stand within lists of an apposition; a full name ends the search.
                            if is_capital_word(ground, t - 1)
                                && t >= 2
                                && is_capital_word(ground, t - 2)
                                && !ground.has_kind(t + 1, kinds![QuoteWord::Stop])
                                && (ground.has_kind(
                                    t + 1,
                                    kinds![QuoteWord::Determiner, QuoteWord::Indefinite, QuoteWord::Relative],
                                ) || ground.document.token(t + 1).kind == Kind::Digits)
                            {
                                break;
                            }
                        }
                    }
                }
                if commas >= 4 {
                    break;
                }
            }
            last = found?;
            // `The mayor, Helen Ortiz, said`: the apposition is the name.
            let name = last + 1..at;
            if mark_is_comma
                && !name.is_empty()
                && is_capital_word(ground, name.start)
                && !is_capital_word(ground, last - 1)
                && capital_run(ground, name.start, at) == at
                && let Some(mut mention) = part_phrase(ground, name)
                && mention.name.is_some()
            {
                let role = read_capitals_back(ground, last, begin).filter(|m| m.name.is_none());
                mention.role = mention.role.or(role.map(|m| m.tokens));
                return Some(mention);
            }
        } else {
            break;
        }
    }
    if last <= begin {
        return None;
    }
    let at = last - 1;
    if ground.has(at, QuoteWord::Relative) {
        let last = if ground.is_comma(at - 1) { at - 1 } else { at };
        return (last > begin).then(|| read_capitals_back(ground, last, begin)).flatten();
    }
    if ground.is_pronoun(at) {
        return None;
    }
    if is_capital_word(ground, at) && !is_function_word(ground, at) || is_abbreviation_stop(ground, at) {
        let mut run = run_start(ground, at, begin);
        // `St Mary's Hospital`
        if run > begin + 3
            && ground.is_possessive(run - 1)
            && is_capital_word(ground, run - 3)
            && noun(ground, at).is_some_and(|((n, _), _)| n == Noun::Body)
        {
            run = run_start(ground, run - 3, begin);
        }
        // `the Bank of England`, `the Institute for Past Climates`: a body with what its name goes on with.
        while run > begin + 1
            && ground.has(run - 1, QuoteWord::Link)
            && is_capital_word(ground, run - 2)
            && noun(ground, run - 2).is_some_and(|((n, _), _)| n == Noun::Body)
        {
            run = run_start(ground, run - 2, begin);
        }
        // `Gov. Jo Orr of Ohio`, `a spokesman for Exxon`: who stands before the preposition.
        if let Some(link) = run.checked_sub(1).filter(|&l| l > begin && ground.has(l, QuoteWord::Link)) {
            let before = link - 1;
            let person = is_capital_word(ground, before) && {
                let name = run_start(ground, before, begin);
                (name..link).any(|t| ground.has_kind(t, kinds![QuoteWord::Given(Agreement::Any)]))
                    || name > begin && is_abbreviation_stop(ground, name - 1)
                    || is_abbreviation_stop(ground, name + 1)
            };
            // Researchers at Tremont University: the sentence's first word; the embassy in London; the
            // ministry of health in Gaza.
            let speaks = |t: usize| {
                noun(ground, t).is_some_and(|((n, _), _)| matches!(n, Noun::Role | Noun::Generic | Noun::Body))
            };
            let role = (!is_capital_word(ground, before) || before == begin)
                && (speaks(before)
                    || before > begin + 1 && ground.has(before - 1, QuoteWord::Link) && speaks(before - 2));
            if person || role {
                let found = read_capitals_back(ground, link, begin);
                if let Some(mut mention) = found.filter(|m| m.role.is_some() || m.name.is_some()) {
                    if mention.tokens.end == link && (mention.name.is_none() || mention.sort == Sort::Body) {
                        mention.tokens.end = last;
                        mention.role = mention.role.map(|r| r.start..last);
                        mention.name = mention.name.map(|n| n.start..last);
                    }
                    mention.end = last;
                    return Some(mention);
                }
            }
        }
        let mut start = run;
        if behind_title(ground, run, begin) > run {
            start -= 2;
        }
        // `White House press secretary Jo Orr`, `the Rev. Jo Orr`: the words of the role before.
        let mut steps = 0;
        while start > begin && steps < 10 {
            let t = start - 1;
            let token = ground.document.token(t);
            if ground.stretch_at(t).is_some() {
                break;
            }
            // `the bill that Mayor Jo Orr signed`: a relative, and no article.
            if ground.has_kind(t, kinds![QuoteWord::That(0)]) {
                break;
            }
            if ground.is_determiner(t) {
                start = t;
                // `Mr. Orr of the Sea Club`: the name before the preposition.
                if start > begin + 1
                    && ground.has(start - 1, QuoteWord::Link)
                    && !ground.has(start - 1, QuoteWord::Stop)
                    && is_capital_word(ground, start - 2)
                {
                    start = run_start(ground, start - 2, begin);
                }
                break;
            }
            let role_next = (start..=start).any(|s| noun(ground, s).is_some()) || start < run;
            if noun(ground, t).is_some() && cue_at(ground, t).is_none() {
                start = t;
            } else if role_next
                && token.kind == Kind::Latin
                && !ground.is_possessive(t)
                && !is_function_word(ground, t)
                && !ground.has_kind(t, kinds![QuoteWord::Link, QuoteWord::Stop])
                && cue_at(ground, t).is_none()
            {
                start = t;
            } else if role_next && ground.is_dash(t) && !token.space_before() {
                start = t;
            } else if role_next && t > begin && is_abbreviation_stop(ground, t) {
                start = t - 1;
            } else if role_next && t > begin + 1 && ground.is_possessive(t) {
                start = t - 2;
            } else {
                break;
            }
            steps += 1;
        }
        return part_phrase(ground, start..last);
    }
    // A phrase without a name at its end: from its article on.
    let mut start = at;
    let mut steps = 0;
    while start > begin && steps < 14 {
        let t = start - 1;
        let token = ground.document.token(t);
        if ground.stretch_at(t).is_some() || ground.has_kind(t, kinds![QuoteWord::That(0), QuoteWord::Relative]) {
            break;
        }
        if token.kind == Kind::Punct
            && !ground.is_dash(t)
            && !is_abbreviation_stop(ground, t)
            && !matches!(ground.char(t), '\'' | '’')
        {
            break;
        }
        if token.kind == Kind::Edge || cue_at(ground, t).is_some() {
            break;
        }
        if ground.has(t, QuoteWord::Stop)
            && !ground.has_kind(
                t,
                kinds![QuoteWord::Link, QuoteWord::Determiner, QuoteWord::Indefinite, QuoteWord::Role(Agreement::Any)],
            )
        {
            break;
        }
        start = t;
        steps += 1;
    }
    // The last article that no preposition stands before begins the phrase.
    let articles = (start..last)
        .rev()
        .find(|&t| ground.is_determiner(t) && (t == start || !ground.has_kind(t - 1, kinds![QuoteWord::Link])));
    let start = articles.unwrap_or(start);
    let mut start = start;
    while start < at && (ground.has(start, QuoteWord::Stop) && !ground.is_determiner(start) || ground.is_punct(start)) {
        start += 1;
    }
    let told = (start..last).any(|t| noun(ground, t).is_some()) || ground.is_determiner(start);
    told.then(|| part_phrase(ground, start..last)).flatten()
}

/// Of those who speak together the first is named at most so many tokens before the last two.
const FARTHEST_PARTNER: usize = 30;

/// Those who speak together: what a name is that another stands before or behind, joined to it. The words
/// before open their clause, as `police arrested Jo Orr and Ann Pell said` does not.
pub fn with_partner(ground: &Ground, mention: Mention, segment: &Range<usize>) -> Mention {
    let is_named = |m: &Mention| m.name.is_some() && matches!(m.sort, Sort::Person);
    let and = |t: usize| ground.has(t, QuoteWord::With);
    let Range { start, end } = mention.tokens;
    if !is_named(&mention) {
        return mention;
    }
    let before = || {
        let joint = start.checked_sub(1).filter(|&t| t > segment.start && and(t))?;
        let first = read_capitals_back(ground, joint, segment.start)?;
        let opens = first.tokens.start.checked_sub(1).is_none_or(|t| {
            t < segment.start
                || ground.is_comma(t)
                || ground.that(t).is_some()
                || ground.stretch_at(t).is_some_and(|s| ground.stretches[s].whole.end == t + 1)
        });
        (opens && is_named(&first) && first.tokens.end == joint).then_some(first.tokens.start..end)
    };
    let behind = || {
        let second = read_capitals(ground, end + 1, segment.end).filter(|_| and(end))?;
        let closes = cue_at(ground, second.end).is_none();
        (closes && is_named(&second) && second.tokens.start == end + 1).then_some(start..second.tokens.end)
    };
    // Jo Orr, Ann Pell and Lee Ash: those before the two.
    let listed = |mut tokens: Range<usize>| {
        let fewest = tokens.start.saturating_sub(FARTHEST_PARTNER);
        while tokens.start > fewest
            && let Some(comma) = tokens.start.checked_sub(1).filter(|&t| t > segment.start && ground.is_comma(t))
            && let Some(first) = read_capitals_back(ground, comma, segment.start)
            && is_named(&first)
            && first.tokens.end == comma
            && !ground.has(first.tokens.start.wrapping_sub(1), QuoteWord::Link)
            && first.name.as_ref().is_some_and(|name| ground.words(name.clone()) > 1)
        {
            tokens.start = first.tokens.start;
        }
        tokens
    };
    match before().or_else(behind).map(listed) {
        Some(tokens) => Mention {
            end: mention.end.max(tokens.end),
            name: Some(tokens.clone()),
            tokens,
            role: None,
            agreement: Agreement::They,
            ..mention
        },
        None => mention,
    }
}

/// Reads forward in either kind of language.
pub fn read(ground: &Ground, at: usize, end: usize) -> Option<Mention> {
    if ground.has_capitals(at) { read_capitals(ground, at, end) } else { read_plain(ground, at, end) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Article;
    use crate::quotes::marks;
    use crate::text::Document;

    #[test]
    fn names_and_roles_end_where_they_end() {
        let rows: &[(&str, Option<&str>, Option<&str>, Sort)] = &[
            (
                "رئيس الوزراء المغربي رامي الصباغ إن الماء يكفي",
                Some("رامي الصباغ"),
                Some("رئيس الوزراء المغربي"),
                Sort::Person,
            ),
            ("هدى بن الأمين مديرة المتحف أن", Some("هدى بن الأمين"), Some("مديرة المتحف"), Sort::Person),
            ("الباحث في الآثار، الدكتور رامي الصباغ، أن", Some("رامي الصباغ"), Some("الباحث في الآثار"), Sort::Person),
            ("السويسري فريدريك مولر، مدرب الفريق، إن", Some("فريدريك مولر"), Some("مدرب الفريق"), Sort::Person),
            ("وزارة الصحة السودانية إن", Some("وزارة الصحة السودانية"), None, Sort::Body),
            // The verb's object is none of it.
            ("منظمة الأنهار الدولية السلطات بأنها", Some("منظمة الأنهار الدولية"), None, Sort::Body),
            ("مصدر أمني كبير إن", None, Some("مصدر أمني كبير"), Sort::Generic),
            ("مصادر مطلعة لـ\"الأيام\" إن", None, Some("مصادر مطلعة"), Sort::Generic),
            ("Water Minister Ruth Adler said", Some("Ruth Adler"), Some("Water Minister"), Sort::Person),
            ("Mayor Bill Ortiz told", Some("Bill Ortiz"), Some("Mayor"), Sort::Person),
            ("the Ministry of Health said", Some("the Ministry of Health"), None, Sort::Body),
        ];
        for (text, name, role, sort) in rows {
            let article = Article::from_text(text);
            let document = Document::new(&article);
            let ground = Ground::new(&document, marks::find(&document));
            let tokens = document.blocks[0].tokens.clone();
            let mention = read(&ground, tokens.start, tokens.end).unwrap_or_else(|| panic!("{text}"));
            let written =
                |tokens: &Option<Range<usize>>| tokens.clone().map(|t| article.text(document.span(t)).to_owned());
            assert_eq!(written(&mention.name).as_deref(), *name, "{text}");
            assert_eq!(written(&mention.role).as_deref(), *role, "{text}");
            assert_eq!(mention.sort, *sort, "{text}");
        }
    }
}
