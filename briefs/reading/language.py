"""Tell the language of a text, and a text that is none: read in a wrong encoding."""

from collections import Counter
from collections.abc import Callable, Iterable
from functools import cache

import regex

from briefs.errors import CorpusError, Message

LANGUAGES = ("ky", "ru", "en")
"""The languages that reports are read in."""

_LETTERS = {
    "Kazakh": "әғқұһі",
    "Uzbek": "ўғқҳ",
    "Tajik": "ҷӣӯҳқғ",
    "Tatar": "әҗһ",
    "Ukrainian": "іїєґ",
    "Belarusian": "ўі",
    "Turkish": "şğı",
    "Azerbaijani": "əşğı",
    "Mongolian": "өү",
}
"""Letters that Kyrgyz, Russian and English do without, by the language they betray."""

_NAMES = {
    "kk": "Kazakh",
    "uk": "Ukrainian",
    "be": "Belarusian",
    "bg": "Bulgarian",
    "mk": "Macedonian",
    "sr": "Serbian",
    "mn": "Mongolian",
    "tr": "Turkish",
    "az": "Azerbaijani",
    "de": "German",
    "fr": "French",
    "es": "Spanish",
    "it": "Italian",
    "pl": "Polish",
    "ar": "Arabic",
    "fa": "Persian",
    "zh": "Chinese",
}
SPOKEN = {
    "Kazakh": Message("Kazakh"),
    "Uzbek": Message("Uzbek"),
    "Tajik": Message("Tajik"),
    "Tatar": Message("Tatar"),
    "Ukrainian": Message("Ukrainian"),
    "Belarusian": Message("Belarusian"),
    "Turkish": Message("Turkish"),
    "Azerbaijani": Message("Azerbaijani"),
    "Bulgarian": Message("Bulgarian"),
    "Macedonian": Message("Macedonian"),
    "Serbian": Message("Serbian"),
    "Mongolian": Message("Mongolian"),
    "German": Message("German"),
    "French": Message("French"),
    "Spanish": Message("Spanish"),
    "Italian": Message("Italian"),
    "Polish": Message("Polish"),
    "Arabic": Message("Arabic"),
    "Persian": Message("Persian"),
    "Chinese": Message("Chinese"),
}
"""What the languages that are not read here are called."""

_SHARE = 0.01
_OFTEN = 0.06
_WORD = regex.compile(r"[\p{L}\p{M}ʻʼ‘’']+")
_UZBEK = regex.compile(
    r"(?i)\b(?:\p{L}*[og][ʻʼ‘’']\p{L}+|va|bilan|uchun|yoki|hamda|inson|huquq\w*)\b"
)
_KYRGYZ = regex.compile(r"[өүңӨҮҢѳѲҥӊӉ]")
_LATIN_FOR_CYRILLIC = regex.compile(r"[À-ÿ]")
_BOXES = regex.compile(r"[─-▟■-◿]")
_TWO_BYTES = regex.compile(r"[ÐÑÒÓ][\x80-¿ -ÿ€-™]|[РС][\x80-\xbf‚-™ЂЃѓ°±²³µ¶·]")
_CYRILLIC = regex.compile(r"\p{Cyrillic}")


def is_garbled(text: str) -> bool:
    """Tell a text that was read in another encoding than it was written in."""
    sample = text[:200_000]
    letters = len(regex.findall(r"\p{L}", sample)) or 1
    accented = len(_LATIN_FOR_CYRILLIC.findall(sample))
    if accented > letters * 0.3 or len(_BOXES.findall(sample)) > letters * 0.2:
        return True
    return len(_TWO_BYTES.findall(sample)) > letters * 0.25


def of_passage(text: str) -> str:
    """Return the code of a passage's language, or the name of one not read here."""
    if foreign := _foreign(text):
        return foreign
    code, _ = _classifier()(text)
    if _CYRILLIC.search(text) and code not in ("ky", "ru"):
        code = _cyrillic(text, code)
    return _NAMES.get(code, str(code))


@cache
def _classifier() -> Callable[[str], tuple[str, float]]:
    """Return what guesses among the languages named here; to set it up takes long."""
    import py3langid

    py3langid.set_languages([*LANGUAGES, *_NAMES])
    guess: Callable[[str], tuple[str, float]] = py3langid.classify
    return guess


def _cyrillic(text: str, guess: str) -> str:
    """Return Kyrgyz or Russian where the letters leave no other, else the guess."""
    if _KYRGYZ.search(text):
        return "ky" if guess in ("kk", "mn", "ky") else guess
    return guess


def _foreign(text: str) -> str:
    """Return the language whose own letters are more than a few in a text."""
    letters = Counter(text.lower())
    whole = sum(count for letter, count in letters.items() if letter.isalpha()) or 1
    scores = {
        name: sum(letters[letter] for letter in own)
        for name, own in _LETTERS.items()
        if name != "Mongolian"
    }
    name = max(scores, key=lambda name: scores[name])
    if scores[name] > max(whole * _SHARE, 2):
        return name
    words = _WORD.findall(text)
    if len(words) > 8 and len(_UZBEK.findall(text)) > len(words) * _OFTEN:
        return "Uzbek"
    return ""


def detect(texts: Iterable[str]) -> str:
    """Return the code of the language that most of the text is written in.

    Raises CorpusError for a language that is not read here, and for a text that is
    said to be Kyrgyz by its words and has none of its letters.
    """
    held = list(texts)
    votes: Counter[str] = Counter()
    for text in held:
        votes[of_passage(text)] += sum(map(str.isalpha, text))
    language = votes.most_common(1)[0][0]
    hint = Message("name its language with --language if that is wrong")
    if language not in LANGUAGES:
        language = _foreign(" ".join(held)) or language  # a passage has few signs
        raise CorpusError(
            Message(
                "the text seems to be {language}, which is not supported",
                language=SPOKEN.get(language, language),
            ),
            hint=hint,
        )
    if language == "ky" and lacks_letters("".join(held)):
        raise CorpusError(
            Message("the Kyrgyz text has lost its letters ө, ү and ң"),
            hint=Message("read it again with a program that knows Kyrgyz"),
        )
    return language


def lacks_letters(text: str) -> bool:
    """Tell a Kyrgyz text of some length that has almost none of ө, ү and ң."""
    letters = len(_CYRILLIC.findall(text))
    return letters > 400 and len(_KYRGYZ.findall(text)) < letters * 0.005
