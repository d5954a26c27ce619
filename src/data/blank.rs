//! Folding of values, and the words that mean nothing.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Folds a value for comparison: NFKC, lower case, ß→ss, ł→l, ø→o, combining marks off, `º ª °` off,
/// every dash → `-`, blanks collapsed and trimmed.
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        let mut out = String::with_capacity(text.len());
        for word in text.split_ascii_whitespace() {
            if !out.is_empty() {
                out.push(' ');
            }
            out.extend(word.chars().map(|c| c.to_ascii_lowercase()));
        }
        return out;
    }
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    let marks = text
        .chars()
        .filter(|c| !matches!(c, 'º' | 'ª' | '°'))
        .nfkc()
        .flat_map(char::to_lowercase)
        .nfd();
    for c in marks.filter(|c| !is_combining_mark(*c)) {
        let c = match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            '\u{200b}'..='\u{200d}' | '\u{feff}' => continue,
            c if c.is_whitespace() => {
                gap = !out.is_empty();
                continue;
            }
            c => c,
        };
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

/// Words that stand where nothing is known, folded.
const WORDS: [&str; 36] = [
    "-",
    "--",
    "n/a",
    "na",
    "n.a.",
    "n/v",
    "null",
    "none",
    "nil",
    "unknown",
    "unbekannt",
    "k.a.",
    "k. a.",
    "keine angabe",
    "s/o",
    "tbd",
    "?",
    "(blank)",
    "nicht angegeben",
    "nicht bekannt",
    "inconnu",
    "inconnue",
    "non renseigne",
    "desconocido",
    "desconocida",
    "no disponible",
    "sconosciuto",
    "sconosciuta",
    "n.d.",
    "onbekend",
    "niet bekend",
    "nieznany",
    "nieznana",
    "okand",
    "desconhecido",
    "desconhecida",
];

/// First letters of the words.
const FIRST: [char; 11] = ['-', 'n', 'u', 'k', 's', 't', '?', '(', 'i', 'd', 'o'];

/// Whether a cell says nothing: empty, white space, or a blank word. In every column alike; `NA` in a country column
/// (Namibia) is the one exception and is asked for apart.
#[inline]
pub fn is_blank(text: &str) -> bool {
    is_blank_bytes(text.as_bytes())
}

/// The slow twin of [`is_blank`], and its way for short cells that begin like a blank word.
fn is_blank_slowly(text: &str) -> bool {
    let text =
        text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}'));
    let Some(first) = text.chars().next() else {
        return true;
    };
    if text.len() > 16 {
        return false;
    }
    if text.is_ascii() {
        return WORDS.iter().any(|w| w.eq_ignore_ascii_case(text));
    }
    // most words with marks begin with a letter that no blank word begins with
    let letter = std::iter::once(first)
        .nfkd()
        .flat_map(char::to_lowercase)
        .next();
    if first.is_alphanumeric() && letter.is_some_and(|l| !FIRST.contains(&l)) {
        return false;
    }
    let folded = fold(text);
    folded.is_empty() || WORDS.contains(&folded.as_str())
}

/// Per first byte the lengths of the blank words that begin with it, as bits.
const LENGTHS: [u32; 256] = {
    let mut table = [0_u32; 256];
    let mut i = 0;
    while i < WORDS.len() {
        let word = WORDS[i].as_bytes();
        table[word[0].to_ascii_uppercase() as usize] |= 1 << word.len();
        table[word[0].to_ascii_lowercase() as usize] |= 1 << word.len();
        i += 1;
    }
    table
};

/// [`is_blank`] of the bytes of a text; made for asking every cell of a list.
#[inline]
pub fn is_blank_bytes(cell: &[u8]) -> bool {
    let (Some(first), Some(last)) = (cell.first(), cell.last()) else {
        return true;
    };
    if first.is_ascii_graphic() && last.is_ascii_graphic() {
        let lengths = LENGTHS[usize::from(*first)];
        if lengths == 0 || (cell.is_ascii() && (cell.len() > 16 || lengths >> cell.len() & 1 == 0))
        {
            return false;
        }
    }
    slow(cell)
}

#[cold]
fn slow(cell: &[u8]) -> bool {
    std::str::from_utf8(cell).is_ok_and(is_blank_slowly)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_is_one_form_per_value() {
        assert_eq!(fold("  Straße\u{a0} Łódź – Øre "), "strasse lodz - ore");
        assert_eq!(fold("Legitimate  Interest"), "legitimate interest");
        assert_eq!(fold("n°"), "n");
    }

    #[test]
    fn words_that_mean_nothing_are_blank() {
        for w in [
            "",
            " ",
            "N/A",
            "unknown",
            "Unbekannt",
            "k.A.",
            "Okänd",
            "Non renseigné",
            "–",
            "-",
            "NULL",
            "?",
        ] {
            assert!(is_blank(w), "{w:?}");
            assert!(is_blank_bytes(w.as_bytes()), "{w:?}");
        }
        for w in WORDS {
            for spelled in [
                w.to_owned(),
                w.to_uppercase(),
                format!(" {w}\t"),
                format!("\u{feff}{w}"),
            ] {
                assert!(
                    is_blank(&spelled) && is_blank_bytes(spelled.as_bytes()),
                    "{spelled:?}"
                );
            }
        }
        for w in [
            "no",
            "0",
            "nein",
            "x",
            "nana",
            "Nürnberg",
            "Übersee",
            "Köln",
            "Łódź",
            "NULLER",
            "Unbekannte",
        ] {
            assert!(!is_blank(w), "{w:?}");
            assert!(!is_blank_bytes(w.as_bytes()), "{w:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn the_fast_question_has_the_slow_answer(text in "[ nNaAuU/.?kK\u{2013}ä-]{0,6}|\\PC{0,20}") {
            assert_eq!(is_blank_bytes(text.as_bytes()), is_blank_slowly(&text));
        }
    }
}
