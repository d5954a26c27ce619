pub mod base;
pub mod checks;
pub mod cli;
#[cfg(feature = "engine")]
pub mod data;
pub mod proof;
pub mod record;
pub mod report;
