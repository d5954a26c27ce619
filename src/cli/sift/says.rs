//! What a sift says of itself: counts, never a cell.

use std::collections::BTreeMap;

use serde::Serialize;
use unicode_width::UnicodeWidthStr as _;

use super::files::{Files, WITHHELD, Way, by_clause};
use super::tally::Tally;
use crate::base::clock::Day;
use crate::base::lang::{Lang, Text, count};
use crate::record::census::Census;
use crate::record::channel::Channel;
use crate::record::policy::catalogue::HOLD;
use crate::record::policy::{Policy, State};
use crate::record::verdict::{Verdict, Word};
use crate::report::look::Look;
use crate::report::page::wrap;
use crate::report::words;
use crate::text;

/// What stands before everything else.
pub fn note(folder: &str) -> Text {
    text!(
        "note: this command writes personal data, to {folder} (folder 0700, files 0600)\n",
        "Hinweis: Dieser Befehl schreibt personenbezogene Daten, nach {folder} (Ordner 0700, Dateien 0600)\n"
    )
}

/// How a run ended.
pub struct Outcome<'o> {
    pub folder: &'o str,
    pub files: &'o Files,
    pub tally: &'o Tally,
    pub clauses: &'o [&'o str],
    /// Of the record, if there is one.
    pub census: &'o Census,
    pub verdict: &'o Verdict,
    pub policy: &'o Policy,
    /// The number of the record.
    pub record: Option<&'o str>,
    pub exit: u8,
}

/// Rows of one channel.
#[derive(Clone, Copy)]
struct Channelled {
    usable: u64,
    withheld: u64,
    no_address: u64,
}

impl Outcome<'_> {
    fn total(&self, check: &str, bins: &[&str]) -> u64 {
        let compiled = self.census.compiled.iter().find(|c| c.check == check);
        compiled.map_or(0, |c| bins.iter().map(|b| c.total(b)).sum())
    }

    fn accepted(&self) -> u64 {
        self.total(HOLD, &["accepted"])
    }

    fn set_aside(&self) -> u64 {
        self.total(HOLD, &["set-aside-bad", "set-aside-unproven"])
    }

    fn channel(&self, channel: Channel) -> Channelled {
        let check = format!("channel-{}", channel.name());
        Channelled {
            usable: self.total(&check, &["usable"]),
            withheld: self.total(&check, &["withheld-bad", "withheld-unproven"]),
            no_address: self.total(&check, &["no-address"]),
        }
    }
}

pub struct Says<'o> {
    pub outcome: &'o Outcome<'o>,
    pub look: Look,
}

/// Clauses that are named; more are counted.
const NAMED: usize = 12;

impl Says<'_> {
    /// For people; `quiet`: the sums and the last line.
    pub fn human(&self, quiet: bool) -> String {
        let whole = |name: &str| format!("{}/{name}", self.outcome.folder.trim_end_matches('/'));
        // what stands above names the folder
        let short = |name: &str| name.to_owned();
        let tables = |path: &dyn Fn(&str) -> String| self.rows(path) + "\n" + &self.channels(path);
        let mut out = tables(&whole);
        let fits = out.lines().all(|l| l.width() <= self.look.width);
        let path: &dyn Fn(&str) -> String = if fits { &whole } else { &short };
        if !fits {
            out = tables(path);
        }
        if !quiet {
            out.push('\n');
            out.push_str(&self.withheld(path));
        }
        for line in self.closing(quiet) {
            for line in wrap(&line, self.look.width) {
                out.push_str(&line);
                out.push('\n');
            }
        }
        self.look.finish(out)
    }

    fn count(&self, n: u64) -> String {
        count(n, self.look.lang)
    }

    fn word<'w>(&self, en: &'w str, de: &'w str) -> String {
        match self.look.lang {
            Lang::En => en.to_owned(),
            Lang::De => de.to_owned(),
        }
    }

    fn rows(&self, path: &dyn Fn(&str) -> String) -> String {
        let o = self.outcome;
        let kept = if o.files.cleared {
            self.word("accepted", "angenommen")
        } else {
            self.word("not cleared", "nicht freigegeben")
        };
        let (accepted, aside) = (o.accepted(), o.set_aside());
        table(
            2,
            &[
                vec![
                    self.word("rows", "Zeilen"),
                    self.word("file", "Datei"),
                    self.word("number", "Anzahl"),
                ],
                vec![kept, path(&o.files.kept()), self.count(accepted)],
                vec![
                    self.word("set aside", "ausgesondert"),
                    path(&o.files.set_aside()),
                    self.count(aside),
                ],
                vec![
                    self.word("sum", "Summe"),
                    String::new(),
                    self.count(accepted + aside),
                ],
            ],
        )
    }

    fn channels(&self, path: &dyn Fn(&str) -> String) -> String {
        let o = self.outcome;
        let mut rows = vec![vec![
            self.word("channel", "Kanal"),
            self.word("file", "Datei"),
            self.word("usable", "verwendbar"),
            self.word("withheld", "zurückgehalten"),
            self.word("no address", "ohne Adresse"),
            self.word("sum", "Summe"),
        ]];
        for (channel, way) in &o.files.channels {
            let n = o.channel(*channel);
            let file = o.files.channel(*channel, *way);
            rows.push(vec![
                channel.words(self.look.lang).to_owned(),
                file.map_or_else(|| self.word("none", "keine"), |f| path(&f)),
                self.count(n.usable),
                self.count(n.withheld),
                self.count(n.no_address),
                self.count(n.usable + n.withheld + n.no_address),
            ]);
        }
        table(2, &rows)
    }

    fn withheld(&self, path: &dyn Fn(&str) -> String) -> String {
        let o = self.outcome;
        let (path, n) = (path(WITHHELD), self.count(o.tally.withheld));
        let mut out = match self.look.lang {
            Lang::En => {
                format!("withheld  {path}  {n} rows, by clause\n")
            }
            Lang::De => {
                format!("zurückgehalten  {path}  {n} Zeilen, nach Klauseln\n")
            }
        };
        let all = by_clause(o.tally, o.clauses);
        let named: Vec<String> = all
            .iter()
            .take(NAMED)
            .map(|(code, state, n)| {
                let state = self.state(*state);
                let n = self.count(*n);
                let gap = 34_usize.saturating_sub(code.width() + 1 + state.width() + n.width());
                format!("{code} {state}{}{n}", " ".repeat(gap.max(1)))
            })
            .collect();
        for pair in named.chunks(2) {
            out.push_str(&format!("  {}\n", pair.join("    ")));
        }
        let more = all.len().saturating_sub(NAMED);
        if more > 0 {
            out.push_str(&match self.look.lang {
                Lang::En => format!("  and {more} more, by row in the file\n"),
                Lang::De => format!("  und {more} weitere, je Zeile in der Datei\n"),
            });
        }
        out
    }

    fn state(&self, state: State) -> String {
        match state {
            State::Bad => self.word("bad", "mangelhaft"),
            State::Unproven => self.word("unproven", "nicht belegt"),
            State::Good => String::new(),
        }
    }

    fn closing(&self, quiet: bool) -> Vec<String> {
        let o = self.outcome;
        let lang = self.look.lang;
        let mut lines: Vec<Text> = Vec::new();
        let quarantined = count(o.census.ledger.quarantined(), lang);
        if quarantined != "0" {
            lines.push(text!(
                "{quarantined} quarantined rows are in no file.",
                "{quarantined} Zeilen in Quarantäne stehen in keiner Datei."
            ));
        }
        let marked = count(o.tally.marked, lang);
        if marked != "0" {
            lines.push(text!(
                "{marked} cells that a spreadsheet would run begin with an apostrophe.",
                "{marked} Zellen, die eine Tabellenkalkulation ausführen würde, beginnen mit einem Apostroph."
            ));
        }
        for (channel, way) in &o.files.channels {
            if let Way::Closed(word) = way {
                let (c, word) = (channel.words(lang), words::verdict(*word).get(lang));
                lines.push(text!(
                    "{c}: {word}, so no file.",
                    "{c}: {word}, daher keine Datei."
                ));
            }
        }
        lines.push(match o.record {
            Some(number) => text!(
                "The rows add up to the signed counts of record {number}.",
                "Die Zeilen ergeben die unterschriebenen Zahlen des Belegs {number}."
            ),
            None => text!(
                "No record was given: the counts are those of an audit with the same inputs.",
                "Ohne Beleg: Die Zahlen sind die einer Prüfung mit denselben Eingaben."
            ),
        });
        if quiet {
            lines.clear();
        }
        let (id, version, as_of) = (&o.policy.id, &o.policy.version, o.census.as_of);
        let open = o.files.channels.iter().any(|(_, w)| *w == Way::Open);
        let word = words::verdict(o.verdict.acquisition.verdict).get(lang);
        lines.push(match (o.files.cleared, open) {
            (true, true) => text!(
                "Usable under policy {id} {version} as of {as_of}; screen again before use.",
                "Verwendbar nach Regelwerk {id} {version}, Stichtag {as_of}; vor der Verwendung noch einmal mit den Sperrlisten abgleichen."
            ),
            (true, false) => text!(
                "Accepted under policy {id} {version} as of {as_of}; usable on no channel.",
                "Angenommen nach Regelwerk {id} {version}, Stichtag {as_of}; auf keinem Kanal verwendbar."
            ),
            (false, _) => text!(
                "Acquisition: {word}. Under policy {id} {version} as of {as_of} nothing may be taken over.",
                "Erwerb: {word}. Nach Regelwerk {id} {version}, Stichtag {as_of}, darf nichts übernommen werden."
            ),
        });
        lines.into_iter().map(|t| t.get(lang).to_owned()).collect()
    }

    /// For programs: counts only.
    pub fn json(&self) -> String {
        let o = self.outcome;
        let mut clauses: BTreeMap<&str, [u64; 2]> = BTreeMap::new();
        for (code, state, n) in by_clause(o.tally, o.clauses) {
            clauses.entry(code).or_default()[usize::from(state == State::Unproven)] = n;
        }
        let channels = o.files.channels.iter().map(|(channel, way)| {
            let n = o.channel(*channel);
            let word = o.verdict.contact.channels.get(channel);
            (
                channel.name(),
                WireChannel {
                    verdict: word.map(|w| w.verdict),
                    file: o.files.channel(*channel, *way),
                    usable: n.usable,
                    withheld: n.withheld,
                    no_address: n.no_address,
                },
            )
        });
        let wire = Wire {
            schema: "beleg.sift/1",
            personal_data: true,
            exit: o.exit,
            folder: o.folder,
            record: o.record,
            policy: WirePolicy {
                id: &o.policy.id,
                version: &o.policy.version,
                sha256: o.policy.sha256.hex(),
            },
            as_of: o.census.as_of,
            acquisition: WireRows {
                verdict: o.verdict.acquisition.verdict,
                accepted: o.accepted(),
                set_aside: o.set_aside(),
                quarantined: o.census.ledger.quarantined(),
                accepted_file: o.files.kept(),
                set_aside_file: o.files.set_aside(),
            },
            channels: channels.collect(),
            withheld: WireWithheld {
                file: WITHHELD,
                rows: o.tally.withheld,
                clauses: clauses
                    .into_iter()
                    .map(|(code, [bad, unproven])| WireClause {
                        code,
                        bad,
                        unproven,
                    })
                    .collect(),
            },
            apostrophes: o.tally.marked,
        };
        serde_json::to_string(&wire).unwrap_or_default() + "\n"
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Wire<'w> {
    schema: &'static str,
    personal_data: bool,
    exit: u8,
    folder: &'w str,
    record: Option<&'w str>,
    policy: WirePolicy<'w>,
    as_of: Day,
    acquisition: WireRows,
    channels: BTreeMap<&'static str, WireChannel>,
    withheld: WireWithheld<'w>,
    apostrophes: u64,
}

#[derive(Serialize)]
struct WirePolicy<'w> {
    id: &'w str,
    version: &'w str,
    sha256: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WireRows {
    verdict: Word,
    accepted: u64,
    set_aside: u64,
    quarantined: u64,
    accepted_file: String,
    set_aside_file: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct WireChannel {
    /// None: no row has an address.
    verdict: Option<Word>,
    /// None: the channel is closed.
    file: Option<String>,
    usable: u64,
    withheld: u64,
    no_address: u64,
}

#[derive(Serialize)]
struct WireWithheld<'w> {
    file: &'static str,
    rows: u64,
    clauses: Vec<WireClause<'w>>,
}

#[derive(Serialize)]
struct WireClause<'w> {
    code: &'w str,
    bad: u64,
    unproven: u64,
}

/// Columns without a frame; those from `numbers` on stand to the right.
fn table(numbers: usize, rows: &[Vec<String>]) -> String {
    let columns = rows.first().map_or(0, Vec::len);
    let width = |at: usize| rows.iter().map(|r| r[at].width()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let mut out = String::new();
    for row in rows {
        let mut line = String::new();
        for (at, (cell, width)) in row.iter().zip(&widths).enumerate() {
            let gap = " ".repeat(width - cell.width());
            let between = if at == 0 { "" } else { "  " };
            line.push_str(between);
            if at < numbers {
                line.push_str(cell);
                line.push_str(&gap);
            } else {
                line.push_str(&gap);
                line.push_str(cell);
            }
        }
        out.push_str(line.trim_end());
        out.push('\n');
    }
    out
}
