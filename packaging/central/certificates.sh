#!/usr/bin/env bash
# The register's own certificate authority, EC P-256, for an office that has none. Its folder holds the
# key that lets anybody in: keep it on a machine of its own, readable by one account.
#   certificates.sh ca DIR [--name NAME]                     a new authority: ca.crt, ca.key, ca.crl
#   certificates.sh server DIR NAME --san LIST               server certificate and key in DIR/NAME.{crt,key};
#                                                            LIST as in DNS:register-a.city,IP:192.0.2.5
#   certificates.sh client DIR USER --csr FILE               from a request signed on the card
#   certificates.sh client DIR USER --point FILE             from the card's open point (65 bytes): for makers
#                                                            of cards, who saw the key being made
#   certificates.sh client DIR USER --new-key FILE           with a key in a file: standby servers and tests
#   certificates.sh revoke DIR CERTIFICATE                   and a new list; copy it to the servers and reload
#   certificates.sh crl DIR [--days N | --until YYYYmmddHHMMSSZ]   a new list
#   certificates.sh days CRL                                 whole days until the list expires
# A client certificate stands on standard output as the path of the file it was written to. CN is the user.
set -euo pipefail

fail() { echo "certificates.sh: $*" >&2; exit 1; }
usage() { sed -n '2,/^set/s/^# \{0,1\}//p' "$0" | sed '$d' >&2; exit 2; }

crl_days=30
client_days=1095
server_days=1095
ca_days=7300

[ $# -ge 2 ] || usage
command=$1
place=$2
shift 2

option() { # option NAME "$@": the value after NAME
  local wanted=$1
  shift
  while [ $# -gt 1 ]; do
    if [ "$1" = "$wanted" ]; then printf '%s' "$2"; return; fi
    shift
  done
}

# The user becomes a CN and a file name: letters, digits, dot, underscore and hyphen only.
plain() { case "$1" in '' | *[!A-Za-z0-9._-]* | [.-]*) fail "not a name: $1" ;; esac; }

configure() {
  cat >"$place/ca.conf" <<CONF
[ca]
default_ca = register
[register]
dir = $place
database = $place/index.txt
new_certs_dir = $place/issued
certificate = $place/ca.crt
private_key = $place/ca.key
crlnumber = $place/crlnumber
rand_serial = yes
default_md = sha256
default_days = $client_days
default_crl_days = $crl_days
unique_subject = no
policy = named
[named]
commonName = supplied
[authority]
basicConstraints = critical,CA:TRUE,pathlen:0
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[server]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = serverAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
subjectAltName = \${ENV::MADOGUCHI_SAN}
[client]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = clientAuth
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
CONF
}

export MADOGUCHI_SAN=${MADOGUCHI_SAN:-DNS:invalid}
# What openssl says is kept for the case that it fails.
quiet() {
  local said
  said=$("$@" 2>&1) || { printf '%s\n' "$said" >&2; fail "failed: ${*:1:2}"; }
}
new_key() { # readable by its owner only from the first moment
  (umask 077 && quiet openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out "$1")
}
known() { [ -f "$place/ca.key" ] || fail "no authority in $place"; }

make_crl() { # further arguments for openssl; put in place whole, no server reads half a list
  quiet openssl ca -config "$place/ca.conf" -gencrl "$@" -out "$place/ca.crl.new"
  mv "$place/ca.crl.new" "$place/ca.crl"
}

make_ca() {
  [ ! -e "$place/ca.key" ] || fail "there is an authority in $place"
  mkdir -p -m 700 "$place" "$place/issued"
  place=$(cd "$place" && pwd)
  local name
  name=$(option --name "$@")
  configure
  : >"$place/index.txt"
  echo 01 >"$place/crlnumber"
  new_key "$place/ca.key"
  quiet openssl req -x509 -new -key "$place/ca.key" -sha256 -days "$ca_days" -config /dev/null \
    -subj "/CN=${name:-Madoguchi register}" -out "$place/ca.crt" \
    -addext "basicConstraints=critical,CA:TRUE,pathlen:0" -addext "keyUsage=critical,keyCertSign,cRLSign" \
    -addext "subjectKeyIdentifier=hash"
  make_crl
}

make_server() {
  local name=${1:-} san
  plain "$name"
  san=$(option --san "$@")
  [ -n "$san" ] || fail "--san is missing: the workstations compare it with the host they call"
  new_key "$place/$name.key"
  quiet openssl req -new -key "$place/$name.key" -config /dev/null -subj "/CN=$name" \
    -out "$place/$name.csr"
  MADOGUCHI_SAN=$san quiet openssl ca -batch -notext -config "$place/ca.conf" -extensions server \
    -days "$server_days" -in "$place/$name.csr" -out "$place/$name.crt"
  rm "$place/$name.csr"
}

# SubjectPublicKeyInfo (RFC 5480) of an uncompressed P-256 point, as PEM.
key_of_point() {
  [ "$(stat -c %s "$1")" = 65 ] && [ "$(od -An -tx1 -N1 "$1" | tr -d ' ')" = 04 ] ||
    fail "not an uncompressed P-256 point: $1"
  {
    printf '\x30\x59\x30\x13\x06\x07\x2a\x86\x48\xce\x3d\x02\x01\x06\x08\x2a'
    printf '\x86\x48\xce\x3d\x03\x01\x07\x03\x42\x00'
    cat "$1"
  } | openssl pkey -pubin -inform DER -out "$2"
}

make_client() {
  local user=${1:-} csr point key
  plain "$user"
  csr=$(option --csr "$@")
  point=$(option --point "$@")
  key=$(option --new-key "$@")
  made=$(mktemp "$place/issued/$user.XXXXXXXX")
  trap 'rm -f "$made" "$made.pub" "$made.csr"' EXIT
  if [ -n "$point" ]; then
    key_of_point "$point" "$made.pub" || fail "not a point of P-256: $point"
    quiet openssl x509 -new -force_pubkey "$made.pub" -subj "/CN=$user" -CA "$place/ca.crt" \
      -CAkey "$place/ca.key" -sha256 -days "$client_days" -extfile "$place/ca.conf" \
      -extensions client -out "$made.crt"
    quiet openssl ca -config "$place/ca.conf" -valid "$made.crt"
  else
    if [ -n "$key" ]; then
      new_key "$key"
      csr=$made.csr
      quiet openssl req -new -key "$key" -config /dev/null -subj "/CN=$user" -out "$csr"
    fi
    [ -n "$csr" ] || fail "one of --csr, --point, --new-key"
    # The name is ours: whatever the request says about itself is not taken over.
    quiet openssl ca -batch -notext -config "$place/ca.conf" -extensions client -subj "/CN=$user" \
      -in "$csr" -out "$made.crt"
  fi
  echo "$made.crt"
}

case "$command" in
  ca) make_ca "$@" ;;
  days)
    until=$(openssl crl -in "$place" -noout -nextupdate) || fail "not a list: $place"
    echo $((($(date -d "${until#nextUpdate=}" +%s) - $(date +%s)) / 86400))
    ;;
  server | client | revoke | crl)
    known
    place=$(cd "$place" && pwd)
    configure # the folder may have been moved
    case "$command" in
      server) make_server "$@" ;;
      client) make_client "$@" ;;
      revoke)
        quiet openssl ca -config "$place/ca.conf" -revoke "${1:?a certificate}"
        make_crl
        ;;
      crl)
        days=$(option --days "$@")
        until=$(option --until "$@")
        if [ -n "$until" ]; then
          make_crl -crl_lastupdate 20200101000000Z -crl_nextupdate "$until"
        else
          make_crl -crldays "${days:-$crl_days}"
        fi
        ;;
    esac
    ;;
  *) usage ;;
esac
