//! Who is named as a party: a registered entity, a person, or only a brand. It is decided while the declaration is
//! read, since the name itself is not kept.

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::Word;
use super::word::STANDINGS;

/// A legal form: its country, and whether it is that of a person trading under a name.
type Form = (&'static str, bool);

/// Legal forms by their plain letters; the table of the check `subscriber-kind`.
static FORMS: LazyLock<HashMap<String, Vec<Form>>> = LazyLock::new(|| {
    let table = include_str!("../../data/mail/legal_forms.tsv");
    let mut forms: HashMap<String, Vec<Form>> = HashMap::new();
    for line in table.lines().skip(1) {
        let mut cells = line.split('\t');
        if let (Some(form), Some(country), Some(person)) =
            (cells.next(), cells.next(), cells.next())
        {
            let key = plain(form);
            forms
                .entry(key)
                .or_default()
                .push((country, person == "yes"));
        }
    }
    forms
});

/// Forms that are words of names, too: they count only in their own country.
const WORDS: [&str; 16] = [
    "association",
    "artisan",
    "charity",
    "corporation",
    "council",
    "etat",
    "fond",
    "forening",
    "grad",
    "independant",
    "individual",
    "kata",
    "kraj",
    "partnership",
    "region",
    "stadt",
];

/// Short forms that are no words of any language, however they are written.
const CLEAR: [&str; 18] = [
    "aps", "bv", "doo", "gbr", "inc", "kft", "lda", "llc", "llp", "ltd", "mbh", "nv", "ohg", "oyj",
    "plc", "sro", "srl", "zrt",
];

/// Words before a person's name.
const TITLES: [&str; 25] = [
    "herr", "herrn", "frau", "mr", "mrs", "ms", "miss", "dr", "prof", "dipl", "ing", "monsieur",
    "madame", "mme", "mlle", "m", "sr", "sra", "sig", "signor", "signora", "dhr", "mevr", "pan",
    "pani",
];

/// Beginnings of words that name a business rather than a person.
const BUSINESS: [&str; 44] = [
    "address",
    "adress",
    "agency",
    "agentur",
    "analytic",
    "brand",
    "business",
    "b2b",
    "campaign",
    "capital",
    "consult",
    "contact",
    "daten",
    "data",
    "demo",
    "digital",
    "direct",
    "direkt",
    "dialog",
    "fichier",
    "firm",
    "global",
    "group",
    "grupp",
    "handel",
    "info",
    "intel",
    "international",
    "kontakt",
    "lead",
    "list",
    "market",
    "media",
    "online",
    "partner",
    "prospect",
    "sales",
    "service",
    "solution",
    "team",
    "tech",
    "verlag",
    "vertrieb",
    "web",
];

/// What a party's legal name and register number say of it; none if neither is there. A number names an entity
/// whatever it trades as; a name that could be a person's or a brand's is taken for a person's.
pub fn standing(name: Option<&str>, number: Option<&str>, country: Option<Word>) -> Option<Word> {
    let numbered = number.is_some_and(|n| n.chars().filter(char::is_ascii_digit).count() >= 2);
    if numbered {
        return Some(Word::of(&STANDINGS, "registered-entity"));
    }
    let name = name?;
    let says_something = plain(name).chars().filter(|c| c.is_alphabetic()).count() >= 2
        && !matches!(
            plain(name).as_str(),
            "na" | "null" | "none" | "nil" | "unknown" | "unbekannt" | "ka" | "keineangabe" | "tbd"
        );
    if !says_something {
        return Some(Word::ILLEGIBLE);
    }
    Some(Word::of(
        &STANDINGS,
        match form(name, country) {
            Some(false) => "registered-entity",
            Some(true) => "natural-person",
            None if is_person(name) => "natural-person",
            None => "brand-only",
        },
    ))
}

/// Small letters and digits without marks; `+` is `&`.
fn plain(text: &str) -> String {
    let letters = text.nfkc().flat_map(char::to_lowercase).nfd();
    let mut out = String::with_capacity(text.len());
    for c in letters.filter(|c| !is_combining_mark(*c)) {
        match c {
            '&' | '+' => out.push('&'),
            'ß' => out.push_str("ss"),
            'ł' => out.push('l'),
            'ø' => out.push('o'),
            'æ' => out.push_str("ae"),
            c if c.is_alphanumeric() => out.push(c),
            _ => {}
        }
    }
    out
}

/// The legal form that a name carries, at its end, at its beginning, or written out in between; true if it is a
/// person's.
fn form(name: &str, country: Option<Word>) -> Option<bool> {
    let edge = |c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')' | '/' | '"' | ';');
    let words: Vec<&str> = name
        .split(edge)
        .filter(|w| !plain(w).is_empty())
        .take(40)
        .collect();
    let n = words.len();
    let at = |from: usize, to: usize| -> Option<bool> {
        let run = &words[from..to];
        let key: String = run.iter().map(|w| plain(w)).collect();
        let forms = FORMS.get(&key)?;
        let home = country.and_then(|c| forms.iter().find(|f| c == f.0));
        let capital = |w: &&str| w.chars().all(|c| !c.is_lowercase());
        let written = run.iter().any(|w| w.contains('.')) || run.iter().all(capital);
        let counts = home.is_some()
            || CLEAR.contains(&key.as_str())
            || (key.len() >= 4 && !WORDS.contains(&key.as_str()))
            || (key.len() <= 4 && written);
        if !counts {
            return None;
        }
        Some(home.unwrap_or(&forms[0]).1)
    };
    // a name needs more than its form
    let end = || (1.max(n.saturating_sub(6))..n).find_map(|from| at(from, n));
    let begin = || (1..n.min(4)).rev().find_map(|to| at(0, to));
    let within =
        || (1..n).find_map(|i| (plain(words[i]).len() >= 4).then(|| at(i, i + 1)).flatten());
    end().or_else(begin).or_else(within)
}

/// Two to four capitalised words of letters, or one after a title.
fn is_person(name: &str) -> bool {
    let words: Vec<&str> = name
        .split(|c: char| c.is_whitespace() || c == ',')
        .filter(|w| !w.is_empty())
        .collect();
    let key = |w: &&str| plain(w);
    let titled = words
        .first()
        .is_some_and(|w| TITLES.contains(&key(w).as_str()));
    let own = &words[usize::from(titled)..];
    let is_name = |w: &&str| {
        let mut letters = w.chars().filter(|c| !matches!(c, '-' | '\'' | '’' | '.'));
        letters.next().is_some_and(char::is_uppercase)
            && letters.clone().all(char::is_alphabetic)
            && !w.trim_end_matches('.').contains('.')
    };
    let particle = |w: &&str| {
        let small = [
            "von", "van", "der", "de", "den", "di", "da", "del", "della", "la", "le", "zu",
        ];
        small.contains(w)
    };
    let business = |w: &&str| BUSINESS.iter().any(|b| key(w).starts_with(b));
    let shouted = own.iter().all(|w| w.chars().all(|c| !c.is_lowercase()));
    !own.is_empty()
        && own.len() <= 5
        && own.iter().all(|w| is_name(w) || particle(w))
        && (titled || (own.len() >= 2 && !shouted && !own.iter().any(business)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_entities_persons_or_brands() {
        for (name, country, want) in [
            ("Musterdaten Kontakthandel GmbH", "DE", "registered-entity"),
            ("Voorbeeld Bedrijfsdata B.V.", "NL", "registered-entity"),
            ("Fichiers Pro Exemple SAS", "FR", "registered-entity"),
            ("Dane Przykład Sp. z o.o.", "PL", "registered-entity"),
            ("Exempel Data AB", "SE", "registered-entity"),
            ("Exempeldata ab", "SE", "registered-entity"),
            ("Example Lists Ltd", "GB", "registered-entity"),
            ("Esempio Dati S.p.A.", "IT", "registered-entity"),
            ("Esempio Dati SPA", "", "registered-entity"),
            ("Max Mustermann GmbH & Co. KG", "DE", "registered-entity"),
            ("Stiftung Musterdaten", "DE", "registered-entity"),
            ("Muster Daten GmbH (in Gründung)", "DE", "registered-entity"),
            ("Max Mustermann e.K.", "DE", "natural-person"),
            ("Jean Exemple, auto-entrepreneur", "FR", "natural-person"),
            ("Max Mustermann", "DE", "natural-person"),
            ("Mustermann, Max", "DE", "natural-person"),
            ("Dr. Anna von Muster", "", "natural-person"),
            ("Herr Muster", "", "natural-person"),
            ("Anne-Marie D'Exemple", "", "natural-person"),
            ("Musterdaten", "DE", "brand-only"),
            ("LeadMuster", "", "brand-only"),
            ("MUSTER DATEN", "", "brand-only"),
            ("Muster Leads Direct", "", "brand-only"),
            ("musterdaten.example", "", "brand-only"),
            ("Muster 24", "", "brand-only"),
            ("Sales Team", "", "brand-only"),
            ("Wellness and spa", "", "brand-only"),
            ("", "", "illegible"),
            ("tbd", "", "illegible"),
            ("n/a", "", "illegible"),
            ("---", "", "illegible"),
        ] {
            let country = Some(Word::from(country)).filter(|c| !c.is_illegible());
            let got = standing(Some(name), None, country);
            assert_eq!(got.map(Word::as_str), Some(want), "{name}");
        }
    }

    #[test]
    fn a_register_number_names_an_entity_and_a_word_does_not() {
        let of = |name, number| standing(name, number, None).map(Word::as_str);
        let registered = Some("registered-entity");
        assert_eq!(of(Some("Max Mustermann"), Some("HRA 000000")), registered);
        assert_eq!(of(None, Some("HRB 000000 (Musterstadt)")), registered);
        assert_eq!(of(Some("Musterdaten"), Some("pending")), Some("brand-only"));
        assert_eq!(of(None, Some("pending")), None);
    }
}
