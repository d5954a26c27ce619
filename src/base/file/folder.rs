//! Folders that came from somebody else: nothing in them is followed, waited for or read without bound. And folders
//! that we write: whole, or not at all.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use rustix::fs::{Dir, FileType, Mode, OFlags, fstat, open, openat};

use super::{beside, exists, read_error, sync_folder, write_error};
use crate::base::error::Error;

/// Bounds of what is read.
#[derive(Clone, Copy)]
pub struct Limits {
    pub files: usize,
    pub file: u64,
    pub total: u64,
}

/// Why a folder is not read.
pub enum Flaw {
    Unreadable(Box<Error>),
    /// A link, device, pipe or socket.
    NotAFile(String),
    TooMany,
    TooLarge(String),
    /// A name that is no UTF-8.
    Name,
}

/// Files by path, as the folder and its sub-folders hold them. A folder further down, or one without a file, stands as
/// its path with a slash at the end and no bytes. Each file is opened once, and what was opened is what is read.
pub fn read(path: &Path, limits: Limits) -> Result<BTreeMap<String, Vec<u8>>, Flaw> {
    let fail = |e: rustix::io::Errno| Flaw::Unreadable(Box::new(read_error(path, &e.into())));
    let flags = OFlags::DIRECTORY | OFlags::RDONLY | OFlags::CLOEXEC;
    let root = open(path, flags, Mode::empty()).map_err(fail)?;
    let mut reader = Reader {
        limits,
        total: 0,
        files: BTreeMap::new(),
    };
    reader.folder(&root, "", &fail)?;
    Ok(reader.files)
}

struct Reader {
    limits: Limits,
    total: u64,
    files: BTreeMap<String, Vec<u8>>,
}

impl Reader {
    fn folder(
        &mut self,
        folder: &OwnedFd,
        prefix: &str,
        fail: &dyn Fn(rustix::io::Errno) -> Flaw,
    ) -> Result<(), Flaw> {
        let before = self.files.len();
        let mut names = Vec::new();
        for entry in Dir::read_from(folder).map_err(fail)? {
            let entry = entry.map_err(fail)?;
            let name = entry.file_name().to_bytes();
            if name == b"." || name == b".." {
                continue;
            }
            names.push(
                std::str::from_utf8(name)
                    .map_err(|_| Flaw::Name)?
                    .to_owned(),
            );
            if self.files.len() + names.len() > self.limits.files + 3 {
                return Err(Flaw::TooMany);
            }
        }
        names.sort();
        for name in names {
            let path = format!("{prefix}{name}");
            // a link refuses to open; a pipe opens at once and is no regular file
            let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::RDONLY | OFlags::CLOEXEC;
            let opened = openat(
                folder,
                OsStr::from_bytes(name.as_bytes()),
                flags,
                Mode::empty(),
            );
            let handle = match opened {
                Ok(h) => h,
                // ELOOP: a link; ENXIO: a socket or a device without driver
                Err(rustix::io::Errno::LOOP | rustix::io::Errno::NXIO) => {
                    return Err(Flaw::NotAFile(path));
                }
                Err(e) => return Err(fail(e)),
            };
            let kind = FileType::from_raw_mode(fstat(&handle).map_err(fail)?.st_mode);
            match kind {
                FileType::RegularFile => self.file(handle, path, fail)?,
                FileType::Directory if prefix.is_empty() => {
                    self.folder(&handle, &format!("{path}/"), fail)?;
                }
                FileType::Directory => {
                    self.files.insert(format!("{path}/"), Vec::new());
                }
                _ => return Err(Flaw::NotAFile(path)),
            }
        }
        if self.files.len() == before && !prefix.is_empty() {
            self.files.insert(prefix.to_owned(), Vec::new());
        }
        Ok(())
    }

    fn file(
        &mut self,
        handle: OwnedFd,
        path: String,
        fail: &dyn Fn(rustix::io::Errno) -> Flaw,
    ) -> Result<(), Flaw> {
        if self.files.len() >= self.limits.files {
            return Err(Flaw::TooMany);
        }
        let mut bytes = Vec::new();
        File::from(handle)
            .take(self.limits.file + 1)
            .read_to_end(&mut bytes)
            .map_err(|e| {
                fail(rustix::io::Errno::from_io_error(&e).unwrap_or(rustix::io::Errno::IO))
            })?;
        self.total += bytes.len() as u64;
        if bytes.len() as u64 > self.limits.file || self.total > self.limits.total {
            return Err(Flaw::TooLarge(path));
        }
        self.files.insert(path, bytes);
        Ok(())
    }
}

/// Writes a new folder: under a temporary name beside it, flushed, renamed.
pub fn write(path: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), Error> {
    if fs::symlink_metadata(path).is_ok() {
        return Err(exists(path));
    }
    let temporary = beside(path);
    let result = fill(&temporary, files).and_then(|()| {
        // renaming onto an empty folder that appeared meanwhile would succeed; onto a full one it fails
        fs::rename(&temporary, path)?;
        sync_folder(path)
    });
    result.map_err(|e| {
        let _ = fs::remove_dir_all(&temporary);
        write_error(path, &e)
    })
}

fn fill(folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> io::Result<()> {
    fs::create_dir(folder)?;
    for (name, bytes) in files {
        let path = folder.join(name);
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        let mut file = fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o644)
            .open(&path)?;
        file.write_all(bytes)?;
        file.sync_all()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: Limits = Limits {
        files: 4,
        file: 10,
        total: 25,
    };

    fn place(name: &str) -> std::path::PathBuf {
        let path = std::env::temp_dir().join(format!("beleg-folder-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        path
    }

    fn files(list: &[(&str, usize)]) -> BTreeMap<String, Vec<u8>> {
        list.iter()
            .map(|(p, n)| ((*p).to_owned(), vec![b'x'; *n]))
            .collect()
    }

    #[test]
    fn what_is_written_reads_back_and_is_never_replaced() {
        let path = place("good");
        let good = files(&[("a", 1), ("d/b", 10), ("d/c", 0)]);
        write(&path, &good).expect("written");
        assert!(read(&path, SMALL).is_ok_and(|f| f == good));
        assert_eq!(write(&path, &good).expect_err("exists").code.id, "BEL-O002");
        fs::create_dir_all(path.join("e/deep/er")).expect("folders");
        fs::create_dir_all(path.join("empty")).expect("folder");
        let more = read(&path, SMALL).map_err(|_| "refused").expect("read");
        assert!(more.contains_key("e/deep/") && more.contains_key("empty/"));
        fs::remove_dir_all(&path).expect("clean");
    }

    #[test]
    fn limits_links_and_pipes_end_the_reading() {
        let path = place("bad");
        for (list, expect) in [
            (&[("a", 11)][..], "large"),
            (&[("a", 9), ("b", 9), ("c", 9)], "large"),
            (&[("a", 1), ("b", 1), ("c", 1), ("d", 1), ("e", 1)], "many"),
        ] {
            write(&path, &files(list)).expect("written");
            let got = match read(&path, SMALL) {
                Err(Flaw::TooLarge(_)) => "large",
                Err(Flaw::TooMany) => "many",
                _ => "other",
            };
            assert_eq!(got, expect);
            fs::remove_dir_all(&path).expect("clean");
        }
        write(&path, &files(&[("d/a", 1)])).expect("written");
        std::os::unix::fs::symlink("d/a", path.join("link")).expect("link");
        assert!(matches!(read(&path, SMALL), Err(Flaw::NotAFile(p)) if p == "link"));
        fs::remove_file(path.join("link")).expect("removed");
        std::os::unix::fs::symlink("d", path.join("folder")).expect("link");
        assert!(matches!(read(&path, SMALL), Err(Flaw::NotAFile(p)) if p == "folder"));
        fs::remove_file(path.join("folder")).expect("removed");
        let socket = std::os::unix::net::UnixListener::bind(path.join("s")).expect("socket");
        assert!(matches!(read(&path, SMALL), Err(Flaw::NotAFile(p)) if p == "s"));
        drop(socket);
        fs::remove_file(path.join("s")).expect("removed");
        rustix::fs::mknodat(
            rustix::fs::CWD,
            path.join("pipe"),
            FileType::Fifo,
            Mode::from_raw_mode(0o644),
            0,
        )
        .expect("a pipe");
        assert!(matches!(read(&path, SMALL), Err(Flaw::NotAFile(p)) if p == "pipe"));
        fs::remove_dir_all(&path).expect("clean");
    }
}
