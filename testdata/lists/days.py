"""Days of a list, and what an audit as of 2026-11-23 counts from them; written from the rules, not from the program."""

import calendar
import datetime

AS_OF = datetime.date(2026, 11, 23)
RECEIVED = datetime.date(2026, 11, 2)
GDPR = datetime.date(2018, 5, 25)
MONTHS = [1, 3, 6, 12, 24, 36, 60]


def day(first, spread, dice):
    return datetime.date.fromisoformat(first) + datetime.timedelta(days=dice.below(spread))


def later(date, days):
    return date + datetime.timedelta(days=days)


def german(date):
    return date.strftime("%d.%m.%Y") if date else ""


def french(date):
    return date.strftime("%d/%m/%Y") if date else ""


def dutch(date):
    return date.strftime("%d-%m-%Y") if date else ""


def american(date):
    return date.strftime("%m/%d/%Y") if date else ""


def serial(date):
    """As a workbook keeps it."""
    return ("day", (date - datetime.date(1899, 12, 30)).days) if date else None


def add_months(date, n):
    year, month = divmod(date.year * 12 + date.month - 1 + n, 12)
    return datetime.date(year, month + 1, min(date.day, calendar.monthrange(year, month + 1)[1]))


def working(date):
    """The next day that is not in a weekend."""
    while date.weekday() > 4:
        date = later(date, 1)
    return date


def age(date):
    """Months up to the as-of date."""
    if date is None:
        return "blank"
    if date > AS_OF:
        return "future"
    for n in MONTHS:
        if AS_OF <= add_months(date, n):
            return f"up-to-{n}-month" + "s" * (n > 1)
    return "over-60-months"


def dated(date):
    if date is None:
        return "blank"
    return "future" if date > AS_OF else "before-gdpr" if date < GDPR else "since-gdpr"


def notice(informed, collected):
    """Months from collection to notice."""
    if informed is None:
        return "blank"
    if informed > AS_OF:
        return "future"
    if collected is None:
        return "not-comparable"
    if informed < collected:
        return "before-collection"
    for n in (1, 2, 3, 6, 12):
        if informed <= working(add_months(collected, n)):
            return f"up-to-{n}-month" + "s" * (n > 1)
    return "over-12-months"


def disclosure(informed, disclosed=RECEIVED):
    """The notice against the day on which the buyer got the list."""
    if informed is None:
        return "blank"
    return "after-disclosure" if informed > disclosed else "same-day" if informed == disclosed else "before-disclosure"


def order(*days, delivered=RECEIVED):
    """Collected, verified, exported: each not after the next, all not after the delivery. None is a day that nobody gives."""
    known = [d for d in days if d]
    if not known:
        return "blank"
    if any(d > AS_OF for d in known):
        return "future"
    steps = known + [delivered]
    if any(a > b for a, b in zip(steps, steps[1:])):
        return "out-of-order"
    return "in-order" if len(known) == len(days) else "incomplete"
