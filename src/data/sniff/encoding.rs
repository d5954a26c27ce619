//! The encoding of a text file: byte order mark, then strict UTF-8, then a detector that may only answer with the
//! encodings that contact lists come in. Decoding is strict: what does not decode is quarantined, never replaced.

use std::borrow::Cow;

use encoding_rs::{DecoderResult, Encoding as Table};

/// How bytes become text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    Utf8 {
        bom: bool,
    },
    Utf16 {
        big: bool,
        bom: bool,
    },
    /// One byte per character, ASCII below 128.
    Single(&'static Table),
}

/// Single-byte encodings that the detector may answer with.
const SINGLE: [&Table; 9] = [
    encoding_rs::WINDOWS_1252,
    encoding_rs::WINDOWS_1250,
    encoding_rs::WINDOWS_1251,
    encoding_rs::WINDOWS_1253,
    encoding_rs::WINDOWS_1254,
    encoding_rs::WINDOWS_1257,
    encoding_rs::ISO_8859_2,
    encoding_rs::ISO_8859_15,
    encoding_rs::MACINTOSH,
];

impl Encoding {
    pub fn name(self) -> String {
        match self {
            Self::Utf8 { bom: false } => "utf-8".to_owned(),
            Self::Utf8 { bom: true } => "utf-8-bom".to_owned(),
            Self::Utf16 { big: true, .. } => "utf-16be".to_owned(),
            Self::Utf16 { big: false, .. } => "utf-16le".to_owned(),
            Self::Single(table) => table.name().to_ascii_lowercase(),
        }
    }

    /// By a name that people use (`latin1`, `cp1252`, `utf-8`).
    pub fn find(name: &str, head: &[u8]) -> Option<Self> {
        let table = Table::for_label(name.trim().as_bytes())?;
        if table == encoding_rs::UTF_8 {
            return Some(Self::Utf8 {
                bom: head.starts_with(b"\xef\xbb\xbf"),
            });
        }
        if table == encoding_rs::UTF_16LE || table == encoding_rs::UTF_16BE {
            let big = table == encoding_rs::UTF_16BE;
            return Some(Self::Utf16 {
                big,
                bom: bom16(head) == Some(big),
            });
        }
        SINGLE.contains(&table).then_some(Self::Single(table))
    }

    /// Bytes of the byte order mark, before decoding.
    pub fn bom(self) -> usize {
        match self {
            Self::Utf8 { bom: true } => 3,
            Self::Utf16 { bom: true, .. } => 2,
            _ => 0,
        }
    }

    /// Strictly decoded text; none if it does not decode. UTF-16 has been made UTF-8 before (see [`Wide`]).
    pub fn text(self, bytes: &[u8]) -> Option<Cow<'_, str>> {
        match self {
            Self::Utf8 { .. } | Self::Utf16 { .. } => {
                simdutf8::basic::from_utf8(bytes).ok().map(Cow::Borrowed)
            }
            Self::Single(table) => {
                let text = table.decode_without_bom_handling_and_without_replacement(bytes)?;
                // bytes without a character come out as C1 controls: C2 80 to C2 9F
                let bytes = text.as_bytes();
                let undefined = memchr::memchr_iter(0xc2, bytes)
                    .any(|n| bytes.get(n + 1).is_some_and(|b| *b < 0xa0));
                (!undefined).then_some(text)
            }
        }
    }
}

fn bom16(head: &[u8]) -> Option<bool> {
    match head {
        [0xff, 0xfe, ..] => Some(false),
        [0xfe, 0xff, ..] => Some(true),
        _ => None,
    }
}

/// UTF-16 without a mark: every other byte is NUL nearly always. The answer is whether it is big-endian.
pub fn wide(sample: &[u8]) -> Option<bool> {
    if sample.len() < 8 {
        return None;
    }
    let nul = |odd: usize| {
        sample
            .iter()
            .skip(odd)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
            * 10
    };
    let half = sample.len() / 2;
    match (nul(0) > half * 7, nul(1) > half * 7) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}

/// Votes collected over stretches of the file.
#[derive(Default)]
pub struct Votes {
    /// Well-formed sequences of more than one byte.
    good: u64,
    /// Bytes that are part of none.
    bad: u64,
    /// A sample of what is not ASCII, with its surroundings.
    seen: Vec<u8>,
}

impl Votes {
    pub fn look(&mut self, bytes: &[u8]) {
        if bytes.is_ascii() {
            return;
        }
        // most stretches of most files are whole: the quick answer
        if simdutf8::basic::from_utf8(bytes).is_ok() {
            self.good += multi(bytes);
            return;
        }
        // a stretch may begin and end within a character
        let start = bytes
            .iter()
            .take(3)
            .take_while(|b| **b & 0xc0 == 0x80)
            .count();
        let mut rest = &bytes[start..];
        loop {
            match std::str::from_utf8(rest) {
                Ok(text) => {
                    self.good += multi(text.as_bytes());
                    break;
                }
                Err(e) => {
                    self.good += multi(&rest[..e.valid_up_to()]);
                    let Some(n) = e.error_len() else { break };
                    self.bad += n as u64;
                    rest = &rest[e.valid_up_to() + n..];
                }
            }
        }
        const SEEN: usize = 1 << 18;
        for line in bytes.split(|b| matches!(b, b'\n' | b'\r')) {
            if self.seen.len() < SEEN && !line.is_ascii() {
                self.seen
                    .extend_from_slice(&line[..line.len().min(SEEN / 16)]);
                self.seen.push(b'\n');
            }
        }
    }

    /// Nothing but ASCII was seen.
    pub fn are_ascii(&self) -> bool {
        self.good == 0 && self.bad == 0
    }

    /// The encoding of a file with this head.
    pub fn decide(self, head: &[u8]) -> Encoding {
        if head.starts_with(b"\xef\xbb\xbf") {
            return Encoding::Utf8 { bom: true };
        }
        if let Some(big) = bom16(head) {
            return Encoding::Utf16 { big, bom: true };
        }
        if let Some(big) = wide(&head[..head.len().min(64 << 10)]) {
            return Encoding::Utf16 { big, bom: false };
        }
        // a few damaged characters do not make UTF-8 another encoding: they are quarantined
        if self.good >= self.bad {
            return Encoding::Utf8 { bom: false };
        }
        let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
        detector.feed(&self.seen, true);
        let guess = detector.guess(None, chardetng::Utf8Detection::Deny);
        let known = SINGLE[..7].iter().find(|t| **t == guess);
        Encoding::Single(known.copied().unwrap_or(encoding_rs::WINDOWS_1252))
    }
}

fn multi(bytes: &[u8]) -> u64 {
    bytes.iter().filter(|b| **b >= 0xc0).count() as u64
}

/// UTF-16 to UTF-8, stretch by stretch. What is no character becomes the byte FF, which no UTF-8 text holds: the record
/// it stands in is quarantined as undecodable.
pub struct Wide(encoding_rs::Decoder);

impl Wide {
    pub fn new(big: bool) -> Self {
        let table = if big {
            encoding_rs::UTF_16BE
        } else {
            encoding_rs::UTF_16LE
        };
        Self(table.new_decoder_without_bom_handling())
    }

    pub fn decode(&mut self, mut bytes: &[u8], last: bool, into: &mut Vec<u8>) {
        loop {
            let start = into.len();
            let room = self
                .0
                .max_utf8_buffer_length_without_replacement(bytes.len())
                .unwrap_or(bytes.len() * 3 + 8);
            into.resize(start + room, 0);
            let (result, read, written) =
                self.0
                    .decode_to_utf8_without_replacement(bytes, &mut into[start..], last);
            into.truncate(start + written);
            bytes = &bytes[read..];
            match result {
                DecoderResult::InputEmpty => return,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(_, _) => into.push(0xff),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decide(bytes: &[u8]) -> String {
        let mut votes = Votes::default();
        votes.look(bytes);
        votes.decide(bytes).name()
    }

    #[test]
    fn encodings_are_found() {
        assert_eq!(decide(b"plain"), "utf-8");
        assert_eq!(decide("Jürgen;Müller".as_bytes()), "utf-8");
        assert_eq!(decide(b"\xef\xbb\xbfa;b"), "utf-8-bom");
        assert_eq!(
            decide(b"J\xfcrgen;M\xfcller;Stra\xdfe;K\xf6ln\n"),
            "windows-1252"
        );
        assert_eq!(decide(b"a\0,\0b\0\n\0c\0,\0"), "utf-16le");
        // one damaged character among good ones
        assert_eq!(
            decide("Jürgen;Müller;Straße\nK\u{f6}ln".as_bytes()),
            "utf-8"
        );
        assert_eq!(decide(b"J\xc3\xbcrgen;M\xc3\xbcller;Stra\xdfe"), "utf-8");
    }

    #[test]
    fn decoding_is_strict() {
        let cp = Encoding::Single(encoding_rs::WINDOWS_1252);
        assert_eq!(cp.text(b"M\xfcller \x80").as_deref(), Some("Müller €"));
        assert_eq!(cp.text(b"a\x81"), None);
        assert_eq!(Encoding::Utf8 { bom: false }.text(b"M\xfcller"), None);
    }

    #[test]
    fn utf_16_is_decoded_across_stretches() {
        let bytes: Vec<u8> = "Müller 😀"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        for cut in 0..bytes.len() {
            let (mut wide, mut out) = (Wide::new(false), Vec::new());
            wide.decode(&bytes[..cut], false, &mut out);
            wide.decode(&bytes[cut..], true, &mut out);
            assert_eq!(String::from_utf8(out).expect("text"), "Müller 😀");
        }
        let mut out = Vec::new();
        Wide::new(false).decode(&[b'a', 0, 0, 0xd8, b'b', 0], true, &mut out);
        assert_eq!(out, b"a\xffb");
    }
}
