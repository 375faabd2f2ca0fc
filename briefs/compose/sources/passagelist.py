"""List every passage on the topics of a brief, also those that are not quoted in it."""

from collections.abc import Iterator

from briefs.compose.material import Material
from briefs.compose.sources import cite
from briefs.i18n.locale import Locale
from briefs.match.index import Finding
from briefs.model import Span


def text(material: Material, locale: Locale) -> str:
    """Return the passages topic by topic, each with its place, as plain text."""
    return "".join(f"{line}\n" for line in _lines(material, locale))


def _lines(material: Material, locale: Locale) -> Iterator[str]:
    for topic in material.topics:
        yield locale.label(topic.labels)
        yield ""
        for finding in material.findings[topic.code]:
            yield place(finding, material, locale)
            yield finding.passage.text
            yield ""


def place(finding: Finding, material: Material, locale: Locale) -> str:
    """Say where a passage stands: "Human Rights Report 2015, pp. 3–4"."""
    passage = finding.passage
    section = cite.section(passage.headings).text
    whole = [(passage, Span(0, len(passage.text)))]
    report = material.report(finding.edition, locale)
    return f"{report}, {cite.where(whole, section, locale)}"
