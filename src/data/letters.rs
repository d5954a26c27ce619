//! Plain letters: a name or word as the small ASCII letters and digits it would be typed with in an address or compared
//! by, into a buffer that is used again, so that no row allocates.

/// How `ä ö ü å ø æ` are written: with one letter, or with two.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Umlaut {
    One,
    Two,
}

/// Appends the plain form of a letter: nothing for what is neither letter nor digit. Greek and Cyrillic letters are
/// made small and kept.
#[inline]
pub fn push(out: &mut String, c: char, umlaut: Umlaut) {
    if !c.is_ascii() {
        push_beyond_ascii(out, c, umlaut);
    } else if c.is_ascii_alphanumeric() {
        out.push(c.to_ascii_lowercase());
    }
}

/// Appends the plain form of a word.
pub fn push_word(out: &mut String, word: &str, umlaut: Umlaut) {
    if word.bytes().all(|b| b.is_ascii_alphanumeric()) {
        let start = out.len();
        out.push_str(word);
        out[start..].make_ascii_lowercase();
    } else {
        word.chars().for_each(|c| push(out, c, umlaut));
    }
}

fn push_beyond_ascii(out: &mut String, c: char, umlaut: Umlaut) {
    let two = umlaut == Umlaut::Two;
    let plain = match c {
        'ä' | 'Ä' | 'æ' | 'Æ' if two => "ae",
        'ö' | 'Ö' | 'ø' | 'Ø' | 'œ' | 'Œ' if two => "oe",
        'ü' | 'Ü' if two => "ue",
        'å' | 'Å' if two => "aa",
        'à'..='æ' | 'À'..='Æ' | 'ā' | 'ă' | 'ą' | 'Ā' | 'Ă' | 'Ą' => "a",
        'ç' | 'Ç' | 'ć' | 'Ć' | 'č' | 'Č' | 'ĉ' | 'ċ' | 'Ċ' => "c",
        'ď' | 'Ď' | 'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'è'..='ë' | 'È'..='Ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'Ē' | 'Ė' | 'Ę' | 'Ě' => {
            "e"
        }
        'ğ' | 'Ğ' | 'ģ' | 'Ģ' | 'ġ' | 'Ġ' => "g",
        'ħ' | 'Ħ' => "h",
        'ì'..='ï' | 'Ì'..='Ï' | 'ī' | 'į' | 'ı' | 'Ī' | 'Į' | 'İ' => "i",
        'ķ' | 'Ķ' => "k",
        'ł' | 'Ł' | 'ľ' | 'Ľ' | 'ļ' | 'Ļ' | 'ĺ' | 'Ĺ' => "l",
        'ñ' | 'Ñ' | 'ń' | 'Ń' | 'ň' | 'Ň' | 'ņ' | 'Ņ' => "n",
        'ò'..='ö' | 'Ò'..='Ö' | 'ø' | 'Ø' | 'ō' | 'ő' | 'Ō' | 'Ő' | 'œ' | 'Œ' => "o",
        'ŕ' | 'Ŕ' | 'ř' | 'Ř' => "r",
        'ś' | 'Ś' | 'š' | 'Š' | 'ş' | 'Ş' | 'ș' | 'Ș' => "s",
        'ß' | 'ẞ' => "ss",
        'ť' | 'Ť' | 'ţ' | 'Ţ' | 'ț' | 'Ț' => "t",
        'ù'..='ü' | 'Ù'..='Ü' | 'ū' | 'ů' | 'ű' | 'ų' | 'Ū' | 'Ů' | 'Ű' | 'Ų' => "u",
        'ý' | 'ÿ' | 'Ý' | 'Ÿ' => "y",
        'ź' | 'Ź' | 'ż' | 'Ż' | 'ž' | 'Ž' => "z",
        'þ' | 'Þ' => "th",
        // a letter followed by a combining mark is the letter
        '\u{300}'..='\u{36f}' => "",
        c if c.is_alphanumeric() => {
            out.extend(c.to_lowercase().filter(|c| c.is_alphanumeric()));
            return;
        }
        _ => "",
    };
    out.push_str(plain);
}

/// Appends a word in Latin letters, Greek and Cyrillic ones as they are usually written in them.
pub fn push_latin(out: &mut String, word: &str) {
    use unicode_normalization::UnicodeNormalization as _;
    let start = out.len();
    for c in word.chars().flat_map(char::to_lowercase).nfd() {
        let latin = match c {
            'α' => "a",
            'β' => "v",
            'γ' => "g",
            'δ' => "d",
            'ε' => "e",
            'ζ' => "z",
            'η' | 'ι' => "i",
            'θ' => "th",
            'κ' => "k",
            'λ' => "l",
            'μ' => "m",
            'ν' => "n",
            'ξ' => "x",
            'ο' | 'ω' => "o",
            'π' => "p",
            'ρ' => "r",
            'σ' | 'ς' => "s",
            'τ' => "t",
            // after a vowel it makes it long: Παπαδόπουλος
            'υ' if out[start..].ends_with('o') => "u",
            'υ' if out[start..].ends_with(['a', 'e']) => "v",
            'υ' => "y",
            'φ' => "f",
            'χ' => "ch",
            'ψ' => "ps",
            'а' => "a",
            'б' => "b",
            'в' => "v",
            'г' | 'ґ' => "g",
            'д' => "d",
            'е' | 'э' => "e",
            'є' => "ie",
            'ж' => "zh",
            'з' => "z",
            'и' | 'і' => "i",
            'к' => "k",
            'л' => "l",
            'м' => "m",
            'н' => "n",
            'о' => "o",
            'п' => "p",
            'р' => "r",
            'с' => "s",
            'т' => "t",
            'у' => "u",
            'ф' => "f",
            'х' => "h",
            'ц' => "ts",
            'ч' => "ch",
            'ш' => "sh",
            'щ' => "sht",
            'ъ' => "a",
            'ы' => "y",
            'ь' => "",
            'ю' => "yu",
            'я' => "ya",
            c => {
                push(out, c, Umlaut::One);
                ""
            }
        };
        out.push_str(latin);
    }
}

/// The plain letters of a word.
pub fn plain(word: &str, umlaut: Umlaut) -> String {
    let mut out = String::with_capacity(word.len());
    push_word(&mut out, word, umlaut);
    out
}

/// Whether a plain word is how a name is written: `mueller` and `muller` are `Müller`. `scratch` is overwritten.
pub fn spells(plain: &str, name: &str, scratch: &mut String) -> bool {
    if name.is_ascii() {
        // names with a mark inside, such as O'Neill, are compared letter by letter
        let mut letters = name.bytes().filter(u8::is_ascii_alphanumeric);
        return plain
            .bytes()
            .all(|b| letters.next().is_some_and(|n| n.to_ascii_lowercase() == b))
            && letters.next().is_none();
    }
    [Umlaut::One, Umlaut::Two].into_iter().any(|umlaut| {
        scratch.clear();
        push_word(scratch, name, umlaut);
        scratch == plain
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_as_they_are_typed() {
        for (word, one, two) in [
            ("Müller", "muller", "mueller"),
            ("Łódź", "lodz", "lodz"),
            ("Søren", "soren", "soeren"),
            ("Ångström", "angstrom", "aangstroem"),
            ("O'Neill", "oneill", "oneill"),
            ("Weiß", "weiss", "weiss"),
            ("Çelik", "celik", "celik"),
            ("Ω", "ω", "ω"),
        ] {
            assert_eq!(plain(word, Umlaut::One), one);
            assert_eq!(plain(word, Umlaut::Two), two);
            let mut scratch = String::new();
            assert!(
                spells(one, word, &mut scratch) && spells(two, word, &mut scratch),
                "{word}"
            );
            assert!(!spells("x", word, &mut scratch));
        }
    }
}
