import { expect, it } from 'vitest';
import { programmeMentions, withoutMentions } from '../../../src/language/programmes/programmeMention.ts';

it.each([
  [
    'P. TH lập danh mục dữ liệu thuộc CT-1 nội dung 2, hạn 20/4',
    1,
    '2',
    'P. TH lập danh mục dữ liệu , hạn 20/4',
  ],
  ['P. TH lập danh mục, thuộc CT-12, nội dung 1.2', 12, '1.2', 'P. TH lập danh mục'],
  ['P. TH lập danh mục (ct-1 mục 3) hạn 20/4', 1, '3', 'P. TH lập danh mục hạn 20/4'],
  ['nội dung 2 của CT-1: P. TH rà soát', 1, '2', ': P. TH rà soát'],
  ['P. TH ra soat thuoc chuong trinh CT 4', 4, null, 'P. TH ra soat'],
  ['P. TH rà soát thuộc CT1', 1, null, 'P. TH rà soát'],
  ['TH to review the list under CT-3 content 2.1', 3, '2.1', 'TH to review the list'],
] as const)('%s', (text, programmeId, content, rest) => {
  const mentions = programmeMentions(text);
  expect(mentions).toMatchObject([{ programmeId, content }]);
  expect(withoutMentions(text, mentions).replace(/\s+/gu, ' ').trim()).toBe(rest);
});

it.each([
  'triển khai CT số 05/CT-TTg',
  'triển khai CT 05/CT-TTg',
  'thực hiện chỉ thị CT 16',
  'thuộc CT-0',
  'nội dung 2',
  'CT-1/UBDT',
  'NV-CT-1',
])('names no programme: %s', (text) => {
  expect(programmeMentions(text)).toEqual([]);
});

it.each(['P. TH rà soát CT-1', 'P. TH thực hiện chương trình CT-1, mục 3: lập báo cáo'])(
  'is the work itself, and stays in its words: %s',
  (text) => {
    const mentions = programmeMentions(text);
    expect(mentions).toMatchObject([{ programmeId: 1, apart: false }]);
    expect(withoutMentions(text, mentions)).toBe(text);
  },
);

it('two lines, two programmes', () => {
  const text = '1. P. TH làm A thuộc CT-1\n2. VP làm B thuộc CT-2 nội dung 1';
  expect(programmeMentions(text).map(({ programmeId, content }) => [programmeId, content])).toEqual([
    [1, null],
    [2, '1'],
  ]);
});
