/** The form of /giao, fresh and over a preview. */
import { describe, expect, it } from 'vitest';
import type { Form, FormValues } from '../../../src/chat/form.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { cardOf, pressOn, storyTime, textOf } from './office.ts';
import { openOffice, untouched } from './opening.ts';

const { database, office, official } = openOffice();

function formOf(reply: Reply): Form {
  if (reply.kind !== 'form') throw new Error(`a ${reply.kind} is no form`);
  return reply.form;
}

const filled = (): FormValues => ({
  title: ['dự thảo chương trình phối hợp'],
  lead: [`${office.th}`],
  coordinating: [`${office.ptud}`],
  deadline: ['giữa tháng 4'],
  urgency: ['urgent'],
  sourceNumber: ['123/UBDT-TTTT'],
  sourceDate: ['2016-04-01'],
});

it('/giao without words opens it, and what was filled in is shown before it is given', async () => {
  const form = formOf(await official.says(''));
  expect(form).toMatchObject({ action: 'assign.new', id: 'new' });
  const card = cardOf(await official.sends(form.action, form.id, filled()));
  expect(textOf(card).split('\n')).toEqual([
    'Xem lại trước khi giao',
    'dự thảo chương trình phối hợp',
    'Chủ trì: Phòng Tổng hợp',
    'Phối hợp: Phòng Phát triển ứng dụng (CNTT)',
    'Hạn: thứ Sáu, 15/4/2016 (“giữa tháng 4”)',
    'Độ khẩn: khẩn',
    'Căn cứ: 123/UBDT-TTTT ngày 1/4/2016',
    'Hạn: “giữa tháng” hiểu là ngày 15.',
    'Đơn vị của cơ quan bạn, việc chờ cơ quan đó đồng ý: Phòng Phát triển ứng dụng (CNTT).',
    '[Giao việc] [Sửa] [Huỷ]',
  ]);
});

describe('a field that is at fault is named', () => {
  const cases: [string, FormValues, string, string][] = [
    ['no title', { title: [] }, 'title', 'Xin nêu nội dung công việc.'],
    ['no lead', { lead: [] }, 'lead', 'Cần ít nhất một đơn vị chủ trì.'],
    [
      'a lead nobody knows',
      { lead: ['Phòng Đối ngoại'] },
      'lead',
      'Chưa rõ “Phòng Đối ngoại” là đơn vị nào.',
    ],
    ['no date', { deadline: ['sớm nhất có thể'] }, 'deadline', 'Chưa rõ hạn “sớm nhất có thể”.'],
    ['no rhythm', { recurrence: ['thỉnh thoảng'] }, 'recurrence', 'Chưa rõ lặp lại “thỉnh thoảng”.'],
    ['no day', { sourceDate: ['hôm nào đó'] }, 'sourceDate', 'Chưa rõ ngày văn bản “hôm nào đó”.'],
  ];
  it.each(cases)('%s', async (_name, values, field, message) => {
    const refused = await official
      .sends('assign.new', 'new', { ...filled(), ...values })
      .catch((e: unknown) => e);
    expect(refused).toMatchObject({ message, field });
  });
});

it('Sửa with nothing touched leaves the preview as it was, open questions too', async () => {
  for (const line of [
    'P. Tổng hợp chủ trì, phối hợp với Cục CNTT dự thảo chương trình giữa tháng 4, khẩn',
    'P. Tổng hợp chủ trì chuẩn bị họp ngày 20/4',
    'giao P. Kế hoạch báo cáo tiến độ trước ngày 25 hằng tháng',
    'giao P. Kế hoạch họp báo trước 17h ngày 15/4',
  ]) {
    const preview = await official.says(line);
    const form = formOf(await pressOn(official, preview, 'Sửa'));
    const after = await official.sends(form.action, form.id, untouched(form));
    expect(textOf(cardOf(after))).toBe(textOf(cardOf(preview)));
  }
});

it('Sửa changes what was changed', async () => {
  const preview = await official.says('P. Tổng hợp dự thảo chương trình giữa tháng 4');
  const form = formOf(await pressOn(official, preview, 'Sửa'));
  const values = { ...untouched(form), lead: [`${office.kh}`], deadline: ['20/4'] };
  const after = textOf(cardOf(await official.sends(form.action, form.id, values)));
  expect(after).toContain('Chủ trì: Phòng Kế hoạch');
  expect(after).toContain('Hạn: thứ Tư, 20/4/2016 (“20/4”)');
});

it('with more departments than a list can show, names are typed', async () => {
  const many = Array.from({ length: 120 }, (_, n) => ({
    agency_id: office.cntt,
    code: `D${n}`,
    name: `Đội số ${n}`,
    created_at: storyTime,
  }));
  await database.db.insertInto('department').values(many).execute();
  const preview = await official.says(
    'P. Tổng hợp chủ trì, phối hợp với Phòng Phát triển ứng dụng soạn đề án trước 20/4',
  );
  const form = formOf(await pressOn(official, preview, 'Sửa'));
  const lead = form.fields.find((field) => field.name === 'coordinating');
  expect(lead?.input).toEqual({ kind: 'line', initial: 'CNTT/PTUD' });
  const after = await official.sends(form.action, form.id, untouched(form));
  expect(textOf(cardOf(after))).toBe(textOf(cardOf(preview)));
  const values = { ...untouched(form), lead: ['P. Kế hoạch, Đội số 7'] };
  const changed = textOf(cardOf(await official.sends(form.action, form.id, values)));
  expect(changed).toContain('Chủ trì: Phòng Kế hoạch, Đội số 7 (CNTT)');
});
