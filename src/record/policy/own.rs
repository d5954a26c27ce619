//! Own checks: `[[check]]` of a policy sorts rows by an SQL expression over the canonical columns, without a line of Rust.
//!
//! [`Formula`] is the closed grammar: only what it can hold can be said, so that no policy reads a file, a clock or
//! another row. It is data and evaluates nothing; cells meet it in `data`.

mod parse;

use crate::base::digest::Sha256;
use crate::base::lang::Text;
use crate::record::census::CheckRef;
use crate::record::check::Scope;
use crate::record::column::Column;

pub use parse::Slip;

/// Bytes of an expression: what somebody can still read, and a bound on how deep it nests.
pub const LONGEST: usize = 4_000;
/// Bins of an own check.
pub const MOST_BINS: usize = 40;

/// One `[[check]]`.
#[derive(Clone, Debug)]
pub struct OwnCheck {
    pub id: String,
    /// Line of the policy, from 1.
    pub line: u64,
    /// Worst first; `illegible` and `blank` are among them.
    pub bins: Vec<String>,
    /// The expression as it is written.
    pub text: String,
    pub formula: Formula,
    /// What it asks, for people.
    pub title: Option<Text>,
}

impl OwnCheck {
    /// As it stands in a census. The revision follows from bins and expression: two policies whose checks share a name
    /// but not the rule share no count.
    pub fn reference(&self) -> CheckRef {
        let digest = Sha256::of(
            [self.bins.join("\n"), self.text.clone()]
                .join("\n\n")
                .as_bytes(),
        );
        let [a, b, c, d, ..] = digest.0;
        CheckRef {
            id: self.id.clone(),
            rev: u32::from_be_bytes([a, b, c, d]) >> 1,
            scope: Scope::Row,
            bins: self.bins.clone(),
        }
    }
}

/// An expression that gives a text per row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formula {
    pub root: Node,
    /// The columns that it reads; [`Node::Column`] is a position here.
    pub columns: Vec<Column>,
}

impl Formula {
    /// Reads an SQL expression.
    ///
    /// # Errors
    /// Everything that is not on the closed list, with its place in the text.
    pub fn parse(text: &str) -> Result<Self, Vec<Slip>> {
        parse::parse(text)
    }
}

/// What may stand in an expression. Columns are never NULL; NULL comes of a `CASE` without a fitting arm only.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Node {
    Column(usize),
    Text(String),
    Number(i64),
    Flag(bool),
    Null,
    Case {
        arms: Vec<(Node, Node)>,
        otherwise: Box<Node>,
    },
    All(Vec<Node>),
    Any(Vec<Node>),
    Not(Box<Node>),
    Compare(Comparison, Box<Node>, Box<Node>),
    /// Equal to one of the literals.
    In(Box<Node>, Vec<Node>),
    Like(Box<Node>, Vec<Glob>),
    IsNull(Box<Node>),
    Lower(Box<Node>),
    Upper(Box<Node>),
    Trim(Box<Node>),
    /// Characters.
    Length(Box<Node>),
    /// From a position (from 1), and at most so many characters.
    Substr(Box<Node>, Box<Node>, Option<Box<Node>>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    Equal,
    Unequal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

/// A piece of a LIKE pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glob {
    /// `%`
    Many,
    /// `_`
    One,
    Char(char),
}
