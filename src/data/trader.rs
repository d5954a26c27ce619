//! Company names without a legal form that are made like a person's: a first name and a surname, or a word of a liberal
//! profession and a surname. Such a company is most likely the person.
//!
//! First names stand in `first_names.tsv`, written by us from each language's common ones; what is as often a word of
//! trade, a plant or a place (Rosa, Florence, Wolf) is left out, since shops and brands are called so too.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::company::{is_common, joins, one};
use super::lexicon::Lexicon;
use super::names::{is_particle, is_title};

/// First names in plain letters, and whether they stand behind the surname in their language.
static FIRST_NAMES: LazyLock<Lexicon<bool>> = LazyLock::new(|| {
    let mut names = Lexicon::default();
    for line in include_str!("trader/first_names.tsv").lines().skip(1) {
        if let Some((name, languages)) = line.split_once('\t') {
            let last = languages.split(' ').any(|l| l == "hu");
            names.insert(key(name).as_bytes(), last);
        }
    }
    names
});

/// A plain word in the one spelling that is compared: Greek without accents and with one sigma.
fn key(word: &str) -> String {
    if word.is_ascii() {
        return one(word);
    }
    let bare = word.nfd().filter(|c| !is_combining_mark(*c));
    bare.map(|c| if c == 'ς' { 'σ' } else { c }).collect()
}

/// Words that say that there are several, or whose successors.
const SEVERAL: &str = "partner partners associes associati asociados collegen kollegen sohne sohn sons son bros \
    brothers bruder gebruder freres fils figli hijos hermanos zonen zoon sonner soner synowie cie co";

/// Between a practice and the place where it lies.
const AT_A_PLACE: &str =
    "am im an zum zur in bei auf unter der dem du des al alla nel of at the aan op pod przy u na";

/// Trades and goods that stand where a surname would.
const TRADES: &str = "mode moden moda fashion beauty kosmetik cosmetics cosmetica estetica friseur friseure coiffure \
    hair salon cafe bar bistro pizzeria ristorante trattoria restaurant hotel pension hostel villa boutique blumen \
    flowers fiori fleurs optik optics reisen travel tours viaggi schmuck jewels jewelry gioielli gold wein weine wine \
    wines vini vins backerei metzgerei apotheke pharmacie farmacia pharmacy garage taxi yoga fitness tanz dance mobel \
    interiors interieur kids baby pets records books verlag press foods food feinkost collection couture parfum \
    parfums stiftung foundation fund trust charity hospital college church kirche";

fn is_one_of(words: &'static str, word: &str) -> bool {
    words.split_ascii_whitespace().any(|w| w == word)
}

/// Words of the liberal professions, alone or at the end of a compound.
fn is_practice(word: &str) -> bool {
    const ENDS: [&str; 31] = [
        "praxis",
        "kanzlei",
        "notariat",
        "notar",
        "notaire",
        "notaris",
        "notariusz",
        "rechtsanwalt",
        "rechtsanwaltin",
        "steuerberater",
        "steuerberaterin",
        "architekt",
        "architektin",
        "heilpraktiker",
        "heilpraktikerin",
        "zahnarzt",
        "zahnarztin",
        "tierarzt",
        "tandarts",
        "huisarts",
        "cabinet",
        "gabinet",
        "studio",
        "atelier",
        "ordination",
        "ordinace",
        "advokat",
        "adwokat",
        "abogado",
        "avvocato",
        "kancelaria",
    ];
    ENDS.iter().any(|end| word.ends_with(end))
}

fn is_first_name(word: &str) -> Option<bool> {
    FIRST_NAMES.get(key(word).as_bytes()).copied()
}

fn may_be_a_surname(word: &str) -> bool {
    // a surname that examples love
    let common = is_common(word) && word != "muster";
    word.chars().nth(1).is_some()
        && word.chars().all(char::is_alphabetic)
        && !common
        && !is_one_of(TRADES, word)
        && !is_practice(word)
}

/// Whether a company's name, given in plain words and without a legal form, is made like a person's.
pub fn is_made_like_a_person<'w>(words: impl Iterator<Item = &'w str> + Clone) -> bool {
    let several = |w: &str| w.contains('&') || joins(w) || is_one_of(SEVERAL, w);
    let mut rest = words.clone().skip_while(|w| is_title(w));
    if !(2..=5).contains(&words.clone().count()) || words.clone().any(several) {
        return false;
    }
    if words.clone().any(is_practice) {
        let mut others = words.clone().filter(|w| !is_practice(w));
        return !words.clone().any(|w| is_one_of(AT_A_PLACE, w))
            && others.any(|w| !is_title(w) && may_be_a_surname(w));
    }
    let Some(first) = rest.next() else {
        return false;
    };
    let Some(last) = rest.clone().last() else {
        return false;
    };
    if is_first_name(first).is_some() {
        let fits = |w: &str| may_be_a_surname(w) || w.chars().nth(1).is_none() || is_particle(w);
        return rest.all(fits) && may_be_a_surname(last);
    }
    let two = rest.next().is_some() && rest.next().is_none();
    two && is_first_name(last) == Some(true) && may_be_a_surname(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::letters::{self, Umlaut};

    fn made(name: &str) -> bool {
        let words = name.split([' ', ',']).filter(|w| !w.is_empty());
        let words: Vec<String> = words
            .map(|w| match w {
                "&" => "&".to_owned(),
                w => letters::plain(w, Umlaut::One),
            })
            .collect();
        is_made_like_a_person(words.iter().map(String::as_str))
    }

    #[test]
    fn names_of_persons_and_of_companies() {
        for (name, want) in [
            ("Anna Grünwald", true),
            ("Dr. med. Anna Grünwald", true),
            ("Anna Maria Grünwald", true),
            ("Anna K. Grünwald", true),
            ("Jürgen Grünwald", true),
            ("Juergen Gruenwald", true),
            ("Anna von Grünwald", true),
            ("Jean-Pierre Exemplonnay", true),
            ("Grünwaldi Gábor", true),
            ("Иван Тенчовски", true),
            ("ΓΕΩΡΓΙΟΣ ΠΑΡΑΔΕΙΓΜΑΚΗΣ", true),
            ("Γεώργιος Παραδειγμάκης", true),
            ("Anna Muster", true),
            ("Praxis Dr. Grünwald", true),
            ("Kanzlei Grünwald", true),
            ("Studio Legale Esempiori", true),
            ("Cabinet Exemplonnay", true),
            ("Zahnarztpraxis Anna Grünwald", true),
            // places, goods, several persons, what every company is called
            ("Praxis am Park", false),
            ("Studio", false),
            ("Studio Beispiel", false),
            ("Kanzlei Grünwald & Partner", false),
            ("Anna & Grünwald", false),
            ("Anna und Peter Grünwald", false),
            ("Grünwald Söhne", false),
            ("Anna Mode", false),
            ("Anna Technik", false),
            ("Anna", false),
            ("Firma Grünwald", false),
            ("Nordwerk Maschinenbau", false),
            ("Rosa Grünwald", false),
            ("Anna 4711", false),
            ("Anna Grünwald Bau Beispiel Nord West", false),
            ("", false),
        ] {
            assert_eq!(made(name), want, "{name}");
        }
    }

    #[test]
    fn first_names_are_sorted_plain_and_no_common_words() {
        let text = include_str!("trader/first_names.tsv");
        let mut last = "";
        let mut languages = std::collections::BTreeSet::new();
        for line in text.lines().skip(1) {
            assert!(last < line, "{line} is out of order");
            last = line;
            let (name, of) = line.split_once('\t').expect("two cells");
            assert_eq!(name, letters::plain(name, Umlaut::One));
            assert!(
                !is_common(name) && !is_title(name) && !is_particle(name),
                "{name}"
            );
            for words in [SEVERAL, TRADES, AT_A_PLACE] {
                assert!(!is_one_of(words, name), "{name}");
            }
            languages.extend(of.split(' '));
        }
        let official =
            "bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv no is";
        assert!(official.split(' ').all(|l| languages.contains(l)));
    }

    proptest::proptest! {
        #[test]
        fn no_name_makes_it_stumble(name in "\\PC{0,40}") {
            made(&name);
        }
    }
}
