/** What the operator is told when a program ends in an error: one clear message for what can be mended, the whole story of a
 *  bug for the rest. */
import { PlatformError } from './chat/errors.ts';
import { ConfigError } from './config.ts';
import { DatabaseUnavailable } from './database/databaseUnavailable.ts';
import { ServerUnavailable } from './http/server.ts';
import { localeFor } from './locale/locale.ts';
import { describeProblems, OrganisationFileError } from './people/organisation.ts';

export function operatorMessage(error: unknown): string {
  if (
    error instanceof ConfigError ||
    error instanceof DatabaseUnavailable ||
    error instanceof ServerUnavailable
  ) {
    return error.message;
  }
  if (error instanceof OrganisationFileError) {
    const lines = describeProblems(error, localeFor('en', 'UTC')).map((line) => `  - ${line}`);
    return ['The organisation file cannot be used:', ...lines].join('\n');
  }
  if (error instanceof PlatformError) {
    const { platform, code } = error.failure;
    return `The bot could not begin to speak ${platform} (${code}). Check its token and address, and that the network leads there.`;
  }
  if (error instanceof Error && 'code' in error && 'path' in error) {
    return `${String(error.path)} cannot be read (${String(error.code)}).`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
