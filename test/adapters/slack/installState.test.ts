import { expect, it } from 'vitest';
import { createInstallStates, stateMinutes } from '../../../adapters/slack/installState.ts';
import type { SlackTables } from '../../../adapters/slack/tables.ts';
import { testDatabase } from '../../support/database.ts';

const database = testDatabase();
let now = Temporal.Instant.from('2016-04-05T09:41:00Z');
const states = (secret = 'bi-mat') =>
  createInstallStates(database.db.$extendTables<SlackTables>(), secret, () => now);

it('a state is good once, for the browser it was made for, with the secret it was made with', async () => {
  const { state, nonce } = states().begin();
  const other = states().begin();
  expect(await states().use(state, other.nonce)).toBe(false);
  expect(await states('anderes').use(state, nonce)).toBe(false);
  expect(await states().use(state.replace(/\.\d+\./u, '.9999999999999.'), nonce)).toBe(false);
  for (const none of ['', '.', '..', `${nonce}..`, `${nonce}.x.y`]) {
    expect(await states().use(none, nonce)).toBe(false);
  }
  expect(await Promise.all([states().use(state, nonce), states().use(state, nonce)])).toEqual(
    expect.arrayContaining([true, false]),
  );
  expect(await states().use(state, nonce)).toBe(false);
});

it('and for a quarter of an hour; only those that were used are kept, and not for longer', async () => {
  const [early, late] = [states().begin(), states().begin()];
  now = now.add({ minutes: stateMinutes }).subtract({ milliseconds: 1 });
  expect(await states().use(early.state, early.nonce)).toBe(true);
  now = now.add({ milliseconds: 1 });
  expect(await states().use(late.state, late.nonce)).toBe(false);
  now = now.add({ minutes: 1 });
  const { state, nonce } = states().begin();
  await states().use(state, nonce);
  const kept = await database.db
    .$extendTables<SlackTables>()
    .selectFrom('slack_install_state')
    .select('nonce_hash')
    .execute();
  expect(kept).toHaveLength(1);
  expect(JSON.stringify(kept)).not.toContain(nonce);
});
