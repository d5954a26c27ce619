//! The deliveries of testdata/lists: an audit finds the words, rows and usable channels that their README promises.

use serde_json::Value;

use crate::binary::{beleg, root};

fn expected() -> Value {
    let text = std::fs::read_to_string(root().join("testdata/lists/expected.json"))
        .expect("expected.json");
    serde_json::from_str(&text).expect("JSON")
}

/// What the test compares, from a report or from an expectation, so that a failure shows both side by side.
#[derive(Debug, PartialEq)]
struct Outcome {
    exit: i64,
    rows: u64,
    acquisition: String,
    accepted: u64,
    contact: String,
    usable: Vec<(String, u64)>,
}

fn text(v: &Value) -> String {
    v.as_str().unwrap_or("absent").to_owned()
}

fn number(v: &Value) -> u64 {
    v.as_u64().unwrap_or(u64::MAX)
}

impl Outcome {
    fn expected(delivery: &Value) -> Self {
        let mut usable: Vec<_> = delivery["usable"]
            .as_object()
            .expect("usable")
            .iter()
            .map(|(c, n)| (c.clone(), number(n)))
            .collect();
        usable.sort();
        Self {
            exit: delivery["exit"].as_i64().expect("exit"),
            rows: number(&delivery["rows"]),
            acquisition: text(&delivery["acquisition"]),
            accepted: number(&delivery["accepted"]),
            contact: text(&delivery["contact"]),
            usable,
        }
    }

    fn reported(exit: i32, report: &Value) -> Self {
        let channels = report["contact"]["channels"].as_object().expect("channels");
        let mut usable: Vec<_> = channels
            .iter()
            .map(|(c, v)| (c.clone(), number(&v["usable"])))
            .collect();
        usable.sort();
        Self {
            exit: i64::from(exit),
            rows: number(&report["rows"]["loaded"]),
            acquisition: text(&report["acquisition"]["verdict"]),
            accepted: number(&report["acquisition"]["accepted"]),
            contact: text(&report["contact"]["verdict"]),
            usable,
        }
    }
}

#[test]
fn each_delivery_gets_the_words_that_its_readme_promises() {
    let all = expected();
    let as_of = all["as-of"].as_str().expect("as-of");
    let mut wrong = Vec::new();
    for delivery in all["deliveries"].as_array().expect("deliveries") {
        let folder = root()
            .join("testdata/lists")
            .join(delivery["name"].as_str().expect("name"));
        let mut args = vec![
            "audit",
            delivery["list"].as_str().expect("list"),
            "--as-of",
            as_of,
            "--format",
            "json",
        ];
        if let Some(dossier) = delivery["dossier"].as_str() {
            args.extend(["--dossier", dossier]);
        }
        let run = beleg(&folder, &args);
        let Ok(report) = serde_json::from_str::<Value>(&run.stdout) else {
            wrong.push(format!(
                "{}: exit {}, no report\n{}",
                delivery["name"], run.code, run.stderr
            ));
            continue;
        };
        let (found, promised) = (
            Outcome::reported(run.code, &report),
            Outcome::expected(delivery),
        );
        if found != promised {
            wrong.push(format!(
                "{}:\n  promised {promised:?}\n  found    {found:?}",
                delivery["name"]
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Every word occurs among the deliveries, and every delivery has a line in the README with its numbers.
#[test]
fn the_readme_says_what_the_test_expects() {
    let readme = std::fs::read_to_string(root().join("testdata/lists/README.md")).expect("README");
    let grouped = |n: u64| {
        if n < 1000 {
            n.to_string()
        } else {
            format!("{},{:03}", n / 1000, n % 1000)
        }
    };
    let mut words = Vec::new();
    for delivery in expected()["deliveries"].as_array().expect("deliveries") {
        let o = Outcome::expected(delivery);
        let line = format!(
            "| `{}` | {} / {} | {} of {} |",
            text(&delivery["name"]),
            o.acquisition,
            o.contact,
            grouped(o.accepted),
            grouped(o.rows)
        );
        assert!(readme.contains(&line), "README lacks: {line}");
        words.push(o.acquisition);
    }
    words.sort();
    words.dedup();
    assert_eq!(
        words,
        ["conditional", "no-objection", "not-assessable", "rejected"]
    );
}
