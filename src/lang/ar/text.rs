//! Arabic: stop words and what is not the article's own text.

use crate::lang::Row;
use crate::lang::Sense::Text;
use crate::lang::words::TextWord::{ReadMore, Stop};

pub const ROWS: &[Row] = &[
    (
        Text(Stop),
        "في, من, إلى, على, عن, أن, إن, أنه, التي, الذي, هذا, هذه, ذلك, كان, كانت, بعد, قبل, مع, ما, لا, لم, كما, وهو, هو, هي, بين, أو, ثم, حيث",
    ),
    // اقرأ المزيد, "read more".
    (Text(ReadMore), "اقرأ المزيد, اقرأ أيضا, اقرأوا أيضا, شاهد أيضا, مواضيع ذات صلة"),
];
