#!/usr/bin/env bash
# From an empty Debian 12 to the open workstation: dependencies, build, a made-up city, SoftHSM2
# tokens, an embedded training register.
#   packaging/demo.sh [--residents N] [--seed S] [--postgres] [--keep DIR]
# Without a display the guided tours run instead and leave pictures and PDFs in demo-output/, those
# of supervisor, tax, collection, pension, entries and their check in
# demo-output/{supervisor,tax,ledger,pension,entries,queue}/.
# --postgres: the register is a PostgreSQL server of its own on loopback, with TLS and certificates of
# the cards, in a temporary folder; what it answers and refuses is shown (demo-output/postgres/).
# --keep DIR leaves the place in DIR, and with --postgres the server running.
set -euo pipefail
cd "$(dirname "$0")/.."

residents=3000
seed=1
city=
postgres=0
while [ $# -gt 0 ]; do
  case "$1" in
    --residents) residents=${2:?}; shift 2 ;;
    --seed) seed=${2:?}; shift 2 ;;
    --postgres) postgres=1; shift ;;
    --keep) city=${2:?}; shift 2 ;;
    *) echo "usage: packaging/demo.sh [--residents N] [--seed S] [--postgres] [--keep DIR]" >&2; exit 2 ;;
  esac
done

packaging/deps.sh
export MADOGUCHI_DOWNLOADS=${MADOGUCHI_DOWNLOADS:-$PWD/build/downloads}
build=build/release
mkdir -p build
if [ -z "${XDG_RUNTIME_DIR:-}" ]; then
  export XDG_RUNTIME_DIR=$PWD/build/run
  [ -d "$XDG_RUNTIME_DIR" ] || mkdir -m 700 "$XDG_RUNTIME_DIR"
fi
[ -f "$build/build.ninja" ] || cmake --preset release >build/release.configure.log 2>&1 ||
  { cat build/release.configure.log; exit 1; }
ninja -C "$build" madoguchi madoguchi-admin madoguchi-token

tour() { # tour USER SCRIPT FOLDER
  QT_QPA_PLATFORM=offscreen "$build/bin/madoguchi" --settings "$city/madoguchi.conf" \
    --credentials "$city/credentials.json" --card "$1" --script "$2" --tour "$3"
}
if [ "$postgres" = 1 ]; then
  . packaging/demo-postgres.sh
  exit
fi

city=${city:-$PWD/build/demo-city-$residents-$seed}
if [ ! -f "$city/credentials.json" ]; then
  echo "making a city of $residents residents"
  # The credentials are written last: a city without them was interrupted and is made anew.
  rm -rf "$city"
  "$build/bin/madoguchi-admin" city create "$city" --residents "$residents" --seed "$seed"
fi

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  echo "users, passwords and PINs of this training city: $city/credentials.json"
  exec "$build/bin/madoguchi" --settings "$city/madoguchi.conf"
fi
mkdir -p demo-output
find demo-output -maxdepth 1 -type f -delete
chapter() { # chapter USER SCRIPT: kept while program and city stay as they are
  local folder=demo-output/$2
  if [ "$folder/steps.txt" -nt "$build/bin/madoguchi" ] &&
    [ "$folder/steps.txt" -nt "$city/credentials.json" ]; then
    echo "$folder stands already"
    return
  fi
  rm -rf "$folder"
  tour "$1" "$2" "$folder"
}
tour madoguchi1 main demo-output
chapter shunin1 supervisor
chapter zeimu1 tax
chapter shuno1 ledger
chapter nenkin1 pension
chapter madoguchi1 entries
chapter shunin1 queue
chapter madoguchi1 movein
chapter shunin1 moveincheck
chapter madoguchi1 moves
chapter shunin1 movecheck
chapter madoguchi1 moveouts
chapter shunin1 moveoutcheck
chapter madoguchi1 moveoutstay
chapter shunin1 moveoutstaycheck
ls demo-output demo-output/*/
