#!/usr/bin/env bash
# Sees to it that some Rust toolchain here can compile for wasm32-unknown-unknown,
# and writes its name into $KHULASA_TOOLS/wasm-toolchain (empty: the default one).
#
# Three ways, the first that works:
#   1. the default toolchain has the target already;
#   2. `rustup target add`;
#   3. on Debian as root, where rustup's server is out of reach: Debian's own
#      compiler, its standard library compiled for wasm32 once (about a minute),
#      linked into rustup under the name `debian`.
set -euo pipefail
. "$(dirname "$0")/lib.sh"
target=wasm32-unknown-unknown
linked=debian

# True where `$1` (a rustc, with its arguments) has a standard library for the target.
has_target() {
    local libdir
    libdir=$("$@" --print target-libdir --target "$target" 2>/dev/null) || return 1
    compgen -G "$libdir/libstd-*.rlib" >/dev/null
}
settle() {
    mkdir -p "$tools"
    printf '%s' "$1" >"$tools/wasm-toolchain"
    exit 0
}

# The standard library's source makes the WASM smaller (scripts/build.mjs); it can do without.
if have rustup && ! [ -e "$(rustc --print sysroot)/lib/rustlib/src/rust/library/Cargo.toml" ]; then
    limit=
    if have timeout; then limit="timeout 180"; fi
    $limit rustup component add rust-src >/dev/null 2>&1 || say "rustup could not fetch rust-src; going on without"
fi

has_target rustc && settle ""

have rustup || fail "Rust is here without rustup, and has no $target target." \
    "Install rustup (see rust-lang.org) or your system's package for that target."

if has_target rustup run "$linked" rustc; then settle "$linked"; fi

say "adding the $target target"
# Some networks swallow connections instead of refusing them, so the wait is bounded.
limit=
if have timeout; then limit="timeout 180"; fi
mkdir -p "$tools"
if $limit rustup target add "$target" >"$tools/rustup.log" 2>&1 && has_target rustc; then settle ""; fi
say "rustup could not fetch it: $(grep -m 1 '^error' "$tools/rustup.log" || echo "no answer")"

by_hand="Run 'rustup target add $target' where the network allows it, then try again."
have apt-get || fail "rustup could not fetch the $target target." "$by_hand"
[ "$(id -u)" = 0 ] || fail "rustup could not fetch the $target target, and Debian's packages need root." "$by_hand"

say "taking Debian's compiler for it instead"
apt-get update -qq || say "could not refresh Debian's package lists; going on with those here"
DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    rustc-web cargo-web rust-web-src rust-web-clippy lld >"$tools/apt-rust.log" 2>&1 ||
    { tail -n 5 "$tools/apt-rust.log" >&2; fail "Debian's Rust packages could not be installed." "$by_hand"; }

debian_rustc=/usr/bin/rustc
host=$("$debian_rustc" -vV | awk '$1 == "host:" { print $2 }')
rustlib=$("$debian_rustc" --print sysroot)/lib/rustlib
if ! has_target "$debian_rustc"; then
    # The compiler calls its linker for wasm32 `rust-lld`; Debian ships it as `lld`.
    mkdir -p "$rustlib/$host/bin"
    ln -sf "$(command -v lld)" "$rustlib/$host/bin/rust-lld"

    seed=$(mktemp -d)
    trap 'rm -rf "$seed"' EXIT
    mkdir "$seed/src"
    : >"$seed/src/lib.rs"
    cat >"$seed/Cargo.toml" <<'TOML'
[package]
name = "seed"
version = "0.0.0"
edition = "2021"
[profile.release]
panic = "abort"
TOML
    say "compiling the standard library for $target"
    # -Zbuild-std is for nightly compilers; RUSTC_BOOTSTRAP lifts that for this one build.
    (cd "$seed" && env -u RUSTUP_TOOLCHAIN -u RUSTFLAGS -u CARGO_TARGET_DIR RUSTC="$debian_rustc" RUSTC_BOOTSTRAP=1 \
        /usr/bin/cargo build --quiet --release --target "$target" -Zbuild-std=std,panic_abort,proc_macro,test) ||
        fail "The standard library could not be compiled for $target." "$by_hand"
    mkdir -p "$rustlib/$target/lib"
    for lib in "$seed/target/$target/release/deps/"*.rlib; do
        case $lib in */libseed-*) ;; *) cp "$lib" "$rustlib/$target/lib/" ;; esac
    done
fi
rustup toolchain list | grep -q "^$linked\b" || rustup toolchain link "$linked" "$(dirname "$(dirname "$debian_rustc")")"
has_target rustup run "$linked" rustc || fail "The toolchain '$linked' still has no $target target." "$by_hand"
settle "$linked"
