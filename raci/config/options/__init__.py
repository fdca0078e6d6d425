"""Options: what a user asks for, as frozen values that check themselves; one module a purpose."""
