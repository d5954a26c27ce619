"""Exports of platforms and customer systems, as somebody resells them."""

import containers
import papers
from days import age, american, day, later, serial
from delivery import LISTED, delimited, dossier, suppression
from papers import quote
from people import Dice, companies, people
from truth import collected, contact, informed

COUNTRIES = {"DE": "Germany", "AT": "Austria", "FR": "France", "GB": "United Kingdom", "NL": "Netherlands", "US": "United States"}
EUROPE = ("DE", "AT", "FR", "NL")


def slug(p, n):
    return f"https://www.linkedin.com/in/{p.box.replace('.', '-')}-beispiel-{n}"


def bare_export(files, truth):
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
        truth.row(
            **contact(p),
            phone_kind="mobile" if n % 5 == 0 else "direct-line" if n % 3 else "company-line",
            phone_country_match="agrees",
            social_account="present",
            mail_status="confirmed",
            mail_origin="enriched",
            role_relevance="no-profile",
        )
        rows.append(
            [p.first, p.last, p.title, p.company.name, p.email, "Verified", "Apollo", confidence, ("day", verified), dice.of(["Head", "Manager", "Director"]), "Operations"]
            + [p.phone if n % 3 else None, p.mobile if n % 5 == 0 else None, p.phone, p.company.size, "mechanical or industrial engineering"]
            + [slug(p, n), f"https://www.{p.company.domain}", p.company.city, COUNTRIES[p.country], f"66{n:022x}"]
        )
    query = [["Query", "DE FR GB, mechanical engineering"], ["Credits", len(found)]]
    files["contacts-export.xlsx"] = containers.workbook([("Search", True, query), ("Contacts", False, rows)])


def linkedin_scrape(files, truth):
    """Profiles read off a platform; somebody added a column that says the basis is that they are public."""
    header = ["First Name", "Last Name", "URL", "Email Address", "Company", "Position", "Connected On", "Country", "Source", "Legal Basis"]
    dice = Dice(5)
    firms = companies(dice)
    found = [p for c, n in (("DE", 400), ("FR", 150), ("GB", 50)) for p in people(dice, firms[c], n)]
    rows = []
    for n, p in enumerate(found):
        connected, basis = day("2026-03-02", 200, dice), dice.of(["public", "public", "publicly available"])
        truth.row(
            _basis=basis,
            **contact(p, mail_match="name-token"),
            **collected(connected),
            social_account="present",
            source_kind="social-network",
            source_named="named",
            lawful_basis="not-a-basis",
            basis_evidence="recorded",
            role_relevance="in-profile",
        )
        rows.append([p.first, p.last, slug(p, n), p.email, p.company.name, p.title, connected.strftime("%d %b %Y"), COUNTRIES[p.country], "LinkedIn", basis])
    note = '"When exporting your connection data, you may notice that some of the email addresses are missing."'
    files["connections_enriched.csv"] = delimited(header, rows, ",", "\n", before=f"Notes:\n{note}\n\n")
    truth.key("source-registered", "no-register")
    dossier(files, "profilsammler", "2026-11", declared=False, items=False, documents=papers.documents(files, "Profilsammler Beispiel", ["privacy-notice"]), acquired="self-export")


CLAIMED = [
    "privacy-notice",
    "legitimate-interest-assessment",
    "art14-notice",
    "dpia",
    "security-certificate",
    "processing-record",
    "controller-to-controller-agreement",
    "suppression-procedure",
    "rights-procedure",
]


def platform_claims(files, truth):
    """A platform that shows nine current papers and calls itself compliant. It declares nothing in a form that can be read, so
    the buyer took the facts from its prose; sources are categories, and no row and no log shows a notice."""
    header = (
        "First Name|Last Name|Full Name|Job Title|Seniority|Job Function|Email|Email Status|Direct Phone|Mobile Phone|Mobile Phone Do Not Call|HQ Phone|"
        "LinkedIn URL|Company Name|Company Website|Company Industry|Company Size|Company Country|City|Country|Source|Last Verified"
    ).split("|")
    dice = Dice(11)
    firms = companies(dice)
    found = [p for c, n in (("DE", 600), ("AT", 120), ("FR", 240), ("GB", 240)) for p in people(dice, firms[c], n)]
    rows = []
    for n, p in enumerate(found):
        if n % 50 == 21:  # one mailbox in fifty is private
            p.privately(dice)
        where = dice.below(100)
        if where < 60:
            source = "Public web"
            said = dict(source_kind="public-website", source_named="category", collection_method="web-scraping-crawling", notice_timing="declared-in-time")
        elif where < 92:
            source = "Business partner"
            said = dict(source_kind="partner", source_named="category", collection_method="syndication", notice_timing="declared-in-time")
        else:  # about one row in twelve names the vendor itself
            source = "Proprietary database"
            said = dict(source_kind="vendor-internal", source_named="vendor-itself")
        delivery = dice.below(20)
        status, tested = ("Verified", "confirmed") if delivery < 17 else ("Catch-all", "catch-all") if delivery < 19 else ("Unverified", "unverified")
        numbers = p.country != "AT"
        mobile = numbers and n % 3 == 0
        listed = mobile and p.country == "GB" and n % 5 == 0
        verified = day("2026-02-02", 260, dice)
        truth.row(
            **{**contact(p, lia_cover="documented", suppression_match="clear"), **said, "_verified": verified},
            phone_kind="blank" if not numbers else "mobile" if mobile else "direct-line" if n % 2 else "company-line",
            phone_country_match="agrees" if numbers else "blank",
            social_account="present",
            record_age=age(verified),
            lawful_basis="legitimate-interest",
            basis_evidence="documented",
            mail_status=tested,
            dnc_status=("listed" if listed else "clear") if mobile else "blank",
            role_relevance="in-profile",
        )
        rows.append(
            [p.first, p.last, f"{p.first} {p.last}", p.title, "Manager", "Operations", p.email, status, p.phone if numbers and n % 2 else "", p.mobile if mobile else ""]
            + [("TRUE" if listed else "FALSE") if mobile else "", p.phone[:-1] + "0" if numbers else "", slug(p, n), p.company.name, f"https://www.{p.company.domain}"]
            + ["Machinery Manufacturing", p.company.size, COUNTRIES[p.country], p.company.city, COUNTRIES[p.country], source, verified.isoformat()]
        )
    files["contacts_dach_fr_uk.csv"] = delimited(header, rows, ",", "\n")
    truth.key("source-registered", "registered", "registered", "unregistered")
    truth.key("source-chain", "direct", "missing-link", "blank")
    truth.key("source-terms", "unrecorded", "unrecorded", "blank")
    truth.key("source-purpose", "blank", "blank", "blank")
    truth.key("declared-countries", "agrees")
    truth.key("declared-address-kinds", "contradicts")
    vendor = "Contactfield Example Inc."
    sources = [
        ("public-web", "Public web", "public-website", "web-scraping-crawling"),
        ("partner", "Business partner", "partner", "syndication"),
    ]
    register = "[" + ", ".join(
        f'{{ id = "{i}", matches = ["{m}"], source-type = "{k}", method = "{how}", notice = {{ within = "P1M" }} }}' for i, m, k, how in sources
    ) + "]"
    controller = '[{ legal-name = "Contactfield Example Ltd", role = "independent-controller", country = "IE", register-number = "EX 000000", contact = "privacy@contactfield-example.com" }]'
    facts = [
        ("gdpr.controllers", controller, "controller-to-controller-agreement", "1"),
        ("gdpr.legal-basis", '["eu-gdpr:A6-1-f"]', "privacy-notice", "2"),
        ("gdpr.countries", '["DE", "AT", "FR", "GB"]', "controller-to-controller-agreement", "1"),
        ("gdpr.channels", '["email", "phone"]', "controller-to-controller-agreement", "1"),
        ("gdpr.address-kinds", '["professional"]', "privacy-notice", "1"),
        ("gdpr.sources", register, "privacy-notice", "1"),
        ("gdpr.legitimate-interest.assessment", quote("papers/legitimate-interest-assessment.pdf"), "legitimate-interest-assessment", "1"),
        ("gdpr.notice.text", quote("papers/art14-notice.pdf"), "art14-notice", "1"),
        ("gdpr.retention.vendor-deletes-after", '"P36M"', "privacy-notice", "3"),
        ("gdpr.transfers.outside-eea", "false", "controller-to-controller-agreement", "4"),
        ("gdpr.special-categories.present", "false", "dpia", "2"),
    ]
    dossier(
        files,
        "contactfield",
        "2026-q4",
        ["email", "phone"],
        declared=False,
        documents=papers.documents(files, vendor, CLAIMED, "en"),
        answers=facts,
        items=["purpose-and-offer", "suppression-list", "channel-plan"],
        acquired="self-export",
    )
    suppression(files)


def zoominfo_notice(files, truth):
    """An enriched export with the day of the notice and markers for the Union, but neither source nor basis."""
    header = (
        "Record ID|Match status|ZoomInfo Contact ID|Last Name|First Name|Middle Name|Salutation|Suffix|Job Title|Job Function|Management Level|Company Division Name|"
        "Direct Phone Number|Email Address|Email Domain|Department|Supplemental Email|Mobile phone|Contact Accuracy Score|Contact Accuracy Grade|"
        "ZoomInfo Contact Profile URL|LinkedIn Contact Profile URL|Notice Provided Date|Known First Name|Known Last Name|Known Full Name|Free Email|Generic Email|"
        "Malformed Email|Person Has Moved|Person Looks Like EU|Within EU|Person Street|Person City|Person State|Person Zip Code|Country|Company Name|Website"
    ).split("|")
    dice = Dice(12)
    firms = companies(dice, ("DE", "FR", "GB", "US"))
    found = [p for c, n in (("DE", 350), ("FR", 200), ("GB", 250), ("US", 100)) for p in people(dice, firms[c], n)]
    rows = []
    for n, p in enumerate(found):
        europe = p.country in EUROPE
        denied = europe and n % 9 == 4  # one row in nine of the Union's is flagged as outside
        second = ""
        bins = contact(p, suppression_match="on-buyer-list" if p.phone == LISTED else "clear")
        if n % 30 == 11:  # one row in thirty has a private mailbox beside the business one
            bins = dict(bins, mail_domain="freemail", mail_nature="personal", mail_match="consumer-mailbox")
            second = f"{p.box}.beispiel@gmail.com"
        told = day("2024-03-04", 960, dice)
        if n % 33 == 5:
            told = None
        elif n % 90 == 7:  # a day that has not come yet
            told = later(told, 1200)
        mobile = n % 4 == 1
        truth.row(
            **bins,
            phone_kind="mobile" if mobile else "direct-line",
            phone_country_match="agrees",
            social_account="present",
            post_address="business",
            **informed(told, None),
            lawful_basis="legitimate-interest",
            basis_evidence="declared",
            eu_flag="denies-scope" if denied else "agrees",
            source_evidence="vendor-page",
            role_relevance="in-profile",
        )
        within = "No" if denied else "Yes" if europe else "No"
        rows.append(
            [n + 1, "Full Match", 1700000000 + n, p.last, p.first, "", "", "", p.title, "Operations", "Manager", "", p.phone, p.email, p.company.domain, "Operations", second]
            + [p.mobile if mobile else "", 80 + dice.below(19), "A", f"https://app.zoominfo.com/#/apps/profile/person/{1700000000 + n}", slug(p, n), american(told)]
            + ["Yes", "Yes", "Yes", "No", "No", "No", "No", within, within, p.company.street, p.company.city, "", p.company.postcode]
            + [COUNTRIES[p.country], p.company.name, f"www.{p.company.domain}"]
        )
    files["enhance_results.csv"] = delimited(header, rows, ",", "\r\n")
    vendor = "Contactfield Example Inc."
    dossier(
        files,
        "contactfield-zoom",
        "2026-10",
        ["email", "phone"],
        declared=False,
        documents=papers.documents(files, vendor, ["privacy-notice", "art14-notice", "security-certificate"], "en"),
        answers=[("gdpr.legal-basis", '["eu-gdpr:A6-1-f"]', "privacy-notice", "2")],
        items=["suppression-list"],
        acquired="self-export",
    )
    suppression(files)


def apollo_freemail(files, truth):
    """A platform's export. Its website says that private addresses of contacts in the Union are never delivered; four in a
    hundred are, one address in twelve is guessed from a pattern, and one contact in forty has a private number."""
    header = (
        "First Name|Last Name|Title|Company Name|Company Name for Emails|Email|Email Status|Primary Email Source|Primary Email Verification Source|Email Confidence|"
        "Primary Email Catch-all Status|Primary Email Last Verified At|Seniority|Departments|Sub Departments|Contact Owner|Work Direct Phone|Home Phone|Mobile Phone|"
        "Corporate Phone|Other Phone|Do Not Call|Stage|Lists|Last Contacted|Account Owner|# Employees|Industry|Keywords|Person Linkedin Url|Website|City|State|Country|"
        "Company Address|Company City|Company State|Company Country|Company Phone|Apollo Contact Id|Apollo Account Id|Secondary Email|Secondary Email Status"
    ).split("|")
    dice = Dice(13)
    firms = companies(dice, ("DE", "FR", "GB", "NL", "US"))
    found = [p for c, n in (("DE", 500), ("FR", 350), ("NL", 200), ("GB", 250), ("US", 200)) for p in people(dice, firms[c], n)]
    rows = []
    for n, p in enumerate(found):
        if n % 25 == 3:
            p.privately(dice)
        bins, second = contact(p), ""
        if n % 50 == 14:  # and one row in fifty has a second, private one
            second = f"{p.box}.beispiel@gmail.com"
            bins = dict(bins, mail_domain="freemail", mail_nature="personal", mail_match="consumer-mailbox")
        guessed, unproved = n % 12 == 5, n % 12 == 6
        status = "Extrapolated" if guessed else "Unverified" if unproved else "Verified"
        verified = day("2026-01-05", 300, dice)
        numbers = p.country in ("DE", "FR", "GB", "US")
        home, mobile = numbers and n % 40 == 9, numbers and n % 3 == 0
        direct = numbers and n % 2 == 0
        truth.row(
            **bins,
            phone_kind="blank" if not numbers else "home-line" if home else "mobile" if mobile else "direct-line" if direct else "company-line",
            phone_country_match="agrees" if numbers else "blank",
            social_account="present",
            post_address="business",
            mail_origin="pattern-guessed" if guessed else "enriched",
            mail_status="unverified" if guessed or unproved else "confirmed",
            lawful_basis="legitimate-interest",
            basis_evidence="declared",
            dnc_status="listed" if n % 25 == 8 else "clear",
            role_relevance="in-profile",
        )
        number = lambda wanted, text: f"'{text}" if wanted else ""  # as the platform guards it against spreadsheets
        rows.append(
            [p.first, p.last, p.title, p.company.name, p.company.name.split()[0], p.email, status, "Apollo", "Apollo", "", "Not Catch-all", verified.strftime("%Y-%m-%dT07:00:00+00:00")]
            + ["Manager", "Operations", "", "someone.beispiel@beispiel-maschinenbau-beispiel.de", number(direct, p.phone), number(home, p.phone[:-1] + "4"), number(mobile, p.mobile)]
            + [number(numbers, p.phone[:-1] + "0"), "", "TRUE" if n % 25 == 8 else "FALSE", "Cold", "Maschinenbau Q4", "", "", p.company.size, "machinery", ""]
            + [slug(p, n), f"http://www.{p.company.domain}", p.company.city, "", COUNTRIES[p.country], f"{p.company.street}, {p.company.city}", p.company.city, ""]
            + [COUNTRIES[p.country], number(numbers, p.phone[:-1] + "0"), f"66{n:022x}", f"5f{n % 97:022x}", second, "Verified" if second else ""]
        )
    truth.key("declared-address-kinds", "contradicts")
    files["apollo-contacts-export.csv"] = delimited(header, rows, ",", "\n")
    dossier(
        files,
        "apollo-export",
        "2026-11",
        declared=False,
        answers=[("gdpr.address-kinds", '["professional"]', None, None), ("gdpr.legal-basis", '["eu-gdpr:A6-1-f"]', None, None)],
        items=[],
        acquired="self-export",
    )


LEGAL = [
    # of a hundred rows, the customer system's own wording, and what it says
    (46, "Legitimate interest – prospect/lead", "legitimate-interest"),
    (58, "Legitimate interest – existing customer", "legitimate-interest"),
    (64, "Legitimate interest - other", "legitimate-interest"),
    (78, "Freely given consent from contact", "consent"),
    (85, "Legitimate interest – prospect/lead;Freely given consent from contact", "multiple"),
    (89, "Performance of a contract", "contract"),
    (98, "Not applicable", "exempt-claim"),
    (100, "", "blank"),
]


def hubspot_crm(files, truth):
    """Somebody's customer system, sold on: the wording is that of the system, and states the basis of its former owner."""
    header = (
        "Record ID|First Name|Last Name|Email|Phone Number|Mobile Phone Number|Job Title|Company Name|Website URL|City|State/Region|Country/Region|Postal Code|Industry|"
        "Number of Employees|Annual Revenue|LinkedIn URL|Lifecycle Stage|Lead Status|Contact owner|Create Date|Last Modified Date|Original Traffic Source|"
        "Legal basis for processing contact's data|Marketing contact status|Unsubscribed from all email|Email hard bounce reason|Date of birth|Gender|Marital Status"
    ).split("|")
    dice = Dice(14)
    firms = companies(dice, ("DE", "AT", "FR", "GB", "NL"))
    found = [p for c, n in (("DE", 300), ("AT", 100), ("FR", 150), ("NL", 100), ("GB", 150)) for p in people(dice, firms[c], n)]
    rows = [header]
    for n, p in enumerate(found):
        roll = dice.below(100)
        wording, basis = next((w, b) for limit, w, b in LEGAL if roll < limit)
        created = day("2021-04-06", 2000, dice)
        gone = n % 33 == 12
        number = p.phone if p.country not in ("NL", "AT") else None
        born = day("1964-01-01", 12000, dice) if n % 16 == 2 else None
        truth.row(
            **contact(p),
            **collected(created),
            phone_kind="fixed-line" if number else "blank",
            phone_country_match="agrees" if number else "blank",
            lawful_basis=basis,
            _basis=wording or None,
            basis_evidence="blank" if basis == "blank" else "recorded",
            objection_status="objected" if gone else "clear",
            role_relevance="no-profile",
        )
        rows.append(
            [51000 + n, p.first, p.last, p.email, number, None, p.title, p.company.name, p.company.domain, p.company.city, None, COUNTRIES[p.country], p.company.postcode]
            + ["Machinery", p.company.size, None, None, "lead", "open", "Vertrieb Nord", serial(created), serial(later(created, dice.below(200)))]
            + [dice.of(["Offline Sources", "Organic Search", "Direct Traffic"]), wording, "Marketing contact" if n % 2 else "Non-marketing contact", "true" if gone else "false"]
            + [None, serial(born), dice.of(["female", "male"]) if born else None, "married" if born and n % 3 == 0 else None]
        )
    files["hubspot-crm-exports-all-contacts.xlsx"] = containers.workbook([("Contacts", False, rows)])
