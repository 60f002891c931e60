#!/bin/sh
# Runs a command with a session bus and a runtime folder of its own, so that nothing of the person's own desktop is
# touched and a screen reader's view of the window can be tested.
set -eu
runtime=$(mktemp -d)
trap 'rm -rf "$runtime"' EXIT
chmod 700 "$runtime"
export XDG_RUNTIME_DIR="$runtime"
if [ "$(uname -s)" = Linux ]; then
    export QT_QPA_PLATFORM=xcb
    unset WAYLAND_DISPLAY
fi
if command -v dbus-run-session >/dev/null 2>&1; then
    dbus-run-session -- "$@"
else
    "$@"
fi
