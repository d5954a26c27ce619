pub mod base;
pub mod checks;
#[cfg(feature = "engine")]
pub mod data;
pub mod proof;
pub mod record;
