crate::check! {
    en {
        /// Is the mail domain named after the person of the row?
        ///
        /// ## What is sorted
        /// Every row, by the domains of its e-mail addresses and the surname that it gives.
        ///
        /// ## Why it matters
        /// Whoever writes from a domain of their own name is often a sole trader or writes from home: then even
        /// `info@` is a person's mailbox. Companies that bear a founder's name show the same sign.
        ///
        /// ## How it is decided
        /// `yes` if the registered part of the domain holds the surname as a word of its own, or begins with it (four
        /// letters at least): `gruenwald-bau.de` for Ms Grünwald. Letters beyond ASCII count in all usual spellings;
        /// particles such as von or de do not count. Under shared hosts the customer's name counts. Providers for
        /// everybody, authorities and schools never do. A row without a surname is `no`. A value that is no address is
        /// `illegible`.
        ///
        /// ## What it cannot see
        /// Whether the person owns the domain. What follows is sorted by `mail-trader` and `mail-nature`, which look
        /// at the legal form first.
    }
    de {
        /// Ist die Mail-Domain nach der Person der Zeile benannt?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach den Domains ihrer E-Mail-Adressen und dem Nachnamen, den sie nennt.
        ///
        /// ## Warum es zählt
        /// Wer von einer Domain des eigenen Namens schreibt, ist oft Einzelunternehmer oder schreibt von zu Hause:
        /// Dann ist auch `info@` das Postfach eines Menschen. Unternehmen, die nach dem Gründer heißen, zeigen
        /// dasselbe Zeichen.
        ///
        /// ## Wie entschieden wird
        /// `yes`, wenn der registrierte Teil der Domain den Nachnamen als eigenes Wort enthält oder mit ihm beginnt
        /// (mindestens vier Buchstaben): `gruenwald-bau.de` bei Frau Grünwald. Buchstaben jenseits von ASCII zählen in
        /// allen üblichen Schreibweisen, Zusätze wie von oder de nicht. Unter geteilten Hosts zählt der Name des
        /// Kunden. Anbieter für jedermann, Behörden und Schulen zählen nie. Eine Zeile ohne Nachnamen ist `no`. Ein
        /// Wert, der keine Adresse ist, ist `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob die Domain der Person gehört. Was daraus folgt, sortieren `mail-trader` und `mail-nature`, die zuerst
        /// auf die Rechtsform sehen.
    }
    "mail-person-domain" {
        rev: 1,
        scope: Scope::Row,
        columns: &[
            Column::Email, Column::EmailWork, Column::EmailPersonal, Column::FullName, Column::FirstName,
            Column::LastName,
        ],
        bins: &["yes", "no", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["info@gruenwald-beispiel.de", "", "", "Anna Grünwald", "", ""],
                    &["info@firma-beispiel.de", "", "", "Anna Grünwald", "", ""],
                    &["info@gruenwald_beispiel.de", "", "", "Anna Grünwald", "", ""],
                    &["", "", "", "Anna Grünwald", "", ""],
                    &["info@bau-gruenwald-beispiel.de", "", "", "", "Anna", "Grünwald"],
                    &["info@GRUNWALDBAU-beispiel.de", "", "", "", "Anna", "Grünwald"],
                    &["info@grünwald-beispiel.de", "", "", "Grünwald, Anna", "", ""],
                    &["info@lindner-beispiel.de", "", "", "", "Anna", "Lin"],
                    &["info@van-beispiel.de", "", "", "Anna van der Grünwald", "", ""],
                    &["anna@web.de", "", "", "Anna Web", "", ""],
                    &["info@lindmoor.onmicrosoft.com", "", "", "", "Anna", "Lindmoor"],
                    &["info@gruenwald-beispiel.de", "", "", "", "", ""],
                ],
                &["yes", "no", "illegible", "blank", "yes", "yes", "yes", "no", "no", "no", "yes", "no"],
            ),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    crate::data::mail_flags::sort(batch, crate::data::mail::Flags::PERSON_DOMAIN)
}
