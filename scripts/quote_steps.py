"""Each step of the quotes room by itself: its precision and recall, as Markdown.

    python3 scripts/quote_steps.py ../shared/eval PROGRAM [--misses STEP]

Arabic: arabic-gold. English: PolNeAR's development half, which names source, cue and content of
attributions with marks and without, but no marked words that are no one's speech: so the precision of
its marks cannot be told. A step is judged only where the steps before it were right: cues on quotes and
reports that match the gold (overlap .8 and .5), names where the cue's gold names anyone, who is meant
by what stands at the cue. `--misses marks|cues|names|who|reported` prints what is wrong instead.
"""

import argparse
import json
from collections import defaultdict
from pathlib import Path

from misses import load_scorer

PRONOUNS = {"he", "she", "they", "it", "i", "we", "who", "him", "her", "them"}
WANTED = {"quotes": 0.8, "reported": 0.5}


class Count:
    """Right ones of those that we give and of those that the gold has."""

    def __init__(self):
        self.right, self.given, self.gold, self.wrong = 0, 0, 0, []

    def add(self, right, given=True, gold=True, note=None):
        self.right += bool(right)
        self.given += bool(given)
        self.gold += bool(gold)
        if not right and note:
            self.wrong.append(note)

    def row(self, step, data, has_precision=True):
        def share(of):
            return f"{self.right / of:.3f} of {of}" if of else "–"

        return f"| {step} | {data} | {share(self.given) if has_precision else '–'} | {share(self.gold)} |"


class Mention:
    """A quote or report of ours, its spans as code points of the article."""

    def __init__(self, article, entry):
        self.start, self.end = article.from_span(entry["span"]) or (-1, -1)
        cue, speaker = entry.get("cue"), entry.get("speaker") or {}
        self.cue = cue and article.from_span(cue["span"])
        self.name = speaker.get("name")
        self.mention = article.from_span(speaker["span"]) if speaker.get("span") else None


def overlap(a, b):
    shared = max(0, min(a[1], b[1]) - max(a[0], b[0]))
    return shared / (a[1] - a[0] + b[1] - b[0] - shared) if shared else 0.0


def pairs(gold, ours, least):
    """(gold, ours) one to one, by the best overlap of at least `least`; then what is left of ours."""
    scored = sorted(((overlap(g[:2], (o.start, o.end)), i, j) for i, g in enumerate(gold) for j, o in enumerate(ours)), reverse=True)
    left_gold, left = dict(enumerate(gold)), dict(enumerate(ours))
    matched = []
    for score, i, j in scored:
        if score >= least and i in left_gold and j in left:
            matched.append((left_gold.pop(i), left.pop(j)))
    return matched, list(left_gold.values()), list(left.values())


def digests(scorer, program, articles):
    run = scorer.run_system(program, articles)
    for article in articles:
        digest = run.digests.get(article.id, {})
        ours = defaultdict(list)
        for entry in digest.get("quotes") or ():
            ours["quotes" if entry.get("direct") else "reported"].append(Mention(article, entry))
        terms = [article.from_span(term["span"]) for term in digest.get("terms") or ()]
        yield article, ours, terms


def arabic(scorer, directory, program, counts):
    _, loaded = scorer.load_sets(argparse.Namespace(data=directory / "data", gold=None, set=["arabic-gold"], half=None, limit=None))["arabic-gold"]
    articles = {case.article.id: case.article for case in loaded.cases}
    for article, ours, terms in digests(scorer, program, list(articles.values())):
        text, path = article.text, directory / "data" / "arabic-gold" / f"{article.id}.json"
        data = json.loads(path.read_text(encoding="utf-8"))
        span = lambda item: (item["at"], item["at"] + len(item["text"]))
        marked = [span(i) for i in data["quotes"] + data["not_quotes"]]
        given = [(q.start, q.end) for q in ours["quotes"]] + terms
        for a in given:
            right = any(overlap(a, b) >= 0.9 for b in marked)
            counts["marks", "arabic-gold"].add(right, gold=False, note=f"not in the gold: {text[slice(*a)]}")
        for b in marked:
            found = any(overlap(a, b) >= 0.9 for a in given)
            counts["marks", "arabic-gold"].gold += 1
            if not found:
                counts["marks", "arabic-gold"].wrong.append(f"missed: {text[slice(*b)]}")
        for kind, least in WANTED.items():
            gold = [(*span(i), i) for i in data[kind]]
            for (_, _, item), our in pairs(gold, ours[kind], least)[0]:
                note = f"{article.id}: {item['text'][:60]}: cue {item['cue']}, {item['speaker_text']} = {item['speaker']}"
                words = lambda pair: text[slice(*pair)] if pair else None
                cue = words(our.cue)
                if item["cue"] or cue:
                    right = cue and item["cue"] and (cue in item["cue"] or item["cue"] in cue)
                    counts["cues", f"arabic-gold {kind}"].add(right, cue, item["cue"], f"{note} / {cue}")
                said = words(our.mention)
                wanted = item["speaker_text"]
                if said or wanted:
                    right = said and wanted and scorer.same_speaker(said, wanted)
                    counts["names", f"arabic-gold {kind}"].add(right, said, wanted, f"{note} / {said}")
                if item["speaker"]:
                    how = "named at the cue" if wanted and scorer.same_speaker(wanted, item["speaker"]) and len(wanted.split()) > 1 else (
                        "a short name, a title or a designation" if wanted else "nothing but the verb")
                    right = scorer.same_speaker(item["speaker"], our.name)
                    counts["who", f"arabic-gold, {how}"].add(right, our.name, True, f"{note} / {our.name}")


def english(scorer, directory, program, counts):
    rows = [json.loads(line) for line in open(directory / "data" / "quotes_en_polnear_dev.jsonl", encoding="utf-8")]
    articles = [scorer.Article(row["id"], row["text"], "en", None) for row in rows]
    by_id = {row["id"]: row for row in rows}
    for article, ours, terms in digests(scorer, program, articles):
        row = by_id[article.id]
        text = row["text"]
        gold = defaultdict(list)
        for quote in row["quotes"]:
            spans = sorted(quote["content_spans"])
            if not spans or not quote["cue_spans"]:
                continue
            for a, b in spans:
                for start, end in scorer.quoted_stretches(text, a, b, quote["fully_quoted"] and text[a] not in "“\"'‘"):
                    if quote["has_quote_marks"]:
                        gold["quotes"].append((start, end, quote))
            # Broken by its cue (`The council, she said, had known`), it reaches over the cue.
            if not any(mark in quote["content"] for mark in "“”\""):
                gold["reported"].append((spans[0][0], spans[-1][1], quote))
        given = [(q.start, q.end) for q in ours["quotes"]] + terms
        for a, b, _ in gold["quotes"]:
            right = any(overlap((a, b), g) >= 0.9 for g in given)
            counts["marks", "polnear"].add(right, False, True, f"missed: {text[a:b]}")
        for kind, least in WANTED.items():
            matched, missed, left = pairs(gold[kind], ours[kind], least)
            if kind == "reported":
                counts["reported", "polnear"].right += len(matched)
                counts["reported", "polnear"].gold += len(gold[kind])
                # What holds marks may be in the gold as a quote, and is not asked for here.
                unmarked = [o for o in left if not any(m in text[o.start : o.end] for m in "“”\"")]
                counts["reported", "polnear"].given += len(matched) + len(unmarked)
                context = lambda a, b: f"{text[max(0, a - 60) : a]}[{text[a:b]}]{text[b : b + 40]}".replace("\n", " ")
                counts["reported", "polnear"].wrong += [f"false: {context(o.start, o.end)} | {o.name}" for o in unmarked]
                counts["reported", "polnear missed"].wrong += [f"missed: {context(a, b)} | {q['source']} {q['cue']}" for a, b, q in missed]
            for (_, _, quote), our in matched:
                note = f"{article.id[:30]}: {quote['content'][:50]!r}: {quote['source']} / {quote['cue']}"
                right = our.cue and any(overlap(our.cue, span) for span in quote["cue_spans"])
                words = text[slice(*our.cue)] if our.cue else None
                counts["cues", f"polnear {kind}"].add(right, our.cue, True, f"{note} / {words}")
                source, spans = quote["source"].strip(), quote["source_spans"]
                if source and spans and source.lower() not in PRONOUNS:
                    said = text[slice(*our.mention)] if our.mention else None
                    right = our.mention and any(s[0] - 1 <= our.mention[0] and our.mention[1] <= s[1] + 1 for s in spans)
                    counts["names", f"polnear {kind}"].add(right, our.mention, True, f"{note} / {said}")
                    right = scorer.same_speaker(scorer.source_name(source), our.name)
                    counts["who", f"polnear {kind}, a name or a designation"].add(right, our.name, True, f"{note} / {our.name}")


def pronouns(scorer, directory, program, counts):
    """The sample that was read: what we say now beside what was found right."""
    path = Path(__file__).resolve().parent.parent / "tests" / "data" / "quotes_pronouns.tsv"
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")][1:]
    wanted = defaultdict(dict)
    for article, offset, speaker, _ in rows:
        wanted[article][int(offset)] = speaker
    texts = {}
    for line in open(directory / "data" / "quotes_en_polnear_dev.jsonl", encoding="utf-8"):
        row = json.loads(line)
        texts[row["id"]] = row["text"]
    articles = [scorer.Article(name, texts[name], "en", None) for name in wanted]
    for article, ours, _ in digests(scorer, program, articles):
        found = {q.start: q.name for q in ours["quotes"]}
        for offset, speaker in wanted[article.id].items():
            name = found.get(offset)
            named = speaker != "-"
            right = scorer.same_speaker(speaker, name) if named else not name
            counts["who", "polnear quotes, a pronoun, read by hand"].add(right, name, True, f"{article.id} {offset}: {speaker} / {name}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", type=Path)
    parser.add_argument("program")
    parser.add_argument("--misses")
    options = parser.parse_args()
    scorer = load_scorer(options.directory.resolve())
    counts = defaultdict(Count)
    for measure in (arabic, english, pronouns):
        measure(scorer, options.directory.resolve(), options.program, counts)
    if options.misses:
        for (step, data), count in counts.items():
            if step == options.misses:
                print(f"== {data}", *count.wrong, sep="\n")
        return
    print("    python3 scripts/quote_steps.py ../shared/eval PROGRAM\n")
    print("| step | data | precision | recall |\n| --- | --- | ---: | ---: |")
    for step in ("marks", "cues", "names", "who", "reported"):
        for (of, data), count in sorted(counts.items()):
            if of == step and count.gold:
                print(count.row(step, data, not (step == "marks" and data == "polnear")))


if __name__ == "__main__":
    main()
