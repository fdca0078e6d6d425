"""Networks of bodies: what makes a large one legible."""
