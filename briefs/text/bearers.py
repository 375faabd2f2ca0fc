"""Tell whom a text names: in full, or by a family name that was brought in before."""

from collections.abc import Iterable, Mapping

from briefs.text.names import Finder, Grammar, Name


class Bearers:
    """The persons whom an edition names; the names of those in office are `shown`."""

    def __init__(
        self, names: Iterable[Name] = (), grammars: Iterable[Grammar] = ()
    ) -> None:
        """Take the names of all of them, and how names are inflected."""
        self._finder = Finder(tuple(names), tuple(grammars))
        self._known: dict[str, dict[Name, bool]] = {}

    def named(self, text: str) -> Mapping[Name, bool]:
        """Return who is named in a text, and whether he is first named in full."""
        if text not in self._known:
            found: dict[Name, bool] = {}
            for hit in self._finder.find(text):
                in_full = len(hit.span.of(text).replace(".", ". ").split()) > 1
                found.setdefault(hit.name, in_full)
            self._known[text] = found
        return self._known[text]

    def brought_in(self, text: str) -> set[Name]:
        """Return who is named by a family name alone, as one that is known already."""
        return {name for name, in_full in self.named(text).items() if not in_full}

    def tells_of_private(self, text: str) -> bool:
        """Tell whether somebody is named who holds no office."""
        return not all(name.shown for name in self.named(text))


NOBODY = Bearers()
"""Nobody is known by name."""
