/** What is counted and measured, in Prometheus' form; one registry per bot. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export type Metrics = ReturnType<typeof createMetrics>;

/** `process`: also what Node says of itself (memory, event loop). */
export function createMetrics(options: { process: boolean }) {
  const registry = new Registry();
  const registers = [registry];
  if (options.process) collectDefaultMetrics({ register: registry });
  return {
    registry,
    notifications: new Counter({
      name: 'daumoi_notifications_total',
      help: 'Notifications by what became of them: sent, failed, dropped, retried, passed_on.',
      labelNames: ['outcome', 'platform'],
      registers,
    }),
    cardsDrawn: new Counter({
      name: 'daumoi_live_cards_total',
      help: 'Living cards by what became of the edit: drawn, retried, gone.',
      labelNames: ['outcome', 'platform'],
      registers,
    }),
    sendSeconds: new Histogram({
      name: 'daumoi_send_seconds',
      help: 'How long a platform took to take a message or an edit.',
      labelNames: ['platform'],
      buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20],
      registers,
    }),
    unsettled: new Counter({
      name: 'daumoi_notifications_unsettled_total',
      help: 'Notifications that were neither delivered nor visibly failed five minutes after their time.',
      registers,
    }),
    ticks: new Counter({
      name: 'daumoi_ticks_total',
      help: 'Runs of the work of the minute: done, failed, skipped because the last run had not ended.',
      labelNames: ['tick', 'outcome'],
      registers,
    }),
    tickSeconds: new Histogram({
      name: 'daumoi_tick_seconds',
      help: 'How long a tick took.',
      labelNames: ['tick'],
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 60],
      registers,
    }),
    pending: new Gauge({
      name: 'daumoi_notifications_pending',
      help: 'Notifications that are due and not yet delivered, at the last look of the auditor.',
      registers,
    }),
  };
}
