"""Writes the papers of the transcript `dossier`: invented content, as small as the formats allow, always the same bytes."""

import zipfile
from pathlib import Path

HERE = Path(__file__).parent


def pdf(name, pages):
    """A PDF with one text object per page; a page without lines bears none, as a scan."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    for lines in pages:
        shown = b"\n".join(b"(" + line.encode("cp1252").replace(b"(", b"\\(").replace(b")", b"\\)") + b") Tj T*" for line in lines)
        content = b"BT /F 11 Tf 14 TL 60 780 Td\n" + shown + b"\nET" if lines else b"q Q"
        at = len(objects) + 1
        kids.append(b"%d 0 R" % at)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
            b"/Encoding /WinAnsiEncoding >> >> >> >>" % (at + 1)
        )
        objects.append(b"<< /Length %d >>\nstream\n" % len(content) + content + b"\nendstream")
    objects[1] = b"<< /Type /Pages /Kids [" + b" ".join(kids) + b"] /Count %d >>" % len(kids)
    out, places = b"%PDF-1.4\n", []
    for n, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % n + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % p for p in places)
    out += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    (HERE / name).write_bytes(out)


def docx(name, paragraphs):
    """A DOCX of plain paragraphs."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{p}</w:t></w:r></w:p>" for p in paragraphs)
    parts = {
        "[Content_Types].xml": '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>',
    }
    with zipfile.ZipFile(HERE / name, "w") as archive:
        for path, text in parts.items():
            archive.writestr(zipfile.ZipInfo(path, (2026, 1, 1, 0, 0, 0)), text)


pdf(
    "post/package.pdf",
    [
        ["Musterdaten Kontakthandel GmbH", "Interessenabwägung zum Verkauf von Geschäftskontakten", "Stand: 20.08.2026", "", "Schritt 1: das Interesse"],
        ["Schritt 2: die Erforderlichkeit", "Schritt 3: die Abwägung"],
        ["Löschkonzept", "Vierundzwanzig Monate nach der Erhebung wird gelöscht."],
    ],
)
pdf("post/scan.pdf", [[]])
docx("post/register.docx", ["Quellenverzeichnis", "Fassung vom 1. September 2026", "Impressum: Kontaktseiten der Arbeitgeber", "Partner NL: Voorbeeld Bedrijfsdata B.V."])
pdf("own/assessment.pdf", [["Eigene Interessenabwägung der Beispiel Maschinenbau AG", "20. Oktober 2026"]])
