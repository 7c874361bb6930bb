/** The page's HTTP: the shell, its files, and the requests it makes. Every route is guarded. */
import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import { UserError } from '../../src/chat/errors.ts';
import type { FileOut } from '../../src/chat/platform.ts';
import { type Asset, readAssets } from './assets.ts';
import type { ChangeFeed } from './changeFeed.ts';
import { moveClock } from './clockMoves.ts';
import { type Conversation, NotInPlayground } from './conversation.ts';
import { readFile } from './fileStore.ts';
import { guardOwnPage } from './guard.ts';
import { pageState } from './pageState.ts';
import type { PageLanguage, WebPlatformDeps } from './playground.ts';
import {
  clockMove,
  fileBytesMax,
  languageChoice,
  pressing,
  requestBytesMax,
  saying,
  submitting,
} from './requests.ts';
import { savedAs } from './savedAs.ts';
import { pageShell } from './shell.ts';
import { streamChanges } from './stream.ts';

export type PageDeps = WebPlatformDeps & { feed: ChangeFeed; conversation: Conversation };

export function mountPage(app: Hono, deps: PageDeps): void {
  const { conversation, feed } = deps;
  const guard = guardOwnPage(deps.publicHosts ?? []);
  app.use('/', guard);
  app.use('/playground/*', guard);

  app.get('/', (context) => {
    const language = languageOf(context);
    context.header('Cache-Control', 'no-store');
    return context.html(pageShell(language, deps.words[language].page));
  });

  let assets: Promise<ReadonlyMap<string, Asset>> | null = null;
  const serveAsset = async (context: Context) => {
    assets ??= readAssets();
    const asset = (await assets).get(context.req.path);
    if (!asset) return context.notFound();
    return context.body(asset.body, 200, { 'Content-Type': asset.type, 'Cache-Control': asset.cache });
  };
  app.get('/playground/page/:name', serveAsset);
  app.get('/playground/font/:name{.+}', serveAsset);

  const api = (handle: (context: Context) => Promise<object>) => async (context: Context) => {
    context.header('Cache-Control', 'no-store');
    try {
      return context.json(await handle(context));
    } catch (error) {
      return refuse(context, error, deps.log);
    }
  };
  const limit = bodyLimit({ maxSize: requestBytesMax, onError: (context) => tooLong(context) });
  let known: string | null = null;
  /** Runs what may change the organisation as well (/thamgia, /donvi), and tells the pages when it has. */
  const speak = async <T>(work: Promise<T>): Promise<T> => {
    const result = await work;
    const directory = JSON.stringify(await deps.directory());
    if (known !== null && directory !== known) feed.publish({ kind: 'directory' });
    known = directory;
    return result;
  };

  app.get(
    '/playground/state',
    api((context) => pageState({ ...deps, after: feed.latest() }, languageOf(context))),
  );
  app.get(
    '/playground/messages',
    api(async (context) => {
      const { chatId = '', userId = '', after } = context.req.query();
      return { messages: await conversation.messages({ chatId, userId, after: after ?? null }) };
    }),
  );
  app.get('/playground/stream', (context) => {
    context.header('Cache-Control', 'no-store');
    return streamChanges(context, feed, deps.now);
  });
  app.post(
    '/playground/say',
    limit,
    api(async (context) => speak(conversation.say(saying.parse(await context.req.json())))),
  );
  app.post(
    '/playground/press',
    limit,
    api(async (context) => speak(conversation.press(pressing.parse(await context.req.json())))),
  );
  app.post(
    '/playground/submit',
    limit,
    api(async (context) => speak(conversation.submit(submitting.parse(await context.req.json())))),
  );
  app.post(
    '/playground/clock',
    limit,
    api(async (context) => moveClock(deps, clockMove.parse(await context.req.json()))),
  );
  app.post(
    '/playground/language',
    limit,
    api(async (context) => {
      const { language } = languageChoice.parse(await context.req.json());
      setCookie(context, languageCookie, language, {
        sameSite: 'Strict',
        httpOnly: true,
        maxAge: 31_536_000,
      });
      const { people } = await deps.directory();
      for (const { userId } of people) await deps.setLanguage?.(userId, language);
      return {};
    }),
  );
  app.put(
    '/playground/files',
    bodyLimit({
      maxSize: fileBytesMax,
      onError: (context) => context.json({ error: 'fileTooBig' }, 413),
    }),
    api(async (context) => {
      const { name = '' } = context.req.query();
      const mime = context.req.header('content-type') ?? 'application/octet-stream';
      const content = new Uint8Array(await context.req.arrayBuffer());
      return conversation.addFile({ name: z.string().min(1).max(255).parse(name), mime, content });
    }),
  );
  const give = (context: Context, file: FileOut | null) => {
    if (!file) return context.notFound();
    // Always saved, never shown: a file somebody sent must not run as a page of this site.
    return context.body(new Uint8Array(file.content), 200, {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': savedAs(file.name),
      'Cache-Control': 'no-store',
    });
  };
  app.get('/playground/files/:id', async (context) =>
    give(context, await readFile(deps.db, context.req.param('id'))),
  );
  app.get('/playground/sample-draft/:version{[12]}', async (context) => {
    const version = context.req.param('version') === '2' ? 2 : 1;
    return give(context, (await deps.sampleDraft?.(version, languageOf(context))) ?? null);
  });
}

const languageCookie = 'daumoi_language';

function languageOf(context: Context): PageLanguage {
  return getCookie(context, languageCookie) === 'en' ? 'en' : 'vi';
}

function tooLong(context: Context) {
  return context.json({ error: 'tooLong' }, 413);
}

/** The page has words for each `error`; `text` is shown as it is. */
function refuse(context: Context, error: unknown, log: WebPlatformDeps['log']) {
  if (error instanceof UserError) {
    return context.json({ error: 'refused', text: `${error.message} ${error.mend}`.trim() }, 422);
  }
  if (error instanceof NotInPlayground) return context.json({ error: 'gone' }, 404);
  if (error instanceof z.ZodError) {
    const overLong = error.issues.some((issue) => issue.code === 'too_big');
    return context.json({ error: overLong ? 'tooLong' : 'badRequest' }, overLong ? 413 : 400);
  }
  if (error instanceof SyntaxError || error instanceof RangeError)
    return context.json({ error: 'badRequest' }, 400);
  log?.(error);
  return context.json({ error: 'failed' }, 500);
}
