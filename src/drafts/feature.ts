/** Drafts handed in on tasks: versions, what changed, who is content with them. */
import type { Feature } from '../chat/feature.ts';
import { agreeAction } from './agree.ts';
import { forgetUploadsTick } from './forgetUploads.ts';
import { getAction } from './get.ts';
import { listAction } from './list.ts';
import { draftRenderers } from './news.ts';
import { submitAction, submitCommand, submitPartAction } from './submit.ts';
import { takeAction, takeFiles, takeReply } from './upload.ts';

export const draftsFeature: Feature = {
  commands: [submitCommand],
  actions: [submitPartAction, submitAction, takeAction, getAction, listAction, agreeAction],
  renderers: draftRenderers,
  onReply: takeReply,
  onFiles: takeFiles,
  ticks: [forgetUploadsTick],
};
