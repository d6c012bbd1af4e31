/** Words as readers count them: l'Hospitalet and col·laboració are one. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:[·'’.-][\p{L}\p{N}]+)*/gu)?.length ?? 0;
}
