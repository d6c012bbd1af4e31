import type { Messages } from "../ca";

export const errors: Messages["errors"] = {
  offlineTitle: "No hay conexión con el servidor",
  offlineBody:
    "No se ha perdido nada de lo que ya estaba guardado. Hay que comprobar la red y volver a intentarlo.",
  unexpectedTitle: "Algo ha fallado en el servidor",
  unexpectedBody: (reference) =>
    `No se ha cambiado nada. Si vuelve a pasar, hay que comunicar esta referencia: ${reference}.`,
  refusedTitle: "No se ha podido hacer",
  notFoundTitle: "No se ha encontrado",
  notFoundBody: "No existe, o hay que entrar con una cuenta que lo pueda ver.",
  fieldNeeded: "Hay que rellenar este campo.",
};
