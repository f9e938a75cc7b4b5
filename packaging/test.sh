#!/usr/bin/env bash
# Builds once with the sanitizers and runs every test.
#   packaging/test.sh [--only REGEX] [--full]
# --only runs the tests whose name matches; --full checks all files with clang-tidy, not only those
# changed since the last green run. The last line is "N passed, M failed, K skipped".
set -euo pipefail
cd "$(dirname "$0")/.."

only=
full=0
while [ $# -gt 0 ]; do
  case "$1" in
    --only) only=${2:?--only takes a pattern}; shift 2 ;;
    --full) full=1; shift ;;
    *) echo "usage: packaging/test.sh [--only REGEX] [--full]" >&2; exit 2 ;;
  esac
done

packaging/deps.sh
jobs=$(nproc)
build=build/asan
export MADOGUCHI_DOWNLOADS=${MADOGUCHI_DOWNLOADS:-$PWD/build/downloads}
export LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen
# PKCS#11 modules and the font cache keep memory until the process ends; that is not ours to mend.
export ASAN_OPTIONS=detect_leaks=0:abort_on_error=0
export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1

echo "== layout of the source"
mapfile -t sources < <(git ls-files '*.cpp' '*.h' '*.c' | while read -r f; do [ -f "$f" ] && echo "$f"; done)
clang-format-14 --dry-run --Werror "${sources[@]}"

echo "== build"
mkdir -p build
cmake --preset asan >build/asan.configure.log 2>&1 || { cat build/asan.configure.log; exit 1; }
ninja -C "$build" -j "$jobs"

if [ -z "$only" ]; then
  echo "== clang-tidy"
  green=$(cat "$build/green-commit" 2>/dev/null || true)
  if [ "$full" = 1 ]; then
    mapfile -t tidied < <(git ls-files 'app/*.cpp' 'models/*.cpp' 'ui/*.cpp')
  elif [ -n "$green" ] && git cat-file -e "$green^{commit}" 2>/dev/null; then
    mapfile -t tidied < <(git diff --name-only --diff-filter=d "$green" -- 'app/*.cpp' 'models/*.cpp' 'ui/*.cpp')
  else
    tidied=()
    echo "no green run known here: only --full looks at everything"
  fi
  if [ ${#tidied[@]} -gt 0 ]; then
    printf '%s\n' "${tidied[@]}" | xargs -P "$jobs" -n 4 clang-tidy-14 -p "$build" --quiet --warnings-as-errors='*'
  fi
fi

echo "== tests"
report=$build/tests.xml
set +e
ctest --test-dir "$build" -j "$jobs" --output-on-failure --output-junit tests.xml ${only:+-R "$only"}
result=$?
set -e
count() { grep -o "$1=\"[0-9]*\"" "$report" | head -1 | tr -dc 0-9; }
total=$(count tests); failed=$(count failures); skipped=$(( $(count skipped) + $(count disabled) ))
passed=$(( total - failed - skipped ))
if [ "$result" = 0 ] && [ -z "$only" ] && [ "$failed" = 0 ] && [ -z "$(git status --porcelain)" ]; then
  git rev-parse HEAD >"$build/green-commit"
fi
[ "$total" -gt 0 ] || { echo "no test was run" >&2; result=1; }
echo "$passed passed, $failed failed, $skipped skipped"
exit "$result"
