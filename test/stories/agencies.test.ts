import { expect, it } from 'vitest';
import { tellStory } from '../support/story.ts';

it('a department of another agency waits for that agency’s consent, and is not told before', async () => {
  const story = await tellStory();
  const official = story.offices.inAgency('TTTT', 'official');
  const partner = story.offices.inAgency('CNTT', 'official');
  const office = story.offices.headOf('CNTT', 'PTUD');
  await official.says('/giao P. Phát triển ứng dụng chủ trì xây dựng cổng thông tin chung, hạn 29/4');
  await official.presses('Giao việc');
  expect(await office.page()).not.toContain('NV-1');
  // Not the own agency's to decide.
  expect(await partner.page()).toContain('NV-1');
  await partner.presses('Đồng ý');
  expect(await office.page()).toContain('NV-1');
  await office.presses('Nhận việc');
  expect(await official.page()).toMatch(/Phòng Phát triển ứng dụng/);
  expect(story.errors).toEqual([]);
});

it('consent refused: the giver is told why, the department never hears of it', async () => {
  const story = await tellStory();
  const official = story.offices.inAgency('TTTT', 'official');
  const partner = story.offices.inAgency('CNTT', 'official');
  await official.says('/giao P. Phát triển ứng dụng chủ trì xây dựng cổng thông tin chung, hạn 29/4');
  await official.presses('Giao việc');
  const asked = await partner.presses('Không đồng ý');
  expect(asked.form).not.toBeNull();
  const reason = asked.form?.fields[0]?.name ?? '';
  await partner.sends({ [reason]: 'Cục đang quá tải trong quý II' });
  expect(await official.page()).toContain('Cục đang quá tải trong quý II');
  expect(await story.offices.headOf('CNTT', 'PTUD').page()).not.toContain('NV-1');
  expect(story.errors).toEqual([]);
});

it('people see the tasks of their own agency and those it takes part in, nothing else', async () => {
  const story = await tellStory();
  const official = story.offices.inAgency('TTTT', 'official');
  await official.says('/giao P. TH chuẩn bị nhân sự nội bộ, hạn 29/4');
  await official.presses('Giao việc');
  const stranger = story.offices.inAgency('CNTT', 'leader');
  expect((await stranger.says('/xem NV-1')).text).toContain('Không thấy nhiệm vụ NV-1');
  expect((await stranger.says('/tinhhinh của Trung tâm Thông tin')).text).not.toContain('NV-1');
  expect((await stranger.says('/nhac NV-1')).text).not.toContain('nhân sự nội bộ');
  expect((await stranger.says('/nhan NV-1')).text).not.toContain('nhân sự nội bộ');
  expect(story.errors).toEqual([]);
});

it('two heads press at once: one accepts, the other is told who did', async () => {
  const story = await tellStory();
  const official = story.offices.inAgency('TTTT', 'official');
  const head = story.offices.headOf('TTTT', 'TH');
  await official.says('/giao P. TH rà soát văn bản, hạn 15/4');
  await official.presses('Giao việc');
  const card = (await head.messages()).findLast((message) => message.card !== null);
  const colleague = story.offices.named('Chuyên viên Phòng Tổng hợp');
  const { web } = story.app;
  const answers = await Promise.all(
    [head, colleague].map(({ userId }) =>
      web?.conversation.press({ userId, messageId: card?.id ?? '', action: 'task.accept', id: '1' }),
    ),
  );
  const texts = answers.map((answer) => JSON.stringify(answer?.reply));
  // Whoever was first is told it is theirs, the other who was.
  expect(texts.filter((text) => text.includes('đã nhận NV-1')).length).toBe(1);
  expect(
    texts.filter((text) =>
      /lúc 16:41.*(Trưởng phòng|Chuyên viên)|(Trưởng phòng|Chuyên viên).*lúc 16:41/.test(text),
    ).length,
  ).toBe(1);
  const events = await story.app.database.db
    .selectFrom('event')
    .select('kind')
    .where('kind', '=', 'assignment.accepted')
    .execute();
  expect(events.length).toBe(1);
  expect(story.errors).toEqual([]);
});
