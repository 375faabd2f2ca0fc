"""Prove finished files: make each brief again from its recipe, and compare."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from briefs.corpus.corpus import Corpus
from briefs.errors import BriefsError, ExitCode, Message, UsageError, VerificationError
from briefs.files import inputs
from briefs.files.guard import guarded
from briefs.tasks import standing, tracing
from briefs.tasks.building import build
from briefs.tasks.building import recipe as recipes
from briefs.tasks.remaking import Remade, Remaking
from briefs.text.sentences import squeeze
from briefs.verify import carried, pdftext, received, recipe, used
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
    files: Iterable[Path],
    corpus: Corpus,
    look: Path | None = None,
    withhold: Path | None = None,
) -> list[Proof]:
    """Compare files with the briefs made again from this corpus, each made once.

    `look` is the receiver's folder of the house's design, `withhold` the house's list
    of names. What cannot be read is not proven, whatever the reason; nothing is raised
    for it.
    """
    maker = Remaking(corpus, recipes.Lent(look, withhold))
    return [_prove(file, maker) for file in files]


def _prove(file: Path, maker: Remaking) -> Proof:
    try:
        content = _read(file)
        received.weigh(content)
        with guarded(VerificationError, _ODD, _ORIGINAL):
            made, printed = _recipe(content, maker.corpus)
    except VerificationError as error:
        return Proof(file, Verdict.CANNOT_SAY, notes=_said(error))
    remade = maker.again(made)
    proof = _proved(file, content, made, maker.corpus, remade)
    notes = [*printed, *proof.notes, *remade.corrected]
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
    file: Path, content: bytes, made: Recipe, corpus: Corpus, remade: Remade
) -> Proof:
    """Compare a file with the brief that its recipe makes."""
    if remade.error:
        if not remade.missing:
            return Proof(file, Verdict.CANNOT_SAY, notes=_said(remade.error))
        return _one_by_one(file, content, corpus, made, remade)
    try:
        with guarded(VerificationError, _ODD, _ORIGINAL):
            verdict, differences, text = _compared(content, remade.content, made)
    except VerificationError as error:
        return Proof(file, Verdict.CANNOT_SAY, notes=_said(error))
    if verdict is Verdict.CHANGED and (remade.missing or made.code != used.code()):
        return _one_by_one(file, content, corpus, made, remade, differences)
    whole = verdict.exit_code is ExitCode.DONE
    found = remade.quotations
    notes = _house(made) if verdict is Verdict.IDENTICAL else list(_notes(made))
    return Proof(
        file,
        verdict,
        proven=len(found) if whole else standing.proven(found, text, differences),
        quotations=len(found),
        differences=differences,
        missing=remade.missing,
        notes=[*notes, *remade.originals],
    )


def _read(file: Path) -> bytes:
    return inputs.read_bytes(file, VerificationError, received.LARGEST)


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


def _one_by_one(
    file: Path,
    content: bytes,
    corpus: Corpus,
    made: Recipe,
    remade: Remade,
    differences: Sequence[Difference] = (),
) -> Proof:
    """Prove what can be proven of a brief that cannot be made again as it was.

    An edition is missing, or another version of the tool chose and set quotations
    otherwise. The file itself says which there are; each stands or falls alone.
    """
    found, text = standing.told(content, remade)
    covered = [squeeze(each.expected) for each in differences if each.kind == "look"]
    proven = [
        each
        for each in found
        if not standing.is_covered(each, covered)
        and standing.stands(each, text, corpus, made)
    ]
    notes = list(_notes(made)) if differences else []
    notes += standing.retold(
        each
        for each in found
        if each not in proven and standing.stands(each, text, corpus, made, alone=True)
    )
    if made.code != used.code():
        notes[1:1] = _otherwise(proven)
    return Proof(
        file,
        Verdict.UNKNOWN_SOURCE if remade.missing else Verdict.CHANGED,
        proven=len(proven),
        quotations=len(found),
        differences=differences,
        missing=remade.missing,
        notes=notes,
    )


def _otherwise(proven: Sequence[Quotation]) -> Iterator[Message]:
    """Say why another version of the tool makes another brief, and what stands."""
    yield Message(
        "another version may choose and set quotations otherwise: ask for the brief "
        "made anew, or verify it with the version that made it"
    )
    if proven:
        numbers = ", ".join(str(each.number) for each in proven)
        yield Message("proven one by one: the quotations {numbers}", numbers=numbers)


def _notes(made: Recipe) -> Iterator[Message]:
    if made.code != used.code():
        yield Message(
            "it was made by another version of the tool ({theirs}; this is {mine})",
            theirs=made.code,
            mine=used.code(),
        )
    yield from _house(made)


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
