/** Draws what the people concerned are told about a programme, each message about one event. */
import { z } from 'zod';
import type { Block, Tone } from '../chat/card.ts';
import type { Renderer } from '../chat/feature.ts';
import { fileRefs } from '../files/readFile.ts';
import { programmeTitle } from './card.ts';
import { openButton } from './cardButtons.ts';
import { drawLiveProgramme, maySee } from './drawCard.ts';
import { eventText } from './history.ts';
import { loadProgramme } from './load.ts';

const cardFacts = z.object({ programmeId: z.number() });
const newsFacts = z.object({ programmeId: z.number(), eventId: z.number() });

/** The announcement is the living card itself. */
export const drawAnnounced: Renderer = (facts, viewer) =>
  drawLiveProgramme(cardFacts.parse(facts).programmeId, viewer);

export const drawNews: Renderer = async (facts, viewer) => {
  const { programmeId, eventId } = newsFacts.parse(facts);
  const { db, now, t } = viewer;
  const programme = await loadProgramme(db, programmeId, now);
  if (!programme || !(await maySee(programme, viewer))) return null;
  const event = await db
    .selectFrom('event as e')
    .leftJoin('person as p', 'p.id', 'e.person_id')
    .leftJoin('agency as a', 'a.id', 'p.agency_id')
    .select(['e.at', 'e.kind', 'e.data', 'p.name as person', 'a.code as agencyCode'])
    .where('e.id', '=', eventId)
    .executeTakeFirst();
  if (!event) return null;
  const words = t.programmes.news;
  const what = eventText(event, t);
  const by = event.person === null ? t.programmes.history.bot : event.person;
  const who = event.agencyCode === null ? by : t.programmes.history.person(by, event.agencyCode);
  const { fileId } = z.object({ fileId: z.number().optional() }).parse(event.data);
  const file = fileId === undefined ? undefined : (await fileRefs(db, [fileId])).get(fileId);
  const blocks: Block[] = [
    { kind: 'text', text: programmeTitle(programme, t), style: 'strong' },
    ...(what.length > titleMax ? [{ kind: 'text' as const, text: what }] : []),
    { kind: 'text', text: words.by(who, t.dates.shortMoment(event.at)), style: 'small' },
  ];
  return {
    title: words.title(
      t.programmes.code(programmeId),
      what.length > titleMax ? `${what.slice(0, titleMax)}…` : what,
    ),
    tone: tones[event.kind] ?? 'neutral',
    blocks,
    buttons: [[openButton(programmeId, { t })]],
    ...(file ? { files: [{ fileId: file.fileId, name: file.name, sizeBytes: file.sizeBytes }] } : {}),
  };
};

const titleMax = 120;

const tones: Readonly<Record<string, Tone>> = {
  'programme.consented': 'good',
  'programme.consentRefused': 'warning',
  'programme.signingSettled': 'good',
  'programme.statusChanged': 'good',
  'programme.yearMissed': 'bad',
};
