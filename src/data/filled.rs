//! A filled questionnaire: the cells of its sheets as text, and where formulas stand. Whatever the workbook holds
//! besides is left alone, and it is read no further than a questionnaire goes.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use super::sniff::archive;
use super::xlsx::{self, Trouble};

/// Bytes of a workbook, and what its members expand to.
const PACKED: u64 = 8 << 20;
const EXPANDED: u64 = 64 << 20;
/// Rows and columns that are looked at.
const ROWS: u64 = 2_000;
const COLUMNS: usize = 64;

pub struct Sheet {
    pub name: String,
    /// Rows that hold anything, by number from 1.
    pub rows: Vec<(u64, Vec<String>)>,
    /// Row (from 1) and column (from 0) of every cell that is worked out.
    pub formulas: BTreeSet<(u64, usize)>,
}

/// The sheets whose names are wanted.
pub fn sheets(path: &Path, wanted: &dyn Fn(&str) -> bool) -> Result<Vec<Sheet>, Trouble> {
    let damaged = |_| Trouble::Damaged;
    let mut file = File::open(path).map_err(damaged)?;
    let mut bytes = Vec::new();
    (&file)
        .take(PACKED + 1)
        .read_to_end(&mut bytes)
        .map_err(damaged)?;
    let size = bytes.len() as u64;
    if size > PACKED {
        return Err(Trouble::OverLimits);
    }
    let members = archive::members(&mut file, size).map_err(damaged)?;
    if members.iter().map(|m| m.bytes).sum::<u64>() > EXPANDED {
        return Err(Trouble::OverLimits);
    }
    if !archive::honest(&bytes, &members) {
        return Err(Trouble::Damaged);
    }
    let names = xlsx::rows(&bytes, None, |_, _| false)?;
    let names = names.into_iter().map(|s| s.name).filter(|n| wanted(n));
    names
        .map(|name| {
            let mut rows = Vec::new();
            xlsx::rows(&bytes, Some(&name), |row, cells| {
                if row <= ROWS {
                    let cells = &cells[..cells.len().min(COLUMNS)];
                    rows.push((row, cells.to_vec()));
                }
                row <= ROWS
            })?;
            let formulas = xlsx::formulas(&bytes, &name)?;
            Ok(Sheet {
                name,
                rows,
                formulas,
            })
        })
        .collect()
}
