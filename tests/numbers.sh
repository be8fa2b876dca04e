#!/bin/sh
# Prints the sources in numbers: files, functions, depths and names. The limits are kept by the tests `architecture`.
cd "$(dirname "$0")/.." || exit
exec cargo test --quiet --locked --test all -- --ignored --nocapture architecture::numbers::in_words
