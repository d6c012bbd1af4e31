"""The Debian packages that some steps need: installed as root, named in one line to anybody else."""

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from scripts.running import Stop, quietly


@dataclass(frozen=True)
class Package:
    """A Debian package, and the paths of which any shows that it, or its like, is here."""

    name: str
    signs: tuple[str, ...] = ()

    def is_here(self) -> bool:
        """Whether any of its signs exists."""
        return any(next(Path("/").glob(sign), None) for sign in self.signs)


VENV = Package("python3-venv")  # asked for only after Python said that it cannot make environments
CHROMIUM = Package("chromium", ("usr/bin/chromium",))
POSTGRESQL = Package("postgresql", ("usr/lib/postgresql/*/bin/initdb", "usr/local/bin/initdb"))
LIBATOMIC = Package("libatomic1", ("usr/lib/*/libatomic.so.1", "lib/*/libatomic.so.1"))
FONTS = Package("fonts-dejavu-core", ("usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",))
QPDF = Package("qpdf", ("usr/bin/qpdf",))
POPPLER = Package("poppler-utils", ("usr/bin/pdftotext",))
WRITER = Package("libreoffice-writer-nogui", ("usr/bin/soffice", "usr/lib/libreoffice/program/soffice"))

_UNATTENDED = {"DEBIAN_FRONTEND": "noninteractive"}


def install(packages: Iterable[Package]) -> None:
    """Install those that are not here."""
    missing = list(dict.fromkeys(package.name for package in packages if not package.is_here()))
    if not missing:
        return
    command = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    if os.getuid() != 0 or not shutil.which("apt-get"):
        raise Stop(f"Debian packages are missing; as root: {' '.join(command)}")
    quietly("apt-update", ["apt-get", "update"], variables=_UNATTENDED)
    quietly("apt-install", command, variables=_UNATTENDED)
