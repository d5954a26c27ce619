crate::check! {
    en {
        /// Were the addresses of the list put together by a program?
        ///
        /// ## What is sorted
        /// The delivery, once: the patterns of all its addresses, from `mail-pattern`.
        ///
        /// ## Why it matters
        /// Who has names and companies can guess addresses: first name, dot, surname, at the company's domain. Nobody
        /// collected such addresses from the persons or from a source, whatever is declared; many do not exist, and
        /// others are a stranger's. Liechtenstein forbids writing to addresses found by random means.
        ///
        /// ## How it is decided
        /// Of the rows whose address is made of the person's name at least 99 in a hundred share one pattern:
        /// `one-pattern`. Else they are `varied`, as in a list that was collected: companies differ in their habits.
        /// It takes at least 200 such rows and at least 30 mail domains that are no provider's, else there are
        /// `too-few`. Addresses none of which is well formed are `illegible`; a list without addresses is `blank`.
        ///
        /// ## What it cannot see
        /// Guessed addresses that were tried by sending and kept if they came through, and lists that mix guessed and
        /// collected ones. A group of companies with one habit can look generated if it has many domains.
    }
    de {
        /// Hat ein Programm die Adressen der Liste zusammengesetzt?
        ///
        /// ## Was sortiert wird
        /// Die Lieferung, einmal: die Muster aller ihrer Adressen, aus `mail-pattern`.
        ///
        /// ## Warum es zählt
        /// Wer Namen und Unternehmen hat, kann Adressen erraten: Vorname, Punkt, Nachname, unter der Domain des
        /// Unternehmens. Solche Adressen hat niemand bei den Personen oder in einer Quelle erhoben, was immer erklärt
        /// wird; viele gibt es nicht, andere gehören Fremden. Liechtenstein verbietet, an zufällig ermittelte Adressen
        /// zu schreiben.
        ///
        /// ## Wie entschieden wird
        /// Von den Zeilen, deren Adresse aus dem Namen der Person gemacht ist, folgen mindestens 99 von hundert einem
        /// Muster: `one-pattern`. Sonst sind sie `varied`, wie in einer erhobenen Liste, denn Unternehmen haben
        /// verschiedene Gewohnheiten. Nötig sind mindestens 200 solche Zeilen und mindestens 30 Mail-Domains, die
        /// keinem Anbieter gehören, sonst sind es `too-few`. Ist keine Adresse wohlgeformt, ist es `illegible`, ohne
        /// Adressen `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Erratene Adressen, die durch Senden erprobt und behalten wurden, wenn sie ankamen, und Listen, die erratene
        /// und erhobene mischen. Ein Konzern mit einer Gewohnheit kann erzeugt aussehen, wenn er viele Domains hat.
    }
    "generated-addresses" {
        rev: 1,
        scope: Scope::Delivery,
        columns: &[Column::Email, Column::FirstName, Column::LastName],
        bins: &["one-pattern", "varied", "too-few", "illegible", "blank"],
        examples: &[
            Example::rows(&ONE_WAY, &["one-pattern"]),
            Example::rows(&TWO_WAYS, &["varied"]),
            // two in two hundred and ten are one per cent, three are more
            Example::rows(&TWO_OTHERS, &["one-pattern"]),
            Example::rows(&THREE_OTHERS, &["varied"]),
            // rows that are not made of a name take no part
            Example::rows(&MANY_FUNCTIONS, &["one-pattern"]),
            Example::rows(&ONE_COMPANY, &["too-few"]),
            Example::rows(&FEW, &["too-few"]),
            // all of them are made in ways that have no name
            Example::rows(&OTHER_WAYS, &["varied"]),
            Example::rows(&[&["anna", "Anna", "Lind"], &["", "Anna", "Lind"]], &["illegible"]),
            Example::rows(&[&["", "Anna", "Lind"], &["n/a", "", ""]], &["blank"]),
            Example::papers("", "", &["blank"]),
        ],
    }
    papers sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;
use crate::record::papers::Papers;

/// Thirty companies.
const COMPANIES: [&[&str]; 30] = [
    &["anna.lind@nordwerk-beispiel.de", "Anna", "Lind"],
    &["anna.lind@hallbruck-beispiel.de", "Anna", "Lind"],
    &["anna.lind@tannfeld-beispiel.de", "Anna", "Lind"],
    &["anna.lind@kelmshagen-beispiel.de", "Anna", "Lind"],
    &["anna.lind@morswind-beispiel.de", "Anna", "Lind"],
    &["anna.lind@brendau-beispiel.de", "Anna", "Lind"],
    &["anna.lind@faehrkamp-beispiel.de", "Anna", "Lind"],
    &["anna.lind@steinholt-beispiel.de", "Anna", "Lind"],
    &["anna.lind@lindmoor-beispiel.de", "Anna", "Lind"],
    &["anna.lind@wiesgrund-beispiel.de", "Anna", "Lind"],
    &["anna.lind@ostfurt-antriebe-beispiel.de", "Anna", "Lind"],
    &["anna.lind@kupferhain-beispiel.de", "Anna", "Lind"],
    &["anna.lind@rotfels-beispiel.de", "Anna", "Lind"],
    &["anna.lind@silbertal-beispiel.de", "Anna", "Lind"],
    &["anna.lind@achterdeck-beispiel.de", "Anna", "Lind"],
    &["anna.lind@blaufurt-beispiel.de", "Anna", "Lind"],
    &["anna.lind@eichdorn-beispiel.de", "Anna", "Lind"],
    &["anna.lind@falkenstieg-beispiel.de", "Anna", "Lind"],
    &["anna.lind@gerstenhof-beispiel.de", "Anna", "Lind"],
    &["anna.lind@hagelstein-beispiel.de", "Anna", "Lind"],
    &["anna.lind@immental-beispiel.de", "Anna", "Lind"],
    &["anna.lind@jochwald-beispiel.de", "Anna", "Lind"],
    &["anna.lind@kaltbrunn-beispiel.de", "Anna", "Lind"],
    &["anna.lind@lerchau-beispiel.de", "Anna", "Lind"],
    &["anna.lind@muehlrad-beispiel.de", "Anna", "Lind"],
    &["anna.lind@neuwarft-beispiel.de", "Anna", "Lind"],
    &["anna.lind@obertorf-beispiel.de", "Anna", "Lind"],
    &["anna.lind@pfahlbau-beispiel.de", "Anna", "Lind"],
    &["anna.lind@quellhorst-beispiel.de", "Anna", "Lind"],
    &["anna.lind@rabenmoos-beispiel.de", "Anna", "Lind"],
];
const INITIAL: &[&str] = &["a.lind@nordwerk-beispiel.de", "Anna", "Lind"];
const FUNCTION: &[&str] = &["info@nordwerk-beispiel.de", "Anna", "Lind"];
const JOINED: &[&str] = &["annalind@nordwerk-beispiel.de", "Anna", "Lind"];

/// The companies over and over, with so many rows of another kind at the beginning.
const fn companies<const N: usize>(
    others: usize,
    other: &'static [&'static str],
) -> [&'static [&'static str]; N] {
    let mut rows = [other; N];
    let mut at = others;
    while at < N {
        rows[at] = COMPANIES[at % 30];
        at += 1;
    }
    rows
}

static ONE_WAY: [&[&str]; 210] = companies(0, INITIAL);
static TWO_WAYS: [&[&str]; 210] = companies(100, INITIAL);
static TWO_OTHERS: [&[&str]; 210] = companies(2, INITIAL);
static THREE_OTHERS: [&[&str]; 210] = companies(3, INITIAL);
static MANY_FUNCTIONS: [&[&str]; 300] = companies(100, FUNCTION);
static ONE_COMPANY: [&[&str]; 210] = companies(210, INITIAL);
static FEW: [&[&str]; 199] = companies(0, INITIAL);
static OTHER_WAYS: [&[&str]; 240] = companies(210, JOINED);

/// Bins of `mail-pattern`: the ways that have a name.
const PATTERNS: [&str; 8] = [
    "first.last",
    "f.last",
    "flast",
    "first",
    "last",
    "firstl",
    "last.first",
    "initials",
];

/// The keys of `mail-provider`: mail domains that no table knows as a provider's.
const DOMAINS: &str = "mail-domain-companies";

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    let rows = papers.rows("mail-pattern");
    let of = |bin: &str| rows.get(bin).copied().unwrap_or(0);
    let made: u64 = PATTERNS.iter().map(|p| of(p)).sum::<u64>() + of("other");
    let most = PATTERNS.iter().map(|p| of(p)).max().unwrap_or(0);
    let domains = papers.distinct.get(DOMAINS).copied().unwrap_or(0);
    let legible = made + of("other-person") + of("function") + of("no-name");
    vec![CHECK.at(match made {
        0 if legible == 0 && of("illegible") > 0 => "illegible",
        0 if legible == 0 => "blank",
        0..200 => "too-few",
        _ if domains < 30 => "too-few",
        _ if u128::from(most) * 100 >= u128::from(made) * 99 => "one-pattern",
        _ => "varied",
    })]
}
