/** `npm run demo`: the story in the terminal, on a database of its own and a moved clock. */
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '../app.ts';
import { readConfig } from '../config.ts';
import { createLog } from '../log.ts';
import { findOffices } from './cast.ts';
import { drawCard, wrap } from './drawCard.ts';
import type { Player, Seen } from './player.ts';
import { type Cast, type Narrator, playStory } from './script.ts';

const storyBegins = '2016-04-05T16:41+07:00';

/** Plays it to the end; leaves nothing behind. `print` takes one line at a time. */
export async function runDemo(print: (line: string) => void): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'daumoi-demo-'));
  await chmod(dataDir, 0o755); // run as root, the database server has an account of its own
  const log = createLog({ level: 'error', readable: true, secrets: [], write: print });
  const config = readConfig({ DATA_DIR: dataDir, REHEARSAL_CLOCK: storyBegins, PLAYGROUND: '1' });
  try {
    const app = await createApp({ config, log, listens: false });
    try {
      await playStory(await castOf(app), createNarrator(print));
    } finally {
      await app.stop();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** The people of the story at their screens. */
export async function castOf(app: App): Promise<Cast> {
  const offices = await findOffices(app);
  return {
    official: offices.inAgency('TTTT', 'official'),
    leader: offices.inAgency('TTTT', 'leader'),
    general: offices.headOf('TTTT', 'TH'),
    planning: offices.headOf('TTTT', 'KH'),
    partnerOfficial: offices.inAgency('CNTT', 'official'),
    partnerOffice: offices.headOf('CNTT', 'VP'),
    partnerLeader: offices.inAgency('CNTT', 'leader'),
    clock: {
      moveTo: async (moment) => {
        if (!app.rehearsal) throw new Error('the clock of this bot cannot be moved');
        await app.rehearsal.moveTo(Temporal.Instant.from(moment));
      },
    },
  };
}

/** Prints what each person does and sees. */
function createNarrator(print: (line: string) => void): Narrator {
  const width = 100;
  const looked = new Map<Player, string>();

  const show = (seen: Seen) => {
    if (seen.card) for (const line of drawCard(seen.card)) print(`    ${line}`);
    else for (const line of wrap(seen.text, width - 8)) print(`    → ${line}`);
  };

  return {
    scene: (title) => {
      print('');
      for (const line of wrap(`━━━ ${title}`, width)) print(line);
    },
    act: (who, did, seen) => {
      print('');
      for (const line of wrap(`${who.name}: ${did}`, width)) print(line);
      show(seen);
    },
    look: async (who) => {
      print('');
      print(`${who.name} thấy:`);
      const since = looked.get(who) ?? '';
      const messages = await who.messages();
      const fresh = messages.filter(
        (message) => Number(message.id) > Number(since) && message.userId === null,
      );
      looked.set(who, messages.at(-1)?.id ?? since);
      for (const { card } of fresh) {
        if (card) for (const line of drawCard(card)) print(`    ${line}`);
      }
      if (fresh.length === 0) print('    (không có gì mới)');
    },
  };
}
