//! Words of saying, of who says, and of what is named rather than said.

/// Person, gender and number of a verb of saying, or of whom a noun means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Agreement {
    /// Says nothing of it: `said`, `spokesperson`.
    #[default]
    Any,
    /// One man, or a body whose noun is masculine: `قال`, `المجلس`.
    He,
    /// One woman, or a body whose noun is feminine: `قالت`, `الوزارة`.
    She,
    /// Several: `قالوا`, `officials`.
    They,
}

impl Agreement {
    /// Whether both can be said of the same speaker.
    pub fn fits(self, other: Agreement) -> bool {
        self == Agreement::Any || other == Agreement::Any || self == other
    }

    /// What both together say.
    pub fn or(self, other: Agreement) -> Agreement {
        if self == Agreement::Any { other } else { self }
    }
}

/// How a word of saying stands to what is said and to who says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CueKind {
    /// A verb that takes a clause or a whole quote: `قال`, `said`.
    Say,
    /// A verb that takes a part of a sentence: `دعا إلى «…»`, `praised "…"`. Without marks it is
    /// no speech.
    Voice,
    /// A verb that gives what is spoken of a name: `وصفه بـ«…»`, `called it "…"`.
    Describe,
    /// Goes along with another verb, whose subject speaks: `قائلا`, `saying`.
    Along,
    /// The speaker follows: `بحسب`, `according to`.
    Source,
    /// The same before a verb of saying: `وفق ما ذكره`, "by what … told".
    Told,
    /// The speaker is named already: `على حد قوله`, "in his words".
    Own,
    /// A noun of saying, its speaker named before it by [`CueKind::Relay`]: `قوله`, "his saying".
    Noun,
    /// Somebody passes on what another said: `نقلت الوكالة عن الوزير قوله`.
    Relay,
}

words! {
/// A word that introduces speech, names a speaker, or tells a term from speech.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum QuoteWord {
    /// A verb or phrase of saying.
    Cue(CueKind, Agreement),
    /// A complementizer (`أن`, `that`), with the number of letters of a preposition written
    /// with it (`بأن`: 1).
    That(u8),
    /// After it a complementizer opens no speech: `بعد أن`, "after".
    Bars,
    /// A title or function of a person: `وزير`, `spokeswoman`.
    Role(Agreement),
    /// A role that anybody may be called by once named: `المسؤول`, `the official`.
    Generic(Agreement),
    /// A body that speaks: `وزارة`, `police`.
    Body(Agreement),
    /// What is written and speaks for its author: `بيان`, `report`.
    Document(Agreement),
    /// A given name.
    Given(Agreement),
    /// Belongs to a name, and is none alone: `بن`, `van`.
    NamePart,
    /// Says that an article is an interview: `حاورته`, "interview".
    Interview,
    /// Says that a source asked not to be named: between a source and what it says.
    Anonymous,
    /// Makes an adjective of the name that a hyphen joins it to: New York-`based`.
    Compound,
    /// Calls a man or woman by their child's name: `أبو`, `أم`.
    Kunya,
    /// A noun that takes another to say which: `مدينة`, `شؤون`.
    Construct,
    /// A noun whose neighbour in marks is its name: `صحيفة «…»`, `film`.
    Naming,
    /// Says more of a role and is no name: `سابق`, "former".
    Adjective,
    /// Ends a name: a particle, a time, an adverb.
    Stop,
    /// A preposition that may go on with a role: `في`, `of`.
    Link,
    /// Somebody spoken to: `وكالة`, `reporters`.
    Outlet,
    /// A speech event, after a preposition: `في تصريح`, `in a statement`.
    Occasion,
    /// Between a verb and its subject: `also`, `أيضا`.
    Adverb,
    /// A pronoun.
    Pronoun(Agreement),
    /// Says again who was named: `ذاته`, `same`.
    Same,
    /// Begins a noun phrase that means one already known: `the`.
    Determiner,
    /// Begins a noun phrase that means a new one: `a`.
    Indefinite,
    /// Stands between a document and whose it is: `صادر`, "issued".
    Issued,
    /// Leads from a verb of passing on to whose words they are: `عن`, "from".
    From,
    /// Joins what is alike: `or`.
    Joins,
    /// Joins two who speak together: `Jo Orr and Ann Pell`.
    With,
    /// A verb that takes what is said without a complementizer: `said he would go`.
    Bare,
    /// A verb that takes whom it is said to for its object: `told the court he would go`.
    Tells,
    /// A word that opens a clause, besides pronouns and articles: `there`.
    Opener,
    /// Refers to the noun before it: `who`.
    Relative,
    /// Stands for who asks in an interview: `س`, "Q".
    Asks,
    /// Stands for who answers: `ج`, "A".
    Answers,
    /// Says that who speaks means themselves: `I`, `كنت`.
    First,
    /// Makes a verb behind it one whose subject does not speak: `was told`.
    Passive,
    /// Gives the word to another than who spoke last: `في المقابل`, "for his part".
    Turn,
    /// Opens a clause in which the article comments on what was said: `وهو ما`, "which".
    Comments,
    /// Sets another's doing beside what was said: `فيما`, "while".
    Contrast,
    /// Says that something is not so: `لم`, "not".
    Denies,
    /// Opens a clause that another answers: `إذا … فإن`, "if".
    Condition,
    /// A verb that comes before a subject and says nothing by itself: `كان`.
    Auxiliary,
}
}
