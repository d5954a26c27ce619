crate::check! {
    en {
        /// Who is named as controller?
        ///
        /// ## What is sorted
        /// Each party that the declaration names as a controller.
        ///
        /// ## Why it matters
        /// A controller is whoever decides on purposes and means, Art. 4(7) GDPR: as a rule a company, not the person
        /// who sells for it. Rights can be exercised, and claims made, only against somebody who can be found.
        ///
        /// ## How it is decided
        /// From `[[gdpr.controllers]]`, and those of `[[gdpr.suppliers]]` whose role is a controller's. A legal name
        /// with a legal form, or a register number, is `registered-entity`. A name without either is `natural-person`
        /// if it could be a person's, or if the form is that of a person trading alone; else `brand-only`. A party
        /// without a name that can be read is `illegible`; no controller at all is `blank`. What a reviewer or the
        /// vendor says against it under the check's name counts as one more party.
        ///
        /// ## What it cannot see
        /// Whether the entity exists. The extract from the register shows that, which has clauses of its own.
    }
    de {
        /// Wer ist als Verantwortlicher genannt?
        ///
        /// ## Was sortiert wird
        /// Jeder Beteiligte, den die Erklärung als Verantwortlichen nennt.
        ///
        /// ## Warum es zählt
        /// Verantwortlich ist, wer über Zwecke und Mittel entscheidet, Art. 4 Nr. 7 DSGVO: in der Regel ein
        /// Unternehmen, nicht der Mensch, der für es verkauft. Rechte und Ansprüche lassen sich nur gegen jemanden
        /// geltend machen, der zu finden ist.
        ///
        /// ## Wie entschieden wird
        /// Aus `[[gdpr.controllers]]` und denen von `[[gdpr.suppliers]]`, deren Rolle die eines Verantwortlichen ist.
        /// Ein Name mit Rechtsform oder eine Registernummer ist `registered-entity`. Ein Name ohne beides ist
        /// `natural-person`, wenn es der einer Person sein könnte oder die Form die eines Einzelnen ist, sonst
        /// `brand-only`. Ein Beteiligter ohne lesbaren Namen ist `illegible`, gar kein Verantwortlicher `blank`. Was
        /// eine Durchsicht oder der Anbieter unter dem Namen des Prüfpunkts dagegen sagt, zählt wie ein weiterer
        /// Beteiligter.
        ///
        /// ## Was er nicht sehen kann
        /// Ob es die Stelle gibt. Das zeigt der Registerauszug, für den eigene Klauseln gelten.
    }
    "controller-kind" {
        rev: 1,
        scope: Scope::Key,
        columns: &[],
        bins: &["natural-person", "brand-only", "registered-entity", "illegible", "blank"],
        examples: &[
            Example::papers(r#"
                [[gdpr.controllers]]
                legal-name = "Musterdaten Kontakthandel GmbH"
                role = "independent-controller"
                [[gdpr.controllers]]
                legal-name = "Max Mustermann"
                register-number = "HRA 000000 (Musterstadt)"
            "#, "", &["registered-entity", "registered-entity"]),
            Example::papers(r#"
                [[gdpr.controllers]]
                legal-name = "Max Mustermann"
                [[gdpr.controllers]]
                legal-name = "Musterdaten"
                register-number = "follows"
                [[gdpr.controllers]]
                legal-name = "n/a"
                [[gdpr.controllers]]
                country = "DE"
            "#, "", &["natural-person", "brand-only", "illegible", "illegible"]),
            // processors are no controllers; a supplier that decides is one
            Example::papers(r#"
                [[gdpr.controllers]]
                legal-name = "Exemple Hébergement"
                role = "processor"
                [[gdpr.suppliers]]
                legal-name = "Voorbeeld Bedrijfsdata B.V."
                role = "independent-controller"
                [[gdpr.suppliers]]
                legal-name = "Voorbeeld Druk"
            "#, "", &["registered-entity"]),
            Example::papers(r#"
                [[gdpr.controllers]]
                legal-name = "Musterdaten Kontakthandel GmbH"
                [gdpr.facts]
                controller-kind = "natural-person"
            "#, "", &["natural-person", "registered-entity"]),
            // a favourable word adds nothing
            Example::papers("gdpr.facts.controller-kind = \"registered-entity\"", "", &["blank"]),
            Example::papers("gdpr.controllers = []", "", &["blank"]),
            Example::papers("", "", &["blank"]),
        ],
    }
    papers sort
}

use crate::record::check::{Example, Scope};
use crate::record::dossier::Controller;
use crate::record::papers::Papers;

fn sort(papers: &Papers<'_>) -> Vec<usize> {
    let dossier = papers.dossier;
    let Some(declaration) = dossier.declaration.as_ref() else {
        return Vec::new();
    };
    let decides = |c: &&Controller| {
        let role = c.role.as_ref().map(|r| r.as_str());
        matches!(role, Some("independent-controller" | "joint-controller"))
    };
    let processes = |c: &&Controller| c.role.is_some_and(|r| r == "processor");
    let controllers = declaration.controllers.iter().filter(|c| !processes(c));
    let suppliers = declaration.suppliers.iter().filter(decides);
    let named = controllers
        .chain(suppliers)
        .map(|c| c.standing.map_or("illegible", |s| s.as_str()));
    let said = dossier
        .fact(&CHECK, None)
        .map(|k| k.is)
        .filter(|is| matches!(*is, "natural-person" | "brand-only"));
    let said = said.and_then(|is| CHECK.bin(is));
    named.map(|b| CHECK.at(b)).chain(said).collect()
}
