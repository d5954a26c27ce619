crate::check! {
    en {
        /// Does the plan stay within the channels and countries for which there is evidence?
        ///
        /// ## What is sorted
        /// The buyer's plan, once: each planned channel in each planned country.
        ///
        /// ## Why it matters
        /// Consent to e-mail is no consent to calls (GDPR Art. 4(11), 7(2)), and what is free in one country needs
        /// consent in the next (Directive 2002/58 Art. 13). A plan that goes further than the papers carries the risk
        /// of all the rest.
        ///
        /// ## How it is decided
        /// From `channels` and `countries` under `[buyer]`. A channel in a country is covered if the vendor's statement
        /// of bases is at hand and the declaration names this channel and this country; or if consent texts are at hand
        /// and rows of this country carry a consent to this channel. If every pair is covered, the plan is `inside`, if
        /// one is not, `outside`.
        ///
        /// A statement that is at hand without its channels and countries being recorded is `illegible`, as is one with
        /// countries that cannot be read. A plan without channels or without countries is `blank`.
        ///
        /// ## What it cannot see
        /// Whether the grounds hold. How many rows may be approached on a channel is counted per row, not here.
    }
    de {
        /// Bleibt der Plan bei den Kanälen und Ländern, für die etwas belegt ist?
        ///
        /// ## Was sortiert wird
        /// Der Plan des Käufers, einmal: jeder geplante Kanal in jedem geplanten Land.
        ///
        /// ## Warum es zählt
        /// Eine Einwilligung in E-Mails ist keine in Anrufe (DSGVO Art. 4 Nr. 11, 7 Abs. 2), und was in einem Land frei
        /// ist, braucht im nächsten eine Einwilligung (Richtlinie 2002/58 Art. 13). Ein Plan, der weiter reicht als die
        /// Papiere, hat für den Rest nichts in der Hand.
        ///
        /// ## Wie entschieden wird
        /// Aus `channels` und `countries` unter `[buyer]`. Ein Kanal in einem Land ist gedeckt, wenn die Aufstellung
        /// der Rechtsgrundlagen vorliegt und die Erklärung diesen Kanal und dieses Land nennt; oder wenn
        /// Einwilligungstexte vorliegen und Zeilen dieses Landes eine Einwilligung in diesen Kanal tragen. Ist jedes
        /// Paar gedeckt, ist der Plan `inside`, fehlt eines, `outside`.
        ///
        /// Eine Aufstellung, die vorliegt, ohne dass Kanäle und Länder daraus festgehalten sind, ist `illegible`,
        /// ebenso eine mit unlesbaren Ländern. Ein Plan ohne Kanäle oder ohne Länder ist `blank`.
        ///
        /// ## Was er nicht sehen kann
        /// Ob die Grundlagen tragen. Wie viele Zeilen auf einem Kanal angesprochen werden dürfen, wird je Zeile
        /// gezählt, nicht hier.
    }
    "plan-fit" {
        rev: 1,
        scope: Scope::Buyer,
        columns: &[Column::Country, Column::ConsentChannels],
        bins: &["outside", "inside", "illegible", "blank"],
        examples: &[
            Example::papers(STATED, PLAN, &["inside"]),
            // a channel more, a country more
            Example::papers(STATED, r#"
                buyer = { channels = ["email", "phone"], countries = ["DE"] }
            "#, &["outside"]),
            Example::papers(STATED, r#"
                buyer = { channels = ["email"], countries = ["DE", "FR"] }
            "#, &["outside"]),
            // a claim is never evidence of its own truth
            Example::papers("gdpr = { channels = [\"email\"], countries = [\"DE\"] }", PLAN, &["outside"]),
            Example::papers(r#"
                [gdpr]
                channels = ["email"]
                countries = ["DE"]
                documents = [{ id = "basis", kind = "basis-statement", path = "missing/basis.pdf" }]
            "#, PLAN, &["outside"]),
            // rows carry the consent, and its wording is at hand
            Example::rows(CONSENTS, &["inside"]).with(TEXTS, PLAN),
            Example::rows(CONSENTS, &["outside"]).with("", PLAN),
            Example::rows(CONSENTS, &["outside"]).with(TEXTS, r#"
                buyer = { channels = ["email", "sms"], countries = ["DE"] }
            "#),
            Example::rows(CONSENTS, &["outside"]).with(TEXTS, r#"
                buyer = { channels = ["email"], countries = ["DE", "FR"] }
            "#),
            // nobody consents to letters in a column
            Example::rows(CONSENTS, &["outside"]).with(TEXTS, r#"
                buyer = { channels = ["post"], countries = ["DE"] }
            "#),
            // what the statement says has not been recorded
            Example::papers(r#"
                [[gdpr.documents]]
                id = "basis"
                kind = "basis-statement"
                path = "basis.pdf"
            "#, PLAN, &["illegible"]),
            Example::papers(r#"
                [gdpr]
                channels = ["email"]
                countries = ["everywhere"]
                documents = [{ id = "basis", kind = "basis-statement", path = "basis.pdf" }]
            "#, PLAN, &["illegible"]),
            Example::papers(STATED, "buyer.channels = [\"email\"]", &["blank"]),
            Example::papers(STATED, "buyer = { channels = [], countries = [\"DE\"] }", &["blank"]),
            Example::papers(STATED, "", &["blank"]),
        ],
    }
    papers sort
}

use crate::record::ask::Ask;
use crate::record::channel::Channel;
use crate::record::check::{Example, Scope};
use crate::record::column::Column;
use crate::record::dossier::{Document, Word};
use crate::record::papers::Papers;

const STATED: &str = r#"
[gdpr]
channels = ["email", "post"]
countries = ["DE", "AT"]
[[gdpr.documents]]
id = "basis"
kind = "basis-statement"
path = "basis.pdf"
"#;

const TEXTS: &str = r#"
[[gdpr.documents]]
id = "texts"
kind = "consent-text"
path = "texts.pdf"
"#;

const PLAN: &str = r#"
[buyer]
channels = ["email"]
countries = ["DE"]
"#;

const CONSENTS: &[&[&str]] = &[&["DE", "email"], &["DE", "email, phone"], &["FR", "sms"]];

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    vec![CHECK.at(bin(papers))]
}

fn bin(papers: &Papers<'_>) -> &'static str {
    let buyer = &papers.dossier.buyer;
    let channels = buyer.channels.as_deref().unwrap_or_default();
    if channels.is_empty() || buyer.countries.is_empty() {
        return "blank";
    }
    let at_hand = |kind| papers.dossier.documents(kind).any(Document::at_hand);
    let stated = at_hand("basis-statement").then(|| Stated::of(papers));
    let texts = at_hand("consent-text");
    let mut bin = "inside";
    for channel in channels {
        for country in &buyer.countries {
            if texts && consented(papers, *channel, country) {
                continue;
            }
            match stated.as_ref().map(|s| s.covers(*channel, *country)) {
                Some(Some(true)) => {}
                Some(None) => bin = "illegible",
                Some(Some(false)) | None => return "outside",
            }
        }
    }
    bin
}

/// What the vendor's statement of bases is recorded to name.
struct Stated<'a> {
    channels: &'a [Channel],
    countries: &'a [Word],
}

impl<'a> Stated<'a> {
    fn of(papers: &Papers<'a>) -> Self {
        let declaration = papers.dossier.declaration.as_ref();
        Self {
            channels: declaration.map_or(&[], |d| &d.channels),
            countries: declaration.map_or(&[], |d| &d.countries),
        }
    }

    /// None if that cannot be told.
    fn covers(&self, channel: Channel, country: Word) -> Option<bool> {
        let open = self.countries.is_empty() || self.countries.contains(&Word::ILLEGIBLE);
        let country = match self.countries.contains(&country) {
            false if open => None,
            known => Some(known),
        };
        let known = !self.channels.is_empty();
        let channel = known.then(|| self.channels.contains(&channel));
        match (channel, country) {
            (Some(false), _) | (_, Some(false)) => Some(false),
            (Some(true), Some(true)) => Some(true),
            _ => None,
        }
    }
}

/// Whether rows of the country carry a consent to the channel.
fn consented(papers: &Papers<'_>, channel: Channel, country: &str) -> bool {
    let ask = Ask::by_country(&format!("consent-{}", channel.name()));
    let tally = papers.tallies.iter().find(|t| t.ask == ask);
    let given = |bins: &[String]| bins.iter().map(String::as_str).eq(["given", country]);
    tally.is_some_and(|t| t.cells.iter().any(|c| given(&c.bins)))
}
