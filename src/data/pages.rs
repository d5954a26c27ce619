//! What the web address of a source points at: the company's own page, a register, a directory, a page of a network, or
//! the database of whoever sells the list.
//!
//! Hosts are known by a table (`pages.tsv`) and by the row itself: its web address, its mail domain, its company's name.
//! Nothing is opened; whether the data stood there nobody can see offline.

use std::borrow::Cow;
use std::rc::Rc;
use std::sync::LazyLock;

use super::batch::Batch;
use super::blank::{fold, is_blank};
use super::company::{self, Bond, Employers};
use super::frame::Cells;
use super::lexicon::Lexicon;
use super::mail::{self, Domain, Hosts, Mail};
use crate::record::column::Column;

/// What an address points at, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Page {
    Vendor,
    Platform,
    /// Of somebody else.
    Other,
    /// Nothing in the row tells whose it is.
    Unplaced,
    Directory,
    Register,
    /// By its path a company's page of contact, but nothing in the row tells of which.
    SomeImprint,
    Own,
    Illegible,
    /// No address but one in the vendor's own database.
    VendorRecord,
    Blank,
}

static HOSTS: LazyLock<Lexicon<Page>> = LazyLock::new(|| {
    let mut all = Lexicon::default();
    let table = include_str!("pages.tsv");
    for (kind, hosts) in table.lines().filter_map(|l| l.split_once('\t')) {
        if let Some(kind) = kind_of(kind) {
            for host in hosts.split('|') {
                all.insert(host.trim().as_bytes(), kind);
            }
        }
    }
    all
});

fn kind_of(name: &str) -> Option<Page> {
    Some(match name {
        "vendor" => Page::Vendor,
        "platform" => Page::Platform,
        "directory" => Page::Directory,
        "register" => Page::Register,
        _ => return None,
    })
}

/// The kind of a host by the table: its own, or that of the nearest parent.
fn known(host: &str) -> Option<Page> {
    let hosts = &*HOSTS;
    let mut parents =
        std::iter::successors(Some(host), |h| h.split_once('.').map(|(_, rest)| rest));
    parents.find_map(|h| hosts.get(h.as_bytes())).copied()
}

/// The address that an archive kept: `https://web.archive.org/web/2025/https://…`.
fn archived(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once("web.archive.org/web/")?;
    rest.split_once('/').map(|(_, page)| page)
}

/// Whether a path is that of a company's page of contact.
fn is_imprint(url: &str) -> bool {
    const PATHS: [&str; 22] = [
        "impressum",
        "imprint",
        "kontakt",
        "contact",
        "ansprechpartner",
        "team",
        "about",
        "ueber-uns",
        "uber-uns",
        "mentions-legales",
        "equipe",
        "aviso-legal",
        "contacto",
        "equipo",
        "contatti",
        "chi-siamo",
        "note-legali",
        "colofon",
        "over-ons",
        "o-nas",
        "om-oss",
        "contactos",
    ];
    let url = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = url.split_once('/').map_or("", |(_, path)| path);
    let path = path.to_ascii_lowercase();
    PATHS.iter().any(|p| path.contains(p))
}

/// The registered label names the seller.
fn is_of_seller(seller: &str, label: &str) -> bool {
    !label.is_empty() && (label == seller || label.split('-').any(|part| part == seller))
}

/// The seller's short name as it would stand in a domain.
fn seller(batch: &Batch<'_>) -> std::sync::Arc<Option<String>> {
    batch.plan.once("pages.seller", || {
        let name = fold(batch.dossier().vendor.as_ref()?.as_str()).replace(' ', "-");
        (name.len() >= 4).then_some(name)
    })
}

/// Addresses of a row's mailboxes.
type Mails<'a> = Vec<(Cells<'a>, Rc<Vec<Mail>>)>;

struct Rows<'a> {
    employers: Employers<'a>,
    mails: Mails<'a>,
    seller: std::sync::Arc<Option<String>>,
}

impl Rows<'_> {
    fn page(&self, row: usize, text: &str, hosts: &mut Hosts<'_>) -> Page {
        let is_mailbox = text.contains('@') && !text.contains('/');
        let Some(mut host) = company::host(text).filter(|_| !is_mailbox) else {
            return Page::Illegible;
        };
        let mut url = text;
        if host.eq_ignore_ascii_case("web.archive.org") {
            let kept = archived(text).and_then(|page| Some((page, company::host(page)?)));
            (url, host) = kept.unwrap_or((url, host));
        }
        let (host, domain) = hosts.get(host);
        if let Some(page) = known(&host) {
            return page;
        }
        if let Some(seller) = &*self.seller
            && is_of_seller(seller, domain.label_of(&host))
        {
            return Page::Vendor;
        }
        let mut bond = self.employers.bond(row, &host, domain, hosts);
        for (cells, mails) in &self.mails {
            bond = self.nearer(bond, &host, domain, cells.get(row), mails[row], hosts);
        }
        match bond {
            b if b.holds() => Page::Own,
            Bond::NotComparable if is_imprint(url) => Page::SomeImprint,
            Bond::NotComparable => Page::Unplaced,
            _ => Page::Other,
        }
    }

    /// A company's page under the domain of its mailboxes is its own.
    fn nearer(
        &self,
        bond: Bond,
        host: &str,
        domain: Domain,
        text: &str,
        mail: Mail,
        hosts: &mut Hosts<'_>,
    ) -> Bond {
        if bond.holds() || mail.domain.class.is_consumer() {
            return bond;
        }
        let Some(other) = mail.host(text) else {
            return bond;
        };
        let (other, known): (Cow<'_, str>, Domain) = hosts.get(other);
        match known.giver_of(&other) == domain.giver_of(host) {
            true => Bond::SameRegistrable,
            false => Bond::Mismatch,
        }
    }
}

/// What the source addresses of each row point at, the worst of several; made once per batch. An address in the vendor's
/// own database counts only where no other is given.
pub fn of_rows(batch: &Batch<'_>) -> Rc<Vec<Page>> {
    batch.memo("pages", 0, || {
        let mut out = vec![Page::Blank; batch.rows()];
        let urls = batch.cells(Column::SourceUrl);
        let records = batch.cells(Column::VendorRecordUrl);
        if urls.is_empty() && records.is_empty() {
            return out;
        }
        let rows = Rows {
            employers: Employers::of(batch),
            mails: mail::COLUMNS
                .iter()
                .flat_map(|c| batch.cells(*c))
                .map(|cells| (cells, mail::of_cells(batch, &cells)))
                .collect(),
            seller: seller(batch),
        };
        let apart = |b: u8| b.is_ascii_whitespace() || matches!(b, b';' | b'|');
        mail::hosts(batch, |hosts| {
            for cells in &urls {
                for (row, (o, text)) in out.iter_mut().zip(cells.iter()).enumerate() {
                    if !is_blank(text) {
                        let mut page = |t: &str| rows.page(row, t.trim_matches(','), hosts);
                        let worst = match text.bytes().any(apart) {
                            false => Some(page(text)),
                            true => {
                                let all = text.split(|c| u8::try_from(c).is_ok_and(apart));
                                all.filter(|t| !t.is_empty()).map(&mut page).min()
                            }
                        };
                        *o = (*o).min(worst.unwrap_or(Page::Illegible));
                    }
                }
            }
        });
        for cells in &records {
            for (o, text) in out.iter_mut().zip(cells.iter()) {
                if *o == Page::Blank && !is_blank(text) {
                    *o = Page::VendorRecord;
                }
            }
        }
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sound() {
        let mut seen = std::collections::HashMap::new();
        for line in include_str!("pages.tsv").lines().skip(1) {
            let (kind, hosts) = line.split_once('\t').unwrap();
            assert!(kind_of(kind).is_some(), "{line}");
            for host in hosts.split('|').map(str::trim) {
                assert_eq!(host, host.to_ascii_lowercase());
                assert!(
                    psl::suffix(host.as_bytes()).is_some_and(|s| s.is_known()),
                    "{host}"
                );
                assert!(seen.insert(host, kind).is_none(), "{host} twice");
            }
        }
    }

    #[test]
    fn hosts_of_the_table_stand_for_all_below_them() {
        assert_eq!(known("de.linkedin.com"), Some(Page::Platform));
        assert_eq!(
            known("find-and-update.company-information.service.gov.uk"),
            Some(Page::Register)
        );
        assert_eq!(known("mylinkedin.com"), None);
        assert_eq!(known("tel.search.ch"), Some(Page::Directory));
    }

    #[test]
    fn archives_and_paths() {
        assert_eq!(
            archived("https://web.archive.org/web/2025/https://nordwerk-beispiel.de/impressum"),
            Some("https://nordwerk-beispiel.de/impressum")
        );
        assert!(is_imprint("https://nordwerk-beispiel.de/Impressum.html"));
        assert!(!is_imprint("https://contact-beispiel.de/"));
        assert!(is_of_seller("musterdaten", "musterdaten-portal"));
        assert!(!is_of_seller("musterdaten", "keinemusterdaten"));
    }
}
