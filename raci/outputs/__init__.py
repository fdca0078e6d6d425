"""Outputs: the folder of a plan, the pictures in it, its run.json; files written whole or not at all."""
