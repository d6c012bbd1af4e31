import { editor } from "./editor";
import { errors } from "./errors";
import { shell } from "./shell";

const ca = { shell, errors, editor };

export type Messages = typeof ca;
export default ca;
