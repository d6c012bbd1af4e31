import type { Messages } from "../ca";
import { editor } from "./editor";
import { errors } from "./errors";
import { paper } from "./paper";
import { positions } from "./positions";
import { shell } from "./shell";
import { text } from "./text";
import { work } from "./work";

const es: Messages = { shell, errors, editor, positions, work, paper, text };

export default es;
