export const legal = {
  contactTitle: "Contacte",
  contact: "Per a qualsevol dubte, queixa o petició sobre aquesta pàgina:",
  noContact:
    "L'entitat que fa funcionar aquest servidor encara no hi ha indicat cap adreça de contacte. Ha de fer-ho abans d'obrir-lo al públic.",
  accessibility: {
    title: "Declaració d'accessibilitat",
    lead: "Aquest lloc s'ha fet perquè el pugui fer servir tothom. Aquí es diu com, què se n'ha comprovat i què no.",
    sections: [
      {
        title: "Què es compleix",
        body: [
          "El lloc es construeix d'acord amb les Pautes d'accessibilitat WCAG 2.2, nivell AA, que inclouen les que demanen el Reial decret 1112/2018 i la norma EN 301 549.",
          "Tot es pot fer amb el teclat. El focus sempre es veu. Cada passatge diu en quina llengua és. Els colors mai no són l'única manera de saber una cosa: els vots també porten una lletra i una trama. La pàgina es pot ampliar al 200 % i cap en una pantalla de 320 píxels.",
        ],
      },
      {
        title: "Què s'ha comprovat",
        body: [
          "Cada canvi del programari passa proves automàtiques amb l'eina axe a les pàgines públiques i internes, en pantalla ampla i de telèfon, i en aspecte clar i fosc. Les proves automàtiques no ho troben tot.",
          "Encara no hi ha cap auditoria independent ni cap prova amb persones amb discapacitat d'aquesta instal·lació.",
        ],
      },
      {
        title: "Què pot fallar",
        body: [
          "Els textos que escriuen els municipis poden tenir taules molt amples, que en una pantalla petita es desplacen de costat. Els PDF es generen amb etiquetes i, quan el text ho permet, d'acord amb PDF/UA; si no pot ser, hi ha el mateix text com a pàgina web.",
          "El mapa de municipis té al costat la llista amb la mateixa informació.",
        ],
      },
    ],
  },
  privacy: {
    title: "Avís legal i privacitat",
    lead: "Quines dades es guarden, per a què, i què es pot fer amb el que es publica.",
    sections: [
      {
        title: "Qui només llegeix",
        body: [
          "Llegir les pàgines públiques no deixa cap galeta. No hi ha analítica, ni anuncis, ni res que es carregui d'altres llocs. El navegador recorda la llengua i l'aspecte triats, només en aquest aparell.",
          "El servidor pot guardar registres tècnics de les peticions; el termini el fixa l'entitat que el fa funcionar.",
        ],
      },
      {
        title: "Qui hi treballa",
        body: [
          "De les persones que representen un ens es guarden el nom, l'adreça de correu, la llengua i els càrrecs amb les seves dates, per saber qui pot actuar en nom de qui. La sessió es manté amb una galeta imprescindible, que caduca sola i es pot tancar en qualsevol moment. Els textos en què s'escriu es guarden també en el navegador, perquè res no es perdi sense connexió; en sortir s'esborren.",
          "El que es fa queda en un registre que no es pot alterar. Les dades personals hi són en forma d'empremta: si s'esborra una persona, el registre continua sencer i ja no diu qui era.",
        ],
      },
      {
        title: "Què es publica",
        body: [
          "D'una posició publicada es mostren el text adoptat i les traduccions aprovades, els vots i les signatures dels ens, les declaracions, les trameses, les respostes i el seguiment. No es publiquen els noms de qui va votar en nom de cada ens, ni els esborranys, ni els comentaris, ni les esmenes.",
        ],
      },
      {
        title: "Drets",
        body: [
          "Tothom pot demanar a l'entitat responsable l'accés a les seves dades, que es corregeixin o que s'esborrin, d'acord amb el Reglament (UE) 2016/679 i la Llei orgànica 3/2018. També es pot presentar una reclamació a l'Autoritat Catalana de Protecció de Dades.",
        ],
      },
      {
        title: "Reutilització",
        body: [
          "El que es publica es pot reutilitzar amb llicència CC BY 4.0: cal citar-ne la font i no fer veure que el text diu el que no diu. El programari és obert, amb llicència EUPL 1.2.",
        ],
      },
    ],
  },
};
