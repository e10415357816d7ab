#!/usr/bin/env bash
# Kills every command that writes, at random moments and, where strace is installed, at each rename and link, and looks at what is left.
#   bench/kills.sh [KILLS]
# After each kill every file must be whole, old or new; whoever reads tables beside a run.json must find those of one run or refuse them; and
# the same command run again must leave the new files and nothing else. Exit code 1 if one of these does not hold. "Between files" counts the
# kills after which some of the files were old and some new: readers refuse them if they are a set with run.json. Needs the .NET SDK.
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/.."
kills=${1:-300}
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

root=$PWD
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkfifo "$scratch/never"
exec 9<> "$scratch/never"
dotnet build -c Release src/Cli -v quiet -nologo
compare=$root/src/Cli/bin/Release/net10.0/compare
part=(--where 'mount = dax and fs = ro and prior = none')
injects='/^(rename|link)(at2?)?$'
has_strace=
if command -v strace > /dev/null && strace -f -o /dev/null true 2> /dev/null; then has_strace=1; fi

# words NAME: the command line of a name, in the array "line"; every output is below the working directory.
words() {
    case $1 in
        run | fresh) line=(run "${part[@]}" --out out --save-baseline base) ;;
        scenario) line=(run --scenario 'fs=ro steps=copyin' --out out) ;;
        diff) line=(diff "$scratch/old.csv" "$scratch/new.csv" --format csv --out diff.csv.gz) ;;
        check) line=(check "$root"/tests/Observations/v*.csv --out mismatches.csv) ;;
        validity) line=(validity "$root"/tests/Observations/v*.csv --out validity.md) ;;
        report) line=(report "${part[@]}" --out report) ;;
        accept) line=(accept "${ids[1]}" --by a --reason b --date 2017-08-23 "${part[@]}" --ledger signoff.csv) ;;
    esac
}

# run_in DIRECTORY WORD...: the program there, whose exit codes 0 and 1 are both a result.
run_in() { (cd "$1" && shift && "$compare" "$@" > /dev/null) || [ $? -eq 1 ]; }

fail() {
    echo "FAILED: $*"
    failed=1
}

# old NAME: what is there before the kill.
old() {
    case $1 in
        run) run_in . run "${part[@]}" --strategy original --strategy v2 --out out --save-baseline base ;;
        scenario) run_in . run --scenario 'fs=ro steps=copyin' --strategy v2 --out out ;;
        diff) echo old > diff.csv.gz ;;
        check) echo old > mismatches.csv ;;
        validity) echo old > validity.md; echo old > validity.json ;;
        report) mkdir report; echo old > report/signoff.md; echo old > report/signoff.txt ;;
        accept) run_in . accept "${ids[0]}" --by a --reason b --date 2017-08-23 "${part[@]}" --ledger signoff.csv ;;
    esac
}

# version FILE: old, new, both (no difference), absent (of a file that was not there before: old), or torn.
version() {
    local was="$scratch/$name.old/$1" is="$scratch/work/$1" will="$scratch/$name.new/$1"
    if [ ! -e "$is" ]; then [ -e "$was" ] && echo gone || echo old
    elif cmp -s "$is" "$will"; then cmp -s "$is" "$was" && echo both || echo new
    elif cmp -s "$is" "$was"; then echo old
    else echo torn; fi
}

# judge: looks at what a kill left; adds to the counts.
judge() {
    local file versions='' set table message
    while read -r file; do
        versions+=" $(version "$file")"
    done < "$scratch/$name.files"
    case $versions in *torn* | *gone*) fail "$name: $versions"; return ;; esac
    for table in out/outcomes.csv base/outcomes.csv.gz; do
        [ -e "$scratch/work/$table" ] && [ -e "$scratch/work/${table%/*}/run.json" ] || continue
        set=$(cd "$scratch/$name.new" && for file in "${table%/*}"/*; do version "$file"; done | sort -u | grep -v both | tr '\n' ' ')
        if message=$(cd "$scratch/work" && "$compare" diff "$table" "$table" 2>&1 > /dev/null); then
            case $set in 'old ' | 'new ' | '') ;; *) fail "$name: $table is read from a mixed set: $set" ;; esac
        else
            case "$set $message" in
                'new old '*'found other bytes than run.json'*) refused=$((refused + 1)) ;;
                *) fail "$name: $table: set '$set', message '$message'" ;;
            esac
        fi
    done
    case $(tr ' ' '\n' <<< "$versions" | grep -v both | sort -u | tr -d '\n') in
        old) whole_old=$((whole_old + 1)) ;;
        new) whole_new=$((whole_new + 1)) ;;
        *) parted=$((parted + 1)) ;;
    esac
}

# again: the same command, left alone, must leave the new files and nothing else.
again() {
    run_in "$scratch/work" "${line[@]}"
    diff -rq "$scratch/work" "$scratch/$name.new" > "$scratch/left" || fail "$name: after another run: $(cat "$scratch/left")"
}

# kill_once NUMBER: one kill of the current command, at its next rename or link or after a random time.
kill_once() {
    local pid code=0
    rm -rf "$scratch/work"
    cp -a "$scratch/$name.old" "$scratch/work"
    if [ -n "$has_strace" ] && [ $(($1 % 2)) -eq 0 ]; then
        {
            (cd "$scratch/work" && exec strace -f -o /dev/null -e "trace=$injects" -e "inject=$injects:signal=KILL:when=$((${at[$name]} + 1))" \
                "$compare" "${line[@]}" > /dev/null)
        } 2> /dev/null || code=$?
        at[$name]=$(((${at[$name]} + 1) % ${steps[$name]}))
    else
        (cd "$scratch/work" && exec "$compare" "${line[@]}" > /dev/null) & pid=$!
        read -rt "$(awk -v ms="${took[$name]}" -v random=$RANDOM 'BEGIN { print ms * 1.1 * random / 32768 / 1000 }')" -u 9 || true
        kill -KILL $pid 2> /dev/null || true
        wait $pid 2> /dev/null || code=$?
    fi
    if [ "$code" -ne 137 ]; then ended=$((ended + 1)); fi
    judge
    again
}

run_in . run "${part[@]}" --strategy original --out "$scratch/a"
run_in . run "${part[@]}" --strategy v2 --out "$scratch/b"
mv "$scratch/a/outcomes.csv" "$scratch/old.csv"
mv "$scratch/b/outcomes.csv" "$scratch/new.csv"
mapfile -t ids < <(cd "$scratch" && "$compare" verify --severity bookkeeping "${part[@]}" | sed -n 's/^  compare accept \([df]-[0-9a-f]*\) .*/\1/p')

declare -A at steps took
failed=0
commands=(run fresh scenario diff check validity report accept)
for name in "${commands[@]}"; do
    words "$name"
    mkdir "$scratch/$name.old"
    (cd "$scratch/$name.old" && old "$name")
    cp -a "$scratch/$name.old" "$scratch/$name.new"
    begin=$(date +%s%N)
    run_in "$scratch/$name.new" "${line[@]}"
    took[$name]=$((($(date +%s%N) - begin) / 1000000)) at[$name]=0 steps[$name]=0
    (cd "$scratch/$name.new" && find . -type f | sed 's|^\./||' | sort) > "$scratch/$name.files"
    if [ -n "$has_strace" ]; then
        rm -rf "$scratch/work"
        cp -a "$scratch/$name.old" "$scratch/work"
        (cd "$scratch/work" && strace -f -o "$scratch/trace" -e "trace=$injects,fsync" "$compare" "${line[@]}" > /dev/null) || [ $? -eq 1 ]
        steps[$name]=$(grep -cE '(rename|link)(at2?)?\(' "$scratch/trace")
        awk '/fsync\(/ { if (renames) after = 1; else before++ } /rename(at2?)?\(/ { renames++ } END { exit !(renames > 0 && before >= renames && after) }' \
            "$scratch/trace" || fail "$name: files or directories are not brought to the disk: $(cat "$scratch/trace")"
    fi
done

echo "command    kills  ended before  old  new  between files  refused by readers"
total=0
for index in "${!commands[@]}"; do
    name=${commands[$index]} ended=0 whole_old=0 whole_new=0 parted=0 refused=0
    words "$name"
    count=$((kills / ${#commands[@]} + (index < kills % ${#commands[@]})))
    for ((number = 0; number < count; number++)); do kill_once "$number"; done
    printf '%-9s  %5d  %12d  %3d  %3d  %13d  %18d\n' "$name" "$count" "$ended" "$whole_old" "$whole_new" "$parted" "$refused"
    total=$((total + count))
done
[ -n "$has_strace" ] || echo "strace is not installed: random moments only"
[ "$failed" -eq 0 ] && echo "$total kills: every file whole, no mixed set was read, nothing left behind"
exit "$failed"
