crate::check! {
    en {
        /// Does the vendor's mark for Europe fit the country of the row?
        ///
        /// ## What is sorted
        /// Every row, by the vendor's own mark ("Within EU", "GDPR applies") against the country of the row.
        ///
        /// ## Why it matters
        /// Whoever sells to Europe from elsewhere often marks the rows for which it takes data protection seriously. A person
        /// in the EEA or the United Kingdom who is marked as outside is not outside: Art. 3 of the GDPR and of the UK GDPR
        /// ask for establishment and targeting, not for a mark.
        ///
        /// ## How it is decided
        /// A no for a country of the EEA or for the United Kingdom is `denies-scope`; a yes for any other country
        /// `overstates`; everything else `agrees`. Yes and no are read in nine languages, as are words such as "Non-EU",
        /// "third country", "GDPR applicable"; a header that asks the other way round ("outside EU") turns yes and no round.
        ///
        /// Where no country is stated, a calling code or a mail domain of its own stands in for it. A row without a mark, or
        /// with nothing to compare it with, is `blank`; a mark that cannot be read is `illegible`.
        ///
        /// ## What it cannot see
        /// What the vendor means by its mark. Under a known header that asks for the European Union alone, a no for Iceland,
        /// Liechtenstein, Norway or the United Kingdom is true and `agrees`; under any other it counts as a denial.
    }
    de {
        /// Passt das Europa-Kennzeichen des Anbieters zum Land der Zeile?
        ///
        /// ## Was sortiert wird
        /// Jede Zeile, nach dem eigenen Kennzeichen des Anbieters („Within EU“, „DSGVO relevant“) gegen das Land der Zeile.
        ///
        /// ## Warum es zählt
        /// Wer von anderswo nach Europa verkauft, kennzeichnet oft die Zeilen, bei denen er den Datenschutz ernst nimmt.
        /// Eine Person im EWR oder im Vereinigten Königreich, die als außerhalb gekennzeichnet ist, ist es nicht: Art. 3 der
        /// DSGVO und der UK GDPR fragen nach Niederlassung und Ausrichtung, nicht nach einem Kennzeichen.
        ///
        /// ## Wie entschieden wird
        /// Ein Nein bei einem Land des EWR oder beim Vereinigten Königreich ist `denies-scope`, ein Ja bei jedem anderen
        /// Land `overstates`, alles andere `agrees`. Ja und Nein werden in neun Sprachen gelesen, ebenso Wörter wie
        /// „Nicht-EU“, „Drittland“, „DSGVO anwendbar“; eine Überschrift, die andersherum fragt („outside EU“), kehrt Ja und
        /// Nein um.
        ///
        /// Ist kein Land angegeben, treten Landesvorwahl oder eigene Mail-Domain an seine Stelle. Eine Zeile ohne
        /// Kennzeichen, oder ohne etwas zum Vergleichen, ist `blank`; ein Kennzeichen, das sich nicht lesen lässt, ist
        /// `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Was der Anbieter mit seinem Kennzeichen meint. Unter einer bekannten Überschrift, die nur nach der Europäischen
        /// Union fragt, ist ein Nein bei Island, Liechtenstein, Norwegen oder dem Vereinigten Königreich wahr und `agrees`;
        /// unter jeder anderen zählt es als Verneinung.
    }
    "eu-flag" {
        rev: 1,
        scope: Scope::Row,
        columns: &[
            Column::EuFlag,
            Column::Country,
            Column::Phone,
            Column::Email,
            Column::Location,
            Column::CompanyCountry,
        ],
        bins: &["denies-scope", "overstates", "agrees", "illegible", "blank"],
        examples: &[
            Example::rows(
                &[
                    &["no", "DE"],
                    &["No", "United Kingdom"],
                    &["N", "NO"],
                    &["yes", "US"],
                    &["Yes", "CH"],
                    &["yes", "Frankreich"],
                    &["no", "US"],
                    &["", "DE"],
                    &["yes", ""],
                    &["no", "Narnia"],
                ],
                &[
                    "denies-scope", "denies-scope", "denies-scope", "overstates", "overstates", "agrees", "agrees",
                    "blank", "blank", "blank",
                ],
            ),
            // plain words, in a column that is no yes and no
            Example::rows(
                &[
                    &["Non-EU", "AT"],
                    &["Drittland", "DE"],
                    &["RGPD non applicable", "FR"],
                    &["EU/EEA", "CH"],
                    &["EU", "AT"],
                    &["GDPR applicable", "IT"],
                    &["outside EU", "US"],
                    &["maybe", "DE"],
                    &["k.A.", "DE"],
                ],
                &[
                    "denies-scope", "denies-scope", "denies-scope", "overstates", "agrees", "agrees", "agrees",
                    "illegible", "blank",
                ],
            ),
            // a tick: an empty cell says no
            Example::rows(&[&["x", "DE"], &["", "DE"], &["", "US"]], &["agrees", "denies-scope", "agrees"]),
            // no country, but signs of one
            Example::rows(
                &[
                    &["nein", "", "+49 30 23125123", ""],
                    &["nein", "", "", "a.lind@nordwerk-beispiel.de"],
                    &["nein", "", "+1 212 555 0123", ""],
                ],
                &["denies-scope", "denies-scope", "agrees"],
            ),
        ],
    }
    cells sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
use crate::data::{
    batch::Batch,
    blank::fold,
    phrases::{Phrases, tokens},
    whereabouts,
    yes_no::{self, YesNo},
};

/// Words for inside and outside, beside yes and no.
#[cfg(feature = "engine")]
const WORDS: &str = "\
yes\tEU | EEA | EWR | UE | EEE | EER | EOG | EES | EU EEA | EU EWR | EU UK | EEA UK | EU EEA UK | within EU | in EU
yes\tinside EU | EU contact | EU resident | EU citizen | EU person | GDPR | UK GDPR | GDPR applies | GDPR applicable
yes\tGDPR relevant | GDPR subject | subject to GDPR | in scope | applicable | applies | DSGVO | DSGVO relevant
yes\tDSGVO anwendbar | DSGVO gilt | anwendbar | innerhalb EU | innerhalb der EU | EU Kontakt | EU Inland | RGPD
yes\tRGPD applicable | soumis au RGPD | dans l'UE | contact UE | RGPD aplicable | aplica | en la UE | sujeto al RGPD
yes\tcontacto UE | soggetto al GDPR | applicabile | GDPR applicabile | nell'UE | contatto UE | AVG | AVG van toepassing
yes\tvan toepassing | binnen de EU | binnen EU | RODO | podlega RODO | w UE | kontakt UE | GDPR gäller | gäller
yes\tinom EU | RGPD aplicável | aplicável | na UE | contato UE
no\tnon EU | NonEU | not EU | not in EU | no EU | outside EU | outside the EU | outside EEA | outside EU EEA | non EEA
no\tnon EU EEA | no GDPR | non GDPR | GDPR exempt | exempt | outside GDPR | outside GDPR scope | out of scope
no\tnot applicable | GDPR not applicable | GDPR does not apply | not subject to GDPR | third country | rest of world | RoW
no\tnicht EU | nicht in der EU | kein EU | außerhalb EU | außerhalb der EU | ausserhalb der EU | Drittland | Drittstaat
no\tnicht anwendbar | DSGVO nicht anwendbar | nicht DSGVO relevant | keine DSGVO | DSGVO frei | hors UE | hors EEE
no\tnon applicable | RGPD non applicable | non soumis au RGPD | pays tiers | fuera de la UE | fuera UE | no UE | no aplica
no\tno aplicable | RGPD no aplicable | no sujeto al RGPD | tercer país | fuori UE | extra UE | non UE
no\tnon soggetto al GDPR | non applicabile | GDPR non applicabile | paese terzo | buiten de EU | buiten EU | niet EU
no\tniet van toepassing | AVG niet van toepassing | derde land | poza UE | nie podlega RODO | nie dotyczy | kraj trzeci
no\tutanför EU | gäller ej | gäller inte | ej tillämplig | tredje land | fora da UE | não aplicável
no\tRGPD não aplicável | país terceiro";

#[cfg(feature = "engine")]
static PHRASES: std::sync::LazyLock<Phrases<bool>> = std::sync::LazyLock::new(|| {
    Phrases::read(WORDS, |name| match name {
        "yes" => Some(true),
        "no" => Some(false),
        _ => None,
    })
});

/// What the column says, whichever way its header asks.
#[cfg(feature = "engine")]
fn flags(batch: &Batch<'_>, cells: &crate::data::frame::Cells<'_>) -> Vec<YesNo> {
    let plain = yes_no::cells(batch, cells);
    let words = batch.by_text("eu-flag", cells, |text| {
        let folded = fold(text);
        match text.len() <= 40 {
            true => PHRASES.whole(&tokens(&folded)),
            false => None,
        }
    });
    plain
        .iter()
        .zip(words)
        .map(|(plain, word)| match (plain, word) {
            (YesNo::Yes, _) if cells.slot.negated => YesNo::No,
            (YesNo::No, _) if cells.slot.negated => YesNo::Yes,
            (YesNo::Illegible, Some(true)) => YesNo::Yes,
            (YesNo::Illegible, Some(false)) => YesNo::No,
            (plain, _) => *plain,
        })
        .collect()
}

/// A header that asks whether somebody is in the European Union, and of nothing else.
#[cfg(feature = "engine")]
fn asks_for_the_union(header: &str) -> bool {
    let mut words = header.split(' ');
    words.clone().any(|w| matches!(w, "eu" | "ue" | "union"))
        && !words.any(|w| matches!(w, "gdpr" | "dsgvo" | "rgpd" | "eea" | "ewr" | "eee" | "uk"))
}

/// Of the states in which the rules apply, those of the European Union.
#[cfg(feature = "engine")]
fn is_member(country: crate::data::country::Country) -> bool {
    !matches!(&country.bytes(), b"GB" | b"IS" | b"LI" | b"NO")
}

#[cfg(feature = "engine")]
fn sort(batch: &Batch<'_>) -> Vec<u8> {
    let (denies, overstates, agrees, illegible, blank) = (0, 1, 2, 3, 4);
    let mut out = vec![blank; batch.rows()];
    let columns = batch.cells(Column::EuFlag);
    if columns.is_empty() {
        return out;
    }
    let places = whereabouts::of_rows(batch);
    for cells in columns {
        let flags = flags(batch, &cells);
        let union = batch
            .plan
            .header(cells.slot.position)
            .is_some_and(asks_for_the_union);
        for ((o, flag), place) in out.iter_mut().zip(flags).zip(places.iter()) {
            let inside = place.country.map(whereabouts::is_under_gdpr);
            let bin = match (flag, inside) {
                (YesNo::Illegible, _) => illegible,
                (YesNo::Blank, _) | (_, None) => blank,
                (YesNo::No, Some(true)) if union && !place.country.is_some_and(is_member) => agrees,
                (YesNo::No, Some(true)) => denies,
                (YesNo::Yes, Some(false)) => overstates,
                (YesNo::Yes, Some(true)) | (YesNo::No, Some(false)) => agrees,
            };
            *o = (*o).min(bin);
        }
    }
    out
}

#[cfg(all(test, feature = "engine"))]
mod tests {
    use super::*;
    use crate::data::batch::{Plan, Worker};
    use crate::data::facts::Facts;
    use crate::data::frame::{Frame, Slot};

    #[test]
    fn no_phrase_says_both() {
        crate::data::phrases::lint(WORDS, |name| match name {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        });
    }

    #[test]
    fn a_header_that_asks_the_other_way_round_turns_yes_and_no() {
        let flag = Slot {
            negated: true,
            ..Slot::new(Column::EuFlag, 1, 1)
        };
        let slots = [flag, Slot::new(Column::Country, 1, 2)];
        let rows = [["yes", "DE"], ["no", "DE"], ["no", "US"]].map(Vec::from);
        let frame = Frame::from_rows(&slots, &rows);
        let dossier = crate::record::dossier::Dossier::default();
        let day = crate::base::clock::Day(20_780);
        let plan = Plan::new(&dossier, day, &[]).with(Facts::of(&frame));
        let worker = Worker::default();
        let bins = sort(&Batch::new(&frame, &plan, &worker));
        assert_eq!(bins, [0, 2, 1]);
    }

    #[test]
    fn headers_of_the_union() {
        for (header, want) in [
            ("within eu", true),
            ("contact ue", true),
            ("eu burger", true),
            ("gdpr applies", false),
            ("eea", false),
            ("#7", false),
        ] {
            assert_eq!(asks_for_the_union(header), want, "{header}");
        }
    }
}
