/** What Slack sends with a filled-in window: what was typed, and what stood there already. Pure. */
import { z } from 'zod';

const option = z.looseObject({ value: z.string() });
const inputBlock = z.looseObject({
  type: z.literal('input'),
  block_id: z.string(),
  element: z.looseObject({
    type: z.string(),
    action_id: z.string(),
    initial_value: z.string().optional(),
    initial_option: option.optional(),
    initial_options: z.array(option).optional(),
  }),
});

/** `typed` by the names of the fields; a name that no field has is a slip of the script. */
export function viewState(
  view: Readonly<Record<string, unknown>>,
  typed: Readonly<Record<string, string>>,
): { values: Record<string, Record<string, object>> } {
  const blocks = z.array(z.unknown()).parse(view.blocks ?? []);
  const inputs = blocks.flatMap((block) => inputBlock.safeParse(block).data ?? []);
  const names = inputs.map(({ block_id }) => nameOf(block_id));
  const unknown = Object.keys(typed).filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new Error(`no field ${unknown.join(', ')} in the window; it has ${names.join(', ')}`);
  return {
    values: Object.fromEntries(
      inputs.map(({ block_id, element }) => {
        const words = typed[nameOf(block_id)];
        const { type, action_id: actionId } = element;
        const state =
          words === undefined
            ? {
                value: element.initial_value ?? null,
                selected_option: element.initial_option ?? null,
                ...(element.initial_options ? { selected_options: element.initial_options } : {}),
              }
            : { value: words };
        return [block_id, { [actionId]: { type, ...state } }];
      }),
    ),
  };
}

/** Ids of blocks are the field's name and a number that changes with its contents. */
function nameOf(blockId: string): string {
  return blockId.replace(/\|\d+$/u, '');
}
