//! The one integration-test binary: polars is linked once.

mod rules;
mod determinism;
mod tidy;
