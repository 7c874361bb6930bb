/** Makes elements. All text goes in as text: nothing a user typed is ever read as markup. */

export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;
export type Child = Node | string | null;

/** Null and undefined: no such attribute. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null) continue;
    // ARIA wants its truths in words; other attributes are there or not.
    if (typeof value !== 'boolean' || name.startsWith('aria-')) made.setAttribute(name, String(value));
    else if (value) made.setAttribute(name, '');
  }
  append(made, children);
  return made;
}

export function append(parent: Element, children: readonly Child[]): void {
  for (const child of children) if (child !== null) parent.append(child);
}

/** A button that does something here and now. */
export function button(
  attributes: Attributes,
  press: (pressed: HTMLButtonElement) => void,
  ...children: readonly Child[]
): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, ...children);
  made.addEventListener('click', () => press(made));
  return made;
}

/** A button with a picture; `label` is its name for those who do not see it. */
export function iconButton(
  icon: IconName,
  label: string,
  press: (pressed: HTMLButtonElement) => void,
  attributes: Attributes = {},
): HTMLButtonElement {
  return button(
    { 'aria-label': label, title: label, class: 'icon-button', ...attributes },
    press,
    drawIcon(icon),
  );
}

export type IconName = keyof typeof iconPaths;

export function drawIcon(name: IconName): SVGElement {
  const icon = document.createElementNS(svgNamespace, 'svg');
  for (const [attribute, value] of Object.entries(iconAttributes)) icon.setAttribute(attribute, value);
  const path = document.createElementNS(svgNamespace, 'path');
  path.setAttribute('d', iconPaths[name]);
  icon.append(path);
  return icon;
}

const svgNamespace = 'http://www.w3.org/2000/svg';
const iconAttributes = {
  viewBox: '0 0 20 20',
  class: 'icon',
  fill: 'none',
  stroke: 'currentColor',
  'stroke-width': '1.6',
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
  'aria-hidden': 'true',
};

const iconPaths = {
  close: 'M5 5l10 10M15 5L5 15',
  send: 'M3.5 10h11M10 5.5l4.8 4.5-4.8 4.5',
  attach: 'M14.8 9.2l-5.4 5.4a3 3 0 0 1-4.3-4.3l6-6a2 2 0 0 1 2.9 2.9l-5.9 5.8a1 1 0 0 1-1.4-1.4l5-5',
  beside: 'M3.5 4.5h5v11h-5zM11.5 4.5h5v11h-5zM14 8v4M12.3 10h3.4',
  reply: 'M8 5L3.5 9.5 8 14M4 9.5h7a5 5 0 0 1 5 5V15',
  bell: 'M10 3a4.2 4.2 0 0 1 4.2 4.2c0 4 1.8 5 1.8 5.8H4c0-.8 1.8-1.8 1.8-5.8A4.2 4.2 0 0 1 10 3zM8.3 15.8a1.8 1.8 0 0 0 3.4 0',
  calendar: 'M4 5.5h12v10.5H4zM4 8.8h12M7 3.5v3M13 3.5v3',
  people:
    'M7.5 9.5a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6zM2.8 16c0-2.6 2.1-4.3 4.7-4.3s4.7 1.7 4.7 4.3M12.5 4.2a2.8 2.8 0 0 1 0 5.2M14 12c1.9.6 3.2 2 3.2 4',
  file: 'M5.5 3.5h6l3.5 3.5v9.5H5.5zM11.5 3.5v3.5h3.5',
  lock: 'M5.5 9h9v7h-9zM7.3 9V6.7a2.7 2.7 0 0 1 5.4 0V9',
  room: 'M3.5 5h13v8.5H9l-3.5 3v-3h-2z',
  download: 'M10 3.5v9M6.3 9l3.7 3.7L13.7 9M4 16.5h12',
  search: 'M9 3.8a5.2 5.2 0 1 1 0 10.4A5.2 5.2 0 0 1 9 3.8M12.8 12.8l3.7 3.7',
  check: 'M4.5 10.5l3.5 3.5 7.5-8',
  guide:
    'M7.5 7.7a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.8-1.1 1.7M10 14.3v.1M10 2.8a7.2 7.2 0 1 1 0 14.4 7.2 7.2 0 0 1 0-14.4',
} as const;
