//! What a trust file lets its keys sign.

use crate::base::digest::Sha256;

/// Keys, what they may sign together, and what the reader demands beyond that.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Role {
    pub name: String,
    pub verifier_id: String,
    pub predicate_types: Vec<String>,
    /// URNs; `*` stands for exactly one, the last, segment.
    pub resource_uris: Vec<String>,
    /// None: any policy, and the output says that it was not pinned.
    pub policies: Option<Vec<Sha256>>,
    /// Positions in the trust file's keys.
    pub keys: Vec<usize>,
    pub threshold: usize,
    pub timestamp: Demand,
    pub log: Demand,
    pub max_age_days: Option<u64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Demand {
    Optional,
    Required,
}

/// How a role fits a resource: an exact name before `*`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Any,
    Exact,
}

impl Role {
    fn fit(&self, predicate_type: &str, verifier: &str, resource: &str) -> Option<Fit> {
        if self.verifier_id != verifier || !self.predicate_types.iter().any(|t| t == predicate_type)
        {
            return None;
        }
        let fits = self.resource_uris.iter().filter_map(|pattern| {
            if pattern == resource {
                return Some(Fit::Exact);
            }
            let last = resource.strip_prefix(pattern.strip_suffix('*')?)?;
            (!last.is_empty() && !last.contains(':')).then_some(Fit::Any)
        });
        fits.max()
    }

    /// The roles that count: of all that match, the most specific, and all of these. A second role of equal rank never
    /// widens, a general one never replaces a specific one.
    pub fn matching<'r>(
        roles: &'r [Role],
        predicate_type: &str,
        verifier: &str,
        resource: &str,
    ) -> Vec<&'r Role> {
        let fits = |r: &Role| r.fit(predicate_type, verifier, resource);
        let best = roles.iter().filter_map(fits).max();
        roles
            .iter()
            .filter(|r| best.is_some() && fits(r) == best)
            .collect()
    }
}

/// Whether a text may stand in `resource_uris`: a `*` only as the whole last segment.
pub fn pattern(text: &str) -> bool {
    match text.find('*') {
        None => !text.is_empty(),
        Some(i) => i + 1 == text.len() && text.ends_with(":*"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn role(name: &str, uris: &[&str]) -> Role {
        Role {
            name: name.to_owned(),
            verifier_id: "urn:example:office".to_owned(),
            predicate_types: vec!["type".to_owned()],
            resource_uris: uris.iter().map(|u| (*u).to_owned()).collect(),
            policies: None,
            keys: vec![0],
            threshold: 1,
            timestamp: Demand::Optional,
            log: Demand::Optional,
            max_age_days: None,
        }
    }

    #[test]
    fn the_most_specific_roles_count_and_all_of_them() {
        let all = [
            role("any", &["urn:beleg:list:x:*"]),
            role("any-too", &["urn:beleg:list:x:*", "urn:beleg:list:y:*"]),
            role("one", &["urn:beleg:list:x:1"]),
            role("one-too", &["urn:beleg:list:x:*", "urn:beleg:list:x:1"]),
        ];
        for (resource, names) in [
            ("urn:beleg:list:x:1", &["one", "one-too"][..]),
            ("urn:beleg:list:x:2", &["any", "any-too", "one-too"]),
            ("urn:beleg:list:y:2", &["any-too"]),
            ("urn:beleg:list:z:2", &[]),
            ("urn:beleg:list:x:", &[]),
            ("urn:beleg:list:x:1:2", &[]),
            ("urn:beleg:list:xx:1", &[]),
        ] {
            let got = Role::matching(&all, "type", "urn:example:office", resource);
            let got: Vec<&str> = got.iter().map(|r| r.name.as_str()).collect();
            assert_eq!(got, names, "{resource}");
        }
        let other = |t, v| Role::matching(&all, t, v, "urn:beleg:list:x:1").len();
        assert_eq!(other("type", "urn:example:other"), 0);
        assert_eq!(other("other", "urn:example:office"), 0);
    }

    #[test]
    fn a_star_is_one_whole_last_segment() {
        for (text, good) in [
            ("urn:beleg:list:x:*", true),
            ("urn:beleg:list:x:1", true),
            ("urn:beleg:list:*:1", false),
            ("urn:beleg:list:x:a*", false),
            ("urn:beleg:list:*:*", false),
            ("*", false),
            ("", false),
        ] {
            assert_eq!(pattern(text), good, "{text}");
        }
    }
}
