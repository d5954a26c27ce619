use super::super::question::{Choice, Kind, addresses, find};
use super::super::text::{Frame, declaration};
use super::*;
use crate::checks::CATALOGUE;
use crate::record::dossier::{Dossier, resolve};
use rust_xlsxwriter::{Formula, Workbook};

const HONEST: &str =
    include_str!("../../../../testdata/lists/honest-vendor/declaration.beleg.toml");
const WHOLE: &str = include_str!("../../../../testdata/declarations/kontakte-2026-10.beleg.toml");

/// A declaration as a person would type it into a form: yes and ja, names in place of words.
fn typed(text: &str, lang: Lang) -> Given {
    let table: toml::Table = text.parse().expect("TOML");
    let mut all = Given::new();
    walk(&toml::Value::Table(table), "", lang, &mut all);
    all
}

fn walk(value: &toml::Value, address: &str, lang: Lang, all: &mut Given) {
    if let Some((_, _, question)) = find(address) {
        let known = |choices: &[Choice], v: &toml::Value| {
            let word = v.as_str().expect("a word");
            let choice = choices.iter().find(|c| c.word == word).expect(word);
            choice.name.get(lang).to_owned()
        };
        let members = |one: &dyn Fn(&toml::Value) -> String, mark: &str| match value {
            toml::Value::Array(a) => a.iter().map(one).collect::<Vec<_>>().join(mark),
            v => one(v),
        };
        let plain = |v: &toml::Value| match v {
            toml::Value::String(s) => s.clone(),
            toml::Value::Integer(n) => n.to_string(),
            toml::Value::Float(x) => x.to_string(),
            v => panic!("{v:?}"),
        };
        let said = match (question.kind, value) {
            (Kind::One(choices), toml::Value::Table(t)) => {
                // a fact with its document
                let shown = address.rsplit_once('.').expect("a key").0;
                let shown = (format!("{shown}.shown-by"), plain(&t["document"]));
                if !all.contains(&shown) {
                    all.push(shown);
                }
                known(choices, &t["is"])
            }
            (Kind::One(choices), v) => known(choices, v),
            (Kind::Some(choices), _) => members(&|v| known(choices, v), ", "),
            (Kind::YesNo, v) => match (v.as_bool(), lang) {
                (Some(true), Lang::En) => "yes".to_owned(),
                (Some(true), Lang::De) => "Ja".to_owned(),
                (_, Lang::En) => "no".to_owned(),
                (_, Lang::De) => "nein".to_owned(),
            },
            _ => members(&plain, "; "),
        };
        all.push((address.to_owned(), said));
        return;
    }
    let inner = |key: &str| match address {
        "" => key.to_owned(),
        address => format!("{address}.{key}"),
    };
    match value {
        toml::Value::Table(t) => t.iter().for_each(|(k, v)| walk(v, &inner(k), lang, all)),
        toml::Value::Array(a) => {
            for (n, v) in a.iter().enumerate() {
                walk(v, &format!("{address}[{}]", n + 1), lang, all);
            }
        }
        _ => {}
    }
}

/// What a declaration comes to, without what no form asks for: the fields of the file, and the digest of the text.
fn resolved(text: &str) -> Dossier {
    let shelf = |path: &str| Some(crate::base::digest::Sha256::of(path.as_bytes()));
    let (mut dossier, warnings) =
        resolve(Some(("d.toml", text)), None, &shelf, CATALOGUE).expect("reads");
    assert_eq!(warnings, [], "{text}");
    if let Some(d) = &mut dossier.declaration {
        d.sha256 = None;
        d.generation.clear();
        d.claims.retain(|c| c.about != "generation-method");
        for source in &mut d.sources {
            source.members_only = false;
        }
        if let Some(p) = &mut d.package {
            p.fields.clear();
            for r in &mut p.resources {
                r.columns = None;
                r.encoding = None;
                r.dialect = Default::default();
            }
        }
    }
    dossier
}

struct File(std::path::PathBuf);

impl File {
    fn new(name: &str, bytes: &[u8]) -> Self {
        let path = std::env::temp_dir().join(format!("beleg-form-{}-{name}", std::process::id()));
        std::fs::write(&path, bytes).expect("written");
        Self(path)
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

fn back(file: &File) -> String {
    let mut answers = filled::read(&file.0).expect("reads");
    assert!(answers.settle().is_empty());
    let frame = Frame {
        package: None,
        questions: false,
        lang: Lang::En,
    };
    declaration(&answers, &frame)
}

const TIME: Time = Time(1_795_000_000);

#[test]
fn a_filled_form_says_what_the_declaration_written_by_hand_says() {
    for (n, text) in [HONEST, WHOLE].into_iter().enumerate() {
        for lang in [Lang::En, Lang::De] {
            let given = typed(text, lang);
            assert!(given.len() > 60);
            let book = made(Form::Xlsx, &given, TIME, lang).expect("a workbook");
            assert_eq!(
                book,
                made(Form::Xlsx, &given, TIME, lang).expect("a workbook")
            );
            let file = File::new(&format!("{n}-{}.xlsx", lang.code()), &book);
            assert_eq!(resolved(&back(&file)), resolved(text));
            let all: serde_json::Map<_, _> = given
                .into_iter()
                .map(|(a, said)| (a, said.into()))
                .collect();
            let json =
                serde_json::json!({ "beleg-form": "1", "lang": lang.code(), "answers": all });
            let file = File::new(
                &format!("{n}-{}.json", lang.code()),
                json.to_string().as_bytes(),
            );
            assert_eq!(resolved(&back(&file)), resolved(text));
        }
    }
}

#[test]
fn the_page_asks_everything_and_loads_nothing() {
    let page = made(
        Form::Html,
        &vec![("declared-by".to_owned(), "A <b>\"".to_owned())],
        TIME,
        Lang::De,
    );
    let page = String::from_utf8(page.expect("a page")).expect("text");
    for address in addresses() {
        assert!(
            page.contains(&format!("data-fact=\"{address}\"")),
            "{address}"
        );
    }
    assert!(page.contains("default-src 'none'") && page.contains("value=\"A &lt;b&gt;&quot;\""));
    for foreign in ["http:", "src=", "@import", "url(", "onclick"] {
        assert!(!page.contains(foreign), "{foreign}");
    }
}

/// A workbook with these cells on a sheet of questions: row, answer, address.
fn hostile(version: &str, questions: impl FnOnce(&mut rust_xlsxwriter::Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.set_name("Questions").expect("a name");
    questions(sheet);
    book.add_worksheet()
        .set_name("Notes")
        .expect("a name")
        .write_string(0, 0, "x")
        .expect("a cell");
    let mark = book.add_worksheet();
    mark.set_name("beleg").expect("a name");
    mark.write_string(0, 0, "beleg-form").expect("a cell");
    mark.write_string(0, 1, version).expect("a cell");
    book.save_to_buffer().expect("a workbook")
}

fn refusals(file: &File) -> Vec<(String, &'static str)> {
    let errors = filled::read(&file.0).map(|_| ()).expect_err("slips");
    assert!(!format!("{errors:?}").contains("Musterfrau"), "{errors:?}");
    let place = |e: &crate::base::error::Error| {
        let file = e.at.as_ref().map(|p| p.file.clone()).unwrap_or_default();
        file.rsplit(' ').next().unwrap_or_default().to_owned()
    };
    errors.0.iter().map(|e| (place(e), e.code.id)).collect()
}

#[test]
fn slips_name_sheet_and_cell_and_never_the_answer() {
    let book = hostile("1", |sheet| {
        let rows = [
            ("Musterfrau", "gdpr.countries"),
            ("", "gdpr.channels"),
            ("e-mial", "gdpr.channels"),
            ("Musterfrau", "gdpr.colour"),
            ("DE", "gdpr.transfers.countries"),
            ("AT", "gdpr.transfers.countries"),
        ];
        for (row, (said, address)) in (11..).zip(rows) {
            sheet.write_string(row, 2, said).expect("a cell");
            sheet.write_string(row, 4, address).expect("a cell");
        }
        let formula = Formula::new("=\"Musterfrau\"").set_result("Musterfrau");
        sheet.write_formula(30, 2, formula).expect("a cell");
        sheet.write_string(30, 4, "declared-by").expect("a cell");
        // what stands far away is not looked at
        sheet.write_string(1_000_000, 2, "far").expect("a cell");
        sheet
            .merge_range(40, 0, 41, 3, "merged", &rust_xlsxwriter::Format::new())
            .expect("merged");
    });
    let cell = |at: &str| (format!("Questions!{at}"), "BEL-D062");
    assert_eq!(
        refusals(&File::new("slips.xlsx", &book)),
        ["C12", "C14", "C15", "C17", "C31"].map(cell)
    );
}

#[test]
fn what_is_no_form_is_refused() {
    let code = |name: &str, bytes: &[u8]| refusals(&File::new(name, bytes))[0].1;
    assert_eq!(code("v2.xlsx", &hostile("2", |_| {})), "BEL-D061");
    let mut other = Workbook::new();
    other.add_worksheet();
    assert_eq!(
        code("other.xlsx", &other.save_to_buffer().expect("a workbook")),
        "BEL-D060"
    );
    assert_eq!(code("cut.xlsx", &hostile("1", |_| {})[..900]), "BEL-D060");
    assert_eq!(code("a.json", b"{\"answers\":{}}"), "BEL-D060");
    assert_eq!(code("b.json", b"{\"beleg-form\":\"2\"}"), "BEL-D061");
    assert_eq!(
        code(
            "c.json",
            b"{\"beleg-form\":\"1\",\"answers\":{\"declared-by\":1}}"
        ),
        "BEL-D062"
    );
    assert_eq!(
        code(
            "d.json",
            b"{\"beleg-form\":\"1\",\"answers\":{\"\\u001b[31mMusterfrau\":\"x\"}}"
        ),
        "BEL-D062"
    );
    assert_eq!(
        code("page.html", b"<!doctype html><p>Musterfrau"),
        "BEL-D060"
    );
    assert_eq!(code("z.bin", &[0xff, 0xfe, 0]), "BEL-D060");
    // what is left empty is not said
    let empty = File::new(
        "empty.json",
        b"{\"beleg-form\":\"1\",\"answers\":{\"gdpr.consent.used\":\"  \"}}",
    );
    assert_eq!(refusals(&empty)[0].1, "BEL-D062");
}
