import type { Messages } from "../ca";
import { editor } from "./editor";
import { errors } from "./errors";
import { positions } from "./positions";
import { shell } from "./shell";
import { work } from "./work";

const es: Messages = { shell, errors, editor, positions, work };

export default es;
