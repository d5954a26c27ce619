//! What every check promises, tried once over the whole catalogue: names, pages, bins, and each example landing in its
//! bin, however the rows are cut and ordered.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::base::clock::Day;
use crate::base::digest::Sha256;
use crate::base::label::Label;
use crate::record::census::{Dialect, ListFile, Reading};
use crate::record::check::{Example, Scope};
use crate::record::dossier::{Dossier, ITEMS, KINDS, resolve};
use crate::record::ledger::{Ledger, Reason};
#[cfg(feature = "engine")]
use crate::record::mapping::manual::Manual;
use crate::record::mapping::{Content, Heading, Holds, Mapped, Method};
use crate::record::papers::Papers;
use crate::record::tally::Tally;

/// Bins without an example, and why none can be written.
const WITHOUT: &[(&str, &str, &str)] = &[
    (
        "document-kind",
        "illegible",
        "a selector: each kind is its own bin",
    ),
    (
        "document-kind",
        "blank",
        "a selector: each kind is its own bin",
    ),
    (
        "buyer-item",
        "illegible",
        "a selector: each slot is its own bin",
    ),
    (
        "buyer-item",
        "blank",
        "a selector: each slot is its own bin",
    ),
    ("buyer-file-age", "illegible", IN_OWN_FILE),
    ("buyer-rights-route", "illegible", IN_OWN_FILE),
    ("buyer-role", "illegible", IN_OWN_FILE),
    ("buyer-scope", "illegible", IN_OWN_FILE),
    ("basis-value-share", "illegible", OVER),
    ("collected-day-share", "illegible", OVER),
    ("consent-second-share", "illegible", OVER),
    ("notice-day-share", "illegible", OVER),
    (
        "column-mapping",
        "manual",
        "the user's word, which stands in no paper",
    ),
    ("plan-email", "illegible", IN_OWN_FILE),
    ("plan-phone", "illegible", IN_OWN_FILE),
    ("plan-sms", "illegible", IN_OWN_FILE),
    ("plan-auto-call", "illegible", IN_OWN_FILE),
    ("plan-post", "illegible", IN_OWN_FILE),
    ("plan-social", "illegible", IN_OWN_FILE),
    ("rescreen-plan", "illegible", IN_OWN_FILE),
    (
        "row-reading",
        "illegible",
        "the ledger balances, or the run fails",
    ),
];

const OVER: &str = "only more values than are told apart, which takes a million rows";
const IN_OWN_FILE: &str = "what cannot be read in the buyer's own file is refused, not judged";

fn as_of() -> Day {
    Day::new(2026, 11, 23).expect("a day")
}

/// What the catalogue's examples take to be at hand.
fn shelf(path: &str) -> Option<Vec<u8>> {
    (!path.starts_with("missing/")).then(|| path.as_bytes().to_vec())
}

fn dossier(check: &Check, example: &Example) -> Dossier {
    let text = |t: &'static str| (!t.is_empty()).then_some(t);
    let digest = |path: &str| shelf(path).map(|b| Sha256::of(&b));
    resolve(
        text(example.declaration).map(|t| ("declaration.toml", t)),
        text(example.dossier).map(|t| ("dossier.toml", t)),
        &digest,
        CATALOGUE,
    )
    .unwrap_or_else(|e| panic!("{}: {e:?}", check.id))
    .0
}

#[test]
fn ids_are_unique_and_equal_to_their_files() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/checks");
    let files: BTreeSet<String> = std::fs::read_dir(folder)
        .expect("the folder of checks")
        .filter_map(|f| f.expect("an entry").file_name().into_string().ok())
        .filter(|f| f != "tests.rs")
        .map(|f| f.trim_end_matches(".rs").replace('_', "-"))
        .collect();
    let ids: BTreeSet<String> = CATALOGUE.iter().map(|c| c.id.to_owned()).collect();
    assert_eq!(ids.len(), CATALOGUE.len(), "an id twice");
    assert_eq!(ids, files);
}

#[test]
fn pages_ask_one_question_and_answer_it_under_four_headings() {
    const EN: [&str; 4] = [
        "What is sorted",
        "Why it matters",
        "How it is decided",
        "What it cannot see",
    ];
    for check in CATALOGUE {
        for page in [check.page.en, check.page.de] {
            let id = check.id;
            let first = page.lines().next().unwrap_or_default();
            assert!(first.trim().ends_with('?'), "{id}: {first}");
            let parts: Vec<&str> = page.split("\n ## ").collect();
            assert_eq!(parts.len(), 5, "{id}: {page}");
            for part in &parts[1..] {
                let text: Vec<&str> = part
                    .lines()
                    .skip(1)
                    .filter(|l| !l.trim().is_empty())
                    .collect();
                assert!(!text.is_empty(), "{id}: an empty part");
            }
        }
        let headings: Vec<&str> = check
            .page
            .en
            .lines()
            .filter_map(|l| l.trim().strip_prefix("## "))
            .collect();
        assert_eq!(headings, EN, "{}", check.id);
        assert_ne!(check.page.en, check.page.de, "{}", check.id);
    }
}

#[test]
fn bins_are_closed_and_end_with_illegible_and_blank() {
    for check in CATALOGUE {
        let all: BTreeSet<_> = check.bins.iter().collect();
        assert_eq!(all.len(), check.bins.len(), "{}: a bin twice", check.id);
        assert!(
            check.bins.ends_with(&["illegible", "blank"]),
            "{}",
            check.id
        );
        assert!(check.rev > 0 && check.bins.len() < 255, "{}", check.id);
    }
}

#[test]
fn every_bin_has_an_example() {
    for check in CATALOGUE {
        let mut seen: BTreeSet<&str> = check
            .examples
            .iter()
            .flat_map(|e| e.bins)
            .copied()
            .collect();
        // a check with a unit per slot has blank ones in every example
        if check.id != "document-kind"
            && (check.scope == Scope::Document || check.id == "buyer-file-age")
        {
            seen.insert("blank");
        }
        for bin in check.bins {
            let excused = WITHOUT.iter().any(|(c, b, _)| *c == check.id && b == bin);
            assert!(
                seen.contains(bin) != excused,
                "{}: {} example for `{bin}`",
                check.id,
                if excused { "an" } else { "no" }
            );
        }
    }
}

/// The rows below the header line, if there is one.
fn data(example: &Example) -> &'static [&'static [&'static str]] {
    &example.rows[usize::from(example.headed && !example.rows.is_empty())..]
}

/// The papers of an example: its rows are the delivered file.
struct Delivered {
    dossier: Dossier,
    ledger: Ledger,
    lists: Vec<ListFile>,
    reading: Vec<Reading>,
    columns: Vec<Mapped>,
    tallies: Vec<Tally>,
    distinct: BTreeMap<&'static str, u64>,
}

impl Delivered {
    fn of(check: &Check, example: &Example) -> Self {
        let dossier = dossier(check, example);
        let (loaded, unread) = example.ledger.unwrap_or((data(example).len() as u64, 0));
        let nameless = || {
            (1..=example.rows.first().map_or(0, |r| r.len())).map(|i| Mapped {
                header: Label::position(i),
                column: None,
                slot: 1,
                method: Method::Unmapped,
                confidence: 0,
                content: Content::Silent,
                holds: Holds::Unmapped,
                heading: Heading::None,
                listed: None,
                filled: loaded,
            })
        };
        #[cfg(feature = "engine")]
        let columns = match example.headed {
            true => rows::recognised(&dossier, example).1,
            false => nameless().collect(),
        };
        #[cfg(not(feature = "engine"))]
        let columns = nameless().collect();
        let text: Vec<String> = example.rows.iter().map(|r| r.join(",")).collect();
        let text = text.join("\n");
        let mut quarantined = BTreeMap::new();
        if unread > 0 {
            quarantined.insert(Reason::TooFewFields, unread);
        }
        Self {
            dossier,
            ledger: Ledger {
                physical: loaded + unread,
                read: loaded + unread,
                loaded,
                quarantined,
                ..Ledger::default()
            },
            lists: vec![ListFile {
                name: Label::position(1),
                bytes: text.len() as u64,
                sha256: Sha256::of(text.as_bytes()),
            }],
            reading: vec![Reading {
                format: "csv".to_owned(),
                encoding: "utf-8".to_owned(),
                ascii: text.is_ascii(),
                dialect: Dialect {
                    delimiter: Some("comma".to_owned()),
                    quote: Some("double".to_owned()),
                    line_end: Some("lf".to_owned()),
                    header_record: example.headed.then_some(1),
                    sheet: None,
                },
                assumptions: Vec::new(),
            }],
            columns,
            tallies: Vec::new(),
            distinct: BTreeMap::new(),
        }
    }

    fn papers(&self) -> Papers<'_> {
        Papers {
            dossier: &self.dossier,
            as_of: as_of(),
            ledger: &self.ledger,
            lists: &self.lists,
            reading: &self.reading,
            columns: &self.columns,
            tallies: &self.tallies,
            distinct: &self.distinct,
        }
    }
}

#[test]
fn examples_of_papers_land_in_their_bins() {
    for (check, sort) in papers() {
        for (i, example) in check.examples.iter().enumerate() {
            let counted = !example.rows.is_empty() && !check.columns.is_empty();
            if (counted || example.headed) && cfg!(not(feature = "engine")) {
                continue;
            }
            let delivered = Delivered::of(check, example);
            #[cfg(feature = "engine")]
            let delivered = {
                let mut delivered = delivered;
                if counted {
                    rows::tally(&mut delivered, check, example);
                }
                delivered
            };
            let mut bins = sort(&delivered.papers());
            if bins.is_empty() {
                bins.push(check.at("blank"));
            }
            let got: Vec<&str> = match bins.len() {
                _ if check.scope == Scope::Key => {
                    bins.sort_unstable();
                    bins.iter().map(|b| check.bins[*b]).collect()
                }
                n if n == KINDS.len() || n == ITEMS.len() => bins
                    .iter()
                    .map(|b| check.bins[*b])
                    .filter(|b| *b != "blank")
                    .collect(),
                n => {
                    assert_eq!(n, 1, "{}: units", check.id);
                    vec![check.bins[bins[0]]]
                }
            };
            assert_eq!(got, example.bins, "{}: example {}", check.id, i + 1);
        }
    }
}

#[cfg(feature = "engine")]
mod rows {
    use super::*;
    use crate::data::batch::{Batch, Plan, Worker};
    use crate::data::blank::is_blank;
    use crate::data::columns::map;
    use crate::data::facts::Facts;
    use crate::data::frame::{Frame, Slot};
    use crate::data::keys::Table;
    use crate::data::sorter::{KeyView, Sorter};
    use crate::record::ask::Ask;
    use crate::record::column::{Column, Kind};

    /// The columns of an example with a header line: those that are used, and all.
    pub(super) fn recognised(dossier: &Dossier, example: &Example) -> (Vec<Slot>, Vec<Mapped>) {
        let owned = |row: &&[&str]| row.iter().map(|c| (*c).to_owned()).collect::<Vec<String>>();
        let sample: Vec<Vec<String>> = data(example).iter().map(owned).collect();
        let headers = example.rows.first().map(owned).unwrap_or_default();
        let package = dossier
            .declaration
            .as_ref()
            .and_then(|d| d.package.as_ref());
        let declared = package.map_or(&[][..], |p| &p.fields);
        let found = map(
            Some(&headers),
            headers.len(),
            declared,
            &Manual::default(),
            &sample,
        )
        .expect("a mapping");
        let slots = found.iter().enumerate().filter_map(|(at, f)| {
            Some(Slot {
                column: Some(f.mapped.used()?),
                slot: f.mapped.slot,
                position: at + 1,
                negated: f.negated,
            })
        });
        let slots = slots.collect();
        let filled = |at: usize| sample.iter().filter(|r| !is_blank(&r[at])).count() as u64;
        let mapped = found.into_iter().enumerate().map(|(at, f)| Mapped {
            filled: filled(at),
            ..f.mapped
        });
        (slots, mapped.collect())
    }

    /// The columns that an example maps: as many as its first row has cells.
    fn mapped(check: &Check, rows: &[&[&str]]) -> &'static [Column] {
        &check.columns[..rows.first().map_or(check.columns.len(), |r| r.len())]
    }

    fn frame(columns: &[Column], rows: &[&[&str]]) -> Frame {
        let slots: Vec<Slot> = columns
            .iter()
            .enumerate()
            .map(|(i, column)| Slot {
                column: Some(*column),
                slot: 1 + columns[..i].iter().filter(|c| *c == column).count() as u32,
                position: i + 1,
                negated: false,
            })
            .collect();
        let rows: Vec<Vec<&str>> = rows.iter().map(|r| r.to_vec()).collect();
        Frame::from_rows(&slots, &rows)
    }

    /// The data of an example, under its header line or the check's columns.
    fn laid_out(check: &Check, example: &Example, dossier: &Dossier) -> Frame {
        if !example.headed {
            return frame(mapped(check, example.rows), example.rows);
        }
        let (slots, _) = recognised(dossier, example);
        let used = |row: &&[&'static str]| slots.iter().map(|s| row[s.position - 1]).collect();
        let rows: Vec<Vec<&str>> = data(example).iter().map(used).collect();
        Frame::from_rows(&slots, &rows)
    }

    /// A plan for the rows, with the facts about its columns and the suppression lists of the dossier.
    fn plan<'a>(dossier: &'a mut Dossier, sorters: &'a [Sorter], whole: &Frame) -> Plan<'a> {
        let (lists, _) = crate::data::suppression::load(dossier, &shelf).expect("lists");
        Plan::new(dossier, as_of(), sorters)
            .with(Facts::of(whole))
            .suppressing(lists.into())
    }

    /// Cuts rows into frames of `n`.
    fn cut<'r>(rows: &'r [&'r [&'r str]], n: usize) -> impl Iterator<Item = &'r [&'r [&'r str]]> {
        rows.chunks(n.max(1))
    }

    /// Rows whose order depends on nothing but the seed.
    fn shuffled<T: Clone>(all: &[T], mut seed: u64) -> Vec<T> {
        let mut all = all.to_vec();
        for i in (1..all.len()).rev() {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            all.swap(i, (seed >> 33) as usize % (i + 1));
        }
        all
    }

    pub(super) fn tally(delivered: &mut Delivered, check: &Check, example: &Example) {
        let sorters = sorters();
        let frame = laid_out(check, example, &delivered.dossier);
        let mut dossier = delivered.dossier.clone();
        let plan = plan(&mut dossier, &sorters, &frame);
        let worker = Worker::default();
        let batch = Batch::new(&frame, &plan, &worker);
        for sorter in &sorters {
            let (check, sort) = match sorter {
                Sorter::Row { check, sort } => (check, sort),
                Sorter::Own { .. } => continue,
                Sorter::Key { kind, beside, .. } => {
                    let keys = (kind.of)(&batch).into_iter().filter(|k| *k != 0);
                    let keys: BTreeSet<u128> = keys.collect();
                    let name = beside.map_or(kind.name, |b| b.name);
                    delivered.distinct.insert(name, keys.len() as u64);
                    continue;
                }
            };
            let ask = Ask::by_country(check.id);
            let country = batch.bins("country");
            let countries = crate::record::check::find(CATALOGUE, "country").expect("country");
            let mut counts: BTreeMap<Vec<String>, u64> = BTreeMap::new();
            for (bin, at) in sort(&batch).iter().zip(country.iter()) {
                let mut key = vec![check.bins[usize::from(*bin)].to_owned()];
                if check.id != "country" {
                    key.push(countries.bins[usize::from(*at)].to_owned());
                }
                *counts.entry(key).or_default() += 1;
            }
            delivered.tallies.push(Tally::new(ask, counts));
        }
    }

    #[test]
    fn examples_of_rows_land_in_their_bins_however_they_are_cut() {
        let sorters = sorters();
        for sorter in &sorters {
            let Sorter::Row { check, sort } = sorter else {
                continue;
            };
            let name = |bins: Vec<u8>| -> Vec<&str> {
                bins.iter().map(|b| check.bins[usize::from(*b)]).collect()
            };
            for (i, example) in check.examples.iter().enumerate() {
                let whole = frame(mapped(check, example.rows), example.rows);
                let mut dossier = dossier(check, example);
                let plan = plan(&mut dossier, &sorters, &whole);
                let worker = Worker::default();
                let got = name(sort(&Batch::new(&whole, &plan, &worker)));
                for (row, (got, want)) in got.iter().zip(example.bins).enumerate() {
                    let cells = example.rows[row];
                    assert_eq!(got, want, "{}: example {}, {cells:?}", check.id, i + 1);
                }
                assert_eq!(got.len(), example.bins.len(), "{}", check.id);
                for n in [1, 2, 3] {
                    let parts: Vec<&str> = cut(example.rows, n)
                        .flat_map(|rows| {
                            let part = frame(mapped(check, example.rows), rows);
                            name(sort(&Batch::new(&part, &plan, &worker)))
                        })
                        .collect();
                    assert_eq!(parts, got, "{}: cut into blocks of {n}", check.id);
                }
            }
        }
    }

    /// Rows of examples without papers, of checks whose columns have no fact of their own, stand for themselves.
    #[test]
    fn examples_of_rows_mixed_together_stay_in_their_bins() {
        let sorters = sorters();
        for sorter in &sorters {
            let Sorter::Row { check, sort } = sorter else {
                continue;
            };
            let factual =
                |c: &Column| matches!(c.kind(), Kind::Date | Kind::DateTime | Kind::YesNo);
            if check.columns.iter().any(factual) {
                continue;
            }
            // a column that is not mapped and an empty one are not the same: only equals are mixed
            let mut alike: BTreeMap<usize, Vec<(&[&str], &str)>> = BTreeMap::new();
            let bare = |e: &&Example| e.declaration.is_empty() && e.dossier.is_empty();
            for example in check.examples.iter().filter(bare) {
                let columns = mapped(check, example.rows).len();
                let rows = example
                    .rows
                    .iter()
                    .copied()
                    .zip(example.bins.iter().copied());
                alike.entry(columns).or_default().extend(rows);
            }
            for (columns, all) in alike {
                for seed in [7, 23, 58] {
                    let mixed = shuffled(&all, seed);
                    let rows: Vec<&[&str]> = mixed.iter().map(|(r, _)| *r).collect();
                    let mut dossier = Dossier::default();
                    let whole = frame(&check.columns[..columns], &rows);
                    let plan = plan(&mut dossier, &sorters, &whole);
                    let worker = Worker::default();
                    let got = sort(&Batch::new(&whole, &plan, &worker));
                    for ((cells, want), got) in mixed.iter().zip(got) {
                        let got = check.bins[usize::from(got)];
                        assert_eq!(got, *want, "{}: mixed, {cells:?}", check.id);
                    }
                }
            }
        }
    }

    #[test]
    fn examples_of_keys_land_in_their_bins_however_they_are_cut() {
        let sorters = sorters();
        for sorter in &sorters {
            let Sorter::Key {
                check,
                kind,
                beside,
                sort,
            } = sorter
            else {
                continue;
            };
            for (i, example) in check.examples.iter().enumerate() {
                let mut delivered = Delivered::of(check, example);
                tally(&mut delivered, check, example);
                let whole = laid_out(check, example, &delivered.dossier);
                let mut dossier = delivered.dossier.clone();
                let plan = plan(&mut dossier, &sorters, &whole);
                for n in [example.rows.len(), 1, 7] {
                    let mut table = Table::default();
                    let blocks: Vec<Frame> = match example.headed {
                        true => vec![laid_out(check, example, &delivered.dossier)],
                        false => cut(example.rows, n)
                            .map(|rows| frame(mapped(check, example.rows), rows))
                            .collect(),
                    };
                    for part in blocks {
                        let worker = Worker::default();
                        let mut one = Table::default();
                        let batch = Batch::new(&part, &plan, &worker);
                        let keys = (kind.of)(&batch);
                        match beside {
                            Some(beside) => one.add_beside(&keys, &(beside.of)(&batch)),
                            None => keys.iter().for_each(|key| one.add(*key, 1)),
                        }
                        table.merge(one);
                    }
                    let units = sort(&KeyView {
                        table: &table,
                        papers: &delivered.papers(),
                        secret: &plan.secret,
                    });
                    let mut bins: Vec<usize> = units.iter().map(|u| u.bin).collect();
                    if bins.is_empty() {
                        bins.push(check.at("blank"));
                    }
                    bins.sort_unstable();
                    let got: Vec<&str> = bins.iter().map(|b| check.bins[*b]).collect();
                    assert_eq!(got, example.bins, "{}: example {}", check.id, i + 1);
                }
            }
        }
    }
}
