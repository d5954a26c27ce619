#!/usr/bin/env python3
"""Makes the deliveries of this folder: lists as vendors ship them, with their declarations and papers. Python 3, nothing else.

    generate.py            writes them beside this file, and truth.json
    generate.py --check    compares what lies here with what would be written; 1 if a byte differs

Everything is invented and the same on every machine. What each delivery is for, and what an audit must say, is in README.md
(for people) and expected.json (for the test); truth.json holds how many rows each check must put into which bin.
"""

import pathlib
import sys

sys.dont_write_bytecode = True
import exports
import honest
import sellers
from truth import Truth, written

HERE = pathlib.Path(__file__).resolve().parent
MAKERS = (
    exports.bare_export,
    honest.honest_vendor,
    honest.honest_flawless,
    sellers.broker_bdsg,
    exports.linkedin_scrape,
    honest.webinar_doi,
    honest.honest_reviewed,
    honest.register_companies,
    exports.platform_claims,
    exports.zoominfo_notice,
    exports.apollo_freemail,
    exports.hubspot_crm,
    sellers.prize_draw,
    sellers.contradicted,
    sellers.stolen_look,
)


def made():
    """Files and truth of every delivery."""
    for make in MAKERS:
        files, truth = {}, Truth()
        make(files, truth)
        truth.close()
        yield make.__name__.replace("_", "-"), files, truth


def main():
    all, truths = {}, {}
    for name, files, truths[name] in made():
        all.update({f"{name}/{path}": data for path, data in files.items()})
    all["truth.json"] = written(truths)
    here = {p.relative_to(HERE).as_posix(): p for name in truths for p in (HERE / name).rglob("*") if p.is_file()}
    here["truth.json"] = HERE / "truth.json"
    if "--check" in sys.argv:
        wrong = [path for path in sorted(here.keys() | all.keys()) if path not in here or not here[path].is_file() or here[path].read_bytes() != all.get(path)]
        for path in wrong:
            print(f"differs: {path}", file=sys.stderr)
        return bool(wrong)
    for path in here.keys() - all.keys():
        here[path].unlink()
    for path, data in all.items():
        (HERE / path).parent.mkdir(parents=True, exist_ok=True)
        (HERE / path).write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
