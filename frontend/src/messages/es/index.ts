import type { Messages } from "../ca";
import { errors } from "./errors";
import { shell } from "./shell";

const es: Messages = { shell, errors };

export default es;
