/** The files chosen for a message that is not sent yet: each with its size, its way up, and a button that leaves it out. */
import { api, Refused } from './api.ts';
import { drawIcon, element, iconButton } from './element.ts';
import { fileSize } from './fileView.ts';
import type { Model } from './model.ts';

export type Attachments = {
  root: HTMLElement;
  add(files: readonly File[]): void;
  count(): number;
  /** Sends up what is not up yet; gives their ids, in the order of choosing. @throws Refused; code 'cancelled' when the reader
   *  left a file out meanwhile. What is up stays up: the next try begins with the rest. */
  upload(): Promise<string[]>;
  clear(): void;
};

type Chosen = { file: File; chip: HTMLElement; bar: HTMLProgressElement; id: string | null };

const fileBytesMax = 20 * 1024 * 1024;
const filesMax = 10;

export function createAttachments(
  model: Model,
  { tell, changed }: { tell: (text: string) => void; changed: () => void },
): Attachments {
  const { words, language } = model.state;
  const root = element('ul', { class: 'attachments', 'aria-label': words.attached, hidden: true });
  let chosen: Chosen[] = [];
  let onWay: { chosen: Chosen; stop: AbortController } | null = null;

  function take(file: File): Chosen {
    const bar = element('progress', { max: 1, value: 0, 'aria-label': `${words.uploading} ${file.name}` });
    bar.hidden = true;
    const size = fileSize(file.size, language);
    const chip = element(
      'li',
      { class: 'chip attachment' },
      drawIcon('file'),
      element('span', { class: 'chip-words', title: file.name }, file.name),
      element('span', { class: 'chip-size' }, size),
      iconButton('close', `${words.removeFile}: ${file.name}`, () => leaveOut(one)),
      bar,
    );
    const one: Chosen = { file, chip, bar, id: null };
    return one;
  }

  function leaveOut(one: Chosen) {
    if (onWay?.chosen === one) onWay.stop.abort();
    chosen = chosen.filter((each) => each !== one);
    draw();
  }

  function draw() {
    root.replaceChildren(...chosen.map((each) => each.chip));
    root.hidden = chosen.length === 0;
    changed();
  }

  async function send(one: Chosen): Promise<string> {
    const stop = new AbortController();
    onWay = { chosen: one, stop };
    one.bar.hidden = false;
    try {
      const { id } = await api.addFile(one.file, {
        signal: stop.signal,
        progress: (part) => {
          one.bar.value = part;
        },
      });
      return id;
    } finally {
      onWay = null;
      one.bar.hidden = true;
    }
  }

  return {
    root,
    count: () => chosen.length,
    add(files) {
      const fitting = files.filter((file) => file.size <= fileBytesMax);
      const room = filesMax - chosen.length;
      for (const { name, size } of files.filter((file) => file.size > fileBytesMax)) {
        tell(`${name} (${fileSize(size, language)}). ${words.fileTooBig}`);
      }
      if (fitting.length > room) tell(words.tooManyFiles);
      chosen = [...chosen, ...fitting.slice(0, room).map(take)];
      draw();
    },
    async upload() {
      for (const one of chosen) {
        one.id ??= await send(one);
        // Left out while another was on its way: what was to be sent is not what is there now.
        if (!chosen.includes(one)) throw new Refused('cancelled', null);
      }
      return chosen.flatMap(({ id }) => (id === null ? [] : [id]));
    },
    clear() {
      chosen = [];
      draw();
    },
  };
}
