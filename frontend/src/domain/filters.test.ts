import { expect, it } from "vitest";
import { href } from "../router.svelte";
import { readFilters, toggled, writeFilters, type Filters } from "./filters";

it("survives the address", () => {
  const filters: Filters = {
    search: "aigua & l·l",
    stages: ["DRAFTING", "AMENDING"],
    subjects: ["52", "04"],
  };
  const address = href("positions", {}, writeFilters(filters));
  expect(readFilters(new URL(address, "http://x").searchParams)).toEqual(filters);
});

it("leaves out what it does not know", () =>
  expect(readFilters(new URLSearchParams("fase=NOPE&fase=ADOPTED&ambit=x&ambit=52&ambit=52"))).toEqual({
    search: "",
    stages: ["ADOPTED"],
    subjects: ["52"],
  }));

it("toggles", () => {
  expect(toggled(["a"], "b")).toEqual(["a", "b"]);
  expect(toggled(["a", "b"], "a")).toEqual(["b"]);
});
