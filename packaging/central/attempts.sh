#!/usr/bin/env bash
# Tries by psql what the register's server must refuse, and says what it answered. For a place that
# packaging/demo.sh --postgres --keep DIR has made; fails when anything gets through.
#   attempts.sh DIR [USER]      USER: a clerk of credentials.json (madoguchi1)
set -euo pipefail

[ $# -ge 1 ] || { sed -n '2,/^set/s/^# \{0,1\}//p' "$0" | sed '$d' >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
place=$(cd "$1" && pwd)
user=${2:-madoguchi1}
other=madoguchi2
[ "$user" != "$other" ] || other=madoguchi1
authority=$place/authority
work=$(mktemp -d "${TMPDIR:-/tmp}/attempts.XXXXXX")
trap 'rm -rf "$work"' EXIT

# Keys of a line come in alphabetic order: password before user.
password_of() {
  awk -F'"' -v user="$1" '$2 == "password" { p = $4 } $2 == "user" && $4 == user { print p }' \
    "$place/city/credentials.json"
}
password=$(password_of "$user")
[ -n "$password" ] || { echo "no user $user in $place" >&2; exit 1; }

# The clerk's own key is on his card and does not leave it: psql gets certificates with keys in files.
certificate() { # certificate NAME USER: NAME.crt and NAME.key
  cp "$("$here/certificates.sh" client "$authority" "$2" --new-key "$work/$1.key")" "$work/$1.crt"
}
certificate own "$user"
certificate other "$other"
certificate lost "$user"
certificate admin postgres
"$here/certificates.sh" revoke "$authority" "$work/lost.crt"
"$here/private-cluster.sh" revocations "$place"

reached=$("$here/private-cluster.sh" reached "$place")
tls="sslmode=verify-full channel_binding=require sslrootcert=$authority/ca.crt"
with() { echo "$reached user=$user $tls sslcert=$work/$1.crt sslkey=$work/$1.key"; }

through=0
ask() { # ask PASSWORD CONNINFO SQL
  PGPASSWORD=$1 PGCONNECT_TIMEOUT=5 psql -X -A -t -q -w -v ON_ERROR_STOP=1 -d "$2" -c "$3" 2>&1
}
line() { printf '%-58s %s\n' "$1" "$(printf '%s' "$2" | sed 's/.*FATAL: *//; s/.*ERROR: *//; s/^psql: error: .* failed: *//' | head -n 1)"; }
refused() { # refused WHAT PASSWORD CONNINFO SQL: an error, or an answer that is no 'ok'
  local said
  if said=$(ask "$2" "$3" "$4") && [[ $said == '' || $said == ok* || $said != [A-Z]* ]]; then
    through=1
    line "$1" "GOT THROUGH: $said"
  else
    line "$1" "$said"
  fi
}

echo "== what the server refuses =="
refused "password without certificate" "$password" "$(with none)" "select 1"
refused "certificate without password" "" "$(with own)" "select 1"
refused "another clerk's certificate" "$password" "$(with other)" "select 1"
refused "revoked certificate" "$password" "$(with lost)" "select 1"
refused "no TLS" "$password" "$reached user=$user sslmode=disable" "select 1"
refused "the administrator over the network" "$password" \
  "$reached user=postgres $tls sslcert=$work/admin.crt sslkey=$work/admin.key" "select 1"

both=$(ask "$password" "$(with own)" "select session_user") || { echo "both factors: $both" >&2; exit 1; }
echo "== what it refuses to $both with both factors =="
refused "the residents' table" "$password" "$(with own)" "select count(*) from office.replica"
refused "the accounts" "$password" "$(with own)" "select * from office.user_account"
refused "the individual numbers" "$password" "$(with own)" \
  "select count(*) from numbers.person"
refused "the register's own functions" "$password" "$(with own)" "select office.digest_of('982016')"
refused "a table of his own" "$password" "$(with own)" "create temp table mine (n int)"
refused "rights that he gives himself" "$password" "$(with own)" \
  "set role madoguchi_owner"
refused "asking without a station" "$password" "$(with own)" "select status from api.ask('load')"
refused "a station that he only names" "$password" "$(with own)" \
  "select status from (select api.nonce()) n, api.open_session('S0001', decode(repeat('00', 32), 'hex'))"

# Who asked in vain stands in the register's own log, in a transaction that no caller can take back.
echo "== the last calls in the register's log =="
psql -X -A -t -q -F ' ' -d "$("$here/private-cluster.sh" administrator "$place")" \
  -c "select number, user_id, call, outcome from office.register_log order by number desc limit 5"
exit $through
