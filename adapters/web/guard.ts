/** Keeps other web sites out. The page is for the one who sits at this machine: without this, any site open in the same
 *  browser could send it requests (a foreign Origin), or reach it under a name of its own (DNS rebinding: a foreign Host). */
import type { MiddlewareHandler } from 'hono';

const ownNames = ['localhost', '127.0.0.1', '[::1]'];

/** 403 for a request under a foreign name or from a foreign page; 415 for a POST that is no JSON, which a page elsewhere
 *  could send without asking first (Fetch standard, CORS-safelisted content types). */
export function guardOwnPage(publicHosts: readonly string[]): MiddlewareHandler {
  const names = new Set([...ownNames, ...publicHosts].map((name) => name.toLowerCase()));
  return async (context, next) => {
    const host = context.req.header('host') ?? new URL(context.req.url).host;
    const origin = context.req.header('origin');
    if (!names.has(nameOf(host)) || (origin !== undefined && hostOf(origin) !== host.toLowerCase())) {
      return context.json({ error: 'foreign' }, 403);
    }
    const type = context.req.header('content-type') ?? '';
    if (context.req.method === 'POST' && !/^application\/json\s*(;|$)/i.test(type)) {
      return context.json({ error: 'json' }, 415);
    }
    await next();
    for (const [name, value] of Object.entries(headers)) context.header(name, value);
    return;
  };
}

const headers = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** The name without the port, in lower case. */
function nameOf(host: string): string {
  return host.toLowerCase().replace(/:\d+$/, '');
}

/** Null for what is no origin, such as 'null' of a sandboxed frame. */
function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
