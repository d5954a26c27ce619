//! `beleg classify`: addresses in, what they are out, one result per address and in the order of the input. Nothing is
//! kept: a million lines need no more memory than one.

use std::ffi::OsString;
use std::io::{self, BufReader, BufWriter, IsTerminal as _, Read, Write};
use std::path::PathBuf;

use super::{Format, Globals};
use crate::base::code::{output, reading, usage};
use crate::base::csv::record;
use crate::base::error::{Error, Result, printable};
use crate::base::lang::Lang;
use crate::checks;
use crate::data::contact::Contact;
use crate::data::mail::{Mail, Nature, Rule, Single, Syntax, Verdict, reference};
use crate::text;

/// Say what an e-mail address is: private or professional, person or function, and why
#[derive(clap::Args)]
#[command(
    after_help = "Nothing is asked over the network: the value and the tables that come with beleg decide. What is given \
is repeated on standard output and nowhere else.

DIR holds tables of your own, named and written like those of beleg (consumer_mail.tsv, role_words.tsv …, with their \
head). A line replaces the line of the same name, or is added; `!` and a name takes a line away.

Examples:
  beleg classify anna@gmx.de info@firma-beispiel.de
  beleg classify info@muster-bau-beispiel.de --name \"Anna Muster\" --company \"Muster Bau e.K.\"
  beleg classify --format csv - < addresses.txt > classes.csv"
)]
pub struct Args {
    /// Addresses; `-` or none: one per line from standard input
    #[arg(value_name = "ADDRESS|-")]
    addresses: Vec<OsString>,
    /// Who stands beside the address in the row; holds for all addresses given
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// The company that stands beside it
    #[arg(long, value_name = "NAME")]
    company: Option<String>,
    /// The company's website or domain
    #[arg(long, value_name = "URL")]
    website: Option<String>,
    #[command(flatten)]
    tables: Tables,
}

/// Tables beside those that come with beleg.
#[derive(clap::Args)]
#[group(skip)]
pub struct Tables {
    /// Tables that replace or extend those of beleg, line by line
    #[arg(
        long,
        value_name = "DIR",
        env = "BELEG_REFERENCE",
        hide_env_values = true
    )]
    reference: Option<PathBuf>,
    /// Further throw-away domains, one per line
    #[arg(
        long,
        value_name = "FILE",
        env = "BELEG_DISPOSABLE_LIST",
        hide_env_values = true
    )]
    disposable_list: Option<PathBuf>,
}

impl Tables {
    /// Takes them into account, and says what they were to a record.
    pub fn supply(&self) -> Result<Vec<&'static str>> {
        reference::supply(self.reference.as_deref(), self.disposable_list.as_deref())?;
        let all = reference::supplied();
        let replaced = all.iter().any(|t| t.replaces);
        let mut overrides = Vec::new();
        if !all.is_empty() {
            overrides.push("reference-added");
        }
        if replaced {
            overrides.push("reference-replaced");
        }
        Ok(overrides)
    }
}

impl Args {
    pub fn run(&self, globals: &Globals) -> Result<u8> {
        let piped = self.addresses.is_empty() || self.addresses.iter().any(|a| a == "-");
        if self.addresses.is_empty() && io::stdin().is_terminal() {
            let message = text!("no address is given", "es ist keine Adresse angegeben");
            return Err(Error::new(&usage::USAGE, message)
                .help(text!(
                    "give addresses, or `-` and one per line on standard input",
                    "geben Sie Adressen an, oder `-` und je Zeile eine über die Standardeingabe"
                ))
                .into());
        }
        self.tables.supply()?;
        for table in reference::supplied() {
            globals.note(&format!(
                "reference/{}: SHA-256 {}\n",
                table.name, table.sha256
            ));
        }
        let mut printer = Printer {
            out: BufWriter::with_capacity(1 << 16, io::stdout().lock()),
            single: Single::default(),
            contact: self.contact()?,
            format: globals.format,
            lang: globals.lang,
            alone: !piped && self.addresses.len() == 1,
            line: String::new(),
        };
        match printer.all(&self.addresses) {
            Ok(()) => Ok(0),
            // whoever closed the pipe has seen enough
            Err(Broken::Output(e)) if e.kind() == io::ErrorKind::BrokenPipe => Ok(0),
            Err(Broken::Output(_)) => Err(Error::new(
                &output::WRITE_FAILED,
                text!(
                    "standard output could not be written",
                    "die Standardausgabe war nicht zu schreiben"
                ),
            )
            .into()),
            Err(Broken::Input) => Err(Error::new(
                &reading::LIST_UNREADABLE,
                text!(
                    "standard input could not be read",
                    "die Standardeingabe war nicht zu lesen"
                ),
            )
            .into()),
        }
    }
}

impl Args {
    /// What the row says beside the address.
    fn contact(&self) -> Result<Option<Contact>> {
        let website = self.website.as_deref();
        if website.is_some_and(|text| !Contact::is_website(text)) {
            let message = text!(
                "`--website` is no web address",
                "`--website` ist keine Webadresse"
            );
            return Err(Error::new(&usage::USAGE, message)
                .help(text!(
                    "give it like `muster-bau-beispiel.de` or `https://muster-bau-beispiel.de`",
                    "geben Sie sie wie `muster-bau-beispiel.de` oder `https://muster-bau-beispiel.de` an"
                ))
                .into());
        }
        let (name, company) = (self.name.as_deref(), self.company.as_deref());
        Ok(Contact::new(name, company, website))
    }
}

enum Broken {
    Input,
    Output(io::Error),
}

impl From<io::Error> for Broken {
    fn from(e: io::Error) -> Self {
        Self::Output(e)
    }
}

/// Bytes of a line that are looked at and repeated; nothing so long is an address.
const LONGEST: usize = 2_000;

struct Printer<W: Write> {
    out: W,
    single: Single,
    contact: Option<Contact>,
    format: Format,
    lang: Lang,
    /// One address only: there is room for all about it.
    alone: bool,
    line: String,
}

impl<W: Write> Printer<W> {
    fn all(&mut self, addresses: &[OsString]) -> Result<(), Broken> {
        if self.format == Format::Csv {
            self.out.write_all(HEAD.as_bytes())?;
        }
        if addresses.is_empty() {
            self.lines(io::stdin().lock())?;
        }
        for address in addresses {
            if address == "-" {
                self.lines(io::stdin().lock())?;
            } else {
                self.one(address.as_encoded_bytes())?;
            }
        }
        Ok(self.out.flush()?)
    }

    fn lines(&mut self, input: impl Read) -> Result<(), Broken> {
        let mut input = BufReader::with_capacity(1 << 16, input);
        let mut line = Vec::new();
        let mut first = true;
        while next_line(&mut input, &mut line).map_err(|_| Broken::Input)? {
            if std::mem::take(&mut first) && line.starts_with(b"\xef\xbb\xbf") {
                line.drain(..3);
            }
            self.one(&line)?;
        }
        Ok(())
    }

    fn one(&mut self, bytes: &[u8]) -> Result<(), Broken> {
        let mut end = bytes.len().min(LONGEST);
        while end < bytes.len() && bytes[end] & 0xc0 == 0x80 && end > LONGEST - 4 {
            end -= 1;
        }
        let bytes = &bytes[..end];
        let text = String::from_utf8_lossy(bytes);
        let mut verdict = self.single.of(&text);
        if let Some(contact) = &self.contact {
            contact.add_to(&mut verdict, &text);
        }
        self.line.clear();
        match self.format {
            Format::Json => json(&mut self.line, &text, &verdict),
            Format::Csv => csv(&mut self.line, &text, &verdict),
            Format::Human if self.alone => block(&mut self.line, &text, &verdict, self.lang),
            _ => human(&mut self.line, &text, &verdict),
        }
        Ok(self.out.write_all(self.line.as_bytes())?)
    }
}

/// The next line without its end, cut after [`LONGEST`] bytes and a few; false at the end of the input.
fn next_line(input: &mut impl io::BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    line.clear();
    let mut any = false;
    loop {
        let chunk = match input.fill_buf() {
            Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
            chunk => chunk?,
        };
        if chunk.is_empty() {
            break;
        }
        any = true;
        let end = chunk.iter().position(|b| *b == b'\n');
        let part = &chunk[..end.unwrap_or(chunk.len())];
        let room = (LONGEST + 8).saturating_sub(line.len());
        line.extend_from_slice(part.get(..room).unwrap_or(part));
        let used = end.map_or(chunk.len(), |end| end + 1);
        input.consume(used);
        if end.is_some() {
            break;
        }
    }
    if line.last() == Some(&b'\r') {
        line.pop();
    }
    Ok(any)
}

/// The words of one verdict, as the checks and pages have them.
struct Words {
    syntax: &'static str,
    domain: &'static str,
    mailbox: &'static str,
    nature: &'static str,
}

fn word(check: &str, position: u8) -> &'static str {
    let check = checks::CATALOGUE.iter().find(|c| c.id == check);
    check
        .and_then(|c| c.bins.get(usize::from(position)).copied())
        .unwrap_or("illegible")
}

impl Words {
    fn of(mail: Mail, nature: Nature) -> Self {
        Self {
            syntax: match mail.syntax {
                Syntax::Placeholder | Syntax::Illegible => "invalid",
                syntax => word("mail-syntax", syntax as u8),
            },
            domain: word("mail-domain", mail.domain.class as u8),
            mailbox: word("mail-box", mail.mailbox as u8),
            nature: word("mail-nature", nature as u8),
        }
    }
}

/// Names of the fields; those after `table_row` say more than is asked for.
const FIELDS: [&str; 15] = [
    "email",
    "syntax",
    "domain_class",
    "mailbox_class",
    "nature",
    "flags",
    "rule",
    "table_row",
    "reason",
    "function",
    "mailbox_rule",
    "typo_of",
    "repaired_domain_class",
    "repaired_mailbox_class",
    "repaired_nature",
];

const HEAD: &str = "email,syntax,domain_class,mailbox_class,nature,flags,rule,table_row,reason,function,mailbox_rule,\
typo_of,repaired_domain_class,repaired_mailbox_class,repaired_nature\r\n";

/// Field by field; none = nothing to say.
fn fields(verdict: &Verdict) -> [Option<String>; 14] {
    let words = Words::of(verdict.mail, verdict.nature);
    let said = |word: &'static str| Some(word.to_owned());
    let rule = verdict.rule();
    let flags: Vec<&str> = verdict.flags.names().collect();
    let mended = verdict.repaired.as_deref();
    let mended = mended.map(|(_, v)| Words::of(v.mail, v.nature));
    let word = verdict.word;
    [
        said(words.syntax),
        said(words.domain),
        said(words.mailbox),
        said(words.nature),
        Some(flags.join(" ")),
        rule.map(Rule::name),
        rule.and_then(Rule::row),
        verdict.reason.map(str::to_owned),
        word.map(|w| w.cells::<3>()[2].to_owned()),
        word.map(|w| Rule::Line(w).name()),
        verdict.typo_of.map(str::to_owned),
        mended.as_ref().and_then(|w| said(w.domain)),
        mended.as_ref().and_then(|w| said(w.mailbox)),
        mended.as_ref().and_then(|w| said(w.nature)),
    ]
}

/// One object, one line. Fields that say more stand there only if there is something to say.
fn json(out: &mut String, text: &str, verdict: &Verdict) {
    let quoted = |text: &str| serde_json::to_string(text).unwrap_or_default();
    out.push_str("{\"email\":");
    out.push_str(&quoted(text));
    for (at, (name, value)) in FIELDS[1..].iter().zip(fields(verdict)).enumerate() {
        if at > 6 && value.is_none() {
            continue;
        }
        out.push_str(",\"");
        out.push_str(name);
        out.push_str("\":");
        match value {
            Some(flags) if *name == "flags" => {
                let flags: Vec<String> = flags.split_whitespace().map(quoted).collect();
                out.push('[');
                out.push_str(&flags.join(","));
                out.push(']');
            }
            Some(value) => out.push_str(&quoted(&value)),
            None => out.push_str("null"),
        }
    }
    out.push_str("}\n");
}

/// One record after RFC 4180; no address can run as a formula.
fn csv(out: &mut String, text: &str, verdict: &Verdict) {
    let values = fields(verdict);
    let values = values.iter().map(|v| v.as_deref().unwrap_or(""));
    record(std::iter::once(text).chain(values), false, out);
}

/// One line of several.
fn human(out: &mut String, text: &str, verdict: &Verdict) {
    let words = Words::of(verdict.mail, verdict.nature);
    let shown = printable(text);
    let room = 34usize.saturating_sub(unicode_width::UnicodeWidthStr::width(shown.as_str()));
    out.push_str(&shown);
    out.extend(std::iter::repeat_n(' ', room));
    let reason = verdict
        .reason
        .map(|r| format!(" ({r})"))
        .unwrap_or_default();
    let what = match verdict.mail.syntax {
        Syntax::Blank => words.syntax.to_owned(),
        s if s.is_address() => format!("{} · {} · {}", words.nature, words.domain, words.mailbox),
        _ => format!("{} · {}{reason}", words.nature, words.syntax),
    };
    out.push_str("  ");
    out.push_str(&what);
    for flag in verdict.flags.names() {
        out.push_str(" · ");
        out.push_str(flag);
    }
    out.push('\n');
}

/// All about one address.
fn block(out: &mut String, text: &str, verdict: &Verdict, lang: Lang) {
    let words = Words::of(verdict.mail, verdict.nature);
    out.push_str(&printable(text));
    out.push('\n');
    let mut line = |en: &str, de: &str, value: &str, why: &str| {
        let name = match lang {
            Lang::En => en,
            Lang::De => de,
        };
        let text = format!("  {name:<9}  {value:<21}  {why}");
        out.push_str(text.trim_end());
        out.push('\n');
    };
    let why = |rule: Option<Rule>| match rule {
        None => String::new(),
        Some(Rule::Default) => match lang {
            Lang::En => "in no table".to_owned(),
            Lang::De => "in keiner Tabelle".to_owned(),
        },
        Some(rule) => match rule.row() {
            Some(row) => format!("{}, {row}", rule.name()),
            None => rule.name(),
        },
    };
    line("nature", "Art", words.nature, "");
    line(
        "syntax",
        "Syntax",
        words.syntax,
        verdict.reason.unwrap_or(""),
    );
    line("domain", "Domain", words.domain, &why(verdict.domain_rule));
    line(
        "mailbox",
        "Postfach",
        words.mailbox,
        &why(verdict.word.map(Rule::Line)),
    );
    let flags: Vec<String> = verdict
        .flags
        .names()
        .map(|flag| match verdict.typo_of {
            Some(large) if flag.ends_with("_of") => format!("{flag} {large}"),
            _ => flag.to_owned(),
        })
        .collect();
    if !flags.is_empty() {
        line("flags", "Merkmale", &flags.join(" · "), "");
    }
    if let Some((mended, verdict)) = verdict.repaired.as_deref() {
        let words = Words::of(verdict.mail, verdict.nature);
        let what = format!(
            "{}: {} · {} · {}",
            printable(mended),
            words.nature,
            words.domain,
            words.mailbox
        );
        line("repaired", "berichtigt", &what, "");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(input: &[u8], format: Format) -> String {
        let mut printer = Printer {
            out: Vec::new(),
            single: Single::default(),
            contact: None,
            format,
            lang: Lang::En,
            alone: false,
            line: String::new(),
        };
        assert!(printer.lines(input).is_ok());
        String::from_utf8(printer.out).unwrap()
    }

    #[test]
    fn every_line_has_one_result() {
        let mut input = b"\xef\xbb\xbfanna@gmx.de\r\n\n\xffx@gmx.de\n".to_vec();
        input.extend(std::iter::repeat_n(b'a', 1 << 20));
        input.extend(b"@gmx.de\n\"a\x01,b\"@gmx.de");
        for format in [Format::Json, Format::Human] {
            assert_eq!(run(&input, format).lines().count(), 5);
        }
        let json = run(&input, Format::Json);
        for (line, syntax) in json
            .lines()
            .zip(["valid", "blank", "invalid", "invalid", "invalid"])
        {
            let value: serde_json::Value = serde_json::from_str(line).unwrap();
            assert_eq!(value["syntax"], syntax, "{line}");
        }
        assert!(json.len() < 8_000);
        assert_eq!(run(b"a,b@gmx.de\n", Format::Csv).matches(',').count(), 15);
    }

    #[test]
    fn the_head_names_the_fields() {
        assert_eq!(HEAD.trim_end(), FIELDS.join(","));
    }
}
