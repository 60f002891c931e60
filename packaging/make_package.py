"""Makes the frozen one-folder build and, on Debian and its kin, a .deb; then lets the built application test itself."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build"
FROZEN = BUILD / "dist" / "pep-companion"
PROGRAM = FROZEN / ("pep-companion.exe" if sys.platform == "win32" else "pep-companion")


def freeze() -> None:
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR"]
    folders = ["--distpath", str(BUILD / "dist"), "--workpath", str(BUILD / "pyinstaller")]
    subprocess.run([*command, *folders, str(ROOT / "packaging/pep-companion.spec")], check=True, cwd=ROOT)
    print(f"Built {FROZEN.relative_to(ROOT)}: {size_of(FROZEN)}")


def size_of(folder: Path) -> str:
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return f"{sum(path.stat().st_size for path in files) / 1_000_000:.0f} MB"


def version() -> str:
    command = [sys.executable, "-c", "import carer_app; print(carer_app.__version__)"]
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout.strip()


def make_deb() -> Path | None:
    """A .deb in build/, or None on a system that has no dpkg-deb."""
    if not shutil.which("dpkg-deb"):
        print(
            "No installer is made on this system: it has no dpkg-deb. The folder above can be copied as it is."
        )
        return None
    kind = subprocess.run(
        ["dpkg", "--print-architecture"], check=True, capture_output=True, text=True
    ).stdout.strip()
    deb = BUILD / f"pep-companion_{version()}_{kind}.deb"
    with tempfile.TemporaryDirectory(dir=BUILD) as scratch:
        tree = Path(scratch) / "tree"
        lay_out(tree, kind)
        subprocess.run(["dpkg-deb", "--root-owner-group", "--build", str(tree), str(deb)], check=True)
    return deb


def lay_out(tree: Path, kind: str) -> None:
    shutil.copytree(FROZEN, tree / "usr/lib/pep-companion", symlinks=True)
    (tree / "usr/bin").mkdir(parents=True)
    (tree / "usr/bin/pep-companion").symlink_to("../lib/pep-companion/pep-companion")
    put(ROOT / "packaging/pep-companion.desktop", tree / "usr/share/applications/pep-companion.desktop")
    put(
        ROOT / "packaging/pep-companion.svg", tree / "usr/share/icons/hicolor/scalable/apps/pep-companion.svg"
    )
    put(ROOT / "LICENSE", tree / "usr/share/doc/pep-companion/copyright")
    needs = ", ".join(debian_needs())
    control = tree / "DEBIAN/control"
    control.parent.mkdir()
    control.write_text(
        "Package: pep-companion\n"
        f"Version: {version()}\n"
        f"Architecture: {kind}\n"
        "Section: misc\n"
        "Priority: optional\n"
        "Maintainer: PEP Companion <pep-companion@example.invalid>\n"
        f"Depends: {needs}\n"
        "Recommends: tesseract-ocr\n"
        "Description: helps foster carers get ready for a child's PEP meeting\n"
        " Works out when the Personal Education Plan meeting is due, helps the carer and\n"
        " the child get ready, prints a summary for the table and keeps what was agreed.\n"
        " Everything stays on this computer, locked with the carer's own password.\n"
    )
    for path in [tree, *tree.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)


def debian_needs() -> list[str]:
    """The libraries the build does not carry: those of the window, and the C library it was made with."""
    listed = (ROOT / "packaging/debian-packages.txt").read_text().split()
    libc = os.confstr("CS_GNU_LIBC_VERSION") or "glibc 2.36"
    return [f"libc6 (>= {libc.split()[1]})", *listed]


def put(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def self_test(program: Path) -> None:
    print(f"The built application tests itself ({program.name} --self-test):", flush=True)
    # Nothing of this checkout or its .venv may help it, and it needs no screen for this.
    clean = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))
    }
    with tempfile.TemporaryDirectory() as elsewhere:
        subprocess.run(
            [str(program), "--self-test"],
            check=True,
            cwd=elsewhere,
            env={"QT_QPA_PLATFORM": "offscreen"} | clean,
        )


def self_test_installed(deb: Path) -> None:
    """Unpack the .deb as an installation would, and test what came out of it."""
    with tempfile.TemporaryDirectory(dir=BUILD) as root:
        subprocess.run(["dpkg-deb", "--extract", str(deb), root], check=True)
        self_test(Path(root) / "usr/bin/pep-companion")
    print(f"Made {deb.relative_to(ROOT)}: {deb.stat().st_size / 1_000_000:.0f} MB")


def main() -> int:
    BUILD.mkdir(exist_ok=True)
    try:
        freeze()
        deb = make_deb()
        if deb is None:
            self_test(PROGRAM)
        else:
            self_test_installed(deb)
    except subprocess.CalledProcessError as problem:
        print(f"The package could not be made: {Path(problem.cmd[0]).name} ended with {problem.returncode}.")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
