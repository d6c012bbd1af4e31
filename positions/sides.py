"""The two texts of a comparison, cut into blocks whose words are encoded alike."""

from positions.blocks import Blocks, blocks
from positions.tokens import Lexicon, Tokens


class Side:
    """One text cut into blocks; their words are encoded when asked for."""

    def __init__(self, text: str, blocks: Blocks, lexicon: Lexicon) -> None:
        self.blocks = blocks
        self.texts = [text[start:end] for start, end in zip(blocks.starts, blocks.ends, strict=True)]
        self.keys = [*map(str.rstrip, self.texts)]
        self._lexicon = lexicon
        self._letters: dict[int, str] = {}

    def span(self, index: int) -> tuple[int, int]:
        """The range of a block in code points."""
        return self.blocks.starts[index], self.blocks.ends[index]

    def tokens(self, index: int) -> Tokens:
        """The tokens of a block."""
        return Tokens(self.texts[index], self.letters(index))

    def letters(self, index: int) -> str:
        """The encoded words of a block, an empty one as the first."""
        found = self._letters.get(index)
        if found is None:
            found = self._letters[index] = self._lexicon.encode(self.keys[index])
        return found


def sides(base: str, head: str) -> tuple[Side, Side]:
    """Two texts cut into blocks, their words encoded alike."""
    lexicon = Lexicon()
    return Side(base, blocks(base), lexicon), Side(head, blocks(head), lexicon)
