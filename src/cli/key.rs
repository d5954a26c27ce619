//! `beleg key`: make a signing key, show its public parts, name it.

use std::path::{Path, PathBuf};

use super::{Globals, passphrase};
use crate::base::error::{Error, Result};
use crate::base::file;
use crate::base::lang::Lang;
use crate::proof::keys::{FileSigner, PublicKey, Signer as _, open};

/// Make and show signing keys
#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(clap::Subcommand)]
enum Command {
    New(New),
    Show(Show),
    Fingerprint(Show),
}

/// Make a key: a private file for you alone, and its public half to hand out
#[derive(clap::Args)]
#[command(
    after_help = "The private key is PKCS#8 PEM, encrypted with a passphrase; openssl reads it too.

Example:
  beleg key new -o audit.pem"
)]
struct New {
    /// The private key (mode 0600); the public one is written beside it as *.pub.pem
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
    /// Leave the private key unencrypted
    #[arg(long, conflicts_with = "passphrase_file")]
    no_passphrase: bool,
    /// Take the passphrase from the first line of a file instead of asking
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

/// The public parts of a key, private or public: file, file:PATH or env:NAME
#[derive(clap::Args)]
#[command(after_help = "Examples:
  beleg key show audit.pub.pem
  beleg key fingerprint file:audit.pem")]
struct Show {
    /// The key
    #[arg(value_name = "FILE|ADDRESS")]
    key: String,
    /// Take the passphrase from the first line of a file instead of asking
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

impl Args {
    pub fn run(&self, globals: &Globals) -> Result<u8> {
        let text = match &self.command {
            Command::New(new) => new.run(globals)?,
            Command::Show(show) => {
                let key = show.public(globals)?;
                format!("{}{}\n", key.pem(), key.ssh_line())
            }
            Command::Fingerprint(show) => fingerprint(&show.public(globals)?),
        };
        globals.print(&text)?;
        Ok(0)
    }
}

impl New {
    fn run(&self, globals: &Globals) -> Result<String> {
        let public_path = public_path(&self.output);
        for path in [&self.output, &public_path] {
            if path.symlink_metadata().is_ok() {
                return Err(file::exists(path).into());
            }
        }
        let words = if self.no_passphrase {
            None
        } else {
            Some(passphrase::new(self.passphrase_file.as_deref(), globals)?)
        };
        let key = FileSigner::generate()?;
        let pem = key.pem(words.as_ref().map(|w| w.as_str()))?;
        let private = file::Write {
            force: false,
            private: true,
        };
        // the public half first: a failure after it leaves no secret behind
        let public = key.public().pem();
        file::write(&public_path, public.as_bytes(), file::Write::default())?;
        file::write(&self.output, pem.as_bytes(), private)?;
        let shown = |p: &Path| crate::base::error::printable(&p.display().to_string());
        let (secret, public) = (shown(&self.output), shown(&public_path));
        let print = fingerprint(key.public());
        Ok(match globals.lang {
            Lang::En => format!(
                "private  {secret}   keep it to yourself\npublic   {public}   hand it out\n{print}Tell the fingerprint to those who will verify, through another channel than the bundles.\n"
            ),
            Lang::De => format!(
                "privat      {secret}   behalten Sie ihn für sich\nöffentlich  {public}   geben Sie ihn weiter\n{print}Nennen Sie den Fingerabdruck denen, die prüfen werden, auf einem anderen Weg als die Bündel.\n"
            ),
        })
    }
}

impl Show {
    /// Reads a public key as it is, and of a private one only the public half.
    fn public(&self, globals: &Globals) -> Result<PublicKey, Error> {
        let path = self.key.strip_prefix("file:").unwrap_or(&self.key);
        if !self.key.starts_with("env:") {
            let bytes = file::read(Path::new(path), 16 * 1024)?;
            let text = String::from_utf8_lossy(&bytes);
            if !text.contains("PRIVATE KEY") {
                return PublicKey::parse(&text)
                    .map_err(|e| e.at(crate::base::error::Place::file(path)));
            }
        }
        let words =
            |address: &str| passphrase::get(address, self.passphrase_file.as_deref(), globals);
        open(&self.key, &words).map(|signer| signer.public().clone())
    }
}

fn fingerprint(key: &PublicKey) -> String {
    let print = key.fingerprint();
    format!("{print}\n{}\n", print.spoken())
}

/// `audit.pem` → `audit.pub.pem`, any other name with `.pub.pem` at its end.
fn public_path(private: &Path) -> PathBuf {
    let name = private
        .file_name()
        .map(|n| n.to_string_lossy().into_owned())
        .unwrap_or_default();
    let stem = name.strip_suffix(".pem").unwrap_or(&name);
    private.with_file_name(format!("{stem}.pub.pem"))
}
