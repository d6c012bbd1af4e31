import { errors } from "./errors";
import { shell } from "./shell";

const ca = { shell, errors };

export type Messages = typeof ca;
export default ca;
