//! English: numbers.

use crate::lang::Row;

pub const ROWS: &[Row] = &[];
