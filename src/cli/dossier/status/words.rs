//! How the standing of a paper is said.

use crate::base::lang::{Lang, Words};
use crate::record::dossier::Grade;
use crate::record::needs::Standing;
use crate::record::policy::Owner;

const fn w(en: &'static str, de: &'static str) -> Words {
    Words { en, de }
}

pub const fn standing(standing: Standing) -> Words {
    match standing {
        Standing::Missing => w("missing", "fehlt"),
        Standing::NotAtHand => w(
            "listed, but not at hand",
            "aufgeführt, liegt aber nicht vor",
        ),
        Standing::Altered => w(
            "not the file that was listed",
            "nicht die Datei, die aufgeführt wurde",
        ),
        Standing::Undated => w("undated", "ohne Datum"),
        Standing::DateIllegible => w("its date cannot be read", "das Datum ist nicht zu lesen"),
        Standing::Expired => w("expired", "abgelaufen"),
        Standing::AfterAsOf => w("dated after the as-of date", "nach dem Stichtag datiert"),
        Standing::TooOld => w("too old", "zu alt"),
        Standing::InDate => w("at hand", "liegt vor"),
    }
}

pub const fn grade(grade: Grade) -> Words {
    match grade {
        Grade::Declared => w("declared", "behauptet"),
        Grade::Documented => w("documented", "belegt"),
        Grade::Reviewed => w("reviewed", "gelesen"),
    }
}

pub const fn owed_by(owner: Owner) -> Words {
    match owner {
        Owner::Vendor => w("Owed by the vendor", "Beim Anbieter offen"),
        Owner::Buyer => w("Yours to do", "Bei Ihnen offen"),
        Owner::Reviewer => w("To be read by a person", "Von einer Person zu lesen"),
        Owner::Counsel => w("For counsel", "Bei der Rechtsberatung"),
    }
}

/// Where a date comes from.
pub fn origin(by: &str) -> Words {
    match by {
        "document" => w("document", "Unterlage"),
        "vendor" => w("vendor", "Anbieter"),
        _ => w("buyer", "Käufer"),
    }
}

/// Under which condition a paper is needed.
pub fn condition(check: &str, bins: &[String], lang: Lang) -> String {
    let has = |bin: &str| bins.iter().any(|b| b == bin);
    let known = match check {
        "person-data" => Some(w(
            "the list holds personal data",
            "die Liste Personendaten enthält",
        )),
        "lawful-basis" => match (has("legitimate-interest"), has("consent")) {
            (true, true) => Some(w(
                "rows rest on legitimate interest or consent",
                "Zeilen auf berechtigtem Interesse oder Einwilligung beruhen",
            )),
            (true, false) => Some(w(
                "rows rest on legitimate interest",
                "Zeilen auf berechtigtem Interesse beruhen",
            )),
            (false, true) => Some(w("rows rest on consent", "Zeilen auf Einwilligung beruhen")),
            _ => None,
        },
        "source-kind" => Some(w(
            "data come from others than the persons themselves",
            "Daten nicht von den Personen selbst stammen",
        )),
        "source-chain" => Some(w("the data were resold", "die Daten weiterverkauft wurden")),
        "matrix-phone" => Some(w(
            "numbers are called where a register has to be screened",
            "Nummern angerufen werden, wo ein Register abzugleichen ist",
        )),
        _ => None,
    };
    match (known, lang) {
        (Some(words), lang) => words.get(lang).to_owned(),
        (None, Lang::En) => format!("{check} is {}", bins.join(" or ")),
        (None, Lang::De) => format!("{check} {} ist", bins.join(" oder ")),
    }
}
