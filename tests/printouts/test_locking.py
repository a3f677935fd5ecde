"""A paper under lock: closed without the code, the same paper with it."""

from __future__ import annotations

import io

import pikepdf
import pytest

from tests.printouts import sample_papers
from tests.printouts.pdf_reading import read_aloud, squeezed
from tvaerfaglig.printouts.printing import lock, render

CODE = "æble regnvejr skovsti tirsdag"


@pytest.fixture(scope="module")
def papers():
    pdf = render(sample_papers.frozen())
    return pdf, lock(pdf, CODE)


def test_without_the_code_it_does_not_open(papers):
    """Neither with none nor with nearly the right one."""
    for wrong in ("", CODE[:-1], CODE.upper()):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(io.BytesIO(papers[1]), password=wrong)


def test_with_the_code_it_says_the_same_and_is_still_tagged(papers):
    """Decrypted again it reads aloud as the one before."""
    with pikepdf.open(io.BytesIO(papers[1]), password=CODE) as opened:
        assert opened.encryption.R == 6
        assert opened.trailer.Encrypt.CF.StdCF.CFM == "/AESV3"
        assert opened.allow.accessibility
        out = io.BytesIO()
        opened.save(out)
    assert squeezed(read_aloud(out.getvalue())) == squeezed(read_aloud(papers[0]))


def test_neither_words_nor_properties_can_be_read_in_the_file(papers):
    """The title and the name of the child stand in the clear one, in the locked one nowhere."""
    with pikepdf.open(io.BytesIO(papers[0])) as opened:
        title = str(opened.docinfo["/Title"])
    assert title
    for form in (title.encode(), title.encode("utf-16-be")):
        assert form not in papers[1]
    assert b"<x:xmpmeta" not in papers[1]
