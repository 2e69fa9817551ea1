//! English: figures.

use crate::lang::Row;

pub const ROWS: &[Row] = &[];
