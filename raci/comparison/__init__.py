"""Two versions of a plan side by side, and an upper plan beside the lower one that carries it out."""
