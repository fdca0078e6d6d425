"""The kinds of drawings: one module a kind, each with a ``KIND`` that declares it (``raci.drawing.kind``)."""
