/** A file that came with a message: its kind, name and size; a click saves it. */
import type { FileView } from '../messageView.ts';
import type { PageLanguage } from '../playground.ts';
import { drawIcon, element } from './element.ts';

export function drawFile(file: FileView, words: { download: string }, language: PageLanguage): HTMLElement {
  const size = fileSize(file.sizeBytes, language);
  const ending = endingOf(file.name);
  return element(
    'a',
    {
      class: 'file',
      href: `/playground/files/${file.id}`,
      download: file.name,
      'aria-label': `${words.download}: ${file.name}, ${size}`,
    },
    element(
      'span',
      { class: `file-kind file-${kindOf(ending)}`, 'aria-hidden': 'true' },
      ending === '' ? drawIcon('file') : ending,
    ),
    element(
      'span',
      { class: 'file-label' },
      element('span', { class: 'file-name' }, file.name),
      element('span', { class: 'file-size' }, size),
    ),
    drawIcon('download'),
  );
}

/** "24 KB" · "1,3 MB", counted as the bot's own sentences count. */
export function fileSize(bytes: number, language: PageLanguage): string {
  if (bytes < 1024 * 1024) return `${Math.ceil(bytes / 1024)} KB`;
  const spoken = language === 'vi' ? 'vi-VN' : 'en-GB';
  const written = new Intl.NumberFormat(spoken, { maximumFractionDigits: 1 });
  return `${written.format(bytes / (1024 * 1024))} MB`;
}

const kinds: Readonly<Record<string, string>> = {
  doc: 'words',
  docx: 'words',
  odt: 'words',
  rtf: 'words',
  xls: 'sheet',
  xlsx: 'sheet',
  ods: 'sheet',
  csv: 'sheet',
  pdf: 'print',
  ppt: 'slides',
  pptx: 'slides',
  png: 'picture',
  jpg: 'picture',
  jpeg: 'picture',
};

const kindOf = (ending: string) => kinds[ending] ?? 'other';

/** 'docx'; '' when the name has none that is short enough to be read. */
function endingOf(name: string): string {
  return /\.([a-z0-9]{1,4})$/i.exec(name)?.[1]?.toLowerCase() ?? '';
}
