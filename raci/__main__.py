"""``python -m raci``: the command line, also where the ``raci`` script is not on the PATH."""

from raci.cli import main

if __name__ == "__main__":
    main()
