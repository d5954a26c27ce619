//! The letter to the vendor: why we ask, the points, what answers would change, how to answer; and three annexes.

use super::concern::few;
use super::{BLANK, Block, Table, about, or_blank, plain, points};
use crate::base::lang::{Lang, count};
use crate::record::column::Column;
use crate::record::verdict::Block as Part;
use crate::report::letter::{Concern, Count, Item, Letter, Manner, Outlook, Thing};
use crate::report::{things, words};

pub fn blocks(out: &mut Vec<Block>, letter: &Letter, lang: Lang) {
    let head = &letter.head;
    let vendor = head.vendor.as_ref().map_or_else(|| BLANK.to_owned(), plain);
    let buyer = or_blank(&head.buyer);
    let names = match lang {
        Lang::En => ["To", "From", "Date"],
        Lang::De => ["An", "Von", "Datum"],
    };
    out.push(Block::Fields(vec![
        (names[0].to_owned(), vendor),
        (names[1].to_owned(), buyer.clone()),
        (names[2].to_owned(), BLANK.to_owned()),
    ]));
    let delivery = head.delivery.as_ref().map(|d| format!(" {}", plain(d)));
    let delivery = delivery.unwrap_or_default();
    out.push(Block::Title(match lang {
        Lang::En => format!("Your delivery{delivery}: what we still ask of you"),
        Lang::De => format!("Ihre Lieferung{delivery}: worum wir Sie noch bitten"),
    }));
    out.push(Block::Fields(about(head, lang)));
    for text in opening(letter, lang) {
        out.push(Block::Text(text));
    }
    let closing = match lang {
        Lang::En if letter.items.is_empty() => "Of less weight:",
        Lang::En => "Further, of less weight:",
        Lang::De if letter.items.is_empty() => "Von geringerem Gewicht:",
        Lang::De => "Ferner, von geringerem Gewicht:",
    };
    let points = points(letter, closing, lang);
    if !points.is_empty() {
        out.push(Block::Points(points));
    }
    after(out, letter, lang);
    out.push(Block::Sign(buyer));
    annexes(out, letter, lang);
}

fn opening(letter: &Letter, lang: Lang) -> Vec<String> {
    let none = letter.items.is_empty() && letter.further.is_empty();
    let all = || letter.items.iter().chain(&letter.further);
    let breached = all().any(|i| i.manner == Manner::Breached);
    let [salutation, why] = match lang {
        Lang::En => [
            "Dear Sir or Madam,",
            "thank you for your delivery. Before we take over a list of contacts we compare it, and the papers that \
             come with it, with a written policy: we answer ourselves for every row that we keep and for everyone \
             whom we approach (GDPR Art. 5(2), 14). The list named above was read row by row. This letter says what \
             in it concerns you; it repeats no row.",
        ],
        Lang::De => [
            "Sehr geehrte Damen und Herren,",
            "vielen Dank für Ihre Lieferung. Bevor wir eine Liste mit Kontakten übernehmen, vergleichen wir sie und \
             die zugehörigen Unterlagen mit einem schriftlichen Regelwerk: Für jede Zeile, die wir speichern, und für \
             jede Person, die wir ansprechen, stehen wir selbst ein (Art. 5 Abs. 2, Art. 14 DSGVO). Die oben genannte \
             Liste haben wir Zeile für Zeile ausgewertet. Dieses Schreiben fasst zusammen, was davon Sie betrifft; \
             einzelne Zeilen gibt es nicht wieder.",
        ],
    };
    let how = match (none, letter.items.is_empty(), breached, lang) {
        (true, .., Lang::En) => "Nothing is left that we must ask of you. Thank you for your care.",
        (true, .., Lang::De) => {
            "Es ist nichts offen geblieben, um das wir Sie bitten müssten. Vielen Dank für Ihre Sorgfalt."
        }
        (_, true, _, Lang::En) => {
            "Nothing that decides is left open. What follows is of less weight."
        }
        (_, true, _, Lang::De) => {
            "Was entscheidet, ist nicht mehr offen. Das Folgende ist von geringerem Gewicht."
        }
        (.., false, Lang::En) => {
            "Nothing below is a reproach: we ask for evidence that has not reached us yet. What the list or your \
             papers answer already is not asked again."
        }
        (.., false, Lang::De) => {
            "Nichts davon ist ein Vorwurf: Wir bitten um Nachweise, die uns noch nicht vorliegen. Was die Liste oder \
             Ihre Unterlagen schon beantworten, fragen wir nicht noch einmal."
        }
        (.., true, Lang::En) => {
            "What is marked “still open” is no reproach: we ask for evidence that has not reached us yet. What is \
             marked “we found” the list or the papers themselves show; there we ask you to correct, to explain or to \
             leave out. What they answer already is not asked again."
        }
        (.., true, Lang::De) => {
            "Was mit „noch offen“ bezeichnet ist, ist kein Vorwurf: Wir bitten um Nachweise, die uns noch nicht \
             vorliegen. Was mit „festgestellt“ bezeichnet ist, zeigen die Liste oder die Unterlagen selbst; dort \
             bitten wir Sie, die Angaben zu berichtigen, zu erläutern oder wegzulassen. Was sie schon beantworten, \
             fragen wir nicht noch einmal."
        }
    };
    let by = match (none, lang) {
        (true, _) => String::new(),
        (false, Lang::En) => format!(" Please let us have your answer by {BLANK}."),
        (false, Lang::De) => format!(" Bitte antworten Sie uns bis zum {BLANK}."),
    };
    vec![salutation.to_owned(), why.to_owned(), format!("{how}{by}")]
}

/// What stands below the points: what was not measured, what answers would change, how to answer, and the close.
fn after(out: &mut Vec<Block>, letter: &Letter, lang: Lang) {
    if !letter.unmeasured.is_empty() {
        let codes = letter.unmeasured.join(", ");
        out.push(Block::Text(match lang {
            Lang::En => format!("Nothing was measured about: {codes}."),
            Lang::De => format!("Nicht gemessen wurde: {codes}."),
        }));
    }
    if letter.items.is_empty() && letter.further.is_empty() {
        out.push(Block::Text(
            match lang {
                Lang::En => "Kind regards",
                Lang::De => "Mit freundlichen Grüßen",
            }
            .to_owned(),
        ));
        return;
    }
    if !letter.outlook.is_empty() {
        let heading = match lang {
            Lang::En => "What your answers change",
            Lang::De => "Was Ihre Antworten ändern",
        };
        out.push(Block::Heading(heading.to_owned()));
        out.extend(letter.outlook.iter().map(|o| Block::Text(outlook(o, lang))));
    }
    let (heading, texts) = match lang {
        Lang::En => (
            "How to answer",
            [
                "You need no special software. Answers in plain prose, PDF documents and tables are all welcome; \
                 please give the number of the point with each. Columns may be delivered with the list itself or as \
                 a second table with your record numbers. If a questionnaire suits you better, we shall send you one \
                 (it is made with `beleg declare --form`).",
                "If something cannot be shown or does not exist, please say so: a clear no helps us, too. Please send \
                 lists encrypted, and no data of persons in the text of an e-mail.",
            ],
        ),
        Lang::De => (
            "So können Sie antworten",
            [
                "Sie brauchen keine besondere Software. Antworten in freiem Text, PDF-Dokumente und Tabellen sind \
                 gleichermaßen willkommen; bitte geben Sie jeweils die Nummer des Punktes an. Spalten können Sie mit \
                 der Liste selbst liefern oder als zweite Tabelle mit Ihren Satznummern. Wenn Ihnen ein Fragebogen \
                 lieber ist, senden wir Ihnen gern einen (er entsteht mit `beleg declare --form`).",
                "Lässt sich etwas nicht belegen oder gibt es etwas nicht, schreiben Sie es bitte: Auch ein klares \
                 Nein hilft uns weiter. Bitte senden Sie Listen verschlüsselt und keine Angaben zu Personen im Text \
                 einer E-Mail.",
            ],
        ),
    };
    out.push(Block::Heading(heading.to_owned()));
    out.extend(texts.map(|t| Block::Text(t.to_owned())));
    let close = match lang {
        Lang::En => "Thank you for your help; we are glad to answer questions.",
        Lang::De => "Für Ihre Mühe danken wir Ihnen; für Rückfragen stehen wir gern zur Verfügung.",
    };
    out.push(Block::Text(close.to_owned()));
    out.push(Block::Text(
        match lang {
            Lang::En => "Kind regards",
            Lang::De => "Mit freundlichen Grüßen",
        }
        .to_owned(),
    ));
}

fn outlook(o: &Outlook, lang: Lang) -> String {
    let now = words::verdict(o.now).get(lang);
    let then = words::verdict(o.at_best).get(lang);
    let block = match (o.block, lang) {
        (Part::Contact, Lang::En) => "Contact (who may be approached?)",
        (_, Lang::En) => "Acquisition (may the list be held, and which rows of it?)",
        (Part::Contact, Lang::De) => "Kontakt (wer darf angesprochen werden?)",
        (_, Lang::De) => "Erwerb (darf die Liste gehalten werden, und welche Zeilen?)",
    };
    let ours = match (o.all_theirs, lang) {
        (true, _) => "",
        (false, Lang::En) => " Part of what decides it lies with us.",
        (false, Lang::De) => " Ein Teil dessen, was darüber entscheidet, liegt bei uns.",
    };
    match (o.now == o.at_best, lang) {
        (false, Lang::En) => format!(
            "{block}: by our policy the result at present is “{now}”; once everything that decides it is settled, at \
             best “{then}”.{ours}"
        ),
        (true, Lang::En) => format!(
            "{block}: by our policy the result at present is “{now}”; the points on it alone do not change that \
             word, only the rows that it is about.{ours}"
        ),
        (false, Lang::De) => format!(
            "{block}: Nach unserem Regelwerk lautet das Ergebnis derzeit „{now}“; sobald alles geklärt ist, was \
             darüber entscheidet, bestenfalls „{then}“.{ours}"
        ),
        (true, Lang::De) => format!(
            "{block}: Nach unserem Regelwerk lautet das Ergebnis derzeit „{now}“; die Punkte dazu allein ändern \
             nicht das Wort, nur die Zeilen, für die es gilt.{ours}"
        ),
    }
}

fn annexes(out: &mut Vec<Block>, letter: &Letter, lang: Lang) {
    let mut number = 0;
    let mut annex = |out: &mut Vec<Block>, en: &str, de: &str| {
        if number == 0 {
            out.push(Block::Annex);
        }
        number += 1;
        out.push(Block::Heading(match lang {
            Lang::En => format!("Annex {number}: {en}"),
            Lang::De => format!("Anlage {number}: {de}"),
        }));
    };
    let documents = documents(letter, lang);
    let columns = columns(letter, lang);
    if !documents.is_empty() || !columns.is_empty() {
        annex(
            out,
            "What to hand in, by thing",
            "Was vorzulegen ist, nach Stücken",
        );
        let [document, column, holds, header, points] = match lang {
            Lang::En => [
                "Document",
                "Column",
                "What it holds",
                "Header, such as",
                "Point",
            ],
            Lang::De => [
                "Unterlage",
                "Spalte",
                "Inhalt",
                "Überschrift, etwa",
                "Punkt",
            ],
        };
        if !documents.is_empty() {
            out.push(Block::Table(Table {
                head: vec![points.to_owned(), document.to_owned()],
                rows: documents,
            }));
        }
        if !columns.is_empty() {
            let head = [points, column, header, holds];
            out.push(Block::Table(Table {
                head: head.map(str::to_owned).to_vec(),
                rows: columns,
            }));
        }
    }
    if !letter.back.is_empty() {
        annex(out, "Rows as things stand", "Zeilen nach jetzigem Stand");
        back(out, letter, lang);
    }
    let requirements = requirements(letter, lang);
    if !requirements.is_empty() {
        annex(
            out,
            "The requirements behind the points",
            "Die Anforderungen hinter den Punkten",
        );
        let head = match lang {
            Lang::En => ["Code", "Requirement and its source"],
            Lang::De => ["Code", "Anforderung und ihre Quelle"],
        };
        out.push(Block::Table(Table {
            head: head.map(str::to_owned).to_vec(),
            rows: requirements,
        }));
        if letter
            .items
            .iter()
            .flat_map(|i| &i.concerns)
            .any(|c| !c.countries.is_empty())
        {
            out.push(Block::Small(
                match lang {
                    Lang::En => {
                        "Certainty: how sure the rule for this country and channel is: H high, M medium, L low."
                    }
                    Lang::De => {
                        "Gewissheit: wie sicher die Regel für dieses Land und diesen Kanal ist: H hoch, M mittel, L gering."
                    }
                }
                .to_owned(),
            ));
        }
    }
}

/// All items with the number of their point.
fn numbered(letter: &Letter) -> impl Iterator<Item = (usize, &Item)> {
    let closing = letter.items.len() + 1;
    let items = letter
        .items
        .iter()
        .enumerate()
        .map(|(i, item)| (i + 1, item));
    items.chain(letter.further.iter().map(move |i| (closing, i)))
}

/// Things once each, with the points that ask for them.
fn gathered<T: PartialEq>(letter: &Letter, pick: impl Fn(&Thing) -> Option<T>) -> Vec<(T, String)> {
    let mut out: Vec<(T, Vec<usize>)> = Vec::new();
    for (n, item) in numbered(letter) {
        for thing in item.hand_in.iter().filter_map(&pick) {
            match out.iter_mut().find(|(t, _)| *t == thing) {
                Some((_, points)) if points.contains(&n) => {}
                Some((_, points)) => points.push(n),
                None => out.push((thing, vec![n])),
            }
        }
    }
    let join = |p: Vec<usize>| {
        let p: Vec<String> = p.iter().map(usize::to_string).collect();
        p.join(", ")
    };
    out.into_iter().map(|(t, p)| (t, join(p))).collect()
}

fn documents(letter: &Letter, lang: Lang) -> Vec<Vec<String>> {
    let pick = |t: &Thing| match t {
        Thing::Document { .. } | Thing::Again { .. } => Some(t.clone()),
        _ => None,
    };
    gathered(letter, pick)
        .into_iter()
        .map(|(t, points)| vec![points, super::thing(&t, lang)])
        .collect()
}

fn columns(letter: &Letter, lang: Lang) -> Vec<Vec<String>> {
    let pick = |t: &Thing| match t {
        Thing::Column(c) => Some(*c),
        _ => None,
    };
    gathered(letter, pick)
        .into_iter()
        .map(|(c, points): (Column, String)| {
            let wanted = things::column(c);
            let say = |w: Option<crate::base::lang::Words>| {
                w.map_or_else(String::new, |w| w.get(lang).to_owned())
            };
            vec![
                points,
                format!("`{}`", c.name()),
                say(wanted.map(|w| w.header)),
                say(wanted.map(|w| w.meaning)),
            ]
        })
        .collect()
}

fn back(out: &mut Vec<Block>, letter: &Letter, lang: Lang) {
    let intro = match lang {
        Lang::En => {
            "These rows stay set aside, and go back to you, or stay out of the channels named, as long as nothing \
             changes. A row may be counted under several codes. The rows themselves are not part of this letter; on \
             request we name them by their numbers."
        }
        Lang::De => {
            "Diese Zeilen bleiben ausgesondert und gehen an Sie zurück, oder sie bleiben von den genannten Kanälen \
             ausgenommen, solange sich nichts ändert. Eine Zeile kann unter mehreren Codes gezählt sein. Die Zeilen \
             selbst stehen nicht in diesem Schreiben; auf Wunsch benennen wir sie nach ihren Nummern."
        }
    };
    out.push(Block::Text(intro.to_owned()));
    let head = match lang {
        Lang::En => ["Code", "Rows", "Point", "Effect", "Requirement"],
        Lang::De => ["Code", "Zeilen", "Punkt", "Folge", "Anforderung"],
    };
    let rows = letter.back.iter().map(|b| {
        let n = match b.rows {
            Count::Exactly(n) => count(n, lang),
            Count::Few => "<5".to_owned(),
        };
        let effect = match (b.aside, lang) {
            (true, Lang::En) => "set aside".to_owned(),
            (true, Lang::De) => "ausgesondert".to_owned(),
            (false, Lang::En) => format!("withheld: {}", words::channels(&b.channels, lang)),
            (false, Lang::De) => format!("zurückgehalten: {}", words::channels(&b.channels, lang)),
        };
        let point = b.point.map_or_else(|| "–".to_owned(), |p| p.to_string());
        let title = b.title.get(lang).to_owned();
        vec![b.code.clone(), n, point, effect, title]
    });
    out.push(Block::Table(Table {
        head: head.map(str::to_owned).to_vec(),
        rows: rows.collect(),
    }));
    if letter.back.iter().any(|b| b.rows == Count::Few) {
        let few = few(lang);
        out.push(Block::Small(match lang {
            Lang::En => {
                format!("<5: {few} rows; the figure itself would say much about few people.")
            }
            Lang::De => {
                format!("<5: {few} Zeilen; die Zahl selbst würde viel über wenige Personen sagen.")
            }
        }));
    }
}

fn requirements(letter: &Letter, lang: Lang) -> Vec<Vec<String>> {
    let mut all: Vec<&Concern> = Vec::new();
    for (_, item) in numbered(letter) {
        for c in &item.concerns {
            if !all.iter().any(|a| a.code == c.code) {
                all.push(c);
            }
        }
    }
    all.sort_by(|a, b| a.code.cmp(&b.code));
    all.into_iter()
        .map(|c| {
            let law: Vec<String> = c.law.iter().map(|l| words::law(l, lang)).collect();
            let status = match (c.manner, lang) {
                (Manner::If, Lang::En) => " (if it applies)",
                (Manner::If, Lang::De) => " (falls anwendbar)",
                _ => "",
            };
            let text = match law.is_empty() {
                true => format!("{}{status}", c.title.get(lang)),
                false => format!("{}{status} · {}", c.title.get(lang), law.join("; ")),
            };
            vec![c.code.clone(), text]
        })
        .collect()
}
