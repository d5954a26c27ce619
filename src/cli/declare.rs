//! `beleg declare`: the vendor's declaration, made from the list itself and from what the vendor says. What the file
//! shows is written for it; what only the vendor knows stands as questions, asked here, answered in the file, or sent
//! as a form to whoever has no beleg.
//!
//! The text is read as an audit reads it before it is written: what comes out has no slip.

mod answers;
mod form;
mod package;
mod question;
mod talk;
mod text;

use std::path::{Path, PathBuf};

use answers::{Answers, Slip};
use form::Form;

use super::audit::reading;
use super::moment::made_at;
use super::{Globals, next};
use crate::base::clock::Time;
use crate::base::code::{Code, dossier, usage};
use crate::base::error::{Error, Errors, Place, Result, nearest, printable};
use crate::base::file::{self, Write};
use crate::base::lang::{Lang, count};
use crate::checks::CATALOGUE;
use crate::data::inventory::Inventory;
use crate::data::source::Source;
use crate::record::dossier::resolve;
use crate::text;

/// Write the vendor's declaration for a list
///
/// What the file shows is filled in: digest, rows, dialect, columns. What
/// only the vendor knows is asked on a terminal, as far as it matters most;
/// the rest stands in the file as questions with their words and an example.
/// A vendor without beleg gets the same questions as a form, and --from turns
/// the filled form into the declaration.
///
/// Examples:
///   beleg declare list.csv -o list.beleg.toml
///   beleg declare list.csv -o list.beleg.toml --sources \
///     --vendor "Musterdaten GmbH" --set gdpr.countries=DE,AT \
///     --set gdpr.retention.vendor-deletes-after="24 months"
///   beleg declare --form xlsx -o questions.xlsx
///   beleg declare --from questions.xlsx -o vendor.beleg.toml
#[derive(clap::Args)]
#[command(verbatim_doc_comment)]
pub struct Args {
    /// The list: CSV, TSV or XLSX
    #[arg(value_name = "LIST", required_unless_present_any = ["form", "from"])]
    list: Option<PathBuf>,
    /// A questionnaire for the vendor in place of the declaration; LIST fills in name, rows and digest
    #[arg(long, value_enum, requires = "output", conflicts_with_all = ["set", "sources"])]
    form: Option<Form>,
    /// A filled questionnaire: the workbook, or the answers that the page saved
    #[arg(long, value_name = "FORM", conflicts_with_all = ["list", "form", "vendor", "set", "sources"])]
    from: Option<PathBuf>,
    /// The file to write, such as list.beleg.toml [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Who declares: the registered name of the vendor
    #[arg(long, value_name = "NAME")]
    vendor: Option<String>,
    /// A fact by its address, such as gdpr.countries=DE,AT or gdpr.sources[1].method=feeds
    #[arg(long, value_name = "FACT=VALUE")]
    set: Vec<String>,
    /// An entry in the source register for each frequent value of the source column, in order of frequency. They are
    /// text of the list, so the file is 0600
    #[arg(long)]
    sources: bool,
    #[command(flatten)]
    reading: reading::Options,
    /// Time in the declaration, such as 2026-11-23T14:05:09Z [default: SOURCE_DATE_EPOCH, else the clock]
    #[arg(long, value_name = "TIME")]
    time: Option<String>,
    /// Replace an existing file
    #[arg(long)]
    force: bool,
}

impl Args {
    pub fn run(&self, globals: &Globals) -> Result<u8> {
        let made = made_at(self.time.as_deref())?;
        self.free(match self.form {
            None => "toml",
            Some(Form::Xlsx) => "xlsx",
            Some(Form::Html) => "html",
        })?;
        match (&self.list, self.form, &self.from) {
            (_, _, Some(filled)) => self.back(filled, globals),
            (list, Some(form), None) => self.questionnaire(form, list.as_deref(), made, globals),
            (Some(list), None, None) => self.declaration(list, made, globals),
            // clap asks for one of them
            (None, None, None) => Ok(usage::USAGE.exit),
        }
    }

    /// The declaration of a list.
    fn declaration(&self, list: &Path, made: Time, globals: &Globals) -> Result<u8> {
        let mut answers = self.said()?;
        let (source, inventory) = self.inventory(list, globals)?;
        if self.sources {
            register(&mut answers, &inventory);
        }
        if globals.input {
            talk::ask(&mut answers, globals);
        }
        say(&mut answers, "declared-at", &made.day().to_string())?;
        settled(&mut answers, &usage::FACT_UNFIT)?;
        let package = package::block(list, &source, &inventory, made, globals.lang);
        let text = text::declaration(
            &answers,
            &text::Frame {
                package: Some(&package),
                questions: true,
                lang: globals.lang,
            },
        );
        self.write(&text, Some(list), globals)?;
        if self.sources {
            globals.say(&globals.look.finish(told(
                &inventory,
                self.output.as_deref(),
                globals.lang,
            )));
        }
        Ok(0)
    }

    /// Reads the list once.
    fn inventory(&self, list: &Path, globals: &Globals) -> Result<(Source, Inventory)> {
        let lists = [list.to_owned()];
        let source = Source::open(&lists, &self.reading.options()?, &[])?;
        let begun = std::time::Instant::now();
        globals.working(&printable(&list.display().to_string()));
        let inventory = Inventory::of(&source, self.sources);
        globals.done(
            match globals.lang {
                Lang::En => "read",
                Lang::De => "gelesen",
            },
            begun.elapsed(),
        );
        Ok((source, inventory?))
    }

    /// The questions as a form.
    fn questionnaire(
        &self,
        form: Form,
        list: Option<&Path>,
        made: Time,
        globals: &Globals,
    ) -> Result<u8> {
        let mut given = match list {
            Some(list) => form::of_list(list, &self.inventory(list, globals)?.1),
            None => Vec::new(),
        };
        let vendor = self.vendor.iter().cloned();
        given.extend(vendor.map(|v| ("declared-by".to_owned(), v)));
        let Some(path) = &self.output else {
            return Ok(usage::USAGE.exit);
        };
        let how = Write {
            force: self.force,
            private: false,
        };
        file::write(path, &form::made(form, &given, made, globals.lang)?, how)?;
        let back = match form {
            Form::Xlsx => path.display().to_string(),
            Form::Html => "answers.json".to_owned(),
        };
        let back = next::command(["declare", "--from", &back, "-o", "vendor.beleg.toml"]);
        let name = printable(&path.display().to_string());
        globals.print(&globals.look.finish(match globals.lang {
            Lang::En => format!("{name}: written, for the vendor\n\nNext: when it comes back filled\n  {back}\n"),
            Lang::De => format!(
                "{name}: geschrieben, für den Anbieter\n\nWeiter: wenn er ausgefüllt zurückkommt\n  {back}\n"
            ),
        }))?;
        Ok(0)
    }

    /// A filled form as the declaration. What was left empty is not in it.
    fn back(&self, filled: &Path, globals: &Globals) -> Result<u8> {
        let mut answers = form::filled::read(filled)?;
        settled(&mut answers, &dossier::FORM_ANSWER)?;
        let frame = text::Frame {
            package: None,
            questions: false,
            lang: globals.lang,
        };
        self.write(&text::declaration(&answers, &frame), None, globals)?;
        Ok(0)
    }

    /// An output that could not be written is refused before anything is read.
    fn free(&self, ending: &str) -> Result<()> {
        let Some(path) = &self.output else {
            return Ok(());
        };
        let fits = path
            .extension()
            .is_some_and(|e| e.eq_ignore_ascii_case(ending));
        if !fits {
            let message = text!(
                "the ending of the name says another form",
                "die Endung des Namens nennt eine andere Form"
            );
            let full = match ending {
                "toml" => "beleg.toml",
                ending => ending,
            };
            return Err(Error::new(&usage::DECLARATION_ENDING, message)
                .at(Place::file(printable(&path.display().to_string())))
                .help(text!(
                    "a name that ends in `.{full}`",
                    "ein Name, der auf `.{full}` endet"
                ))
                .into());
        }
        if !self.force && path.symlink_metadata().is_ok() {
            return Err(file::exists(path).into());
        }
        let read = self.list.iter().chain(&self.from);
        let read: Vec<&Path> = read.map(PathBuf::as_path).collect();
        Ok(file::apart(path, &read)?)
    }

    /// What the options say, all slips at once.
    fn said(&self) -> Result<Answers> {
        let mut answers = Answers::default();
        let mut errors = Vec::new();
        let vendor = self.vendor.iter().map(|v| ("declared-by", v.as_str()));
        let mut pairs: Vec<(&str, &str)> = vendor.collect();
        for set in &self.set {
            match set.split_once('=') {
                Some((address, value)) => pairs.push((address.trim(), value)),
                None => errors.push(
                    Error::new(
                        &usage::FACT_WITHOUT_VALUE,
                        text!("`--set` without `=`", "`--set` ohne `=`"),
                    )
                    .help(text!(
                        "like `--set gdpr.countries=DE,AT`",
                        "wie `--set gdpr.countries=DE,AT`"
                    )),
                ),
            }
        }
        for (address, value) in pairs {
            if let Err(Errors(slips)) = say(&mut answers, address, value) {
                errors.extend(slips);
            }
        }
        match errors.is_empty() {
            true => Ok(answers),
            false => Err(Errors(errors)),
        }
    }

    /// Writes the text, after it was read back without a word.
    fn write(&self, text: &str, list: Option<&Path>, globals: &Globals) -> Result<()> {
        let name = self
            .output
            .as_ref()
            .map_or("-".to_owned(), |p| p.display().to_string());
        read_back(text)?;
        let Some(path) = &self.output else {
            return globals.print(text);
        };
        let how = Write {
            force: self.force,
            private: self.sources,
        };
        file::write(path, text.as_bytes(), how)?;
        let typed = match list {
            Some(list) => list.display().to_string(),
            None => "LIST".to_owned(),
        };
        let mut words = vec![
            "audit".to_owned(),
            typed,
            "--declaration".to_owned(),
            name.clone(),
        ];
        words.extend(self.reading.typed());
        let audit = next::command(words);
        let name = printable(&name);
        let open = text.lines().filter(|l| is_open(l)).count() as u64;
        let open = count(open, globals.lang);
        globals.print(&globals.look.finish(match (globals.lang, list) {
            (Lang::En, Some(_)) => format!(
                "{name}: written, {open} questions open\n\nNext: answer them in the file, then\n  {audit}\n"
            ),
            (Lang::De, Some(_)) => format!(
                "{name}: geschrieben, {open} Fragen offen\n\nWeiter: in der Datei beantworten, dann\n  {audit}\n"
            ),
            (Lang::En, None) => format!("{name}: written\n\nNext:\n  {audit}\n"),
            (Lang::De, None) => format!("{name}: geschrieben\n\nWeiter:\n  {audit}\n"),
        }))
    }
}

/// Whether a line is a question that is still open.
fn is_open(line: &str) -> bool {
    line.strip_prefix("# ")
        .and_then(|rest| rest.split_once(" = "))
        .is_some_and(|(key, _)| {
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-.".contains(c);
            !key.is_empty() && key.chars().all(plain)
        })
}

/// Takes an answer that was not given yet.
fn say(answers: &mut Answers, address: &str, value: &str) -> Result<()> {
    if answers.knows(address) {
        return Ok(());
    }
    match answers.say(address, value, None) {
        Ok(Some(())) => Ok(()),
        Ok(None) => {
            let shown = printable(address);
            let error = Error::new(
                &usage::FACT_UNKNOWN,
                text!(
                    "no fact of a declaration: `{shown}`",
                    "keine Angabe einer Erklärung: `{shown}`"
                ),
            );
            let all: Vec<String> = question::addresses().collect();
            Err(match nearest(address, all.iter().map(String::as_str)) {
                Some(near) => error.help(text!("did you mean `{near}`?", "meinten Sie `{near}`?")),
                None => error.help(text!(
                    "like `gdpr.notice.channel` or `gdpr.sources[1].id`",
                    "wie `gdpr.notice.channel` oder `gdpr.sources[1].id`"
                )),
            }
            .into())
        }
        Err(slip) => Err(refused(slip, &usage::FACT_UNFIT).into()),
    }
}

fn refused(slip: Slip, code: &'static Code) -> Error {
    let mut error = Error::new(code, slip.message);
    error.help.extend(slip.help);
    match slip.place {
        None => error,
        Some(place) => error.at(place),
    }
}

/// Ids for all entries, and references that lead somewhere.
fn settled(answers: &mut Answers, code: &'static Code) -> Result<()> {
    let slips = answers.settle();
    match slips.is_empty() {
        true => Ok(()),
        false => Err(Errors(
            slips.into_iter().map(|s| refused(s, code)).collect(),
        )),
    }
}

/// What is written must be read without a word; else it is our slip, and it says where.
fn read_back(text: &str) -> Result<()> {
    let name = "declaration.beleg.toml";
    let (_, warnings) = resolve(Some((name, text)), None, &|_| None, CATALOGUE)?;
    match warnings.is_empty() {
        true => Ok(()),
        false => Err(Errors(warnings)),
    }
}

/// Entries of the source register for the values that the list has, the most frequent first. An entry that says
/// something else already, but neither its id nor its values, is the one of its place.
fn register(answers: &mut Answers, inventory: &Inventory) {
    let taken = |answers: &Answers, n: usize| {
        let says = |key| answers.knows(&format!("gdpr.sources[{n}].{key}"));
        says("id") || says("matches")
    };
    let mut ids: Vec<String> = Vec::new();
    let mut entry = 1;
    for value in &inventory.sources.named {
        while taken(answers, entry) {
            entry += 1;
        }
        let stem = package::slug(value, "source");
        let mut numbered = (1..).map(|n| match n {
            1 => stem.clone(),
            n => format!("{stem}-{n}"),
        });
        let Some(id) = numbered.find(|id| !ids.contains(id)) else {
            continue;
        };
        // a value with a semicolon would be read as two
        let matches = value.replace(';', ",");
        let _ = answers.say(&format!("gdpr.sources[{entry}].id"), &id, None);
        let _ = answers.say(&format!("gdpr.sources[{entry}].matches"), &matches, None);
        ids.push(id);
    }
}

/// That text of the list stands in the file now.
fn told(inventory: &Inventory, output: Option<&Path>, lang: Lang) -> String {
    let named = count(inventory.sources.named.len() as u64, lang);
    let left = count(inventory.sources.left as u64, lang);
    let how = if output.is_some() { " (0600)" } else { "" };
    match lang {
        Lang::En => format!(
            "note: values of the source column that stand in the declaration now: {named}{how}; too rare, or \
             perhaps about a person: {left}\n"
        ),
        Lang::De => format!(
            "Hinweis: Werte der Quellenspalte, die nun in der Erklärung stehen: {named}{how}; zu selten, oder \
             vielleicht über eine Person: {left}\n"
        ),
    }
}
