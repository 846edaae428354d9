#!/bin/sh
# Sets up the engines that SkillMiner is compared with, all below one folder that git ignores.
#
#   setup.sh [--c-only] [FOLDER]
#
# ICU in C needs libicu-dev and a C compiler. The Python matchers go into a virtual environment, Lucene comes from
# Debian. The Rust matchers are built from checkouts of their public repositories when DAACHORSE_SOURCE,
# AHO_CORASICK_SOURCE and MEMCHR_SOURCE say where they are and cargo is there; else their Python bindings stand in.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
only_c=no
if [ "${1:-}" = --c-only ]; then only_c=yes; shift; fi
scratch=${1:-$here/.bench}
mkdir -p "$scratch"
scratch=$(cd "$scratch" && pwd)

newer() { [ ! -e "$1" ] || [ "$2" -nt "$1" ]; }

if newer "$scratch/icu_words" "$here/Engines/c/icu_words.c"; then
  # shellcheck disable=SC2046
  cc -O2 -Wall -Wextra -o "$scratch/icu_words" "$here/Engines/c/icu_words.c" $(pkg-config --cflags --libs icu-uc)
fi
[ "$only_c" = no ] || exit 0

missing=""
for name in liblucene4.10-java default-jdk-headless python3-venv; do
  case "$(dpkg-query -W -f='${Status}' "$name" 2>/dev/null)" in
    *" installed") ;;
    # Another JDK, or a Python with venv of its own, will do.
    *) case "$name" in
         default-jdk-headless) command -v javac >/dev/null 2>&1 || missing="$missing $name" ;;
         python3-venv) python3 -c 'import ensurepip' 2>/dev/null || missing="$missing $name" ;;
         *) missing="$missing $name" ;;
       esac ;;
  esac
done
if [ -n "$missing" ]; then
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get update -q
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing
  else
    echo "not installed (run as root: apt-get install$missing); what needs them is skipped" >&2
  fi
fi

lucene=/usr/share/java/lucene-core-4.10.4.jar:/usr/share/java/lucene-analyzers-common-4.10.4.jar
if [ -e /usr/share/java/lucene-core-4.10.4.jar ] &&
  newer "$scratch/java/LuceneFrench.class" "$here/Engines/java/LuceneFrench.java"; then
  mkdir -p "$scratch/java"
  javac -cp "$lucene" -d "$scratch/java" "$here/Engines/java/LuceneFrench.java"
fi

if [ ! -x "$scratch/venv/bin/python" ]; then python3 -m venv "$scratch/venv"; fi
if ! "$scratch/venv/bin/python" -c 'import ahocorasick, ahocorasick_rs, daachorse, flashtext2, pandas, spacy' 2>/dev/null; then
  "$scratch/venv/bin/pip" install --quiet --disable-pip-version-check -r "$here/Engines/python/requirements.txt"
fi

if [ -n "${DAACHORSE_SOURCE:-}" ] && [ -n "${AHO_CORASICK_SOURCE:-}" ] && [ -n "${MEMCHR_SOURCE:-}" ] &&
  command -v cargo >/dev/null 2>&1; then
  mkdir -p "$scratch/rust"
  sed -e "s|@ENGINES@|$here/Engines/rust|" -e "s|@DAACHORSE@|$DAACHORSE_SOURCE|" \
    -e "s|@AHO_CORASICK@|$AHO_CORASICK_SOURCE|" -e "s|@MEMCHR@|$MEMCHR_SOURCE|" \
    "$here/Engines/rust/Cargo.toml.in" > "$scratch/rust/Cargo.toml"
  (cd "$scratch/rust" && RUSTFLAGS="--cap-lints allow" cargo build --release --offline --quiet)
elif [ ! -x "$scratch/rust/target/release/rust-matchers" ]; then
  echo "Rust sources not given (DAACHORSE_SOURCE, AHO_CORASICK_SOURCE, MEMCHR_SOURCE): their Python bindings stand in" >&2
fi
