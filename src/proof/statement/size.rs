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
