use std::path::Path;

use super::*;

fn file(path: &str) -> Look {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    look(std::fs::read(&path).expect("a file of the repository"))
}

#[test]
fn what_is_no_text_says_why() {
    let why = |bytes: &[u8]| look(bytes.to_vec()).silent;
    assert_eq!(why(b""), Some(Silent::NoText));
    assert_eq!(why(&[0, 1, 2, 3, 250, 7]), Some(Silent::Form));
    assert_eq!(why(b"%PDF-1.7 and then nothing"), Some(Silent::Damaged));
    assert_eq!(why(b"PK\x03\x04 broken"), Some(Silent::Damaged));
    assert_eq!(
        patiently(b"text".to_vec(), Duration::ZERO),
        Err(Silent::TooLong)
    );
}

#[test]
fn a_mail_and_a_web_page_are_read_as_they_are_shown() {
    let mail = b"Date: Thu, 20 Aug 2026 09:00:00 +0200\r\nSubject: Unterlagen\r\n\r\nInteressenabw=C3=A4=\r\ngung\r\n";
    let found = look(mail.to_vec());
    assert_eq!(found.kinds, [("legitimate-interest-assessment", 1)]);
    assert_eq!(
        found.date.map(|(d, n)| (d.to_string(), n)),
        Some(("2026-08-20".to_owned(), 1))
    );
    let page = "<!DOCTYPE html><html><script>Löschkonzept</script><h1>Datenschutz&shy;hinweise</h1><p>Datenschutzerkl&auml;rung";
    assert_eq!(
        look(page.as_bytes().to_vec()).kinds,
        [("privacy-notice", 1)]
    );
}

#[test]
fn titles_go_before_mentions() {
    let text = "Löschkonzept\n".to_owned() + &"x ".repeat(200) + &"Interessenabwägung ".repeat(5);
    assert_eq!(look(text.into_bytes()).kinds, [("retention-schedule", 1)]);
    let text = "x ".repeat(200) + &"Interessenabwägung ".repeat(3) + "Löschkonzept";
    assert_eq!(
        look(text.into_bytes()).kinds,
        [("legitimate-interest-assessment", 1)]
    );
}

/// The papers of the deliveries are titled as their kinds are called.
#[test]
fn the_papers_of_the_deliveries_are_known() {
    for kind in [
        "legitimate-interest-assessment",
        "source-register",
        "notice-log",
        "retention-schedule",
    ] {
        let found = file(&format!("testdata/lists/honest-vendor/papers/{kind}.pdf"));
        assert_eq!(found.kinds.first().map(|k| k.0), Some(kind), "{found:?}");
    }
}
