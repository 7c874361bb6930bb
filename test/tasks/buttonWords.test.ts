/** Words for what is usually done with a button: /tuchoi, /huy, /sua. */
import { beforeAll, expect, it } from 'vitest';
import { indexCommands } from '../../src/chat/commandIndex.ts';
import { helpCard } from '../../src/chat/help.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { slackCommands } from '../../src/commands/manifest.ts';
import { rememberLiveCard } from '../../src/delivery/liveCards.ts';
import { localeFor } from '../../src/locale/locale.ts';
import { tasksFeature } from '../../src/tasks/feature.ts';
import { givingFeature } from '../../src/tasks/giving/feature.ts';
import { testDatabase } from '../support/database.ts';
import { giveNow, makeOffice, type Office, saidIn, speaker, statusOf, storyTime } from './office.ts';

const database = testDatabase();
let office: Office;
beforeAll(async () => {
  office = await makeOffice(database.db);
});

const as = (person: number) => speaker(database.db, person);
const give = () => giveNow(database.db, office, { lead: [office.th], coordinating: [office.kh] });
const initialsOf = (reply: Reply) =>
  reply.kind === 'form'
    ? Object.fromEntries(reply.form.fields.map(({ name, input }) => [name, input.initial]))
    : {};

it('/tuchoi declines with the reason on the line, and asks for it when there is none', async () => {
  const given = await give();
  const code = `NV-${given.taskId}`;
  const asked = await as(office.thHead).says('tuchoi', code);
  expect(asked).toMatchObject({
    kind: 'form',
    form: { action: 'task.decline', id: `${given.partOf(office.th)}` },
  });
  // A sentence that begins so declines nothing by itself.
  const sentence = await as(office.thHead).says('tuchoi', 'bao nhiêu việc tháng này?');
  expect(initialsOf(sentence)).toEqual({ words: 'bao nhiêu việc tháng này?' });
  expect(await statusOf(database.db, given, office.th)).toBe('assigned');
  await as(office.thHead).says('tuchoi', `${code} không thuộc chức năng của phòng`);
  expect(await statusOf(database.db, given, office.th)).toBe('declined');
  await expect(as(office.ptudHead).says('tuchoi', `${code} bận`)).rejects.toThrow(
    `Không thấy nhiệm vụ ${code}`,
  );
  await expect(as(office.official).says('tuchoi', `${code} bận`)).rejects.toThrow();
});

it('/huy asks before, with the reason as far as it was said; only the giving side may', async () => {
  const given = await give();
  const code = `NV-${given.taskId}`;
  const asked = await as(office.official).says('huy', `${code} trùng với NV-9`);
  expect(asked).toMatchObject({ kind: 'form', form: { action: 'task.cancel', id: `${given.taskId}` } });
  expect(initialsOf(asked)).toEqual({ words: 'trùng với NV-9' });
  expect(await statusOf(database.db, given, office.th)).toBe('assigned');
  await expect(as(office.thHead).says('huy', code)).rejects.toThrow();
  await expect(as(office.stranger).says('huy', code)).rejects.toThrow(`Không thấy nhiệm vụ ${code}`);
});

it('without a code it means the task of the card that is answered, else lets one of the own be chosen', async () => {
  const given = await give();
  const card = { chatId: 'private', threadId: '', messageId: 'card' };
  await database.db.transaction().execute((trx) =>
    rememberLiveCard(trx, storyTime, {
      subject: { kind: 'task', id: given.taskId },
      platform: 'web',
      message: card,
      for: { personId: office.official },
    }),
  );
  const asked = await as(office.official).says('huy', '', { replyTo: card });
  expect(asked).toMatchObject({ kind: 'form', form: { id: `${given.taskId}` } });
  const several = await as(office.official).says('huy', '');
  const items =
    several.kind === 'card'
      ? several.card.blocks.flatMap((block) => (block.kind === 'list' ? block.items : []))
      : [];
  expect(items.map(({ button }) => button)).toContainEqual({
    label: `NV-${given.taskId}`,
    action: 'task.cancel',
    id: `${given.taskId}`,
  });
  await expect(as(office.leader).says('huy', '')).rejects.toThrow();
  await expect(as(office.official).says('huy', 'NV-1x')).rejects.toThrow();
});

it('/sua opens the form of the change, with the date on the line filled in', async () => {
  const given = await give();
  const editing = (person: number) => speaker(database.db, person, { feature: givingFeature });
  const asked = await editing(office.official).says('sua', `NV-${given.taskId} hạn 20/4`);
  expect(saidIn(asked)).toBe(`Sửa NV-${given.taskId}`);
  expect(initialsOf(asked)).toMatchObject({ deadline: 'hạn 20/4', title: 'Dự thảo nội dung phối hợp' });
  const plain = await editing(office.official).says('sua', `NV-${given.taskId}`);
  expect(initialsOf(plain)).toMatchObject({ deadline: '2016-04-15' });
  await expect(editing(office.thHead).says('sua', `NV-${given.taskId}`)).rejects.toThrow();
});

it('they stand in no menu, but are explained when asked for', () => {
  const t = localeFor('vi', 'Asia/Ho_Chi_Minh');
  expect(slackCommands(t).map(({ word }) => word)).not.toEqual(expect.arrayContaining(['huy']));
  const commands = [...tasksFeature.commands, ...givingFeature.commands];
  expect(JSON.stringify(helpCard(commands, null, t))).not.toContain('/huy');
  const index = indexCommands([tasksFeature, givingFeature]);
  for (const word of ['từ chối', '/huỷ', 'hủy', '/cancel', 'sửa', '/decline', 'edit']) {
    expect(index.find(`${word} NV-1`)?.command.unlisted).toBe(true);
  }
});
