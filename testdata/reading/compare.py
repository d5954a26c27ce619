"""Compares the rows of cases.toml with what Python's csv module reads from the same files.

Run by hand: python3 testdata/reading/compare.py. Where the two differ on purpose, the file stands in DIFFERS with the reason.
"""
import csv
import os
import tomllib

HERE = os.path.dirname(os.path.abspath(__file__))
DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "pipe": "|"}
DIFFERS = {
    "unclosed-quote.csv": "Python lets the quote swallow the next line",
    "unclosed-at-end.csv": "Python reads the broken row",
    "backslash-quotes.csv": "Python lets text follow a closing quote",
    "nul.csv": "Python reads the NUL",
}

with open(os.path.join(HERE, "cases.toml"), "rb") as f:
    cases = tomllib.load(f)["case"]
compared = 0
for case in cases:
    reading = case.get("reading", "").split()
    if not reading or reading[0] != "csv" or case.get("short-rows-blank") or case["file"] in DIFFERS:
        continue
    _, encoding, delimiter, _, _, *header = reading
    encoding = {"utf-8-bom": "utf-8-sig", "utf-16le": "utf-16", "utf-16be": "utf-16"}.get(encoding, encoding)
    with open(os.path.join(HERE, case["file"]), encoding=encoding, errors="surrogateescape", newline="") as f:
        rows = list(csv.reader(f, delimiter=DELIMITERS[delimiter]))
    skip = int(header[1]) if header else 0
    names = rows[skip - 1] if skip else None
    columns = case["columns"].split()
    keep = [i for i, c in enumerate(columns) if c != "-"]
    bad = int(case.get("ledger").split("quarantined ")[1].split()[0]) if "quarantined" in case["ledger"] else 0
    foot = int(case.get("ledger").split("footer ")[1].split()[0]) if "footer" in case["ledger"] else 0
    data = [r for r in rows[skip:] if any(c.strip(" \x1a") for c in r)]
    data = data[: len(data) - foot]
    data = [r for r in data if names is None or [r[0].lstrip("\ufeff")] + r[1:] != names]
    fit = [r for r in data if len(r) == len(columns) and not any(0xDC80 <= ord(c) <= 0xDCFF for x in r for c in x)]
    assert len(data) - len(fit) == bad, (case["file"], len(data), len(fit), bad)
    got = sorted([r[i] for i in keep] for r in fit)
    assert got == sorted(case.get("rows", [])), (case["file"], got, case.get("rows"))
    compared += 1
print(f"{compared} files agree; {len(DIFFERS)} differ on purpose")
