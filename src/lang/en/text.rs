//! English: abbreviations, stop words and what is not the article's own text.

use crate::lang::Row;
use crate::lang::Sense::Text;
use crate::lang::words::TextWord::{Abbreviation, ReadMore, Stop};

pub const ROWS: &[Row] = &[
    (
        Text(Abbreviation),
        "Mr, Mrs, Ms, Dr, Prof, St, Gen, Lt, Col, Sgt, Capt, Maj, Cmdr, Adm, Sen, Rep, Gov, Rev, Hon, Pres, Supt, \
         Jr, Sr, Inc, Ltd, Co, Corp, No, vs, etc, approx, dept, est, Jan, Feb, Mar, Apr, Jun, Jul, Aug, Sept, Sep, Oct, Nov, Dec",
    ),
    (
        Text(Stop),
        "the, a, an, and, or, of, to, in, on, at, by, for, from, with, that, this, is, was, are, were, be, been, \
         has, have, had, it, its, he, she, they, we, you, i, his, her, their, but, not, as, which, who, will, would",
    ),
    (Text(ReadMore), "read more, read also, also read, see also, related, recommended"),
];
