pub mod base;
pub mod record;
pub mod checks;
#[cfg(feature = "engine")]
pub mod data;
