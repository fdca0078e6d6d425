"""Frozen values as plain data (what JSON holds), and back.

What comes back is checked against the types of the values: nothing is made but what they name, no code runs, and
whatever does not fit is refused. A field that has its default is left out, so that a record of an older raci, whose
values have fewer fields, still reads.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, cast

__all__ = ["OUTSIDE", "from_plain", "recorded_as", "to_plain"]

#: metadata of a field that is no part of the value's record
OUTSIDE: Mapping[str, bool] = types.MappingProxyType({"outside": True})

Value = TypeVar("Value")
Reader = Callable[[object], Any]


def recorded_as(name: str) -> Mapping[str, str]:
    """Metadata of a field that records know by another name: workbooks of older versions still read."""
    return types.MappingProxyType({"recorded_as": name})


def to_plain(value: object) -> Any:
    """A frozen dataclass, NamedTuple, tuple, Mapping or scalar as dicts, lists and scalars."""
    if value is None or isinstance(value, str | int | bool):
        return value
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return _short([to_plain(each) for each in value], value)
    if isinstance(value, tuple):
        return [to_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {str(key): to_plain(each) for key, each in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        held = {_key(one): getattr(value, one.name) for one in _recorded(type(value))}
        defaults = _defaults(cast("type", type(value)))
        return {name: to_plain(each) for name, each in held.items() if name not in defaults or each != defaults[name]}
    raise TypeError(f"no plain form of {type(value).__name__}")


def from_plain(kind: type[Value], plain: object) -> Value:
    """The value of that type; ValueError for anything that is not the plain form of one."""
    return cast("Value", _reader(cast("Any", kind))(plain))


def _short(listed: list[Any], value: Any) -> list[Any]:
    """Without the defaults at the end."""
    defaults = value._field_defaults
    for name in reversed(value._fields):
        if name not in defaults or getattr(value, name) != defaults[name]:
            break
        listed.pop()
    return listed


def _recorded(kind: type) -> list[Field[Any]]:
    return [one for one in fields(kind) if one.init and "outside" not in one.metadata]


def _key(one: Field[Any]) -> str:
    """The name of a field in the record."""
    return str(one.metadata.get("recorded_as", one.name))


@cache
def _defaults(kind: type) -> dict[str, object]:
    return {_key(one): one.default for one in _recorded(kind) if one.default is not MISSING}


@cache
def _reader(kind: Any) -> Reader:
    """What reads values of a type; made once a type."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if kind in (str, int, bool):
        return _scalar(kind)
    if origin is Literal:
        return _literal(arguments)
    if origin in (types.UnionType, typing.Union):
        [inner] = [one for one in arguments if one is not types.NoneType]
        read = _reader(inner)
        return lambda plain: None if plain is None else read(plain)
    if origin is tuple:
        return _tuple(arguments)
    if origin is Mapping:
        return _mapping(_reader(arguments[1]))
    if isinstance(kind, type) and hasattr(kind, "_fields"):
        return _named(kind)
    if is_dataclass(kind):
        return _record(cast("type", kind))
    raise TypeError(f"no plain form of {kind}")


def _no(plain: object, wanted: object) -> ValueError:
    return ValueError(f"{type(plain).__name__} where {wanted} was expected")


def _scalar(kind: type) -> Reader:
    def read(plain: object) -> object:
        if type(plain) is not kind:  # a bool is no int here
            raise _no(plain, kind.__name__)
        return plain

    return read


def _literal(values: tuple[object, ...]) -> Reader:
    def read(plain: object) -> object:
        if not isinstance(plain, str) or plain not in values:
            raise _no(plain, values)
        return plain

    return read


def _tuple(arguments: tuple[Any, ...]) -> Reader:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        one = _reader(arguments[0])

        def many(plain: object) -> object:
            if not isinstance(plain, list):
                raise _no(plain, "a list")
            return tuple([one(each) for each in plain])

        return many
    each_reads = [_reader(argument) for argument in arguments]

    def some(plain: object) -> object:
        if not isinstance(plain, list) or len(plain) != len(each_reads):
            raise _no(plain, f"a list of {len(each_reads)}")
        return tuple([read(each) for read, each in zip(each_reads, plain, strict=True)])

    return some


def _mapping(inner: Reader) -> Reader:
    def read(plain: object) -> object:
        if not isinstance(plain, dict):
            raise _no(plain, "a mapping")
        return {str(key): inner(each) for key, each in plain.items()}

    return read


def _named(kind: Any) -> Reader:
    hints = typing.get_type_hints(kind)
    reads = [_reader(hints[name]) for name in kind._fields]
    least = len(kind._fields) - len(kind._field_defaults)

    def read(plain: object) -> object:
        if not isinstance(plain, list) or not least <= len(plain) <= len(reads):
            raise _no(plain, kind.__name__)
        return kind(*[each(value) for each, value in zip(reads, plain, strict=False)])

    return read


def _record(kind: type) -> Reader:
    recorded = _recorded(kind)
    # a name that only type checkers see belongs to a field that stands outside of the record
    outside = {one.name for one in fields(kind)} - {one.name for one in recorded}
    module = vars(__import__(kind.__module__, fromlist=["_"]))
    notes = {name: note for name, note in kind.__annotations__.items() if name not in outside}
    holder = type(kind.__name__, (), {"__annotations__": notes, "__module__": kind.__module__})
    hints = typing.get_type_hints(holder, module)
    names = {_key(one): one.name for one in recorded}
    reads = {_key(one): _reader(hints[one.name]) for one in recorded}

    def read(plain: object) -> object:
        if not isinstance(plain, dict):
            raise _no(plain, kind.__name__)
        if unknown := plain.keys() - reads.keys():
            raise ValueError(f"{kind.__name__} has no {'、'.join(sorted(map(str, unknown)))}")
        try:
            return kind(**{names[key]: reads[key](value) for key, value in plain.items()})
        except TypeError as error:  # a field is missing
            raise ValueError(str(error)) from error

    return read
