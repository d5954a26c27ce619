use super::*;
use crate::base::clock::Day;
use crate::base::lang::{Lang, Words};
use crate::record::channel::Channel;
use crate::record::check::Scope;
use crate::record::dossier::{Dated, Declared, FileDigest, Grade, Integrity, Known, Word};

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
static CATALOGUE: &[&Check] = &[&VISIBILITY, &STEPS];

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
fn the_declaration_lies_beside_the_dossier_that_names_it() {
    assert_eq!(
        declaration_of("in/dossier.toml", "declaration = \"v/d.beleg.toml\"").as_deref(),
        Some("in/v/d.beleg.toml")
    );
    assert_eq!(declaration_of("dossier.toml", ""), None);
}
