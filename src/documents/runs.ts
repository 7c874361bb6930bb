/** Texts of people as runs of a Word paragraph: line breaks kept, whatever XML does not bear left out. Pure. */
import { type IRunOptions, TextRun } from 'docx';
import { cleanText } from '../chat/cleanIncoming.ts';

export function runs(text: string, options: IRunOptions = {}): TextRun[] {
  return printable(text)
    .split('\n')
    .map((line, index) => new TextRun({ ...options, text: line, ...(index > 0 ? { break: 1 } : {}) }));
}

/** Without what XML 1.0 forbids (section 2.2, Char); docx escapes the rest. */
export function printable(text: string): string {
  return cleanText(text).replace(/[\uFFFE\uFFFF]/gu, '');
}
