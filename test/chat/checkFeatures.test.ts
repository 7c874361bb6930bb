import { expect, it } from 'vitest';
import { chatFeature } from '../../src/chat/chatFeature.ts';
import { checkFeatures } from '../../src/chat/checkFeatures.ts';
import type { Feature } from '../../src/chat/feature.ts';
import { peopleFeature } from '../../src/people/feature.ts';
import { feature, work } from './trial.ts';

it('lists everything that two features claim', () => {
  const twin: Feature = {
    ...feature,
    commands: [{ ...work, name: 'khac', words: { vi: ['khac', 'LÀM VIỆC'], en: ['other'] } }],
    actions: [...feature.actions, { name: 'no name' }],
  };
  expect(() => checkFeatures([feature, twin])).toThrow(
    'two commands are called by lamviec; action test.do is there twice; action test.live is there twice; no name is no name of an action; two features have onSentence',
  );
});

it('lets through what fits together', () => {
  checkFeatures([feature, peopleFeature, chatFeature([peopleFeature])]);
});
