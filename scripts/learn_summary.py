#!/usr/bin/env python3
"""Learns the weights of a summary's features, and writes src/summary/weights.rs.

    python3 scripts/learn_summary.py ../shared/eval      needs cargo, and Python 3.11 with numpy

Nobody has marked the best sentences of many articles, but editors have said of many what
they are about: in the headline, and on a web page in the description that search engines
show. The three sentences that share most with it stand in for the best three. Where the
headline is what they are measured by, the feature `title` would be its own proof and is
left out; the descriptions weigh it.

The weights are those under which these sentences are likeliest drawn (a softmax of the
score over each article's sentences), held by a Gaussian prior to the weights that
reasoning gave (REASONED) as far as the data do not say otherwise, with the same spread for
each. Articles whose best sentences readers have marked
(summary_*_dev.jsonl) are left out: the weights know nothing of what they are judged by.

Prints the tables of docs/SUMMARY.md, and what another spread would give on standard error.
The same data give the same weights again.
"""

import gzip
import html
import json
import math
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent

# What reasoning says before any data: docs/SUMMARY.md gives the reasons.
REASONED = {
    "position": 1.0,
    "lead": 0.3,
    "opening": 0.05,
    "title": 0.8,
    "centrality": 0.7,
    "content": 0.3,
    "length": -0.4,
    "background": -0.3,
    "dangling": -0.25,
    "question": -0.4,
    "unbalanced": -0.4,
    "speech": -0.3,
}
# What makes a sentence stand alone and read well, and what a reader looks for beside the
# news itself: a headline says nothing of these, so they are not learned.
KEPT = ("content", "length", "background", "dangling", "question", "unbalanced", "speech")
FOLDS = 5
# How far off a reasoned weight may be: the prior's standard deviation.
SPREAD = 0.2
RIGID = 1e6
BEST = 3
# No set of articles counts for more than this many: two thirds of all are the BBC's.
MOST = 80


# ------------------------------------------------------------------- articles


def article(kind, id, title, paragraphs, about):
    blocks = [{"kind": "paragraph", "text": p.strip()} for p in paragraphs if p.strip()]
    return {"set": kind, "about": about, "request": {"id": f"{kind} {id}", "title": title, "blocks": blocks}}


def rows(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def meta(page, *names):
    for name in names:
        for tag in re.findall(r"<meta\s[^>]*>", page, re.I):
            if re.search(rf"(?:property|name)\s*=\s*[\"']?{name}[\"'\s>]", tag, re.I):
                content = re.search(r"content\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", tag, re.I)
                if content:
                    return html.unescape(content[1] or content[2] or "").strip()
    return ""


def read(data):
    marked = {r["title"].strip() for lang in ("ar", "en") for r in rows(data / f"summary_{lang}_dev.jsonl")}
    for path in sorted((data / "arabic-gold").glob("*.txt")):
        title, body = path.read_text(encoding="utf-8").split("\n", 1)
        if title.strip() not in marked:
            yield article("arabic-gold", path.stem, title, body.split("\n"), title)
    for row in rows(data / "quotes_en_polnear_dev.jsonl"):
        title, *body = row["text"].split("\n\n")
        yield article("polnear", row["id"], title, [p for p in body if p.strip() != "ABSTRACT."], title)
    for row in rows(data / "dates_quotes_en_gum_news.jsonl"):
        if row["title"].strip() not in marked:
            yield article("gum", row["id"], row["title"], row["text"].split("\n")[2:], row["title"])
    for row in rows(data / "summary_en_bbc_valid.jsonl"):
        title, *body = row["document"].split("\n")
        yield article("bbc", row["id"], title, body, title)
    for key, truth in sorted(json.loads((data / "pages/ground-truth.json").read_text()).items()):
        page = gzip.open(data / f"pages/html/{key}.html.gz", "rt", encoding="utf-8", errors="replace").read()
        title, about = meta(page, "og:title", "twitter:title"), meta(page, "og:description", "description")
        body = truth["articleBody"].split("\n")
        if title:
            yield article("pages", key, title, body, title)
            # A description of many lines is the article itself.
            if 40 <= len(about) <= 400:
                yield article("descriptions", key, title, body, about)


# ------------------------------------------------------------------- targets

WORD = re.compile(r"[^\W_]+")
MARKS = re.compile(r"[\u0610-\u061a\u064b-\u065f\u0670\u0640]")
LETTERS = str.maketrans("أإآٱىؤئة", "اااايويه")


def words(text):
    """Folded words cut to five letters, the Arabic article put aside: near enough to stems for counting."""
    found = WORD.findall(MARKS.sub("", text).translate(LETTERS).lower())
    return [re.sub(r"^(?:[وفبك]?ال|لل)(?=...)", "", w)[:5] for w in found]


def target(sentences, about):
    """Of the sentences that share most with a text, each one's part, by tf-idf cosine; None where none shares enough."""
    bags = [Counter(words(s)) for s in sentences]
    held = Counter(w for bag in bags for w in bag)
    idf = lambda w: math.log((len(bags) + 1) / (held[w] + 0.5))
    vector = lambda bag: {w: n * max(idf(w), 0.05) for w, n in bag.items()}
    norm = lambda v: math.sqrt(sum(x * x for x in v.values())) or 1.0
    wanted = vector(Counter(w for w in words(about) if held[w]))
    shared = []
    for bag in bags:
        v = vector(bag)
        shared.append(sum(x * wanted.get(w, 0.0) for w, x in v.items()) / norm(v) / norm(wanted))
    best = sorted(range(len(bags)), key=lambda i: -shared[i])[:BEST]
    part = np.zeros(len(bags))
    part[best] = [shared[i] for i in best]
    return part / part.sum() if part.sum() > 0 else None


def examples(program, data):
    """Of each article its set, its sentences' features (rows) and their parts of the target."""
    found = list(read(data))
    lines = "".join(json.dumps(a["request"], ensure_ascii=False) + "\n" for a in found)
    done = subprocess.run([program, "--explain"], input=lines, capture_output=True, text=True, encoding="utf-8", check=True)
    names = None
    made = []
    for a, line in zip(found, done.stdout.splitlines(), strict=True):
        answer = json.loads(line)
        names = answer["features"]
        sentences = answer["sentences"]
        # Of few sentences nearly all are the best.
        if len(sentences) < 2 * BEST:
            continue
        part = target([s["text"] for s in sentences], a["about"])
        if part is not None:
            features = np.array([s["features"] for s in sentences])
            if a["set"] != "descriptions":
                features[:, names.index("title")] = 0.0
            made.append((a["set"], features, part))
    counts = Counter(m[0] for m in made)
    # An article's part of the target sums to its weight.
    return names, [(k, f, part * min(1.0, MOST / counts[k])) for k, f, part in made]


# ------------------------------------------------------------------- learning


def odds(features, weights):
    score = features @ weights
    e = np.exp(score - score.max())
    return e / e.sum()


def likelihoods(made, weights):
    """Of each article, the log of how likely its best sentences are drawn."""
    return np.array([part @ np.log(odds(features, weights)) for _, features, part in made])


def held(names, spread):
    """How strongly each weight is held to its prior."""
    return np.array([RIGID if n in KEPT else 1 / spread**2 for n in names])


def learn(made, prior, strengths):
    """The likeliest weights. Newton's method on how sure the softmax is (`scale`, free) and
    on how far each weight is off its prior (held)."""
    scale = 2.0
    off = np.zeros(len(prior))
    for _ in range(4):
        held_by = np.append(0.0, strengths / scale**2)
        both = np.append(scale, off)
        for _ in range(20):
            weights = both[0] * prior + both[1:]
            gradient = -held_by * both
            curve = np.diag(held_by)
            for _, features, part in made:
                p, counts = odds(features, weights), part.sum()
                whole = np.column_stack([features @ prior, features])
                centred = whole - p @ whole
                gradient += (part - counts * p) @ whole
                curve += counts * centred.T @ (centred * p[:, None])
            step = np.linalg.solve(curve, gradient)
            both += step
            if np.abs(step).max() < 1e-6:
                break
        scale, off = both[0], both[1:]
    return prior + off / scale, scale


def hit(made, weights):
    """The share of the three best by score that are among the target's."""
    share = [np.mean(part[np.argsort(-(features @ weights), kind="stable")[:BEST]] > 0) for _, features, part in made]
    return float(np.mean(share))


def main(shared):
    subprocess.run(["cargo", "build", "--quiet", "--release", "--features", "cli", "--bin", "khulasa"], cwd=ROOT, check=True)
    meta = subprocess.run(["cargo", "metadata", "--no-deps", "--format-version", "1"], cwd=ROOT, capture_output=True, check=True)
    program = Path(json.loads(meta.stdout)["target_directory"]) / "release/khulasa"
    names, made = examples(str(program), shared / "data")
    prior = np.array([REASONED[n] for n in names])
    dice = np.random.default_rng(7)
    fold = dice.permutation(len(made)) % FOLDS
    print("| prior's spread | better than reasoned by, held out |" + "".join(f" {n} |" for n in names if n not in KEPT), file=sys.stderr)
    rigid = np.full(len(names), RIGID)
    for spread in (0.05, 0.1, SPREAD, 0.4, 0.8):
        better = np.zeros(len(made))
        for k in range(FOLDS):
            train = [m for m, f in zip(made, fold) if f != k]
            test = [m for m, f in zip(made, fold) if f == k]
            for sign, strengths in ((1, held(names, spread)), (-1, rigid)):
                weights, scale = learn(train, prior, strengths)
                better[fold == k] += sign * likelihoods(test, weights * scale)
        weights, _ = learn(made, prior, held(names, spread))
        error = np.std(better) * math.sqrt(len(made))
        cells = "".join(f" {w:.2f} |" for n, w in zip(names, weights) if n not in KEPT)
        print(f"| {spread} | {better.sum():.1f} ± {error:.1f} |{cells}", file=sys.stderr)
    weights, scale = learn(made, prior, held(names, SPREAD))
    final = np.round(weights, 2)
    draws = []
    for _ in range(20):
        sample = [made[i] for i in dice.integers(0, len(made), len(made))]
        draws.append(learn(sample, prior, held(names, SPREAD))[0])
    spread = np.std(draws, axis=0)
    counts = Counter(m[0] for m in made)
    print(f"scale {scale:.2f};", ", ".join(f"{k} {n}" for k, n in counts.items()), file=sys.stderr)
    print("| feature | reasoned | learned | ± |\n| --- | --- | --- | --- |")
    for n, p, w, s in zip(names, prior, final, spread):
        print(f"| {n} | {p:g} | {w:g} | {'kept' if n in KEPT else f'{s:.2f}'} |")
    print("\n| set | articles | reasoned | learned |\n| --- | --- | --- | --- |")
    for k in [*counts, None]:
        some = [m for m in made if k in (None, m[0])]
        print(f"| {k or 'all'} | {len(some)} | {hit(some, prior):.3f} | {hit(some, final):.3f} |")
    write(names, final)


def write(names, weights):
    (ROOT / "src/summary/weights.rs").write_text(
        f"""//! How much each feature of a sentence counts. Written by `scripts/learn_summary.py`, not
//! by hand; `docs/SUMMARY.md` says how the weights come about.

pub const FEATURES: usize = {len(names)};

/// Where `title` stands.
pub const TITLE: usize = {names.index("title")};

pub const WEIGHTS: [f32; FEATURES] = [
{chr(10).join(f"    {f'{w:.2f},':<6} // {n}" for n, w in zip(names, weights))}
];

#[cfg(feature = "cli")]
pub const NAMES: [&str; FEATURES] = [
{chr(10).join(f'    "{n}",' for n in names)}
];
""",
        encoding="utf-8",
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
