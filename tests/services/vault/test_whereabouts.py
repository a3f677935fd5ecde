"""Where a vault may lie: told by path, by what synchronising programs leave, and by the system's list of mounts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tvaerfaglig.services.vault import whereabouts

MOUNTS = """\
/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
systemd-1 /hjem autofs rw 0 0
server:/hjem /hjem nfs4 rw,vers=4.2 0 0
//server/f\\303\\246lles /mnt/vores\\040drev cifs rw 0 0
bo@vps: /home/bo/langt\\134v\\303\\246k fuse.sshfs rw 0 0
/dev/sdb1 /hjem/lokal ext4 rw 0 0
gvfsd-fuse /run/user/1000/gvfs fuse.gvfsd-fuse rw 0 0
torn
"""


@pytest.fixture(autouse=True)
def mounts(tmp_path, monkeypatch):
    (tmp_path / "mounts").write_text(MOUNTS, encoding="utf-8")
    monkeypatch.setattr(whereabouts, "_MOUNTS", tmp_path / "mounts")


@pytest.mark.parametrize(
    ("place", "networked"),
    [
        ("/hjem/mette/boks", True),
        ("/hjem/lokal/boks", False),
        ("/mnt/vores drev/boks", True),
        ("/run/user/1000/gvfs/smb-share:server=s,share=f/boks", True),
        ("/home/bo/boks", False),
        ("//server/f/boks", True),
        ("\\\\server\\f\\boks", True),
    ],
)
def test_a_network_is_known_by_its_mount(place, networked):
    assert whereabouts.networked(Path(place)) is networked


@pytest.mark.parametrize(
    "left", [".dropbox", ".stfolder", ".nextcloudsync.log", ".owncloudsync.log"]
)
def test_a_synchronised_folder_is_known_whatever_it_is_called(tmp_path, left):
    """By what its program leaves in it; also when one comes by way of a link."""
    place = tmp_path / "vores ting"
    (place / "boks").mkdir(parents=True)
    assert not whereabouts.synced(place / "boks")
    (place / left).mkdir()
    assert whereabouts.synced(place / "boks")
    (tmp_path / "genvej").symlink_to(place)
    assert whereabouts.synced(tmp_path / "genvej" / "boks")
