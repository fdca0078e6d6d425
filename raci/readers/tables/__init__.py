"""Tables and paragraphs of running text and sheets, before they become a Document."""
