//! Three parsers, one answer: the fast splitter, the record parser, and [`obvious`], which is written for nothing but
//! being read. And one answer for every block size and number of threads.

use std::sync::Mutex;

use proptest::prelude::*;

use super::feed::{Start, TAIL};
use super::load::{Block, Cut, Loaded, Loader, Plan};
use super::scan::Marks;
use super::*;
use crate::data::frame::Slot;
use crate::data::sniff::encoding::Encoding;
use crate::record::column::Column;

const MARKS: Marks = Marks {
    delimiter: b',',
    quote: Some(b'"'),
};

/// A record as the obvious parser sees it.
#[derive(Debug, PartialEq)]
enum Seen {
    Fields(Vec<String>),
    Unclosed,
}

/// Character by character, with all of the text at hand, and without any limit.
fn obvious(text: &str) -> Vec<Seen> {
    let c: Vec<char> = text.chars().collect();
    let is_end = |i: usize| i >= c.len() || matches!(c[i], '\n' | '\r');
    let after = |i: usize| {
        if i + 1 < c.len() && c[i] == '\r' && c[i + 1] == '\n' {
            i + 2
        } else {
            i + 1
        }
    };
    let (mut records, mut i) = (Vec::new(), 0);
    while i < c.len() {
        let mut fields = Vec::new();
        let broken = loop {
            let mut field = String::new();
            if i < c.len() && c[i] == '"' {
                let open = i;
                i += 1;
                let mut closed = false;
                while i < c.len() {
                    if c[i] == '"' && c.get(i + 1) == Some(&'"') {
                        field.push('"');
                        i += 2;
                    } else if c[i] == '"' {
                        i += 1;
                        closed = true;
                        break;
                    } else {
                        field.push(c[i]);
                        i += 1;
                    }
                }
                if !closed || !(is_end(i) || c[i] == ',') {
                    i = open;
                    while !is_end(i) {
                        i += 1;
                    }
                    break true;
                }
            } else {
                while !is_end(i) && c[i] != ',' {
                    field.push(c[i]);
                    i += 1;
                }
            }
            fields.push(field);
            if is_end(i) {
                break false;
            }
            i += 1;
        };
        i = after(i);
        records.push(if broken {
            Seen::Unclosed
        } else {
            Seen::Fields(fields)
        });
    }
    records
}

fn plan(fields: usize) -> Plan {
    Plan {
        marks: MARKS,
        encoding: Encoding::Utf8 { bom: false },
        fields,
        header: Some(vec!["h".to_owned(); fields]),
        short_rows_blank: false,
        slots: (0..fields)
            .map(|i| Slot::new(Column::ALL[i], 1, i + 1))
            .collect(),
        targets: (0..fields).map(Some).collect(),
        lines: true,
    }
}

/// The line of each row, and its cells.
fn rows(frame: &Frame) -> Vec<Vec<String>> {
    let columns: Vec<_> = frame
        .slots()
        .iter()
        .filter_map(|s| frame.at(s.position))
        .collect();
    (0..frame.rows())
        .map(|i| {
            let line = frame.lines()[i].to_string();
            let cells = columns.iter().map(|c| c.get(i).to_owned());
            std::iter::once(line).chain(cells).collect()
        })
        .collect()
}

fn load(plan: &Plan, text: &str, cut: Cut) -> Loaded {
    Loader::new(plan).load(Block {
        number: 0,
        bytes: text.as_bytes().to_vec(),
        line: 1,
        cut,
        last: false,
    })
}

/// Everything that a pass over a text gives.
fn pass(
    plan: &Plan,
    text: &str,
    threads: usize,
    block: usize,
    tail: usize,
) -> (Vec<Vec<String>>, Pass) {
    let all = Mutex::new(Vec::new());
    let start = Start {
        skip: 0,
        line: 1,
        tail,
    };
    let shape = Shape { threads, block };
    let (bytes, digest, pass) = run(text.as_bytes(), plan, start, shape, &|_, piece| {
        let rows = piece.frame.map(rows).unwrap_or_default();
        all.lock().expect("rows").push((piece.number, rows));
    })
    .expect("reading from memory");
    assert_eq!(bytes, text.len() as u64);
    assert_eq!(digest, Sha256::of(text.as_bytes()));
    let mut all = all.into_inner().expect("rows");
    all.sort();
    assert!(all.iter().map(|(n, _)| *n).eq(0..all.len() as u64));
    (all.into_iter().flat_map(|(_, rows)| rows).collect(), pass)
}

/// Texts in which anything may happen.
fn wild() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ab,\"\n]{0,40}",
        "[a,\"\n\r\u{e9}\0 ]{0,60}",
        "(a|,|\"|\"\"|\"\",|\n|\r\n|\",\"|b c|h,h,h\n){0,40}",
    ]
}

/// Texts of mostly good records, as plain as real lists.
fn tame() -> impl Strategy<Value = String> {
    let field = prop_oneof![
        6 => "[a-zäß0-9 .@-]{0,24}",
        2 => "\"[a-z, ]{0,20}\"",
        1 => "\"[a-z]{0,9}\"\"[a-z\n]{0,9}\"",
        1 => Just("n/a".to_owned()),
    ];
    let record = prop_oneof![
        20 => prop::collection::vec(field.clone(), 3),
        1 => prop::collection::vec(field, 1..6),
        1 => Just(vec!["h".to_owned(); 3]),
        1 => Just(vec![String::new(); 3]),
    ];
    (
        prop::collection::vec(record, 0..30),
        prop::bool::ANY,
        prop::bool::ANY,
    )
        .prop_map(|(records, crlf, ended)| {
            let end = if crlf { "\r\n" } else { "\n" };
            let mut text = records
                .iter()
                .map(|r| r.join(","))
                .collect::<Vec<_>>()
                .join(end);
            if ended {
                text.push_str(end);
            }
            text
        })
}

fn any() -> impl Strategy<Value = String> {
    prop_oneof![wild(), tame()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn the_walk_and_the_obvious_parser_agree(text in any()) {
        let mut parser = record::Parser::new(MARKS);
        let walked: Vec<Seen> = load::walk(text.as_bytes(), MARKS)
            .iter()
            .map(|item| match item.shape {
                scan::Shape::Blank => Seen::Fields(vec![String::new()]),
                scan::Shape::Record => {
                    let raw = &text.as_bytes()[item.start..item.end];
                    assert!(parser.split(raw), "csv-core sees another number of records");
                    let text = |f: &[u8]| String::from_utf8(f.to_vec()).expect("text");
                    Seen::Fields(parser.fields().map(text).collect())
                }
                _ => Seen::Unclosed,
            })
            .collect();
        prop_assert_eq!(walked, obvious(&text));
    }

    #[test]
    fn the_fast_path_gives_what_the_slow_one_gives(text in any()) {
        let plan = plan(3);
        if let Some(plain) = scan::prescan(text.as_bytes(), text.len(), MARKS, true) {
            prop_assert_eq!(plain.end, text.len());
            let items = load::walk(text.as_bytes(), MARKS);
            prop_assert_eq!(plain.records, items.len() as u64);
            let fast = load(&plan, &text, Cut::Plain(plain.records));
            let slow = load(&plan, &text, Cut::Walked(items));
            prop_assert_eq!(&fast.ledger, &slow.ledger);
            prop_assert_eq!(fast.filled, slow.filled);
            prop_assert_eq!(fast.quarantine, slow.quarantine);
            prop_assert_eq!(fast.frame.as_ref().map(rows), slow.frame.as_ref().map(rows));
        }
    }

    #[test]
    fn what_is_plain_up_to_a_limit_is_cut_at_a_record_end(text in any(), limit in 0_usize..80) {
        let limit = limit.min(text.len());
        if let Some(plain) = scan::prescan(text.as_bytes(), limit, MARKS, false) {
            prop_assert!(plain.end <= limit);
            let items = load::walk(text.as_bytes(), MARKS);
            let before = items.iter().take_while(|i| i.next <= plain.end).count();
            prop_assert_eq!(before as u64, plain.records);
            prop_assert!(items.iter().any(|i| i.next == plain.end));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn neither_blocks_nor_threads_change_anything(text in any(), block in 16_usize..200, threads in 1_usize..4) {
        let plan = plan(3);
        let (rows, whole) = pass(&plan, &text, 1, 1 << 20, 32);
        let (again, cut) = pass(&plan, &text, threads, block, 32);
        prop_assert_eq!(&rows, &again);
        prop_assert_eq!(&whole.ledger, &cut.ledger);
        prop_assert_eq!(&whole.filled, &cut.filled);
        prop_assert_eq!(&whole.quarantine, &cut.quarantine);
        prop_assert_eq!(whole.records, cut.records);
        prop_assert_eq!(whole.differs, None);
        prop_assert_eq!(cut.differs, None);
        let l = &cut.ledger;
        prop_assert_eq!(cut.records, l.blank + l.footer + l.repeated_header + l.loaded + l.quarantined());
        prop_assert_eq!(l.loaded, rows.len() as u64);
    }
}

/// A record over the limit, and quotes that stay open over it, whatever the block.
#[test]
fn records_over_the_limit_cost_themselves() {
    let long = "x".repeat(scan::LIMIT + 10);
    let text = format!("1,2,3\n{long},b,c\n4,5,6\n7,\"{long}\n8,9,0\nd,e,f\nTotal: 3\n");
    let plan = plan(3);
    for block in [1 << 16, 1 << 20, 4 << 20] {
        for tail in [32, TAIL] {
            let (rows, pass) = pass(&plan, &text, 2, block, tail);
            assert_eq!(rows.len(), 4, "{block}");
            assert_eq!(pass.ledger.quarantined[&Reason::OverLimit], 2);
            assert_eq!(pass.ledger.footer, 1);
            assert_eq!(
                pass.quarantine,
                [(2, Reason::OverLimit), (4, Reason::OverLimit)]
            );
            assert_eq!(pass.records, 7);
        }
    }
    // an open quote in a short line costs the line, though more than the limit follows
    let many = "a,b,c\n".repeat(200_000);
    let text = format!("1,\"2,3\n{many}");
    for block in [1 << 16, 4 << 20] {
        let (rows, pass) = pass(&plan, &text, 2, block, TAIL);
        assert_eq!(rows.len(), 200_000);
        assert_eq!(pass.quarantine, [(1, Reason::UnclosedQuote)]);
    }
}

/// The largest and the smallest blocks give the same on a text of some size.
#[test]
fn blocks_of_64_bytes_and_4_mebibytes_give_the_same() {
    let text: String = (0..400)
        .map(|i| match i % 9 {
            0 => format!("{i},\"a, b\",x\n"),
            1 => format!("{i},short\n"),
            2 => format!("{i},\"two\nlines\",\"say \"\"hi\"\"\"\r\n"),
            3 => "\n".to_owned(),
            4 => format!("{i},\"open,x\n"),
            _ => format!("{i},Straße {i},anna.{i}@kofelblick-beispiel.de\n"),
        })
        .collect();
    let plan = plan(3);
    let (rows, first) = pass(&plan, &text, 1, 4 << 20, 256);
    for block in [64, 97, 1_024, 65_536] {
        for threads in [1, 2, 8] {
            let (again, next) = pass(&plan, &text, threads, block, 256);
            assert_eq!(rows, again);
            assert_eq!(
                (&first.ledger, &first.filled, &first.quarantine),
                (&next.ledger, &next.filled, &next.quarantine)
            );
        }
    }
    assert!(first.ledger.loaded > 200 && first.ledger.quarantined() > 80);
}

/// A file of line ends alone, and one of very short lines, in blocks that hold more records than one hand-over takes.
#[test]
fn many_records_in_a_block_are_handed_over_in_parts() {
    let plan = plan(3);
    let text = format!("{}a,b,c\n{}", "\n".repeat(200_000), "\r".repeat(100_000));
    let (rows, pass) = pass(&plan, &text, 2, 4 << 20, TAIL);
    assert_eq!(
        rows,
        [["200001", "a", "b", "c"].map(str::to_owned).to_vec()]
    );
    assert_eq!((pass.records, pass.ledger.blank), (300_001, 300_000));
    assert_eq!(pass.differs, None);
}
