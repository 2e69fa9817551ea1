"""Runs mutants of the core on the tests that reach them.

    python3 mutants/run.py [--sample N] [--seed S] FOLDER [FILE…] > log.tsv

Copies the last commit into FOLDER, puts every mutant of the files (without any: those that decide
values) into it, compiles once, and runs so many of them, drawn by the seed, each on the tests of
TARGETS that reach it. A line for each: number, place, what it was, what it is, and `killed`,
`timeout`, `survived` or `unreached`. FOLDER may be a new one or that of a run before.
"""

import argparse
import json
import os
import random
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATES = "resolve calendar hijri relative lengths ranges clock numeric years shifts"
FILES = [
    "src/number.rs",
    *(f"src/dates/{name}.rs" for name in DATES.split()),
    "src/figures/amount.rs",
    "src/figures/mod.rs",
    "src/text/fold.rs",
    "src/text/token.rs",
]
TARGETS = ["--lib", "--test", "dates", "--test", "figures", "--test", "starting_article", "--test", "text", "--test", "quotes"]
# Tests of speed alone, which no mutant fails but for the limit of time.
SLOW = {"hostile_texts_take_no_longer_than_their_length", "hostile_marks_neither_panic_nor_overlap"}
LIMIT = 60
CARGO = ["cargo", "--config", "profile.dev.opt-level=1", "--config", "profile.dev.debug=false"]
SWITCH = re.compile(rb"mutant::on\((\d+)\)")


def messages(arguments, folder):
    """What cargo says, as JSON, and whether it succeeded."""
    done = subprocess.run([*CARGO, *arguments, "--message-format=json"], cwd=folder, capture_output=True, text=True)
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")], done.returncode == 0


def unpack(folder, *paths):
    archive = subprocess.run(["git", "archive", "HEAD", *paths], cwd=ROOT, stdout=subprocess.PIPE, check=True).stdout
    subprocess.run(["tar", "x", "-C", folder], input=archive, check=True)


def instrument(folder, files):
    """Writes the mutants into the sources; those that do not compile are left out. Gives the others."""
    subprocess.run(["cargo", "build", "--quiet", "--release"], cwd=ROOT / "mutants", check=True)
    tool = ROOT / "mutants/target/release/khulasa-mutants"
    left_out = set()
    while True:
        unpack(folder, "src", "build.rs")
        told = subprocess.run([tool, folder, *files, "--", *left_out], capture_output=True, text=True, check=True)
        said, compiles = messages(["check", "--features", "cli", "--lib"], folder)
        if compiles:
            print(f"{len(left_out)} do not compile", file=sys.stderr)
            return [line.split("\t") for line in told.stdout.splitlines()]
        before = len(left_out)
        for one in said:
            if one["reason"] != "compiler-message" or one["message"]["level"] != "error":
                continue
            for span in one["message"]["spans"]:
                text = (folder / span["file_name"]).read_bytes()
                left_out |= {n.decode() for n in SWITCH.findall(text[: span["byte_start"] + 1])[-1:]}
        if len(left_out) == before:
            raise SystemExit("The mutated sources do not compile, and not for a mutant.")


def run(program, tests, folder, **switches):
    command = [program, "-q", "--test-threads", "1", "--exact", *tests]
    try:
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        return subprocess.run(command, cwd=folder, env={**os.environ, **switches}, timeout=LIMIT, **quiet).returncode
    except subprocess.TimeoutExpired:
        return None


def reached(programs, folder):
    """Which mutants each test reaches: the program and the test's name to their numbers."""
    log = folder / "seen"
    found = {}
    for program in programs:
        listed = subprocess.run([program, "--list"], cwd=folder, capture_output=True, text=True, check=True).stdout
        for name in re.findall(r"^(.*): test$", listed, re.MULTILINE):
            if name in SLOW:
                continue
            log.write_text("")
            if run(program, [name], folder, KHULASA_MUTANTS_SEEN=str(log)) != 0:
                raise SystemExit(f"{name} fails without a mutant.")
            found[program, name] = set(log.read_text().split())
    return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--sample", type=int)
    parser.add_argument("--seed", type=int, default=44)
    parser.add_argument("folder", type=Path)
    parser.add_argument("files", nargs="*", default=FILES)
    asked = parser.parse_args()
    folder = asked.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    unpack(folder)
    mutants = instrument(folder, asked.files)
    said, compiles = messages(["test", "--no-run", "--features", "cli", *TARGETS], folder)
    if not compiles:
        raise SystemExit("The tests do not compile.")
    programs = [one["executable"] for one in said if one["reason"] == "compiler-artifact" and one["profile"]["test"]]
    reaching = reached(programs, folder)
    missed = sum(not any(mutant[0] in seen for seen in reaching.values()) for mutant in mutants)
    print(f"{missed} of {len(mutants)} are reached by no test", file=sys.stderr)
    random.Random(asked.seed).shuffle(mutants)
    results = Counter()
    for mutant in mutants[: asked.sample]:
        result = "unreached"
        for program in programs:
            tests = [name for (of, name), seen in reaching.items() if of == program and mutant[0] in seen]
            if not tests:
                continue
            code = run(program, tests, folder, KHULASA_MUTANT=mutant[0])
            result = "survived" if code == 0 else "timeout" if code is None else "killed"
            if code != 0:
                break
        results[result] += 1
        print(*mutant, result, sep="\t", flush=True)
    print(dict(results), "of", len(mutants), file=sys.stderr)


if __name__ == "__main__":
    main()
