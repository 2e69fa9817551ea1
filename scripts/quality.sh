#!/usr/bin/env bash
# Runs the scorers of ../shared/eval on their development data and puts their tables
# into QUALITY.md, between the markers
#
#     <!-- make quality: NAME --> … <!-- end -->
#
# where NAME is `spans` (figures, dates, quotes: score.py, misses.py, quote_steps.py), `summaries` (summaries.py, summary.py) or
# `size` (size.mjs, where www/dist/embed is built). What stands outside of the markers
# is left alone; a marker that is missing is an error. Without ../shared it says so.
set -euo pipefail
. "$(dirname "$0")/lib.sh"
cd "$root"

shared=$root/../shared/eval
if [ ! -f "$shared/score.py" ]; then
    say "SKIPPED: quality is measured with ../shared/eval, which is not here"
    exit 0
fi
have python3 || fail "python3 is missing: the scorers are written in it (3.11 or newer)."

cargo build --release --features cli --bin khulasa
target=$(cargo metadata --no-deps --format-version 1 | node -p 'JSON.parse(require("fs").readFileSync(0, "utf8")).target_directory')
program=$target/release/khulasa
[ -x "$program" ] || fail "cargo built no program at ${program#"$root"/}."

tables=$(mktemp -d)
trap 'rm -rf "$tables"' EXIT

say "figures, dates and quotes"
{
    echo '    python3 ../shared/eval/score.py --data ../shared/eval/data'
    echo
    # Seconds differ from run to run and machine to machine: speed is measured elsewhere.
    python3 "$shared/score.py" --data "$shared/data" --system "$program" | sed -E 's/(articles), [0-9.]+ s/\1/; s/^(.+)$/    \1/'
    echo
    python3 scripts/misses.py "$shared" "$program"
    printf '\n### The four steps of quotes, each by itself\n\nJudged only where the steps before it were right; what they rest on is in docs/QUOTES.md.\n\n'
    python3 scripts/quote_steps.py "$shared" "$program"
} >"$tables/spans" || fail "score.py failed."

say "summaries"
# The peers are sumy's; without it only the lead stands beside the program.
"$root/scripts/setup.sh" quality
python=$tools/summarisers/bin/python peers=all
if ! "$python" -c 'import sumy, numpy' 2>/dev/null; then
    say "SKIPPED: the classic summarisers, sumy is not here; the lead alone stands beside the program"
    python=python3 peers=lead
fi
{
    "$python" scripts/summaries.py "$shared" "$program" "$peers" || fail "summaries.py failed."
    bbc=$shared/data/summary_en_bbc_valid.jsonl
    if [ -f "$bbc" ]; then
        printf '\n    python3 ../shared/eval/summary.py --data ../shared/eval/data/%s --system lead --system PROGRAM\n\n' "${bbc##*/}"
        "$python" "$shared/summary.py" --data "$bbc" --system lead --system "$program" | sed -E 's/^(.+)$/    \1/'
    fi
} >"$tables/summaries" || fail "summary.py failed."

if [ -d www/dist/embed ]; then
    node scripts/size.mjs >"$tables/size" || say "size.mjs complains; see the table"
fi

if [ ! -f QUALITY.md ]; then
    cat >QUALITY.md <<'MD'
# Quality, measured

Written by `make quality`, from the development data of `../shared/eval`.

## Figures, dates, quotes

<!-- make quality: spans -->
<!-- end -->

## Summaries

<!-- make quality: summaries -->
<!-- end -->

## What a reader downloads

<!-- make quality: size -->
<!-- end -->
MD
fi

for name in spans summaries size; do
    [ -s "$tables/$name" ] || continue
    grep -q "^<!-- make quality: $name -->\$" QUALITY.md || fail "QUALITY.md has no marker '<!-- make quality: $name -->'."
    awk -v name="$name" -v table="$tables/$name" '
        $0 == "<!-- make quality: " name " -->" {
            print; print ""
            while ((getline line < table) > 0) print line
            print ""
            inside = 1
        }
        inside && $0 == "<!-- end -->" { inside = 0 }
        !inside && $0 != "<!-- make quality: " name " -->" { print }
    ' QUALITY.md | cat -s >"$tables/QUALITY.md"
    cp "$tables/QUALITY.md" QUALITY.md
done
say "QUALITY.md is written"
