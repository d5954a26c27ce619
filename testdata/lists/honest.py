"""Vendors that have nothing to hide: registers, a webinar, a directory of companies."""

import datetime

import papers
from days import age, dated, day, dutch, french, german, later
from delivery import BUYER, DUTCH_VENDOR, FRENCH_VENDOR, HOST, INTEREST, SHOWN, VENDOR, declaration, delimited, dossier, gdpr, notice, package, source, suppression
from papers import array, quote, sha256, table
from people import Dice, companies, people
from truth import collected as gathered_on
from truth import contact, flags
from truth import informed as told_on

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


def kept_with_care(truth, sources):
    """A register of sources and a declaration with which the file agrees."""
    for check, bin in (("registered", "registered"), ("chain", "direct"), ("purpose", "direct-marketing"), ("terms", "permitted")):
        truth.key(f"source-{check}", *[bin] * sources)
    truth.key("platform-visibility", *["no-platform"] * sources)
    agreeing(truth, "delivery-digest", "declared-counts", "declared-countries", "declared-basis", "declared-recipients")


def agreeing(truth, *checks):
    for check in checks:
        truth.key(check, "agrees")


# a row of which everything is known
HONEST_ROW = dict(
    phone_kind="blank",
    post_address="business",
    source_kind="public-register",
    source_named="named",
    collection_method="feeds",
    lawful_basis="legitimate-interest",
    basis_evidence="reviewed",
    lia_cover="covered",
    notice_language="in-language",
    role_relevance="in-profile",
    objection_status="clear",
    suppression_match="clear",
    removal_match="clear",
    date_order="in-order",
    retention_date="ahead",
)
# what a row does not tell that names no source
UNKNOWN = ["source_kind", "source_named", "collection_method"]


def honest_vendor(files, truth):
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
        flaw = {}
        if p.country == "DE" and n % 120 == 17:  # ten private mailboxes
            p.privately(dice)
        elif p.country == "DE" and n % 120 == 71:  # ten informed after 45 days
            informed = later(collected, 45)
        elif p.country == "FR" and n % 200 == 3:  # four on the buyer's suppression list
            suppressed.append(p.email)
            flaw = dict(suppression_match="on-buyer-list")
        elif p.country == "FR" and n % 133 == 9:  # six of whom the vendor knows nothing but the address
            where = basis = ""
            informed = None
            flaw = dict.fromkeys(UNKNOWN, "blank")
        verified = later(collected, 30 + dice.below(14))
        truth.row(**{**contact(p), **HONEST_ROW, **gathered_on(collected, verified), **told_on(informed, collected), "_basis": basis or None, **flaw})
        rows.append(
            [f"MD-{n + 1:05}", p.salutation, p.first, p.last, p.title, p.company.name, f"https://www.{p.company.domain}", p.email]
            + [p.company.street, p.company.postcode, p.company.city, {"DE": "Deutschland", "FR": "Frankreich"}[p.country], p.country.lower(), where]
            + [german(collected), german(verified), german(informed), basis, "nein", german(later(collected, 730))]
        )
    kept_with_care(truth, 3)
    truth.key("declared-address-kinds", "contradicts")  # ten private mailboxes
    data = delimited([h for h, _ in HONEST], rows, ";", "\r\n", before="\ufeff")
    files["kontakte_maschinenbau_2026-10.csv"] = data
    blocks = [
        source("handelsregister", ["Handelsregister"], "public-register", "feeds", ["DE"], "2026-06-01", "2026-09-15", **SHOWN),
        source("bundesanzeiger", ["Bundesanzeiger"], "public-register", "feeds", ["DE"], "2026-06-01", "2026-09-15", **SHOWN),
        source("sirene", ["SIRENE"], "public-register", "feeds", ["FR"], "2026-06-01", "2026-09-15", **SHOWN),
        INTEREST,
        notice("2026-06-05", "2026-10-24", 0.99, ["de", "fr"]),
    ]
    declared = gdpr("eu-gdpr:A6-1-f-third-party", ["DE", "FR"], ["email", "post"], *blocks)
    declaration(files, VENDOR, "DE", package("kontakte_maschinenbau_2026-10.csv", data, len(rows), HONEST, "utf-8"), declared, papers.LEGITIMATE_INTEREST)
    dossier(files, "musterdaten", "2026-10", ["email", "post"], documents=papers.documents(files, VENDOR, ["removals-since-export"]), reviews=READ, countries=["DE", "FR"])
    suppression(files, suppressed)


READ = [
    ("basis-evidence", "legitimate-interest-assessment", "reviewed"),
    ("lia-cover", "legitimate-interest-assessment", "covered"),
    ("lia-steps", "legitimate-interest-assessment", "three-steps"),
    ("removal-match", "papers/removals-since-export.pdf", "clear"),
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


def honest_flawless(files, truth):
    """The same without a flaw, from a French vendor, planned for post alone."""
    dice = Dice(3)
    firms = companies(dice)
    found = people(dice, firms["FR"][:45], 500) + people(dice, firms["DE"][:70], 700)
    rows = []
    for n, p in enumerate(found):
        collected = day("2026-06-10", 90, dice)
        where = dice.of(["SIRENE", "Registre du commerce"]) if p.country == "FR" else "Handelsregister"
        verified, informed = later(collected, 28 + dice.below(20)), later(collected, 3 + dice.below(20))
        basis = dice.of(["intérêt légitime", "Art. 6, paragraphe 1, point f), du RGPD"])
        truth.row(**{**contact(p), **HONEST_ROW, **gathered_on(collected, verified), **told_on(informed, collected), "_basis": basis})
        rows.append(
            [n + 1, p.salutation, p.last, p.first, p.title, p.company.name, f"https://www.{p.company.domain}", p.email]
            + [p.company.street, p.company.postcode, p.company.city, {"DE": "Allemagne", "FR": "France"}[p.country], p.country.lower(), where]
            + [french(collected), french(verified), french(informed)]
            + [basis, "non", french(later(collected, 730))]
        )
    kept_with_care(truth, 3)
    data = delimited([h for h, _ in FLAWLESS], rows, ";", "\r\n")
    files["contacts_industrie.csv"] = data
    blocks = [
        source("sirene", ["SIRENE"], "public-register", "feeds", ["FR"], "2026-06-10", "2026-09-10", **SHOWN),
        source("rcs", ["Registre du commerce"], "public-register", "feeds", ["FR"], "2026-06-10", "2026-09-10", **SHOWN),
        source("handelsregister", ["Handelsregister"], "public-register", "feeds", ["DE"], "2026-06-10", "2026-09-10", **SHOWN),
        INTEREST,
        notice("2026-06-13", "2026-10-02", 1.0, ["de", "fr"]),
    ]
    declared = gdpr("eu-gdpr:A6-1-f-third-party", ["DE", "FR"], ["email", "post"], *blocks)
    declaration(files, FRENCH_VENDOR, "FR", package("contacts_industrie.csv", data, len(rows), FLAWLESS, "utf-8"), declared, papers.LEGITIMATE_INTEREST, "fr")
    dossier(files, "fichiers-pro", "2026-10", ["post"], documents=papers.documents(files, FRENCH_VENDOR, ["removals-since-export"], "fr"), reviews=papers.read([*papers.LEGITIMATE_INTEREST, "removals-since-export"]), countries=["DE", "FR"])
    suppression(files)


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
    ("Privacy Notice", "notice_url"),
]


CONSENTED = dict(
    source_kind="event",
    source_named="named",
    collection_method="primary-user-source",
    lawful_basis="consent",
    basis_evidence="reviewed",
    consent_status="given",
    consent_method="double-opt-in",
    consent_order="in-order",
    consent_text="resolved",
    consent_channels="named",
    consent_recipients="names-buyer",
    consent_record="complete",
    consent_email="given",
    consent_phone="not-covered",
    consent_sms="not-covered",
    consent_auto_call="not-covered",
    consent_social="not-covered",
    notice_version="valid-at-date",
    role_relevance="in-profile",
    objection_status="clear",
)


def webinar_doi(files, truth):
    """People who registered for a webinar and agreed, twice, to hear from the buyer by e-mail."""
    dice = Dice(6)
    firms = companies(dice)
    found = [p for c, n in (("DE", 600), ("AT", 120), ("FR", 180)) for p in people(dice, firms[c], n)]
    topics = ["Webinar Instandhaltung 2026", "Webinar Ersatzteile 2026", "Webinar Antriebe 2026"]
    rows = []
    for n, p in enumerate(found):
        asked = datetime.datetime.combine(day("2026-06-15", 90, dice), datetime.time(8 + dice.below(9), dice.below(60), dice.below(60)))
        confirmed = asked + datetime.timedelta(minutes=1 + dice.below(600))
        stamp, topic, basis = "%Y-%m-%dT%H:%M:%SZ", dice.of(topics), dice.of(["Consent", "Art. 6(1)(a) GDPR"])
        truth.row(_basis=basis, **contact(p, suppression_match="clear", removal_match="clear"), **gathered_on(asked.date()), **CONSENTED, consent_date=dated(asked.date()), consent_age=age(asked.date()))
        rows.append(
            [70000000 + n, p.first, p.last, p.email, p.title, p.company.name, p.company.domain, p.company.city, {"DE": "Germany", "AT": "Austria", "FR": "France"}[p.country]]
            + ["fr" if p.country == "FR" else "de", topic, asked.strftime("%Y-%m-%d"), basis, "subscribed"]
            + [asked.strftime(stamp), confirmed.strftime(stamp), "double opt-in", "consent-text", "email", BUYER, "no", "privacy-notice"]
        )
    kept_with_care(truth, 3)
    truth.key("consent-form", "form-held")
    truth.key("consent-partners", "up-to-10")
    data = delimited([h for h, _ in WEBINAR], rows, ",", "\n", before="\ufeff")
    files["webinar_leads.csv"] = data
    blocks = [source(f"webinar-{n}", [t], "event", "primary-user-source", ["DE", "AT", "FR"], "2026-06-15", "2026-09-15", "eu-gdpr:A6-1-a", **SHOWN) for n, t in enumerate(topics, 1)]
    kinds = papers.CONSENT
    text = sha256(papers.vendor_paper("consent-text", HOST, "de")[1])
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
    dossier(files, "webinarhaus", "2026-09", ["email"], documents=papers.documents(files, HOST, ["removals-since-export"]), reviews=papers.read([*kinds, "removals-since-export"]), countries=["DE", "AT", "FR"])
    suppression(files)


REVIEWED = [
    ("Nummer", "record_id"),
    ("Aanhef", "salutation"),
    ("Voornaam", "first_name"),
    ("Achternaam", "last_name"),
    ("Functie", "job_title"),
    ("Bedrijf", "company_name"),
    ("Website bedrijf", "company_website"),
    ("E-mailadres", "email"),
    ("Bedrijfsadres", "company_street"),
    ("Postcode bedrijf", "company_postcode"),
    ("Plaats bedrijf", "company_city"),
    ("Land", "country"),
    ("Taal", "language"),
    ("Bron", "source"),
    ("Bron URL", "source_url"),
    ("Verzameld op", "collected_at"),
    ("Laatst geverifieerd", "last_verified_at"),
    ("Geïnformeerd op", "art14_notice_at"),
    ("Grondslag", "lawful_basis"),
    ("Bezwaar", "objection_status"),
    ("Bewaren tot", "retention_until"),
]
REGISTERS = {
    # the registers' own addresses, with numbers that they do not give
    "FR": ("SIRENE", "https://annuaire-entreprises.data.gouv.fr/entreprise/ex-000{:03}"),
    "GB": ("Companies House", "https://find-and-update.company-information.service.gov.uk/company/EX000{:03}"),
    "FI": ("PRH", "https://tietopalvelu.ytj.fi/yritys/EX000{:03}"),
    "NL": ("KvK", "https://www.kvk.nl/zoeken/?source=all&q=EX000{:03}"),
    "DE": ("Handelsregister", "https://www.handelsregister.de/rp_web/EX000{:03}"),
}
DUTCH = {"FR": "Frankrijk", "GB": "Verenigd Koninkrijk", "FI": "Finland", "NL": "Nederland", "DE": "Duitsland"}
TONGUES = {"FR": "fr", "GB": "en", "FI": "fi", "NL": "nl", "DE": "de"}


def honest_reviewed(files, truth):
    """A Dutch vendor whose every paper was read, planned for e-mail and post; sixty rows of fifteen hundred are imperfect."""
    dice = Dice(21)
    firms = companies(dice, ("FR", "GB", "FI", "NL", "DE"))
    found = [p for c, n in (("FR", 600), ("GB", 400), ("FI", 150), ("NL", 150), ("DE", 200)) for p in people(dice, firms[c][:45], n)]
    rows, suppressed = [], []
    for n, p in enumerate(found):
        gathered = day("2026-05-11", 110, dice)
        told, verified, until = later(gathered, 5 + dice.below(20)), later(gathered, 30 + dice.below(30)), later(gathered, 730)
        objected, title, flaw = "nee", p.title, {}
        spot = n % 125
        if spot == 17:  # twelve private mailboxes
            p.privately(dice)
        elif spot == 31 and p.country == "GB":  # three informed after seven weeks
            told = later(gathered, 49)
        elif spot == 44:  # twelve without the day of the notice
            told = None
        elif spot == 58 and p.country == "FR":  # five that were to be erased before the delivery
            until = later(gathered, 150)
            flaw = dict(retention_date="passed")
        elif spot == 63 and p.country == "GB":  # three who objected
            objected, flaw = "ja", dict(objection_status="objected")
        elif spot == 77 and p.country in ("FR", "FI"):  # on the buyer's suppression list
            suppressed.append(p.email)
            flaw = dict(suppression_match="on-buyer-list")
        elif spot in (88, 97, 106, 113) and p.country == "FR":  # of another function than the buyer's offer is for
            title, flaw = "Responsable ressources humaines", dict(role_relevance="outside-profile")
        basis = dice.of(["gerechtvaardigd belang", "Art. 6 lid 1 sub f AVG"])
        truth.row(_basis=basis, **{**contact(p), **HONEST_ROW, **gathered_on(gathered, verified), **told_on(told, gathered), "source_evidence": "register-page", "publication_evidence": "republished", **flaw})
        where, page = REGISTERS[p.country]
        rows.append(
            [f"BV{n + 1:05}", p.salutation, p.first, p.last, title, p.company.name, f"https://www.{p.company.domain}", p.email]
            + [p.company.street, p.company.postcode, p.company.city, DUTCH[p.country], TONGUES[p.country], where, page.format(n % 1000)]
            + [dutch(gathered), dutch(verified), dutch(told), basis, objected, dutch(until)]
        )
    kept_with_care(truth, 5)
    truth.key("declared-address-kinds", "contradicts")  # twelve private mailboxes
    name = "contacten_techniek_2026q4.tsv"
    data = delimited([h for h, _ in REVIEWED], rows, "\t", "\n")
    files[name] = data
    ids = {"FR": "sirene", "GB": "companies-house", "FI": "prh", "NL": "kvk", "DE": "handelsregister"}
    blocks = [source(ids[c], [w], "public-register", "feeds", [c], "2026-05-11", "2026-08-31", **SHOWN) for c, (w, _) in REGISTERS.items()]
    blocks += [INTEREST, notice("2026-05-15", "2026-10-20", 0.99, ["de", "fr", "nl", "en", "fi"])]
    declared = gdpr("eu-gdpr:A6-1-f-third-party", list(REGISTERS), ["email", "post"], *blocks)
    declaration(files, DUTCH_VENDOR, "NL", package(name, data, len(rows), REVIEWED, "utf-8", "tsv"), declared, papers.LEGITIMATE_INTEREST, "en")
    dossier(files, "bedrijfsdata", "2026-q4", ["email", "post"], documents=papers.documents(files, DUTCH_VENDOR, ["removals-since-export"], "en"), reviews=papers.read([*papers.LEGITIMATE_INTEREST, "removals-since-export"]), countries=list(REGISTERS))
    suppression(files, suppressed)


COMPANIES = [
    ("N°", None),
    ("Raison sociale", "company_name"),
    ("Forme juridique", "company_legal_form"),
    ("SIREN", "company_registration_no"),
    ("Adresse société", "company_street"),
    ("Code postal société", "company_postcode"),
    ("Ville société", "company_city"),
    ("Pays", "country"),
    ("Téléphone société", "company_phone"),
    ("E-mail", "email"),
    ("Site web", "company_website"),
    ("Source", "source"),
    ("URL source", "source_url"),
    ("Date de collecte", "collected_at"),
]
FORMS = ["GmbH & Co. KG", "GmbH", "AG", "KG", "SARL", "SAS", "SA", "Ltd", "plc"]


def register_companies(files, truth):
    """Companies from registers with nothing but function mailboxes and switchboards: no row concerns a person."""
    dice = Dice(22)
    firms = companies(dice, ("FR", "GB", "DE"))
    boxes = {"FR": ["info", "contact", "accueil"], "GB": ["info", "enquiries", "sales"], "DE": ["info", "vertrieb"]}
    lines = {"FR": "+33 4 65 71 1", "GB": "+44 20 7946 0", "DE": "+49 69 90009"}
    rows = []
    for country, count in (("FR", 135), ("GB", 75), ("DE", 90)):
        for n in range(count):
            known = firms[country][: 45 if country == "FR" else 70]
            firm, box = known[n % len(known)], boxes[country][n // len(known)]
            mail, bins = f"{box}@{firm.domain}", {}
            if len(rows) % 50 == 23:  # six with a stray sign at the end
                mail += ";"
                bins = dict(mail_syntax="repairable", mail_domain="illegible", mail_box="illegible", mail_nature="unusable", mail_match="illegible", mail_name="illegible", mail_pattern="illegible", **flags("illegible"))
            gathered = day("2026-06-01", 120, dice)
            form = next(f for f in FORMS if firm.name.endswith(f))
            truth.row(
                _address=None if bins else (mail, firm.name),
                _damaged=mail if bins else None,
                **{
                    **dict(
                        country=country,
                        territory={"GB": "uk"}.get(country, "eu"),
                        country_source="stated",
                        mail_syntax="valid",
                        mail_domain="organisation",
                        mail_box="role",
                        mail_nature="professional-role",
                        mail_match="same-host",
                        mail_name="function",
                        mail_pattern="function",
                        mail_trader="no-sign",
                        **flags("no"),
                        subscriber_kind="company",
                        person_data="company-only",
                        phone_kind="company-line",
                        phone_country_match="agrees",
                        post_address="business",
                        minor_signal="none",
                        source_kind="public-register",
                        source_named="named",
                        source_evidence="register-page",
                        publication_evidence="republished",
                        collection_method="feeds",
                        suppression_match="clear",
                        removal_match="no-feed",
                        reappearance="no-earlier-delivery",
                        lia_cover="no-assessment",
                    ),
                    **gathered_on(gathered),
                    **bins,
                }
            )
            where, page = REGISTERS[country]
            rows.append(
                [len(rows) + 1, firm.name.removesuffix(form).strip(), form, "", firm.street, firm.postcode, firm.city, {"FR": "France", "GB": "Royaume-Uni", "DE": "Allemagne"}[country]]
                + [f"{lines[country]}{n:03}", mail, f"https://www.{firm.domain}", where, page.format(len(rows)), french(gathered)]
            )
    truth.key("source-registered", *["registered"] * 3)
    truth.key("source-chain", *["direct"] * 3)
    agreeing(truth, "declared-countries", "declared-address-kinds", "declared-counts", "delivery-digest")
    name = "entreprises_mecanique.csv"
    data = delimited([h for h, _ in COMPANIES], rows, ";", "\r\n", encoding="cp1252")
    files[name] = data
    ids = {"FR": "sirene", "GB": "companies-house", "DE": "handelsregister"}
    head = table(
        "[gdpr]",
        {"vocabulary": quote("https://w3id.org/dpv/2.3"), "countries": array(["FR", "GB", "DE"]), "channels": array(["email", "phone", "post"]), "address-kinds": array(["professional"])},
    )
    sources = [source(ids[c], [REGISTERS[c][0]], "public-register", "feeds", [c], "2026-06-01", "2026-09-29", None) for c in ids]
    kinds = ["vendor-identity", "delivery-sheet", "source-register", "basis-statement", "completeness-declaration"]
    declaration(files, FRENCH_VENDOR, "FR", package(name, data, len(rows), COMPANIES, "windows-1252"), "\n".join([head, *sources]), kinds, "fr")
    dossier(files, "fichiers-pro", "2026-entreprises", ["email", "post"], reviews=papers.read(kinds), countries=["FR", "GB", "DE"])
    suppression(files)
