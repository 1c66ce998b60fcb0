#!/bin/bash
# Builds and runs every test. Each suite has its log in build/logs; the last line counts them all.
# BUSY24_FUZZ_SECONDS is how long each fuzz target runs (60). A suite that has passed is not run again
# until what it tests, or is made of, is another; with BUSY24_TEST_ALL=1 all are.
set -u
cd "$(dirname "$0")"

fuzz_seconds=${BUSY24_FUZZ_SECONDS:-60}

mkdir -p build/logs build/screenshots build/passed
# Databases of tests live for a moment, and hundreds of simulated days write a lot.
[ "$(df --output=avail /dev/shm 2>/dev/null | tail -n 1)" -gt 1000000 ] 2>/dev/null &&
    export TMPDIR=/dev/shm
passed=0
failed=0

say() { printf '%s\n' "$*"; }

# show_failures LOG: the names of what failed, or else how the log ends.
show_failures() {
    say "---- $1"
    grep -E '^not ok|^TEST CASE:|ERROR: |ERROR SUMMARY|error:' "$1" | sort -u | head -n 40 |
        grep . || tail -n 40 "$1"
    say "----"
}

# count SUITE PASSED FAILED: a suite in which nothing ran has failed.
count() {
    local ok=$2 bad=$3
    [ $((ok + bad)) -gt 0 ] || bad=1
    passed=$((passed + ok))
    failed=$((failed + bad))
    printf '%-28s %5d passed, %d failed   (%d s)\n' "$1" "$ok" "$bad" $((SECONDS - began))
    [ "$bad" -eq 0 ] || show_failures "build/logs/$1.log"
}

# count_unchanged SUITE PASSED
count_unchanged() {
    passed=$((passed + $2))
    printf '%-28s %5d passed, 0 failed   (unchanged since)\n' "$1" "$2"
}

# single SUITE COMMAND...: one pass or one failure, by its exit status.
single() {
    local suite=$1
    shift
    began=$SECONDS
    local passes=0
    "$@" >"build/logs/$suite.log" 2>&1 && passes=1
    count "$suite" "$passes" $((1 - passes))
}

# build NAME COMMAND...: silent while it goes well.
build() {
    local name=$1
    shift
    began=$SECONDS
    if "$@" >"build/logs/build-$name.log" 2>&1; then
        say "built $name ($((SECONDS - began)) s)"
    else
        cp "build/logs/build-$name.log" "build/logs/$name.log"
        grep -nE 'error|FAILED' "build/logs/build-$name.log" | head -n 20
        count "build-$name" 0 1
        return 1
    fi
}

# has_passed SUITE KEY: its log is that of the pass.
has_passed() {
    [ -z "${BUSY24_TEST_ALL:-}" ] && [ -e "build/passed/$1/$2" ] &&
        cp "build/passed/$1/$2" "build/logs/$1.log"
}

# note_pass SUITE KEY
note_pass() {
    rm -rf "build/passed/$1"
    mkdir "build/passed/$1"
    cp "build/logs/$1.log" "build/passed/$1/$2"
}

run_doctest() {
    local suite=$1 program=$2 filter=() key status
    key=$({ find tests/fixtures web/app.css "$program" -type f -print0 | sort -z | xargs -0 cat &&
        echo "${BUSY24_SEEDS:-} ${BUSY24_SEED:-}"; } | sha256sum | cut -c1-40)
    # tidy_test reads all sources.
    if [ "$suite" != tidy_test ] && has_passed "$suite" "$key"; then
        echo "0 unchanged" >"build/logs/$suite.status"
        return
    fi
    # The simulation's halves run beside each other and beside the rest.
    case $suite in
    app_odd) filter=(-tc='odd seeds*') ;;
    app_even) filter=(-tc='even seeds*') ;;
    app_test) filter=(-tce='odd seeds*,even seeds*') ;;
    esac
    # Two frames name who allocated; more of them, and filling what is allocated, make it dearer.
    ASAN_OPTIONS=malloc_context_size=2:quarantine_size_mb=16:max_malloc_fill_size=0 \
        timeout $((600 + ${BUSY24_SEEDS:-0} * 2)) "$program" --no-colors "${filter[@]}" >"build/logs/$suite.log" 2>&1
    status=$?
    [ "$status" -ne 0 ] || note_pass "$suite" "$key"
    echo "$status $SECONDS" >"build/logs/$suite.status"
}

# doctests SUITE=PROGRAM...: one more at a time than there are processors, since some wait; counts
# their test cases.
doctests() {
    local pair suite status seconds line ok bad
    export -f run_doctest has_passed note_pass
    printf '%s\n' "$@" | tr '=' '\n' | xargs -P $(($(nproc) + 1)) -n 2 bash -c 'run_doctest "$@"' run_doctest
    for pair in "$@"; do
        suite=${pair%%=*}
        read -r status seconds <"build/logs/$suite.status"
        line=$(grep '^\[doctest\] test cases:' "build/logs/$suite.log" | tail -n 1)
        ok=$(sed -n 's/.*| *\([0-9]*\) passed.*/\1/p' <<<"$line")
        bad=$(sed -n 's/.*| *\([0-9]*\) failed.*/\1/p' <<<"$line")
        # A sanitizer's report or a time-out ends the program without its summary.
        [ "$status" -eq 0 ] || [ "${bad:-0}" -gt 0 ] || bad=$((${bad:-0} + 1))
        if [ "$seconds" = unchanged ]; then
            count_unchanged "$suite" "$ok"
        else
            began=$((SECONDS - seconds))
            count "$suite" "${ok:-0}" "${bad:-1}"
        fi
    done
}

# counted SUITE COMMAND...: for programs that end with "N passed, M failed".
counted() {
    local suite=$1 status line ok bad
    shift
    began=$SECONDS
    timeout 900 "$@" >"build/logs/$suite.log" 2>&1
    status=$?
    line=$(grep -E '^[0-9]+ passed, [0-9]+ failed' "build/logs/$suite.log" | tail -n 1)
    ok=$(sed -n 's/^\([0-9]*\) passed.*/\1/p' <<<"$line")
    bad=$(sed -n 's/.* passed, \([0-9]*\) failed.*/\1/p' <<<"$line")
    [ "$status" -eq 0 ] || [ "${bad:-0}" -gt 0 ] || bad=$((${bad:-0} + 1))
    count "$suite" "${ok:-0}" "${bad:-1}"
}

# All that the process and browser tests run, and run on.
node_tests_key() {
    local files=(tests/browser tests/process run.sh assets/build)
    { git ls-files -s -- "${files[@]}" && git diff HEAD -- "${files[@]}" &&
        git ls-files -o --exclude-standard -- "${files[@]}" | xargs -r cat &&
        find build/bin/busy24-* build/web -type f -print0 | sort -z | xargs -0 cat &&
        dpkg-query -W chromium firefox-esr nginx-light python3-aiosmtpd && node --version
    } | sha256sum | cut -c1-40
}

# node_tests SUITE FILE...: node's own test runner.
node_tests() {
    local suite=$1 status ok bad key
    key=$(node_tests_key)
    shift
    if has_passed "$suite" "$key"; then
        ok=$(sed -n 's/^# pass \([0-9]*\).*/\1/p' "build/logs/$suite.log" | tail -n 1)
        count_unchanged "$suite" "$ok"
        return
    fi
    began=$SECONDS
    timeout 1200 node --test --test-concurrency=3 --test-reporter=tap "$@" >"build/logs/$suite.log" 2>&1
    status=$?
    ok=$(sed -n 's/^# pass \([0-9]*\).*/\1/p' "build/logs/$suite.log" | tail -n 1)
    # Cut short counts as failed.
    bad=$(sed -n 's/^# \(fail\|cancelled\) \([0-9]*\).*/\2/p' "build/logs/$suite.log" |
        awk '{sum += $1} END {print sum + 0}')
    [ "$status" -eq 0 ] || [ "${bad:-0}" -gt 0 ] || bad=1
    [ "${bad:-1}" -ne 0 ] || note_pass "$suite" "$key"
    count "$suite" "${ok:-0}" "${bad:-1}"
}

sources() { git ls-files -- '*.cpp' '*.hpp'; }
formatted() { sources | xargs clang-format --dry-run -Werror; }

# The program's own sources, several read as one.
clang_tidy_all() {
    cmake --preset tidy >/dev/null || return 1
    sed -n 's/^ *"file": "\(.*\)",\{0,1\}$/\1/p' build/tidy/compile_commands.json |
        grep -vE '/tests/|_test\.dir/|/third_party/|busy24_simulator\.dir/' |
        xargs -P "$(nproc)" -I{} .ci/clang-tidy-file build/tidy {}
}

fuzz_one() {
    local target=$1
    mkdir -p "build/fuzz-corpus/$target"
    "build/asan/$target" -max_total_time="$fuzz_seconds" -timeout=30 -rss_limit_mb=2048 \
        -artifact_prefix="build/logs/$target-" \
        "build/fuzz-corpus/$target" "tests/fuzz/corpus/$target" >"build/logs/$target.log" 2>&1
}

# All at once, in the background and with a third of the time, or little would come of their minute.
# fuzz_end counts them.
fuzz_begin() {
    fuzz_targets=()
    local target
    for target in tests/fuzz/*_fuzz.cpp; do fuzz_targets+=("$(basename "$target" .cpp)"); done
    for target in "${fuzz_targets[@]}"; do mkdir -p "tests/fuzz/corpus/$target"; done
    export -f fuzz_one
    export fuzz_seconds
    fuzz_began=$SECONDS
    printf '%s\n' "${fuzz_targets[@]}" |
        nice -n 5 xargs -P 0 -I{} bash -c 'fuzz_one {} || touch build/logs/{}.failed' &
    fuzz_process=$!
}

fuzz_end() {
    local target
    wait "$fuzz_process"
    began=$fuzz_began
    for target in "${fuzz_targets[@]}"; do
        local bad=0
        [ -e "build/logs/$target.failed" ] && bad=1
        count "$target" $((1 - bad)) "$bad"
        rm -f "build/logs/$target.failed"
    done
}

if ! assets/build/packages.sh test || ! assets/build/sources.sh build/third_party; then
    say "0 passed, 1 failed"
    exit 1
fi

single format formatted

# The web app is linked by one processor for a minute, which leaves the other to the rest.
(
    began=$SECONDS
    build web bash -c 'cmake --preset web && cmake --build --preset web'
) &
web_process=$!
build native bash -c \
    'cmake --preset native && cmake --build --preset native --target busy24-proxy busy24-simulator'
build asan bash -c 'cmake --preset asan && cmake --build --preset asan --target tests fuzz_targets -- -k 0'
build tsan bash -c \
    'cmake --preset tsan && cmake --build --preset tsan --target store_test erp_test threads_test -- -k 0'
wait "$web_process" || failed=$((failed + 1))
# Every doctest program that CMake knows and that has a test; the longest first.
suites=(app_odd=build/asan/app_test app_even=build/asan/app_test)
while read -r suite folder; do
    ls "$folder"/*.cpp >/dev/null 2>&1 &&
        suites+=("$suite=build/asan/$suite")
done < <(sed -n 's/^ *busy24_test(\([a-z_]*\) \([a-z_/]*\).*/\1 \2/p' assets/build/native.cmake)
suites+=(store_test-threads=build/tsan/store_test erp_test-threads=build/tsan/erp_test
    threads_test-threads=build/tsan/threads_test)
fuzz_begin
doctests "${suites[@]}"
fuzz_end
counted zeep /usr/bin/python3 tests/simulator_tests/zeep_check.py build/bin/busy24-simulator

build browser-packages .ci/browser-packages build/browser
node_tests process-and-browser tests/process/*_test.mjs tests/browser/*_test.mjs
single clang-tidy clang_tidy_all
# The quickest; tests/bench/run.sh without names runs all.
timeout 300 tests/bench/run.sh first_load session_bench soap_decode_bench 2>&1 | tee build/logs/bench.log

say "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
