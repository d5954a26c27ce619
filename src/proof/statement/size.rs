//! Statements fit what a signer in a cloud takes as one message. Until they do, codes are left out and counted, those
//! that matter least first; the words, the counts and the codes of waived blockers always stay.

use super::record::Listed;
use super::{Record, RecordStatement};
use crate::base::code::key;
use crate::base::error::Error;
use crate::proof::envelope::{PAE, PAYLOAD_TYPE, pae};
use crate::record::verdict::Severity;
use crate::text;

const LEAST_FIRST: [Severity; 4] = [
    Severity::Info,
    Severity::Minor,
    Severity::Major,
    Severity::Blocker,
];

/// Leaves out codes until the signed bytes fit.
pub fn shrink(statement: &mut RecordStatement) -> Result<(), Error> {
    loop {
        let size = pae(PAYLOAD_TYPE, &statement.write()).len();
        if size <= PAE {
            return Ok(());
        }
        if !drop_one(&mut statement.predicate) {
            return Err(Error::new(
                &key::STATEMENT_TOO_LARGE,
                text!(
                    "{size} bytes would have to be signed",
                    "{size} Byte wären zu unterschreiben"
                ),
            ));
        }
    }
}

/// Waived before unproven before breached, as they are left out.
type Statuses<'r> = [&'r mut Listed; 3];

fn drop_one(record: &mut Record) -> bool {
    let (a, c) = (&mut record.acquisition, &mut record.contact);
    let acquisition: Statuses<'_> = [&mut a.waived, &mut a.unproven, &mut a.breached];
    let contact: Statuses<'_> = [&mut c.waived, &mut c.unproven, &mut c.breached];
    let codes = |s: &Statuses<'_>| s.iter().map(|l| l.len()).sum::<u64>();
    let (first, second) = if codes(&acquisition) > codes(&contact) {
        (acquisition, contact)
    } else {
        (contact, acquisition)
    };
    drop_of(first) || drop_of(second)
}

/// Leaves out the last code of the lowest severity of a block.
fn drop_of(statuses: Statuses<'_>) -> bool {
    let mut statuses = statuses;
    for severity in LEAST_FIRST {
        for (i, listed) in statuses.iter_mut().enumerate() {
            let waived_blocker = i == 0 && severity == Severity::Blocker;
            if !waived_blocker && listed.of(severity).pop().is_some() {
                listed.more = Some(listed.more.unwrap_or(0) + 1);
                return true;
            }
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example() -> RecordStatement {
        let text = include_str!("../../../testdata/vectors/statement/record.json");
        RecordStatement::read(text.as_bytes()).expect("the example")
    }

    fn codes(prefix: &str, n: u64) -> Vec<String> {
        (0..n).map(|i| format!("{prefix}-{i:03}")).collect()
    }

    fn size(s: &RecordStatement) -> usize {
        pae(PAYLOAD_TYPE, &s.write()).len()
    }

    #[test]
    fn what_fits_is_left_alone() {
        let mut s = example();
        shrink(&mut s).expect("fits");
        assert_eq!(s, example());
    }

    #[test]
    fn the_least_goes_first_and_is_counted() {
        let mut s = example();
        let a = &mut s.predicate.acquisition;
        a.waived.blocker = codes("WAI", 30);
        a.breached.blocker = codes("BLO", 60);
        a.unproven.minor = codes("MIN", 90);
        a.waived.info = codes("INF", 90);
        let c = &mut s.predicate.contact;
        c.breached.major = codes("CHN", 50);
        let before = s.clone();
        shrink(&mut s).expect("can be made to fit");
        assert!(size(&s) <= PAE);
        let (a, was) = (&s.predicate.acquisition, &before.predicate.acquisition);
        assert_eq!(a.waived.blocker, was.waived.blocker);
        assert_eq!(a.breached.blocker, was.breached.blocker);
        // info goes before minor, the last code first
        assert!(a.waived.info.is_empty() && a.waived.more == Some(90));
        let left = a.unproven.minor.len();
        assert_eq!(a.unproven.minor, codes("MIN", 90)[..left]);
        assert_eq!(a.unproven.more, Some(90 - left as u64));
        // as much as fits stays: one code more would be too many
        let mut one_more = s.clone();
        let u = &mut one_more.predicate.acquisition.unproven;
        u.minor = codes("MIN", left as u64 + 1);
        u.more = u.more.map(|n| n - 1);
        assert!(left < 90 && size(&one_more) > PAE);
    }

    #[test]
    fn the_block_that_lists_more_gives_way() {
        let mut s = example();
        s.predicate.acquisition.breached.minor = codes("AAA", 100);
        s.predicate.contact.breached.minor = codes("CCC", 150);
        shrink(&mut s).expect("can be made to fit");
        let listed = |l: &Listed| l.minor.len();
        let (a, c) = (
            listed(&s.predicate.acquisition.breached),
            listed(&s.predicate.contact.breached),
        );
        assert!(a.abs_diff(c) <= 10 && a < 100 && c < 150, "{a} {c}");
    }

    #[test]
    fn what_cannot_be_made_to_fit_is_the_producers_error() {
        let mut s = example();
        s.predicate.acquisition.waived.blocker = codes("WAI", 400);
        assert_eq!(shrink(&mut s).expect_err("too large").code.id, "BEL-K008");
    }
}
