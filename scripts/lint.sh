#!/usr/bin/env bash
# Formatters, linters and type checks, all of which have to be silent. The
# JavaScript's types come from JSDoc and from the package in www/pkg (`make build`).
set -euo pipefail
. "$(dirname "$0")/lib.sh"
cd "$root"

step() {
    say "lint: $1"
    shift
    "$@" || fail "lint FAILED at: $*"
}
[ -f www/pkg/khulasa.d.ts ] || fail "www/pkg is not there; 'make build' makes it."

lock_fits() { cargo metadata --locked --format-version 1 >/dev/null; }
step "Cargo.lock fits Cargo.toml" lock_fits
step "licences" node scripts/licences.mjs
step "Rust's formatting" cargo fmt --check
step "Rust's formatting, benches" cargo fmt --check --manifest-path bench/Cargo.toml
step "Rust's formatting, fuzz targets" cargo fmt --check --manifest-path fuzz/Cargo.toml
step "Rust's formatting, mutants" cargo fmt --check --manifest-path mutants/Cargo.toml
documented() { RUSTDOCFLAGS="-D warnings" cargo doc --quiet --no-deps --all-features; }
step "the crate's documentation" documented
step "clippy, native" cargo clippy --quiet --all-targets --all-features -- -D warnings
# --lib: what runs in a page. Its tests are checked with it where they lie inside; those
# under tests/ that are for wasm are named one by one, as the native ones would not build.
targets="--lib"
for file in tests/*.rs; do
    if grep -qs wasm_bindgen_test "$file"; then targets="$targets --test $(basename "$file" .rs)"; fi
done
# shellcheck disable=SC2086
step "clippy, wasm32" with_wasm_toolchain cargo clippy --quiet --target wasm32-unknown-unknown $targets -- -D warnings
step "JavaScript's formatting and lint (biome)" biome ci --colors=off
# What a page's CSP or Trusted Types would stop, and what could run an article's markup.
no_markup_from_strings() {
    ! grep -rnE '\.(inner|outer)HTML[[:space:]]*[+]?=|insertAdjacentHTML|document\.write|new Function\(|setAttribute\(.style' \
        --include='*.js' --include='*.jsx' www/src www/extension 2>/dev/null
}
step "no markup, styles or code from strings in the shell" no_markup_from_strings
step "JavaScript's types (tsc)" tsc --project tsconfig.json
# The rules of Firefox's shop. Chrome has no such program, so its build is held to the same ones, but for
# the three keys of the manifest that are Firefox's own.
web_ext() { npx --no-install web-ext lint --no-config-discovery --source-dir "www/dist/extension/$1" "${@:2}"; }
step "the extension for Firefox (web-ext)" web_ext firefox --warnings-as-errors
chrome_clean() {
    # It fails for those three; without its answer node does.
    { web_ext chrome --output json || true; } | node -e '
        const { errors, warnings, notices } = JSON.parse(require("fs").readFileSync(0, "utf8"));
        const known = ["BACKGROUND_SERVICE_WORKER_NOFALLBACK", "ADDON_ID_REQUIRED", "MISSING_DATA_COLLECTION_PERMISSIONS"];
        const others = [...errors, ...warnings, ...notices].filter(({ code, file }) => !(known.includes(code) && file === "manifest.json"));
        for (const { code, message, file, line } of others) console.error(`${file}:${line ?? ""} ${code}: ${message}`);
        process.exitCode = others.length > 0 ? 1 : 0;'
}
step "the extension for Chrome (web-ext)" chrome_clean
say "lint: clean"
