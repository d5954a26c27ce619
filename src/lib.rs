//! beleg reads a purchased list of business contacts together with what its vendor declares, measures it, judges the
//! measurement against a written policy, and signs the result so that anyone can check it offline.
//!
//! ```text
//!         read        measure(asks)       close(dossier)       judge(policy)      state           sign            pack
//! Source ───────▶ Frame ───────────▶ Part ─────────────▶ Census ───────────▶ Verdict ──────▶ Statement ─────▶ Envelope ─────▶ Bundle
//! ```
//!
//! Cell values and polars stand left of the census only (feature `engine`); everything right
//! of it, and the whole way back ([`proof::verify`]), works without them.

pub mod base;
pub mod checks;
pub mod cli;
#[cfg(feature = "engine")]
pub mod data;
pub mod proof;
pub mod record;
pub mod report;
