import type { Messages } from "../ca";

export const kept: Messages["kept"] = {
  title: "Lo que se ha escrito aquí no se ha perdido",
  body: "No llegó al texto de todos antes de que se cerrara. Se guarda en este navegador.",
  bodyHere:
    "No llegó al texto de todos antes de que se cerrara. Solo está en esta ventana, que no hay que cerrar.",
  mayTable: "Cada cambio se puede presentar como enmienda.",
  mayNotTable: "Ahora no se pueden presentar enmiendas. Si el texto se vuelve a abrir, se enviará solo.",
  table: "Presentarlo como enmienda",
  tabled: (number) => `Enmienda ${number} presentada`,
  download: "Descargar mi texto",
  discard: "Descartar lo que no se ha enviado",
  discardBody: "Se borra de este navegador, y aquí vuelve a salir el texto de todos. No se puede deshacer.",
  signedOut:
    "La sesión ha terminado antes de que llegara todo. Se guarda en este navegador, y se enviará al volver a entrar con la misma cuenta. Si antes entra otra persona, se borra.",
  signedOutHere:
    "La sesión ha terminado antes de que llegara todo. Solo está en esta ventana: se puede descargar.",
  gone: "Este texto ya no se puede ver. Lo que se ha escrito solo está en esta ventana: se puede descargar.",
  stopped:
    "No ha llegado al texto de todos, y desde esta página ya no se puede enviar. Se guarda en este navegador, y se puede descargar.",
  stoppedHere:
    "No ha llegado al texto de todos, y desde esta página ya no se puede enviar. Solo está en esta ventana: se puede descargar.",
  damaged:
    "Parte de lo que se había escrito aquí se ha dañado en este navegador, y por eso no se puede enviar. Lo que se ve se puede descargar o copiar. Al descartarlo vuelve el texto de todos, y se puede volver a escribir en él.",
};
