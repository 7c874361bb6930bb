/** Slack's blocks as the lines somebody reads, their buttons in brackets. Pure. */
import { z } from 'zod';

/** One entry per line; users' words stand in plain text, so nothing has to be unescaped but the notification line. */
export function blockLines(blocks: unknown): string[] {
  const parsed = z.array(anyBlock).safeParse(blocks);
  return parsed.success ? parsed.data.flatMap(linesOf).filter((line) => line.trim() !== '') : [];
}

const textObject = z.looseObject({ text: z.string() });
const anyBlock = z.looseObject({
  type: z.string(),
  text: z.union([textObject, z.string()]).optional(),
  accessory: z.looseObject({ text: textObject.optional() }).optional(),
  elements: z.array(z.unknown()).optional(),
  rows: z.array(z.array(z.looseObject({ text: z.string().optional() }))).optional(),
});

function linesOf(block: z.infer<typeof anyBlock>): string[] {
  const text = typeof block.text === 'object' ? block.text.text.split('\n') : [];
  const beside = block.accessory?.text ? [`  [${block.accessory.text.text}]`] : [];
  switch (block.type) {
    case 'header':
      return text;
    case 'section':
      return [...text, ...beside];
    case 'actions':
      return [(block.elements ?? []).flatMap(buttonLabel).join(' ')];
    case 'rich_text':
      return (block.elements ?? []).flatMap((element) => wordsIn(element).split('\n'));
    case 'context':
      return (block.elements ?? []).flatMap(
        (element) => textObject.safeParse(element).data?.text.split('\n') ?? [],
      );
    case 'table':
      return (block.rows ?? []).map((row) => row.map((cell) => cell.text ?? '').join(' | '));
    case 'divider':
      return ['· · ·'];
    default:
      return text;
  }
}

const button = z.looseObject({ type: z.literal('button'), text: textObject });
const menu = z.looseObject({ options: z.array(z.looseObject({ text: textObject })) });

function buttonLabel(element: unknown): string[] {
  const pressed = button.safeParse(element).data;
  if (pressed) return [`[${pressed.text.text}]`];
  return menu.safeParse(element).data?.options.map((option) => `[${option.text.text}]`) ?? [];
}

/** Of a rich text element, however deep. */
function wordsIn(element: unknown): string {
  const leaf = z.looseObject({ type: z.literal('text'), text: z.string() }).safeParse(element).data;
  if (leaf) return leaf.text;
  const branch = z.looseObject({ elements: z.array(z.unknown()) }).safeParse(element).data;
  return branch ? branch.elements.map(wordsIn).join('') : '';
}
