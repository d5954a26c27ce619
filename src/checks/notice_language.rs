crate::check! {
    en {
        /// Was the person informed in a language that they speak?
        ///
        /// ## What is sorted
        /// Every row, by the languages in which the vendor says that people were informed, against the language of the
        /// row: that of its cell, else those of its country.
        ///
        /// ## Why it matters
        /// Information must be easy to understand, GDPR Art. 12(1). A vendor that informed people all over Europe in
        /// English only was fined for that too (CNIL, KASPR, SAN-2024-020).
        ///
        /// ## How it is decided
        /// Languages stand in the source entry, `notice = { languages = ["de", "fr"] }`, or in `[gdpr.notice]` for the
        /// delivery. If the row's language, or every main language of its country (both in Belgium, three in
        /// Switzerland, one of three in Luxembourg, one of two in Ireland and Malta, both in Finland), is among them
        /// and a notice is at hand, the row is `in-language`. If none is, it is `english-only` for a notice in English,
        /// else `other-language`. If only some of a country's languages are, nobody can tell: `illegible`.
        ///
        /// A statement under `notice-language` is taken in their place: `english-only` is compared with the row,
        /// `other-language` believed, `in-language` counts with a document at hand or a reviewer's answer. If nothing
        /// is said of the notice, or nothing of the row, the row is blank.
        ///
        /// ## What it cannot see
        /// Which version a person was sent, and what somebody in a country of several languages speaks at home.
    }
    de {
        /// Wurde die Person in einer Sprache informiert, die sie spricht?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach den Sprachen, in denen laut Anbieter informiert wurde, verglichen mit der Sprache der
        /// Zeile: der ihrer Zelle, sonst denen ihres Landes.
        ///
        /// ## Warum es zählt
        /// Informationen müssen leicht verständlich sein, DSGVO Art. 12 Abs. 1. Ein Anbieter, der Menschen in ganz
        /// Europa nur auf Englisch informierte, musste auch dafür Bußgeld zahlen (CNIL, KASPR, SAN-2024-020).
        ///
        /// ## Wie entschieden wird
        /// Die Sprachen stehen im Quelleneintrag, `notice = { languages = ["de", "fr"] }`, oder in `[gdpr.notice]` für
        /// die Lieferung. Ist die Sprache der Zeile oder jede Hauptsprache ihres Landes darunter (in Belgien und
        /// Finnland beide, in der Schweiz drei, in Luxemburg eine von dreien, in Irland und Malta eine von zweien) und
        /// liegt eine Information vor, ist die Zeile `in-language`. Ist keine darunter, ist sie `english-only` bei
        /// einer Information auf Englisch, sonst `other-language`. Sind nur einige Sprachen eines Landes darunter,
        /// lässt es sich nicht sagen: `illegible`.
        ///
        /// Eine Angabe unter `notice-language` tritt an ihre Stelle: `english-only` wird mit der Zeile verglichen,
        /// `other-language` geglaubt, `in-language` zählt mit vorliegender Unterlage oder Durchsicht. Ist über die
        /// Information nichts gesagt oder über die Zeile, gilt die Zeile als leer.
        ///
        /// ## Was er nicht sehen kann
        /// Welche Fassung jemand bekam und was jemand in einem Land mit mehreren Sprachen zu Hause spricht.
    }
    "notice-language" {
        rev: 1,
        scope: Scope::Row,
        columns: &[
            Column::Language,
            Column::Country,
            Column::Source,
            Column::Location,
            Column::CompanyCountry,
        ],
        bins: &["english-only", "other-language", "in-language", "illegible", "blank"],
        examples: &[
            Example::rows(&[&["de", "DE"], &["", ""]], &["blank"; 2]),
            Example::rows(
                &[
                    &["", "DE", ""],
                    &["", "FR", ""],
                    &["", "IE", ""],
                    &["", "MT", ""],
                    &["", "BE", ""],
                    &["englisch", "DE", ""],
                    &["de / en", "", ""],
                    &["Klingon", "IE", ""],
                    &["Klingon", "", ""],
                    &["", "JP", ""],
                    &["", "BV", ""],
                    &["", "Narnia", ""],
                    &["", "", ""],
                ],
                &[
                    "english-only",
                    "english-only",
                    "in-language",
                    "in-language",
                    "english-only",
                    "in-language",
                    "in-language",
                    "in-language",
                    "illegible",
                    "english-only",
                    "illegible",
                    "illegible",
                    "blank",
                ],
            )
            .with(r#"
                [gdpr.notice]
                languages = ["en"]
                [[gdpr.documents]]
                id = "notice"
                kind = "art14-notice"
                path = "notice.pdf"
            "#, ""),
            Example::rows(
                &[
                    &["", "DE", ""],
                    &["", "BE", ""],
                    &["nl", "BE", ""],
                    &["fr", "BE", ""],
                    &["", "CH", ""],
                    &["", "LU", ""],
                    &["", "FI", ""],
                    &["", "ES", ""],
                    &["es", "DE", ""],
                    &["", "BE", "Messe"],
                    &["", "ES", "Messe"],
                    &["", "DE", "Verband"],
                    &["", "AT", "Presse"],
                    &["", "IE", "Presse"],
                    &["", "FR", "Zeitung"],
                    &["", "ES", "Kongress"],
                ],
                &[
                    "in-language",
                    "illegible",
                    "other-language",
                    "in-language",
                    "illegible",
                    "in-language",
                    "other-language",
                    "other-language",
                    "other-language",
                    "in-language",
                    "other-language",
                    "other-language",
                    "english-only",
                    "in-language",
                    "illegible",
                    "other-language",
                ],
            )
            .with(r#"
                [gdpr.notice]
                languages = ["de", "fr", "en"]
                [[gdpr.sources]]
                id = "fair"
                matches = ["Messe"]
                notice = { within = "P1M", languages = ["nl", "fr"] }
                [[gdpr.sources]]
                id = "association"
                matches = ["Verband"]
                notice-language = "other-language"
                [[gdpr.sources]]
                id = "press"
                matches = ["Presse"]
                notice-language = "english-only"
                [[gdpr.sources]]
                id = "paper"
                matches = ["Zeitung"]
                notice = { languages = ["Esperanto"] }
                [[gdpr.sources]]
                id = "congress"
                matches = ["Kongress"]
                notice-language = { is = "in-language", document = "notice" }
                [[gdpr.documents]]
                id = "notice"
                kind = "privacy-notice"
                path = "notice.pdf"
            "#, ""),
            // said, and nothing at hand that shows it
            Example::rows(
                &[
                    &["", "DE", ""],
                    &["", "FR", ""],
                    &["", "DE", "Messe"],
                    &["", "DE", "Verband"],
                    &["", "FR", "Presse"],
                ],
                &["blank", "other-language", "blank", "blank", "other-language"],
            )
            .with(r#"
                [gdpr.notice]
                languages = ["de"]
                [[gdpr.sources]]
                id = "fair"
                matches = ["Messe"]
                notice-language = "in-language"
                [[gdpr.sources]]
                id = "association"
                matches = ["Verband"]
                [[gdpr.sources]]
                id = "press"
                matches = ["Presse"]
                notice-language = "their own"
                [[gdpr.documents]]
                id = "notice"
                kind = "art14-notice"
                path = "missing/notice.pdf"
                [[gdpr.documents]]
                id = "log"
                kind = "notice-log"
                path = "log.csv"
            "#, ""),
            // a statement and a reader's answer without a list of languages
            Example::rows(
                &[&["", "DE", ""], &["", "DE", "Messe"], &["", "DE", "Verband"], &["", "", "Presse"]],
                &["in-language", "other-language", "in-language", "in-language"],
            )
            .with(r#"
                [[gdpr.sources]]
                id = "fair"
                matches = ["Messe"]
                [[gdpr.sources]]
                id = "association"
                matches = ["Verband"]
                notice-language = "their own"
                [[gdpr.sources]]
                id = "press"
                matches = ["Presse"]
                notice-language = { is = "in-language", document = "notice" }
                [[gdpr.documents]]
                id = "notice"
                kind = "art14-notice"
                path = "notice.pdf"
            "#, r#"
                [[review]]
                check = "notice-language"
                document = "notice"
                answer = "in-language"
                by = "dpo-2026"
                at = 2026-11-20
                [[review]]
                check = "notice-language@fair"
                document = "notice"
                answer = "other-language"
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
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    crate::data::notice::language::languages(batch, &CHECK)
}
