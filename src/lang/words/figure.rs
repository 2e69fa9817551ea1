//! Words around a number: what it counts, and how exactly.

use crate::digest::{FigureKind, Modifier};

words! {
/// A word that says what is counted or how exactly.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum FigureWord {
    /// Before the number: `نحو`, `at least`.
    ModifierBefore(Modifier),
    /// After the figure: `على الأقل`, `or so`.
    ModifierAfter(Modifier),
    /// A counted noun of this kind: `soldiers`, `قتيل`.
    Noun(FigureKind),
    /// A singular that has no sound plural: whatever it takes a dual ending with is a dual
    /// (`جندي`, `جنديان`, `جنديين`; `دولة`, `دولتين`).
    Singular(FigureKind),
    /// A singular with a sound masculine plural, whose dual shows in the nominative only:
    /// `مسلحان` is two, `مسلحين` may be many.
    SoundSingular(FigureKind),
    /// One of a body, an armed one where that is named behind it: `عنصر`.
    Member,
    /// What a dual that stands in the construct is of or for: `ناقلتي نفط`, "two tankers of oil".
    Material,
    /// A counted noun in the dual, a figure by itself: `بالغان`.
    Dual(FigureKind),
    /// A currency's name or sign, with its ISO 4217 code.
    Currency(&'static str),
    /// A currency's name that several countries use: the one that the text speaks of most.
    CurrencyOf(&'static [&'static str]),
    /// A hundredth (or so) of a currency: `سنت`, `pence`.
    Coin,
    /// Names what is counted as some of those before: `بينهم طفلان`, `including two children`.
    Among,
    /// The number of those who came to harm: `الحصيلة`, `the toll`.
    Toll,
    /// `%`, `في المئة`, `percent`.
    Percent,
    /// Before a number that has no sign of its own: `نسبة 10`.
    PercentBefore,
    /// A year as what is counted: an age, or else a length of time.
    Year,
    /// Says that a unit of mass or money is one of mass: `weighs 20 pounds`.
    Weight,
    /// A unit of mass or money: `pounds`.
    WeightOrCurrency(&'static [&'static str]),
    /// So many of which make the unit before it: `5 feet 2 inches`.
    Subunit(u8),
    /// Any other length of time: `ساعات`, `days`.
    Time,
    /// Makes the years before or behind it an age: `من العمر`, `aged`.
    Age,
    /// Before a share that is the most it comes to: `تصل إلى 33%`. Before other numbers it says nothing.
    UpTo,
    /// Before the years someone has reached: `تبلغ 89 عاما`.
    AgeVerb,
    /// Opens a range that `to` joins: `من`, `from`.
    RangeFrom,
    /// Opens a range that `and` joins: `بين`, `between`.
    Between,
    /// Joins the ends of a range: `إلى`, `to`.
    RangeTo,
    /// Joins two numbers of which one is right: `خمسة أو ستة`, `three or four`.
    Or,
    /// What comes before a number that counts nothing: `المادة 140`, `Resolution 2254`.
    Label,
    /// Before a number with the article it is a name: `مجموعة السبع`, "the Group of Seven".
    NameBefore,
    /// A whole name that holds a number, or an idiom: `Five Star`, `24 / 7`.
    Name,
    /// Says that those beside it were killed, hurt, held or lost: `لقوا مصرعهم`, `were wounded`.
    Harm,
    /// Says so of those behind it only: `مقتل`, `killed`.
    HarmBefore,
    /// Says that someone died, and counts nobody: `رحل`, "departed".
    Death,
    /// Says that those behind it are safe: `إنقاذ`, `rescued`; also of release asked for.
    Spared,
    /// Says that those behind it, who were held, are free: `أفرجت`, `released`.
    Freed,
    /// Comes between harm to a vessel and those on board: `غرق قارب يقل 86 مهاجرا`.
    Carries,
    /// Injuries, and where the text is about a disease its cases: `إصابة`.
    Injury,
    /// Says that the text is about a disease: `فيروس`.
    Disease,
    /// Before a noun whose number follows: `عدد القتلى`, `the toll`.
    NumberOf,
    /// Stands behind a number without being what it counts: `منهم`, `others`.
    NotCounted,
    /// A country, by its ISO 4217 code where its currency shares its name with others'.
    Country(&'static str),
    /// A word that only a country's press uses, told by its currency: `غشت`, August in Morocco.
    Home(&'static str),
    /// Of a country: `مغربي`, `Egyptian`.
    Demonym(&'static str),
    /// A word that a place's name follows: `قطاع`, `city of`.
    PlaceHead,
    /// A street, in a form that is not counted: `شارع`; of eleven it would be `شارعا`.
    Street,
    /// A unit whose twelfths may follow it without a word: `6-foot-8`.
    Height,
    /// A body of persons, or who has them: so many persons follow `of` (`a mother of` five) or are joined to it
    /// (38,000-`strong`).
    Body,
    /// Before a place: `في`, `in`.
    In,
    /// A verb that tells who has what is counted: `تنشر`, `deploys`.
    Has,
    /// Makes degrees negative: `تحت الصفر`, `below zero`.
    BelowZero,
}
}
