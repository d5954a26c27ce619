//! The one integration-test binary: polars is linked once.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says so by ending"
)]

mod cmd;
mod determinism;
mod rules;
mod tidy;
