"""Word what `verify` found: lines for people, JSON for programs, an exit code."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from briefs.api import Difference, Proof, Verdict
from briefs.cli import language as interface
from briefs.cli import options, streams
from briefs.errors import ExitCode, Message

_VERDICTS = {
    Verdict.IDENTICAL: Message("identical with the brief made again, byte for byte"),
    Verdict.SAME_CONTENT: Message(
        "the same content as the brief made again; another program packed the file anew"
    ),
    Verdict.SAME_WORDS: Message(
        "every word, number and picture is that of the brief made again; another "
        "program or version wrote the pages anew"
    ),
    Verdict.CHANGED: Message(
        "not the brief that its recipe makes. It may have been made by another version "
        "of the tool, or been edited; do not pass it on before you know"
    ),
    Verdict.UNKNOWN_SOURCE: Message(
        "cannot be made again here, because this corpus differs from the one it was "
        "made from"
    ),
    Verdict.CANNOT_SAY: Message("nothing can be said of this file"),
}

_NAMES = {
    Verdict.IDENTICAL: Message("identical"),
    Verdict.SAME_CONTENT: Message("the same content"),
    Verdict.SAME_WORDS: Message("the same words"),
    Verdict.CHANGED: Message("changed"),
    Verdict.UNKNOWN_SOURCE: Message("unknown source"),
    Verdict.CANNOT_SAY: Message("nothing can be said"),
}
"""What stands before the number of files in a summary."""

_KINDS = {
    "text": Message("other words"),
    "look": Message("drawn otherwise than it reads, or covered"),
    "page": Message("a page added, dropped or moved"),
    "attachment": Message("another attachment"),
    "link": Message("a link that leads elsewhere"),
    "tags": Message("read aloud otherwise"),
    "metadata": Message("other words about the file"),
    "active": Message("something that runs, opens or lies over the page"),
    "structure": Message("built otherwise"),
}

_TOLD = 8
"""Differences that are told of one file to a person; --json has them all."""


def to_json(proofs: Sequence[Proof]) -> str:
    """Return proofs as the contract of `verify --json` has them."""
    rows = [
        {
            "file": str(proof.file),
            "id": proof.id,
            "verdict": str(proof.verdict),
            "quotations": {"proven": proof.proven, "of": proof.quotations},
            "differences": [_row(each) for each in proof.differences],
            "missing": [str(each) for each in proof.missing],
            "notes": [str(each) for each in proof.notes],
        }
        for proof in proofs
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def _row(difference: Difference) -> dict[str, Any]:
    return {
        "page": difference.page,
        "kind": difference.kind,
        "expected": difference.expected,
        "found": difference.found,
    }


def say(proofs: Sequence[Proof]) -> None:
    """Print the proofs: what holds on stdout, what does not on stderr."""
    code = options.reader().code
    for proof in proofs:
        failed = proof.verdict.exit_code is not ExitCode.DONE
        verdict = interface.said(_VERDICTS[proof.verdict], code)
        streams.echo(f"{proof.file}: {verdict}", err=failed)
        for line in _lines(proof):
            streams.echo(f"  {interface.said(line, code)}", err=failed)
    if len(proofs) > 1:
        counts = Counter(proof.verdict for proof in proofs)
        listed = ", ".join(
            f"{interface.said(_NAMES[verdict], code)}: {number}"
            for verdict, number in counts.items()
        )
        options.say(
            [Message("files: {files} ({listed})", files=len(proofs), listed=listed)]
        )


def exit_code(proofs: Sequence[Proof]) -> ExitCode:
    """Return the gravest exit code: changed weighs more than unknown."""
    codes = {proof.verdict.exit_code for proof in proofs}
    for code in (ExitCode.VERIFICATION, ExitCode.UNKNOWN_SOURCE):
        if code in codes:
            return code
    return ExitCode.DONE


def _lines(proof: Proof) -> Iterator[Message]:
    if proof.id:
        yield Message("brief id {id}", id=proof.id)
    if proof.quotations:
        yield Message(
            "{proven} of {all} quotations stand in the file as in their sources",
            proven=proof.proven,
            all=proof.quotations,
        )
    yield from proof.missing
    yield from proof.notes
    yield from map(_difference, proof.differences[:_TOLD])
    if len(proof.differences) > _TOLD:
        more = len(proof.differences) - _TOLD
        yield Message("and {number} more differences (--json lists all)", number=more)


def _difference(difference: Difference) -> Message:
    kind = _KINDS[difference.kind]
    if difference.page:
        kind = Message("page {page}: {kind}", page=difference.page, kind=kind)
    if difference.expected and difference.found:
        return Message(
            "{kind}: “{expected}” is here “{found}”",
            kind=kind,
            expected=difference.expected,
            found=difference.found,
        )
    if words := difference.expected:
        return Message("{kind}: “{words}” is missing", kind=kind, words=words)
    if words := difference.found:
        return Message("{kind}: “{words}” was added", kind=kind, words=words)
    return kind
