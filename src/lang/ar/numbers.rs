//! Arabic number words.

use crate::lang::Row;
use crate::lang::Sense::Number;
use crate::lang::words::NumberWord::{Cardinal, Scale};

pub const ROWS: &[Row] = &[(Number(Cardinal(3)), "ثلاثة, ثلاث"), (Number(Scale(3)), "ألف, آلاف, ألفا")];
