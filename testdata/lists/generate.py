#!/usr/bin/env python3
"""Makes the deliveries of this folder: lists as vendors ship them, with their declarations and papers. Python 3, nothing else.

    generate.py            writes them beside this file
    generate.py --check    compares what lies here with what would be written; 1 if a byte differs

Everything is invented and the same on every machine. What each delivery is for, and what an audit must say, is in README.md
(for people) and expected.json (for the test).
"""

import csv
import datetime
import io
import pathlib
import sys

sys.dont_write_bytecode = True
import containers
import papers
from papers import array, quote, sha256, table
from people import Dice, companies, people

HERE = pathlib.Path(__file__).resolve().parent
BUYER = "Beispiel Maschinenbau AG"
VENDOR = "Musterdaten Kontakthandel GmbH"
FRENCH_VENDOR = "Fichiers Pro Exemple SAS"
HOST = "Webinarhaus Beispiel GmbH"


def delimited(header, rows, delimiter, end, before="", after="", encoding="utf-8"):
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end)
    writer.writerow(header)
    writer.writerows(rows)
    return (before + out.getvalue() + after).encode(encoding)


def day(first, spread, dice):
    return datetime.date.fromisoformat(first) + datetime.timedelta(days=dice.below(spread))


def later(date, days):
    return date + datetime.timedelta(days=days)


def german(date):
    return date.strftime("%d.%m.%Y") if date else ""


def french(date):
    return date.strftime("%d/%m/%Y") if date else ""


# ── papers around a list ───────────────────────────────────────────────────────────────────────────────────────────
def package(name, data, rows, fields, encoding):
    """Block 1: what was delivered. `fields`: (header, canonical column or None)."""
    lines = [f'  {{ name = {quote(h)}, type = "string"' + (f", rdfType = {quote('urn:beleg:field:' + c)}" if c else "") + " }," for h, c in fields]
    return "\n".join(
        [
            table("[package]", {"name": quote(name.rsplit(".", 1)[0]), "created": quote("2026-10-30T08:00:00Z")}),
            table(
                "[[package.resources]]",
                {"name": quote("contacts"), "path": quote(name), "format": quote("csv"), "encoding": quote(encoding), "bytes": len(data), "hash": quote("sha256:" + sha256(data)), "rows": rows},
            ),
            "[package.resources.schema]\nfields = [\n" + "\n".join(lines) + "\n]\n",
        ]
    )


def declaration(files, vendor, country, package, gdpr, kinds, french=False):
    head = f'beleg-declaration = "1"\ndeclared-by = {quote(vendor)}\ndeclared-at = "2026-11-02"\n'
    controller = table(
        "[[gdpr.controllers]]",
        {"legal-name": quote(vendor), "role": quote("independent-controller"), "country": quote(country), "contact": quote("datenschutz@musterdaten-beispiel.de" if country == "DE" else "donnees@fichiers-pro-exemple.fr")},
    )
    files["declaration.beleg.toml"] = "\n".join([head, package, gdpr, controller, papers.vendor_papers(files, vendor, kinds, french)]).encode()


def source(id, matches, kind, method, country, first, last, basis="eu-gdpr:A6-1-f-third-party", **facts):
    return table(
        "[[gdpr.sources]]",
        {
            "id": quote(id),
            "matches": array(matches),
            "source-type": quote(kind),
            "method": quote(method),
            "publicly-accessible": "false" if kind in ("event", "data-subject") else "true",
            "countries": array(country),
            "collected": f"{{ first = {quote(first)}, last = {quote(last)} }}",
            "legal-basis": quote(basis),
            **facts,
        },
    )


INTEREST = table(
    "[gdpr.legitimate-interest]",
    {
        "holder": quote("buyer and vendor"),
        "statement": quote("Offer of machine parts to persons who buy machine parts by profession"),
        "status": quote("dpv:LegitimateInterestInformed"),
        "assessment": quote("legitimate-interest-assessment"),
        "assessed-at": quote("2026-08-20"),
        "covers-sale": "true",
    },
)


def notice(first, last, share):
    return table(
        "[gdpr.notice]",
        {
            "kind": quote("eu-gdpr:IndirectDataCollectionNotice"),
            "channel": quote("post"),
            "first-sent": quote(first),
            "last-sent": quote(last),
            "share-notified": share,
            "text": quote("art14-notice"),
            "log": quote("notice-log"),
            "recipients-named": "true",
        },
    )


def gdpr(basis, countries, channels, *blocks):
    head = table(
        "[gdpr]",
        {
            "vocabulary": quote("https://w3id.org/dpv/2.3"),
            "purposes": array(["dpv:DirectMarketing"]),
            "legal-basis": array([basis]),
            "countries": array(countries),
            "channels": array(channels),
            "recipients": array([BUYER]),
            "address-kinds": array(["professional"]),
        },
    )
    rest = [
        table("[gdpr.objections]", {"suppression-applied-at": quote("2026-10-29"), "rows-removed": 37}),
        table("[gdpr.retention]", {"vendor-deletes-after": quote("P24M"), "buyer-deletes-by": quote("2027-11-01")}),
        table("[gdpr.transfers]", {"outside-eea": "false"}),
        table("[gdpr.special-categories]", {"present": "false"}),
    ]
    return "\n".join([head, *blocks, *rest])


def dossier(files, vendor, delivery, channels=None, declared=True, documents="", items=True, reviews=(), acquired="file"):
    head = {
        "vendor": quote(vendor),
        "delivery": quote(delivery),
        "received": "2026-11-02",
        "acquired": quote(acquired),
        "declaration": quote("declaration.beleg.toml") if declared else None,
    }
    buyer = {
        "names": array([BUYER]),
        "role": quote("independent-controller"),
        "purpose": quote("Offer of machine parts"),
        "functions": array(["purchasing", "technical"]),
        "industries": array(["mechanical engineering"]),
        "countries": array(["DE", "FR", "AT", "GB"]),
        "channels": array(channels) if channels else None,
        "suppress": array(["sperrliste.csv"]) if items else None,
    }
    parts = [
        "\n".join(f"{k} = {v}" for k, v in head.items() if v is not None) + "\n",
        table("[buyer]", buyer),
        documents,
        papers.items(files, BUYER, papers.BUYER) if items else "",
        papers.reviews(reviews),
    ]
    files["dossier.toml"] = "\n".join(p for p in parts if p).encode()


def suppression(files, matching=()):
    """The buyer's list: addresses, a domain, a number; `matching` are the ones that the delivery holds, spelt in other ways."""
    dice = Dice(77)
    others = people(dice, companies(dice)["AT"], 40)
    lines = [p.email for p in others] + ["widerspruch-beispiel.de", "+49 30 23125999"]
    lines += [e.upper() if i % 2 else f"{e.replace('@', '+news@')}" for i, e in enumerate(matching)]
    files["sperrliste.csv"] = ("\n".join(sorted(lines)) + "\n").encode()


# ── the deliveries ─────────────────────────────────────────────────────────────────────────────────────────────────
def bare_export(files):
    """An export from a sales-intelligence platform: a workbook with typed cells and a hidden sheet, not one paper."""
    header = (
        "First Name|Last Name|Title|Company Name|Email|Email Status|Primary Email Source|Email Confidence|Primary Email Last Verified At|Seniority|"
        "Departments|Work Direct Phone|Mobile Phone|Corporate Phone|# Employees|Industry|Person Linkedin Url|Website|City|Country|Apollo Contact Id"
    ).split("|")
    dice = Dice(1)
    firms, rows = companies(dice), [header]
    found = [p for c, n in (("DE", 430), ("FR", 135), ("GB", 135)) for p in people(dice, firms[c], n)]
    for n, p in enumerate(found):
        if n % 50 == 7:
            p.privately(dice)
        confidence, verified = (dice.below(15) + 85) / 100, 46000 + dice.below(300)
        slug = p.box.replace(".", "-")
        rows.append(
            [p.first, p.last, p.title, p.company.name, p.email, "Verified", "Apollo", confidence, ("day", verified), dice.of(["Head", "Manager", "Director"]), "Operations"]
            + [p.phone if n % 3 else None, p.mobile if n % 5 == 0 else None, p.phone, p.company.size, "mechanical or industrial engineering"]
            + [f"https://www.linkedin.com/in/{slug}-beispiel-{n}", f"https://www.{p.company.domain}", p.company.city]
            + [{"DE": "Germany", "FR": "France", "GB": "United Kingdom"}[p.country], f"66{n:022x}"]
        )
    query = [["Query", "DE FR GB, mechanical engineering"], ["Credits", len(found)]]
    files["contacts-export.xlsx"] = containers.workbook([("Search", True, query), ("Contacts", False, rows)])


HONEST = [
    ("Kontakt-Nr.", "record_id"),
    ("Anrede", "salutation"),
    ("Vorname", "first_name"),
    ("Nachname", "last_name"),
    ("Position", "job_title"),
    ("Firma", "company_name"),
    ("Webseite", "company_website"),
    ("E-Mail", "email"),
    ("Firmenadresse", "company_street"),
    ("PLZ Firma", "company_postcode"),
    ("Ort Firma", "company_city"),
    ("Land", "country"),
    ("Sprache", "language"),
    ("Quelle", "source"),
    ("Erhoben am", "collected_at"),
    ("Geprüft am", "last_verified_at"),
    ("Informiert am", "art14_notice_at"),
    ("Rechtsgrundlage", "lawful_basis"),
    ("Werbewiderspruch", "objection_status"),
    ("Löschdatum", "retention_until"),
]


def honest_vendor(files):
    """Every document, read by a person; thirty rows of two thousand are imperfect."""
    dice = Dice(2)
    firms = companies(dice)
    found = people(dice, firms["DE"][:70], 1200) + people(dice, firms["FR"][:45], 800)
    rows, suppressed = [], []
    for n, p in enumerate(found):
        collected = day("2026-06-01", 100, dice)
        informed = later(collected, 4 + dice.below(22))
        where = dice.of(["Handelsregister", "Bundesanzeiger"]) if p.country == "DE" else "SIRENE"
        basis = dice.of(["Art. 6 Abs. 1 lit. f DSGVO", "Art. 6 Abs. 1 lit. f DSGVO", "berechtigtes Interesse"])
        if p.country == "DE" and n % 120 == 17:  # ten private mailboxes
            p.privately(dice)
        elif p.country == "DE" and n % 120 == 71:  # ten informed after 45 days
            informed = later(collected, 45)
        elif p.country == "FR" and n % 200 == 3:  # four on the buyer's suppression list
            suppressed.append(p.email)
        elif p.country == "FR" and n % 133 == 9:  # six of whom the vendor knows nothing but the address
            where = basis = ""
            informed = None
        rows.append(
            [f"MD-{n + 1:05}", p.salutation, p.first, p.last, p.title, p.company.name, f"https://www.{p.company.domain}", p.email]
            + [p.company.street, p.company.postcode, p.company.city, {"DE": "Deutschland", "FR": "Frankreich"}[p.country], p.country.lower(), where]
            + [german(collected), german(later(collected, 30 + dice.below(14))), german(informed), basis, "nein", german(later(collected, 730))]
        )
    data = delimited([h for h, _ in HONEST], rows, ";", "\r\n", before="\ufeff")
    files["kontakte_maschinenbau_2026-10.csv"] = data
    blocks = [
        source("handelsregister", ["Handelsregister"], "public-register", "feeds", ["DE"], "2026-06-01", "2026-09-15"),
        source("bundesanzeiger", ["Bundesanzeiger"], "public-register", "feeds", ["DE"], "2026-06-01", "2026-09-15"),
        source("sirene", ["SIRENE"], "public-register", "feeds", ["FR"], "2026-06-01", "2026-09-15"),
        INTEREST,
        notice("2026-06-05", "2026-10-24", 0.99),
    ]
    declared = gdpr("eu-gdpr:A6-1-f-third-party", ["DE", "FR"], ["email", "post"], *blocks)
    declaration(files, VENDOR, "DE", package("kontakte_maschinenbau_2026-10.csv", data, len(rows), HONEST, "utf-8"), declared, papers.LEGITIMATE_INTEREST)
    dossier(files, "musterdaten", "2026-10", ["email", "post"], documents=papers.documents(files, VENDOR, ["removals-since-export"]), reviews=READ)
    suppression(files, suppressed)


READ = [
    ("basis-evidence", "legitimate-interest-assessment", "reviewed"),
    ("lia-cover", "legitimate-interest-assessment", "covered"),
    ("lia-steps", "legitimate-interest-assessment", "three-steps"),
]

FLAWLESS = [
    ("ID", "record_id"),
    ("Civilité", "salutation"),
    ("Nom", "last_name"),
    ("Prénom", "first_name"),
    ("Fonction", "job_title"),
    ("Société", "company_name"),
    ("Site web", "company_website"),
    ("E-mail", "email"),
    ("Adresse société", "company_street"),
    ("Code postal société", "company_postcode"),
    ("Ville société", "company_city"),
    ("Pays", "country"),
    ("Langue", "language"),
    ("Source", "source"),
    ("Date de collecte", "collected_at"),
    ("Vérifié le", "last_verified_at"),
    ("Informé le", "art14_notice_at"),
    ("Base légale", "lawful_basis"),
    ("Opposition", "objection_status"),
    ("Date de suppression", "retention_until"),
]


def honest_flawless(files):
    """The same without a flaw, from a French vendor, planned for post alone."""
    dice = Dice(3)
    firms = companies(dice)
    found = people(dice, firms["FR"][:45], 500) + people(dice, firms["DE"][:70], 700)
    rows = []
    for n, p in enumerate(found):
        collected = day("2026-06-10", 90, dice)
        where = dice.of(["SIRENE", "Registre du commerce"]) if p.country == "FR" else "Handelsregister"
        rows.append(
            [n + 1, p.salutation, p.last, p.first, p.title, p.company.name, f"https://www.{p.company.domain}", p.email]
            + [p.company.street, p.company.postcode, p.company.city, {"DE": "Allemagne", "FR": "France"}[p.country], p.country.lower(), where]
            + [french(collected), french(later(collected, 28 + dice.below(20))), french(later(collected, 3 + dice.below(20)))]
            + [dice.of(["intérêt légitime", "Art. 6, paragraphe 1, point f), du RGPD"]), "non", french(later(collected, 730))]
        )
    data = delimited([h for h, _ in FLAWLESS], rows, ";", "\r\n")
    files["contacts_industrie.csv"] = data
    blocks = [
        source("sirene", ["SIRENE"], "public-register", "feeds", ["FR"], "2026-06-10", "2026-09-10"),
        source("rcs", ["Registre du commerce"], "public-register", "feeds", ["FR"], "2026-06-10", "2026-09-10"),
        source("handelsregister", ["Handelsregister"], "public-register", "feeds", ["DE"], "2026-06-10", "2026-09-10"),
        INTEREST,
        notice("2026-06-13", "2026-10-02", 1.0),
    ]
    declared = gdpr("eu-gdpr:A6-1-f-third-party", ["DE", "FR"], ["post"], *blocks)
    declaration(files, FRENCH_VENDOR, "FR", package("contacts_industrie.csv", data, len(rows), FLAWLESS, "utf-8"), declared, papers.LEGITIMATE_INTEREST, french=True)
    dossier(files, "fichiers-pro", "2026-10", ["post"], documents=papers.documents(files, FRENCH_VENDOR, ["removals-since-export"], french=True), reviews=READ)
    suppression(files)


def broker_bdsg(files):
    """An address publisher that still cites the list privilege of the old Federal Data Protection Act, in Windows-1252."""
    header = "Anrede;Titel;Vorname;Nachname;Position;Abteilung;Firma;E-Mail;Telefon;Fax;Straße;PLZ;Ort;Land;Quelle;Rechtsgrundlage;Notizen".split(";")
    dice = Dice(4)
    rows = []
    for n, p in enumerate(people(dice, companies(dice)["DE"][:70], 1200)):
        rows.append(
            [p.salutation, "Dr." if n % 40 == 0 else "", p.first, p.last, p.title, "Einkauf" if n % 2 else "Technik", p.company.name, p.email, p.phone.replace("+49 ", "0"), p.phone.replace("+49 ", "0")[:-1] + "9"]
            + [p.company.street, p.company.postcode, p.company.city, "Deutschland", dice.of(["Branchenverzeichnis", "Gelbe Seiten", "Messekatalog"])]
            + [dice.of(["§ 28 Abs. 3 BDSG", "§ 28 Abs. 3 BDSG", "Listenprivileg"]), "ruft gern zurück; vormittags" if n % 25 == 0 else ""]
        )
    before = "Adressverlag Beispiel KG – Maschinenbau Deutschland 2026\r\nErhoben und übermittelt nach § 28 Abs. 3 BDSG (Listenprivileg).\r\n\r\n"
    files["ADRESSEN_2026.CSV"] = delimited(header, rows, ";", "\r\n", before, encoding="cp1252")
    dossier(files, "adressverlag", "2026-1", declared=False, items=False, documents=papers.documents(files, "Adressverlag Beispiel KG", ["privacy-notice"]))


def linkedin_scrape(files):
    """Profiles read off a platform; somebody added a column that says the basis is that they are public."""
    header = ["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On", "Country", "Source", "Legal Basis"]
    dice = Dice(5)
    firms = companies(dice)
    found = [p for c, n in (("DE", 400), ("FR", 150), ("GB", 50)) for p in people(dice, firms[c], n)]
    rows = []
    for n, p in enumerate(found):
        url = f"https://www.linkedin.com/in/{p.box.replace('.', '-')}-beispiel-{n}"
        place = {"DE": "Germany", "FR": "France", "GB": "United Kingdom"}[p.country]
        rows.append([p.first, p.last, url, p.email, p.company.name, p.title, day("2026-03-02", 200, dice).strftime("%d %b %Y"), place, "LinkedIn", dice.of(["public", "public", "publicly available"])])
    note = '"When exporting your connection data, you may notice that some of the email addresses are missing."'
    files["connections_enriched.csv"] = delimited(header, rows, ",", "\n", before=f"Notes:\n{note}\n\n")
    dossier(files, "profilsammler", "2026-11", declared=False, items=False, documents=papers.documents(files, "Profilsammler Beispiel", ["privacy-notice"]), acquired="self-export")


WEBINAR = [
    ("Record ID", "record_id"),
    ("First Name", "first_name"),
    ("Last Name", "last_name"),
    ("Email", "email"),
    ("Job Title", "job_title"),
    ("Company Name", "company_name"),
    ("Website URL", "company_website"),
    ("City", "city"),
    ("Country/Region", "country"),
    ("Language", "language"),
    ("Source", "source"),
    ("Create Date", "collected_at"),
    ("Legal basis", "lawful_basis"),
    ("Consent Status", "consent_status"),
    ("Consent Date 1", "consent_at"),
    ("Consent Date 2", "consent_at"),
    ("Consent Method", "consent_method"),
    ("Consent Text ID", "consent_text_id"),
    ("Consent Channels", "consent_channels"),
    ("Consent Recipients", "consent_recipients"),
    ("Unsubscribed from all email", "objection_status"),
]


def webinar_doi(files):
    """People who registered for a webinar and agreed, twice, to hear from the buyer by e-mail."""
    dice = Dice(6)
    firms = companies(dice)
    found = [p for c, n in (("DE", 600), ("AT", 120), ("FR", 180)) for p in people(dice, firms[c], n)]
    topics = ["Webinar Instandhaltung 2026", "Webinar Ersatzteile 2026", "Webinar Antriebe 2026"]
    rows = []
    for n, p in enumerate(found):
        asked = datetime.datetime.combine(day("2026-06-15", 90, dice), datetime.time(8 + dice.below(9), dice.below(60), dice.below(60)))
        confirmed = asked + datetime.timedelta(minutes=1 + dice.below(600))
        stamp = "%Y-%m-%dT%H:%M:%SZ"
        rows.append(
            [70000000 + n, p.first, p.last, p.email, p.title, p.company.name, p.company.domain, p.company.city, {"DE": "Germany", "AT": "Austria", "FR": "France"}[p.country]]
            + ["fr" if p.country == "FR" else "de", dice.of(topics), asked.strftime("%Y-%m-%d"), dice.of(["Consent", "Art. 6(1)(a) GDPR"]), "subscribed"]
            + [asked.strftime(stamp), confirmed.strftime(stamp), "double opt-in", "consent-text", "email", BUYER, "no"]
        )
    data = delimited([h for h, _ in WEBINAR], rows, ",", "\n", before="\ufeff")
    files["webinar_leads.csv"] = data
    blocks = [source(f"webinar-{n}", [t], "event", "primary-user-source", ["DE", "AT", "FR"], "2026-06-15", "2026-09-15", "eu-gdpr:A6-1-a") for n, t in enumerate(topics, 1)]
    kinds = papers.CONSENT
    text = sha256(papers.vendor_paper("consent-text", HOST, False)[1])
    blocks += [
        table(
            "[gdpr.consent]",
            {"used": "true", "profile": quote("dpv-27560:record-eu-gdpr"), "records": quote("consent-log"), "channels": array(["email"]), "recipients": array([BUYER]), "withdrawal-url": quote("https://www.webinarhaus-beispiel.de/abmelden")},
        ),
        table(
            "[[gdpr.consent.texts]]",
            {"id": quote("consent-text"), "sha256": quote(text), "valid-from": quote("2026-02-01"), "valid-to": quote("2026-12-31"), "recipients": array([BUYER]), "channels": array(["email"]), "document": quote("consent-text")},
        ),
    ]
    declared = gdpr("eu-gdpr:A6-1-a", ["DE", "AT", "FR"], ["email"], *blocks)
    declaration(files, HOST, "DE", package("webinar_leads.csv", data, len(rows), WEBINAR, "utf-8"), declared, kinds)
    reviews = [("basis-evidence", "consent-log", "reviewed")]
    dossier(files, "webinarhaus", "2026-09", ["email"], documents=papers.documents(files, HOST, ["removals-since-export"]), reviews=reviews)
    suppression(files)


DELIVERIES = {f.__name__.replace("_", "-"): f for f in (bare_export, honest_vendor, honest_flawless, broker_bdsg, linkedin_scrape, webinar_doi)}


def main():
    stale = 0
    for name, make in DELIVERIES.items():
        files = {}
        make(files)
        folder = HERE / name
        if "--check" in sys.argv:
            here = {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}
            for path in sorted(here.keys() | files.keys()):
                if here.get(path) != files.get(path):
                    stale = 1
                    print(f"differs: {name}/{path}", file=sys.stderr)
            continue
        for path in folder.rglob("*"):
            if path.is_file() and path.relative_to(folder).as_posix() not in files:
                path.unlink()
        for path, data in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)
    return stale


if __name__ == "__main__":
    sys.exit(main())
