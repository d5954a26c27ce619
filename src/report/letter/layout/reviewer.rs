//! The sheet for whoever reads the papers: per document the questions with their possible answers, and the rules that
//! counsel must settle.

use super::{Block, Point, Table, about, concern, plain};
use crate::base::lang::Lang;
use crate::report::letter::{Letter, Reading};
use crate::report::{things, words};

pub fn blocks(out: &mut Vec<Block>, letter: &Letter, lang: Lang) {
    let head = &letter.head;
    let delivery = [&head.vendor, &head.delivery].into_iter().flatten();
    let delivery: Vec<String> = delivery.map(plain).collect();
    let delivery = match delivery.is_empty() {
        true => String::new(),
        false => format!(" ({})", delivery.join(", ")),
    };
    out.push(Block::Title(match lang {
        Lang::En => format!("Papers to read for a purchased list{delivery}"),
        Lang::De => format!("Durchsicht der Unterlagen zu einer gekauften Liste{delivery}"),
    }));
    out.push(Block::Fields(about(head, lang)));
    if letter.readings.is_empty() && letter.rules.is_empty() {
        out.push(Block::Text(
            match lang {
                Lang::En => "No question is waiting for a reader, and no rule for counsel.",
                Lang::De => {
                    "Es wartet keine Frage auf eine Durchsicht und keine Regel auf Rechtsrat."
                }
            }
            .to_owned(),
        ));
        return;
    }
    if !letter.readings.is_empty() {
        out.push(Block::Text(
            match lang {
                Lang::En => {
                    "A document at hand counts for its contents only when a named person has read it. Please answer \
                     each question by one of the answers below it, with page, name and day, and record it with \
                     `beleg dossier review` or as `[[review]]` in the dossier. A question that the document does not \
                     answer stays open. What each answer means: `beleg explain` and the name of the check."
                }
                Lang::De => {
                    "Was in einer vorliegenden Unterlage steht, zählt erst, wenn eine benannte Person sie gelesen \
                     hat. Bitte beantworten Sie jede Frage mit einer der Antworten darunter, mit Seite, Name und Tag, \
                     und halten Sie das mit `beleg dossier review` oder als `[[review]]` im Dossier fest. Was die \
                     Unterlage nicht beantwortet, bleibt offen. Was jede Antwort bedeutet: `beleg explain` und der \
                     Name des Prüfpunkts."
                }
            }
            .to_owned(),
        ));
        let readings = letter.readings.iter().enumerate();
        let points = readings.map(|(i, r)| reading(r, i + 1, lang)).collect();
        out.push(Block::Points(points));
    }
    if !letter.rules.is_empty() {
        let (heading, intro, columns) = match lang {
            Lang::En => (
                "Rules to settle with counsel",
                "The rule for these channels is not settled in these countries. Have counsel decide, and record the \
                 decision with date and reason in a policy of your own.",
                ["Code", "Requirement", "Channel", "Countries", "Rows"],
            ),
            Lang::De => (
                "Mit Rechtsrat zu klärende Regeln",
                "Für diese Kanäle ist die Regel in diesen Ländern nicht geklärt. Holen Sie Rechtsrat ein, und halten \
                 Sie die Entscheidung mit Datum und Begründung in einem eigenen Regelwerk fest.",
                ["Code", "Anforderung", "Kanal", "Länder", "Zeilen"],
            ),
        };
        out.push(Block::Heading(heading.to_owned()));
        out.push(Block::Text(intro.to_owned()));
        let rows = letter.rules.iter().map(|c| {
            let dash = |s: String| if s.is_empty() { "–".to_owned() } else { s };
            vec![
                c.code.clone(),
                dash(words::channels(&c.channels, lang)),
                dash(concern::countries(c, lang)),
                concern::figure(c, head, lang).unwrap_or_else(|| "–".to_owned()),
                c.title.get(lang).to_owned(),
            ]
        });
        let [code, requirement, channel, countries, figures] = columns;
        let head = [code, channel, countries, figures, requirement];
        out.push(Block::Table(Table {
            head: head.map(str::to_owned).to_vec(),
            rows: rows.collect(),
        }));
    }
}

fn reading(r: &Reading, number: usize, lang: Lang) -> Point {
    let kinds: Vec<&str> = r
        .kinds
        .iter()
        .map(|k| things::document(k).map_or(*k, |w| w.get(lang)))
        .collect();
    let name = match (&r.document, lang) {
        (Some(id), _) => format!("{} · {}", plain(id), kinds.join(", ")),
        (None, Lang::En) => "About rows, from whichever document covers them".to_owned(),
        (None, Lang::De) => "Zu Zeilen, aus der Unterlage, die sie abdeckt".to_owned(),
    };
    let label = match lang {
        Lang::En => "Answers",
        Lang::De => "Antworten",
    };
    let parts = r.questions.iter().enumerate().map(|(i, q)| {
        let answers: Vec<String> = q.answers.iter().map(|a| format!("`{a}`")).collect();
        Point {
            mark: super::part(i),
            ask: vec![format!(
                "{} ({})",
                q.question.get(lang),
                q.clauses.join(", ")
            )],
            lines: vec![(format!("{label} (`{}`)", q.check), answers.join(" · "))],
            parts: Vec::new(),
        }
    });
    Point {
        mark: format!("{number}."),
        ask: vec![name],
        lines: Vec::new(),
        parts: parts.collect(),
    }
}
