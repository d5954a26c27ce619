//! Keys of headers: the form in which a header and an alias are compared.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// NFKC, lower case, ß→ss, ł→l, ø→o, combining marks off, every run of anything but letters, digits and `#` one blank.
pub fn key(header: &str) -> String {
    let mut out = String::with_capacity(header.len());
    let mut gap = false;
    let letters = header
        .nfkc()
        .filter(|c| {
            !matches!(
                c,
                '\u{feff}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'
            )
        })
        .flat_map(char::to_lowercase)
        .nfd()
        .filter(|c| !is_combining_mark(*c));
    for c in letters {
        if !(c.is_alphanumeric() || c == '#') {
            gap = !out.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            out.push(' ');
        }
        match c {
            'ß' => out.push_str("ss"),
            'ł' => out.push('l'),
            'ø' => out.push('o'),
            c => out.push(c),
        }
    }
    out
}

/// `HasOptedOutOfEmail` → `Has Opted Out Of Email`, `eMailAdresse` → `e Mail Adresse`, `CompanyURL` → `Company URL`.
pub fn camel(header: &str) -> String {
    let letters: Vec<char> = header.chars().collect();
    let mut out = String::with_capacity(header.len() + 8);
    for (i, c) in letters.iter().enumerate() {
        let before = i.checked_sub(1).map(|i| letters[i]);
        let after = letters.get(i + 1);
        let split = c.is_uppercase()
            && before.is_some_and(|b| {
                b.is_lowercase()
                    || b.is_ascii_digit()
                    || (b.is_uppercase() && after.is_some_and(|a| a.is_lowercase()))
            });
        if split {
            out.push(' ');
        }
        out.push(*c);
    }
    out
}

/// ä→ae, ö→oe, ü→ue: the second spelling of German aliases.
pub fn umlauts(text: &str) -> String {
    text.to_lowercase()
        .replace('ä', "ae")
        .replace('ö', "oe")
        .replace('ü', "ue")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_fold_to_one_key() {
        for (header, expected) in [
            ("\u{feff}E-Mail", "e mail"),
            (" Straße / Nr. ", "strasse nr"),
            ("# Employees", "# employees"),
            ("Date d'inscription", "date d inscription"),
            ("Prénom", "prenom"),
            ("n\u{b0}", "n"),
            ("Źródło\u{a0}danych", "zrodlo danych"),
            ("???", ""),
        ] {
            assert_eq!(key(header), expected, "{header:?}");
        }
        assert_eq!(key(&camel("HasOptedOutOfEmail")), "has opted out of email");
        assert_eq!(key(&camel("CompanyURL")), "company url");
        assert_eq!(key(&camel("LinkedIn")), "linked in");
        assert_eq!(umlauts("Geschäftsführer"), "geschaeftsfuehrer");
    }
}
