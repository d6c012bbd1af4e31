export const errors = {
  offlineTitle: "No hi ha connexió amb el servidor",
  offlineBody: "No s'ha perdut res del que ja estava desat. Cal comprovar la xarxa i tornar-ho a provar.",
  unexpectedTitle: "Alguna cosa ha fallat al servidor",
  unexpectedBody: (reference: string) =>
    `No s'ha canviat res. Si torna a passar, cal comunicar aquesta referència: ${reference}.`,
  refusedTitle: "No s'ha pogut fer",
  notFoundTitle: "No s'ha trobat",
  notFoundBody: "No existeix, o cal entrar amb un compte que ho pugui veure.",
  fieldNeeded: "Cal omplir aquest camp.",
};
