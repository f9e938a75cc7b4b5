#!/usr/bin/env bash
# Installs everything that building, testing and the demo need, from Debian's packages. Does nothing
# when all of it is there. Runs as root, or with sudo; removes nothing.
set -euo pipefail

packages=(
  g++ cmake ninja-build pkg-config git ca-certificates ccache
  clang-format-14 clang-tidy-14
  qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libgl1-mesa-dev
  qt6-qpa-plugins
  libssl-dev libbotan-2-dev libexpected-dev libp11-kit-dev
  softhsm2
  postgresql-15 postgresql-client-15 libpq-dev openssl
  fonts-ipamj-mincho fonts-noto-cjk fontconfig unicode-data bzip2
  poppler-utils xvfb xauth binutils
)

if ! command -v dpkg-query >/dev/null 2>&1; then
  echo "This script knows Debian 12. Elsewhere install what these packages hold:" >&2
  printf '  %s\n' "${packages[@]}" npm >&2
  exit 1
fi

# An npm command of another origin does: Debian's npm conflicts with other Node packages.
command -v npm >/dev/null 2>&1 || packages+=(npm)

missing=()
for package in "${packages[@]}"; do
  status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$status" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null 2>&1; then
    echo "These packages are missing, and installing them needs root or sudo:" >&2
    printf '  %s\n' "${missing[@]}" >&2
    exit 1
  fi
  as_root=(sudo)
fi
echo "installing: ${missing[*]}"
# The register's tests and demo make servers of their own: installing PostgreSQL must not make and start
# one. Debian's package asks this file while it is installed; afterwards the file is taken away again.
case " ${missing[*]} " in
  *" postgresql-15 "*)
    no_cluster=/etc/postgresql-common/createcluster.d/madoguchi-deps.conf
    "${as_root[@]}" mkdir -p "${no_cluster%/*}"
    echo "create_main_cluster = false" | "${as_root[@]}" tee "$no_cluster" >/dev/null
    trap '"${as_root[@]}" rm -f "$no_cluster"' EXIT
    ;;
esac
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
  apt-get install -y -qq --no-install-recommends "${missing[@]}"
