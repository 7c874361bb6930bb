import { expect, it } from 'vitest';
import { castOf } from '../../src/demo/demo.ts';
import type { Player, Seen } from '../../src/demo/player.ts';
import { playStory } from '../../src/demo/script.ts';
import { tellStory } from '../support/story.ts';

/** Plays the demo's own script and keeps what everybody saw. */
async function played() {
  const story = await tellStory();
  const said: { who: string; did: string; text: string }[] = [];
  const cast = await castOf(story.app);
  const screens = new Map<string, Player>();
  await playStory(cast, {
    scene: () => {},
    act: (who: Player, did: string, seen: Seen) => {
      screens.set(who.name, who);
      said.push({ who: who.name, did, text: seen.text });
    },
    look: async (who) => {
      screens.set(who.name, who);
    },
  });
  const answerTo = (did: string) => said.findLast((each) => each.did.startsWith(did))?.text ?? '';
  return { story, cast, answerTo };
}

it('plays the story of April 2016 from the first command to the leader’s answer', async () => {
  const { story, cast, answerTo } = await played();
  expect(story.errors).toEqual([]);

  // The preview says how the words were understood.
  const preview = answerTo('/giao');
  for (const words of [
    'Phòng Tổng hợp',
    'Văn phòng Cục',
    'Phòng Kế hoạch',
    'giữa tháng 4',
    'thứ Sáu, 15/4/2016',
  ]) {
    expect(preview).toContain(words);
  }

  // Both sides saw it arrive, the other agency only after its consent.
  expect(await cast.general.page()).toContain('NV-1');
  expect(await cast.partnerOffice.page()).toContain('NV-1');

  // The reminder of 7 working days came in the morning of 6 April, and said what is due.
  expect(await cast.general.page()).toMatch(/Nhắc việc NV-1: còn 7 ngày làm việc/);
  // The comment crossed to the other agency under its author's name.
  expect(await cast.partnerOffice.page()).toContain('danh mục dự án ưu tiên');
  expect(await cast.partnerOffice.page()).toContain('Trưởng phòng Tổng hợp');

  // 15/4 was granted to be 20/4; on the 22nd two working days have gone by.
  expect(answerTo('/quahan')).toMatch(/quá hạn 2 ngày làm việc/);
  expect(answerTo('/xem')).toContain('20/4/2016');
  expect(answerTo('/xem')).toContain('xin gia hạn');
}, 60_000);
