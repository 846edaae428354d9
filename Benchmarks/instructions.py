"""Instructions per byte of text of each stage, counted by callgrind: a figure that no busy machine disturbs.

Counts the second pass over a fixed sample of the embedded demonstration corpus, and compares it with Thresholds/.
"""

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

from bench import HERE, Texts

THRESHOLDS = HERE / "Thresholds/instructions.json"
SAMPLE = 200
STAGES = {
    "segment": "words of ICU's rules, UTF-8 to UTF-16 included",
    "tokens": "and folding, elision, stem, key",
    "match-forms": "and the forms of the embedded referential, spans kept",
    "exact": "forms, guards, grammars and stance, no linker",
    "extract": "the product: grammars, linker, ranking, stance",
}
PEERS = {"ubrk-utf8": "ICU called from C", "normalise": "ICU called from C, folding, elision, light stem"}


def count(command, scratch):
    """Instructions spent below the symbol bench_pass."""
    out = scratch / "callgrind.out"
    out.unlink(missing_ok=True)
    subprocess.run(
        ["valgrind", "--tool=callgrind", "--collect-atstart=no", "--toggle-collect=bench_pass",
         f"--callgrind-out-file={out}", *map(str, command)],
        check=True, cwd=HERE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        # Hash tables are laid out alike in each run.
        env={**os.environ, "SWIFT_DETERMINISTIC_HASHING": "1"},
    )
    for line in out.read_text().splitlines():
        if line.startswith(("summary:", "totals:")):
            return int(line.split()[1])
    raise RuntimeError("callgrind wrote no total")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scratch", default=".bench-quick")
    parser.add_argument("action", choices=["show", "check", "accept"])
    options = parser.parse_args()
    scratch = (HERE / options.scratch).resolve()
    size = Texts(scratch).bytes(SAMPLE)
    program = HERE / ".build/release/bench"
    measured = {
        stage: count([program, "pass", stage, SAMPLE, "--scratch", scratch], scratch) / size for stage in STAGES
    }
    for stage in PEERS:
        measured[stage] = count([scratch / "icu_words", scratch, stage, SAMPLE], scratch) / size
    written = json.loads(THRESHOLDS.read_text()) if THRESHOLDS.exists() else {}
    failed = False
    for stage, value in measured.items():
        entry = written.get(stage, {})
        limit = entry.get("per_byte", 0) * (1 + entry.get("tolerance", 0.05))
        verdict = ""
        if stage in STAGES and entry and value > limit:
            failed, verdict = True, "  above the threshold"
        elif stage in STAGES and entry and value < 0.8 * entry["per_byte"]:
            verdict = "  well below: `make thresholds` lowers it"
        wanted = f"(threshold {limit:8.1f})" if entry and stage in STAGES else ""
        print(f"{stage:14} {value:10.1f} instructions a byte {wanted}{verdict}")
    if options.action == "accept":
        entries = {
            stage: {"per_byte": round(measured[stage], 1), "tolerance": 0.05, "reason": reason}
            for stage, reason in {**STAGES, **PEERS}.items()
        }
        THRESHOLDS.write_text(json.dumps(entries, ensure_ascii=False, indent=2) + "\n")
    return 1 if failed and options.action == "check" else 0


if __name__ == "__main__":
    sys.exit(main())
