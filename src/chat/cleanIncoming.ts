/** What people send, made fit to be stored: neither Postgres nor JSON takes a NUL or half a surrogate pair. Pure. */
import type { FormValues } from './form.ts';
import type { FileIn, Incoming, Quoted, What } from './incoming.ts';

/** The same event without control characters (line breaks and tabs stay), marks that turn the direction of what follows (Unicode
 *  Bidirectional Algorithm, UAX #9: LRE … PDI) and broken characters. */
export function cleanIncoming(incoming: Incoming): Incoming {
  const { eventId, sender, place, what } = incoming;
  return {
    eventId: cleanText(eventId),
    sender: { ...sender, displayName: cleanText(sender.displayName) },
    place: { ...place, title: cleanText(place.title) },
    what: cleanWhat(what),
  };
}

export function cleanText(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(controlCharacters, '').toWellFormed();
}

const controlCharacters = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu;

function cleanWhat(what: What): What {
  switch (what.kind) {
    case 'command':
      return {
        ...what,
        word: cleanText(what.word),
        line: cleanText(what.line),
        quoted: what.quoted && cleanQuoted(what.quoted),
        files: what.files.map(cleanFile),
      };
    case 'message':
      return { ...what, text: cleanText(what.text), files: what.files.map(cleanFile) };
    case 'reaction':
      return {
        ...what,
        read: async () => {
          const quoted = await what.read();
          return quoted && cleanQuoted(quoted);
        },
      };
    case 'press':
      return { ...what, action: cleanText(what.action), id: cleanText(what.id) };
    case 'submit':
      return {
        ...what,
        action: cleanText(what.action),
        id: cleanText(what.id),
        values: cleanValues(what.values),
      };
  }
}

function cleanQuoted({ text, by, link, userId, files }: Quoted): Quoted {
  return {
    text: cleanText(text),
    by: cleanText(by),
    link: link && cleanText(link),
    ...(userId === undefined ? {} : { userId: cleanText(userId) }),
    ...(files === undefined ? {} : { files: files.map(cleanFile) }),
  };
}

function cleanFile(file: FileIn): FileIn {
  return { ...file, name: cleanText(file.name), mime: cleanText(file.mime) };
}

function cleanValues(values: FormValues): FormValues {
  return Object.fromEntries(Object.entries(values).map(([name, each]) => [name, each.map(cleanText)]));
}
