//! What is remarkable about one address beside its classes. Most of it is seen from the value alone, and of that most is
//! the domain's and worked out once per domain; `data::mail_flags` adds what the row shows.

use super::Mail;
use super::domain::Rule;
use super::mailbox::Mailbox;
use super::tables::DOMAINS;

/// A set of flags, by position in [`NAMES`].
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Flags(u16);

impl Flags {
    pub const NONE: Self = Self(0);
    pub const PLUS_TAG: Self = Self(1);
    pub const LONG_LOCAL: Self = Self(1 << 1);
    pub const IDN: Self = Self(1 << 2);
    pub const MIXED_SCRIPT: Self = Self(1 << 3);
    pub const PERSON_DOMAIN: Self = Self(1 << 4);
    pub const TRADER: Self = Self(1 << 5);
    pub const BUSINESS_USE: Self = Self(1 << 6);
    pub const ROLE_WORD: Self = Self(1 << 7);
    pub const NAME_MISMATCH: Self = Self(1 << 8);
    pub const DOMAIN_MISMATCH: Self = Self(1 << 9);
    pub const TYPO: Self = Self(1 << 10);
    pub const IMPOSSIBLE: Self = Self(1 << 11);

    pub fn has(self, flag: Self) -> bool {
        self.0 & flag.0 != 0
    }

    pub fn set(&mut self, flag: Self, so: bool) {
        if so {
            self.0 |= flag.0;
        }
    }

    /// Those of both.
    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The words of those that are set, in their order.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        let set = move |(at, name): (usize, &'static str)| (self.0 >> at & 1 == 1).then_some(name);
        NAMES.into_iter().enumerate().filter_map(set)
    }
}

/// The words, by position. That a domain is shared by many companies is seen from the whole list only.
pub const NAMES: [&str; 12] = [
    "plus_tag",
    "long_local",
    "idn",
    "mixed_script",
    "person_named_domain",
    "natural_person_trader",
    "business_use_of_consumer_mailbox",
    "role_word",
    "row_name_mismatch",
    "domain_mismatch",
    "suspected_typo_of",
    "impossible_for_provider",
];

/// The flags that an address has by itself.
pub fn of(mail: Mail, text: &str) -> Flags {
    let Some(local) = mail.local(text) else {
        return Flags::NONE;
    };
    let mut flags = mail.domain.flags;
    let plus = memchr::memchr(b'+', local.as_bytes());
    flags.set(Flags::PLUS_TAG, plus.is_some_and(|at| at > 0));
    flags.set(Flags::LONG_LOCAL, local.len() > 64);
    let mixed = !local.is_ascii() && local.split('.').any(mixes_scripts);
    flags.set(Flags::MIXED_SCRIPT, mixed);
    let consumer = mail.domain.class.is_consumer();
    let word = mail.function_word && mail.mailbox == Mailbox::Named;
    flags.set(Flags::BUSINESS_USE, word && consumer);
    flags.set(Flags::ROLE_WORD, word && !consumer);
    flags.set(Flags::IMPOSSIBLE, !mail.domain.provider.gave(local));
    flags
}

/// The flags that every address under a host has, in lower case and ASCII. `rule`: what decided the host's class;
/// `shared`: whether a table has it as a host of many.
pub fn of_domain(host: &str, rule: Rule, shared: bool) -> Flags {
    let mut flags = Flags::NONE;
    if host.split('.').any(|l| l.starts_with("xn--")) {
        flags.set(Flags::IDN, true);
        let mixed = idna::domain_to_unicode(host).0;
        flags.set(Flags::MIXED_SCRIPT, mixed.split('.').any(mixes_scripts));
    }
    // others list slips as throw-away domains
    let unknown = match rule {
        Rule::Default | Rule::Crate => !shared,
        Rule::Suffixes(what) => what == "unknown",
        Rule::Line(_) => false,
    };
    flags.set(Flags::TYPO, unknown && typo_of(host).is_some());
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
        if !is_one_slip(host.as_bytes(), large.as_bytes()) {
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

/// Whether one letter is missing, too many, another one, or two neighbours changed places.
fn is_one_slip(a: &[u8], b: &[u8]) -> bool {
    if a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let begin = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[begin..], &b[begin..]);
    let end = a.iter().rev().zip(b.iter().rev());
    let end = end.take_while(|(a, b)| a == b).count();
    match (&a[..a.len() - end], &b[..b.len() - end]) {
        ([_], [_]) | ([_], []) | ([], [_]) => true,
        ([a, c], [b, d]) => a == d && c == b,
        _ => false,
    }
}

/// Providers whose rules for names are known, as far as these held at all times.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Provider {
    Google,
    Apple,
    UnitedInternet,
    Yahoo,
    Microsoft,
    Aol,
    Other,
}

impl Provider {
    /// By a host in lower case.
    pub fn of(host: &str) -> Self {
        match host {
            "gmail.com" | "googlemail.com" => Self::Google,
            "icloud.com" | "me.com" | "mac.com" => Self::Apple,
            "gmx.de" | "gmx.net" | "gmx.at" | "gmx.ch" | "web.de" => Self::UnitedInternet,
            "outlook.com" | "hotmail.com" | "live.com" | "msn.com" | "outlook.de"
            | "hotmail.de" | "hotmail.fr" | "outlook.fr" | "hotmail.it" | "hotmail.co.uk" => {
                Self::Microsoft
            }
            "aol.com" | "aol.de" => Self::Aol,
            "ymail.com" | "rocketmail.com" => Self::Yahoo,
            _ if host.starts_with("yahoo.") && DOMAINS.consumer.contains_key(host) => Self::Yahoo,
            _ => Self::Other,
        }
    }

    /// Whether it could ever have given out a mailbox of this name.
    fn gave(self, local: &str) -> bool {
        let letters = |more: &[u8], least: usize, most: usize| {
            let base = local.split('+').next().unwrap_or(local);
            let fine = |b: u8| b.is_ascii_alphanumeric() || more.contains(&b);
            (least..=most).contains(&base.len()) && base.bytes().all(fine)
        };
        match self {
            Self::Other => true,
            Self::Google => {
                let base = local.split('+').next().unwrap_or(local);
                let counted = base.bytes().filter(|b| *b != b'.').count();
                letters(b".", 0, usize::MAX) && (6..=30).contains(&counted)
            }
            Self::Apple | Self::Aol => letters(b"._-", 3, 32),
            Self::UnitedInternet => letters(b"._-", 2, 40),
            Self::Yahoo => letters(b"._-", 2, 64),
            Self::Microsoft => letters(b"._-", 0, usize::MAX),
        }
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

    proptest::proptest! {
        #[test]
        fn a_slip_is_a_distance_of_one(a in "[ab.]{0,6}", b in "[ab.]{0,6}") {
            let near = strsim::osa_distance(&a, &b) == 1;
            proptest::prop_assert_eq!(is_one_slip(a.as_bytes(), b.as_bytes()), near, "{} {}", a, b);
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
            assert_eq!(!Provider::of(host).gave(local), want, "{local} {host}");
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
