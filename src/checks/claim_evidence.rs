crate::check! {
    en {
        /// How well is each claim of the declaration evidenced?
        ///
        /// ## What is sorted
        /// Each claim of the vendor's declaration: every section of `[gdpr]`, every entry of its lists, every fact.
        /// Countries and kinds of address, which the file shows by itself, are the matter of other checks.
        ///
        /// ## Why it matters
        /// What a vendor says of its own conduct proves nothing. The buyer must be able to show, Art. 5(2) GDPR, on
        /// what it relied.
        ///
        /// ## How it is decided
        /// A claim is `documented` if a document that it names, or one of the kind that belongs to it, is at hand
        /// unaltered: the source register for sources, the log for the notice, the retention schedule for deletion; a
        /// fact needs the document it names. If a named person answered `reviewed` about that document under this
        /// check, or confirmed the fact, it is `reviewed`; without a document it is `declared`.
        ///
        /// It is `contradicted` if a reviewer says so, or the file does: mailboxes, numbers or addresses of persons for
        /// channels that were not declared; columns of special categories or offences where none was said to be; at
        /// least five rows, and one in a hundred, collected outside the period of their source, kept longer than
        /// declared, screened earlier, or still marked as objecting; more rows of a country than were screened;
        /// networks among the sources where no such method was named. A claim that cannot be read is `illegible`;
        /// nothing claimed is `blank`.
        ///
        /// ## What it cannot see
        /// Whether a document really supports the claim, unless somebody has read it.
    }
    de {
        /// Wie gut ist jede Angabe der Erklärung belegt?
        ///
        /// ## Was sortiert wird
        /// Jede Angabe der Erklärung des Anbieters: jeder Abschnitt von `[gdpr]`, jeder Eintrag seiner Listen, jede
        /// Tatsache. Länder und Arten von Adressen, die die Datei selbst zeigt, sind Sache anderer Prüfpunkte.
        ///
        /// ## Warum es zählt
        /// Was ein Anbieter über sein eigenes Verhalten sagt, beweist nichts. Der Käufer muss zeigen können, Art. 5
        /// Abs. 2 DSGVO, worauf er sich verlassen hat.
        ///
        /// ## Wie entschieden wird
        /// Eine Angabe ist `documented`, wenn eine Unterlage, die sie nennt oder die nach ihrer Art dazugehört,
        /// unverändert vorliegt: das Quellenverzeichnis zu den Quellen, das Protokoll zur Information, das Löschkonzept
        /// zur Löschung; eine Tatsache braucht die Unterlage, die sie nennt. Hat eine benannte Person zu dieser
        /// Unterlage unter diesem Prüfpunkt `reviewed` geantwortet oder die Tatsache bestätigt, ist sie `reviewed`;
        /// ohne Unterlage ist sie `declared`.
        ///
        /// Sie ist `contradicted`, wenn eine Durchsicht das sagt oder die Datei: Postfächer, Nummern oder Anschriften
        /// von Personen für nicht erklärte Kanäle; Spalten besonderer Kategorien oder zu Straftaten, wo es keine geben
        /// soll; mindestens fünf Zeilen, und eine von hundert, außerhalb des Zeitraums ihrer Quelle erhoben, länger
        /// behalten als erklärt, früher abgeglichen oder noch mit Widerspruch; mehr Zeilen eines Landes, als abgeglichen
        /// wurden; Netzwerke unter den Quellen, wo kein solches Verfahren genannt ist. Unlesbares ist `illegible`, keine
        /// Angabe `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob eine Unterlage die Angabe wirklich trägt, solange niemand sie gelesen hat.
    }
    "claim-evidence" {
        rev: 1,
        scope: Scope::Key,
        columns: &[
            Column::Source, Column::Country, Column::CollectedAt, Column::DncScreenedAt, Column::RetentionUntil,
            Column::Phone, Column::ObjectionStatus,
        ],
        bins: &["contradicted", "declared", "documented", "reviewed", "illegible", "blank"],
        examples: &[
            // one claim with its document, one without, one that cannot be read, and two that claim nothing
            Example::rows(NONE, &["declared", "documented", "illegible"]).with(r#"
                [gdpr]
                vocabulary = "https://w3id.org/dpv/2.3"
                countries = ["DE"]
                legal-basis = "eu-gdpr:A6-1-f"
                consent.used = false
                objections.rows-removed = 3
                retention.vendor-deletes-after = "two years"
                [[gdpr.documents]]
                id = "basis"
                kind = "basis-statement"
                path = "basis.pdf"
            "#, ""),
            // entries of a list and facts are claims of their own; a lost document is none
            Example::rows(NONE, &["declared", "declared", "declared", "documented", "documented"]).with(r#"
                [[gdpr.suppliers]]
                legal-name = "Voorbeeld Bedrijfsdata B.V."
                contract = "contract"
                [[gdpr.dnc]]
                country = "AT"
                log = "lost"
                [[gdpr.sources]]
                id = "fair"
                lia-cover = "covered"
                platform-visibility = { is = "no-platform", document = "contract" }
                [[gdpr.documents]]
                id = "contract"
                kind = "upstream-contract"
                path = "contract.pdf"
                [[gdpr.documents]]
                id = "lost"
                kind = "dnc-log"
                path = "missing/log.csv"
            "#, ""),
            // a reviewer confirms one, and refutes another
            Example::rows(NONE, &["contradicted", "reviewed"]).with(r#"
                [gdpr]
                notice.log = "log"
                transfers.outside-eea = false
                [[gdpr.documents]]
                id = "log"
                kind = "notice-log"
                path = "log.csv"
                [[gdpr.documents]]
                id = "record"
                kind = "processing-record"
                path = "record.pdf"
            "#, r#"
                [[review]]
                check = "claim-evidence"
                document = "log"
                answer = "reviewed"
                by = "dpo-2026"
                at = 2026-11-20
                [[review]]
                check = "claim-evidence"
                document = "record"
                answer = "contradicted"
                by = "dpo-2026"
                at = 2026-11-20
            "#),
            // what the buyer took from prose names its document
            Example::rows(NONE, &["documented"]).with("", r#"
                [[document]]
                path = "prose.pdf"
                kinds = ["privacy-notice"]
                [[answer]]
                fact = "gdpr.retention.vendor-deletes-after"
                value = "P24M"
                document = "prose.pdf"
                by = "buyer"
            "#),
            // rows collected outside the period of their source, and of a kind nobody named
            Example::rows(&[PROFILE; 5], &["contradicted", "contradicted"]).with(r#"
                [gdpr]
                [[gdpr.sources]]
                id = "net"
                matches = ["LinkedIn"]
                collected = { first = "2026-02-01", last = "2026-03-01" }
                [provenance.provenance]
                generation-method = [{ code = "syndication" }]
            "#, ""),
            // four rows are a slip
            Example::rows(&[PROFILE; 4], &["declared", "declared"]).with(r#"
                [gdpr]
                [[gdpr.sources]]
                id = "net"
                matches = ["LinkedIn"]
                collected = { first = "2026-02-01", last = "2026-03-01" }
                [provenance.provenance]
                generation-method = [{ code = "syndication" }]
            "#, ""),
            // kept too long; screened earlier than said, and more rows than were screened
            Example::rows(&[OLD; 5], &["contradicted", "contradicted"]).with(r#"
                [gdpr]
                retention.vendor-deletes-after = "P24M"
                [[gdpr.dnc]]
                country = "AT"
                screened-at = "2026-09-28"
            "#, ""),
            Example::rows(&[NUMBER; 7], &["contradicted"]).with(r#"
                [[gdpr.dnc]]
                country = "GB"
                rows-screened = 3
                rows-removed = 2
            "#, ""),
            // numbers in a list that is said to be for post, and objections that were said to be removed
            Example::rows(OBJECTED, &["contradicted", "contradicted"]).with(r#"
                [gdpr]
                channels = ["post"]
                objections.suppression-applied-at = "2026-09-30"
            "#, "").headed(),
            Example::rows(HEALTH, &["contradicted"]).with("gdpr.special-categories.present = false", "").headed(),
            Example::rows(OBJECTED, &["documented"]).with("gdpr.special-categories.present = false", "").headed(),
            // what is admitted needs no document
            Example::rows(HEALTH, &["blank"]).with("gdpr.special-categories.present = true", "").headed(),
            Example::rows(NONE, &["blank"]),
        ],
    }
    keys(crate::data::claims::CONTRADICTED) sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

const NONE: &[&[&str]] = &[&[""]];
const PROFILE: &[&str] = &["LinkedIn", "", "2026-01-05"];
const OLD: &[&str] = &["", "AT", "2024-01-05", "2026-05-01"];
const NUMBER: &[&str] = &["", "GB", "", "", "", "+44 20 7946 0001"];
const HEALTH: &[&[&str]] = &[
    &["E-Mail", "Krankheitstage"],
    &["a.lind@nordwerk-beispiel.de", "3"],
];
const OBJECTED: &[&[&str]] = &[
    &["Telefon", "Werbewiderspruch"],
    &["030 23125001", "ja"],
    &["030 23125002", "ja"],
    &["030 23125003", "ja"],
    &["030 23125004", "ja"],
    &["030 23125005", "ja"],
    &["030 23125006", "nein"],
];

/// The kinds of document that show what a section claims.
#[cfg(feature = "engine")]
const SHOWN_BY: [(&str, &[&str]); 16] = [
    ("purposes", &["basis-statement", "processing-record"]),
    (
        "legal-basis",
        &[
            "basis-statement",
            "legitimate-interest-assessment",
            "consent-text",
        ],
    ),
    (
        "channels",
        &[
            "basis-statement",
            "legitimate-interest-assessment",
            "consent-text",
        ],
    ),
    (
        "recipients",
        &[
            "privacy-notice",
            "art14-notice",
            "processing-record",
            "controller-to-controller-agreement",
        ],
    ),
    (
        "controllers",
        &[
            "vendor-identity",
            "privacy-notice",
            "controller-to-controller-agreement",
        ],
    ),
    ("suppliers", &["upstream-contract"]),
    ("sources", &["source-register"]),
    ("generation-method", &["source-register"]),
    ("legitimate-interest", &["legitimate-interest-assessment"]),
    ("notice", &["art14-notice", "notice-log"]),
    ("consent", &["consent-text", "consent-log"]),
    ("consent-texts", &["consent-text"]),
    (
        "objections",
        &["suppression-procedure", "removals-since-export"],
    ),
    ("dnc", &["dnc-log"]),
    ("retention", &["retention-schedule", "processing-record"]),
    (
        "transfers",
        &["transfer-file", "processing-record", "privacy-notice"],
    ),
];

#[cfg(feature = "engine")]
fn sort(view: &crate::data::sorter::KeyView<'_>) -> Vec<crate::record::papers::KeyBin> {
    let papers = view.papers;
    let Some(declaration) = papers.dossier.declaration.as_ref() else {
        return Vec::new();
    };
    let file = File {
        papers,
        declaration,
        rows: crate::data::claims::Contradicted::of(view.table),
    };
    let claims = declaration
        .claims
        .iter()
        .filter(|c| !file.is_admitted(c))
        .map(|c| file.claim(c));
    let unit = |bin| crate::record::papers::KeyBin {
        key: None,
        bin: CHECK.at(bin),
    };
    claims.chain(file.facts()).map(unit).collect()
}

/// What claims are held against.
#[cfg(feature = "engine")]
struct File<'a> {
    papers: &'a crate::record::papers::Papers<'a>,
    declaration: &'a crate::record::dossier::Declaration,
    rows: crate::data::claims::Contradicted,
}

#[cfg(feature = "engine")]
mod file {
    use super::{CHECK, File, SHOWN_BY};
    use crate::record::channel::Channel;
    use crate::record::check::find;
    use crate::record::column::Column;
    use crate::record::dossier::{Claim, Document, Fact, Grade, Known, Source};
    use crate::record::mapping::Holds;
    use crate::record::papers::contradicts;

    impl File<'_> {
        /// Sections that say against the vendor, or that nothing was done: nobody has to prove those.
        pub fn is_admitted(&self, claim: &Claim) -> bool {
            let d = self.declaration;
            match claim.about.as_str() {
                "consent" => d.consent.as_ref().is_some_and(|c| c.used == Some(false)),
                "special-categories" => d.special_categories == Some(true),
                _ => false,
            }
        }

        pub fn claim(&self, claim: &Claim) -> &'static str {
            let documents = self.documents(claim);
            let answers: Vec<&str> = self
                .papers
                .dossier
                .reviews(CHECK.id, None)
                .filter(|r| documents.iter().any(|d| d.id == r.document))
                .map(|r| r.answer.as_str())
                .collect();
            if answers.contains(&"contradicted") || self.contradicts(claim) {
                "contradicted"
            } else if claim.illegible {
                "illegible"
            } else if answers.contains(&"reviewed") {
                "reviewed"
            } else if documents.iter().any(|d| d.at_hand()) || self.shows(claim) {
                "documented"
            } else {
                "declared"
            }
        }

        /// `known`: what is known of the fact, from all that was said and read.
        pub fn fact(&self, fact: &Fact, known: Option<Known<'_>>) -> &'static str {
            let check = find(crate::checks::CATALOGUE, &fact.check);
            let place = |bin: &str| check.and_then(|c| c.bin(bin));
            if fact.is == "illegible" {
                return "illegible";
            }
            match known {
                Some(k) if place(k.is) < place(&fact.is) => "contradicted",
                Some(k) if k.is == fact.is && k.grade == Grade::Reviewed => "reviewed",
                _ if fact.grade == Grade::Declared => "declared",
                _ => "documented",
            }
        }

        /// All facts that are stated, with what is known of each.
        pub fn facts(&self) -> Vec<&'static str> {
            let dossier = self.papers.dossier;
            let find = |f: &Fact| find(crate::checks::CATALOGUE, &f.check);
            let d = self.declaration;
            let all = d
                .facts
                .iter()
                .map(|f| (f, find(f).and_then(|c| dossier.fact(c, None))));
            let of_sources = d.sources.iter().flat_map(|s| {
                let known = move |f| find(f).and_then(|c| dossier.fact(c, Some(s)));
                s.facts.iter().map(move |f| (f, known(f)))
            });
            let of_texts = dossier.texts().iter().flat_map(|t| {
                let known = move |f| find(f).and_then(|c| dossier.fact_of_text(c, t));
                t.facts.iter().map(move |f| (f, known(f)))
            });
            all.chain(of_sources)
                .chain(of_texts)
                .map(|(f, known)| self.fact(f, known))
                .collect()
        }

        /// The documents that a claim names, that the buyer's answers to it name, and those of its kinds.
        fn documents(&self, claim: &Claim) -> Vec<&Document> {
            let dossier = self.papers.dossier;
            let kinds = SHOWN_BY.iter().find(|(about, _)| *about == claim.about);
            let of_kind = kinds.iter().flat_map(|(_, kinds)| kinds.iter());
            let address = format!("gdpr.{}", claim.about);
            let source = self.source(claim).map(|s| &s.id);
            let answered = dossier.answers.iter().filter(|a| match &a.source {
                Some(of) => Some(of) == source,
                None => {
                    let rest = a.fact.strip_prefix(&address);
                    rest.is_some_and(|r| r.is_empty() || r.starts_with('.'))
                }
            });
            // what an entry names shows its notice or its basis, not where the data come from
            let named = claim
                .documents
                .iter()
                .filter(|_| claim.about != "sources")
                .chain(answered.filter_map(|a| a.document.as_ref()));
            named
                .filter_map(|id| dossier.document(id))
                .chain(of_kind.flat_map(|k| dossier.documents(k)))
                .collect()
        }

        fn entry(&self, claim: &Claim) -> Option<usize> {
            usize::try_from(claim.entry?.checked_sub(1)?).ok()
        }

        fn source(&self, claim: &Claim) -> Option<&Source> {
            let entry = self.entry(claim).filter(|_| claim.about == "sources")?;
            self.declaration.sources.get(entry)
        }

        /// Whether the file itself shows what is claimed of it.
        fn shows(&self, claim: &Claim) -> bool {
            claim.about == "special-categories" && !self.papers.columns.is_empty()
        }

        fn contradicts(&self, claim: &Claim) -> bool {
            let all = self.papers.ledger.loaded;
            let enough = |rows: Option<&u64>| contradicts(rows.copied().unwrap_or(0), all);
            let entry = self.entry(claim);
            match claim.about.as_str() {
                "channels" => self.other_channels(),
                "sources" => enough(entry.and_then(|e| self.rows.periods.get(&e))),
                "dnc" => {
                    enough(entry.and_then(|e| self.rows.screenings.get(&e)))
                        || entry.is_some_and(|e| self.unscreened(e))
                }
                "retention" => contradicts(self.rows.retention, all),
                "objections" => {
                    let rows = self.papers.rows("objection-status");
                    let open = ["objected", "withdrawn", "unsubscribed"];
                    contradicts(open.iter().filter_map(|b| rows.get(b)).sum(), all)
                }
                "special-categories" => {
                    let mut columns = self.papers.columns.iter();
                    columns.any(|c| c.filled > 0 && c.holds <= Holds::Criminal)
                }
                "generation-method" => self.other_methods(),
                _ => false,
            }
        }

        /// Rows with an address of a person for a channel that was not declared. A company's own address, mailbox and
        /// switchboard say who it is, a profile says who the person is.
        fn other_channels(&self) -> bool {
            let declared =
                |of: &[Channel]| of.iter().any(|c| self.declaration.channels.contains(c));
            let rows = |check: &str, none: &[&str]| -> u64 {
                let rows = self.papers.rows(check);
                rows.iter()
                    .filter(|(b, _)| !none.contains(b) && !matches!(**b, "illegible" | "blank"))
                    .map(|(_, n)| n)
                    .sum()
            };
            let numbers = [Channel::Phone, Channel::Sms, Channel::AutoCall];
            let held = [
                (
                    &[Channel::Email][..],
                    rows("mail-nature", &["unusable", "professional-role"]),
                ),
                (&numbers, rows("phone-kind", &["company-line"])),
                (&[Channel::Post], rows("post-address", &["business"])),
            ];
            !self.declaration.channels.is_empty()
                && held.iter().any(|(channels, rows)| {
                    !declared(channels) && contradicts(*rows, self.papers.ledger.loaded)
                })
        }

        /// More rows of the country than were screened, whichever channel the register is for.
        fn unscreened(&self, entry: usize) -> bool {
            let Some(dnc) = self.declaration.dnc.get(entry) else {
                return false;
            };
            let (Some(country), Some(screened)) = (dnc.country, dnc.rows_screened) else {
                return false;
            };
            let left = screened.saturating_sub(dnc.rows_removed.unwrap_or(0));
            let held = ["mail-nature", "phone-kind", "post-address"].map(|check| {
                let cells = self.papers.cells(check);
                cells
                    .filter(|c| !matches!(c.bins[0].as_str(), "illegible" | "blank"))
                    .filter(|c| c.bins.last().is_some_and(|b| country == b.as_str()))
                    .map(|c| c.units)
                    .sum::<u64>()
            });
            let least = held.into_iter().filter(|n| *n > 0).min();
            least.is_some_and(|n| contradicts(n.saturating_sub(left), self.papers.ledger.loaded))
        }

        /// Profiles of networks in a list for which no method was named that yields them.
        fn other_methods(&self) -> bool {
            let of_sources = self.declaration.sources.iter().filter_map(|s| s.method);
            let mut methods = self
                .declaration
                .generation
                .iter()
                .copied()
                .chain(of_sources);
            let yields = |m: &str| {
                matches!(
                    m,
                    "web-scraping-crawling" | "social-media" | "data-mining" | "illegible"
                )
            };
            let rows = self.papers.rows("source-kind");
            let networks = rows.get("social-network").copied().unwrap_or(0);
            let headlines = self.papers.columns.iter();
            let headlines = headlines
                .filter(|c| c.used() == Some(Column::ProfileHeadline))
                .map(|c| c.filled)
                .sum::<u64>();
            !methods.any(|m| yields(&m))
                && contradicts(networks.max(headlines), self.papers.ledger.loaded)
        }
    }
}
