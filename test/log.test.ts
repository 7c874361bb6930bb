import { expect, it } from 'vitest';
import { createLog } from '../src/log.ts';

it.each([true, false])('no secret and no token of Slack is written (readable: %s)', (readable) => {
  const lines: string[] = [];
  const log = createLog({
    level: 'info',
    readable,
    secrets: ['mat-ma'],
    write: (line) => lines.push(line),
  });
  const err = new Error('refused for xoxb-123-456-AbCdEf, xoxe.xoxp-1-AbCdEfGh and mat-ma');
  log.info({ err, token: 'xapp-1-A0-99-abcdef' }, 'Slack says no to xoxp-9876-5432');
  const written = lines.join('');
  expect(written).toContain('[secret]');
  for (const part of ['AbCdEf', 'abcdef', '5432', 'mat-ma']) expect(written).not.toContain(part);
});
