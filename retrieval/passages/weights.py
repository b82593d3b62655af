"""How much each sign of an answer counts in the ranking of sentences."""

from __future__ import annotations

from knowledge.model import Frozen


class Weights(Frozen):
    """Chosen on the known questions (`saiwen eval`), not on one notice."""

    titled: float = 0.75
    above: float = 0.35
    broad: float = 0.5
    content: float = 0.8
    heading_content: float = 0.4
    kind: float = 1.6
    no_kind: float = 1.2
    other_stage: float = 1.5
    no_stage: float = 0.5
    unasked_stage: float = 0.8
    narrower: float = 1.0
    on_topic: float = 0.8
    listing: float = 0.6
    dependent: float = 0.4
    forbids: float = 1.0
    enumerates: float = 2.0
    agreement: float = 3.0
    counted: float = 0.7
    literal: float = 0.6
    meant: float = 0.9
    own_track: float = 1.0
    own_group: float = 1.0
    other_track: float = 3.0
    labelled: float = 1.0
    headed: float = 1.5
    anchor: float = 9.0
    length: float = 0.25
    echo: float = 0.3
    place: float = 1.0
    direct: float = 1.0
