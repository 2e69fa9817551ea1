//! The page: an element of a live page to an [`crate::Article`], and a span back to a range.
//!
//! `flow`, `hints` and `settle` know nothing of the DOM and are tested natively; `dom` walks the page.
#![cfg_attr(not(target_arch = "wasm32"), allow(dead_code, reason = "natively only its tests use it"))]

#[cfg(target_arch = "wasm32")]
mod dom;
mod flow;
mod hints;
mod settle;

#[cfg(target_arch = "wasm32")]
pub use dom::{Reading, Request, read};
