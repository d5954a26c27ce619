//! A declaration says the same in TOML, YAML and JSON, whatever is wrong with it.

use proptest::prelude::*;

use super::*;

const TOML: &str = include_str!("../../../../testdata/declarations/kontakte-2026-10.beleg.toml");
const YAML: &str = include_str!("../../../../testdata/declarations/kontakte-2026-10.beleg.yaml");
const JSON: &str = include_str!("../../../../testdata/declarations/kontakte-2026-10.beleg.json");

static VISIBILITY: Check = Check {
    id: "platform-visibility",
    rev: 1,
    scope: crate::record::check::Scope::Key,
    columns: &[],
    bins: &["members-only", "public-profile", "illegible", "blank"],
    page: crate::base::lang::Words { en: "", de: "" },
    examples: &[],
};

/// What a declaration of this name comes to, without the digest of its text, and the words of its warnings.
fn resolved(file: &str, text: &str) -> (Dossier, Vec<String>) {
    let shelf = |path: &str| Some(Sha256::of(path.as_bytes()));
    let (mut dossier, warnings) = resolve(Some((file, text)), None, &shelf, &[&VISIBILITY])
        .unwrap_or_else(|e| panic!("{file}: {e:#?}\n{text}"));
    if let Some(d) = &mut dossier.declaration {
        d.sha256 = None;
    }
    let mut said: Vec<String> = warnings
        .iter()
        .map(|w| format!("{} {} {:?}", w.code.id, w.message.en, w.help))
        .collect();
    said.sort();
    (dossier, said)
}

#[test]
fn the_conversions_of_the_example_say_the_same() {
    let (dossier, warnings) = resolved("d.toml", TOML);
    assert_eq!(warnings, [] as [&str; 0]);
    assert_eq!(resolved("d.yaml", YAML), (dossier.clone(), Vec::new()));
    assert_eq!(resolved("d.YML", YAML).0, dossier);
    assert_eq!(resolved("d.json", JSON), (dossier, Vec::new()));
}

#[test]
fn a_slip_has_its_line_and_column_in_every_form() {
    for (file, text) in [
        (
            "d.toml",
            "beleg-declaration = \"1\"\n[gdpr]\n\"ü\" = 1\ncountries = [\"DE\", \"ZZ\"]\n",
        ),
        (
            "d.yaml",
            "beleg-declaration: \"1\"\ngdpr:\n  ü: 1\n  countries: [DE, ZZ]\n",
        ),
        (
            "d.json",
            "{\"beleg-declaration\": \"1\",\n \"gdpr\":{\n\"ü\": 1,\n\"countries\": [\"DE\", \"ZZ\"]}}",
        ),
    ] {
        let (_, warnings) = resolve(Some((file, text)), None, &|_| None, &[]).expect(file);
        let places: Vec<_> = warnings
            .iter()
            .map(|w| {
                let at = w.at.clone().expect("a place");
                let line = text.lines().nth(at.line.expect("a line") as usize - 1);
                let column = at.column.expect("a column") as usize - 1;
                let found: String = line.expect("there").chars().skip(column).collect();
                found
                    .trim_start_matches('"')
                    .chars()
                    .take(2)
                    .collect::<String>()
            })
            .collect();
        assert_eq!(places.len(), 2, "{warnings:?}");
        assert!(
            places[0].starts_with('ü') && places[1] == "ZZ",
            "{file}: {places:?}"
        );
    }
}

#[test]
fn nothing_is_no_answer() {
    let empty = resolved("d.yaml", "beleg-declaration: \"1\"\ngdpr:\n");
    let null = "{\"beleg-declaration\":\"1\",\"gdpr\":{\"special-categories\":{\"present\":null},\"countries\":null}}";
    let (mut dossier, warnings) = resolved("d.json", null);
    assert_eq!(warnings, [] as [&str; 0]);
    let declared = dossier.declaration.take().expect("declared");
    assert_eq!(declared.special_categories, None);
    assert!(declared.claims.is_empty());
    assert_eq!(empty.0.declaration, Some(declared));
}

#[test]
fn what_cannot_be_parsed_is_refused_without_a_word_of_it() {
    for (file, text) in [
        (
            "d.yaml",
            "declared-by: \"Musterfrau\" Musterfrau: [Musterfrau",
        ),
        ("d.yaml", "declared-by: Musterfrau\ndeclared-by: Musterfrau"),
        ("d.yaml", "declared-by: &Musterfrau x"),
        ("d.yaml", "declared-by: *Musterfrau"),
        ("d.yaml", "declared-by: !Musterfrau {a: b}"),
        ("d.json", "{\"Musterfrau\": Musterfrau}"),
        ("d.json", "{\"Musterfrau\": 1, \"Musterfrau\": 2}"),
        ("d.json", "declared-by = \"Musterfrau\""),
        ("d.toml", "{\"declared-by\": \"Musterfrau\"}"),
    ] {
        let errors = resolve(Some((file, text)), None, &|_| None, &[]).expect_err(text);
        assert_eq!(errors.0[0].code.id, "BEL-D011");
        assert!(errors.0[0].at.as_ref().expect("a place").line.is_some());
        assert!(!format!("{errors:?}").contains("Musterfrau"), "{errors:?}");
    }
}

/// A value that all three can write. A day is a text, since TOML alone has days.
#[derive(Clone, Debug)]
enum Any {
    Text(String),
    Day(String),
    Number(String),
    Bool(bool),
    List(Vec<Any>),
    Table(Vec<(String, Any)>),
}

impl Any {
    fn of(value: &toml::Value) -> Self {
        use toml::Value as V;
        match value {
            V::String(s) => Self::Text(s.clone()),
            V::Integer(i) => Self::Number(i.to_string()),
            V::Float(f) => Self::Number(f.to_string()),
            V::Boolean(b) => Self::Bool(*b),
            V::Datetime(d) => Self::Day(d.to_string()),
            V::Array(a) => Self::List(a.iter().map(Self::of).collect()),
            V::Table(t) => Self::Table(t.iter().map(|(k, v)| (k.clone(), Self::of(v))).collect()),
        }
    }

    /// Puts something else in the place of the value number `at`, counted from the root downwards.
    fn replace(&mut self, at: &mut usize, by: &Any) -> bool {
        let inner: Vec<&mut Any> = match self {
            Self::List(all) => all.iter_mut().collect(),
            Self::Table(all) => all.iter_mut().map(|(_, v)| v).collect(),
            _ => Vec::new(),
        };
        for one in inner {
            if *at == 0 {
                *one = by.clone();
                return true;
            }
            *at -= 1;
            if one.replace(at, by) {
                return true;
            }
        }
        false
    }

    fn toml(&self) -> String {
        match self {
            Self::Text(s) | Self::Day(s) => quoted(s),
            Self::Number(s) => s.clone(),
            Self::Bool(b) => b.to_string(),
            Self::List(all) => format!("[{}]", joined(all.iter().map(Self::toml))),
            Self::Table(all) => {
                let pair = |(k, v): &(String, Self)| format!("{} = {}", quoted(k), v.toml());
                format!("{{{}}}", joined(all.iter().map(pair)))
            }
        }
    }

    fn json(&self) -> String {
        match self {
            Self::Text(s) | Self::Day(s) => quoted(s),
            Self::Number(s) => s.clone(),
            Self::Bool(b) => b.to_string(),
            Self::List(all) => format!("[{}]", joined(all.iter().map(Self::json))),
            Self::Table(all) => {
                let pair = |(k, v): &(String, Self)| format!("{}:{}", quoted(k), v.json());
                format!("{{{}}}", joined(all.iter().map(pair)))
            }
        }
    }

    /// Block style, with plain texts wherever they are read as texts.
    fn yaml(&self, indent: usize) -> String {
        let deeper = |v: &Self| match v {
            Self::List(a) if !a.is_empty() => format!("\n{}", v.yaml(indent + 1)),
            Self::Table(t) if !t.is_empty() => format!("\n{}", v.yaml(indent + 1)),
            _ => format!(" {}\n", v.yaml(0)),
        };
        let lead = " ".repeat(indent);
        match self {
            Self::Text(s) if is_plain(s) => s.clone(),
            Self::Text(s) => quoted(s),
            Self::Day(s) | Self::Number(s) => s.clone(),
            Self::Bool(b) => b.to_string(),
            Self::List(all) if all.is_empty() => "[]".to_owned(),
            Self::Table(all) if all.is_empty() => "{}".to_owned(),
            Self::List(all) => all
                .iter()
                .map(|v| format!("{lead}-{}", deeper(v)))
                .collect(),
            Self::Table(all) => {
                let key = |k: &str| if is_plain(k) { k.to_owned() } else { quoted(k) };
                let pair = |(k, v): &(String, Self)| format!("{lead}{}:{}", key(k), deeper(v));
                all.iter().map(pair).collect()
            }
        }
    }
}

fn joined(all: impl Iterator<Item = String>) -> String {
    all.collect::<Vec<_>>().join(", ")
}

/// All three read this between double quotes.
fn quoted(text: &str) -> String {
    serde_json::to_string(text).expect("a text")
}

fn is_plain(text: &str) -> bool {
    let words = ["true", "false", "null"];
    text.starts_with(|c: char| c.is_alphabetic())
        && text
            .chars()
            .all(|c| c.is_alphanumeric() || " .-_".contains(c))
        && text.trim() == text
        && !words.contains(&text.to_lowercase().as_str())
}

fn something() -> impl Strategy<Value = Any> {
    let words = "no|on|off|yes|~|null|true|DE|zz|email|2026-10-01|01\\.10\\.2026|P24M|0\\.97|12|<<|&a|\\*b|# c|- d|e: f|!g|";
    let leaf = prop_oneof![
        words.prop_map(Any::Text),
        // `&` before a letter could be an anchor, wherever it stands: such a text is refused
        "[ -~äß€😀]{0,12}".prop_map(|t| Any::Text(t.replace('&', "& "))),
        Just(Any::Day("2026-10-01".to_owned())),
        "[1-9][0-9]{0,17}|0|0\\.[0-9]{1,20}|1\\.0|-1|1e5".prop_map(Any::Number),
        any::<bool>().prop_map(Any::Bool),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        let key = "[a-z]{1,3}|id|no|Ä b|documents|present|\\$schema";
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Any::List),
            proptest::collection::btree_map(key, inner, 0..4)
                .prop_map(|t| Any::Table(t.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn one_declaration_is_one_dossier(changes in proptest::collection::vec((0usize..260, something()), 0..6)) {
        let example: toml::Value = toml::from_str(TOML).expect("TOML");
        let mut said = Any::of(&example);
        for (mut at, by) in changes {
            said.replace(&mut at, &by);
        }
        // the version is not a claim: a wrong one is refused
        if let Any::Table(all) = &mut said {
            all.retain(|(k, _)| k != "beleg-declaration");
        }
        let Any::Table(all) = &said else {
            return Ok(());
        };
        let lines = all.iter().map(|(k, v)| format!("{} = {}\n", quoted(k), v.toml()));
        let toml = resolved("d.toml", &lines.collect::<String>());
        prop_assert!(resolved("d.json", &said.json()) == toml, "{}", said.json());
        prop_assert!(resolved("d.yaml", &said.yaml(0)) == toml, "{}", said.yaml(0));
    }

    /// Whatever stands in a file, it is read or refused, and nothing else happens.
    #[test]
    fn no_text_ends_the_program(text in "([ \\t\\n\\[\\]{}:,&*!|>'\"%@`#?-]|[a-c]|<<|---|\\.\\.\\.|é){0,60}", json in any::<bool>()) {
        let file = if json { "d.json" } else { "d.yaml" };
        let _ = resolve(Some((file, &text)), None, &|_| None, &[]);
    }
}
