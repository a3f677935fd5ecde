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
        (("--batch", "{text}"), "Linje 1 er sprunget over"),
    ],
)
def test_what_cannot_be_read_is_said(text, run, words, said):
    """In Danish, with what to do."""
    filled = [word.format(text=text) for word in words]
    assert said in run(*filled, code=1).err


def test_a_line_that_cannot_be_meant_loses_no_other(run, tmp_path):
    """It is named with its number, answered with why where it has an id, and the exit code says so."""
    batch = tmp_path / "mange.jsonl"
    lines = [
        '{"id": 1, "section": "observationer", "text": "Hun er altid sulten."}',
        "{ikke json",
        '{"id": 3, "section": "forord", "text": "Hun er altid sulten."}',
        '{"id": 4, "section": "vurdering", "text": null}',
        '{"id": 5, "section": "vurdering", "text": "Ja.", "context": {"today": "i morgen"}}',
        '{"id": 6, "section": "vurdering", "text": "Ja.", "context": {"known_people": [7]}}',
        "[" * 5000,
        '{"id": 8, "section": "observationer", "text": "Hun er\u2028altid sulten."}',
    ]
    batch.write_text("\n".join(lines), encoding="utf-8")
    said = run("--batch", batch, code=1)
    answers = [json.loads(line) for line in said.out.split("\n") if line]
    assert [one["id"] for one in answers] == [1, 3, 4, 5, 6, 8]
    assert [len(one["findings"]) for one in answers] == [1, 0, 0, 0, 0, 1]
    for number in (2, 3, 4, 5, 6, 7):
        assert f"Linje {number} er sprunget over." in said.err


@pytest.mark.parametrize(
    "context",
    [
        '{"child": "Noah"}',
        '{"child": {"name": 7}}',
        '{"known_people": {"Emil": "barn"}}',
        '{"known_people": [{"name": ["Emil"]}]}',
        '{"today": [2026]}',
        "[]",
    ],
)
def test_a_context_of_the_wrong_kind_is_asked_about(text, run, tmp_path, context):
    """By the name of what is wrong in it."""
    file = tmp_path / "kontekst.json"
    file.write_text(context, encoding="utf-8")
    assert "»" in run(text, "--context", file, code=1).err


def test_a_file_in_another_writing_is_named(run, tmp_path):
    """As Windows once saved it; and a folder is no text."""
    old = tmp_path / "gammel.txt"
    old.write_bytes("Noah så på æblet.".encode("cp1252"))
    assert "UTF-8" in run(old, code=1).err
    assert "kan ikke læses" in run(tmp_path, code=1).err


def test_nothing_is_asked_about_nothing(run, tmp_path):
    """An empty file, and one of only air."""
    for words in ("", "\ufeff", " \r\n\t\n"):
        empty = tmp_path / "tom.txt"
        empty.write_text(words, encoding="utf-8")
        assert json.loads(run(empty, "--json").out) == {"findings": []}


@pytest.mark.parametrize(
    "written",
    [
        "\ufeffNoah slog Emil 😊 i går.\r\nHun tog hans\u00a0skovl.",
        "Noa\u0301h? Nej. Noah sa\u030a Emil i ga\u030ar 👨‍👩‍👧 og gik.",
        "No\u00adah slog Emil\u200b i går\u2028og løb.\rI tirsdags sov han.",
    ],
)
def test_places_are_counted_in_the_characters_that_were_given(written, run, tmp_path):
    """Two-part letters, faces, hard and soft characters, and every kind of line break."""
    file = tmp_path / "tekst.txt"
    file.write_bytes(written.encode())
    context = tmp_path / "kontekst.json"
    context.write_text(
        '{"child": {"name": "Noah Krogh"}, "known_people": [{"name": "Emil Friis", "role": "barn"}]}',
        encoding="utf-8",
    )
    found = json.loads(run(file, "--json", "--section", "observationer", "--context", context).out)
    given = written.removeprefix("\ufeff")
    rules = {one["rule"] for one in found["findings"]}
    assert rules >= {"andet_barn", "dag_uden_dato"}
    for one in found["findings"]:
        assert given[one["start"] : one["end"]] == one["quote"]
