//! What kind of mailbox it is: a function, a person, a machine. Decided from the local part by the words of
//! `role_words.tsv`, each with its own reach: `post` is a function only if it stands alone, since people are called Post,
//! while `buchhaltung` is one wherever it stands.

use std::cell::Cell;
use std::sync::LazyLock;

use super::domain::Domain;
use super::plain::Plain;
use super::tables::{Line, rows};
use crate::data::letters::{self, Umlaut};
use crate::data::lexicon::Lexicon;

/// Positions in the bins of `mail-box`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Mailbox {
    Test,
    Noreply,
    Rfc2142,
    Opaque,
    Named,
    Role,
    Illegible,
    Blank,
}

impl Mailbox {
    /// A function word before a public provider's domain is a consumer's mailbox.
    pub fn under(self, domain: Domain) -> Self {
        match self {
            Self::Role | Self::Rfc2142 if domain.class.is_consumer() => Self::Named,
            other => other,
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Reach {
    Whole,
    Head,
    Any,
}

#[derive(Clone, Copy)]
struct Word {
    kind: Mailbox,
    reach: Reach,
    line: Line,
}

#[derive(Default)]
struct Words {
    words: Lexicon<Word>,
    /// Ends of compounds, by their last three bytes.
    ends: Lexicon<Vec<(&'static str, Line)>>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let mut all = Words::default();
    for line in rows("role_words") {
        let [word, language, function, reach] = line.cells();
        let kind = match function {
            "test" => Mailbox::Test,
            "noreply" => Mailbox::Noreply,
            "rfc2142" => Mailbox::Rfc2142,
            _ => Mailbox::Role,
        };
        let reach = match reach {
            "any" => Reach::Any,
            "head" => Reach::Head,
            "suffix" => {
                if let Some(end) = word.as_bytes().last_chunk::<3>() {
                    all.ends.entry(end).push((word, line));
                }
                continue;
            }
            _ => Reach::Whole,
        };
        // a word of several languages is told by the one that most lists are written in
        let better = match all.words.get(word.as_bytes()) {
            Some(_) if line.supplied => true,
            Some(_) => matches!(language, "-" | "en"),
            None => true,
        };
        if better {
            all.words
                .insert(word.as_bytes(), Word { kind, reach, line });
        }
    }
    all
});

/// The local part as words are matched against it: small letters, one kind of separator, no `+tag`.
pub fn tidy(local: &str, out: &mut String) {
    out.clear();
    let local = local.trim_matches('"');
    let local = match memchr::memchr(b'+', local.as_bytes()) {
        Some(plus) => &local[..plus],
        None => local,
    };
    if local.is_ascii() {
        out.push_str(local);
        out.make_ascii_lowercase();
        if local.bytes().any(|b| matches!(b, b'-' | b'_')) {
            let dotted = out.replace(['-', '_'], ".");
            out.clear();
            out.push_str(&dotted);
        }
        return;
    }
    for c in local.chars() {
        match c {
            '.' | '-' | '_' => out.push('.'),
            c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            c => letters::push(out, c, Umlaut::One),
        }
    }
}

/// Without trailing digits and one separator before them: `info.2` is `info`.
pub fn without_number(tidy: &str) -> &str {
    let rest = tidy.trim_end_matches(|c: char| c.is_ascii_digit());
    rest.strip_suffix('.').unwrap_or(rest)
}

/// What a tidied local part is.
#[derive(Clone, Copy)]
pub struct Decision {
    pub kind: Mailbox,
    /// The word that decided, if one did.
    pub word: Option<Line>,
    /// A word of a function stands in it, though it may not reach far enough to decide: `anna.post`.
    pub function: bool,
}

/// Sorts a tidied local part.
pub fn decide(tidy: &str) -> Decision {
    let function = Cell::new(false);
    let (kind, word) = sort(tidy, &function);
    Decision {
        kind,
        word,
        function: function.get(),
    }
}

fn sort(tidy: &str, function: &Cell<bool>) -> (Mailbox, Option<Line>) {
    let t = &*WORDS;
    let get = |word: &str, at_least: Reach| {
        let found = t.words.get(word.as_bytes())?;
        if matches!(found.kind, Mailbox::Role | Mailbox::Rfc2142) {
            function.set(true);
        }
        (found.reach >= at_least).then_some((found.kind, Some(found.line)))
    };
    let short = without_number(tidy);
    if let Some(found) = get(tidy, Reach::Whole) {
        return found;
    }
    if short.len() != tidy.len()
        && let Some(found) = get(short, Reach::Whole)
    {
        return found;
    }
    if short.contains('.') {
        // one, two or three tokens in a row
        let mut starts = std::iter::once(0).chain(short.match_indices('.').map(|(i, _)| i + 1));
        let found = starts.find_map(|start| {
            let reach = if start == 0 { Reach::Head } else { Reach::Any };
            let rest = &short[start..];
            rest.match_indices('.')
                .map(|(i, _)| i)
                .take(3)
                .chain(std::iter::once(rest.len()))
                .find_map(|end| get(&rest[..end], reach))
        });
        if let Some(found) = found {
            return found;
        }
    }
    if is_opaque(tidy.as_bytes()) {
        return (Mailbox::Opaque, None);
    }
    let mut tokens = short.split('.').map(str::as_bytes);
    if let Some(line) = tokens.find_map(ends_in_function) {
        function.set(true);
        return (Mailbox::Role, Some(line));
    }
    (Mailbox::Named, None)
}

/// [`decide`] for the local part of a plain address: the kind, and whether a word of a function stands in it.
#[inline]
pub fn decide_plain(plain: &Plain) -> (Mailbox, bool) {
    let t = &*WORDS;
    let mut function = false;
    let mut get = |from: usize, to: usize, at_least: Reach| {
        let word = plain.part(from, to);
        let found = t.words.find(plain.beginning(from, to), word)?;
        function |= matches!(found.kind, Mailbox::Role | Mailbox::Rfc2142);
        (found.reach >= at_least).then_some(found.kind)
    };
    let (length, short) = (plain.tidied(), plain.without_number());
    let mut kind = get(0, length, Reach::Whole);
    if kind.is_none() && short != length {
        kind = get(0, short, Reach::Whole);
    }
    let dots = plain.dots(short);
    let mut reach = Reach::Head;
    let mut starts = Bits(dots << 1 | u64::from(dots != 0));
    while kind.is_none()
        && let Some(from) = starts.next()
    {
        // one, two or three tokens in a row
        let mut ends = Bits(dots >> from << from).take(3);
        kind = ends.find_map(|to| get(from, to, reach));
        // of the whole was asked above
        if kind.is_none() && from != 0 {
            kind = get(from, short, reach);
        }
        reach = Reach::Any;
    }
    if let Some(kind) = kind {
        return (kind, function);
    }
    if plain.digits() >= 3 && is_opaque(plain.part(0, length)) {
        return (Mailbox::Opaque, function);
    }
    let mut from = 0;
    // the last token ends where all of it does, which is before the `@`
    for to in Bits(dots | 1 << short) {
        if to >= from + COMPOUND {
            let token = plain.part(from, to);
            let ends = t
                .ends
                .find(plain.beginning(to - 3, to), plain.part(to - 3, to));
            if ends.is_some_and(|ends| ends.iter().any(|(end, _)| is_compound(token, end))) {
                return (Mailbox::Role, true);
            }
        }
        from = to + 1;
    }
    (Mailbox::Named, function)
}

/// Positions of the bits that are set.
struct Bits(u64);

impl Iterator for Bits {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        let at = self.0.trailing_zeros() as usize;
        self.0 &= self.0.wrapping_sub(1);
        (at < 64).then_some(at)
    }
}

/// Letters of the shortest compound: three at its end, three before.
const COMPOUND: usize = 6;

/// `bauabteilung` ends in `abteilung`, with something meaningful before it.
fn ends_in_function(token: &[u8]) -> Option<Line> {
    let end = token.last_chunk::<3>()?;
    let ends = WORDS.ends.get(end)?;
    ends.iter()
        .find(|(end, _)| is_compound(token, end))
        .map(|(_, line)| *line)
}

fn is_compound(token: &[u8], end: &str) -> bool {
    token
        .strip_suffix(end.as_bytes())
        .is_some_and(|before| before.len() >= 3)
}

/// A hash, a UUID, a staff number, a long run of digits.
fn is_opaque(tidy: &[u8]) -> bool {
    let (mut digits, mut hex, mut letters) = (0, true, 0);
    for b in tidy {
        if b.is_ascii_digit() {
            digits += 1;
        } else if *b != b'.' {
            letters += 1;
            hex &= matches!(b, b'a'..=b'f');
        }
    }
    (letters <= 2 && digits >= 3 && letters < digits)
        || digits >= 8
        || (hex && digits >= 4 && digits + letters >= 12)
}

#[cfg(test)]
mod tests {
    use super::super::tables::lines;
    use super::*;

    fn of(local: &str) -> Mailbox {
        let mut buffer = String::new();
        tidy(local, &mut buffer);
        decide(&buffer).kind
    }

    #[test]
    fn words_that_do_not_decide() {
        for (local, function) in [
            ("info", true),
            ("bauabteilung", true),
            ("anna.post", true),
            ("anna.post2", true),
            ("anna.muster", false),
            ("postmaster", true),
            ("no-reply", false),
        ] {
            let mut buffer = String::new();
            tidy(local, &mut buffer);
            assert_eq!(decide(&buffer).function, function, "{local}");
        }
    }

    #[test]
    fn each_kind() {
        use Mailbox::*;
        for (local, want) in [
            ("info", Role),
            ("Info", Role),
            ("info2", Role),
            ("info-3", Role),
            ("info+liste", Role),
            ("vertrieb.sued", Role),
            ("be.buchhaltung", Role),
            ("north-accounts-payable", Role),
            ("accounts.receivable", Role),
            ("bauabteilung", Role),
            ("büro", Role),
            ("comptabilite", Role),
            ("comptabilité", Role),
            ("obsluga.klienta", Role),
            ("post", Role),
            ("vorname.post", Named),
            ("anna.post", Named),
            ("anna", Named),
            ("anna.muster", Named),
            ("amuster", Named),
            ("muster", Named),
            ("am85", Named),
            ("anna1985", Named),
            ("estelle", Named),
            ("postmaster", Rfc2142),
            ("abuse", Rfc2142),
            ("no-reply", Noreply),
            ("donotreply", Noreply),
            ("ne-pas-repondre", Noreply),
            ("test", Test),
            ("test123", Test),
            ("max.mustermann", Test),
            ("john.doe", Test),
            ("123456", Test),
            ("u1234567", Opaque),
            ("4711081512", Opaque),
            ("550e8400-e29b-41d4-a716-446655440000", Opaque),
            ("d41d8cd98f00b204", Opaque),
        ] {
            assert_eq!(of(local), want, "{local}");
        }
    }

    /// The obvious way: every line of the table against every run of tokens.
    fn sort_slowly(tidy: &str) -> Mailbox {
        let words: Vec<[&str; 5]> = lines::<5>("role_words").collect();
        let kind = |function: &str| match function {
            "test" => Mailbox::Test,
            "noreply" => Mailbox::Noreply,
            "rfc2142" => Mailbox::Rfc2142,
            _ => Mailbox::Role,
        };
        let short = without_number(tidy);
        for text in [tidy, short] {
            if let Some(w) = words.iter().find(|w| w[0] == text && w[3] != "suffix") {
                return kind(w[2]);
            }
        }
        let tokens: Vec<&str> = short.split('.').collect();
        if tokens.len() > 1 {
            for start in 0..tokens.len() {
                for end in start + 1..=tokens.len() {
                    let run = tokens[start..end].join(".");
                    // three tokens at most, or all that is left
                    if end - start > 3 && end != tokens.len() {
                        continue;
                    }
                    let found = words
                        .iter()
                        .find(|w| w[0] == run && (w[3] == "any" || (w[3] == "head" && start == 0)));
                    if let Some(w) = found {
                        return kind(w[2]);
                    }
                }
            }
        }
        if is_opaque(tidy.as_bytes()) {
            return Mailbox::Opaque;
        }
        let ends = words.iter().filter(|w| w[3] == "suffix").map(|w| w[0]);
        if ends
            .flat_map(|e| tokens.iter().map(move |t| is_compound(t.as_bytes(), e)))
            .any(|x| x)
        {
            return Mailbox::Role;
        }
        Mailbox::Named
    }

    /// Whether any run of tokens is a function word, however far it reaches.
    fn has_function_word(tidy: &str) -> bool {
        let words: Vec<[&str; 4]> = lines::<4>("role_words").collect();
        let function = |run: &str| {
            let word = words.iter().find(|w| w[0] == run && w[3] != "suffix");
            word.is_some_and(|w| !matches!(w[2], "test" | "noreply"))
        };
        let tokens: Vec<&str> = without_number(tidy).split('.').collect();
        let n = tokens.len();
        let mut runs = (0..n).flat_map(|start| (start + 1..=n).map(move |end| start..end));
        n > 1 && runs.any(|r| (r.len() <= 3 || r.end == n) && function(&tokens[r].join(".")))
    }

    proptest::proptest! {
        #[test]
        fn the_short_way_equals_the_long_one(
            parts in proptest::collection::vec(0usize..1_300, 1..4),
            free in "[a-z0-9]{0,6}",
            join in "[.]?",
        ) {
            let words: Vec<&str> = lines::<1>("role_words").map(|[w]| w).collect();
            let mut text: Vec<&str> = parts.iter().filter_map(|i| words.get(*i).copied()).collect();
            text.insert(text.len() / 2, &free);
            let text = text.join(&join);
            let found = decide(&text);
            proptest::prop_assert_eq!(found.kind, sort_slowly(&text), "{}", text);
            let mut plain = Plain::new();
            plain.take(format!("{text}@a.de").as_bytes());
            if plain.read() {
                proptest::prop_assert_eq!(decide_plain(&plain), (found.kind, found.function), "{}", text);
            }
            let function = matches!(found.kind, Mailbox::Role | Mailbox::Rfc2142);
            proptest::prop_assert!(found.function || !function, "{}", text);
            if found.kind == Mailbox::Named {
                proptest::prop_assert_eq!(found.function, has_function_word(&text), "{}", text);
            }
        }
    }
}
