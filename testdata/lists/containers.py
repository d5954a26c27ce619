"""PDF and XLSX files that are the same bytes on every machine.

zlib's output differs between its implementations (zlib, zlib-ng) and libraries stamp the day, so both containers are written by
hand here: a DEFLATE encoder with fixed codes, a ZIP with one fixed date, a PDF without any date of its own.
"""

import struct
import zlib
from xml.sax.saxutils import escape

# ── DEFLATE (RFC 1951), fixed Huffman codes, greedy matches of at least four bytes ─────────────────────────────────
LENGTHS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258]
LENGTH_BITS = [0] * 8 + [1] * 4 + [2] * 4 + [3] * 4 + [4] * 4 + [5] * 4 + [0]
DISTANCES = [1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145, 8193, 12289, 16385, 24577]


def deflate(data):
    out, hold, held = bytearray(), 0, 0

    def put(value, bits):
        nonlocal hold, held
        hold |= value << held
        held += bits
        while held >= 8:
            out.append(hold & 255)
            hold >>= 8
            held -= 8

    def code(value, bits):
        put(int(format(value, f"0{bits}b")[::-1], 2), bits)

    def symbol(s):
        if s < 144:
            code(0x30 + s, 8)
        elif s < 256:
            code(0x190 + s - 144, 9)
        elif s < 280:
            code(s - 256, 7)
        else:
            code(0xC0 + s - 280, 8)

    put(1, 1)
    put(1, 2)
    seen, at = {}, 0
    while at < len(data):
        key = data[at : at + 4]
        before = seen.get(key)
        seen[key] = at
        if before is None or len(key) < 4 or at - before > 32768:
            symbol(data[at])
            at += 1
            continue
        length = 4
        while length < 258 and at + length < len(data) and data[before + length] == data[at + length]:
            length += 1
        i = max(k for k, n in enumerate(LENGTHS) if n <= length)
        symbol(257 + i)
        put(length - LENGTHS[i], LENGTH_BITS[i])
        j = max(k for k, n in enumerate(DISTANCES) if n <= at - before)
        code(j, 5)
        put(at - before - DISTANCES[j], max(0, j // 2 - 1))
        at += length
    symbol(256)
    put(0, (8 - held) % 8)
    return bytes(out)


# ── ZIP, every entry deflated and dated 1 October 2026, 08:00 ──────────────────────────────────────────────────────
TIME, DATE = 8 << 11, (2026 - 1980) << 9 | 10 << 5 | 1


def archive(entries):
    body, directory = bytearray(), bytearray()
    for name, data in entries:
        name, packed = name.encode(), deflate(data)
        shared = struct.pack("<HHHHHLLLH", 20, 0, 8, TIME, DATE, zlib.crc32(data), len(packed), len(data), len(name))
        directory += b"PK\x01\x02" + struct.pack("<H", 20) + shared + struct.pack("<HHHHLL", 0, 0, 0, 0, 0, len(body)) + name
        body += b"PK\x03\x04" + shared + struct.pack("<H", 0) + name + packed
    end = struct.pack("<HHHHLLH", 0, 0, len(entries), len(entries), len(directory), len(body), 0)
    return bytes(body + directory + b"PK\x05\x06" + end)


# ── XLSX ───────────────────────────────────────────────────────────────────────────────────────────────────────────
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def column(n):
    return (chr(64 + n // 26) if n >= 26 else "") + chr(65 + n % 26)


def workbook(sheets):
    """`sheets`: (name, hidden, rows). A cell is text, a number (int, float), a day as ("day", serial) or None."""
    texts = {}

    def cell(value, reference):
        if value is None or value == "":
            return ""
        if isinstance(value, str):
            return f'<c r="{reference}" t="s"><v>{texts.setdefault(value, len(texts))}</v></c>'
        if isinstance(value, tuple):
            return f'<c r="{reference}" s="1"><v>{value[1]}</v></c>'
        return f'<c r="{reference}"><v>{value}</v></c>'

    pages = []
    for _, _, rows in sheets:
        lines = (
            f'<row r="{n}">' + "".join(cell(v, f"{column(i)}{n}") for i, v in enumerate(row)) + "</row>" for n, row in enumerate(rows, 1)
        )
        pages.append(f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{"".join(lines)}</sheetData></worksheet>')
    count = range(1, len(sheets) + 1)
    parts = "".join(f'<Override PartName="/xl/worksheets/sheet{i}.xml" ContentType="{SHEET}.worksheet+xml"/>' for i in count)
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{i}" r:id="rId{i}"{" state=" + chr(34) + "hidden" + chr(34) if hidden else ""}/>'
        for i, (name, hidden, _) in enumerate(sheets, 1)
    )
    links = "".join(f'<Relationship Id="rId{i}" Type="{RELS}/worksheet" Target="worksheets/sheet{i}.xml"/>' for i in count)
    styles = (
        '<fonts count="1"><font/></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>'
        '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>'
    )
    strings = "".join(f'<si><t xml:space="preserve">{escape(t)}</t></si>' for t in texts)
    last = len(sheets)
    entries = [
        (
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{SHEET}.sheet.main+xml"/>{parts}'
            f'<Override PartName="/xl/styles.xml" ContentType="{SHEET}.styles+xml"/>'
            f'<Override PartName="/xl/sharedStrings.xml" ContentType="{SHEET}.sharedStrings+xml"/></Types>',
        ),
        (
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" Type="{RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        ),
        ("xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{RELS}"><sheets>{listed}</sheets></workbook>'),
        (
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships">{links}<Relationship Id="rId{last + 1}" Type="{RELS}/styles" Target="styles.xml"/>'
            f'<Relationship Id="rId{last + 2}" Type="{RELS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        ),
        ("xl/styles.xml", f'<styleSheet xmlns="{MAIN}">{styles}</styleSheet>'),
        ("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}" uniqueCount="{len(texts)}">{strings}</sst>'),
    ]
    entries = [(name, (HEAD + text).encode()) for name, text in entries]
    entries += [(f"xl/worksheets/sheet{i}.xml", page.encode()) for i, page in enumerate(pages, 1)]
    return archive(entries)


# ── PDF, one page of Helvetica ─────────────────────────────────────────────────────────────────────────────────────
def page(lines):
    quote = lambda t: t.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode("cp1252", "replace")
    stream = b"BT /F 11 Tf 14 TL 60 780 Td\n" + b"".join(b"(" + quote(line) + b") Tj T*\n" for line in lines) + b"ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length " + str(len(stream)).encode() + b" >>\nstream\n" + stream + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    out, places = bytearray(b"%PDF-1.4\n"), []
    for n, text in enumerate(objects, 1):
        places.append(len(out))
        out += f"{n} 0 obj\n".encode() + text + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode() + b"".join(f"{p:010} 00000 n \n".encode() for p in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)
