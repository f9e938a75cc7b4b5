#!/usr/bin/env bash
# Takes one control away at a time and sees whether a test notices.
#   packaging/mutants.sh [--only NAME]
# Every tests/mutants/NAME.patch begins with a line "Tests: REGEX": the tests that should notice.
# One copy and one build in build/mutants serve all: a mutant is applied, only the tests it names are
# built and run, and it is taken back. The last lines say how many survived; anything but "killed by"
# for every mutant is a failure.
set -euo pipefail
cd "$(dirname "$0")/.."

only=
if [ "${1:-}" = --only ]; then only=${2:?--only takes a name}; fi
export MADOGUCHI_DOWNLOADS=${MADOGUCHI_DOWNLOADS:-$PWD/build/downloads}
export QT_QPA_PLATFORM=offscreen LANG=C.UTF-8
work=$PWD/build/mutants
source=$work/source
build=$work/build
mkdir -p "$source" "$MADOGUCHI_DOWNLOADS"
# The paths of the copy do not matter to the compiler's cache.
export CCACHE_BASEDIR=$work CCACHE_NOHASHDIR=1

patches=()
for patch in tests/mutants/${only:-*}.patch; do
  [ -f "$patch" ] || { echo "no such mutant: ${only:-any}" >&2; exit 2; }
  patches+=("$patch")
done

# By content and with a new time: whatever an interrupted run left is built again.
sync_copy() {
  git ls-files -z --cached --others --exclude-standard | while IFS= read -r -d '' file; do
    [ -f "$file" ] || continue
    printf '%s\n' "$file"
    if ! cmp -s "$file" "$source/$file"; then
      mkdir -p "$source/$(dirname "$file")"
      cp "$file" "$source/$file"
      [ ! -x "$file" ] || chmod +x "$source/$file"
    fi
  done | LC_ALL=C sort >"$work/files"
  (cd "$source" && find . -type f | sed 's,^\./,,' | LC_ALL=C sort) |
    LC_ALL=C comm -23 - "$work/files" | (cd "$source" && tr '\n' '\0' | xargs -0 -r rm -f --)
}
sync_copy

cmake -S "$source" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Debug -DBUILD_SHARED_LIBS=ON >"$work/configure.log" 2>&1 ||
  { cat "$work/configure.log"; exit 1; }
regex_of() { sed -n 's/^Tests: //p;2q' "$1"; }
# Names of tests are names of targets.
tests_of() { ctest --test-dir "$build" -N -R "$1" | sed -n 's/^ *Test *#[0-9]*: //p'; }
run() { # REGEX LOG: the first test that fails, or nothing
  ctest --test-dir "$build" -j "$(nproc)" --stop-on-failure -R "$1" >"$2" 2>&1 || true
  sed -n 's/^.* - \([A-Za-z0-9_]*\) (.*)$/\1/p' "$2" | head -1
}
make_tests() { # LOG TEST...: with what they start
  local log=$1
  shift
  ninja -C "$build" madoguchi-token p11proxy "$@" >"$log" 2>&1
}

# Without a mutant all of them pass; otherwise nothing would be shown.
all=
for patch in "${patches[@]}"; do
  regex=$(regex_of "$patch")
  [ -n "$regex" ] || { echo "$patch: its first line names no tests" >&2; exit 2; }
  all=${all:+$all|}$regex
done
mapfile -t names < <(tests_of "$all")
make_tests "$work/build.log" "${names[@]}" || { tail -40 "$work/build.log"; exit 1; }
broken=$(run "$all" "$work/unchanged.log")
if [ -n "$broken" ]; then
  echo "$broken fails without any mutant (see build/mutants/unchanged.log)"
  exit 1
fi

survived=0
for patch in "${patches[@]}"; do
  name=$(basename "$patch" .patch)
  log=$work/$name.log
  regex=$(regex_of "$patch")
  mapfile -t names < <(tests_of "$regex")
  if [ "${#names[@]}" = 0 ]; then
    echo "$name: NO TEST of that name: $regex"
    survived=$((survived + 1))
    continue
  fi
  if ! patch -d "$source" -p1 --forward --dry-run <"$patch" >"$log" 2>&1; then
    echo "$name: DOES NOT APPLY"
    survived=$((survived + 1))
    continue
  fi
  patch -d "$source" -p1 --forward --no-backup-if-mismatch <"$patch" >"$log" 2>&1
  if ! make_tests "$log" "${names[@]}"; then
    echo "$name: DOES NOT BUILD (see build/mutants/$name.log)"
    survived=$((survived + 1))
  else
    killer=$(run "$regex" "$log")
    if [ -n "$killer" ]; then
      echo "$name: killed by $killer"
    else
      echo "$name: SURVIVED"
      survived=$((survived + 1))
    fi
  fi
  patch -d "$source" -p1 --reverse --no-backup-if-mismatch <"$patch" >>"$log" 2>&1
done
echo "${#patches[@]} mutants, $survived not killed"
[ "$survived" = 0 ]
