use proptest::prelude::*;

use super::*;

const ENTRY: &[(&str, &str)] = &[("path", "a \"b\".pdf"), ("id", "x")];

fn entry() -> Vec<(&'static str, Value)> {
    ENTRY.iter().map(|(k, v)| (*k, text(v))).collect()
}

fn pushed(before: &str, list: &str) -> String {
    push(before, list, &entry()).expect("a list")
}

#[test]
fn an_entry_follows_the_last_of_its_list_and_its_subtables() {
    let before = "# head\na = 1\n\n[[document]] # one\npath = \"x\" # y\n[document.pages]\ndpia = \"1\"\n\n# about reviews\n[[review]]\nat = 1\n";
    let after = pushed(before, "document");
    assert_eq!(
        after,
        "# head\na = 1\n\n[[document]] # one\npath = \"x\" # y\n[document.pages]\ndpia = \"1\"\n\n[[document]]\npath = 'a \"b\".pdf'\nid = \"x\"\n\n# about reviews\n[[review]]\nat = 1\n"
    );
    assert!(pushed(before, "answer").starts_with(before));
}

#[test]
fn a_list_within_brackets_goes_on_as_it_is_written() {
    let one = pushed("document = [{ path = \"x\" }, ] # c\n", "document");
    assert!(
        one.starts_with("document = [{ path = \"x\" }, { path = "),
        "{one}"
    );
    let none = pushed("document = []\n", "document");
    assert!(none.starts_with("document = [{ path = "), "{none}");
    let lines = pushed("document = [\n  { path = \"x\" }, # c\n]\n", "document");
    assert!(
        lines.starts_with("document = [\n  { path = \"x\" },\n  { path = ")
            && lines.ends_with(", # c\n]\n"),
        "{lines}"
    );
    assert_eq!(push("document = 1\n", "document", &entry()), None);
    assert_eq!(push("document = ", "document", &entry()), None);
}

#[test]
fn keys_of_an_entry_are_set_added_and_taken_away() {
    let before = "[[d]]\na = \"1\" # one\nb = 2\n\n[[d]]\na = 'x'\n";
    let pairs = [("a", Some(text("2"))), ("b", None), ("c", Some(text("3")))];
    assert_eq!(
        update(before, "d", 0, &pairs).as_deref(),
        Some("[[d]]\na = \"2\" # one\nc = \"3\"\n\n[[d]]\na = 'x'\n")
    );
    assert_eq!(update(before, "d", 2, &pairs), None);
    let inline = "d = [{ a = \"1\", b = 2, e = [1] }]\n";
    assert_eq!(
        update(inline, "d", 0, &pairs).as_deref(),
        Some("d = [{ a = \"2\", e = [1], c = \"3\" }]\n")
    );
    // a table of its own is not ours to rewrite
    let pages = "[[d]]\na = \"1\"\n[d.c]\nx = 1\n";
    assert_eq!(update(pages, "d", 0, &[("c", Some(text("3")))]), None);
}

#[test]
fn a_key_of_the_file_or_of_a_table_is_set_where_people_look_for_it() {
    let before =
        "# head\nvendor = \"v\" # name\n\n# the buyer\n[buyer]\nrole = \"x\"\n\n[[document]]\n";
    assert_eq!(
        set(before, None, "vendor", text("w")).as_deref(),
        Some(
            "# head\nvendor = \"w\" # name\n\n# the buyer\n[buyer]\nrole = \"x\"\n\n[[document]]\n"
        )
    );
    let added = set(before, None, "delivery", text("d")).expect("set");
    assert!(
        added.starts_with("# head\nvendor = \"v\" # name\ndelivery = \"d\"\n\n"),
        "{added}"
    );
    let first = set("# head\n\n# x\n[x]\n", None, "a", text("b")).expect("set");
    assert_eq!(first, "# head\n\na = \"b\"\n\n# x\n[x]\n");
    let only = set("# head\n", None, "a", text("b")).expect("set");
    assert_eq!(only, "# head\n\na = \"b\"\n");
    let names = set(before, Some("buyer"), "names", texts(["A", "B"])).expect("set");
    assert!(
        names.contains("role = \"x\"\nnames = [\"A\", \"B\"]\n\n[[document]]"),
        "{names}"
    );
    let made = set("a = 1\n[[document]]\n", Some("buyer"), "role", text("x")).expect("set");
    assert_eq!(made, "a = 1\n\n[buyer]\nrole = \"x\"\n\n[[document]]\n");
    assert_eq!(set("buyer = 1\n", Some("buyer"), "role", text("x")), None);
}

#[test]
fn line_ends_of_other_machines_are_kept() {
    let before = "a = 1\r\n[[d]]\r\nx = 1\r\n\r\n[[e]]\r\ny = 1\r\n";
    let after = pushed(before, "d");
    assert_eq!(after.matches('\n').count(), after.matches("\r\n").count());
    assert!(Document::parse(after).is_ok());
}

/// Lines of a file that a person might have written.
fn hand_written() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        Just("# a comment"),
        Just(""),
        Just("   "),
        Just("[[document]]"),
        Just("[[document]] # with a comment"),
        Just("[[answer]]"),
        Just("[other]"),
        Just("[document.pages]"),
        Just("\"quoted key\" = 1"),
        Just("x.y = \"dotted\""),
        Just("text = \"\"\"\n[[document]]\n\"\"\""),
        Just("list = [\n  1, # one\n  2,\n]"),
        Just("inline = { a = 1, b = [\"x\"] } # c"),
        Just("path = 'C:\\x'"),
    ];
    let end = prop_oneof![Just("\n"), Just("\r\n")];
    (prop::collection::vec(line, 0..14), end, any::<bool>()).prop_map(|(lines, end, last)| {
        let mut text = lines.join("\n").replace('\n', end);
        if last {
            text.push_str(end);
        }
        text
    })
}

/// What was added, if the one text is the other with something put in.
fn inserted<'a>(before: &str, after: &'a str) -> Option<&'a str> {
    let added = after.len().checked_sub(before.len())?;
    let same = |(a, b): &(u8, u8)| a == b;
    let start = before.bytes().zip(after.bytes()).take_while(same).count();
    // the same bytes may stand before and behind: any place at which the rest fits will do
    let start = (0..=start)
        .rev()
        .find(|s| after.get(s + added..) == before.get(*s..))?;
    after.get(start..start + added)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    /// Nothing of the hand-written text is lost or moved, and the entry reads back as the last of its list.
    #[test]
    fn what_others_wrote_stays(before in hand_written(), list in prop_oneof![Just("document"), Just("answer")]) {
        let Ok(old) = Document::parse(before.as_str()) else { return Ok(()) };
        let Some(after) = push(&before, list, &entry()) else {
            // `x.y` may have made the name something else than a list
            prop_assert!(old.get(list).is_some_and(|i| !i.is_array_of_tables()));
            return Ok(());
        };
        prop_assert!(inserted(&before, &after).is_some(), "{before:?} became {after:?}");
        let new = Document::parse(after.as_str());
        prop_assert!(new.is_ok(), "{before:?} became {after:?}");
        let new = new.unwrap();
        let all = new.get(list).and_then(Item::as_array_of_tables).unwrap();
        let count = old.get(list).and_then(Item::as_array_of_tables).map_or(0, |a| a.len());
        prop_assert_eq!(all.len(), count + 1);
        let last = all.iter().last().unwrap();
        for (key, value) in ENTRY {
            prop_assert_eq!(last.get(key).and_then(Item::as_str), Some(*value));
        }
    }

    /// Setting a key changes that key alone.
    #[test]
    fn a_key_that_is_set_changes_nothing_else(before in hand_written(), table in prop_oneof![Just(None), Just(Some("buyer")), Just(Some("other"))]) {
        let Ok(old) = Document::parse(before.as_str()) else { return Ok(()) };
        let Some(after) = set(&before, table, "role", text("x")) else { return Ok(()) };
        prop_assert!(inserted(&before, &after).is_some(), "{before:?} became {after:?}");
        let new = Document::parse(after.as_str());
        prop_assert!(new.is_ok(), "{before:?} became {after:?}");
        let mut new = new.unwrap().into_mut();
        let at = match table {
            Some(name) => new.get_mut(name).and_then(Item::as_table_mut).unwrap(),
            None => new.as_table_mut(),
        };
        let role = at.remove("role");
        prop_assert_eq!(role.as_ref().and_then(Item::as_str), Some("x"));
        prop_assert_eq!(keys(old.as_table(), table), keys(new.as_table(), table));
    }
}

/// All keys of a file, but a table that was made for a key.
fn keys(table: &Table, made: Option<&str>) -> Vec<String> {
    let mut out = Vec::new();
    for (key, item) in table.iter() {
        match item {
            Item::Table(t) if Some(key) != made || !t.is_empty() => {
                out.extend(keys(t, None).into_iter().map(|k| format!("{key}.{k}")));
            }
            Item::Table(_) => {}
            Item::ArrayOfTables(all) => {
                for (i, t) in all.iter().enumerate() {
                    out.extend(keys(t, None).into_iter().map(|k| format!("{key}[{i}].{k}")));
                }
            }
            _ => out.push(key.to_owned()),
        }
    }
    out.sort();
    out
}
