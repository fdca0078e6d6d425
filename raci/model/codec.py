"""Frozen values as plain data (what JSON holds), and back.

What comes back is checked against the types of the values: nothing is made but what they name, no code runs, and
whatever does not fit is refused. A field that has its default is left out, so that a record of an older raci, whose
values have fewer fields, still reads.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping, Sequence
from dataclasses import Field, fields, is_dataclass
from functools import cache
from importlib import import_module
from typing import Any, Literal, TypeVar, cast

__all__ = ["OUTSIDE", "Plain", "from_plain", "recorded_as", "to_plain"]

#: metadata of a field that is no part of the value's record
OUTSIDE: Mapping[str, bool] = types.MappingProxyType({"outside": True})

Plain = str | int | bool | None | list["Plain"] | dict[str, "Plain"]
Value = TypeVar("Value")
Decoder = Callable[[object], object]


def recorded_as(name: str) -> Mapping[str, str]:
    """Metadata of a field that records know by another name: workbooks of older versions still read."""
    return types.MappingProxyType({"recorded_as": name})


def to_plain(value: object) -> Plain:
    """A frozen dataclass, NamedTuple, tuple, Mapping or scalar as dicts, lists and scalars.

    Raises TypeError for a value of any other type.
    """
    if value is None or isinstance(value, str | int | bool):
        return value
    if isinstance(value, tuple):
        return [to_plain(item) for item in _without_defaults(value)]
    if isinstance(value, Mapping):
        return {str(key): to_plain(item) for key, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        values = {_key(field): (getattr(value, field.name), field.default) for field in _recorded(type(value))}
        # a field without default has MISSING there, which equals no value
        return {key: to_plain(item) for key, (item, default) in values.items() if item != default}
    raise TypeError(f"no plain form of {type(value).__name__}")


def from_plain(kind: type[Value], plain: object) -> Value:
    """The value of that type. Raises ValueError for anything that is not the plain form of one."""
    cached_by: object = kind  # for mypy a type variable is not hashable
    return cast("Value", _decoder(cached_by)(plain))  # the decoder of a type gives values of that type


def _without_defaults(items: tuple[object, ...]) -> tuple[object, ...]:
    """The items of a tuple; of a NamedTuple without the defaults at its end."""
    names: tuple[str, ...] = getattr(items, "_fields", ())
    defaults: Mapping[str, object] = getattr(items, "_field_defaults", {})
    length = len(items)
    while length and names and names[length - 1] in defaults and items[length - 1] == defaults[names[length - 1]]:
        length -= 1
    return items[:length]


def _recorded(kind: type) -> list[Field[object]]:
    """The fields of a dataclass that its record holds."""
    return [field for field in fields(kind) if field.init and "outside" not in field.metadata]


def _key(field: Field[object]) -> str:
    """The name of a field in the record."""
    return str(field.metadata.get("recorded_as", field.name))


@cache
def _decoder(kind: Any) -> Decoder:  # Any: generic aliases and unions, for which typing has no common type
    """What makes values of a type from plain data; built once a type."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin is not None:
        return _generic_decoder(origin, arguments)
    if kind in (str, int, bool):
        return _scalar_decoder(kind)
    if isinstance(kind, type) and issubclass(kind, tuple) and hasattr(kind, "_fields"):
        return _named_tuple_decoder(kind)
    if is_dataclass(kind) and isinstance(kind, type):
        return _dataclass_decoder(kind)
    raise TypeError(f"no plain form of {kind}")


def _generic_decoder(origin: object, arguments: tuple[object, ...]) -> Decoder:
    """The decoder of Literal, Optional, tuple and Mapping types."""
    if origin is Literal:
        return _literal_decoder(arguments)
    if origin in (types.UnionType, typing.Union):
        [inner] = [argument for argument in arguments if argument is not types.NoneType]
        decode = _decoder(inner)
        return lambda plain: None if plain is None else decode(plain)
    if origin is tuple and arguments[1:] == (Ellipsis,):
        return _sequence_decoder(_decoder(arguments[0]))
    if origin is tuple:
        return _tuple_decoder([_decoder(argument) for argument in arguments])
    if origin is Mapping:
        return _mapping_decoder(_decoder(arguments[1]))
    raise TypeError(f"no plain form of {origin}")


def _misfit(plain: object, wanted: object) -> ValueError:
    return ValueError(f"{type(plain).__name__} where {wanted} was expected")


def _scalar_decoder(kind: type) -> Decoder:
    def decode(plain: object) -> object:
        if type(plain) is not kind:  # a bool is no int here
            raise _misfit(plain, kind.__name__)
        return plain

    return decode


def _literal_decoder(values: tuple[object, ...]) -> Decoder:
    def decode(plain: object) -> object:
        if not isinstance(plain, str) or plain not in values:
            raise _misfit(plain, values)
        return plain

    return decode


def _sequence_decoder(decode_item: Decoder) -> Decoder:
    def decode(plain: object) -> object:
        if not isinstance(plain, list):
            raise _misfit(plain, "a list")
        return tuple([decode_item(item) for item in plain])

    return decode


def _tuple_decoder(decoders: Sequence[Decoder]) -> Decoder:
    def decode(plain: object) -> object:
        if not isinstance(plain, list) or len(plain) != len(decoders):
            raise _misfit(plain, f"a list of {len(decoders)}")
        return tuple([decode_item(item) for decode_item, item in zip(decoders, plain, strict=True)])

    return decode


def _mapping_decoder(decode_item: Decoder) -> Decoder:
    def decode(plain: object) -> object:
        if not isinstance(plain, dict):
            raise _misfit(plain, "a mapping")
        return {str(key): decode_item(item) for key, item in plain.items()}

    return decode


def _named_tuple_decoder(kind: type[tuple[object, ...]]) -> Decoder:
    hints = typing.get_type_hints(kind)
    names: tuple[str, ...] = getattr(kind, "_fields", ())
    decoders = [_decoder(hints[name]) for name in names]
    least = len(names) - len(getattr(kind, "_field_defaults", {}))
    build: Callable[..., object] = kind

    def decode(plain: object) -> object:
        if not isinstance(plain, list) or not least <= len(plain) <= len(decoders):
            raise _misfit(plain, kind.__name__)
        return build(*[decode_item(item) for decode_item, item in zip(decoders, plain, strict=False)])

    return decode


def _dataclass_decoder(kind: type) -> Decoder:
    recorded = _recorded(kind)
    names = {_key(field): field.name for field in recorded}
    hints = _recorded_hints(kind)
    decoders = {_key(field): _decoder(hints[field.name]) for field in recorded}

    def decode(plain: object) -> object:
        if not isinstance(plain, dict):
            raise _misfit(plain, kind.__name__)
        if unknown := plain.keys() - decoders.keys():
            raise ValueError(f"{kind.__name__} has no {'、'.join(sorted(map(str, unknown)))}")
        try:
            return kind(**{names[key]: decoders[key](item) for key, item in plain.items()})
        except TypeError as error:  # a field is missing
            raise ValueError(str(error)) from error

    return decode


def _recorded_hints(kind: type) -> dict[str, object]:
    """The types of the recorded fields; the others may name types that only type checkers import."""
    recorded = {field.name for field in _recorded(kind)}
    outside = {field.name for field in fields(kind)} - recorded
    annotations = {name: hint for name, hint in kind.__annotations__.items() if name not in outside}
    holder = type(kind.__name__, (), {"__annotations__": annotations, "__module__": kind.__module__})
    return typing.get_type_hints(holder, vars(import_module(kind.__module__)))
