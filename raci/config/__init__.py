"""What a user can set: profiles, templates, names of their own (``raci.toml``, a register file)."""
