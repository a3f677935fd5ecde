"""Whether a folder is copied to a cloud or lies on a network: places where an open vault can be torn.

Told by the folder's own path and the system's list of mounts; nothing is asked of any network.
"""

from __future__ import annotations

import sys
from pathlib import Path

_SYNCED = (
    "onedrive",
    "dropbox",
    "google drive",
    "icloud",
    "nextcloud",
    "sharepoint",
    "mobile documents",
)
_NETWORK_MOUNTS = {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afpfs", "9p", "fuse.sshfs", "davfs"}
_MOUNTS = Path("/proc/self/mounts")
_WINDOWS_NETWORK_DRIVE = 4

IN_A_CLOUD = (
    "Mappen ser ud til at blive kopieret til skyen. Vælg en, der kun ligger på denne computer."
)
ON_A_NETWORK = (
    "Mappen ligger på et netværksdrev, og dér kan boksen gå i stykker. "
    "Vælg en på denne computers egen disk."
)


def synced(folder: Path) -> bool:
    """Whether the place looks like one that is copied to a cloud while it is written."""
    return any(word in part.casefold() for part in folder.parts for word in _SYNCED)


def networked(folder: Path) -> bool:
    """Whether the place lies on another machine."""
    where = str(folder)
    if where.startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        import ctypes

        kind: int = ctypes.windll.kernel32.GetDriveTypeW(f"{folder.drive}\\")
        return kind == _WINDOWS_NETWORK_DRIVE
    return _kind_of_mount(folder, _mounts()) in _NETWORK_MOUNTS


def caution(folder: Path) -> str:
    """What to say of a place for the vault; nothing of a good one."""
    if synced(folder):
        return IN_A_CLOUD
    return ON_A_NETWORK if networked(folder) else ""


def _mounts() -> str:
    try:
        return _MOUNTS.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _kind_of_mount(folder: Path, mounts: str) -> str:
    """The file system of the nearest mount above the folder, out of the system's list."""
    nearest, kind = -1, ""
    for line in mounts.splitlines():
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        at = Path(parts[1].replace("\\040", " "))
        if folder.is_relative_to(at) and len(at.parts) > nearest:
            nearest, kind = len(at.parts), parts[2]
    return kind
