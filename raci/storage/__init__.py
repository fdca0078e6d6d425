"""How results are kept: the row that all exports agree on, and the record in a workbook."""
