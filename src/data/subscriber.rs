//! Who holds the connection: a company, a public body, or a person trading under a name. States let companies be written
//! to under other rules than persons, and a sole trader is a person; where it is unclear, the stricter rule counts.
//!
//! The legal form decides, from its own column or as a word of the company's name (`legal_forms.tsv`). Only where there
//! is none do signs count: the person's name in the company's, the person's name in the mail domain, a company's name that
//! is made like a person's, a private mailbox as the company's contact.

use std::rc::Rc;
use std::sync::LazyLock;

use super::batch::Batch;
use super::blank::is_blank;
use super::company;
use super::country::{self, Country};
use super::letters::{self, Umlaut};
use super::lexicon::Lexicon;
use super::mail::{self, Class, Flags, lines};
use super::mail_flags;
use super::names::Names;
use crate::record::column::Column;

/// Positions in the bins of `subscriber-kind`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Subscriber {
    SoleTrader,
    Unclear,
    PublicBody,
    Company,
    Illegible,
    Blank,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Form {
    Company,
    Person,
    /// A partnership of persons: states differ.
    Partnership,
    Public,
}

type Meanings = Vec<([u8; 2], Form)>;

/// What a form's plain letters mean, by country.
static FORMS: LazyLock<Lexicon<Meanings>> = LazyLock::new(|| {
    let mut forms = Lexicon::<Meanings>::default();
    for [word, country, kind] in lines::<3>("legal_forms") {
        let form = match kind {
            "yes" => Form::Person,
            "partnership" => Form::Partnership,
            "public" => Form::Public,
            _ => Form::Company,
        };
        let country = country.as_bytes().first_chunk().copied().unwrap_or(*b"--");
        forms.entry(key(word).as_bytes()).push((country, form));
    }
    forms
});

/// `G.m.b.H. & Co. KG` as `gmbh&cokg`.
fn key(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    push_key(&mut out, text);
    out
}

fn push_key(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' | '+' => out.push('&'),
            c => letters::push(out, c, Umlaut::One),
        }
    }
}

/// Forms that are also words of names (a beauty spa, a Bulgarian ET): they count only if written with dots, or if the
/// row's country has that form.
fn is_ambiguous(key: &str, form: Form) -> bool {
    (key.len() <= 2 && form == Form::Person)
        || matches!(
            key,
            "spa"
                | "sas"
                | "sem"
                | "sc"
                | "da"
                | "pc"
                | "asd"
                | "eni"
                | "fie"
                | "kata"
                | "fop"
                | "enk"
                | "pfa"
                | "ef"
                | "kb"
                | "ba"
                | "lp"
                | "uc"
                | "cb"
                | "region"
                | "kommun"
        )
}

/// Forms that are no words of any language: they count wherever they stand in a name.
fn counts_anywhere(key: &str) -> bool {
    matches!(
        key,
        "gmbh"
            | "ggmbh"
            | "mbh"
            | "gesmbh"
            | "kgaa"
            | "ohg"
            | "gbr"
            | "sarl"
            | "sasu"
            | "eurl"
            | "srl"
            | "srls"
            | "ltd"
            | "limited"
            | "llc"
            | "llp"
            | "plc"
            | "inc"
            | "aps"
            | "oyj"
            | "ehf"
            | "doo"
            | "sro"
            | "zrt"
            | "kft"
            | "nyrt"
            | "uab"
            | "eood"
            | "lda"
            | "bvba"
            | "sprl"
            | "vzw"
            | "asbl"
            | "partg"
            | "partgmbb"
            | "inh"
            | "inhaber"
            | "inhaberin"
            | "stiftung"
            | "genossenschaft"
            | "spzoo"
    )
}

/// A company's name in words. A buffer that is used again for every row.
#[derive(Default)]
pub struct Reader {
    /// The plain letters of the name, words joined.
    joined: String,
    /// Where each word begins in `joined`, and whether it was written with a dot.
    words: Vec<(usize, bool)>,
}

impl Reader {
    pub fn load(&mut self, name: &str) {
        self.joined.clear();
        self.words.clear();
        let edge = |c: char| c.is_whitespace() || matches!(c, ',' | '(' | ')' | '/' | '"' | ';');
        for word in name.split(edge) {
            let at = self.joined.len();
            push_key(&mut self.joined, word);
            if self.joined.len() > at {
                self.words.push((at, word.contains('.')));
            }
        }
    }

    fn run(&self, from: usize, to: usize) -> (&str, bool) {
        let start = self.words[from].0;
        let end = self.words.get(to).map_or(self.joined.len(), |w| w.0);
        let dotted = self.words[from..to].iter().any(|w| w.1);
        (self.joined.get(start..end).unwrap_or(""), dotted)
    }

    fn form(&self, home: Option<Country>) -> Option<Form> {
        self.found(home).map(|(form, ..)| form)
    }

    /// The legal form that the loaded name carries, and the words that say it: at its end, at its beginning, or an
    /// unmistakable one in between.
    pub fn found(&self, home: Option<Country>) -> Option<(Form, usize, usize)> {
        let n = self.words.len();
        let pick = |from: usize, to: usize| {
            let (key, dotted) = self.run(from, to);
            if key.len() > 40 {
                return None;
            }
            let meanings = FORMS.get(key.as_bytes())?;
            let own = home.and_then(|h| {
                meanings
                    .iter()
                    .find(|(c, _)| *c == h.bytes())
                    .map(|(_, f)| *f)
            });
            let first = meanings.first().map(|(_, f)| *f)?;
            let form = match own {
                Some(form) => form,
                None if !dotted && is_ambiguous(key, first) => return None,
                None => first,
            };
            Some((form, from, to))
        };
        let end = (n.saturating_sub(6)..n).find_map(|from| pick(from, n));
        let begin = || {
            (1..=n.min(3)).rev().find_map(|to| {
                let (key, _) = self.run(0, to);
                let baltic = home.is_some_and(|h| {
                    matches!(
                        &h.bytes(),
                        b"LT" | b"LV" | b"EE" | b"BG" | b"RO" | b"SE" | b"FI"
                    )
                });
                if key.len() < 5 && !baltic {
                    return None;
                }
                pick(0, to)
            })
        };
        let within = || {
            (0..n).find_map(|at| {
                let (key, _) = self.run(at, at + 1);
                if FORMS.get(key.as_bytes()).is_some() && counts_anywhere(key) {
                    pick(at, at + 1)
                } else {
                    None
                }
            })
        };
        end.or_else(begin).or_else(within)
    }

    pub fn words(&self) -> impl Iterator<Item = &str> + Clone {
        (0..self.words.len()).map(|i| self.run(i, i + 1).0)
    }
}

/// Who holds the connection, per row.
pub fn of_rows(batch: &Batch<'_>) -> Rc<Vec<Subscriber>> {
    batch.memo("subscriber::of_rows", 0, || {
        let countries = country::of_rows(batch);
        let forms = batch.cells(Column::CompanyLegalForm);
        let companies = batch.cells(Column::CompanyName);
        let names = Names::of(batch);
        let mails: Vec<_> = mail::COLUMNS
            .iter()
            .flat_map(|c| batch.cells(*c))
            .map(|cells| {
                let flags = mail_flags::of_cells(batch, &cells);
                (mail::of_cells(batch, &cells), flags)
            })
            .collect();
        let company_names = company::Names::of(batch);
        let mut scratch = String::new();

        (0..batch.rows())
            .map(|row| {
                let home = countries[row].country();
                let declared = forms.first().map_or("", |c| c.get(row));
                let company = companies.first().map_or("", |c| c.get(row));
                let mut illegible = false;
                let has_form = !is_blank(declared);
                if has_form {
                    match form_of(declared, home) {
                        Some(form) => return kind(form),
                        None => illegible |= is_unreadable(declared),
                    }
                }
                let has_company = !is_blank(company);
                if has_company {
                    if let Some(form) = company_names[0].form(row) {
                        return kind(form);
                    }
                    illegible |= is_unreadable(company);
                }
                let (mut any_mail, mut public, mut private, mut own_domain) =
                    (false, false, false, false);
                for (mails, flags) in &mails {
                    let m = mails[row];
                    any_mail |= m.syntax != mail::Syntax::Blank;
                    public |= matches!(m.domain.class, Class::Government | Class::Education);
                    private |= m.domain.class.is_consumer();
                    own_domain |= flags[row].has(Flags::PERSON_DOMAIN);
                }
                if public {
                    return Subscriber::PublicBody;
                }
                if illegible {
                    return Subscriber::Illegible;
                }
                let signs = own_domain
                    || (has_company && private)
                    || company_names[0].is_personal(row)
                    || (has_company && bears_surname(&company_names[0], &names, row, &mut scratch));
                if signs {
                    Subscriber::SoleTrader
                } else if has_form || has_company || any_mail || names.is_named(row) {
                    Subscriber::Unclear
                } else {
                    Subscriber::Blank
                }
            })
            .collect()
    })
}

fn kind(form: Form) -> Subscriber {
    match form {
        Form::Company => Subscriber::Company,
        Form::Person => Subscriber::SoleTrader,
        Form::Partnership => Subscriber::Unclear,
        Form::Public => Subscriber::PublicBody,
    }
}

/// A cell of the column of legal forms: the whole cell is one, or it carries one.
fn form_of(cell: &str, home: Option<Country>) -> Option<Form> {
    let key = key(cell);
    if let Some(meanings) = FORMS.get(key.as_bytes()) {
        let own = home.and_then(|h| meanings.iter().find(|(c, _)| *c == h.bytes()));
        return own.or(meanings.first()).map(|(_, f)| *f);
    }
    let mut reader = Reader::default();
    reader.load(cell);
    reader.form(home)
}

/// Spreadsheet errors, numbers, text that was decoded wrongly.
pub fn is_unreadable(text: &str) -> bool {
    text.starts_with('#') || text.contains('\u{fffd}') || !text.chars().any(char::is_alphabetic)
}

/// Whether a word of the company's name is the person's surname.
fn bears_surname(
    companies: &company::Names,
    names: &Names<'_>,
    row: usize,
    scratch: &mut String,
) -> bool {
    names.surname(row).any(|surname| {
        companies
            .words(row)
            .any(|w| w.len() >= 3 && letters::spells(w, surname, scratch))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(name: &str, country: &str) -> Option<Form> {
        let mut reader = Reader::default();
        reader.load(name);
        reader.form(Country::from_code(country))
    }

    #[test]
    fn forms_in_names() {
        use Form::*;
        for (name, country, want) in [
            ("Firma Beispiel GmbH", "DE", Some(Company)),
            ("Firma Beispiel G.m.b.H.", "", Some(Company)),
            ("Firma Beispiel GmbH & Co. KG", "DE", Some(Company)),
            (
                "Firma Beispiel GmbH Niederlassung Nord",
                "DE",
                Some(Company),
            ),
            ("Ditta Esempio S.p.A.", "", Some(Company)),
            ("Ditta Esempio SpA", "IT", Some(Company)),
            ("Beauty Spa", "DE", None),
            ("Société Exemple S.à r.l.", "LU", Some(Company)),
            ("Przykład Sp. z o.o.", "PL", Some(Company)),
            ("Příklad s. r. o.", "CZ", Some(Company)),
            ("UAB Pavyzdys", "LT", Some(Company)),
            ("Παράδειγμα ΑΕ", "GR", Some(Company)),
            ("Пример ООД", "BG", Some(Company)),
            ("Anna Muster e.K.", "DE", Some(Person)),
            ("Anna Muster e. K.", "DE", Some(Person)),
            ("Bäckerei Muster, Inh. Anna Muster", "DE", Some(Person)),
            ("Anna Muster e.U.", "AT", Some(Person)),
            ("Jan Przykład JDG", "PL", Some(Person)),
            ("Jean Exemple EI", "FR", Some(Person)),
            ("Consulting EI", "DE", None),
            ("Muster GbR", "DE", Some(Partnership)),
            ("Gemeinde Musterdorf", "DE", Some(Public)),
            ("Ayuntamiento de Ejemplo", "ES", Some(Public)),
            ("Firma Beispiel", "DE", None),
            ("", "DE", None),
        ] {
            assert_eq!(form(name, country), want, "{name}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_name_panics(name in "\\PC{0,40}") {
            form(&name, "DE");
            form_of(&name, None);
        }
    }
}
