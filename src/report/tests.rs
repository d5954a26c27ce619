//! What holds for every format: no forbidden word, and nothing that gets worse makes an output quieter.

use super::form::Form;
use super::human::Facing;
use super::look::Look;
use super::*;
use crate::base::code;
use crate::base::lang::Lang;
use crate::checks::CATALOGUE;
use crate::record::verdict::{Block, Severity};

/// Never printed as a judgement of a list.
const FORBIDDEN: [&str; 5] = [
    "gdpr-compliant",
    "dsgvo-konform",
    "safe to contact",
    "certified",
    "zertifiziert",
];

fn outputs(report: &Report) -> Vec<String> {
    [Lang::En, Lang::De]
        .into_iter()
        .flat_map(|lang| {
            let look = Look {
                lang,
                ..Look::default()
            };
            let all = Facing {
                all: true,
                ..Facing::default()
            };
            Form::ALL
                .map(|form| form.render(report, look, Facing::default()))
                .into_iter()
                .chain([human::render(report, look, all)])
        })
        .collect()
}

/// The word alone, not inside another (`illegal` is no judgement of ours either, but `legal basis` is a term of law).
fn judges_legal(text: &str) -> bool {
    let fine = [
        "not legal advice",
        "legal basis",
        "legal person",
        "legal-basis",
        "legal bases",
    ];
    let text = fine
        .iter()
        .fold(text.to_lowercase(), |t, f| t.replace(f, ""));
    text.split(|c: char| !c.is_alphanumeric())
        .any(|w| w == "legal")
}

#[test]
fn no_text_of_ours_judges_by_a_forbidden_word() {
    let mut texts = Vec::new();
    for signature in [
        Signature::NotChecked,
        Signature::Unverified,
        Signature::Checked(vec!["SHA256:x".to_owned()]),
        Signature::Signed(vec!["SHA256:x".to_owned()]),
    ] {
        for mut report in [sample::report(), sample::shared()] {
            report.signature = signature.clone();
            for text in outputs(&report) {
                // a page that calls itself verified proves nothing
                let said = text.to_lowercase().replace("not verified", "");
                let said = said.replace("nicht verifiziert", "");
                assert!(!said.contains("verifi"), "{text}");
                texts.push(text);
            }
        }
    }
    for c in code::all() {
        for w in [c.title, c.meaning, c.fix] {
            texts.extend([w.en.to_owned(), w.de.to_owned()]);
        }
    }
    for word in [
        Word::Rejected,
        Word::NotAssessable,
        Word::Conditional,
        Word::NoObjection,
    ] {
        texts.push(words::verdict(word).en.to_owned());
        texts.push(words::verdict(word).de.to_owned());
    }
    for text in &texts {
        let lower = text.to_lowercase();
        for word in FORBIDDEN {
            assert!(!lower.contains(word), "{word} in: {text}");
        }
        assert!(!judges_legal(text), "{text}");
    }
    for check in CATALOGUE {
        for text in [check.page.en, check.page.de] {
            // a vendor's claim may be quoted
            let lower = FORBIDDEN.iter().fold(text.to_lowercase(), |t, w| {
                ['"', '“', '„', '`']
                    .iter()
                    .fold(t, |t, q| t.replace(&format!("{q}{w}"), ""))
            });
            // a page may speak of certified mail, or of certificates that prove nothing
            for word in &FORBIDDEN[..3] {
                assert!(!lower.contains(word), "{word} in the page of {}", check.id);
            }
        }
    }
}

#[test]
fn the_test_of_forbidden_words_can_fail() {
    assert!(judges_legal("This list is legal."));
    assert!(!judges_legal(
        "It is not legal advice; the legal basis is stated."
    ));
}

#[test]
fn one_more_open_clause_is_seen_in_every_output() {
    let before = outputs(&sample::report());
    let statuses = [Status::Breached, Status::Unproven, Status::Waived];
    let blocks = [Block::Acquisition, Block::Contact];
    let scopes = [Scope::Row, Scope::Key, Scope::Document];
    let mut cases = Vec::new();
    for status in statuses {
        for block in blocks {
            cases.extend(scopes.map(|scope| (status, block, scope)));
        }
    }
    for (status, block, scope) in cases {
        let mut report = sample::report();
        let mut extra = report.findings[0].clone();
        extra.finding.code = "NEW-01".to_owned();
        extra.finding.status = status;
        extra.finding.block = block;
        extra.scope = scope;
        report.findings.push(extra);
        for (b, a) in before.iter().zip(outputs(&report)) {
            assert!(a.len() > b.len());
            assert!(a.contains("NEW-01"), "{status:?} {block:?} {scope:?}: {a}");
        }
    }
}

#[test]
fn rows_that_get_worse_are_seen_in_every_output() {
    let quiet = Facing {
        quiet: true,
        ..Facing::default()
    };
    let before = human::render(&sample::report(), Look::default(), quiet);
    let mut report = sample::report();
    report.acquisition.accepted = Some(243_039);
    report.acquisition.set_aside = Some(4_961);
    let after = human::render(&report, Look::default(), quiet);
    assert!(before.contains("243,040") && after.contains("243,039"));
    for text in outputs(&report) {
        assert!(
            ["4,961", "4.961", "4961"].iter().any(|n| text.contains(n)),
            "{text}"
        );
    }
}

/// What the forms for programs say of each finding: code, status, and figures as written.
fn told(form: Form, report: &Report) -> Vec<[String; 6]> {
    let text = form.render(report, Look::default(), Facing::default());
    let of = |v: &serde_json::Value| {
        let text = |k: &str| v[k].as_str().unwrap_or_default().to_owned();
        let number = |k: &str| v[k].as_u64().map_or_else(String::new, |n| n.to_string());
        let few = v["few"].as_array().expect("few").iter();
        let few: Vec<&str> = few.filter_map(|f| f.as_str()).collect();
        [
            text("code"),
            text("status"),
            number("units"),
            number("bad"),
            number("unproven"),
            few.join(" "),
        ]
    };
    let json = |line: &str| serde_json::from_str::<serde_json::Value>(line).expect("JSON");
    match form {
        Form::Json => json(&text)["findings"]
            .as_array()
            .expect("findings")
            .iter()
            .map(of)
            .collect(),
        Form::Ndjson => text
            .lines()
            .map(json)
            .filter(|v| v["type"] == "finding")
            .map(|v| of(&v))
            .collect(),
        _ => {
            let column = |name| {
                csv::COLUMNS
                    .iter()
                    .position(|c| *c == name)
                    .expect("column")
            };
            let named = ["code", "status", "units", "bad", "unproven", "few"].map(column);
            text.lines()
                .filter(|l| l.starts_with("finding,"))
                // only columns before the first that can hold a comma are read
                .map(|l| l.split(',').collect::<Vec<_>>())
                .map(|cells| named.map(|at| cells[at].to_owned()))
                .collect()
        }
    }
}

#[test]
fn the_forms_say_the_same_of_every_finding() {
    let mut report = sample::report();
    let f = &mut report.findings[0].finding;
    f.bad = None;
    f.few = vec!["bad".to_owned()];
    let json = told(Form::Json, &report);
    assert_eq!(json.len(), report.findings.len());
    for (l, said) in report.findings.iter().zip(&json) {
        assert_eq!(said[0], l.finding.code);
        assert_eq!(said[1], l.finding.status.name());
    }
    assert_eq!(json[0][3..], ["", "0", "bad"]);
    assert_eq!(told(Form::Ndjson, &report), json);
    assert_eq!(told(Form::Csv, &report), json);
}

/// A clause without proof, in whatever block and of whatever severity, never looks met.
#[test]
fn what_is_unproven_looks_met_in_no_form() {
    for severity in [Severity::Blocker, Severity::Major, Severity::Minor] {
        for status in [Status::Unproven, Status::Breached] {
            let mut report = sample::report();
            let line = &mut report.findings[0];
            line.finding.status = status;
            line.finding.severity = severity;
            for form in [Form::Json, Form::Ndjson, Form::Csv] {
                assert_eq!(told(form, &report)[0][1], status.name());
            }
            let word = words::status(status);
            for (form, lang) in [
                (Form::Markdown, Lang::En),
                (Form::Markdown, Lang::De),
                (Form::Human, Lang::En),
                (Form::Human, Lang::De),
            ] {
                let look = Look {
                    lang,
                    ..Look::default()
                };
                let text = form.render(&report, look, Facing::default());
                let line = text.lines().find(|l| l.contains("PER-02"));
                let line = line.expect("a line");
                assert!(line.contains(word.get(lang)), "{line}");
                assert!(!line.contains(words::status_sign(Status::Met)), "{line}");
            }
        }
    }
}

/// Figures of rows from 1 to 4 are not in the verdict; no form may come to them by subtraction or default.
#[test]
fn a_small_figure_is_never_written_as_nothing() {
    let mut report = sample::report();
    for l in &mut report.findings {
        l.finding.bad = None;
        l.finding.unproven = None;
        l.finding.few = vec!["bad".to_owned(), "unproven".to_owned()];
    }
    for form in [Form::Json, Form::Ndjson, Form::Csv] {
        for said in told(form, &report) {
            assert_eq!(said[3..], ["", "", "bad unproven"], "{}", form.name());
        }
    }
    let markdown = markdown::render(&report, Lang::En);
    assert!(markdown.contains("| PER-02 |") && markdown.contains(r"\<5"));
}

/// The banner stands in every form, in front, and nowhere else.
#[test]
fn what_nobody_vouches_for_says_so_in_every_form() {
    for mut report in [sample::report(), sample::shared()] {
        for text in outputs(&report) {
            assert!(!text.contains("VERIFI"), "{text}");
        }
        report.signature = Signature::Unverified;
        let quiet = Facing {
            quiet: true,
            ..Facing::default()
        };
        let mut all = outputs(&report);
        all.push(human::render(&report, Look::default(), quiet));
        for text in all {
            let said = text.contains("NOT VERIFIED") || text.contains("NICHT VERIFIZIERT");
            assert!(said, "{text}");
        }
    }
}

#[test]
fn what_a_shared_bundle_lacks_is_named_in_every_form() {
    let report = sample::shared();
    let json: serde_json::Value =
        serde_json::from_str(&json::render(&report, Lang::En)).expect("JSON");
    assert_eq!(json["missing"][0], "path");
    assert!(json.get("path").is_none() && json["rows"].get("quarantined").is_none());
    assert!(csv::render(&report, Lang::En).contains(",path quarantine-reasons list-sizes "));
    assert!(ndjson::render(&report, Lang::En).contains("\"missing\":[\"path\","));
    for form in [Form::Human, Form::Markdown] {
        let text = form.render(&report, Look::default(), Facing::default());
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(disclaimer::WITHHELD.en), "{text}");
    }
}
