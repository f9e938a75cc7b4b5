#!/usr/bin/env bash
# Takes one control away at a time and sees whether a test notices.
#   packaging/mutants.sh [--only NAME]
# Every tests/mutants/NAME.patch begins with a line "Tests: REGEX": the tests that should notice.
set -euo pipefail
cd "$(dirname "$0")/.."

only=
[ "${1:-}" = --only ] && only=${2:?--only takes a name}
export MADOGUCHI_DOWNLOADS=${MADOGUCHI_DOWNLOADS:-$PWD/build/downloads}
export QT_QPA_PLATFORM=offscreen LANG=C.UTF-8
copy=$PWD/build/mutants
mkdir -p "$copy"
# One copy and one build serve all mutants: each is applied, built, tested and taken back.
git ls-files -z | rsync -a --delete --from0 --files-from=- ./ "$copy/source/" 2>/dev/null ||
  { rm -rf "$copy/source"; mkdir -p "$copy/source"; git ls-files -z | xargs -0 cp --parents -p -t "$copy/source"; }
cmake -S "$copy/source" -B "$copy/build" -G Ninja -DCMAKE_BUILD_TYPE=Debug >"$copy/configure.log" 2>&1 ||
  { cat "$copy/configure.log"; exit 1; }
ninja -C "$copy/build" >"$copy/build.log" 2>&1 || { tail -40 "$copy/build.log"; exit 1; }

survived=0
for patch in tests/mutants/*.patch; do
  name=$(basename "$patch" .patch)
  [ -z "$only" ] || [ "$only" = "$name" ] || continue
  tests=$(sed -n 's/^Tests: //p' "$patch" | head -1)
  if ! patch -d "$copy/source" -p1 --quiet --forward <"$patch"; then
    echo "$name: DOES NOT APPLY"; survived=1; continue
  fi
  if ! ninja -C "$copy/build" >"$copy/$name.log" 2>&1; then
    echo "$name: DOES NOT BUILD (see build/mutants/$name.log)"; survived=1
  else
    killer=$(ctest --test-dir "$copy/build" -j "$(nproc)" -R "$tests" 2>&1 |
      sed -n 's/.*- \(tst_[a-z0-9_]*\) (Failed.*/\1/p; s/.*- \(tst_[a-z0-9_]*\) (\(SEGFAULT\|Subprocess aborted\|Timeout\)).*/\1/p' |
      head -1)
    if [ -n "$killer" ]; then echo "$name: killed by $killer"; else echo "$name: SURVIVED"; survived=1; fi
  fi
  patch -d "$copy/source" -p1 --quiet --reverse <"$patch"
done
exit "$survived"
