"""check-text on the command line: for a person, for a script, for many texts at once."""

from __future__ import annotations

import json

import pytest

from tvaerfaglig import commands

TEXT = "Noah er aggressiv. Han slog Emil i går.\r\nMor siger, at han altid er træt 😊 og ofte sulten. Han kommer ofte."


@pytest.fixture
def run(tmp_path, capsys):
    def run(*words, code=0):
        assert commands.main(["check-text", *map(str, words)]) == code
        return capsys.readouterr()

    return run


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "tekst.txt"
    path.write_bytes(TEXT.encode())
    return path


def test_a_person_reads_lines(text, run):
    """Line, words and question."""
    said = run(text, "--section", "observationer").out.splitlines()
    assert said[0].split() == [
        "1",
        "»aggressiv«",
        *["Hvad", "gjorde", "Noah,", "og", "i", "hvilken", "situation?"],
    ]
    assert said[-1].startswith("   2")


def test_a_script_reads_offsets_in_the_files_own_characters(text, run, tmp_path):
    """Also after a line break of two characters and a face of one."""
    context = tmp_path / "kontekst.json"
    context.write_text(
        json.dumps(
            {
                "child": {"name": "Noah Krogh", "born": "2022-03-04", "sex": "dreng"},
                "known_people": [{"name": "Emil Friis", "role": "barn"}],
                "today": "2026-11-12",
            }
        ),
        encoding="utf-8",
    )
    found = json.loads(run(text, "--json", "--context", context).out)["findings"]
    assert {one["rule"] for one in found} >= {
        "egenskab",
        "andet_barn",
        "dag_uden_dato",
        "hyppighed",
    }
    for one in found:
        assert TEXT[one["start"] : one["end"]] == one["quote"]
        assert set(one) == {"rule", "criterion", "section", "start", "end", "quote", "question"}


def test_many_texts_are_answered_in_kind(run, tmp_path):
    """One line in, one line out, each with its id."""
    batch = tmp_path / "mange.jsonl"
    lines = [
        {"id": 1, "section": "observationer", "text": "Hun er altid sulten."},
        {"id": "to", "section": "vurdering", "text": "Vi er bekymrede."},
    ]
    batch.write_text("\n".join(map(json.dumps, lines)) + "\n", encoding="utf-8")
    answers = [json.loads(line) for line in run("--batch", batch).out.splitlines()]
    assert [one["id"] for one in answers] == [1, "to"]
    assert [one["rule"] for one in answers[0]["findings"]] == ["absolut"]
    assert answers[1]["findings"] == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("ingen.txt",), "findes ikke"),
        ((), "Hvilken fil"),
        (("{text}", "--section", "forord"), "Vælg mellem"),
        (("{text}", "--context", "{text}"), "JSON"),
        (("--batch", "{text}"), "Linje 1"),
    ],
)
def test_what_cannot_be_read_is_said(text, run, words, said):
    """In Danish, with what to do."""
    filled = [word.format(text=text) for word in words]
    assert said in run(*filled, code=1).err
