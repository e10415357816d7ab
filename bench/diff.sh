#!/usr/bin/env bash
# compare diff on big tables, and beside daff and git diff on smaller ones. Needs the .NET SDK; uses npm and git where they are there.
# What runs is the published program, compiled ahead for this platform.
#   bench/diff.sh [ROWS [ROWS-BESIDE-OTHERS]]
# Times are from process start; memory is the most that was resident. Two processors are enough, if nothing else runs on them. The limits
# are for 1,000,000 rows (sorted) and 100,000; exit code 1 if one does not hold.
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/.."
rows=${1:-1000000}
few=${2:-100000}
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkfifo "$scratch/never"
exec 9<> "$scratch/never"

dotnet build -c Release bench -v quiet -nologo
dotnet publish -c Release src/Cli --use-current-runtime --output "$scratch/program" -v quiet -nologo
compare=$scratch/program/compare
make_tables() { dotnet run -c Release --no-build --project bench -- make-tables "$@"; }

# measure NAME COMMAND...: seconds and the peak of resident memory, read from /proc while the command runs (by the shell itself: a process
# each time would take a good part of a processor).
measure() {
    local name=$1 begin end peak=0 state= key value pid code=0
    shift
    begin=$(date +%s%N)
    "$@" > "$scratch/output" 2> "$scratch/error" &
    pid=$!
    while [ "$state" != ended ]; do
        state=ended
        { while read -r key value _; do
            case $key in State:) [ "$value" = Z ] || state=$value ;; VmHWM:) peak=$value ;; esac
        done < "/proc/$pid/status"; } 2> /dev/null || true
        read -rt 0.005 -u 9 || true
    done
    wait "$pid" || code=$?
    end=$(date +%s%N)
    took=$(((end - begin) / 1000000)) most=$((peak / 1024))
    printf '%-34s %6d ms  %5d MB  exit %d  %d lines\n' "$name" "$took" "$most" "$code" "$(wc -l < "$scratch/output")"
}

# limit NAME VALUE MOST: says whether a limit holds.
failed=0
limit() {
    local verdict=holds
    if [ "$2" -gt "$3" ]; then
        verdict='DOES NOT HOLD' failed=1
    fi
    printf '  limit: %-25s %6d of at most %d: %s\n' "$1" "$2" "$3" "$verdict"
}

for kind in "" scattered; do
    # shellcheck disable=SC2086 # no word where there is none
    make_tables "$rows" "$scratch/big" $kind
    echo "== $rows rows, 1 % changed${kind:+, $kind} ($(du -m "$scratch/big/old.csv" | cut -f1) MB a table)"
    measure "compare diff" "$compare" diff "$scratch/big/old.csv" "$scratch/big/new.csv"
    limit "ms" "$took" 2500
    limit "MB" "$most" 300
    measure "compare diff --format csv" "$compare" diff "$scratch/big/old.csv" "$scratch/big/new.csv" --format csv
done
{ head -n 1 "$scratch/big/new.csv"; tail -n +2 "$scratch/big/new.csv" | tac; } > "$scratch/big/unsorted.csv"
measure "compare diff, one table unsorted" "$compare" diff "$scratch/big/old.csv" "$scratch/big/unsorted.csv"
limit "MB" "$most" 300
rm -r "$scratch/big"

make_tables "$few" "$scratch/few"
echo "== $few rows, 1 % changed"
measure "compare diff" "$compare" diff "$scratch/few/old.csv" "$scratch/few/new.csv"
measure "compare diff --format csv" "$compare" diff "$scratch/few/old.csv" "$scratch/few/new.csv" --format csv
if command -v npm > /dev/null && npm install --silent --no-audit --no-fund --prefix "$scratch/npm" daff > /dev/null 2>&1; then
    measure "daff --id id,kernel,strategy" node "$scratch/npm/node_modules/daff/bin/daff.js" \
        --id id --id kernel --id strategy "$scratch/few/old.csv" "$scratch/few/new.csv"
else
    echo "daff: not installed (npm is missing, or its registry)"
fi
if command -v git > /dev/null; then
    ours=999999 theirs=999999 memory=0
    for _ in 1 2 3 4 5; do
        measure "compare diff" "$compare" diff "$scratch/few/old.csv" "$scratch/few/new.csv"
        ours=$((took < ours ? took : ours)) memory=$((most > memory ? most : memory))
        measure "git diff --no-index" git diff --no-index "$scratch/few/old.csv" "$scratch/few/new.csv"
        theirs=$((took < theirs ? took : theirs))
    done
    limit "% of git diff, shortest of 5" $((100 * ours / theirs)) 150
    limit "MB" "$memory" 100
fi
exit "$failed"
