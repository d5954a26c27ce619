//! `beleg policy diff`

use super::{json, page};
use crate::base::error::Result;
use crate::base::lang::Lang;
use crate::cli::policy_file::choose;
use crate::cli::{Format, Globals};
use crate::record::policy::compare::{Change, compare};
use crate::report::look::Tint;

/// What changed from one policy to another
///
/// Exit codes: 0 nothing; 1 something; 2 cannot be read.
#[derive(clap::Args)]
#[command(after_help = "Example:
  beleg policy diff eu-b2b einkauf.toml")]
pub struct Args {
    /// The policy before: a shipped one or a TOML file
    #[arg(value_name = "OLD")]
    old: String,
    /// The policy after
    #[arg(value_name = "NEW")]
    new: String,
}

impl Args {
    pub fn run(&self, globals: &Globals) -> Result<u8> {
        let (old, new) = (choose(&self.old)?.policy, choose(&self.new)?.policy);
        let changes = compare(&old, &new);
        if globals.format == Format::Json {
            globals.print(&json(&serde_json::json!(changes)))?;
            return Ok(u8::from(!changes.is_empty()));
        }
        let lang = globals.lang;
        let mut page = page(globals.look, 12);
        page.head(
            &format!("{} {} → {} {}", old.id, old.version, new.id, new.version),
            "",
        );
        let mut last = ("", "");
        for c in &changes {
            if (c.part, c.name.as_str()) != last {
                page.blank();
                page.line(
                    &globals
                        .look
                        .tint(Tint::Bold, format!("{} {}", c.part, c.name).trim()),
                );
                last = (c.part, &c.name);
            }
            told(&mut page, c, lang);
        }
        if changes.is_empty() {
            page.line(match lang {
                Lang::En => "no difference",
                Lang::De => "kein Unterschied",
            });
        }
        globals.print(&globals.look.finish(page.finish()))?;
        Ok(u8::from(!changes.is_empty()))
    }
}

fn told(page: &mut crate::report::page::Page, c: &Change, lang: Lang) {
    let (gone, new) = match lang {
        Lang::En => ("left out", "new"),
        Lang::De => ("entfallen", "neu"),
    };
    let text = |t: &Option<String>| {
        t.clone()
            .filter(|t| !t.is_empty())
            .unwrap_or_else(|| "–".to_owned())
    };
    match (c.field, &c.from, &c.to) {
        ("", Some(from), None) => page.text(gone, from),
        ("", _, to) => page.text(new, &text(to)),
        (field, from, to) => {
            page.text(field, &text(from));
            page.text("", &format!("→ {}", text(to)));
        }
    }
}
