//! The mapping over whole header rows.

use super::*;

fn map_headers(headers: &[&str], sample: &[&[&str]]) -> Vec<Found> {
    let headers: Vec<String> = headers.iter().map(|h| (*h).to_owned()).collect();
    let rows: Vec<Vec<String>> = sample
        .iter()
        .map(|r| r.iter().map(|c| (*c).to_owned()).collect())
        .collect();
    map(
        Some(&headers),
        headers.len(),
        &[],
        &Manual::default(),
        &rows,
    )
    .unwrap_or_else(|e| panic!("{e:?}"))
}

fn names(found: &[Found]) -> Vec<Option<&'static str>> {
    found
        .iter()
        .map(|f| f.mapped.used().map(Column::name))
        .collect()
}

/// The eight example rows: at least 96 % of all headers and 95 % of those about provenance are mapped as expected, and
/// none is mapped to provenance that is not.
#[test]
fn example_headers_are_mapped() {
    let file: serde_json::Value =
        serde_json::from_str(include_str!("../../../testdata/headers.json")).expect("headers.json");
    let (mut all, mut right, mut about, mut about_right, mut falsely) = (0, 0, 0, 0, Vec::new());
    let mut wrong = Vec::new();
    for row in file["rows"].as_array().expect("rows") {
        let pairs = row["headers"].as_array().expect("headers");
        let headers: Vec<&str> = pairs
            .iter()
            .map(|p| p[0].as_str().expect("header"))
            .collect();
        for (pair, got) in pairs.iter().zip(names(&map_headers(&headers, &[]))) {
            let accept: Vec<Option<&str>> = pair[1]
                .as_array()
                .expect("columns")
                .iter()
                .map(|c| c.as_str())
                .collect();
            let provenance = |c: &str| {
                c == "eu_flag" || Column::find(c).is_some_and(|c| c.group().is_provenance())
            };
            let fits = accept.contains(&got);
            all += 1;
            right += usize::from(fits);
            if accept.iter().flatten().any(|c| provenance(c)) {
                about += 1;
                about_right += usize::from(fits);
            } else if got.is_some_and(provenance) {
                falsely.push(pair[0].to_string());
            }
            if !fits {
                wrong.push(format!("{}: {} -> {got:?}", row["id"], pair[0]));
            }
        }
    }
    println!(
        "{right} of {all}, {about_right} of {about}\n{}",
        wrong.join("\n")
    );
    assert_eq!(all, 323);
    assert!(right * 100 >= all * 96, "{right} of {all}: {wrong:#?}");
    assert!(
        about_right * 100 >= about * 95,
        "{about_right} of {about}: {wrong:#?}"
    );
    assert!(falsely.is_empty(), "{falsely:?}");
}

#[test]
fn language_of_the_row_breaks_ties() {
    let of = |headers: &[&str]| names(&map_headers(headers, &[]));
    assert_eq!(of(&["Nome", "Cognome", "Azienda"])[0], Some("first_name"));
    assert_eq!(
        of(&["Nome", "Sobrenome", "Empresa", "Telefone"])[0],
        Some("full_name")
    );
    assert_eq!(
        of(&["Titel", "Vorname", "Nachname"])[0],
        Some("academic_title")
    );
    assert_eq!(of(&["Titel", "Förnamn", "Efternamn"])[0], Some("job_title"));
}

#[test]
fn keys_of_two_columns_are_decided_by_content_or_left_out() {
    let of = |cell: &str| {
        let found = map_headers(
            &["Förnamn", "Avregistrerad"],
            &[&["Anna", cell], &["Bo", cell]],
        );
        (
            found[1].mapped.used().map(Column::name),
            found[1].mapped.method,
        )
    };
    assert_eq!(of("ja"), (Some("objection_status"), Method::Content));
    assert_eq!(
        of("2026-11-23"),
        (Some("consent_withdrawn_at"), Method::Content)
    );
    assert_eq!(of(""), (None, Method::Ambiguous));
    assert_eq!(of("kanske"), (None, Method::Ambiguous));
}

#[test]
fn slots_follow_ordinals_then_positions() {
    let found = map_headers(
        &["Phone 2", "Phone", "Email", "E-Mail", "Tertiary Email"],
        &[],
    );
    let slots: Vec<u32> = found.iter().map(|f| f.mapped.slot).collect();
    assert_eq!(slots, [2, 1, 1, 2, 3]);
}

#[test]
fn polarity_belongs_to_the_alias() {
    let found = map_headers(
        &[
            "Unsubscribed",
            "Contact allowed",
            "Kein Newsletter",
            "Opt-in",
        ],
        &[],
    );
    let negated: Vec<bool> = found.iter().map(|f| f.negated).collect();
    assert_eq!(negated, [false, true, false, false]);
    assert_eq!(
        names(&found),
        [
            Some("objection_status"),
            Some("objection_status"),
            Some("objection_status"),
            Some("consent_status")
        ]
    );
}

#[test]
fn declared_goes_first_and_the_users_word_before_it() {
    let headers = ["Quelle", "Feld A", "Feld A"].map(str::to_owned);
    let declared = [
        ("Feld A".to_owned(), Some(Column::Controller)),
        ("feld-a".to_owned(), None),
        ("Nirgends".to_owned(), Some(Column::Email)),
    ];
    let said = |entries: &[(&str, Option<Column>)]| Manual {
        entries: entries.iter().map(|(h, c)| Said::new(h, *c)).collect(),
        slips: Vec::new(),
    };
    let manual = said(&[("#1", Some(Column::SourceType))]);
    let found = map(Some(&headers), 3, &declared, &manual, &[]).expect("mapping");
    let got: Vec<_> = found
        .iter()
        .map(|f| (f.mapped.used(), f.mapped.method))
        .collect();
    assert_eq!(
        got,
        [
            (Some(Column::SourceType), Method::Manual),
            (Some(Column::Controller), Method::Declared),
            (None, Method::Unmapped)
        ]
    );
    for (wrong, code) in [
        (&[("Land", None)][..], "BEL-M001"),
        (&[("#4", None)], "BEL-M001"),
        (&[("Feld A", None)], "BEL-M001"),
        (&[("#1", None), ("QUELLE", None)], "BEL-M002"),
    ] {
        match map(Some(&headers), 3, &[], &said(wrong), &[]) {
            Err(e) => assert_eq!(e.0[0].code.id, code),
            Ok(_) => panic!("{code}"),
        }
    }
}

#[test]
fn every_column_has_an_address_that_means_it_alone() {
    let headers = ["Feld A", "", "feld-a", "#1", "# Kontakte", "Ort\nLand"].map(str::to_owned);
    let addresses = addresses(&headers);
    assert_eq!(
        addresses,
        ["#1", "#2", "#3", "#4", "# Kontakte", "Ort\nLand"]
    );
    for (at, address) in addresses.iter().enumerate() {
        assert_eq!(places(address, &headers), [at], "{address:?}");
    }
}

#[test]
fn headers_cross_only_as_aliases() {
    let found = map_headers(
        &[
            "E-Mail",
            "Lieblingsfarbe von Anna",
            "HasOptedOutOfEmail",
            "",
        ],
        &[],
    );
    let labels: Vec<&str> = found.iter().map(|f| f.mapped.header.as_str()).collect();
    assert_eq!(labels, ["e mail", "#2", "has opted out of email", "#4"]);
}

#[test]
fn a_list_without_header_is_known_by_its_content() {
    let rows = vec![vec!["Anna".to_owned(), "anna@b-beispiel.de".to_owned()]];
    let found = map(None, 2, &[], &Manual::default(), &rows).expect("mapping");
    assert_eq!(names(&found), [None, Some("email")]);
    assert_eq!(found[1].mapped.method, Method::Content);
    assert_eq!(found[1].mapped.header.as_str(), "#2");
}

#[test]
fn the_buyers_own_columns_are_never_mapped() {
    let found = map_headers(
        &["Contact Owner", "Input Email", "Kundenbetreuer"],
        &[&["a@b-beispiel.de"; 3]],
    );
    assert_eq!(names(&found)[..2], [None, None]);
}
