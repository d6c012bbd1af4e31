export const signing = {
  lead: "Cal triar amb quina identitat s'entra. Els permisos no vénen del compte: consten al registre de membres de l'AMB.",
  with: (name: string) => (name === "" ? "Entra amb el compte corporatiu" : `Entra amb ${name}`),
  none: "Aquest servidor encara no té cap manera d'entrar configurada. L'administració ho ha de fer.",
  noInvitation: "Encara sense accés? L'administració de l'AMB envia les invitacions.",
  actingFor: "S'actua en nom de",
  switchHint: "Tot el que es faci en aquest navegador serà en nom d'aquesta organització.",
  noRoleTitle: "Aquest compte no actua ara en nom de cap organització",
  noRoleBody:
    "La pertinença ha acabat o encara no ha començat, i només es veu el que és públic. L'administració de l'AMB pot donar-ne d'alta una de nova.",
  seeAccount: "Mira el compte",
  invitationTitle: "Invitació a Positions",
  invitationLead: (name: string) => `Invitació per a ${name}`,
  invitationRole: "Rol",
  invitationOrganization: "En nom de",
  invitationTerm: "Vigència",
  from: (since: string) => `des del ${since}`,
  fromUntil: (since: string, until: string) => `del ${since} al ${until}`,
  invitationHow:
    "En entrar, aquesta identitat queda vinculada a la invitació. L'enllaç només serveix una vegada.",
  invitationDemo: "Accepta i entra",
  invitationDemoHow: "A la demostració ningú no comprova la identitat: s'entra directament.",
  invitationStates: {
    ACCEPTED: "Aquesta invitació ja s'ha fet servir. Qui la va acceptar pot entrar sense l'enllaç.",
    REVOKED: "Aquesta invitació s'ha retirat. Cal demanar-ne una de nova a l'administració de l'AMB.",
    EXPIRED: "Aquesta invitació ha caducat. Cal demanar-ne una de nova a l'administració de l'AMB.",
    UNKNOWN: "Aquesta invitació no existeix. Cal comprovar que l'enllaç és sencer, o demanar-ne una de nova.",
  },
};
