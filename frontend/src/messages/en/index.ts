import { account } from "./account";
import { adoption } from "./adoption";
import { amendments } from "./amendments";
import { calendar } from "./calendar";
import { changes } from "./changes";
import { consolidation } from "./consolidation";
import { discussion } from "./discussion";
import type { Messages } from "../ca";
import { editor } from "./editor";
import { errors } from "./errors";
import { paper } from "./paper";
import { positions } from "./positions";
import { publication } from "./publication";
import { register } from "./register";
import { routing } from "./routing";
import { shell } from "./shell";
import { signing } from "./signing";
import { survivals } from "./survivals";
import { text } from "./text";
import { translation } from "./translation";
import { work } from "./work";
import { approval } from "./approval";
import { voting } from "./voting";
import { opening } from "./opening";
import { record } from "./record";
import { around } from "./around";
import { seconding } from "./seconding";
import { sending } from "./sending";
import { counting } from "./counting";
import { cover } from "./cover";
import { files } from "./files";
import { followup } from "./followup";
import { imports } from "./imports";
import { indicators } from "./indicators";
import { report } from "./report";
import { kept } from "./kept";
import { legal } from "./legal";
import { notices } from "./notices";
import { openData } from "./openData";
import { overlaps } from "./overlaps";
import { portal } from "./portal";
import { town } from "./town";

const en: Messages = {
  account,
  around,
  register,
  signing,
  adoption,
  amendments,
  calendar,
  changes,
  consolidation,
  discussion,
  shell,
  errors,
  editor,
  positions,
  work,
  paper,
  text,
  translation,
  publication,
  approval,
  counting,
  voting,
  opening,
  routing,
  record,
  seconding,
  sending,
  cover,
  files,
  followup,
  imports,
  indicators,
  overlaps,
  report,
  kept,
  legal,
  notices,
  openData,
  portal,
  survivals,
  town,
};

export default en;
