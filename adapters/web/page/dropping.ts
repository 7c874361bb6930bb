/** Files dropped on a conversation or pasted into its line. */
import { element } from './element.ts';

export type DropWords = { dropHere: string; noFolders: string };

/** While files hang over the column, it says where they will go. */
export function takeDrops(
  column: HTMLElement,
  words: DropWords,
  take: { files(files: File[]): void; tell(text: string): void },
): void {
  const veil = element('div', { class: 'drop-veil', 'aria-hidden': 'true', hidden: true }, words.dropHere);
  column.append(veil);
  // Entering a child is leaving its parent: only as many leaves as enters is outside.
  let inside = 0;
  const show = (count: number) => {
    inside = Math.max(0, count);
    veil.hidden = inside === 0;
  };
  column.addEventListener('dragenter', (event) => {
    if (bringsFiles(event.dataTransfer)) show(inside + 1);
  });
  column.addEventListener('dragleave', (event) => {
    if (bringsFiles(event.dataTransfer)) show(inside - 1);
  });
  column.addEventListener('drop', (event) => {
    show(0);
    const dropped = [...(event.dataTransfer?.items ?? [])].filter((item) => item.kind === 'file');
    const files = dropped.flatMap((item) => {
      const file = item.webkitGetAsEntry()?.isDirectory === true ? null : item.getAsFile();
      return file ? [file] : [];
    });
    if (files.length < dropped.length) take.tell(words.noFolders);
    if (files.length > 0) take.files(files);
  });
}

/** A file that misses its column must not replace the page. */
export function keepPageFromDrops(): void {
  for (const kind of ['dragover', 'drop'] as const) {
    window.addEventListener(kind, (event) => {
      if (bringsFiles(event.dataTransfer)) event.preventDefault();
    });
  }
}

/** A picture from the clipboard, say. Text copied in Word brings a picture of itself along: then the text is meant. */
export function pastedFiles(event: ClipboardEvent): File[] {
  const pasted = event.clipboardData;
  if (!pasted || pasted.types.includes('text/plain')) return [];
  return [...pasted.files];
}

function bringsFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') === true;
}
