//! The one integration-test binary: polars is linked once.

mod determinism;
mod rules;
mod tidy;
