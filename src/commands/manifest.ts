/** `daumoi manifest slack`: the app as Slack wants it described, to be pasted at api.slack.com/apps. */
import { parseArgs } from 'node:util';
import { type ManifestCommand, slackManifest } from '../../adapters/slack/manifest.ts';
import { allFeatures } from '../features.ts';
import { type Locale, localeFor } from '../locale/locale.ts';
import { type RunCommand, UsageError } from './command.ts';

export const usage = [
  'daumoi manifest slack [--url ADDRESS]   the Slack app, as JSON; with an address for HTTP, without for Socket Mode',
];

export const run: RunCommand = async (args, io) => {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { url: { type: 'string' } },
  });
  if (positionals.length !== 1 || positionals[0] !== 'slack') {
    throw new UsageError('manifest wants the name of a platform: slack');
  }
  const { url } = values;
  if (url !== undefined && !URL.canParse(url))
    throw new UsageError('--url wants the public address of the bot');
  const t = localeFor(io.environment.LANGUAGE === 'en' ? 'en' : 'vi', 'Asia/Ho_Chi_Minh');
  const requestUrl = url === undefined ? null : new URL('/slack/events', url).href;
  io.print(
    JSON.stringify(slackManifest({ commands: slackCommands(t), words: t.slack, requestUrl }), null, 2),
  );
  return 0;
};

/** Slack keeps words like /join and /status for itself: the Vietnamese ones are registered, and /daumoi for all the others. */
export function slackCommands(t: Locale): ManifestCommand[] {
  // Delivery offers no command; a real one wants a running bot.
  const features = allFeatures({ commands: [], actions: [], renderers: {}, ticks: [] });
  const commands = features.flatMap((feature) => feature.commands).filter(({ unlisted }) => !unlisted);
  const { anything, anythingUsage } = t.slack;
  return [
    ...commands.map((command) => {
      const { summary, usage: line } = command.help(t);
      return { word: command.name, summary, usage: line.replace(/^\/\S+\s*/u, '') };
    }),
    { word: 'daumoi', summary: anything, usage: anythingUsage },
  ];
}
