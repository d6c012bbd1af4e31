import type { Messages } from "../ca";
import { errors } from "./errors";
import { shell } from "./shell";

const en: Messages = { shell, errors };

export default en;
