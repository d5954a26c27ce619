//! The only place with cell values and polars: files in, bins out. What leaves this module are counts, positions in
//! closed lists, digests and keyed hashes.

pub mod age;
pub mod basis;
pub mod batch;
pub mod blank;
pub mod chain;
pub mod claims;
pub mod columns;
pub mod company;
pub mod consent;
pub mod consent_method;
pub mod contact;
pub mod country;
pub mod csv;
pub mod date;
pub mod elapsed;
pub mod evidence;
pub mod facts;
pub mod filled;
pub mod filter;
pub mod frame;
pub mod inventory;
pub mod keys;
pub mod letters;
pub mod lexicon;
pub mod mail;
pub mod mail_flags;
pub mod mail_name;
pub mod mail_origin;
pub mod mail_status;
pub mod measure;
pub mod method;
pub mod names;
pub mod notice;
pub mod origin;
pub mod own;
pub mod pages;
pub mod paper;
pub mod phone;
pub mod phrases;
pub mod profile;
pub mod recipients;
pub mod register;
pub mod relevance;
pub mod reward;
pub mod screening;
pub mod share;
pub mod sift;
pub mod sniff;
pub mod sorter;
pub mod source;
pub mod spent;
pub mod standing;
pub mod stated;
pub mod subscriber;
pub mod suppression;
pub mod told;
pub mod trader;
pub mod whereabouts;
pub mod xlsx;
pub mod yes_no;

use std::collections::BTreeMap;

use crate::base::digest::Sha256;
use crate::record::census::Table;

/// The reference tables that sorters read, by name, with their digests.
pub fn tables() -> BTreeMap<String, Table> {
    let own = [
        ("aliases", include_str!("data/columns/aliases.tsv")),
        ("kinds", include_str!("data/columns/kinds.tsv")),
        ("basis", include_str!("data/basis.tsv")),
        ("channels", include_str!("data/channels.tsv")),
        ("consent_method", include_str!("data/consent_method.tsv")),
        ("first_names", include_str!("data/trader/first_names.tsv")),
        ("functions", include_str!("data/relevance/functions.tsv")),
        ("industries", include_str!("data/relevance/industries.tsv")),
        ("languages", include_str!("data/notice/languages.tsv")),
        ("mail_origin", include_str!("data/mail_origin.tsv")),
        ("mail_status", include_str!("data/mail_status.tsv")),
        ("method", include_str!("data/method.tsv")),
        ("months", include_str!("data/months.tsv")),
        ("origin", include_str!("data/origin.tsv")),
        ("pages", include_str!("data/pages.tsv")),
        ("recipients", include_str!("data/recipients.tsv")),
        ("reward", include_str!("data/reward.tsv")),
        ("screening", include_str!("data/screening.tsv")),
        ("standing", include_str!("data/standing.tsv")),
    ];
    let own = own.map(|(name, text)| (name, Sha256::of(text.as_bytes())));
    let others = country::tables().into_iter().chain(phone::tables());
    let shipped = own.into_iter().chain(others);
    shipped
        .map(|(name, sha256)| (name.to_owned(), sha256, "shipped"))
        .chain(mail::tables())
        .map(|(name, sha256, origin)| {
            let origin = origin.to_owned();
            (name, Table { sha256, origin })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn count(folder: &Path) -> usize {
        let all = std::fs::read_dir(folder).expect("a folder");
        all.map(|f| f.expect("an entry").path())
            .map(|path| match path.is_dir() {
                true => count(&path),
                false => usize::from(path.extension().is_some_and(|e| e == "tsv")),
            })
            .sum()
    }

    /// Whatever decides a bin stands with its digest in the census.
    #[test]
    fn every_table_beside_the_code_is_listed() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/data");
        let own = count(&folder);
        let shipped: Vec<String> = tables()
            .into_iter()
            .filter(|(_, t)| t.origin == "shipped")
            .map(|(name, _)| name)
            .collect();
        let packaged = ["psl", "mailchecker"];
        let listed = shipped
            .iter()
            .filter(|n| !packaged.iter().any(|p| n.contains(p)));
        assert_eq!(listed.count(), own, "{shipped:?}");
    }
}
