#!/usr/bin/env bash
# Mutation testing of the code that decides: src/Engine, strategies, and what judges in src/Comparison. Needs the .NET SDK and nothing else.
#   bench/mutate.sh [LIST [MUTANTS [SEED]]]
# A random sample of mutants (400, seed 1) is compiled into a copy of the checkout; each is held to the test classes that reach it. LIST
# (mutants.txt) gets each verdict as it falls. A run that was stopped, or one after tests were added, starts from LIST: what it says was
# killed is not run again. The last line is the score; exit code 1 if it is below 90 %. An hour or two on two processors.
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/.."
list=$(realpath -m "${1:-mutants.txt}")
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1

copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
trap 'exit 130' INT TERM

git ls-files -z --cached --others --exclude-standard --deduplicate | tar -c --null --ignore-failed-read -T - | tar -x -C "$copy"
dotnet build -c Release bench -v quiet -nologo
dotnet build -c Release "$copy/tests" -p:EmitCompilerGeneratedFiles=true -v quiet -nologo
dotnet run -c Release --no-build --project bench -- mutate "$copy" "$list" "${2:-400}" "${3:-1}"
