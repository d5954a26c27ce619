//! Distinct domains of a worker. Lists are grouped by company and share few domains, so what is known about a domain is
//! worked out once and found again by its bytes.

use std::hash::{BuildHasher as _, Hasher as _};

use hashbrown::HashTable;

use super::domain::{Domain, classify};

/// Domains that a worker remembers before it starts anew; at most about 40 MiB.
const CAP: usize = 500_000;

struct Entry {
    hash: u64,
    at: u32,
    len: u8,
    domain: Domain,
}

#[derive(Default)]
pub struct Known {
    table: HashTable<Entry>,
    bytes: Vec<u8>,
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
        let mut hasher = self.hasher.build_hasher();
        hasher.write(lower);
        let hash = hasher.finish();
        let bytes = &self.bytes;
        let same = |e: &Entry| {
            e.hash == hash
                && bytes.get(e.at as usize..e.at as usize + usize::from(e.len)) == Some(&*lower)
        };
        if let Some(found) = self.table.find(hash, same) {
            return found.domain;
        }
        let domain = std::str::from_utf8(lower).map_or(Domain::NONE, classify);
        if self.table.len() >= CAP {
            self.table.clear();
            self.bytes.clear();
        }
        let (Ok(at), Ok(len)) = (u32::try_from(self.bytes.len()), u8::try_from(lower.len())) else {
            return domain;
        };
        self.bytes.extend_from_slice(lower);
        let entry = Entry {
            hash,
            at,
            len,
            domain,
        };
        self.table.insert_unique(hash, entry, |e| e.hash);
        domain
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn remembering_changes_nothing(hosts in proptest::collection::vec("[a-cA-C]{1,3}\\.(de|com|test|gmx\\.de|ac\\.uk)", 1..40)) {
            let mut known = Known::default();
            for host in hosts.iter().chain(&hosts) {
                proptest::prop_assert_eq!(known.get(host), classify(&host.to_ascii_lowercase()));
            }
        }
    }
}
