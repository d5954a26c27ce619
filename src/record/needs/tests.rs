use super::*;
use crate::base::digest::Sha256;
use crate::checks::{CATALOGUE, papers};
use crate::record::dossier::resolve;
use crate::record::policy::tests::shipped;
use crate::record::verdict::tests::{case, census};

const AS_OF: Day = Day(20_780);

/// The content of every file is its path, unless that begins with `missing/`.
fn dossier(text: &str) -> Dossier {
    let shelf = |path: &str| (!path.starts_with("missing/")).then(|| Sha256::of(path.as_bytes()));
    let (found, _) =
        resolve(None, Some(("dossier.toml", text)), &shelf, CATALOGUE).expect("a dossier");
    found
}

/// What is asked of one kind.
fn of(text: &str, census: Option<&Census>, kind: &str, look: impl FnOnce(&Need<'_>)) {
    let (dossier, sorters) = (dossier(text), papers());
    let ground = Ground {
        policy: shipped(),
        dossier: &dossier,
        as_of: AS_OF,
        sorters: &sorters,
        census,
    };
    let needs = ground.needs();
    assert_eq!(needs.len(), 39);
    look(needs.iter().find(|n| n.slot.kind == kind).expect("a slot"));
}

#[test]
fn without_a_list_conditions_on_rows_stand_open() {
    of("", None, "delivery-sheet", |n| {
        assert_eq!(n.asked, Asked::Yes);
        assert_eq!(n.standing, Standing::Missing);
        assert_eq!(n.owed_by, Some(Owner::Vendor));
        assert_eq!(n.clauses, ["DOS-01"]);
        assert_eq!(n.remedy, Some("data-sheet"));
    });
    of("", None, "consent-log", |n| {
        let Asked::If(conditions) = &n.asked else {
            panic!("{:?}", n.asked)
        };
        assert_eq!(conditions[0].0, "lawful-basis");
        assert!(n.wanting());
    });
    of("", None, "code-of-conduct", |n| {
        assert!(!n.wanting() && !n.open())
    });
    of("", None, "channel-plan", |n| {
        assert_eq!(n.owed_by, Some(Owner::Buyer))
    });
    of("", None, "message-template", |n| {
        assert_eq!(n.clauses, ["BUY-09"])
    });
}

#[test]
fn a_list_settles_what_applies_to_it() {
    // rows that rest on consent, and none on legitimate interest
    let census = census(shipped(), &case("S9"));
    of("", Some(&census), "consent-log", |n| {
        assert_eq!(n.asked, Asked::Yes)
    });
    of("", Some(&census), "legitimate-interest-assessment", |n| {
        assert_eq!(n.asked, Asked::No);
    });
}

#[test]
fn channels_that_are_not_planned_need_no_paper() {
    let plan = "[buyer]\nchannels = [\"post\"]\n";
    of(plan, None, "dnc-log", |n| assert_eq!(n.asked, Asked::No));
}

#[test]
fn a_paper_is_missing_elsewhere_altered_undated_or_too_old() {
    let paper = |more: &str| {
        format!("[[document]]\nkinds = [\"delivery-sheet\", \"source-register\"]\n{more}")
    };
    let is = |more: &str, kind, standing, state, grade| {
        of(&paper(more), None, kind, |n| {
            assert_eq!(
                (n.standing, n.state, n.grade),
                (standing, state, Some(grade)),
                "{more}"
            );
        });
    };
    let wrong = format!(
        "path = \"a.pdf\"\nsha256 = \"{}\"\ndate = 2026-11-20\n",
        Sha256::of(b"other")
    );
    is(
        "path = \"missing/a.pdf\"\n",
        "source-register",
        Standing::NotAtHand,
        State::Unproven,
        Grade::Declared,
    );
    is(
        &wrong,
        "source-register",
        Standing::Altered,
        State::Bad,
        Grade::Declared,
    );
    is(
        "path = \"a.pdf\"\n",
        "source-register",
        Standing::Undated,
        State::Unproven,
        Grade::Documented,
    );
    is(
        "path = \"a.pdf\"\ndate = 2026-01-01\n",
        "source-register",
        Standing::TooOld,
        State::Bad,
        Grade::Documented,
    );
    is(
        "path = \"a.pdf\"\ndate = 2026-11-25\n",
        "source-register",
        Standing::AfterAsOf,
        State::Bad,
        Grade::Documented,
    );
    is(
        "path = \"a.pdf\"\ndate = 2026-11-20\n",
        "source-register",
        Standing::InDate,
        State::Good,
        Grade::Documented,
    );
}

#[test]
fn a_paper_is_reviewed_when_every_question_about_it_has_an_answer() {
    let mut text = "[[document]]\npath = \"lia.pdf\"\nkinds = [\"legitimate-interest-assessment\"]\ndate = 2026-10-01\n".to_owned();
    let mut questions = Vec::new();
    of(&text, None, "legitimate-interest-assessment", |n| {
        assert_eq!((n.grade, n.answered), (Some(Grade::Documented), 0));
        assert_eq!(n.owed_by, Some(Owner::Reviewer));
        questions = n.questions.iter().map(|q| (*q).to_owned()).collect();
    });
    assert!(questions.iter().any(|q| q == "lia-steps"), "{questions:?}");
    for check in &questions {
        let check = crate::record::check::find(CATALOGUE, check).expect("a check");
        let reserved = ["declared", "documented", "illegible", "blank"];
        let answer = check
            .bins
            .iter()
            .rfind(|b| !reserved.contains(*b))
            .expect("an answer");
        text.push_str(&format!(
            "[[review]]\ncheck = \"{}\"\ndocument = \"lia.pdf\"\nanswer = \"{answer}\"\nby = \"dpo\"\nat = 2026-11-20\n",
            check.id
        ));
    }
    of(&text, None, "legitimate-interest-assessment", |n| {
        assert_eq!(
            (n.grade, n.unread(), n.owed_by),
            (Some(Grade::Reviewed), 0, None)
        );
    });
}
