"""Sellers of addresses whose papers and rows do not bear each other out."""

import datetime

import papers
from days import age, dated, day, french, german, later
from delivery import INTEREST, declaration, delimited, dossier, gdpr, notice as notice_block, package, source, suppression
from papers import quote, sha256, table
from people import Dice, companies, people
from truth import collected, contact, informed


def broker_bdsg(files, truth):
    """An address publisher that still cites the list privilege of the old Federal Data Protection Act, in Windows-1252."""
    header = "Anrede;Titel;Vorname;Nachname;Position;Abteilung;Firma;E-Mail;Telefon;Fax;Straße;PLZ;Ort;Land;Quelle;Rechtsgrundlage;Notizen".split(";")
    dice = Dice(4)
    rows = []
    for n, p in enumerate(people(dice, companies(dice)["DE"][:70], 1200)):
        where, basis = dice.of(["Branchenverzeichnis", "Gelbe Seiten", "Messekatalog"]), dice.of(["§ 28 Abs. 3 BDSG", "§ 28 Abs. 3 BDSG", "Listenprivileg"])
        truth.row(
            **contact(p, mail_match="name-token"),
            phone_kind="fixed-line",
            phone_country_match="agrees",
            post_address="business",
            source_kind="directory",
            source_named="named" if where == "Gelbe Seiten" else "category",
            lawful_basis="obsolete-basis",
            _basis=basis,
            basis_evidence="recorded",
            role_relevance="in-profile",
        )
        rows.append(
            [p.salutation, "Dr." if n % 40 == 0 else "", p.first, p.last, p.title, "Einkauf" if n % 2 else "Technik", p.company.name, p.email, p.phone.replace("+49 ", "0"), p.phone.replace("+49 ", "0")[:-1] + "9"]
            + [p.company.street, p.company.postcode, p.company.city, "Deutschland", where]
            + [basis, "ruft gern zurück; vormittags" if n % 25 == 0 else ""]
        )
    before = "Adressverlag Beispiel KG – Maschinenbau Deutschland 2026\r\nErhoben und übermittelt nach § 28 Abs. 3 BDSG (Listenprivileg).\r\n\r\n"
    files["ADRESSEN_2026.CSV"] = delimited(header, rows, ";", "\r\n", before, encoding="cp1252")
    truth.key("source-registered", *["no-register"] * 3)
    dossier(files, "adressverlag", "2026-1", declared=False, items=False, documents=papers.documents(files, "Adressverlag Beispiel KG", ["privacy-notice"]))


def prize_draw(files, truth):
    """People who took part in a prize draw and ticked a box for "partners": private mailboxes, homes, days of birth."""
    header = (
        "ID;Pseudo;Civilité;Nom;Prénom;E-mail;Optin Newsletter;Optin partenaire;A Gagné ?;Adresse;CP;Ville;Téléphone;Mobile;Date d'inscription;Date de naissance;"
        "Source;Version du consentement;"
    ).split(";")
    dice = Dice(15)
    rows = []
    for n, p in enumerate(people(dice, companies(dice)["FR"][:45], 1000)):
        if n % 25:  # one in twenty-five took part with the address of the office
            p.privately(dice)
        entered = day("2026-05-04", 120, dice)
        child = n % 40 == 7  # one in forty is a child
        born = day("2011-06-01", 900, dice) if child else day("1950-01-01", 18000, dice)
        partner = n % 4 != 2
        mobile = n % 5 != 1
        national = lambda number: "0" + number[4:]
        private = p.email.rsplit("@", 1)[1] != p.company.domain
        bins = {**contact(p), "country": "blank", "territory": "blank", "subscriber_kind": "unclear"}
        truth.row(
            **{
                **bins,
                **dict(
                    consent_status="given",
                    consent_date=dated(entered),
                    consent_age=age(entered),
                    country_source="derived" if p.email.endswith(".fr") else "blank",
                    mail_match="consumer-mailbox" if private else "not-comparable",
                    minor_signal="under-16" if child else "none",
                    phone_kind="unclear-line" if n % 3 == 0 or not mobile else "mobile",
                    phone_country_match="not-comparable",
                    post_address="private",
                    source_kind="data-subject",
                    source_named="named",
                    collection_method="primary-user-source",
                    lawful_basis="consent",
                    basis_evidence="declared",
                    consent_text="resolved",
                    consent_order="in-order",
                    consent_record="incomplete",
                    consent_channels="named",
                    consent_email="given",
                    **dict.fromkeys(("consent_phone", "consent_sms", "consent_auto_call", "consent_social"), "not-covered"),
                    consent_recipients="open-list" if partner else "no-recipients",
                    suppression_match="clear",
                ),
            }
        )
        rows.append(
            [n + 1, f"joueur{n}", p.salutation, p.last, p.first, p.email, "OUI", "OUI" if partner else "NON", "non", p.company.street, p.company.postcode, p.company.city]
            + [national(p.phone) if n % 3 == 0 or not mobile else "", national(p.mobile) if mobile else "", french(entered), french(born), "Jeu concours Grand Été", "reglement-2026", ""]
        )
    files["participants_jeu_ete.csv"] = delimited(header, rows, ";", "\r\n", before="\ufeff")
    vendor = "Jeux Exemple SAS"
    text = sha256(papers.vendor_paper("consent-text", vendor, "fr")[1])
    texts = (
        f'[{{ id = "reglement-2026", sha256 = "{text}", valid-from = "2026-05-01", valid-to = "2026-09-30", '
        'recipients = ["Jeux Exemple SAS", "ses partenaires commerciaux"], channels = ["email"], document = "papers/consent-text.pdf" }]'
    )
    register = '[{ id = "jeu", matches = ["Jeu concours Grand Été"], source-type = "data-subject", method = "primary-user-source", countries = ["FR"] }]'
    facts = [
        ("gdpr.legal-basis", '["eu-gdpr:A6-1-a"]', "privacy-notice", "1"),
        ("gdpr.consent.used", "true", "privacy-notice", "1"),
        ("gdpr.consent.texts", texts, "consent-text", "1"),
        ("gdpr.sources", register, "privacy-notice", "1"),
    ]
    truth.key("source-registered", "registered")
    truth.key("consent-form", "form-missing")
    truth.key("consent-partners", "open-ended")
    dossier(
        files,
        "jeux-exemple",
        "2026-ete",
        ["email"],
        declared=False,
        documents=papers.documents(files, vendor, ["privacy-notice", "consent-text"], "fr"),
        answers=facts,
        items=["suppression-list"],
    )
    suppression(files)


CONTRADICTED = [
    ("Kontakt-Nr.", "record_id"),
    ("Vorname", "first_name"),
    ("Nachname", "last_name"),
    ("Position", "job_title"),
    ("Firma", "company_name"),
    ("Webseite", "company_website"),
    ("E-Mail", "email"),
    ("Telefon", "phone"),
    ("Mobil", "phone_mobile"),
    ("Firmenadresse", "company_street"),
    ("PLZ Firma", "company_postcode"),
    ("Ort Firma", "company_city"),
    ("Land", "country"),
    ("Quelle", "source"),
    ("Profilüberschrift", "profile_headline"),
    ("Erhoben am", "collected_at"),
    ("Geprüft am", "last_verified_at"),
    ("Informiert am", "art14_notice_at"),
    ("Rechtsgrundlage", "lawful_basis"),
    ("Empfänger", "consent_recipients"),
    ("ECG-Liste", "dnc_status"),
    ("Abgleich am", "dnc_screened_at"),
    ("Werbewiderspruch", "objection_status"),
    ("Konfession", "religion"),
    ("Löschdatum", "retention_until"),
]


def contradicted(files, truth):
    """A declaration that the file contradicts wherever one can look: file, rows, fields, countries, kinds of address, channels,
    basis, sources and their period, method, notice, special categories, screening, retention, recipients, order of days, and
    the digest of a paper."""
    dice = Dice(16)
    firms = companies(dice)
    found = people(dice, firms["DE"][:70], 750) + people(dice, firms["AT"], 150) + people(dice, firms["FR"][:45], 100)
    rows = []
    for n, p in enumerate(found):
        if n % 33 == 6:
            p.privately(dice)
        public = n % 10 < 7
        consent = n % 5 == 3
        gathered = day("2025-05-05", 400, dice)
        verified = later(gathered, -20) if n % 12 == 1 else later(gathered, 25 + dice.below(60))
        told = None if n % 5 == 4 else later(gathered, 6 + dice.below(20))
        until = datetime.date(2026, 11, 2) if n % 16 == 9 else later(gathered, 1095)
        screened = day("2026-03-02", 20, dice) if p.country == "AT" else None
        listed = p.country == "AT" and n % 30 == 2
        truth.row(
            **{
                **contact(p),
                **collected(gathered, verified),
                **informed(told, gathered),
                **dict(
                    phone_kind="blank" if p.country == "AT" else "mobile" if n % 4 == 0 else "fixed-line",
                    phone_country_match="blank" if p.country == "AT" else "agrees",
                    post_address="business",
                    source_kind="public-register" if public else "social-network",
                    source_named="named",
                    collection_method="feeds" if public else "blank",
                    lawful_basis="consent" if consent else "legitimate-interest",
                    _basis=consent,
                    basis_evidence="contradicted" if consent and public else "recorded",
                    consent_recipients="names-others" if consent else "blank",
                    consent_record="incomplete" if consent else "blank",
                    dnc_screening_age="over-90-days" if p.country == "AT" else "blank",
                    dnc_status="listed" if listed else "clear" if p.country == "AT" else "blank",
                    objection_status="clear",
                    retention_date="passed" if until < datetime.date(2026, 11, 23) else "ahead",
                    date_order="out-of-order" if verified < gathered else "in-order",
                    role_relevance="in-profile",
                    suppression_match="clear",
                    lia_cover="declared",
                ),
            }
        )
        phone = {"DE": p.phone, "FR": p.phone, "AT": ""}[p.country]
        mobile = p.mobile if n % 4 == 0 and p.country != "AT" else ""
        rows.append(
            [f"KB-{n + 1:05}", p.first, p.last, p.title, p.company.name, f"https://www.{p.company.domain}", p.email, phone, mobile]
            + [p.company.street, p.company.postcode, p.company.city, {"DE": "Deutschland", "AT": "Österreich", "FR": "Frankreich"}[p.country]]
            + ["Handelsregister" if public else "LinkedIn", "" if public else f"{p.title} bei {p.company.name}", german(gathered), german(verified), german(told)]
            + ["Einwilligung" if consent else "berechtigtes Interesse", "Andere Beispiel GmbH" if consent else "", ("ja" if listed else "nein") if p.country == "AT" else "", german(screened)]
            + ["nein", dice.of(["ev.", "rk."]) if n % 25 == 5 else "", german(until)]
        )
    name = "kontakte_nord.csv"
    files[name] = delimited([h for h, _ in CONTRADICTED], rows, ";", "\r\n", encoding="cp1252")
    truth.key("source-registered", "registered", "unregistered", "orphan")
    for check in ("delivery-digest", "declared-counts", "declared-countries", "declared-address-kinds", "declared-basis", "declared-notice", "declared-recipients"):
        truth.key(check, "contradicts")
    vendor = "Kontaktbund Beispiel GmbH"
    earlier = delimited([h for h, _ in CONTRADICTED], rows[:600], ";", "\r\n")
    blocks = [
        source("handelsregister", ["Handelsregister"], "public-register", "feeds", ["DE", "AT"], "2026-01-10", "2026-03-31"),
        source("messe", ["Messe-Scan"], "event", "primary-user-source", ["DE"], "2026-01-10", "2026-03-31"),
        INTEREST,
        notice_block("2026-02-01", "2026-02-28", 1.0),
        table(
            "[[gdpr.dnc]]",
            {"register": quote("ECG-Liste (RTR)"), "country": quote("AT"), "screened-at": quote("2026-10-20"), "rows-screened": 50, "rows-removed": 4},
        ),
    ]
    declared = gdpr("eu-gdpr:A6-1-f-third-party", ["DE", "AT"], ["post"], *blocks, recipients=["Andere Beispiel GmbH"], retention="P12M")
    kinds = ["delivery-sheet", "source-register", "basis-statement", "privacy-notice", "art14-notice", "notice-log", "completeness-declaration"]
    declaration(files, vendor, "DE", package(name, earlier, 1200, CONTRADICTED[:-1], "utf-8"), declared, kinds)
    files["papers/basis-statement.pdf"] = papers.vendor_paper("basis-statement", "Kontaktbund Beispiel OHG", "de")[1]  # another one than was declared
    dossier(files, "kontaktbund", "2026-11", ["email", "phone", "post"])
    suppression(files)


def stolen_look(files, truth):
    """What a stolen list looks like: no source, remains of several databases, two ways of writing days, money, and a column that
    says the Regulation does not apply."""
    header = ["id", "mail", "full name", "phone", "company", "job title", "country", "list", "gdpr applies", "gdpr basis", "created", "IBAN", "Gehalt", "Passwort-Hash"]
    dice = Dice(17)
    firms = companies(dice)
    found = [p for c, n in (("DE", 220), ("FR", 100), ("GB", 80)) for p in people(dice, firms[c], n)]
    rows, short = [], []
    for n, p in enumerate(found):
        if n % 6 == 1:
            p.privately(dice)
        created = day("2016-02-01", 2900, dice)
        exempt = n % 5 < 3
        origin = dice.of(["crm_backup_2019", "shop_kunden", "hs_export_final2", "mailing-alt"])
        readable = created.day > 12 or created.month > 12 or created.day == created.month
        if n % 60 == 50:  # cut off
            short.append(n)
        else:
            truth.row(
                **{
                    **contact(p),
                    **(collected(created) if readable else dict(collection_date="mixed", collection_age="illegible", record_age="illegible")),
                    **dict(
                        mail_match="consumer-mailbox" if n % 6 == 1 else "name-token",
                        phone_kind="fixed-line",
                        phone_country_match="agrees",
                        eu_flag="denies-scope",
                        source_named="vendor-itself" if origin == "crm_backup_2019" else "blank",
                        lawful_basis="exempt-claim" if exempt else "blank",
                        _basis="Not applicable" if exempt else None,
                        basis_evidence="recorded" if exempt else "blank",
                        role_relevance="no-profile",
                    ),
                }
            )
        written = created.strftime("%m/%d/%Y") if n % 2 else german(created)
        place = {"DE": ["DE", "Germany", "Deutschland"], "FR": ["FR", "France"], "GB": ["UK", "GB", "United Kingdom"]}[p.country]
        row = [n, p.email, f"{p.first} {p.last}", p.phone, p.company.name, p.title, dice.of(place), origin]
        row += ["no", "Not applicable" if exempt else "n/a", written, f"DE00 0000 {n:04} 0000 0000 00", 30000 + 1000 * dice.below(60), f"{dice.below(2**60):015x}"]
        rows.append(row[:9] if n in short else row)
    truth.key("row-reading", "over-1-in-100")
    files["contacts_full_FINAL.txt"] = delimited(header, rows, "|", "\n", encoding="cp1252")
