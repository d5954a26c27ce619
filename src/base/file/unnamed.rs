//! Files that have no name until they are whole: of a run that is killed nothing is left behind. Not every system and file
//! system has such a thing; there a temporary name has to do.

use std::fs::File;
use std::io;
use std::path::Path;

/// An empty file in the folder of `path`, with these permissions less the process's mask; none where there is no such
/// thing.
#[cfg(target_os = "linux")]
pub fn make(path: &Path, mode: u32) -> Option<File> {
    use rustix::fs::{Mode, OFlags, open};
    let folder = path.parent().filter(|f| !f.as_os_str().is_empty());
    let flags = OFlags::TMPFILE | OFlags::WRONLY | OFlags::CLOEXEC;
    let made = open(
        folder.unwrap_or(Path::new(".")),
        flags,
        Mode::from_raw_mode(mode),
    );
    Some(File::from(made.ok()?))
}

/// Names a file that [`make`] made.
///
/// # Errors
/// As a hard link: among others that the name is taken.
#[cfg(target_os = "linux")]
pub fn give_name(file: &File, path: &Path) -> io::Result<()> {
    use rustix::fs::{AtFlags, CWD, linkat};
    use std::os::fd::AsRawFd as _;
    // what is behind an open file without a name has no other path
    let open = format!("/proc/self/fd/{}", file.as_raw_fd());
    linkat(CWD, open, CWD, path, AtFlags::SYMLINK_FOLLOW).map_err(io::Error::from)
}

#[cfg(not(target_os = "linux"))]
pub fn make(_: &Path, _: u32) -> Option<File> {
    None
}

#[cfg(not(target_os = "linux"))]
pub fn give_name(_: &File, _: &Path) -> io::Result<()> {
    Ok(())
}
