"""Makes filled.xlsx and slips.xlsx: questionnaires of `beleg declare --form xlsx`, filled as a spreadsheet program would.

    beleg declare --form xlsx -o blank.xlsx --lang en --time 2026-11-23T10:00:00Z && python3 fill.py
"""

import re
import zipfile

QUESTIONS, SOURCES, DOCUMENTS = (f"xl/worksheets/sheet{n}.xml" for n in (2, 3, 4))


def texts(book):
    shared = book.read("xl/sharedStrings.xml").decode()
    return [re.sub("<[^>]+>", "", s) for s in re.findall("<si>(.*?)</si>", shared, re.S)]


def cell_of(book, address):
    """The answer's cell beside its address in column E."""
    sheet, known = book.read(QUESTIONS).decode(), texts(book)
    for row, at in re.findall(r'<c r="E(\d+)"[^>]*t="s"><v>(\d+)</v>', sheet):
        if known[int(at)] == address:
            return QUESTIONS, f"C{row}"
    raise KeyError(address)


def fill(name, answers):
    with zipfile.ZipFile("blank.xlsx") as book:
        sheets = {n: book.read(n).decode() for n in (QUESTIONS, SOURCES, DOCUMENTS)}
        for where, said in answers.items():
            sheet, cell = where if isinstance(where, tuple) else cell_of(book, where)
            value = f"<f>{said[1:]}</f><v>1</v>" if said.startswith("=") else f"<is><t>{said}</t></is>"
            kind = "" if said.startswith("=") else ' t="inlineStr"'
            pattern = rf'<c r="{cell}"( s="\d+")?/>'
            assert re.search(pattern, sheets[sheet]), where
            sheets[sheet] = re.sub(pattern, rf'<c r="{cell}"\1{kind}>{value}</c>', sheets[sheet])
        with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as out:
            for member in book.namelist():
                data = sheets.get(member) or book.read(member)
                out.writestr(zipfile.ZipInfo(member, (2026, 11, 23, 10, 0, 0)), data, zipfile.ZIP_DEFLATED)


fill("filled.xlsx", {
    "declared-by": "Musterdaten Kontakthandel GmbH",
    "gdpr.controllers[1].country": "de",
    "gdpr.countries": "DE, AT",
    "gdpr.channels": "E-Mail, post",
    "gdpr.notice.share-notified": "97,5 %",
    "gdpr.notice.log": "log",
    "gdpr.consent.used": "no",
    "gdpr.retention.vendor-deletes-after": "24 months",
    (SOURCES, "C6"): "Impressum; Firmenwebseite",
    (SOURCES, "D6"): "website or imprint of the employer",
    (SOURCES, "I6"): "1.6.2026",
    (DOCUMENTS, "B6"): "log",
    (DOCUMENTS, "C6"): "log of the notices sent",
    (DOCUMENTS, "D6"): "papers/log.csv",
})
fill("slips.xlsx", {
    "declared-by": '="Muster"&amp;"daten"',
    "gdpr.countries": "Germany",
    "gdpr.channels": "emial",
    "gdpr.notice.first-sent": "10/11/2025",
    "gdpr.notice.share-notified": "97",
    "gdpr.consent.used": "partly",
    (SOURCES, "D7"): "publik register",
    (DOCUMENTS, "E6"): "yesterday",
})
