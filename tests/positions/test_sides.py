from positions.sides import sides


def test_both_texts_are_encoded_alike_and_kept_to_the_letter() -> None:
    base, head = sides("# Aigua\n\nUn riu.\n", "Un riu.\n\n\n# Aigua")
    assert base.texts == ["# Aigua\n\n", "Un riu.\n"]
    assert (base.keys, head.keys) == (["# Aigua", "Un riu."], ["Un riu.", "# Aigua"])
    assert (base.letters(0), base.letters(1)) == (head.letters(1), head.letters(0))
    assert head.span(1) == (10, 17)
    assert head.tokens(0).letters == base.letters(1)
