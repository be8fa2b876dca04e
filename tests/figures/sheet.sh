#!/bin/sh
# All figures, one below another, to be looked at: tests/figures/sheet.sh [GLYPHS [SIZE [FOLDER]]]
#
# GLYPHS are those of `supple figure --glyphs`, by default braille and then octant; SIZE is 32x14; FOLDER is a library
# folder, by default the bundled one. To a terminal it draws in colours. The program is built first, unless SUPPLE is
# the path of one.
set -eu
cd "$(dirname "$0")/../.."
kinds=${1:-"braille octant"}
size=${2:-32x14}
folder=${3:-routines}
supple=${SUPPLE:-}
if [ -z "$supple" ]; then
    cargo build --quiet
    supple=target/debug/supple
fi

for kind in $kinds; do
    for file in "$folder"/exercises/*.toml; do
        grep -q '^\[figure\]' "$file" || continue
        id=$(basename "$file" .toml)
        printf '%s, %s\n' "$id" "$kind"
        "$supple" --routines "$folder" figure "$id" --glyphs "$kind" --size "$size"
    done
done
