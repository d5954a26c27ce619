//! Makes a list of any length with known contents: `bench ROWS SEED FOLDER`.
//!
//! Writes `list.csv` (the 25 columns of the DuckDB script), `dossier.toml`, `suppress.csv` and `truth.json`: how many rows
//! must fall into each bin of each check whose answer the generator knows. The truth is counted while writing, by tables and
//! arithmetic of its own; an audit must reproduce it exactly.

mod day;
mod dice;
mod words;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufWriter, Result, Write as _};
use std::path::Path;

use day::{AS_OF, Day, GDPR};
use dice::{Dice, Zipf, mix};
use words::{
    BASES, BLANK, BROKEN, CONSUMER, FIRMS, FIRST, INDUSTRIES, LANDS, LEFT, RIGHT, ROLES, SOURCES,
    TITLES, weighted,
};

const HEADER: &str = "first_name,last_name,job_title,company,website,email,phone,mobile,country,city,industry,source,source_type,source_url,\
    collected_at,lawful_basis,lia_ref,consent_at,consent_method,consent_channels,consent_recipients,withdrawn_at,\
    art14_notice_at,dnc_screened_at,last_verified_at";
const BUYER: &str = "Beispiel Maschinenbau AG";
const COMPANIES: usize = 300_000;
/// How many addresses back a repeated one may lie.
const MEMORY: usize = 4096;

/// An address with the bins that it falls into.
#[derive(Clone)]
struct Address {
    text: String,
    syntax: &'static str,
    domain: &'static str,
    mailbox: &'static str,
    suppression: &'static str,
}

#[derive(Default)]
struct Truth {
    tallies: BTreeMap<&'static str, BTreeMap<&'static str, u64>>,
    defects: BTreeMap<&'static str, u64>,
}

impl Truth {
    fn count(&mut self, check: &'static str, bin: &'static str) {
        *self
            .tallies
            .entry(check)
            .or_default()
            .entry(bin)
            .or_default() += 1;
    }

    fn defect(&mut self, what: &'static str) {
        *self.defects.entry(what).or_default() += 1;
    }

    fn json(&self, rows: u64, seed: u64, bytes: u64) -> String {
        let object = |m: &BTreeMap<&str, u64>| {
            m.iter()
                .map(|(k, n)| format!("\"{k}\":{n}"))
                .collect::<Vec<_>>()
                .join(",")
        };
        let tallies: Vec<_> = self
            .tallies
            .iter()
            .map(|(c, m)| format!("  \"{c}\": {{{}}}", object(m)))
            .collect();
        format!(
            "{{\"rows\":{rows},\"seed\":{seed},\"bytes\":{bytes},\"as-of\":\"{}\",\n \"defects\":{{{}}},\n \"tallies\":{{\n{}\n}}}}\n",
            AS_OF.iso(),
            object(&self.defects),
            tallies.join(",\n")
        )
    }
}

struct Generator {
    dice: Dice,
    zipf: Zipf,
    seed: u64,
    recent: Vec<Address>,
    suppressed: Vec<String>,
    truth: Truth,
}

/// Rows whose address is on the buyer's list: decided by the address, so that repetitions agree.
fn is_suppressed(address: &str) -> bool {
    address.bytes().fold(7, |h, b| mix(h ^ u64::from(b))) % 997 == 0
}

fn cell(row: &mut String, text: &str) {
    if text.contains([',', '"', '\n']) {
        let _ = write!(row, "\"{}\"", text.replace('"', "\"\""));
    } else {
        row.push_str(text);
    }
    row.push(',');
}

impl Generator {
    fn address(&mut self, first: &str, last: &str, domain: &str) -> Address {
        let known = |text, syntax, domain, mailbox| Address {
            suppression: if syntax == "valid" { "clear" } else { syntax },
            text,
            syntax,
            domain,
            mailbox,
        };
        let local = format!("{}.{}", first.to_lowercase(), last.to_lowercase());
        match self.dice.below(10_000) {
            0..200 => known(self.dice.of(&BLANK).to_owned(), "blank", "blank", "blank"),
            200..250 => {
                self.truth.defect("broken address");
                let (pattern, suppression) = self.dice.of(&BROKEN);
                let text = pattern.replace("{}", &local);
                Address {
                    suppression,
                    ..known(text, "illegible", "illegible", "illegible")
                }
            }
            250..1050 => {
                self.truth.defect("consumer mailbox");
                let (host, class) = self.dice.of(&CONSUMER);
                known(format!("{local}@{host}"), "valid", class, "named")
            }
            1050..1450 => {
                self.truth.defect("function mailbox");
                known(
                    format!("{}@{domain}", self.dice.of(&ROLES)),
                    "valid",
                    "organisation",
                    "role",
                )
            }
            1450..1650 if !self.recent.is_empty() => {
                self.truth.defect("repeated address");
                let at = self.dice.below(self.recent.len() as u64) as usize;
                self.recent[at].clone()
            }
            _ => known(
                format!("{local}@{domain}"),
                "valid",
                "organisation",
                "named",
            ),
        }
    }

    /// A day between two, or blank, or in the second format.
    fn day(&mut self, from: Day, to: Day, blank: u64) -> Option<(Day, String)> {
        if self.dice.chance(blank) {
            return None;
        }
        let day = Day(from.0 + self.dice.below((to.0 - from.0) as u64 + 1) as i64);
        let text = if self.dice.chance(50) {
            self.truth.defect("date in the second format");
            day.german()
        } else {
            day.iso()
        };
        Some((day, text))
    }

    fn row(&mut self, out: &mut String) {
        let rank = self.zipf.rank(&mut self.dice);
        // what belongs to the company follows from its rank
        let mut own = Dice(mix(self.seed ^ 0xC0FF_EE00 ^ rank as u64));
        let land = weighted(&LANDS, |l| l.weight, &mut own);
        let firm = own.of(&FIRMS);
        let domain = format!("{}{rank}{}", firm.to_lowercase(), land.suffix);
        let company = if own.chance(300) {
            format!("{firm}, Kind & Co. {rank} {}", land.form)
        } else {
            format!("{firm} {rank} {}", land.form)
        };
        let first = self.dice.of(&FIRST);
        let last = format!("{}{}", self.dice.of(&LEFT), self.dice.of(&RIGHT));
        let title = if self.dice.chance(5) {
            self.truth.defect("line break in quotes");
            "Leitung\nEinkauf und Technik"
        } else {
            self.dice.of(&TITLES)
        };
        if company.contains(',') {
            self.truth.defect("comma in quotes");
        }
        let address = self.address(first, &last, &domain);
        for (check, bin) in [
            ("mail-syntax", address.syntax),
            ("mail-domain", address.domain),
            ("mail-box", address.mailbox),
        ] {
            self.truth.count(check, bin);
        }
        let text = if self.dice.chance(200) {
            address.text.to_uppercase()
        } else {
            address.text.clone()
        };
        let suppressed = address.syntax == "valid" && is_suppressed(&address.text);
        let unmatched = address.suppression;
        if suppressed {
            self.suppressed.push(address.text.clone());
            if self.suppressed.len() > 2 * MEMORY {
                self.suppressed.sort_unstable();
                self.suppressed.dedup();
            }
        }
        for field in [first, &last, title, &company] {
            cell(out, field);
        }
        let _ = write!(out, "https://www.{domain},");
        cell(out, &text);
        if self.recent.len() < MEMORY {
            self.recent.push(address);
        } else {
            let at = self.dice.below(MEMORY as u64) as usize;
            self.recent[at] = address;
        }
        let number = self.dice.below(1000);
        let (phone, mobile) = (self.dice.chance(6000), self.dice.chance(2000));
        // the list holds no numbers: one stands for a row without an address, not for an address that cannot be read
        let bin = match (suppressed, phone || mobile) {
            (true, _) => "on-buyer-list",
            (false, true) if unmatched == "blank" => "clear",
            (false, _) => unmatched,
        };
        self.truth.count("suppression-match", bin);
        if phone {
            let _ = write!(out, "{}{number:03}", land.phone);
        }
        out.push(',');
        if mobile {
            let _ = write!(out, "+44 7700 900{number:03}");
        }
        out.push(',');
        if self.dice.chance(100) {
            cell(out, self.dice.of(&BLANK));
            self.truth.count("country", "blank");
        } else {
            cell(out, self.dice.of(land.spellings));
            self.truth.count("country", land.code);
        }
        cell(out, land.city);
        cell(out, self.dice.of(&INDUSTRIES));
        self.facts(out, &domain);
        out.pop();
        out.push_str("\r\n");
    }

    /// Source, basis, consent and the days.
    fn facts(&mut self, out: &mut String, domain: &str) {
        let (source, named, kind, _) = *weighted(&SOURCES, |s| s.3, &mut self.dice);
        cell(out, source);
        self.truth.count("source-named", named);
        self.truth.count("source-kind", kind);
        out.push(',');
        if named == "category" {
            let _ = write!(out, "https://www.{domain}/team");
        }
        out.push(',');
        let collected = self.day(Day::of(2017, 6, 1), Day::of(2026, 9, 30), 300);
        let bin = match &collected {
            None => "blank",
            Some((day, _)) if *day < GDPR => "before-gdpr",
            Some(_) => "since-gdpr",
        };
        self.truth.count("collection-date", bin);
        cell(out, collected.as_ref().map_or("", |(_, text)| text));
        let (text, basis, _) = *weighted(&BASES, |b| b.2, &mut self.dice);
        cell(out, text);
        self.truth.count("lawful-basis", basis);
        cell(
            out,
            if basis == "legitimate-interest" && self.dice.chance(9000) {
                "LIA-2026-03"
            } else {
                ""
            },
        );
        self.consent(out, basis == "consent");
        let notice = match &collected {
            Some((day, _)) => self
                .day(*day, Day(day.0 + 70), 1500)
                .filter(|(n, _)| *n <= AS_OF),
            None => self.day(Day::of(2026, 1, 1), Day::of(2026, 9, 1), 5000),
        };
        let bin = match (&notice, &collected) {
            (None, _) => "blank",
            (Some(_), None) => "not-comparable",
            (Some((n, _)), Some((c, _))) if *n <= c.due(1) => "up-to-1-month",
            (Some((n, _)), Some((c, _))) if *n <= c.due(2) => "up-to-2-months",
            _ => "up-to-3-months",
        };
        self.truth.count("notice-timing", bin);
        cell(out, notice.as_ref().map_or("", |(_, text)| text));
        let screened = self.day(Day::of(2026, 8, 1), Day::of(2026, 11, 20), 4000);
        cell(out, screened.as_ref().map_or("", |(_, text)| text));
        let verified = self.day(Day::of(2025, 1, 1), Day::of(2026, 11, 1), 1000);
        cell(out, verified.as_ref().map_or("", |(_, text)| text));
    }

    fn consent(&mut self, out: &mut String, given: bool) {
        let mut bins = ["blank"; 3];
        if given {
            let date = self.day(Day::of(2017, 10, 1), Day::of(2026, 9, 30), 200);
            bins[0] = match &date {
                None => "blank",
                Some((day, _)) if *day < GDPR => "before-gdpr",
                Some(_) => "since-gdpr",
            };
            cell(out, date.as_ref().map_or("", |(_, text)| text));
            cell(
                out,
                self.dice
                    .of(&["double opt-in", "single opt-in", "paper form"]),
            );
            let (channels, bin) = self.dice.of(&[
                ("email", "named"),
                ("email; phone", "named"),
                ("E-Mail", "named"),
                ("", "blank"),
            ]);
            cell(out, channels);
            bins[1] = bin;
            let (recipients, bin) = self.dice.of(&[
                (BUYER, "names-buyer"),
                (BUYER, "names-buyer"),
                ("Andere Firma Beispiel GmbH", "names-others"),
                ("", "blank"),
            ]);
            cell(out, recipients);
            bins[2] = bin;
        } else {
            out.push_str(",,,,");
        }
        for (check, bin) in ["consent-date", "consent-channels", "consent-recipients"]
            .into_iter()
            .zip(bins)
        {
            self.truth.count(check, bin);
        }
        let withdrawn = given && self.dice.chance(150);
        if withdrawn {
            let day = Day(AS_OF.0 - self.dice.below(300) as i64);
            cell(out, &day.iso());
        } else {
            out.push(',');
        }
        self.truth.count(
            "objection-status",
            if withdrawn { "withdrawn" } else { "clear" },
        );
    }
}

fn generate(rows: u64, seed: u64, folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    let mut out = BufWriter::with_capacity(1 << 20, File::create(folder.join("list.csv"))?);
    let mut generator = Generator {
        dice: Dice(seed),
        zipf: Zipf::new(COMPANIES),
        seed,
        recent: Vec::new(),
        suppressed: Vec::new(),
        truth: Truth::default(),
    };
    let mut row = format!("{HEADER}\r\n");
    let mut bytes = 0;
    for _ in 0..rows {
        generator.row(&mut row);
        if row.len() > 1 << 16 {
            out.write_all(row.as_bytes())?;
            bytes += row.len() as u64;
            row.clear();
        }
    }
    out.write_all(row.as_bytes())?;
    bytes += row.len() as u64;
    out.flush()?;
    let suppressed = &mut generator.suppressed;
    suppressed.sort_unstable();
    suppressed.dedup();
    suppressed.push(String::from("widerspruch-beispiel.de"));
    std::fs::write(folder.join("suppress.csv"), suppressed.join("\n") + "\n")?;
    std::fs::write(
        folder.join("dossier.toml"),
        format!(
            "vendor = \"bench\"\ndelivery = \"{rows}\"\nreceived = 2026-11-02\nacquired = \"file\"\n\n[buyer]\nnames = [\"{BUYER}\"]\n\
             role = \"independent-controller\"\ncountries = [\"DE\", \"FR\", \"GB\", \"AT\", \"NL\"]\nsuppress = [\"suppress.csv\"]\n"
        ),
    )?;
    std::fs::write(
        folder.join("truth.json"),
        generator.truth.json(rows, seed, bytes),
    )
}

fn main() -> std::process::ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [rows, seed, folder] = args.as_slice() else {
        eprintln!("usage: bench ROWS SEED FOLDER");
        return 2.into();
    };
    let (Ok(rows), Ok(seed)) = (rows.replace('_', "").parse(), seed.parse()) else {
        eprintln!("ROWS and SEED are whole numbers");
        return 2.into();
    };
    match generate(rows, seed, Path::new(folder)) {
        Ok(()) => 0.into(),
        Err(error) => {
            eprintln!("{error}");
            2.into()
        }
    }
}
