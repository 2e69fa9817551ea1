#!/usr/bin/env bash
# Runs every test there is, in five parts:
#
#     native    cargo test: the core and the native program
#     wasm      wasm-pack test in headless Chromium: the page and the boundary
#     node      node --test: the shell's modules, without a browser
#     browser   node --test: whole pages in Chromium, Firefox and WebKit
#     package   node --test: the npm package, in bundlers, Node and Chromium, and the examples of docs/
#
# `scripts/test.sh PART…` runs some of them. Stops at the first that fails and says
# which. A part in which no test ran has failed. Logs lie in target/tests/.
set -euo pipefail
. "$(dirname "$0")/lib.sh"
cd "$root"

parts=${*:-native wasm node browser package}
for part in $parts; do
    case $part in native | wasm | node | browser | package) ;; *) fail "usage: scripts/test.sh [native|wasm|node|browser|package]…" ;; esac
done

scripts/setup.sh test
logs=$root/target/tests
rm -rf "$logs"
mkdir -p "$logs"
# The shell's tests import the package, the browser tests open what was built.
case " $parts " in *" node "* | *" browser "* | *" package "*) node scripts/build.mjs ;; esac

# shown LOG COMMAND…: runs it with its output on the screen and in the log.
shown() {
    local log=$1
    shift
    "$@" 2>&1 | tee "$log"
    return "${PIPESTATUS[0]}"
}
broken() { fail "the $1 tests FAILED" "Alone: scripts/test.sh $1      Log: ${logs#"$root"/}/$1.log"; }
# A number summed over the lines of a log: added LOG 's/sed expression/\1/p'
added() { sed -nE "$2" "$1" | awk '{ all += $1 } END { print all + 0 }'; }
rust_passed() { added "$1" 's/.*test result: ok\. ([0-9]+) passed.*/\1/p'; }

native() {
    shown "$logs/native.log" cargo test --all-features || broken native
    [ "$(rust_passed "$logs/native.log")" -gt 0 ] || { say "no native test ran"; broken native; }
}

# The targets that hold wasm-bindgen tests. The others need what only a native build has.
wasm_targets() {
    if grep -rqs wasm_bindgen_test src; then echo "--lib"; fi
    local file
    for file in tests/*.rs; do
        if grep -qs wasm_bindgen_test "$file"; then echo "--test $(basename "$file" .rs)"; fi
    done
}
wasm() {
    local targets driver
    targets=$(wasm_targets | tr '\n' ' ')
    [ -n "$targets" ] || { say "there is no wasm-bindgen test under src or tests"; broken wasm; }
    driver=$(node -p 'JSON.parse(require("fs").readFileSync(process.argv[1], "utf8")).chromium?.driver ?? ""' "$tools/browsers.json")
    if [ -z "$driver" ]; then
        [ -z "${CI:-}" ] || { say "no Chromium here, and in CI nothing is skipped"; broken wasm; }
        say "SKIPPED: the wasm tests need Chromium and its driver"
        return 0
    fi
    # shellcheck disable=SC2086  # the targets are several words
    with_wasm_toolchain shown "$logs/wasm.log" \
        wasm-pack test --mode no-install --headless --chrome --chromedriver "$driver" . $targets || broken wasm
    [ "$(rust_passed "$logs/wasm.log")" -gt 0 ] || { say "no wasm test ran"; broken wasm; }
}

# node_tests NAME FILE…: readable on the screen, and node's own closing lines after it.
node_tests() {
    local name=$1 passed
    shift
    [ $# -gt 0 ] || { say "there is no $name test to run"; broken "$name"; }
    # One file at a time: a browser a core is what these tests are written for.
    node --test --test-concurrency=1 \
        --test-reporter=spec --test-reporter-destination=stdout \
        --test-reporter=tap --test-reporter-destination="$logs/$name.log" "$@" || broken "$name"
    passed=$(added "$logs/$name.log" 's/^# pass ([0-9]+)$/\1/p')
    if [ "$passed" -eq 0 ]; then
        # Where no browser can be had, every test says so and is skipped; anything else is a mistake.
        [ "$name" = browser ] && [ -z "${CI:-}" ] && [ "$(added "$logs/$name.log" 's/^# skipped ([0-9]+)$/\1/p')" -gt 0 ] ||
            { say "no $name test passed"; broken "$name"; }
    fi
}
node_files() { find tests www -name '*.test.mjs' -not -path 'tests/browser/*' -not -path 'tests/package/*' -not -path 'www/dist/*' 2>/dev/null | sort; }
node_part() {
    # shellcheck disable=SC2046  # no test file has a blank in its name
    node_tests node $(node_files)
}
browser() {
    # shellcheck disable=SC2046
    node_tests browser $(find tests/browser -name '*.test.mjs' | sort)
}

package() {
    scripts/setup.sh package
    node scripts/package.mjs
    # shellcheck disable=SC2046
    node_tests package $(find tests/package -name '*.test.mjs' -not -path '*/node_modules/*' | sort)
    # What a registry would get, built from nothing else, the program too; as it is, committed or not.
    shown "$logs/crate.log" cargo publish --dry-run --allow-dirty --all-features || broken package
    local python=$tools/spark/bin/python target
    [ -x "$python" ] || python=python3
    have "$python" || { say "SKIPPED: the archive on Spark needs python3"; return 0; }
    cargo build --quiet --release --features cli --bin khulasa || broken package
    target=$(cargo metadata --no-deps --format-version 1 | node -p 'JSON.parse(require("fs").readFileSync(0, "utf8")).target_directory')
    "$python" tests/spark/test_archive.py "$target/release/khulasa" || broken package
}

for part in $parts; do
    say "--- $part tests"
    case $part in node) node_part ;; *) "$part" ;; esac
done

# The runners' own closing lines once more, together, and last.
say "--- every part passed: $parts"
for part in $parts; do
    [ -f "$logs/$part.log" ] || continue
    case $part in
    native | wasm) grep 'test result:' "$logs/$part.log" ;;
    *) grep -E '^# (tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) ' "$logs/$part.log" ;;
    esac
done
