/** What Slack would refuse in a payload, by its documented limits (adapters/slack has a table of its own: this one is written
 *  apart from it, from the reference of Block Kit). */

type Node = Record<string, unknown>;

/** Lines of what is wrong; empty when Slack would take it. */
export function problemsOf(
  payload: { text?: unknown; blocks?: unknown },
  surface: 'message' | 'view',
): string[] {
  const problems: string[] = [];
  const blocks = Array.isArray(payload.blocks) ? payload.blocks : [];
  const wants = (fine: boolean, problem: string) => {
    if (!fine) problems.push(problem);
  };
  if (surface === 'message') {
    const text = typeof payload.text === 'string' ? payload.text : '';
    wants(text.length > 0, 'no text');
    wants(text.length <= 4000, 'msg_too_long');
    wants(!/<[!@#]/u.test(text), 'the text pings');
    wants(JSON.stringify(blocks).length < 60_000, 'very large');
  }
  wants(blocks.length <= (surface === 'message' ? 50 : 100), `${blocks.length} blocks`);
  wants(new Blob([JSON.stringify(payload)]).size <= 250_000, 'view too large');
  wants(blocks.filter((block) => block.type === 'table').length <= 1, 'two tables');
  let characters = 0;
  const ids = new Set<string>();
  for (const block of blocks) {
    const type = String(block.type);
    if (block.block_id !== undefined) {
      wants(!ids.has(block.block_id), `block_id ${block.block_id} twice`);
      ids.add(block.block_id);
      wants(String(block.block_id).length <= 255, 'block_id too long');
    }
    if (type === 'header') wants(block.text.text.length <= 150, 'header');
    if (type === 'section') wants(block.text.text.length <= 3000, 'section');
    if (type === 'context') wants(block.elements.length <= 10, 'context');
    if (type === 'actions') {
      const actions = block.elements.map((each: Node) => each.action_id);
      wants(actions.length >= 1 && actions.length <= 25, 'actions');
      wants(new Set(actions).size === actions.length, 'action_id twice');
    }
    if (type === 'table') {
      wants(block.rows.length <= 100, 'rows');
      const width = block.rows[0]?.length ?? 0;
      wants(width >= 1 && width <= 20, 'columns');
      wants(
        block.rows.every((row: unknown[]) => row.length === width),
        'ragged table',
      );
    }
    walk(block, (node) => {
      if (typeof node.text === 'string') characters += node.text.length;
      if (node.type === 'mrkdwn') problems.push('markup');
      if (typeof node.text === 'string') wants(node.text.length > 0, `empty text in ${type}`);
      if (node.type === 'button') checkButton(node, wants);
      checkChoice(node, wants);
    });
  }
  if (surface === 'message') wants(characters <= 13_200, `msg_blocks_too_long: ${characters}`);
  return problems;
}

/** The limits of a modal besides its blocks. */
export function viewProblems(view: Node): string[] {
  const text = (part: unknown) =>
    typeof part === 'object' && part !== null && 'text' in part ? String(part.text) : '';
  const problems = problemsOf({ blocks: view.blocks }, 'view');
  for (const part of ['title', 'submit', 'close'] as const) {
    if (view[part] !== undefined && (text(view[part]).length > 24 || text(view[part]) === ''))
      problems.push(part);
  }
  if (String(view.private_metadata ?? '').length > 3000) problems.push('private_metadata');
  const inputs = Array.isArray(view.blocks) && view.blocks.some((block) => block.type === 'input');
  if (inputs && view.submit === undefined) problems.push('inputs without submit');
  return problems;
}

function checkButton(button: Node, wants: (fine: boolean, problem: string) => void): void {
  const text = (button.text as { text: string }).text;
  wants(text.length <= 75, 'button text');
  wants(String(button.action_id).length <= 255, 'action_id');
  if (button.value !== undefined) {
    const { length } = String(button.value);
    wants(length >= 1 && length <= 2000, 'button value');
  }
}

function checkChoice(node: Node, wants: (fine: boolean, problem: string) => void): void {
  const options = Array.isArray(node.options) ? node.options : null;
  const groups = Array.isArray(node.option_groups) ? node.option_groups : null;
  if (options) {
    wants(options.length >= 1 && options.length <= (node.type === 'checkboxes' ? 10 : 100), 'options');
    for (const { text, value } of options) {
      wants(text.text.length <= 75 && text.text.length >= 1, 'option text');
      wants(value.length <= 150 && value.length >= 1, 'option value');
    }
  }
  if (groups) {
    wants(groups.length <= 100, 'groups');
    for (const { label } of groups) wants(label.text.length <= 75, 'group label');
  }
  if (node.type === 'plain_text_input') {
    const max = Number(node.max_length);
    wants(max >= 1 && max <= 3000, 'max_length');
    wants(String(node.initial_value ?? '').length <= max, 'initial_value');
  }
  const initial = node.initial_option;
  if (initial !== undefined) {
    const all = options ?? groups?.flatMap((group) => group.options) ?? [];
    wants(
      all.some((each) => JSON.stringify(each) === JSON.stringify(initial)),
      'initial_option',
    );
  }
}

function walk(node: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(node)) {
    for (const each of node) walk(each, visit);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const entries: Node = { ...node };
  visit(entries);
  for (const each of Object.values(entries)) walk(each, visit);
}
