//! `beleg policy lint`

use super::json;
use crate::base::clock::{Day, Time};
use crate::base::error::{Errors, Result, printable};
use crate::base::lang::{Lang, count};
use crate::cli::policy_file::choose;
use crate::cli::{Format, Globals, moment};
use crate::record::matrix::Certainty;
use crate::record::policy::Policy;
use crate::report::words::FORBIDDEN;

/// Whether policies can be judged with: all slips at once, with line and column; and what is worth a look
///
/// Exit codes: 0 all are sound, also with remarks; 2 at least one is not.
#[derive(clap::Args)]
#[command(after_help = "Example:
  beleg policy lint einkauf.toml")]
pub struct Args {
    /// Shipped policies or TOML files
    #[arg(value_name = "NAME|FILE", required = true)]
    policies: Vec<String>,
    /// The day by which reviews are due [default: today, UTC]
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
}

/// Days before a review is due that it is announced.
const NOTICE: i32 = 42;

impl Args {
    pub fn run(&self, globals: &Globals) -> Result<u8> {
        let today = match &self.as_of {
            Some(text) => moment::day(text, "--as-of")?,
            None => Time::now().day(),
        };
        let mut errors = Vec::new();
        for name in &self.policies {
            let policy = match choose(name) {
                Ok(chosen) => chosen.policy,
                Err(e) => {
                    errors.extend(e.0);
                    continue;
                }
            };
            let remarks = remarks(&policy, today, globals.lang);
            globals.print(&match globals.format {
                Format::Json => json(&serde_json::json!({
                    "policy": name,
                    "id": policy.id,
                    "version": policy.version,
                    "clauses": policy.clauses.len(),
                    "remarks": remarks,
                })),
                _ => human(name, &policy, &remarks, globals.lang),
            })?;
        }
        match errors.is_empty() {
            true => Ok(0),
            false => Err(Errors(errors)),
        }
    }
}

fn human(name: &str, policy: &Policy, remarks: &[String], lang: Lang) -> String {
    let (name, n) = (printable(name), count(policy.clauses.len() as u64, lang));
    let mut out = match lang {
        Lang::En => format!(
            "{name}: {} {}, {n} clauses, sound\n",
            policy.id, policy.version
        ),
        Lang::De => format!(
            "{name}: {} {}, {n} Klauseln, in Ordnung\n",
            policy.id, policy.version
        ),
    };
    for r in remarks {
        out.push_str(&format!("  {r}\n"));
    }
    out
}

/// What does not keep a policy from being used.
fn remarks(policy: &Policy, today: Day, lang: Lang) -> Vec<String> {
    let mut all = Vec::new();
    let due = policy.review_by;
    if due < today {
        all.push(match lang {
            Lang::En => format!("the review was due on {due}: the rules may have moved on"),
            Lang::De => {
                format!("die Durchsicht war am {due} fällig: Die Regeln können sich geändert haben")
            }
        });
    } else if due.0 - today.0 <= NOTICE {
        all.push(match lang {
            Lang::En => format!("the review is due on {due}"),
            Lang::De => format!("die Durchsicht ist am {due} fällig"),
        });
    }
    for c in &policy.clauses {
        let texts = [&c.title.en, &c.title.de, &c.demand.en, &c.demand.de];
        if let Some(word) = texts.iter().find_map(|t| forbidden(t)) {
            all.push(match lang {
                Lang::En => format!(
                    "{}: \"{word}\" judges a list, which a policy cannot",
                    c.code
                ),
                Lang::De => format!(
                    "{}: „{word}“ beurteilt eine Liste; das kann ein Regelwerk nicht",
                    c.code
                ),
            });
        }
    }
    let cells = policy.matrix.cells();
    let settled = |country: &str, channel| {
        cells
            .iter()
            .any(|c| c.country == country && c.channel == channel && c.decided.is_some())
    };
    let open = cells.iter().filter(|c| {
        let unsure =
            matches!(c.written.as_str(), "depends" | "unknown") || c.certainty == Certainty::Low;
        unsure && c.decided.is_none() && !settled(&c.country, c.channel)
    });
    match open.count() as u64 {
        0 => {}
        n => all.push(match lang {
            Lang::En => format!("{} cells of the contact matrix are open: their rows are usable with consent only", count(n, lang)),
            Lang::De => format!("{} Zellen der Kontaktmatrix sind offen: Ihre Zeilen sind nur mit Einwilligung verwendbar", count(n, lang)),
        }),
    }
    all
}

/// A phrase that no text of ours may say of a list.
fn forbidden(text: &str) -> Option<&'static str> {
    let text = text.to_lowercase();
    FORBIDDEN.into_iter().find(|w| text.contains(w))
}
