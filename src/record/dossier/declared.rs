//! The vendor's declaration: block 3 whole, of block 1 what is compared with the file, block 2 accepted and left aside.
//!
//! A claim cannot break a run: impossible values are illegible and unknown keys warnings. The same readers take the
//! buyer's answers, whose file is strict; so there is one place that knows what a fact looks like.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use super::package::package;
use super::party;
use super::shelf::{Named, Shelf, beside, stays};
use super::value::{
    bases, channels, countries, country, dated, digest, only, period, share, term, texts, words,
};
use super::word;
use super::{
    Claim, ConsentText, Controller, Dated, Declaration, Declared, Dnc, Fact, Grade, Notice, Period,
    Source, SourceNotice, Span, Word,
};
use crate::base::code::Code;
use crate::base::code::dossier as code;
use crate::base::digest::Sha256;
use crate::base::error::{Error, nearest};
use crate::base::label::Label;
use crate::base::lang::Text;
use crate::base::tree::{Fields, Value};
use crate::record::check::{Check, Scope, find};
use crate::record::column::Column;
use crate::text;

/// The sections of `[gdpr]` that are single tables, with their keys. A fact is addressed `gdpr.<section>.<key>`.
const SECTIONS: [(&str, &[&str]); 7] = [
    (
        "legitimate-interest",
        &[
            "holder",
            "statement",
            "status",
            "assessment",
            "assessed-at",
            "covers-sale",
        ],
    ),
    (
        "notice",
        &[
            "kind",
            "channel",
            "first-sent",
            "last-sent",
            "share-notified",
            "text",
            "log",
            "recipients-named",
            "languages",
        ],
    ),
    (
        "consent",
        &[
            "used",
            "profile",
            "records",
            "texts",
            "channels",
            "recipients",
            "withdrawal-url",
        ],
    ),
    (
        "objections",
        &["suppression-applied-at", "rows-removed", "feed"],
    ),
    ("retention", &["vendor-deletes-after", "buyer-deletes-by"]),
    (
        "transfers",
        &["outside-eea", "countries", "tool", "document"],
    ),
    ("special-categories", &["present"]),
];

/// The keys of `[gdpr]` that stand alone.
const ALONE: [&str; 11] = [
    "vocabulary",
    "purposes",
    "legal-basis",
    "countries",
    "channels",
    "recipients",
    "address-kinds",
    "controllers",
    "suppliers",
    "sources",
    "dnc",
];

/// The keys of a source entry, besides checks.
const ENTRY: [&str; 17] = [
    "id",
    "matches",
    "source-type",
    "dpv",
    "method",
    "publicly-accessible",
    "countries",
    "collected",
    "contacted",
    "disclosed",
    "legal-basis",
    "supplier",
    "assessment",
    "notice",
    "licence",
    "terms",
    "note",
];

/// Checks of rows that have no bin `declared`, whose facts may yet be stated in a source entry.
const PER_SOURCE: [&str; 6] = [
    "presumed-consent-facts",
    "notice-before-contact",
    "notice-before-disclosure",
    "notice-language",
    "notice-version",
    "publication-evidence",
];

/// Sections that claim nothing a document could show: the file shows it, or it is a reference.
const NO_CLAIM: [&str; 3] = ["vocabulary", "countries", "address-kinds"];

/// Bins that are grades of evidence: they are worked out, nobody can state them.
const GRADES: [&str; 4] = ["declared", "documented", "reviewed", "recorded"];

/// What readers need beside the text.
pub struct Reader<'a> {
    pub shelf: &'a Shelf,
    pub catalogue: &'a [&'static Check],
    /// The buyer's dossier, whose paths stand beside it; none for the vendor's declaration.
    pub dossier: Option<&'a str>,
    /// Documents named since somebody last asked.
    pub named: &'a RefCell<Vec<Label>>,
}

/// A declaration being filled, with the vendor's own ids of its sources.
#[derive(Default)]
pub struct Draft {
    pub declaration: Declaration,
    pub sources: HashMap<String, usize>,
    /// The same of its consent texts.
    pub texts: HashMap<String, usize>,
}

/// `[[gdpr.documents]]`, before anything else is read.
pub fn documents(root: &Fields<'_, '_>, file: &str) -> Vec<Named> {
    let gdpr = root.get("gdpr").filter(Value::is_table);
    let Some(entries) = gdpr
        .and_then(|g| g.table())
        .and_then(|g| g.get("documents"))
        .and_then(|d| d.tables())
    else {
        return Vec::new();
    };
    entries
        .into_iter()
        .map(|entry| {
            let kinds = entry.get("kinds").or_else(|| entry.need("kind"));
            let kinds = kinds.map(|v| words(&v, &word::KINDS)).unwrap_or_default();
            let path = entry.get("path").and_then(|v| {
                let path = v.str()?;
                if !stays(path) {
                    v.wrong(
                        "a path beside the declaration",
                        "ein Pfad neben der Erklärung",
                    );
                    return None;
                }
                Some(beside(file, path))
            });
            let date = dated(entry.get("date"));
            let id = entry.need("id").and_then(|v| v.str()).map(str::to_owned);
            let matches = match entry.get("matches") {
                Some(v) => texts(&v),
                // a paper that names no value is known in the column by its id
                None => id.iter().cloned().collect(),
            };
            let named = Named {
                id,
                path,
                kinds,
                date,
                dated_by: (date != Dated::Undated).then_some(Word::from("vendor")),
                expires: entry.get("expires").and_then(|v| v.day()),
                digests: entry
                    .get("sha256")
                    .map(|v| digest(&v))
                    .into_iter()
                    .collect(),
                seen: Word::from("copy"),
                pages: BTreeMap::new(),
                list_sha256: None,
                matches,
                hashed: None,
            };
            entry.close();
            named
        })
        .collect()
}

/// Reads everything but the documents.
pub fn read(root: Fields<'_, '_>, text: &str, reader: &Reader<'_>) -> Draft {
    let mut draft = Draft::default();
    draft.declaration.sha256 = Some(Sha256::of(text.as_bytes()));
    if let Some(v) = root.need("beleg-declaration")
        && v.str().is_some_and(|s| s != "1")
    {
        v.error(
            &code::DECLARATION_VERSION,
            text!(
                "the declaration is of a version that is not known here",
                "die Erklärung hat eine hier unbekannte Fassung"
            ),
        );
    }
    draft.declaration.by = root
        .get("declared-by")
        .and_then(|v| v.str())
        .map(str::to_owned);
    draft.declaration.declared_at = root.get("declared-at").and_then(|v| v.day());
    draft.declaration.package = root.get("package").and_then(|v| package(&v));
    if let Some(v) = root.get("provenance") {
        reader.provenance(&mut draft, &v);
    }
    if let Some(gdpr) = root.get("gdpr").and_then(|v| v.table()) {
        for key in ALONE {
            if let Some(v) = gdpr.get(key) {
                reader.fact(&mut draft, key, None, &v);
            }
        }
        for (section, keys) in SECTIONS {
            let Some(fields) = gdpr.get(section).and_then(|v| v.table()) else {
                continue;
            };
            for key in keys {
                if let Some(v) = fields.get(key) {
                    reader.fact(&mut draft, section, Some(key), &v);
                }
            }
            fields.close();
        }
        gdpr.get("documents");
        if let Some(facts) = gdpr.get("facts").and_then(|v| v.table()) {
            for (key, v) in facts.entries() {
                match find(reader.catalogue, key.text) {
                    Some(check) => draft.declaration.facts.extend(reader.stated(check, &v)),
                    None => reader.unknown(&v, key.text),
                }
            }
        }
        gdpr.close();
    }
    root.close();
    draft
}

impl Reader<'_> {
    /// Reads one fact of block 3 into the declaration, and notes that it is claimed. `section` stands alone, or is a
    /// table with `key` in it. False if there is no such fact.
    pub fn fact(
        &self,
        draft: &mut Draft,
        section: &str,
        key: Option<&str>,
        v: &Value<'_, '_>,
    ) -> bool {
        let entries = draft.declaration.claims.len();
        let (known, documents, illegible) = self.watch(v, || self.set(draft, section, key, v));
        let claims = &mut draft.declaration.claims;
        // of a list every entry has been noted by itself
        if known && claims.len() == entries && !NO_CLAIM.contains(&section) {
            match claims.iter_mut().find(|c| c.about == section) {
                Some(claim) => {
                    claim.documents.extend(documents);
                    claim.illegible |= illegible;
                }
                None => claims.push(Claim {
                    about: section.to_owned(),
                    entry: None,
                    documents,
                    illegible,
                }),
            }
        }
        known
    }

    /// What reading something gave, with the documents that it named and whether a value could not be read.
    fn watch<T>(&self, v: &Value<'_, '_>, read: impl FnOnce() -> T) -> (T, Vec<Label>, bool) {
        let wrong = v.tree().wrong_values();
        self.named.take();
        let read = read();
        let documents = self.named.take();
        (read, documents, v.tree().wrong_values() > wrong)
    }

    /// The entries of a list, each of them a claim.
    fn entries(
        &self,
        draft: &mut Draft,
        about: &str,
        v: &Value<'_, '_>,
        mut read: impl FnMut(&mut Draft, Fields<'_, '_>),
    ) {
        for entry in v.tables().unwrap_or_default() {
            let ((), documents, illegible) = self.watch(v, || read(draft, entry));
            let claims = &mut draft.declaration.claims;
            let before = claims.iter().filter(|c| c.about == about).count();
            claims.push(Claim {
                about: about.to_owned(),
                entry: Some(before as u64 + 1),
                documents,
                illegible,
            });
        }
    }

    fn set(&self, draft: &mut Draft, section: &str, key: Option<&str>, v: &Value<'_, '_>) -> bool {
        let d = &mut draft.declaration;
        match (section, key.unwrap_or_default()) {
            ("vocabulary" | "purposes", "") => {}
            ("legal-basis", "") => d.legal_basis = bases(v),
            ("countries", "") => d.countries = countries(v),
            ("channels", "") => d.channels = channels(v),
            ("recipients", "") => d.recipients = recipients(v),
            ("address-kinds", "") => d.address_kinds = words(v, &word::ADDRESS_KINDS),
            ("controllers", "") => self.entries(draft, section, v, |draft, entry| {
                draft.declaration.controllers.push(self.party(entry));
            }),
            ("suppliers", "") => self.entries(draft, section, v, |draft, entry| {
                draft.declaration.suppliers.push(self.party(entry));
            }),
            ("sources", "") => {
                d.register = true;
                self.entries(draft, section, v, |draft, entry| self.source(draft, entry));
            }
            ("dnc", "") => self.entries(draft, section, v, |draft, entry| {
                draft.declaration.dnc.push(self.dnc(entry));
            }),
            ("legitimate-interest", "assessment") => {
                d.assessment_said = true;
                d.assessment = self.document(v);
            }
            ("legitimate-interest", "assessed-at") => d.assessment_said |= v.day().is_some(),
            ("legitimate-interest", "covers-sale") => d.covers_sale = v.bool(),
            ("legitimate-interest", "holder" | "statement" | "status") => {
                v.str();
            }
            ("notice", "channel") => notice(d).channels = words(v, &word::NOTICE_CHANNELS),
            ("notice", "kind") => {
                let kind = v.str().map(|s| Word::of(&word::EXEMPTIONS, &term(s)));
                notice(d).exemption = kind.filter(|k| !k.is_illegible());
            }
            ("notice", "share-notified") => notice(d).share = Some(share(v)),
            ("notice", "first-sent") => {
                notice(d).first_sent = v.day();
                notice(d).illegible |= notice(d).first_sent.is_none();
            }
            ("notice", "last-sent") => {
                notice(d).last_sent = v.day();
                notice(d).illegible |= notice(d).last_sent.is_none();
            }
            ("notice", "text") => notice(d).text = self.document(v),
            ("notice", "log") => notice(d).log = self.document(v),
            ("notice", "recipients-named") => notice(d).recipients_named = v.bool(),
            ("notice", "languages") => notice(d).languages = words(v, &word::LANGUAGES),
            ("consent", "used") => d.consent.get_or_insert_default().used = v.bool(),
            ("consent", "texts") => {
                d.consent.get_or_insert_default();
                self.entries(draft, "consent-texts", v, |draft, entry| {
                    self.text(draft, entry);
                });
            }
            ("consent", "profile" | "records" | "channels" | "recipients" | "withdrawal-url") => {}
            ("objections", "suppression-applied-at") => d.objections_applied_at = v.day(),
            ("objections", "rows-removed" | "feed") => {}
            ("retention", "vendor-deletes-after") => d.vendor_deletes_after = period(v),
            ("retention", "buyer-deletes-by") => d.buyer_deletes_by = v.day(),
            ("transfers", "outside-eea") => d.outside_eea = v.bool(),
            ("transfers", "document") => {
                self.document(v);
            }
            ("transfers", "countries" | "tool") => {}
            ("special-categories", "present") => d.special_categories = v.bool(),
            _ => return false,
        }
        true
    }

    /// Every address of a fact that [`Reader::fact`] knows.
    pub fn addresses() -> impl Iterator<Item = String> {
        let alone = ALONE.iter().map(|k| format!("gdpr.{k}"));
        let keyed = SECTIONS
            .iter()
            .flat_map(|(s, keys)| keys.iter().map(move |k| format!("gdpr.{s}.{k}")));
        alone.chain(keyed)
    }

    /// A field of a source entry that an answer may give. False if there is no such field.
    pub fn entry(&self, source: &mut Source, key: &str, v: &Value<'_, '_>) -> bool {
        match key {
            "source-type" => source.source_type = Some(only(v, &word::SOURCE_TYPES)),
            "method" => source.method = Some(only(v, &word::METHODS)),
            "publicly-accessible" => source.publicly_accessible = v.bool(),
            "countries" => source.countries = countries(v),
            "collected" => {
                if let Some(c) = span(v) {
                    (source.first, source.last) = (c.first, c.last);
                }
            }
            "contacted" => source.contacted = span(v),
            "disclosed" => source.disclosed = span(v),
            "legal-basis" => {
                source.legal_basis = match bases(v)[..] {
                    [one] => Some(one),
                    _ => Some(Word::ILLEGIBLE),
                };
            }
            "assessment" => source.assessment = self.document(v),
            "notice" => source.notice = self.source_notice(v),
            "dpv" => {
                let term = v.str().unwrap_or_default();
                source.members_only = term.ends_with("NonPublicDataSource");
            }
            "supplier" => source.supplier = v.str().map(str::to_owned),
            "licence" | "terms" | "note" => {}
            _ => return false,
        }
        true
    }

    /// A fact under a check's name: `"bin"` or `{ is = "bin", document = "id" }`.
    pub fn stated(&self, check: &'static Check, v: &Value<'_, '_>) -> Option<Fact> {
        let (is, document) = if v.is_table() {
            let fields = v.table()?;
            let is = fields.need("is").map(|v| self.bin(check, &v, false));
            let named = self.named.take();
            let document = fields.get("document").and_then(|v| self.document(&v));
            // the document of a fact shows that fact, not the entry it stands in
            self.named.replace(named);
            fields.close();
            (is?, document)
        } else {
            (self.bin(check, v, false), None)
        };
        Some(Fact {
            check: check.id.to_owned(),
            is: is.to_owned(),
            grade: self.grade(document.as_ref()),
            document,
        })
    }

    /// A bin of the check that somebody may state; else illegible, and a slip. Whoever reviewed a document may say so.
    pub fn bin(&self, check: &'static Check, v: &Value<'_, '_>, review: bool) -> &'static str {
        let bins = answers(check, review);
        let Some(text) = v.str() else {
            return "illegible";
        };
        if let Some(bin) = bins.iter().find(|b| **b == text) {
            return bin;
        }
        let name = v.path();
        let id = check.id;
        let message = text!(
            "`{name}` is no answer to `{id}`",
            "`{name}` ist keine Antwort auf `{id}`"
        );
        let all = bins.join("`, `");
        let help = match nearest(text, bins.iter().copied()) {
            Some(near) => text!("did you mean `{near}`?", "meinten Sie `{near}`?"),
            None => text!("one of `{all}`", "eines von `{all}`"),
        };
        self.slip(
            v,
            &code::DECLARATION_VALUE,
            &code::DOSSIER_ANSWER,
            message,
            Some(help),
        );
        "illegible"
    }

    /// The document that a text names: by the vendor's id, in the dossier also by its path.
    pub fn document(&self, v: &Value<'_, '_>) -> Option<Label> {
        let name = v.str()?;
        let at_path = self
            .dossier
            .and_then(|file| self.shelf.by_path(&beside(file, name)));
        if let Some(found) = at_path.or_else(|| self.shelf.by_id(name)) {
            self.named.borrow_mut().push(found.id.clone());
            return Some(found.id.clone());
        }
        let name = v.path();
        let message = text!(
            "`{name}` names no document that is listed",
            "`{name}` nennt keine aufgeführte Unterlage"
        );
        self.slip(
            v,
            &code::DECLARATION_REFERENCE,
            &code::DOSSIER_REFERENCE,
            message,
            None,
        );
        None
    }

    /// How well something is known that a document is said to show.
    pub fn grade(&self, document: Option<&Label>) -> Grade {
        match document {
            Some(d) if self.shelf.at_hand(d) => Grade::Documented,
            _ => Grade::Declared,
        }
    }

    fn slip(
        &self,
        v: &Value<'_, '_>,
        vendor: &'static Code,
        buyer: &'static Code,
        message: Text,
        help: Option<Text>,
    ) {
        let code = if self.dossier.is_some() {
            buyer
        } else {
            vendor
        };
        let mut error: Error = v.tree().build(code, message, v.span());
        if let Some(help) = help {
            error = error.help(help);
        }
        v.tree().slip(error);
    }

    /// A key under which a fact could stand, but no check of this name exists.
    fn unknown(&self, v: &Value<'_, '_>, key: &str) {
        let mut error = v.tree().build(
            &code::DECLARATION_FIELD,
            text!(
                "no check of this name: the fact is left aside",
                "kein Prüfpunkt dieses Namens: die Angabe bleibt beiseite"
            ),
            v.span(),
        );
        if let Some(near) = nearest(key, self.catalogue.iter().map(|c| c.id)) {
            error = error.help(text!("did you mean `{near}`?", "meinten Sie `{near}`?"));
        }
        v.tree().slip(error);
    }

    fn source(&self, draft: &mut Draft, entry: Fields<'_, '_>) {
        let position = draft.declaration.sources.len() + 1;
        let id = entry.need("id").and_then(|v| v.str());
        let label = match id {
            Some(id) if !draft.sources.contains_key(id) => {
                draft.sources.insert(id.to_owned(), position - 1);
                Label::id(id, position)
            }
            _ => Label::position(position),
        };
        let mut source = Source::new(label);
        source.matches = match entry.get("matches") {
            Some(v) => texts(&v),
            // an entry that names no value is known in the column by its id
            None => id.map(str::to_owned).into_iter().collect(),
        };
        for key in ENTRY {
            if let Some(v) = entry.get(key) {
                self.entry(&mut source, key, &v);
            }
        }
        // facts are stated of keys, and of rows where a check knows how well something is known
        let stated = |c: &&&'static Check| {
            let of_rows = c.bin("declared").is_some() || PER_SOURCE.contains(&c.id);
            let of_keys = !is_of_texts(c) || c.columns.contains(&Column::Source);
            (c.scope == Scope::Key && of_keys) || (c.scope == Scope::Row && of_rows)
        };
        for check in self.catalogue.iter().filter(stated) {
            if let Some(v) = entry.get(check.id) {
                source.facts.extend(self.stated(check, &v));
            }
        }
        entry.close();
        draft.declaration.sources.push(source);
    }

    /// Of block 2 only how the data came about: the standard's other fields are left aside.
    fn provenance(&self, draft: &mut Draft, v: &Value<'_, '_>) {
        let Some(inner) = v.is_table().then(|| v.table()?.get("provenance")).flatten() else {
            return;
        };
        let Some(inner) = inner.is_table().then(|| inner.table()).flatten() else {
            return;
        };
        let Some(methods) = inner.get("generation-method") else {
            return;
        };
        let (codes, documents, illegible) = self.watch(v, || {
            let entries = methods.tables().unwrap_or_default();
            let code = |e: &Fields<'_, '_>| e.get("code").map(|c| only(&c, &word::METHODS));
            entries.iter().filter_map(code).collect()
        });
        draft.declaration.generation = codes;
        draft.declaration.claims.push(Claim {
            about: "generation-method".to_owned(),
            entry: None,
            documents,
            illegible,
        });
    }

    fn source_notice(&self, v: &Value<'_, '_>) -> Option<SourceNotice> {
        let fields = v.table()?;
        let within = fields.get("within").and_then(|v| period(&v));
        let log = fields.get("log").and_then(|v| self.document(&v));
        let languages = fields.get("languages");
        let languages = languages.map(|v| words(&v, &word::LANGUAGES));
        let share = fields.get("share").map(|v| share(&v));
        fields.close();
        Some(SourceNotice {
            share,
            in_time: within.is_some_and(Period::within_a_month),
            log,
            languages: languages.unwrap_or_default(),
        })
    }

    fn party(&self, fields: Fields<'_, '_>) -> Controller {
        for known in [
            "address",
            "contact",
            "dpo",
            "art27-representative",
            "delivered-at",
            "rows",
        ] {
            fields.get(known);
        }
        let country = fields.get("country").map(|v| country(&v));
        let name = fields.get("legal-name").map(|v| v.str());
        let number = fields.get("register-number").and_then(|v| v.str());
        let standing = party::standing(name.map(Option::unwrap_or_default), number, country);
        let party = Controller {
            name: name.flatten().map(str::to_owned),
            recipients: fields
                .get("named-recipients")
                .map(|v| texts(&v))
                .unwrap_or_default(),
            role: fields.get("role").map(|v| only(&v, &word::ROLES)),
            country,
            standing,
            contract: fields.get("contract").and_then(|v| self.document(&v)),
        };
        fields.close();
        party
    }

    fn dnc(&self, fields: Fields<'_, '_>) -> Dnc {
        let register = fields.get("register").and_then(|v| v.str());
        let dnc = Dnc {
            register: register.unwrap_or_default().to_owned(),
            country: fields.get("country").map(|v| country(&v)),
            screened_at: fields.get("screened-at").and_then(|v| v.day()),
            rows_screened: fields.get("rows-screened").and_then(|v| v.uint()),
            rows_removed: fields.get("rows-removed").and_then(|v| v.uint()),
            log: fields.get("log").and_then(|v| self.document(&v)),
        };
        fields.close();
        dnc
    }

    fn text(&self, draft: &mut Draft, fields: Fields<'_, '_>) {
        let consent = draft.declaration.consent.get_or_insert_default();
        let position = consent.texts.len() + 1;
        let id = fields.need("id").and_then(|v| v.str()).unwrap_or_default();
        draft.texts.entry(id.to_owned()).or_insert(position - 1);
        let digest = fields.get("sha256").map(|v| digest(&v));
        let valid_from = fields.get("valid-from").and_then(|v| v.day());
        let to = fields.get("valid-to").map(|v| v.day());
        let recipients = fields.get("recipients").map(|v| recipients(&v));
        let recipients = recipients.unwrap_or_default();
        let mut text = ConsentText {
            id: Label::id(id, position),
            matches: id.to_owned(),
            sha256: match digest {
                Some(Declared::Is(found)) => Some(found),
                Some(Declared::Illegible) | None => None,
            },
            // a period whose end cannot be read is none
            valid_from: valid_from.filter(|_| to != Some(None)),
            valid_to: to.flatten(),
            named: recipients.iter().filter(|r| !r.is_empty()).count() as u64,
            recipients,
            channels: fields
                .get("channels")
                .map(|v| channels(&v))
                .unwrap_or_default(),
            document: fields.get("document").and_then(|v| self.document(&v)),
            facts: Vec::new(),
        };
        for check in self.catalogue.iter().filter(|c| is_of_texts(c)) {
            if let Some(v) = fields.get(check.id) {
                text.facts.extend(self.stated(check, &v));
            }
        }
        fields.close();
        consent.texts.push(text);
    }
}

/// The bins of a check that somebody may state; a reviewer also that a paper says what is claimed.
pub fn answers(check: &Check, review: bool) -> Vec<&'static str> {
    let open = |b: &&&'static str| {
        !matches!(**b, "illegible" | "blank")
            && (!GRADES.contains(*b) || (review && **b == "reviewed"))
    };
    check.bins.iter().filter(open).copied().collect()
}

/// Whether a check's question is asked of each consent text: facts of it stand in the text's entry.
pub fn is_of_texts(check: &Check) -> bool {
    check.scope == Scope::Key && check.columns.contains(&Column::ConsentTextId)
}

/// Names of recipients; what is no list of texts is one recipient without a name.
fn recipients(v: &Value<'_, '_>) -> Vec<String> {
    if v.is_str() || v.strings().is_some() {
        texts(v)
    } else {
        vec![String::new()]
    }
}

/// `{ first = "…", last = "…" }`.
fn span(v: &Value<'_, '_>) -> Option<Span> {
    let fields = v.table()?;
    let span = Span {
        first: fields.get("first").and_then(|v| v.day()),
        last: fields.get("last").and_then(|v| v.day()),
    };
    fields.close();
    Some(span)
}

fn notice(d: &mut Declaration) -> &mut Notice {
    d.notice.get_or_insert_default()
}
