//! A folder of personal data in the making. Whatever goes into it lies under a temporary name, for nobody but the owner,
//! until all of it is written and found right; what is not kept is gone.
//!
//! Where the system can, the files have no name at all until then, so that nothing is left of a run that is killed.

use std::cell::{Cell, RefCell};
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use super::{beside, exists, sync_folder, unnamed, write_error};
use crate::base::code::output;
use crate::base::error::{Error, Place};
use crate::text;

pub struct Draft {
    path: PathBuf,
    temporary: PathBuf,
    /// Whether the temporary folder is there.
    made: Cell<bool>,
    /// Files that have no name yet, by the names that they will have.
    unnamed: RefCell<Vec<(String, File)>>,
}

impl Draft {
    /// Refuses what may not become the folder at `path`: a file or a link, a folder that is not empty, unless its files may
    /// be replaced, and one in a folder that does not exist.
    ///
    /// # Errors
    /// BEL-O001, BEL-O002.
    pub fn free(path: &Path, force: bool) -> Result<(), Error> {
        let fail = |e: io::Error| write_error(path, &e);
        match fs::symlink_metadata(path) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => match path.parent() {
                Some(above) if !above.as_os_str().is_empty() => {
                    fs::metadata(above).map(|_| ()).map_err(fail)
                }
                _ => Ok(()),
            },
            Err(e) => Err(fail(e)),
            Ok(meta) if !meta.is_dir() => Err(Error::new(
                &output::WRITE_FAILED,
                text!(
                    "is a file or a link, not a folder",
                    "ist eine Datei oder eine Verknüpfung, kein Ordner"
                ),
            )
            .at(Place::file(path.display().to_string()))),
            Ok(_) if force => Ok(()),
            Ok(_) => match fs::read_dir(path).map_err(fail)?.next() {
                Some(_) => Err(exists(path)),
                None => Ok(()),
            },
        }
    }

    /// A folder in the making; nothing is there before it is needed.
    pub fn new(path: &Path) -> Self {
        Self {
            path: path.to_owned(),
            temporary: beside(path),
            made: Cell::new(false),
            unnamed: RefCell::default(),
        }
    }

    /// The temporary folder (0700), beside the one that it will be.
    fn folder(&self) -> io::Result<&Path> {
        if !self.made.get() {
            DirBuilder::new().mode(0o700).create(&self.temporary)?;
            self.made.set(true);
        }
        Ok(&self.temporary)
    }

    /// Where the folder will be.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// A new file in it (0600).
    pub fn file(&self, name: &str) -> Result<File, Error> {
        let fail = |e: io::Error| write_error(&self.path.join(name), &e);
        if let Some(file) = unnamed::make(&self.path, 0o600) {
            let kept = file.try_clone().map_err(fail)?;
            self.unnamed.borrow_mut().push((name.to_owned(), kept));
            return Ok(file);
        }
        OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(self.folder().map_err(fail)?.join(name))
            .map_err(fail)
    }

    /// Makes it the folder at its path. Of an earlier folder, files of which `ours` says that they may be replaced are
    /// removed first, so that nothing old stands beside the new; all others stay.
    pub fn keep(self, ours: impl Fn(&str) -> bool) -> Result<(), Error> {
        self.rename(ours).map_err(|e| write_error(&self.path, &e))
    }

    fn rename(&self, ours: impl Fn(&str) -> bool) -> io::Result<()> {
        // before anything has a name: what follows is quick, so that hardly a run is ever ended in it
        for (_, file) in self.unnamed.borrow().iter() {
            file.sync_all()?;
        }
        let folder = self.folder()?;
        for (name, file) in self.unnamed.borrow().iter() {
            unnamed::give_name(file, &folder.join(name))?;
        }
        let files = names(folder)?;
        for name in &files {
            File::open(self.temporary.join(name))?.sync_all()?;
        }
        let earlier = match names(&self.path) {
            Err(e) if e.kind() == io::ErrorKind::NotFound => Vec::new(),
            names => names?,
        };
        if earlier.is_empty() {
            // onto nothing, or onto an empty folder
            fs::rename(&self.temporary, &self.path)?;
            return sync_folder(&self.path);
        }
        for name in earlier.iter().filter(|n| ours(n)) {
            fs::remove_file(self.path.join(name))?;
        }
        for name in &files {
            fs::rename(self.temporary.join(name), self.path.join(name))?;
        }
        File::open(&self.path)?.sync_all()
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if self.made.get() {
            let _ = fs::remove_dir_all(&self.temporary);
        }
    }
}

/// Names of the entries of a folder, sorted; those that are no UTF-8 are none of ours.
fn names(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        names.extend(entry?.file_name().into_string());
    }
    names.sort();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    fn place(name: &str) -> PathBuf {
        let path = std::env::temp_dir().join(format!("beleg-draft-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        path
    }

    fn write(path: &Path, names: &[&str]) -> Draft {
        let draft = Draft::new(path);
        for name in names {
            let mut file = draft.file(name).expect("a file");
            file.write_all(name.as_bytes()).expect("written");
        }
        draft
    }

    #[test]
    fn what_is_kept_is_whole_and_private_and_what_is_not_is_gone() {
        let path = place("kept");
        let draft = write(&path, &["a.csv"]);
        // where files can be without a name, nothing shows before all are kept
        let unnamed = unnamed::make(&path, 0o600).is_some();
        assert_eq!(beside(&path).exists(), !unnamed);
        drop(draft);
        assert!(!path.exists() && !beside(&path).exists());
        write(&path, &["a.csv", "b.csv"])
            .keep(|_| false)
            .expect("kept");
        assert!(!beside(&path).exists());
        let mode = |p: &Path| fs::metadata(p).expect("there").permissions().mode() & 0o777;
        assert_eq!((mode(&path), mode(&path.join("a.csv"))), (0o700, 0o600));
        assert_eq!(
            Draft::free(&path, false).expect_err("full").code.id,
            "BEL-O002"
        );
        assert_eq!(
            Draft::free(&path.join("a.csv"), true)
                .expect_err("a file")
                .code
                .id,
            "BEL-O001"
        );
        fs::remove_dir_all(&path).expect("clean");
    }

    #[test]
    fn nothing_old_of_ours_stands_beside_the_new() {
        let path = place("forced");
        write(&path, &["a.csv", "b.csv"])
            .keep(|_| false)
            .expect("kept");
        fs::write(path.join("notes.txt"), "mine").expect("a note");
        Draft::free(&path, true).expect("forced");
        write(&path, &["a.csv", "c.csv"])
            .keep(|n| n.ends_with(".csv"))
            .expect("replaced");
        assert_eq!(
            names(&path).expect("names"),
            ["a.csv", "c.csv", "notes.txt"]
        );
        assert!(!beside(&path).exists());
        fs::remove_dir_all(&path).expect("clean");
    }

    #[test]
    fn an_empty_folder_is_taken() {
        let path = place("empty");
        fs::create_dir(&path).expect("a folder");
        Draft::free(&path, false).expect("empty");
        write(&path, &["a.csv"]).keep(|_| false).expect("kept");
        assert_eq!(names(&path).expect("names"), ["a.csv"]);
        fs::remove_dir_all(&path).expect("clean");
    }
}
