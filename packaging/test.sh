#!/usr/bin/env bash
# Builds once with the sanitizers and runs every test.
#   packaging/test.sh [--only REGEX] [--full]
# --only runs the tests whose name matches; --full checks all files with clang-tidy, not only those
# changed since the last green run here (without one: those of the last commit). The last line is
# "N passed, M failed, K skipped", counted in test programs; a test function skipped inside one counts
# as skipped too.
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
untidy=
mkdir -p build
export MADOGUCHI_DOWNLOADS=${MADOGUCHI_DOWNLOADS:-$PWD/build/downloads}
export LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen
# PKCS#11 modules and the font cache keep memory until the process ends; that is not ours to mend. Where
# memory came from is noted two calls deep: the whole way costs a fifth of the time.
export ASAN_OPTIONS=detect_leaks=0:abort_on_error=0:malloc_context_size=2
export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
# Nothing of this run is left behind, and no session of a desktop is needed.
private=$(mktemp -d "${TMPDIR:-/tmp}/madoguchi-test.XXXXXX")
trap 'rm -rf "$private"' EXIT
trap 'exit 130' INT TERM
mkdir -m 700 "$private/run"
# PostgreSQL refuses to run as root and then has an account of its own, which must reach its folder in
# here: it may pass through, not look around.
mkdir -m 711 "$private/tmp"
chmod 711 "$private"
export TMPDIR=$private/tmp XDG_RUNTIME_DIR=$private/run
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS

step() { printf '== %s (%s s)\n' "$1" "$SECONDS"; }

step "layout of the source"
find app models tests ui -name '*.cpp' -o -name '*.h' -o -name '*.c' |
  LC_ALL=C sort >"$private/sources"
result=0
xargs clang-format-14 --dry-run --Werror <"$private/sources" || { result=1; untidy="layout"; }

step build
cmake --preset asan >build/asan.configure.log 2>&1 || { cat build/asan.configure.log; exit 1; }
targets=()
if [ -n "$only" ]; then
  # Names of tests are names of targets; the rest is what some of them start.
  mapfile -t targets < <(ctest --test-dir "$build" -N -R "$only" | sed -n 's/^ *Test *#[0-9]*: //p')
  targets+=(madoguchi madoguchi-admin madoguchi-token p11proxy)
fi
ninja -C "$build" -j "$jobs" ${targets[@]+"${targets[@]}"}

# What clang-tidy looks at: the .cpp files of app, models and ui, also when only their header changed.
tidy_choice() {
  if [ "$full" = 1 ]; then
    find app models ui -name '*.cpp'
    return
  fi
  local green
  green=$(cat "$build/green-commit" 2>/dev/null || true)
  if ! git cat-file -e "${green:-none}^{commit}" 2>/dev/null; then
    green=HEAD~1
  fi
  { git diff --name-only --diff-filter=d "$green" -- app models ui || true; } |
    sed -n 's/\.\(cpp\|h\)$/.cpp/p' | LC_ALL=C sort -u | while read -r file; do
    if [ -f "$file" ]; then echo "$file"; fi
  done
}

# clang cannot read GCC's precompiled headers: it is given the same headers as text, by another name.
tidy() {
  local place=$build/tidy
  mkdir -p "$place"
  find "$build" -name cmake_pch.hxx -exec cp {} {}.text \;
  sed -E 's,(-include [^ ]*/cmake_pch\.hxx) ,\1.text ,g; s, -Winvalid-pch,,g; s, -fpch-preprocess,,g' \
    "$build/compile_commands.json" >"$place/compile_commands.json"
  xargs -P "$jobs" -n 2 clang-tidy-14 -p "$place" --quiet --warnings-as-errors='*' \
    2> >(grep -v 'warnings\? generated' >&2 || true)
}

if [ -z "$only" ]; then
  step "clang-tidy"
  tidy_choice >"$private/tidied"
  echo "files: $(wc -l <"$private/tidied")"
  if [ -s "$private/tidied" ]; then
    tidy <"$private/tidied" || { result=1; untidy="${untidy:+$untidy, }clang-tidy"; }
  fi
fi

step tests
report=$build/tests.xml
rm -f "$report"
# One more than processors: half the time of the tests with servers is waiting for disks and clocks.
ctest --test-dir "$build" -j "$((jobs + 1))" --output-on-failure --no-tests=error \
  --output-junit tests.xml ${only:+-R "$only"} || result=$?
[ -f "$report" ] || { echo "no report of the tests was written" >&2; exit 1; }
# Attributes of the one <testsuite ...> element.
count() { sed -n "/<testsuite/,/>/s/.*[[:space:]]$1=\"\([0-9]*\)\".*/\1/p" "$report" | sed 1q; }
total=$(count tests)
failed=$(count failures)
inside=$(grep -c 'SKIP   : ' "$report" || true)
skipped=$(($(count skipped) + $(count disabled)))
passed=$((total - failed - skipped))
if [ "$inside" -gt 0 ]; then
  grep 'SKIP   : ' "$report"
  result=1
fi
if [ "$result" = 0 ] && [ -z "$only" ] && [ -z "$(git status --porcelain)" ]; then
  git rev-parse HEAD >"$build/green-commit"
fi
[ "$total" -gt 0 ] || { echo "no test was run" >&2; result=1; }
[ -z "$untidy" ] || echo "not passed: $untidy (see above)"
echo "after $SECONDS s:"
echo "$passed passed, $failed failed, $((skipped + inside)) skipped"
exit "$result"
