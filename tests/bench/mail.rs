//! How fast the classes of addresses are worked out, by the function that an audit calls for each of its blocks:
//! `cargo bench --bench mail [ROWS]`.
//!
//! One core, every run from nothing: a domain that is met for the first time is sorted within the time. Among the rows
//! every domain occurs, the frequent ones by Zipf's law, in an order that helps nobody: lists are grouped by company,
//! these are not.

#[path = "src/dice.rs"]
#[allow(dead_code, reason = "shared with the generator of lists")]
mod dice;

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

use beleg::base::clock::Day;
use beleg::data::batch::{Batch, Plan, Worker};
use beleg::data::frame::{Frame, Slot, Views};
use beleg::data::mail;
use beleg::record::column::Column;
use beleg::record::dossier::Dossier;

use dice::{Dice, Zipf, mix};

/// Rows of a frame: as many as a block of 4 MiB has of 260 bytes.
const BLOCK: usize = 16_384;
const RUNS: usize = 5;
const FIRST: [&str; 8] = [
    "anna", "bernd", "carla", "daniel", "eva", "frank", "gesine", "holger",
];
const LAST: [&str; 8] = [
    "muster",
    "brendorn",
    "kelmhofer",
    "lind",
    "morsrath",
    "ostgruber",
    "zellbauer",
    "uhl",
];
const ROLES: [&str; 4] = ["info", "vertrieb", "einkauf", "office"];
const CONSUMER: [&str; 4] = ["gmail.com", "gmx.de", "web.de", "t-online.de"];
const SUFFIX: [&str; 5] = [
    "-beispiel.de",
    "-exemple.fr",
    "-example.co.uk",
    "-beispiel.at",
    "-example-co.com",
];

/// One address; `k`: the number of its domain.
fn write(out: &mut String, dice: &mut Dice, k: u64) {
    out.clear();
    match dice.below(1_000) {
        0..5 => out.push_str("keine Angabe@"),
        5..45 => out.push_str(dice.of(&ROLES)),
        _ => {
            let _ = write!(out, "{}.{}", dice.of(&FIRST), dice.of(&LAST));
        }
    }
    if dice.chance(800) {
        let _ = write!(out, "@{}", dice.of(&CONSUMER));
    } else {
        let suffix = SUFFIX[(mix(k) % 5) as usize];
        let _ = write!(out, "@f{k:x}{suffix}");
    }
}

/// The column of addresses, cut into frames, and the mean length.
fn frames(rows: usize, domains: usize) -> (Vec<Frame>, f64) {
    let slots = [Slot::new(Column::Email, 1, 1)];
    let zipf = Zipf::new(domains);
    let mut dice = Dice(1);
    let (mut text, mut bytes, mut walked) = (String::new(), 0, 0_u64);
    let mut frames = Vec::new();
    let mut left = rows;
    while left > 0 {
        let n = left.min(BLOCK);
        let mut views = Views::new(1, n);
        for _ in 0..n {
            // one row of eight walks through all domains
            let k = if dice.chance(1_250) {
                walked += 1;
                (walked * 7_919) % domains as u64
            } else {
                zipf.rank(&mut dice) as u64
            };
            write(&mut text, &mut dice, k);
            bytes += text.len();
            views.push(0, &text);
        }
        frames.extend(views.frame(&slots, n));
        left -= n;
    }
    (frames, bytes as f64 / rows as f64)
}

/// What the kernel says that this thread has worked, since others may work on the same core; else the wall's time.
fn worked(since: Instant) -> Duration {
    std::fs::read_to_string("/proc/thread-self/schedstat")
        .ok()
        .and_then(|s| s.split(' ').next()?.parse().ok())
        .map_or_else(|| since.elapsed(), Duration::from_nanos)
}

fn main() {
    let rows = std::env::args()
        .find_map(|a| a.replace('_', "").parse().ok())
        .unwrap_or(4_200_000);
    let (dossier, begun) = (Dossier::default(), Instant::now());
    let plan = Plan::new(&dossier, Day(20_780), &[]);
    println!("{rows} rows, one core, median of {RUNS}");
    for domains in [1_000, 100_000, 527_000] {
        let (frames, length) = frames(rows, domains);
        let mut runs = [0.0; RUNS];
        for run in &mut runs {
            let worker = Worker::default();
            let start = worked(begun);
            for frame in &frames {
                let batch = Batch::new(frame, &plan, &worker);
                for cells in batch.cells(Column::Email) {
                    black_box(mail::of_cells(&batch, &cells));
                }
            }
            *run = rows as f64 / (worked(begun) - start).as_secs_f64() / 1e6;
        }
        runs.sort_by(f64::total_cmp);
        println!(
            "{domains:>8} domains, {length:.1} bytes: {:5.1} M addresses/s",
            runs[RUNS / 2]
        );
    }
}
