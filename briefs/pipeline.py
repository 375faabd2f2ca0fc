"""Make briefs from a corpus: gather, compose, render, verify, and put in place."""

import base64
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

from briefs import (
    compose,
    coverage,
    deliver,
    i18n,
    index,
    ledger,
    listings,
    match,
    observations,
    pdftext,
    render,
    reporters,
    review,
    translations,
    verify,
)
from briefs import topics as taxonomy
from briefs.compose import Material, Order
from briefs.config import House
from briefs.corpus import Corpus, countries, country_names, load_editions, passages
from briefs.document import Brief, Issuer
from briefs.errors import NothingFoundError, SettingError, UnknownTopicError, UsageError
from briefs.index import Finding
from briefs.model import Edition, Figure, Passage, Topic
from briefs.pdf import Attachment
from briefs.tomlfile import nearest
from briefs.translations import Translations

Placed = tuple[Edition, Passage, Figure]
"""A figure with the edition and the passage it stands in."""

Progress = Callable[[str], None]
"""Called with the name of each brief before it is made."""


@dataclass(frozen=True, slots=True)
class Range:
    """Which editions to use: edition years, and a country (ISO 3166-1 alpha-3)."""

    years: tuple[int, int] | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """How the pages look: profile, "pdf" or "html", and the options of the design."""

    profile: str = "brief"
    format: str = "pdf"
    paper: str = "a4"
    mono: bool = False
    crop_marks: bool = False
    accent: str | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """One call of `build`: which briefs, how, and where to.

    With `separate` each topic makes a brief of its own; `output` is a file when one
    brief is made, else a folder. `quotes` says what prints of a quotation in another
    language: "original", "both" or "translation". `pages` is None for the profile's own
    budget.
    """

    topics: tuple[str, ...]
    locale: str
    day: date
    range: Range = Range()
    look: Look = Look()
    everything: bool = False
    separate: bool = False
    full: bool = False
    quotes: str = "both"
    pages: int | None = None
    output: Path | None = None
    issuer: Issuer | None = None


FIGURES = "figures.csv"
"""The name of the attachment that lists the figures of a brief."""

PAGES = {"brief": 9, "handout": 2, "booklet": 16, "large-print": 16, "email": 8}
"""The page budget of each profile for one topic, in pages of the A4 design."""


def build(folder: Path, request: Request, progress: Progress) -> list[Path]:
    """Make the briefs of a request and return their paths.

    Nothing is written before every brief is made and verified. Raises BriefsError.
    """
    corpus = load(folder)
    chosen = select(corpus, request.topics, everything=request.everything)
    editions = within(corpus.editions, request.range)
    findings = index.find(editions, chosen)
    said = [topic for topic in chosen if findings[topic.code]]
    if not said or not request.everything:
        _require(chosen, findings)
    groups = [[topic] for topic in said] if request.separate else [said]
    files: dict[Path, bytes] = {}
    for group in groups:
        path = _path(request, [topic.code for topic in group], len(groups))
        progress(path.name)
        material = gather(group, editions, findings, corpus, request.locale)
        files[path] = make(corpus, material, request)
    return deliver.write_all(files)


def load(folder: Path) -> Corpus:
    """Read what a corpus folder holds: editions and topics, not yet their texts."""
    return Corpus(folder, load_editions(folder), taxonomy.load(folder / "topics"))


def select(
    corpus: Corpus, codes: Iterable[str], *, everything: bool = False
) -> tuple[Topic, ...]:
    """Return the topics with these codes, or all of them.

    Raises UnknownTopicError with the nearest code, UsageError when none is named.
    """
    if everything:
        return tuple(corpus.topics.values())
    wanted = list(dict.fromkeys(codes))
    if not wanted:
        raise UsageError("no topic was named", hint="`briefs topics` lists them")
    for code in wanted:
        if code not in corpus.topics:
            raise UnknownTopicError(
                f"unknown topic {code!r}", hint=nearest(code, corpus.topics)
            )
    return tuple(corpus.topics[code] for code in wanted)


def within(editions: Sequence[Edition], range: Range) -> tuple[Edition, ...]:
    """Return the editions in a range; raises NothingFoundError when there is none."""
    first, last = range.years or (0, 9999)
    found = tuple(
        edition
        for edition in editions
        if first <= edition.year <= last and range.country in (None, edition.country)
    )
    if not found:
        years = sorted({edition.year for edition in editions})
        raise NothingFoundError(
            "the corpus has no edition in this range",
            hint=f"it holds {years[0]}–{years[-1]}, {', '.join(countries(editions))}",
        )
    return found


def gather(
    topics: Sequence[Topic],
    editions: Sequence[Edition],
    findings: Mapping[str, tuple[Finding, ...]],
    corpus: Corpus,
    language: str,
) -> Material:
    """Return all that a brief on these topics, in a language, is composed from."""
    said = {f.edition.id for topic in topics for f in findings[topic.code]}
    used = [edition for edition in editions if edition.id in said]
    texts = {e.id: {p.number: p for p in passages(e)} for e in used}
    figures = (ledger.figures(edition, texts[edition.id]) for edition in used)
    return Material(
        topics=tuple(topics),
        editions=tuple(editions),
        findings=findings,
        passages=texts,
        figures=tuple(chain.from_iterable(figures)),
        translations=_translations(used, language),
        indicators=ledger.indicators(corpus.folder),
        reporters=reporters.labels(corpus.folder / "organisations.toml"),
        countries=country_names(corpus.folder),
    )


def _translations(
    editions: Iterable[Edition], language: str
) -> dict[str, Translations]:
    known = {
        edition.id: translations.read(edition, language)
        for edition in editions
        if edition.language != language
    }
    return {edition: found for edition, found in known.items() if found}


def make(corpus: Corpus, material: Material, request: Request) -> bytes:
    """Compose, render and verify one brief; return the finished file.

    Raises VerificationError when a quotation is not found in its source or in the file.
    """
    locale = i18n.load(request.locale)
    pages = request.pages or PAGES.get(request.look.profile, PAGES["brief"])
    order = Order(
        day=request.day,
        locale=locale,
        pages=pages,
        quotes=request.quotes,
        full=request.full,
        issuer=request.issuer,
    )
    brief = compose.compose(material, order)
    quotations = list(verify.quotations(brief))
    verify.against_source(quotations, corpus)
    html = to_html(brief, request.look, locale)
    if request.look.format == "html":
        content = render.self_contained(html)
        verify.in_text(quotations, render.visible_text(content), "the page")
        return content.encode()
    attachments = [
        Attachment(verify.RECORD, "Quotations and sources", verify.record(quotations)),
        Attachment(
            FIGURES, "Figures of this brief", ledger.to_csv(material.printed()).encode()
        ),
    ]
    pdf = render.to_pdf(html, date=request.day, attachments=attachments)
    verify.in_text(quotations, pdftext.words(pdf), "the finished file")
    return pdf


def to_html(brief: Brief, look: Look, locale: i18n.Locale) -> str:
    """Show a brief by the template of its profile."""
    return render.to_html(
        brief,
        profile=look.profile,
        translations=locale.messages,
        paper=look.paper,
        mono=look.mono,
        crop_marks=look.crop_marks,
        variables={"accent": look.accent} if look.accent else {},
    )


def cover(folder: Path, codes: Sequence[str], range: Range) -> list[coverage.Cell]:
    """Return the coverage cells of some topics, or of all of them."""
    corpus = load(folder)
    chosen = select(corpus, codes, everything=not codes)
    editions = within(corpus.editions, range)
    return coverage.cells(chosen, editions, index.find(editions, chosen))


def find(folder: Path, codes: Sequence[str], range: Range) -> list[Finding]:
    """Return every passage on some topics, topic by topic.

    Raises NothingFoundError when there is none.
    """
    corpus = load(folder)
    chosen = select(corpus, codes)
    findings = index.find(within(corpus.editions, range), chosen)
    _require(chosen, findings)
    return [finding for topic in chosen for finding in findings[topic.code]]


def _require(
    topics: Sequence[Topic], findings: Mapping[str, Sequence[Finding]]
) -> None:
    silent = [topic.code for topic in topics if not findings[topic.code]]
    if silent:
        raise NothingFoundError(
            f"nothing was found on {', '.join(silent)}",
            hint="`briefs coverage` shows which reports say something on which topic",
        )


def _path(request: Request, codes: Sequence[str], briefs: int) -> Path:
    """Return where a brief goes: `-o` as given, or a name made of topics and locale."""
    stem = "-".join(codes) if len(codes) <= 3 else "human-rights"
    profile = "" if request.look.profile == "brief" else f"-{request.look.profile}"
    name = f"{stem}-{request.locale}{profile}.{request.look.format}"
    output = request.output
    if output is None:
        return Path(name)
    is_folder = briefs > 1 or output.is_dir() or not output.suffix
    return output / name if is_folder else output


def figures(folder: Path, codes: Sequence[str], range: Range) -> list[Placed]:
    """Return the figures on some topics, or all there are, with where they stand.

    Raises NothingFoundError when there is none.
    """
    corpus = load(folder)
    chosen = {topic.code for topic in select(corpus, codes, everything=not codes)}
    editions = within(corpus.editions, range)
    findings = index.find(editions, tuple(corpus.topics.values()))
    found = [
        (edition, passage, figure)
        for edition, passage, figure in observations.every(folder, editions, findings)
        if not codes or chosen & set(figure.topics)
    ]
    if not found:
        raise NothingFoundError(
            f"there are no figures on {', '.join(codes)}",
            hint="`briefs excerpts` lists what is said in words",
        )
    return found


def search(folder: Path, text: str, range: Range) -> list[tuple[Edition, Passage]]:
    """Return the passages that contain all the words of a text.

    Raises NothingFoundError when there is none, UsageError when there is no word.
    """
    if not any(letter.isalnum() for letter in text):
        raise UsageError("there is no word to search for", hint="name one or more")
    editions = within(load_editions(folder), range)
    found = list(index.search(editions, text))
    if not found:
        raise NothingFoundError(
            f"no passage contains {text!r}", hint="try the beginnings of fewer words"
        )
    return found


def check_topics(corpus: Corpus, codes: Sequence[str]) -> Iterator[str]:
    """Yield what each pattern of some topics (or of all) hits, and the idle ones."""
    chosen = select(corpus, codes, everything=not codes)
    by_language: dict[str, list[Passage]] = {}
    for edition in corpus.editions:
        by_language.setdefault(edition.language, []).extend(passages(edition))
    for language, texts in sorted(by_language.items()):
        for topic in chosen:
            seen = match.preview(topic, language, texts)
            yield from listings.preview_lines(topic.code, language, seen)
        for idle in match.unused(chosen, language, texts):
            yield (
                f"never matches: {idle.topic}, {idle.table}.{language}: {idle.pattern}"
            )


def issuer(house: House | None) -> Issuer | None:
    """Return the issuing organisation as a brief shows it, its logo as a data URI.

    Raises SettingError when the logo is not a PNG, JPEG or SVG picture.
    """
    if house is None:
        return None
    return Issuer(
        house.name, house.contact, _data_uri(house.logo) if house.logo else ""
    )


_PICTURES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".svg": "image/svg+xml",
}


def _data_uri(picture: Path) -> str:
    kind = _PICTURES.get(picture.suffix.lower())
    if kind is None:
        raise SettingError(
            f"the logo {picture} is not a picture that can be printed",
            hint="use a PNG, JPEG or SVG file",
        )
    try:
        data = base64.b64encode(picture.read_bytes()).decode()
    except OSError as error:
        raise SettingError(
            f"cannot read the logo {picture}: {error.strerror}"
        ) from error
    return f"data:{kind};base64,{data}"


def review_figures(folder: Path, words: Sequence[str]) -> Iterator[str]:
    """Yield what a reviewer of an edition's figures has to look at.

    `words` is the edition's id. Raises UsageError when it is not one word.
    """
    if len(words) != 1:
        raise UsageError(
            "`briefs figures review` takes one edition",
            hint="`briefs figures review hrr-2015-kgz-ky`",
        )
    shelf = observations.read(folder, load(folder).edition(words[0]))
    found = review.compare(shelf.reviewed, shelf.candidates)
    yield f"{len(found.missing)} candidates are not in the ledger:"
    yield from map(listings.candidate, found.missing)
    yield f"{len(found.unfound)} rows of the ledger are not found by the grammar:"
    yield from map(listings.candidate, found.unfound)
