import type { files as Catalan } from "../ca/files";

export const files: typeof Catalan = {
  download: "Descargar",
  downloadOf: (what) => `Descargar ${what}`,
  choose: "El mismo texto en formatos distintos. Todos llevan la referencia, la versión y la huella.",
  preparing: "Se está preparando el archivo…",
  saved: (name, size) => `Descargado: ${name} (${size}).`,
  failed: "No se ha podido descargar. Hay que volver a intentarlo dentro de un rato.",
  amendmentsTitle: "las enmiendas",
  comparisonTitle: "la comparación",
  certificateTitle: (number) => `el certificado de la ronda ${number}`,
  versionTitle: (version) => `la versión ${version}`,
  forms: {
    pdf: { name: "PDF", what: "Para leer, imprimir y firmar: portada, firmantes y páginas numeradas." },
    docx: { name: "Word", what: "Para trabajar con Word o LibreOffice. Se puede volver a importar." },
    odt: { name: "OpenDocument", what: "Lo mismo que el Word, en el formato abierto de LibreOffice." },
    html: { name: "Página web", what: "Un solo archivo que se abre con el navegador, también sin conexión." },
    md: { name: "Markdown", what: "El texto exacto, sin portada. Sirve para comprobar la huella." },
    xml: { name: "Akoma Ntoso", what: "XML jurídico normalizado, para archivos y otros programas." },
    tracked: {
      name: "Word con cambios",
      what: "Los cambios se ven en Word como revisiones y se pueden aceptar o rechazar.",
    },
    amendmentsPdf: { name: "PDF", what: "Para imprimir: dos columnas, como las del Parlamento Europeo." },
    amendmentsDocx: { name: "Word", what: "La misma tabla de dos columnas, para trabajar con ella." },
    certificate: {
      name: "Certificado (PDF)",
      what: "El resultado, la regla, el voto de cada municipio y la huella del registro, listo para firmar.",
    },
  },
};
