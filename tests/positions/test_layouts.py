"""Blocks found by offset."""

from positions.layouts import layout

TEXT = "# U\n\nDos i tres.\n\n- a\n- b\n\nFi."


def test_every_offset_is_in_a_block_and_blank_lines_belong_to_the_one_before() -> None:
    found = layout(TEXT)
    assert [found.content(index) for index in range(5)] == ["# U", "Dos i tres.", "- a", "- b", "Fi."]
    assert [found.at(TEXT.index(sign)) for sign in ("#", "Dos", "- a", "- b", "Fi")] == [0, 1, 2, 3, 4]
    assert found.at(TEXT.index("Dos") - 1) == 0
    assert layout("").at(0) == -1


def test_a_paragraph_is_cut_out_with_its_blank_line_an_entry_with_its_line_end() -> None:
    found = layout(TEXT)
    assert TEXT[found.blocks[1].start : found.cut_end(1)] == "Dos i tres.\n\n"
    assert TEXT[found.blocks[3].start : found.cut_end(3)] == "- b\n"
    assert found.is_boundary(TEXT.index("- b"))
    assert not found.is_boundary(TEXT.index("tres"))
