import { plural } from "../../domain/language";
import type { Messages } from "../ca";

export const overlaps: Messages["overlaps"] = {
  title: (count) =>
    plural("es", count, {
      one: "# pasaje lo ha tocado también otra persona",
      other: "# pasajes los ha tocado también otra persona",
    }),
  body: "El archivo ya está en el texto, y lo que los demás han escrito también. En estos pasajes hay que elegir qué queda. El texto de ahora queda en la historia.",
  passage: (number) => `Pasaje ${number}`,
  choices: {
    both: "Todo, como está ahora en el texto",
    yours: "Lo que dice el archivo",
    theirs: "Lo que han escrito los demás",
  },
  nothing: "(nada: se ha borrado)",
  settle: "Dejarlo así",
};
