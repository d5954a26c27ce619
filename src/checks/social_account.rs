crate::check! {
    en {
        /// Does the row name an account of the person on a social network?
        ///
        /// ## What is sorted
        /// Every row, by the columns for profiles of the person; a company's page is not one.
        ///
        /// ## Why it matters
        /// Messages on social networks are electronic mail for many laws. Only rows with an account can be approached
        /// there, and only they are judged for this channel.
        ///
        /// ## How it is decided
        /// `present` if a cell holds a web address, the path of a profile (`in/anna-muster`), or an account name of at least
        /// three characters without blanks. Pages of companies (`/company/`, `/school/`, `/companies/`) do not count as the
        /// person's. Anything else in the columns is `illegible`.
        ///
        /// ## What it cannot see
        /// Whether the account exists, whose it is, and whether its owner wants messages. No network is asked.
    }
    de {
        /// Nennt die Zeile ein Konto der Person in einem sozialen Netzwerk?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach den Spalten für Profile der Person; die Seite eines Unternehmens ist keines.
        ///
        /// ## Warum es zählt
        /// Nachrichten in sozialen Netzwerken gelten vielen Gesetzen als elektronische Post. Nur Zeilen mit einem Konto
        /// lassen sich dort ansprechen, und nur sie werden für diesen Kanal beurteilt.
        ///
        /// ## Wie entschieden wird
        /// `present`, wenn eine Zelle eine Webadresse enthält, den Pfad eines Profils (`in/anna-muster`) oder einen
        /// Kontonamen von mindestens drei Zeichen ohne Leerzeichen. Seiten von Unternehmen (`/company/`, `/school/`,
        /// `/companies/`) zählen nicht als Konto der Person. Alles andere in den Spalten ist `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob es das Konto gibt, wem es gehört und ob sein Inhaber Nachrichten wünscht. Kein Netzwerk wird gefragt.
    }
    "social-account" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::LinkedinUrl, Column::XingUrl, Column::SocialUrl],
        bins: &["present", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["https://www.linkedin.com/in/anna-muster-1", "", ""],
                    &["see profile", "", ""],
                    &["", "-", ""],
                ],
                &["present", "illegible", "blank"],
            ),
            Example::rows(
                &[
                    &["in/anna-muster", "", ""],
                    &["", "xing.com/profile/Anna_Muster", ""],
                    &["", "", "@annamuster"],
                    &["https://www.linkedin.com/company/firma-beispiel", "", ""],
                    &["#REF!", "", ""],
                ],
                &["present", "present", "present", "illegible", "illegible"],
            ),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    batch.worst(CHECK.columns, 2, |cells| {
        cells.iter().map(account).collect()
    })
}

/// The position in the bins for one cell.
#[cfg(feature = "engine")]
fn account(text: &str) -> u8 {
    if crate::data::blank::is_blank(text) {
        return 2;
    }
    let text = text.trim();
    let (mut letters, mut marks, mut single) = (0, 0, true);
    for b in text.bytes() {
        letters += u32::from(b.is_ascii_alphabetic());
        marks += u32::from(b.is_ascii_digit());
        single &= !b.is_ascii_whitespace();
    }
    let page = || {
        text.split('/')
            .any(|part| matches!(part, "company" | "companies" | "school" | "showcase"))
    };
    // numbers alone are ids of an unknown network, not accounts that can be found
    let named = letters > 0 && letters + marks >= 3;
    u8::from(!single || !named || text.starts_with('#') || page())
}
