import type { Messages } from "../ca";
import { editor } from "./editor";
import { errors } from "./errors";
import { shell } from "./shell";

const en: Messages = { shell, errors, editor };

export default en;
