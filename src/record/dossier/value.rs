//! Single values of declaration and dossier: words of closed lists, days, periods, digests. What cannot be read is
//! reported where it stands and becomes illegible; whether that is an error is for the file to say.

use super::word;
use super::{Dated, Declared, Period, Word};
use crate::base::digest::Sha256;
use crate::base::tree::Value;
use crate::record::channel::Channel;
use crate::record::policy::bound::Share;

/// A SHA-256 of a document, with or without its prefix.
pub fn digest(v: &Value<'_, '_>) -> Declared<Sha256> {
    let found = v.str().and_then(|s| {
        let s = s.trim().to_ascii_lowercase();
        Sha256::parse(s.strip_prefix("sha256:").unwrap_or(&s))
    });
    if found.is_none() && v.is_str() {
        v.wrong("64 hexadecimal digits", "64 Hexadezimalziffern");
    }
    found.map_or(Declared::Illegible, Declared::Is)
}

pub fn period(v: &Value<'_, '_>) -> Option<Period> {
    let found = v.str().and_then(Period::parse);
    if found.is_none() && v.is_str() {
        v.wrong("a length of time like `P24M`", "eine Dauer wie `P24M`");
    }
    found
}

/// A share such as `0.97`, an exact decimal.
pub fn share(v: &Value<'_, '_>) -> Declared<Share> {
    let found = v.number().and_then(Share::parse);
    if found.is_none() {
        v.wrong("a share like 0.97", "ein Anteil wie 0.97");
    }
    found.map_or(Declared::Illegible, Declared::Is)
}

/// A DPV term, whole or abbreviated, as it stands in the lists here: `eu-gdpr:…`.
pub fn term(text: &str) -> String {
    match text.split_once("/eu/gdpr#") {
        Some((iri, name)) if iri.starts_with("https://w3id.org/dpv/") => format!("eu-gdpr:{name}"),
        _ => text.to_owned(),
    }
}

/// A text, or a list of texts.
pub fn texts(v: &Value<'_, '_>) -> Vec<String> {
    if v.is_str() {
        return v.str().map(str::to_owned).into_iter().collect();
    }
    v.strings()
        .unwrap_or_default()
        .into_iter()
        .map(|(s, _)| s.to_owned())
        .collect()
}

/// The members of a list, or the one value that stands in its place.
fn members<'t, 's>(v: &Value<'t, 's>) -> Option<Vec<Value<'t, 's>>> {
    if v.is_str() {
        Some(vec![v.clone()])
    } else {
        v.array()
    }
}

/// One word of a list.
pub fn only(v: &Value<'_, '_>, list: &[&'static str]) -> Word {
    v.one_of(list)
        .map_or(Word::ILLEGIBLE, |w| Word::of(list, w))
}

/// Words of a list; what is none is illegible, and so is something that is no list at all.
pub fn words(v: &Value<'_, '_>, list: &[&'static str]) -> Vec<Word> {
    match members(v) {
        Some(all) => all.iter().map(|v| only(v, list)).collect(),
        None => vec![Word::ILLEGIBLE],
    }
}

/// Countries by their ISO 3166-1 code; `UK` and `EL` are what the Union calls `GB` and `GR`.
pub fn countries(v: &Value<'_, '_>) -> Vec<Word> {
    match members(v) {
        Some(all) => all.iter().map(country).collect(),
        None => vec![Word::ILLEGIBLE],
    }
}

pub fn country(v: &Value<'_, '_>) -> Word {
    let Some(text) = v.str() else {
        return Word::ILLEGIBLE;
    };
    let code = match text.trim().to_ascii_uppercase().as_str() {
        "UK" => Word::from("GB"),
        "EL" => Word::from("GR"),
        code => Word::of(&word::COUNTRIES, code),
    };
    if code.is_illegible() {
        v.wrong(
            "an ISO 3166-1 code like `DE`",
            "ein ISO-3166-1-Code wie `DE`",
        );
    }
    code
}

/// Channels; what is none is left out.
pub fn channels(v: &Value<'_, '_>) -> Vec<Channel> {
    let names = Channel::ALL.map(Channel::name);
    let mut all: Vec<Channel> = Vec::new();
    for v in members(v).unwrap_or_default() {
        if let Some(channel) = v.one_of(&names).and_then(Channel::find)
            && !all.contains(&channel)
        {
            all.push(channel);
        }
    }
    all
}

/// The names that the check `lawful-basis` gives to bases.
const NAMED_BASES: [(&str, &str); 6] = [
    ("consent", "eu-gdpr:A6-1-a"),
    ("contract", "eu-gdpr:A6-1-b"),
    ("legal-obligation", "eu-gdpr:A6-1-c"),
    ("vital-interests", "eu-gdpr:A6-1-d"),
    ("public-task", "eu-gdpr:A6-1-e"),
    ("legitimate-interest", "eu-gdpr:A6-1-f"),
];

/// Lawful bases: DPV terms, whole or abbreviated, or the name that the check `lawful-basis` gives to the basis.
pub fn bases(v: &Value<'_, '_>) -> Vec<Word> {
    let Some(all) = members(v) else {
        return vec![Word::ILLEGIBLE];
    };
    all.iter()
        .map(|v| {
            let Some(text) = v.str() else {
                return Word::ILLEGIBLE;
            };
            let named = NAMED_BASES.iter().find(|(name, _)| *name == text);
            let named = named.map_or(text, |(_, term)| term);
            let word = Word::of(&word::BASES, &term(named));
            if word.is_illegible() {
                let names = NAMED_BASES.iter().map(|(name, _)| *name);
                let all: Vec<&str> = names.chain(word::BASES).collect();
                v.one_of(&all);
            }
            word
        })
        .collect()
}

/// A day in the buyer's files, where something else is an error already recorded.
pub fn dated(v: Option<Value<'_, '_>>) -> Dated {
    match v {
        None => Dated::Undated,
        Some(v) => v.day().map_or(Dated::Illegible, Dated::On),
    }
}
