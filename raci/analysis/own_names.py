"""What a document calls its own issuer and its addressee: 我部, 本局, 你委; which bodies are meant."""

from __future__ import annotations

from collections.abc import Sequence

from raci.model import Document
from raci.rules.lexicon import lexicon_pattern
from raci.rules.punctuation import LIST_PAUSE

__all__ = ["meant_by"]


def meant_by(name: str, document: Document) -> str | None:
    """The name of the body that 我部 or 你委 means in a document, with the office in it (我部宣传司).

    None where a name is of another kind, or where nobody or several are meant.
    """
    own = lexicon_pattern("name.own").fullmatch(name)
    if own is None:
        return None
    bodies = document.issued_by() if own["own"] else _addressed(document.addressees or "")
    # of what an office sends out (工业和信息化部办公厅), 我部 is whose office it is
    named = [
        body if _ends_as(body, own["kind"]) else lexicon_pattern("name.own-office").sub("", body) for body in bodies
    ]
    fitting = [body for body in named if _ends_as(body, own["kind"])]
    return fitting[0] + own["office"] if len(fitting) == 1 else None


def _addressed(addressees: str) -> Sequence[str]:
    """The one body that a document is addressed to."""
    bare = addressees.strip().rstrip("：:").strip()
    return (bare,) if bare and not LIST_PAUSE.search(bare) else ()


def _ends_as(body: str, kind: str) -> bool:
    """Whether a body is called by that last word: 委 for a 委员会, 办 for a 办公室."""
    return body.removesuffix("员会" if kind == "委" else "公室" if kind == "办" else "").endswith(kind)
