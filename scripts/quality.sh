#!/usr/bin/env bash
# Runs the scorers of ../shared/eval on their development data and puts their tables
# into QUALITY.md, between the markers
#
#     <!-- make quality: NAME --> … <!-- end -->
#
# where NAME is `spans` (figures, dates, quotes: score.py, misses.py), `summaries` (summary.py) or
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
} >"$tables/spans" || fail "score.py failed."

say "summaries"
# The peers are sumy's; without it only the lead stands beside the program.
peers=lead
if python3 -c 'import sumy' 2>/dev/null; then peers=all; else say "sumy is missing (../shared/eval/requirements.txt): no peers but the lead"; fi
summaries() {
    local data=$1 system=$2
    shift 2
    [ -f "$shared/data/$data.jsonl" ] || { say "no data for $data"; return 0; }
    printf '    python3 ../shared/eval/summary.py --data ../shared/eval/data/%s.jsonl --system %s --system PROGRAM %s\n\n' "$data" "$system" "$*"
    python3 "$shared/summary.py" --data "$shared/data/$data.jsonl" --system "$system" --system "$program" "$@" | sed -E 's/^(.+)$/    \1/' ||
        fail "summary.py failed on $data."
    echo
}
{
    for data in summary_ar_dev summary_en_dev; do
        summaries "$data" "$peers"
        summaries "$data" "$peers" --whole
    done
    summaries summary_en_bbc_valid lead
} >"$tables/summaries"

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
