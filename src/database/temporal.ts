/** Carries times between Postgres and `Temporal`, both ways, and ids as numbers.
 *
 *  | column              | in code                                                            |
 *  |---------------------|--------------------------------------------------------------------|
 *  | timestamptz         | Temporal.Instant (microseconds: what is finer is cut off on the way in) |
 *  | date                | Temporal.PlainDate                                                 |
 *  | time                | Temporal.PlainTime                                                 |
 *  | int8 (ids, counts)  | number, refused outside the safe range                             |
 *
 *  Arrays of these likewise. The parsers belong to one pool: other users of `pg` in the process keep theirs. */
import assert from 'node:assert/strict';
import {
  type KyselyPlugin,
  OperationNodeTransformer,
  type PrimitiveValueListNode,
  type QueryId,
  type ValueNode,
} from 'kysely';
import { type CustomTypesConfig, types } from 'pg';

/** Reads columns: the `types` setting of a pool. */
export const columnTypes: CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    if (format === 'binary') return types.getTypeParser(oid, 'binary');
    return parsers.get(oid) ?? types.getTypeParser(oid, 'text');
  },
};

/** Writes parameters: `pg` would send a Temporal value as quoted JSON, which only `timestamptz` forgives. */
export const temporalParameters: KyselyPlugin = {
  transformQuery: ({ node, queryId }) => transformer.transformNode(node, queryId),
  transformResult: async ({ result }) => result,
};

class TemporalTransformer extends OperationNodeTransformer {
  protected override transformValue(node: ValueNode, queryId?: QueryId): ValueNode {
    return { ...super.transformValue(node, queryId), value: parameter(node.value) };
  }

  protected override transformPrimitiveValueList(
    node: PrimitiveValueListNode,
    queryId?: QueryId,
  ): PrimitiveValueListNode {
    return { ...super.transformPrimitiveValueList(node, queryId), values: node.values.map(parameter) };
  }
}

const transformer = new TemporalTransformer();

function parameter(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(parameter);
  if (value instanceof Temporal.Instant) return value.toString({ smallestUnit: 'microsecond' });
  if (value instanceof Temporal.PlainTime) return value.toString({ smallestUnit: 'microsecond' });
  if (value instanceof Temporal.PlainDate) return value.toString({ calendarName: 'never' });
  return value;
}

type Parser = (text: string) => unknown;

function safeInteger(text: string): number {
  const value = Number(text);
  assert(Number.isSafeInteger(value), `the whole number ${text} is outside the safe range`);
  return value;
}

/** A reader of one-dimensional and nested arrays, by way of text[]: Postgres writes all arrays alike. */
function arrayOf(parse: Parser): Parser {
  const readTexts: Parser = types.getTypeParser(textArrayOid, 'text');
  const each = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(each) : value === null ? null : parse(String(value));
  return (text) => each(readTexts(text));
}

// Typed as a number: the list of types that `pg` declares leaves the arrays out.
const textArrayOid: number = 1009;

/** Type numbers: Postgres, src/include/catalog/pg_type.dat; the second is the type's array. */
const parsers: ReadonlyMap<number, Parser> = new Map(
  (
    [
      [20, 1016, safeInteger],
      [1082, 1182, (text) => Temporal.PlainDate.from(text)],
      [1083, 1183, (text) => Temporal.PlainTime.from(text)],
      [1184, 1185, (text) => Temporal.Instant.from(text)],
    ] satisfies [number, number, Parser][]
  ).flatMap(([oid, arrayOid, parse]): [number, Parser][] => [
    [oid, parse],
    [arrayOid, arrayOf(parse)],
  ]),
);
