from __future__ import annotations

from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.annotations.journal import Entry, Journal, Op, entry_line, scan

ENTRIES = tuple(
    Entry(
        number,
        1_700_000_000_000 + number,
        "李",
        "tagged",
        (Op("_default", 2**100 + number, before, '{"n":"字"}'.encode()),),
    )
    for number, before in enumerate((None, b'{"a":1}', b'{"b":[1,2.5]}'), 1)
)


@pytest.fixture
def raw(tmp_path) -> bytes:
    journal = Journal.create(tmp_path / "j", 7)
    position = (tmp_path / "j").stat().st_size
    for entry in ENTRIES:
        line = entry_line(entry)
        journal.append(line, position)
        position += len(line)
    journal.close()
    return (tmp_path / "j").read_bytes()


def test_what_was_appended_is_read_again(raw):
    found = scan(raw, -1)
    assert found.entries == ENTRIES
    assert (found.damaged, found.missing, found.end, found.last) == ((), 0, len(raw), 3)


def test_an_entry_says_which_one_it_takes_back_or_does_again():
    entries = [Entry(1, 0, "", "", (), undoes=(3, 4)), Entry(2, 0, "", "", (), redoes=(3, 4))]
    assert list(scan(b"".join(map(entry_line, entries)), 0).entries) == entries


@pytest.mark.parametrize("share", [0.0, 0.3, 0.8, 0.999])
def test_a_journal_that_was_cut_anywhere_gives_the_entries_before_the_cut(raw, share):
    for cut in {int(len(raw) * share), raw.rindex(b"\n", 0, -1) + 1, len(raw) - 1}:
        found = scan(raw[:cut], -1)
        assert found.entries == ENTRIES[: len(found.entries)]
        assert (found.damaged, found.missing) == ((), 0)
        assert found.end <= cut


@given(data=st.data())
def test_a_flipped_bit_never_gives_a_wrong_entry(tmp_path_factory, data):
    raw = b"".join(map(entry_line, ENTRIES))
    at = data.draw(st.integers(0, len(raw) - 1))
    damaged = bytearray(raw)
    damaged[at] ^= 1 << data.draw(st.integers(0, 7))
    found = scan(bytes(damaged), 0)
    assert set(found.entries) <= set(ENTRIES)
    if at < len(raw) - 1:
        assert found.damaged


def test_good_lines_after_a_damaged_one_are_kept(raw):
    lines = raw.split(b"\n")
    lines[2] = lines[2].replace(b"tagged", b"damned")
    found = scan(b"\n".join(lines), -1)
    assert [entry.number for entry in found.entries] == [1, 3]
    assert found.damaged == (lines[2],)
    assert found.missing == 0


def test_a_line_that_was_taken_out_is_noticed(raw):
    lines = raw.split(b"\n")
    del lines[2]
    found = scan(b"\n".join(lines), -1)
    assert (len(found.entries), found.missing) == (2, 1)


def test_appending_cuts_off_what_was_torn(tmp_path, raw):
    path = tmp_path / "j"
    path.write_bytes(raw + b"0badc0de {half a li")
    journal = Journal(path)
    more = entry_line(Entry(4, 0, "", "", ()))
    journal.append(more, len(raw))
    assert path.read_bytes() == raw + more


def test_a_sync_that_fails_once_is_done_again_through_another_descriptor(tmp_path, raw, monkeypatch):
    failures = FailingSync(monkeypatch, times=1)
    path = tmp_path / "j"
    more = entry_line(Entry(4, 0, "", "", ()))
    Journal(path).append(more, len(raw))
    assert path.read_bytes() == raw + more
    assert failures.calls == 2


def test_a_sync_that_fails_again_leaves_the_journal_as_it_was(tmp_path, raw, monkeypatch):
    FailingSync(monkeypatch, times=2)
    path = tmp_path / "j"
    with pytest.raises(OSError, match="disk"):
        Journal(path).append(entry_line(Entry(4, 0, "", "", ())), len(raw))
    assert path.read_bytes() == raw


class FailingSync:
    """A disk whose syncs fail so many times."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, times: int) -> None:
        self.times = times
        self.calls = 0
        monkeypatch.setattr("os.fdatasync", self)

    def __call__(self, descriptor: int) -> None:
        self.calls += 1
        if self.calls <= self.times:
            raise OSError(5, "disk is failing")


@pytest.mark.parametrize(
    "said", [b"[]", b"{}", b'{"n":2,"at":0,"by":"","act":""}', b'{"n":"2","at":0,"by":"","act":"","ops":[]}', b'{"n":2,"at":1e999,"by":"","act":"","ops":[]}',
             b'{"n":2,"at":0,"by":7,"act":"","ops":[]}', b'{"n":2,"at":0,"by":"","act":"","undoes":[1],"ops":[]}',
             b'{"n":2,"at":0,"by":"","act":"","ops":[["t","x",null,{}]]}', b'{"n":2,"at":0,"by":"","act":"","ops":[["t","1",null,[1]]]}',
             b'{"n":2,"at":0,"by":"","act":"","ops":[["t","1",null]]}', b'{"n":2,"at":0,"by":"","act":"","ops":[["t","1",null,' + b"[" * 5000],
)  # fmt: skip
def test_a_line_that_says_nothing_is_damage_though_its_checksum_is_right(raw, said):
    lines = raw.split(b"\n")
    lines[2] = b"%08x %s" % (crc32(said), said)
    found = scan(b"\n".join(lines), -1)
    assert [entry.number for entry in found.entries] == [1, 3]
    assert found.damaged == (lines[2],)
