//! `--format markdown`: at most twenty lines for a step summary or a merge request. What does not fit stands there by
//! its code. No HTML and no links: the text is shown by programs that would follow them.

use super::disclaimer::{DISCLAIMER, WITHHELD};
use super::{Line, Report, Signature, Way, words};
use crate::base::lang::{Lang, count, share};
use crate::record::check::Scope;
use crate::record::verdict::{Block, Status};

/// Findings with a line of their own.
const MOST: usize = 6;

pub fn render(report: &Report, lang: Lang) -> String {
    let mut out = String::new();
    if let Some(banner) = report.banner() {
        out.push_str(&format!("**{}**\n\n", banner.get(lang)));
    }
    words(&mut out, report, lang);
    let listed: Vec<&Line> = report
        .findings
        .iter()
        .filter(|l| l.finding.block != Block::Buyer && (l.open() || l.takes_rows()))
        .collect();
    let shown = listed.len().min(MOST);
    if shown > 0 {
        table(&mut out, &listed[..shown], lang);
    }
    let mut points = Vec::new();
    if listed.len() > shown {
        points.push(rest(&listed[shown..], lang));
    }
    points.extend(paths(report, lang));
    points.extend(own(report, lang));
    points.push(about(report, lang));
    for point in points {
        out.push_str(&format!("- {point}\n"));
    }
    out.push_str(&format!("\n{}\n", DISCLAIMER.get(lang)));
    out
}

/// Both words with their rows.
fn words(out: &mut String, report: &Report, lang: Lang) {
    let n = |x: u64| count(x, lang);
    let o = |x: Option<u64>| x.map_or_else(|| "–".to_owned(), n);
    let word = |w| words::verdict(w).get(lang);
    let a = &report.acquisition;
    let (rows, quarantined) = (&report.rows, n(report.rows.quarantined()));
    let (read, loaded) = (n(rows.read), n(rows.loaded));
    let (accepted, aside) = (o(a.accepted), o(a.set_aside));
    let (bad, unproven) = (o(a.set_aside_bad), o(a.set_aside_unproven));
    let channels: Vec<String> = report
        .contact
        .channels
        .iter()
        .map(|(c, w)| {
            let name = c.words(lang);
            let said = word(w.verdict);
            let (usable, none) = (n(w.usable), n(w.no_address));
            let withheld = n(w.withheld_bad + w.withheld_unproven);
            match lang {
                Lang::En => format!(
                    "{name}: {said}, {usable} usable, {withheld} withheld, {none} without address"
                ),
                Lang::De => format!(
                    "{name}: {said}, {usable} verwendbar, {withheld} zurückgehalten, {none} ohne Adresse"
                ),
            }
        })
        .collect();
    let channels = match (channels.is_empty(), lang) {
        (false, _) => channels.join(" · "),
        (true, Lang::En) => "no planned channel has an address".to_owned(),
        (true, Lang::De) => "kein geplanter Kanal hat eine Adresse".to_owned(),
    };
    let (aw, cw) = (word(a.verdict), word(report.contact.verdict));
    out.push_str(&match lang {
        Lang::En => format!(
            "- **Acquisition: {aw}** · {accepted} of {loaded} rows accepted, {aside} set aside ({bad} bad, {unproven} without proof); {read} read, {quarantined} quarantined\n- **Contact: {cw}** · {channels}\n"
        ),
        Lang::De => format!(
            "- **Erwerb: {aw}** · {accepted} von {loaded} Zeilen angenommen, {aside} ausgesondert ({bad} Mangel, {unproven} ohne Beleg); {read} gelesen, {quarantined} in Quarantäne\n- **Kontakt: {cw}** · {channels}\n"
        ),
    });
}

fn table(out: &mut String, lines: &[&Line], lang: Lang) {
    out.push_str(match lang {
        Lang::En => "\n| Clause | Finding | Rows | Share | Result |\n",
        Lang::De => "\n| Klausel | Befund | Zeilen | Anteil | Ergebnis |\n",
    });
    out.push_str("| --- | --- | ---: | ---: | --- |\n");
    for l in lines {
        let cells = [
            l.finding.code.clone(),
            l.title.get(lang).to_owned(),
            figure(l, lang),
            portion(l, lang),
            result(l, lang),
        ];
        let cells = cells.map(|c| escaped(&c));
        out.push_str(&format!("| {} |\n", cells.join(" | ")));
    }
    out.push('\n');
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

/// The status, and what is lost by it.
fn result(l: &Line, lang: Lang) -> String {
    let f = &l.finding;
    let sign = words::status_sign(f.status);
    let status = words::status(f.status).get(lang);
    let severity = words::severity(f.severity).get(lang);
    match (f.status, lang) {
        (Status::Met, Lang::En) if l.sets_aside() => format!("{sign} {status}, rows set aside"),
        (Status::Met, Lang::De) if l.sets_aside() => {
            format!("{sign} {status}, Zeilen ausgesondert")
        }
        (Status::Met, Lang::En) => format!("{sign} {status}, rows withheld"),
        (Status::Met, Lang::De) => format!("{sign} {status}, Zeilen zurückgehalten"),
        _ => format!("{sign} {status}, {severity}"),
    }
}

/// By code: open ones with their sign, those that only take rows after them.
fn rest(lines: &[&Line], lang: Lang) -> String {
    let codes: Vec<String> = lines
        .iter()
        .map(|l| {
            let f = &l.finding;
            format!("{} {}", f.code, words::status_sign(f.status)).replace(' ', "\u{a0}")
        })
        .collect();
    let (n, codes) = (count(lines.len() as u64, lang), escaped(&codes.join(", ")));
    match lang {
        Lang::En => format!("{n} more: {codes}"),
        Lang::De => format!("{n} weitere: {codes}"),
    }
}

fn paths(report: &Report, lang: Lang) -> Option<String> {
    let paths = report.path.as_ref()?;
    let of = |block: Block, way: &Option<Way>| -> Option<String> {
        let way = way.as_ref().filter(|w| !w.steps.is_empty())?;
        let name = words::block(block).get(lang);
        let best = words::verdict(way.at_best).get(lang);
        let steps: Vec<String> = way
            .steps
            .iter()
            .map(|s| format!("{} ({})", s.remedy, s.clauses.join(", ")))
            .collect();
        let steps = escaped(&steps.join("; "));
        Some(match lang {
            Lang::En => format!("{name} at best **{best}** by {steps}"),
            Lang::De => format!("{name} bestenfalls **{best}** durch {steps}"),
        })
    };
    let both: Vec<String> = [
        of(Block::Acquisition, &paths.acquisition),
        of(Block::Contact, &paths.contact),
    ]
    .into_iter()
    .flatten()
    .collect();
    (!both.is_empty()).then(|| match lang {
        Lang::En => format!("Path: {}", both.join(" · ")),
        Lang::De => format!("Weg: {}", both.join(" · ")),
    })
}

/// The buyer's own tasks, and what the policy's owner decided.
fn own(report: &Report, lang: Lang) -> Option<String> {
    let mut parts = Vec::new();
    if !report.tasks.is_empty() {
        let tasks: Vec<String> = report
            .tasks
            .iter()
            .map(|t| match (t.due, lang) {
                (Some(day), Lang::En) => format!("{} by {day}", t.code),
                (Some(day), Lang::De) => format!("{} bis {day}", t.code),
                (None, _) => t.code.clone(),
            })
            .collect();
        let (n, tasks) = (count(tasks.len() as u64, lang), tasks.join(", "));
        parts.push(match lang {
            Lang::En => format!("Your tasks, {n} open: {tasks}"),
            Lang::De => format!("Eigene Aufgaben, {n} offen: {tasks}"),
        });
    }
    if !report.decisions.is_empty() {
        let decisions: Vec<String> = report
            .decisions
            .iter()
            .map(|d| {
                let channel = d.channel.words(lang);
                let by = &d.decision.by;
                let on = d.decision.on;
                match lang {
                    Lang::En => format!("{} {channel} {}, {by} on {on}", d.country, d.value),
                    Lang::De => format!("{} {channel} {}, {by} am {on}", d.country, d.value),
                }
            })
            .collect();
        let decisions = escaped(&decisions.join("; "));
        parts.push(match lang {
            Lang::En => format!("Decided by the policy's owner: {decisions}"),
            Lang::De => format!("Vom Eigner des Regelwerks gesetzt: {decisions}"),
        });
    }
    (!parts.is_empty()).then(|| parts.join(" · "))
}

/// Record, policy, list, signature, and what is missing.
fn about(report: &Report, lang: Lang) -> String {
    let policy = format!("{} {}", report.policy.id, report.policy.version);
    let policy = match (report.policy.shipped, lang) {
        (true, _) => policy,
        (false, Lang::En) => format!("{policy} (own)"),
        (false, Lang::De) => format!("{policy} (eigenes)"),
    };
    let lists: Vec<String> = report
        .subjects
        .iter()
        .map(|s| format!("{} SHA-256 {}", s.name, s.sha256.short()))
        .collect();
    let signature = match (&report.signature, lang) {
        (Signature::NotChecked, Lang::En) => "not signed",
        (Signature::NotChecked, Lang::De) => "nicht unterschrieben",
        (Signature::Unverified, Lang::En) => "signature not checked",
        (Signature::Unverified, Lang::De) => "Signatur nicht geprüft",
        (Signature::Checked(_), Lang::En) => "signature checked",
        (Signature::Checked(_), Lang::De) => "Signatur geprüft",
        (Signature::Signed(_), Lang::En) => "signed",
        (Signature::Signed(_), Lang::De) => "unterschrieben",
    };
    let (record, as_of) = (&report.record, report.as_of);
    let lists = lists.join(", ");
    let mut text = escaped(&match lang {
        Lang::En => {
            format!("Record {record}, as of {as_of}, policy {policy}, {lists}, {signature}")
        }
        Lang::De => {
            format!("Beleg {record}, Stichtag {as_of}, Regelwerk {policy}, {lists}, {signature}")
        }
    });
    if report.as_of > report.policy.review_by {
        let due = report.policy.review_by;
        text.push_str(&match lang {
            Lang::En => format!("; the policy was due for review on {due}"),
            Lang::De => format!("; das Regelwerk war am {due} zu überprüfen"),
        });
    }
    if !report.missing.is_empty() {
        text.push_str("; ");
        text.push_str(WITHHELD.get(lang));
    }
    text
}

/// Nothing in a foreign text can form a table, a heading, code, HTML, a mention or a link.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let link = (c == ':' && text[at..].starts_with("://"))
            || (c == '.' && text[..at].to_ascii_lowercase().ends_with("www"));
        let mark = matches!(
            c,
            '\\' | '|' | '`' | '<' | '>' | '@' | '#' | '*' | '_' | '[' | ']' | '&' | '~'
        );
        if link || mark {
            out.push('\\');
        }
        out.push(if c == '\n' || c == '\r' { ' ' } else { c });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn twenty_lines_hold_everything_that_is_open() {
        for lang in [Lang::En, Lang::De] {
            for n in [0, 1, 200] {
                let mut report = sample::report();
                report.signature = Signature::Unverified;
                for i in 0..n {
                    let mut extra = report.findings[0].clone();
                    extra.finding.code = format!("NEW-{i}");
                    report.findings.push(extra);
                }
                let text = render(&report, lang);
                assert!(text.lines().count() <= 20, "{n}: {text}");
                for l in report
                    .findings
                    .iter()
                    .filter(|l| l.open() || l.takes_rows())
                {
                    assert!(text.contains(&l.finding.code), "{}", l.finding.code);
                }
            }
        }
    }

    #[test]
    fn foreign_text_stays_text() {
        for (text, written) in [
            ("a|b`c`", r"a\|b\`c\`"),
            ("<script>", r"\<script\>"),
            ("# @you", r"\# \@you"),
            ("[x](https://a)", r"\[x\](https\://a)"),
            ("WWW.a.b", r"WWW\.a.b"),
            ("a\nb", "a b"),
        ] {
            assert_eq!(escaped(text), written);
        }
    }
}
