"""W3C Web Annotations that say all that ours do."""

from __future__ import annotations

import json
from io import BytesIO

from hypothesis import given, settings

from reader.annotations.annotation import Annotation, Verdict
from reader.annotations.documents import annotation_of, to_document
from reader.exchange.format import Wishes
from reader.exchange.formats.as_jsonld import web_annotation
from reader.exchange.registry import format_named
from tests.annotations.examples import an_annotation, identifier
from tests.exchange.generating import annotations


def test_bodies_have_purposes_and_the_target_has_selectors():
    made = web_annotation(an_annotation(verdict=Verdict.CONFIRMED))
    assert (made["@context"], made["id"], made["type"]) == (
        "http://www.w3.org/ns/anno.jsonld",
        identifier(1).urn,
        "Annotation",
    )
    assert [(body["purpose"], body.get("value", body.get("source"))) for body in made["body"][:-1]] == [
        ("tagging", "关键"), ("tagging", "money"), ("commenting", "第一行\n第二行"), ("assessing", "confirmed"),
        ("linking", "https://example.com/来源"),
    ]  # fmt: skip
    assert made["target"]["source"] == "https://example.com/a"
    assert made["target"]["selector"] == [
        {"type": "TextQuoteSelector", "exact": "500亿元", "prefix": "规模以上工业产值近", "suffix": "，同比增长"},
        {"type": "TextPositionSelector", "start": 14, "end": 19},
    ]


def test_an_article_without_an_address_of_the_web_is_named_by_its_identifier():
    bare = an_annotation(target=None)
    of = type(bare.provenance)("0" * 16, "", None, None, "javascript:1", "a.md", "simplified")
    assert web_annotation(an_annotation(target=None, provenance=of))["target"] == identifier(0).urn


@given(annotations())
@settings(max_examples=30, deadline=None)
def test_nothing_is_left_out(annotation: Annotation):
    made = json.loads(json.dumps(web_annotation(annotation)))
    document = json.loads(made["body"][-1]["value"])
    bodies: dict[str, list[str]] = {}
    for body in made["body"][:-1]:
        bodies.setdefault(body["purpose"], []).append(body.get("value", body.get("source")))
    document |= {
        "id": made["id"].removeprefix("urn:uuid:"), "annotator": made["creator"]["name"], "created": made["created"],
        "modified": made["modified"], "tags": bodies.get("tagging", []), "note": "".join(bodies.get("commenting", [])),
        "verdict": bodies.get("assessing", ["unchecked"])[0], "evidence": bodies.get("linking", []),
    }  # fmt: skip
    if document["target"] is not None:
        quote, position = (
            {key: value for key, value in one.items() if key != "type"} for one in made["target"]["selector"]
        )
        document["target"] |= quote | position
    assert to_document(annotation_of(document)) == to_document(annotation)


def test_the_file_is_a_list():
    for count in range(3):
        out = BytesIO()
        format_named("jsonld").write(out, (an_annotation(number) for number in range(count)), Wishes())
        assert len(json.loads(out.getvalue())) == count
