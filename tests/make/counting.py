"""Write whole numbers in words as grammar books do: the other way round of reading."""

from collections.abc import Sequence

THOUSANDS = (10**9, 10**6, 10**3)

KY_ONES = ("", "бир", "эки", "үч", "төрт", "беш", "алты", "жети", "сегиз", "тогуз")
KY_TENS = (
    *("", "он", "жыйырма", "отуз", "кырк", "элүү", "алтымыш", "жетимиш", "сексен"),
    "токсон",
)
KY_SCALES = {10**9: "миллиард", 10**6: "миллион", 10**3: "миң"}
KY_COLLECTIVE = {
    "бир": "бирөө",
    "эки": "экөө",
    "үч": "үчөө",
    "төрт": "төртөө",
    "беш": "бешөө",
    "алты": "алтоо",
    "жети": "жетөө",
}
VOWELS = "аыоуеэиөүяюё"
VOICELESS = "пфктшсхцчщ"

# By the last vowel of the stem: the narrow and the wide vowel of an ending.
HARMONY = {
    **dict.fromkeys("аыя", ("ы", "а")),
    **dict.fromkeys("уюоё", ("у", "о")),
    **dict.fromkeys("еэи", ("и", "е")),
    **dict.fromkeys("өү", ("ү", "ө")),
}
CASES = ("nominative", "genitive", "dative", "accusative", "locative", "ablative")


def in_kyrgyz(number: int) -> str:
    """Write a number in Kyrgyz words."""
    words: list[str] = []
    for scale, name in KY_SCALES.items():
        if number >= scale:
            words += [in_kyrgyz(number // scale), name]
            number %= scale
    if number >= 100:
        words += [KY_ONES[number // 100], "жүз"]
    words += [KY_TENS[number % 100 // 10], KY_ONES[number % 10]]
    return " ".join(word for word in words if word) or "нөл"


def inflected(word: str, case: str, *, possessed: bool = False) -> str:
    """Put a Kyrgyz word into a case, by vowel harmony; `possessed` as "of them"."""
    narrow, wide = HARMONY[next(c for c in reversed(word) if c in VOWELS)]
    if narrow == "у" and word[-1] not in "оё" and "у" in word[-3:]:
        wide = "а"
    if possessed:
        stem = word + ("с" if word[-1] in VOWELS else "") + narrow
        owned = ("", f"н{narrow}н", f"н{wide}", "н", f"нд{wide}", f"н{wide}н")
        return stem + owned[CASES.index(case)]
    hard = word[-1] in VOICELESS
    n = "н" if word[-1] in VOWELS else "т" if hard else "д"
    k, d = ("к", "т") if hard else ("г", "д")
    endings = ("", f"{n}{narrow}н", f"{k}{wide}", f"{n}{narrow}", f"{d}{wide}")
    return word + (*endings, f"{d}{wide}н")[CASES.index(case)]


def collective(words: str) -> str | None:
    """Return "жыйырма экөө" for "жыйырма эки", if the number has such a form."""
    *rest, last = words.split()
    return " ".join([*rest, KY_COLLECTIVE[last]]) if last in KY_COLLECTIVE else None


def _rows(table: str) -> dict[int, tuple[str, ...]]:
    rows = (line.split() for line in table.strip().splitlines())
    return {int(row[0]): tuple(row[1:]) for row in rows}


# nominative, genitive, dative, accusative, instrumental, prepositional
RU = _rows("""
1 один одного одному один одним одном
2 два двух двум два двумя двух
3 три трёх трём три тремя трёх
4 четыре четырёх четырём четыре четырьмя четырёх
5 пять пяти пяти пять пятью пяти
6 шесть шести шести шесть шестью шести
7 семь семи семи семь семью семи
8 восемь восьми восьми восемь восемью восьми
9 девять девяти девяти девять девятью девяти
10 десять десяти десяти десять десятью десяти
11 одиннадцать одиннадцати одиннадцати одиннадцать одиннадцатью одиннадцати
12 двенадцать двенадцати двенадцати двенадцать двенадцатью двенадцати
13 тринадцать тринадцати тринадцати тринадцать тринадцатью тринадцати
14 четырнадцать четырнадцати четырнадцати четырнадцать четырнадцатью четырнадцати
15 пятнадцать пятнадцати пятнадцати пятнадцать пятнадцатью пятнадцати
16 шестнадцать шестнадцати шестнадцати шестнадцать шестнадцатью шестнадцати
17 семнадцать семнадцати семнадцати семнадцать семнадцатью семнадцати
18 восемнадцать восемнадцати восемнадцати восемнадцать восемнадцатью восемнадцати
19 девятнадцать девятнадцати девятнадцати девятнадцать девятнадцатью девятнадцати
20 двадцать двадцати двадцати двадцать двадцатью двадцати
30 тридцать тридцати тридцати тридцать тридцатью тридцати
40 сорок сорока сорока сорок сорока сорока
50 пятьдесят пятидесяти пятидесяти пятьдесят пятьюдесятью пятидесяти
60 шестьдесят шестидесяти шестидесяти шестьдесят шестьюдесятью шестидесяти
70 семьдесят семидесяти семидесяти семьдесят семьюдесятью семидесяти
80 восемьдесят восьмидесяти восьмидесяти восемьдесят восемьюдесятью восьмидесяти
90 девяносто девяноста девяноста девяносто девяноста девяноста
100 сто ста ста сто ста ста
200 двести двухсот двумстам двести двумястами двухстах
300 триста трёхсот трёмстам триста тремястами трёхстах
400 четыреста четырёхсот четырёмстам четыреста четырьмястами четырёхстах
500 пятьсот пятисот пятистам пятьсот пятьюстами пятистах
600 шестьсот шестисот шестистам шестьсот шестьюстами шестистах
700 семьсот семисот семистам семьсот семьюстами семистах
800 восемьсот восьмисот восьмистам восемьсот восемьюстами восьмистах
900 девятьсот девятисот девятистам девятьсот девятьюстами девятистах
""")
RU_CASES = (*CASES[:4], "instrumental", "prepositional")
# One, two to four, and five or more of them, where the number is nominative.
RU_PLURALS = {
    10**9: ("миллиард", "миллиарда", "миллиардов"),
    10**6: ("миллион", "миллиона", "миллионов"),
    10**3: ("тысяча", "тысячи", "тысяч"),
}
RU_THOUSAND = {
    "accusative": ("тысячу", "тысячи", "тысяч"),
    "genitive": ("тысячи", "тысяч", "тысяч"),
    "dative": ("тысяче", "тысячам", "тысячам"),
    "instrumental": ("тысячей", "тысячами", "тысячами"),
    "prepositional": ("тысяче", "тысячах", "тысячах"),
}
RU_ENDINGS = {"genitive": "ов", "dative": "ам", "instrumental": "ами"}
RU_SINGLE = {"genitive": "а", "dative": "у", "instrumental": "ом", "prepositional": "е"}


def in_russian(number: int, case: str = "nominative") -> str:
    """Write a number in Russian words, every word in the case."""
    words: list[str] = []
    for scale in THOUSANDS:
        if number >= scale:
            count = number // scale
            words += [_below(count, case, feminine=scale == 1000)]
            words += [_scale(scale, count, case)]
            number %= scale
    return " ".join(filter(None, [*words, _below(number, case)]))


def _below(number: int, case: str, *, feminine: bool = False) -> str:
    parts: Sequence[int] = [number // 100 * 100]
    rest = number % 100
    parts = [*parts, rest] if rest < 20 else [*parts, rest // 10 * 10, rest % 10]
    index = RU_CASES.index(case)
    words = [RU[part][index] for part in parts if part]
    if feminine and words:
        first = {"nominative": "одна", "accusative": "одну"}.get(case, "одной")
        if parts[-1] == 1:
            words[-1] = first
        elif parts[-1] == 2 and case in ("nominative", "accusative"):
            words[-1] = "две"
    return " ".join(words)


def _scale(scale: int, count: int, case: str) -> str:
    last = count % 100 if count % 100 < 20 else count % 10
    form = 0 if last == 1 else 1 if 2 <= last <= 4 else 2
    if scale == 1000 and case in RU_THOUSAND:
        return RU_THOUSAND[case][form]
    if case in ("nominative", "accusative"):
        return RU_PLURALS[scale][form]
    stem = RU_PLURALS[scale][0]
    if form == 0:
        return stem + RU_SINGLE[case]
    return stem + {**RU_ENDINGS, "prepositional": "ах"}[case]


EN_SMALL = (
    *("zero", "one", "two", "three", "four"),
    *("five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen"),
    *("fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
EN_TENS = (
    *("_", "_", "twenty", "thirty", "forty"),
    *("fifty", "sixty", "seventy", "eighty", "ninety"),
)
EN_SCALES = {10**9: "billion", 10**6: "million", 10**3: "thousand"}


def in_english(number: int, *, link: str = " and ", comma: str = ", ") -> str:
    """Write a number in English words; `link` stands behind hundreds."""
    parts: list[str] = []
    for scale, name in EN_SCALES.items():
        if number >= scale:
            parts.append(f"{in_english(number // scale, link=link)} {name}")
            number %= scale
    if not parts or number:
        last = _hundreds(number, link)
        if parts and link.strip() and number < 100:
            parts[-1] += link + last
        else:
            parts.append(last)
    return comma.join(parts)


def _hundreds(number: int, link: str) -> str:
    hundreds, rest = divmod(number, 100)
    words = f"{EN_SMALL[hundreds]} hundred" if hundreds else ""
    small = EN_SMALL[rest] if rest < 20 else EN_TENS[rest // 10]
    if rest >= 20 and rest % 10:
        small += f"-{EN_SMALL[rest % 10]}"
    if words and rest:
        return words + link + small
    return words or small


def mixed(number: int, scales: dict[int, str]) -> str:
    """Write "2 миң 300" or "1 млн 200 миң 5": digits with the scales in words."""
    parts: list[str] = []
    for scale, name in scales.items():
        if number >= scale:
            parts += [str(number // scale), name]
            number %= scale
    if number or not parts:
        parts.append(str(number))
    return " ".join(parts)
