//! English: discourse cues.

use crate::lang::Row;
use crate::lang::Sense::Rank;
use crate::lang::words::RankWord::{Background, Dangling, Pronoun};

pub const ROWS: &[Row] = &[
    (
        Rank(Background),
        "meanwhile, in a separate development, in other news, separately, previously, historically, \
         founded in, at that time, at the time, it is not the first time, by comparison",
    ),
    (
        Rank(Dangling),
        "for example, for instance, in addition, additionally, moreover, furthermore, also, besides, however, \
         nevertheless, nonetheless, therefore, thus, hence, then, instead, otherwise, likewise, similarly, still, \
         so, because of this, as a result, in contrast, on the other hand, on the contrary, that is why, which is why, \
         this means, by contrast, afterwards, later, the former, the latter, others",
    ),
    (Rank(Pronoun), "he, she, they, it, his, her, their, its, this, these, that, those, him, them, we, i, you"),
];
