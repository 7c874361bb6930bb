/** Prints what each person of the story does and sees. */
import type { Screen, Shown } from './screen.ts';
import type { Narrator } from './script.ts';
import { wrap } from './wrap.ts';

const width = 100;

/** `settle`: resolves when everything that was on its way has arrived. */
export function createNarrator(print: (line: string) => void, settle: () => Promise<void>): Narrator {
  const show = ({ lines, changed }: Shown) => {
    print(`    ┌${'─'.repeat(width - 8)}${changed ? ' (thẻ đổi)' : ''}`);
    for (const line of lines) for (const part of wrap(line, width - 8)) print(`    │ ${part}`);
    print(`    └${'─'.repeat(width - 8)}`);
  };

  /** The message that was waited for, and files; of others only how many there are. */
  async function showNew(who: Screen, sees: string): Promise<void> {
    await who.sees(sees);
    await settle();
    const fresh = await who.look();
    const meant = fresh.findLast(({ lines }) => lines.join('\n').includes(sees));
    const files = fresh.filter(({ lines }) => lines[0]?.startsWith('📎'));
    if (meant) show(meant);
    for (const { lines } of files) print(`    ${lines.join(' ')}`);
    const others = fresh.length - files.length - (meant ? 1 : 0);
    if (others > 0) print(`    … và ${others} tin khác`);
  }

  return {
    scene: (title) => {
      print('');
      for (const line of wrap(`━━━ ${title}`, width)) print(line);
    },
    act: async (who, did, work, sees) => {
      await work;
      print('');
      for (const line of wrap(`${who.name} (${who.where}): ${did}`, width)) print(line);
      await showNew(who, sees);
    },
    look: async (who, sees) => {
      print('');
      print(`${who.name} (${who.where}) thấy:`);
      await showNew(who, sees);
    },
  };
}
