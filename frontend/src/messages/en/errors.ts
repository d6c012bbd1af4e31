import type { Messages } from "../ca";

export const errors: Messages["errors"] = {
  offlineTitle: "No connection to the server",
  offlineBody: "Nothing that was saved is lost. Check the network and try again.",
  unexpectedTitle: "Something failed on the server",
  unexpectedBody: (reference) =>
    `Nothing was changed. If it happens again, report this reference: ${reference}.`,
  refusedTitle: "This could not be done",
  notFoundTitle: "Not found",
  notFoundBody: "It does not exist, or you have to sign in with an account that may see it.",
  fieldNeeded: "This field is needed.",
};
