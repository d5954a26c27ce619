use proptest::prelude::*;

use super::*;

fn read(text: &str, order: Order) -> String {
    match form(text).under(order) {
        DayCell::Blank => "blank".into(),
        DayCell::Illegible => "illegible".into(),
        DayCell::Placeholder => "placeholder".into(),
        DayCell::Mixed => "mixed".into(),
        DayCell::On(d) => d.to_string(),
        DayCell::Either(a, b) => format!("{a}|{b}"),
    }
}

#[test]
fn the_table_of_months_is_sound() {
    super::super::phrases::lint(include_str!("../months.tsv"), |m| m.parse::<u8>().ok());
}

#[test]
fn every_form_of_the_notes_is_read() {
    for (text, want) in [
        ("2024-03-05", "2024-03-05"),
        (" 2024-03-05 ", "2024-03-05"),
        ("2024-03-05T23:30:00", "2024-03-05"),
        ("2024-03-05 23:30", "2024-03-05"),
        ("2024-03-05T23:30:00Z", "2024-03-05"),
        ("2024-03-05T23:30:00.123Z", "2024-03-05"),
        ("2024-03-05T23:30:00-05:00", "2024-03-06"),
        ("2024-03-05T00:30:00+02:00", "2024-03-04"),
        ("2024-03-05T00:30:00.5+0200", "2024-03-04"),
        ("2024-03-05T00:30:00+02:00[Europe/Berlin]", "2024-03-04"),
        ("2024-03-05 00:30:00 CET", "2024-03-04"),
        ("2024-03-05 00:30:00 UTC", "2024-03-05"),
        ("2024-03-05 12:00 PM", "2024-03-05"),
        ("2024/3/5", "2024-03-05"),
        ("2024.03.05", "2024-03-05"),
        ("20240305", "2024-03-05"),
        ("20240305101500", "2024-03-05"),
        ("05.03.2024", "2024-03-05"),
        ("5.3.2024", "2024-03-05"),
        ("5. 3. 2024", "2024-03-05"),
        ("05.03.24", "2024-03-05"),
        ("05.03.98", "1998-03-05"),
        ("05.03.2024 10:15", "2024-03-05"),
        ("05.03.2024, 10:15 Uhr", "2024-03-05"),
        ("25/03/2024", "2024-03-25"),
        ("03/25/2024", "2024-03-25"),
        ("25-03-2024", "2024-03-25"),
        ("03-25-2024", "2024-03-25"),
        ("3/25/24 4:05 PM", "2024-03-25"),
        ("05/03/2024", "2024-03-05|2024-05-03"),
        ("5/5/2024", "2024-05-05"),
        ("2024-03", "2024-03-01|2024-03-31"),
        ("03/2024", "2024-03-01|2024-03-31"),
        ("March 2024", "2024-03-01|2024-03-31"),
        ("5 March 2024", "2024-03-05"),
        ("March 5th, 2024", "2024-03-05"),
        ("5. März 2024", "2024-03-05"),
        ("5. Maerz 2024 10:15", "2024-03-05"),
        ("5 mars 2024", "2024-03-05"),
        ("1er août 2024", "2024-08-01"),
        ("5 de marzo de 2024", "2024-03-05"),
        ("5 marzo 2024", "2024-03-05"),
        ("5 maart 2024", "2024-03-05"),
        ("5 października 2024", "2024-10-05"),
        ("den 5 maj 2024", "2024-05-05"),
        ("5 de março de 2024", "2024-03-05"),
        ("05-Mar-2024", "2024-03-05"),
        ("05-MAR-24", "2024-03-05"),
        ("2024-Mar-05", "2024-03-05"),
        ("Tue, 05 Mar 2024 23:30:00 -0500", "2024-03-06"),
        ("Tue Mar 05 2024 00:30:00 GMT+0100 (CET)", "2024-03-04"),
        ("45356", "2024-03-05"),
        ("45356.75", "2024-03-05"),
        ("20000", "1954-10-03"),
        ("60000", "2064-04-08"),
        ("1709638200", "2024-03-05"),
        ("1709638200000", "2024-03-05"),
        ("", "blank"),
        ("n/a", "blank"),
        ("1900-01-00", "placeholder"),
        ("1900-01-01", "placeholder"),
        ("1970-01-01", "placeholder"),
        ("1970-01-01T00:00:00Z", "placeholder"),
        ("1970-01-01T01:00:00+02:00", "placeholder"),
        ("0000-00-00", "placeholder"),
        ("0000-00-00 00:00:00", "placeholder"),
        ("9999-12-31", "placeholder"),
        ("31.12.9999", "placeholder"),
        ("01/01/1970", "placeholder"),
        ("00.01.1900", "placeholder"),
        ("0001-01-01", "placeholder"),
        ("0", "placeholder"),
        ("2024-02-30", "illegible"),
        ("31.02.2024", "illegible"),
        ("2024-13-01", "illegible"),
        ("2024-03-05T25:00:00", "illegible"),
        ("2024-03-05 XYZ", "illegible"),
        ("2024-03-05T10:00:00 Mars", "illegible"),
        ("2024", "illegible"),
        ("17", "illegible"),
        ("05-03-24", "illegible"),
        ("yes", "illegible"),
        ("10.2.2.1", "illegible"),
        ("gestern", "illegible"),
        ("ab März", "illegible"),
        ("März März 2024 5", "illegible"),
    ] {
        assert_eq!(read(text, Order::Ambiguous), want, "{text:?}");
    }
}

#[test]
fn a_second_is_read_where_it_is_written() {
    for (text, want) in [
        ("2024-03-05", None),
        ("2024-03-05 10:15", None),
        ("2024-03", None),
        ("45356", None),
        ("2024-03-05 10:15:30", Some((36_930, false))),
        ("2024-03-05T10:15:30.250Z", Some((36_930, false))),
        ("2024-03-05T00:15:30+02:00", Some((80_130, false))),
        ("2024-03-05T23:30:00-05:00", Some((16_200, false))),
        ("2024-03-05 00:15:30 CET", Some((83_730, false))),
        ("2024-03-05T00:00:00", Some((0, true))),
        ("2024-03-05T00:00:00+01:00", Some((82_800, true))),
        ("05.03.2024, 10:15:30 Uhr", Some((36_930, false))),
        ("3/25/24 4:05:09 PM", Some((57_909, false))),
        ("5 mars 2024 10:15:30", Some((36_930, false))),
        ("20240305101530", Some((36_930, false))),
        ("1709633730", Some((36_930, false))),
        ("1709633730999", Some((36_930, false))),
        ("45356.4274306", Some((36_930, false))),
        ("45356.0", Some((0, true))),
        ("2024-03-05 25:15:30", None),
    ] {
        let second = moment(text).second.map(|s| (s.of_day, s.midnight));
        assert_eq!(second, want, "{text:?}");
    }
}

#[test]
fn the_column_tells_day_from_month() {
    let text = "05/03/2024";
    assert_eq!(read(text, Order::DayFirst), "2024-03-05");
    assert_eq!(read(text, Order::MonthFirst), "2024-05-03");
    assert_eq!(read(text, Order::Mixed), "mixed");
    // a cell that reads one way only is read in any column
    for order in [Order::DayFirst, Order::MonthFirst, Order::Mixed] {
        assert_eq!(read("25/03/2024", order), "2024-03-25");
        assert_eq!(read("2024-03-05", order), "2024-03-05");
    }
}

proptest! {
    /// The kernel says nothing that the slow reader does not say.
    #[test]
    fn the_kernel_agrees_with_its_twin(
        text in "[0-9]{2}[-./][0-9]{2}[-./][0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?(Z|[+-][0-9]{2}:[0-9]{2})?)?|[0-9]{2}[./][0-9]{2}[./][0-9]{4} [0-9]{2}:[0-9]{2}|[0-9T:. Z/-]{9,20}"
    ) {
        if let Some(fast) = kernel(text.as_bytes()) {
            // dates that do not exist are illegible in both, whichever says so first
            let all = [Order::DayFirst, Order::MonthFirst, Order::Mixed, Order::Ambiguous];
            for order in all {
                prop_assert_eq!(fast.form.under(order), slow::read(&text).form.under(order));
            }
            if fast.form.under(Order::DayFirst) != DayCell::Illegible {
                prop_assert_eq!(fast.second, slow::read(&text).second);
            }
        }
    }

    #[test]
    fn real_days_come_back(n in -20_000i32..60_000, h in 0u8..24) {
        let day = Day(n);
        let iso = day.to_string();
        let (y, m, d) = (&iso[..4], &iso[5..7], &iso[8..]);
        let skip = slow::is_placeholder(day);
        for text in [
            iso.clone(),
            format!("{iso}T{h:02}:00:00Z"),
            format!("{d}.{m}.{y}"),
            format!("{d}/{m}/{y} {h:02}:59"),
        ] {
            let got = form(&text).under(Order::DayFirst);
            prop_assert!(skip || got == DayCell::On(day), "{text}: {got:?}");
        }
    }

    #[test]
    fn no_text_makes_it_stumble(text in "\\PC{0,40}") {
        let _ = form(&text);
        let _ = slow::read(&text);
    }
}
