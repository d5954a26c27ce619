crate::check! {
    en {
        /// Will the buyer inform the people within a month of receipt?
        ///
        /// ## What is sorted
        /// The buyer's plan, once.
        ///
        /// ## Why it matters
        /// With the receipt of the list a clock of the buyer's own begins: the people must be informed within a month,
        /// and at the latest with the first message (GDPR Art. 14(3)(a)-(b)). To wait for a campaign in spring is to
        /// inform too late, however good the notice is.
        ///
        /// ## How it is decided
        /// From `notice-day`, the planned day of the notice, and `first-contact`, the planned day of the first message,
        /// both under `[buyer]`, against `received`. The month ends on the same day number, on the last day of a
        /// shorter month, and on Monday if that is a weekend. A notice up to then is `within-one-month`. One that goes
        /// out with a first message after that is `at-first-contact-later`; any other after that, and any after the
        /// first message, is `later`. If the day of receipt is not known, it is `illegible`; without `notice-day` it is
        /// `blank`.
        ///
        /// ## What it cannot see
        /// Whether the notice is sent as planned, and what it says. Public holidays are not counted.
    }
    de {
        /// Informiert der Käufer die Betroffenen binnen eines Monats nach Erhalt?
        ///
        /// ## Was sortiert wird
        /// Der Plan des Käufers, einmal.
        ///
        /// ## Warum es zählt
        /// Mit dem Erhalt der Liste läuft eine eigene Frist des Käufers: Die Betroffenen sind binnen eines Monats zu
        /// informieren, spätestens mit der ersten Nachricht (DSGVO Art. 14 Abs. 3 lit. a und b). Wer auf die Kampagne
        /// im Frühjahr wartet, informiert zu spät, wie gut die Information auch ist.
        ///
        /// ## Wie entschieden wird
        /// Aus `notice-day`, dem geplanten Tag der Information, und `first-contact`, dem geplanten Tag der ersten
        /// Nachricht, beide unter `[buyer]`, gegen `received`. Der Monat endet am Tag mit derselben Zahl, in kürzeren
        /// Monaten am letzten Tag, und am Montag, wenn das auf ein Wochenende fällt. Eine Information bis dahin ist
        /// `within-one-month`. Geht sie danach zusammen mit der ersten Nachricht hinaus, ist sie
        /// `at-first-contact-later`; jede andere danach, und jede nach der ersten Nachricht, ist `later`. Ist der Tag
        /// des Erhalts nicht bekannt, ist es `illegible`, ohne `notice-day` `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob die Information wie geplant verschickt wird, und was darin steht. Feiertage werden nicht berücksichtigt.
    }
    "buyer-notice-plan" {
        rev: 1,
        scope: Scope::Buyer,
        columns: &[],
        bins: &["later", "at-first-contact-later", "within-one-month", "illegible", "blank"],
        examples: &[
            Example::papers("", "received = 2026-11-02\nbuyer.notice-day = 2026-12-02", &["within-one-month"]),
            Example::papers("", "received = 2026-11-02\nbuyer.notice-day = 2026-12-03", &["later"]),
            // the end of a shorter month, and a weekend
            Example::papers("", "received = 2026-01-31\nbuyer.notice-day = 2026-03-02", &["within-one-month"]),
            Example::papers("", "received = 2026-01-31\nbuyer.notice-day = 2026-03-03", &["later"]),
            Example::papers("", r#"
                received = 2026-11-02
                buyer = { notice-day = 2027-03-01, first-contact = 2027-03-01 }
            "#, &["at-first-contact-later"]),
            Example::papers("", r#"
                received = 2026-11-02
                buyer = { notice-day = 2027-02-01, first-contact = 2027-03-01 }
            "#, &["later"]),
            Example::papers("", r#"
                received = 2026-11-02
                buyer = { notice-day = 2026-11-20, first-contact = 2026-11-20 }
            "#, &["within-one-month"]),
            // first the message, then the notice
            Example::papers("", r#"
                received = 2026-11-02
                buyer = { notice-day = 2026-11-20, first-contact = 2026-11-19 }
            "#, &["later"]),
            Example::papers("", "buyer.notice-day = 2026-12-02", &["illegible"]),
            Example::papers("", "received = 2026-11-02\nbuyer.first-contact = 2026-11-20", &["blank"]),
            Example::papers("", "", &["blank"]),
        ],
    }
    papers sort
}

use crate::record::check::{Example, Scope};
use crate::record::papers::Papers;

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    vec![CHECK.at(bin(papers))]
}

fn bin(papers: &Papers<'_>) -> &'static str {
    let buyer = &papers.dossier.buyer;
    let Some(notice) = buyer.notice_day else {
        return "blank";
    };
    if buyer.first_contact.is_some_and(|contact| notice > contact) {
        return "later";
    }
    let Some(received) = papers.dossier.received else {
        return "illegible";
    };
    if notice <= received.add_months(1).past_weekend() {
        "within-one-month"
    } else if buyer.first_contact == Some(notice) {
        "at-first-contact-later"
    } else {
        "later"
    }
}
