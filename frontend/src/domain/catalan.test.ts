import { expect, it } from "vitest";
import { joined } from "./catalan";

it.each([
  ["de", "El Prat de Llobregat", "del Prat de Llobregat"],
  ["a", "El Papiol", "al Papiol"],
  ["per", "El Papiol", "pel Papiol"],
  ["de", "L'Hospitalet de Llobregat", "de l'Hospitalet de Llobregat"],
  ["a", "La Palma de Cervelló", "a la Palma de Cervelló"],
  ["de", "Esplugues de Llobregat", "d'Esplugues de Llobregat"],
  ["per", "Esplugues de Llobregat", "per Esplugues de Llobregat"],
  ["de", "Gavà", "de Gavà"],
] as const)("joins %s and %s", (preposition, name, said) => {
  expect(joined(preposition, name)).toBe(said);
});
