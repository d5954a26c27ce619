//! What a row's consent says about each channel.
//!
//! Consent is specific (Art. 4(11) GDPR): a consent to e-mail covers no call, one to calls no automated call, and one
//! tick for everything names no channel. So each channel is asked apart, and silence about it is never a yes.

use std::collections::HashMap;
use std::rc::Rc;
use std::sync::{Arc, LazyLock};

use super::batch::Batch;
use super::blank::{fold, is_blank};
use super::facts::Vocabulary;
use super::keys::{self, Kind};
use super::phrases::{Phrases, tokens};
use super::sorter::KeyView;
use super::standing::{self, Consent};
use super::yes_no::{self, YesNo};
use crate::record::channel::Channel;
use crate::record::check::Check;
use crate::record::column::Column;
use crate::record::dossier::ConsentText;
use crate::record::papers::KeyBin;

/// Bins of the checks `consent-email`, `-phone`, `-sms`, `-auto-call`, `-social`, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
enum OfChannel {
    Withdrawn,
    Refused,
    NotCovered,
    Given,
    Illegible,
    Blank,
}

/// Bins of `consent-channels`, by position.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
enum OfList {
    Blanket,
    Named,
    Illegible,
    Blank,
}

/// Bits of [`Listed`]: one per channel, and one for channels that no check asks for.
const OTHER: u8 = 1 << Channel::ALL.len();
const ALL: u8 = OTHER << 1;

fn bit(channel: Channel) -> u8 {
    1 << channel as u8
}

fn meaning(name: &str) -> Option<u8> {
    match name {
        "other" => Some(OTHER),
        "all" => Some(ALL),
        name => Channel::find(name).map(bit),
    }
}

static WORDS: LazyLock<Phrases<u8>> =
    LazyLock::new(|| Phrases::read(include_str!("channels.tsv"), meaning));

/// What `consent_channels` lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Listed {
    given: u8,
    refused: u8,
    /// Everything with one word.
    blanket: bool,
    /// Words that are no channel.
    unread: bool,
}

impl Listed {
    fn is_blank(self) -> bool {
        self == Self::default()
    }

    fn and(self, other: Self) -> Self {
        Self {
            given: self.given | other.given,
            refused: self.refused | other.refused,
            blanket: self.blanket | other.blanket,
            unread: self.unread | other.unread,
        }
    }
}

/// Words between channels, and those that turn an entry round.
const NEUTRAL: &[&str] = &[
    "and", "und", "et", "y", "e", "en", "i", "och", "oraz", "or", "oder", "via", "per", "by",
    "par", "por", "ok", "allowed", "erlaubt", "consent", "opt", "in", "only", "nur", "yes", "ja",
    "oui", "si", "tak", "sim", "true", "1", "x",
];
const NOT: &[&str] = &[
    "no", "not", "kein", "keine", "nicht", "nein", "ohne", "non", "pas", "sin", "senza", "geen",
    "nee", "niet", "nie", "bez", "ingen", "nej", "ej", "nao", "sem", "false", "0", "out",
];

/// Reads a list of channels: `email; phone`, `E-Mail und Telefon`, `email=yes, phone=no`.
fn listed(text: &str) -> Listed {
    let mut out = Listed::default();
    if is_blank(text) {
        return out;
    }
    if text.len() > 400 {
        out.unread = true;
        return out;
    }
    let folded = fold(text);
    // one tick says yes to everything, one cross no to everything
    if let Some((yes, _)) = yes_no::word(&folded) {
        if yes {
            out.blanket = true;
        } else {
            out.refused = ALL - 1;
        }
        return out;
    }
    if folded == "*" {
        out.blanket = true;
        return out;
    }
    for entry in folded.split([';', ',', '|', '/', '+', '&', '\n']) {
        let all = tokens(entry);
        let (found, rest) = WORDS.within(&all);
        let mask = found.iter().fold(0, |m, b| m | b);
        let not = rest.iter().any(|t| NOT.contains(t));
        let known = rest.iter().all(|t| NEUTRAL.contains(t) || NOT.contains(t));
        match (mask, not) {
            (0, _) if rest.iter().all(|t| NEUTRAL.contains(t)) => {}
            (0, _) => out.unread = true,
            _ if !known => out.unread = true,
            // "no email or phone call" may mean either or both
            (mask, true) if mask.count_ones() > 1 => out.unread = true,
            (ALL, true) => out.refused |= ALL - 1,
            (mask, true) => out.refused |= mask,
            (mask, false) => {
                out.blanket |= mask & ALL != 0;
                out.given |= mask & !ALL;
            }
        }
    }
    out
}

/// Consent texts of the declaration by the folded id that rows write; none if two texts share it.
pub fn texts(batch: &Batch<'_>) -> Arc<HashMap<String, Option<ConsentText>>> {
    batch.plan.once("consent.texts", || {
        let mut all: HashMap<String, Option<ConsentText>> = HashMap::new();
        let declaration = batch.dossier().declaration.as_ref();
        let consent = declaration.and_then(|d| d.consent.as_ref());
        for text in consent.map_or(&[][..], |c| &c.texts) {
            if is_blank(&text.matches) {
                continue;
            }
            all.entry(fold(&text.matches))
                .and_modify(|t| *t = None)
                .or_insert_with(|| Some(text.clone()));
        }
        all
    })
}

/// The kind of key that checks per consent text share: the folded id that rows write.
pub const TEXT: Kind = Kind {
    name: "consent-text",
    of: |batch| keys::texts(batch, Column::ConsentTextId),
};

/// One unit per text that rows name: what the declared versions of it make of it, the worst of several; `blank` if it
/// is not declared.
pub fn sort_texts(
    check: &Check,
    view: &KeyView<'_>,
    reading: impl Fn(&ConsentText) -> &'static str,
) -> Vec<KeyBin> {
    let texts = view.papers.dossier.texts().iter();
    let entries = texts.map(|t| (view.secret.of(&t.matches), check.at(reading(t))));
    keys::by_entry(check, view, entries)
}

/// What is listed for each row: its cell, or else the channels of the consent text that it names.
fn lists(batch: &Batch<'_>) -> Rc<Vec<Listed>> {
    batch.memo("consent.lists", 0, || {
        let mut out = vec![Listed::default(); batch.rows()];
        for cells in batch.cells(Column::ConsentChannels) {
            for (o, l) in out
                .iter_mut()
                .zip(batch.by_text("consent.listed", &cells, listed))
            {
                *o = o.and(l);
            }
        }
        let texts = texts(batch);
        if texts.is_empty() {
            return out;
        }
        for cells in batch.cells(Column::ConsentTextId) {
            let of_text = batch.by_text("consent.text", &cells, |id| Listed {
                given: texts
                    .get(&fold(id))
                    .and_then(Option::as_ref)
                    .map_or(0, |t| t.channels.iter().fold(0, |m, c| m | bit(*c))),
                ..Listed::default()
            });
            for (o, l) in out.iter_mut().zip(of_text) {
                if o.is_blank() {
                    *o = l;
                }
            }
        }
        out
    })
}

/// The columns of one channel each.
const OWN: [(Column, Channel); 4] = [
    (Column::ConsentEmail, Channel::Email),
    (Column::ConsentPhone, Channel::Phone),
    (Column::ConsentSms, Channel::Sms),
    (Column::ConsentPost, Channel::Post),
];

/// What a row says about channels, from all its columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Said {
    list: Listed,
    /// Channels whose own column cannot be read.
    illegible: u8,
    /// Channels whose box was left empty, in a column of ticks: no consent, but no refusal either.
    unticked: u8,
}

fn said(batch: &Batch<'_>) -> Rc<Vec<Said>> {
    batch.memo("consent.said", 0, || {
        let mut out: Vec<Said> = lists(batch)
            .iter()
            .map(|list| Said {
                list: *list,
                ..Said::default()
            })
            .collect();
        for (column, channel) in OWN {
            let bit = bit(channel);
            for cells in batch.cells(column) {
                let negated = cells.slot.negated;
                let ticks = batch.plan.facts.vocabulary(cells.slot.position) == Vocabulary::Set(0);
                for (o, cell) in out.iter_mut().zip(yes_no::cells(batch, &cells).iter()) {
                    match (cell, negated) {
                        (YesNo::No, false) if ticks => o.unticked |= bit,
                        // an empty box under "no consent" is no consent
                        (YesNo::No, true) if ticks => {}
                        (YesNo::Yes, false) | (YesNo::No, true) => o.list.given |= bit,
                        (YesNo::No, false) | (YesNo::Yes, true) => o.list.refused |= bit,
                        (YesNo::Illegible, _) => o.illegible |= bit,
                        (YesNo::Blank, _) => {}
                    }
                }
            }
        }
        out
    })
}

fn covered(channel: Channel, said: Said, consent: Consent) -> OfChannel {
    let bit = bit(channel);
    let list = said.list;
    if consent == Consent::Withdrawn {
        return OfChannel::Withdrawn;
    }
    if consent == Consent::Refused || list.refused & bit != 0 {
        return OfChannel::Refused;
    }
    if list.given & bit != 0 {
        return match consent {
            Consent::Lapsed => OfChannel::NotCovered,
            Consent::Open | Consent::Illegible => OfChannel::Illegible,
            _ => OfChannel::Given,
        };
    }
    // one word for all channels names none; what cannot be read may have named this one
    if said.illegible & bit != 0 || list.unread || list.blanket {
        return OfChannel::Illegible;
    }
    if list.given != 0 || said.unticked & bit != 0 {
        return OfChannel::NotCovered;
    }
    OfChannel::Blank
}

/// Positions in the bins of the consent check of a channel.
pub fn channel(batch: &Batch<'_>, channel: Channel) -> Vec<u8> {
    said(batch)
        .iter()
        .zip(standing::consent(batch).iter())
        .map(|(said, consent)| covered(channel, *said, *consent) as u8)
        .collect()
}

/// Positions in the bins of `consent-channels`.
pub fn named(batch: &Batch<'_>) -> Vec<u8> {
    said(batch)
        .iter()
        .map(|s| {
            if s.list.blanket {
                OfList::Blanket
            } else if s.list.given | s.list.refused | s.unticked != 0 {
                OfList::Named
            } else if s.list.unread || s.illegible != 0 {
                OfList::Illegible
            } else {
                OfList::Blank
            }
        } as u8)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sound() {
        super::super::phrases::lint(include_str!("channels.tsv"), meaning);
    }

    #[test]
    fn lists_of_channels_are_read_entry_by_entry() {
        let of = |all: &[Channel]| all.iter().fold(0, |m, c| m | bit(*c));
        use Channel::{AutoCall, Email, Phone, Post, Sms, Social};
        for (text, given, refused, blanket, unread) in [
            ("email", of(&[Email]), 0, false, false),
            ("E-Mail; Telefon", of(&[Email, Phone]), 0, false, false),
            ("E-Mail und Post", of(&[Email, Post]), 0, false, false),
            (
                "email=yes, phone=no",
                of(&[Email]),
                of(&[Phone]),
                false,
                false,
            ),
            ("[\"email\",\"sms\"]", of(&[Email, Sms]), 0, false, false),
            ("kein Telefon", 0, of(&[Phone]), false, false),
            (
                "automated calls|LinkedIn",
                of(&[AutoCall, Social]),
                0,
                false,
                false,
            ),
            ("phone", of(&[Phone]), 0, false, false),
            ("fax", OTHER, 0, false, false),
            ("all channels", 0, 0, true, false),
            ("ja", 0, 0, true, false),
            ("x", 0, 0, true, false),
            ("*", 0, 0, true, false),
            ("nein", 0, ALL - 1, false, false),
            ("mail", 0, 0, false, true),
            ("email maybe", 0, 0, false, true),
            ("no email or phone", 0, 0, false, true),
            ("email; Brieftaube", of(&[Email]), 0, false, true),
            ("-", 0, 0, false, false),
        ] {
            let want = Listed {
                given,
                refused,
                blanket,
                unread,
            };
            assert_eq!(listed(text), want, "{text}");
        }
    }
}
