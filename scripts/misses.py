"""Our F1 beside the best peer's, and the commonest kinds of misses, as Markdown.

    python3 scripts/misses.py ../shared/eval PROGRAM

Scores with score.py's own loading and matching. A miss is of one kind for each set and category:
missed (in the gold, not found), wrong value (found, another value), false hit (found, not in the
gold; a span that overlaps the gold too little is both missed and a false hit). Peers' figures are
those of PEERS.md, on the other half of each set. The cases whose gold contradicts the conventions,
by the tables of docs/CONVENTIONS.md, are left out in a table of its own.
"""

import importlib.util
import re
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace


def load_scorer(directory):
    spec = importlib.util.spec_from_file_location("score", directory / "score.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["score"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def best_peers(text):
    """(set, category) -> the best peer's percentage, out of PEERS.md's table of spans.

    A cell may hold several figures, parted by slashes as the sets (`duckling-money-ar / -en`) or
    the categories (`arabic-gold figures / dates / quotes`) of its row are; `–` is none.
    """
    best = {}
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        names = cells[0].split(" / ")
        if not re.match(r"[a-z0-9]+-[a-z]", names[0]):
            continue
        first, *category = re.split(r"[ ,]+", names[0])
        keys = [(first, category[0] if category and category[0] in ("figures", "dates", "quotes") else None)]
        for name in names[1:]:
            is_other_set = name.startswith("-")
            keys.append((first.rsplit("-", 1)[0] + name, None) if is_other_set else (first, name))
        for cell in cells[1:]:
            figures = [re.match(r"\d+", part.strip()) for part in cell.split(" / ")]
            for key, figure in zip(keys, figures):
                if figure:
                    best[key] = max(best.get(key, 0), int(figure[0]))
    return best


def named_cases(text):
    """set -> the ids of its cases that CONVENTIONS.md names.

    A row of its tables names one set and, in its second cell, numbers and ranges of numbers
    (`124–129, 131`), to which an id adds the set's language (`en124`). Words there (`most`) name none.
    """
    named = {}
    for line in text.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        found = re.fullmatch(r"[a-z0-9]+-[a-z]+-(ar|en)(-unverified)?", cells[0])
        if not found or len(cells) < 2:
            continue
        for first, last in re.findall(r"(\d+)(?:–(\d+))?", cells[1]):
            ids = range(int(first), int(last or first) + 1)
            named.setdefault(cells[0], set()).update(f"{found[1]}{number}" for number in ids)
    return named


def main(directory, program):
    scorer = load_scorer(directory)
    options = SimpleNamespace(data=directory / "data", gold=None, set=None, half=None, limit=None)
    peers = best_peers((directory / "PEERS.md").read_text(encoding="utf-8"))
    conventions = Path(__file__).parent.parent / "docs" / "CONVENTIONS.md"
    named = named_cases(conventions.read_text(encoding="utf-8"))
    beside, without, kinds = [], [], Counter()
    for name, (chosen, loaded) in scorer.load_sets(options).items():
        run = scorer.run_system(program, [case.article for case in loaded.cases])
        left = [case for case in loaded.cases if case.article.id not in named.get(name, ())]
        count = len(loaded.cases) - len(left)
        all_rows, left_rows = (
            scorer.score_set(replace(loaded, cases=cases), chosen.tasks, run)["rows"] for cases in (loaded.cases, left)
        )
        for task, row, left_row in zip(chosen.tasks, all_rows, left_rows):
            if count:
                without.append((name, row["what"], row["value_f1"], count, left_row["value_f1"]))
            peer = peers.get((name, task.category), peers.get((name, None)))
            figure = row["value_f1"] if row["value_f1"] is not None else row["f1"]
            if peer is not None and figure is not None:
                beside.append((name, row["what"], 100 * figure, peer))
            same = scorer.SAME_VALUE.get(task.category)
            for case in left:
                guesses = scorer.predictions(case.article, run.digests.get(case.article.id, {}), Counter())
                gold = [item for item in case.gold.get(task.category, []) if not item.optional]
                matched, _ = scorer.match(gold, guesses[task.category], task.criterion, same)
                kinds[name, row["what"], "wrong value"] += sum(
                    bool(g.values) and not scorer.value_right(g, p, same) for g, p in matched if same
                )
            kinds[name, row["what"], "missed"] += left_row["gold"] - left_row["matched"]
            kinds[name, row["what"], "false hit"] += left_row["predicted"] - left_row["matched"]
    print("### Beside the best peer\n")
    print("F1 with the right value (quotes: F1), per cent; the peers' on the other half of each set.\n")
    print("| set | what | Khulasa | best peer |\n| --- | --- | ---: | ---: |")
    for name, what, ours, peer in beside:
        print(f"| {name} | {what} | {ours:.1f} | {peer} |")
    print("\n### Without the cases whose gold contradicts the conventions\n")
    print("Named, with the reason, in [docs/CONVENTIONS.md](docs/CONVENTIONS.md). F1 with the right value, per cent.\n")
    print("| set | what | all cases | left out | without them |\n| --- | --- | ---: | ---: | ---: |")
    for name, what, all_f1, count, left_f1 in without:
        print(f"| {name} | {what} | {100 * all_f1:.1f} | {count} | {100 * left_f1:.1f} |")
    print("\n### The ten commonest kinds of misses\n")
    print("Of the cases that are left. A span that overlaps the gold too little counts as missed and as a false hit.\n")
    print("| set | what | kind | count |\n| --- | --- | --- | ---: |")
    for (name, what, kind), count in kinds.most_common(10):
        print(f"| {name} | {what} | {kind} | {count} |")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), sys.argv[2])
