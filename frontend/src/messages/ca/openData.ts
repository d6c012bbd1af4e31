export const openData = {
  title: "Dades obertes",
  lead: "Tot el que és públic d'aquest lloc es pot baixar, analitzar i tornar a publicar.",
  licenceTitle: "Llicència",
  licence:
    "Les dades i els textos publicats es poden reutilitzar amb llicència Creative Commons Reconeixement 4.0 (CC BY 4.0): n'hi ha prou amb citar-ne la font.",
  licenceLink: "Text de la llicència",
  fiction:
    "Aquest servidor és una demostració: els textos, els vots i les respostes són inventats i cada taula ho diu a la columna is_fictional.",
  tablesTitle: "Taules",
  tables:
    "Fitxers CSV en UTF-8, separats per comes. Les columnes no canvien de nom ni d'ordre; si cal, se n'afegeixen al final. Una cel·la que un full de càlcul prendria per una fórmula porta un apòstrof al davant.",
  columns: "Columnes",
  column: "Columna",
  holds: "Què conté",
  type: "Tipus",
  download: (name: string) => `Baixa ${name}`,
  recordsTitle: "Tot en un fitxer",
  records:
    "Cada posició amb els vots, els signataris, les declaracions, les trameses i el seguiment, en JSON.",
  programsTitle: "Per a programes",
  programs: {
    api: "API GraphQL: tot el que és públic, sense registre",
    schema: "Esquema de l'API",
    catalogue: "Catàleg DCAT-AP (JSON-LD)",
    tables: "Descripció de les columnes (CSV on the Web)",
  },
  addressTitle: "Adreces que no canvien",
  address:
    "Cada posició i cada ens tenen una adreça permanent. La mateixa adreça dona la pàgina, les dades (JSON-LD o JSON) o el text adoptat (Markdown, PDF, Word, OpenDocument) segons la capçalera Accept.",
  feedsTitle: "Canals i calendari",
  feeds:
    "El canal Atom es pot limitar amb subject, institution, organization i year, i demanar en ca, es o en amb language.",
  feed: "Posicions publicades (Atom)",
  calendar: "Terminis de les institucions (iCalendar)",
};
