"""Prove finished files: make each brief again from its recipe, and compare."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from briefs.corpus import withheld
from briefs.corpus.corpus import Corpus
from briefs.corpus.vocabulary import corrections
from briefs.corpus.withheld import Withheld
from briefs.errors import BriefsError, ExitCode, Message, UsageError, VerificationError
from briefs.files import inputs
from briefs.files.guard import guarded
from briefs.i18n import locale as i18n
from briefs.tasks import originals, tracing
from briefs.tasks.building import build, gather
from briefs.tasks.building import recipe as recipes
from briefs.text.sentences import squeeze
from briefs.verify import carried, pdftext, quotations, received, recipe, unnamed, used
from briefs.verify.comparing import compare, webpages
from briefs.verify.proof import Difference, Proof, Verdict
from briefs.verify.quotations import Quotation
from briefs.verify.recipe import Recipe

_ENDINGS = {".pdf", ".html", ".htm"}
_ODD = Message("the file is damaged or no brief")
_ORIGINAL = Message("ask for the file as it was sent out")
_PRINTED = Message(
    "the file lost what it carries, as printing to a file does; how it was made was "
    "found by the brief id on its pages"
)


def files(places: Iterable[Path]) -> list[Path]:
    """Return the files to prove: those named, and all briefs in the folders named.

    Raise UsageError for a name that nothing has, VerificationError for a folder
    without any.
    """
    found: list[Path] = []
    for place in places:
        if not place.exists():
            raise UsageError(
                Message(
                    "cannot read {file}: {why}",
                    file=place,
                    why=Message("it does not exist"),
                ),
                hint=Message("is it the right path, and may you read it?"),
            )
        if not place.is_dir():
            found.append(place)
            continue
        inside = sorted(p for p in place.rglob("*") if p.suffix.lower() in _ENDINGS)
        if not inside:
            raise VerificationError(
                Message("there is no PDF file and no web page in {place}", place=place)
            )
        found += inside
    return found


def prove(
    file: Path, corpus: Corpus, look: Path | None = None, withhold: Path | None = None
) -> Proof:
    """Compare a file with the brief made again from this corpus.

    `look` is the receiver's folder of the house's design, `withhold` the house's list
    of names. What cannot be read is not proven, whatever the reason; nothing is raised
    for it.
    """
    try:
        content = _read(file)
        received.weigh(content)
        with guarded(VerificationError, _ODD, _ORIGINAL):
            made, printed = _recipe(content, corpus)
    except VerificationError as error:
        return Proof(file, Verdict.CANNOT_SAY, notes=_said(error))
    proof = _proved(file, content, made, corpus, recipes.Lent(look, withhold))
    notes = [*printed, *proof.notes, *_corrected(made, corpus)]
    return replace(proof, id=recipe.identity(made), notes=notes)


def _recipe(content: bytes, corpus: Corpus) -> tuple[Recipe, list[Message]]:
    """Return how a brief was made, and what is to be said of how that is known.

    A copy that was printed to a file carries no recipe; its pages show the brief id.
    """
    try:
        return recipe.read(carried.recipe(content)), []
    except carried.NoRecipeError:
        if not carried.is_pdf(content):
            raise
        text = pdftext.text(content)
        found = tracing.recipe_of(text, corpus, datetime.now(UTC).date())
        if found is None:
            raise
        return found, [_PRINTED]


def _proved(
    file: Path, content: bytes, made: Recipe, corpus: Corpus, lent: recipes.Lent
) -> Proof:
    """Compare a file with the brief that its recipe makes."""
    missing = list(_missing(made, corpus, lent))
    try:
        again, found = _again(made, corpus, lent)
    except BriefsError as error:
        if not missing:
            return Proof(file, Verdict.CANNOT_SAY, notes=_said(error))
        return _without_source(file, content, corpus, made, missing)
    try:
        with guarded(VerificationError, _ODD, _ORIGINAL):
            verdict, differences, text = _compared(content, again, made)
    except VerificationError as error:
        return Proof(file, Verdict.CANNOT_SAY, notes=_said(error))
    if verdict is Verdict.CHANGED and missing:
        proof = _without_source(file, content, corpus, made, missing)
        return replace(proof, differences=differences, notes=list(_notes(made)))
    whole = verdict.exit_code is ExitCode.DONE
    notes = list(_notes(made)) if verdict is not Verdict.IDENTICAL else _house(made)
    notes += originals.told(found, corpus, partial(_hidden, corpus=corpus, made=made))
    return Proof(
        file,
        verdict,
        proven=len(found) if whole else _proven(found, text, differences),
        quotations=len(found),
        differences=differences,
        missing=missing,
        notes=notes,
    )


def _corrected(made: Recipe, corpus: Corpus) -> Iterator[Message]:
    """Say what was corrected since in the editions that have changed."""
    known = {edition.id: edition for edition in corpus.editions}
    changed = {
        id
        for id, papers in made.editions.items()
        if id in known and used.editions([known[id]], made.locale)[id] != papers
    }
    for one in corrections.load(corpus.lent(corrections.FILE)):
        if one.date >= made.date and one.edition in changed:
            yield Message(
                "corrected on {date} in {edition}: {what}",
                date=one.date.isoformat(),
                edition=one.edition,
                what=one.what,
            )


def _read(file: Path) -> bytes:
    return inputs.read_bytes(file, VerificationError, received.LARGEST)


def _missing(made: Recipe, corpus: Corpus, lent: recipes.Lent) -> Iterator[Message]:
    """Yield what the brief was made from and the receiver lacks or has otherwise."""
    known = {edition.id: edition for edition in corpus.editions}
    for code, papers in made.editions.items():
        if code not in known:
            yield Message("{edition} is not in this corpus", edition=code)
            continue
        mine = used.editions([known[code]], made.locale)[code]
        for name in sorted(papers.keys() | mine.keys()):
            if papers.get(name) != mine.get(name):
                yield Message(
                    "{edition}: {file} is another version in this corpus",
                    edition=code,
                    file=name,
                )
    yield from _data_missing(made.data, used.data(corpus, made.locale))
    yield from recipes.not_lent(made, lent)


def _data_missing(
    theirs: Mapping[str, str], mine: Mapping[str, str]
) -> Iterator[Message]:
    for name in sorted(theirs.keys() | mine.keys()):
        if theirs.get(name) != mine.get(name):
            yield Message("{file} is another version in this corpus", file=name)


def _again(
    made: Recipe, corpus: Corpus, lent: recipes.Lent
) -> tuple[bytes, list[Quotation]]:
    """Make the brief of a recipe again; raise BriefsError where that cannot be done."""
    for message in recipes.not_lent(made, lent):
        raise VerificationError(message)
    shelf = Corpus(corpus.folders)
    shelf.editions = tuple(e for e in corpus.editions if e.id in made.editions)
    if len(shelf.editions) < len(made.editions):
        raise VerificationError(Message("this corpus lacks an edition"))
    (job,) = gather.jobs(shelf, recipes.request(made, lent.look, lent.withhold))
    return build.with_quotations(replace(job, recipe=made))


def _compared(
    content: bytes, again: bytes, made: Recipe
) -> tuple[Verdict, list[Difference], str]:
    """Return the verdict on a file, what differs, and the words that it shows."""
    if made.format == "html":
        words = " ".join(webpages.words(content))
        return *webpages.compare(content, again), words
    if made.profile == "booklet" and _is_imposed(content, again):
        again = build.imposed(again, made.paper)
    other = made.code != used.code()
    judged = compare.pdf(content, again, other_version=other)
    return *judged, pdftext.text(content)


def _is_imposed(content: bytes, booklet: bytes) -> bool:
    """Tell whether a file has sheets that lie, two pages on each."""
    with received.opened(content) as document, received.opened(booklet) as pages:
        if not document.pages or not pages.pages:
            return False
        one, other = document.pages[0].mediabox, pages.pages[0].mediabox
        return float(one[2]) - float(one[0]) > 1.5 * (float(other[2]) - float(other[0]))


def _proven(
    found: Iterable[Quotation], text: str, differences: Iterable[Difference]
) -> int:
    """Count the quotations that are whole on the pages.

    They stand in their sources: the brief was just made from them.
    """
    squeezed = squeeze(text)
    covered = [squeeze(d.expected) for d in differences if d.kind == "look"]
    return sum(
        all(
            squeeze(part) in squeezed
            and not any(each and each in squeeze(part) for each in covered)
            for part in quotation.shown
        )
        for quotation in found
    )


def _without_source(
    file: Path,
    content: bytes,
    corpus: Corpus,
    made: Recipe,
    missing: list[Message],
) -> Proof:
    """Prove what can be proven of a brief that cannot be made again.

    The file itself says which quotations there are; each stands or falls alone.
    """
    try:
        found = quotations.recorded(content)
        text = pdftext.text(content)
    except VerificationError:  # a web page has no record
        found, text = [], ""
    proven = 0
    for quotation in found:
        try:
            hidden = _hidden(quotation, corpus, made)
            whole = unnamed.named([quotation], corpus, hidden)
            quotations.against_source(whole, corpus)
            quotations.against_translations(whole, corpus, hidden)
            quotations.in_text([quotation], text, Message("{file}", file=file))
        except BriefsError:
            continue
        proven += 1
    return Proof(file, Verdict.UNKNOWN_SOURCE, proven, len(found), missing=missing)


def _hidden(quotation: Quotation, corpus: Corpus, made: Recipe) -> Withheld:
    """Return the names that are withheld in a quotation; the receiver's list says."""
    edition, locale = corpus.edition(quotation.edition), i18n.load(made.locale)
    return withheld.policy(corpus, [edition], locale, made.names).everywhere


def _notes(made: Recipe) -> Iterator[Message]:
    yield from _house(made)
    if made.code != used.code():
        yield Message(
            "it was made by another version of the tool ({theirs}; this is {mine})",
            theirs=made.code,
            mine=used.code(),
        )


def _house(made: Recipe) -> list[Message]:
    if not made.issuer:
        return []
    name = made.issuer.name
    return [
        Message(
            "who issued it ({name}) is said by the file; nothing proves it", name=name
        )
    ]


def _said(error: BriefsError) -> list[Message]:
    return [part for part in (error.said, error.advice) if part]
