//! What people and programs read. [`messages`] for errors; the views never count, filter or decide.

pub mod disclaimer;
pub mod look;
pub mod messages;
pub mod page;
