#!/bin/bash
# Installs what is missing, builds, and serves the product with a simulated 24SevenOffice behind it.
set -eu
cd "$(dirname "$0")"

help="Usage: ./run.sh [--port N]

Builds Busy x 24SevenOffice and serves it at http://localhost:8080 (or another port) until Ctrl-C.
A simulated 24SevenOffice with invented companies stands behind it, unless BUSY24_ERP_API_URL and
BUSY24_ERP_WEBSERVICES_URL name a real one (then BUSY24_APPLICATION_ID is needed too).
The database and the key file are kept in build/run/."

say() { printf '%s\n' "$*"; }
fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

port=8080
while [ $# -gt 0 ]; do
    case $1 in
    --help | -h)
        say "$help"
        exit 0
        ;;
    --port)
        port=${2:-}
        shift
        ;;
    --port=*) port=${1#--port=} ;;
    *)
        printf '%s\n' "\"$1\" is not known; ./run.sh --help lists what is." >&2
        exit 2
        ;;
    esac
    shift || true
done
case $port in
'' | *[!0-9]* | ??????*) valid= ;;
*) valid=$((port >= 1 && port <= 65535)) ;;
esac
if [ "${valid:-0}" != 1 ]; then
    printf '%s\n' "--port got \"$port\", but expects a number from 1 to 65535." >&2
    exit 2
fi

# Before anything is built: whoever has to wait for minutes should know it at once.
if [ -z "${BUSY24_LISTEN:-}" ] && (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
    fail "Port $port is in use by another program; stop that one, or choose another with --port."
fi
free_mib() { echo $(($(df -Pk . | awk 'NR == 2 {print $4}') / 1024)); }
needed_mib=1500
[ -x build/bin/busy24-proxy ] && needed_mib=100
free=$(free_mib)
[ "$free" -ge "$needed_mib" ] ||
    fail "This needs $needed_mib MB of free disk, but there are $free MB here; free some."

mkdir -p build/logs build/run
# step NAME COMMAND...: quiet while it goes well, the end of its log when it does not.
step() {
    name=$1
    shift
    log=build/logs/run-$name.log
    "$@" >"$log" 2>&1 && return
    tail -n 20 "$log" >&2
    # The log itself may have found no room.
    if grep -qi 'no space left on device' "$log" || [ "$(free_mib)" -lt 10 ]; then
        fail "The disk is full, so it stopped at: $name. Free some and start again."
    fi
    fail "It stopped at: $name. The whole log is in $log."
}

assets/build/packages.sh build || exit 1
assets/build/sources.sh build/third_party || exit 1
say "Building (the first time takes some minutes) ..."
[ -e build/native/build.ninja ] || step configure cmake --preset native
step programs cmake --build --preset native --target busy24-proxy busy24-simulator
[ -e build/web-objects/build.ninja ] || step configure-web cmake --preset web
step web cmake --build --preset web

simulator=
proxy=
stop() {
    trap - INT TERM EXIT
    for process in $proxy $simulator; do
        kill "$process" 2>/dev/null || true
        wait "$process" 2>/dev/null || true
    done
}
trap 'stop; exit 0' INT TERM
trap stop EXIT

# wait_for PROCESS PATTERN LOG: until the log has a line with the pattern, or the process is gone.
wait_for() {
    for _ in $(seq 100); do
        grep -qs "$2" "$3" && return
        kill -0 "$1" 2>/dev/null || return 1
        sleep 0.1
    done
    return 1
}

# What the last start said is not for wait_for, which may look before these programs have begun.
rm -f build/run/simulator.log build/run/proxy.log
if [ -z "${BUSY24_ERP_API_URL:-}" ]; then
    build/bin/busy24-simulator >build/run/simulator.log 2>&1 &
    simulator=$!
    wait_for "$simulator" '^control port' build/run/simulator.log ||
        fail "The simulator did not start: $(tail -n 1 build/run/simulator.log)"
    url=$(sed -n 's/^24SevenOffice is simulated at //p' build/run/simulator.log)
    export BUSY24_ERP_API_URL="$url" BUSY24_ERP_WEBSERVICES_URL="$url"
    export BUSY24_APPLICATION_ID="${BUSY24_APPLICATION_ID:-b3a51e1c-6f0d-4c53-9f1e-7d1c6f1c2a24}"
fi

export BUSY24_LISTEN="${BUSY24_LISTEN:-127.0.0.1:$port}"
export BUSY24_PUBLIC_URL="${BUSY24_PUBLIC_URL:-http://localhost:$port}"
export BUSY24_DATABASE="${BUSY24_DATABASE:-build/run/busy24.sqlite}"
export BUSY24_KEY_FILE="${BUSY24_KEY_FILE:-build/run/busy24.key}"
export BUSY24_WEB_ROOT="${BUSY24_WEB_ROOT:-build/web}"
build/bin/busy24-proxy >build/run/proxy.log 2>build/run/proxy.err &
proxy=$!
if ! wait_for "$proxy" 'busy24-proxy serves' build/run/proxy.log; then
    status=0
    kill "$proxy" 2>/dev/null || wait "$proxy" || status=$?
    tail -n 1 build/run/proxy.err >&2
    exit "${status:-1}"
fi

say ""
say "Open $BUSY24_PUBLIC_URL"
if [ -n "$simulator" ]; then
    say ""
    say "Sign in with one of the invented logins (user name / password):"
    sed -n '/^  /p' build/run/simulator.log
fi
say ""
say "Ctrl-C stops it. Logs and data: build/run/"
wait "$proxy"
