crate::check! {
    en {
        /// Who published the contact data, and for what?
        ///
        /// ## What is sorted
        /// Every row, by the page on which its data are said to have been published, the day on which they were found there,
        /// and what the source register says about it.
        ///
        /// ## Why it matters
        /// The Netherlands and Slovakia ask for no consent to e-mail if the business itself published the address: in the
        /// Netherlands for receiving such messages, in Slovakia as its business contact. A directory or a network that
        /// passes an address on is not the business.
        ///
        /// ## How it is decided
        /// A page of the company's own (see `source-evidence`) and a day of collection, from the row or from its entry in the
        /// register, make the row `published-by-owner`. A page of anybody else is `republished`.
        ///
        /// That an address was published for receiving offers stands in the wording of the page. So `published-for-contact`
        /// needs a document that shows it, named in the entry of the register (`publication-evidence = { is = …, document =
        /// … }`), or a named person who read it. Said without such a document it does not count; a vendor who says that
        /// others republished the data is believed.
        ///
        /// A page without a day is `blank`, unless a document speaks for it. A page of which the row does not tell whose it
        /// is, or a date that cannot be read or lies ahead, is `illegible`.
        ///
        /// ## What it cannot see
        /// What stood on the page that day.
    }
    de {
        /// Wer hat die Kontaktdaten veröffentlicht, und wofür?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach der Seite, auf der ihre Daten veröffentlicht worden sein sollen, dem Tag, an dem sie dort gefunden
        /// wurden, und dem, was das Quellenverzeichnis dazu sagt.
        ///
        /// ## Warum es zählt
        /// Die Niederlande und die Slowakei verlangen keine Einwilligung in E-Mail, wenn das Unternehmen die Adresse selbst
        /// veröffentlicht hat: in den Niederlanden zum Empfang solcher Nachrichten, in der Slowakei als Geschäftskontakt.
        /// Ein Verzeichnis oder Netzwerk, das eine Adresse weitergibt, ist nicht das Unternehmen.
        ///
        /// ## Wie entschieden wird
        /// Eine eigene Seite des Unternehmens (siehe `source-evidence`) und ein Tag der Erhebung, aus der Zeile oder ihrem
        /// Eintrag im Quellenverzeichnis, machen die Zeile `published-by-owner`. Die Seite eines anderen ist `republished`.
        ///
        /// Dass eine Adresse zum Empfang von Angeboten veröffentlicht wurde, steht im Wortlaut der Seite. Darum braucht
        /// `published-for-contact` eine Unterlage, die es zeigt und im Eintrag des Verzeichnisses genannt ist
        /// (`publication-evidence = { is = …, document = … }`), oder eine benannte Person, die sie gelesen hat. Ohne solche
        /// Unterlage zählt die Angabe nicht; wer als Anbieter sagt, dass andere die Daten weitergaben, dem wird geglaubt.
        ///
        /// Eine Seite ohne Tag ist `blank`, wenn keine Unterlage für sie spricht. Eine Seite, bei der die Zeile nicht zeigt,
        /// wem sie gehört, oder ein Datum, das unlesbar ist oder in der Zukunft liegt, ist `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Was an jenem Tag auf der Seite stand.
    }
    "publication-evidence" {
        rev: 1,
        scope: Scope::Row,
        columns: &[
            Column::SourceUrl,
            Column::CollectedAt,
            Column::Source,
            Column::Email,
            Column::CompanyWebsite,
            Column::CompanyName,
            Column::VendorRecordUrl,
            Column::CompanyDomain,
        ],
        bins: &["republished", "published-by-owner", "published-for-contact", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["https://www.pagesjaunes.fr/pros/1", "2026-03-01", "", "info@nordwerk-beispiel.de"],
                    &["https://blog-beispiel.de/firmen", "2026-03-01", "", "info@nordwerk-beispiel.de"],
                    &["https://nordwerk-beispiel.de/contact", "2026-03-01", "", "info@nordwerk-beispiel.de"],
                    &["https://nordwerk-beispiel.de/contact", "", "", "info@nordwerk-beispiel.de"],
                    &["https://nordwerk-beispiel.de/contact", "soon", "", "info@nordwerk-beispiel.de"],
                    &["https://nordwerk-beispiel.de/contact", "2027-03-01", "", "info@nordwerk-beispiel.de"],
                    &["https://nordwerk-beispiel.de/contact", "2026-03-01", "", "nordwerk.beispiel@gmx.de"],
                    &["website", "2026-03-01", "", "info@nordwerk-beispiel.de"],
                    &["", "2026-03-01", "", "info@nordwerk-beispiel.de"],
                ],
                &[
                    "republished", "republished", "published-by-owner", "blank", "illegible", "illegible",
                    "illegible", "illegible", "blank",
                ],
            ),
            Example::rows(
                &[
                    &["https://nordwerk-beispiel.de/contact", "2026-03-01", "Site", "info@nordwerk-beispiel.de"],
                    &["", "", "Site", "info@nordwerk-beispiel.de"],
                    &["https://www.pagesjaunes.fr/pros/1", "2026-03-01", "Site", "info@nordwerk-beispiel.de"],
                    &["https://nordwerk-beispiel.de/contact", "2026-03-01", "Said", "info@nordwerk-beispiel.de"],
                    &["https://nordwerk-beispiel.de/contact", "", "Said", "info@nordwerk-beispiel.de"],
                    &["", "", "Said", "info@nordwerk-beispiel.de"],
                    &["https://nordwerk-beispiel.de/contact", "2026-03-01", "Lost", "info@nordwerk-beispiel.de"],
                    &["https://nordwerk-beispiel.de/contact", "2026-03-01", "Others", "info@nordwerk-beispiel.de"],
                    &["", "", "Garbled", "info@nordwerk-beispiel.de"],
                    &["", "", "Read", "info@nordwerk-beispiel.de"],
                ],
                &[
                    "published-for-contact",
                    "published-for-contact",
                    "republished",
                    "published-by-owner",
                    "published-by-owner",
                    "blank",
                    "published-by-owner",
                    "republished",
                    "illegible",
                    "published-by-owner",
                ],
            )
            .with(r#"
                [[gdpr.sources]]
                id = "site"
                matches = ["Site"]
                publication-evidence = { is = "published-for-contact", document = "pages" }
                [[gdpr.sources]]
                id = "said"
                matches = ["Said"]
                collected = { first = "2026-01-01", last = "2026-03-31" }
                publication-evidence = "published-for-contact"
                [[gdpr.sources]]
                id = "lost"
                matches = ["Lost"]
                publication-evidence = { is = "published-for-contact", document = "lost" }
                [[gdpr.sources]]
                id = "others"
                matches = ["Others"]
                publication-evidence = "republished"
                [[gdpr.sources]]
                id = "garbled"
                matches = ["Garbled"]
                publication-evidence = "in print"
                [[gdpr.sources]]
                id = "read"
                matches = ["Read"]
                [[gdpr.documents]]
                id = "pages"
                kind = "source-register"
                path = "pages.pdf"
                [[gdpr.documents]]
                id = "lost"
                kind = "source-register"
                path = "missing/pages.pdf"
            "#, r#"
                [[review]]
                check = "publication-evidence@read"
                document = "pages"
                answer = "published-by-owner"
                by = "dpo-2026"
                at = 2026-11-20
            "#),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
use crate::data::{
    age::periods,
    batch::Batch,
    date::{DayCell, days},
    pages::{self, Page},
    register,
};
#[cfg(feature = "engine")]
use crate::record::dossier::Grade;

/// Bins by position.
#[cfg(feature = "engine")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
enum Published {
    Again,
    ByOwner,
    ForContact,
    Illegible,
    Blank,
}

/// Whether the page can be dated.
#[cfg(feature = "engine")]
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Dated {
    Illegible,
    No,
    Yes,
}

/// What the entry of each source says, as far as it counts.
#[cfg(feature = "engine")]
fn stated(batch: &Batch<'_>) -> std::sync::Arc<Vec<Published>> {
    batch.plan.once("publication-evidence", || {
        let dossier = batch.dossier();
        let said = |source| match dossier.fact(&CHECK, Some(source)) {
            None => Published::Blank,
            Some(known) => match known.is {
                "republished" => Published::Again,
                "illegible" => Published::Illegible,
                // a claim is no evidence of its own truth
                _ if known.grade == Grade::Declared => Published::Blank,
                "published-by-owner" => Published::ByOwner,
                _ => Published::ForContact,
            },
        };
        dossier.sources().iter().map(said).collect()
    })
}

#[cfg(feature = "engine")]
fn sort(batch: &Batch<'_>) -> Vec<u8> {
    let as_of = batch.as_of();
    let pages = pages::of_rows(batch);
    let periods = periods(batch);
    let entries = register::entry(batch);
    let stated = stated(batch);
    let collected: Vec<_> = batch
        .cells(Column::CollectedAt)
        .iter()
        .map(|cells| days(batch, cells))
        .collect();
    let dated = |row: usize| {
        let cells = collected.iter().map(|days| match days[row] {
            DayCell::Blank => Dated::No,
            DayCell::On(day) if day <= as_of => Dated::Yes,
            DayCell::Either(one, other) if one <= as_of && other <= as_of => Dated::Yes,
            _ => Dated::Illegible,
        });
        let inherited = match periods[row] {
            Some((first, last)) if first <= last && last <= as_of => Dated::Yes,
            _ => Dated::No,
        };
        let own = cells.fold(Dated::No, |all, cell| match (all, cell) {
            (Dated::Illegible, _) | (_, Dated::Illegible) => Dated::Illegible,
            (all, cell) => all.max(cell),
        });
        match own {
            Dated::No => inherited,
            own => own,
        }
    };
    (0..batch.rows())
        .map(|row| {
            let page = match pages[row] {
                Page::Vendor | Page::Platform | Page::Directory | Page::Register | Page::Other => {
                    Published::Again
                }
                Page::Own => match dated(row) {
                    Dated::Yes => Published::ByOwner,
                    Dated::No => Published::Blank,
                    Dated::Illegible => Published::Illegible,
                },
                Page::Unplaced | Page::SomeImprint | Page::Illegible => Published::Illegible,
                // what the vendor keeps of a person publishes nothing
                Page::VendorRecord | Page::Blank => Published::Blank,
            };
            let said = entries[row].and_then(|e| stated.get(e as usize)).copied();
            let bin = match (page, said.unwrap_or(Published::Blank)) {
                (Published::Again, _) | (_, Published::Again) => Published::Again,
                (Published::ByOwner, Published::ForContact) => Published::ForContact,
                (Published::Blank, said) => said,
                (page, _) => page,
            };
            bin as u8
        })
        .collect()
}
