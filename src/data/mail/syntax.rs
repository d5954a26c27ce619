//! Whether a value is an e-mail address: the `Mailbox` of RFC 5321 §4.1.2, with RFC 6531 for letters beyond ASCII.
//! Lists hold addresses, not message headers, so RFC 5322's comments and folding are no addresses here. The raw value is
//! judged: what could be repaired is said to be repairable, and is not repaired in silence.

use std::borrow::Cow;

use crate::data::blank::is_blank;

/// Positions in the bins of `mail-syntax`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Syntax {
    /// A spreadsheet error, a URL, a telephone number.
    Placeholder,
    /// An obvious rewriting is an address.
    Repairable,
    /// A quoted local part or an address literal.
    Unusual,
    /// A local part with letters beyond ASCII.
    Eai,
    Valid,
    Illegible,
    Blank,
}

impl Syntax {
    /// The raw value is an address.
    pub fn is_address(self) -> bool {
        matches!(self, Self::Valid | Self::Eai | Self::Unusual)
    }
}

/// What may stand in a local part between dots.
pub const LOCAL: u8 = 1;
const DOMAIN: u8 = 2;

/// What an ASCII byte may stand in.
pub const CLASS: [u8; 256] = {
    let mut table = [0; 256];
    let mut b = 0;
    while b < 128 {
        let c = b as u8;
        if c.is_ascii_alphanumeric() || c == b'-' {
            table[b] = LOCAL | DOMAIN;
        } else if matches!(
            c,
            b'!' | b'#'
                | b'$'
                | b'%'
                | b'&'
                | b'\''
                | b'*'
                | b'+'
                | b'/'
                | b'='
                | b'?'
                | b'^'
                | b'_'
                | b'`'
                | b'{'
                | b'|'
                | b'}'
                | b'~'
        ) {
            table[b] = LOCAL;
        }
        b += 1;
    }
    table
};

/// Sorts a value; with an address comes the position of its `@`.
pub fn sort(text: &str) -> (Syntax, usize) {
    match quick(text.as_bytes()) {
        Some(at) => (Syntax::Valid, at),
        None => sort_slowly(text),
    }
}

/// The position of the `@` of a plain ASCII address; none if the value needs a closer look.
fn quick(text: &[u8]) -> Option<usize> {
    if text.len() > 254 || text.first() == Some(&b'\'') {
        return None;
    }
    let at = memchr::memrchr(b'@', text)?;
    let (local, domain) = (&text[..at], &text[at + 1..]);
    let mut before = b'.';
    for b in local {
        if CLASS[usize::from(*b)] & LOCAL == 0 && (*b != b'.' || before == b'.') {
            return None;
        }
        before = *b;
    }
    if before == b'.' {
        return None;
    }
    is_plain_domain(domain).then_some(at)
}

/// Whether a domain is a host name of plain ASCII labels; if not, it needs a closer look.
fn is_plain_domain(domain: &[u8]) -> bool {
    if domain.len() > 253 {
        return false;
    }
    let (mut before, mut label, mut dots, mut letters) = (b'.', 0, 0, false);
    for b in domain {
        if *b == b'.' {
            if matches!(before, b'.' | b'-') {
                return false;
            }
            (label, letters) = (0, false);
            dots += 1;
        } else {
            // hyphens at the third and fourth place may be Punycode
            let odd = *b == b'-' && (label == 0 || (label == 3 && before == b'-'));
            if CLASS[usize::from(*b)] & DOMAIN == 0 || odd {
                return false;
            }
            label += 1;
            letters |= b.is_ascii_alphabetic();
            if label > 63 {
                return false;
            }
        }
        before = *b;
    }
    !matches!(before, b'.' | b'-') && dots > 0 && letters
}

/// The slow twin of [`sort`], and its way for everything that is no plain address.
pub fn sort_slowly(text: &str) -> (Syntax, usize) {
    if is_blank(text) {
        return (Syntax::Blank, 0);
    }
    if let Some((syntax, at)) = mailbox(text) {
        return (syntax, at);
    }
    let verdict = if is_placeholder(text) {
        Syntax::Placeholder
    } else if repair(text).is_some_and(|r| mailbox(&r).is_some()) {
        Syntax::Repairable
    } else {
        Syntax::Illegible
    };
    (verdict, 0)
}

fn mailbox(text: &str) -> Option<(Syntax, usize)> {
    if text.len() > 254 || text.starts_with('\'') {
        return None;
    }
    let at = text.rfind('@')?;
    let (local, domain) = (&text[..at], &text[at + 1..]);
    let quoted = local.len() >= 2 && local.starts_with('"') && local.ends_with('"');
    if quoted {
        let inner = &local[1..local.len() - 1];
        let mut escaped = false;
        for c in inner.chars() {
            match c {
                _ if c.is_control() => return None,
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '"' => return None,
                _ => {}
            }
        }
        if escaped {
            return None;
        }
    } else if !local.split('.').all(is_atom) {
        return None;
    }
    let literal = domain.starts_with('[') && domain.ends_with(']') && domain.len() > 2;
    if literal {
        let inner = &domain[1..domain.len() - 1];
        // the tag is written in any case
        let fine = match inner.split_at_checked(5) {
            Some((tag, six)) if tag.eq_ignore_ascii_case("IPv6:") => {
                six.parse::<std::net::Ipv6Addr>().is_ok()
            }
            _ => inner.parse::<std::net::Ipv4Addr>().is_ok(),
        };
        if !fine {
            return None;
        }
    } else {
        ascii_domain_slowly(domain)?;
    }
    let syntax = if quoted || literal {
        Syntax::Unusual
    } else if local.is_ascii() {
        Syntax::Valid
    } else {
        Syntax::Eai
    };
    Some((syntax, at))
}

/// A part of a local part between dots.
fn is_atom(atom: &str) -> bool {
    !atom.is_empty()
        && atom.chars().all(|c| {
            if c.is_ascii() {
                CLASS[c as usize] & LOCAL != 0
            } else {
                !(c.is_control() || c.is_whitespace() || is_disguise(c))
            }
        })
}

/// Full-width forms, look-alike at-signs and dots, and marks that cannot be seen.
fn is_disguise(c: char) -> bool {
    matches!(c, '\u{ff00}'..='\u{ffef}' | '\u{fe50}'..='\u{fe6f}' | '\u{3002}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{ad}' | '\u{fffd}')
}

/// The domain in lower-case ASCII, as look-ups need it; none if it is no host name of at least two labels.
pub fn ascii_domain(domain: &str) -> Option<Cow<'_, str>> {
    match is_plain_domain(domain.as_bytes()) {
        true => Some(small(domain)),
        false => ascii_domain_slowly(domain),
    }
}

/// ASCII in small letters.
pub fn small(ascii: &str) -> Cow<'_, str> {
    match ascii.bytes().any(|b| b.is_ascii_uppercase()) {
        true => Cow::Owned(ascii.to_ascii_lowercase()),
        false => Cow::Borrowed(ascii),
    }
}

/// The slow twin of [`ascii_domain`], and its way for what is not plain.
fn ascii_domain_slowly(domain: &str) -> Option<Cow<'_, str>> {
    if domain.len() > 253 || domain.chars().any(is_disguise) {
        return None;
    }
    let needs_idna = !domain.is_ascii()
        || domain
            .split('.')
            .any(|l| l.len() > 3 && l.as_bytes()[..4].eq_ignore_ascii_case(b"xn--"));
    let ascii = if needs_idna {
        Cow::Owned(idna::domain_to_ascii_strict(domain).ok()?)
    } else {
        small(domain)
    };
    let label = |l: &str| {
        (1..=63).contains(&l.len())
            && !l.starts_with('-')
            && !l.ends_with('-')
            && l.bytes().all(|b| CLASS[usize::from(b)] & DOMAIN != 0)
    };
    let last = ascii.rsplit('.').next()?;
    let fine = ascii.len() <= 253
        && ascii.contains('.')
        && ascii.split('.').all(label)
        && last.bytes().any(|b| b.is_ascii_alphabetic());
    fine.then_some(ascii)
}

/// A spreadsheet error, a lone `#`, a URL, a telephone number.
fn is_placeholder(text: &str) -> bool {
    let text = text.trim();
    if text.starts_with('#') && !text.contains('@') {
        return true;
    }
    let start = text.get(..8).unwrap_or(text).to_ascii_lowercase();
    if !text.contains('@')
        && ["http://", "https://", "www."]
            .iter()
            .any(|p| start.starts_with(p))
    {
        return true;
    }
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    digits >= 6
        && text
            .bytes()
            .all(|b| b.is_ascii_digit() || b" +-/().".contains(&b))
}

/// What is wrong with a value that is no address, or what would be rewritten; none for an address and a blank.
pub fn reason(text: &str) -> Option<&'static str> {
    Some(match sort_slowly(text).0 {
        Syntax::Valid | Syntax::Eai | Syntax::Unusual | Syntax::Blank => return None,
        Syntax::Placeholder => "placeholder",
        Syntax::Repairable => rewriting(text),
        Syntax::Illegible => defect(text),
    })
}

fn rewriting(text: &str) -> &'static str {
    let bare = text.trim_matches(|c: char| c.is_whitespace() || is_disguise(c));
    let head = bare.get(..7).unwrap_or("");
    if head.eq_ignore_ascii_case("mailto:") {
        "mailto"
    } else if text.contains('<') {
        "display-name"
    } else if text.contains([
        '\u{a0}', '\u{200b}', '\u{feff}', '\u{2060}', '\u{202f}', '\u{ad}',
    ]) || text.contains(|c| matches!(c, '\u{200b}'..='\u{200f}'))
    {
        "invisible-space"
    } else if text.contains(|c| matches!(c, '\u{ff00}'..='\u{ffef}')) {
        "full-width"
    } else if bare.ends_with(['.', ';', ',']) {
        "trailing-mark"
    } else if bare.starts_with(['\'', '’', '‘', '`', '"', '„', '“', '”'])
        || bare.ends_with(['\'', '’', '‘', '`', '"', '„', '“', '”'])
    {
        "quotation-mark"
    } else {
        "trim"
    }
}

fn defect(text: &str) -> &'static str {
    let text = text.trim();
    let small = text.to_lowercase();
    let marks = text.matches('@').count();
    let disguised = [
        "[at]", "(at)", "{at}", "<at>", "&#64;", "&#x40;", "&commat;", "\u{fe6b}", "\u{ff20}",
    ];
    if disguised.iter().any(|d| small.contains(d)) || (marks == 0 && small.contains(" at ")) {
        return "obfuscated";
    }
    if marks == 0 {
        return "no-at";
    }
    let parts = small.split([';', ',', '|', '/', ' ', '\t', '\n']);
    if parts.filter(|p| p.trim_matches('@').contains('@')).count() > 1 {
        return "multiple-addresses";
    }
    if text.contains('(') && text.contains(')') {
        return "comment";
    }
    let Some((local, domain)) = text.rsplit_once('@') else {
        return "no-at";
    };
    let quoted = local.len() > 1 && local.starts_with('"') && local.ends_with('"');
    if marks > 1 && !quoted {
        return "multiple-at";
    }
    if local.is_empty() {
        return "empty-local";
    }
    if domain.is_empty() {
        return "empty-domain";
    }
    if domain.starts_with('[') {
        return "bad-literal";
    }
    if domain.parse::<std::net::IpAddr>().is_ok() {
        return "bare-ip";
    }
    for part in [local, domain] {
        if part.contains("..") {
            return "double-dot";
        }
        if part.starts_with('.') || part.ends_with('.') {
            return "dot-edge";
        }
    }
    if !quoted && !local.split('.').all(is_atom) {
        return "bad-char";
    }
    let labels = || domain.split('.');
    if labels().any(|l| l.is_ascii() && l.len() > 63) {
        return "label-length";
    }
    if text.len() > 254 || domain.len() > 253 {
        return "too-long";
    }
    if domain.chars().any(is_disguise) {
        return "bad-idna";
    }
    if !domain.contains('.') {
        return "dotless-domain";
    }
    if labels().any(|l| l.starts_with('-') || l.ends_with('-')) {
        return "hyphen-edge";
    }
    let plain = |b: u8| CLASS[usize::from(b)] & DOMAIN != 0;
    if labels().any(|l| l.is_ascii() && !l.bytes().all(plain)) {
        return "bad-char";
    }
    let last = labels().next_back().unwrap_or("");
    if last.bytes().all(|b| b.is_ascii_digit()) {
        return "numeric-tld";
    }
    let coded = |l: &str| l.get(..4).is_some_and(|x| x.eq_ignore_ascii_case("xn--"));
    if !domain.is_ascii() || labels().any(coded) {
        return "bad-idna";
    }
    "bad-char"
}

/// The address behind a value that is almost one, a name before it included.
pub fn mended(text: &str) -> Option<String> {
    repair(text).filter(|r| mailbox(r).is_some())
}

/// The address behind a value that is almost one and says nothing else.
pub fn repaired(text: &str) -> Option<String> {
    repair(text).filter(|_| !text.contains('<'))
}

/// The obvious rewriting of a value; none if there is none.
fn repair(text: &str) -> Option<String> {
    let mut clean: String = text
        .chars()
        .filter(|c| {
            !matches!(
                c,
                '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}'
            )
        })
        .map(|c| match c {
            // full-width letters and digits; a full-width @ is a disguise
            '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' => {
                char::from_u32(c as u32 - 0xfee0).unwrap_or(c)
            }
            c => c,
        })
        .collect();
    // Anna Muster <anna@firma.de>
    if let (Some(open), Some(close)) = (clean.rfind('<'), clean.rfind('>'))
        && open < close
        && clean[close + 1..].trim().is_empty()
        && !clean[..open].contains(['@', '<'])
    {
        clean = clean[open + 1..close].to_owned();
    }
    let edge =
        |c: char| c.is_whitespace() || matches!(c, '\'' | '’' | '‘' | '`' | '"' | '„' | '“' | '”');
    let mut rest = clean
        .trim_matches(edge)
        .trim_end_matches(|c: char| edge(c) || matches!(c, '.' | ';' | ','));
    if let Some(head) = rest.get(..7)
        && head.eq_ignore_ascii_case("mailto:")
    {
        rest = rest[7..].trim_start_matches(edge);
    }
    (rest != text).then(|| rest.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use Syntax::*;

    #[test]
    fn each_verdict() {
        for (text, want) in [
            ("anna@firma-beispiel.de", Valid),
            ("A.B+c_d'e@Sub.Firma-Beispiel.DE", Valid),
            ("o'neill@firm-example.co.uk", Valid),
            ("anna@müller-beispiel.de", Valid),
            ("anna@xn--mller-beispiel-nlb.de", Valid),
            ("jürgen@firma-beispiel.de", Eai),
            ("\"a b\"@firma-beispiel.de", Unusual),
            ("anna@[192.0.2.1]", Unusual),
            ("anna@[IPv6:2001:db8::1]", Unusual),
            ("ANNA@[IPV6:2001:DB8::1]", Unusual),
            (" anna@firma-beispiel.de", Repairable),
            ("anna@firma-beispiel.de\u{a0}", Repairable),
            ("anna\u{200b}@firma-beispiel.de", Repairable),
            ("mailto:anna@firma-beispiel.de", Repairable),
            ("Anna <anna@firma-beispiel.de>", Repairable),
            ("<anna@firma-beispiel.de>", Repairable),
            ("anna@firma-beispiel.de;", Repairable),
            ("anna@firma-beispiel.de.", Repairable),
            ("'anna@firma-beispiel.de", Repairable),
            ("ａnna@firma-beispiel.de", Repairable),
            ("#NV", Placeholder),
            ("#REF!", Placeholder),
            ("#", Placeholder),
            ("https://firma-beispiel.de", Placeholder),
            ("www.firma-beispiel.de", Placeholder),
            ("+49 30 123456", Placeholder),
            ("", Blank),
            ("n/a", Blank),
            ("keine Angabe", Blank),
            ("firma-beispiel.de", Illegible),
            ("a@b@firma-beispiel.de", Illegible),
            ("@firma-beispiel.de", Illegible),
            ("anna@", Illegible),
            ("anna muster@firma-beispiel.de", Illegible),
            (".anna@firma-beispiel.de", Illegible),
            ("anna.@firma-beispiel.de", Illegible),
            ("an..na@firma-beispiel.de", Illegible),
            ("anna@-firma-beispiel.de", Illegible),
            ("anna@firma-.de", Illegible),
            ("anna@firma_beispiel.de", Illegible),
            ("anna@localhost", Illegible),
            ("anna@firma.123", Illegible),
            ("anna@192.0.2.1", Illegible),
            ("anna@[300.0.0.1]", Illegible),
            ("anna@xn--\u{7f}.de", Illegible),
            ("anna(chef)@firma-beispiel.de", Illegible),
            ("a@firma-beispiel.de; b@firma-beispiel.de", Illegible),
            ("anna [at] firma-beispiel.de", Illegible),
            ("anna at firma-beispiel dot de", Illegible),
            ("anna＠firma-beispiel.de", Illegible),
            ("anna@firma。de", Illegible),
        ] {
            assert_eq!(sort(text).0, want, "{text:?}");
        }
    }

    #[test]
    fn each_reason() {
        let long = "a".repeat(64);
        let very = format!("{}@firma-beispiel.de", "a.".repeat(130) + "a");
        for (text, want) in [
            ("firma-beispiel.de", "no-at"),
            ("a@b@firma-beispiel.de", "multiple-at"),
            ("@firma-beispiel.de", "empty-local"),
            ("anna@", "empty-domain"),
            ("anna muster@firma-beispiel.de", "bad-char"),
            ("anna@firma_beispiel.de", "bad-char"),
            ("anna@firma。de", "bad-idna"),
            (".anna@firma-beispiel.de", "dot-edge"),
            ("anna@.firma-beispiel.de", "dot-edge"),
            ("an..na@firma-beispiel.de", "double-dot"),
            (&format!("anna@{long}.de"), "label-length"),
            (&very, "too-long"),
            ("anna@firma-.de", "hyphen-edge"),
            ("anna@localhost", "dotless-domain"),
            ("anna@firma.123", "numeric-tld"),
            ("anna@192.0.2.1", "bare-ip"),
            ("anna@[300.0.0.1]", "bad-literal"),
            ("anna@xn--\u{7f}.de", "bad-char"),
            ("anna@m\u{fffd}ller.de", "bad-idna"),
            ("anna(chef)@firma-beispiel.de", "comment"),
            (
                "a@firma-beispiel.de; b@firma-beispiel.de",
                "multiple-addresses",
            ),
            ("#NV", "placeholder"),
            ("anna [at] firma-beispiel.de", "obfuscated"),
            ("anna at firma-beispiel dot de", "obfuscated"),
            ("anna＠firma-beispiel.de", "obfuscated"),
            (" anna@firma-beispiel.de", "trim"),
            ("anna@firma-beispiel.de\u{a0}", "invisible-space"),
            ("mailto:anna@firma-beispiel.de", "mailto"),
            ("Anna <anna@firma-beispiel.de>", "display-name"),
            ("anna@firma-beispiel.de;", "trailing-mark"),
            ("'anna@firma-beispiel.de", "quotation-mark"),
            ("ａnna@firma-beispiel.de", "full-width"),
        ] {
            assert_eq!(reason(text), Some(want), "{text:?}");
        }
        assert_eq!(reason("anna@firma-beispiel.de"), None);
        assert_eq!(reason("n/a"), None);
    }

    #[test]
    fn lengths_are_those_of_the_standard() {
        let label = "a".repeat(63);
        assert_eq!(sort(&format!("x@{label}.de")).0, Valid);
        assert_eq!(sort(&format!("x@{label}a.de")).0, Illegible);
        let domain = format!("{label}.{label}.{label}.de");
        let local = "b".repeat(254 - domain.len() - 1);
        assert_eq!(sort(&format!("{local}@{domain}")).0, Valid);
        assert_eq!(sort(&format!("{local}b@{domain}")).0, Illegible);
    }

    proptest::proptest! {
        #[test]
        fn the_short_way_equals_the_long_one(text in "[a-zA-Z0-9.@'_+-]{0,24}|[a-z'.]{0,3}@[xn.a1-]{0,12}|.{0,12}@?.{0,12}") {
            if let Some(at) = quick(text.as_bytes()) {
                proptest::prop_assert_eq!(sort_slowly(&text), (Valid, at));
            } else if let (Valid, _) = sort_slowly(&text) {
                // what the short way leaves aside: Punycode and letters beyond ASCII
                let odd = !text.is_ascii() || text.contains("--");
                proptest::prop_assert!(odd, "{text:?}");
            }
        }

        #[test]
        fn a_plain_domain_is_read_as_any_other(text in "[a-zA-Z0-9.-]{0,12}|[a-z]{1,3}(\\.[a-zA-Z0-9-]{1,5}){0,3}|xn--[a-z0-9]{1,6}\\.de|\\PC{0,12}") {
            proptest::prop_assert_eq!(ascii_domain(&text), ascii_domain_slowly(&text));
        }

        #[test]
        fn no_value_panics(text in "\\PC{0,40}") {
            let (syntax, _) = sort(&text);
            let sound = syntax.is_address() || syntax == Blank;
            proptest::prop_assert_eq!(reason(&text).is_none(), sound);
            proptest::prop_assert_eq!(mended(&text).is_some() && !sound && syntax != Placeholder, syntax == Repairable);
        }
    }
}
