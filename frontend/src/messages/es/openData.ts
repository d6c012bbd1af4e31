export const openData = {
  title: "Datos abiertos",
  lead: "Todo lo que es público en este sitio se puede descargar, analizar y volver a publicar.",
  licenceTitle: "Licencia",
  licence:
    "Los datos y los textos publicados se pueden reutilizar con licencia Creative Commons Reconocimiento 4.0 (CC BY 4.0): basta con citar la fuente.",
  licenceLink: "Texto de la licencia",
  fiction:
    "Este servidor es una demostración: los textos, los votos y las respuestas son inventados y cada tabla lo dice en la columna is_fictional.",
  tablesTitle: "Tablas",
  tables:
    "Archivos CSV en UTF-8, separados por comas. Las columnas no cambian de nombre ni de orden; si hace falta, se añaden al final. Una celda que una hoja de cálculo tomaría por una fórmula lleva un apóstrofo delante.",
  columns: "Columnas",
  column: "Columna",
  holds: "Qué contiene",
  type: "Tipo",
  download: (name: string) => `Descargar ${name}`,
  recordsTitle: "Todo en un archivo",
  records:
    "Cada posición con los votos, los firmantes, las declaraciones, los envíos y el seguimiento, en JSON.",
  programsTitle: "Para programas",
  programs: {
    api: "API GraphQL: todo lo que es público, sin registro",
    schema: "Esquema de la API",
    catalogue: "Catálogo DCAT-AP (JSON-LD)",
    tables: "Descripción de las columnas (CSV on the Web)",
  },
  addressTitle: "Direcciones que no cambian",
  address:
    "Cada posición y cada ente tienen una dirección permanente. La misma dirección da la página, los datos (JSON-LD o JSON) o el texto adoptado (Markdown, PDF, Word, OpenDocument) según la cabecera Accept.",
  feedsTitle: "Canales y calendario",
  feeds:
    "El canal Atom se puede limitar con subject, institution, organization y year, y pedir en ca, es o en con language.",
  feed: "Posiciones publicadas (Atom)",
  calendar: "Plazos de las instituciones (iCalendar)",
};
