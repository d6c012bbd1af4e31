import { expect, it } from "vitest";
import { lacking, type LackingWords } from "./lacking";
import type { Missing } from "./tally";

const words: LackingWords = {
  amounts: {
    ORGANIZATIONS: { one: "# municipi", other: "# municipis" },
    POPULATION: { one: "# habitant", other: "# habitants" },
    SEATS: { one: "# escó", other: "# escons" },
    QUORUM: { one: "# vot", other: "# vots" },
  },
  lacking: (amounts, isOne) => `${isOne ? "Falta" : "Falten"} ${amounts}`,
  objections: { one: "Cal retirar # objecció", other: "Cal retirar # objeccions" },
  reservations: { one: "Cal retirar # reserva", other: "Cal retirar # reserves" },
  never: "No s'hi arriba",
};
const one = (
  kind: Missing["kind"],
  organizations: number | null,
  population: number | null = null,
): Missing => ({
  kind,
  organizations,
  population,
  seats: null,
});

it.each<[readonly Missing[], string]>([
  [[one("ORGANIZATIONS", 1)], "Falta 1 municipi"],
  [[one("ORGANIZATIONS", 3), one("POPULATION", 2, 210_000)], "Falten 3 municipis i 210.000 habitants"],
  [[one("OBJECTIONS", 1), one("RESERVATIONS", 2)], "Cal retirar 1 objecció. Cal retirar 2 reserves"],
  [[one("ORGANIZATIONS", null)], "No s'hi arriba"],
])("says %j", (missing, said) => expect(lacking("ca", missing, words)).toBe(said));
