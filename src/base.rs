//! What every layer stands on and what knows nothing of lists, law or signatures: error codes and their texts,
//! digests, days and times, languages, files that are written whole or not at all, strict JSON, TOML with places,
//! and TOML changed in one place.

pub mod clock;
pub mod code;
pub mod csv;
pub mod digest;
pub mod error;
pub mod file;
pub mod json;
pub mod label;
pub mod lang;
pub mod splice;
pub mod tree;
