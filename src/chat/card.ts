/** A message of the bot as plain data. Features build cards, adapters draw them; nothing here knows a platform.
 *  All text is plain: markup belongs to the block, escaping to the adapter that draws it. */

export type Card = {
  /** One line on top; also what a notification or a screen reader says. Always set, at most `cardLimits.title` long. */
  title: string;
  /** Colour and mark of the card: what it means for its reader. */
  tone: Tone;
  blocks: Block[];
  /** Rows of buttons, in the order of their importance. */
  buttons: Button[][];
  /** Kept files that follow the card, each as a message of its own under it; the adapter that draws the card leaves them to
   *  `Platform.sendFile`. Name them in a block as well: a card that is drawn anew brings no file again. */
  files?: FileRef[];
};

/** A file that the bot keeps (`file` table). */
export type FileRef = { fileId: number; name: string; sizeBytes: number };

export type Tone = 'neutral' | 'good' | 'warning' | 'bad';

export type Block =
  /** A paragraph. Line breaks are kept. */
  | { kind: 'text'; text: string; style?: 'normal' | 'strong' | 'small' }
  /** Names and values, one below the other. */
  | { kind: 'fields'; fields: Field[] }
  /** Rows that read alike, each with its own buttons if any. */
  | { kind: 'list'; items: ListItem[] }
  | { kind: 'table'; columns: string[]; rows: string[][] }
  /** A bar; `percent` 0–100. */
  | { kind: 'progress'; percent: number; label: string }
  /** Words of somebody, with the one who said them. */
  | { kind: 'quote'; text: string; by: string }
  | { kind: 'divider' };

export type Field = { label: string; value: string };

export type ListItem = {
  text: string;
  detail?: string;
  tone?: Tone;
  button?: Button;
  /** How far it stands in, for a list that is a tree; 0 when left out. Where rows cannot stand in it is not seen: number them
   *  as well (1, 1.1). */
  depth?: number;
};

export type Button = {
  label: string;
  /** `task.accept`: a registered action. */
  action: string;
  /** What it acts on; with the action at most 64 bytes as `<action>:<id>`. */
  id: string;
  style?: 'primary' | 'danger';
  /** Of buttons one of which is on (tabs, a choice made): which; told to those who do not see the style. */
  on?: boolean;
  /** A question asked before the press counts. */
  confirm?: string;
};

/** What a card may hold at most on every platform; longer texts are shortened by `fitCard` before they are drawn. */
export const cardLimits = {
  title: 150,
  text: 2000,
  items: 20,
  rows: 30,
  buttonsPerRow: 5,
  buttonLabel: 60,
} as const;
