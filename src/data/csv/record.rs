//! One record into its fields, by csv-core. The record parser for everything that is not plain, and the slow twin of
//! the fast splitter. Where records end is decided before, by the stricter walk of [`super::scan`]; that csv-core sees
//! exactly one record there is checked each time, and counts for the ledger.

use csv_core::ReadRecordResult;

use super::scan::Marks;

/// Splits records; its buffers are reused.
pub struct Parser {
    marks: Marks,
    reader: csv_core::Reader,
    out: Vec<u8>,
    ends: Vec<usize>,
    fields: usize,
}

impl Parser {
    pub fn new(marks: Marks) -> Self {
        Self {
            marks,
            reader: primed(marks),
            out: vec![0; 4_096],
            ends: vec![0; 128],
            fields: 0,
        }
    }

    /// Splits the bytes of one record, without its line end. False if csv-core does not see exactly one record.
    pub fn split(&mut self, record: &[u8]) -> bool {
        self.fields = 0;
        if record.is_empty() {
            return false;
        }
        let (mut read, mut written, mut ended) = (0, 0, 0);
        loop {
            let rest = &record[read..];
            let input = if rest.is_empty() { b"\n" } else { rest };
            let (result, nin, nout, nend) =
                self.reader
                    .read_record(input, &mut self.out[written..], &mut self.ends[ended..]);
            read += if rest.is_empty() { 0 } else { nin };
            written += nout;
            ended += nend;
            match result {
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.out.resize(self.out.len() * 2, 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(self.ends.len() * 2, 0),
                ReadRecordResult::Record if rest.is_empty() => {
                    self.fields = ended;
                    return true;
                }
                ReadRecordResult::Record | ReadRecordResult::End => {
                    self.reader = primed(self.marks);
                    return false;
                }
            }
        }
    }

    /// Fields of the record split last.
    pub fn count(&self) -> usize {
        self.fields
    }

    pub fn field(&self, i: usize) -> &[u8] {
        let start = i.checked_sub(1).map_or(0, |i| self.ends[i]);
        &self.out[start..self.ends[i]]
    }

    pub fn fields(&self) -> impl Iterator<Item = &[u8]> {
        (0..self.fields).map(|i| self.field(i))
    }
}

/// A reader that has read something: csv-core drops a byte order mark from whatever it is given first.
fn primed(marks: Marks) -> csv_core::Reader {
    let mut reader = csv_core::ReaderBuilder::new()
        .delimiter(marks.delimiter)
        .quoting(marks.quote.is_some())
        .quote(marks.quote.unwrap_or(b'"'))
        .build();
    let _ = reader.read_record(b"x\n", &mut [0; 4], &mut [0; 4]);
    reader
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(record: &str) -> (bool, Vec<String>) {
        let mut parser = Parser::new(Marks {
            delimiter: b',',
            quote: Some(b'"'),
        });
        let one = parser.split(record.as_bytes());
        let fields = parser
            .fields()
            .map(|f| String::from_utf8_lossy(f).into_owned())
            .collect();
        (one, fields)
    }

    #[test]
    fn a_record_is_split_and_its_doubled_quotes_are_undone() {
        assert_eq!(
            split("a,\"b \"\"c\"\"\",,\"d\ne\""),
            (
                true,
                vec!["a".into(), "b \"c\"".into(), String::new(), "d\ne".into()]
            )
        );
        assert_eq!(split(","), (true, vec![String::new(), String::new()]));
        assert_eq!(split("12\" x,y"), (true, vec!["12\" x".into(), "y".into()]));
        assert!(!split("a\nb").0);
        assert_eq!(split("\u{feff}a").1, vec!["\u{feff}a"]);
        let long = "x".repeat(100_000);
        assert_eq!(split(&format!("{long},")).1, vec![long, String::new()]);
    }
}
