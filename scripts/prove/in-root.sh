#!/bin/sh
# Runs a command in a root folder as if it were the machine: in-root.sh ROOT USER FOLDER COMMAND...
# To be started in mount and process namespaces of its own (unshare): everything mounted here, and everything that runs, ends
# with them. The machine's own /dev is not lent: what deletes or chmods a device there would break the machine.
set -eu
root=$1 user=$2 folder=$3
shift 3

mount -t proc proc "$root/proc"
mount -t tmpfs -o mode=755 dev "$root/dev"
for device in null:3 zero:5 full:7 random:8 urandom:9; do
  mknod -m 666 "$root/dev/${device%:*}" c 1 "${device#*:}"
done
mknod -m 666 "$root/dev/tty" c 5 0
ln -s /proc/self/fd "$root/dev/fd"
mkdir "$root/dev/shm" "$root/dev/pts"
mount -t tmpfs -o mode=1777 shm "$root/dev/shm"
mount -t devpts -o newinstance,ptmxmode=0666 devpts "$root/dev/pts"
ln -s pts/ptmx "$root/dev/ptmx"

home=$(awk -F: -v user="$user" '$1 == user {print $6}' "$root/etc/passwd")
exec chroot --userspec="$user" "$root" /usr/bin/env -i \
  HOME="$home" USER="$user" PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
  NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt \
  sh -c 'cd "$0" && exec "$@"' "$folder" "$@"
