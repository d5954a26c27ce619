//! Whose domain it is. Decided once per distinct domain, in a fixed order of look-ups: our tables outrank every crate's
//! list, and `organisation` is what is left, a finding by absence.

use super::flags::{self, Flags, Provider};
use super::tables::{Consumer, DOMAINS, Line};

/// Positions in the bins of `mail-domain`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Class {
    Disposable,
    Relay,
    Freemail,
    Isp,
    IspMixed,
    NoSuchTld,
    Reserved,
    Certified,
    Education,
    Government,
    Association,
    HostedSubdomain,
    PublicSuffix,
    Organisation,
    Illegible,
    Blank,
}

impl Class {
    /// A mailbox that a provider gives to anybody.
    pub fn is_consumer(self) -> bool {
        matches!(
            self,
            Self::Disposable | Self::Relay | Self::Freemail | Self::Isp | Self::IspMixed
        )
    }
}

/// Whether many companies have mailboxes under one host of somebody else.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shared {
    No,
    /// Site builders, and the names that programs give to their customers.
    Tenants,
    /// Agencies and branches under the host of their brand.
    Franchise,
}

/// What is known about a domain.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Domain {
    pub class: Class,
    /// A host for students: `stud.` and the like.
    pub student: bool,
    /// Place of the registrable domain's first label in the host; empty if there is none.
    pub label: (u8, u8),
    pub shared: Shared,
    /// Those that every address under it has.
    pub flags: Flags,
    /// Whose rules its mailboxes' names keep to.
    pub provider: Provider,
}

impl Domain {
    /// An address literal, or no domain at all.
    pub const NONE: Self = Self {
        class: Class::Illegible,
        student: false,
        label: (0, 0),
        shared: Shared::No,
        flags: Flags::NONE,
        provider: Provider::Other,
    };

    /// The label that somebody registered: `firma-beispiel` of `mail.firma-beispiel.de`, given that host.
    pub fn label_of(self, host: &str) -> &str {
        host.get(usize::from(self.label.0)..usize::from(self.label.1))
            .unwrap_or("")
    }

    /// The part of a host, in lower case, whose mailboxes are given out by one hand: the shared host, else what somebody
    /// registered.
    pub fn giver_of(self, host: &str) -> &str {
        if self.shared != Shared::No
            && let Some(shared) = upwards(host).find(|h| DOMAINS.shared.contains_key(*h))
        {
            return shared;
        }
        host.get(usize::from(self.label.0)..).unwrap_or(host)
    }

    /// The label of a customer under a shared host: `firma` of `firma.onmicrosoft.com`; empty elsewhere.
    pub fn tenant_of(self, host: &str) -> &str {
        if self.shared == Shared::No {
            return "";
        }
        let above = host.strip_suffix(self.giver_of(host)).unwrap_or("");
        above.trim_end_matches('.').rsplit('.').next().unwrap_or("")
    }
}

/// The host itself, then its parents.
fn upwards(host: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(host), |h| h.split_once('.').map(|(_, rest)| rest))
}

/// What decided a class.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Rule {
    Line(Line),
    /// The public suffix list, and what it says.
    Suffixes(&'static str),
    /// The crate's list of throw-away domains.
    Crate,
    /// Nothing is known: a finding by absence.
    Default,
}

/// Sorts a host: lower case, IDNA ASCII, without trailing dot.
pub fn classify(host: &str) -> Domain {
    decide(host).0
}

/// Sorts a host, and says what decided.
pub fn decide(host: &str) -> (Domain, Rule) {
    let t = &*DOMAINS;
    let suffix = psl::suffix(host.as_bytes());
    let suffix_at = suffix.map_or(0, |s| host.len() - s.as_bytes().len());
    // the registrable domain starts one label before the suffix
    let registrable_at = match suffix_at {
        0 => 0,
        at => host[..at - 1].rfind('.').map_or(0, |dot| dot + 1),
    };
    let label = match suffix_at {
        0 => (0, 0),
        at => (
            u8::try_from(registrable_at).unwrap_or(0),
            u8::try_from(at - 1).unwrap_or(0),
        ),
    };
    let below = || host.len() > host[registrable_at..].len();
    let named = upwards(host).find(|h| t.named.may_hold(h));
    let any = || named.into_iter().flat_map(upwards);
    let own = || any().take_while(|h| h.len() >= host.len() - registrable_at);
    let line = |set: &hashbrown::HashMap<&'static str, Line, foldhash::fast::RandomState>| {
        any().find_map(|h| set.get(h)).map(|line| Rule::Line(*line))
    };

    let shared = any().find_map(|h| t.shared.get(h)).copied();
    let certified = || {
        let mut labels = host[..registrable_at].split('.');
        line(&t.certified).or_else(|| {
            labels
                .find_map(|l| t.certified_label.get(l))
                .map(|l| Rule::Line(*l))
        })
    };
    let government = || {
        line(&t.government)
            .or_else(|| state_suffix(&host[suffix_at..]).map(Rule::Suffixes))
            .or_else(|| {
                let registered = host.get(registrable_at..suffix_at - 1).unwrap_or("");
                let top = host.rsplit('.').next().unwrap_or("");
                let labels = || host[..suffix_at - 1].split('.');
                let fits = |(label, whole, _): &&(&str, bool, Line)| match whole {
                    // comune.como.co.it; a short one may be anybody's host
                    true if label.len() > 3 => labels().any(|l| l == *label),
                    true => registered == *label,
                    false => registered.len() > label.len() && registered.starts_with(label),
                };
                let found = t.government_labels.get(top)?.iter().find(fits);
                found.map(|(.., line)| Rule::Line(*line))
            })
    };
    let education = || {
        line(&t.education)
            .or_else(|| school_suffix(&host[suffix_at..]))
            .or_else(|| {
                let fits = |(prefix, top, _): &&(&str, String, Line)| {
                    host[registrable_at..suffix_at].starts_with(prefix)
                        && (top.is_empty() || host[suffix_at..] == **top)
                };
                let found = t.education_prefix.iter().find(fits);
                found.map(|(_, _, line)| Rule::Line(*line))
            })
    };
    // the longest host that somebody wrote down decides: pec.libero.it holds no mailboxes of libero.it
    let written = own()
        .take_while(|h| !t.consumer.contains_key(h))
        .find_map(|h| {
            let of = |class| move |line: &Line| (class, Rule::Line(*line));
            let certified = t.certified.get(h).map(of(Class::Certified));
            let education = || t.education.get(h).map(of(Class::Education));
            let government = || t.government.get(h).map(of(Class::Government));
            certified.or_else(education).or_else(government)
        });
    let (class, rule) = if let Some(written) = written {
        written
    } else if let Some((class, line)) = own().find_map(|h| t.consumer.get(h)) {
        let class = match class {
            Consumer::Freemail => Class::Freemail,
            Consumer::Isp => Class::Isp,
            Consumer::IspMixed => Class::IspMixed,
            Consumer::Staff => Class::Organisation,
        };
        (class, Rule::Line(*line))
    } else if let Some(rule) = line(&t.relay) {
        (Class::Relay, rule)
    } else if let Some(rule) = line(&t.reserved) {
        (Class::Reserved, rule)
    } else if let Some(found) = own().find_map(|h| t.disposable.get(h))
        && !own().any(|h| t.not_disposable.contains_key(h))
    {
        (Class::Disposable, found.map_or(Rule::Crate, Rule::Line))
    } else if !suffix.is_some_and(|s| s.is_known()) {
        (Class::NoSuchTld, Rule::Suffixes("unknown"))
    } else if suffix_at == 0 {
        (Class::PublicSuffix, Rule::Suffixes("suffix"))
    } else if let Some(rule) = certified() {
        (Class::Certified, rule)
    } else if let Some(rule) = government() {
        (Class::Government, rule)
    } else if let Some(rule) = education() {
        (Class::Education, rule)
    } else if let Some(rule) = line(&t.association) {
        (Class::Association, rule)
    } else if let Some((_, line)) = shared
        && below()
    {
        (Class::HostedSubdomain, Rule::Line(line))
    } else if suffix.is_some_and(|s| s.typ() == Some(psl::Type::Private)) {
        (Class::HostedSubdomain, Rule::Suffixes("private"))
    } else {
        (Class::Organisation, Rule::Default)
    };
    let student = || {
        let mut hosts = host[..registrable_at].split('.');
        hosts.any(|l| t.student.contains_key(l))
    };
    let domain = Domain {
        class,
        student: class == Class::Education && below() && student(),
        label,
        shared: shared.map_or(Shared::No, |(shared, _)| shared),
        flags: flags::of_domain(host, rule, shared.is_some()),
        provider: Provider::of(host),
    };
    (domain, rule)
}

/// Suffixes that states keep for their own bodies: `gov.uk`, `gob.es`, `gouv.fr`, `gv.at`, `mil.pl`.
fn state_suffix(suffix: &str) -> Option<&'static str> {
    let second = suffix.split('.').next().unwrap_or(suffix);
    let known = ["gov", "gouv", "gob", "gv", "govt", "mil", "police"];
    let found = known.into_iter().find(|k| *k == second)?;
    // `police` alone is no suffix of a state
    (suffix.contains('.') || matches!(found, "gov" | "mil")).then_some(found)
}

/// Suffixes that registries keep for schools and universities: `ac.at`, `edu.pl`.
fn school_suffix(suffix: &str) -> Option<Rule> {
    let t = &*DOMAINS;
    let found = match suffix.split_once('.') {
        Some((second, _)) => t.education_second.get(second),
        None => t.education.get(suffix),
    };
    found.map(|line| Rule::Line(*line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_class() {
        for (host, class) in [
            ("gmx.de", Class::Freemail),
            ("hosted.mailbox.org", Class::Freemail),
            ("t-online.de", Class::Isp),
            ("nos.pt", Class::IspMixed),
            ("yopmail.com", Class::Disposable),
            ("sub.mailinator.com", Class::Disposable),
            ("privaterelay.appleid.com", Class::Relay),
            ("anna.anonaddy.com", Class::Relay),
            ("appleid.com", Class::Organisation),
            ("example.com", Class::Reserved),
            ("firma.test", Class::Reserved),
            ("srv.local", Class::Reserved),
            ("firma-beispiel.ocm", Class::NoSuchTld),
            ("de.com", Class::PublicSuffix),
            ("vic.gov.au", Class::PublicSuffix),
            ("legalmail.it", Class::Certified),
            ("pec.libero.it", Class::Certified),
            ("mail.pec.libero.it", Class::Certified),
            ("libero.it", Class::Freemail),
            ("edu.hel.fi", Class::Education),
            ("hel.fi", Class::Government),
            ("pec.ditta-esempio.it", Class::Certified),
            ("tuwien.ac.at", Class::Education),
            ("uni-beispiel.de", Class::Education),
            ("institut.lmu.de", Class::Education),
            ("hs-beispiel.de", Class::Education),
            ("hs-beispiel.com", Class::Organisation),
            ("interieur.gouv.fr", Class::Government),
            ("comune.beispiel.mi.it", Class::Government),
            ("comune.como.it", Class::Government),
            ("gemeinde-beispiel.de", Class::Government),
            ("gemeinde-beispiel.com", Class::Organisation),
            ("oslo.kommune.no", Class::Government),
            ("ec.europa.eu", Class::Government),
            ("club-exemple.asso.fr", Class::Association),
            ("firma-beispiel.wixsite.com", Class::HostedSubdomain),
            ("firma-beispiel.onmicrosoft.com", Class::HostedSubdomain),
            ("onmicrosoft.com", Class::Organisation),
            ("firma-beispiel.de", Class::Organisation),
            ("mail.firma-example.co.uk", Class::Organisation),
            ("mygmx.de", Class::Organisation),
        ] {
            assert_eq!(classify(host).class, class, "{host}");
        }
    }

    #[test]
    fn the_registered_label() {
        for (host, label) in [
            ("mail.firma-example.co.uk", "firma-example"),
            ("firma-beispiel.de", "firma-beispiel"),
            ("de.com", ""),
        ] {
            assert_eq!(classify(host).label_of(host), label, "{host}");
        }
    }

    #[test]
    fn who_gives_the_mailboxes() {
        for (host, giver, tenant) in [
            ("mail.firma-beispiel.de", "firma-beispiel.de", ""),
            (
                "firma-beispiel.onmicrosoft.com",
                "onmicrosoft.com",
                "firma-beispiel",
            ),
            ("muster.agentur.lvm.de", "agentur.lvm.de", "muster"),
            ("dvag.de", "dvag.de", ""),
            ("de.com", "de.com", ""),
        ] {
            let domain = classify(host);
            assert_eq!(
                (domain.giver_of(host), domain.tenant_of(host)),
                (giver, tenant)
            );
        }
    }

    #[test]
    fn student_hosts() {
        assert!(classify("stud.uni-beispiel.de").student);
        assert!(!classify("uni-beispiel.de").student);
    }
}
