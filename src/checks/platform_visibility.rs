crate::check! {
    en {
        /// Could everyone see the profiles when they were collected?
        ///
        /// ## What is sorted
        /// Each distinct value of the column `source`, by what is known of the visibility of profiles there.
        ///
        /// ## Why it matters
        /// A member of a network who limits a profile to contacts or members has made a choice. Data taken from behind
        /// that limit were collected against it, and no later step can mend that (GDPR Art. 5(1)(a) and 6(1)(f),
        /// reasonable expectations, recital 47).
        ///
        /// ## How it is decided
        /// From the source's entry in the register. If its kind is not `social-network`, it is `no-platform`. Otherwise
        /// the statement under `platform-visibility` counts, or a reviewer's answer to it, the worst if there are
        /// several: `limited-visibility` and `members-only` as they are said; `public-profile` only with a document at
        /// hand or a review, otherwise it is `declared`. An entry that calls itself not publicly accessible is
        /// `members-only`, one that calls itself publicly accessible without more `declared`.
        ///
        /// A value without an entry, or an entry that says nothing, is `blank`; something that cannot be read is
        /// `illegible`.
        ///
        /// ## What it cannot see
        /// What a network showed on the day of collection. It reads what the vendor says and what a person found in the
        /// vendor's proof.
    }
    de {
        /// Waren die Profile bei der Erhebung für alle sichtbar?
        ///
        /// ## Was sortiert wird
        /// Jeder verschiedene Wert der Spalte `source`, nach dem, was über die Sichtbarkeit von Profilen dort bekannt
        /// ist.
        ///
        /// ## Warum es zählt
        /// Wer in einem Netzwerk sein Profil auf Kontakte oder Mitglieder beschränkt, hat eine Wahl getroffen. Daten
        /// von hinter dieser Schranke wurden gegen sie erhoben, und kein späterer Schritt heilt das (DSGVO Art. 5 Abs.
        /// 1 lit. a und Art. 6 Abs. 1 lit. f, vernünftige Erwartungen, Erwägungsgrund 47).
        ///
        /// ## Wie entschieden wird
        /// Aus dem Eintrag der Quelle im Verzeichnis. Ist ihre Art nicht `social-network`, ist es `no-platform`. Sonst
        /// zählt die Angabe unter `platform-visibility` oder die Antwort einer Durchsicht, bei mehreren die
        /// schlechteste: `limited-visibility` und `members-only`, wie gesagt; `public-profile` nur mit vorliegender
        /// Unterlage oder Durchsicht, sonst ist es `declared`. Ein Eintrag, der sich als nicht öffentlich zugänglich
        /// bezeichnet, ist `members-only`; einer, der sich ohne Weiteres als öffentlich bezeichnet, `declared`.
        ///
        /// Ein Wert ohne Eintrag oder ein Eintrag, der nichts sagt, ist `blank`; Unlesbares ist `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Was ein Netzwerk am Tag der Erhebung zeigte. Gelesen wird, was der Anbieter sagt und was ein Mensch in
        /// dessen Nachweis fand.
    }
    "platform-visibility" {
        rev: 1,
        scope: Scope::Key,
        columns: &[Column::Source],
        bins: &["limited-visibility", "members-only", "declared", "public-profile", "no-platform", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[&["Netz A"], &["Netz B"], &["Netz C"], &["Netz D"], &["Impressum"], &["Netz E"], &["Web"]],
                &[
                    "limited-visibility",
                    "members-only",
                    "declared",
                    "public-profile",
                    "no-platform",
                    "illegible",
                    "blank",
                ],
            )
            .with(r#"
                [[gdpr.sources]]
                id = "a"
                matches = ["Netz A"]
                source-type = "social-network"
                platform-visibility = "limited-visibility"
                [[gdpr.sources]]
                id = "b"
                matches = ["Netz B"]
                source-type = "social-network"
                publicly-accessible = false
                [[gdpr.sources]]
                id = "c"
                matches = ["Netz C"]
                source-type = "social-network"
                platform-visibility = { is = "public-profile", document = "shots-c" }
                [[gdpr.sources]]
                id = "d"
                matches = ["Netz D"]
                source-type = "social-network"
                platform-visibility = { is = "public-profile", document = "shots-d" }
                [[gdpr.sources]]
                id = "e"
                matches = ["Netz E"]
                source-type = "social-network"
                platform-visibility = "mostly"
                [[gdpr.sources]]
                id = "imprint"
                matches = ["Impressum"]
                source-type = "employer-website"
                [[gdpr.documents]]
                id = "shots-c"
                kind = "source-register"
                path = "missing/shots-c.pdf"
                [[gdpr.documents]]
                id = "shots-d"
                kind = "source-register"
                path = "shots-d.pdf"
            "#, ""),
            Example::rows(&[&["Netz"]], &["public-profile"]).with(ONE, REVIEWED),
            // what two entries say of one value: the worse counts
            Example::rows(&[&["Netz"], &["Netz"]], &["members-only"]).with(r#"
                [[gdpr.sources]]
                id = "one"
                matches = ["Netz"]
                source-type = "employer-website"
                [[gdpr.sources]]
                id = "two"
                matches = ["netz"]
                dpv = "dpv:NonPublicDataSource"
                source-type = "social-network"
            "#, ""),
            // a network is a network, whatever is said of it
            Example::rows(&[&["Netz"]], &["illegible"]).with(r#"
                [[gdpr.sources]]
                id = "net"
                matches = ["Netz"]
                source-type = "social-network"
                platform-visibility = "no-platform"
            "#, ""),
            Example::rows(&[&["Netz"]], &["blank"]),
            Example::rows(&[&[""]], &["blank"]).with(ONE, ""),
        ],
    }
    keys(crate::data::register::SOURCE) sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;
#[cfg(feature = "engine")]
use crate::record::dossier::{Dossier, Grade, Source};

const ONE: &str = r#"
[[gdpr.sources]]
id = "net"
matches = ["Netz"]
source-type = "social-network"
publicly-accessible = true
[[gdpr.documents]]
id = "proof"
kind = "source-register"
path = "proof.pdf"
"#;

const REVIEWED: &str = r#"
[[review]]
check = "platform-visibility@net"
document = "proof"
answer = "public-profile"
by = "dpo-2026"
at = 2026-11-20
"#;

#[cfg(feature = "engine")]
fn sort(view: &crate::data::sorter::KeyView<'_>) -> Vec<crate::record::papers::KeyBin> {
    let dossier = view.papers.dossier;
    crate::data::register::sort(&CHECK, view, |source| reading(dossier, source))
}

/// What is known of one entry.
#[cfg(feature = "engine")]
fn reading(dossier: &Dossier, source: &Source) -> &'static str {
    let kind = source.source_type;
    let network = kind.is_some_and(|k| k == "social-network");
    if let Some(known) = dossier.fact(&CHECK, Some(source)) {
        return match known.is {
            "limited-visibility" => "limited-visibility",
            "members-only" => "members-only",
            "public-profile" if known.grade == Grade::Declared => "declared",
            "public-profile" => "public-profile",
            "no-platform" if !network && known.grade == Grade::Declared => "declared",
            "no-platform" if !network => "no-platform",
            _ => "illegible",
        };
    }
    match (kind, source.publicly_accessible) {
        (None, _) => "blank",
        (Some(k), _) if k.is_illegible() => "illegible",
        (Some(_), _) if !network => "no-platform",
        (_, Some(false)) => "members-only",
        _ if source.members_only => "members-only",
        (_, Some(true)) => "declared",
        (_, None) => "blank",
    }
}
