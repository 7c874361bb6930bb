/** A programme to be opened as a card: every part as understood, what is still missing, and Lập once nothing is. Pure. */
import type { Button, Card } from '../chat/card.ts';
import type { Locale } from '../locale/locale.ts';
import { type Organisation, unitLabel } from '../tasks/giving/organisation.ts';
import type { PreviewContent, ProgrammePreview } from './preview.ts';

/** `alike`: programmes of the same title that are there already. */
export function previewCard(
  { id, content }: ProgrammePreview,
  { organisation, alike, t }: { organisation: Organisation; alike: readonly number[]; t: Locale },
): Card {
  const words = t.programmes.opening;
  const questions = questionsOf(content, organisation, t);
  const agencies = [content.openingAgencyId, ...content.agencyIds];
  const notes = [
    ...(content.years?.said === 'length' ? [words.yearsByLength(content.years.from)] : []),
    ...(content.agencyIds.length > 0 ? [words.consent(names(content.agencyIds, organisation.agencies))] : []),
    ...(alike.length > 0 ? [words.alike(alike.map((each) => t.programmes.code(each)).join(', '))] : []),
  ];
  return {
    title: words.previewTitle,
    tone: questions.length > 0 ? 'warning' : 'neutral',
    blocks: [
      { kind: 'text', text: content.title || words.noTitle, style: 'strong' },
      {
        kind: 'fields',
        fields: [
          { label: t.programmes.card.fields.agencies, value: names(agencies, organisation.agencies) },
          {
            label: t.programmes.card.fields.years,
            value: content.years ? t.programmes.years(content.years.from, content.years.to) : '?',
          },
          ...agencies.map((agencyId) => {
            const agency = organisation.agencies.get(agencyId);
            const own = content.departmentIds.filter(
              (each) => organisation.departments.get(each)?.agencyId === agencyId,
            );
            return {
              label: t.programmes.card.fields.departments(agency?.code ?? ''),
              value: names(own, organisation.departments) || t.programmes.card.noDepartments,
            };
          }),
        ],
      },
      ...notes.map((text) => ({ kind: 'text' as const, text, style: 'small' as const })),
      ...questions.map((text) => ({ kind: 'text' as const, text, style: 'strong' as const })),
    ],
    buttons: [
      [
        ...(questions.length > 0
          ? []
          : [{ label: words.confirm, action: 'programme.confirm', id: `${id}`, style: 'primary' as const }]),
        { label: words.edit, action: 'programme.editPreview', id: `${id}` },
        { label: words.drop, action: 'programme.drop', id: `${id}` },
      ],
      alike.slice(0, alikeMax).map(
        (each): Button => ({
          label: t.programmes.buttons.open(t.programmes.code(each)),
          action: 'programme.open',
          id: `${each}`,
        }),
      ),
    ].filter((row) => row.length > 0),
  };
}

const alikeMax = 3;

/** What has to be said before it can be opened. Empty: it may be opened as it stands. */
export function questionsOf(content: PreviewContent, organisation: Organisation, t: Locale): string[] {
  const words = t.programmes.opening;
  const { title, years, agencyIds, unclear } = content;
  return [
    ...(title === '' ? [words.askTitle] : []),
    ...(years === null ? [words.askYears] : []),
    ...(agencyIds.length === 0 ? [words.askAgencies] : []),
    ...unclear.map((each) => {
      const mayMean = each.departmentIds.flatMap((id) => {
        const unit = organisation.departments.get(id);
        return unit ? [unitLabel(unit, null)] : [];
      });
      return words.askDepartment(each.words, mayMean);
    }),
  ];
}

function names(ids: readonly number[], units: Organisation['agencies']): string {
  return ids.flatMap((id) => units.get(id)?.name ?? []).join(', ');
}
