"""Summaries of ours and of the classic extractive systems, in one run, as Markdown.

    python3 scripts/summaries.py ../shared/eval PROGRAM [lead | all]

Runs summary.py on the articles whose best sentences readers have marked, three sentences each,
with a paragraph for each sentence and, `--whole`, with the text as one paragraph. Below the table
stands how far the program is ahead, beside the distance that it is to keep. `all` needs sumy
(scripts/setup.sh quality).
"""

import json
import subprocess
import sys
from pathlib import Path

COLUMNS = [("ar", False), ("ar", True), ("en", False), ("en", True)]
# By how much P(best) is to be ahead of the lead, and of every other system.
AHEAD_OF_LEAD = {"ar": 0.10, "en": 0.05}
AHEAD_OF_PEERS = 0.15
PEERS = ("textrank", "lexrank", "luhn", "lsa", "sumbasic")


def run(directory, program, systems, lang, whole):
    """System -> its row of summary.py."""
    command = [sys.executable, directory / "summary.py", "--json", "--budget", "3",
               "--data", directory / "data" / f"summary_{lang}_dev.jsonl", "--system", systems, "--system", program]
    done = subprocess.run(command + ["--whole"] * whole, capture_output=True, text=True, check=True)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    return {"khulasa" if row["system"] == program else row["system"]: row for row in rows}


def main(directory, program, systems="lead"):
    found = {column: run(directory, program, systems, *column) for column in COLUMNS}
    print(f"    python3 scripts/summaries.py ../shared/eval PROGRAM {systems}\n")
    print("P(best): of three sentences chosen, the share that readers marked as telling the story best; ± one")
    print("standard error. In brackets: marked as best or as good enough. Twelve articles a language.\n")
    print("| system | Arabic | Arabic, `--whole` | English | English, `--whole` |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for system in found[COLUMNS[0]]:
        cells = [
            f"{row['mean']['best']:.3f} ± {row['error']['best']:.3f} ({row['mean']['best_or_ok']:.3f})"
            for row in (found[column][system] for column in COLUMNS)
        ]
        print(f"| {system} | {' | '.join(cells)} |")
    print("\n| ahead of | Arabic | Arabic, `--whole` | English | English, `--whole` |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for system in ("lead", *PEERS):
        if system not in found[COLUMNS[0]]:
            continue
        cells = []
        for column in COLUMNS:
            best = {name: row["mean"]["best"] for name, row in found[column].items()}
            least = AHEAD_OF_LEAD[column[0]] if system == "lead" else AHEAD_OF_PEERS
            ahead = best["khulasa"] - best[system]
            cells.append(f"{ahead:+.3f} ({'holds' if ahead >= least else 'short of'} {least:.2f})")
        print(f"| {system} | {' | '.join(cells)} |")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), *sys.argv[2:])
