use super::*;

fn slips(text: &str) -> Vec<(String, String)> {
    let slips = parse(text).expect_err(text);
    slips
        .into_iter()
        .map(|s| (text[s.at].to_owned(), s.message.en))
        .collect()
}

#[test]
fn what_may_be_said() {
    for text in [
        "CASE WHEN source = 'x' THEN 'yes' WHEN source = '' THEN 'blank' ELSE 'no' END",
        "CASE source WHEN 'x' THEN 'yes' END",
        "CASE WHEN LOWER(TRIM(source)) LIKE '%linked_n%' AND NOT email IN ('a', 'b') THEN 'yes' ELSE 'no' END",
        "CASE WHEN LENGTH(email) > 64 OR email IS NULL THEN 'illegible' ELSE SUBSTR(country, 1, 2) END",
        "SUBSTRING(country FROM 1 FOR 2)",
        "UPPER(country)",
        "(source)",
        "NULL",
        "CASE WHEN TRUE THEN 'a' END",
        "CASE WHEN LENGTH(source) = -1 THEN 'a' END",
    ] {
        assert!(parse(text).is_ok(), "{text}: {:?}", parse(text));
    }
}

#[test]
fn what_may_not() {
    for (text, at, message) in [
        (
            "read_csv('/etc/passwd')",
            "read_csv",
            "function `read_csv` is not allowed",
        ),
        (
            "CASE WHEN now() > '2026' THEN 'a' END",
            "now",
            "function `now` is not allowed",
        ),
        ("COUNT(source)", "COUNT", "function `COUNT` is not allowed"),
        (
            "LOWER(source) OVER ()",
            "LOWER",
            "`LOWER` does not take these arguments",
        ),
        ("(SELECT 'a')", "", "a subquery is not allowed"),
        (
            "CASE WHEN source IN (SELECT 'a') THEN 'a' END",
            "",
            "a subquery is not allowed",
        ),
        ("CAST(source AS TEXT)", "", "a cast is not allowed"),
        (
            "source || country",
            "source || country",
            "operator `||` is not allowed",
        ),
        ("soruce", "soruce", "no column `soruce`"),
        ("t.source", "t.source", "a name with a dot is not allowed"),
        (
            "source LIKE country",
            "",
            "a LIKE pattern that is no literal is not allowed",
        ),
        (
            "CASE WHEN source THEN 'a' END",
            "source",
            "a condition is needed here, and this is a text",
        ),
        (
            "source = 'a'",
            "source = 'a'",
            "the expression must give a text",
        ),
        (
            "LENGTH(source)",
            "LENGTH(source)",
            "the expression must give a text",
        ),
        (
            "CASE WHEN LENGTH(source) = 'a' THEN 'a' END",
            "",
            "a number and a text cannot be compared or mixed",
        ),
        ("'a' 'b'", "", "the expression ends before this"),
        ("CASE WHEN", "", "not an SQL expression"),
        (
            "CASE WHEN source = THEN 'a' END",
            "",
            "not an SQL expression",
        ),
        ("", "", "not an SQL expression"),
        ("CURRENT_DATE", "", "function `CURRENT_DATE` is not allowed"),
        ("$1", "", "a literal of this kind is not allowed"),
    ] {
        let found = slips(text);
        assert_eq!(found[0].1, message, "{text}");
        if !at.is_empty() {
            assert_eq!(found[0].0, at, "{text}");
        }
    }
}

#[test]
fn all_slips_at_once() {
    let text = "CASE WHEN soruce = 'x' THEN foo(country) ELSE evil('y') END";
    assert_eq!(slips(text).len(), 3);
}

#[test]
fn depth_and_length_end_in_a_slip() {
    let deep = format!("{}source{}", "(".repeat(1_500), ")".repeat(1_500));
    assert_eq!(slips(&deep)[0].1, "the expression nests too deeply");
    for chain in ["source=''", "source", "source IS NULL"] {
        let chained = vec![chain; 900].join(if chain.len() > 8 { " IS NULL=" } else { "=" });
        assert!(parse(&chained[..chained.len().min(LONGEST)]).is_err());
    }
    assert!(parse(&format!("source{}", " IS NULL".repeat(490))).is_err());
    assert!(parse(&"NOT ".repeat(990)).is_err());
    let long = format!(
        "CASE WHEN {} THEN 'a' END",
        vec!["source=''"; 250].join(" AND ")
    );
    assert!(parse(&long).is_ok());
    assert!(parse(&"x".repeat(5_000)).is_err());
}

proptest::proptest! {
    #[test]
    fn no_text_makes_it_stumble(text in "\\PC{0,60}") {
        if let Err(slips) = parse(&text) {
            for s in slips {
                proptest::prop_assert!(text.get(s.at).is_some());
            }
        }
    }

    #[test]
    fn no_words_make_it_stumble(words in proptest::collection::vec(
        "CASE|WHEN|THEN|ELSE|END|AND|OR|NOT|IN|LIKE|IS|NULL|source|country|'a'|'%'|1|\\(|\\)|,|=|<|LENGTH\\(|SUBSTR\\(|\n", 0..16)) {
        let _ = parse(&words.join(" "));
    }
}
