#!/usr/bin/env bash
# Backup of the register, and the proof that it can be restored. The folder holds the register in clear:
# an encrypted disk, readable by the account of the server alone, and a copy of it in another building.
#   backup.sh base FOLDER [--connect CONNINFO] [--note COMMAND]
#                                                   a full copy, checked (weekly); newest last. COMMAND
#                                                   (madoguchi-admin register backed-up --connect ...) says
#                                                   before it where the feeds stand, and is called again
#                                                   with these words once the copy is there
#   backup.sh archive FOLDER PATH NAME              archive_command: one piece of the log of changes
#   backup.sh restore FOLDER DATA [--until TIME]    the newest copy and all changes, or those until TIME,
#                                                   into the empty folder DATA; starts nothing
#   backup.sh rehearse FOLDER [--until TIME] [--digest COMMAND]
#                                                   restores into a temporary folder, starts a server there
#                                                   that only this account reaches, checks every table and
#                                                   index, runs COMMAND with PGHOST, PGPORT, PGUSER and
#                                                   PGDATABASE set, says what it found in one JSON line, and
#                                                   removes all of it again
#   backup.sh prune FOLDER --keep N                 removes older copies and what only they need
# Runs as the account of the server, or as root, who then runs PostgreSQL's programs as postgres.
set -euo pipefail

bin=${MADOGUCHI_PG_BIN:-/usr/lib/postgresql/15/bin}
fail() { echo "backup.sh: $*" >&2; exit 1; }
usage() { sed -n '2,/^set/s/^# \{0,1\}//p' "$0" | sed '$d' >&2; exit 2; }
option() { # option NAME "$@": the value after NAME
  local wanted=$1
  shift
  while [ $# -gt 1 ]; do
    if [ "$1" = "$wanted" ]; then printf '%s' "$2"; return; fi
    shift
  done
}

as_server=()
[ "$(id -u)" -ne 0 ] || as_server=(setpriv --reuid=postgres --regid=postgres --init-groups --)
own() { [ "$(id -u)" -ne 0 ] || chown postgres: "$@"; }

[ $# -ge 2 ] || usage
command=$1
folder=$2
shift 2
umask 077

newest_base() {
  find "$folder/base" -mindepth 1 -maxdepth 1 -type d ! -name '*.part' 2>/dev/null | LC_ALL=C sort | tail -n 1
}

make_base() {
  local connect name note places=
  connect=$(option --connect "$@")
  note=$(option --note "$@")
  mkdir -p "$folder/base" "$folder/wal"
  own "$folder" "$folder/base" "$folder/wal"
  name=$folder/base/$(date -u +%Y%m%dT%H%M%SZ)
  rm -rf "$folder"/base/*.part # of a copy that was cut short
  # Asked before: whatever is written during the copy may not be in it.
  [ -z "$note" ] || places=$(sh -c "$note") || fail "failed: $note"
  "${as_server[@]}" "$bin/pg_basebackup" -d "$connect" -D "$name.part" -X stream -c fast \
    --manifest-checksums=SHA256 --no-password
  "${as_server[@]}" "$bin/pg_verifybackup" --quiet "$name.part"
  mv "$name.part" "$name"
  sync -f "$name"
  [ -z "$places" ] || sh -c "$note $places" || fail "the copy is whole, but it was not noted: $note $places"
  echo "$name"
}

# PostgreSQL calls again until this succeeds, also when it did not hear that it had: the same piece with
# the same content is fine, another content never is.
archive() {
  local path=$1 name=$2 to=$folder/wal/$2
  case "$name" in '' | */*) fail "not a name: $name" ;; esac
  if [ -e "$to" ]; then
    cmp -s "$path" "$to" || fail "$name is there with another content"
    return
  fi
  cp "$path" "$to.part"
  sync "$to.part"
  mv -n "$to.part" "$to"
  sync "$folder/wal"
}

restore() { # restore DATA [--until TIME]
  local data=$1 base until
  until=$(option --until "$@")
  base=$(newest_base)
  [ -n "$base" ] || fail "no copy in $folder"
  if [ -e "$data" ] && [ -n "$(ls -A "$data")" ]; then fail "not empty: $data"; fi
  "${as_server[@]}" "$bin/pg_verifybackup" --quiet "$base" || fail "the copy is damaged: $base"
  mkdir -p "$data"
  cp -R "$base/." "$data/"
  # A slot or a host name of the former server means nothing here.
  rm -rf "$data/postmaster.pid" "$data/standby.signal" "$data"/pg_replslot/*
  {
    echo "# written by backup.sh restore; may go once the server has been started"
    echo "restore_command = 'cp \"$(cd "$folder" && pwd)/wal/%f\" \"%p\"'"
    echo "recovery_target_action = 'promote'"
    [ -z "$until" ] || echo "recovery_target_time = '${until//\'/}'"
    echo "primary_conninfo = ''"
    echo "primary_slot_name = ''"
    echo "synchronous_standby_names = ''"
  } >>"$data/postgresql.auto.conf"
  : >"$data/recovery.signal"
  [ "$(id -u)" -ne 0 ] || chown -R postgres: "$data"
  chmod 700 "$data"
}

# A configuration of its own: that of the office may name files that are not here. What recovery insists
# on is read from the copy. What must not happen (to be reached by others, to archive) is also said on the
# command line, where nothing that came with the copy can undo it.
rehearsal_conf() { # rehearsal_conf DATA PLACE
  local data=$1 place=$2
  echo "local all all peer map=rehearsal" >"$place/hba.conf"
  echo "rehearsal $(id -un) postgres" >"$place/ident.conf"
  echo "rehearsal postgres postgres" >>"$place/ident.conf"
  cat >"$place/postgresql.conf" <<CONF
hba_file = '$place/hba.conf'
ident_file = '$place/ident.conf'
fsync = off
logging_collector = off
log_min_error_statement = panic
$("$bin/pg_controldata" -D "$data" | sed -n \
    -e 's/^max_prepared_xacts setting/max_prepared_transactions setting/' \
    -e 's/^max_locks_per_xact setting/max_locks_per_transaction setting/' \
    -e 's/^\(max_[a-z_]*\) setting: *\([0-9]*\)$/\1 = \2/p')
CONF
}

ask() { PGOPTIONS='-c client_min_messages=warning' psql -X -A -t -q -v ON_ERROR_STOP=1 -c "$1" "${@:2}"; }

# The log of changes must be followed to its end: a piece that is missing in the middle would otherwise
# only show as a register that is a day older than it should be.
nothing_left_out() { # nothing_left_out LAST_PIECE_REPLAYED
  local last
  last=$(find "$folder/wal" -maxdepth 1 -type f -printf '%f\n' | grep -E '^[0-9A-F]{24}$' |
    LC_ALL=C sort | tail -n 1)
  [ -z "$last" ] || [[ ! "$last" > "$1" ]] ||
    fail "changes up to $last are archived, but only those up to $1 could be applied: a piece is missing"
}

stop_rehearsal() {
  if [ -n "${server:-}" ]; then
    kill -QUIT "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  rm -rf "$place"
}

rehearse() {
  local until digest_command database end piece digest='' tables rows started=$SECONDS checked=0
  until=$(option --until "$@")
  digest_command=$(option --digest "$@")
  place=$(mktemp -d "${TMPDIR:-/tmp}/rehearsal.XXXXXX")
  trap stop_rehearsal EXIT
  trap 'exit 130' INT TERM
  own "$place"
  restore "$place/data" ${until:+--until "$until"}
  rehearsal_conf "$place/data" "$place"
  own "$place"/*.conf
  "${as_server[@]}" "$bin/postgres" -D "$place/data" -c config_file="$place/postgresql.conf" \
    -c listen_addresses= -c unix_socket_directories="$place" -c port=5432 -c ssl=off -c archive_mode=off \
    -c shared_preload_libraries= >"$place/said" 2>&1 &
  server=$!
  export PGHOST=$place PGPORT=5432 PGUSER=postgres PGDATABASE=postgres
  until [ "$(ask 'select pg_is_in_recovery()' 2>/dev/null)" = f ]; do
    kill -0 "$server" 2>/dev/null || { tail -n 20 "$place/said" >&2; fail "the restored server ended"; }
    sleep 0.2
  done
  # The end of recovery opens a new time line; its history file says where the old one ended.
  end=$(ask "select coalesce(pg_last_xact_replay_timestamp()::text, '')")
  piece=$(sed -n 's/.*restored log file "\([0-9A-F]\{24\}\)" from archive.*/\1/p' "$place/said" | tail -n 1)
  [ -n "$until" ] || nothing_left_out "$piece"
  for database in $(ask "select datname from pg_database where datallowconn and not datistemplate order by 1"); do
    export PGDATABASE=$database
    ask 'create extension if not exists amcheck'
    "${as_server[@]}" env PGHOST="$PGHOST" "$bin/pg_amcheck" --no-password --heapallindexed --parent-check \
      -d "$database" >"$place/amcheck" 2>&1 || { cat "$place/amcheck" >&2; fail "damage in $database"; }
    checked=$((checked + 1))
    if [ -n "$(ask "select 1 from pg_namespace where nspname = 'office'")" ]; then
      [ -z "$digest_command" ] || digest=$(sh -c "$digest_command") || fail "failed: $digest_command"
    fi
    counted=$(ask "select count(*), coalesce(sum((xpath('/row/c/text()', query_to_xml(format(
        'select count(*) as c from %I.%I', schemaname, tablename), false, true, '')))[1]::text::bigint), 0)
        from pg_tables where schemaname not in ('pg_catalog', 'information_schema')")
    tables=$((${tables:-0} + ${counted%|*}))
    rows=$((${rows:-0} + ${counted#*|}))
  done
  printf '{"copy":"%s","lastPiece":"%s","lastChange":"%s","databases":%d,"tables":%d,"rows":%d,"digest":"%s","seconds":%d}\n' \
    "$(basename "$(newest_base)")" "$piece" "$end" "$checked" "$tables" "$rows" \
    "$(printf '%s' "$digest" | tr -d '"\\\n')" $((SECONDS - started))
}

prune() {
  local keep oldest first
  keep=$(option --keep "$@")
  [ "${keep:-0}" -ge 1 ] 2>/dev/null || fail "--keep takes a number from 1"
  find "$folder/base" -mindepth 1 -maxdepth 1 -type d ! -name '*.part' | LC_ALL=C sort |
    head -n "-$keep" | while read -r old; do rm -rf "$old"; done
  oldest=$(find "$folder/base" -mindepth 1 -maxdepth 1 -type d | LC_ALL=C sort | sed 1q)
  first=$(sed -n 's/^START WAL LOCATION:.*(file \([0-9A-F]*\))$/\1/p' "$oldest/backup_label")
  [ -n "$first" ] || fail "no beginning in $oldest"
  "$bin/pg_archivecleanup" "$folder/wal" "$first"
}

case "$command" in
  base) make_base "$@" ;;
  archive) [ $# -eq 2 ] || usage; archive "$@" ;;
  restore) [ $# -ge 1 ] || usage; restore "$@" ;;
  rehearse) rehearse "$@" ;;
  prune) prune "$@" ;;
  *) usage ;;
esac
