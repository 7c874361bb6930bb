/** Giving tasks: /giao with its preview, changes after giving, series, followers. */
import type { Feature } from '../../chat/feature.ts';

export const givingFeature: Feature = { commands: [], actions: [], renderers: {}, ticks: [] };
