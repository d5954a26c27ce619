"""Writes the files of this folder. Every one is a pitfall seen in vendor files; cases.toml says what is to be read.

Run by hand: python3 testdata/reading/make.py. People and companies are invented.
"""
import io
import os
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))


def write(name, data, encoding="utf-8"):
    if isinstance(data, str):
        data = data.encode(encoding)
    with open(os.path.join(HERE, name), "wb") as f:
        f.write(data)


HEAD = "Vorname,Nachname,E-Mail,Ort\n"
ANNA = "Anna,Berg,anna.berg@kofelblick-beispiel.de,Ulm\n"
BERT = "Bert,Tal,bert.tal@kofelblick-beispiel.de,Graz\n"

write("clean.csv", HEAD + ANNA + BERT)
write("duplicate-headers.csv", "E-Mail,E-Mail,Ort,Ort\na@kofelblick-beispiel.de,b@kofelblick-beispiel.de,Ulm,Graz\n")
write("empty-headers.csv", "Vorname,,E-Mail,\nAnna,x,anna@kofelblick-beispiel.de,y\n")
write("trailing-in-header.csv", "Vorname;E-Mail;\nAnna;anna@kofelblick-beispiel.de\nBert;bert@kofelblick-beispiel.de\n")
write("trailing-in-rows.csv", "Vorname;E-Mail\nAnna;anna@kofelblick-beispiel.de;\nBert;bert@kofelblick-beispiel.de;\n")
write("ragged.csv", HEAD + ANNA + "Cara,See,cara@kofelblick-beispiel.de\n" + "Dora,Moor,dora@kofelblick-beispiel.de,Bern,CH\n" + BERT)
write("quoted-breaks.csv", '"Vor\nname","Nachname","E-Mail"\n"Anna","Berg\r\nHuber","anna@kofelblick-beispiel.de"\n"Bert, jun.","Tal ""der Große""","bert@kofelblick-beispiel.de"\n')
write("bare-quotes.csv", 'Firma,Artikel\nRohr KG,12" Rohr\nDuo GmbH,"5"" Rohr"\n')
write("unclosed-quote.csv", HEAD + '"Anna,Berg,anna.berg@kofelblick-beispiel.de,Ulm\n' + '"Bert",Tal,bert.tal@kofelblick-beispiel.de,Graz\n' + "Cara,See,cara@kofelblick-beispiel.de,Wels\n")
write("unclosed-at-end.csv", HEAD + ANNA + '"Bert,Tal,bert.tal@kofelblick-beispiel.de,Graz\n')
write("backslash-quotes.csv", HEAD + '"Anna \\"Anni\\"",Berg,anna.berg@kofelblick-beispiel.de,Ulm\n' + BERT)
write("separator-in-header.csv", "Vorname,E-Mail,Ort,Land\nAnna,anna@kofelblick-beispiel.de,Ulm\nBert,bert@kofelblick-beispiel.de,Graz\n")
write("utf8-bom.csv", "\ufeff" + HEAD + "Jörg,Groß,joerg@kofelblick-beispiel.de,Köln\n")
write("utf16le.csv", ("\ufeff" + HEAD + "Jörg,Groß,joerg@kofelblick-beispiel.de,Köln\n").encode("utf-16-le"))
write("utf16be.csv", ("\ufeff" + HEAD + "Jörg,Groß,joerg@kofelblick-beispiel.de,Köln\n").encode("utf-16-be"))
write("windows-1252.csv", "Vorname;Nachname;E-Mail;Straße\r\nJörg;Groß;joerg@kofelblick-beispiel.de;Müllerstraße 5 – Hof\r\n", "cp1252")
write("windows-1252-undefined.csv", "Vorname;Nachname;Straße\r\nJörg;Groß;Müllerstraße\r\n".encode("cp1252") + b"Bert;T\x81l;Stra\xdfe\r\n")
write("utf8-damaged.csv", (HEAD + "Jörg,Groß,joerg@kofelblick-beispiel.de,Köln\n").encode() + b"J\xf6rg,Tal,jt@kofelblick-beispiel.de,Ulm\n" + "Käthe,Moor,k@kofelblick-beispiel.de,Ölbronn\n".encode())
write("cr-only.csv", (HEAD + ANNA + BERT).replace("\n", "\r"))
write("crlf.csv", (HEAD + ANNA + BERT).replace("\n", "\r\n"))
write("mixed-ends.csv", HEAD.replace("\n", "\r\n") + ANNA + BERT.replace("\n", "\r") + ANNA + BERT.replace("\n", ""))
write("nul.csv", HEAD + ANNA + "Be\0rt,Tal,bert.tal@kofelblick-beispiel.de,Graz\n")
write("ctrl-z.csv", HEAD + ANNA + BERT + "\x1a")
write("preamble.csv", "Adressliste Herbst\nStand: 01.10.2026, ohne Gewähr\n\n" + HEAD + ANNA + BERT)
write("notes.csv", 'Notes:\n"When exporting your connection data, you may notice that some of the email addresses are missing."\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nAnna,Berg,https://www.linkedin.com/in/anna-berg-beispiel,,Kofelblick GmbH,Head,23 Nov 2026\n')
write("sep-line.csv", "sep=;\r\nVorname;Nachname;E-Mail\r\nAnna;Berg;anna@kofelblick-beispiel.de\r\n")
write("footer.csv", HEAD + ANNA + BERT + "\nSumme: 2 Datensätze\n© 2026 Musterdaten Kontakthandel\n")
write("totals.csv", "Firma;Umsatz;Ort\nRohr KG;1.234,50;Ulm\nDuo GmbH;2.000,00;Graz\nGesamt;3.234,50;\n")
write("repeated-header.csv", HEAD + ANNA + HEAD + BERT + HEAD)
write("note-within.csv", HEAD + ANNA + "Teil 2 der Liste\n" + BERT)
write("cut-off.csv", HEAD + ANNA + BERT + "Cara")
write("blank-lines.csv", HEAD + "\n" + ANNA + "\n\n" + ",,,\n" + BERT + "  , ,,\n\n")
write("first-line-is-data.csv", ANNA + BERT)
write("header-only.csv", HEAD)
write("one-column.csv", "E-Mail\nanna@kofelblick-beispiel.de\nbert@kofelblick-beispiel.de\n\ncara@kofelblick-beispiel.de\n")
write("no-last-line-end.csv", HEAD + ANNA + BERT.rstrip("\n"))
write("tab.csv", (HEAD + ANNA + BERT).replace(",", "\t"))
write("pipe.csv", "Vorname|Firma|Ort\nAnna|Berg, Tal, Au|Ulm\nBert|Rohr, Kies|Graz\n")
write("leading-zeros.csv", "PLZ,Telefon,Handelsregister\n01067,4.91512E+11,007\n\"01067\",0301234567,\"007\"\n")
write("decimal-comma.csv", "Firma;Mitarbeiter;Umsatz\nRohr KG;10;1.234.567,89\nDuo GmbH;1-10;0,5\n")
write("quoted-semicolon.csv", "Firma;Umsatz;Notiz\n\"Rohr; Kies\";1,5;\"a;b\"\nDuo GmbH;2,5;c\n")
write("all-at-once.csv", ("Firma;Straße;Umsatz\r\n\"Rohr; Söhne\";Hauptstraße 1;1.234,50\r\nDuo GmbH;Müllerweg 2;2,00\r\nSumme;;1.236,50\r\n").encode("cp1252"))
write("break-in-header.csv", 'Vorname,"Telefon\n(privat)",E-Mail\nAnna,+49 30 23125 001,anna@kofelblick-beispiel.de\n')
write("formulas.csv", 'Firma,Telefon,Notiz\n=1+1,+49 30 23125 001,@SUM(A1)\n-,\'+49 30 23125 002,"=HYPERLINK(""x"")"\n')
write("ambiguous-dates.csv", "E-Mail,Erhoben am\na@kofelblick-beispiel.de,01/02/2024\nb@kofelblick-beispiel.de,01/13/2024\n")
write("empty-and-quoted-empty.csv", 'Vorname,Nachname,Ort\n"",,Ulm\nAnna,"",\n')
write("replacement.csv", HEAD + "J\ufffdrg,GroÃŸ,joerg@kofelblick-beispiel.de,Ulm\n")
write("bom-within.csv", HEAD + ANNA + "\ufeff" + HEAD + BERT)

# what is no list, or none that is read
write("empty.csv", b"")
write("blank.csv", "\n\r\n  \n")
write("parquet.csv", b"PAR1" + bytes(64) + b"PAR1")
write("json.csv", '[{"email": "a@kofelblick-beispiel.de"}]\n')
write("gzip.csv", b"\x1f\x8b\x08" + bytes(40))
write("binary.csv", bytes(range(32)) * 20)


def archive(name, members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        for path, text in members.items():
            z.writestr(zipfile.ZipInfo(path, (2026, 11, 23, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
    write(name, out.getvalue())


archive("zip.csv", {"liste.csv": HEAD + ANNA})
archive("ods.xlsx", {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": "<x/>"})

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACK = "http://schemas.openxmlformats.org/package/2006"


def column(n):
    return chr(ord("A") + n)


def cell(row, n, value):
    ref = f"{column(n)}{row}"
    if value is None:
        return ""
    if isinstance(value, tuple):
        kind, text = value
        if kind in ("b", "e"):
            return f'<c r="{ref}" t="{kind}"><v>{text}</v></c>'
        if kind == "f":
            return f'<c r="{ref}"><f>1+1</f><v>{text}</v></c>'
        return f'<c r="{ref}" s="{kind}"><v>{text}</v></c>'
    if isinstance(value, (int, float)):
        return f'<c r="{ref}"><v>{value}</v></c>'
    text = value.replace("&", "&amp;").replace("<", "&lt;")
    return f'<c r="{ref}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def sheet(rows):
    body = "".join(
        f'<row r="{r}">' + "".join(cell(r, n, v) for n, v in enumerate(cells)) + "</row>" for r, cells in rows
    )
    return f'<?xml version="1.0"?><worksheet xmlns="{MAIN}"><sheetData>{body}</sheetData></worksheet>'


def book(name, sheets, date1904=False):
    """sheets: (name, hidden, rows); styles: 1 day, 2 day and time, 3 five digits."""
    types = "".join(
        f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        for i in range(1, len(sheets) + 1)
    )
    listed = "".join(
        f'<sheet name="{n}" sheetId="{i}"{" state=" + chr(34) + "hidden" + chr(34) if hidden else ""} r:id="rId{i}"/>'
        for i, (n, hidden, _) in enumerate(sheets, 1)
    )
    related = "".join(
        f'<Relationship Id="rId{i}" Type="{REL}/worksheet" Target="worksheets/sheet{i}.xml"/>' for i in range(1, len(sheets) + 1)
    )
    members = {
        "[Content_Types].xml": f'<?xml version="1.0"?><Types xmlns="{PACK}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>{types}</Types>',
        "_rels/.rels": f'<?xml version="1.0"?><Relationships xmlns="{PACK}/relationships"><Relationship Id="rId1" Type="{REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<?xml version="1.0"?><workbook xmlns="{MAIN}" xmlns:r="{REL}"><workbookPr date1904="{int(date1904)}"/><sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<?xml version="1.0"?><Relationships xmlns="{PACK}/relationships">{related}<Relationship Id="rId99" Type="{REL}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<?xml version="1.0"?><styleSheet xmlns="{MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="00000"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="22" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>',
    }
    for i, (_, _, rows) in enumerate(sheets, 1):
        members[f"xl/worksheets/sheet{i}.xml"] = sheet(rows)
    archive(name, members)


TABLE = [
    (1, ["Adressliste Herbst"]),
    (3, ["Vorname", "E-Mail", "PLZ", "Erhoben am", "Opt-in", "Mitarbeiter"]),
    (4, ["Anna", "anna@kofelblick-beispiel.de", (3, 1067), (1, 46349), ("b", 1), 12]),
    (5, ["Bert & Co", "bert@kofelblick-beispiel.de", "01067", (2, 46349.5), ("b", 0), ("f", 2.5)]),
    (7, ["Cara", None, ("e", "#N/A")]),
    (8, ["Dora", "dora@kofelblick-beispiel.de", 8, None, None, None, "rechts daneben"]),
    (9, ["Summe", None, None, None, None, 14.5]),
]
book("typed.xlsx", [("Notizen", True, [(1, ["nicht", "lesen"])]), ("Kontakte", False, TABLE)])
book("since-1904.xlsx", [("Kontakte", False, [(1, ["E-Mail", "Erhoben am"]), (2, ["anna@kofelblick-beispiel.de", (1, 46349 - 1462)])])], True)
