/** The contents of a programme as a numbered tree: 1, 1.1, 1.2, 2. A number is given once: what was dropped leaves a gap, so that
 *  "nội dung 2" in a task or a letter stays what it was. Pure. */
import { addProgress, noProgress, type Progress } from './programme.ts';

/** A row of the contents, dropped ones too. */
export type ContentRow = {
  id: number;
  parentId: number | null;
  position: number;
  title: string;
  dropped: boolean;
};

export type ContentNode = {
  id: number;
  parentId: number | null;
  /** "1.2" */
  number: string;
  title: string;
  /** 0 at the top. */
  depth: number;
  /** Of its own tasks and all below it. */
  progress: Progress;
  /** Whose people added it. */
  agencyCode: string;
};

/** No tree is deeper: "1.2.3". */
export const depthMax = 3;

/** The number of each content, by id. A parent that is not among the rows ends the path. */
export function numbersOf(rows: readonly ContentRow[]): Map<number, string> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const numberOf = (row: ContentRow, steps: number): string => {
    const parent = row.parentId === null || steps > depthMax ? undefined : byId.get(row.parentId);
    return parent ? `${numberOf(parent, steps + 1)}.${row.position}` : `${row.position}`;
  };
  return new Map(rows.map((row) => [row.id, numberOf(row, 0)]));
}

/** In the order in which one reads them, without what was dropped and what stands below that. `progressOf`: of a content's own
 *  tasks. */
export function treeOf(
  rows: readonly (ContentRow & { agencyCode: string })[],
  progressOf: (contentId: number) => Progress,
): ContentNode[] {
  const numbers = numbersOf(rows);
  const below = Map.groupBy(
    rows.filter((row) => !row.dropped),
    (row) => row.parentId,
  );
  const branch = (parentId: number | null, depth: number): ContentNode[] =>
    depth >= depthMax
      ? []
      : (below.get(parentId) ?? [])
          .toSorted((a, b) => a.position - b.position)
          .flatMap(({ id, title, agencyCode }) => {
            const children = branch(id, depth + 1);
            const progress = children
              .filter((child) => child.parentId === id)
              .reduce((sum, child) => addProgress(sum, child.progress), progressOf(id));
            return [
              { id, parentId, number: numbers.get(id) ?? '', title, depth, progress, agencyCode },
              ...children,
            ];
          });
  return branch(null, 0);
}

/** Progress by content, and of nothing in particular under null. */
export function progressReader(rows: ReadonlyMap<number | null, Progress>) {
  return (contentId: number | null): Progress => rows.get(contentId) ?? noProgress;
}

/** The content that "1.2" names among those that still stand. */
export function contentNumbered(contents: readonly ContentNode[], number: string): ContentNode | null {
  const wanted = number.replace(/\.$/u, '');
  return contents.find((each) => each.number === wanted) ?? null;
}
