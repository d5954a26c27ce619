"""What the generators know of their own rows: the bin of every check, told while a row is made. An audit must count the same.

Nothing here is taken from the program. A check that a list says nothing about is left out: all its rows are `blank`.
"""

import collections
import json

from days import age, dated, disclosure, notice
from people import ACCESS

TERRITORIES = {"GB": "uk", "US": "elsewhere"}


# values that rows share: what a row is told under a name that begins with _, and the check that counts how it is spread
SHARED = {"_collected": "collected-day-share", "_verified": "verified-day-share", "_informed": "notice-day-share", "_basis": "basis-value-share"}


def shares(values):
    """One bin per value, by the share of rows that hold it."""
    found = collections.Counter(values)
    total = sum(found.values())
    if not total:
        return ["blank"]

    def bin(n):
        if total < 20:
            return "too-few-rows"
        if n == total:
            return "all-rows"
        bounds = ((95, "over-95-percent"), (50, "up-to-95-percent"), (10, "up-to-50-percent"), (1, "up-to-10-percent"))
        return next((name for percent, name in bounds if n * 100 > total * percent), "up-to-1-percent")

    return [bin(n) for n in found.values()]


# checks of one flag each: what the generators give no address
FLAGS = ("plus-tag", "long-local", "idn", "mixed-script", "person-domain", "business-use", "role-word", "typo", "impossible")


def flags(bin, *given):
    """The bin of every flag, and those that are set."""
    return {f"mail_{f}".replace("-", "_"): "yes" if f in given else bin for f in FLAGS}


class Truth:
    """Rows by their bins, and units of the checks of keys, papers and delivery."""

    def __init__(self):
        self.rows, self.units, self.values = collections.Counter(), {}, {}

    def row(self, **bins):
        for name in [k for k in bins if k.startswith("_")]:
            if (value := bins.pop(name)) is not None:
                self.values.setdefault(name, []).append(value)
        self.rows[tuple(sorted((k.replace("_", "-"), b) for k, b in bins.items() if b != "blank"))] += 1

    def close(self):
        """Counts what rows share."""
        for name, check in SHARED.items():
            self.key(check, *shares(self.values.get(name, [])))
        persons = {}
        for address, person in self.values["_address"]:
            persons.setdefault(address, []).append(person)
        several = lambda p: "several-rows-several-persons" if len(set(p)) > 1 else "several-rows-one-person"
        damaged = ["illegible"] * len(set(self.values.get("_damaged", [])))
        self.key("mail-reuse", *damaged, *(several(p) if len(p) > 1 else "one-row" for p in persons.values()))

    def key(self, check, *bins):
        self.units[check] = collections.Counter(bins)

    def counts(self):
        """Rows per bin of each check that is not blank throughout."""
        total, found = sum(self.rows.values()), {}
        for bins, n in self.rows.items():
            for check, bin in bins:
                found.setdefault(check, collections.Counter())[bin] += n
        for counter in found.values():
            if rest := total - sum(counter.values()):
                counter["blank"] = rest
        return found


def contact(p, **more):
    """A person at the address of a company that names its legal form; own website, own domain, own name in the mailbox."""
    bins = dict(
        country=p.country if p.country != "US" else "other",
        territory=TERRITORIES.get(p.country, "eu"),
        country_source="stated",
        mail_syntax="valid",
        mail_domain="organisation",
        mail_box="named",
        mail_nature="professional-named",
        mail_match="same-host",
        mail_name="matches",
        mail_pattern="first.last",
        mail_trader="no-sign",
        # who is called like a workshop in Spain
        **flags("no", *["role-word"] * (p.last == "Taller")),
        subscriber_kind="company",
        person_data="natural-person",
        minor_signal="none",
        suppression_match="no-list",
        removal_match="no-feed",
        reappearance="no-earlier-delivery",
        lia_cover="no-assessment",
        _address=(p.email.lower(), (p.first, p.last)),
    )
    provider = p.email.rsplit("@", 1)[1]
    if provider != p.company.domain:
        kind = "isp" if provider in ACCESS else "freemail"
        bins.update(mail_domain=kind, mail_nature="personal", mail_match="consumer-mailbox", mail_pattern="other")
    return {**bins, **more}


def collected(date, verified=None):
    """The day of collection, and the day of the last check beside it."""
    return dict(
        collection_date=dated(date),
        collection_age=age(date),
        record_age=age(max(d for d in (date, verified) if d)) if date or verified else "blank",
        _collected=date,
        _verified=verified,
    )


def informed(date, since, **more):
    return dict(notice_timing=notice(date, since), notice_before_disclosure=disclosure(date), _informed=date, **more)


def written(truths):
    """JSON for the test, one check a line."""
    lines = []
    for name, truth in truths.items():
        tables = []
        for kind, table in (("rows", truth.counts()), ("units", truth.units)):
            checks = [f'      "{c}": {json.dumps(dict(sorted(n.items())))}' for c, n in sorted(table.items())]
            tables.append(f'    "{kind}": {{\n' + ",\n".join(checks) + "\n    }" if checks else f'    "{kind}": {{}}')
        lines.append(f'  "{name}": {{\n' + ",\n".join(tables) + "\n  }")
    return ("{\n" + ",\n".join(lines) + "\n}\n").encode()
