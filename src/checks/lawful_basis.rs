crate::check! {
    en {
        /// On which lawful basis is the row said to rest?
        ///
        /// ## What is sorted
        /// Every row, by what its cell of the lawful basis says. If the cell is blank, by the basis that the vendor's
        /// declaration gives for the row's source, or else for the whole delivery, if it gives exactly one.
        ///
        /// ## Why it matters
        /// Names and addresses of people may be held only on one of six grounds, Art. 6(1) GDPR. Which one it is decides
        /// what has to be proved: an assessment of interests, or a consent. "Public", "B2B" or "opt-out" are no grounds.
        ///
        /// ## How it is decided
        /// By the words for the six grounds in nine languages, the fixed wording of customer databases, the terms of the
        /// Data Privacy Vocabulary, and references to Art. 6(1) in about fifty spellings. Two different grounds in one
        /// cell are `multiple`. Words such as "GDPR compliant" alone are `not-a-basis`; beside a ground they are not
        /// counted. Repealed rules (the old § 28 BDSG, Directive 95/46, Safe Harbor) are `obsolete-basis`, laws of other
        /// countries `other-law`, "not applicable" is `exempt-claim`, a recorded refusal `refused-or-objected`.
        ///
        /// ## What it cannot see
        /// Whether the ground holds. It sorts a statement; what proves it is sorted by `basis-evidence`. Sentences of
        /// prose, and words that turn a statement round, are `illegible` rather than guessed.
    }
    de {
        /// Auf welche Rechtsgrundlage soll sich die Zeile stützen?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach dem, was in ihrer Zelle zur Rechtsgrundlage steht. Ist die Zelle leer, gilt die Grundlage, die
        /// der Anbieter in seiner Erklärung für die Quelle der Zeile nennt, sonst die für die ganze Lieferung, wenn er
        /// dort genau eine nennt.
        ///
        /// ## Warum es zählt
        /// Namen und Adressen von Menschen darf man nur aus einem von sechs Gründen halten, Art. 6 Abs. 1 DSGVO. Welcher
        /// es ist, entscheidet, was zu belegen ist: eine Abwägung oder eine Einwilligung. „Öffentlich“, „B2B“ oder
        /// „Opt-out“ sind keine Gründe.
        ///
        /// ## Wie entschieden wird
        /// Nach den Wörtern für die sechs Gründe in neun Sprachen, den festen Wendungen von Kundendatenbanken, den
        /// Begriffen des Data Privacy Vocabulary und Verweisen auf Art. 6 Abs. 1 in rund fünfzig Schreibweisen. Zwei
        /// verschiedene Gründe in einer Zelle sind `multiple`. Angaben wie „DSGVO-konform“ sind allein `not-a-basis`;
        /// neben einem Grund zählen sie nicht. Aufgehobenes Recht (§ 28 BDSG alter Fassung, Richtlinie 95/46, Safe
        /// Harbor) ist `obsolete-basis`, das Recht anderer Länder `other-law`, „nicht anwendbar“ `exempt-claim`, eine
        /// vermerkte Ablehnung `refused-or-objected`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob der Grund trägt. Sortiert wird eine Angabe; was sie belegt, sortiert `basis-evidence`. Ganze Sätze und
        /// verneinte Angaben sind `illegible`; geraten wird nicht.
    }
    "lawful-basis" {
        rev: 1,
        scope: Scope::Row,
        columns: &[Column::LawfulBasis, Column::Source],
        bins: &[
            "refused-or-objected",
            "obsolete-basis",
            "not-a-basis",
            "other-law",
            "exempt-claim",
            "multiple",
            "vital-interests",
            "public-task",
            "legal-obligation",
            "contract",
            "legitimate-interest",
            "consent",
            "illegible",
            "blank",
        ],
        examples: &[
            Example::rows(
                &[
                    &["no_consent", ""],
                    &["§ 28 Abs. 3 BDSG", ""],
                    &["DSGVO-konform", ""],
                    &["LGPD", ""],
                    &["Not applicable", ""],
                    &["Art. 6 Abs. 1 lit. a und f DSGVO", ""],
                    &["intérêts vitaux", ""],
                    &["Art. 6(1)(e) GDPR", ""],
                    &["rechtliche Verpflichtung", ""],
                    &["Performance of a contract", ""],
                    &["Art. 6 Abs. 1 S. 1 lit. f DSGVO", ""],
                    &["Freely given consent from contact", ""],
                    &["wie besprochen", ""],
                    &["k.A.", ""],
                ],
                &[
                    "refused-or-objected",
                    "obsolete-basis",
                    "not-a-basis",
                    "other-law",
                    "exempt-claim",
                    "multiple",
                    "vital-interests",
                    "public-task",
                    "legal-obligation",
                    "contract",
                    "legitimate-interest",
                    "consent",
                    "illegible",
                    "blank",
                ],
            ),
            Example::rows(
                &[&["", "Impressum"], &["", "Messe"], &["consent", "Impressum"], &["", ""]],
                &["legitimate-interest", "blank", "consent", "blank"],
            )
            .with(
                r#"
                beleg-declaration = "1"
                [[gdpr.sources]]
                id = "imprint"
                matches = ["Impressum"]
                legal-basis = "eu-gdpr:A6-1-f-third-party"
                "#,
                "",
            ),
            Example::rows(
                &[&["", ""], &["public", ""]],
                &["consent", "not-a-basis"],
            )
            .with(
                r#"
                beleg-declaration = "1"
                [gdpr]
                legal-basis = ["eu-gdpr:A6-1-a"]
                "#,
                "",
            ),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
fn sort(batch: &crate::data::batch::Batch<'_>) -> Vec<u8> {
    crate::data::basis::stated(batch)
        .iter()
        .map(|s| s.basis as u8)
        .collect()
}
