//! Which header is which canonical column, how that was found out, and whether the content agrees. The mapping is
//! evidence: it stands in the census.

pub mod manual;

use serde::{Deserialize, Serialize};

use super::column::{Column, Group};
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

/// What a column holds, as far as its canonical column or its header tells. In the order of the bins of `column-kind`,
/// worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Holds {
    /// Art. 9 GDPR.
    SpecialCategory,
    /// Art. 10 GDPR.
    Criminal,
    NationalId,
    Financial,
    Photo,
    PrivateContact,
    Demographic,
    /// Values and profiles that somebody worked out about a person.
    Scoring,
    FreeText,
    /// Nothing tells.
    Unmapped,
    Technical,
    Permission,
    Provenance,
    BusinessContact,
    Professional,
    Identity,
}

impl Holds {
    pub const ALL: [Self; 16] = [
        Self::SpecialCategory,
        Self::Criminal,
        Self::NationalId,
        Self::Financial,
        Self::Photo,
        Self::PrivateContact,
        Self::Demographic,
        Self::Scoring,
        Self::FreeText,
        Self::Unmapped,
        Self::Technical,
        Self::Permission,
        Self::Provenance,
        Self::BusinessContact,
        Self::Professional,
        Self::Identity,
    ];

    /// The bin of `column-kind`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::SpecialCategory => "special-category",
            Self::Criminal => "criminal",
            Self::NationalId => "national-id",
            Self::Financial => "financial",
            Self::Photo => "photo",
            Self::PrivateContact => "private-contact",
            Self::Demographic => "demographic",
            Self::Scoring => "scoring",
            Self::FreeText => "free-text",
            Self::Unmapped => "unmapped",
            Self::Technical => "technical",
            Self::Permission => "permission",
            Self::Provenance => "provenance",
            Self::BusinessContact => "business-contact",
            Self::Professional => "professional",
            Self::Identity => "identity",
        }
    }

    pub fn find(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|h| h.name() == name)
    }

    /// What a canonical column is for. Cells may say otherwise: a private number in a column of company numbers is the
    /// matter of the checks on rows.
    pub const fn of(column: Column) -> Self {
        use Column as C;
        match column {
            C::Religion | C::Ethnicity | C::Health | C::Political | C::TradeUnion => {
                Self::SpecialCategory
            }
            C::NationalId => Self::NationalId,
            C::BankAccount | C::Salary => Self::Financial,
            C::Photo => Self::Photo,
            C::EmailPersonal | C::PhoneHome => Self::PrivateContact,
            C::BirthDate | C::Gender | C::Nationality | C::MaritalStatus => Self::Demographic,
            C::RecordId
            | C::EmailStatus
            | C::EmailConfidence
            | C::EmailCatchAll
            | C::PhoneType
            | C::EuFlag
            | C::RecordConfidence => Self::Technical,
            C::Education => Self::Professional,
            _ => match column.group() {
                Group::Identity => Self::Identity,
                Group::Professional | Group::Minimisation => Self::Professional,
                Group::Contact | Group::Jurisdiction => Self::BusinessContact,
                Group::Provenance | Group::Transparency | Group::Retention => Self::Provenance,
                Group::LawfulBasis | Group::Consent | Group::Objection | Group::Dnc => {
                    Self::Permission
                }
            },
        }
    }
}

/// Whether a column has a header.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Heading {
    Named,
    /// Neither a letter nor a digit, or damaged.
    Illegible,
    None,
}

/// Where a header stands in the vendor's list of fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Listed {
    InPlace,
    Moved,
    /// It is not in the list.
    Extra,
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
    pub holds: Holds,
    pub heading: Heading,
    /// None if the vendor lists no fields, or the file has no header.
    pub listed: Option<Listed>,
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
