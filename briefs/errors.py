"""What can go wrong, and what to do about it; each error knows its exit code.

BriefsError (1)
├── UsageError (2)
├── SettingError (3)
├── CorpusError (4)
│   └── UnknownTopicError
├── NothingFoundError (5)
├── RenderError (6)
├── DeliveryError (7)
├── VerificationError (8)
└── InterruptionError (130)
"""

import errno
from collections.abc import Callable, Iterable, Mapping
from enum import IntEnum

from briefs.model import Labels


class Message:
    """A sentence for the user: an English template and what is filled in.

    It arises where something is found out, in no language yet; `i18n.messages` says it
    in the reader's language. A field may be a message itself,
    labels (a wording in each language), or a tuple of several.
    """

    __slots__ = ("fields", "template")

    def __init__(self, template: str, /, **fields: object) -> None:
        self.template = template
        self.fields: Mapping[str, object] = fields

    def __str__(self) -> str:
        return self.filled(self.template, str, _english)

    def filled(
        self,
        template: str,
        say: Callable[["Message"], str],
        label: Callable[[Labels], str],
    ) -> str:
        """Return a template with the fields filled in.

        `say` says those that are messages themselves, `label` chooses the wording of
        those that have one in each language; several stand one by one.
        """

        def said(value: object) -> object:
            if isinstance(value, Message):
                return say(value)
            if isinstance(value, dict):
                return label(value)
            if isinstance(value, tuple):
                return ", ".join(str(said(one)) for one in value)
            return value

        return template.format(
            **{name: said(value) for name, value in self.fields.items()}
        )

    def __bool__(self) -> bool:
        return bool(self.template)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Message) and str(self) == str(other)

    def __hash__(self) -> int:
        return hash(str(self))


def _english(labels: Labels) -> str:
    return labels.get("en") or next(iter(labels.values()), "")


def lines(messages: Iterable[Message]) -> Message:
    """Return several messages as one, each on a line of its own."""
    named = {f"line{number}": each for number, each in enumerate(messages)}
    return Message("\n".join(f"{{{name}}}" for name in named), **named)


def reason(error: OSError | ValueError) -> Message:
    """Return why the system refuses a file: in words of ours where there are some."""
    number = getattr(error, "errno", None)
    other = getattr(error, "strerror", None) or str(error)
    return _REASONS.get(number or 0, Message("{why}", why=other))


_REASONS = {
    errno.ENOENT: Message("it does not exist"),
    errno.EACCES: Message("access is not allowed"),
    errno.EPERM: Message("access is not allowed"),
    errno.EISDIR: Message("it is not a file"),
    errno.ENOTDIR: Message("a part of its path is a file"),
    errno.EEXIST: Message("a part of its path is a file"),
    errno.ENOSPC: Message("no space is left"),
    errno.EDQUOT: Message("no space is left"),
    errno.EFBIG: Message("no space is left"),
    errno.EROFS: Message("nothing can be written there"),
    errno.ENAMETOOLONG: Message("its name is too long"),
    errno.EPIPE: Message("nobody reads it any more"),
    errno.EMFILE: Message("too many files are open"),
    errno.ENFILE: Message("too many files are open"),
}


class ExitCode(IntEnum):
    """The documented exit codes of the command line; they keep their meaning."""

    DONE = 0
    UNEXPECTED = 1
    USAGE = 2
    SETTING = 3
    CORPUS = 4
    NOTHING_FOUND = 5
    RENDER = 6
    DELIVERY = 7
    VERIFICATION = 8
    UNKNOWN_SOURCE = 9
    INTERRUPTED = 130


class BriefsError(Exception):
    """Something the user can understand and act on.

    `said` tells what is wrong and where, `advice` what to do about it.
    """

    exit_code = ExitCode.UNEXPECTED

    def __init__(self, message: Message, *, hint: Message | None = None) -> None:
        super().__init__(message)
        self.said = message
        self.advice = hint

    @property
    def whole(self) -> Message:
        """What is wrong, where, and what to do about it."""
        if not self.advice:
            return Message("{what}", what=self.said)
        return Message("{what}: {advice}", what=self.said, advice=self.advice)

    @property
    def message(self) -> str:
        """What is wrong and where, in English."""
        return str(self.said)

    @property
    def hint(self) -> str:
        """What to do about it, in English; empty where nothing helps."""
        return str(self.advice or "")

    def __str__(self) -> str:
        return f"{self.message}: {self.hint}" if self.hint else self.message


class UsageError(BriefsError):
    """The command was called with words it does not take."""

    exit_code = ExitCode.USAGE


class SettingError(BriefsError):
    """A setting in `briefs.toml` or the environment is unknown or has a bad value."""

    exit_code = ExitCode.SETTING


class CorpusError(BriefsError):
    """The corpus is missing, malformed or altered."""

    exit_code = ExitCode.CORPUS


class UnknownTopicError(CorpusError):
    """No topic of the taxonomy has this code."""


class ChangedError(CorpusError):
    """The corpus has an edition already, with another text."""


class NothingFoundError(BriefsError):
    """The corpus says nothing on what was asked."""

    exit_code = ExitCode.NOTHING_FOUND


class RenderError(BriefsError):
    """A template, a style or the machine's renderer cannot make the page."""

    exit_code = ExitCode.RENDER


class DeliveryError(BriefsError):
    """The finished file cannot be put in its place."""

    exit_code = ExitCode.DELIVERY


class VerificationError(BriefsError):
    """A quotation in the finished document is not what the source says."""

    exit_code = ExitCode.VERIFICATION


class InterruptionError(BriefsError):
    """The user stopped the command."""

    exit_code = ExitCode.INTERRUPTED
