//! One address beside what its row says of person and company: sorted as a list of a single row, by the same functions.

use super::batch::{Batch, Plan, Worker};
use super::blank::is_blank;
use super::company;
use super::frame::{Frame, Slot};
use super::mail::{self, Flags, Verdict};
use super::mail_flags;
use crate::base::clock::Day;
use crate::record::column::Column;
use crate::record::dossier::Dossier;

/// What a row says beside an address.
pub struct Contact {
    slots: Vec<Slot>,
    /// The cells behind the address.
    cells: Vec<String>,
    worker: Worker,
}

impl Contact {
    /// None if the row says nothing.
    pub fn new(name: Option<&str>, company: Option<&str>, website: Option<&str>) -> Option<Self> {
        let given = [
            (Column::FullName, name),
            (Column::CompanyName, company),
            (Column::CompanyWebsite, website),
        ];
        let given = given.into_iter().filter_map(|(c, text)| Some((c, text?)));
        let given = given.filter(|(_, text)| !is_blank(text));
        let (columns, cells): (Vec<_>, Vec<_>) = given.map(|(c, t)| (c, t.to_owned())).unzip();
        let all = std::iter::once(Column::Email).chain(columns);
        let slots = all.enumerate().map(|(at, c)| Slot::new(c, 1, at + 1));
        (!cells.is_empty()).then(|| Self {
            slots: slots.collect(),
            cells,
            worker: Worker::default(),
        })
    }

    /// Whether a website is one, or says nothing.
    pub fn is_website(text: &str) -> bool {
        is_blank(text) || company::host(text).is_some()
    }

    /// Adds to what is known about an address what the row shows: whether the name is the mailbox's, and the flags and
    /// the nature that follow. `text`: the address that the verdict is about.
    pub fn add_to(&self, verdict: &mut Verdict, text: &str) {
        let cells = std::iter::once(text).chain(self.cells.iter().map(String::as_str));
        let frame = Frame::from_rows(&self.slots, &[cells.collect::<Vec<_>>()]);
        let dossier = Dossier::default();
        // no day is compared here
        let plan = Plan::new(&dossier, Day(0), &[]);
        let batch = Batch::new(&frame, &plan, &self.worker);
        let Some(cells) = batch.cells(Column::Email).into_iter().next() else {
            return;
        };
        let mail = mail::of_cells(&batch, &cells)[0];
        if mail.mailbox != verdict.mail.mailbox {
            verdict.word = None;
        }
        verdict.mail = mail;
        verdict.flags = mail_flags::of_contact(&batch, &cells, 0);
        verdict.nature = mail.nature(text, verdict.flags.has(Flags::TRADER));
        if let Some((mended, found)) = verdict.repaired.as_deref_mut() {
            self.add_to(found, mended);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::mail::{Mailbox, Nature, Single};

    fn of(text: &str, name: &str, company: &str, website: &str) -> Verdict {
        let say = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let (name, company, website) = (say(name), say(company), say(website));
        let contact = Contact::new(name.as_deref(), company.as_deref(), website.as_deref());
        let mut verdict = Single::default().of(text);
        if let Some(contact) = contact {
            contact.add_to(&mut verdict, text);
        }
        verdict
    }

    #[test]
    fn what_the_row_shows() {
        use Nature::*;
        let gruenwald = "info@gruenwald-beispiel.de";
        for (text, name, company, website, flags, nature) in [
            (gruenwald, "", "", "", &[][..], ProfessionalRole),
            (
                gruenwald,
                "Anna Grünwald",
                "",
                "",
                &["person_named_domain", "natural_person_trader"],
                ProfessionalRoleOfNaturalPerson,
            ),
            // the founder's name is no sign if there is a company's form
            (
                gruenwald,
                "Anna Grünwald",
                "Grünwald GmbH",
                "",
                &["person_named_domain"],
                ProfessionalRole,
            ),
            (
                "info@nordwerk-beispiel.de",
                "",
                "Nordwerk Beispiel e.K.",
                "www.nordwerk-beispiel.de",
                &["natural_person_trader"],
                ProfessionalRoleOfNaturalPerson,
            ),
            (
                "b.holm+x@nordwerk-beispiel.de",
                "Anna Grünwald",
                "Hallbruck Beispiel GmbH",
                "https://hallbruck-beispiel.de/team",
                &["plus_tag", "row_name_mismatch", "domain_mismatch"],
                ProfessionalNamed,
            ),
            (
                "anna.gruenwald@gmial.com",
                "Anna Grünwald",
                "Nordwerk Beispiel",
                "",
                &["natural_person_trader", "suspected_typo_of"],
                Personal,
            ),
        ] {
            let found = of(text, name, company, website);
            let names: Vec<&str> = found.flags.names().collect();
            assert_eq!(names, flags, "{text} {name} {company}");
            assert_eq!(found.nature, nature, "{text} {name} {company}");
        }
    }

    #[test]
    fn the_rows_name_wins_over_a_word() {
        let found = of("post@firma-beispiel.de", "Jan Post", "", "");
        assert_eq!(found.mail.mailbox, Mailbox::Named);
        assert!(found.flags.has(Flags::ROLE_WORD) && found.word.is_none());
        let mended = of("post@firma-beispiel.de;", "Jan Post", "", "").repaired;
        assert_eq!(mended.unwrap().1.mail.mailbox, Mailbox::Named);
    }

    proptest::proptest! {
        /// A name that cannot be read changes nothing.
        #[test]
        fn a_blank_row_changes_nothing(text in "(info|anna|a\\.b)@(gmx|a|uni-b)\\.(de|test)|\\PC{0,12}@?\\PC{0,12}") {
            let alone = Single::default().of(&text);
            let mut beside = alone.clone();
            Contact::new(Some("."), None, None).unwrap().add_to(&mut beside, &text);
            proptest::prop_assert_eq!(alone, beside);
        }
    }
}
