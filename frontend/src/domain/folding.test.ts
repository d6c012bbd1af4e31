import { expect, it } from "vitest";
import { fold } from "./folding";

it.each([
  ["Sant Just Desvern", "sant just desvern"],
  ["Cervelló", "cervello"],
  ["Col·laboració", "collaboracio"],
  ["L'Hospitalet ", "l'hospitalet"],
])("folds %s", (text, folded) => expect(fold(text)).toBe(folded));
