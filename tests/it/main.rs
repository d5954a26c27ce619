//! The one integration-test binary: polars is linked once.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test says so by ending"
)]

#[cfg(feature = "engine")]
mod article;
#[cfg(feature = "engine")]
mod binary;
#[cfg(feature = "engine")]
mod canary;
#[cfg(feature = "engine")]
mod clauses;
#[cfg(feature = "engine")]
mod cmd;
#[cfg(feature = "engine")]
mod declare;
#[cfg(feature = "engine")]
mod deliveries;
#[cfg(feature = "engine")]
mod determinism;
#[cfg(feature = "engine")]
mod exits;
#[cfg(feature = "engine")]
mod fixture;
#[cfg(feature = "engine")]
mod init;
#[cfg(feature = "engine")]
mod inputs;
#[cfg(feature = "engine")]
mod letter;
#[cfg(feature = "engine")]
mod mail;
mod manual;
#[cfg(feature = "engine")]
mod mapping;
#[cfg(feature = "engine")]
mod reading;
#[cfg(feature = "engine")]
mod readme;
mod rules;
#[cfg(feature = "engine")]
mod sift;
mod tidy;
#[cfg(feature = "engine")]
mod verify;
