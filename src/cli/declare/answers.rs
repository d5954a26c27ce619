//! Answers, from wherever they come, as the values that the declaration will hold. One reader for what people write:
//! yes and ja, 97 % and 0.97, 24 months and P24M. What it cannot read it says without repeating it.

use std::collections::{BTreeMap, BTreeSet};

use super::question::{Choice, Kind, PARTS, Part, Question, find};
use crate::base::clock::Day;
use crate::base::digest::Sha256;
use crate::base::error::{Place, nearest};
use crate::base::lang::Text;
use crate::cli::map::quoted;
use crate::record::dossier::{COUNTRIES, LANGUAGES, Period, stays};
use crate::record::policy::bound::Share;
use crate::text;

/// Characters of one answer.
const LONGEST: usize = 2_000;

/// What is known so far.
#[derive(Default)]
pub struct Answers(BTreeMap<Key, Stated>);

/// Part, entry (0 in a single table), question: by position.
type Key = (usize, usize, usize);

struct Stated {
    /// As it is written in TOML.
    literal: String,
    /// Where it was said, for whoever must correct it.
    place: Option<Place>,
}

/// Something that cannot be taken as it is.
pub struct Slip {
    pub place: Option<Place>,
    pub message: Text,
    pub help: Option<Text>,
}

impl Answers {
    /// Takes an answer. None: it says nothing.
    pub fn say(
        &mut self,
        address: &str,
        said: &str,
        place: Option<Place>,
    ) -> Result<Option<()>, Slip> {
        let Some((part, entry, question)) = find(address) else {
            return Ok(None);
        };
        let literal = literal(question.kind, said).map_err(|unfit| Slip {
            message: unfit.message(address),
            help: unfit.help,
            place: place.clone(),
        })?;
        if let Some(literal) = literal {
            self.put(part, entry, question, literal, place);
        }
        Ok(Some(()))
    }

    fn put(
        &mut self,
        part: &Part,
        entry: usize,
        question: &Question,
        literal: String,
        place: Option<Place>,
    ) {
        if let Some(key) = key(part, entry, question) {
            self.0.insert(key, Stated { literal, place });
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value of an answer, as it is written in TOML.
    pub fn get(&self, part: &Part, entry: usize, question: &Question) -> Option<&str> {
        let stated = self.0.get(&key(part, entry, question)?)?;
        Some(&stated.literal)
    }

    pub fn knows(&self, address: &str) -> bool {
        find(address).is_some_and(|(p, e, q)| self.get(p, e, q).is_some())
    }

    /// The entries of a list that say something, by number.
    pub fn entries(&self, part: &Part) -> BTreeSet<usize> {
        let at = PARTS.iter().position(|p| std::ptr::eq(p, part));
        self.0
            .keys()
            .filter(|k| Some(k.0) == at)
            .map(|k| k.1)
            .collect()
    }

    /// Gives ids to entries that have none, and finds what cannot stand: a document of no kind, a reference to one that
    /// is not listed.
    pub fn settle(&mut self) -> Vec<Slip> {
        let mut slips = Vec::new();
        for table in ["gdpr.documents", "gdpr.sources", "gdpr.consent.texts"] {
            let Some(part) = PARTS.iter().find(|p| p.table == table) else {
                continue;
            };
            for entry in self.entries(part) {
                self.name(part, entry, &mut slips);
            }
        }
        let of_documents = |(table, key): (&str, &str)| table == "gdpr.documents" && key == "id";
        let ids: BTreeSet<String> = self
            .0
            .iter()
            .filter(|((p, _, q), _)| of_documents((PARTS[*p].table, PARTS[*p].questions[*q].key)))
            .map(|(_, stated)| stated.literal.clone())
            .collect();
        for ((p, entry, q), stated) in &self.0 {
            let question = &PARTS[*p].questions[*q];
            if matches!(question.kind, Kind::Document) && !ids.contains(&stated.literal) {
                let address = PARTS[*p].address(*entry, question.key);
                slips.push(Slip {
                    message: text!(
                        "`{address}` names no document that is listed",
                        "`{address}` nennt keine aufgeführte Unterlage"
                    ),
                    help: Some(text!(
                        "list it among the documents, with this short name",
                        "führen Sie sie unter den Unterlagen auf, mit diesem Kurznamen"
                    )),
                    place: stated.place.clone(),
                });
            }
        }
        slips
    }

    /// The id of an entry that has none.
    fn name(&mut self, part: &'static Part, entry: usize, slips: &mut Vec<Slip>) {
        let question = |key| part.questions.iter().find(|q| q.key == key);
        let (Some(id), place) = (question("id"), self.place_of(part, entry)) else {
            return;
        };
        let kind = question("kind").map(|q| self.get(part, entry, q).map(str::to_owned));
        if kind == Some(None) {
            let address = part.address(entry, "kind");
            slips.push(Slip {
                message: text!("`{address}` is missing", "`{address}` fehlt"),
                help: Some(text!(
                    "say what kind of document it is",
                    "sagen Sie, was für eine Unterlage es ist"
                )),
                place: place.clone(),
            });
        }
        if self.get(part, entry, id).is_some() {
            return;
        }
        if part.table == "gdpr.consent.texts" {
            let address = part.address(entry, "id");
            slips.push(Slip {
                message: text!("`{address}` is missing", "`{address}` fehlt"),
                help: None,
                place,
            });
            return;
        }
        let taken = |name: &str| {
            let quoted = quoted(name);
            self.entries(part)
                .into_iter()
                .any(|e| self.get(part, e, id) == Some(&quoted))
        };
        let stem = match kind {
            Some(Some(kind)) => kind.trim_matches('"').to_owned(),
            _ => "source".to_owned(),
        };
        let numbered = (1..).map(|n| match (n, &stem[..]) {
            (1, stem) if stem != "source" => stem.to_owned(),
            (n, stem) => format!("{stem}-{n}"),
        });
        if let Some(name) = numbered.take(2_000).find(|n| !taken(n)) {
            self.put(part, entry, id, quoted(&name), place);
        }
    }

    fn place_of(&self, part: &Part, entry: usize) -> Option<Place> {
        let at = PARTS.iter().position(|p| std::ptr::eq(p, part));
        let first = self
            .0
            .iter()
            .find(|((p, e, _), _)| Some(*p) == at && *e == entry);
        first.and_then(|(_, s)| s.place.clone())
    }
}

fn key(part: &Part, entry: usize, question: &Question) -> Option<Key> {
    let at = PARTS.iter().position(|p| std::ptr::eq(p, part))?;
    let q = part
        .questions
        .iter()
        .position(|q| std::ptr::eq(q, question))?;
    Some((at, entry, q))
}

/// What an answer should have been.
#[derive(Debug)]
pub struct Unfit {
    must: Text,
    pub help: Option<Text>,
}

impl Unfit {
    fn new(must: Text) -> Self {
        Self { must, help: None }
    }

    pub fn message(&self, address: &str) -> Text {
        let Text { en, de } = &self.must;
        text!("`{address}` must be {en}", "`{address}` muss {de} sein")
    }

    /// For whoever answers a question that stands just above.
    pub fn reply(&self) -> Text {
        let Text { en, de } = self.help.as_ref().unwrap_or(&self.must);
        text!("{en}", "{de}")
    }
}

/// An answer as TOML; none if it is blank.
pub fn literal(kind: Kind, said: &str) -> Result<Option<String>, Unfit> {
    let said = said.trim();
    if said.is_empty() {
        return Ok(None);
    }
    if said.chars().nth(LONGEST).is_some() {
        return Err(Unfit::new(text!(
            "at most {LONGEST} characters long",
            "höchstens {LONGEST} Zeichen lang"
        )));
    }
    let must = |found: Option<String>, en: &str, de: &str| {
        found
            .map(Some)
            .ok_or_else(|| Unfit::new(text!("{en}", "{de}")))
    };
    match kind {
        Kind::Text | Kind::Document => Ok(Some(quoted(said))),
        Kind::Texts => list(said, &[';', '\n'], |s| Ok(quoted(s))),
        Kind::One(choices) => choice(choices, said).map(Some),
        Kind::Some(choices) => list(said, &[',', ';', '\n'], |s| choice(choices, s)),
        Kind::Country => country(said).map(Some),
        Kind::Countries => list(said, &[',', ';', ' ', '\n'], country),
        Kind::Languages => list(said, &[',', ';', ' ', '\n'], |s| {
            let code = s.to_lowercase();
            let known = LANGUAGES.contains(&&code[..]).then(|| quoted(&code));
            known.ok_or_else(|| {
                Unfit::new(text!(
                    "a language code like `de`",
                    "ein Sprachcode wie `de`"
                ))
            })
        }),
        Kind::Day => must(
            day(said).map(|d| quoted(&d.to_string())),
            "a day like 2026-11-23",
            "ein Tag wie 2026-11-23",
        ),
        Kind::Count => must(count(said), "a whole number", "eine ganze Zahl"),
        Kind::Share => must(
            share(said),
            "a share like 97% or 0.97",
            "ein Anteil wie 97 % oder 0,97",
        ),
        Kind::Period => must(
            period(said).map(|p| quoted(&p)),
            "a length of time like `24 months` or `P24M`",
            "eine Dauer wie `24 Monate` oder `P24M`",
        ),
        Kind::YesNo => must(yes(said), "yes or no", "ja oder nein"),
        Kind::Digest | Kind::Hash => {
            let hex = said.to_lowercase();
            let hex = hex.strip_prefix("sha256:").unwrap_or(&hex);
            let prefix = if matches!(kind, Kind::Hash) {
                "sha256:"
            } else {
                ""
            };
            must(
                Sha256::parse(hex).map(|_| quoted(&format!("{prefix}{hex}"))),
                "64 hexadecimal digits",
                "64 Hexadezimalziffern",
            )
        }
        Kind::Path => must(
            stays(said).then(|| quoted(&said.replace('\\', "/"))),
            "a path beside the declaration",
            "ein Pfad neben der Erklärung",
        ),
    }
}

fn list(
    said: &str,
    marks: &[char],
    mut one: impl FnMut(&str) -> Result<String, Unfit>,
) -> Result<Option<String>, Unfit> {
    let parts = said.split(marks).map(str::trim).filter(|p| !p.is_empty());
    let mut all: Vec<String> = Vec::new();
    for part in parts {
        let literal = one(part)?;
        if !all.contains(&literal) {
            all.push(literal);
        }
    }
    Ok((!all.is_empty()).then(|| format!("[{}]", all.join(", "))))
}

/// A word of a closed list, or its name in either language.
fn choice(choices: &[Choice], said: &str) -> Result<String, Unfit> {
    let fold = |s: &str| s.to_lowercase().replace('–', "-");
    let wanted = fold(said);
    let names = |c: &Choice| [c.word, c.name.en, c.name.de];
    let same = |c: &&Choice| names(c).iter().any(|n| fold(n) == wanted);
    if let Some(found) = choices.iter().find(same) {
        return Ok(quoted(found.word));
    }
    let folded: Vec<(String, &str)> = choices
        .iter()
        .flat_map(|c| names(c).map(|n| (fold(n), n)))
        .collect();
    let near = nearest(&wanted, folded.iter().map(|(f, _)| f.as_str()));
    let near = near.and_then(|near| folded.iter().find(|(f, _)| f == near));
    let mut unfit = Unfit::new(text!("one of its words", "eines seiner Wörter"));
    unfit.help = Some(match near {
        Some((_, near)) => text!("did you mean `{near}`?", "meinten Sie `{near}`?"),
        None => {
            let all = |of: fn(&Choice) -> &'static str| {
                let all: Vec<&str> = choices.iter().map(of).collect();
                all.join("`, `")
            };
            let (en, de) = (all(|c| c.name.en), all(|c| c.name.de));
            text!("one of `{en}`", "eines von `{de}`")
        }
    });
    Err(unfit)
}

fn country(said: &str) -> Result<String, Unfit> {
    let code = match &said.to_uppercase()[..] {
        "UK" => "GB".to_owned(),
        "EL" => "GR".to_owned(),
        code => code.to_owned(),
    };
    let known = COUNTRIES.contains(&&code[..]).then(|| quoted(&code));
    known.ok_or_else(|| {
        Unfit::new(text!(
            "an ISO 3166-1 code like `DE`",
            "ein ISO-3166-1-Code wie `DE`"
        ))
    })
}

/// ISO 8601, also with a time behind it, or `1.10.2026`: with dots the day stands first everywhere.
fn day(said: &str) -> Option<Day> {
    let iso = said.split_once(['T', ' ']).map_or(said, |(day, _)| day);
    Day::parse(iso).or_else(|| {
        let parts: Vec<&str> = said.split('.').map(str::trim).collect();
        let [day, month, year] = parts[..] else {
            return None;
        };
        let two = |s: &str| (1..=2).contains(&s.len()) && s.bytes().all(|b| b.is_ascii_digit());
        let whole = two(day) && two(month) && year.len() == 4;
        let year = year.parse().ok().filter(|_| whole)?;
        Day::new(year, month.parse().ok()?, day.parse().ok()?)
    })
}

/// Digits, in groups of three if somebody wrote them so.
fn count(said: &str) -> Option<String> {
    let groups: Vec<&str> = said.split(['.', ',', ' ', '\u{a0}', '\'']).collect();
    let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let (first, rest) = groups.split_first()?;
    let good = digits(first)
        && (rest.is_empty() || first.len() <= 3)
        && rest.iter().all(|g| g.len() == 3 && digits(g));
    let joined = groups.concat();
    let number: u64 = joined
        .parse()
        .ok()
        .filter(|n| good && *n < 1_000_000_000_000_000)?;
    Some(number.to_string())
}

/// An exact decimal from 0 to 1; `97` without a percent sign could be either.
fn share(said: &str) -> Option<String> {
    let percent = said.strip_suffix('%').map(str::trim_end);
    let written = percent.unwrap_or(said).replace(',', ".");
    let (whole, part) = written.split_once('.').unwrap_or((&written, ""));
    let digits = |s: &str| s.len() <= 12 && s.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(part) {
        return None;
    }
    let (whole, part) = match percent {
        Some(_) => {
            let padded = format!("{whole:0>3}");
            let (left, right) = padded.split_at(padded.len() - 2);
            (left.to_owned(), format!("{right}{part}"))
        }
        None => (whole.to_owned(), part.to_owned()),
    };
    let part = part.trim_end_matches('0');
    let whole: u64 = whole.parse().ok()?;
    let exact = match part {
        "" => format!("{whole}.0"),
        part => format!("{whole}.{part}"),
    };
    Share::parse(&exact)?;
    (whole == 0 || (whole == 1 && part.is_empty())).then_some(exact)
}

/// ISO 8601, or a number and a unit of either language.
fn period(said: &str) -> Option<String> {
    let upper = said.to_uppercase();
    if Period::parse(&upper).is_some() {
        return Some(upper);
    }
    let at = said.find(|c: char| !c.is_ascii_digit())?;
    let number: u32 = said[..at].parse().ok()?;
    let unit = match &said[at..].trim().to_lowercase()[..] {
        "day" | "days" | "tag" | "tage" | "tagen" => 'D',
        "week" | "weeks" | "woche" | "wochen" => 'W',
        "month" | "months" | "monat" | "monate" | "monaten" => 'M',
        "year" | "years" | "jahr" | "jahre" | "jahren" => 'Y',
        _ => return None,
    };
    let period = format!("P{number}{unit}");
    Period::parse(&period).map(|_| period)
}

fn yes(said: &str) -> Option<String> {
    match &said.to_lowercase()[..] {
        "yes" | "ja" | "true" | "wahr" => Some("true".to_owned()),
        "no" | "nein" | "false" | "falsch" => Some("false".to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::question::find;
    use super::*;

    fn read(address: &str, said: &str) -> Option<String> {
        let (_, _, question) = find(address).expect(address);
        literal(question.kind, said).expect(said)
    }

    #[test]
    fn what_people_write_is_what_the_file_says() {
        for (address, said, want) in [
            (
                "gdpr.retention.vendor-deletes-after",
                "24 Monate",
                "\"P24M\"",
            ),
            ("gdpr.retention.vendor-deletes-after", "p2y", "\"P2Y\""),
            ("gdpr.notice.share-notified", "97,5 %", "0.975"),
            ("gdpr.notice.share-notified", "100%", "1.0"),
            ("gdpr.notice.share-notified", "0.970", "0.97"),
            ("gdpr.notice.share-notified", "5%", "0.05"),
            ("gdpr.notice.first-sent", "1.10.2026", "\"2026-10-01\""),
            (
                "gdpr.notice.first-sent",
                "2026-10-01T00:00:00",
                "\"2026-10-01\"",
            ),
            ("gdpr.transfers.outside-eea", "Nein", "false"),
            ("gdpr.objections.rows-removed", "1.204", "1204"),
            ("gdpr.countries", "de, at;UK", "[\"DE\", \"AT\", \"GB\"]"),
            ("gdpr.channels", "E-Mail, post", "[\"email\", \"post\"]"),
            (
                "gdpr.legal-basis",
                "berechtigtes Interesse - Art. 6 Abs. 1 lit. f",
                "[\"eu-gdpr:A6-1-f\"]",
            ),
            (
                "gdpr.recipients",
                "Muster, Beispiel & Co. KG; B AG",
                "[\"Muster, Beispiel & Co. KG\", \"B AG\"]",
            ),
            (
                "gdpr.sources[3].source-type",
                "Öffentliches Register",
                "\"public-register\"",
            ),
            (
                "gdpr.sources[1].collected.first",
                "2026-06-01",
                "\"2026-06-01\"",
            ),
            (
                "declared-by",
                " A \"B\"\u{202e} ",
                "\"A \\\"B\\\"\\U0000202E\"",
            ),
        ] {
            assert_eq!(read(address, said).as_deref(), Some(want), "{said}");
        }
        assert_eq!(read("gdpr.consent.used", "  "), None);
    }

    #[test]
    fn what_could_mean_two_things_is_not_taken() {
        for (address, said) in [
            ("gdpr.notice.share-notified", "98"),
            ("gdpr.notice.share-notified", "101%"),
            ("gdpr.notice.first-sent", "01/10/2026"),
            ("gdpr.notice.first-sent", "31.02.2026"),
            ("gdpr.objections.rows-removed", "1.20"),
            ("gdpr.objections.rows-removed", "many"),
            ("gdpr.consent.used", "partly"),
            ("gdpr.countries", "Germany"),
            ("gdpr.sources[1].source-type", "a friend"),
            ("gdpr.documents[1].path", "/etc/hosts"),
            ("gdpr.documents[1].path", "..\\a"),
        ] {
            let (_, _, question) = find(address).expect(address);
            let unfit = literal(question.kind, said).expect_err(said);
            let told = format!("{unfit:?}");
            assert!(!told.contains(said), "{told}");
        }
        let (_, _, question) = find("gdpr.channels").expect("a question");
        let unfit = literal(question.kind, "email, telehpone").expect_err("a slip");
        assert_eq!(unfit.help.expect("help").de, "meinten Sie `telephone`?");
    }

    #[test]
    fn entries_get_ids_and_references_must_lead_somewhere() {
        let mut answers = Answers::default();
        for (address, said) in [
            ("gdpr.documents[1].kind", "dpia"),
            ("gdpr.documents[4].kind", "dpia"),
            ("gdpr.documents[5].path", "x.pdf"),
            ("gdpr.sources[2].matches", "Messe"),
            ("gdpr.notice.log", "dpia-2"),
            ("gdpr.notice.text", "somewhere"),
        ] {
            let said = answers.say(address, said, None);
            assert!(said.is_ok_and(|s| s.is_some()), "{address}");
        }
        let slips = answers.settle().into_iter().map(|s| s.message.en);
        let slips: Vec<String> = slips
            .map(|m| m.split('`').nth(1).unwrap_or_default().to_owned())
            .collect();
        assert_eq!(slips, ["gdpr.documents[5].kind", "gdpr.notice.text"]);
        assert!(answers.knows("gdpr.documents[4].id") && answers.knows("gdpr.sources[2].id"));
        assert!(
            answers
                .say("gdpr.colour", "blue", None)
                .is_ok_and(|s| s.is_none())
        );
    }
}
