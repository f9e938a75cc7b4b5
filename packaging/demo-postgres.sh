# The part of demo.sh with a register on PostgreSQL; read by it, not run by itself. Has $build, $residents,
# $seed, $city (--keep, or empty) and tour().
private=packaging/central/private-cluster.sh
admin=$build/bin/madoguchi-admin
keep=$city
if [ -n "$keep" ]; then
  mkdir -p "$keep"
  place=$(cd "$keep" && pwd)
else
  place=$(mktemp -d "${TMPDIR:-/tmp}/madoguchi-demo.XXXXXX")
fi
chmod 711 "$place" # root's PostgreSQL runs as postgres, which passes through here
leave() {
  [ -z "$keep" ] || return 0
  "$private" stop "$place" >/dev/null 2>&1 || true
  rm -rf "$place"
}
trap leave EXIT
trap 'exit 130' INT TERM

city=$place/city
if [ ! -f "$city/credentials.json" ]; then
  # The credentials are written last: a place without them was interrupted and is made anew.
  [ ! -d "$place/server" ] || "$private" stop "$place" >/dev/null 2>&1 || true
  rm -rf "$place/authority" "$place/server" "$city"
fi
"$private" start "$place"
owner=$("$private" administrator "$place")
if [ ! -f "$city/credentials.json" ]; then
  echo "making a register on PostgreSQL and a city of $residents residents"
  psql -X -q -w -d "$("$private" administrator "$place" postgres)" -c "create database madoguchi"
  "$admin" register init --connect "$owner" --code 982016 --municipality あさぎり県みどり野市 \
    --key "$("$private" key "$place")" --training
  "$admin" city create "$city" --residents "$residents" --seed "$seed" --connect "$owner" \
    --reached "$("$private" reached "$place")" --authority "$place/authority"
fi

if [ -n "$keep" ]; then
  echo "the server goes on: $private stop $place"
  echo "as its administrator: psql -d \"$owner\""
  echo "what it must refuse, by psql: packaging/central/attempts.sh $place"
  echo "certificates to try with: packaging/central/certificates.sh client $place/authority USER --new-key FILE"
fi
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  echo "users, passwords and PINs of this training city: $city/credentials.json"
  "$build/bin/madoguchi" --settings "$city/madoguchi.conf"
  exit
fi
output=demo-output/postgres
rm -rf "$output"
mkdir -p "$output"
tour madoguchi1 main "$output"
# The same rows at the server and, encrypted, in the station's files; the sign-in is by card.
"$admin" station digest --settings "$city/madoguchi.conf" --credentials "$city/credentials.json" \
  --user madoguchi1 | tee "$output/digest.txt"
"$admin" register digest --connect "$owner" | tee -a "$output/digest.txt"
# One weakness is meant: there is no second server here.
"$admin" register check --connect "$owner" | tee "$output/check.txt" || true
packaging/central/attempts.sh "$place" | tee "$output/refused.txt"
# Who was refused by the server itself stands in the register's log through the watch.
[ -f "$place/watch.key" ] || "$admin" register seals key --key "$place/watch.key"
"$admin" register watch --once --connect "$owner" --log "$place/server/data/log" \
  --key "$place/watch.key" 2>&1 | tee "$output/watch.txt" || true
psql -X -A -t -q -F ' ' -w -d "$owner" -c "select number, user_id, call, outcome, detail
  from office.register_log where call = 'connect' order by number" | tee -a "$output/watch.txt"
ls "$output"
