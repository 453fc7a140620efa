"""Sentences of the API: finished English that can be taken apart."""

import pickle
from datetime import date

import pytest

from api.services.wording import Value, Wording, texts_of, worded, worded_n
from tests.world import Shop


@pytest.mark.parametrize(
    ("value", "english", "as_json"),
    (
        (12345, "12,345", 12345),
        (3.5, "3.5", 3.5),
        (0.00001, "0.00001", 0.00001),
        (date(2024, 12, 31), "2024-12-31", {"day": "2024-12-31"}),
        ("S1", "S1", "S1"),
        (worded("list prices"), "list prices", {"template": "list prices", "values": {}}),
        (("CA", "NV"), "CA or NV", ["CA", "NV"]),
    ),
)
def test_a_value_is_written_in_english_and_kept_as_it_is(value: Value, english: str, as_json: object) -> None:
    sentence = worded("It is {it}.", it=value)
    assert sentence == f"It is {english}."
    assert sentence.parts() == {"template": "It is {it}.", "values": {"it": as_json}}


def test_the_number_decides_which_sentence_it_is() -> None:
    one, many = (worded_n("{n} order of {all}", "{n} orders of {all}", n, all=9) for n in (1, 1000))
    assert (one, many) == ("1 order of 9", "1,000 orders of 9")
    assert many.parts() == {
        "template": "{n} orders of {all}",
        "singular": "{n} order of {all}",
        "values": {"n": 1000, "all": 9},
    }


def test_a_cache_keeps_what_it_was_made_of() -> None:
    kept = pickle.loads(pickle.dumps(worded("It is {it}.", it="{x}")))
    assert (kept, kept.parts()["values"]) == ("It is {x}.", {"it": "{x}"})


def test_each_sentence_is_told_once_and_other_texts_are_not() -> None:
    sentence = worded("Nothing.")
    told = [{"text": "Nothing.", "template": "Nothing.", "values": {}}]
    assert texts_of([sentence, "by somebody else", worded("Nothing.")]) == told
    assert not isinstance(sentence + "", Wording)


def test_an_answer_tells_what_its_notes_and_reasons_were_made_of(shop: Shop) -> None:
    shop.sell("2024-01-01", 1)
    assert shop.get("/api/orders/trend?store=S9").summary["texts"] == [
        {
            "text": "No store 'S9' in this data.",
            "template": "No store '{value}' in this data.",
            "values": {"value": "S9"},
        }
    ]
    unavailable = shop.get("/api/products/sales?by=size").summary
    assert unavailable["texts"][0]["text"] == unavailable["unavailable"]
    assert unavailable["texts"][0]["values"] == {"missing": {"template": "product sizes", "values": {}}}
    assert "texts" not in shop.get("/api/orders/trend").summary


def test_a_refusal_tells_it_to_those_who_ask(shop: Shop) -> None:
    body = shop.sell("2024-01-01", 1).get("/api/orders?limit=0", {"Whitespot-Texts": "true"}).body
    assert body["details"] == [{"parameter": "limit", "problem": "has to be at least 1; got '0'"}]
    assert [text["text"] for text in body["texts"]] == [body["message"], body["details"][0]["problem"]]
    assert body["texts"][1]["values"] == {
        "problem": {"template": "has to be at least {ge}", "values": {"ge": 1}},
        "given": "'0'",
    }
