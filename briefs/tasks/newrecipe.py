"""Write a new recipe with a comment on each line, for a person to go on from."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefs.errors import Message, UsageError
from briefs.files import deliver

Say = Callable[[Message], str]
"""Says a message in the language of the user."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What the writer of a recipe was asked; an empty answer leaves the line open."""

    topics: Sequence[str]
    locales: Sequence[str]
    profiles: Sequence[str] = ("brief",)
    years: str = ""
    title: str = ""
    issuer: str = ""
    contact: str = ""


def write(path: Path, answers: Answers, say: Say) -> Path:
    """Write a recipe and return its path.

    Raises UsageError where the file is there already: nothing is overwritten.
    """
    if path.exists():
        raise UsageError(
            Message("{file} is there already", file=path),
            hint=Message("name another file with -o"),
        )
    return deliver.write_atomically(path, text(answers, say).encode())


def text(answers: Answers, say: Say) -> str:
    """Return a recipe that is commented in the language of the user."""
    several = len(answers.locales) > 1
    lines = [
        *_comment(say, _HEAD),
        "",
        *_line(say, _TOPICS, "topics", answers.topics),
        *_line(say, _YEARS, "years", answers.years, "2015-2018"),
        *_line(say, _LOCALES, "locales", answers.locales),
        *_line(say, _PROFILES, "profiles", answers.profiles),
        "",
        *_comment(say, _OWN),
    ]
    for key, example in (
        ("title", say(Message("A title of your own"))),
        ("introduction", say(Message("What you say *before* the reports speak."))),
        ("call", say(Message("What you ask for."))),
    ):
        said = answers.title if key == "title" else ""
        names = [f"{key}.{each}" for each in answers.locales] if several else [key]
        lines += [_entry(name, said, example) for name in names]
    lines += [
        "",
        "[excerpts]",
        *_comment(
            say,
            Message(
                "Excerpts by their ids; briefs excerpts {topics} lists them.",
                topics=" ".join(answers.topics),
            ),
        ),
    ]
    lines += [
        f"{key} = []  # {say(comment)}"
        for key, comment in (
            ("pin", Message("quoted in any case")),
            ("without", Message("never quoted")),
            ("only", Message("these and no others")),
            ("order", Message("these first, in this order")),
        )
    ]
    lines += ["", *_issuer(say, answers), "", "[output]"]
    lines += [
        *_comment(say, _OUTPUT),
        'folder = "."',
        _entry("name", "", "{topic}-{locale}-{profile}"),
    ]
    return "\n".join(lines) + "\n"


def _issuer(say: Say, answers: Answers) -> list[str]:
    """Return the lines on who issues the brief; without a name they are comments."""
    lines = [
        "[issuer]",
        _entry("name", answers.issuer or say(Message("Your organization"))),
        _entry("contact", answers.contact, "name@example.org"),
        _entry("logo", "", "logo.png"),
    ]
    if not answers.issuer:
        lines = [f"# {line.removeprefix('# ')}" for line in lines]
    return [*_comment(say, _ISSUER), *lines]


def _line(
    say: Say, comment: Message, key: str, value: str | Sequence[str], example: str = ""
) -> list[str]:
    return [*_comment(say, comment), _entry(key, value, example)]


def _entry(key: str, value: str | Sequence[str], example: str = "") -> str:
    """Return a line of a recipe; one without a value is an example in a comment."""
    if not value:
        return f"# {key} = {_quoted(example)}"
    return f"{key} = {_quoted(value if isinstance(value, str) else list(value))}"


def _quoted(value: object) -> str:
    """Return a text or a list of texts as TOML has it: as JSON does."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _comment(say: Say, message: Message) -> list[str]:
    return [f"# {line}" for line in say(message).splitlines()]


_HEAD = Message(
    "A recipe: briefs build recipe.toml makes what it says, briefs watch recipe.toml\n"
    "makes it again whenever it changes. All keys are explained in docs/recipe.md."
)
_TOPICS = Message("The topics; briefs topics lists them.")
_YEARS = Message("The years of the reports; without this line all of them.")
_LOCALES = Message("The languages; each makes a brief of its own.")
_PROFILES = Message("The page designs; each makes a brief of its own.")
_OWN = Message(
    "Your own words. They are marked as yours on the page. A title is one line; the\n"
    "texts may have paragraphs, lists, *emphasis* and [links](https://example.org)."
)
_ISSUER = Message("Who issues the brief. The logo is a file beside this one.")
_OUTPUT = Message(
    "Where the files go, counted from this file, and what they are called."
)
