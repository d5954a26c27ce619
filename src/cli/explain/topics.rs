//! Pages that belong to no single check, clause or code, and the list of all topics.

use super::find::{Entry, Shelf};
use crate::base::lang::{Lang, Words};
use crate::cli::{Format, Globals, exit};
use crate::record::column::{Column, Group};
use crate::report::disclaimer::{DISCLAIMER, SIGNATURE};
use crate::report::page::Page;

/// A page with a fixed name.
pub struct Topic {
    pub name: &'static str,
    pub title: Words,
    body: Body,
}

enum Body {
    Fixed(Words),
    Made(fn(Lang) -> String),
}

impl Topic {
    /// Markdown.
    pub fn text(&self, lang: Lang) -> String {
        match &self.body {
            Body::Fixed(words) => words.get(lang).to_owned(),
            Body::Made(make) => make(lang),
        }
    }
}

pub static PAGES: &[Topic] = &[
    Topic {
        name: "verdict",
        title: Words {
            en: "how the words come about",
            de: "wie die Worte zustande kommen",
        },
        body: Body::Fixed(Words {
            en: include_str!("verdict.en.md"),
            de: include_str!("verdict.de.md"),
        }),
    },
    Topic {
        name: "words",
        title: Words {
            en: "the vocabulary, in both languages",
            de: "das Vokabular, in beiden Sprachen",
        },
        body: Body::Fixed(Words {
            en: include_str!("words.en.md"),
            de: include_str!("words.de.md"),
        }),
    },
    Topic {
        name: "policy",
        title: Words {
            en: "how a clause is written",
            de: "wie man eine Klausel schreibt",
        },
        body: Body::Fixed(Words {
            en: include_str!("policy.en.md"),
            de: include_str!("policy.de.md"),
        }),
    },
    Topic {
        name: "columns",
        title: Words {
            en: "the columns that headers are mapped to",
            de: "die Spalten, denen Überschriften zugeordnet werden",
        },
        body: Body::Made(columns),
    },
    Topic {
        name: "exit-codes",
        title: Words {
            en: "what the exit codes say",
            de: "was die Exit-Codes sagen",
        },
        body: Body::Made(exit_codes),
    },
    Topic {
        name: "disclaimer",
        title: Words {
            en: "what a report does not say",
            de: "was ein Bericht nicht sagt",
        },
        body: Body::Made(|lang| format!("{}\n\n{}", DISCLAIMER.get(lang), SIGNATURE.get(lang))),
    },
];

fn exit_codes(lang: Lang) -> String {
    let lines: Vec<String> = exit::EXITS
        .iter()
        .map(|e| {
            format!(
                "- {}: {}. {}",
                e.code,
                e.meaning.get(lang),
                e.examples.get(lang)
            )
        })
        .collect();
    let rest = match lang {
        Lang::En => {
            "The same cause has the same code, whatever the flags and formats. A list that could not be evaluated is never 0, and no flag makes it so. 128 and above belong to signals."
        }
        Lang::De => {
            "Dieselbe Ursache hat denselben Code, gleich welche Optionen und Formate. Eine Liste, die nicht ausgewertet werden konnte, endet nie mit 0; keine Option ändert das. Ab 128 sind es Signale."
        }
    };
    format!("{}\n\n{rest}", lines.join("\n"))
}

fn columns(lang: Lang) -> String {
    let mut groups: Vec<(Group, Vec<&str>)> = Vec::new();
    for column in Column::ALL {
        match groups.last_mut() {
            Some((group, names)) if *group == column.group() => names.push(column.name()),
            _ => groups.push((column.group(), vec![column.name()])),
        }
    }
    let lines: Vec<String> = groups
        .iter()
        .map(|(group, names)| format!("- {}: `{}`", group.words().get(lang), names.join("` `")))
        .collect();
    let (before, after) = match lang {
        Lang::En => (
            "Checks read a list by these names, whatever its headers are called. `beleg map LIST` shows which header is which column; a mapping file (`beleg map LIST -o mapping.toml`) says it otherwise.",
            "Several columns may be of one name: a second telephone number is another slot of `phone`. A header that is none of these stays unmapped; its cells are counted as filled, and nothing else.",
        ),
        Lang::De => (
            "Prüfpunkte lesen eine Liste unter diesen Namen, gleich wie ihre Überschriften lauten. `beleg map LISTE` zeigt, welche Überschrift welche Spalte ist; eine Zuordnung (`beleg map LISTE -o mapping.toml`) sagt es anders.",
            "Mehrere Spalten dürfen denselben Namen haben: Eine zweite Telefonnummer ist ein weiterer Platz von `phone`. Eine Überschrift, die keine davon ist, bleibt ohne Zuordnung; ihre Zellen werden als gefüllt gezählt, sonst nichts.",
        ),
    };
    format!("{before}\n\n{}\n\n{after}", lines.join("\n"))
}

/// All names, by kind.
pub fn list(shelf: &Shelf, globals: &Globals) -> String {
    if globals.format == Format::Json {
        let names = shelf.names();
        return serde_json::to_string(&names).unwrap_or_default() + "\n";
    }
    let lang = globals.lang;
    let mut page = Page::new(globals.look, 12);
    let (head, kinds) = match lang {
        Lang::En => (
            "beleg explain TOPIC",
            [
                "Pages",
                "Checks",
                "Clauses",
                "Remedies",
                "Quarantine",
                "Codes",
            ],
        ),
        Lang::De => (
            "beleg explain THEMA",
            [
                "Seiten",
                "Prüfpunkte",
                "Klauseln",
                "Abhilfen",
                "Quarantäne",
                "Codes",
            ],
        ),
    };
    page.head(head, "");
    for (i, kind) in kinds.iter().enumerate() {
        let names: Vec<String> = shelf
            .entries()
            .iter()
            .filter(|e| position(e) == i)
            .filter_map(|e| e.names().first().map(|n| (*n).to_owned()))
            .collect();
        if !names.is_empty() {
            page.text(kind, &names.join(" · "));
        }
    }
    globals.look.finish(page.finish())
}

fn position(entry: &Entry<'_>) -> usize {
    match entry {
        Entry::Page(_) => 0,
        Entry::Check(_) | Entry::Own(_) => 1,
        Entry::Clause(_) => 2,
        Entry::Remedy(_) => 3,
        Entry::Reason(_) => 4,
        Entry::Code(_) => 5,
    }
}
