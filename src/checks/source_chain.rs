crate::check! {
    en {
        /// Is every hand known through which the data of a source came?
        ///
        /// ## What is sorted
        /// Each distinct value of the column `source`, by the suppliers between the first collector and the vendor.
        /// Rows without a source that come from a partner or name a supplier are one more unit.
        ///
        /// ## Why it matters
        /// A person may ask where the data came from and who received them, Art. 15(1)(c) and (g) GDPR, and is owed the
        /// names of the actual recipients (CJEU C-154/21). One unknown hand is enough for nobody to be able to answer,
        /// or to show that the data were lawfully passed on.
        ///
        /// ## How it is decided
        /// From `[[gdpr.suppliers]]`, ordered from the first collector to the vendor. The `supplier` of a source's
        /// entry, and the row's own `supplier_chain`, lead to a place in it. From there every hop must name the next
        /// one, at last the vendor, among its `named-recipients`; so must those before it. A hop that does not, a
        /// supplier who is not listed, or a partner behind whom nobody is listed is a `missing-link`. If all contracts
        /// are at hand, it is `every-link-documented`, else `declared`. Names are compared without regard to case and
        /// legal form.
        ///
        /// A partner's data with suppliers listed but none named for them are no better than `declared`. Sources of
        /// other kinds are `direct`. A reviewer's answer counts where the vendor lists nothing, or contracts lack; it
        /// does not mend a broken chain.
        ///
        /// A source of unknown kind, or one that names only the vendor itself, is `blank` if its entry tells no more;
        /// what cannot be read is `illegible`.
        ///
        /// ## What it cannot see
        /// A supplier of whom neither the list nor the vendor says a word. The last hop, from the vendor to the buyer,
        /// is the matter of the sales contract, unless the vendor stands in the list.
    }
    de {
        /// Ist jede Hand bekannt, durch die die Daten einer Quelle gingen?
        ///
        /// ## Was sortiert wird
        /// Jeder verschiedene Wert der Spalte `source`, nach den Lieferanten zwischen dem ersten Erheber und dem
        /// Anbieter. Zeilen ohne Quelle, die von einem Partner stammen oder einen Lieferanten nennen, sind eine weitere
        /// Einheit.
        ///
        /// ## Warum es zählt
        /// Jede Person darf fragen, woher ihre Daten kamen und wer sie erhielt, Art. 15 Abs. 1 lit. c und g DSGVO, und
        /// hat Anspruch auf die Namen der Empfänger (EuGH C-154/21). Eine einzige unbekannte Hand genügt, und niemand
        /// kann mehr antworten oder zeigen, dass die Daten rechtmäßig weitergegeben wurden.
        ///
        /// ## Wie entschieden wird
        /// Aus `[[gdpr.suppliers]]`, geordnet vom ersten Erheber bis zum Anbieter. Der `supplier` im Eintrag einer
        /// Quelle und die eigene `supplier_chain` der Zeile führen an eine Stelle darin. Von dort an muss jedes Glied
        /// das nächste, das letzte den Anbieter, unter seinen `named-recipients` nennen; die Glieder davor ebenso. Ein
        /// Glied, das es nicht tut, ein nicht aufgeführter Lieferant oder ein Partner, hinter dem niemand aufgeführt
        /// ist, ist ein `missing-link`. Liegen alle Verträge vor, ist es `every-link-documented`, sonst `declared`.
        /// Namen werden ohne Rücksicht auf Groß- und Kleinschreibung und Rechtsform verglichen.
        ///
        /// Sind Lieferanten aufgeführt, aber keiner für die Daten eines Partners genannt, sind sie höchstens
        /// `declared`. Quellen anderer Art sind `direct`. Die Antwort einer Durchsicht zählt, wo der Anbieter nichts
        /// aufführt oder Verträge fehlen; eine gebrochene Kette heilt sie nicht.
        ///
        /// Eine Quelle unbekannter Art oder eine, die nur den Anbieter selbst nennt, ist `blank`, wenn ihr Eintrag
        /// nicht mehr sagt, Unlesbares `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Einen Lieferanten, von dem weder die Liste noch der Anbieter ein Wort sagt. Der letzte Schritt, vom Anbieter
        /// zum Käufer, ist Sache des Kaufvertrags, wenn nicht der Anbieter selbst aufgeführt ist.
    }
    "source-chain" {
        rev: 1,
        scope: Scope::Key,
        columns: &[Column::Source, Column::SupplierChain, Column::SourceType],
        bins: &["missing-link", "declared", "every-link-documented", "direct", "illegible", "blank"],
        examples: &[
            // nobody is listed: a partner's data have no chain, a page of the employer needs none
            Example::rows(
                &[&["Partner NL"], &["Impressum"], &["Alpha 7"], &[""]],
                &["missing-link", "direct", "blank"],
            ),
            Example::rows(
                &[&["Partner NL"], &["Partner FR"], &["Partner ES"], &["Partner IT"], &["Messe"]],
                &["missing-link", "missing-link", "declared", "every-link-documented", "direct"],
            )
            .with(CHAIN, ""),
            // what the row says of its suppliers counts beside the entry
            Example::rows(
                &[
                    &["Messe", "Voorbeeld Bedrijfsdata > Musterdaten Kontakthandel"],
                    &["Impressum", "Unbekannt GmbH"],
                    &["Alpha 7", "0815"],
                    &["", "Voorbeeld Bedrijfsdata B.V."],
                    &["Partner NL", "Musterdaten Kontakthandel GmbH"],
                ],
                &[
                    "missing-link",
                    "every-link-documented",
                    "every-link-documented",
                    "every-link-documented",
                    "illegible",
                ],
            )
            .with(CHAIN, ""),
            // a row's own kind of source against an entry that calls the source its own
            Example::rows(&[&["Alpha 7", "", "partner"]], &["missing-link"]).with(r#"
                [[gdpr.sources]]
                id = "alpha"
                matches = ["Alpha 7"]
                source-type = "directory"
                source-chain = "direct"
            "#, ""),
            // the first collector names somebody else than the hop that follows
            Example::rows(&[&["Partner NL"]], &["missing-link"]).with(r#"
                declared-by = "Musterdaten Kontakthandel GmbH"
                [[gdpr.suppliers]]
                legal-name = "Voorbeeld Bedrijfsdata B.V."
                named-recipients = ["Andere Daten GmbH"]
                [[gdpr.suppliers]]
                legal-name = "Exemple Fichiers SARL"
                named-recipients = ["Musterdaten Kontakthandel GmbH"]
                [[gdpr.sources]]
                id = "nl"
                matches = ["Partner NL"]
                supplier = "Exemple Fichiers"
            "#, ""),
            // a partner tied to no supplier of the list
            Example::rows(&[&["Partner NL"]], &["declared"]).with(r#"
                declared-by = "Musterdaten Kontakthandel GmbH"
                [[gdpr.suppliers]]
                legal-name = "Voorbeeld Bedrijfsdata B.V."
                named-recipients = ["Musterdaten Kontakthandel"]
                contract = "contract"
                [[gdpr.documents]]
                id = "contract"
                kind = "upstream-contract"
                path = "contract.pdf"
            "#, ""),
            // a certificate is no contract
            Example::rows(&[&["Partner NL"]], &["declared"]).with(r#"
                declared-by = "Musterdaten Kontakthandel GmbH"
                [[gdpr.suppliers]]
                legal-name = "Voorbeeld Bedrijfsdata B.V."
                named-recipients = ["Musterdaten Kontakthandel"]
                contract = "certificate"
                [[gdpr.sources]]
                id = "nl"
                matches = ["Partner NL"]
                supplier = "Voorbeeld Bedrijfsdata B.V."
                [[gdpr.documents]]
                id = "certificate"
                kind = "security-certificate"
                path = "certificate.pdf"
            "#, ""),
            // contracts that a person read, where the vendor lists nothing; a word of the vendor's is only a word
            Example::rows(
                &[&["Partner NL"], &["Partner FR"], &["Alpha 7"], &["Beta 8"], &["Gamma 9"]],
                &["missing-link", "declared", "every-link-documented", "direct", "illegible"],
            )
            .with(
                r#"
                [[gdpr.sources]]
                id = "nl"
                matches = ["Partner NL"]
                [[gdpr.sources]]
                id = "fr"
                matches = ["Partner FR"]
                source-chain = "every-link-documented"
                [[gdpr.sources]]
                id = "alpha"
                matches = ["Alpha 7"]
                [[gdpr.sources]]
                id = "beta"
                matches = ["Beta 8"]
                source-chain = "missing-link"
                [[gdpr.sources]]
                id = "gamma"
                matches = ["Gamma 9"]
                source-chain = "short"
                [[gdpr.documents]]
                id = "contracts"
                kind = "upstream-contract"
                path = "contracts.pdf"
                "#,
                r#"
                [[review]]
                check = "source-chain@nl"
                document = "contracts"
                answer = "every-link-documented"
                by = "dpo-2026"
                at = 2026-11-20
                [[review]]
                check = "source-chain@alpha"
                document = "contracts"
                answer = "direct"
                by = "dpo-2026"
                at = 2026-11-20
                [[review]]
                check = "source-chain@beta"
                document = "contracts"
                answer = "direct"
                by = "dpo-2026"
                at = 2026-11-20
                "#,
            ),
        ],
    }
    keys(SOURCES) sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;
#[cfg(feature = "engine")]
use crate::{
    data::chain::{Chain, Links, Tie},
    record::dossier::{Dossier, Grade, Source},
};

const CHAIN: &str = r#"
declared-by = "Musterdaten Kontakthandel GmbH"
[[gdpr.suppliers]]
legal-name = "Voorbeeld Bedrijfsdata B.V."
named-recipients = ["Exemple Fichiers", "Musterdaten Kontakthandel GmbH"]
contract = "contract-nl"
[[gdpr.suppliers]]
legal-name = "Exemple Fichiers SARL"
named-recipients = ["MUSTERDATEN KONTAKTHANDEL"]
contract = "contract-fr"
[[gdpr.suppliers]]
legal-name = "Ejemplo Datos S.L."
named-recipients = ["Musterdaten Kontakthandel GmbH"]
contract = "contract-es"
[[gdpr.suppliers]]
legal-name = "Esempio Dati S.r.l."
named-recipients = ["Altra Ditta S.p.A."]
contract = "contract-nl"
[[gdpr.sources]]
id = "nl"
matches = ["Partner NL"]
source-type = "partner"
supplier = "Voorbeeld Bedrijfsdata"
[[gdpr.sources]]
id = "fr"
matches = ["Partner FR"]
source-type = "partner"
supplier = "Esempio Dati"
[[gdpr.sources]]
id = "es"
matches = ["Partner ES"]
source-type = "partner"
supplier = "Ejemplo Datos S.L."
[[gdpr.sources]]
id = "it"
matches = ["Partner IT"]
source-type = "partner"
supplier = "Nobody Ltd"
[[gdpr.documents]]
id = "contract-nl"
kind = "upstream-contract"
path = "contract-nl.pdf"
[[gdpr.documents]]
id = "contract-fr"
kind = "controller-to-controller-agreement"
path = "contract-fr.pdf"
[[gdpr.documents]]
id = "contract-es"
kind = "upstream-contract"
path = "missing/contract-es.pdf"
"#;

/// What a key says beside the source: the row's kind of source, and where its own chain leads.
#[cfg(feature = "engine")]
mod key {
    use crate::data::chain::Tie;

    /// The part of a key that is the hash of the source; 0 for rows without one.
    pub const SOURCE: u128 = (1 << 112) - 1;
    const KEY: u128 = 1 << 127;
    pub const PARTNER: u8 = 2;
    pub const OTHER: u8 = 1;
    /// Hops that a key can tell apart.
    const HOPS: usize = 250;

    pub fn of(source: u128, kind: u8, tie: Tie) -> u128 {
        let tie: u8 = match tie {
            Tie::None => 0,
            Tie::Unlisted => 1,
            Tie::Hop(at) if at < HOPS => 3 + at as u8,
            Tie::Illegible | Tie::Hop(_) => 2,
        };
        if source == 0 && kind != PARTNER && tie == 0 {
            return 0;
        }
        KEY | u128::from(kind) << 120 | u128::from(tie) << 112 | source & SOURCE
    }

    pub fn kind(key: u128) -> u8 {
        (key >> 120) as u8 & 3
    }

    pub fn tie(key: u128) -> Tie {
        match (key >> 112) as u8 {
            0 => Tie::None,
            1 => Tie::Unlisted,
            2 => Tie::Illegible,
            at => Tie::Hop(usize::from(at - 3)),
        }
    }
}

#[cfg(feature = "engine")]
const SOURCES: crate::data::keys::Kind = crate::data::keys::Kind {
    name: "source-chain",
    of: |batch| {
        use crate::data::origin;

        let kinds = origin::kinds(batch);
        let kind = |at: u8| match origin::KINDS[usize::from(at)] {
            "partner" => key::PARTNER,
            "unknown" | "vendor-internal" | "illegible" | "blank" => 0,
            _ => key::OTHER,
        };
        let chain = batch
            .plan
            .once("source-chain", || Chain::of(batch.dossier()));
        let mut ties = vec![Tie::None; batch.rows()];
        for cells in batch.cells(Column::SupplierChain) {
            let found = batch.by_text("source-chain", &cells, |t| chain.tie_of_cell(t));
            for (tie, new) in ties.iter_mut().zip(found) {
                if *tie == Tie::None {
                    *tie = new;
                }
            }
        }
        let sources = crate::data::keys::texts(batch, Column::Source);
        let rows = sources.iter().zip(kinds.iter()).zip(ties);
        rows.map(|((source, at), tie)| key::of(*source, kind(*at), tie))
            .collect()
    },
};

#[cfg(feature = "engine")]
fn sort(view: &crate::data::sorter::KeyView<'_>) -> Vec<crate::record::papers::KeyBin> {
    use std::collections::BTreeMap;

    let dossier = view.papers.dossier;
    let chain = Chain::of(dossier);
    let mut entries: BTreeMap<u128, Vec<&Source>> = BTreeMap::new();
    for source in dossier.sources() {
        for key in crate::data::register::keys_of(source, view.secret) {
            entries.entry(key & key::SOURCE).or_default().push(source);
        }
    }
    let mut units: BTreeMap<u128, usize> = BTreeMap::new();
    for key in view.table.rows.keys() {
        let source = key & key::SOURCE;
        let (kind, tie) = (key::kind(*key), key::tie(*key));
        let read = |entry| CHECK.at(reading(dossier, &chain, entry, kind, tie));
        let entries = entries.get(&source).map_or(&[][..], Vec::as_slice);
        let bin = entries.iter().map(|e| read(Some(*e))).min();
        let bin = bin.unwrap_or_else(|| read(None));
        let unit = units.entry(source).or_insert(bin);
        *unit = bin.min(*unit);
    }
    let unit = |(key, bin)| crate::record::papers::KeyBin {
        key: Some(key),
        bin,
    };
    units.into_iter().map(unit).collect()
}

/// What is known of the way of a source's data.
#[cfg(feature = "engine")]
fn reading(
    dossier: &Dossier,
    chain: &Chain,
    entry: Option<&Source>,
    kind: u8,
    tie: Tie,
) -> &'static str {
    let known = entry.and_then(|source| dossier.fact(&CHECK, Some(source)));
    let (is, reviewed) = known.map_or(("", false), |k| (k.is, k.grade == Grade::Reviewed));
    if is == "missing-link" {
        return "missing-link";
    }
    let said = entry
        .and_then(|source| source.supplier.as_deref())
        .map_or(Tie::None, |name| chain.tie(name));
    let ties = [said, tie];
    if ties.contains(&Tie::Unlisted) {
        return "missing-link";
    }
    let hops = ties.iter().filter_map(|tie| match tie {
        Tie::Hop(at) => Some(chain.links(*at)),
        _ => None,
    });
    let typed = entry.and_then(|source| source.source_type);
    let partner = kind == key::PARTNER || typed.is_some_and(|t| t == "partner");
    let links = match hops.min() {
        None if partner && !chain.is_empty() => Some(chain.worst().min(Links::Declared)),
        links => links,
    };
    match links {
        Some(Links::Missing) => "missing-link",
        Some(Links::Declared) if is == "every-link-documented" && reviewed => {
            "every-link-documented"
        }
        Some(Links::Declared) => "declared",
        Some(Links::Documented) => "every-link-documented",
        // nobody is listed: what is said stands alone
        None if is == "every-link-documented" && reviewed => "every-link-documented",
        None if is == "every-link-documented" => "declared",
        None if partner => "missing-link",
        None if is == "direct" => "direct",
        None if kind == key::OTHER || typed.is_some_and(is_direct) => "direct",
        None if is == "illegible" || ties.contains(&Tie::Illegible) => "illegible",
        None => "blank",
    }
}

/// Kinds of source from which data come without a supplier in between.
#[cfg(feature = "engine")]
fn is_direct(kind: crate::record::dossier::Word) -> bool {
    !kind.is_illegible() && !matches!(kind.as_str(), "partner" | "unknown" | "vendor-internal")
}
