use std::collections::BTreeMap;

use unicode_width::UnicodeWidthStr as _;

use super::*;
use crate::report::sample;

fn shown(lang: Lang, width: usize) -> String {
    let look = Look {
        lang,
        width,
        ..Look::default()
    };
    let files = ["kontakte-de-2026q3.csv".to_owned()];
    render(
        &sample::report(),
        look,
        Facing {
            files: &files,
            ..Facing::default()
        },
    )
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    for lang in [Lang::En, Lang::De] {
        for width in [60, 80, 99, 100, 120, 240] {
            for line in shown(lang, width).lines() {
                assert!(line.width() <= width, "{width}: {line}");
                assert_eq!(line, line.trim_end());
            }
        }
    }
}

#[test]
fn the_german_table_is_the_one_of_the_design() {
    let text = shown(Lang::De, 80);
    for line in [
        "beleg 1.0.0 · kontakte-de-2026q3.csv · 248.011 Zeilen · Regelwerk eu-b2b 2026.11",
        "Stichtag 2026-11-23 · Käufer Muster AG · Kanäle E-Mail, Telefon, Post",
        "│ PER-02  │ Höchstens eine von hundert      │ 11.904 │  4,8\u{a0}% │ ✕ verletzt     │",
        "│         │ Adressen liegt bei einem        │        │        │   wesentlich   │",
        "│ INF-07  │ Jede nicht bei der Person       │  3.968 │  1,6\u{a0}% │ ✓ ausgesondert │",
        "Angenommen 243.040 Zeilen · ausgesondert 4.960: 1.488 Mangel, 3.472 ohne Beleg",
        "142 Klauseln erfüllt, davon 1 nur behauptet · 27 nicht anwendbar (--all)",
        "│ E-Mail  │     14.306 │        226.502 │  7.192 │ ◐ nur mit Auflagen",
        "Zeilen   248.011 gelesen = 248.000 ausgewertet + 11 in Quarantäne",
        "Aufgaben 1 eigene offen, nächste bis 2026-12-21:",
        "Erwerb   ◐ NUR MIT AUFLAGEN   243.040 von 248.000 Zeilen, 4.960 ausgesondert",
        "Kontakt  ◐ NUR MIT AUFLAGEN   E-Mail 14.306 · Telefon 0 · Post 231.448",
        "Weg      Erwerb bestenfalls OHNE BEANSTANDUNG, alles beim Anbieter:",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
}

#[test]
fn a_wide_terminal_shows_bound_bar_basis_and_withheld() {
    let text = shown(Lang::En, 120);
    assert!(
        text.contains(
            "│ 11,904 │  4.8% │  ≤ 1% │ ▍░░░░░░░ │ GDPR Art. 5(1)(c)  │ email    │ ✕ breached  │"
        ),
        "{text}"
    );
    assert!(text.contains("│      – │     – │     0 │"), "{text}");
}

#[test]
fn the_path_comes_last_and_the_words_just_before_it() {
    for lang in [Lang::En, Lang::De] {
        let text = shown(lang, 80);
        let (label, word) = match lang {
            Lang::En => ("\nPath ", "WITH CONDITIONS"),
            Lang::De => ("\nWeg ", "NUR MIT AUFLAGEN"),
        };
        let path = text.find(label).expect("path");
        let last_word = text[..path].rfind(word).expect("word");
        assert!(
            last_word
                > text
                    .find("Notice")
                    .or(text.find("Hinweis"))
                    .expect("notice")
        );
        assert_eq!(text[..path].matches(word).count(), 2);
    }
}

#[test]
fn every_open_clause_occurs_by_code_however_many_there_are() {
    let mut report = sample::report();
    let one = report.findings[0].clone();
    for i in 0..40 {
        let mut l = one.clone();
        l.finding.code = format!("XXX-{i:02}");
        report.findings.insert(1, l);
    }
    let look = Look::default();
    let text = render(&report, look, Facing::default());
    for i in 0..40 {
        assert!(text.contains(&format!("XXX-{i:02}")), "{i}");
    }
    // at most twelve of them in the table
    let table = text
        .lines()
        .filter(|l| l.starts_with("│ ") && l.contains("breached"));
    assert_eq!(table.count(), 12);
    let all = render(
        &report,
        look,
        Facing {
            all: true,
            ..Facing::default()
        },
    );
    assert!(all.lines().count() > text.lines().count() + 60);
}

#[test]
fn quiet_leaves_the_words() {
    let text = render(
        &sample::report(),
        Look::default(),
        Facing {
            quiet: true,
            ..Facing::default()
        },
    );
    assert!(
        text.starts_with("Acquisition   ◐ WITH CONDITIONS"),
        "{text}"
    );
    assert!(text.contains("Contact       ◐ WITH CONDITIONS"));
    assert_eq!(text.lines().count(), 2, "{text}");
}

#[test]
fn a_dumb_terminal_gets_ascii_borders_and_signs() {
    let look = Look {
        plain: true,
        ..Look::default()
    };
    let text = render(&sample::report(), look, Facing::default());
    let strange: Vec<char> = text.chars().filter(|c| !c.is_ascii()).collect();
    assert!(strange.is_empty(), "{strange:?}");
    let widths: Vec<usize> = text
        .lines()
        .filter(|l| l.starts_with(['+', '|']))
        .map(str::len)
        .collect();
    assert!(widths.iter().all(|w| *w == 80), "{text}");
}

#[test]
fn colour_repeats_what_sign_and_word_say() {
    let report = sample::report();
    let coloured = render(
        &report,
        Look {
            colour: true,
            ..Look::default()
        },
        Facing::default(),
    );
    assert!(coloured.contains("\u{1b}[31m✕ breached\u{1b}[0m"));
    let mut bare = String::new();
    let mut rest = coloured.as_str();
    while let Some(at) = rest.find('\u{1b}') {
        bare.push_str(&rest[..at]);
        let end = rest[at..].find('m').expect("end of colour");
        rest = &rest[at + end + 1..];
    }
    bare.push_str(rest);
    assert_eq!(bare, render(&report, Look::default(), Facing::default()));
}

#[test]
fn what_is_too_small_to_be_written_is_never_nothing() {
    let mut report = sample::report();
    let l = &mut report.findings[0];
    l.finding.bad = None;
    l.finding.few = vec!["bad".to_owned()];
    let text = render(&report, Look::default(), Facing::default());
    let line = text.lines().find(|l| l.contains("PER-02")).expect("line");
    assert!(line.contains("<5"), "{line}");
}

#[test]
fn an_expired_policy_says_so() {
    let mut report = sample::report();
    report.policy.review_by = crate::base::clock::Day::parse("2026-01-01").expect("day");
    let text = render(&report, Look::default(), Facing::default());
    assert!(text.contains("This policy was due for review on 2026-01-01."));
}

#[test]
fn a_list_without_channels_says_so() {
    let mut report = sample::report();
    report.contact.channels = BTreeMap::new();
    let text = render(&report, Look::default(), Facing::default());
    assert!(text.contains("No planned channel has an address."));
}
