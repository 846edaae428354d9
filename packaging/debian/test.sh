#!/bin/sh
# Installs, starts, upgrades, removes and purges the package in a fresh Debian 12. Usage: packaging/debian/test.sh [FOLDER]
# Needs root and debootstrap. FOLDER keeps the system and the packages, so that the next run need not fetch them.
# PROGRAM: a release program instead of .build/release/miner-daemon. MIRROR: another mirror of Debian.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=${1:-"$here/../../.build/deb-test"}
mirror=${MIRROR:-http://deb.debian.org/debian}
[ "$(id -u)" -eq 0 ] || { echo "Run as root: it makes a system of its own." >&2; exit 1; }
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
root="$folder/root"
service=

say() { echo "== $*"; }
fail() { echo "FAILED: $*" >&2; exit 1; }
# A command in the test system, without the languages of this one.
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
leave() {
  [ -z "$service" ] || kill "$service" 2>/dev/null || true
  for mount in proc dev; do umount -l "$root/$mount" 2>/dev/null || true; done
}
trap leave EXIT

if [ ! -e "$folder/base.tar" ]; then
  say "debootstrap: Debian 12, minbase"
  rm -rf "$root"
  debootstrap --variant=minbase bookworm "$root" "$mirror" > "$folder/debootstrap.log" 2>&1 ||
    fail "debootstrap; see $folder/debootstrap.log"
  tar -C "$root" -cf "$folder/base.tar" .
fi
rm -rf "$root" && mkdir "$root" && tar -C "$root" -xf "$folder/base.tar"
mount --bind /dev "$root/dev"
mount -t proc proc "$root/proc"
inside apt-get update -q > "$folder/apt.log" 2>&1 || fail "apt-get update; see $folder/apt.log"
inside apt-get install -q -y --no-install-recommends systemd >> "$folder/apt.log" 2>&1 || fail "apt-get install systemd; see $folder/apt.log"

rm -f "$folder"/*.deb
for version in 1.0.0 1.1.0; do
  VERSION=$version "$here/build.sh" "$folder" > "$folder/build.log" 2>&1 || fail "build.sh; see $folder/build.log"
done
set -- "$folder"/skillminer_1.0.0_*.deb "$folder"/skillminer_1.1.0_*.deb
cp "$@" "$root/srv/"
first=/srv/$(basename "$1") second=/srv/$(basename "$2")

# systemd is installed and does not run: a stand-in notes what the package asks of it, and has files be linked in earnest.
stand_in() {
  mkdir -p "$root/run/systemd/system"
  inside dpkg-divert --quiet --local --rename --add /usr/bin/systemctl
  cat > "$root/usr/bin/systemctl" <<'END'
#!/bin/sh
echo "$@" >> /var/log/systemctl-calls.log
case "$*" in
  *is-enabled*) for unit; do :; done; exec /usr/bin/systemctl.distrib --root=/ is-enabled "$unit" ;;
  *--root*) exec /usr/bin/systemctl.distrib "$@" ;;
  *is-active*) exit 3 ;;
esac
END
  chmod 755 "$root/usr/bin/systemctl"
}
asked() { grep -q -- "$1" "$root/var/log/systemctl-calls.log" || fail "systemd was not asked: $1"; }

# The command of the unit, as its user, until it says where it listens.
start() {
  line=$(sed -n 's/^ExecStart=//p' "$root/lib/systemd/system/skillminer.service")
  : > "$folder/service.log"
  # shellcheck disable=SC2086 # the line is split into words, as systemd does
  chroot --userspec=skillminer:skillminer "$root" /usr/bin/env -i PATH=/usr/bin:/bin HOME=/var/lib/skillminer \
    $line --set port=0 --set spool-seconds=1 > "$folder/service.log" 2>&1 &
  service=$!
  address=
  for _ in $(seq 240); do
    address=$(grep -o 'http://127.0.0.1:[0-9]*' "$folder/service.log" | head -n 1) && [ -n "$address" ] && return
    kill -0 "$service" 2>/dev/null || break
    sleep 0.5
  done
  fail "the service does not start; see $folder/service.log"
}
stop() {
  kill -TERM "$service"
  wait "$service" || fail "the service did not stop well; see $folder/service.log"
  service=
}
# What the service answers, by its own process outside the test system.
get() { python3 -c 'import sys, urllib.request as u; print(u.urlopen(u.Request(sys.argv[1], headers={"Authorization": "Bearer " + sys.argv[2]} if sys.argv[2] else {})).read().decode())' "$address$1" "${2:-}"; }

say "install 1.0.0"
stand_in
inside apt-get install -q -y --no-install-recommends "$first" >> "$folder/apt.log" 2>&1 || fail "install; see $folder/apt.log"
asked daemon-reload; asked "start skillminer.service"
[ -L "$root/etc/systemd/system/multi-user.target.wants/skillminer.service" ] || fail "the service is not enabled"
[ "$(inside stat -c %U:%G:%a /var/lib/skillminer)" = skillminer:skillminer:750 ] || fail "the folder of data has other rights"
[ "$(inside stat -c %U:%G:%a /etc/skillminer/skillminer.conf)" = root:skillminer:640 ] || fail "the configuration has other rights"
inside ldd /usr/lib/skillminer/miner-daemon | grep "not found" && fail "libraries are missing"
inside miner-daemon --version

inside systemd-analyze verify --man=no /lib/systemd/system/skillminer.service || fail "the unit has errors"

say "start"
start
get /health/ready > /dev/null
key=$(inside setpriv --reuid skillminer --regid skillminer --clear-groups miner-daemon token create \
  --store /var/lib/skillminer/skillminer.sqlite --role administrator --name Essai)
# One offer by the spool folder, as its user drops it there.
printf '{"id":"D1","source":"essai","title":"Soudeur","description":"Vous soudez des pièces.","date":"2026-09-01"}\n' \
  > "$root/var/lib/skillminer/a.jsonl"
inside chown skillminer:skillminer /var/lib/skillminer/a.jsonl
mv "$root/var/lib/skillminer/a.jsonl" "$root/var/lib/skillminer/skillminer.sqlite-spool/offers/"
found() { get "/api/v1/offers?limit=5" "$key" | grep -q '"D1"'; }
for _ in $(seq 60); do found && break; sleep 1; done
found || fail "the offer was not imported"
stop

say "upgrade to 1.1.0, with a changed configuration"
echo "log = all" >> "$root/etc/skillminer/skillminer.conf"
: > "$root/var/log/systemctl-calls.log"
inside apt-get install -q -y --no-install-recommends "$second" >> "$folder/apt.log" 2>&1 || fail "upgrade; see $folder/apt.log"
asked "restart skillminer.service"
[ "$(inside dpkg-query -W -f '${Version}' skillminer)" = 1.1.0 ] || fail "the version is another"
grep -q "^log = all" "$root/etc/skillminer/skillminer.conf" || fail "the configuration was overwritten"
start
found || fail "the offer was lost in the upgrade"
stop

say "a service that was disabled stays so"
inside systemctl --root=/ disable skillminer.service 2> /dev/null
: > "$root/var/log/systemctl-calls.log"
inside apt-get install -q -y --reinstall "$second" >> "$folder/apt.log" 2>&1 || fail "reinstall; see $folder/apt.log"
[ ! -e "$root/etc/systemd/system/multi-user.target.wants/skillminer.service" ] || fail "it was enabled again"
grep -q "restart skillminer.service" "$root/var/log/systemctl-calls.log" && fail "it was started again"

say "remove"
: > "$root/var/log/systemctl-calls.log"
inside apt-get remove -q -y skillminer >> "$folder/apt.log" 2>&1 || fail "remove; see $folder/apt.log"
asked "stop skillminer.service"
[ ! -e "$root/usr/bin/miner-daemon" ] && [ ! -e "$root/usr/lib/skillminer" ] || fail "the program stays"
[ -e "$root/etc/skillminer/skillminer.conf" ] || fail "the configuration went with the program"
[ -e "$root/var/lib/skillminer/skillminer.sqlite" ] || fail "the data went with the program"

say "install again: the data are found"
inside apt-get install -q -y --no-install-recommends "$second" >> "$folder/apt.log" 2>&1 || fail "install; see $folder/apt.log"
start
found || fail "the offer was not found again"
stop

say "purge"
inside apt-get purge -q -y skillminer >> "$folder/apt.log" 2>&1 || fail "purge; see $folder/apt.log"
[ ! -e "$root/etc/skillminer" ] || fail "the configuration stays"
[ -e "$root/var/lib/skillminer/skillminer.sqlite" ] || fail "the data were deleted"
left=$(inside find / -xdev \( -path /proc -o -path /var/lib/skillminer -o -path /srv -o -path /var/cache/apt -o -path /var/log \) -prune \
  -o -name '*skillminer*' -print)
[ -z "$left" ] || fail "files are left: $left"
say "all passed; the data are left, as they should: $(du -sh "$root/var/lib/skillminer" | cut -f1)"
