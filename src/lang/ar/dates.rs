//! Arabic: dates.

use crate::lang::Row;

pub const ROWS: &[Row] = &[];
