import type { Messages } from "../ca";
import { editor } from "./editor";
import { errors } from "./errors";
import { shell } from "./shell";

const es: Messages = { shell, errors, editor };

export default es;
