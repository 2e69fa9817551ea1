#!/usr/bin/env bash
# Sets this machine up. Safe to run again: what is there already is left alone.
#
#     scripts/setup.sh build    what `make build` and `make demo` need
#     scripts/setup.sh test     that, and the browsers and drivers of `make test`
#     scripts/setup.sh package  the bundlers that the package is tried with, and Apache Spark
#     scripts/setup.sh quality  the classic summarisers that ours stands beside
#
# Everything of the project's own goes into node_modules/ and .tools/ (or the folder
# named by KHULASA_TOOLS); only browsers and, at need, Debian's Rust are installed
# into the system, and those only by root on a machine with apt.
set -euo pipefail
. "$(dirname "$0")/lib.sh"

wasm_pack_version=0.15.0
geckodriver_version=0.37.1
pyspark_version=4.3.0
node_least=20

for_what=${1:-build}
case $for_what in build | test | package | quality) ;; *) fail "usage: scripts/setup.sh build|test|package|quality" ;; esac
mkdir -p "$tools"

# --- the summarisers that ours is measured beside: Python only ---------------
# They are sumy's, at the versions that the scorers name. Where they cannot be had, the
# lead alone stands in the table.
if [ "$for_what" = quality ]; then
    wanted=$(grep -E '^(sumy|numpy)==' "$root/../shared/eval/requirements.txt" 2>/dev/null || true)
    if [ -n "$wanted" ] && have python3 && ! fresh summarisers "$wanted"; then
        say "the classic summarisers (sumy)"
        # shellcheck disable=SC2086 # one argument a package
        if python3 -m venv "$tools/summarisers" && "$tools/summarisers/bin/pip" install --quiet $wanted; then
            stamp summarisers "$wanted"
        else
            say "sumy could not be installed: no summarisers beside the lead"
        fi
    fi
    exit 0
fi

# --- what has to be here before anything -----------------------------------
have cargo || fail "Rust is missing: 'cargo' is not on PATH." \
    "Install it with rustup, from rust-lang.org/tools/install."
have node || fail "Node.js is missing: 'node' is not on PATH." \
    "Install version $node_least or newer, from nodejs.org or your system's packages."
have npm || fail "npm is missing. It comes with Node.js; some systems package it apart, as 'npm'."
node_major=$(node -p 'process.versions.node.split(".")[0]')
[ "$node_major" -ge "$node_least" ] || fail "Node.js is too old: $(node --version) is here, version $node_least or newer is needed."
have cc || have gcc || have clang || case $(uname -s) in
MINGW* | MSYS* | CYGWIN*) ;; # there Rust brings or finds a linker of its own
*) fail "A C compiler is missing: Rust links with it." \
    "Install your system's (Debian: build-essential; macOS: xcode-select --install)." ;;
esac
cargo metadata --no-deps --format-version 1 --manifest-path "$root/Cargo.toml" >/dev/null 2>"$tools/cargo.log" || {
    cat "$tools/cargo.log" >&2
    fail "cargo cannot read Cargo.toml: $(cargo --version 2>&1). Is it older than the rust-version named there?" "Try 'rustup update stable'."
}

# --- npm packages, by the lock file -----------------------------------------
# The stamp lies inside node_modules, so that removing the folder removes it too.
npm_stamp=$root/node_modules/.khulasa-stamp
npm_key="$(sum "$root/package.json" "$root/package-lock.json") node-$node_major"
if [ "$(cat "$npm_stamp" 2>/dev/null)" != "$npm_key" ]; then
    say "npm packages"
    # No package here needs its install script; leaving them out keeps the step to what the lock file says.
    (cd "$root" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) ||
        fail "npm could not install the packages of package-lock.json." "Is the network (or your npm registry) in reach? What npm said stands above."
    printf '%s\n' "$npm_key" >"$npm_stamp"
fi

# --- what the package's tests need, on top of a build ---------------------------
if [ "$for_what" = package ]; then
    bundlers=$root/tests/package
    key="$(sum "$bundlers/package.json" "$bundlers/package-lock.json") node-$node_major"
    if [ "$(cat "$bundlers/node_modules/.khulasa-stamp" 2>/dev/null)" != "$key" ]; then
        say "npm packages of the package's tests"
        npm ci --prefix "$bundlers" --ignore-scripts --no-audit --no-fund --loglevel=error ||
            fail "npm could not install the packages of tests/package/package-lock.json." "Is the network (or your npm registry) in reach? What npm said stands above."
        printf '%s\n' "$key" >"$bundlers/node_modules/.khulasa-stamp"
    fi
    # Where it cannot be had, its test says so and is skipped.
    if have java && have python3 && ! fresh pyspark "$pyspark_version"; then
        say "Apache Spark (pyspark $pyspark_version, half a gigabyte)"
        if python3 -m venv "$tools/spark" && "$tools/spark/bin/pip" install --quiet "pyspark==$pyspark_version"; then
            stamp pyspark "$pyspark_version"
        else
            say "pyspark could not be installed: no test on Spark"
        fi
    fi
    exit 0
fi

# --- Rust for WebAssembly ----------------------------------------------------
wasm_key="$(rustc --version) $(cat "$tools/wasm-toolchain" 2>/dev/null || true)"
if ! fresh wasm32 "$wasm_key" || [ ! -f "$tools/wasm-toolchain" ]; then
    "$root/scripts/wasm32.sh"
    stamp wasm32 "$(rustc --version) $(wasm_toolchain)"
fi

# install_crate CRATE VERSION PROGRAM [cargo arguments]: the program of a crate, at one version, into .tools/bin.
install_crate() {
    local name=$1 version=$2 program=$3
    shift 3
    if fresh "$name" "$version" && [ -x "$tools/bin/$program" ]; then return 0; fi
    say "$name $version (compiling, a few minutes the first time)"
    CARGO_TARGET_DIR="$tools/build" cargo install "$name" --version "$version" --root "$tools" --force --quiet "$@" || return 1
    stamp "$name" "$version"
}
offline="Is the network (or your crate registry) in reach? What cargo said stands above."
install_crate wasm-pack "$wasm_pack_version" wasm-pack --locked || fail "wasm-pack could not be installed." "$offline"
# The program and the library have to be of one version; the library's is the lock file's.
# Without --locked: its own lock file may name versions that a mirror of the registry lacks.
install_crate wasm-bindgen-cli "$(locked wasm-bindgen)" wasm-bindgen || fail "wasm-bindgen-cli could not be installed." "$offline"

# --- browsers, for the tests ---------------------------------------------------
if [ "$for_what" = test ]; then
    packages="chromium chromium-driver firefox-esr webkit2gtk-driver xvfb fonts-noto-core"
    wanted=
    if have dpkg-query; then
        for package in $packages; do
            dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || wanted="$wanted $package"
        done
    fi
    if [ -n "$wanted" ] && have apt-get; then
        if [ "$(id -u)" = 0 ]; then
            say "browsers and fonts from the system's packages:$wanted"
            apt-get update -qq || say "could not refresh the package lists; going on with those here"
            # One by one: on a relative of Debian that lacks one of them, the others still come.
            for package in $wanted; do
                DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >"$tools/apt.log" 2>&1 ||
                    say "$package could not be installed: $(tail -n 1 "$tools/apt.log")"
            done
        else
            say "to run the tests in every browser, install (as root):  apt-get install$wanted"
        fi
    fi
    # A geckodriver of the machine's own does as well.
    if { have firefox-esr || have firefox; } && { ! have geckodriver || [ "$(command -v geckodriver)" = "$tools/bin/geckodriver" ]; }; then
        install_crate geckodriver "$geckodriver_version" geckodriver --locked || say "geckodriver could not be installed: no tests in Firefox"
    fi
    node "$root/scripts/find-browsers.mjs" "$tools/browsers.json"
fi
rm -rf "$tools/build"
