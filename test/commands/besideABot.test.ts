import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dataFolder } from '../support/dataFolder.ts';
import { daumoi } from './run.ts';

const folder = dataFolder();
const sample = join(import.meta.dirname, '../../examples/2016-cooperation.yaml');

it('works on the embedded server of a bot that runs, and leaves it running', async () => {
  const server = await folder.start();
  const environment = { DATA_DIR: folder.dataDir };
  const first = await daumoi(['org', 'import', sample], { environment });
  expect([first.status, first.complaints]).toEqual([0, expect.not.stringContaining('already uses')]);
  const exported = await daumoi(['export'], { environment });
  expect(exported.out).toContain('Phòng Tổng hợp');
  await folder.stop(server);
});
