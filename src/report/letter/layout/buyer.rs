//! The note to the buyer's own house: tasks that no vendor can do.

use super::{Block, about, or_blank, plain, points};
use crate::base::lang::Lang;
use crate::report::letter::Letter;

pub fn blocks(out: &mut Vec<Block>, letter: &Letter, lang: Lang) {
    let head = &letter.head;
    let delivery = [&head.vendor, &head.delivery].into_iter().flatten();
    let delivery: Vec<String> = delivery.map(plain).collect();
    let delivery = match delivery.is_empty() {
        true => String::new(),
        false => format!(" ({})", delivery.join(", ")),
    };
    out.push(Block::Title(match lang {
        Lang::En => format!("Our own tasks for a purchased list{delivery}"),
        Lang::De => format!("Eigene Aufgaben zu einer gekauften Liste{delivery}"),
    }));
    let mut fields = vec![(
        match lang {
            Lang::En => "Buyer",
            Lang::De => "Käufer",
        }
        .to_owned(),
        or_blank(&head.buyer),
    )];
    fields.extend(about(head, lang));
    out.push(Block::Fields(fields));
    let none = letter.items.is_empty() && letter.further.is_empty();
    out.push(Block::Text(
        match (none, lang) {
            (true, Lang::En) => "Nothing is open on our side.",
            (true, Lang::De) => "Auf unserer Seite ist nichts offen.",
            (false, Lang::En) => {
                "No vendor can do these things for us; they stand apart from the two words of the audit. What has a \
                 date is due on that day. File each paper in the dossier; the next audit then finds it."
            }
            (false, Lang::De) => {
                "Das kann uns kein Anbieter abnehmen; es steht neben den beiden Worten der Prüfung. Was eine Frist \
                 trägt, ist an diesem Tag fällig. Legen Sie jede Unterlage im Dossier ab; die nächste Prüfung findet \
                 sie dort."
            }
        }
        .to_owned(),
    ));
    if head.received.is_none() && !none {
        out.push(Block::Text(
            match lang {
                Lang::En => {
                    "The day of receipt is not stated (`received` in the dossier), so that no due date can be worked \
                     out: our own notice is due one month after it."
                }
                Lang::De => {
                    "Der Tag des Eingangs ist nicht angegeben (`received` im Dossier); Fristen lassen sich deshalb \
                     nicht berechnen: Unsere eigene Information ist einen Monat danach fällig."
                }
            }
            .to_owned(),
        ));
    }
    let closing = match lang {
        Lang::En => "Further, of less weight:",
        Lang::De => "Ferner, von geringerem Gewicht:",
    };
    let points = points(letter, closing, lang);
    if !points.is_empty() {
        out.push(Block::Points(points));
    }
}
