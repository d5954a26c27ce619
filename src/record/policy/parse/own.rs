//! `[[check]]`: an own check of the policy.

use std::ops::Range;

use super::{ats, two_languages};
use crate::base::code::policy as codes;
use crate::base::error::printable;
use crate::base::lang::Text;
use crate::base::tree::{Fields, Value};
use crate::record::policy::own::{Formula, MOST_BINS, OwnCheck};
use crate::text;

/// Reads one. The span is that of its name.
///
/// # Errors
/// The name of one that is refused, if it has one: what reads it is not to blame.
pub fn check(t: Fields<'_, '_>) -> Result<(OwnCheck, Range<usize>), Option<String>> {
    let named = t
        .get("id")
        .filter(Value::is_str)
        .and_then(|v| v.str().map(str::to_owned));
    read(t).ok_or(named)
}

fn read(t: Fields<'_, '_>) -> Option<(OwnCheck, Range<usize>)> {
    let line = t.line();
    let id = t.need("id");
    let bins = t.need("bins");
    let sort = t.need("sort");
    let title = t.get("title").and_then(|_| two_languages(&t, "title"));
    t.close_as(text!(
        "no field of an own check",
        "kein Feld eines eigenen Prüfpunkts"
    ));

    let plain = |name: &str| {
        (1..=40).contains(&name.len())
            && name
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
            && !name.starts_with('-')
    };
    let form = text!(
        "names of checks and bins consist of at most 40 small letters, digits and `-`",
        "Namen von Prüfpunkten und Klassen bestehen aus höchstens 40 Kleinbuchstaben, Ziffern und `-`"
    );
    let id = id?;
    let span = id.span();
    let name = id.str()?;
    if !plain(name) || name.starts_with("matrix-") || name.starts_with("channel-") {
        id.error(&codes::CODE_FORM, form.clone());
        return None;
    }
    let bins = bins?;
    let listed = ats(Some(bins.clone()));
    let tree = bins.tree();
    for (i, bin) in listed.iter().enumerate() {
        if !plain(&bin.text) {
            tree.error(&codes::CODE_FORM, form.clone(), bin.span.clone());
        } else if listed[..i].iter().any(|b| b.text == bin.text) {
            let shown = printable(&bin.text);
            tree.error(
                &codes::TWICE,
                text!(
                    "bin `{shown}` stands twice",
                    "Klasse `{shown}` steht zweimal"
                ),
                bin.span.clone(),
            );
        }
    }
    for needed in ["illegible", "blank"] {
        if !listed.iter().any(|b| b.text == needed) {
            // what the expression does not answer has to land somewhere
            bins.error(
                &codes::OWN_CHECK,
                text!("bin `{needed}` is missing", "Klasse `{needed}` fehlt"),
            );
        }
    }
    if listed.len() > MOST_BINS {
        bins.error(
            &codes::OWN_CHECK,
            text!("more than {MOST_BINS} bins", "mehr als {MOST_BINS} Klassen"),
        );
    }
    let sort = sort?;
    let text = sort.str()?;
    let formula = Formula::parse(text).map_err(|slips| {
        for slip in slips {
            let id = printable(name);
            let message = Text {
                en: format!("own check {id}: {}", slip.message.en),
                de: format!("eigener Prüfpunkt {id}: {}", slip.message.de),
            };
            let error = tree.build(&codes::EXPRESSION, message, sort.within(slip.at));
            tree.report(match slip.help {
                Some(help) => error.help(help),
                None => error,
            });
        }
    });
    Some((
        OwnCheck {
            id: name.to_owned(),
            line,
            bins: listed.into_iter().map(|b| b.text).collect(),
            text: text.to_owned(),
            formula: formula.ok()?,
            title,
        },
        span,
    ))
}
