//! The quick way for plain addresses: up to 64 bytes of ASCII, seen as masks in which bit i stands for byte i. Rules
//! about neighbours (no dot beside a dot, no hyphen at the edge of a label) are then a few operations on whole words,
//! whatever the length, and a branch is taken only where something is odd. It is arithmetic that any processor has.
//!
//! Whatever is not plain, or no address at all, is left to the slow way; [`super::Mail::of`] is the slow twin of all.

use super::intern::LONGEST;
use super::syntax::{CLASS, LOCAL};

/// Longest address that is looked at here.
const WIDTH: usize = 64;

/// An address of letters, digits and what local parts may hold, with a host of at most [`LONGEST`] bytes.
pub struct Plain {
    /// Small letters; in the local part a dot for whatever separates words. Zeros follow, so that a host or word may be
    /// read in whole steps.
    small: [u8; WIDTH + LONGEST],
    length: usize,
    at: usize,
    /// Bytes of the local part without any `+tag`.
    local: usize,
    /// Dots of that, and what stands for them.
    separators: u64,
    digits: u64,
}

/// `a@b` has three bytes.
const SHORTEST: usize = 3;

/// Bits of a byte's class.
const DOT: u8 = 0;
const HYPHEN: u8 = 1;
const AT: u8 = 2;
const DIGIT: u8 = 3;
/// Neither letter nor one of these.
const OTHER: u8 = 4;

/// The lowest `n` bits, up to 64.
fn low(n: usize) -> u64 {
    match n {
        0 => 0,
        n => u64::MAX >> (64 - n.min(64)),
    }
}

/// Makes letters small; gives the class of each byte.
#[inline(always)]
fn classes<const N: usize>(bytes: &mut [u8; N]) -> [u8; N] {
    let mut classes = [0; N];
    for (b, class) in bytes.iter_mut().zip(&mut classes) {
        let capital = b.wrapping_sub(b'A') < 26;
        let small = *b | u8::from(capital) << 5;
        let letter = small.wrapping_sub(b'a') < 26;
        let digit = small.wrapping_sub(b'0') < 10;
        let (dot, hyphen, at) = (small == b'.', small == b'-', small == b'@');
        *class = u8::from(dot) << DOT
            | u8::from(hyphen) << HYPHEN
            | u8::from(at) << AT
            | u8::from(digit) << DIGIT
            | u8::from(!(letter | digit | dot | hyphen | at)) << OTHER;
        *b = small;
    }
    classes
}

/// Which bytes are of a class.
#[inline(always)]
fn mask(classes: &[u8], class: u8) -> u64 {
    let eights = classes.as_chunks::<8>().0.iter().enumerate();
    eights.fold(0, |mask, (at, eight)| {
        let bits = u64::from_le_bytes(*eight) >> class & 0x0101_0101_0101_0101;
        // the product brings the lowest bit of each byte together in the highest byte
        mask | bits.wrapping_mul(0x0102_0408_1020_4080) >> 56 << (8 * at)
    })
}

impl Plain {
    pub const fn new() -> Self {
        Self {
            small: [0; WIDTH + LONGEST],
            length: 0,
            at: 0,
            local: 0,
            separators: 0,
            digits: 0,
        }
    }

    /// Takes a text in. It is looked at by [`Plain::read`], best after some others were taken in: what was written last
    /// is slow to be read again.
    #[inline]
    pub fn take(&mut self, text: &[u8]) {
        self.length = text.len();
        self.small = [0; WIDTH + LONGEST];
        if let Some(start) = self.small[..WIDTH].get_mut(..text.len()) {
            start.copy_from_slice(text);
        }
    }

    /// Whether the text is a plain address. If not, what is left here means nothing.
    #[inline]
    pub fn read(&mut self) -> bool {
        if !(SHORTEST..=WIDTH).contains(&self.length) || self.small[0] == b'\'' {
            return false;
        }
        // most are short
        match (self.length <= 32, self.small.first_chunk_mut()) {
            (true, Some(half)) => {
                let classes = classes::<32>(half);
                self.is_plain(&classes)
            }
            _ => match self.small.first_chunk_mut() {
                Some(whole) => {
                    let classes = classes::<WIDTH>(whole);
                    self.is_plain(&classes)
                }
                None => false,
            },
        }
    }

    #[inline(always)]
    fn is_plain(&mut self, classes: &[u8]) -> bool {
        let all = low(self.length);
        let last = 1 << (self.length - 1);
        let mark = mask(classes, AT);
        if mark.count_ones() != 1 {
            return false;
        }
        let at = mark.trailing_zeros() as usize;
        let local = mark - 1;
        let domain = all & !(local | mark);
        let dots = mask(classes, DOT);
        let hyphens = mask(classes, HYPHEN);
        let others = mask(classes, OTHER) & all;
        self.digits = mask(classes, DIGIT);
        let inner = dots & domain;
        let starts = (mark | inner) << 1;
        let ends = inner >> 1 | last;
        // an edge of the address or of a part, or a second dot
        let lone = dots & (1 | mark >> 1 | mark << 1 | last | dots << 1);
        let loose = hyphens & domain & (starts | ends);
        let punycode = hyphens & (hyphens >> 1) & domain & (starts << 2);
        let top = domain & !low(64 - inner.leading_zeros() as usize);
        let odd = lone | loose | punycode | (others & !local);
        let whole = inner != 0 && top & !(self.digits | hyphens) != 0;
        if odd != 0 || !whole || mark & (1 | last) != 0 || self.length - at - 1 > LONGEST {
            return false;
        }
        self.at = at;
        self.local = at;
        self.separators = (dots | hyphens) & local;
        let mut rest = others;
        while rest != 0 {
            let i = rest.trailing_zeros() as usize;
            match self.small[i] {
                b'_' => self.separators |= 1 << i,
                b'+' => self.local = self.local.min(i),
                b if CLASS[usize::from(b)] & LOCAL == 0 => return false,
                _ => {}
            }
            rest &= rest - 1;
        }
        self.separators &= low(self.local);
        let mut odd = self.separators & !dots;
        while odd != 0 {
            self.small[odd.trailing_zeros() as usize] = b'.';
            odd &= odd - 1;
        }
        true
    }

    /// Where the `@` stands.
    pub fn at(&self) -> usize {
        self.at
    }

    /// The host with what stands after it, and its length.
    pub fn host(&self) -> (&[u8; LONGEST], usize) {
        let host = self.small[self.at + 1..].first_chunk();
        // the `@` is one of the first 64 bytes
        (host.unwrap_or(&[0; LONGEST]), self.length - self.at - 1)
    }

    /// Bytes of the tidied local part: small letters, one kind of separator, no `+tag`.
    pub fn tidied(&self) -> usize {
        self.local
    }

    /// Some of it.
    pub fn part(&self, from: usize, to: usize) -> &[u8] {
        &self.small[from..to]
    }

    /// The first eight bytes of some of it, as [`crate::data::lexicon::beginning`] gives them.
    pub fn beginning(&self, from: usize, to: usize) -> u64 {
        let eight = self.small[from..].first_chunk();
        u64::from_le_bytes(*eight.unwrap_or(&[0; 8])) & low(8 * (to - from))
    }

    /// Its dots, before a byte.
    pub fn dots(&self, before: usize) -> u64 {
        self.separators & low(before)
    }

    pub fn digits(&self) -> u32 {
        (self.digits & low(self.local)).count_ones()
    }

    /// Bytes without trailing digits and one separator before them.
    pub fn without_number(&self) -> usize {
        let last = match self.local {
            0 => return 0,
            n => self.digits << (64 - n),
        };
        let rest = self.local - last.leading_ones() as usize;
        match rest {
            0 => 0,
            n => n - usize::from(self.separators >> (n - 1) & 1 == 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{mailbox, syntax};
    use super::*;

    fn load(text: &str) -> Option<Plain> {
        let mut plain = Plain::new();
        plain.take(text.as_bytes());
        plain.read().then_some(plain)
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        /// What is plain is valid, and all that is valid, short and without a trace of Punycode is plain.
        #[test]
        fn masks_see_what_the_slow_way_reads(
            text in "[a-zA-Z0-9.@'_+\"-]{0,24}|[a-z'.]{0,3}@[xn.a1-]{0,12}|.{0,12}@?.{0,12}|[a-z.]{1,40}@[a-z.]{1,40}",
        ) {
            let slow = syntax::sort_slowly(&text);
            match load(&text) {
                Some(plain) => prop_assert_eq!((syntax::Syntax::Valid, plain.at()), slow),
                None => {
                    let host = text.rsplit('@').next().unwrap_or("");
                    let left = slow.0 != syntax::Syntax::Valid
                        || text.len() > WIDTH || host.len() > LONGEST || host.contains("--") || !text.is_ascii();
                    prop_assert!(left, "{:?}", text);
                }
            }
        }

        /// The local part is tidied in place as [`mailbox::tidy`] copies it, and the host stands small behind it.
        #[test]
        fn parts_are_those_of_the_slow_way(
            local in "[a-zA-Z0-9]{1,3}([._+'-][a-zA-Z0-9]{1,3}){0,4}[0-9]{0,3}",
            host in "[a-zA-Z]{1,6}(-[A-Z]{2})?\\.(de|Co\\.Uk)",
        ) {
            let text = format!("{local}@{host}");
            let plain = load(&text).expect("plain");
            let mut tidy = String::new();
            mailbox::tidy(&local, &mut tidy);
            prop_assert_eq!(plain.part(0, plain.tidied()), tidy.as_bytes());
            prop_assert_eq!(plain.part(0, plain.without_number()), mailbox::without_number(&tidy).as_bytes());
            prop_assert_eq!(plain.digits() as usize, tidy.bytes().filter(u8::is_ascii_digit).count());
            for (at, b) in tidy.bytes().enumerate() {
                prop_assert_eq!(plain.dots(tidy.len()) >> at & 1 == 1, b == b'.');
                let word = &tidy.as_bytes()[at..];
                prop_assert_eq!(plain.beginning(at, tidy.len()), crate::data::lexicon::beginning(word));
            }
            let (bytes, length) = plain.host();
            let host = host.to_lowercase();
            prop_assert_eq!(&bytes[..length], host.as_bytes());
            prop_assert!(bytes[length..].iter().all(|b| *b == 0));
        }
    }
}
