/** Which addresses the bot's words or token may go to: Slack's own, and wherever the API is configured to be. Pure. */

/** `response_url` and `url_private` come from events; only these are followed. */
export function isTrusted(address: string, apiUrl: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, host } = new URL(address);
  if (host === new URL(apiUrl).host) return true;
  return protocol === 'https:' && (hostname === 'slack.com' || hostname.endsWith('.slack.com'));
}
