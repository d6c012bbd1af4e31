/** Names of keys as they stand on the reader's keyboard: Ctrl+B, or ⌘B on a Mac. */

const MAC: Readonly<Record<string, string>> = { Mod: "⌘", Ctrl: "⌃", Alt: "⌥", Shift: "⇧", Enter: "↩" };
const OTHERS: Readonly<Record<string, string>> = { Mod: "Ctrl" };

export function isMac(platform: string): boolean {
  return /^(Mac|iPhone|iPad)/i.test(platform);
}

/** "Mod+Shift+8" as Ctrl+Shift+8, or ⇧⌘8 as Apple orders the signs. */
export function keyNameOn(platform: string, keys: string): string {
  const parts = keys.split("+");
  if (!isMac(platform)) return parts.map((part) => OTHERS[part] ?? part).join("+");
  const order = ["Ctrl", "Alt", "Shift", "Mod"];
  const held = order.filter((part) => parts.includes(part));
  const rest = parts.filter((part) => !order.includes(part));
  return [...held, ...rest].map((part) => MAC[part] ?? part).join("");
}

/** The name on the keyboard before the reader. */
export function keyName(keys: string): string {
  return keyNameOn(globalThis.navigator.platform, keys);
}
