import { plural } from "../../domain/language";

export const overlaps = {
  title: (count: number) =>
    plural("ca", count, {
      one: "# passatge l'ha tocat també algú altre",
      other: "# passatges els ha tocat també algú altre",
    }),
  body: "El fitxer ja és al text, i el que els altres hi han escrit també. En aquests passatges cal triar què hi queda. El text d'ara queda a la història.",
  passage: (number: number) => `Passatge ${number}`,
  choices: {
    both: "Tot, com és ara al text",
    yours: "El que diu el fitxer",
    theirs: "El que han escrit els altres",
  },
  nothing: "(res: ho han esborrat)",
  settle: "Deixa-ho així",
};
