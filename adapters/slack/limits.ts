/** What Slack takes at most, in characters unless said otherwise. A payload over a limit is refused whole, so texts are
 *  shortened before they are sent. */

export const limits = {
  /** Blocks of a message; of a modal or home view (docs.slack.dev/reference/block-kit/blocks). */
  messageBlocks: 50,
  viewBlocks: 100,
  /** All texts of a message's blocks: about 13,200, then `msg_blocks_too_long` (slackapi/bolt-js#2509). */
  messageCharacters: 12_000,
  /** `chat.update` refuses more (`msg_too_long`); `chat.postMessage` advises it. */
  messageText: 4000,
  header: 150,
  section: 3000,
  contextText: 2000,
  /** A rich text has no published limit of its own: held to that of a section. */
  richText: 3000,
  /** Buttons and pickers in one block. */
  actions: 25,
  buttonLabel: 75,
  buttonValue: 2000,
  /** `action_id`, `block_id`, `callback_id`. */
  id: 255,
  confirmTitle: 100,
  confirmText: 300,
  confirmButton: 30,
  /** One table a message (table block). */
  tableRows: 100,
  tableColumns: 20,
  tableCharacters: 10_000,
  /** Title, submit and close of a modal. */
  viewTitle: 24,
  privateMetadata: 3000,
  viewBytes: 250_000,
  inputLabel: 2000,
  inputHint: 2000,
  inputText: 3000,
  optionLabel: 75,
  /** 75 in the SDK's types, 150 in the reference; a longer one cannot be brought back. */
  optionValue: 150,
  options: 100,
  optionGroups: 100,
  optionGroupLabel: 75,
  checkboxes: 10,
} as const;
