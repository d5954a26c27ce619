//! The questionnaire as one page that needs nothing else: no script to fill it in, none from elsewhere, printable. The
//! script in it only saves the answers as a file, and its digest stands in the page's own policy.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{Given, TABLES, VERSION, hint, parts};
use crate::base::digest::Sha256;
use crate::base::lang::Lang;
use crate::cli::declare::question::{Choice, Kind, PARTS, Part, Question};

/// Entries of the long lists that a page has room for.
const ROWS: usize = 12;

const SCRIPT: &str = include_str!("save.js");
const STYLE: &str = include_str!("page.css");

/// The page.
pub fn page(given: &Given, lang: Lang) -> String {
    let said = |en: &'static str, de: &'static str| match lang {
        Lang::En => en,
        Lang::De => de,
    };
    let digest = |text: &str| {
        format!(
            "'sha256-{}'",
            STANDARD.encode(Sha256::of(text.as_bytes()).0)
        )
    };
    let policy = format!(
        "default-src 'none'; script-src {}; style-src {}; base-uri 'none'; form-action 'none'",
        digest(SCRIPT),
        digest(STYLE),
    );
    let page = Page { given, lang };
    let tables = TABLES
        .iter()
        .filter_map(|t| PARTS.iter().find(|p| p.table == *t));
    html! {
        (DOCTYPE)
        html lang=(lang.code()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                meta name="beleg-form" content=(VERSION);
                title { (said("Questions to the vendor of a contact list", "Fragen an den Anbieter einer Kontaktliste")) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                h1 { (said("Questions to the vendor of a contact list", "Fragen an den Anbieter einer Kontaktliste")) }
                p { (said(
                    "Somebody who buys or checks a list of contacts asks you, who sell or pass it on, to say what you know about it. Your answers become a declaration that is compared with the list and with the documents that you hand in. What you leave empty counts as not said, never as no. Please do not enter personal data of the people in the list.",
                    "Wer eine Liste von Kontakten kauft oder prüft, bittet Sie, die Sie sie verkaufen oder weitergeben, zu sagen, was Sie darüber wissen. Ihre Antworten werden zu einer Erklärung, die mit der Liste und mit den eingereichten Unterlagen verglichen wird. Was Sie leer lassen, gilt als nicht gesagt, nie als Nein. Bitte tragen Sie keine Daten der Personen aus der Liste ein.",
                )) }
                p { (said(
                    "This page sends nothing. Fill it in, save your answers with the button at its end, and send that file back with the list and the documents. The page keeps no answers when it is closed.",
                    "Diese Seite sendet nichts. Füllen Sie sie aus, speichern Sie Ihre Antworten mit dem Knopf am Ende, und senden Sie diese Datei mit der Liste und den Unterlagen zurück. Die Seite behält keine Antworten, wenn sie geschlossen wird.",
                )) }
                @for part in parts().take(4) { (page.part(part)) }
                @for part in tables.clone().take(1) { (page.part(part)) }
                @for part in parts().skip(4) { (page.part(part)) }
                @for part in tables.skip(1) { (page.part(part)) }
                p.save {
                    button #save type="button" { (said("Save the answers as a file", "Antworten als Datei speichern")) }
                }
                noscript { p { (said(
                    "Scripts are switched off: the button cannot save. Print the page, or ask for the questionnaire as a workbook.",
                    "Skripte sind abgeschaltet: Der Knopf kann nicht speichern. Drucken Sie die Seite, oder bitten Sie um den Fragebogen als Arbeitsmappe.",
                )) } }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    }
    .into_string()
}

struct Page<'a> {
    given: &'a Given,
    lang: Lang,
}

impl Page<'_> {
    fn part(&self, part: &Part) -> Markup {
        let lang = self.lang;
        html! {
            section {
                h2 { (part.title.get(lang)) }
                p { (part.intro.get(lang)) }
                @match part.entries {
                    0 | 1 => { @for q in part.questions { (self.question(part, 1, q)) } }
                    n => { @for entry in 1..=n.min(ROWS) {
                        details open[entry == 1] {
                            summary { (part.entry.get(lang)) " " (entry) }
                            @for q in part.questions { (self.question(part, entry, q)) }
                        }
                    } }
                }
            }
        }
    }

    fn question(&self, part: &Part, entry: usize, question: &Question) -> Markup {
        let address = part.address(entry, question.key);
        let known = self.given.iter().find(|(a, _)| *a == address);
        let known = known.map(|(_, said)| said.as_str());
        let lang = self.lang;
        let yes_no: [Choice; 2] = match lang {
            Lang::En => [plain("yes"), plain("no")],
            Lang::De => [plain("ja"), plain("nein")],
        };
        let help = match question.kind {
            // the boxes show what there is
            Kind::Some(_) => question.help.get(lang).to_owned(),
            _ => hint(question, lang),
        };
        html! {
            div.q {
                @match question.kind {
                    Kind::Some(choices) => {
                        fieldset {
                            legend { (question.ask.get(lang)) }
                            @for c in choices { label.box {
                                input type="checkbox" data-fact=(address) value=(c.word);
                                (c.name.get(lang))
                            } }
                        }
                    }
                    Kind::One(choices) => { (self.select(&address, question, choices)) }
                    Kind::YesNo => { (self.select(&address, question, &yes_no)) }
                    _ => {
                        label for=(address) { (question.ask.get(lang)) }
                        input #(address) type="text" data-fact=(address) value=[known] maxlength="2000" autocomplete="off";
                    }
                }
                @if !help.is_empty() { small { (help) } }
            }
        }
    }

    fn select(&self, address: &str, question: &Question, choices: &[Choice]) -> Markup {
        html! {
            label for=(address) { (question.ask.get(self.lang)) }
            select #(address) data-fact=(address) {
                option value="" {}
                @for c in choices { option value=(c.word) { (c.name.get(self.lang)) } }
            }
        }
    }
}

const fn plain(word: &'static str) -> Choice {
    Choice {
        word,
        name: crate::base::lang::Words { en: word, de: word },
    }
}
