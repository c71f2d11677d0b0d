"""What the JSON files hold, as JSON Schema 2020-12: made from the model, with the sentence below each field as its description."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from rusplan.data.schema import explanation

DIALECT = "https://json-schema.org/draft/2020-12/schema"
WITHOUT_RINGS = str.maketrans("åäöÅÄÖ", "aaoAAO")
Schema = dict[str, Any]


class _FromModel(GenerateJsonSchema):
    """As pydantic has it, without what is said to programmers alone, and with every field always there, as `json_value` writes it."""

    def normalize_name(self, name: str) -> str:
        """A name that an address may hold."""
        return super().normalize_name(name.translate(WITHOUT_RINGS))

    def field_title_should_be_set(self, _schema: object) -> bool:
        """A field is called as it is."""
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """The fields of a part, each with its explanation."""
        model: type[BaseModel] = schema["cls"]
        found = super().model_schema(schema)
        properties = {name: _told(part, explanation(model, name)) for name, part in found["properties"].items()}
        return {
            "type": "object",
            "properties": properties,
            "required": list(properties),
            "additionalProperties": False,
        }

    def enum_schema(self, schema: core_schema.EnumSchema) -> JsonSchemaValue:
        """The words of a closed set."""
        return {"type": "string", "enum": [str(word) for word in schema["members"]]}


def _told(part: Schema, text: str) -> Schema:
    kept = {name: value for name, value in part.items() if name != "default"}
    return {**kept, "description": text}


def schema_of(model: type[BaseModel], more: Mapping[str, Schema]) -> tuple[Schema, Schema]:
    """What a record of the model is, with the fields `more` before its own; and the parts that it is made of, for ``$defs``."""
    made, parts = _made(model)
    properties = {**more, **made["properties"]}
    return {**made, "properties": properties, "required": list(properties)}, parts


@cache
def _made(model: type[BaseModel]) -> tuple[Schema, Schema]:
    """Without what programmers call the parts and say of them."""
    made = _FromModel(ref_template="#/$defs/{model}").generate(model.__pydantic_core_schema__, mode="serialization")
    parts = {name: _unnamed(part) for name, part in made.pop("$defs", {}).items()}
    return _unnamed(made), parts


def _unnamed(part: Schema) -> Schema:
    return {name: value for name, value in part.items() if name not in ("title", "description")}


def file_schema(address: str, title: str, properties: Mapping[str, Schema], parts: Schema) -> Schema:
    """The schema of a file with these fields, all of which are there."""
    return {
        "$schema": DIALECT,
        "$id": address,
        "title": title,
        "type": "object",
        "properties": dict(properties),
        "required": list(properties),
        "additionalProperties": False,
        "$defs": parts,
    }
