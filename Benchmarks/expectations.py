"""Compares what corpus and forms were found to hold with what is written down, and why it is so."""

import argparse
import json
import sys

from bench import HERE


def compare(found, written, label, accept):
    faults = []
    for name, value in found.items():
        entry = written.setdefault(name, {"reason": ""})
        if entry.get("count") != value:
            if accept:
                entry["count"] = value
            else:
                faults.append(f"{label}, {name}: found {value}, expected {entry.get('count')}")
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scratch", default=".bench")
    parser.add_argument("--shared", default="")
    parser.add_argument("--accept", action="store_true")
    options = parser.parse_args()
    counts = json.loads((HERE / options.scratch / "counts.json").read_text())
    name = "shared" if options.shared else "demonstration"
    faults = []
    for file, found in (
        ("Corpora/corpora.json", {key: counts[key] for key in ("records", "documents", "bytes")}),
        ("Patterns/patterns.json", {**counts["labels"], "distinct forms": counts["forms"]}),
    ):
        path = HERE / file
        written = json.loads(path.read_text()) if path.exists() else {}
        faults += compare(found, written.setdefault(name, {}), file, options.accept)
        if options.accept:
            path.write_text(json.dumps(written, ensure_ascii=False, indent=2, sort_keys=True) + "\n")
    for fault in faults:
        print("differs: " + fault)
    # A difference is news, not a failure: cleaning and referentials change, engines must not.
    return 0


if __name__ == "__main__":
    sys.exit(main())
