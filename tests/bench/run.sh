#!/bin/bash
# run.sh [NAME...]: prints the figures of these benchmarks, or of all: what the first load costs, how
# a long table scrolls, and every *_bench.cpp of this folder.
# Needs build/bin, build/web and build/browser, which ./test.sh makes. Asserts nothing.
set -u
cd "$(dirname "$0")/../.."
# What the program does is measured, and not the disk.
[ -w /dev/shm ] && export TMPDIR=/dev/shm

names=("$@")
if [ $# -eq 0 ]; then
    names=(first_load table_frames)
    for source in tests/bench/*_bench.cpp; do names+=("$(basename "$source" .cpp)"); done
fi
for name in "${names[@]}"; do
    if [ -e "tests/bench/$name.mjs" ]; then
        node "tests/bench/$name.mjs"
    elif cmake --build --preset native --target "$name" >"build/logs/$name.log" 2>&1; then
        "build/bin/$name"
    else
        echo "$name could not be built; see build/logs/$name.log"
    fi
done
exit 0
