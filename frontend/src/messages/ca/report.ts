export const report = {
  title: "Informe de tancament",
  titleOpen: "Seguiment i informe",
  none: "L'informe d'aquesta posició encara no es pot llegir. Surt quan s'ha tramès; per a tothom, quan és pública i el seguiment s'ha tancat.",
  document: "L'informe",
  forms: { pdf: "PDF", docx: "Word", odt: "OpenDocument" },
  conclusions: "Conclusions",
  conclusionsHint:
    "Què se n'ha tret i què cal fer ara. Surten al final de l'informe, en la llengua de qui el llegeix o, si no hi són, en la de l'original.",
  conclusionsIn: (language: string) => `Conclusions (${language})`,
  write: "Desa les conclusions",
  written: "S'han desat.",
  writtenAt: (when: string) => `Desades el ${when}.`,
  open: "Seguiment i informe",
};
