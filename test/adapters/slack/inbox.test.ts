/** Events between Slack and the core: acknowledged only when they are stored, taken up by another instance when one died, each
 *  handled once; and messages of which a dead process does not know whether they were taken. */
import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PlatformError } from '../../../src/chat/errors.ts';
import type { Form } from '../../../src/chat/form.ts';
import type { Address } from '../../../src/chat/place.ts';
import { showCard } from '../../../src/chat/reply.ts';
import { buttonsIn, createPerson, type Person } from '../../../src/demo/slack/slackPeople.ts';
import { type AdapterUnderTest, leaseMs, nowInstant, startAdapter, words } from './platformAt.ts';

let at: AdapterUnderTest;
let person: Person;
beforeEach(async () => {
  at = await startAdapter();
  person = createPerson('U0000002', at.send, at.slack);
});
afterEach(() => at.stop());

const stored = () => at.db.selectFrom('slack_inbox').selectAll().execute();
async function untilEmpty(): Promise<void> {
  while ((await stored()).length > 0) await at.slack.until(() => true);
}

/** As an instance that died left it. */
async function leave(payload: object, minutesAgo = 1): Promise<void> {
  const past = nowInstant().subtract({ minutes: minutesAgo });
  const row = { received_at: past, held_by: 'dead', held_until: past, attempts: 0 };
  await at.db
    .insertInto('slack_inbox')
    .values({ payload: JSON.stringify(payload), ...row })
    .execute();
}

const message = (ts: string, text = 'việc của tôi') => ({
  type: 'event_callback',
  team_id: 'T0001',
  event_id: `Ev${ts}`,
  event: { type: 'message', user: 'U0000002', text, ts, channel: 'D0000002', channel_type: 'im' },
  authorizations: [],
});

const form: Form = {
  action: 'task.extend',
  id: '1',
  title: 'Xin gia hạn',
  submit: 'Gửi',
  fields: [{ name: 'date', label: 'Hạn mới', required: true, input: { kind: 'text' } }],
};

describe('an event', () => {
  it('is stored while the core is at it, and gone when it is done', async () => {
    const { promise, resolve } = Promise.withResolvers<null>();
    at.replies(() => promise);
    await person.says('việc của tôi');
    await at.slack.until(() => at.heard.length === 1);
    expect(JSON.parse((await stored())[0]?.payload ?? '{}')).toMatchObject({
      event: { text: 'việc của tôi' },
    });
    resolve(null);
    await untilEmpty();
  });

  it('that cannot be stored is not acknowledged, and handled when Slack sends it again', async () => {
    await sql`alter table slack_inbox rename to away`.execute(at.db);
    await expect(person.says('việc của tôi')).rejects.toThrow('503');
    expect(at.heard).toEqual([]);
    await sql`alter table away rename to slack_inbox`.execute(at.db);
    await person.says('việc của tôi');
    await at.slack.until(() => at.heard.length === 1);
    expect(at.errors.splice(0).join()).toContain('could not be taken');
  });

  it('that an instance left is taken up by another, and answered', async () => {
    at.replies(() => showCard({ title: 'Việc', tone: 'neutral', blocks: [], buttons: [] }));
    await leave(message('1.1'));
    await at.slack.until(() => at.slack.messages.find(({ text }) => text === 'Việc'));
    await untilEmpty();
    expect(at.heard).toHaveLength(1);
  });

  it('is taken up by one of several instances', async () => {
    const other = await startAdapter('http', at);
    const all = Array.from({ length: 60 }, (_, index) => `2.${index}`);
    for (const ts of all) await leave(message(ts));
    await at.slack.until(() => at.heard.length + other.heard.length >= all.length);
    await untilEmpty();
    const ids = [...at.heard, ...other.heard].map(({ eventId }) => eventId);
    expect(ids.sort()).toEqual(all.map((ts) => `message:D0000002:${ts}`).sort());
    await other.stop();
  });

  it('at work for long stays with the instance that is at it', async () => {
    const { promise, resolve } = Promise.withResolvers<null>();
    at.replies(() => promise);
    const other = await startAdapter('http', at);
    await person.says('việc của tôi');
    await at.slack.until(() => at.heard.length === 1);
    const [first] = await stored();
    const over = first?.held_until.add({ milliseconds: 2 * leaseMs });
    for (let [row] = [first]; row && over && Temporal.Instant.compare(row.held_until, over) < 0; ) {
      [row] = await stored();
    }
    expect(other.heard).toEqual([]);
    resolve(null);
    await untilEmpty();
    await other.stop();
  });

  it('older than an hour is dropped, for the operator to see', async () => {
    await leave(message('3.1'), 61);
    await at.slack.until(() => at.errors.splice(0).join().includes('left for too long'));
    expect(await stored()).toEqual([]);
    expect(at.heard).toEqual([]);
  });

  it('that meets a passing trouble on its way to the core is tried again', async () => {
    at.slack.fail('conversations.open', { kind: 'status', status: 429, headers: { 'retry-after': '1' } });
    await person.shortcut('task_new');
    await at.slack.until(() => at.heard.length === 1);
    await untilEmpty();
  });
});

describe('what was left and wanted a window', () => {
  const left = (more: object) =>
    leave({
      user: { id: 'U0000002', name: 'u2' },
      team: { id: 'T0001' },
      trigger_id: 'expired',
      ...more,
    });
  const target = {
    action: 'task.extend',
    id: '1',
    origin: {
      chatId: 'D0000002',
      threadTs: '',
      private: true,
      title: '',
      messageTs: null,
      ephemeral: false,
      responseUrl: null,
    },
  };
  const sentForm = {
    type: 'view_submission',
    view: {
      id: 'V9',
      type: 'modal',
      callback_id: 'form',
      private_metadata: JSON.stringify(target),
      title: { type: 'plain_text', text: 'Xin gia hạn' },
      submit: { type: 'plain_text', text: 'Gửi' },
      blocks: [],
      state: { values: { 'date|1': { value: { type: 'plain_text_input', value: '20/4' } } } },
    },
  };

  it('is a press: the window cannot open any more, and a button opens it', async () => {
    at.replies(() => ({ kind: 'form', form }));
    await left({
      type: 'block_actions',
      channel: { id: 'D0000002', name: 'directmessage' },
      container: { type: 'message', message_ts: '7.7', channel_id: 'D0000002' },
      actions: [{ action_id: 'task.extend', block_id: 'b', type: 'button', value: '1' }],
    });
    const offered = await at.slack.until(() => at.slack.messages[0]);
    expect(buttonsIn(offered.blocks)).toMatchObject([{ text: words.openForm, action_id: 'task.extend' }]);
  });

  it('is a form whose window is gone: what was refused comes as a message', async () => {
    at.slack.fail('views.update', { kind: 'error', error: 'not_found' });
    at.replies(() => ({ kind: 'formErrors', errors: { date: 'Hạn đã qua' } }));
    await left(sentForm);
    await at.slack.until(() => at.slack.ephemerals.find(({ text }) => text === 'Hạn đã qua'));
    expect(at.heard[0]?.what).toMatchObject({ kind: 'submit', values: { date: ['20/4'] } });
  });

  it('is a form whose window is still open: it shows that all is done', async () => {
    at.replies(() => showCard({ title: 'Đã gửi', tone: 'good', blocks: [], buttons: [] }));
    await left(sentForm);
    await at.slack.until(() => at.slack.messages.find(({ text }) => text === '✅ Đã gửi'));
    expect(JSON.stringify([...at.slack.views.values()])).toContain(words.done);
  });
});

it('a form is stored before its window is told to wait', async () => {
  at.replies(() => ({ kind: 'form', form }));
  await person.presses(
    { channel: 'C1', ts: '7.7' },
    { text: 'Gia hạn', action_id: 'task.extend', value: '1' },
  );
  const view = await at.slack.until(() => [...at.slack.views.values()].at(-1));
  const { promise, resolve } = Promise.withResolvers<null>();
  at.replies(() => promise);
  expect(await person.submits(view, { date: '20/4' })).toMatchObject({ response_action: 'update' });
  expect(await stored()).toHaveLength(1);
  resolve(null);
  await untilEmpty();
});

describe('a message whose answer was lost', () => {
  const to: Address = { kind: 'room', platform: 'slack', chatId: 'C1', threadId: '' };
  const card = { title: 'NV-1', tone: 'neutral' as const, blocks: [], buttons: [] };

  it.each(['cutAfter', 'taken, and the process died'])(
    'is not posted twice after a restart: %s',
    async (how) => {
      const key = randomUUID();
      if (how === 'cutAfter') {
        at.slack.fail('chat.postMessage', { kind: 'cutAfter' });
        await expect(at.platform.send(to, card, key)).rejects.toThrow(PlatformError);
      } else await at.platform.send(to, card, key);
      await at.platform.stop();
      const next = await startAdapter('http', at);
      const { messageId } = await next.platform.send(to, card, key);
      expect(at.slack.messages.map(({ ts }) => ts)).toEqual([messageId]);
      await next.stop();
    },
  );

  it('that was refused clearly is sent again without a look into the conversation', async () => {
    at.slack.fail('chat.postMessage', { kind: 'status', status: 429, headers: { 'retry-after': '1' } });
    await expect(at.platform.send(to, card, 'refused')).rejects.toThrow(PlatformError);
    await at.platform.send(to, card, 'refused');
    expect(at.slack.calls.map(({ method }) => method)).not.toContain('conversations.history');
  });

  it('that nobody asks about for more than a day is forgotten', async () => {
    const longAgo = nowInstant().subtract({ hours: 26 });
    await at.db.insertInto('slack_doubt').values({ key: 'old', note: '1.1', noted_at: longAgo }).execute();
    const notes = () => at.db.selectFrom('slack_doubt').select('key').where('key', '=', 'old').execute();
    while ((await notes()).length > 0) await at.slack.until(() => true);
  });
});
