//! The tests of one clause: its bins, bounds, channels, conditions and remedies.

use std::ops::Range;

use super::super::catalogue::{HOLD, matrix_channel};
use super::super::parse::{At, Condition, Draft};
use super::super::{Bound, Policy, Target};
use super::{Lint, MEANS_NONE, in_clause};
use crate::base::code::policy as codes;
use crate::base::error::{nearest, printable};
use crate::base::tree::Tree;
use crate::record::census::CheckRef;
use crate::record::check::Scope;
use crate::record::matrix::Value;
use crate::record::verdict::{Block, Severity};
use crate::text;

/// Slots that a clause chooses, not facts that somebody could leave out.
const SELECTORS: [&str; 2] = ["document-kind", "buyer-item"];
/// How many combinations a clause may ask for.
const LARGEST: u64 = 100_000;

impl Lint<'_, '_> {
    /// Each bin of the check stands in exactly one of bad, unproven, good, and at least one counts.
    pub fn placed(&self, draft: &Draft) {
        let Some(check) = draft
            .check
            .as_ref()
            .and_then(|c| self.check(c, Some(draft)))
        else {
            return;
        };
        if matrix_channel(&check.id).is_some() {
            let at = draft.check.as_ref().map_or(0..0, |c| c.span.clone());
            let message = text!(
                "the matrix is looked up in conditions; it sorts nothing by itself",
                "die Matrix wird in Bedingungen nachgeschlagen; sie sortiert selbst nichts"
            );
            self.error(&codes::CONDITION, in_clause(draft, message), at);
        }
        let all: Vec<&At> = draft
            .bad
            .iter()
            .chain(&draft.unproven)
            .chain(&draft.good)
            .collect();
        self.bins(check, &all, Some(draft));
        let id = &check.id;
        for bin in &check.bins {
            if all.iter().any(|b| b.text == *bin) {
                continue;
            }
            let message = text!(
                "bin `{bin}` is nowhere placed",
                "Klasse `{bin}` ist nirgends eingeordnet"
            );
            let error = self
                .tree
                .build(
                    &codes::NOWHERE_PLACED,
                    in_clause(draft, message),
                    draft.span.clone(),
                )
                .help(text!(
                    "each bin of `{id}` stands in one of bad, unproven, good",
                    "jede Klasse von `{id}` steht in einem von bad, unproven, good"
                ));
            self.tree.report(error);
        }
        if draft.bad.is_empty() && draft.unproven.is_empty() {
            let message = text!(
                "no bin is bad or unproven, so it can never bite",
                "keine Klasse ist bad oder unproven, sie kann nie greifen"
            );
            self.error(
                &codes::CANNOT_BITE,
                in_clause(draft, message),
                draft.span.clone(),
            );
        }
    }

    pub fn bounds(&self, draft: &Draft) {
        let single = draft
            .check
            .as_ref()
            .and_then(|c| self.catalogue.get(&c.text))
            .is_some_and(|c| c.scope == Scope::Delivery);
        for (name, bound, bins) in [
            ("max", &draft.max, &draft.bad),
            ("max-unproven", &draft.max_unproven, &draft.unproven),
        ] {
            let Some((Some(bound), span)) = bound else {
                continue;
            };
            let whole = match bound {
                Bound::Share(s) => s.is_whole(),
                Bound::Count(n) => single && *n > 0,
            };
            let message = if bins.is_empty() {
                text!(
                    "`{name}` bounds no bin",
                    "`{name}` begrenzt keine einzige Klasse"
                )
            } else if whole && draft.severity != Some(Severity::Info) {
                text!(
                    "`{name}` can never be exceeded",
                    "`{name}` lässt sich nie überschreiten"
                )
            } else {
                continue;
            };
            self.error(&codes::BOUND, in_clause(draft, message), span.clone());
        }
    }

    pub fn withhold(&self, draft: &Draft) {
        let at = |message, span: &Range<usize>| {
            self.error(&codes::WITHHOLD, in_clause(draft, message), span.clone());
        };
        let check = draft
            .check
            .as_ref()
            .and_then(|c| self.catalogue.get(&c.text));
        let not_rows = |c: &CheckRef| !matches!(c.scope, Scope::Row | Scope::Key) || c.id == HOLD;
        if let Some((_, span)) = draft.withhold.first()
            && check.is_some_and(not_rows)
        {
            at(
                text!(
                    "only clauses on rows, or on values that rows share, withhold",
                    "nur Klauseln über Zeilen oder über Werte, die sich Zeilen teilen, halten zurück"
                ),
                span,
            );
        }
        for (i, (target, span)) in draft.withhold.iter().enumerate() {
            if draft.withhold[..i].iter().any(|(t, _)| t == target) {
                at(text!("this stands twice", "das steht zweimal da"), span);
            }
            if *target != Target::Hold {
                let alone = draft.withhold.len() == 1;
                if *target == Target::All && !alone {
                    at(text!("`all` stands alone", "`all` steht allein"), span);
                }
                continue;
            }
            if draft.withhold.len() > 1 {
                at(text!("`hold` stands alone", "`hold` steht allein"), span);
            }
            if draft.block.is_some_and(|b| b != Block::Acquisition) {
                at(
                    text!(
                        "only clauses of acquisition set rows aside",
                        "nur Klauseln des Erwerbs sondern Zeilen aus"
                    ),
                    span,
                );
            }
        }
        let contact = draft.block == Some(Block::Contact);
        if contact && draft.withhold.is_empty() && draft.channels.is_empty() {
            let message = text!("no channel is named", "kein Kanal ist genannt");
            self.error(
                &codes::NO_CHANNEL,
                in_clause(draft, message),
                draft.span.clone(),
            );
        }
        if let (Some((_, span)), true) = (
            draft.channels.first(),
            !contact && draft.block.is_some() || !draft.withhold.is_empty(),
        ) {
            let message = text!(
                "`channels` belongs to clauses of contact that withhold nothing",
                "`channels` gehört zu Klauseln des Kontakts, die nichts zurückhalten"
            );
            self.error(&codes::NO_CHANNEL, in_clause(draft, message), span.clone());
        }
    }

    pub fn conditions(&self, draft: &Draft) {
        let own = draft
            .check
            .as_ref()
            .and_then(|c| self.catalogue.get(&c.text));
        let mut keys = 0;
        for c in &draft.conditions {
            let Some(check) = self.check(&c.check, Some(draft)) else {
                continue;
            };
            self.bins(check, &c.bins.iter().collect::<Vec<_>>(), Some(draft));
            let refuse = |message| {
                self.error(
                    &codes::CONDITION,
                    in_clause(draft, message),
                    c.check.span.clone(),
                );
            };
            if c.bins.is_empty() {
                refuse(text!(
                    "the condition names no bin, so it leaves nothing",
                    "die Bedingung nennt keine Klasse und lässt damit nichts übrig"
                ));
            }
            if check.id == HOLD || own.is_some_and(|o| o.id == HOLD) {
                refuse(text!(
                    "`hold` is compiled from the policy and can be neither condition nor conditioned",
                    "`hold` entsteht aus dem Regelwerk und ist weder Bedingung noch bedingt"
                ));
                continue;
            }
            if own.is_some_and(|o| o.id == check.id) {
                refuse(text!(
                    "a condition on the clause's own check; place the bins instead",
                    "eine Bedingung auf den eigenen Prüfpunkt; ordnen Sie die Klassen stattdessen ein"
                ));
            }
            if check.scope == Scope::Key {
                keys += 1;
            }
            if check.scope == Scope::Key && (keys > 1 || own.is_some_and(|o| o.scope == Scope::Key))
            {
                refuse(text!(
                    "values that rows share cannot be joined with one another",
                    "Werte, die sich Zeilen teilen, lassen sich nicht miteinander verbinden"
                ));
            }
            let rows = own.is_some_and(|o| matches!(o.scope, Scope::Row | Scope::Key));
            if rows && !draft.withhold.is_empty() && check.scope != Scope::Row {
                refuse(text!(
                    "a clause that withholds has conditions on rows only",
                    "eine Klausel, die zurückhält, hat nur Bedingungen an Zeilen"
                ));
            }
            self.bites(draft, c);
            self.way_out(draft, c, check);
        }
    }

    /// A look-up for values that no cell of the matrix bears.
    fn bites(&self, draft: &Draft, c: &Condition) {
        let Some(channel) = matrix_channel(&c.check.text) else {
            return;
        };
        let borne = c.bins.iter().filter_map(|b| Value::find(&b.text)).any(|v| {
            v == Value::Open || self.whole.matrix.iter().any(|(c, _)| c.bears(channel, v))
        });
        if !borne && !c.bins.is_empty() {
            let message = text!(
                "no cell of the matrix has one of these values",
                "keine Zelle der Matrix hat einen dieser Werte"
            );
            self.error(
                &codes::CANNOT_BITE,
                in_clause(draft, message),
                c.span.clone(),
            );
        }
    }

    /// A condition that leaves out `blank` or `illegible`, though nobody counts them.
    fn way_out(&self, draft: &Draft, c: &Condition, check: &CheckRef) {
        let id = check.id.as_str();
        let exempt =
            SELECTORS.contains(&id) || id.starts_with("plan-") || matrix_channel(id).is_some();
        if exempt {
            return;
        }
        for bin in ["illegible", "blank"] {
            let left_out =
                check.bins.iter().any(|b| b == bin) && c.bins.iter().all(|b| b.text != bin);
            // an unreadable cell is no empty one: `means-none` answers for blank alone
            let answered = self.whole.absent.iter().any(|(k, answer)| {
                k.text == id
                    && match answer.text.as_str() {
                        MEANS_NONE => bin == "blank",
                        other => self.counted(other, bin),
                    }
            });
            if !left_out || answered || self.counted(id, bin) {
                continue;
            }
            let message = text!(
                "`{bin}` of `{id}` is left out and counted nowhere",
                "`{bin}` von `{id}` bleibt außen vor und wird nirgends gezählt"
            );
            let error = self
                .tree
                .build(&codes::FAILS_OPEN, in_clause(draft, message), c.span.clone())
                .help(text!(
                    "name it in the condition, count it in a clause, or add `{id}` to [absent]",
                    "nennen Sie sie in der Bedingung, zählen Sie sie in einer Klausel, oder ergänzen Sie `{id}` unter [absent]"
                ));
            self.tree.report(error);
        }
    }

    pub fn remedies(&self, draft: &Draft) {
        for r in draft.remedies.iter().flatten() {
            let known = || self.whole.remedies.iter().map(|(r, _)| r.code.as_str());
            if known().any(|k| k == r.text) {
                continue;
            }
            let shown = printable(&r.text);
            let message = text!("no remedy `{shown}`", "keine Abhilfe `{shown}`");
            let mut error = self.tree.build(
                &codes::NO_SUCH_REMEDY,
                in_clause(draft, message),
                r.span.clone(),
            );
            if let Some(near) = nearest(&r.text, known()) {
                error = error.help(text!("did you mean `{near}`?", "meinten Sie `{near}`?"));
            }
            self.tree.report(error);
        }
    }
}

/// No list may make a run fail: the tables that a policy asks for are bounded.
pub fn sizes(tree: &Tree<'_>, policy: &Policy) {
    let spans = tree.root().get("clause").and_then(|v| v.tables());
    for (clause, table) in policy.clauses.iter().zip(spans.unwrap_or_default()) {
        let asked = policy.units(clause).into_iter().chain(policy.gates(clause));
        let Some(size) = asked.map(|q| q.size(policy)).max().filter(|n| *n > LARGEST) else {
            continue;
        };
        let code = &clause.code;
        tree.error(
            &codes::TOO_LARGE,
            text!(
                "clause {code}: asks for a table of {size} combinations",
                "Klausel {code}: verlangt eine Tabelle von {size} Kombinationen"
            ),
            table.span(),
        );
    }
}
