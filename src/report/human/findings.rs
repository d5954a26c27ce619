//! The findings of acquisition: at most twelve lines, open ones before those that only set rows aside.

use super::table::{Kind, draw, left};
use crate::base::lang::{Lang, count, share};
use crate::record::check::Scope;
use crate::record::policy::Bound;
use crate::record::verdict::{Block, Status};
use crate::report::look::{Look, Tint};
use crate::report::page::{Page, wrap};
use crate::report::{Line, Report, words};

/// Lines of findings without `--all`.
const MOST: usize = 12;
/// From this width on bound, bar, basis and withheld channels are shown as well.
const WIDE: usize = 100;
/// Columns that a finding needs to be read without a break after every word.
const READABLE: usize = 22;

pub fn render(page: &mut Page, report: &Report, look: Look, all: bool) {
    let lang = look.lang;
    page.blank();
    page.line(&look.tint(
        Tint::Bold,
        match lang {
            Lang::En => "Acquisition · may the list be held, and which rows of it?",
            Lang::De => "Erwerb · darf die Liste gehalten werden, und welche Zeilen?",
        },
    ));
    let listed: Vec<&Line> = report
        .findings
        .iter()
        .filter(|l| l.finding.block == Block::Acquisition)
        .filter(|l| all || l.open() || l.sets_aside())
        .collect();
    let shown = if all {
        listed.len()
    } else {
        listed.len().min(MOST)
    };
    if shown > 0 {
        for line in table(&listed[..shown], look) {
            page.line(&coloured(&line, look));
        }
    }
    let rest: Vec<&str> = listed[shown..]
        .iter()
        .map(|l| l.finding.code.as_str())
        .collect();
    if !rest.is_empty() {
        let n = count(rest.len() as u64, lang);
        let codes = rest.join(", ");
        let text = match lang {
            Lang::En => format!("{n} more (--all): {codes}"),
            Lang::De => format!("{n} weitere (--all): {codes}"),
        };
        for line in wrap(&text, look.width) {
            page.line(&line);
        }
    }
    summary(page, report, look);
}

/// What a column of the table shows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Clause,
    Title,
    Rows,
    Share,
    Bound,
    Bar,
    Basis,
    Withheld,
    Result,
}

impl Part {
    fn heading(self, lang: Lang) -> &'static str {
        let words = match self {
            Self::Clause => ("Clause", "Klausel"),
            Self::Title => ("Finding", "Befund"),
            Self::Rows => ("Rows", "Zeilen"),
            Self::Share => ("Share", "Anteil"),
            Self::Bound => ("Bound", "Grenze"),
            Self::Bar => ("0    100", "0    100"),
            Self::Basis => ("Basis", "Grundlage"),
            Self::Withheld => ("Withheld", "Entzug"),
            Self::Result => ("Result", "Ergebnis"),
        };
        match lang {
            Lang::En => words.0,
            Lang::De => words.1,
        }
    }

    const fn kind(self) -> Kind {
        match self {
            Self::Title => Kind::Rest,
            Self::Rows | Self::Share | Self::Bound => Kind::Number,
            Self::Basis => Kind::Narrow(18),
            Self::Withheld => Kind::Narrow(10),
            Self::Clause | Self::Bar | Self::Result => Kind::Text,
        }
    }

    fn cell(self, l: &Line, look: Look) -> String {
        let lang = look.lang;
        match self {
            Self::Clause => l.finding.code.clone(),
            Self::Title => l.title.get(lang).to_owned(),
            Self::Rows => figure(l, lang),
            Self::Share => portion(l, lang),
            Self::Bound => bound(deciding(l), lang),
            Self::Bar => bar(l),
            Self::Basis => l
                .law
                .first()
                .map(|s| words::law(s, lang))
                .unwrap_or_default(),
            Self::Withheld if l.finding.withhold.is_empty() => "–".to_owned(),
            Self::Withheld => l.finding.withhold.join(", "),
            Self::Result => result(l, look),
        }
    }
}

/// Five columns on a narrow terminal; on a wide one as many more as leave the finding room to be read.
fn table(lines: &[&Line], look: Look) -> Vec<String> {
    // the first to go when the terminal is too narrow
    let optional = [Part::Bar, Part::Withheld, Part::Basis, Part::Bound];
    let all = [
        Part::Clause,
        Part::Title,
        Part::Rows,
        Part::Share,
        Part::Bound,
        Part::Bar,
        Part::Basis,
        Part::Withheld,
        Part::Result,
    ];
    let mut left_out = if look.width >= WIDE {
        0
    } else {
        optional.len()
    };
    loop {
        let parts: Vec<Part> = all
            .into_iter()
            .filter(|p| !optional[..left_out].contains(p))
            .collect();
        let kinds: Vec<Kind> = parts.iter().map(|p| p.kind()).collect();
        let rows: Vec<Vec<String>> = std::iter::once(
            parts
                .iter()
                .map(|p| p.heading(look.lang).to_owned())
                .collect(),
        )
        .chain(
            lines
                .iter()
                .map(|l| parts.iter().map(|p| p.cell(l, look)).collect()),
        )
        .collect();
        if left_out == optional.len() || left(&kinds, &rows, look) >= READABLE {
            return draw(&kinds, rows, look);
        }
        left_out += 1;
    }
}

/// Rows that count for the result; none for clauses about papers.
fn figure(l: &Line, lang: Lang) -> String {
    if l.scope != Scope::Row {
        return "–".to_owned();
    }
    match l.counted() {
        Some(n) => count(n, lang),
        None if l.affected().is_none() => "<5".to_owned(),
        None => "–".to_owned(),
    }
}

fn portion(l: &Line, lang: Lang) -> String {
    let units = l.finding.units.filter(|_| l.scope == Scope::Row);
    match (l.counted(), units) {
        (Some(n), Some(units)) => share(n, units, lang),
        _ => None,
    }
    .unwrap_or_else(|| "–".to_owned())
}

fn deciding(l: &Line) -> &Bound {
    let unproven = match l.finding.status {
        Status::Unproven => true,
        Status::Breached => false,
        _ => l.finding.bad == Some(0),
    };
    if unproven { &l.max_unproven } else { &l.max }
}

/// `≤ 1%`, `≤ 2,5 %`, or the count. The decimal text of the policy is moved by two places, never computed with.
pub fn bound(bound: &Bound, lang: Lang) -> String {
    match bound {
        Bound::Count(n) => count(*n, lang),
        Bound::Share(s) => {
            let (whole, places) = s.as_str().split_once('.').unwrap_or((s.as_str(), ""));
            let places = format!("{places:0<2}");
            let (up, down) = places.split_at(2);
            let up = format!("{whole}{up}");
            let up = up.trim_start_matches('0');
            let up = if up.is_empty() { "0" } else { up };
            let down = down.trim_end_matches('0');
            match lang {
                Lang::En if down.is_empty() => format!("≤ {up}%"),
                Lang::En => format!("≤ {up}.{down}%"),
                Lang::De if down.is_empty() => format!("≤ {up}\u{a0}%"),
                Lang::De => format!("≤ {up},{down}\u{a0}%"),
            }
        }
    }
}

/// Eight cells from 0 to 100 %, filled in eighths; what is not nothing is at least an eighth of a cell.
fn bar(l: &Line) -> String {
    let units = l.finding.units.filter(|u| l.scope == Scope::Row && *u > 0);
    let (Some(n), Some(units)) = (l.counted(), units) else {
        return String::new();
    };
    let (n, units) = (u128::from(n), u128::from(units));
    let eighths = ((n * 128 / units).div_ceil(2).min(64) as usize).max(usize::from(n > 0));
    let mut out = "█".repeat(eighths / 8);
    let part = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][eighths % 8];
    out.push_str(part);
    let filled = out.chars().count();
    out + &"░".repeat(8 - filled)
}

fn result(l: &Line, look: Look) -> String {
    let lang = look.lang;
    let status = l.finding.status;
    let sign = look.sign(status);
    match status {
        Status::Met if l.sets_aside() => match lang {
            Lang::En => format!("{sign} set aside"),
            Lang::De => format!("{sign} ausgesondert"),
        },
        Status::Breached | Status::Unproven | Status::Waived => format!(
            "{sign} {}\n  {}",
            words::status(status).get(lang),
            words::severity(l.finding.severity).get(lang)
        ),
        _ => format!("{sign} {}", words::status(status).get(lang)),
    }
}

/// Colour repeats sign and word; it is laid on after the table is drawn, since it has no width.
fn coloured(line: &str, look: Look) -> String {
    if !look.colour {
        return line.to_owned();
    }
    let mut out = line.to_owned();
    for (status, tint) in [
        (Status::Met, Tint::Green),
        (Status::Breached, Tint::Red),
        (Status::Unproven, Tint::Grey),
        (Status::Waived, Tint::Amber),
    ] {
        let (sign, word) = (look.sign(status), words::status(status).get(look.lang));
        let plain = format!("{sign} {word}");
        out = out.replace(&plain, &look.tint(tint, &plain));
    }
    out
}

/// What became of the rows, and of the clauses that are not listed.
fn summary(page: &mut Page, report: &Report, look: Look) {
    let lang = look.lang;
    let a = &report.acquisition;
    let n = |x: u64| count(x, lang);
    let o = |x: Option<u64>| x.map_or_else(|| "–".to_owned(), n);
    let rows = match lang {
        Lang::En => format!(
            "Accepted {} rows · set aside {}: {} bad, {} without proof",
            o(a.accepted),
            o(a.set_aside),
            o(a.set_aside_bad),
            o(a.set_aside_unproven)
        ),
        Lang::De => format!(
            "Angenommen {} Zeilen · ausgesondert {}: {} Mangel, {} ohne Beleg",
            o(a.accepted),
            o(a.set_aside),
            o(a.set_aside_bad),
            o(a.set_aside_unproven)
        ),
    };
    let of = |s: Status| a.findings.get(&s).copied().unwrap_or(0);
    let declared = report
        .findings
        .iter()
        .filter(|l| l.finding.block == Block::Acquisition && l.finding.status == Status::Met)
        .filter(|l| l.finding.grade.as_deref() == Some("declared"))
        .count() as u64;
    let (met, aside) = (of(Status::Met), of(Status::NotApplicable));
    let mut parts = vec![match lang {
        Lang::En if met == 1 => "1 clause met".to_owned(),
        Lang::En => format!("{} clauses met", n(met)),
        Lang::De if met == 1 => "1 Klausel erfüllt".to_owned(),
        Lang::De => format!("{} Klauseln erfüllt", n(met)),
    }];
    if declared > 0 {
        parts.push(match lang {
            Lang::En => format!(", {} of them by declaration only", n(declared)),
            Lang::De => format!(", davon {} nur behauptet", n(declared)),
        });
    }
    parts.push(match lang {
        Lang::En => format!(" · {} not applicable (--all)", n(aside)),
        Lang::De => format!(" · {} nicht anwendbar (--all)", n(aside)),
    });
    let clauses = parts.concat();
    for line in wrap(&rows, look.width)
        .into_iter()
        .chain(wrap(&clauses, look.width))
    {
        page.line(&line);
    }
}
