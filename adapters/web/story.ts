/** The newcomer's path: two parts of three steps, each step with buttons that open the right conversations and type the line.
 *  Pure. */
import { privateChatOf } from './places.ts';
import type { Directory, DirectoryPerson, DirectoryRoom } from './playground.ts';
import type { StoryWords } from './words.ts';

type StoryStep = {
  title: string;
  text: string;
  buttons: StoryButton[];
  /** With the button that moves the clock to the next reminder. */
  clock?: true;
};

export type StoryPart = { title: string; steps: StoryStep[] };

/** A conversation as one of its people sees it. */
export type Seat = { userId: string; chatId: string };

/** `draft`: with a sample draft attached to what is to be sent. */
export type StoryButton = { label: string; seat: Seat; line: string | null; draft?: true };

export type Story = {
  parts: StoryPart[];
  /** The conversations to show beside each other at first, the most important first. */
  seats: Seat[];
};

/** Null when the organisation has no two departments and no official to play it with. `today`: of the bot's clock. */
export function storyOf(directory: Directory, words: StoryWords, today: Temporal.PlainDate): Story | null {
  const official = directory.people.find((person) => person.roles.includes('official'));
  if (!official) return null;
  const lead = departmentRoom(directory, (code) => code === official.agencyCode);
  const partner = departmentRoom(directory, (code) => code !== official.agencyCode);
  if (!lead || !partner) return null;
  const partnerOfficial = directory.people.find(
    ({ agencyCode, roles }) => agencyCode === partner.room.agencyCode && roles.includes('official'),
  );
  const leaderOf = (code: string) =>
    directory.people.find(({ agencyCode, roles }) => agencyCode === code && roles.includes('leader'));
  const leader = leaderOf(official.agencyCode);
  const leaders = [leader, leaderOf(partner.room.agencyCode)].filter((each) => each !== undefined);
  const privately = ({ userId }: DirectoryPerson): Seat => ({ userId, chatId: privateChatOf(userId) });
  const inRoom = ({ room, head }: Department): Seat => ({ userId: head.userId, chatId: room.chatId });
  const opens = (label: string, seat: Seat): StoryButton => ({ label, seat, line: null });

  const line = words.giveLine({ lead: lead.name, partner: partner.name, month: monthWithMiddleAhead(today) });
  const answers = [opens(words.openRoom(lead.room.title), inRoom(lead))];
  if (partnerOfficial) answers.push(opens(words.consent, privately(partnerOfficial)));
  answers.push(opens(words.openRoom(partner.room.title), inRoom(partner)));
  const asks = leader ? [{ label: words.askNow, seat: privately(leader), line: words.askLine }] : [];
  const tasks: StoryStep[] = [
    { ...words.give, buttons: [{ label: words.giveNow, seat: privately(official), line }] },
    { ...words.answer, buttons: answers },
    { ...words.follow, buttons: asks, clock: true },
  ];
  const drafts: StoryStep[] = [
    {
      ...words.handIn,
      buttons: [
        // In private: a file in a room, said to nobody, is not for the bot.
        { ...opens(words.handInNow, privately(lead.head)), draft: true },
        opens(words.openRoom(partner.room.title), inRoom(partner)),
      ],
    },
    {
      ...words.askOpinions,
      buttons: [{ label: words.askOpinionsNow, seat: privately(official), line: words.askOpinionsLine }],
    },
    { ...words.giveOpinion, buttons: leaders.map((each) => opens(each.name, privately(each))) },
  ];
  return {
    parts: [
      { title: words.tasks, steps: tasks },
      { title: words.drafts, steps: drafts },
    ],
    seats: [
      privately(official),
      inRoom(lead),
      partnerOfficial ? privately(partnerOfficial) : inRoom(partner),
      ...(leader ? [privately(leader)] : []),
    ],
  };
}

type Department = { room: DirectoryRoom; head: DirectoryPerson; name: string };

/** The first room of a department, with one who answers for it: its head, else any member. */
function departmentRoom(directory: Directory, ofAgency: (code: string) => boolean): Department | null {
  for (const room of directory.rooms) {
    if (room.departmentCode === null || !ofAgency(room.agencyCode)) continue;
    const members = directory.people.filter(
      ({ userId, departments }) => departments.length > 0 && room.memberUserIds.includes(userId),
    );
    const head = members.find((person) => person.head) ?? members[0];
    if (head) return { room, head, name: head.departments[0] ?? room.title };
  }
  return null;
}

/** So that "giữa tháng …" names a day to come, with room for a reminder before it. */
function monthWithMiddleAhead(today: Temporal.PlainDate): number {
  return (today.day <= 10 ? today : today.add({ months: 1 })).month;
}
