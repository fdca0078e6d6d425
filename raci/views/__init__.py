"""Views of an Analysis: grid, matrix, graph, frames, and the tables of sheets and documents."""
