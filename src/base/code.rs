//! The closed list of error codes. A code is never reused; it decides the exit class, the title and the page that
//! `beleg explain CODE` shows. One file per area, so that a code stands beside its family.

pub mod dossier;
pub mod internal;
pub mod key;
pub mod mapping;
pub mod output;
pub mod policy;
pub mod reading;
pub mod usage;
pub mod verify;

use super::lang::Words;

/// One entry of the closed list.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// `BEL-` + area + number.
    pub id: &'static str,
    /// Stable kebab-case name; for verification the name that scripts read.
    pub name: &'static str,
    /// Exit class: 1 an expectation is not met, 2 could not run, 4 integrity.
    pub exit: u8,
    /// A few words.
    pub title: Words,
    /// What it means and what did not happen.
    pub meaning: Words,
    /// What to do.
    pub fix: Words,
}

/// Declares the codes of one area, in order, and their table `ALL`.
macro_rules! codes {
    ($($ident:ident $id:literal $name:literal $exit:literal
        en $ten:literal, $men:literal, $fen:literal;
        de $tde:literal, $mde:literal, $fde:literal;)*) => {
        $(pub static $ident: $crate::base::code::Code = $crate::base::code::Code {
            id: $id,
            name: $name,
            exit: $exit,
            title: $crate::base::lang::Words { en: $ten, de: $tde },
            meaning: $crate::base::lang::Words { en: $men, de: $mde },
            fix: $crate::base::lang::Words { en: $fen, de: $fde },
        };)*
        pub static ALL: &[&$crate::base::code::Code] = &[$(&$ident),*];
    };
}
pub(crate) use codes;

/// Every code, by area.
pub fn all() -> impl Iterator<Item = &'static Code> {
    [
        usage::ALL,
        policy::ALL,
        dossier::ALL,
        mapping::ALL,
        reading::ALL,
        key::ALL,
        verify::ALL,
        output::ALL,
        internal::ALL,
    ]
    .into_iter()
    .flatten()
    .copied()
}

/// The code with this id (`BEL-P012`) or name (`list-differs`).
pub fn find(topic: &str) -> Option<&'static Code> {
    all().find(|c| c.id.eq_ignore_ascii_case(topic) || c.name == topic)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    #[test]
    fn ids_and_names_are_unique_and_well_formed() {
        let (mut ids, mut names) = (HashSet::new(), HashSet::new());
        for c in super::all() {
            assert!(ids.insert(c.id), "{} twice", c.id);
            assert!(names.insert(c.name), "{} twice", c.name);
            assert!(c.id.len() == 8 && c.id.starts_with("BEL-"), "{}", c.id);
            assert!(matches!(c.exit, 1 | 2 | 4), "{}", c.id);
            for w in [c.title, c.meaning, c.fix] {
                assert!(
                    !w.en.is_empty() && !w.de.is_empty() && w.en != w.de,
                    "{}",
                    c.id
                );
            }
        }
    }
}
