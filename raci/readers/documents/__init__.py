"""Documents: from paragraphs and tables to one text with blocks and places; plans split, annexes attached."""
