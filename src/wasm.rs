//! The boundary: what JavaScript can call.
