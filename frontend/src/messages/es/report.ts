import type { Messages } from "../ca";

export const report: Messages["report"] = {
  title: "Informe de cierre",
  titleOpen: "Seguimiento e informe",
  none: "El informe de esta posición todavía no se puede leer. Aparece cuando se ha remitido; para todo el mundo, cuando es pública y el seguimiento se ha cerrado.",
  document: "El informe",
  forms: { pdf: "PDF", docx: "Word", odt: "OpenDocument" },
  conclusions: "Conclusiones",
  conclusionsHint:
    "Qué se ha conseguido y qué hay que hacer ahora. Aparecen al final del informe, en la lengua de quien lo lee o, si no están, en la del original.",
  conclusionsIn: (language) => `Conclusiones (${language})`,
  write: "Guardar las conclusiones",
  written: "Se han guardado.",
  writtenAt: (when) => `Guardadas el ${when}.`,
  open: "Seguimiento e informe",
};
