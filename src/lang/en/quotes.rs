//! English: quotes.

use crate::lang::Row;

pub const ROWS: &[Row] = &[];
