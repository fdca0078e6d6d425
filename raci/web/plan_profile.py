"""The profile of a plan as a setting of its project: one that comes with raci by its name, another whole."""

from __future__ import annotations

import json
from collections.abc import Mapping

from raci.config.profiles import load_profile, profile_names
from raci.model import Profile
from raci.model.codec import from_plain, to_plain

__all__ = ["OWN", "chosen_profile", "own_profile", "profile_setting"]

#: what the plan's own profile is called among the choices: that of the workbook that was dropped
OWN = "own"

Settings = Mapping[str, Mapping[str, str]]


def profile_setting(profile: Profile) -> dict[str, str]:
    """A profile as a setting."""
    if profile.name in profile_names() and profile == load_profile(profile.name):
        return {"name": profile.name}
    return {"name": OWN, OWN: json.dumps(to_plain(profile), ensure_ascii=False)}


def own_profile(settings: Settings) -> Profile | None:
    """The profile that the plan brought with it, where that is none of raci's."""
    written = settings.get("profile", {}).get(OWN)
    return from_plain(Profile, json.loads(written)) if written else None


def chosen_profile(settings: Settings) -> tuple[str, Profile]:
    """The profile by which letters stand, and what it is called among the choices."""
    name = settings.get("profile", {}).get("name") or "explicit"
    own = own_profile(settings)
    return (OWN, own) if name == OWN and own is not None else (name, load_profile(name))
