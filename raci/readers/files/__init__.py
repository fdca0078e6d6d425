"""Files as bytes: which there are, what they are, how they are encoded and packed."""
