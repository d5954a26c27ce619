use super::*;
use crate::base::clock::Day;
use crate::base::label::Label;
use crate::base::lang::{Lang, Words};
use crate::record::channel::Channel;
use crate::record::check::Scope;
use crate::record::dossier::{Dated, Declared, FileDigest, Grade, Integrity, Known, Period, Word};

const fn check(id: &'static str, scope: Scope, bins: &'static [&'static str]) -> Check {
    Check {
        id,
        rev: 1,
        scope,
        columns: &[],
        bins,
        page: Words { en: "", de: "" },
        examples: &[],
    }
}

static VISIBILITY: Check = check(
    "platform-visibility",
    Scope::Key,
    &[
        "limited-visibility",
        "members-only",
        "declared",
        "public-profile",
        "illegible",
        "blank",
    ],
);
static STEPS: Check = check(
    "lia-steps",
    Scope::Document,
    &[
        "step-missing",
        "template",
        "declared",
        "documented",
        "three-steps",
        "illegible",
        "blank",
    ],
);
static TEMPLATE: Check = check(
    "template-elements",
    Scope::Buyer,
    &["sender-missing", "complete", "illegible", "blank"],
);
static FORM: Check = Check {
    columns: &[crate::record::column::Column::ConsentTextId],
    ..check(
        "consent-form",
        Scope::Key,
        &["form-missing", "form-held", "illegible", "blank"],
    )
};
static CATALOGUE: &[&Check] = &[&VISIBILITY, &STEPS, &TEMPLATE, &FORM];

/// Every path is at hand but those under `missing/`; the content is the path.
fn shelf(path: &str) -> Option<Sha256> {
    (!path.starts_with("missing/")).then(|| Sha256::of(path.as_bytes()))
}

fn vendor(text: &str) -> (Dossier, Vec<Error>) {
    resolve(Some(("d.toml", text)), None, &shelf, CATALOGUE).expect("resolves")
}

fn ours(vendor: &str, text: &str) -> Result<(Dossier, Vec<Error>)> {
    let text = format!("vendor = \"v\"\n{text}");
    resolve(
        Some(("d.toml", vendor)),
        Some(("b.toml", &text)),
        &shelf,
        CATALOGUE,
    )
}

const DECLARATION: &str = r#"
beleg-declaration = "1"
declared-at = "2026-10-01"
[[package.resources]]
bytes = 10
hash = "sha256:0000000000000000000000000000000000000000000000000000000000000000"
rows = 5
schema.fields = [{ name = "Land", rdfType = "urn:beleg:field:country" }, { name = "Note" }]
[provenance]
anything = 1
[gdpr]
legal-basis = ["eu-gdpr:A6-1-f-third-party"]
countries = ["DE", "uk"]
channels = ["email", "post"]
recipients = ["Beispiel Maschinenbau AG"]
[[gdpr.sources]]
id = "imprint"
matches = ["Impressum"]
source-type = "employer-website"
legal-basis = "https://w3id.org/dpv/2.3/legal/eu/gdpr#A6-1-f"
notice = { within = "P1M", log = "log" }
[[gdpr.sources]]
id = "network"
source-type = "social-network"
platform-visibility = { is = "public-profile", document = "lia" }
[gdpr.legitimate-interest]
assessment = "lia"
[[gdpr.documents]]
id = "lia"
kind = "legitimate-interest-assessment"
path = "p/lia.pdf"
date = "2026-08-20"
[[gdpr.documents]]
id = "log"
kind = "notice-log"
path = "missing/log.csv"
"#;

#[test]
fn a_declaration_is_read_without_a_word() {
    let (dossier, warnings) = vendor(DECLARATION);
    assert_eq!(warnings, []);
    let d = dossier.declaration.as_ref().expect("declared");
    let resource = &d.package.as_ref().expect("package").resources[0];
    assert_eq!(resource.columns, Some(Declared::Is(2)));
    assert!(matches!(
        resource.digest,
        Some(Declared::Is(FileDigest::Sha256(_)))
    ));
    assert_eq!(d.countries, [Word::from("DE"), Word::from("GB")]);
    assert_eq!(d.sources[0].legal_basis, Some(Word::from("eu-gdpr:A6-1-f")));
    let notice = d.sources[0].notice.as_ref().expect("notice");
    assert!(notice.in_time && notice.log.is_some());
    assert_eq!(d.sources[1].matches, ["network"]);
    assert_eq!(dossier.documents[1].integrity, Integrity::Missing);
    let known = dossier.fact(&VISIBILITY, Some(&d.sources[1]));
    assert_eq!(
        known,
        Some(Known {
            is: "public-profile",
            grade: Grade::Documented
        })
    );
}

#[test]
fn what_a_vendor_claims_cannot_break_a_run() {
    let (dossier, warnings) = vendor(
        r#"
beleg-declaration = "1"
colour = "blue"
[gdpr]
legal-basis = ["because"]
countries = 7
purpose = "x"
[gdpr.notice]
lgo = "x"
log = "nowhere"
[[gdpr.sources]]
id = "Anna Muster"
source-type = "a friend"
platform-visibility = "documented"
[[gdpr.documents]]
id = "a"
kind = "dpia"
path = "../a"
sha256 = "abc"
date = "20.08.2026"
"#,
    );
    let d = dossier.declaration.as_ref().expect("declared");
    assert_eq!(d.legal_basis, [Word::ILLEGIBLE]);
    assert_eq!(d.countries, [Word::ILLEGIBLE]);
    assert_eq!(d.sources[0].id.as_str(), "#1");
    assert_eq!(d.sources[0].source_type, Some(Word::ILLEGIBLE));
    assert_eq!(d.sources[0].facts[0].is, "illegible");
    assert_eq!(dossier.documents[0].integrity, Integrity::Missing);
    assert_eq!(dossier.documents[0].date, Dated::Illegible);
    assert_eq!(warnings.len(), 11, "{warnings:#?}");
    let helps: Vec<_> = warnings
        .iter()
        .flat_map(|w| &w.help)
        .map(|h| h.get(Lang::En))
        .collect();
    assert!(helps.contains(&"did you mean `purposes`?"), "{helps:?}");
    assert!(helps.contains(&"did you mean `log`?"), "{helps:?}");
    // nothing that the vendor wrote as a value is repeated, neither in a message nor in the record
    let told = format!(
        "{warnings:?}{}",
        serde_json::to_string(&dossier).expect("json")
    );
    for value in [
        "blue", "because", "nowhere", "Anna", "a friend", "20.08", "abc\"",
    ] {
        assert!(!told.contains(value), "{value}");
    }
}

#[test]
fn only_a_text_that_is_no_declaration_is_refused() {
    let refused = |text| {
        let found = resolve(Some(("d.toml", text)), None, &shelf, CATALOGUE);
        found.map(|_| ()).map_err(|e| (e.0[0].code.id, e.exit()))
    };
    assert_eq!(refused("a = "), Err(("BEL-D011", 2)));
    assert_eq!(refused("beleg-declaration = \"2\""), Err(("BEL-D016", 2)));
    assert_eq!(refused(""), Ok(()));
}

#[test]
fn answers_and_reviews_carry_their_grade() {
    let (dossier, _) = ours(
        DECLARATION,
        r#"
nonce = "0101010101010101010101010101010101010101010101010101010101010101"
[buyer]
names = ["Beispiel Maschinenbau AG"]
channels = ["email"]
suppress = ["s.csv", { path = "t.csv", date = 2026-11-20, owner = "vendor" }]
[[document]]
path = "post/package.pdf"
kinds = ["privacy-notice", "retention-schedule"]
pages = { privacy-notice = "3-9" }
date = 2026-08-20
[[document]]
id = "data-room-7"
seen = "inspected"
kinds = ["dpia"]
[[review]]
check = "lia-steps"
document = "data-room-7"
answer = "three-steps"
by = "dpo-2026"
at = 2026-11-20
[[item]]
kind = "interest-assessment"
path = "own.pdf"
date = 2026-10-20
[[answer]]
fact = "gdpr.retention.vendor-deletes-after"
value = "P24M"
document = "post/package.pdf"
page = "12"
by = "buyer"
[[answer]]
fact = "platform-visibility@network"
value = "members-only"
by = "buyer"
[[answer]]
fact = "legal-basis@imprint"
value = "consent"
by = "buyer"
[[review]]
check = "lia-steps"
document = "lia"
answer = "three-steps"
by = "dpo-2026"
at = 2026-11-20
[[review]]
check = "platform-visibility@network"
document = "p/lia.pdf"
answer = "members-only"
by = "dpo-2026"
at = 2026-11-20
"#,
    )
    .expect("resolves");
    let d = dossier.declaration.as_ref().expect("declared");
    assert_eq!(d.vendor_deletes_after.map(|p| p.months), Some(24));
    assert_eq!(d.sources[0].legal_basis, Some(Word::from("eu-gdpr:A6-1-a")));
    let grades: Vec<_> = dossier
        .answers
        .iter()
        .map(|a| (a.fact.as_str(), a.grade))
        .collect();
    assert_eq!(
        grades,
        [
            ("gdpr.retention.vendor-deletes-after", Grade::Documented),
            ("platform-visibility", Grade::Reviewed),
            ("legal-basis", Grade::Declared),
        ]
    );
    // the vendor says public, the reviewer members only: the worse stands
    let known = dossier.fact(&VISIBILITY, Some(&d.sources[1]));
    assert_eq!(
        known,
        Some(Known {
            is: "members-only",
            grade: Grade::Reviewed
        })
    );
    assert_eq!(
        dossier.fact(&STEPS, None),
        Some(Known {
            is: "three-steps",
            grade: Grade::Reviewed
        })
    );
    assert_eq!(dossier.planned(Channel::Post), Some(false));
    let lists: Vec<_> = dossier
        .suppression
        .iter()
        .map(|s| (s.path.as_str(), s.date))
        .collect();
    assert_eq!(
        lists,
        [
            ("s.csv", Dated::Undated),
            ("t.csv", Dated::On(Day::parse("2026-11-20").expect("day"))),
        ]
    );
    // what is read back is what was written, without what stays with the office
    let text = serde_json::to_string(&dossier).expect("json");
    for secret in ["s.csv", "post/", "own.pdf", "0101010101", "Impressum"] {
        assert!(!text.contains(secret), "{secret}");
    }
    let back: Dossier = serde_json::from_str(&text).expect("reads");
    assert_eq!(serde_json::to_string(&back).expect("json"), text);
}

#[test]
fn consent_texts_have_facts_answers_and_reviews_of_their_own() {
    let (dossier, warnings) = ours(
        r#"
beleg-declaration = "1"
[[gdpr.sources]]
id = "web"
[[gdpr.consent.texts]]
id = "T-1"
consent-form = { is = "form-held", document = "form" }
[[gdpr.consent.texts]]
id = "web"
recipients = 7
[[gdpr.consent.texts]]
id = "t-3"
platform-visibility = "members-only"
[[gdpr.documents]]
id = "form"
kind = "consent-text"
path = "form.png"
"#,
        r#"
[[answer]]
fact = "consent-form@t-3"
value = "form-held"
document = "form"
by = "buyer"
[[review]]
check = "consent-form@web"
document = "form"
answer = "form-held"
by = "dpo-2026"
at = 2026-11-20
[[review]]
check = "consent-form@T-1"
document = "form"
answer = "form-missing"
by = "dpo-2026"
at = 2026-11-20
[[review]]
check = "platform-visibility@web"
document = "form"
answer = "members-only"
by = "dpo-2026"
at = 2026-11-20
"#,
    )
    .expect("resolves");
    // a list of recipients that is none, and a question that is not asked of a text
    assert_eq!(warnings.len(), 2, "{warnings:?}");
    let known: Vec<_> = dossier
        .texts()
        .iter()
        .map(|t| dossier.fact_of_text(&FORM, t).map(|k| (k.is, k.grade)))
        .collect();
    assert_eq!(
        known,
        [
            Some(("form-missing", Grade::Reviewed)),
            Some(("form-held", Grade::Reviewed)),
            Some(("form-held", Grade::Documented)),
        ]
    );
    assert_eq!(
        (
            dossier.texts()[1].named,
            dossier.texts()[1].recipients.len()
        ),
        (0, 1)
    );
    // one id for a source and a text: the check says which is meant
    let source = &dossier.sources()[0];
    assert_eq!(dossier.fact(&FORM, Some(source)), None);
    let visible = dossier.fact(&VISIBILITY, Some(source)).expect("known");
    assert_eq!(visible.is, "members-only");
    let text = serde_json::to_string(&dossier).expect("json");
    let back: Dossier = serde_json::from_str(&text).expect("reads");
    assert_eq!(serde_json::to_string(&back).expect("json"), text);
}

#[test]
fn every_slip_of_the_buyer_has_a_place_and_none_repeats_a_value() {
    let errors = ours(
        DECLARATION,
        r#"
deliverry = "x"
acquired = "stolen"
[buyer]
channels = ["emial"]
[[document]]
path = "a.pdf"
kinds = ["dpai"]
[[document]]
path = "a.pdf"
kinds = ["dpia"]
[[answer]]
fact = "gdpr.retention.vendor-deletes-aftr"
value = "P24M"
by = "buyer"
[[review]]
check = "lia-step"
document = "lia"
answer = "three-steps"
by = "dpo"
at = 2026-11-20
[[review]]
check = "lia-steps"
document = "secret.pdf"
answer = "documented"
by = "Anna Muster"
at = "soon"
"#,
    )
    .expect_err("slips");
    let found: Vec<_> = errors
        .0
        .iter()
        .map(|e| {
            let at = e.at.as_ref().expect("place");
            let help = e.help.first().map_or("", |h| h.get(Lang::En));
            (e.code.id, at.line.unwrap_or(0), help)
        })
        .collect();
    let near = |id, line, help| (id, line, help);
    assert_eq!(
        found,
        [
            near("BEL-D002", 3, "did you mean `delivery`?"),
            near(
                "BEL-D003",
                4,
                "one of `file`, `self-export`, `sample`, `papers-only`"
            ),
            near("BEL-D003", 6, "did you mean `email`?"),
            near("BEL-D003", 9, "did you mean `dpia`?"),
            near("BEL-D009", 10, ""),
            near(
                "BEL-D008",
                14,
                "did you mean `gdpr.retention.vendor-deletes-after`?"
            ),
            near("BEL-D006", 18, "did you mean `lia-steps`?"),
            near("BEL-D005", 25, ""),
            near("BEL-D003", 27, ""),
            near("BEL-D003", 28, ""),
        ]
    );
    let told = format!("{errors:?}");
    for value in ["stolen", "emial", "dpai", "secret", "Anna", "soon"] {
        assert!(!told.contains(value), "{value}");
    }
}

#[test]
fn the_buyer_says_what_it_plans_and_reads_its_own_papers() {
    let (dossier, _) = ours(
        DECLARATION,
        r#"
requested = 2026-10-10
[buyer]
role = "platform"
notice-day = 2026-11-20
first-contact = 2026-12-01
rights-route = { mailbox = "privacy@firma-beispiel.de", in-charge = "Anna Muster", within = "P1M" }
rescreen = "once"
[[document]]
path = "lia.pdf"
kinds = ["dpia"]
list-sha256 = "0000000000000000000000000000000000000000000000000000000000000000"
[[item]]
path = "lia.pdf"
kind = "purpose-and-offer"
[[item]]
id = "mail"
path = "mail.txt"
kind = "message-template"
[[item]]
path = "mail.txt"
kind = "notice-and-plan"
[[review]]
check = "template-elements"
document = "mail.txt"
answer = "complete"
by = "dpo-2026"
at = 2026-11-20
[[review]]
check = "template-elements"
document = "lia.pdf"
answer = "complete"
by = "dpo-2026"
at = 2026-11-20
"#,
    )
    .expect("resolves");
    let day = |s| Day::parse(s);
    let buyer = &dossier.buyer;
    assert_eq!(buyer.role, Some(Word::from("platform")));
    assert_eq!(buyer.notice_day, day("2026-11-20"));
    assert_eq!(buyer.first_contact, day("2026-12-01"));
    assert_eq!(buyer.rights_route, Some(true));
    assert_eq!(buyer.rescreen, Some(Word::from("once")));
    assert_eq!(dossier.requested, day("2026-10-10"));
    assert!(dossier.documents.iter().any(|d| d.list_sha256.is_some()));
    // a question about the buyer's file leads to the buyer's papers, and one paper in two slots is one
    let ids: Vec<_> = dossier.items.iter().map(|i| i.id.as_str()).collect();
    assert_eq!(ids, ["#1", "mail"]);
    assert_eq!(dossier.items[1].kinds.len(), 2);
    let read: Vec<_> = dossier
        .reviews
        .iter()
        .map(|r| r.document.as_str())
        .collect();
    assert_eq!(read, ["mail", "#1"]);
    let text = serde_json::to_string(&dossier).expect("json");
    for secret in ["privacy", "Anna", "mail.txt"] {
        assert!(!text.contains(secret), "{secret}");
    }
    let back: Dossier = serde_json::from_str(&text).expect("reads");
    assert_eq!(back.buyer, dossier.buyer);
}

#[test]
fn questions_about_the_buyer_are_not_answered_from_papers_of_the_vendor() {
    let errors = ours(
        DECLARATION,
        r#"
[buyer]
rights-route = "somewhere"
rescreen = "always"
[[item]]
path = "mail.txt"
kind = "message-template"
list-sha256 = "0000000000000000000000000000000000000000000000000000000000000000"
[[answer]]
fact = "template-elements"
value = "complete"
by = "buyer"
[[review]]
check = "template-elements"
document = "lia"
answer = "complete"
by = "dpo-2026"
at = 2026-11-20
[[review]]
check = "lia-steps"
document = "mail.txt"
answer = "three-steps"
by = "dpo-2026"
at = 2026-11-20
"#,
    )
    .expect_err("slips");
    let found: Vec<_> = errors
        .0
        .iter()
        .map(|e| (e.code.id, e.at.as_ref().and_then(|at| at.line)))
        .collect();
    let want = [
        ("BEL-D003", Some(4)),
        ("BEL-D003", Some(5)),
        ("BEL-D002", Some(9)),
        ("BEL-D008", Some(11)),
        ("BEL-D005", Some(16)),
        ("BEL-D005", Some(22)),
    ];
    assert_eq!(found, want);
}

#[test]
fn the_declaration_lies_beside_the_dossier_that_names_it() {
    assert_eq!(
        declaration_of("in/dossier.toml", "declaration = \"v/d.beleg.toml\"").as_deref(),
        Some("in/v/d.beleg.toml")
    );
    assert_eq!(declaration_of("dossier.toml", ""), None);
}

const EXAMPLE: &str = include_str!("../../../../testdata/declarations/kontakte-2026-10.beleg.toml");
const OURS: &str = include_str!("../../../../testdata/declarations/dossier.toml");

#[test]
fn the_whole_example_is_read_without_a_word() {
    let (dossier, warnings) = resolve(
        Some(("kontakte-2026-10.beleg.toml", EXAMPLE)),
        Some(("dossier.toml", OURS)),
        &shelf,
        CATALOGUE,
    )
    .expect("resolves");
    assert_eq!(warnings, []);
    let d = dossier.declaration.as_ref().expect("declared");
    assert_eq!((d.sources.len(), d.suppliers.len(), d.dnc.len()), (2, 1, 1));
    assert_eq!(d.package.as_ref().map(|p| p.fields.len()), Some(15));
    assert_eq!(
        d.suppliers[0].contract.as_ref().map(Label::as_str),
        Some("contract-voorbeeld")
    );
    assert_eq!(
        d.vendor_deletes_after,
        Some(Period {
            months: 24,
            days: 0
        })
    );
    assert_eq!(
        d.notice
            .as_ref()
            .and_then(|n| n.log.as_ref())
            .map(Label::as_str),
        Some("notice-log-2026-q3")
    );
    // every file is at hand with another content, so every digest that was declared differs
    assert!(
        dossier
            .documents
            .iter()
            .all(|x| x.integrity == Integrity::Differs)
    );
    assert_eq!(dossier.documents.len(), 6);
}

/// The same text with one quoted value after the other replaced.
fn each_value_replaced<'t>(text: &'t str, by: &'t str) -> impl Iterator<Item = String> + 't {
    let mut quotes = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        // comments of the examples stand behind a blank and hold no value
        let code = line.find(" # ").map_or(line, |end| &line[..end]);
        let code = if code.trim_start().starts_with('#') {
            ""
        } else {
            code
        };
        quotes.extend(code.match_indices('"').map(|(i, _)| at + i));
        at += line.len();
    }
    quotes
        .chunks_exact(2)
        .map(|pair| (pair[0], pair[1]))
        .filter(|(_, end)| !text[end + 1..].trim_start().starts_with('='))
        .map(move |(from, to)| format!("{}{by}{}", &text[..=from], &text[to..]))
        .collect::<Vec<_>>()
        .into_iter()
}

#[test]
fn no_value_of_a_vendor_comes_out_anywhere() {
    for by in [
        "Kanarienvogel Q7",
        "kanari@vogel-beispiel.de",
        "0171 3920012",
        "kanari-q7-01713920012",
    ] {
        let mut n = 0;
        for text in each_value_replaced(EXAMPLE, by) {
            n += 1;
            let out = match resolve(Some(("d.toml", &text)), None, &shelf, CATALOGUE) {
                Ok((dossier, warnings)) => {
                    format!(
                        "{warnings:?}{}",
                        serde_json::to_string(&dossier).expect("json")
                    )
                }
                Err(errors) => format!("{errors:?}"),
            };
            assert!(!out.contains(by), "{text}");
        }
        assert!(n > 150, "{n} values");
    }
}

#[test]
fn of_the_buyer_only_names_and_purpose_come_out() {
    let by = "Kanarienvogel Q7";
    for text in each_value_replaced(OURS, by) {
        let line = text.lines().find(|l| l.contains(by)).expect("replaced");
        let known = ["names", "purpose", "functions", "industries"];
        let named = known.iter().any(|k| line.starts_with(k));
        let declared = Some(("d.toml", EXAMPLE));
        match resolve(declared, Some(("b.toml", &text)), &shelf, CATALOGUE) {
            Ok((dossier, _)) => {
                let out = serde_json::to_string(&dossier).expect("json");
                assert_eq!(out.contains(by), named, "{line}");
            }
            Err(errors) => assert!(!format!("{errors:?}").contains(by), "{line}"),
        }
    }
}

#[test]
fn a_slip_of_one_letter_in_a_key_is_found_and_answered() {
    let (mut asked, mut answered) = (0, 0);
    let lines: Vec<&str> = OURS.lines().collect();
    for (i, line) in lines.iter().enumerate() {
        let Some((key, rest)) = line.split_once(" = ") else {
            continue;
        };
        if key.len() < 4 || !key.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') {
            continue;
        }
        let slip = format!("{}{}", &key[..1], &key[2..]);
        let wrong = format!("{slip} = {rest}");
        let mut text = lines.clone();
        text[i] = &wrong;
        let text = text.join("\n");
        let found = resolve(
            Some(("d.toml", EXAMPLE)),
            Some(("b.toml", &text)),
            &shelf,
            CATALOGUE,
        );
        let errors = found.expect_err(line).0;
        let error = errors.iter().find(|e| e.code.id == "BEL-D002").expect(line);
        assert_eq!(
            error.at.as_ref().and_then(|p| p.line),
            Some(i as u64 + 1),
            "{line}"
        );
        asked += 1;
        let near = format!("did you mean `{key}`?");
        answered += usize::from(error.help.iter().any(|h| h.en == near));
    }
    assert!(asked >= 25 && answered == asked, "{answered} of {asked}");
}

#[test]
fn spoilt_texts_are_refused_or_read_and_nothing_else() {
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = |n: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed % n as u64) as usize
    };
    for _ in 0..400 {
        let mut text: Vec<char> = EXAMPLE.chars().collect();
        for _ in 0..=next(4) {
            let at = next(text.len());
            match next(3) {
                0 => drop(text.remove(at)),
                1 => text.insert(
                    at,
                    ['"', '[', ']', '=', '\n', '.', '{', '\u{0}', '7'][next(9)],
                ),
                _ => text.truncate(at),
            }
            if text.is_empty() {
                break;
            }
        }
        let text: String = text.into_iter().collect();
        if let Err(errors) = resolve(Some(("d.toml", &text)), None, &shelf, CATALOGUE) {
            assert!(
                errors.0.iter().all(|e| e.code.exit == 2 && e.at.is_some()),
                "{text}"
            );
        }
    }
}
