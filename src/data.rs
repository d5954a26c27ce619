//! The only place with cell values and polars: files in, bins out. What leaves this module are counts, positions in
//! closed lists, digests and keyed hashes.

pub mod age;
pub mod basis;
pub mod batch;
pub mod blank;
pub mod columns;
pub mod country;
pub mod csv;
pub mod date;
pub mod facts;
pub mod frame;
pub mod keys;
pub mod mail;
pub mod origin;
pub mod phrases;
pub mod register;
pub mod sniff;
pub mod sorter;
pub mod source;
pub mod yes_no;
