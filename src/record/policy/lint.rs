//! What a policy must satisfy beyond its form: nothing in it may fail to bite, and nothing may fail open.

mod clause;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::Catalogue;
use super::catalogue::{HOLD, matrix_channel};
use super::parse::{At, Bins, Draft, Whole};
use crate::base::code::Code;
use crate::base::code::policy as codes;
use crate::base::error::{nearest, printable};
use crate::base::lang::Text;
use crate::base::tree::Tree;
use crate::record::census::CheckRef;
use crate::record::channel::Channel;
use crate::record::check::Scope;
use crate::record::matrix::{Cell, MAILBOXES, SUBSCRIBERS, Value};
use crate::record::verdict::Severity;
use crate::text;

/// `[absent]`: an empty cell says that there is none.
const MEANS_NONE: &str = "means-none";
pub use clause::sizes;

pub struct Lint<'a, 's> {
    pub tree: &'a Tree<'s>,
    pub catalogue: &'a Catalogue,
    pub whole: &'a Whole,
}

/// `clause PER-02: …`, or the message alone where there is no code.
fn in_clause(draft: &Draft, message: Text) -> Text {
    match &draft.code {
        Some(c) => {
            let code = printable(&c.text);
            Text {
                en: format!("clause {code}: {}", message.en),
                de: format!("Klausel {code}: {}", message.de),
            }
        }
        None => message,
    }
}

impl Lint<'_, '_> {
    pub fn all(&self) {
        self.folds();
        self.address();
        self.absent();
        self.matrix();
        self.looked_up();
        self.names();
        self.own();
        for draft in &self.whole.clauses {
            self.placed(draft);
            self.bounds(draft);
            self.withhold(draft);
            self.conditions(draft);
            self.remedies(draft);
        }
    }

    fn error(&self, code: &'static Code, message: Text, span: Range<usize>) {
        self.tree.error(code, message, span);
    }

    fn check(&self, name: &At, draft: Option<&Draft>) -> Option<&CheckRef> {
        let found = self.catalogue.get(&name.text);
        if found.is_none() && !self.whole.faulty.contains(&name.text) {
            let shown = printable(&name.text);
            let message = text!("no check `{shown}`", "kein Prüfpunkt `{shown}`");
            let message = draft.map_or(message.clone(), |d| in_clause(d, message));
            let mut error = self
                .tree
                .build(&codes::NO_SUCH_CHECK, message, name.span.clone())
                .label(text!("no check", "kein Prüfpunkt"));
            if let Some(near) = nearest(&name.text, self.catalogue.names()) {
                error = error.help(text!("did you mean `{near}`?", "meinten Sie `{near}`?"));
            }
            self.tree.report(error);
        }
        found
    }

    /// Whether all bins exist and none stands twice.
    fn bins(&self, check: &CheckRef, bins: &[&At], draft: Option<&Draft>) {
        let id = &check.id;
        for (i, bin) in bins.iter().enumerate() {
            let shown = printable(&bin.text);
            if !check.bins.contains(&bin.text) {
                let message = text!(
                    "no bin `{shown}` in check `{id}`",
                    "Prüfpunkt `{id}` hat keine Klasse `{shown}`"
                );
                let message = draft.map_or(message.clone(), |d| in_clause(d, message));
                let mut error = self
                    .tree
                    .build(&codes::NO_SUCH_BIN, message, bin.span.clone())
                    .label(text!("no bin of `{id}`", "keine Klasse von `{id}`"));
                if let Some(near) = nearest(&bin.text, check.bins.iter().map(String::as_str)) {
                    error = error.help(text!("did you mean `{near}`?", "meinten Sie `{near}`?"));
                }
                self.tree.report(error);
            } else if bins[..i].iter().any(|b| b.text == bin.text) {
                let message = text!(
                    "bin `{shown}` is placed twice",
                    "Klasse `{shown}` ist zweimal eingeordnet"
                );
                let message = draft.map_or(message.clone(), |d| in_clause(d, message));
                self.error(&codes::PLACED_TWICE, message, bin.span.clone());
            }
        }
    }

    fn row_check(&self, name: &At) -> Option<&CheckRef> {
        let check = self.check(name, None)?;
        let measured = check.id != HOLD && matrix_channel(&check.id).is_none();
        if check.scope != Scope::Row || !measured {
            let id = &check.id;
            self.error(
                &codes::CONDITION,
                text!(
                    "`{id}` is not a check of rows",
                    "`{id}` ist kein Prüfpunkt von Zeilen"
                ),
                name.span.clone(),
            );
            return None;
        }
        Some(check)
    }

    fn folds(&self) {
        let groups = [SUBSCRIBERS, MAILBOXES];
        for (fold, names) in self.whole.folds.iter().zip(groups) {
            let Some(fold) = fold else { continue };
            if let Some(check) = fold.check.as_ref().and_then(|c| self.row_check(c)) {
                let all: Vec<&At> = fold.groups.iter().flat_map(|(_, b)| b).collect();
                self.bins(check, &all, None);
            }
            for (check, group, bins) in &fold.first {
                if let Some(check) = self.row_check(check) {
                    self.bins(check, &bins.iter().collect::<Vec<_>>(), None);
                }
                if !names.contains(&group.text.as_str()) {
                    let (a, b) = (names[0], names[1]);
                    self.error(
                        &codes::VALUE,
                        text!(
                            "a group of this fold is `{a}` or `{b}`",
                            "eine Gruppe dieser Faltung ist `{a}` oder `{b}`"
                        ),
                        group.span.clone(),
                    );
                }
            }
        }
    }

    /// An own check that nothing reads would only look as if something were demanded.
    fn own(&self) {
        let whole = self.whole;
        let conditions = |bins: &Bins, id: &str| bins.iter().any(|c| c.check.text == id);
        for (check, span) in &whole.own {
            let id = check.id.as_str();
            let asked = whole.clauses.iter().any(|d| {
                d.check.as_ref().is_some_and(|c| c.text == id) || conditions(&d.conditions, id)
            });
            let folded = whole.folds.iter().flatten().any(|f| {
                f.check.as_ref().is_some_and(|c| c.text == id)
                    || f.first.iter().any(|(c, _, _)| c.text == id)
            });
            let addressed = whole.address.iter().any(|(_, bins)| conditions(bins, id));
            if !asked && !folded && !addressed {
                self.error(
                    &codes::OWN_CHECK,
                    text!(
                        "nothing reads the check `{id}`",
                        "nichts liest den Prüfpunkt `{id}`"
                    ),
                    span.clone(),
                );
            }
        }
    }

    fn address(&self) {
        for (channel, absent) in &self.whole.address {
            self.row_bins(absent);
            if absent.iter().all(|c| c.bins.is_empty()) {
                let name = channel.name();
                self.error(
                    &codes::MISSING,
                    text!(
                        "no bin says that a row has no address for `{name}`",
                        "keine Klasse sagt, dass eine Zeile keine Adresse für `{name}` hat"
                    ),
                    absent.first().map_or(0..0, |c| c.span.clone()),
                );
            }
        }
    }

    fn row_bins(&self, absent: &Bins) {
        for c in absent {
            if let Some(check) = self.row_check(&c.check) {
                self.bins(check, &c.bins.iter().collect::<Vec<_>>(), None);
            }
        }
    }

    fn absent(&self) {
        for (check, answer) in &self.whole.absent {
            self.check(check, None);
            if answer.text != MEANS_NONE
                && self.check(answer, None).is_some()
                && !self.counted(&answer.text, "blank")
            {
                let shown = &answer.text;
                self.error(
                    &codes::FAILS_OPEN,
                    text!(
                        "no clause counts `blank` of `{shown}` as bad or unproven",
                        "keine Klausel zählt `blank` von `{shown}` als bad oder unproven"
                    ),
                    answer.span.clone(),
                );
            }
        }
    }

    /// Whether a clause that decides something counts the bin as bad or unproven.
    fn counted(&self, check: &str, bin: &str) -> bool {
        self.whole.clauses.iter().any(|c| {
            c.check.as_ref().is_some_and(|x| x.text == check)
                && c.severity != Some(Severity::Info)
                && c.bad.iter().chain(&c.unproven).any(|b| b.text == bin)
        })
    }

    fn matrix(&self) {
        let mut places: BTreeMap<_, Vec<&Cell>> = BTreeMap::new();
        for (cell, span) in &self.whole.matrix {
            let place = places
                .entry((cell.channel, cell.country.as_str()))
                .or_default();
            let same = |other: &&&Cell| {
                overlap(&other.subscriber, &cell.subscriber)
                    && overlap(&other.mailbox, &cell.mailbox)
            };
            let earlier = place
                .iter()
                .filter(same)
                .find(|other| other.decided.is_some() == cell.decided.is_some());
            if let Some(other) = earlier {
                let line = other.line;
                self.error(
                    &codes::TWICE,
                    text!(
                        "the cell of line {line} covers the same rows",
                        "die Zelle der Zeile {line} gilt für dieselben Zeilen"
                    ),
                    span.clone(),
                );
            } else {
                place.push(cell);
            }
        }
        for (cell, span) in &self.whole.matrix {
            if cell.decided.is_none() {
                continue;
            }
            if Value::find(&cell.written).is_none() {
                self.error(
                    &codes::DECISION,
                    text!("this decides nothing", "das entscheidet nichts"),
                    span.clone(),
                );
            }
            let settled = self.whole.matrix.iter().map(|(c, _)| c).find(|c| {
                c.decided.is_none()
                    && !c.is_open()
                    && (c.channel, &c.country) == (cell.channel, &cell.country)
                    && overlap(&c.subscriber, &cell.subscriber)
                    && overlap(&c.mailbox, &cell.mailbox)
            });
            if let Some(settled) = settled {
                let line = settled.line;
                self.error(
                    &codes::DECISION,
                    text!(
                        "the cell of line {line} is not open: there is nothing to decide",
                        "die Zelle der Zeile {line} ist nicht offen: Es gibt nichts zu entscheiden"
                    ),
                    span.clone(),
                );
            }
        }
    }

    /// Whoever looks a channel up in the matrix judges every value that a row may find there, or says in
    /// `[without-clause]` that it asks for nothing more: a value that was forgotten would let its rows through.
    fn looked_up(&self) {
        for channel in Channel::ALL {
            let name = format!("matrix-{}", channel.name());
            let conditions = self.whole.clauses.iter().flat_map(|c| &c.conditions);
            let named: Vec<&At> = conditions
                .filter(|c| c.check.text == name)
                .flat_map(|c| &c.bins)
                .collect();
            if named.is_empty() {
                continue;
            }
            let said = self.whole.without_clause.iter();
            let said = said.filter(|(c, _)| *c == channel).map(|(_, v)| *v);
            let mut told: BTreeSet<Value> = said.collect();
            // messages on social networks are looked up under the named mailbox
            let found = |c: &Cell| channel != Channel::Social || c.matches_mailbox("named");
            for (cell, span) in self.whole.matrix.iter().filter(|(c, _)| found(c)) {
                for value in [Value::find(&cell.written), Some(Value::Open)] {
                    let Some(value) = value.filter(|v| cell.bears(channel, *v)) else {
                        continue;
                    };
                    let judged = named.iter().any(|b| b.text == value.name());
                    if !judged && told.insert(value) {
                        let word = value.name();
                        self.error(
                            &codes::FAILS_OPEN,
                            text!(
                                "no clause has `{name} = \"{word}\"`: rows of this cell would pass unjudged",
                                "keine Klausel hat `{name} = \"{word}\"`: Zeilen dieser Zelle gingen ungeprüft durch"
                            ),
                            span.clone(),
                        );
                    }
                }
            }
        }
    }

    /// Codes of clauses and remedies: form, and once only.
    fn names(&self) {
        let mut seen = BTreeMap::new();
        for c in self.whole.clauses.iter().filter_map(|d| d.code.as_ref()) {
            let shown = printable(&c.text);
            if !is_code(&c.text) {
                self.error(
                    &codes::CODE_FORM,
                    text!(
                        "`{shown}` is not written like a code (PER-02)",
                        "`{shown}` ist nicht wie ein Code geschrieben (PER-02)"
                    ),
                    c.span.clone(),
                );
            }
            if let Some(first) = seen.insert(c.text.as_str(), c.span.start) {
                let line = self.tree.place(first).line.unwrap_or(1);
                self.error(
                    &codes::TWICE,
                    text!(
                        "the code {shown} stands in line {line} already",
                        "den Code {shown} gibt es schon in Zeile {line}"
                    ),
                    c.span.clone(),
                );
            }
        }
        let mut remedies = BTreeSet::new();
        for (r, span) in &self.whole.remedies {
            if !remedies.insert(r.code.as_str()) {
                let shown = printable(&r.code);
                self.error(
                    &codes::TWICE,
                    text!(
                        "the remedy `{shown}` stands twice",
                        "die Abhilfe `{shown}` gibt es zweimal"
                    ),
                    span.clone(),
                );
            }
        }
    }
}

fn overlap(a: &Option<String>, b: &Option<String>) -> bool {
    a.is_none() || b.is_none() || a == b
}

/// `PER-02`: two to eight capitals or digits, beginning with a capital; a hyphen; two or three digits.
fn is_code(text: &str) -> bool {
    let Some((family, number)) = text.split_once('-') else {
        return false;
    };
    (2..=8).contains(&family.len())
        && family.starts_with(|c: char| c.is_ascii_uppercase())
        && family
            .bytes()
            .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
        && (2..=3).contains(&number.len())
        && number.bytes().all(|b| b.is_ascii_digit())
}
