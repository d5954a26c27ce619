//! Distinct domains of a worker. Lists share few domains, so what is known about a domain is worked out once and found
//! again by its bytes.
//!
//! Of a hundred thousand domains hardly one is in a near cache when its turn comes. So the table is one array in which
//! a domain stands with its bytes, a question costs one look into memory, and [`Known::warm`] begins that look early:
//! the questions of many rows wait for memory at the same time, not one after the other.

use std::hash::BuildHasher as _;

use hashbrown::HashMap;

use super::domain::{Domain, classify};

/// Domains that a worker remembers before it starts anew: three quarters of 2^20 places, 40 MiB.
const CAP: usize = 3 << 18;

/// Places of the table when it is made.
const FIRST: usize = 1 << 10;

/// Longest host that stands in the table.
pub const LONGEST: usize = 32;

/// A host of up to [`LONGEST`] letters, digits, dots and hyphens in small letters, and zeros after it.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
pub struct Host {
    words: [u64; LONGEST / 8],
    hash: u64,
}

#[derive(Clone, Copy)]
struct Entry {
    /// All zeros: nobody's place.
    words: [u64; LONGEST / 8],
    domain: Domain,
}

const FREE: Entry = Entry {
    words: [0; LONGEST / 8],
    domain: Domain::NONE,
};

pub struct Known {
    /// Open addressing: an entry stands at its hash's place or at the next ones. A power of two of places.
    table: Vec<Entry>,
    used: usize,
    /// Longer hosts, and the empty one.
    others: HashMap<Box<str>, Domain, foldhash::fast::RandomState>,
    /// Random, so that nobody can make a list whose domains have places in common.
    seeds: [u64; 5],
}

impl Default for Known {
    fn default() -> Self {
        let random = foldhash::quality::RandomState::default();
        Self {
            table: vec![FREE; FIRST],
            used: 0,
            others: HashMap::default(),
            seeds: std::array::from_fn(|i| random.hash_one(i) | 1),
        }
    }
}

impl Known {
    /// What is known about a host of letters, digits, dots and hyphens, in any case, of at most 253 bytes.
    pub fn get(&mut self, host: &str) -> Domain {
        let mut buffer = [0; LONGEST];
        match buffer.get_mut(..host.len()) {
            Some(start) if !host.is_empty() => {
                start.copy_from_slice(host.as_bytes());
                let host = self.host(&buffer, host.len());
                self.find(&host)
            }
            _ => self.get_other(host),
        }
    }

    fn get_other(&mut self, host: &str) -> Domain {
        let host = host.to_ascii_lowercase();
        if let Some(domain) = self.others.get(host.as_str()) {
            return *domain;
        }
        self.bound();
        let domain = classify(&host);
        self.others.insert(host.into(), domain);
        domain
    }

    /// A host of `length` bytes; what stands after it does not count.
    #[inline]
    pub fn host(&self, bytes: &[u8; LONGEST], length: usize) -> Host {
        let mut words = [0; LONGEST / 8];
        for (at, (word, eight)) in words.iter_mut().zip(bytes.as_chunks::<8>().0).enumerate() {
            let kept = match length.saturating_sub(at * 8) {
                0 => 0,
                n => u64::MAX >> (64 - 8 * n.min(8)),
            };
            // in these bytes, setting 0x20 makes letters small and changes nothing else
            *word = (u64::from_le_bytes(*eight) | 0x2020_2020_2020_2020) & kept;
        }
        Host {
            words,
            hash: self.hash(&words),
        }
    }

    /// Folded products, as in foldhash, of four words at once.
    #[inline]
    fn hash(&self, [a, b, c, d]: &[u64; LONGEST / 8]) -> u64 {
        let fold = |a: u64, b: u64| {
            let product = u128::from(a) * u128::from(b);
            product as u64 ^ (product >> 64) as u64
        };
        let [k, l, m, n, o] = self.seeds;
        fold(fold(a ^ k, b ^ l) ^ fold(c ^ m, d ^ n), o)
    }

    /// Touches the place of a host, so that it is in a near cache soon. The number means nothing.
    #[inline]
    pub fn warm(&self, host: &Host) -> u64 {
        self.table[self.place(host.hash)].words[0]
    }

    #[inline]
    fn place(&self, hash: u64) -> usize {
        // the length is a power of two and never 0
        hash as usize & (self.table.len() - 1)
    }

    /// What is known about a host.
    #[inline]
    pub fn find(&mut self, host: &Host) -> Domain {
        let mut at = self.place(host.hash);
        loop {
            let entry = &self.table[at];
            if entry.words == host.words {
                return entry.domain;
            }
            if entry.words[0] == 0 {
                return self.learn(host);
            }
            at = (at + 1) & (self.table.len() - 1);
        }
    }

    #[cold]
    fn learn(&mut self, host: &Host) -> Domain {
        let bytes = host.words.map(u64::to_le_bytes);
        let bytes = bytes.as_flattened();
        let length = bytes.iter().position(|b| *b == 0).unwrap_or(LONGEST);
        let domain = match std::str::from_utf8(&bytes[..length]) {
            Ok(text) if length > 0 => classify(text),
            _ => return Domain::NONE,
        };
        self.bound();
        if self.used * 4 >= self.table.len() * 3 {
            let twice = vec![FREE; self.table.len() * 2];
            for entry in std::mem::replace(&mut self.table, twice) {
                if entry.words[0] != 0 {
                    let hash = self.hash(&entry.words);
                    self.put(hash, entry);
                }
            }
        }
        self.used += 1;
        let words = host.words;
        self.put(host.hash, Entry { words, domain });
        domain
    }

    /// Writes an entry at the first free place; there always is one.
    fn put(&mut self, hash: u64, entry: Entry) {
        let mut at = self.place(hash);
        while self.table[at].words[0] != 0 {
            at = (at + 1) & (self.table.len() - 1);
        }
        self.table[at] = entry;
    }

    /// Starts anew if this is full.
    fn bound(&mut self) {
        if self.used + self.others.len() >= CAP {
            // not the seeds: hosts that are about to be asked for were hashed with them
            self.table = vec![FREE; FIRST];
            self.used = 0;
            self.others.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn remembering_changes_nothing(hosts in proptest::collection::vec("[a-cA-C]{1,3}(-[ab]{22,30})?\\.(de|com|test|gmx\\.de|ac\\.uk)", 1..40)) {
            let mut known = Known::default();
            for host in hosts.iter().chain(&hosts) {
                proptest::prop_assert_eq!(known.get(host), classify(&host.to_ascii_lowercase()));
            }
        }
    }

    #[test]
    fn a_table_that_grew_has_lost_nothing() {
        let mut known = Known::default();
        let host = |n: usize| {
            format!(
                "{}{n}.de",
                if n.is_multiple_of(3) { "uni-" } else { "firma" }
            )
        };
        for n in 0..3 * FIRST {
            known.get(&host(n));
        }
        assert_eq!(known.used, 3 * FIRST);
        for n in 0..3 * FIRST {
            assert_eq!(known.get(&host(n)), classify(&host(n)), "{n}");
        }
        assert_eq!(known.used, 3 * FIRST);
    }
}
