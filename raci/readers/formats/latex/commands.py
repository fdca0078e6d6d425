"""Commands of LaTeX whose arguments are no words of the text: places, measures, colours, files, settings."""

from __future__ import annotations

__all__ = ["WORDLESS"]

_OF_ONE = """
    author bibliography bibliographystyle cellcolor cite cline cmidrule color columncolor ctexset date documentclass
    eqref geometry href hspace hypersetup hypertarget includegraphics label linespread pageref pagestyle parbox
    raisebox ref rowcolor scalebox textcolor thispagestyle title usepackage vspace zihao
"""
_OF_TWO = "addtolength fontsize newcommand renewcommand resizebox setcounter setlength"
#: command → how many of its arguments are left out; words in a further one (of ``href``, ``parbox``) are read
WORDLESS = dict.fromkeys(_OF_ONE.split(), 1) | dict.fromkeys(_OF_TWO.split(), 2)
