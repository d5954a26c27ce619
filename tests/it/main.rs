//! The one integration-test binary: polars is linked once.

mod rules;
mod tidy;
