import { describe, expect, it } from "vitest";
import { carries } from "./formats";
import { toggleInline } from "./inline";
import { run, stateFrom } from "./marked";

const bold = toggleInline("bold");
const italic = toggleInline("italic");

describe("Bold of a selection", () => {
  it.each([
    ["takes a part out of a bold phrase", "**un ⟦dos⟧ tres**", "**un** ⟦dos⟧ **tres**"],
    ["takes its beginning out", "**⟦un⟧ dos**", "⟦un⟧ **dos**"],
    ["takes letters out of a bold word", "**mu⟦nici⟧pi**", "**mu**⟦nici⟧**pi**"],
    ["grows a phrase that is met half way", "**un ⟦dos** tres⟧", "**un ⟦dos tres⟧**"],
    ["grows it to the left", "⟦un **dos⟧ tres**", "**⟦un dos⟧ tres**"],
    ["joins two phrases", "**un ⟦dos** i **tres⟧ quatre**", "**un ⟦dos i tres⟧ quatre**"],
    ["stands beside another phrase", "**un** ⟦dos⟧", "**un** **⟦dos⟧**"],
    ["goes where the marks are selected too", "un ⟦**dos**⟧ tres", "un ⟦dos⟧ tres"],
    ["letters in a word", "mu⟦nici⟧pi", "mu**⟦nici⟧**pi"],
    ["two paragraphs", "⟦un\n\ndos⟧", "**⟦un**\n\n**dos⟧**"],
    ["off in two paragraphs", "**⟦un**\n\n**dos⟧**", "⟦un\n\ndos⟧"],
    ["one paragraph has it, one has not: both get it", "**⟦un**\n\ndos⟧", "**⟦un**\n\n**dos⟧**"],
    ["across lines of one paragraph", "a **u⟦n\ndos** tres⟧", "a **u⟦n**\n**dos tres⟧**"],
    ["inside italics", "*un ⟦dos⟧ tres*", "*un **⟦dos⟧** tres*"],
    ["all of the italics", "*⟦dos⟧*", "***⟦dos⟧***"],
    ["over the end of italics", "*un ⟦dos* tres⟧", "*un **⟦dos*** **tres⟧**"],
    [
      "over the beginning of a link",
      "⟦un [dos⟧ tres](https://x.eu)",
      "**⟦un** [**dos⟧** tres](https://x.eu)",
    ],
    ["around a whole link", "⟦un [dos](https://x.eu)⟧", "**⟦un [dos](https://x.eu)⟧**"],
    ["not into code", "⟦un `dos⟧ tres`", "**⟦un** `dos⟧ tres`"],
    ["with a footnote's mark", "⟦un[^1] dos⟧", "**⟦un[^1] dos⟧**"],
    ["in a heading", "## Un ⟦títol⟧", "## Un **⟦títol⟧**"],
    ["a whole heading, not its mark", "⟦## Un títol⟧", "## **⟦Un títol⟧**"],
    ["beside punctuation", "(⟦un⟧)", "(**⟦un⟧**)"],
    ["without a bracket that would break the mark", "a⟦(b)⟧ c", "a(**⟦b)⟧** c"],
    ["blank entries get nothing", "⟦- un\n- \n- dos⟧", "- **⟦un**\n- \n- **dos⟧**"],
  ])("%s", (_, before, after) =>
    expect(run(bold, before).replace(/⟦|⟧/g, "")).toBe(after.replace(/⟦|⟧/g, "")),
  );

  it.each([
    ["un ⟦dos⟧ tres"],
    ["⟦un dos⟧ tres"],
    ["mu⟦nici⟧pi"],
    ["*un ⟦dos⟧*"],
    ["⟦un\n\ndos⟧"],
    ["- ⟦un\n- dos⟧"],
    ["## ⟦Un⟧ títol"],
  ])("on and off again gives %j", (marked) => expect(run(bold, run(bold, marked))).toBe(marked));
});

describe("Italics", () => {
  it.each([
    ["inside bold words", "**un ⟦dos⟧ tres**", "**un *dos* tres**"],
    ["at the start of bold words", "**⟦un⟧ dos**", "***un* dos**"],
    ["off again, and the bold stays", "***⟦un⟧* dos**", "**un dos**"],
    ["off where both are", "***⟦un⟧***", "**un**"],
  ])("%s", (_, before, after) => expect(run(italic, before).replace(/⟦|⟧/g, "")).toBe(after));
});

describe("Bold at a cursor", () => {
  it.each([
    ["at a word's start writes nothing", "un |dos", "un |dos"],
    ["at a word's end writes nothing", "un| dos", "un| dos"],
    ["right behind a bold word goes on in it", "**dos**| tres", "**dos|** tres"],
    ["before a bold word's first letter goes out of it", "un **|dos**", "un |**dos**"],
    ["before a bold word goes into it", "un |**dos**", "un **|dos**"],
    ["in a word of a bold phrase takes that word out", "**un d|os tres**", "**un** d|os **tres**"],
    ["in a word inside italics", "*un d|os*", "*un **d|os***"],
    ["in a heading's word", "# Tí|tol", "# **Tí|tol**"],
  ])("%s", (_, before, after) => expect(run(bold, before)).toBe(after));
});

it.each([
  ["**un|**", true],
  ["**un**|", false],
  ["|**un**", false],
  ["**u⟦n** i **d⟧os**", false],
  ["**⟦un dos⟧**", true],
  ["⟦**un**, **dos**⟧", true],
])("the tool of %j is pressed: %s", (marked, isOn) => {
  const state = stateFrom(marked);
  expect(carries(state, "bold", state.selection.main)).toBe(isOn);
});
