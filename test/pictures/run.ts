/** `npm run pictures`: plays the story on a bot of its own and takes the pictures that README shows. From run to
 *  run they differ by a few points at most, because the bot's clock stands. Needs Chromium where test/browser/browser.ts looks for it. */
import { startBrowser } from '../browser/browser.ts';
import { bring, openPage, pictureOfCard, pictureOfPage, type Window } from './shots.ts';
import { openStage } from './stage.ts';
import { type Seat, scenesOf, seatsOf } from './story.ts';

const desk: Window = { width: 1440, height: 900, sharp: false };
/** One conversation, wide enough for a card, high enough for the longest. */
const single: Window = { width: 960, height: 1600, sharp: true };
const phone: Window = { width: 390, height: 844, sharp: true, phone: true };

const stage = await openStage();
const browser = await startBrowser();
try {
  const seats = await seatsOf(stage);
  const scenes = scenesOf(stage);
  const card = async (seat: Seat, words: string, name: string) => {
    const page = await openPage(browser, stage.address, [seat], single);
    await pictureOfCard(page, words, name);
    await page.close();
  };

  await scenes.meeting();
  await card(seats.official, 'Đã lập biên bản', 'meeting.png');
  await scenes.task();
  await scenes.programme();
  await card(seats.official, 'Nội dung phối hợp', 'programme.png');
  await scenes.direction();
  await card(seats.general, 'Ý kiến chỉ đạo về NV-1', 'direction.png');
  await scenes.drafts();
  await card(seats.partnerOffice, 'nộp bản 2 dự thảo', 'draft.png');
  await scenes.opinions();
  await card(seats.chief, 'Xin ý kiến', 'opinion.png');
  const three = [seats.official, seats.general, seats.chief];
  const page = await openPage(browser, stage.address, three, desk);
  await bring(page, seats.general, 'NV-1 · dự thảo');
  await pictureOfPage(page, 'playground.png');
  const small = await openPage(browser, stage.address, [seats.chief], phone);
  await pictureOfPage(small, 'phone.png');
  await scenes.summary();
  await card(seats.official, 'Kết quả xin ý kiến', 'summary.png');
} finally {
  await browser.close();
  await stage.stop();
}
