//! The exit codes, in one table: help, `beleg explain exit-codes` and the manual are made from it.

use crate::base::lang::{Lang, Words};

/// Code, what it says, examples.
pub struct Exit {
    pub code: u8,
    pub meaning: Words,
    pub examples: Words,
}

pub static EXITS: [Exit; 5] = [
    Exit {
        code: 0,
        meaning: Words {
            en: "no objection, or with conditions; verified; done",
            de: "ohne Beanstandung oder nur mit Auflagen; geprüft; getan",
        },
        examples: Words {
            en: "`audit` with conditions; `verify` authentic and all expectations met",
            de: "`audit` mit Auflagen; `verify` echt und alle Erwartungen erfüllt",
        },
    },
    Exit {
        code: 1,
        meaning: Words {
            en: "not releasable; authentic, but an expectation is not met",
            de: "nicht freigabefähig; echt, aber eine Erwartung ist nicht erfüllt",
        },
        examples: Words {
            en: "`audit` rejected; `verify --expect` not reached; with `--fail-on conditional` also conditions",
            de: "`audit` nicht freigabefähig; `verify --expect` nicht erreicht; mit `--fail-on conditional` auch Auflagen",
        },
    },
    Exit {
        code: 2,
        meaning: Words {
            en: "could not run",
            de: "konnte nicht ausgeführt werden",
        },
        examples: Words {
            en: "usage, policy syntax, unreadable input, unbalanced ledger, full disk, internal error; `verify` without trust",
            de: "Aufruf, Regelwerk, unlesbare Eingabe, unausgeglichene Zeilenbilanz, voller Datenträger, interner Fehler; `verify` ohne Vertrauen",
        },
    },
    Exit {
        code: 3,
        meaning: Words {
            en: "not assessable",
            de: "nicht beurteilbar",
        },
        examples: Words {
            en: "a column, value or document that a blocker needs is missing; no row accepted or usable; no rows",
            de: "eine Spalte, ein Wert oder ein Dokument fehlt, ohne das ein Ausschluss nicht zu klären ist; keine Zeile angenommen oder verwendbar; keine Zeilen",
        },
    },
    Exit {
        code: 4,
        meaning: Words {
            en: "integrity",
            de: "Integrität",
        },
        examples: Words {
            en: "signature, digest, key, role, replay or list do not fit",
            de: "Signatur, Prüfsumme, Schlüssel, Rolle, Wiederholung oder Liste passen nicht",
        },
    },
];

/// The table as lines `0  meaning`.
pub fn table(lang: Lang) -> String {
    let title = match lang {
        Lang::En => "Exit codes:",
        Lang::De => "Exit-Codes:",
    };
    EXITS.iter().fold(title.to_owned(), |out, e| {
        format!("{out}\n  {}  {}", e.code, e.meaning.get(lang))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_their_positions_and_never_99() {
        for (i, e) in EXITS.iter().enumerate() {
            assert_eq!(usize::from(e.code), i);
        }
        assert_eq!(table(Lang::De).lines().count(), 6);
    }
}
