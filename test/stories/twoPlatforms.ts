/** One bot, two agencies: TTTT in the loopback Slack, CNTT and VPUB in the loopback Telegram. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '../../src/app.ts';
import type { FileOut } from '../../src/chat/platform.ts';
import { readConfig } from '../../src/config.ts';
import { type LoopbackSlack, startSlack } from '../../src/demo/slack/loopbackSlack.ts';
import {
  type Button,
  buttonsIn,
  createPerson,
  overHttp,
  type Person,
  signingSecret,
  type Transport,
} from '../../src/demo/slack/slackPeople.ts';
import { botToken, type Loopback, startLoopback } from '../../src/demo/telegram/loopback.ts';
import { hand } from '../../src/demo/telegram/people.ts';
import { cloneTemplate, dropClone } from '../support/database.ts';

/** `held`: Socket Mode and long polling, on a clock that stands. `called`: HTTP and webhook; a bot that strangers may call
 *  follows the machine's clock. */
export type Mode = 'held' | 'called';

/** The rooms of the departments. */
export const rooms = { th: 'C0000001', kh: 'C0000002', ptud: -2001, htkt: -2002 } as const;

const organisation = `
agencies:
  - code: TTTT
    name: Trung tâm Thông tin
    departments:
      - { code: TH, name: Phòng Tổng hợp, aliases: [P. Tổng hợp, P. TH] }
      - { code: KH, name: Phòng Kế hoạch }
    people:
      - { name: Giám đốc Trung tâm, roles: [leader], slack: U0000001 }
      - { name: Chuyên viên Thư ký Trung tâm, roles: [official, admin], slack: U0000002 }
      - { name: Trưởng phòng Tổng hợp, roles: [member], departments: [TH], head: true, slack: U0000003 }
  - code: CNTT
    name: Cục Công nghệ thông tin
    departments:
      - { code: PTUD, name: Phòng Phát triển ứng dụng, aliases: [P. Phát triển ứng dụng] }
      - { code: HTKT, name: Phòng Hạ tầng kỹ thuật }
    people:
      - { name: Cục trưởng, roles: [leader], telegram: 1001 }
      - { name: Chuyên viên Văn phòng Cục, roles: [official], telegram: 1002 }
      - { name: Trưởng phòng Phát triển ứng dụng, roles: [member], departments: [PTUD], head: true, telegram: 1003 }
  - code: VPUB
    name: Văn phòng Ủy ban
    people:
      - { name: Chuyên viên Văn phòng Ủy ban, roles: [official], telegram: 1009 }
rooms:
  - { department: TTTT/TH, slack: ${rooms.th} }
  - { department: TTTT/KH, slack: ${rooms.kh} }
  - { department: CNTT/PTUD, telegram: ${rooms.ptud} }
  - { department: CNTT/HTKT, telegram: ${rooms.htkt} }
`;

export type TwoPlatforms = Awaited<ReturnType<typeof startTwoPlatforms>>;

export async function startTwoPlatforms(mode: Mode) {
  const slack = await startSlack();
  const telegram = await startLoopback();
  const url = await cloneTemplate();
  const folder = await mkdtemp(join(tmpdir(), 'daumoi-two-'));
  await writeFile(join(folder, 'organisation.yaml'), organisation);
  // Telegram is told the address before the bot listens at it.
  const port = await freePort();
  const errors: string[] = [];
  const quiet = () => {};
  const start = (standsAt: string) =>
    createApp({
      config: readConfig({
        DATABASE_URL: url,
        DATA_DIR: folder,
        HOST: '127.0.0.1',
        PORT: String(port),
        ORG_FILE: join(folder, 'organisation.yaml'),
        ADMIN_CODE: 'quan-tri-thu-nghiem',
        SLACK_BOT_TOKEN: 'xoxb-test',
        SLACK_API_URL: slack.apiUrl,
        TELEGRAM_BOT_TOKEN: botToken,
        TELEGRAM_API_ROOT: telegram.address,
        ...(mode === 'held'
          ? { SLACK_APP_TOKEN: 'xapp-test', REHEARSAL_CLOCK: standsAt }
          : {
              SLACK_SIGNING_SECRET: signingSecret,
              TELEGRAM_WEBHOOK_URL: `http://127.0.0.1:${port}/telegram/webhook`,
              TELEGRAM_WEBHOOK_SECRET: 'bi-mat',
            }),
      }),
      log: {
        debug: quiet,
        info: quiet,
        warn: quiet,
        error: (fields, message) => errors.push(`${message}: ${'err' in fields ? String(fields.err) : ''}`),
      },
      listens: true,
    });
  let app = await start('2016-04-05T16:41+07:00');
  if (mode === 'called') await telegram.until(() => telegram.webhook() ?? undefined, 'the webhook');
  const send: Transport = (kind, payload) =>
    mode === 'called'
      ? overHttp(`http://127.0.0.1:${port}`)(kind, payload)
      : slack.socket.deliver(kind, payload);
  const inSlack = (userId: string) => slackHand(slack, createPerson(userId, send, slack));
  const group = { id: rooms.ptud, type: 'group', title: 'Phòng Phát triển ứng dụng' } as const;
  const head = { id: 1003, first_name: 'Trưởng phòng Phát triển ứng dụng' };

  return {
    get app(): App {
      return app;
    },
    slack,
    telegram,
    /** Everything the bot logged as an error; a story without planned trouble has none. */
    errors,
    tttt: { leader: inSlack('U0000001'), official: inSlack('U0000002'), head: inSlack('U0000003') },
    cntt: {
      leader: hand(telegram, { id: 1001, first_name: 'Cục trưởng' }),
      official: hand(telegram, { id: 1002, first_name: 'Chuyên viên' }),
      head: hand(telegram, head, group),
      headAlone: hand(telegram, head),
    },
    /** Of an agency that has no part in anything. */
    stranger: hand(telegram, { id: 1009, first_name: 'Văn phòng Ủy ban' }),
    /** All words that were ever shown in this Telegram chat or Slack channel. */
    shownIn: (chat: string | number): string =>
      JSON.stringify(
        typeof chat === 'number'
          ? telegram.messages.filter((each) => each.chatId === chat)
          : [
              slack.messages.filter((each) => each.channel === chat),
              slack.ephemerals.filter((each) => each.channel === chat),
            ],
      ),
    moveTo: async (moment: string) => {
      if (!app.rehearsal) throw new Error('the clock of this bot cannot be moved');
      const { undelivered } = await app.rehearsal.moveTo(Temporal.Instant.from(moment));
      if (undelivered > 0) throw new Error(`${undelivered} messages were not delivered by ${moment}`);
    },
    restart: async () => {
      const now = app.clock.now().toString();
      await app.stop();
      app = await start(now);
    },
    stop: async () => {
      await app.stop();
      await slack.close();
      await telegram.close();
      await dropClone(url);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Somebody at Slack's screens who finds messages by their words and buttons by their names. */
function slackHand(slack: LoopbackSlack, person: Person) {
  const newest = (channel: string, words: string, label: string | null) =>
    slack.messages.findLast(
      (message) =>
        message.channel === channel &&
        JSON.stringify([message.text, message.blocks]).includes(words) &&
        (label === null || buttonsIn(message.blocks).some((each) => each.text === label)),
    );
  const sees = async (words: string, channel: string = person.privately) =>
    await within(slack, `“${words}” in ${channel}`, () => newest(channel, words, null));
  return {
    ...person,
    sees,
    /** The newest button of that name, once it is there; `under`: on a message with these words. */
    pressesLabel: async (label: string, channel: string = person.privately, under = '') => {
      const message = await within(slack, `button “${label}” in ${channel}`, () =>
        newest(channel, under, label),
      );
      const button = buttonsIn(message.blocks).find((each) => each.text === label);
      await person.presses(message, button ?? missing(label));
      return message;
    },
    repliesUnder: async (words: string, text: string, channel: string, files: readonly FileOut[] = []) => {
      const { ts } = await sees(words, channel);
      await person.says(text, {
        channel,
        channel_type: 'channel',
        thread_ts: ts,
        parent_user_id: 'U0BOT',
        ...shared(slack, files),
      });
    },
    /** In the private conversation with the bot. */
    sendsFile: (file: FileOut, text = '') => person.says(text, shared(slack, [file])),
  };
}

function shared(slack: LoopbackSlack, files: readonly FileOut[]): object {
  if (files.length === 0) return {};
  return {
    subtype: 'file_share',
    files: files.map(({ name, mime, content }) => ({
      id: randomUUID(),
      name,
      mimetype: mime,
      size: content.byteLength,
      url_private_download: slack.putFile(randomUUID(), { content: Buffer.from(content), type: mime }),
    })),
  };
}

/** The rest of a message in Telegram that brings a file. */
export function document(telegram: Loopback, { name, mime, content }: FileOut, caption = ''): object {
  const id = `file-${telegram.files.size + 1}`;
  telegram.files.set(id, content);
  return {
    text: undefined,
    caption,
    document: {
      file_id: id,
      file_unique_id: id,
      file_name: name,
      mime_type: mime,
      file_size: content.byteLength,
    },
  };
}

async function within<T>(slack: LoopbackSlack, what: string, look: () => T | undefined): Promise<T> {
  try {
    return await slack.until(look);
  } catch (cause) {
    const page = slack.messages.slice(-6).map(({ channel, text }) => `${channel}: ${text}`);
    throw new Error(`never came: ${what}\n${page.join('\n---\n')}`, { cause });
  }
}

function missing(label: string): Button {
  throw new Error(`no button ${label}`);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
