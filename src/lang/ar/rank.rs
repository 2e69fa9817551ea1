//! Arabic: rank.

use crate::lang::Row;

pub const ROWS: &[Row] = &[];
