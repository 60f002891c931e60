#!/bin/sh
# Makes .venv with the locked requirements and, as root on Debian or Ubuntu, installs the system libraries that
# are missing. Says nothing and does nothing when all of it is there.
set -eu
cd "$(dirname "$0")/.."

venv=.venv
lock=packaging/requirements-dev.lock
stamp=$venv/.set-up-from

is_root() { [ "$(id -u)" = 0 ]; }
has_apt() { command -v apt-get >/dev/null 2>&1 && command -v dpkg-query >/dev/null 2>&1; }

is_installed() {
    # Newer releases add "t64" to some names.
    for spelling in "$1" "$1t64"; do
        case "$(dpkg-query -W -f='${db:Status-Abbrev}' "$spelling" 2>/dev/null)" in ii*) return 0 ;; esac
    done
    return 1
}

missing_from() {
    while read -r name; do
        is_installed "$name" || printf '%s ' "$name"
    done <"$1"
}

apt_install() {
    echo "Installing from this system's own packages: $*"
    said=$(mktemp)
    if (apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@") \
        >"$said" 2>&1 </dev/null; then
        rm -f "$said"
    else
        tail -n 5 "$said"
        rm -f "$said"
        return 1
    fi
}

system_packages() {
    has_apt || return 0
    for_window=$(missing_from packaging/debian-packages.txt)
    for_tests=$(missing_from packaging/debian-packages-dev.txt)
    [ -n "$for_window$for_tests" ] || return 0
    if is_root; then
        # shellcheck disable=SC2086  # one argument a package
        apt_install $for_window $for_tests ||
            echo "Those packages could not be installed, so the window or the tests may not start."
    else
        [ -z "$for_window" ] || echo "The window may need these packages, which are not installed: $for_window"
        [ -z "$for_tests" ] || echo "The tests need these packages, which are not installed: $for_tests"
    fi
}

suits() {
    "$1" -c 'import ensurepip, sys, venv; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' >/dev/null 2>&1
}

find_python() {
    # The system's own first: one that somebody built is rarely built to be fast, and takes a tenth longer for all.
    for candidate in ${PYTHON:-} /usr/bin/python3.11 /usr/bin/python3.12 /usr/bin/python3.13 /usr/bin/python3 \
        python3.11 python3.12 python3.13 python3; do
        if suits "$candidate"; then
            echo "$candidate"
            return 0
        fi
    done
    return 1
}

python_for_venv() {
    find_python && return 0
    if is_root && has_apt; then
        apt_install python3 python3-venv >&2 && find_python && return 0
    fi
    echo "PEP Companion needs Python 3.11, 3.12 or 3.13 with its venv module (on Debian: python3-venv)." >&2
    return 1
}

system_packages
wanted=$(cksum <"$lock")
if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && "$venv/bin/python" -c '' 2>/dev/null; then
    exit 0
fi
if ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    python=$(python_for_venv)
    echo "Making $venv with $("$python" --version)."
    "$python" -m venv --clear "$venv"
fi
echo "Installing the locked requirements. This takes a minute or two."
"$venv/bin/python" -m pip --disable-pip-version-check install --quiet --require-hashes -r "$lock"
echo "$wanted" >"$stamp"
