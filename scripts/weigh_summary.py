#!/usr/bin/env python3
"""How much the summary depends on each of its weights.

    python3 scripts/weigh_summary.py ../shared/eval > table.md      needs cargo, and Python 3.11

Builds the program once for each weight of src/summary/weights.rs made a fifth smaller and a fifth
larger, in a folder of its own, and prints P(best) of three sentences (../shared/eval/summary.py) for
each build as a table. It changes nothing in the tree, and chooses nothing: scripts/learn_summary.py learns
the weights, and the table says how much hangs on them.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ROW = re.compile(r"^    (-?[0-9.]+), +// (\w+)$", re.M)


def p_best(program, shared, lang):
    command = [sys.executable, shared / "summary.py", "--json", "--budget", "3", "--system", program,
               "--data", shared / "data" / f"summary_{lang}_dev.jsonl"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)["mean"]["best"]


def build(tree):
    subprocess.run(["cargo", "build", "--quiet", "--features", "cli", "--bin", "khulasa", "--target-dir", tree / "target"],
                   cwd=tree, check=True)
    return str(tree / "target/debug/khulasa")


def main(shared):
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder)
        for name in ("Cargo.toml", "Cargo.lock", "build.rs"):
            shutil.copy(ROOT / name, tree)
        for name in ("src", "benches"):
            if (ROOT / name).exists():
                shutil.copytree(ROOT / name, tree / name)
        file = tree / "src/summary/weights.rs"
        text = file.read_text()
        rows = [(m[2], float(m[1]), m.start(1), m.end(1)) for m in ROW.finditer(text)]
        program = build(tree)
        print("| weight | value | Arabic, −20 % | +20 % | English, −20 % | +20 % |\n| --- | --- | --- | --- | --- | --- |")
        print("| as they are | | {:.3f} | | {:.3f} | |".format(*(p_best(program, shared, lang) for lang in ("ar", "en"))))
        for name, value, at, to in rows:
            cells = {"ar": [], "en": []}
            for factor in (0.8, 1.2):
                file.write_text(f"{text[:at]}{value * factor:.4f}{text[to:]}")
                program = build(tree)
                for lang, found in cells.items():
                    found.append(f"{p_best(program, shared, lang):.3f}")
            print(f"| {name} | {value} | " + " | ".join(cells["ar"] + cells["en"]) + " |", flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
