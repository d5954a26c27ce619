//! Distinct domains of a worker. Lists are grouped by company and share few domains, so what is known about a domain is
//! worked out once and found again by its bytes.

use std::hash::{BuildHasher as _, Hasher as _};

use hashbrown::HashTable;

use super::domain::{Domain, classify};

/// Domains that a worker remembers before it starts anew; at most about 40 MiB.
const CAP: usize = 500_000;

/// Bytes of a host that stand in its entry: most hosts are found without a second look elsewhere in memory.
const HEAD: usize = 24;

struct Entry {
    /// Where the rest stands.
    at: u32,
    len: u8,
    domain: Domain,
    head: [u8; HEAD],
}

impl Entry {
    fn first(&self) -> &[u8] {
        &self.head[..usize::from(self.len).min(HEAD)]
    }

    fn rest<'a>(&self, rests: &'a [u8]) -> &'a [u8] {
        let more = usize::from(self.len).saturating_sub(HEAD);
        let at = self.at as usize;
        rests.get(at..at + more).unwrap_or(&[])
    }
}

#[derive(Default)]
pub struct Known {
    table: HashTable<Entry>,
    rests: Vec<u8>,
    hasher: foldhash::fast::FixedState,
}

impl Known {
    /// What is known about a host of letters, digits, dots and hyphens, in any case, of at most 253 bytes.
    pub fn get(&mut self, host: &str) -> Domain {
        let mut buffer = [0; 253];
        let Some(lower) = buffer.get_mut(..host.len()) else {
            return Domain::NONE;
        };
        // in these bytes, setting 0x20 makes letters small and changes nothing else
        for (to, from) in lower.iter_mut().zip(host.bytes()) {
            *to = from | 0x20;
        }
        let (first, rest) = lower.split_at(lower.len().min(HEAD));
        let hasher = self.hasher.clone();
        let hash_of = |first: &[u8], rest: &[u8]| {
            let mut hasher = hasher.build_hasher();
            hasher.write(first);
            if !rest.is_empty() {
                hasher.write(rest);
            }
            hasher.finish()
        };
        let hash = hash_of(first, rest);
        let rests = &self.rests;
        if let Some(found) = self
            .table
            .find(hash, |e| e.first() == first && e.rest(rests) == rest)
        {
            return found.domain;
        }
        let domain = std::str::from_utf8(lower).map_or(Domain::NONE, classify);
        if self.table.len() >= CAP {
            self.table.clear();
            self.rests.clear();
        }
        let (Ok(at), Ok(len)) = (u32::try_from(self.rests.len()), u8::try_from(lower.len())) else {
            return domain;
        };
        let mut head = [0; HEAD];
        head[..first.len()].copy_from_slice(first);
        self.rests.extend_from_slice(rest);
        let entry = Entry {
            at,
            len,
            domain,
            head,
        };
        let rests = &self.rests;
        self.table
            .insert_unique(hash, entry, |e| hash_of(e.first(), e.rest(rests)));
        domain
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn remembering_changes_nothing(hosts in proptest::collection::vec("[a-cA-C]{1,3}(-[ab]{30})?\\.(de|com|test|gmx\\.de|ac\\.uk)", 1..40)) {
            let mut known = Known::default();
            for host in hosts.iter().chain(&hosts) {
                proptest::prop_assert_eq!(known.get(host), classify(&host.to_ascii_lowercase()));
            }
        }
    }
}
