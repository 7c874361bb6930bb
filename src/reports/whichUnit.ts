/** A name in a question fits several units: the asker chooses one, and the question goes on with it. */
import { type Card, cardLimits } from '../chat/card.ts';
import type { Context } from '../chat/context.ts';
import { UserError } from '../chat/errors.ts';
import type { KnownUnit, UnitMention } from '../language/matching/unit.ts';
import { type ListRequest, writeRequest } from './listRequest.ts';
import type { Asked } from './request.ts';

/** Null: no name is unclear. `requestOf`: the question as a list. `action`: takes the request of the chosen unit.
 *  @throws UserError when several names are unclear, or the question is too long for a button */
export function whichUnit(
  query: Asked,
  { requestOf, action }: { requestOf: (query: Asked) => ListRequest; action: string },
  { t }: Pick<Context, 't'>,
): Card | null {
  const unclear = query.units.filter((mention) => !mention.sure && mention.candidates.length > 1);
  const [mention] = unclear;
  if (!mention) return null;
  const words = t.reports.situation;
  const units = mention.candidates.slice(0, offeredMax).map((candidate) => candidate.unit);
  const choices = units.map((unit) => ({
    unit,
    id: writeRequest(requestOf(withUnit(query, mention, unit))),
  }));
  if (unclear.length > 1 || choices.some(({ id }) => id === null)) {
    const names = units.map((unit) => `${shortName(unit)} (${unit.name})`);
    throw new UserError(words.whichUnit(mention.text), words.whichUnitMend(names.join('; ')));
  }
  return {
    title: words.whichUnit(mention.text).slice(0, cardLimits.title),
    tone: 'neutral',
    blocks: [
      { kind: 'text', text: words.chooseUnit },
      {
        kind: 'list',
        items: choices.map(({ unit, id }) => ({
          text: `${unit.name} (${unit.agencyCode})`,
          button: { label: shortName(unit).slice(0, cardLimits.buttonLabel), action, id: id ?? '' },
        })),
      },
    ],
    buttons: [],
  };
}

/** As many as one looks through. */
const offeredMax = 5;

function withUnit(query: Asked, mention: UnitMention, unit: KnownUnit): Asked {
  const units = query.units.map((each) =>
    each === mention
      ? { ...each, sure: true, candidates: each.candidates.filter((one) => one.unit === unit) }
      : each,
  );
  return { ...query, units };
}

function shortName({ kind, agencyCode, code }: KnownUnit): string {
  return kind === 'agency' ? code : `${agencyCode}/${code}`;
}
