//! What holds of every address: one bin per check, whatever its case, its neighbours and the batch that it stands in; and
//! a line added to a table changes the rows of its domain and no others.

use beleg::base::clock::Day;
use beleg::checks::{CATALOGUE, sorters};
use beleg::data::batch::{Batch, Plan, Worker};
use beleg::data::frame::{Frame, Slot};
use beleg::record::check::Scope;
use beleg::record::column::Column;
use beleg::record::dossier::Dossier;

use super::cases;
use crate::binary::{Folder, beleg};

const COLUMNS: [Column; 4] = [
    Column::Email,
    Column::FirstName,
    Column::LastName,
    Column::CompanyName,
];

/// The row checks of mail, by name.
fn checks() -> Vec<&'static str> {
    let mail = CATALOGUE
        .iter()
        .filter(|c| c.scope == Scope::Row && c.id.starts_with("mail-"));
    mail.map(|c| c.id).collect()
}

/// One bin per check for each row, the rows handed over `n` at a time to one worker.
fn sorted(rows: &[Vec<String>], n: usize) -> Vec<Vec<u8>> {
    let slots: Vec<Slot> = (COLUMNS.iter().enumerate())
        .map(|(at, c)| Slot::new(*c, 1, at + 1))
        .collect();
    let (dossier, sorters, worker) = (Dossier::default(), sorters(), Worker::default());
    let plan = Plan::new(&dossier, Day::new(2026, 11, 23).expect("a day"), &sorters);
    let mut out = Vec::with_capacity(rows.len());
    for rows in rows.chunks(n) {
        let frame = Frame::from_rows(&slots, rows);
        let batch = Batch::new(&frame, &plan, &worker);
        let bins: Vec<_> = checks().into_iter().map(|c| batch.bins(c)).collect();
        assert!(bins.iter().all(|b| b.len() == rows.len()));
        out.extend((0..rows.len()).map(|row| bins.iter().map(|b| b[row]).collect::<Vec<u8>>()));
    }
    out
}

fn rows() -> Vec<Vec<String>> {
    let cases = cases().into_iter();
    let row = |c: super::Case| std::iter::once(c.email).chain(c.row).collect();
    cases.map(row).collect()
}

fn differences(rows: &[Vec<String>], one: &[Vec<u8>], two: &[Vec<u8>]) -> Vec<String> {
    let checks = checks();
    let of = |((row, a), b): ((&Vec<String>, &Vec<u8>), &Vec<u8>)| {
        let differ = (0..checks.len()).filter(|at| a[*at] != b[*at]);
        let differ: Vec<&str> = differ.map(|at| checks[at]).collect();
        (!differ.is_empty()).then(|| format!("{} {differ:?}", row[0]))
    };
    rows.iter().zip(one).zip(two).filter_map(of).collect()
}

#[test]
fn batches_and_order_change_nothing() {
    let rows = rows();
    let whole = sorted(&rows, rows.len());
    for n in [1, 7, 1_000] {
        assert_eq!(
            differences(&rows, &whole, &sorted(&rows, n)),
            [""; 0],
            "{n}"
        );
    }
    // every 1,019th row, round and round: a prime, so that each comes once
    let places: Vec<usize> = (0..rows.len()).map(|at| at * 1_019 % rows.len()).collect();
    let mixed: Vec<_> = places.iter().map(|at| rows[*at].clone()).collect();
    let wanted: Vec<_> = places.iter().map(|at| whole[*at].clone()).collect();
    assert_eq!(differences(&mixed, &wanted, &sorted(&mixed, 64)), [""; 0]);
}

#[test]
fn capital_letters_change_nothing() {
    let rows = rows();
    let mut capital = rows.clone();
    for row in &mut capital {
        row[0].make_ascii_uppercase();
    }
    let (small, capital) = (sorted(&rows, rows.len()), sorted(&capital, rows.len()));
    assert_eq!(differences(&rows, &small, &capital), [""; 0]);
}

#[test]
fn a_line_of_a_table_changes_the_rows_of_its_domain_only() {
    let folder = Folder::new("line-added");
    std::fs::create_dir(folder.path().join("tables")).expect("a folder");
    let domain = "nordwerk-beispiel.de";
    let head = "domain\tcountry\toperator\tclass\tmixed_staff\tstatus\tnote\n";
    let line = format!("{domain}\tDE\tNordwerk\tisp\tno\tactive\t\n");
    folder.write(
        "tables/consumer_mail.tsv",
        (head.to_owned() + &line).as_bytes(),
    );
    // what begins with a hyphen would be an option
    let cases = cases().into_iter().map(|c| c.email);
    let fine = |e: &String| !e.starts_with('-') && !e.contains('\0');
    let emails: Vec<String> = cases.filter(fine).step_by(3).collect();
    let own = [
        format!("anna@{domain}"),
        format!("info@mail.{domain}"),
        format!("anna@x{domain}"),
    ];
    let emails: Vec<&str> = own.iter().chain(&emails).map(String::as_str).collect();
    let say = |more: &[&str]| {
        let args: Vec<&str> = ["classify", "--format", "csv"]
            .iter()
            .chain(more)
            .chain(&emails)
            .copied()
            .collect();
        let run = beleg(folder.path(), &args);
        assert_eq!(run.code, 0, "{}", run.stderr);
        run.stdout
            .split("\r\n")
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let (before, after) = (say(&[]), say(&["--reference", "tables"]));
    assert_eq!(before.len(), after.len());
    assert!(before.len() > 1_000);
    let changed = before.iter().zip(&after).filter(|(b, a)| b != a);
    let changed: Vec<&String> = changed.map(|(_, a)| a).collect();
    assert!(changed.len() >= 2);
    let under = |line: &str| {
        let email = line.split(',').next().unwrap_or("").to_lowercase();
        let email = email.trim_end_matches('"');
        email.ends_with(&format!("@{domain}")) || email.ends_with(&format!(".{domain}"))
    };
    // what is no address yet is told what it would be
    let changed = changed.into_iter().filter(|l| !l.contains(",repairable,"));
    let changed: Vec<&String> = changed.collect();
    assert!(changed.iter().all(|line| under(line)), "{changed:?}");
    let own = after.iter().filter(|l| under(l) && l.contains(",valid"));
    let other: Vec<&String> = own.filter(|l| !l.contains(",isp,")).collect();
    assert!(other.is_empty(), "{other:?}");
}
