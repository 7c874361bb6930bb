/** Buttons that only show: the round's card, its draft, its summary, and what was said as tasks to give. */

import type { FileRef } from '../chat/card.ts';
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { Action } from '../chat/feature.ts';
import { fieldValue } from '../chat/form.ts';
import { type Reply, tellAsker } from '../chat/reply.ts';
import { fileRefs } from '../files/readFile.ts';
import { previewFrom } from '../tasks/giving/giveCommand.ts';
import { shorten } from '../tasks/giving/shorten.ts';
import { versionText } from './card.ts';
import { openRoundButton, showRound } from './draw.ts';
import { takeRound } from './locked.ts';
import { maySeeOpinion, type RoundView, type SeatView } from './round.ts';
import { viewerOfPerson } from './viewer.ts';

export const openRoundAction: Action = {
  name: 'opinion.open',
  press: async (id, context) => showRound(await takeRound(id, 'see', context), context),
};

/** The draft that the round is about. */
export const draftAction: Action = {
  name: 'opinion.draft',
  async press(id, context) {
    const { t } = context;
    const round = await takeRound(id, 'see', context);
    const { version } = round;
    if (!version) throw new UserError(t.opinions.refusals.noDraft, t.opinions.refusals.lookAgain);
    const text =
      version.text === null ? [] : [{ kind: 'quote' as const, text: version.text, by: version.by }];
    return tellAsker({
      title: t.opinions.card.draftOf(t.opinions.code(round.id)),
      tone: 'neutral',
      blocks: [{ kind: 'text', text: versionText(version, t) }, ...text],
      buttons: [[openRoundButton(round.id, t)]],
      files: version.file ? [version.file] : [],
    });
  },
};

/** The summary, and the files that came with opinions. */
export const summaryAction: Action = {
  name: 'opinion.summary',
  async press(id, context) {
    const { trx, t } = context;
    const round = await takeRound(id, 'read', context);
    const summary = (await fileRefs(trx, round.summaryFileId === null ? [] : [round.summaryFileId]))
      .values()
      .next().value;
    if (!summary) throw new UserError(t.opinions.refusals.noSummary, t.opinions.refusals.lookAgain);
    const files: FileRef[] = [summary, ...round.seats.flatMap((seat) => seat.opinion?.file ?? [])];
    return tellAsker({
      title: t.opinions.card.summaryOf(t.opinions.code(round.id)),
      tone: 'neutral',
      blocks: [{ kind: 'text', text: files.map((file) => file.name).join('\n') }],
      buttons: [[openRoundButton(round.id, t)]],
      files,
    });
  },
};

/** What somebody said becomes tasks, in the usual preview. */
export const tasksAction: Action = {
  name: 'opinion.tasks',
  async press(id, context) {
    const { t } = context;
    const round = await takeRound(id, 'read', context);
    const said = saidIn(round, context);
    const [only] = said;
    if (!only) throw new UserError(t.opinions.refusals.noWords, t.opinions.refusals.lookAgain);
    if (said.length === 1) return previewOf(round, only, context);
    const options = said.map((seat) => ({
      value: `${seat.id}`,
      label: shorten(t.opinions.tasks.option(seat.person.name, seat.opinion?.words ?? ''), optionMax),
    }));
    return {
      kind: 'form',
      form: {
        action: 'opinion.tasks',
        id: `${round.id}`,
        title: t.opinions.tasks.title(t.opinions.code(round.id)),
        fields: [
          {
            name: 'opinion',
            label: t.opinions.tasks.opinion,
            required: true,
            input: { kind: 'choice', options },
          },
        ],
        submit: t.opinions.tasks.submit,
      },
    };
  },
  async submit(id, values, context) {
    const { t } = context;
    const round = await takeRound(id, 'read', context);
    const chosen = saidIn(round, context).find((seat) => `${seat.id}` === fieldValue(values, 'opinion'));
    if (!chosen) throw new UserError(t.opinions.refusals.noWords, t.opinions.refusals.lookAgain, 'opinion');
    return previewOf(round, chosen, context);
  },
};

/** Slack cuts options of a list at 75 characters. */
const optionMax = 75;

function saidIn(round: RoundView, context: Context): SeatView[] {
  const viewer = viewerOfPerson(round, context.who, context);
  return round.seats.filter((seat) => seat.opinion?.words && maySeeOpinion(round, seat, viewer));
}

function previewOf(round: RoundView, { opinion, person }: SeatView, context: Context): Promise<Reply> {
  const text = opinion?.words ?? '';
  const programme = round.programme ? { id: round.programme.id, contentId: null } : null;
  return previewFrom(
    text,
    {
      quoted: { text, by: person.name, link: null },
      belonging: { programme, origin: { kind: 'round', id: round.id } },
    },
    context,
  );
}
