//! Khulasa.
