"""Which evidence a model must have before it opens positions with real money: only with an edge, unless the user said
otherwise for that account."""

from dataclasses import replace

from photon_desktop.application import Rules
from photon_desktop.learning.policy import EvidencePolicy
from photon_desktop.store.settings import SettingRepository
from photon_desktop.trading.profile import Profile

_KEY = "arming.evidence"


def needs_evidence(settings: SettingRepository, profile: Profile) -> bool:
    """Whether only a model that has shown an edge may open positions while `profile` is armed."""
    return profile.mode.is_real_money and settings.get(_key(profile), None) != EvidencePolicy.FOLLOW_MODEL.value


def choose_evidence(settings: SettingRepository, profile: Profile, *, only_with_evidence: bool) -> None:
    """Keep what the user said for `profile`."""
    policy = EvidencePolicy.ONLY_WITH_EVIDENCE if only_with_evidence else EvidencePolicy.FOLLOW_MODEL
    settings.put(_key(profile), policy.value)


def only_with_evidence(rules: Rules) -> Rules:
    """`rules`, under which a model without evidence opens nothing."""
    policy = replace(rules.trading.policy, evidence=EvidencePolicy.ONLY_WITH_EVIDENCE)
    return replace(rules, trading=replace(rules.trading, policy=policy))


def _key(profile: Profile) -> str:
    return f"{_KEY}.{profile.key}"
