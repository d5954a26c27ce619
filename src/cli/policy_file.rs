//! Which policy a command works with: a shipped one by its name, or a file.

use std::path::Path;

use crate::base::code::{policy, usage};
use crate::base::error::{Error, Place, Result, nearest, printable};
use crate::base::file;
use crate::checks::CATALOGUE;
use crate::record::policy::{Policy, resolve};
use crate::text;

/// Bytes of a policy file that are read.
const LIMIT: u64 = 16 << 20;
/// The policy without `-p`.
pub const DEFAULT: &str = "eu-b2b";

/// A policy and the text that it was parsed from: that text is judged with, digested and packed.
#[derive(Clone)]
pub struct Chosen {
    #[cfg(feature = "engine")]
    pub text: String,
    pub policy: Policy,
}

/// Reads and tests the policy of this name, or of this file. What it extends is laid under it first.
///
/// # Errors
/// No shipped policy and no file of this name; all slips of its text.
pub fn choose(name: &str) -> Result<Chosen> {
    let (file, text) = resolved(name)?;
    let policy = Policy::parse(&file, &text, CATALOGUE).map_err(|mut errors| {
        if let (true, Some(last)) = (
            file != name && Policy::shipped(name).is_none(),
            errors.0.last_mut(),
        ) {
            let shown = printable(name);
            last.help.push(text!(
                "the lines are those of the resolved text: beleg policy show {shown} --toml",
                "die Zeilen sind die des aufgelösten Textes: beleg policy show {shown} --toml"
            ));
        }
        errors
    })?;
    Ok(Chosen {
        #[cfg(feature = "engine")]
        text,
        policy,
    })
}

/// The one text that a policy and what it extends make, and the name under which its slips are told.
///
/// # Errors
/// As [`choose`], slips of the text itself excepted.
pub fn resolved(name: &str) -> Result<(String, String)> {
    if let Some(text) = Policy::shipped(name) {
        return Ok((format!("{name} (shipped)"), text.to_owned()));
    }
    let text = read(name)?;
    let resolved = resolve(name, &text, &|base, by| {
        // a base stands beside the policy that names it
        let path = Path::new(by).parent().unwrap_or(Path::new("")).join(base);
        let path = path.display().to_string();
        let text = read(&path)?;
        Ok((path, text))
    })?;
    let file = match resolved == text {
        true => name.to_owned(),
        false => format!("{name} (resolved)"),
    };
    Ok((file, resolved))
}

fn read(name: &str) -> Result<String> {
    let path = Path::new(name);
    if !path.exists() && path.components().count() == 1 && path.extension().is_none() {
        let shown = printable(name);
        let error = Error::new(
            &usage::POLICY_UNKNOWN,
            text!("no policy `{shown}`", "kein Regelwerk `{shown}`"),
        );
        let names: Vec<&str> = Policy::shipped_names().collect();
        let all = names.join(", ");
        return Err(match nearest(name, names) {
            Some(near) => error.help(text!("did you mean `{near}`?", "meinten Sie `{near}`?")),
            None => error.help(text!(
                "shipped: {all}; or the path of a TOML file",
                "mitgeliefert: {all}; oder der Pfad einer TOML-Datei"
            )),
        }
        .into());
    }
    let bytes = file::read(path, LIMIT)?;
    String::from_utf8(bytes).map_err(|e| {
        let at = e.utf8_error().valid_up_to() as u64;
        let mut place = Place::file(printable(name));
        place.byte = Some(at);
        Error::new(&policy::SYNTAX, text!("not UTF-8", "kein UTF-8"))
            .at(place)
            .into()
    })
}
