//! Which columns a policy needs. A row that said nothing at all would fall under some clauses and be bad or unproven
//! there: the columns that their checks read are the ones that a list cannot do without.

use std::collections::BTreeSet;

use crate::checks::CATALOGUE;
use crate::record::check::Scope;
use crate::record::column::Column;
use crate::record::policy::{Clause, Policy, State};
use crate::record::verdict::{Block, Severity};

const BLANK: &str = "blank";

/// Columns of which the list has none.
#[derive(Debug, PartialEq, Eq)]
pub struct Need {
    /// One of them would do.
    pub columns: Vec<Column>,
    /// The clauses that ask for it.
    pub clauses: Vec<String>,
}

/// What the blockers and majors of a policy ask of every row, and no column answers.
pub fn missing(policy: &Policy, mapped: &BTreeSet<Column>) -> Vec<Need> {
    let mut needs: Vec<Need> = Vec::new();
    for clause in policy.clauses.iter().filter(|c| is_asked_of_every_row(c)) {
        let mut columns = read_by(&clause.check).to_vec();
        let mut seen = BTreeSet::new();
        columns.retain(|c| seen.insert(*c));
        if columns.is_empty() || columns.iter().any(|c| mapped.contains(c)) {
            continue;
        }
        match needs.iter_mut().find(|n| n.columns == columns) {
            Some(need) => need.clauses.push(clause.code.clone()),
            None => needs.push(Need {
                columns,
                clauses: vec![clause.code.clone()],
            }),
        }
    }
    needs
}

/// Every column that a clause of the policy reads, by its check or a condition.
pub fn read(policy: &Policy) -> BTreeSet<Column> {
    let checks = policy
        .clauses
        .iter()
        .flat_map(|c| std::iter::once(&c.check).chain(c.conditions.keys()));
    checks.flat_map(|c| read_by(c).iter().copied()).collect()
}

fn read_by(check: &str) -> &'static [Column] {
    let check = CATALOGUE.iter().find(|c| c.id == check);
    check.map_or(&[], |c| c.columns)
}

fn is_asked_of_every_row(clause: &Clause) -> bool {
    clause.scope == Scope::Row
        && clause.block != Block::Buyer
        && matches!(clause.severity, Severity::Blocker | Severity::Major)
        && clause.state(BLANK) != State::Good
        && clause
            .conditions
            .values()
            .all(|bins| bins.iter().any(|b| b == BLANK))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_needs_what_the_shipped_policy_asks_of_every_row() {
        let text = Policy::shipped("eu-b2b").expect("shipped");
        let policy = Policy::parse("eu-b2b", text, CATALOGUE).expect("a policy");
        let of = |mapped: &[Column]| -> Vec<&'static str> {
            let mapped = mapped.iter().copied().collect();
            let needs = missing(&policy, &mapped);
            needs.iter().map(|n| n.columns[0].name()).collect()
        };
        assert_eq!(
            of(&[Column::Email]),
            [
                "country",
                "source",
                "collected_at",
                "lawful_basis",
                "art14_notice_at",
                "objection_status"
            ]
        );
        // a register of sources may state basis, days and notice for the rows of each
        assert_eq!(
            of(&[Column::CompanyCountry, Column::Source]),
            ["objection_status"]
        );
        assert!(read(&policy).contains(&Column::ConsentRecipients));
    }
}
