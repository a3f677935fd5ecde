"""Whether a folder is copied to a cloud or lies on a network: places where an open vault can be torn.

Told by the folder's own path and the system's list of mounts; nothing is asked of any network.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

_SYNCED = (
    "onedrive",
    "dropbox",
    "google drive",
    "googledrive",
    "cloudstorage",
    "icloud",
    "clouddocs",
    "nextcloud",
    "owncloud",
    "seafile",
    "pcloud",
    "proton drive",
    "syncthing",
    "sharepoint",
    "mobile documents",
)
_SYNC_LEAVES = (
    ".dropbox",
    ".dropbox.cache",
    ".stfolder",
    ".nextcloudsync.log",
    ".owncloudsync.log",
)
_NETWORK_MOUNTS = {
    "9p",
    "afpfs",
    "afs",
    "beegfs",
    "ceph",
    "cifs",
    "davfs",
    "fuse.davfs2",
    "fuse.gvfsd-fuse",
    "fuse.onedriver",
    "fuse.rclone",
    "fuse.s3fs",
    "fuse.sshfs",
    "glusterfs",
    "lustre",
    "ncpfs",
    "nfs",
    "nfs4",
    "smb2",
    "smb3",
    "smbfs",
}
_OCTAL = re.compile(r"\\([0-7]{3})")
_MOUNTS = Path("/proc/self/mounts")
_WINDOWS_NETWORK_DRIVE = 4

IN_A_CLOUD = (
    "Mappen ser ud til at blive kopieret til skyen. Vælg en, der kun ligger på denne computer."
)
ON_A_NETWORK = (
    "Mappen ligger på et netværksdrev, og dér kan boksen gå i stykker. "
    "Vælg en på denne computers egen disk."
)
VAULT_IN_A_CLOUD = (
    "Boksen ligger i en mappe, der ser ud til at blive kopieret til skyen, og dér kan den gå i stykker. "
    "Bed dem, der passer jeres it, om at flytte den til computerens egen disk."
)
VAULT_ON_A_NETWORK = (
    "Boksen ligger på et netværksdrev, og dér kan den gå i stykker. "
    "Bed dem, der passer jeres it, om at flytte den til computerens egen disk."
)


def synced(folder: Path) -> bool:
    """Whether the place looks like one that is copied to a cloud while it is written."""
    ways = {folder, folder.resolve()}
    named = any(word in part.casefold() for way in ways for part in way.parts for word in _SYNCED)
    return named or any(_is_marked(above) for way in ways for above in (way, *way.parents))


def networked(folder: Path) -> bool:
    """Whether the place lies on another machine."""
    where = str(folder)
    if where.startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        import ctypes

        kind: int = ctypes.windll.kernel32.GetDriveTypeW(f"{folder.drive}\\")
        return kind == _WINDOWS_NETWORK_DRIVE
    return _kind_of_mount(folder.resolve(), _mounts()) in _NETWORK_MOUNTS


def caution(folder: Path) -> str:
    """What to say of a place for the vault; nothing of a good one."""
    if synced(folder):
        return IN_A_CLOUD
    return ON_A_NETWORK if networked(folder) else ""


def caution_of_vault(folder: Path) -> str:
    """The same of a vault that lies there already: it cannot simply be put elsewhere."""
    if synced(folder):
        return VAULT_IN_A_CLOUD
    return VAULT_ON_A_NETWORK if networked(folder) else ""


def _is_marked(folder: Path) -> bool:
    """What the programs that synchronise leave in the folder they were given, whatever it is called."""
    return any((folder / leaf).exists() for leaf in _SYNC_LEAVES)


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
        at = Path(_OCTAL.sub(lambda found: chr(int(found[1], 8)), parts[1]))
        if (
            folder.is_relative_to(at) and len(at.parts) >= nearest
        ):  # the later lies over the earlier
            nearest, kind = len(at.parts), parts[2]
    return kind
