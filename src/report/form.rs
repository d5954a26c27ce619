//! The forms that a report can have, and how a file's name tells which one it gets.

use super::human::Facing;
use super::look::Look;
use super::{Report, csv, human, json, markdown, ndjson};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    Human,
    Json,
    Ndjson,
    Markdown,
    Csv,
}

impl Form {
    pub const ALL: [Self; 5] = [
        Self::Human,
        Self::Json,
        Self::Ndjson,
        Self::Markdown,
        Self::Csv,
    ];

    /// As `--format` and `--report` name it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::Json => "json",
            Self::Ndjson => "ndjson",
            Self::Markdown => "markdown",
            Self::Csv => "csv",
        }
    }

    /// Endings of files in this form.
    const fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Human => &["txt"],
            Self::Json => &["json"],
            Self::Ndjson => &["ndjson", "jsonl"],
            Self::Markdown => &["md", "markdown"],
            Self::Csv => &["csv"],
        }
    }

    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|f| f.name() == name)
    }

    /// By the ending of a file's name.
    pub fn of_file(name: &str) -> Option<Self> {
        let (_, ending) = name.rsplit_once('.')?;
        let ending = ending.to_ascii_lowercase();
        Self::ALL
            .into_iter()
            .find(|f| f.endings().contains(&ending.as_str()))
    }

    pub fn render(self, report: &Report, look: Look, facing: Facing<'_>) -> String {
        match self {
            Self::Human => human::render(report, look, facing),
            Self::Json => json::render(report, look.lang),
            Self::Ndjson => ndjson::render(report, look.lang),
            Self::Markdown => markdown::render(report, look.lang),
            Self::Csv => csv::render(report, look.lang),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_endings_lead_to_one_form_each() {
        for form in Form::ALL {
            assert_eq!(Form::named(form.name()), Some(form));
            for ending in form.endings() {
                assert_eq!(Form::of_file(&format!("a.b.{ending}")), Some(form));
            }
        }
        assert_eq!(Form::of_file("REPORT.MD"), Some(Form::Markdown));
        assert_eq!(Form::of_file("report"), None);
        assert_eq!(Form::of_file("report.pdf"), None);
    }
}
