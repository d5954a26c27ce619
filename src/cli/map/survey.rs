//! What is shown of a list: counted here, printed elsewhere.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Mutex;
use std::time::Instant;

use super::need::{self, Need};
use crate::base::error::{Result, printable};
use crate::base::lang::Lang;
use crate::cli::Globals;
use crate::data::columns;
use crate::data::measure::Effort;
use crate::data::profile::Profile;
use crate::data::source::{Read, Sheet, Source};
use crate::record::column::Column;
use crate::record::mapping::{Content, Mapped, Method};
use crate::record::policy::Policy;

/// A list, read whole.
pub struct Survey<'a> {
    /// Fit to be shown.
    pub file: String,
    pub policy: String,
    pub read: Read,
    /// Of a workbook.
    pub sheets: &'a [Sheet],
    pub columns: Vec<Line<'a>>,
    /// Columns that the policy needs and the list does not have.
    pub missing: Vec<Need>,
}

/// One column of the list.
pub struct Line<'a> {
    /// As it stands in the file; blank if there is none.
    pub header: &'a str,
    /// How a mapping addresses it.
    pub address: String,
    pub mapped: Mapped,
    /// What an ambiguous header may mean.
    pub candidates: &'a [Column],
    pub profile: Profile,
    pub doubt: Option<Doubt>,
    /// The policy's checks read it, or would if it were mapped.
    pub needed: bool,
}

/// Why a mapping is not sure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The header is only like a known one.
    Similar,
    /// The cells do not look like what the header says.
    Contradicts,
    /// Two columns are possible.
    Ambiguous,
}

impl Doubt {
    /// The user's word leaves none.
    fn of(mapped: &Mapped) -> Option<Self> {
        match (mapped.method, mapped.content) {
            (Method::Manual, _) => None,
            (Method::Ambiguous, _) => Some(Self::Ambiguous),
            (_, Content::Contradicts) => Some(Self::Contradicts),
            (Method::Similar, _) => Some(Self::Similar),
            _ => None,
        }
    }

    pub const fn name(self) -> &'static str {
        match self {
            Self::Similar => "similar",
            Self::Contradicts => "contradicts",
            Self::Ambiguous => "ambiguous",
        }
    }
}

impl<'a> Survey<'a> {
    /// Reads every row of a list that was opened with all its columns.
    ///
    /// # Errors
    /// As [`Source::run`].
    pub fn of(path: &Path, source: &'a Source, policy: &Policy, globals: &Globals) -> Result<Self> {
        let file = printable(&path.display().to_string());
        let (read, profiles) = profiles(&file, source, globals)?;
        let headers = source.headers();
        let wanted = need::read(policy);
        let addresses = columns::addresses(headers);
        let columns: Vec<Line<'a>> = source
            .columns()
            .iter()
            .zip(addresses)
            .enumerate()
            .map(|(at, (mapped, address))| {
                let mapped = Mapped {
                    filled: read.filled[at],
                    ..mapped.clone()
                };
                let candidates = &source.candidates()[at][..];
                let may_be = mapped.column.iter().chain(candidates);
                Line {
                    header: &headers[at],
                    address,
                    candidates,
                    profile: profiles[at],
                    doubt: Doubt::of(&mapped),
                    needed: may_be.into_iter().any(|c| wanted.contains(c)),
                    mapped,
                }
            })
            .collect();
        let used: BTreeSet<Column> = columns.iter().filter_map(|c| c.mapped.used()).collect();
        Ok(Self {
            file,
            policy: format!("{} {}", policy.id, policy.version),
            sheets: source.sheets().next().unwrap_or_default(),
            missing: need::missing(policy, &used),
            columns,
            read,
        })
    }

    /// Columns that are not surely mapped, as far as the policy reads them.
    pub fn doubtful(&self) -> impl Iterator<Item = &Line<'a>> {
        let open = |c: &&Line<'_>| c.doubt.is_some() && c.needed;
        self.columns.iter().filter(open)
    }

    /// Whether a person could say more: a column is doubtful, or has a header that nobody knows.
    pub fn asks(&self) -> bool {
        let headless = self
            .read
            .reading
            .iter()
            .all(|r| r.dialect.header_record.is_none());
        let unknown = |c: &Line<'_>| {
            c.mapped.method == Method::Unmapped && (headless || !c.header.trim().is_empty())
        };
        self.doubtful().next().is_some()
            || (!self.missing.is_empty() && self.columns.iter().any(unknown))
    }

    /// Whether every column that the policy needs is there, and surely.
    pub fn is_settled(&self) -> bool {
        self.missing.is_empty() && self.doubtful().next().is_none()
    }
}

/// Reads the list once, and says of every column what its cells look like.
fn profiles(file: &str, source: &Source, globals: &Globals) -> Result<(Read, Vec<Profile>)> {
    let begun = Instant::now();
    globals.working(file);
    let fields = source.headers().len();
    let hands: Vec<Mutex<Vec<Profile>>> = (0..globals.threads)
        .map(|_| Mutex::new(vec![Profile::default(); fields]))
        .collect();
    let read = source.run(
        globals.threads,
        Effort::default().block,
        &|worker, frame| {
            let mut hand = hands[worker]
                .lock()
                .unwrap_or_else(std::sync::PoisonError::into_inner);
            for (at, profile) in hand.iter_mut().enumerate() {
                if let Some(cells) = frame.at(at + 1) {
                    profile.count(&cells);
                }
            }
        },
    );
    globals.done(
        match globals.lang {
            Lang::En => "read",
            Lang::De => "gelesen",
        },
        begun.elapsed(),
    );
    let mut all = vec![Profile::default(); fields];
    for hand in hands {
        let hand = hand
            .into_inner()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        for (sum, one) in all.iter_mut().zip(&hand) {
            sum.merge(one);
        }
    }
    Ok((read?, all))
}
