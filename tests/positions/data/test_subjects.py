"""The EuroVoc domains."""

import re

from positions.data.subjects import read_subjects


def test_there_are_21_domains_in_three_languages() -> None:
    subjects = read_subjects()
    assert len({subject.code for subject in subjects}) == 21
    for subject in subjects:
        assert re.fullmatch(r"http://eurovoc\.europa\.eu/\d+", subject.uri)
        assert set(subject.labels) == {"ca", "es", "en"}


def test_labels_are_set_for_reading() -> None:
    labels = {subject.code: subject.labels for subject in read_subjects()}
    assert labels["52"]["ca"] == "Medi ambient"
    assert labels["10"]["ca"] == "Unió Europea"
