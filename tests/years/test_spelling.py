"""American and British spelling do not make another sentence."""

import pytest

from briefs.years import likeness, spelling

PAIRS = """defence/defense offences/offenses licence/license labourers/laborers
organisation/organization recognised/recognized criminalises/criminalizes
paralysed/paralyzed practise/practice centres/centers kilometres/kilometers
travelled/traveled counsellors/counselors enrolment/enrollment fulfil/fulfill
wilful/willful paediatric/pediatric haemorrhage/hemorrhage foetus/fetus
manoeuvre/maneuver dialogue/dialog programmes/programs judgement/judgment
sceptical/skeptical gaol/jail towards/toward whilst/while learnt/learned spelt/spelled
neighbouring/neighboring dishonoured/dishonored behaviour/behavior
unauthorised/unauthorized self-defence/self-defense grey/gray"""


APART = """our or hour four for pour tour prise price rise size story storey centre
century cents sense essence absence labels label fuels full fulls realise realist
organ organs organise organist programmed programmer offend fence hence license
silence evidence independence there their where were metro acre massacre"""


@pytest.mark.parametrize("pair", PAIRS.split())
def test_two_spellings_are_one_word(pair: str) -> None:
    one, other = pair.split("/")
    assert spelling.alike(one) == spelling.alike(other)


def test_two_words_stay_two() -> None:
    apart = APART.split()
    assert len({spelling.alike(word) for word in apart}) == len(apart)


def test_another_spelling_is_a_near_pair_without_words_marked() -> None:
    british = "The Ministry of Defence criticised 40 per cent of labour organisations."
    american = "The Ministry of Defense criticized 40 percent of labor organizations."
    assert likeness.sounding(british) == likeness.sounding(american)
    assert likeness.is_same(british, american, "en")
    assert likeness.key(british) != likeness.key(american), "not word for word"
