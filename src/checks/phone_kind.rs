crate::check! {
    en {
        /// What kind of telephone number is it?
        ///
        /// ## What is sorted
        /// Every row, by its telephone numbers. If a row has several, the first bin that occurs counts: a private number
        /// beside the switchboard is a private number. Fax numbers are not read.
        ///
        /// ## Why it matters
        /// A private number has no place in a list of business contacts. Calls and text messages follow rules of their
        /// own, and a text message reaches only a mobile.
        ///
        /// ## How it is decided
        /// From the number first, by the numbering plan of its country: `mobile`, or `special-line` (free, shared cost,
        /// premium rate), or a fixed line. A fixed line takes its name from the column or from `phone_type`: `home-line`,
        /// `direct-line`, `company-line`, else `fixed-line`. Whatever stands in a column for private numbers is
        /// `home-line`. Where a plan makes no difference between fixed and mobile, as in Denmark or the United States, or
        /// a number has no calling code and its row no country, the column decides; without one it is `unclear-line`, and
        /// so is a number that its country does not have. A number that a spreadsheet has turned into `4.91512E+11` is
        /// `illegible`.
        ///
        /// ## What it cannot see
        /// Who answers. Numbers that were moved to another network keep their prefix, and a fixed line may stand in a
        /// home. Nobody is called and no register is asked.
    }
    de {
        /// Was für eine Telefonnummer ist es?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach ihren Telefonnummern. Hat eine Zeile mehrere, zählt die zuerst genannte Klasse: Eine private
        /// Nummer neben der Zentrale bleibt eine private Nummer. Faxnummern werden nicht gelesen.
        ///
        /// ## Warum es zählt
        /// Eine private Nummer gehört nicht in eine Liste von Geschäftskontakten. Für Anrufe und Kurznachrichten gelten
        /// je eigene Regeln, und eine Kurznachricht erreicht nur ein Mobiltelefon.
        ///
        /// ## Wie entschieden wird
        /// Zuerst aus der Nummer, nach dem Nummernplan ihres Landes: `mobile`, `special-line` (kostenfrei, geteilte
        /// Kosten, Mehrwertdienst) oder Festnetz. Ein Festnetzanschluss heißt nach der Spalte oder nach `phone_type`:
        /// `home-line`, `direct-line`, `company-line`, sonst `fixed-line`. Was in einer Spalte für private Nummern
        /// steht, ist `home-line`. Unterscheidet ein Plan Festnetz und Mobilfunk nicht, wie in Dänemark oder den
        /// Vereinigten Staaten, oder fehlt der Nummer die Vorwahl und der Zeile das Land, so entscheidet die Spalte; ohne
        /// sie ist es `unclear-line`, ebenso eine Nummer, die es in ihrem Land nicht gibt. Eine Nummer, aus der eine
        /// Tabellenkalkulation `4.91512E+11` gemacht hat, ist `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Wer abhebt. Mitgenommene Nummern behalten ihre Vorwahl, und ein Festnetzanschluss kann in einer Wohnung
        /// stehen. Es wird niemand angerufen und kein Register befragt.
    }
    "phone-kind" {
        rev: 1,
        scope: Scope::Row,
        columns: &[
            Column::Phone, Column::PhoneDirect, Column::PhoneMobile, Column::PhoneHome, Column::CompanyPhone,
            Column::PhoneType, Column::Country,
        ],
        bins: &[
            "home-line", "unclear-line", "mobile", "special-line", "direct-line", "fixed-line", "company-line",
            "illegible", "blank",
        ],
        examples: &[
            Example::rows(
                &[
                    &["", "", "", "+49 30 23125123", "", "", ""],
                    &["030 23125123", "", "", "", "", "", ""],
                    &["0171 3920012", "", "", "", "", "", "DE"],
                    &["0800 1234567", "", "", "", "", "", "DE"],
                    &["", "030 23125123", "", "", "", "", "DE"],
                    &["01 99 00 12 34", "", "", "", "", "", "FR"],
                    &["", "", "", "", "+44 20 7946 0123", "", ""],
                    &["4.91512E+11", "", "", "", "", "", "DE"],
                    &["", "", "", "", "", "mobile", "DE"],
                ],
                &[
                    "home-line", "unclear-line", "mobile", "special-line", "direct-line", "fixed-line",
                    "company-line", "illegible", "blank",
                ],
            ),
            Example::rows(
                &[
                    &["030 23125123", "", "", "", "", "privat", "DE"],
                    &["030 23125123", "", "", "", "", "Durchwahl", "DE"],
                    &["030 23125123", "", "", "", "", "Zentrale", "DE"],
                    &["+1 212 555 0123", "", "", "", "", "", ""],
                    &["", "", "+1 212 555 0123", "", "", "", ""],
                    &["", "", "", "", "+49 171 3920012", "", ""],
                    &["", "+49 30 23125123", "", "+49 30 23125124", "", "", ""],
                ],
                &["home-line", "direct-line", "company-line", "unclear-line", "mobile", "mobile", "home-line"],
            ),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
use crate::data::{batch::Batch, phone::Line};

/// What a column, or the word in `phone_type`, says about a number.
#[cfg(feature = "engine")]
#[derive(Clone, Copy, PartialEq, Eq)]
enum Claim {
    None,
    Home,
    Mobile,
    Direct,
    Company,
}

#[cfg(feature = "engine")]
fn sort(batch: &Batch<'_>) -> Vec<u8> {
    let mut out = vec![8; batch.rows()];
    let claims = [
        (Column::PhoneDirect, Claim::Direct),
        (Column::PhoneMobile, Claim::Mobile),
        (Column::PhoneHome, Claim::Home),
        (Column::CompanyPhone, Claim::Company),
    ];
    for (column, claim) in claims {
        for cells in batch.cells(column) {
            for (o, phone) in out
                .iter_mut()
                .zip(crate::data::phone::of_cells(batch, &cells).iter())
            {
                *o = (*o).min(bin(phone.line, claim));
            }
        }
    }
    // `phone_type` speaks of the column `phone` alone
    let said = batch
        .cells(Column::PhoneType)
        .first()
        .map(|cells| batch.by_text("phone-kind::claim", cells, claim_of));
    for cells in batch.cells(Column::Phone) {
        let phones = crate::data::phone::of_cells(batch, &cells);
        for (row, (o, phone)) in out.iter_mut().zip(phones.iter()).enumerate() {
            let claim = said.as_ref().map_or(Claim::None, |s| s[row]);
            *o = (*o).min(bin(phone.line, claim));
        }
    }
    out
}

/// The position in the bins.
#[cfg(feature = "engine")]
fn bin(line: Line, claim: Claim) -> u8 {
    match (line, claim) {
        (Line::Illegible, _) => 7,
        (Line::Blank, _) => 8,
        (_, Claim::Home) => 0,
        (Line::Odd, _) => 1,
        (Line::Mobile, _) => 2,
        (Line::Special, _) => 3,
        (_, Claim::Direct) => 4,
        (_, Claim::Company) => 6,
        (Line::Fixed, _) => 5,
        (Line::FixedOrMobile | Line::Unplaced, Claim::Mobile) => 2,
        (Line::FixedOrMobile | Line::Unplaced, _) => 1,
    }
}

#[cfg(feature = "engine")]
fn claim_of(word: &str) -> Claim {
    let word = crate::data::blank::fold(word);
    let any = |words: &[&str]| words.iter().any(|w| word.contains(w));
    if any(&[
        "home",
        "priv",
        "personal",
        "domicil",
        "casa",
        "thuis",
        "prywatn",
        "particular",
        "kotipuhelin",
        "bostad",
    ]) {
        Claim::Home
    } else if any(&[
        "mobil",
        "handy",
        "cell",
        "portable",
        "movil",
        "mobiel",
        "komork",
        "telemovel",
        "matkapuhelin",
    ]) {
        Claim::Mobile
    } else if any(&[
        "direct",
        "durchwahl",
        "ddi",
        "diretto",
        "directo",
        "bezposredni",
    ]) {
        Claim::Direct
    } else if any(&[
        "company",
        "switchboard",
        "zentrale",
        "hq",
        "headquarter",
        "corporate",
        "main",
        "standard",
        "centralin",
        "centralita",
        "vaxel",
        "firma",
        "siege",
        "sede",
        "hoofd",
    ]) {
        Claim::Company
    } else {
        Claim::None
    }
}
