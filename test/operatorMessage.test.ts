import { expect, it } from 'vitest';
import { PlatformError } from '../src/chat/errors.ts';
import { operatorMessage } from '../src/operatorMessage.ts';

it('says in one line that a platform does not take the bot, with the platform’s own word for it', () => {
  const refused = new PlatformError({ platform: 'slack', code: 'invalid_auth', kind: 'passing' });
  expect(operatorMessage(refused)).toContain('slack (invalid_auth)');
  expect(operatorMessage(refused).split('\n')).toHaveLength(1);
});
