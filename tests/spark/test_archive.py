#!/usr/bin/env python3
"""The archive's job on Spark in local mode against one run of the program: every line the same.

    test_archive.py PROGRAM     with pyspark and Java at hand; without them it says so and passes
"""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ARTICLES = 10_000
HERE = Path(__file__).parent


def articles():
    """Short articles, no two alike, Arabic and English by turns; one line in the middle is broken."""
    for n in range(ARTICLES):
        if n == ARTICLES // 2:
            yield '{"id": "broken", "text": '
        elif n % 2:
            text = f"The council will spend ${n} million on 3 March 2025. “We have {n} pumps,” said Marta Lindqvist."
            yield json.dumps({"id": str(n), "published": "2025-02-18", "text": text}, ensure_ascii=False)
        else:
            text = f"قال الوزير يوم الاثنين إن نحو {n} عسكريا غادروا الوادي. وأضاف: «لن يعود أحد قبل عام {1950 + n % 100}»."
            yield json.dumps({"id": str(n), "published": "2024-02-20", "text": text}, ensure_ascii=False)


def main():
    program = Path(sys.argv[1]).resolve()
    missing = [name for name, there in [
        ("pyspark", importlib.util.find_spec("pyspark")),
        ("Java", shutil.which("java")),
    ] if not there]
    if missing:
        print(f"SKIPPED: the archive on Spark needs {' and '.join(missing)}")
        return
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder, "articles.jsonl")
        given.write_text("".join(f"{line}\n" for line in articles()), encoding="utf-8")
        with given.open("rb") as lines:
            single = subprocess.run([program], stdin=lines, stdout=subprocess.PIPE)
        assert single.returncode == 1, "a line that is no article shows in the status"
        subprocess.run(
            [sys.executable, HERE / "archive.py", "--program", program, "--partitions", "4", given, Path(folder, "out")],
            check=True,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable},
        )
        parts = sorted(Path(folder, "out").glob("part-*"))
        piped = b"".join(part.read_bytes() for part in parts)
        assert len(parts) >= 4, parts
        assert piped == single.stdout, "Spark's lines are the single run's"
        digests = [json.loads(line) for line in piped.decode().splitlines()]
        assert len(digests) == ARTICLES
        assert [number for number, digest in enumerate(digests) if "error" in digest] == [ARTICLES // 2]
        print(f"{ARTICLES} digests from {len(parts)} partitions are the single run's; the broken line lost only itself")


if __name__ == "__main__":
    main()
