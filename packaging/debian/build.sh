#!/bin/sh
# Makes the Debian package from a release build. Usage: packaging/debian/build.sh [FOLDER]
# PROGRAM and VERSION stand in for the built program and its version.
# The Swift runtime travels with the program; the C libraries are Debian's and get its security updates.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
target=${1:-"$root/.build/deb"}
program=${PROGRAM:-"$root/.build/release/miner-daemon"}
[ -x "$program" ] || { echo "Build the program first: swift build -c release --product miner-daemon" >&2; exit 1; }

version=${VERSION:-$(sed -n 's/.*current = "\([^"]*\)".*/\1/p' "$root/Sources/SkillMiner/Version.swift")}
arch=$(dpkg --print-architecture)
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
chmod 755 "$tree"

lib="$tree/usr/lib/skillminer"
install -d -m 755 "$lib" "$tree/usr/bin" "$tree/etc/skillminer" "$tree/DEBIAN" \
  "$tree/lib/systemd/system" "$tree/usr/share/doc/skillminer"
install -m 755 "$program" "$lib/miner-daemon"
strip --strip-unneeded "$lib/miner-daemon"
# What the toolchain provides stands beside the program, where its search path ends ($ORIGIN).
ldd "$program" | awk '$3 ~ /\/usr\/lib\/swift\/linux\// || $3 ~ /\/swift\/linux\// { print $3 }' | sort -u |
while read -r file; do install -m 644 "$file" "$lib/"; done
ln -s ../lib/skillminer/miner-daemon "$tree/usr/bin/miner-daemon"
install -m 640 "$root/packaging/skillminer.conf" "$tree/etc/skillminer/skillminer.conf"
install -m 644 "$root/packaging/systemd/skillminer.service" "$tree/lib/systemd/system/skillminer.service"
for file in docs/deploiement.md SECURITY.md CHANGELOG.md; do
  install -m 644 "$root/$file" "$tree/usr/share/doc/skillminer/"
done
install -m 644 "$root/LICENSE" "$tree/usr/share/doc/skillminer/copyright"
printf '/etc/skillminer/skillminer.conf\n' > "$tree/DEBIAN/conffiles"

# Debian packages of the C libraries the program and its runtime load.
depends=$(LD_LIBRARY_PATH="$lib" ldd "$lib/miner-daemon" | awk '$3 ~ /^\// { print $3 }' | grep -v "^$lib/" |
  while read -r file; do
    real=$(readlink -f "$file")
    dpkg-query -S "$file" 2>/dev/null || dpkg-query -S "$real" 2>/dev/null || dpkg-query -S "${file#/usr}" 2>/dev/null || true
  done | sed 's/:.*//' | sort -u | paste -sd, | sed 's/,/, /g')

size=$(du -sk "$tree/usr" | cut -f1)
cat > "$tree/DEBIAN/control" <<EOF
Package: skillminer
Version: $version
Architecture: $arch
Maintainer: SkillMiner <skillminer@localhost>
Installed-Size: $size
Depends: $depends, adduser
Suggests: weasyprint
Section: science
Priority: optional
Description: observatory of the competencies that job offers ask for
 Reads job offers, finds the competencies they ask for, and proposes
 additional modules where a certification does not teach them.
EOF
install -m 755 "$root/packaging/debian/postinst" "$tree/DEBIAN/postinst"
install -m 755 "$root/packaging/debian/prerm" "$tree/DEBIAN/prerm"
install -m 755 "$root/packaging/debian/postrm" "$tree/DEBIAN/postrm"

install -d "$target"
dpkg-deb -Zzstd --root-owner-group --build "$tree" "$target/skillminer_${version}_${arch}.deb"
