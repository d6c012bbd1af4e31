/** What is pasted or dropped: text of any program becomes Markdown in one undo step; pictures and files are told where they go. */

import {
  EditorSelection,
  type ChangeSpec,
  type EditorState,
  type Transaction,
  type TransactionSpec,
} from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { cleanAddress } from "./addresses";
import { fromHtml, type Converted } from "./from-html";
import { putLink } from "./insert";
import { counted } from "./lists";
import { freeNumber } from "./notes";
import { fitted, isTooLong, paragraphs, sendable } from "./pasted";
import { surroundings, type Refused } from "./words";

/** Notes go behind those that are there. */
function notesAtEnd(state: EditorState, notes: readonly string[]): ChangeSpec[] {
  if (notes.length === 0) return [];
  const { doc } = state;
  const isAfterNote = /^\[\^[^\]]+\]:/.test(doc.line(doc.lines).text);
  return [{ from: doc.length, insert: `${isAfterNote ? "\n" : "\n\n"}${notes.join("\n")}` }];
}

/** Several lines bring their marks with them; one line goes where words go. */
export function put(state: EditorState, markdown: string, notes: readonly string[]): Transaction {
  const { from, to, insert, cursor } = fitted(markdown.normalize("NFC"), state);
  return counted(state, {
    changes: state.changes([{ from, to, insert }, ...notesAtEnd(state, notes)]),
    selection: EditorSelection.cursor(from + cursor),
    scrollIntoView: true,
    userEvent: insert.includes("\n") ? "input.paste.lines" : "input.paste",
  });
}

/** An address over selected words of one line makes them a link. */
function linked(state: EditorState, plain: string): TransactionSpec | null {
  const { from, to } = state.selection.main;
  const words = state.sliceDoc(from, to);
  const address = /^\S+$/.test(plain.trim()) ? cleanAddress(plain) : null;
  const isPlain = words.trim() !== "" && !/[\n[\]|]/.test(words) && cleanAddress(words) === null;
  return address && isPlain ? putLink({ from, to, text: words, address: "" }, words, address) : null;
}

const DOCUMENT = /\.(docx?|odt|rtf|pdf)$/i;
const TEXT = /\.(txt|md|markdown)$/i;

function refusedFile(files: FileList): Refused | null {
  const all = [...files].filter(({ name }) => !TEXT.test(name));
  if (all.length === 0) return null;
  if (all.some(({ type }) => type.startsWith("image/"))) return "image";
  return all.some(({ name }) => DOCUMENT.test(name)) ? "document" : "file";
}

const NOTHING: Converted = { markdown: "", notes: [], pictures: 0 };

interface Pasted {
  readonly spec: Transaction | TransactionSpec | null;
  readonly refused: Refused | null;
}

/** What a program put on the clipboard, as a change of the text, and what of it does not go in. */
function pasteOf(state: EditorState, data: DataTransfer): Pasted {
  const plain = data.getData("text/plain");
  const link = linked(state, plain);
  if (link) return { spec: link, refused: null };
  const html = data.getData("text/html");
  const { markdown: marked, notes, pictures } = html === "" ? NOTHING : fromHtml(html, freeNumber(state));
  const markdown = marked || (pictures > 0 ? "" : paragraphs(plain));
  if (isTooLong(state, markdown, notes)) return { spec: null, refused: "tooLong" };
  if (markdown === "") return { spec: null, refused: pictures > 0 ? "image" : refusedFile(data.files) };
  return { spec: put(state, markdown, notes), refused: pictures > 0 ? "pastedImages" : null };
}

/** Words that are dropped, and those of dropped text files, are CodeMirror's to put in; it asks this first. */
const dropped = EditorView.clipboardInputFilter.of((text, state) => {
  const read = sendable(text);
  if (!isTooLong(state, read)) return read;
  state.facet(surroundings).onRefused("tooLong");
  return "";
});

const handlers = EditorView.domEventHandlers({
  paste(event, view) {
    const data = event.clipboardData;
    if (view.state.readOnly || !data) return false;
    event.preventDefault();
    const { onRefused } = view.state.facet(surroundings);
    const { spec, refused } = pasteOf(view.state, data);
    if (refused) onRefused(refused);
    if (spec) view.dispatch(spec);
    return true;
  },
  drop(event, view) {
    const refused = event.dataTransfer ? refusedFile(event.dataTransfer.files) : null;
    if (!refused || view.state.readOnly) return false;
    event.preventDefault();
    view.state.facet(surroundings).onRefused(refused);
    return true;
  },
});

export const pasting = [dropped, handlers];
