export const legal = {
  contactTitle: "Contacto",
  contact: "Para cualquier duda, queja o petición sobre esta página:",
  noContact:
    "La entidad que hace funcionar este servidor todavía no ha indicado ninguna dirección de contacto. Debe hacerlo antes de abrirlo al público.",
  accessibility: {
    title: "Declaración de accesibilidad",
    lead: "Este sitio se ha hecho para que lo pueda usar todo el mundo. Aquí se dice cómo, qué se ha comprobado y qué no.",
    sections: [
      {
        title: "Qué se cumple",
        body: [
          "El sitio se construye de acuerdo con las Pautas de accesibilidad WCAG 2.2, nivel AA, que incluyen las que piden el Real Decreto 1112/2018 y la norma EN 301 549.",
          "Todo se puede hacer con el teclado. El foco siempre se ve. Cada pasaje dice en qué lengua está. Los colores nunca son la única manera de saber algo: los votos también llevan una letra y una trama. La página se puede ampliar al 200 % y cabe en una pantalla de 320 píxeles.",
        ],
      },
      {
        title: "Qué se ha comprobado",
        body: [
          "Cada cambio del programa pasa pruebas automáticas con la herramienta axe en las páginas públicas e internas, en pantalla ancha y de teléfono, y en aspecto claro y oscuro. Las pruebas automáticas no lo encuentran todo.",
          "Todavía no hay ninguna auditoría independiente ni ninguna prueba con personas con discapacidad de esta instalación.",
        ],
      },
      {
        title: "Qué puede fallar",
        body: [
          "Los textos que escriben los municipios pueden tener tablas muy anchas, que en una pantalla pequeña se desplazan de lado. Los PDF se generan con etiquetas y, cuando el texto lo permite, de acuerdo con PDF/UA; si no puede ser, está el mismo texto como página web.",
          "El mapa de municipios tiene al lado la lista con la misma información.",
        ],
      },
    ],
  },
  privacy: {
    title: "Aviso legal y privacidad",
    lead: "Qué datos se guardan, para qué, y qué se puede hacer con lo que se publica.",
    sections: [
      {
        title: "Quien solo lee",
        body: [
          "Leer las páginas públicas no deja ninguna cookie. No hay analítica, ni anuncios, ni nada que se cargue de otros sitios. El navegador recuerda la lengua y el aspecto elegidos, solo en este aparato.",
          "El servidor puede guardar registros técnicos de las peticiones; el plazo lo fija la entidad que lo hace funcionar.",
        ],
      },
      {
        title: "Quien trabaja aquí",
        body: [
          "De las personas que representan a un ente se guardan el nombre, la dirección de correo, la lengua y los cargos con sus fechas, para saber quién puede actuar en nombre de quién. La sesión se mantiene con una cookie imprescindible, que caduca sola y se puede cerrar en cualquier momento. Los textos en que se escribe se guardan también en el navegador, para que nada se pierda sin conexión; al salir se borran.",
          "Lo que se hace queda en un registro que no se puede alterar. Los datos personales están en él en forma de huella: si se borra a una persona, el registro sigue entero y ya no dice quién era.",
        ],
      },
      {
        title: "Qué se publica",
        body: [
          "De una posición publicada se muestran el texto adoptado y las traducciones aprobadas, los votos y las firmas de los entes, las declaraciones, los envíos, las respuestas y el seguimiento. No se publican los nombres de quienes votaron en nombre de cada ente, ni los borradores, ni los comentarios, ni las enmiendas.",
        ],
      },
      {
        title: "Derechos",
        body: [
          "Cualquiera puede pedir a la entidad responsable el acceso a sus datos, que se corrijan o que se borren, de acuerdo con el Reglamento (UE) 2016/679 y la Ley Orgánica 3/2018. También se puede presentar una reclamación ante la Autoridad Catalana de Protección de Datos.",
        ],
      },
      {
        title: "Reutilización",
        body: [
          "Lo que se publica se puede reutilizar con licencia CC BY 4.0: hay que citar la fuente y no hacer ver que el texto dice lo que no dice. El programa es abierto, con licencia EUPL 1.2.",
        ],
      },
    ],
  },
};
