//! `beleg policy show`

use super::{json, page};
use crate::base::error::Result;
use crate::base::lang::Lang;
use crate::cli::policy_file::{choose, resolved};
use crate::cli::{Format, Globals};
use crate::record::policy::{Bound, Clause};
use crate::record::verdict::Block;
use crate::report::human::bound;
use crate::report::words;

/// What a policy demands, in words: every clause with its bound, law, level and certainty
#[derive(clap::Args)]
#[command(after_help = "Examples:
  beleg policy show eu-b2b
  beleg policy show einkauf.toml --toml > resolved.toml")]
pub struct Args {
    /// A shipped policy or a TOML file
    #[arg(value_name = "NAME|FILE")]
    name: String,
    /// The text itself; of a policy that extends others the one text that they make, which is what a bundle holds
    #[arg(long)]
    toml: bool,
}

impl Args {
    pub fn run(&self, globals: &Globals) -> Result<u8> {
        if self.toml {
            // also of a policy with slips: they are told by the lines of this text
            globals.print(&resolved(&self.name)?.1)?;
            return Ok(0);
        }
        let policy = choose(&self.name)?.policy;
        if globals.format == Format::Json {
            let clauses: Vec<_> = policy
                .clauses
                .iter()
                .map(|c| wire(c, globals.lang))
                .collect();
            globals.print(&json(&serde_json::json!({
                "id": policy.id,
                "version": policy.version,
                "sha256": policy.sha256.to_string(),
                "reviewBy": policy.review_by.to_string(),
                "clauses": clauses,
                "lang": globals.lang.code(),
            })))?;
            return Ok(0);
        }
        let lang = globals.lang;
        let mut page = page(globals.look, 8);
        page.head(&format!("{} {}", policy.id, policy.version), "");
        page.line(&match lang {
            Lang::En => format!(
                "SHA-256 {} · to be reviewed by {}",
                policy.sha256, policy.review_by
            ),
            Lang::De => format!(
                "SHA-256 {} · durchzusehen bis {}",
                policy.sha256, policy.review_by
            ),
        });
        for block in [Block::Acquisition, Block::Contact, Block::Buyer] {
            let of: Vec<&Clause> = policy.clauses.iter().filter(|c| c.block == block).collect();
            if of.is_empty() {
                continue;
            }
            page.blank();
            page.head(words::block(block).get(lang), "");
            for c in of {
                page.blank();
                page.text(&c.code, c.title.get(lang));
                page.text("", &facts(c, lang));
                let law: Vec<String> = c.law.iter().map(|s| words::law(s, lang)).collect();
                page.text("", &law.join("; "));
                page.text("", c.demand.get(lang));
            }
        }
        globals.print(&globals.look.finish(page.finish()))?;
        Ok(0)
    }
}

/// `major · at most 1 % · withheld from email · level law · certainty H`
fn facts(c: &Clause, lang: Lang) -> String {
    let mut facts = vec![words::severity(c.severity).get(lang).to_owned()];
    let none = |b: &Bound| matches!(b, Bound::Count(0));
    if !c.bad.is_empty() {
        facts.push(match (none(&c.max), lang) {
            (true, Lang::En) => "none bad".to_owned(),
            (true, Lang::De) => "nichts mangelhaft".to_owned(),
            (false, Lang::En) => format!("bad {}", bound(&c.max, lang)),
            (false, Lang::De) => format!("mangelhaft {}", bound(&c.max, lang)),
        });
    }
    if !c.unproven.is_empty() {
        facts.push(match (none(&c.max_unproven), lang) {
            (true, Lang::En) => "none without proof".to_owned(),
            (true, Lang::De) => "nichts ohne Beleg".to_owned(),
            (false, Lang::En) => format!("without proof {}", bound(&c.max_unproven, lang)),
            (false, Lang::De) => format!("ohne Beleg {}", bound(&c.max_unproven, lang)),
        });
    }
    let takes: Vec<&str> = c.withhold.iter().map(|t| t.name()).collect();
    if c.holds() {
        facts.push(match lang {
            Lang::En => "rows set aside".to_owned(),
            Lang::De => "Zeilen ausgesondert".to_owned(),
        });
    } else if !takes.is_empty() {
        let takes = takes.join(", ");
        facts.push(match lang {
            Lang::En => format!("rows withheld from {takes}"),
            Lang::De => format!("Zeilen zurückgehalten von {takes}"),
        });
    }
    let (level, certainty) = (words::level(c.level).get(lang), c.certainty.name());
    facts.push(match lang {
        Lang::En => format!("level {level} · certainty {certainty}"),
        Lang::De => format!("Ebene {level} · Gewissheit {certainty}"),
    });
    facts.join(" · ")
}

fn wire(c: &Clause, lang: Lang) -> serde_json::Value {
    serde_json::json!({
        "code": c.code,
        "line": c.line,
        "title": c.title.get(lang),
        "demand": c.demand.get(lang),
        "block": c.block.name(),
        "severity": c.severity.name(),
        "level": c.level.name(),
        "certainty": c.certainty.name(),
        "law": c.law,
        "check": c.check,
        "where": c.conditions,
        "bad": c.bad,
        "unproven": c.unproven,
        "good": c.good,
        "max": c.max,
        "maxUnproven": c.max_unproven,
        "withhold": c.withhold.iter().map(|t| t.name()).collect::<Vec<_>>(),
        "remedy": { "unproven": c.remedy_unproven, "breached": c.remedy_breached },
    })
}
