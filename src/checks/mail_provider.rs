crate::check! {
    en {
        /// Do many unrelated companies share a mail domain?
        ///
        /// ## What is sorted
        /// Each mail domain of the list that no table knows as a provider's, a school's or an authority's: those are sorted by
        /// `mail-domain`. Of a row with several addresses the first such domain counts.
        ///
        /// ## Why it matters
        /// No table knows every small provider. If dozens of companies have their address under one domain that is none of
        /// theirs, it is a mailbox provider, and the addresses may well be private.
        ///
        /// ## How it is decided
        /// Companies are told apart by their names without the legal form. At least five of them, and at least six for every
        /// ten rows that name one, are many; whatever the rows, so are more than 256. If hardly any row (less than one in
        /// twenty) has a web address or a company's name that fits the domain, it is a `shared-provider`; else
        /// `franchise-like`: agencies and branches under the domain of one of them. Hosts that are known to be shared by
        /// customers are `tenant-host`, those of agencies `franchise-like`.
        ///
        /// Fewer companies are `several-companies` or a `single-company`; below five rows, or five that name a company,
        /// nothing is concluded (`too-few-rows`). A domain whose rows name no company is `blank`, and `illegible` if what
        /// stands there is no name. More than 900,000 domains are not told apart: all count as `illegible`.
        ///
        /// ## What it cannot see
        /// Who runs the domain. A group without web addresses in the list may look like a provider.
    }
    de {
        /// Teilen sich viele fremde Unternehmen eine Mail-Domain?
        ///
        /// ## Was sortiert wird
        /// Jede Mail-Domain der Liste, die keine Tabelle als Anbieter, Schule oder Behörde kennt; solche sortiert
        /// `mail-domain`. Von mehreren Adressen einer Zeile zählt die erste solche Domain.
        ///
        /// ## Warum es zählt
        /// Keine Tabelle kennt jeden kleinen Anbieter. Haben Dutzende Unternehmen ihre Adresse unter einer Domain, die keinem
        /// von ihnen gehört, ist sie die eines Mail-Anbieters, und die Adressen können leicht private sein.
        ///
        /// ## Wie entschieden wird
        /// Unternehmen werden am Namen ohne Rechtsform unterschieden. Mindestens fünf, und mindestens sechs auf zehn Zeilen,
        /// die eines nennen, sind viele; mehr als 256 sind es in jedem Fall. Passt bei kaum einer Zeile (weniger als einer
        /// von zwanzig) Webadresse oder Firmenname zur Domain, ist sie `shared-provider`, sonst `franchise-like`: Agenturen
        /// und Filialen unter der Domain einer von ihnen. Hosts, die bekanntermaßen von Kunden geteilt werden, sind
        /// `tenant-host`, solche von Agenturen `franchise-like`.
        ///
        /// Weniger Unternehmen sind `several-companies` oder `single-company`; bei weniger als fünf Zeilen, oder fünf mit
        /// Firmennamen, wird nichts geschlossen (`too-few-rows`). Eine Domain, deren Zeilen kein Unternehmen nennen, ist
        /// `blank`, und `illegible`, wenn das Genannte kein Name ist. Mehr als 900.000 Domains werden nicht
        /// unterschieden: Dann gelten alle als `illegible`.
        ///
        /// ## Was er nicht sehen kann
        /// Wer die Domain betreibt. Ein Konzern ohne Webadressen in der Liste kann wie ein Anbieter aussehen.
    }
    "mail-provider" {
        rev: 1,
        scope: Scope::Key,
        columns: &[
            Column::Email,
            Column::CompanyName,
            Column::CompanyWebsite,
            Column::CompanyDomain,
            Column::EmailWork,
            Column::EmailPersonal,
            Column::Country,
        ],
        bins: &[
            "shared-provider",
            "franchise-like",
            "tenant-host",
            "several-companies",
            "single-company",
            "too-few-rows",
            "illegible",
            "blank",
        ],
        examples: &[
            Example::rows(
                &[
                    // five strangers under one domain, one of them twice; and at a provider that everybody knows
                    &["a@postfach-beispiel.de", "Nordwerk Beispiel GmbH", "nordwerk-beispiel.de"],
                    &["b@postfach-beispiel.de", "Hallbruck Beispiel GmbH & Co. KG", ""],
                    &["c@mail.postfach-beispiel.de", "Tannfeld Beispiel AG", ""],
                    &["d@postfach-beispiel.de", "Kelmshagen Beispiel KG", "kelmshagen-beispiel.de"],
                    &["e@Postfach-Beispiel.de", "Morswind Beispiel GmbH", ""],
                    &["f@postfach-beispiel.de", "Nordwerk Beispiel", ""],
                    &["a@gmx.de", "Nordwerk Beispiel GmbH", ""],
                    &["b@gmx.de", "Hallbruck Beispiel GmbH", ""],
                    &["c@gmx.de", "Tannfeld Beispiel AG", ""],
                    &["d@gmx.de", "Kelmshagen Beispiel KG", ""],
                    &["e@gmx.de", "Morswind Beispiel GmbH", ""],
                    &["a@uni-beispiel.de", "Institut Brendau", ""],
                    &["not an address", "Nordwerk Beispiel GmbH", ""],
                    &["", "Nordwerk Beispiel GmbH", ""],
                ],
                &["shared-provider"],
            ),
            Example::rows(
                &[
                    // branches under the domain of their brand
                    &["a@faehrkamp-beispiel.de", "Agentur Lind", "faehrkamp-beispiel.de"],
                    &["b@faehrkamp-beispiel.de", "Agentur Brendau", ""],
                    &["c@faehrkamp-beispiel.de", "Agentur Steinholt", ""],
                    &["d@faehrkamp-beispiel.de", "Agentur Lindmoor", ""],
                    &["e@faehrkamp-beispiel.de", "Agentur Wiesgrund", ""],
                    // a host known for it, however few they are
                    &["a@dvag.de", "Agentur Kupferhain", ""],
                    &["a@rotfels.onmicrosoft.com", "Rotfels Beispiel GmbH", ""],
                    &["a@silbertal.onmicrosoft.com", "Silbertal Beispiel GmbH", ""],
                    // one company in five spellings
                    &["a@oelberg-beispiel.de", "Ölberg Beispiel AG", ""],
                    &["b@oelberg-beispiel.de", "ÖLBERG BEISPIEL AG", ""],
                    &["c@oelberg-beispiel.de", "Oelberg Beispiel", ""],
                    &["d@oelberg-beispiel.de", "Olberg-Beispiel AG", ""],
                    &["e@oelberg-beispiel.de", "Ölberg Beispiel Aktiengesellschaft", ""],
                    // two of six
                    &["a@zinnhain-beispiel.de", "Zinnhain Beispiel KG", ""],
                    &["b@zinnhain-beispiel.de", "Zinnhain Beispiel KG", ""],
                    &["c@zinnhain-beispiel.de", "Zinnhain Beispiel KG", ""],
                    &["d@zinnhain-beispiel.de", "Zinnhain Beispiel KG", ""],
                    &["e@zinnhain-beispiel.de", "Zinnhain Beispiel KG", ""],
                    &["f@zinnhain-beispiel.de", "Ahornried Beispiel GmbH", ""],
                    // two rows tell nothing
                    &["a@birkwang-beispiel.de", "Birkwang Beispiel GmbH", ""],
                    &["b@birkwang-beispiel.de", "Castorf Beispiel AG", ""],
                ],
                &["franchise-like", "franchise-like", "tenant-host", "several-companies", "single-company", "too-few-rows"],
            ),
            Example::rows(
                &[
                    &["a@nordwerk-beispiel.de", "#REF!"],
                    &["b@nordwerk-beispiel.de", "#REF!"],
                    &["c@nordwerk-beispiel.de", "4711"],
                    &["d@nordwerk-beispiel.de", ""],
                    &["e@nordwerk-beispiel.de", ""],
                    &["a@tannfeld-beispiel.de", ""],
                    &["b@tannfeld-beispiel.de", "n/a"],
                    &["c@tannfeld-beispiel.de", ""],
                    &["d@tannfeld-beispiel.de", ""],
                    &["e@tannfeld-beispiel.de", ""],
                ],
                &["illegible", "blank"],
            ),
            Example::rows(&[&[""], &["a@gmx.de"]], &["blank"]),
        ],
    }
    keys(DOMAINS, COMPANIES) sort
}

use crate::record::check::{Example, Scope};
use crate::record::column::Column;

#[cfg(feature = "engine")]
use crate::data::{
    batch::Batch,
    company,
    keys::{Beside, Kind, MOST, Note},
    mail::{self, Class, Shared},
};
#[cfg(feature = "engine")]
use crate::record::papers::KeyBin;

/// Whoever gave out the mailboxes of each row's address.
#[cfg(feature = "engine")]
const DOMAINS: Kind = Kind {
    name: "mail-domain",
    of: |batch| domains(batch).iter().map(|d| d.key).collect(),
};

/// The companies of the rows, and four marks: something connects the row's company with the domain; the host is shared
/// by customers; by agencies; what stands as a company is no name.
#[cfg(feature = "engine")]
const COMPANIES: Beside = Beside {
    name: "mail-domain-companies",
    of: companies,
};
#[cfg(feature = "engine")]
const FITS: usize = 0;
#[cfg(feature = "engine")]
const TENANTS: usize = 1;
#[cfg(feature = "engine")]
const AGENCIES: usize = 2;
#[cfg(feature = "engine")]
const NO_NAME: usize = 3;

#[cfg(feature = "engine")]
#[derive(Clone, Copy, Default)]
struct Domain {
    /// 0 = none that is a unit here.
    key: u128,
    fits: bool,
    tenants: bool,
    agencies: bool,
}

#[cfg(feature = "engine")]
fn domains(batch: &Batch<'_>) -> std::rc::Rc<Vec<Domain>> {
    batch.memo("mail-provider", 0, || {
        let mut out = vec![Domain::default(); batch.rows()];
        for cells in mail::COLUMNS.iter().flat_map(|c| batch.cells(*c)) {
            let mails = mail::of_cells(batch, &cells);
            let bonds = company::bonds(batch, &cells);
            // lists are grouped by company
            let mut last = ("", Domain::default());
            for (row, o) in out.iter_mut().enumerate().filter(|(_, o)| o.key == 0) {
                let domain = mails[row].domain;
                let (Class::Organisation | Class::HostedSubdomain | Class::PublicSuffix) =
                    domain.class
                else {
                    continue;
                };
                let cell = cells.get(row);
                let Some(host) = mails[row].host(cell) else {
                    continue;
                };
                if host != last.0 {
                    let small = mails[row].small_host(cell).unwrap_or(host.into());
                    let found = Domain {
                        key: batch.plan.secret.key(domain.giver_of(&small)),
                        fits: false,
                        tenants: domain.shared == Shared::Tenants
                            || (domain.shared == Shared::No
                                && domain.class == Class::HostedSubdomain),
                        agencies: domain.shared == Shared::Franchise,
                    };
                    last = (host, found);
                }
                *o = Domain {
                    fits: bonds[row].holds(),
                    ..last.1
                };
            }
        }
        out
    })
}

#[cfg(feature = "engine")]
fn companies(batch: &Batch<'_>) -> Vec<Note> {
    let names = company::Names::of(batch);
    let names = &names[0];
    let mut bare = String::new();
    let mut last = None;
    let note = |(row, domain): (usize, &Domain)| {
        let place = names.place(row);
        let value = match last {
            Some((at, value)) if at == place => value,
            _ => {
                names.bare(row, &mut bare);
                match bare.is_empty() {
                    true => 0,
                    false => batch.plan.secret.value(&bare),
                }
            }
        };
        last = Some((place, value));
        Note {
            value,
            marks: [
                domain.fits,
                domain.tenants,
                domain.agencies,
                names.is_illegible(row),
            ],
        }
    };
    domains(batch).iter().enumerate().map(note).collect()
}

#[cfg(feature = "engine")]
fn sort(view: &crate::data::sorter::KeyView<'_>) -> Vec<KeyBin> {
    let bin = |account: &crate::data::keys::Account| {
        let (told, companies) = (u64::from(account.told), account.values.count());
        let fitting = u64::from(account.marked[FITS]);
        let many = companies >= 5 && (companies > MOST || companies as u64 * 10 >= told * 6);
        match account.rows {
            _ if account.marked[AGENCIES] > 0 => "franchise-like",
            _ if account.marked[TENANTS] > 0 => "tenant-host",
            0..5 => "too-few-rows",
            _ if companies == 0 && account.marked[NO_NAME] > 0 => "illegible",
            _ if companies == 0 => "blank",
            _ if told < 5 => "too-few-rows",
            _ if many && fitting * 20 < told => "shared-provider",
            _ if many => "franchise-like",
            _ if companies > 1 => "several-companies",
            _ => "single-company",
        }
    };
    let unit = |(key, account): (&u128, &crate::data::keys::Account)| KeyBin {
        key: Some(*key),
        bin: CHECK.at(bin(account)),
    };
    view.table.beside.iter().map(unit).collect()
}
