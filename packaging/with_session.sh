#!/bin/sh
# Runs a command with a session bus and a runtime folder of its own, so that nothing of the person's own desktop is
# touched and a screen reader's view of the window can be tested.
set -eu
runtime=$(mktemp -d)
scratch=
trap 'rm -rf "$runtime" "$scratch"' EXIT
# A shell that is told to end runs what stands at EXIT only if it ends by itself.
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
chmod 700 "$runtime"
export XDG_RUNTIME_DIR="$runtime"
# Tests start many a program of ours, and each would be put into Python's own form again.
unset PYTHONDONTWRITEBYTECODE
# What tests write is thrown away: into memory where there is room, since waiting for the disk takes most of a small
# test. PEP_ON_A_DISK is where the fault tests go on being.
if [ -n "${PEP_IN_MEMORY:-}" ] && [ -w /dev/shm ] && [ "$(df -Pk /dev/shm | awk 'NR == 2 { print $4 }')" -gt 4000000 ]; then
    export PEP_ON_A_DISK="${TMPDIR:-/tmp}"
    scratch=$(mktemp -d /dev/shm/pep-tests.XXXXXX)
    export TMPDIR="$scratch"
fi
if [ "$(uname -s)" = Linux ]; then
    export QT_QPA_PLATFORM=xcb
    unset WAYLAND_DISPLAY
fi
if command -v dbus-run-session >/dev/null 2>&1; then
    dbus-run-session -- "$@"
else
    "$@"
fi
