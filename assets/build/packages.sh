#!/bin/sh
# Installs the Debian packages that building and testing need. Quick when they are already there.
# Usage: packages.sh build|test
set -eu

build="g++ clang lld cmake ninja-build pkg-config ca-certificates apt-utils xz-utils patch emscripten
    nlohmann-json3-dev libexpat1-dev libsqlite3-dev libssl-dev libcurl4-openssl-dev zlib1g-dev
    fonts-inter fonttools brotli curl"
test="ccache doctest-dev libclang-rt-14-dev clang-format clang-tidy
    chromium firefox-esr xvfb libegl1 python3-zeep python3-aiosmtpd nginx-light sqlite3 openssl"

say() { printf '%s\n' "$*" >&2; }

wanted="$build"
[ "${1:-build}" = test ] && wanted="$build $test"

missing=
for package in $wanted; do
    state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || missing="$missing $package"
done
# Node and npm may come from anywhere; Debian's are only taken when there are none.
command -v node >/dev/null 2>&1 || missing="$missing nodejs"
command -v npm >/dev/null 2>&1 || missing="$missing npm"
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
    as_root=
elif command -v sudo >/dev/null 2>&1; then
    as_root=sudo
else
    say "These packages are missing, and installing them needs root or sudo:$missing"
    exit 1
fi

free_kib=$(df -Pk / | awk 'NR == 2 {print $4}')
if [ "$free_kib" -lt 3000000 ]; then
    say "Installing the packages needs about 3 GB of free disk, but there is $((free_kib / 1024)) MB." \
        "Free some and start again."
    exit 1
fi

say "Installing:$missing"
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
trap 'rm -f "$log"' EXIT
install_missing() {
    $as_root apt-get update -qq >"$log" 2>&1 &&
        $as_root env DEBIAN_FRONTEND=noninteractive \
            apt-get install -y -qq --no-install-recommends $missing >"$log" 2>&1
}
# Once more, since a mirror may be in the middle of an update.
if ! install_missing && ! { sleep 5 && install_missing; }; then
    tail -n 5 "$log" >&2
    say "The packages could not be installed. Is there a network connection to the Debian mirror in /etc/apt?"
    exit 1
fi
