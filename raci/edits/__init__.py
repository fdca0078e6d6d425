"""What a person changed by hand, in a workbook of raci's or on its page; found by comparing sheets, and applied.

Each sheet has a module that tells its changes as ``Edit`` values; ``merge`` settles changes of two sheets that
contradict one another (明细 before 任务分工 before the matrix), and ``apply`` makes the analysis that they ask for.
"""

from raci.edits.apply import apply
from raci.edits.find import find, restored

__all__ = ["apply", "find", "restored"]
