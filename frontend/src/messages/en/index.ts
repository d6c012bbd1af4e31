import { amendments } from "./amendments";
import { changes } from "./changes";
import { discussion } from "./discussion";
import type { Messages } from "../ca";
import { editor } from "./editor";
import { errors } from "./errors";
import { paper } from "./paper";
import { positions } from "./positions";
import { publication } from "./publication";
import { shell } from "./shell";
import { text } from "./text";
import { work } from "./work";

const en: Messages = {
  amendments,
  changes,
  discussion,
  shell,
  errors,
  editor,
  positions,
  work,
  paper,
  text,
  publication,
};

export default en;
