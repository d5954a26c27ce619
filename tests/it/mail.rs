//! The labelled addresses of `testdata/email_cases.csv` against the mail checks: recall and precision per class, coarse
//! accuracy, macro-F1, printed with `--nocapture` and guarded.
//!
//! Rows with a second defensible reading, and values that email is not meant to hold (repairable, quoted, literals, no
//! such top-level domain), are counted apart. Of the slice `check` only totals are printed: nobody tunes on it.

use std::collections::BTreeMap;

use beleg::base::clock::Day;
use beleg::checks::sorters;
use beleg::data::batch::{Batch, Plan, Worker};
use beleg::data::frame::{Frame, Slot};
use beleg::record::column::Column;
use beleg::record::dossier::Dossier;

mod lists;
mod properties;

const CASES: &str = include_str!("../../testdata/email_cases.csv");

/// One labelled address.
struct Case {
    email: String,
    syntax: String,
    domain: String,
    mailbox: String,
    nature: String,
    country: String,
    tune: bool,
    /// A second reading is defensible.
    apart: bool,
    /// First name, last name, company.
    row: [String; 3],
    /// Its reason, or the list that it is a row of.
    why: String,
}

/// Fields of a CSV line; quotes are doubled inside quotes.
fn fields(line: &str) -> Vec<String> {
    let (mut out, mut field, mut quoted) = (Vec::new(), String::new(), false);
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                field.push('"');
                chars.next();
            }
            '"' => quoted = !quoted,
            ',' if !quoted => out.push(std::mem::take(&mut field)),
            c => field.push(c),
        }
    }
    out.push(field);
    out
}

fn cases() -> Vec<Case> {
    let mut lines = CASES.lines().filter(|l| !l.starts_with('#'));
    let header = fields(lines.next().expect("a header"));
    let at = |name: &str| header.iter().position(|h| h == name).expect("a column");
    let columns = [
        "email",
        "syntax",
        "domain_class",
        "mailbox_class",
        "nature",
        "country",
        "slice",
        "alternative",
        "first_name",
        "last_name",
        "company",
        "why",
    ]
    .map(at);
    lines
        .map(|l| {
            let f = fields(l);
            let cell = |i: usize| f[columns[i]].clone();
            Case {
                email: cell(0),
                syntax: cell(1),
                domain: cell(2),
                mailbox: cell(3),
                nature: cell(4),
                country: cell(5),
                tune: f[columns[6]] == "tune",
                apart: !f[columns[7]].is_empty(),
                row: [cell(8), cell(9), cell(10)],
                why: cell(11),
            }
        })
        .collect()
}

/// What the checks say of every case: syntax, domain, mailbox, nature.
fn found(cases: &[Case]) -> Vec<[&'static str; 4]> {
    let columns = [
        Column::Email,
        Column::FirstName,
        Column::LastName,
        Column::CompanyName,
    ];
    let slots: Vec<Slot> = columns
        .iter()
        .enumerate()
        .map(|(i, c)| Slot::new(*c, 1, i + 1))
        .collect();
    let rows: Vec<Vec<&str>> = cases
        .iter()
        .map(|c| {
            let [first, last, company] = &c.row;
            vec![c.email.as_str(), first, last, company]
        })
        .collect();
    let frame = Frame::from_rows(&slots, &rows);
    let (dossier, sorters, worker) = (Dossier::default(), sorters(), Worker::default());
    let plan = Plan::new(&dossier, Day::new(2026, 11, 23).expect("a day"), &sorters);
    let batch = Batch::new(&frame, &plan, &worker);
    let bins = ["mail-syntax", "mail-domain", "mail-box", "mail-nature"].map(|id| {
        let check = beleg::record::check::find(beleg::checks::CATALOGUE, id).expect(id);
        let bins = batch.bins(id);
        let named: Vec<&'static str> = bins.iter().map(|b| check.bins[usize::from(*b)]).collect();
        named
    });
    (0..cases.len())
        .map(|i| bins.each_ref().map(|b| b[i]))
        .collect()
}

/// The ten labels; none for what is counted apart.
fn label(syntax: &str, domain: &str, mailbox: &str) -> Option<&'static str> {
    if syntax.starts_with("invalid") || matches!(syntax, "illegible" | "placeholder") {
        return Some("invalid-syntax");
    }
    if !matches!(syntax, "valid" | "valid-eai") || domain == "no-such-tld" {
        return None;
    }
    Some(match domain {
        "freemail" => "freemail",
        "isp" | "isp-mixed" => "isp",
        "disposable" => "disposable",
        "relay" => "relay",
        "education" => "education",
        "government" => "government",
        "reserved" => "reserved",
        _ if matches!(mailbox, "role" | "rfc2142" | "noreply") => "role-professional",
        _ => "named-professional",
    })
}

fn coarse(syntax: &str, domain: &str) -> &'static str {
    if !syntax.starts_with("valid") || matches!(domain, "reserved" | "no-such-tld" | "illegible") {
        return "unusable";
    }
    match domain {
        "freemail" | "isp" | "isp-mixed" | "disposable" | "relay" => "personal",
        _ => "professional",
    }
}

/// Right, of those that should be, of those that were called so.
#[derive(Clone, Copy, Default)]
struct Score {
    right: u64,
    should: u64,
    called: u64,
}

impl Score {
    fn recall(self) -> f64 {
        ratio(self.right, self.should)
    }

    fn precision(self) -> f64 {
        ratio(self.right, self.called)
    }

    fn f1(self) -> f64 {
        ratio(2 * self.right, self.should + self.called)
    }
}

fn ratio(n: u64, of: u64) -> f64 {
    if of == 0 { 1.0 } else { n as f64 / of as f64 }
}

/// Wilson's interval at 95 %.
fn wilson(n: u64, of: u64) -> (f64, f64) {
    if of == 0 {
        return (0.0, 1.0);
    }
    let (z, of_f, p) = (1.96_f64, of as f64, ratio(n, of));
    let (middle, base) = (p + z * z / (2.0 * of_f), 1.0 + z * z / of_f);
    let half = z * (p * (1.0 - p) / of_f + z * z / (4.0 * of_f * of_f)).sqrt();
    ((middle - half) / base, (middle + half) / base)
}

type Scores = BTreeMap<String, Score>;

fn add(scores: &mut Scores, want: &str, got: &str) {
    scores.entry(want.to_owned()).or_default().should += 1;
    scores.entry(got.to_owned()).or_default().called += 1;
    if want == got {
        scores.entry(want.to_owned()).or_default().right += 1;
    }
}

fn print(title: &str, scores: &Scores) {
    println!("\n{title}");
    for (class, s) in scores {
        let (low, high) = wilson(s.right, s.should);
        println!(
            "  {class:<22} recall {:.3} [{low:.3}–{high:.3}]  precision {:.3}  {}/{}",
            s.recall(),
            s.precision(),
            s.right,
            s.should
        );
    }
}

#[test]
fn labelled_addresses_are_told_apart() {
    let cases = cases();
    let found = found(&cases);
    for slice in ["tune", "check", "both"] {
        let (mut ten, mut three, mut domains) = (Scores::new(), Scores::new(), Scores::new());
        let mut confused: BTreeMap<(String, String), u64> = BTreeMap::new();
        let (mut roles, mut nature) = (Score::default(), Score::default());
        let mut countries: BTreeMap<&str, Score> = BTreeMap::new();
        for (c, [syntax, domain, mailbox, n]) in cases.iter().zip(&found) {
            if slice != "both" && c.tune != (slice == "tune") || c.apart || c.syntax == "blank" {
                continue;
            }
            let (want, got) = (coarse(&c.syntax, &c.domain), coarse(syntax, domain));
            if label(&c.syntax, &c.domain, &c.mailbox).is_some() {
                add(&mut three, want, got);
                if want == "personal" {
                    let s = countries.entry(&c.country).or_default();
                    s.should += 1;
                    s.right += u64::from(got == "personal");
                }
            }
            if c.syntax.starts_with("valid") {
                add(&mut domains, &c.domain, domain);
                nature.should += 1;
                nature.right += u64::from(c.nature == *n);
            }
            let role = |m: &str| matches!(m, "role" | "rfc2142" | "noreply");
            if c.domain == "organisation" && c.syntax.starts_with("valid") {
                roles.should += u64::from(role(&c.mailbox));
                roles.called += u64::from(role(mailbox));
                roles.right += u64::from(role(&c.mailbox) && role(mailbox));
            }
            if let Some(want) = label(&c.syntax, &c.domain, &c.mailbox) {
                let got = label(syntax, domain, mailbox).unwrap_or("apart");
                add(&mut ten, want, got);
                if want != got {
                    *confused
                        .entry((want.to_owned(), got.to_owned()))
                        .or_default() += 1;
                    if slice == "tune" {
                        println!("tune: {} should be {want}, is {got}", c.email);
                    }
                }
            }
        }
        let all: u64 = three.values().map(|s| s.should).sum();
        let right: u64 = three.values().map(|s| s.right).sum();
        ten.remove("apart");
        let f1 = ten.values().map(|s| s.f1()).sum::<f64>() / ten.len() as f64;
        let personal = three["personal"];
        println!("\n== {slice}: {all} addresses");
        println!("coarse accuracy {:.4}", ratio(right, all));
        println!(
            "personal recall {:.4} precision {:.4}",
            personal.recall(),
            personal.precision()
        );
        println!(
            "role recall {:.4} precision {:.4}; nature {:.4}; macro-F1 {f1:.4}",
            roles.recall(),
            roles.precision(),
            nature.recall()
        );
        print("ten labels", &ten);
        // what has been reached is not lost again
        assert!(ratio(right, all) > 0.97 && f1 > 0.95, "{slice}");
        assert!(
            personal.recall() > 0.93 && personal.precision() > 0.98,
            "{slice}"
        );
        assert!(roles.recall() > 0.93 && roles.precision() > 0.98, "{slice}");
        if slice == "both" {
            print("domain classes", &domains);
            let mut low: Vec<_> = countries
                .iter()
                .filter(|(_, s)| s.recall() < 0.93)
                .collect();
            low.sort_by(|a, b| a.1.recall().total_cmp(&b.1.recall()));
            println!("\npersonal recall below 0.93");
            for (c, s) in low {
                println!("  {c:<8} {:.3}  {}/{}", s.recall(), s.right, s.should);
            }
        }
        let mut worst: Vec<_> = confused.into_iter().collect();
        worst.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        for ((want, got), n) in worst.into_iter().take(8) {
            println!("  {n:>4} {want} called {got}");
        }
    }
}
