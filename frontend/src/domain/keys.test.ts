import { expect, it } from "vitest";
import { keyNameOn } from "./keys";

it.each([
  ["Win32", "Mod+B", "Ctrl+B"],
  ["Linux x86_64", "Mod+Shift+8", "Ctrl+Shift+8"],
  ["MacIntel", "Mod+B", "⌘B"],
  ["MacIntel", "Mod+Alt+2", "⌥⌘2"],
  ["iPad", "Mod+Shift+8", "⇧⌘8"],
  ["MacIntel", "Shift+Tab", "⇧Tab"],
  ["Win32", "Esc", "Esc"],
])("on %s %s is %s", (platform, keys, name) => expect(keyNameOn(platform, keys)).toBe(name));
