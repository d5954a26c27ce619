//! Files are read up to a limit and written whole or not at all: a temporary name in the same directory, flushed,
//! renamed, never through a link.

pub mod draft;
pub mod folder;
mod stream;
mod unnamed;

use std::fs;
use std::io::{self, Read as _, Write as _};
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use super::code::output as code;
use super::digest::{Hasher, Sha256};
use super::error::{Error, Place};
use crate::text;

pub use stream::Stream;

/// Reads a whole file of at most `limit` bytes.
pub fn read(path: &Path, limit: u64) -> Result<Vec<u8>, Error> {
    let fail = |e: io::Error| read_error(path, &e);
    let file = fs::File::open(path).map_err(fail)?;
    let meta = file.metadata().map_err(fail)?;
    if meta.is_dir() {
        return Err(read_error(
            path,
            &io::Error::from(io::ErrorKind::IsADirectory),
        ));
    }
    let mut bytes = Vec::new();
    file.take(limit + 1).read_to_end(&mut bytes).map_err(fail)?;
    if bytes.len() as u64 > limit {
        return Err(Error::new(
            &code::FILE_TOO_LARGE,
            text!("larger than {limit} bytes", "größer als {limit} Byte"),
        )
        .at(Place::file(path.display().to_string())));
    }
    Ok(bytes)
}

/// Size and digest of a file of any size, read once in blocks.
pub fn digest(path: &Path) -> Result<(u64, Sha256), Error> {
    let fail = |e: io::Error| read_error(path, &e);
    let mut file = fs::File::open(path).map_err(fail)?;
    let mut hasher = Hasher::default();
    let (mut block, mut bytes) = (vec![0; 1 << 18], 0);
    loop {
        match file.read(&mut block).map_err(fail)? {
            0 => return Ok((bytes, hasher.finish())),
            n => {
                hasher.update(&block[..n]);
                bytes += n as u64;
            }
        }
    }
}

/// The error for a file that could not be read.
pub fn read_error(path: &Path, e: &io::Error) -> Error {
    let message = match e.kind() {
        io::ErrorKind::NotFound => text!("no such file", "keine solche Datei"),
        io::ErrorKind::PermissionDenied => text!("may not be read", "darf nicht gelesen werden"),
        io::ErrorKind::IsADirectory => {
            text!("is a folder, not a file", "ist ein Ordner, keine Datei")
        }
        _ => text!("could not be read", "konnte nicht gelesen werden"),
    };
    Error::new(&code::READ_FAILED, message).at(Place::file(path.display().to_string()))
}

/// How a file is written.
#[derive(Clone, Copy, Default)]
pub struct Write {
    /// Replace an existing file.
    pub force: bool,
    /// Only for the owner (0600): keys and everything with personal data.
    pub private: bool,
}

/// Writes a file whole or not at all.
pub fn write(path: &Path, bytes: &[u8], how: Write) -> Result<(), Error> {
    let mut stream = Stream::new(path, how)?;
    stream.write_all(bytes).map_err(|e| write_error(path, &e))?;
    stream.keep()
}

/// Refuses to write over a file that is read: inputs are never touched, whatever the options.
pub fn apart(output: &Path, inputs: &[&Path]) -> Result<(), Error> {
    let identity = |path: &Path| {
        let meta = fs::metadata(path).ok()?;
        Some((meta.dev(), meta.ino()))
    };
    let same = |input: &&Path| identity(output).is_some_and(|o| identity(input) == Some(o));
    if !inputs.iter().any(same) {
        return Ok(());
    }
    let message = text!(
        "the output is a file that is read",
        "die Ausgabe ist eine Datei, die gelesen wird"
    );
    Err(Error::new(&code::OUTPUT_IS_INPUT, message).at(Place::file(output.display().to_string())))
}

/// A temporary name in the folder of `path`.
pub fn beside(path: &Path) -> PathBuf {
    let name = path
        .file_name()
        .map(|n| n.to_string_lossy().into_owned())
        .unwrap_or_default();
    path.with_file_name(format!(".{name}.{}.tmp", std::process::id()))
}

/// Makes a rename in the folder of `path` durable.
pub fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path
        .parent()
        .filter(|p| !p.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    fs::File::open(folder)?.sync_all()
}

pub fn exists(path: &Path) -> Error {
    Error::new(
        &code::FILE_EXISTS,
        text!(
            "exists already, and is not replaced",
            "gibt es schon, und wird nicht ersetzt"
        ),
    )
    .at(Place::file(path.display().to_string()))
    .help(text!(
        "another name, or `--force`",
        "ein anderer Name, oder `--force`"
    ))
}

pub fn write_error(path: &Path, e: &io::Error) -> Error {
    let message = match e.kind() {
        io::ErrorKind::NotFound => text!("the folder does not exist", "den Ordner gibt es nicht"),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            text!("may not be written", "darf nicht geschrieben werden")
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            text!("the disk is full", "der Datenträger ist voll")
        }
        io::ErrorKind::InvalidInput => text!(
            "is a link or a folder, not a file",
            "ist eine Verknüpfung oder ein Ordner, keine Datei"
        ),
        _ => text!("could not be written", "konnte nicht geschrieben werden"),
    };
    Error::new(&code::WRITE_FAILED, message).at(Place::file(path.display().to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_replaced_without_force_and_nothing_is_left_behind() {
        let dir = std::env::temp_dir().join(format!("beleg-file-{}", std::process::id()));
        fs::create_dir_all(&dir).expect("folder");
        let path = dir.join("a.txt");
        write(&path, b"one", Write::default()).expect("first");
        assert_eq!(
            write(&path, b"two", Write::default())
                .expect_err("second")
                .code
                .id,
            "BEL-O002"
        );
        write(
            &path,
            b"two",
            Write {
                force: true,
                private: false,
            },
        )
        .expect("forced");
        assert_eq!(read(&path, 10).expect("read"), b"two");
        assert_eq!(read(&path, 2).expect_err("limit").code.id, "BEL-O004");
        assert_eq!(fs::read_dir(&dir).expect("list").count(), 1);
        fs::remove_dir_all(&dir).expect("clean");
    }
}
