#!/usr/bin/env bash
# The list of revoked certificates on a server of the register. An expired list refuses everybody, and a
# list of somebody else would too: so a new one is looked at before it takes the old one's place.
#   revocations.sh take NEW PLACE CA [--reload COMMAND]   checks NEW against the authority's certificate CA,
#                                                         puts it in PLACE, runs COMMAND when it changed
#   revocations.sh alarm PLACE --days N                   fails when the list ends within N days: for a timer
#                                                         whose failure reaches somebody
set -euo pipefail

fail() { echo "revocations.sh: $*" >&2; exit 1; }
usage() { sed -n '2,/^set/s/^# \{0,1\}//p' "$0" | sed '$d' >&2; exit 2; }

number_of() { # as many hexadecimal digits for every list, so that they compare as text
  local number
  number=$(openssl crl -in "$1" -noout -crlnumber | sed 's/^crlNumber=\(0x\)\{0,1\}//')
  printf '%040s' "$number" | tr ' ' 0
}
seconds_left() {
  local until
  until=$(openssl crl -in "$1" -noout -nextupdate 2>/dev/null) || fail "not a list: $1"
  echo $(($(date -d "${until#nextUpdate=}" +%s) - $(date +%s)))
}

take() {
  local new=$1 place=$2 ca=$3 reload=
  [ "${4:-}" != --reload ] || reload=${5:?--reload takes a command}
  # openssl says so, but its exit code stays 0.
  openssl crl -in "$new" -noout -CAfile "$ca" 2>&1 | grep -q '^verify OK' ||
    fail "not a list of this authority: $new"
  [ "$(seconds_left "$new")" -gt 0 ] || fail "the list is out of date: $new"
  if [ -f "$place" ]; then
    if cmp -s "$new" "$place"; then return; fi
    # An older list would let revoked cards in again.
    [[ "$(number_of "$new")" > "$(number_of "$place")" ]] || fail "older than the list in place: $new"
  fi
  cp "$new" "$place.new"
  # Root does this on a server; the server's account reads it.
  if [ -f "$place" ]; then
    chmod --reference="$place" "$place.new"
    [ "$(id -u)" -ne 0 ] || chown --reference="$place" "$place.new"
  fi
  sync "$place.new"
  mv "$place.new" "$place"
  [ -z "$reload" ] || sh -c "$reload"
}

[ $# -ge 2 ] || usage
case "$1" in
  take) [ $# -ge 4 ] || usage; shift; take "$@" ;;
  alarm)
    [ $# -eq 4 ] && [ "$3" = --days ] || usage
    left=$(($(seconds_left "$2") / 86400))
    echo "days until the list of revoked certificates ends: $left"
    [ "$left" -ge "$4" ] || fail "the list ends in $left days: after that NOBODY gets into the register"
    ;;
  *) usage ;;
esac
