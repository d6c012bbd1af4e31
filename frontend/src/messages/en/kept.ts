import type { Messages } from "../ca";

export const kept: Messages["kept"] = {
  title: "What was written here is not lost",
  body: "It did not reach the common text before that was closed. It is kept in this browser.",
  bodyHere:
    "It did not reach the common text before that was closed. It is only in this window: keep it open.",
  mayTable: "Each change can be tabled as an amendment.",
  mayNotTable: "Amendments cannot be tabled now. If the text is opened again, it will be sent by itself.",
  table: "Table it as an amendment",
  tabled: (number) => `Amendment ${number} tabled`,
  download: "Download my text",
  discard: "Discard what was not sent",
  discardBody:
    "It is deleted from this browser, and the common text is shown here again. This cannot be undone.",
  signedOut:
    "The session ended before everything had arrived. It is kept in this browser, and will be sent after signing in again with the same account. If somebody else signs in here first, it is deleted.",
  signedOutHere:
    "The session ended before everything had arrived. It is only in this window: it can be downloaded.",
  gone: "This text can no longer be seen. What was written in it is only in this window: it can be downloaded.",
  stopped:
    "It did not reach the common text, and cannot be sent from this page any more. It is kept in this browser, and can be downloaded.",
  stoppedHere:
    "It did not reach the common text, and cannot be sent from this page any more. It is only in this window: it can be downloaded.",
  damaged:
    "Part of what was written here has been damaged in this browser, so it cannot be sent. What is shown can be downloaded or copied. Once it is discarded, everybody's text comes back and can be written in again.",
};
