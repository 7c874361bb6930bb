/** Opens a Word file with LibreOffice, as an office would, and gives what stands on its pages. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The text of each page, its lines trimmed and empty ones left out. @throws when LibreOffice cannot open the file */
export async function pagesOf(word: Uint8Array): Promise<string[][]> {
  const folder = await mkdtemp(join(tmpdir(), 'daumoi-word-'));
  try {
    await writeFile(join(folder, 'file.docx'), word);
    // A profile of its own: several may run at once.
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    await run(
      'soffice',
      [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'file.docx')],
      {
        timeout: 120_000,
      },
    );
    await run('pdftotext', ['-layout', '-enc', 'UTF-8', join(folder, 'file.pdf'), join(folder, 'file.txt')]);
    const text = (await readFile(join(folder, 'file.txt'), 'utf8')).normalize('NFC');
    const pages = text
      .split('\f')
      .map((page) => page.split('\n').map((line) => line.trim().replace(/ {2,}/gu, '  ')));
    return pages.map((lines) => lines.filter((line) => line !== '')).filter((lines) => lines.length > 0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Everything on all pages as one line, so that a line break of the page does not matter. */
export function wordsOf(pages: readonly string[][]): string {
  return pages.flat().join(' ').replace(/\s+/gu, ' ');
}
