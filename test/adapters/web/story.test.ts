import { expect, test } from 'vitest';
import { storyOf } from '../../../adapters/web/story.ts';
import { playground } from '../../../src/locale/vi/playground.ts';
import { sampleDirectory } from './sampleDirectory.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

test('the steps use the departments that are there, from giving to asking', () => {
  const story = storyOf(sampleDirectory, playground.story, day('2016-04-05'));
  expect(
    story?.parts.map(({ steps }) =>
      steps.map((step) => step.buttons.map(({ seat, line }) => [seat.userId, seat.chatId, line])),
    ),
  ).toEqual([
    [
      [
        [
          'c-official',
          'private-c-official',
          '/giao Phòng Tổng hợp chủ trì, phối hợp với Phòng Kế hoạch dự thảo nội dung chương trình phối hợp 5 năm, trình lãnh đạo hai cơ quan giữa tháng 4',
        ],
      ],
      [
        ['c-head', 'room-1', null],
        ['o-official', 'private-o-official', null],
        ['o-head', 'room-2', null],
      ],
      [['c-leader', 'private-c-leader', '/tinhhinh']],
    ],
    [
      [
        ['c-head', 'private-c-head', null],
        ['o-head', 'room-2', null],
      ],
      [['c-official', 'private-c-official', '/xinykien']],
      [
        ['c-leader', 'private-c-leader', null],
        ['o-leader', 'private-o-leader', null],
      ],
    ],
  ]);
  expect(story?.parts[1]?.steps[0]?.buttons[0]?.draft).toBe(true);
});

test.each([
  ['2016-04-10', 4],
  ['2016-04-11', 5],
  ['2016-12-20', 1],
])('given on %s, the middle of month %i lies ahead', (today, month) => {
  const story = storyOf(sampleDirectory, playground.story, day(today));
  expect(story?.parts[0]?.steps[0]?.buttons[0]?.line).toMatch(new RegExp(`giữa tháng ${month}$`));
});

test.each([
  ['nobody', { people: [], rooms: [] }],
  [
    'one agency',
    { ...sampleDirectory, rooms: sampleDirectory.rooms.filter((room) => room.agencyCode === 'TTTT') },
  ],
])('%s: no story', (_name, directory) => {
  expect(storyOf(directory, playground.story, day('2016-04-05'))).toBeNull();
});
