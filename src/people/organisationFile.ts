/** Reads an organisation file: YAML, checked to the last line before anything is done with it. Pure. */
import { createHash } from 'node:crypto';
import { type Document, isAlias, isNode, LineCounter, parseDocument, visit } from 'yaml';
import { keyLine, pathText, readPath, spotOf } from './fileSpots.ts';
import { type FileProblem, type Organisation, OrganisationFileError } from './organisation.ts';
import { organisationProblems } from './organisationChecks.ts';
import { fileLengthMax, organisationSchema } from './organisationSchema.ts';
import { readOrganisation } from './readOrganisation.ts';
import { schemaProblems } from './schemaProblems.ts';

/** @throws OrganisationFileError with every problem at once, each with its line and path */
export function parseOrganisation(text: string): Organisation {
  if (text.length > fileLengthMax) {
    throw new OrganisationFileError([{ line: 1, path: '', say: (t) => t.fileTooLong(fileLengthMax) }]);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const unreadable = [...syntaxProblems(document), ...aliasProblems(document, lines)];
  if (unreadable.length > 0) throw new OrganisationFileError(unreadable);

  const content: unknown = document.toJS();
  const issues = organisationSchema.safeParse(content).error?.issues ?? [];
  const organisation = readOrganisation(content, (path) => spotOf(document, lines, path));
  const problems = [
    ...schemaProblems(issues, content).map(({ path, key, say }): FileProblem => {
      if (key === null) return { ...spotOf(document, lines, path), say };
      return { line: keyLine(document, lines, path, key), path: pathText([...path, key]), say };
    }),
    // Found at an entry; said at the very key.
    ...organisationProblems(organisation).map((problem) => ({
      ...problem,
      ...spotOf(document, lines, readPath(problem.path)),
    })),
  ];
  if (problems.length > 0) throw new OrganisationFileError(problems);
  return { ...organisation, hash: createHash('sha256').update(text).digest('hex') };
}

function syntaxProblems(document: Document.Parsed): FileProblem[] {
  return document.errors.map(({ code, message, linePos }) => ({
    line: linePos?.[0].line ?? 1,
    path: '',
    say: (t) => (code === 'DUPLICATE_KEY' ? t.keyTwice : t.syntax(message.split(' at line ')[0] ?? message)),
  }));
}

/** YAML's own aliases (`*x`) may run in circles, and are not needed here. */
function aliasProblems(document: Document.Parsed, lines: LineCounter): FileProblem[] {
  const problems: FileProblem[] = [];
  visit(document, {
    Alias: (_, alias, ancestors) => {
      const { source, range } = alias;
      const within = ancestors.some(
        (each) => isNode(each) && !isAlias(each) && 'anchor' in each && each.anchor === source,
      );
      problems.push({
        line: range ? lines.linePos(range[0]).line : 1,
        path: `*${source}`,
        say: (t) => (within ? t.yamlLoop(source) : t.yamlAlias(source)),
      });
    },
  });
  return problems;
}
