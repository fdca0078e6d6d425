"""The local page (``raci serve``): plans dropped, seen beside their text, put right, and handed out as files.

``server`` runs it, ``security`` says who is let in, ``projects`` keeps what was dropped and changed, ``routes`` answers
the page, whose files stand in ``raci/data/web/``. Nothing leaves this computer.
"""
