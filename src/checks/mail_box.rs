crate::check! {
    en {
        /// Is the mailbox a function, a person or a machine?
        ///
        /// ## What is sorted
        /// Every row, by the part of its e-mail addresses before the @.
        ///
        /// ## Why it matters
        /// `anna.muster@` concerns a natural person, also at work; `sales@` of a company usually does not. Some countries
        /// tie the right to write without consent to this difference. Technical and no-reply mailboxes are read by
        /// nobody who could be an interested reader, and test addresses show that the list was not looked after.
        ///
        /// ## How it is decided
        /// By a table of words in 26 languages, each with its reach: `post` is a function only if it stands alone, since
        /// people are called Post; `buchhaltung` is one wherever it stands. Case, a `+tag`, and a number at the end do not
        /// count; dot, hyphen and underscore are one separator. If a word is the row's own name, the name wins and the
        /// mailbox is `named`. At providers for everyone a function word makes no role mailbox. `opaque` are staff
        /// numbers and hashes, `rfc2142` technical names such as postmaster, `test` invented ones such as max.mustermann.
        /// What is nothing else is `named`. An address that is not well formed is `illegible`.
        ///
        /// ## What it cannot see
        /// Who reads the mailbox. A role mailbox may belong to one person, and `named` may be a nickname of a team. "Role"
        /// never means "free to use".
    }
    de {
        /// Ist das Postfach eine Funktion, eine Person oder eine Maschine?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach dem Teil ihrer E-Mail-Adressen vor dem @.
        ///
        /// ## Warum es zählt
        /// `anna.muster@` betrifft eine natürliche Person, auch bei der Arbeit; `vertrieb@` eines Unternehmens in der
        /// Regel nicht. In manchen Ländern hängt daran, ob ohne Einwilligung geschrieben werden darf. Technische und
        /// No-Reply-Postfächer liest niemand, der Interesse haben könnte, und Testadressen zeigen, dass die Liste nicht
        /// gepflegt wurde.
        ///
        /// ## Wie entschieden wird
        /// Nach einer Tabelle von Wörtern in 26 Sprachen, jedes mit seiner Reichweite: `post` ist nur allein stehend eine
        /// Funktion, denn es gibt Menschen, die Post heißen; `buchhaltung` ist überall eine. Großschreibung, ein `+tag`
        /// und eine Zahl am Ende zählen nicht; Punkt, Bindestrich und Unterstrich sind ein Trenner. Ist ein Wort der
        /// eigene Name der Zeile, geht der Name vor, und das Postfach ist `named`. Bei Anbietern für jedermann macht ein
        /// Funktionswort kein Funktionspostfach. `opaque` sind Personalnummern und Hashwerte, `rfc2142` technische Namen
        /// wie postmaster, `test` erfundene wie max.mustermann. Was nichts anderes ist, ist `named`. Eine Adresse, die
        /// nicht wohlgeformt ist, ist `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Wer das Postfach liest. Ein Funktionspostfach kann einer einzigen Person gehören, und `named` kann der
        /// Spitzname eines Teams sein. „Funktion“ heißt nie „frei verwendbar“.
    }
    "mail-box" {
        rev: 2,
        scope: Scope::Row,
        columns: &[
            Column::Email, Column::EmailWork, Column::EmailPersonal, Column::FullName, Column::FirstName,
            Column::LastName,
        ],
        bins: &["test", "noreply", "rfc2142", "opaque", "named", "role", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["max.mustermann@firma-beispiel.de", "", "", "", "", ""],
                    &["no-reply@firma-beispiel.de", "", "", "", "", ""],
                    &["postmaster@firma-beispiel.de", "", "", "", "", ""],
                    &["u1234567@firma-beispiel.de", "", "", "", "", ""],
                    &["anna.muster@firma-beispiel.de", "", "", "", "", ""],
                    &["vertrieb-sued@firma-beispiel.de", "", "", "", "", ""],
                    &["anna.muster", "", "", "", "", ""],
                    &["", "", "", "Anna Muster", "", ""],
                ],
                &["test", "noreply", "rfc2142", "opaque", "named", "role", "illegible", "blank"],
            ),
            Example::rows(
                &[
                    &["post@firma-beispiel.de", "", "", "", "", ""],
                    &["post@firma-beispiel.de", "", "", "Jan Post", "", ""],
                    &["sales.mueller@firma-beispiel.de", "", "", "", "Anna", "Müller"],
                    &["help.firma@gmail.com", "", "", "", "", ""],
                    &["info@firma-beispiel.de", "anna@firma-beispiel.de", "", "", "", ""],
                ],
                &["role", "named", "named", "named", "named"],
            ),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    use crate::data::mail::{COLUMNS, Mailbox, of_cells};
    batch.worst(&COLUMNS, Mailbox::Blank as u8, |cells| {
        of_cells(batch, cells)
            .iter()
            .map(|mail| mail.mailbox as u8)
            .collect()
    })
}
