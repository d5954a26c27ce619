//! A file written piece by piece: without a name, or under a temporary one, until it is whole; what is not kept is gone.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use super::{Write, beside, exists, sync_folder, unnamed, write_error};
use crate::base::error::Error;

pub struct Stream {
    path: PathBuf,
    temporary: PathBuf,
    /// Whether the file has its temporary name.
    named: bool,
    file: BufWriter<File>,
    how: Write,
}

impl Stream {
    /// # Errors
    /// There is a file at `path` that may not be replaced, or a link or folder; the folder cannot be written.
    pub fn new(path: &Path, how: Write) -> Result<Self, Error> {
        let fail = |e: io::Error| write_error(path, &e);
        if let Ok(meta) = fs::symlink_metadata(path) {
            if meta.is_symlink() || meta.is_dir() {
                return Err(fail(io::Error::from(io::ErrorKind::InvalidInput)));
            }
            if !how.force {
                return Err(exists(path));
            }
        }
        let temporary = beside(path);
        let mode = if how.private { 0o600 } else { 0o644 };
        let unnamed = unnamed::make(path, mode);
        let named = unnamed.is_none();
        let file = match unnamed {
            Some(file) => file,
            None => fs::OpenOptions::new()
                .write(true)
                .create_new(true)
                .mode(mode)
                .open(&temporary)
                .map_err(fail)?,
        };
        Ok(Self {
            path: path.to_owned(),
            temporary,
            named,
            file: BufWriter::with_capacity(1 << 18, file),
            how,
        })
    }

    /// Makes it the file at its path.
    pub fn keep(mut self) -> Result<(), Error> {
        self.rename().map_err(|e| match e.kind() {
            io::ErrorKind::AlreadyExists => exists(&self.path),
            _ => write_error(&self.path, &e),
        })
    }

    /// The same, unless writing failed before.
    pub fn keep_unless(self, broken: Option<io::Error>) -> Result<(), Error> {
        match broken {
            Some(e) => Err(write_error(&self.path, &e)),
            None => self.keep(),
        }
    }

    fn rename(&mut self) -> io::Result<()> {
        self.file.flush()?;
        self.file.get_ref().sync_all()?;
        if !self.named {
            unnamed::give_name(self.file.get_ref(), &self.temporary)?;
            self.named = true;
        }
        if self.how.force {
            fs::rename(&self.temporary, &self.path)?;
        } else {
            fs::hard_link(&self.temporary, &self.path)?;
        }
        sync_folder(&self.path)
    }
}

impl io::Write for Stream {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for Stream {
    fn drop(&mut self) {
        if self.named {
            let _ = fs::remove_file(&self.temporary);
        }
    }
}
