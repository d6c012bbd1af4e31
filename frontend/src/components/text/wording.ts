/** What every editor is told alike: its words in the reader's language, and the nonce of this page. */

import type { EditorOptions } from "../../editor/create-editor";
import { keyName } from "../../domain/keys";
import { t } from "../../messages/index.svelte";

export function editorWording(): Pick<EditorOptions, "phrases" | "nonce" | "words"> {
  const said = t().editor;
  return {
    phrases: said.phrases,
    nonce: document.querySelector<HTMLMetaElement>("meta[name=csp-nonce]")?.content ?? null,
    words: {
      table: said.table,
      editTable: said.editTable,
      footnote: said.footnoteMark,
      footnoteUncalled: said.footnoteUncalled,
      toNote: said.toNote,
      fromNote: said.fromNote,
      openLink: said.openLink(keyName("Mod")),
      done: said.done,
      notDone: said.notDone,
    },
  };
}
