"""What resolving names costs, as a share of finding them.

    python benchmarks/names.py [--short]

The stages of the pipeline are timed one by one over the corpus; the register's loading is
counted with the first document.
"""

from __future__ import annotations

import sys

from corpus import files, report

from raci.config.options.analysis import Options
from raci.pipeline import find_assignments, run
from raci.readers.registry import read


def main() -> None:
    """Measure and print."""
    found = resolved = 0.0
    names = 0
    for path in files("--short" in sys.argv[1:]):
        for document in read(path):
            analysis = run(document, Options(), until=find_assignments)
            own = analysis.seconds["find_assignments"]
            found += sum(analysis.seconds.values()) - own
            resolved += own
            names += len(analysis.assignments)
    print(f"{names:,} 个名称，提取 {found:.2f} 秒，判断 {resolved:.2f} 秒")
    report("判断名称与提取之比", 100 * resolved / found, "%", 40, at_least=False)


if __name__ == "__main__":
    main()
