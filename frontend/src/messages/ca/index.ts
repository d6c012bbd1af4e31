import { editor } from "./editor";
import { errors } from "./errors";
import { paper } from "./paper";
import { positions } from "./positions";
import { shell } from "./shell";
import { text } from "./text";
import { work } from "./work";

const ca = { shell, errors, editor, positions, work, paper, text };

export type Messages = typeof ca;
export default ca;
