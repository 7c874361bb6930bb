/** The names under which this bot may be asked; anything else is a page of somebody else's (DNS rebinding). */
import { hostname, networkInterfaces } from 'node:os';
import type { Config } from '../config.ts';

/** Without port. The machine's own loopback names go without saying. A bot that listens on every interface, because its
 *  operator said so, is asked by the machine's addresses and its name. */
export function ownNames({ host, publicUrl }: Pick<Config, 'host' | 'publicUrl'>): string[] {
  const everywhere = host === '0.0.0.0' || host === '::';
  const addresses = Object.values(networkInterfaces())
    .flatMap((interfaces) => interfaces ?? [])
    .map(({ family, address }) => (family === 'IPv6' ? `[${address}]` : address));
  return [
    ...(everywhere ? [hostname(), ...addresses] : [host]),
    ...(publicUrl ? [new URL(publicUrl).hostname] : []),
  ].map((name) => name.toLowerCase());
}
