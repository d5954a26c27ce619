//! The buyer's `dossier.toml`: names, plan, own papers, and who read what in the vendor's. It is the user's own file, so
//! every slip is an error with its place; values are never repeated.

use std::collections::BTreeMap;

use super::declared::{Draft, Reader, is_of_texts};
use super::shelf::{Named, Shelf, beside};
use super::value::{channels, countries, dated, digest, only, period, texts, words};
use super::word;
use super::{
    Answer, Buyer, Dated, Declared, Dossier, Grade, Hashed, Nonce, Review, Suppression, Word,
};
use crate::base::clock::Day;
use crate::base::code::dossier as code;
use crate::base::error::nearest;
use crate::base::label::Label;
use crate::base::tree::{Fields, Value};
use crate::record::check::{Check, Scope, find};
use crate::record::column::Column;
use crate::text;

/// `[[document]]` and `[[item]]`, before anything else is read: the vendor's papers, then the buyer's own.
pub fn papers(root: &Fields<'_, '_>, file: &str) -> (Vec<Named>, Vec<Named>) {
    let list = |name, own| {
        let entries = root.get(name).and_then(|v| v.tables()).unwrap_or_default();
        let mut all: Vec<Named> = Vec::new();
        for entry in entries {
            let span = entry.span();
            let tree = root.tree();
            let named = paper(entry, file, own);
            let same = |n: &Named| n.path.is_some() && n.path == named.path;
            // one paper of the buyer's may fill two slots; a vendor's file names its kinds in one entry
            if all
                .iter()
                .any(|n| same(n) && (!own || n.kinds == named.kinds))
            {
                tree.error(
                    &code::DOSSIER_TWICE,
                    text!(
                        "this file is listed twice",
                        "diese Datei ist doppelt aufgeführt"
                    ),
                    span,
                );
            }
            all.push(named);
        }
        all
    };
    (list("document", false), list("item", true))
}

fn paper(entry: Fields<'_, '_>, file: &str, own: bool) -> Named {
    // a name for answers and reviews, for papers that have no path
    let id = entry.get("id").and_then(|v| slug(&v));
    let seen = entry.get("seen").map(|v| only(&v, &word::SEEN));
    let seen = seen.unwrap_or(Word::from("copy"));
    let path = if seen == "inspected" {
        entry.get("path")
    } else {
        entry.need("path")
    };
    let kinds = if own {
        entry.need("kind").map(|v| words(&v, &word::ITEMS))
    } else {
        entry.need("kinds").map(|v| words(&v, &word::KINDS))
    };
    let kinds = kinds.unwrap_or_default();
    let mut pages = BTreeMap::new();
    if let Some(fields) = entry.get("pages").and_then(|v| v.table()) {
        for (key, v) in fields.entries() {
            match kinds.iter().find(|k| **k == key.text) {
                Some(kind) => pages.extend(page(&v).map(|p| (*kind, p))),
                None => v.wrong(
                    "a page of one of the entry's kinds",
                    "eine Seite einer Art des Eintrags",
                ),
            }
        }
    }
    let date = dated(entry.get("date"));
    let by = entry.get("dated-by").map(|v| only(&v, &word::DATED_BY));
    let list = (!own).then(|| entry.get("list-sha256")).flatten();
    let id = id.map(|l| l.as_str().to_owned());
    let matches = match entry.get("matches") {
        Some(v) => texts(&v),
        None => id.iter().cloned().collect(),
    };
    let named = Named {
        id,
        path: path.and_then(|v| v.str()).map(|p| beside(file, p)),
        kinds,
        date,
        dated_by: by.or((date != Dated::Undated).then_some(Word::from("buyer"))),
        expires: entry.get("expires").and_then(|v| v.day()),
        digests: entry
            .get("sha256")
            .map(|v| digest(&v))
            .into_iter()
            .collect(),
        seen,
        pages,
        list_sha256: list.and_then(|v| match digest(&v) {
            Declared::Is(list) => Some(list),
            Declared::Illegible => None,
        }),
        matches,
        hashed: entry.get("key").and_then(|v| hashed(&v)),
    };
    entry.close();
    named
}

/// Reads everything but the papers into the dossier, and the buyer's answers into the declaration. `own`: the items.
pub fn read(
    root: Fields<'_, '_>,
    file: &str,
    reader: &Reader<'_>,
    own: &Shelf,
    draft: &mut Option<Draft>,
    dossier: &mut Dossier,
) {
    dossier.vendor = root.get("vendor").and_then(|v| slug(&v));
    dossier.delivery = root.get("delivery").and_then(|v| slug(&v));
    dossier.requested = root.get("requested").and_then(|v| v.day());
    dossier.received = root.get("received").and_then(|v| v.day());
    dossier.acquired = root.get("acquired").map(|v| only(&v, &word::ACQUIRED));
    root.get("declaration").and_then(|v| v.str());
    root.get("query").and_then(|v| v.str());
    root.get("queried-at");
    vendor_key(&root);
    dossier.nonce = root.get("nonce").and_then(|v| nonce(&v));
    if let Some(fields) = root.get("buyer").and_then(|v| v.table()) {
        dossier.suppression = suppression(&fields, file);
        dossier.buyer = buyer(fields);
    }
    root.get("document");
    root.get("item");
    let answers = root.get("answer").and_then(|v| v.tables());
    for entry in answers.unwrap_or_default() {
        dossier.answers.extend(answer(entry, reader, draft));
    }
    let reviews = root.get("review").and_then(|v| v.tables());
    for entry in reviews.unwrap_or_default() {
        dossier
            .reviews
            .extend(review(entry, reader, own, draft.as_ref()));
    }
    root.close();
    for answer in &mut dossier.answers {
        let same = |r: &&Review| {
            r.check == answer.fact && r.source == answer.source && r.text == answer.text
        };
        let read = |r: &Review| reader.shelf.at_hand(&r.document);
        if dossier.reviews.iter().filter(same).any(read) {
            answer.grade = Grade::Reviewed;
        }
    }
}

/// `[vendor-key]`: where the vendor's public key lies, and its last day. Only the path and the day: signatures are
/// verified elsewhere.
pub fn vendor_key(root: &Fields<'_, '_>) -> Option<(String, Option<Day>)> {
    let fields = root.get("vendor-key")?.table()?;
    let path = fields.need("path").and_then(|v| v.str());
    let until = fields.get("until").and_then(|v| v.day());
    fields.close();
    Some((path?.to_owned(), until))
}

fn buyer(fields: Fields<'_, '_>) -> Buyer {
    let buyer = Buyer {
        names: fields.get("names").map(|v| labels(&v)).unwrap_or_default(),
        role: fields.get("role").map(|v| only(&v, &word::OWN_ROLES)),
        purpose: fields.get("purpose").and_then(|v| label(&v)),
        functions: fields
            .get("functions")
            .map(|v| labels(&v))
            .unwrap_or_default(),
        industries: fields
            .get("industries")
            .map(|v| labels(&v))
            .unwrap_or_default(),
        countries: fields
            .get("countries")
            .map(|v| countries(&v))
            .unwrap_or_default(),
        channels: fields.get("channels").map(|v| channels(&v)),
        notice_day: fields.get("notice-day").and_then(|v| v.day()),
        first_contact: fields.get("first-contact").and_then(|v| v.day()),
        rights_route: fields.get("rights-route").and_then(|v| rights_route(&v)),
        rescreen: fields.get("rescreen").map(|v| only(&v, &word::RESCREENING)),
    };
    fields.close();
    buyer
}

/// `rights-route = { mailbox = "…", in-charge = "…", within = "P1M" }`: whether nothing of it is missing.
fn rights_route(v: &Value<'_, '_>) -> Option<bool> {
    let route = v.table()?;
    let said = |v: Option<Value<'_, '_>>| {
        v.and_then(|v| v.str())
            .is_some_and(|text| !text.trim().is_empty())
    };
    let parts = [
        said(route.get("mailbox")),
        said(route.get("in-charge")),
        route.get("within").and_then(|v| period(&v)).is_some(),
    ];
    route.close();
    Some(!parts.contains(&false))
}

/// `suppress = ["list.csv", { path = "…", date = 2026-11-20, owner = "vendor", key = "…" }]`.
fn suppression(fields: &Fields<'_, '_>, file: &str) -> Vec<Suppression> {
    let Some(lists) = fields.get("suppress").and_then(|v| v.array()) else {
        return Vec::new();
    };
    let read = |v: &Value<'_, '_>| {
        if !v.is_table() {
            return Some(Suppression::new(beside(file, v.str()?)));
        }
        let entry = v.table()?;
        let mut list = Suppression::new(beside(file, entry.need("path")?.str()?));
        list.date = dated(entry.get("date"));
        if let Some(owner) = entry.get("owner") {
            list.owner = only(&owner, &word::OWNERS);
        }
        list.hashed = entry.get("key").and_then(|v| hashed(&v));
        entry.close();
        Some(list)
    };
    lists.iter().filter_map(read).collect()
}

/// A fact of block 3 that the buyer took from prose.
fn answer(entry: Fields<'_, '_>, reader: &Reader<'_>, draft: &mut Option<Draft>) -> Option<Answer> {
    let fact = entry.need("fact");
    let value = entry.need("value");
    let document = entry.get("document").and_then(|v| reader.document(&v));
    let page = entry.get("page").and_then(|v| page(&v));
    if let Some(by) = entry.need("by") {
        id(&by);
    }
    entry.close();
    let (fact, value) = (fact?, value?);
    let draft = draft.get_or_insert_default();
    let grade = reader.grade(document.as_ref());
    let (fact, entry) = apply(&fact, &value, &document, reader, draft)?;
    let (source, text) = labels_of(entry, draft);
    Some(Answer {
        fact,
        source,
        text,
        document,
        page,
        grade,
    })
}

/// Puts the value where the address points. The fact and its entry, or none and an error.
fn apply(
    fact: &Value<'_, '_>,
    value: &Value<'_, '_>,
    document: &Option<Label>,
    reader: &Reader<'_>,
    draft: &mut Draft,
) -> Option<(String, Option<Entry>)> {
    let text = fact.str()?;
    let (name, entry) = match text.split_once('@') {
        Some((name, id)) => (name, Some(entry_of(fact, name, id, reader, draft)?)),
        None => (text, None),
    };
    // what the buyer says of itself stands under `[buyer]`, what was read in its papers is a review
    let asked = |c: &&'static Check| c.scope != Scope::Buyer;
    let named = find(reader.catalogue, name.trim_start_matches("gdpr.facts."));
    if let Some(check) = named.filter(asked) {
        let mut stated = reader.stated(check, value)?;
        if document.is_some() {
            stated.document = document.clone();
            stated.grade = reader.grade(document.as_ref());
        }
        let declaration = &mut draft.declaration;
        let facts = match entry {
            Some(Entry::Source(at)) => &mut declaration.sources[at].facts,
            Some(Entry::Text(at)) => {
                &mut declaration.consent.get_or_insert_default().texts[at].facts
            }
            None => &mut declaration.facts,
        };
        facts.push(stated);
        return Some((check.id.to_owned(), entry));
    }
    let known = match entry {
        Some(Entry::Source(at)) => reader.entry(&mut draft.declaration.sources[at], name, value),
        Some(Entry::Text(_)) => false,
        None => {
            let path = name.strip_prefix("gdpr.").unwrap_or_default();
            let (section, key) = match path.split_once('.') {
                Some((section, key)) => (section, Some(key)),
                None => (path, None),
            };
            reader.fact(draft, section, key, value)
        }
    };
    if known {
        return Some((name.to_owned(), entry));
    }
    let mut error = fact.tree().build(
        &code::DOSSIER_FACT,
        text!("there is no such fact", "eine solche Angabe gibt es nicht"),
        fact.span(),
    );
    let mut all: Vec<String> = Reader::addresses().collect();
    let checks = reader.catalogue.iter().copied().filter(asked);
    all.extend(checks.map(|c| c.id.to_owned()));
    if let Some(near) = nearest(name, all.iter().map(String::as_str)) {
        error = error.help(text!("did you mean `{near}`?", "meinten Sie `{near}`?"));
    }
    fact.tree().report(error);
    None
}

/// A named person read a document and answered a check's question.
fn review(
    entry: Fields<'_, '_>,
    reader: &Reader<'_>,
    own: &Shelf,
    draft: Option<&Draft>,
) -> Option<Review> {
    let asked = entry.need("check");
    // a question about the buyer's file is answered from the buyer's own papers
    let name = asked.as_ref().filter(|v| v.is_str()).and_then(|v| v.str());
    let of_ours = |c: &'static Check| c.scope == Scope::Buyer;
    let ours = name
        .and_then(|n| find(reader.catalogue, n))
        .is_some_and(of_ours);
    let shelf = if ours { own } else { reader.shelf };
    let papers = Reader { shelf, ..*reader };
    let document = entry.need("document").and_then(|v| papers.document(&v));
    let answer = entry.need("answer");
    let page = entry.get("page").and_then(|v| page(&v));
    let by = entry.need("by").and_then(|v| id(&v));
    let at = entry.need("at").and_then(|v| v.day());
    entry.close();
    let asked = asked?;
    let none = Draft::default();
    let draft = draft.unwrap_or(&none);
    let (name, entry) = match asked.str()?.split_once('@') {
        Some((name, id)) => (name, Some(entry_of(&asked, name, id, reader, draft)?)),
        None => (asked.str()?, None),
    };
    let check = check(&asked, name, reader)?;
    let (source, text) = labels_of(entry, draft);
    Some(Review {
        check: check.id.to_owned(),
        source,
        text,
        document: document?,
        answer: reader.bin(check, &answer?, true).to_owned(),
        page,
        by: by?,
        at: at?,
    })
}

fn check(at: &Value<'_, '_>, name: &str, reader: &Reader<'_>) -> Option<&'static Check> {
    let found = find(reader.catalogue, name);
    if found.is_none() {
        let mut error = at.tree().build(
            &code::DOSSIER_CHECK,
            text!(
                "there is no such check",
                "einen solchen Prüfpunkt gibt es nicht"
            ),
            at.span(),
        );
        if let Some(near) = nearest(name, reader.catalogue.iter().map(|c| c.id)) {
            error = error.help(text!("did you mean `{near}`?", "meinten Sie `{near}`?"));
        }
        at.tree().report(error);
    }
    found
}

/// What stands behind the `@` of an address: a position among the declaration's sources or consent texts.
#[derive(Clone, Copy)]
enum Entry {
    Source(usize),
    Text(usize),
}

/// The entry that the vendor calls `id`: a consent text where the check asks about them, else a source.
fn entry_of(
    at: &Value<'_, '_>,
    name: &str,
    id: &str,
    reader: &Reader<'_>,
    draft: &Draft,
) -> Option<Entry> {
    let check = find(reader.catalogue, name);
    let texts = check.is_some_and(is_of_texts);
    let sources = !texts || check.is_some_and(|c| c.columns.contains(&Column::Source));
    let text = draft.texts.get(id).filter(|_| texts);
    let source = draft.sources.get(id).filter(|_| sources);
    let found = text.map(|at| Entry::Text(*at));
    let found = found.or(source.map(|at| Entry::Source(*at)));
    if found.is_none() {
        let message = if texts {
            text!(
                "no consent text of this id is declared",
                "ein Einwilligungstext dieser Kennung ist nicht erklärt"
            )
        } else {
            text!(
                "the source register has no entry of this id",
                "das Quellenverzeichnis hat keinen Eintrag dieser Kennung"
            )
        };
        at.error(&code::DOSSIER_REFERENCE, message);
    }
    found
}

/// The labels of an entry: of a source, of a consent text.
fn labels_of(entry: Option<Entry>, draft: &Draft) -> (Option<Label>, Option<Label>) {
    let declaration = &draft.declaration;
    let texts = declaration.consent.as_ref().map_or(&[][..], |c| &c.texts);
    match entry {
        Some(Entry::Source(at)) => (Some(declaration.sources[at].id.clone()), None),
        Some(Entry::Text(at)) => (None, texts.get(at).map(|t| t.id.clone())),
        None => (None, None),
    }
}

/// A segment of the resource's name in the statement: `[a-z0-9._-]+`.
pub fn is_slug(text: &str) -> bool {
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b"._-".contains(&b);
    Label::new(text).is_some() && text.bytes().all(plain)
}

fn slug(v: &Value<'_, '_>) -> Option<Label> {
    let text = v.str()?;
    let found = Label::new(text).filter(|_| is_slug(text));
    if found.is_none() {
        v.wrong(
            "a short name of `a-z`, `0-9`, `.`, `_`, `-`",
            "ein kurzer Name aus `a-z`, `0-9`, `.`, `_`, `-`",
        );
    }
    found
}

/// Who answered: a name from the trust file or a function; the record is no place for names of persons.
fn id(v: &Value<'_, '_>) -> Option<Label> {
    let text = v.str()?;
    let found = Label::id(text, 0);
    if found.as_str() != text {
        v.wrong(
            "a function or a name of the trust file, of `a-z`, `0-9`, `.`, `_`, `-`",
            "eine Funktion oder ein Name der Vertrauensdatei, aus `a-z`, `0-9`, `.`, `_`, `-`",
        );
        return None;
    }
    Some(found)
}

/// A page, or pages: `12`, `3-9`, `iv`, `A 2`.
pub fn page_label(text: &str) -> Option<Label> {
    let plain = |c: char| c.is_ascii_digit() || "-–, ivxlcIVXLCA".contains(c);
    Label::new(text).filter(|_| text.len() <= 20 && text.chars().all(plain))
}

fn page(v: &Value<'_, '_>) -> Option<Label> {
    let found = page_label(v.str()?);
    if found.is_none() {
        v.wrong(
            "a page like `12` or `3-9`",
            "eine Seite wie `12` oder `3-9`",
        );
    }
    found
}

fn label(v: &Value<'_, '_>) -> Option<Label> {
    let found = Label::new(v.str()?);
    if found.is_none() {
        v.wrong(
            "one line of at most 120 characters without an address",
            "eine Zeile von höchstens 120 Zeichen ohne Adresse",
        );
    }
    found
}

fn labels(v: &Value<'_, '_>) -> Vec<Label> {
    let all = texts(v);
    let found: Vec<Label> = all.iter().filter_map(|t| Label::new(t)).collect();
    if found.len() != all.len() {
        v.wrong(
            "lines of at most 120 characters without an address",
            "Zeilen von höchstens 120 Zeichen ohne Adresse",
        );
    }
    found
}

/// `key`: 64 hexadecimal digits of an HMAC's key, or `none` for a hash without one.
fn hashed(v: &Value<'_, '_>) -> Option<Hashed> {
    if v.str()? == "none" {
        return Some(Hashed::Plain);
    }
    let found = crate::base::digest::Sha256::parse(v.str()?);
    if found.is_none() {
        v.wrong(
            "64 hexadecimal digits, or `none`",
            "64 Hexadezimalziffern oder `none`",
        );
    }
    found.map(|d| Hashed::Keyed(Nonce(d.0)))
}

fn nonce(v: &Value<'_, '_>) -> Option<Nonce> {
    let found = crate::base::digest::Sha256::parse(v.str()?);
    if found.is_none() {
        v.wrong("64 hexadecimal digits", "64 Hexadezimalziffern");
    }
    found.map(|d| Nonce(d.0))
}
