"""What resolving names costs, as a share of finding them.

    python benchmarks/names.py [--short]

The stages of the pipeline are timed one by one over the corpus, in processor time; the register's loading is
counted with the first document.
"""

from __future__ import annotations

import sys
from time import process_time

from corpus import files, report

from raci.model import Analysis
from raci.pipeline import STAGES
from raci.readers.registry import read

#: the stages that come before: outline and annotations
_BEFORE = 2


def main() -> None:
    """Measure and print."""
    spent = [0.0] * len(STAGES)
    names = 0
    for path in files("--short" in sys.argv[1:]):
        for document in read(path):
            analysis = Analysis(document)
            for index, stage in enumerate(STAGES):
                began = process_time()
                analysis = stage(analysis)
                spent[index] += process_time() - began
            names += len(analysis.assignments)
    found, resolved = sum(spent[:_BEFORE]), spent[_BEFORE]
    print(f"{names:,} 个名称，提取 {found:.2f} 秒，判断 {resolved:.2f} 秒")
    report("判断名称与提取之比", 100 * resolved / found, "%", 40, at_least=False)


if __name__ == "__main__":
    main()
