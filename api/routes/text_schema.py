"""What the sentences of the API were made of, described for OpenAPI."""

from typing import Any

_VALUES = {
    "type": "object",
    "description": "Values by name: a number, a name, a `day`, a text with `template` and `values` of its own, or a "
    "list of which any is meant.",
    "additionalProperties": {"type": ["string", "number", "object", "array"]},
    "examples": [{"missing": {"template": "product sizes", "values": {}}}],
}
TEXT: dict[str, Any] = {
    "type": "object",
    "description": "A sentence taken apart, for those who say it in another language.",
    "required": ["text", "template", "values"],
    "properties": {
        "text": {
            "type": "string",
            "description": "The finished sentence, as it stands elsewhere in the answer.",
            "examples": ["This data set has no product sizes; ask by product."],
        },
        "template": {
            "type": "string",
            "description": "The sentence with the names of its values in braces.",
            "examples": ["This data set has no {missing}; ask by product."],
        },
        "singular": {"type": "string", "description": "Template where the number `n` is one; absent without a number."},
        "values": _VALUES,
    },
}
"""Schema of one sentence."""

TEXTS = {"type": "array", "items": {"$ref": "#/components/schemas/Text"}}
"""Schema of the sentences of an answer."""
