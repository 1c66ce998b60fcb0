#!/bin/bash
# Prints the figures: what the first load costs, and every *_bench.cpp of this folder.
# Needs build/bin, build/web and build/browser, which ./test.sh makes. Asserts nothing.
set -u
cd "$(dirname "$0")/../.."
# What the program does is measured, and not the disk.
[ -w /dev/shm ] && export TMPDIR=/dev/shm

node tests/bench/first_load.mjs
node tests/bench/table_frames.mjs
for source in tests/bench/*_bench.cpp; do
    [ -e "$source" ] || continue
    name=$(basename "$source" .cpp)
    cmake --build --preset native --target "$name" >"build/logs/$name.log" 2>&1 || {
        echo "$name could not be built; see build/logs/$name.log"
        continue
    }
    "build/bin/$name"
done
exit 0
