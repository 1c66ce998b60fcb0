#!/bin/sh
# Fetches the source of Dear ImGui and cpp-httplib from Debian 13's source packages into the folder
# named by $1, checks their SHA-256, and applies Debian's own patches. Nothing is added to the system's
# apt configuration: the suite is read through a private one, from the mirror that the machine uses.
set -eu
target=$1
mkdir -p "$target"
cd "$target"

imgui_tar=imgui_1.90.1+ds.orig.tar.xz
imgui_sha=ecce377df0f90b292f15dcbd83d438bddc162b2388c881132bde18c787572a1c
httplib_tar=cpp-httplib_0.18.7.orig.tar.xz
httplib_sha=c88f6495da71e778c82c22995b547a92ceb41cc4016f9028df67106a24b9210d
patches_tar=cpp-httplib_0.18.7-1+deb13u1.debian.tar.xz
patches_sha=00ea33189a7421a434b6d9ccb431ef4debce086534d249e8efa89050e7593198

[ -e imgui/imgui.cpp ] && [ -e cpp-httplib/httplib.h ] && exit 0

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

mirror=$(sed -n 's/^URIs: *//p' /etc/apt/sources.list.d/*.sources 2>/dev/null | head -n 1)
[ -n "$mirror" ] || mirror=$(sed -n 's/^deb \(\[[^]]*\] \)*\([^ ]*\).*/\2/p' /etc/apt/sources.list | head -n 1)
[ -n "$mirror" ] || fail "No Debian mirror is named in /etc/apt, so the library sources cannot be fetched."

mkdir -p apt/lists/partial
echo "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror trixie main" >apt/sources.list
private_apt="-o Dir::Etc::sourcelist=$PWD/apt/sources.list -o Dir::Etc::sourceparts=- \
    -o Dir::State::lists=$PWD/apt/lists -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= \
    -o APT::Sandbox::User=root -o APT::Update::Error-Mode=any -o Acquire::Retries=3"
apt-get $private_apt update -qq >apt/update.log 2>&1 ||
    fail "The Debian mirror could not be reached, so the library sources cannot be fetched. Is there a network connection?"
apt-get $private_apt source -qq --download-only imgui=1.90.1+ds-1 cpp-httplib=0.18.7-1+deb13u1 >apt/source.log 2>&1 ||
    fail "The library sources could not be fetched from the Debian mirror."

sha256sum --quiet --check <<EOF || fail "A fetched source does not have the expected SHA-256."
$imgui_sha  $imgui_tar
$httplib_sha  $httplib_tar
$patches_sha  $patches_tar
EOF

rm -rf imgui cpp-httplib
mkdir imgui cpp-httplib
tar -xJf "$imgui_tar" --strip-components=1 -C imgui
tar -xJf "$httplib_tar" --strip-components=1 -C cpp-httplib
tar -xJf "$patches_tar" -C cpp-httplib
while read -r name; do
    case $name in '' | '#'*) continue ;; esac
    patch --silent --directory=cpp-httplib --strip=1 <"cpp-httplib/debian/patches/$name" ||
        fail "Debian's patch $name does not apply to cpp-httplib."
done <cpp-httplib/debian/patches/series
