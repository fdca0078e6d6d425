"""What a ledger of many plans is written as: its workbook, those to fill in, letters, and a page."""
