"""Where throw-away databases lie: in memory if the machine has such a folder, since a disk would take most of the time."""

import os
import shutil
import tempfile
from pathlib import Path

_MEMORY = Path("/dev/shm")
_ENOUGH = 1 << 30  # bytes free; a cluster with its log takes a tenth of it


def make_scratch_folder() -> Path:
    """A fresh folder with a short path (a Unix socket's has 107 bytes); whoever asks deletes it."""
    has_memory = os.access(_MEMORY, os.W_OK) and shutil.disk_usage(_MEMORY).free > _ENOUGH
    return Path(tempfile.mkdtemp(prefix="positions-", dir=_MEMORY if has_memory else "/tmp"))
