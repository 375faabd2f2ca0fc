"""Compose a brief in several lengths; what they share is worked out once."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from briefs.compose.brief import compose
from briefs.compose.excerpts import choosing
from briefs.compose.excerpts.choosing import Selection
from briefs.compose.excerpts.selection import Choice
from briefs.compose.material import Material, Order, shown
from briefs.compose.pages.plan import Plan
from briefs.document import Brief


@dataclass(slots=True)
class Lengths:
    """The briefs of a material, by the plan that says how much each may hold.

    Only the choice of excerpts depends on the room: plans that differ in nothing else,
    and choose the same, have the same brief.
    """

    material: Material
    order: Order
    _found: dict[Plan, Selection] = field(default_factory=dict, init=False)
    _made: list[tuple[Plan, Mapping[str, Choice], Brief]] = field(
        default_factory=list, init=False
    )

    def compose(self, plan: Plan) -> Brief:
        """Return the brief by a plan."""
        order, kind = replace(self.order, plan=plan), replace(plan, room=0)
        if kind not in self._found:
            material = shown(self.material, order)
            self._found[kind] = choosing.selected(material, order)
        found = self._found[kind]
        chosen = found.within(plan)
        for other, choices, brief in self._made:
            if other == kind and choices == chosen:
                return brief
        made = compose(self.material, order, found)
        self._made.append((kind, chosen, made))
        return made
