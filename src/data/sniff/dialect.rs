//! Separator, quote and line end, by a vote: under each candidate the sample is split, and the one under which records
//! agree on their number of fields, and under which headers are known, wins.

use super::super::columns;
use super::super::csv::record::Parser;
use super::super::csv::scan::{self, Item, Marks, Next, Shape};

/// Separators that are looked for.
pub const DELIMITERS: [u8; 4] = *b",;\t|";
/// Records of the sample that vote.
const VOTERS: usize = 400;

/// The records of a stretch, up to `most`.
pub fn items(buf: &[u8], start: usize, marks: Marks, complete: bool, most: usize) -> Vec<Item> {
    let (mut out, mut at) = (Vec::new(), start);
    while out.len() < most {
        let Next::Item(item) = scan::next(buf, at, marks, complete) else {
            break;
        };
        at = item.next;
        out.push(item);
        if at >= buf.len() {
            break;
        }
    }
    out
}

/// The marks under which the sample makes most sense; what is given is not voted on.
pub fn find(buf: &[u8], complete: bool, delimiter: Option<u8>, quote: Option<Option<u8>>) -> Marks {
    let delimiters = delimiter.map_or(DELIMITERS.to_vec(), |d| vec![d]);
    let best = |quote: Option<u8>| {
        let mut best: Option<(Vote, Marks)> = None;
        for delimiter in &delimiters {
            let marks = Marks {
                delimiter: *delimiter,
                quote,
            };
            let vote = vote(buf, complete, marks);
            // on a tie the earlier candidate stays: comma before semicolon
            if best.is_none_or(|(b, _)| vote.score > b.score + 1e-9) {
                best = Some((vote, marks));
            }
        }
        best
    };
    let fallback = Marks {
        delimiter: delimiter.unwrap_or(b','),
        quote: quote.unwrap_or(Some(b'"')),
    };
    let Some((with, marks)) = best(fallback.quote) else {
        return fallback;
    };
    // quotes mean nothing only if most records make no sense with them, and nearly all do without: a list in which
    // some quotes are broken is not read as one without quotes
    if quote.is_none()
        && with.voters >= 10
        && with.broken * 2 > with.voters
        && let Some((without, bare)) = best(None)
        && without.agreed > 0.95
    {
        return bare;
    }
    marks
}

/// What the sample says about one candidate.
#[derive(Clone, Copy, Default)]
struct Vote {
    score: f64,
    voters: u32,
    /// Records with an unclosed quote.
    broken: u32,
    /// Share of records that agree on the number of fields.
    agreed: f64,
}

fn vote(buf: &[u8], complete: bool, marks: Marks) -> Vote {
    let mut parser = Parser::new(marks);
    let mut vote = Vote::default();
    let (mut counts, mut known) = (Vec::<u32>::new(), 0_usize);
    for (n, item) in items(buf, 0, marks, complete, VOTERS).iter().enumerate() {
        if item.shape == Shape::Blank {
            continue;
        }
        vote.voters += 1;
        if item.shape != Shape::Record || !parser.split(&buf[item.start..item.end]) {
            vote.broken += 1;
            continue;
        }
        let fields = parser.count();
        if counts.len() <= fields {
            counts.resize(fields + 1, 0);
        }
        counts[fields] += 1;
        if n < 30 && fields > 1 {
            let hits = parser.fields().filter(|f| columns::known(f)).count();
            known = known.max(hits);
        }
    }
    if vote.voters == vote.broken {
        return vote;
    }
    let mode = counts.iter().copied().max().unwrap_or(0);
    let fields = counts.iter().rposition(|n| *n == mode).unwrap_or(0);
    vote.agreed = f64::from(mode) / f64::from(vote.voters);
    let width = (fields.min(200) as f64) / 1_000.0;
    vote.score = if fields < 2 && known == 0 {
        // one column is what is left if nothing separates
        vote.agreed * 0.3
    } else {
        vote.agreed + (known.min(4) as f64) / 4.0 + width
    };
    vote
}

/// `crlf`, `lf`, `cr` or `mixed`, over the records of the sample; none if there is no line end.
pub fn line_end(buf: &[u8], items: &[Item]) -> Option<&'static str> {
    let mut seen = [false; 3];
    for item in items {
        match &buf[item.end..item.next] {
            b"\r\n" => seen[0] = true,
            b"\n" => seen[1] = true,
            b"\r" => seen[2] = true,
            _ => {}
        }
    }
    match seen {
        [true, false, false] => Some("crlf"),
        [false, true, false] => Some("lf"),
        [false, false, true] => Some("cr"),
        [false, false, false] => None,
        _ => Some("mixed"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> (char, Option<char>) {
        let marks = find(text.as_bytes(), true, None, None);
        (marks.delimiter as char, marks.quote.map(char::from))
    }

    #[test]
    fn separators_are_found() {
        let quoted = Some('"');
        assert_eq!(found("Name,E-Mail\nA,a@b-beispiel.de\n"), (',', quoted));
        assert_eq!(found("Firma;Umsatz\nA;1,5\nB;2,5\n"), (';', quoted));
        assert_eq!(
            found("Firma;Ort\n\"A; B\";1,5\n\"C, D\";2\n"),
            (';', quoted)
        );
        assert_eq!(found("a\tb\tc\n1,5\t2\t3\n"), ('\t', quoted));
        assert_eq!(found("a|b\n1|2\n"), ('|', quoted));
        assert_eq!(
            found("E-Mail\na@b-beispiel.de\nc@d-beispiel.de\n"),
            (',', quoted)
        );
        // notes before the header, commas in them
        assert_eq!(
            found(
                "Notes:\nOne, two, three, four\n\nFirst Name;Last Name;Email\nA;B;c\nD;E;f\nG;H;i\n"
            ),
            (';', quoted)
        );
        // quotes that mean inches everywhere
        let inches: String = (0..20).map(|n| format!("\"{n}\" pipe,x,{n}\n")).collect();
        assert_eq!(found(&inches), (',', None));
    }
}
