/** All that the bot can do: the list that a new feature is added to. */
import { chatFeature } from './chat/chatFeature.ts';
import type { Feature } from './chat/feature.ts';
import { directionsFeature } from './directions/feature.ts';
import { draftsFeature } from './drafts/feature.ts';
import { meetingsFeature } from './meetings/feature.ts';
import { opinionsFeature } from './opinions/feature.ts';
import { peopleFeature } from './people/feature.ts';
import { programmesFeature } from './programmes/feature.ts';
import { registerFeature } from './register/feature.ts';
import { remindersFeature } from './reminders/feature.ts';
import { reportsFeature } from './reports/feature.ts';
import { tasksFeature } from './tasks/feature.ts';
import { givingFeature } from './tasks/giving/feature.ts';

/** `delivery`: made where its log and metrics are known. */
export function allFeatures(delivery: Feature): readonly Feature[] {
  const features = [
    peopleFeature,
    givingFeature,
    // Before the others: a leader's reply to a card about a task's draft is an opinion: no draft, no direction, no comment.
    opinionsFeature,
    draftsFeature,
    directionsFeature,
    programmesFeature,
    tasksFeature,
    meetingsFeature,
    registerFeature,
    remindersFeature,
    reportsFeature,
    delivery,
  ];
  return [chatFeature(features), ...features];
}
