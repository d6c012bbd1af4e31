import { expect, it } from "vitest";
import { placeQuote, quoteOf, worded } from "./placing";

const TEXT = "L'aigua és de tots. L'aire és de tots. La terra és de tots.";

it("finds a quote again after text was put before it", () => {
  const from = TEXT.lastIndexOf("és de tots");
  const quote = quoteOf(TEXT, from, from + 10);
  expect(placeQuote(`Nou. ${TEXT}`, quote, from)).toEqual({ from: from + 5, to: from + 15 });
});

it("prefers context to nearness", () => {
  const from = TEXT.indexOf("és de tots");
  const quote = quoteOf(TEXT, from, from + 10);
  expect(placeQuote(TEXT, quote, TEXT.length)?.from).toBe(from);
});

it("takes the nearest where there is no context", () =>
  expect(placeQuote(TEXT, { exact: "és de tots", prefix: "", suffix: "" }, 50)?.from).toBe(
    TEXT.lastIndexOf("és"),
  ));

it("places an addition by what stands around it", () =>
  expect(placeQuote(TEXT, { exact: "", prefix: "tots. ", suffix: "La terra" }, 0)?.from).toBe(
    TEXT.indexOf("La terra"),
  ));

it("says when a quote is gone", () => {
  expect(placeQuote(TEXT, { exact: "foc", prefix: "", suffix: "" }, 0)).toBeNull();
  expect(placeQuote(TEXT, { exact: "", prefix: "", suffix: "" }, 0)).toBeNull();
});

it("leaves the blanks and line ends at the edges of a selection outside", () => {
  expect(worded("Un.\n\nDos.\n\nTres.", 3, 11)).toEqual({ from: 5, to: 9 });
  expect(worded("Un dos tres", 3, 7)).toEqual({ from: 3, to: 6 });
  expect(worded("Un.\n\nDos.", 3, 5)).toEqual({ from: 3, to: 5 });
});
