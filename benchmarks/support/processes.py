"""What processes take: CPU seconds and the most memory they had at once, as Linux counts them."""

import os
from dataclasses import dataclass
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Usage:
    """CPU seconds (user and system) until now, and the peak of resident memory in MB; of a process and all it started."""

    seconds: float
    peak: float


def usage_of(root: int) -> Usage:
    """What a process and those it started, which still run, have taken."""
    family = _family(root)
    return Usage(sum(map(_seconds, family)), sum(map(_peak, family)))


def _family(root: int) -> list[int]:
    children: dict[int, list[int]] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        if (fields := _fields(int(folder.name))) is not None:
            children.setdefault(int(fields[1]), []).append(int(folder.name))
    family = [root]
    for process in family:
        family += children.get(process, [])
    return family


def _fields(process: int) -> list[str] | None:
    """What stands behind the name in `stat`, the state first; None when it has ended."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None


def _seconds(process: int) -> float:
    fields = _fields(process)
    return 0.0 if fields is None else (int(fields[11]) + int(fields[12])) / _TICKS


def _peak(process: int) -> float:
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
