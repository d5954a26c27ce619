//! Counts and judgement. Pure: no cell value, no polars, no I/O. What is measured ([`census`]), what is demanded
//! ([`policy`]) and what follows ([`verdict`]).

pub mod ask;
pub mod census;
pub mod channel;
pub mod check;
pub mod column;
pub mod dossier;
pub mod ledger;
pub mod mapping;
pub mod matrix;
pub mod needs;
pub mod papers;
pub mod part;
pub mod path;
pub mod policy;
pub mod tally;
pub mod verdict;
pub mod waiver;
