# shellcheck shell=bash
# What the scripts share: where things are, how they speak, when a step is stale.
# Sourced, never run. Kept to what bash 3.2 (macOS) understands.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

# The tools' folder; worktrees of one machine may share one through KHULASA_TOOLS.
tools=${KHULASA_TOOLS:-$root/.tools}
export KHULASA_TOOLS=$tools
export PATH="$tools/bin:$root/node_modules/.bin:$PATH"

say() { printf 'khulasa: %s\n' "$*"; }
fail() {
    printf 'khulasa: %s\n' "$1" >&2
    shift
    for line in "$@"; do printf '         %s\n' "$line" >&2; done
    exit 1
}
have() { command -v "$1" >/dev/null 2>&1; }

# The version that Cargo.lock holds a crate at.
locked() { awk -v name="$1" '$1 == "name" && $3 == "\"" name "\"" { getline; gsub(/"/, "", $3); print $3; exit }' "$root/Cargo.lock"; }

# A stamp says what a step was last done with: `fresh NAME KEY` is true where
# nothing has changed since `stamp NAME KEY`.
fresh() { [ "$(cat "$tools/stamps/$1" 2>/dev/null)" = "$2" ]; }
stamp() { mkdir -p "$tools/stamps" && printf '%s\n' "$2" >"$tools/stamps/$1"; }
sum() { cat "$@" | cksum | tr ' ' '-' | sed 's/-*$//'; }

# The toolchain for wasm32 builds, where it is not the default one (see wasm32.sh).
wasm_toolchain() { cat "$tools/wasm-toolchain" 2>/dev/null || true; }
with_wasm_toolchain() {
    local chosen
    chosen=$(wasm_toolchain)
    if [ -n "$chosen" ]; then RUSTUP_TOOLCHAIN=$chosen "$@"; else "$@"; fi
}
