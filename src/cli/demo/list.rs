//! The list of the demo: 5,000 contacts, honest but not flawless. A few private mailboxes, a few people informed late, a
//! few of whom the vendor knows nothing but the address.

use std::collections::HashSet;

use super::people::{Company, DE, Dice, FR, GB, Land, companies, person};
use crate::base::clock::Day;

/// Rows of the list.
pub const ROWS: usize = 5_000;

/// Header, and the canonical column that the declaration names.
pub const COLUMNS: [(&str, &str); 21] = [
    ("Kontakt-Nr.", "record_id"),
    ("Anrede", "salutation"),
    ("Vorname", "first_name"),
    ("Nachname", "last_name"),
    ("Position", "job_title"),
    ("Firma", "company_name"),
    ("Webseite", "company_website"),
    ("E-Mail", "email"),
    ("Telefon", "phone"),
    ("Firmenadresse", "company_street"),
    ("PLZ Firma", "company_postcode"),
    ("Ort Firma", "company_city"),
    ("Land", "country"),
    ("Sprache", "language"),
    ("Quelle", "source"),
    ("Erhoben am", "collected_at"),
    ("Geprüft am", "last_verified_at"),
    ("Informiert am", "art14_notice_at"),
    ("Rechtsgrundlage", "lawful_basis"),
    ("Werbewiderspruch", "objection_status"),
    ("Löschdatum", "retention_until"),
];

/// The bytes of the list, always the same.
pub fn list() -> Vec<u8> {
    let mut dice = Dice(20_261_123);
    let header: Vec<&str> = COLUMNS.iter().map(|(h, _)| *h).collect();
    let mut out = header.join(";") + "\r\n";
    let mut seen = HashSet::new();
    let lands: [(&Land, usize); 3] = [(&DE, 4_000), (&FR, 700), (&GB, 300)];
    let mut n = 0;
    for (land, count) in lands {
        let firms = companies(land, &mut dice);
        for i in 0..count {
            let firm = &firms[i % firms.len()];
            n += 1;
            out.push_str(&row(n, land, firm, &mut dice, &mut seen).join(";"));
            out.push_str("\r\n");
        }
    }
    out.into_bytes()
}

fn row(
    n: usize,
    land: &'static Land,
    firm: &Company,
    dice: &mut Dice,
    seen: &mut HashSet<String>,
) -> Vec<String> {
    let (p, email) = loop {
        let p = person(land, dice);
        let email = format!("{}@{}", p.mailbox, firm.domain);
        if seen.insert(email.clone()) {
            break (p, email);
        }
    };
    let first = Day::new(2026, 6, 1).unwrap_or(Day(0));
    let collected = first.add_days(dice.below(100) as i32);
    let mut informed = german(collected.add_days(4 + dice.below(22) as i32));
    let mut email = email;
    let (mut source, mut basis) = (dice.of(land.sources), dice.of(land.basis));
    match n % 120 {
        // private mailboxes: withheld from e-mail only
        17 if land.code == "DE" => {
            email = format!("{}.beispiel@{}", p.mailbox, dice.of(land.freemail));
        }
        // informed after 45 days
        71 => informed = german(collected.add_days(45)),
        // nothing known but the address
        9 => {
            (source, basis) = ("", "");
            informed.clear();
        }
        _ => {}
    }
    let verified = collected.add_days(30 + dice.below(14) as i32);
    [
        format!("MD-{n:05}").as_str(),
        p.salutation,
        p.first,
        &p.last,
        p.title,
        firm.name,
        &format!("https://www.{}", firm.domain),
        &email,
        &p.phone,
        &firm.street,
        firm.postcode,
        firm.city,
        land.name,
        land.language,
        source,
        &german(collected),
        &german(verified),
        &informed,
        basis,
        "nein",
        &german(collected.add_days(730)),
    ]
    .map(str::to_owned)
    .to_vec()
}

/// `23.11.2026`
fn german(day: Day) -> String {
    let text = day.to_string();
    format!("{}.{}.{}", &text[8..], &text[5..7], &text[..4])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_always_the_same_and_every_address_occurs_once() {
        let bytes = list();
        assert_eq!(bytes, list());
        let text = String::from_utf8(bytes).expect("UTF-8");
        assert_eq!(text.lines().count(), ROWS + 1);
        let mails: HashSet<&str> = text
            .lines()
            .skip(1)
            .filter_map(|l| l.split(';').nth(7))
            .collect();
        assert_eq!(mails.len(), ROWS);
        for line in text.lines() {
            assert_eq!(line.split(';').count(), COLUMNS.len(), "{line}");
        }
    }
}
