//! Every delivery sorted row by row: nothing lost, nothing twice, the counts of the census, and for each row the reasons
//! that a plain reading of the policy finds.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Mutex;

use serde_json::Value;

use beleg::base::clock::Time;
use beleg::data::batch::{Batch, Plan, Worker};
use beleg::data::facts::{Counters, Facts};
use beleg::data::frame::Frame;
use beleg::data::keys::Table;
use beleg::data::measure::Effort;
use beleg::data::sift::Fate;
use beleg::data::sorter::{KeyView, Sorter};
use beleg::data::source::{ReadOptions, Source};
use beleg::proof::bundle::{evidence, pack, sign};
use beleg::proof::keys::{FileSigner, Signer as _};
use beleg::proof::statement::{Free, PolicyLabel, Resource, record};
use beleg::record::census::Census;
use beleg::record::channel::Channel;
use beleg::record::check::Scope;
use beleg::record::papers::Papers;
use beleg::record::policy::withhold::ChannelState;
use beleg::record::policy::{Clause, Policy, State, Target, Targets};
use beleg::{assess, audit};

use crate::binary::{Folder, Run, beleg, files, root};
use crate::deliveries::{Delivery, names};
use crate::fixture::policy;

/// One row as it was handed over: file, line, cells, what it loses, and the clauses that take it.
#[derive(Debug, PartialEq)]
struct Row {
    list: usize,
    line: u64,
    cells: Vec<String>,
    targets: Targets,
    reasons: BTreeSet<(String, State)>,
}

fn cells(frame: &Frame, row: usize) -> Vec<String> {
    let columns = frame.slots().iter().filter_map(|s| frame.at(s.position));
    columns.map(|c| c.get(row).to_owned()).collect()
}

/// The census of a delivery and its rows in their order.
fn sifted(delivery: &Delivery, policy: &Policy, effort: Effort) -> (Census, Vec<Row>) {
    let reading = ReadOptions::default();
    let inputs = delivery.inputs(policy, &reading);
    let done = assess(&inputs).expect("assessed");
    let sift = done.sift(&inputs).expect("sorted");
    let clauses = sift.clauses();
    let row = |list: usize, frame: &Frame, at: usize, fate: &Fate| Row {
        list,
        line: frame.lines()[at],
        cells: cells(frame, at),
        targets: fate.targets,
        reasons: fate
            .reasons
            .iter()
            .map(|r| (clauses[usize::from(r.clause)].to_owned(), r.state))
            .collect(),
    };
    let mut rows = Vec::new();
    sift.run(
        effort,
        &|list, frame, fates| {
            let fates = fates.iter().enumerate();
            let rows: Vec<Row> = fates.map(|(at, f)| row(list, frame, at, f)).collect();
            rows
        },
        &mut |_, made| rows.extend(made),
    )
    .expect("read again");
    (done.census, rows)
}

/// The bins of every row by the sorters alone, and what key checks make of its keys.
struct Plain {
    /// Check → bin.
    bins: BTreeMap<&'static str, &'static str>,
    /// Key check → bin of the row's key; absent if it has none, none if nothing is said of it.
    keys: BTreeMap<&'static str, Option<&'static str>>,
}

/// Sorts a delivery without combinations, masks, threads or blocks.
fn plainly(delivery: &Delivery, policy: &Policy, census: &Census) -> Vec<Plain> {
    let reading = ReadOptions::default();
    let inputs = delivery.inputs(policy, &reading);
    let package = delivery
        .dossier
        .declaration
        .as_ref()
        .and_then(|d| d.package.as_ref());
    let declared = package.map_or(&[][..], |p| &p.fields);
    let source = Source::open(&delivery.list, &reading, declared).expect("a list");
    let counters = Mutex::new(Counters::default());
    let count = |_: usize, frame: &Frame| counters.lock().expect("counters").count(frame);
    source.run(1, 1 << 20, &count).expect("read");
    let sorters = beleg::checks::sorters();
    let mut plan = Plan::new(&delivery.dossier, inputs.as_of, &sorters)
        .with(Facts::decide(&counters.into_inner().expect("counters")))
        .suppressing(delivery.suppression.clone());
    plan.columns = source.columns().to_vec();

    let mut rows: Vec<Plain> = Vec::new();
    let mut keyed: BTreeMap<&str, Vec<u128>> = BTreeMap::new();
    let mut tables: BTreeMap<&str, Table> = BTreeMap::new();
    let mut kinds: BTreeMap<&str, &str> = BTreeMap::new();
    source
        .in_order(1, 1 << 20, &|_, _, _| (), &mut |frame, ()| {
            let worker = Worker::default();
            let batch = Batch::new(frame, &plan, &worker);
            let mut found: Vec<Plain> = (0..frame.rows())
                .map(|_| Plain {
                    bins: BTreeMap::new(),
                    keys: BTreeMap::new(),
                })
                .collect();
            for sorter in &sorters {
                match sorter {
                    Sorter::Row { check, .. } | Sorter::Own { check, .. } => {
                        for (row, bin) in found.iter_mut().zip(batch.bins(check.id).iter()) {
                            row.bins.insert(check.id, check.bins[usize::from(*bin)]);
                        }
                    }
                    Sorter::Key {
                        check,
                        kind,
                        beside,
                        ..
                    } => {
                        let keys = (kind.of)(&batch);
                        kinds.insert(beside.map_or(kind.name, |b| b.name), check.id);
                        let table = tables.entry(check.id).or_default();
                        match beside {
                            Some(b) => table.add_beside(&keys, &(b.of)(&batch)),
                            None => keys.iter().for_each(|k| table.add(*k, 1)),
                        }
                        keyed.entry(check.id).or_default().extend(keys);
                    }
                }
            }
            rows.extend(found);
        })
        .expect("read");
    let distinct = kinds
        .iter()
        .map(|(kind, check)| (*kind, tables[check].keys()));
    let distinct = distinct.collect();
    let papers = Papers {
        dossier: &delivery.dossier,
        as_of: inputs.as_of,
        ledger: &census.ledger,
        lists: &census.lists,
        reading: &census.reading,
        columns: &census.columns,
        tallies: &census.tallies,
        distinct: &distinct,
    };
    for sorter in &sorters {
        let Sorter::Key { check, sort, .. } = sorter else {
            continue;
        };
        let view = KeyView {
            table: &tables[check.id],
            papers: &papers,
            secret: &plan.secret,
        };
        let bins: BTreeMap<u128, usize> = sort(&view)
            .into_iter()
            .filter_map(|b| Some((b.key?, b.bin)))
            .collect();
        for (row, key) in rows.iter_mut().zip(&keyed[check.id]) {
            if *key != 0 {
                row.keys
                    .insert(check.id, bins.get(key).map(|bin| check.bins[*bin]));
            }
        }
    }
    rows
}

/// What a row loses, clause by clause, as the policy's text says it.
fn fate(policy: &Policy, delivery: &Delivery, row: &Plain) -> (Targets, BTreeSet<(String, State)>) {
    let as_of = delivery.inputs(policy, &ReadOptions::default()).as_of;
    let bin = |check: &str| row.bins[check];
    let mut targets = policy.targets(&bin, as_of);
    let has = |c: Channel| targets.channels[c as usize] != ChannelState::NoAddress;
    let planned = |c: &Channel| delivery.dossier.planned(*c) != Some(false);
    let reached: Vec<Channel> = Channel::ALL
        .into_iter()
        .filter(|c| planned(c) && has(*c))
        .collect();
    let takes = |c: &Clause| {
        c.withhold.contains(&Target::Hold)
            || reached
                .iter()
                .any(|r| c.withhold.iter().any(|t| t.takes(*r)))
    };
    let mut reasons = BTreeSet::new();
    for clause in policy.clauses.iter().filter(|c| !c.withhold.is_empty()) {
        if !policy.row_meets(clause, &bin, as_of) {
            continue;
        }
        let found = match clause.scope {
            Scope::Row => clause.state(bin(&clause.check)),
            _ => {
                let state = match row.keys.get(clause.check.as_str()) {
                    None => State::Good,
                    Some(None) => State::Unproven,
                    Some(Some(bin)) => clause.state(bin),
                };
                targets.lose(&clause.withhold, state);
                state
            }
        };
        if found != State::Good && takes(clause) {
            reasons.insert((clause.code.clone(), found));
        }
    }
    (targets, reasons)
}

/// Rows per target and bin.
fn summed(rows: &[Row]) -> BTreeMap<(String, String), u64> {
    let mut sums = BTreeMap::new();
    for row in rows {
        let mut add = |check: String, bin: &str| {
            *sums.entry((check, bin.to_owned())).or_insert(0) += 1;
        };
        add("hold".to_owned(), row.targets.hold.hold_bin());
        for c in Channel::ALL {
            let check = format!("channel-{}", c.name());
            add(check, row.targets.channels[c as usize].bin());
        }
    }
    sums
}

/// The shipped policy with key clauses that take rows of nearly every delivery: domains of one company are bad, and so is
/// a network of which the vendor alone says that it is public.
fn strict() -> Policy {
    let text = Policy::shipped("eu-b2b").expect("the policy");
    let clauses = [
        (
            r#"bad = ["shared-provider"]
unproven = ["illegible"]
good = ["franchise-like", "tenant-host", "several-companies", "single-company", "too-few-rows", "blank"]"#,
            r#"bad = ["shared-provider", "single-company"]
unproven = ["illegible", "too-few-rows"]
good = ["franchise-like", "tenant-host", "several-companies", "blank"]"#,
        ),
        (
            r#"bad = ["limited-visibility"]
good = ["members-only", "declared", "public-profile", "no-platform", "illegible", "blank"]"#,
            r#"bad = ["limited-visibility", "declared"]
unproven = ["blank", "illegible"]
good = ["members-only", "public-profile", "no-platform"]
remedy.unproven = "platform-data""#,
        ),
    ];
    let text = clauses.iter().fold(text.to_owned(), |text, (from, to)| {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        text.replace(from, to)
    });
    Policy::parse("strict", &text, beleg::checks::CATALOGUE).expect("a policy")
}

/// Sorts a delivery both ways.
fn checked(name: &str, policy: &Policy, effort: Effort) -> Vec<Row> {
    let delivery = Delivery::read(name);
    let (census, rows) = sifted(&delivery, policy, effort);
    assert_eq!(rows.len() as u64, census.rows(), "{name}");
    let in_order = rows.is_sorted_by(|a, b| (a.list, a.line) < (b.list, b.line));
    assert!(in_order, "{name}");
    let sums = summed(&rows);
    for compiled in &census.compiled {
        for (bin, n) in sums
            .iter()
            .filter(|((check, _), _)| *check == compiled.check)
        {
            assert_eq!(compiled.total(&bin.1), *n, "{name}: {bin:?}");
        }
    }
    let plain = plainly(&delivery, policy, &census);
    assert_eq!(plain.len(), rows.len(), "{name}");
    for (row, plain) in rows.iter().zip(&plain) {
        let (targets, reasons) = fate(policy, &delivery, plain);
        assert_eq!(row.targets, targets, "{name}:{}", row.line);
        assert_eq!(row.reasons, reasons, "{name}:{}", row.line);
    }
    rows
}

#[test]
fn rows_add_up_to_the_census_and_their_reasons_are_those_of_a_plain_reading() {
    let (shipped, strict) = (policy(), strict());
    let mut by_key: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for name in names() {
        let whole = Effort {
            threads: 1,
            block: 4 << 20,
        };
        let cut = Effort {
            threads: 3,
            block: 3_000,
        };
        let rows = checked(&name, &shipped, whole);
        let again = checked(&name, &strict, cut);
        // neither blocks nor threads change a cell, a line or the order
        assert_eq!(rows.len(), again.len(), "{name}");
        for (a, b) in rows.iter().zip(&again) {
            assert_eq!(
                (a.list, a.line, &a.cells),
                (b.list, b.line, &b.cells),
                "{name}"
            );
        }
        for (code, state) in again.iter().flat_map(|r| &r.reasons) {
            if strict.clause(code).is_some_and(|c| c.scope == Scope::Key) {
                let of = by_key.entry(name.clone()).or_default();
                of.insert(format!("{code} {state:?}"));
            }
        }
    }
    println!("{by_key:?}");
    assert!(by_key.len() >= 3, "key clauses take rows in {by_key:?}");
    let both = ["PER-06 Bad", "PER-06 Unproven"];
    let of_all: BTreeSet<&String> = by_key.values().flatten().collect();
    assert!(both.iter().all(|b| of_all.contains(&(*b).to_owned())));
}

/// A text file as it was written.
fn read(path: &Path) -> Vec<Vec<String>> {
    let file = std::fs::File::open(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let mut reader = simd_csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(file);
    let mut record = simd_csv::ByteRecord::new();
    let mut rows = Vec::new();
    while reader.read_byte_record(&mut record).expect("a record") {
        let cells = record.iter();
        let cells = cells.map(|c| String::from_utf8(c.to_vec()).expect("UTF-8"));
        rows.push(cells.collect());
    }
    rows
}

/// Whether a cell was passed on: unchanged, or behind an apostrophe.
fn passed(read: &str, cell: &str) -> bool {
    read == cell || read.strip_prefix('\'') == Some(cell) && cell.starts_with(['=', '+', '-', '@'])
}

/// Whether a file holds exactly these rows, below a header or not.
fn holds<'r>(path: &Path, rows: impl Iterator<Item = &'r Row>) {
    let found = read(path);
    let rows: Vec<&Row> = rows.collect();
    // every delivery has a header
    assert_eq!(found.len(), rows.len() + 1, "{}", path.display());
    for (read, row) in found[1..].iter().zip(&rows) {
        assert_eq!(
            read.len(),
            row.cells.len(),
            "{}:{}",
            path.display(),
            row.line
        );
        for (a, b) in read.iter().zip(&row.cells) {
            assert!(passed(a, b), "{}:{}", path.display(), row.line);
        }
    }
}

/// One line of `withheld.csv` as it must be.
fn reasons(row: &Row, planned: &[Channel]) -> Option<Vec<String>> {
    let lost = row.targets.withheld(planned).map(Channel::name);
    let lost: Vec<&str> = lost.collect();
    let aside = match row.targets.hold {
        State::Good if lost.is_empty() => return None,
        State::Good => "",
        State::Unproven => "unproven",
        State::Bad => "bad",
    };
    let codes = |state: State| {
        let found = row.reasons.iter().filter(|(_, s)| *s == state);
        let mut codes: Vec<&str> = found.map(|(c, _)| c.as_str()).collect();
        codes.sort_unstable();
        codes.join(" ")
    };
    Some(vec![
        (row.list + 1).to_string(),
        row.line.to_string(),
        aside.to_owned(),
        lost.join(" "),
        codes(State::Bad),
        codes(State::Unproven),
    ])
}

/// The files of a folder, by name.
fn bytes(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let all = files(folder).into_iter();
    all.map(|p| {
        let name = p
            .file_name()
            .expect("a name")
            .to_string_lossy()
            .into_owned();
        (name, std::fs::read(&p).expect("readable"))
    })
    .collect()
}

#[test]
fn the_files_of_every_delivery_hold_its_rows_once_and_add_up() {
    let policy = policy();
    let text = std::fs::read_to_string(root().join("testdata/lists/expected.json"));
    let all: Value = serde_json::from_str(&text.expect("expected.json")).expect("JSON");
    for promised in all["deliveries"].as_array().expect("deliveries") {
        let name = promised["name"].as_str().expect("a name");
        let folder = Folder::new("sift");
        let output = |n: &str| folder.path().join(n).display().to_string();
        let (one, three) = (output("one"), output("three"));
        let list = promised["list"].as_str().expect("a list");
        let mut args = vec!["sift", list, "--as-of", "2026-11-23", "--format", "json"];
        if let Some(dossier) = promised["dossier"].as_str() {
            args.extend(["--dossier", dossier]);
        }
        let from = root().join("testdata/lists").join(name);
        let run = beleg(
            &from,
            &[&args[..], &["-o", &one, "--threads", "1"]].concat(),
        );
        assert_eq!(
            i64::from(run.code),
            promised["exit"].as_i64().expect("exit"),
            "{name}"
        );
        let again = beleg(
            &from,
            &[&args[..], &["-o", &three, "--threads", "3"]].concat(),
        );
        assert_eq!(again.code, run.code, "{name}");
        let written = bytes(Path::new(&one));
        assert_eq!(
            written,
            bytes(Path::new(&three)),
            "{name}: threads change bytes"
        );

        let delivery = Delivery::read(name);
        let (_, rows) = sifted(&delivery, &policy, Effort::default());
        let said: Value = serde_json::from_str(&run.stdout).expect("JSON");
        let at = |file: &str| Path::new(&one).join(file);
        let accepted = |r: &&Row| r.targets.hold == State::Good;
        let (n, m) = (
            said["acquisition"]["accepted"].as_u64().expect("accepted"),
            said["acquisition"]["setAside"].as_u64().expect("set aside"),
        );
        assert_eq!(n + m, rows.len() as u64, "{name}");
        assert_eq!(Some(n), promised["accepted"].as_u64(), "{name}");
        holds(&at("set-aside.csv"), rows.iter().filter(|r| !accepted(r)));
        let word = promised["acquisition"].as_str().expect("a word");
        let cleared = matches!(word, "conditional" | "no-objection");
        let kept = if cleared {
            "accepted.csv"
        } else {
            "not-cleared.csv"
        };
        holds(&at(kept), rows.iter().filter(accepted));
        let mut expected: BTreeSet<String> = [kept, "set-aside.csv", "withheld.csv"]
            .map(str::to_owned)
            .into();

        let planned = |c: &Channel| delivery.dossier.planned(*c) != Some(false);
        let planned: Vec<Channel> = Channel::ALL.into_iter().filter(planned).collect();
        for channel in &planned {
            let of = |r: &&Row| r.targets.channels[*channel as usize] == ChannelState::Usable;
            let usable = rows.iter().filter(of).count() as u64;
            let said = &said["channels"][channel.name()];
            let sum = ["usable", "withheld", "noAddress"].map(|k| said[k].as_u64().expect("rows"));
            assert_eq!(
                sum.iter().sum::<u64>(),
                rows.len() as u64,
                "{name} {channel:?}"
            );
            assert_eq!(sum[0], usable, "{name} {channel:?}");
            let open = matches!(
                said["verdict"].as_str(),
                Some("conditional" | "no-objection")
            );
            if cleared && open {
                let file = format!("{}.csv", channel.name());
                assert_eq!(said["file"], file.as_str(), "{name}");
                holds(&at(&file), rows.iter().filter(of));
                assert!(rows.iter().filter(of).all(|r| accepted(&r)), "{name}");
                expected.insert(file);
            } else {
                assert!(said["file"].is_null(), "{name} {channel:?}");
            }
        }
        assert_eq!(
            written.into_keys().collect::<BTreeSet<_>>(),
            expected,
            "{name}"
        );

        let sorted = |codes: &str| {
            let mut codes: Vec<&str> = codes.split(' ').collect();
            codes.sort_unstable();
            codes.join(" ")
        };
        let found = read(&at("withheld.csv"))
            .into_iter()
            .skip(1)
            .map(|mut line| {
                for at in [4, 5] {
                    line[at] = sorted(&line[at]);
                }
                line
            });
        let lost: Vec<_> = rows.iter().filter_map(|r| reasons(r, &planned)).collect();
        assert_eq!(found.collect::<Vec<_>>(), lost, "{name}");
        assert_eq!(
            said["withheld"]["rows"].as_u64(),
            Some(lost.len() as u64),
            "{name}"
        );
    }
}

#[test]
fn a_workbook_holds_the_same_cells_as_text() {
    let folder = Folder::new("sift-xlsx");
    let from = root().join("testdata/lists/honest-vendor");
    let list = "kontakte_maschinenbau_2026-10.csv";
    let mut all = Vec::new();
    for form in ["csv", "xlsx"] {
        let output = folder.path().join(form).display().to_string();
        let run = beleg(
            &from,
            &[
                "sift",
                list,
                "-d",
                "dossier.toml",
                "--as-of",
                "2026-11-23",
                "--as",
                form,
                "-o",
                &output,
                "-q",
            ],
        );
        assert_eq!(run.code, 0, "{}", run.stderr);
        all.push(folder.path().join(form));
    }
    for name in ["accepted", "set-aside", "email", "post"] {
        let book = [all[1].join(format!("{name}.xlsx"))];
        let options = ReadOptions {
            header_row: Some(1),
            ..ReadOptions::default()
        };
        let source = Source::open(&book, &options, &[])
            .expect("a workbook")
            .whole();
        let mut rows: Vec<Vec<String>> = vec![source.headers().to_vec()];
        let row = |_: usize, _: usize, f: &Frame| -> Vec<Vec<String>> {
            (0..f.rows()).map(|at| cells(f, at)).collect()
        };
        source
            .in_order(2, 1 << 20, &row, &mut |_, made| rows.extend(made))
            .expect("read");
        assert_eq!(rows, read(&all[0].join(format!("{name}.csv"))), "{name}");
    }
}

/// A list of fifty rows, some cells of which a spreadsheet would run.
fn armed() -> String {
    let mut list = "First Name,Last Name,Email,Phone,Note\n".to_owned();
    for n in 0..50 {
        let note = ["=1+1", "@x", "-12,5", "plain", "+49 30 1"][n % 5];
        list.push_str(&format!(
            "Anna,Berg{n},anna.{n}@kofelblick-beispiel.de,+49 30 23125{n:03},\"{note}\"\n"
        ));
    }
    list
}

#[test]
fn what_a_spreadsheet_would_run_is_disarmed_unless_raw() {
    let folder = Folder::new("sift-raw");
    folder.write("list.csv", armed().as_bytes());
    for (raw, marked) in [(false, 20), (true, 0)] {
        let output = if raw { "raw" } else { "safe" };
        let mut args = vec!["sift", "list.csv", "-o", output, "--format", "json"];
        if raw {
            args.push("--raw");
        }
        let run = beleg(folder.path(), &args);
        assert_eq!(run.code, 3, "{}", run.stderr);
        let said: Value = serde_json::from_str(&run.stdout).expect("JSON");
        assert_eq!(said["apostrophes"].as_u64(), Some(marked));
        assert_eq!(run.stderr.contains("BEL-O021"), raw, "{}", run.stderr);
        let rows = read(&folder.path().join(output).join("set-aside.csv"));
        let notes: BTreeSet<&str> = rows[1..].iter().map(|r| r[4].as_str()).collect();
        let expected = if raw {
            ["=1+1", "@x", "-12,5", "plain", "+49 30 1"]
        } else {
            ["'=1+1", "'@x", "-12,5", "plain", "+49 30 1"]
        };
        assert_eq!(notes, expected.into());
    }
}

/// Whether nothing was left in a folder but what was there.
fn left(folder: &Folder, there: &[&str]) {
    let names = std::fs::read_dir(folder.path()).expect("a folder");
    let names = names.map(|e| {
        e.expect("an entry")
            .file_name()
            .to_string_lossy()
            .into_owned()
    });
    let names: BTreeSet<String> = names.collect();
    assert_eq!(names, there.iter().map(|n| (*n).to_owned()).collect());
}

#[test]
fn a_sift_that_fails_leaves_nothing() {
    let folder = Folder::new("sift-fails");
    let long = "x".repeat(40_000);
    let list = armed().replace("plain", &long);
    folder.write("list.csv", list.as_bytes());
    let run = beleg(
        folder.path(),
        &["sift", "list.csv", "-o", "out", "--as", "xlsx"],
    );
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert!(run.stderr.contains("BEL-O022") && run.stderr.contains("--as csv"));
    left(&folder, &["list.csv"]);
    let run = beleg(folder.path(), &["sift", "list.csv", "-o", "no/such/out"]);
    assert_eq!(run.code, 2, "{}", run.stderr);
    assert!(run.stderr.contains("BEL-O001"), "{}", run.stderr);
    left(&folder, &["list.csv"]);
    // an input is never replaced, whatever it is called
    std::fs::create_dir(folder.path().join("in")).expect("a folder");
    folder.write("in/email.csv", list.as_bytes());
    let run = beleg(
        folder.path(),
        &["sift", "in/email.csv", "-o", "in", "--force"],
    );
    assert!(
        run.code == 2 && run.stderr.contains("BEL-O011"),
        "{}",
        run.stderr
    );
    assert_eq!(
        std::fs::read(folder.path().join("in/email.csv")).expect("there"),
        list.as_bytes()
    );
    // what an earlier run left does not stand beside the new
    std::fs::rename(folder.path().join("in"), folder.path().join("out")).expect("renamed");
    folder.write("out/notes.txt", b"mine");
    let run = beleg(folder.path(), &["sift", "list.csv", "-o", "out", "--force"]);
    assert_eq!(run.code, 3, "{}", run.stderr);
    let names: Vec<String> = bytes(&folder.path().join("out")).into_keys().collect();
    assert_eq!(
        names,
        [
            "not-cleared.csv",
            "notes.txt",
            "set-aside.csv",
            "withheld.csv"
        ]
    );
    left(&folder, &["list.csv", "out"]);
}

/// A copy of the honest vendor's delivery, signed: whole as `list.beleg.zip`, for others as `shared.beleg.zip`.
fn signed(nonce: bool) -> Folder {
    let folder = Folder::new("sift-signed");
    let from = root().join("testdata/lists/honest-vendor");
    for path in files(&from) {
        let to = folder.path().join(path.strip_prefix(&from).expect("below"));
        std::fs::create_dir_all(to.parent().expect("a parent")).expect("a folder");
        std::fs::copy(&path, &to).expect("copied");
    }
    if nonce {
        let dossier = std::fs::read_to_string(from.join("dossier.toml")).expect("a dossier");
        let nonce = format!("nonce = \"{}\"\n", "07".repeat(32));
        folder.write("dossier.toml", (nonce + &dossier).as_bytes());
    }
    let run = beleg(
        folder.path(),
        &["key", "new", "--no-passphrase", "-o", "office.pem"],
    );
    assert_eq!(run.code, 0, "{}", run.stderr);
    let audit = [
        "audit",
        LIST,
        "-d",
        "dossier.toml",
        "--as-of",
        "2026-11-23",
        "-q",
        "-o",
        "list.beleg",
        "--key",
        "file:office.pem",
        "--verifier-id",
        "urn:example:office",
    ];
    let run = beleg(folder.path(), &audit);
    assert_eq!(run.code, 0, "{}", run.stderr);
    folder
}

const LIST: &str = "kontakte_maschinenbau_2026-10.csv";

/// Sifts it against its record.
fn against(folder: &Folder, more: &[&str]) -> Run {
    let args = [
        "sift",
        LIST,
        "--bundle",
        "list.beleg",
        "--trust",
        "office.pub.pem",
        "-d",
        "dossier.toml",
        "-o",
        "out",
    ];
    beleg(folder.path(), &[&args[..], more].concat())
}

#[test]
fn a_record_holds_for_its_list_and_its_papers_only() {
    let folder = signed(true);
    let run = against(&folder, &[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(
        run.stdout.contains("signed counts of record B-"),
        "{}",
        run.stdout
    );
    assert!(!run.stderr.contains("BEL-U052"), "{}", run.stderr);
    std::fs::remove_dir_all(folder.path().join("out")).expect("removed");
    let refused = |run: Run, code: &str, exit: i32| {
        assert_eq!(run.code, exit, "{}", run.stderr);
        assert!(run.stderr.contains(code), "{}", run.stderr);
        assert!(!folder.path().join("out").exists(), "{code}");
    };
    // one entry of the suppression list is another, as many as before
    let suppressed = std::fs::read_to_string(folder.path().join("sperrliste.csv")).expect("a list");
    folder.write(
        "sperrliste.csv",
        suppressed.replace("@SAUVERMONT", "@OTHER").as_bytes(),
    );
    let run = against(&folder, &[]);
    assert!(
        run.stderr.contains("other suppression list 1"),
        "{}",
        run.stderr
    );
    refused(run, "BEL-U051", 4);
    folder.write("sperrliste.csv", suppressed.as_bytes());
    refused(against(&folder, &["--channel", "phone"]), "BEL-U053", 2);
    refused(against(&folder, &["--as-of", "2026-11-24"]), "BEL-U001", 2);
    refused(against(&folder, &["-p", "other.toml"]), "BEL-U001", 2);
    // one byte of the list
    let list = std::fs::read(folder.path().join(LIST)).expect("the list");
    let mut changed = list.clone();
    *changed.last_mut().expect("a byte") ^= 1;
    folder.write(LIST, &changed);
    refused(against(&folder, &[]), "BEL-V104", 4);
    folder.write(LIST, &list);
    // a bundle for others holds neither counts nor dossier
    refused(shared(&folder), "BEL-U050", 2);
}

/// Sifts against a record that was packed without census and dossier.
fn shared(folder: &Folder) -> Run {
    let (policy, reading) = (policy(), ReadOptions::default());
    let text = Policy::shipped("eu-b2b").expect("the policy");
    let delivery = Delivery::read("honest-vendor");
    let done = audit(delivery.inputs(&policy, &reading)).expect("audited");
    let mut files = evidence(&done.census, &delivery.dossier, text, &done.verdict);
    let label = PolicyLabel {
        id: policy.id.clone(),
        version: policy.version.clone(),
        sha256: policy.sha256,
        shipped: true,
    };
    let free = Free {
        verifier: "urn:example:office".to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        time: Time::parse("2026-11-23T12:00:00Z").expect("a time"),
        resource: Resource::new("musterdaten", "2026-10").expect("a resource"),
        previous: None,
    };
    let statement = record(&free, &done.census, &label, &done.verdict, &files);
    let signer = FileSigner::generate().expect("a key");
    let signed = sign(statement.expect("a statement"), &[&signer]).expect("signed");
    files.retain(|name, _| !name.contains("census") && !name.contains("dossier"));
    let bundle = folder.path().join("shared.beleg");
    pack(&signed, files).write(&bundle, false).expect("written");
    folder.write("shared.pub.pem", signer.public().pem().as_bytes());
    let args = [
        "sift",
        LIST,
        "--bundle",
        "shared.beleg",
        "--trust",
        "shared.pub.pem",
        "-d",
        "dossier.toml",
        "-o",
        "out",
    ];
    beleg(folder.path(), &args)
}

#[test]
fn without_a_digest_of_the_suppression_lists_the_counts_tell() {
    let folder = signed(false);
    let run = against(&folder, &[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert!(run.stderr.contains("BEL-U052"), "{}", run.stderr);
    std::fs::remove_dir_all(folder.path().join("out")).expect("removed");
    let suppressed = std::fs::read_to_string(folder.path().join("sperrliste.csv")).expect("a list");
    folder.write(
        "sperrliste.csv",
        suppressed.replace("@SAUVERMONT", "@OTHER").as_bytes(),
    );
    let run = against(&folder, &[]);
    assert_eq!(run.code, 4, "{}", run.stderr);
    assert!(run.stderr.contains("BEL-O020"), "{}", run.stderr);
    assert!(!folder.path().join("out").exists());
}
