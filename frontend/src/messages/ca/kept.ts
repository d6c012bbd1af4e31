export const kept = {
  title: "El que s'ha escrit aquí no s'ha perdut",
  body: "No ha arribat al text de tothom abans que es tanqués. Es guarda en aquest navegador.",
  bodyHere:
    "No ha arribat al text de tothom abans que es tanqués. Només és en aquesta finestra, que no s'ha de tancar.",
  mayTable: "Cada canvi es pot presentar com a esmena.",
  mayNotTable: "Ara no s'hi poden presentar esmenes. Si el text es torna a obrir, s'hi enviarà tot sol.",
  table: "Presenta-ho com a esmena",
  tabled: (number: number) => `Esmena ${number} presentada`,
  download: "Baixa el meu text",
  discard: "Descarta el que no s'ha enviat",
  discardBody: "S'esborra d'aquest navegador, i aquí torna a sortir el text de tothom. No es pot desfer.",
  signedOut:
    "La sessió ha acabat abans que arribés tot. Es guarda en aquest navegador, i s'enviarà en tornar a entrar amb el mateix compte. Si abans hi entra algú altre, s'esborra.",
  signedOutHere: "La sessió ha acabat abans que arribés tot. Només és en aquesta finestra: es pot baixar.",
  gone: "Aquest text ja no es pot veure. El que s'hi ha escrit només és en aquesta finestra: es pot baixar.",
  stopped:
    "No ha arribat al text de tothom, i des d'aquesta pàgina ja no s'hi pot enviar. Es guarda en aquest navegador, i es pot baixar.",
  stoppedHere:
    "No ha arribat al text de tothom, i des d'aquesta pàgina ja no s'hi pot enviar. Només és en aquesta finestra: es pot baixar.",
  damaged:
    "Part del que s'havia escrit aquí s'ha fet malbé en aquest navegador, i per això no es pot enviar. El que es veu es pot baixar o copiar. En descartar-ho torna el text de tothom, i s'hi pot tornar a escriure.",
};
