//! Which version of the privacy notice a row points to, and whether it was valid on the day of collection (Art. 13
//! GDPR).
//!
//! The versions are the privacy notices of the file. Several of one name, such as an address on the web, follow one
//! another: each is valid until the next begins. One with a name of its own is valid from its date until it expires.

use std::collections::HashMap;
use std::sync::Arc;

use super::readings;
use crate::base::clock::Day;
use crate::data::age::periods;
use crate::data::batch::Batch;
use crate::data::blank::{fold, is_blank};
use crate::data::date::{DayCell, days};
use crate::data::register;
use crate::data::stated::{Stated, settle};
use crate::data::yes_no;
use crate::record::check::Check;
use crate::record::column::Column;
use crate::record::dossier::{Dated, Document, Dossier, Fact};

/// Bins of `notice-version`, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Validity {
    Out,
    Unresolved,
    Valid,
    Illegible,
    Blank,
}

/// A name as it is compared: without the scheme, `www.` and a slash at the end of an address.
fn name(text: &str) -> String {
    let folded = fold(text);
    let bare = folded
        .strip_prefix("https://")
        .or(folded.strip_prefix("http://"))
        .unwrap_or(&folded);
    let bare = bare.strip_prefix("www.").unwrap_or(bare);
    bare.trim_end_matches('/').to_owned()
}

/// One version of the notice.
#[derive(Clone, Copy)]
struct Version {
    from: Option<Day>,
    to: Option<Day>,
    at_hand: bool,
}

impl Version {
    fn of(document: &Document) -> Self {
        Self {
            from: match document.date {
                Dated::On(day) => Some(day),
                Dated::Illegible | Dated::Undated => None,
            },
            to: document.expires,
            at_hand: document.at_hand(),
        }
    }
}

/// The version of these that was valid on a day. `versions`: in the order of their dates.
fn on(versions: &[Version], day: Day) -> Validity {
    // a version without a date may have been valid on any day
    let undated = versions.iter().any(|v| v.from.is_none());
    let begun = |v: &&Version| v.from.is_some_and(|from| from <= day);
    match versions.iter().rfind(begun) {
        Some(v) if v.to.is_none_or(|to| day <= to) && v.at_hand => Validity::Valid,
        Some(v) if v.to.is_none_or(|to| day <= to) => Validity::Unresolved,
        _ if undated => Validity::Unresolved,
        _ => Validity::Out,
    }
}

/// What rows call the versions, and the versions of each name.
struct Index {
    names: HashMap<String, u32>,
    versions: Vec<Vec<Version>>,
    /// Per source entry, and first for rows without one: the notice that a statement names.
    stated: Vec<Option<Vec<Version>>>,
}

impl Index {
    fn of(dossier: &Dossier, check: &str) -> Self {
        let (mut names, mut versions) = (HashMap::new(), Vec::<Vec<Version>>::new());
        for document in dossier.documents("privacy-notice") {
            let mut own: Vec<String> = document.matches.iter().map(|m| name(m)).collect();
            own.retain(|n| !n.is_empty());
            own.sort();
            own.dedup();
            for n in own {
                let at = *names.entry(n).or_insert_with(|| {
                    versions.push(Vec::new());
                    versions.len() as u32 - 1
                });
                versions[at as usize].push(Version::of(document));
            }
        }
        for all in &mut versions {
            all.sort_by_key(|v| v.from);
        }
        let notice = |facts: &[Fact]| {
            let good = |f: &&Fact| f.check == check && f.is == "valid-at-date";
            let id = facts.iter().find(good)?.document.as_ref()?;
            let found = dossier.documents("privacy-notice").find(|d| d.id == *id)?;
            Some(vec![Version::of(found)])
        };
        let whole = dossier.declaration.as_ref().and_then(|d| notice(&d.facts));
        let entries = dossier.sources().iter();
        let stated = std::iter::once(whole.clone())
            .chain(entries.map(|s| notice(&s.facts).or_else(|| whole.clone())))
            .collect();
        Self {
            names,
            versions,
            stated,
        }
    }
}

/// What a cell of `notice_url` names.
#[derive(Clone, Copy)]
enum Named {
    Blank,
    Illegible,
    Nothing,
    Versions(u32),
}

fn read(text: &str, index: &Index) -> Named {
    if is_blank(text) {
        return Named::Blank;
    }
    if text.len() > 2_000 {
        return Named::Illegible;
    }
    match index.names.get(&name(text)) {
        Some(at) => Named::Versions(*at),
        // a tick says that there was a notice, not which
        None if yes_no::word(text).is_some() || !text.contains(char::is_alphanumeric) => {
            Named::Illegible
        }
        None => Named::Nothing,
    }
}

/// Days on which a row may have been collected: each must be one of the version's.
type Collected = Option<(Day, Day)>;

fn validity(versions: &[Version], collected: Collected) -> Validity {
    match collected {
        Some((a, b)) => match (on(versions, a), on(versions, b)) {
            (a, b) if a == b => a,
            // of a period the ends must agree, or it is not known
            _ => Validity::Unresolved,
        },
        None => Validity::Unresolved,
    }
}

/// Positions in the bins of `notice-version`.
pub fn versions(batch: &Batch<'_>, check: &'static Check) -> Vec<u8> {
    let stated = Stated::of(batch, check, &["valid-at-date"], "blank");
    let index: Arc<Index> = batch
        .plan
        .once("notice.versions", || Index::of(batch.dossier(), check.id));
    let named: Vec<Vec<Named>> = batch
        .cells(Column::NoticeUrl)
        .iter()
        .map(|cells| batch.by_text("notice.version", cells, |text| read(text, &index)))
        .collect();
    let collected: Vec<_> = batch
        .cells(Column::CollectedAt)
        .iter()
        .map(|c| days(batch, c))
        .collect();
    let periods = periods(batch);
    let entries = register::entry(batch);
    (0..batch.rows())
        .map(|row| {
            let day = day(collected.iter().map(|c| c[row]), periods[row]);
            let of_cell = |cell: Named| match cell {
                Named::Blank => Validity::Blank,
                Named::Illegible => Validity::Illegible,
                Named::Nothing => Validity::Unresolved,
                Named::Versions(at) => index
                    .versions
                    .get(at as usize)
                    .map_or(Validity::Unresolved, |v| validity(v, day)),
            };
            let shown = named.iter().map(|n| of_cell(n[row])).min();
            let entry = entries[row];
            let mut papers = stated.at(entry);
            let notice = index.stated.get(entry.map_or(0, |e| e as usize + 1));
            if papers == Validity::Valid as u8
                && let Some(Some(notice)) = notice
            {
                papers = validity(notice, day) as u8;
            }
            settle(
                shown.unwrap_or(Validity::Blank) as u8,
                papers,
                Validity::Unresolved as u8,
                Validity::Blank as u8,
                |bin| bin == Validity::Valid as u8,
            )
        })
        .collect()
}

/// When a row was collected, by its own cells or else by the period of its source.
fn day(cells: impl Iterator<Item = DayCell>, period: Collected) -> Collected {
    let mut found = None;
    for cell in cells.filter(|c| *c != DayCell::Blank) {
        let (a, b) = readings(cell)?;
        found = Some(found.map_or((a, b), |(c, d): (Day, Day)| (a.min(c), b.max(d))));
    }
    found.or(period)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_name_of_an_address() {
        for text in [
            "https://www.musterdaten.example/datenschutz/",
            "http://Musterdaten.example/Datenschutz",
            "musterdaten.example/datenschutz",
        ] {
            assert_eq!(name(text), "musterdaten.example/datenschutz", "{text}");
        }
    }

    #[test]
    fn versions_of_one_name_follow_one_another() {
        let version = |from: Option<i32>, to: Option<i32>, at_hand| Version {
            from: from.map(Day),
            to: to.map(Day),
            at_hand,
        };
        let all = [
            version(Some(10), Some(19), true),
            version(Some(25), None, true),
            version(Some(30), None, false),
        ];
        for (day, want) in [
            (9, Validity::Out),
            (10, Validity::Valid),
            (19, Validity::Valid),
            (20, Validity::Out),
            (29, Validity::Valid),
            (30, Validity::Unresolved),
        ] {
            assert_eq!(on(&all, Day(day)), want, "{day}");
        }
        let undated = [version(None, None, true)];
        assert_eq!(on(&undated, Day(5)), Validity::Unresolved);
        assert_eq!(
            validity(&all, Some((Day(9), Day(10)))),
            Validity::Unresolved
        );
        assert_eq!(validity(&all, None), Validity::Unresolved);
    }
}
