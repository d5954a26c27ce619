//! What is remarkable about one address beside its classes, seen from the value alone.

use super::domain::Class;
use super::mailbox;
use super::tables::DOMAINS;
use super::{Mail, Mailbox};

/// A set of flags, by position in [`NAMES`].
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Flags(u16);

impl Flags {
    pub const PLUS_TAG: Self = Self(1);
    pub const LONG_LOCAL: Self = Self(1 << 1);
    pub const IDN: Self = Self(1 << 2);
    pub const MIXED_SCRIPT: Self = Self(1 << 3);
    pub const BUSINESS_USE: Self = Self(1 << 4);
    pub const ROLE_WORD: Self = Self(1 << 5);
    pub const TYPO: Self = Self(1 << 6);
    pub const IMPOSSIBLE: Self = Self(1 << 7);

    pub fn has(self, flag: Self) -> bool {
        self.0 & flag.0 != 0
    }

    pub fn set(&mut self, flag: Self, so: bool) {
        if so {
            self.0 |= flag.0;
        }
    }

    /// The words of those that are set, in their order.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        let set = move |(at, name): (usize, &'static str)| (self.0 >> at & 1 == 1).then_some(name);
        NAMES.into_iter().enumerate().filter_map(set)
    }
}

/// The words, by position.
pub const NAMES: [&str; 8] = [
    "plus_tag",
    "long_local",
    "idn",
    "mixed_script",
    "business_use_of_consumer_mailbox",
    "role_word",
    "suspected_typo_of",
    "impossible_for_provider",
];

/// The flags of one address. `host` is its domain in lower case and ASCII; `tidy` the tidied local part.
pub fn of(mail: Mail, text: &str, host: &str, tidy: &str) -> Flags {
    let mut flags = Flags::default();
    let Some(local) = mail.local(text) else {
        return flags;
    };
    let class = mail.domain.class;
    flags.set(Flags::PLUS_TAG, local.find('+').is_some_and(|at| at > 0));
    flags.set(Flags::LONG_LOCAL, local.len() > 64);
    let coded = host.split('.').any(|l| l.starts_with("xn--"));
    flags.set(Flags::IDN, coded);
    let labels = |text: &str| text.split('.').any(mixes_scripts);
    let mixed = labels(local) || (coded && labels(&idna::domain_to_unicode(host).0));
    flags.set(Flags::MIXED_SCRIPT, mixed);
    let word = mail.mailbox == Mailbox::Named && mailbox::has_function_word(tidy);
    flags.set(Flags::BUSINESS_USE, word && class.is_consumer());
    flags.set(Flags::ROLE_WORD, word && !class.is_consumer());
    // others list slips as throw-away domains
    let listed = || DOMAINS.disposable.get(host).is_some_and(Option::is_none);
    let unknown = match class {
        Class::Organisation | Class::NoSuchTld => true,
        Class::Disposable => listed(),
        _ => false,
    };
    flags.set(Flags::TYPO, unknown && typo_of(host).is_some());
    flags.set(Flags::IMPOSSIBLE, is_impossible(local, host));
    flags
}

/// Scripts that share letters of one look.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Greek,
    Cyrillic,
    Armenian,
}

fn script(c: char) -> Option<Script> {
    Some(match c {
        'a'..='z' | 'A'..='Z' | 'ª' | 'º' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => {
            Script::Latin
        }
        '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Script::Greek,
        '\u{400}'..='\u{52f}' => Script::Cyrillic,
        '\u{531}'..='\u{58f}' => Script::Armenian,
        _ => return None,
    })
}

/// Letters of several scripts in one label look like a word that they are not.
fn mixes_scripts(label: &str) -> bool {
    if label.is_ascii() {
        return false;
    }
    let mut scripts = label.chars().filter_map(script);
    let first = scripts.next();
    scripts.any(|s| Some(s) != first)
}

/// The largest consumer domains, which are mistyped most.
const LARGEST: [&str; 40] = [
    "abv.bg",
    "aol.com",
    "arcor.de",
    "bigpond.com",
    "bluewin.ch",
    "btinternet.com",
    "centrum.cz",
    "citromail.hu",
    "email.cz",
    "freemail.hu",
    "freenet.de",
    "gmail.com",
    "gmx.at",
    "gmx.ch",
    "gmx.de",
    "gmx.net",
    "googlemail.com",
    "hotmail.co.uk",
    "hotmail.com",
    "hotmail.de",
    "hotmail.fr",
    "hotmail.it",
    "icloud.com",
    "interia.pl",
    "laposte.net",
    "libero.it",
    "live.com",
    "orange.fr",
    "outlook.com",
    "outlook.de",
    "seznam.cz",
    "t-online.de",
    "telenet.be",
    "virgilio.it",
    "wanadoo.fr",
    "web.de",
    "yahoo.co.uk",
    "yahoo.com",
    "yahoo.de",
    "yahoo.fr",
];

/// The large consumer domain that a host is one slip away from; never for a host that stands in a table.
pub fn typo_of(host: &str) -> Option<&'static str> {
    if host.len() < 5 || host.len() > 16 || DOMAINS.consumer.contains_key(host) {
        return None;
    }
    let (name, top) = host.split_once('.')?;
    LARGEST.into_iter().find(|large| {
        let Some((large_name, large_top)) = large.split_once('.') else {
            return false;
        };
        if strsim::osa_distance(host, large) != 1 {
            return false;
        }
        if name == large_name {
            // another ending is another provider, unless it does not exist or is what is left of .com
            let known = psl::suffix(host.as_bytes()).is_some_and(|s| s.is_known());
            !known || (large_top == "com" && matches!(top, "co" | "cm" | "om"))
        } else {
            // short names are near to many others
            large_name.len() >= 5
        }
    })
}

/// Whether the provider's own rules never allowed such a name. Only rules that held at all times.
fn is_impossible(local: &str, host: &str) -> bool {
    let base = local.split('+').next().unwrap_or(local);
    let all = |fine: &dyn Fn(u8) -> bool| base.bytes().all(fine);
    let common = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-');
    match host {
        "gmail.com" | "googlemail.com" => {
            let letters = base.bytes().filter(|b| *b != b'.').count();
            !all(&|b| b.is_ascii_alphanumeric() || b == b'.') || !(6..=30).contains(&letters)
        }
        "icloud.com" | "me.com" | "mac.com" => !all(&common) || !(3..=32).contains(&base.len()),
        "gmx.de" | "gmx.net" | "gmx.at" | "gmx.ch" | "web.de" => {
            !all(&common) || !(2..=40).contains(&base.len())
        }
        _ if host.starts_with("yahoo.") || matches!(host, "ymail.com" | "rocketmail.com") => {
            !all(&common) || !(2..=64).contains(&base.len())
        }
        "outlook.com" | "hotmail.com" | "live.com" | "msn.com" | "outlook.de" | "hotmail.de"
        | "hotmail.fr" | "outlook.fr" | "hotmail.it" | "hotmail.co.uk" => !all(&common),
        "aol.com" | "aol.de" => !all(&common) || !(3..=32).contains(&base.len()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_are_known() {
        for domain in LARGEST {
            assert!(DOMAINS.consumer.contains_key(domain), "{domain}");
        }
    }

    #[test]
    fn slips_of_the_large_ones() {
        for (host, want) in [
            ("gmial.com", Some("gmail.com")),
            ("gmail.co", Some("gmail.com")),
            ("gmail.con", Some("gmail.com")),
            ("hotmial.com", Some("hotmail.com")),
            ("t-onlin.de", Some("t-online.de")),
            ("gmx.dee", Some("gmx.de")),
            ("gmail.com", None),
            ("web.dk", None),
            ("gmc.de", None),
            ("orange.fi", None),
            ("firma-beispiel.de", None),
        ] {
            assert_eq!(typo_of(host), want, "{host}");
        }
    }

    #[test]
    fn names_that_no_provider_gave() {
        for (local, host, want) in [
            ("anna", "gmail.com", true),
            ("anna_muster", "gmail.com", true),
            ("a.n.n.a.m.u", "gmail.com", false),
            ("anna.muster+x_y", "gmail.com", false),
            ("anna_muster", "yahoo.de", false),
            ("anna&muster", "yahoo.de", true),
            ("o'neill", "hotmail.com", true),
            ("anna", "firma-beispiel.de", false),
        ] {
            assert_eq!(is_impossible(local, host), want, "{local} {host}");
        }
    }

    #[test]
    fn scripts() {
        assert!(mixes_scripts("pаypal"));
        assert!(!mixes_scripts("müller"));
        assert!(!mixes_scripts("пример"));
        assert!(!mixes_scripts("日本shop"));
    }
}
