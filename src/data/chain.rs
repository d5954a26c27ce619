//! The chain of custody: through whose hands data came from the first collector to the seller.
//!
//! `[[gdpr.suppliers]]` lists the hops in that order. Each hands the data to the next hop that it names as a recipient;
//! a hop that names neither a later one nor the seller breaks the chain. Names are compared without their legal form.

use super::blank::{fold, is_blank};
use super::origin;
use super::recipients::plain;
use super::yes_no;
use crate::record::dossier::{Document, Dossier};

/// Kinds of document that can be the contract of a hop.
const CONTRACTS: [&str; 4] = [
    "upstream-contract",
    "controller-to-controller-agreement",
    "joint-controller-arrangement",
    "processor-agreement",
];

struct Hop {
    name: String,
    recipients: Vec<String>,
    contract: bool,
}

/// The declared hops, with the names at the end of the chain.
pub struct Chain {
    hops: Vec<Hop>,
    seller: String,
    /// The seller's names: who declares, and the controllers that are no suppliers.
    sellers: Vec<String>,
    buyers: Vec<String>,
}

/// How a chain is known, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Links {
    Missing,
    /// Said, with a contract lacking or nobody to compare with.
    Declared,
    Documented,
}

/// Where a name or a row's list of names leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    /// To no supplier: nothing is said, or only the seller.
    None,
    /// To somebody whom the chain does not list.
    Unlisted,
    Illegible,
    /// A position among the hops.
    Hop(usize),
}

enum Next {
    Hop(usize),
    /// The seller, or the buyer after it.
    End,
    Nobody,
    /// The seller's or the buyer's name is not known.
    Unknown,
}

impl Chain {
    pub fn of(dossier: &Dossier) -> Self {
        let declared = dossier.declaration.as_ref();
        let hops = declared.map_or(&[][..], |d| &d.suppliers);
        let controllers = declared.map_or(&[][..], |d| &d.controllers);
        let by = declared.and_then(|d| d.by.as_deref());
        let names = |all: &mut dyn Iterator<Item = &str>| -> Vec<String> {
            all.map(plain).filter(|n| !n.is_empty()).collect()
        };
        let contract = |document: &Document| {
            let kinds = &document.kinds;
            document.at_hand() && kinds.iter().any(|k| CONTRACTS.contains(&k.as_str()))
        };
        let seller = plain(by.unwrap_or_default());
        let suppliers = names(&mut hops.iter().filter_map(|hop| hop.name.as_deref()));
        let others = controllers.iter().filter_map(|c| c.name.as_deref());
        let mut sellers = names(&mut others.filter(|c| !suppliers.contains(&plain(c))));
        sellers.extend((!seller.is_empty()).then(|| seller.clone()));
        Self {
            hops: hops
                .iter()
                .map(|hop| Hop {
                    name: plain(hop.name.as_deref().unwrap_or_default()),
                    recipients: names(&mut hop.recipients.iter().map(String::as_str)),
                    contract: hop
                        .contract
                        .as_ref()
                        .and_then(|id| dossier.document(id))
                        .is_some_and(contract),
                })
                .collect(),
            seller,
            sellers,
            buyers: names(&mut dossier.buyer.names.iter().map(|n| n.as_str())),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.hops.is_empty()
    }

    /// Where a supplier's name leads.
    pub fn tie(&self, name: &str) -> Tie {
        let name = plain(name);
        let hop = self.hops.iter().position(|h| h.name == name);
        match hop.filter(|_| !name.is_empty()) {
            _ if name.is_empty() => Tie::Illegible,
            Some(at) => Tie::Hop(at),
            None if self.sellers.contains(&name) => Tie::None,
            None => Tie::Unlisted,
        }
    }

    /// Where a cell of `supplier_chain` leads: `A > B > C`, `A; B`, or one name. The first hop stands for all of them;
    /// one name that is not listed is a hop that nobody accounts for.
    pub fn tie_of_cell(&self, cell: &str) -> Tie {
        if is_blank(cell) {
            return Tie::None;
        }
        if cell.len() > 1_000 {
            return Tie::Illegible;
        }
        // a tick: there was a supplier, whoever it is
        if let Some((yes, _)) = yes_no::word(cell) {
            return if yes { Tie::Unlisted } else { Tie::None };
        }
        let mut found = Tie::None;
        let folded = fold(cell);
        let parts = folded.split(['>', '\u{2192}', ';', '|', '\n', ',', '/']);
        for part in parts.map(|p| p.trim_matches([' ', '-', '='])) {
            let here = match self.tie(part) {
                Tie::Illegible if is_blank(part) => continue,
                Tie::Unlisted => of_stranger(part),
                tie => tie,
            };
            found = match (found, here) {
                (Tie::Unlisted, _) | (_, Tie::Unlisted) => return Tie::Unlisted,
                (Tie::Hop(a), Tie::Hop(b)) => Tie::Hop(a.min(b)),
                (Tie::Hop(a), _) | (_, Tie::Hop(a)) => Tie::Hop(a),
                (Tie::Illegible, _) | (_, Tie::Illegible) => Tie::Illegible,
                (Tie::None, Tie::None) => Tie::None,
            };
        }
        found
    }

    /// The links of the chain that a hop belongs to: of the hop itself, of those after it, and of those before it whose
    /// data went through it.
    pub fn links(&self, at: usize) -> Links {
        let mut documented = true;
        let mut members = vec![at];
        let mut here = at;
        loop {
            match self.next(here) {
                Next::Hop(next) => {
                    members.push(next);
                    here = next;
                }
                Next::End => break,
                Next::Nobody => return Links::Missing,
                Next::Unknown => {
                    documented = false;
                    break;
                }
            }
        }
        for before in (0..at).rev() {
            match self.next(before) {
                Next::Hop(next) if members.contains(&next) => members.push(before),
                // who names nobody should have named the one listed next
                Next::Nobody if members.contains(&(before + 1)) => return Links::Missing,
                Next::Unknown if members.contains(&(before + 1)) => documented = false,
                _ => {}
            }
        }
        if documented && members.iter().all(|m| self.hops[*m].contract) {
            Links::Documented
        } else {
            Links::Declared
        }
    }

    /// The worst of all links.
    pub fn worst(&self) -> Links {
        let all = (0..self.hops.len()).map(|at| self.links(at));
        all.min().unwrap_or(Links::Missing)
    }

    fn next(&self, at: usize) -> Next {
        let hop = &self.hops[at];
        let to_any = |names: &[String]| names.iter().any(|n| hop.recipients.contains(n));
        // a seller that is listed itself hands over to the buyer
        let ends = if !hop.name.is_empty() && hop.name == self.seller {
            &self.buyers
        } else {
            let later = self.hops.iter().enumerate().skip(at + 1);
            let mut later = later.filter(|(_, h)| !h.name.is_empty());
            if let Some((next, _)) = later.find(|(_, h)| hop.recipients.contains(&h.name)) {
                return Next::Hop(next);
            }
            &self.sellers
        };
        if to_any(ends) {
            Next::End
        } else if ends.is_empty() && !hop.recipients.is_empty() {
            Next::Unknown
        } else {
            Next::Nobody
        }
    }
}

/// A part of a cell that names no party of the chain: the source before the first collector, or a supplier.
fn of_stranger(part: &str) -> Tie {
    if !part.contains(char::is_alphabetic) {
        return Tie::Illegible;
    }
    // "Example, Inc." is one name
    if super::recipients::is_legal_form(part) {
        return Tie::None;
    }
    match origin::KINDS[usize::from(origin::read(part, None).kind)] {
        "illegible" | "partner" => Tie::Unlisted,
        "unknown" | "blank" => Tie::Illegible,
        _ => Tie::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::dossier::{Controller, Declaration};

    fn hop(name: &str, recipients: &[&str]) -> Controller {
        Controller {
            name: Some(name.to_owned()),
            recipients: recipients.iter().map(|r| (*r).to_owned()).collect(),
            ..Controller::default()
        }
    }

    fn chain(by: Option<&str>, suppliers: Vec<Controller>) -> Chain {
        Chain::of(&Dossier {
            declaration: Some(Declaration {
                by: by.map(str::to_owned),
                suppliers,
                ..Declaration::default()
            }),
            ..Dossier::default()
        })
    }

    #[test]
    fn every_hop_names_the_next() {
        use Links::{Declared, Missing};
        let seller = Some("Muster Daten GmbH");
        let all = |chain: &Chain| -> Vec<Links> {
            (0..chain.hops.len()).map(|at| chain.links(at)).collect()
        };
        let a_to = |to: &[&str]| vec![hop("A Data BV", to), hop("B Data SAS", &["MUSTER DATEN"])];
        assert_eq!(all(&chain(seller, a_to(&["B data"]))), [Declared; 2]);
        assert_eq!(all(&chain(seller, a_to(&["C Data"]))), [Missing; 2]);
        assert_eq!(all(&chain(seller, a_to(&[]))), [Missing; 2]);
        // two suppliers side by side: each hands over to the seller
        assert_eq!(all(&chain(seller, a_to(&["Muster Daten"]))), [Declared; 2]);
        // the last one names somebody else
        let lost = vec![hop("A", &["B"]), hop("B", &["Other AG"])];
        assert_eq!(all(&chain(seller, lost)), [Missing; 2]);
        // who the seller is nobody says
        assert_eq!(all(&chain(None, a_to(&["B data"]))), [Declared; 2]);
        // a seller that stands in the list hands over to a buyer whose name is not known
        let whole = vec![hop("A", &["Muster Daten"]), hop("Muster Daten", &["X AG"])];
        assert_eq!(all(&chain(seller, whole)), [Declared; 2]);
        assert_eq!(chain(seller, Vec::new()).worst(), Missing);
    }

    #[test]
    fn a_supplier_that_is_a_controller_too_is_no_seller() {
        let controllers = ["A Data BV", "Muster Daten Kontakthandel GmbH"];
        let chain = Chain::of(&Dossier {
            declaration: Some(Declaration {
                by: Some("Muster Daten".to_owned()),
                controllers: controllers.iter().map(|c| hop(c, &[])).collect(),
                suppliers: vec![
                    hop("A Data BV", &["B Data SAS"]),
                    hop("B Data SAS", &["Muster Daten Kontakthandel"]),
                    hop("C Data SL", &["A Data BV"]),
                ],
                ..Declaration::default()
            }),
            ..Dossier::default()
        });
        let all: Vec<Links> = (0..3).map(|at| chain.links(at)).collect();
        assert_eq!(all, [Links::Declared, Links::Declared, Links::Missing]);
    }

    #[test]
    fn cells_lead_to_hops_or_to_strangers() {
        let chain = chain(
            Some("Muster Daten GmbH"),
            vec![
                hop("Voorbeeld Data B.V.", &[]),
                hop("Exemple Fichiers SARL", &[]),
            ],
        );
        for (cell, want) in [
            ("", Tie::None),
            ("n/a", Tie::None),
            ("no", Tie::None),
            ("ja", Tie::Unlisted),
            ("Muster Daten", Tie::None),
            ("VOORBEELD DATA", Tie::Hop(0)),
            ("Exemple Fichiers > Muster Daten GmbH", Tie::Hop(1)),
            ("Exemple Fichiers -> Voorbeeld Data BV", Tie::Hop(0)),
            ("Impressum \u{2192} Voorbeeld Data BV", Tie::Hop(0)),
            ("Voorbeeld Data, B.V.", Tie::Hop(0)),
            ("Voorbeeld Data; Nobody Ltd", Tie::Unlisted),
            ("Voorbeeld", Tie::Unlisted),
            ("trusted partners", Tie::Unlisted),
            ("4711", Tie::Illegible),
        ] {
            assert_eq!(chain.tie_of_cell(cell), want, "{cell}");
        }
    }
}
