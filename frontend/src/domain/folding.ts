/** Comparing words as readers do: without accents, capitals and the middle dot of l·l. */

export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/l[·.]l/gi, "ll")
    .toLowerCase()
    .trim();
}
