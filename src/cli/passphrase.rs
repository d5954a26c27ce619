//! Passphrases: from a file, or typed on a terminal. Never from an argument or a variable.

use std::path::Path;

use zeroize::Zeroizing;

use super::Globals;
use crate::base::code::key;
use crate::base::error::{Error, printable};
use crate::base::file;
use crate::base::lang::Lang;
use crate::text;

/// Bytes of a passphrase file that are read.
const LIMIT: u64 = 4096;

/// The passphrase of the key at `address`: the first line of `file`, else typed.
///
/// # Errors
/// `passphrase-missing` if there is no file and nobody can be asked.
pub fn get(
    address: &str,
    file: Option<&Path>,
    globals: &Globals,
) -> Result<Zeroizing<String>, Error> {
    let shown = printable(address);
    if let Some(path) = file {
        let bytes = Zeroizing::new(file::read(path, LIMIT)?);
        let text = std::str::from_utf8(&bytes).map_err(|_| missing(&shown))?;
        let line = text.lines().next().unwrap_or_default();
        return Ok(Zeroizing::new(line.to_owned()));
    }
    if !globals.input {
        return Err(missing(&shown));
    }
    typed(&match globals.lang {
        Lang::En => format!("Passphrase of {shown}: "),
        Lang::De => format!("Passphrase von {shown}: "),
    })
    .ok_or_else(|| missing(&shown))
}

/// A new passphrase, typed twice.
///
/// # Errors
/// `passphrase-missing` if nobody can be asked, or both are not the same.
pub fn new(file: Option<&Path>, globals: &Globals) -> Result<Zeroizing<String>, Error> {
    let address = match globals.lang {
        Lang::En => "the new key",
        Lang::De => "dem neuen Schlüssel",
    };
    let first = get(address, file, globals)?;
    if file.is_some() {
        return Ok(first);
    }
    let again = typed(match globals.lang {
        Lang::En => "Once more: ",
        Lang::De => "Noch einmal: ",
    });
    match again {
        Some(second) if *second == *first => Ok(first),
        _ => Err(Error::new(
            &key::PASSPHRASE_MISSING,
            text!(
                "the two passphrases differ",
                "die beiden Passphrasen sind verschieden"
            ),
        )),
    }
}

fn typed(prompt: &str) -> Option<Zeroizing<String>> {
    rpassword::prompt_password(prompt).ok().map(Zeroizing::new)
}

fn missing(shown: &str) -> Error {
    Error::new(
        &key::PASSPHRASE_MISSING,
        text!("no passphrase for {shown}", "keine Passphrase für {shown}"),
    )
}
