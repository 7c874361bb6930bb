/** How the core's answers are shown: cards, what only the asker sees, forms in time and too late. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/chat/card.ts';
import type { Form } from '../../../src/chat/form.ts';
import { type Reply, replaceCard, showCard, tellAsker } from '../../../src/chat/reply.ts';
import { closedChannel } from '../../../src/demo/slack/loopbackMethods.ts';
import { buttonsIn, createPerson, type Person } from '../../../src/demo/slack/slackPeople.ts';
import { type AdapterUnderTest, startAdapter, words } from './platformAt.ts';

let at: AdapterUnderTest;
let person: Person;
beforeEach(async () => {
  at = await startAdapter();
  person = createPerson('U0000002', at.send, at.slack);
});
afterEach(() => at.stop());

const card: Card = { title: 'NV-1', tone: 'good', blocks: [], buttons: [] };
const form: Form = {
  action: 'task.extend',
  id: '1',
  title: 'Xin gia hạn',
  submit: 'Gửi',
  fields: [
    { name: 'date', label: 'Hạn mới', required: true, input: { kind: 'date', initial: 'giữa tháng 4' } },
    { name: 'reason', label: 'Lý do', required: false, input: { kind: 'text' } },
  ],
};
const formReply: Reply = { kind: 'form', form };
const button = { text: 'Gia hạn', action_id: 'task.extend', value: '1' };
const message = { channel: 'C1', ts: '7.7' };

/** Not before the adapter has opened a window that waits. */
async function slowly<Result>(result: Result): Promise<Result> {
  await at.slack.until(() => at.slack.views.size > 0);
  return result;
}

const openView = () => at.slack.until(() => [...at.slack.views.values()].at(-1));
const viewTitled = (title: string) =>
  at.slack.until(() =>
    [...at.slack.views.values()].find((view) => JSON.stringify(view.title).includes(title)),
  );

describe('a card', () => {
  it('for the place is posted there, and the core is told where it stands', async () => {
    at.replies(() => showCard(card));
    await person.command('/xem NV-1', 'C1');
    const shown = await at.slack.until(() => at.shown[0]);
    expect(at.slack.messages).toMatchObject([{ channel: 'C1', ts: shown.messageId, text: '✅ NV-1' }]);
  });

  it('for the asker is seen by nobody else in a channel', async () => {
    at.replies(() => tellAsker(card));
    await person.command('/xem NV-1', 'C1');
    const { body } = await at.slack.until(() => at.slack.responses[0]);
    expect(body).toMatchObject({ response_type: 'ephemeral', replace_original: false, text: '✅ NV-1' });
    await person.mentions('xem NV-1', 'C1', '1.1', 'app_mention');
    expect(await at.slack.until(() => at.slack.ephemerals[0])).toMatchObject({
      channel: 'C1',
      user: 'U0000002',
    });
    expect(at.slack.messages).toEqual([]);
  });

  it('reaches a channel that the bot is not in', async () => {
    at.replies(() => showCard(card));
    await person.command('/viec', closedChannel);
    expect((await at.slack.until(() => at.slack.responses[0])).body).toMatchObject({
      response_type: 'in_channel',
    });
  });

  it('takes the place of the one whose button was pressed', async () => {
    const sent = await at.platform.send(
      { kind: 'room', platform: 'slack', chatId: 'C1', threadId: '' },
      card,
      'k',
    );
    at.replies(() => replaceCard({ ...card, title: 'NV-1 đã nhận' }));
    await person.presses({ channel: 'C1', ts: sent.messageId }, button);
    await at.slack.until(() => at.slack.messages[0]?.text.includes('đã nhận'));
    expect(at.slack.messages).toHaveLength(1);
  });

  it('takes the place of what only the asker saw, for the asker alone', async () => {
    at.replies(() => replaceCard({ ...card, title: 'Đã chọn' }));
    await person.presses({ channel: 'C1', ts: '7.7', ephemeral: true }, button, 'own');
    expect(await at.slack.until(() => at.slack.responses[0])).toMatchObject({
      id: 'own',
      body: { response_type: 'ephemeral', replace_original: true, text: '✅ Đã chọn' },
    });
    expect(at.slack.calls.map(({ method }) => method)).not.toContain('chat.update');
    expect(at.slack.messages).toEqual([]);
  });

  it('stays the asker’s alone when the place of what they saw cannot be taken any more', async () => {
    const usedUp = { kind: 'status', status: 404 } as const;
    at.slack.fail('response', usedUp, usedUp);
    at.replies(() => replaceCard({ ...card, title: 'Đã chọn' }));
    await person.presses({ channel: 'C1', ts: '7.7', ephemeral: true }, button);
    expect(await at.slack.until(() => at.slack.ephemerals[0])).toMatchObject({
      channel: 'C1',
      user: 'U0000002',
      text: '✅ Đã chọn',
    });
    expect(at.slack.messages).toEqual([]);
  });

  it('in a thread is answered in that thread', async () => {
    at.replies(() => showCard(card));
    await person.says('xem NV-1', { channel: 'C1', thread_ts: '3.3', parent_user_id: 'U0BOT' });
    expect(await at.slack.until(() => at.slack.messages[0])).toMatchObject({ threadTs: '3.3' });
  });

  it('waits as long as Slack asks, and comes once', async () => {
    at.slack.fail('chat.postMessage', { kind: 'status', status: 429, headers: { 'retry-after': '1' } });
    at.replies(() => showCard(card));
    await person.command('/xem NV-1', 'C1');
    await at.slack.until(() => at.slack.messages.length === 1);
  });
});

describe('a form', () => {
  it('opens at once when the core answers at once', async () => {
    at.replies(() => formReply);
    await person.presses(message, button);
    expect(await openView()).toMatchObject({ callback_id: 'form', title: { text: 'Xin gia hạn' } });
    expect(at.slack.calls.filter(({ method }) => method === 'views.update')).toEqual([]);
  });

  it('opens in a window that waits for it when the core is slow', async () => {
    at.replies(() => slowly(formReply));
    await person.presses(message, button);
    await viewTitled('Xin gia hạn');
    expect(at.slack.calls.map(({ method }) => method)).toEqual(
      expect.arrayContaining(['views.open', 'views.update']),
    );
  });

  it('that comes too late to open is offered by a button that opens it', async () => {
    at.replies(() => formReply);
    await person.presses(message, button, 'expired');
    const { body } = await at.slack.until(() => at.slack.responses[0]);
    const [again] = buttonsIn(body.blocks);
    expect(again).toMatchObject({ text: words.openForm, action_id: 'task.extend', value: '1' });
    if (again) await person.presses(message, again);
    await viewTitled('Xin gia hạn');
  });

  it('asked for in a message is offered by a button that says it again', async () => {
    at.replies(() => formReply);
    await person.says('giao');
    const offered = await at.slack.until(() => at.slack.messages[0]);
    const [open] = buttonsIn(offered.blocks);
    expect(open).toMatchObject({ action_id: 'slack.run', value: 'giao' });
    if (open) await person.presses(offered, open);
    await viewTitled('Xin gia hạn');
    expect(at.heard.at(-1)?.what).toMatchObject({ kind: 'command', word: 'giao' });
  });

  it('refused keeps its window, with the errors at their fields', async () => {
    at.replies(({ what }) =>
      what.kind === 'submit' ? { kind: 'formErrors', errors: { date: 'Chưa rõ hạn' } } : formReply,
    );
    await person.presses(message, button);
    const view = await openView();
    expect(await person.submits(view, { reason: 'chờ số liệu' })).toEqual({
      response_action: 'errors',
      errors: { 'date|1': 'Chưa rõ hạn' },
    });
    expect(at.heard.at(-1)).toMatchObject({
      place: { chatId: 'C1' },
      what: {
        action: 'task.extend',
        id: '1',
        values: { reason: ['chờ số liệu'] },
        message: { messageId: '7.7' },
      },
    });
    // Sent once more, it is another event: nothing is taken for a repeat.
    await person.submits(view, { date: '20/4' });
    expect(new Set(at.heard.slice(-2).map(({ eventId }) => eventId)).size).toBe(2);
  });

  it('refused late shows the errors and keeps what was typed', async () => {
    at.replies(() => formReply);
    await person.presses(message, button);
    const view = await openView();
    const { promise, resolve } = Promise.withResolvers<Reply>();
    at.replies(() => promise);
    const response = await person.submits(view, { date: 'hôm qua' });
    expect(response).toMatchObject({ response_action: 'update', view: { callback_id: 'notice' } });
    resolve({ kind: 'formErrors', errors: { date: 'Hạn đã qua' } });
    const again = await at.slack.until(() =>
      [...at.slack.views.values()].find((each) => JSON.stringify(each).includes('Hạn đã qua')),
    );
    expect(JSON.stringify(again)).toContain('"initial_value":"hôm qua"');
  });

  it('writes a picked day into its text field', async () => {
    at.replies(() => formReply);
    await person.presses(message, button);
    const view = await openView();
    await person.inView(view, {
      action_id: 'day.pick',
      block_id: 'pick:date',
      type: 'datepicker',
      selected_date: '2016-04-20',
    });
    await at.slack.until(() =>
      JSON.stringify([...at.slack.views.values()]).includes('"initial_value":"2016-04-20"'),
    );
  });
});
