// CPU milliseconds that jsdiff takes for each pair of texts on standard input, null where it gives up after a second.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const { diffWordsWithSpace } = createRequire(new URL("../frontend/package.json", import.meta.url))("diff");
const pairs = JSON.parse(readFileSync(0, "utf8"));
const taken = pairs.map(([base, head]) => {
  const began = process.cpuUsage();
  const found = diffWordsWithSpace(base, head, { timeout: 1000 });
  const { user, system } = process.cpuUsage(began);
  return { milliseconds: (user + system) / 1000, isFinished: found !== undefined };
});
console.log(JSON.stringify(taken));
