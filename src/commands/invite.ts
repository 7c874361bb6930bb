/** `daumoi invite`: the short form of `daumoi org invite`. */
import type { RunCommand } from './command.ts';
import { inviteSomebody } from './organisation.ts';

export const usage = ['daumoi invite NAME                     as org invite'];

export const run: RunCommand = inviteSomebody;
