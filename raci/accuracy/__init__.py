"""How right the data are: samples for a person to judge, gold files, estimates with their intervals, agreement."""
