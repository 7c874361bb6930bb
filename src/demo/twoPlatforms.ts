/** The bot of the demo: the sample offices, one agency in a Slack and one in a Telegram, both on the loopback interface. */
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMap, isSeq, parseDocument, type YAMLMap } from 'yaml';
import { type App, createApp } from '../app.ts';
import { readConfig } from '../config.ts';
import type { Log } from '../log.ts';
import type { Screen } from './screen.ts';
import { type LoopbackSlack, startSlack } from './slack/loopbackSlack.ts';
import { createSlackScreen } from './slack/slackScreen.ts';
import { botToken, type Loopback, startLoopback } from './telegram/loopback.ts';
import { createTelegramScreen } from './telegram/telegramScreen.ts';

export type TwoPlatforms = {
  readonly app: App;
  /** By the name of their office, in the private conversation with the bot. */
  person(name: string): Screen;
  /** The same person in the room of their department. */
  inRoom(name: string): Screen;
  moveTo(moment: string): Promise<void>;
  /** Resolves when everything that was on its way has been taken by the platforms. */
  settle(): Promise<void>;
  stop(): Promise<void>;
};

const sampleFile = join(import.meta.dirname, '../../examples/2016-cooperation.yaml');

/** Leaves nothing behind when it is stopped. `log` hears only what goes wrong. */
export async function startTwoPlatforms(log: Log, begins: string): Promise<TwoPlatforms> {
  const folder = await mkdtemp(join(tmpdir(), 'daumoi-demo-'));
  await chmod(folder, 0o755); // run as root, the database server has an account of its own
  const [slack, telegram] = [await startSlack(), await startLoopback()];
  const cleanUp = async () => {
    await slack.close();
    await telegram.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const { text, seats } = seated(await readFile(sampleFile, 'utf8'));
    const orgFile = join(folder, 'organisation.yaml');
    await writeFile(orgFile, text);
    const config = readConfig({
      DATA_DIR: folder,
      ORG_FILE: orgFile,
      REHEARSAL_CLOCK: begins,
      SLACK_BOT_TOKEN: 'xoxb-test',
      SLACK_APP_TOKEN: 'xapp-test',
      SLACK_API_URL: slack.apiUrl,
      TELEGRAM_BOT_TOKEN: botToken,
      TELEGRAM_API_ROOT: telegram.address,
    });
    const app = await createApp({ config, log, listens: false, paced: false });
    return {
      app,
      ...screens(seats, slack, telegram),
      moveTo: async (moment) => {
        await app.rehearsal?.moveTo(Temporal.Instant.from(moment));
      },
      settle: async () => {
        await app.delivery.drain(deliveryWaitMs);
      },
      stop: async () => {
        await app.stop();
        await cleanUp();
      },
    };
  } catch (error) {
    await cleanUp();
    throw error;
  }
}

const deliveryWaitMs = 30_000;

/** Where somebody sits: an account, and the room of their first department. */
type Seat =
  | { name: string; platform: 'slack'; userId: string; room: string | null }
  | { name: string; platform: 'telegram'; id: number; room: number | null };

function screens(seats: readonly Seat[], slack: LoopbackSlack, telegram: Loopback) {
  const seatOf = (name: string): Seat => {
    const seat = seats.find((each) => each.name === name);
    if (!seat) throw new Error(`nobody in the sample offices is called ${name}`);
    return seat;
  };
  const open = (seat: Seat, inRoom: boolean): Screen => {
    if (inRoom && seat.room === null) throw new Error(`${seat.name} has no room`);
    if (seat.platform === 'slack') {
      const channel = inRoom && seat.room !== null ? { channel: seat.room } : {};
      const who = { userId: seat.userId, name: seat.name, ...channel };
      return createSlackScreen(slack, slack.socket.deliver, who);
    }
    const { id, name, room } = seat;
    const group = inRoom && room !== null ? { group: { id: room, type: 'group' as const, title: name } } : {};
    return createTelegramScreen(telegram, { id, name, ...group });
  };
  return {
    person: (name: string) => open(seatOf(name), false),
    inRoom: (name: string) => open(seatOf(name), true),
  };
}

/** The sample offices with accounts and rooms: the first agency in Slack, the second in Telegram. */
function seated(yaml: string): { text: string; seats: Seat[] } {
  const document = parseDocument(yaml);
  const rooms: object[] = [];
  const seats: Seat[] = [];
  mapsIn(document.get('agencies')).forEach((agency, at) => {
    const inSlack = at === 0;
    const roomOf = new Map<string, string | number>();
    mapsIn(agency.get('departments')).forEach((department, index) => {
      const code = String(department.get('code'));
      const room = inSlack ? `C00000${index + 11}` : -(2_001 + index);
      roomOf.set(code, room);
      rooms.push({
        department: `${String(agency.get('code'))}/${code}`,
        [inSlack ? 'slack' : 'telegram']: room,
      });
    });
    mapsIn(agency.get('people')).forEach((person, index) => {
      const name = String(person.get('name'));
      const departments = person.get('departments');
      const room = roomOf.get(String(isSeq(departments) ? departments.get(0) : '')) ?? null;
      if (inSlack) {
        const userId = `U00000${index + 11}`;
        person.set('slack', userId);
        seats.push({ name, platform: 'slack', userId, room: room === null ? null : String(room) });
      } else {
        const id = 1_001 + index;
        person.set('telegram', id);
        seats.push({ name, platform: 'telegram', id, room: room === null ? null : Number(room) });
      }
    });
  });
  document.set('rooms', rooms);
  return { text: document.toString(), seats };
}

function mapsIn(list: unknown): YAMLMap[] {
  return isSeq(list) ? list.items.filter((each) => isMap(each)) : [];
}
