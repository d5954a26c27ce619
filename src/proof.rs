//! What is signed, and why it is believed.
//!
//! [`statement`] says it, [`envelope`] signs it with a key of [`keys`], [`bundle`] packs it; [`trust`] names whose
//! signature counts, and [`verify`] goes through all steps. Nothing here holds a cell value or needs a network.

pub mod bundle;
pub mod envelope;
pub mod foreign;
#[cfg(test)]
pub(crate) mod golden;
pub mod keys;
pub mod statement;
pub mod trust;
pub mod verify;
mod zip;
