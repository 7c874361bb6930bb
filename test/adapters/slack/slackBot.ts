/** The whole bot with one agency in the loopback Slack, over HTTP or Socket Mode. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, createApp } from '../../../src/app.ts';
import { readConfig } from '../../../src/config.ts';
import { type LoopbackSlack, startSlack } from '../../../src/demo/slack/loopbackSlack.ts';
import {
  createPerson,
  overHttp,
  type Person,
  signingSecret,
  type Transport,
} from '../../../src/demo/slack/slackPeople.ts';
import { cloneTemplate, dropClone } from '../../support/database.ts';

export const room = 'C0000001';

const organisation = `
agencies:
  - code: TTTT
    name: Trung tâm Thông tin – Ủy ban Dân tộc
    departments:
      - { code: TH, name: Phòng Tổng hợp, aliases: [P. Tổng hợp, P. TH] }
    people:
      - { name: Giám đốc Trung tâm, roles: [leader], slack: U0000001 }
      - { name: Chuyên viên Thư ký Trung tâm, roles: [official, admin], slack: U0000002 }
      - { name: Trưởng phòng Tổng hợp, roles: [member], departments: [TH], head: true, slack: U0000003 }
      - { name: Chuyên viên Phòng Tổng hợp, roles: [member], departments: [TH], email: chuyenvien@vidu.vn }
rooms:
  - { department: TTTT/TH, slack: ${room} }
`;

export type SlackBot = {
  readonly app: App;
  readonly slack: LoopbackSlack;
  readonly address: string;
  readonly official: Person;
  readonly head: Person;
  readonly leader: Person;
  readonly stranger: Person;
  /** Known to nobody but by an address. */
  readonly newcomer: Person;
  readonly errors: string[];
  restart(): Promise<void>;
  stop(): Promise<void>;
};

export async function startBot(mode: 'http' | 'socket'): Promise<SlackBot> {
  const slack = await startSlack();
  const url = await cloneTemplate();
  const folder = await mkdtemp(join(tmpdir(), 'daumoi-slack-'));
  const orgFile = join(folder, 'organisation.yaml');
  await writeFile(orgFile, organisation);
  const errors: string[] = [];
  const quiet = () => {};
  const start = (clock: string) =>
    createApp({
      config: readConfig({
        DATABASE_URL: url,
        DATA_DIR: folder,
        PORT: '0',
        HOST: '127.0.0.1',
        ORG_FILE: orgFile,
        REHEARSAL_CLOCK: clock,
        ADMIN_CODE: 'quan-tri-thu-nghiem',
        SLACK_BOT_TOKEN: 'xoxb-test',
        SLACK_API_URL: slack.apiUrl,
        ...(mode === 'http' ? { SLACK_SIGNING_SECRET: signingSecret } : { SLACK_APP_TOKEN: 'xapp-test' }),
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
  const address = () => `http://127.0.0.1:${app.port}`;
  const send: Transport = (kind, payload) =>
    mode === 'http' ? overHttp(address())(kind, payload) : slack.socket.deliver(kind, payload);
  const person = (userId: string) => createPerson(userId, send, slack);
  return {
    get app() {
      return app;
    },
    get address() {
      return address();
    },
    slack,
    errors,
    leader: person('U0000001'),
    official: person('U0000002'),
    head: person('U0000003'),
    stranger: person('U0000009'),
    newcomer: person('U0000007'),
    restart: async () => {
      const now = app.clock.now().toString();
      await app.stop();
      app = await start(now);
    },
    stop: async () => {
      await app.stop();
      await slack.close();
      await dropClone(url);
      await rm(folder, { recursive: true });
    },
  };
}
