//! `beleg policy list`

use super::{json, page};
use crate::base::error::Result;
use crate::base::lang::{Lang, count};
use crate::cli::policy_file::choose;
use crate::cli::{Format, Globals};
use crate::record::policy::Policy;

/// The policies that come with beleg
#[derive(clap::Args)]
#[command(after_help = "Example:
  beleg policy list")]
pub struct Args {}

impl Args {
    #[expect(clippy::unused_self, reason = "the list has no options")]
    pub fn run(&self, globals: &Globals) -> Result<u8> {
        let mut wire = Vec::new();
        let mut page = page(globals.look, 12);
        for name in Policy::shipped_names() {
            let p = choose(name)?.policy;
            wire.push(serde_json::json!({
                "name": name,
                "id": p.id,
                "version": p.version,
                "uri": p.shipped_uri(),
                "sha256": p.sha256.to_string(),
                "clauses": p.clauses.len(),
                "reviewBy": p.review_by.to_string(),
            }));
            let clauses = count(p.clauses.len() as u64, globals.lang);
            page.text(
                name,
                &match globals.lang {
                    Lang::En => format!(
                        "{} · {clauses} clauses · to be reviewed by {}",
                        p.version, p.review_by
                    ),
                    Lang::De => format!(
                        "{} · {clauses} Klauseln · durchzusehen bis {}",
                        p.version, p.review_by
                    ),
                },
            );
            page.text("", &format!("SHA-256 {}", p.sha256));
        }
        page.blank();
        page.line(match globals.lang {
            Lang::En => "beleg policy show eu-b2b",
            Lang::De => "beleg policy show eu-b2b --lang de",
        });
        globals.print(&match globals.format {
            Format::Json => json(&wire.into()),
            _ => globals.look.finish(page.finish()),
        })?;
        Ok(0)
    }
}
