"""What comes with a list: its bytes, the vendor's declaration, the buyer's dossier, the buyer's suppression list."""

import csv
import io

import papers
from papers import array, quote, sha256, table
from people import Dice, companies, people

BUYER = "Beispiel Maschinenbau AG"
VENDOR = "Musterdaten Kontakthandel GmbH"
FRENCH_VENDOR = "Fichiers Pro Exemple SAS"
DUTCH_VENDOR = "Bedrijfsdata Voorbeeld B.V."
HOST = "Webinarhaus Beispiel GmbH"


def delimited(header, rows, delimiter, end, before="", after="", encoding="utf-8"):
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end)
    writer.writerow(header)
    writer.writerows(rows)
    return (before + out.getvalue() + after).encode(encoding)


def package(name, data, rows, fields, encoding, format="csv"):
    """Block 1: what was delivered. `fields`: (header, canonical column or None)."""
    lines = [f'  {{ name = {quote(h)}, type = "string"' + (f", rdfType = {quote('urn:beleg:field:' + c)}" if c else "") + " }," for h, c in fields]
    return "\n".join(
        [
            table("[package]", {"name": quote(name.rsplit(".", 1)[0]), "created": quote("2026-10-30T08:00:00Z")}),
            table(
                "[[package.resources]]",
                {"name": quote("contacts"), "path": quote(name), "format": quote(format), "encoding": quote(encoding), "bytes": len(data), "hash": quote("sha256:" + sha256(data)), "rows": rows},
            ),
            "[package.resources.schema]\nfields = [\n" + "\n".join(lines) + "\n]\n",
        ]
    )


CONTACTS = {"DE": "datenschutz@musterdaten-beispiel.de", "FR": "donnees@fichiers-pro-exemple.fr", "NL": "privacy@bedrijfsdata-voorbeeld.nl"}


def declaration(files, vendor, country, package, gdpr, kinds, language="de", more=""):
    head = f'beleg-declaration = "1"\ndeclared-by = {quote(vendor)}\ndeclared-at = "2026-11-02"\n'
    controller = table(
        "[[gdpr.controllers]]",
        {"legal-name": quote(vendor), "role": quote("independent-controller"), "country": quote(country), "contact": quote(CONTACTS[country])},
    )
    parts = [head, package, gdpr, controller, more, papers.vendor_papers(files, vendor, kinds, language)]
    files["declaration.beleg.toml"] = "\n".join(p for p in parts if p).encode()


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
            "legal-basis": quote(basis) if basis else None,
            **facts,
        },
    )


# what a register of sources says that was kept with care
SHOWN = {
    "source-purpose": '{ is = "direct-marketing", document = "source-register" }',
    "source-terms": '{ is = "permitted", document = "source-register" }',
}
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


def notice(first, last, share, languages=()):
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
            "languages": array(languages) if languages else None,
        },
    )


def gdpr(basis, countries, channels, *blocks, recipients=(BUYER,), retention="P24M"):
    head = table(
        "[gdpr]",
        {
            "vocabulary": quote("https://w3id.org/dpv/2.3"),
            "purposes": array(["dpv:DirectMarketing"]),
            "legal-basis": array([basis]),
            "countries": array(countries),
            "channels": array(channels),
            "recipients": array(recipients),
            "address-kinds": array(["professional"]),
        },
    )
    rest = [
        table("[gdpr.objections]", {"suppression-applied-at": quote("2026-10-29"), "rows-removed": 37}),
        table("[gdpr.retention]", {"vendor-deletes-after": quote(retention), "buyer-deletes-by": quote("2027-11-01")}),
        table("[gdpr.transfers]", {"outside-eea": "false"}),
        table("[gdpr.special-categories]", {"present": "false"}),
    ]
    return "\n".join([head, *blocks, *rest])


def dossier(files, vendor, delivery, channels=None, declared=True, documents="", items=True, answers=(), reviews=(), acquired="file", countries=("DE", "FR", "AT", "GB")):
    """`items`: the buyer's own papers that are at hand; True for all."""
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
        "countries": array(countries),
        "channels": array(channels) if channels else None,
        "suppress": array(["sperrliste.csv"]) if items and (items is True or "suppression-list" in items) else None,
        "notice-day": "2026-11-30" if items is True else None,
        "first-contact": "2026-12-07" if items is True else None,
        "rights-route": '{ mailbox = "auskunft@beispiel-maschinenbau-beispiel.de", in-charge = "dpo", within = "P1M" }' if items is True else None,
    }
    if items is True:
        reviews = [*reviews, ("template-elements", "own/message-template.pdf", "complete")]
    parts = [
        "\n".join(f"{k} = {v}" for k, v in head.items() if v is not None) + "\n",
        table("[buyer]", buyer),
        documents,
        papers.facts(answers),
        papers.items(files, BUYER, papers.BUYER if items is True else items) if items else "",
        papers.reviews(reviews),
    ]
    files["dossier.toml"] = "\n".join(p for p in parts if p).encode()


LISTED = "+49 30 23125999"


def suppression(files, matching=()):
    """The buyer's list: addresses, a domain, a number; `matching` are the ones that the delivery holds, spelt in other ways."""
    dice = Dice(77)
    others = people(dice, companies(dice)["AT"], 40)
    lines = [p.email for p in others] + ["widerspruch-beispiel.de", LISTED]
    lines += [e.upper() if i % 2 else f"{e.replace('@', '+news@')}" for i, e in enumerate(matching)]
    files["sperrliste.csv"] = ("\n".join(sorted(lines)) + "\n").encode()
