/** The offices of test/tasks, whose people also hand in drafts. */
import type { Kysely } from 'kysely';
import type { Feature } from '../../src/chat/feature.ts';
import type { FileIn } from '../../src/chat/incoming.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { Database } from '../../src/database/tables.ts';
import { draftsFeature } from '../../src/drafts/feature.ts';
import { versionsOfTask } from '../../src/drafts/load.ts';
import { tasksFeature } from '../../src/tasks/feature.ts';
import { type Given, giveNow, type Office, speaker } from '../tasks/office.ts';

/** Both as one that listens. */
const feature: Feature = {
  commands: [...draftsFeature.commands, ...tasksFeature.commands],
  actions: [...draftsFeature.actions, ...tasksFeature.actions],
  renderers: {},
  onReply: async (said, context) =>
    (await draftsFeature.onReply?.(said, context)) ?? (await tasksFeature.onReply?.(said, context)) ?? null,
  ...(draftsFeature.onFiles ? { onFiles: draftsFeature.onFiles } : {}),
  ticks: [],
};

export function author(
  db: Kysely<Database>,
  personId: number,
  options: { room?: number; language?: 'en' } = {},
) {
  return speaker(db, personId, { ...options, feature });
}

export function textFile(text: string, name = 'Dự thảo.txt'): FileIn {
  const content = Buffer.from(text);
  return { name, mime: 'text/plain', sizeBytes: content.byteLength, read: async () => content };
}

/** A task of both agencies: P. Tổng hợp and P. Phát triển ứng dụng in the lead, P. Kế hoạch beside them; all agreed to. */
export async function giveJointly(db: Kysely<Database>, office: Office): Promise<Given> {
  const given = await giveNow(db, office, { lead: [office.th, office.ptud], coordinating: [office.kh] });
  await speaker(db, office.otherOfficial).presses('consent.give', given.partOf(office.ptud));
  return given;
}

export async function versionOf(db: Kysely<Database>, { taskId }: Given, number: number) {
  const version = (await versionsOfTask(db, taskId)).find((each) => each.number === number);
  if (!version) throw new Error(`NV-${taskId} has no version ${number}`);
  return version;
}

/** Every word of a card, as it would be read. */
export function allOf(reply: Reply | null): string {
  return JSON.stringify(reply);
}
