#!/usr/bin/env bash
# Do the tests notice? Makes small bugs, one after the other, in the lines of src that differ from another branch, and
# runs the tests on each: a bug that no test notices is named.
#
#     tests/mutants.sh                the changes of this branch since it left main
#     tests/mutants.sh release        the same since it left the branch `release`
#     tests/mutants.sh main --list    further arguments go to cargo mutants: --list only names the bugs
#
# A bug costs a build and a run of the tests, most of a minute. What was found lies in target/mutants.out.
#
# Needs cargo-mutants (`cargo install --locked cargo-mutants`); without it nothing is tried, and that is said. Ends with
# 0 where every bug was noticed or there was nothing to try, with 2 where one was not, with 3 where the tests hung on one,
# with 4 where they fail without any, and with 1 where the command is wrong.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! cargo mutants --version >/dev/null 2>&1; then
    echo "skipped: cargo-mutants is not installed"
    exit 0
fi
branch=${1:-main}
shift $(($# > 0))
if ! base=$(git merge-base "$branch" HEAD); then
    echo "error: there is no branch $branch to compare with" >&2
    exit 1
fi
diff=$(mktemp)
trap 'rm -f "$diff"' EXIT
# With what is not committed yet.
git diff "$base" -- src >"$diff"
if [ ! -s "$diff" ]; then
    echo "nothing to try: src is as on $branch"
    exit 0
fi
cargo mutants --in-diff "$diff" --output target "$@" -- --lib --test all
