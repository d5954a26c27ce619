//! Which header is which canonical column, how that was found out, and whether the content agrees. The mapping is
//! evidence: it stands in the census.

use serde::{Deserialize, Serialize};

use super::column::Column;
use crate::base::label::Label;

/// How a column was recognised, in the order in which the ways are tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    Declared,
    Manual,
    Exact,
    Content,
    Similar,
    /// Two columns are possible and nothing decides.
    Ambiguous,
    Unmapped,
}

/// What a sample of the cells says about the mapping.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Content {
    Confirms,
    Contradicts,
    /// The field has no pattern, or the sample no filled cell.
    Silent,
}

/// One column of the delivery.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Mapped {
    /// The folded header if it equals a dictionary alias, else its position `#7`.
    pub header: Label,
    pub column: Option<Column>,
    /// 1 for the first column of a field.
    pub slot: u32,
    pub method: Method,
    /// In hundredths.
    pub confidence: u32,
    pub content: Content,
    /// Cells that are not blank, in loaded rows.
    pub filled: u64,
}

impl Mapped {
    /// The column is used only if nothing speaks against it.
    pub fn used(&self) -> Option<Column> {
        self.column
            .filter(|_| !matches!(self.method, Method::Ambiguous | Method::Unmapped))
    }
}
