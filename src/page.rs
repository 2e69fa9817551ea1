//! The page: an element of a live page to an [`crate::Article`], and a span back to a range.
