"""Many plans in one list: who is to do what by when over all of them, what was filled in, what came back."""
