import type pg from 'pg'

/** A table of ours as the database describes it. */
export interface Table {
  readonly name: string
  /** Without those the database computes. */
  readonly columns: readonly string[]
  /** What `ORDER BY` takes to put the rows in the same order on every server, whatever its language. */
  readonly order: string
}

/** Not kept: how the schema came about is told by the migrations, and who is running now is of now. */
const LEFT_OUT = ['_prisma_migrations', 'Instance']

/** Returns the tables to be kept, those others refer to before those that refer to them. Throws: Error for tables in a circle. */
export async function listTables(client: pg.ClientBase): Promise<readonly Table[]> {
  const { rows } = await client.query<Table & { parents: string[] }>(DESCRIBE, [LEFT_OUT])
  const left = new Map(rows.map((row) => [row.name, row]))
  const ordered: Table[] = []
  while (left.size > 0) {
    const next = [...left.values()].filter(({ parents }) => !parents.some((parent) => left.has(parent)))
    if (next.length === 0) throw new Error(`tables refer to each other: ${[...left.keys()].join(', ')}`)
    for (const { name, columns, order } of next) {
      left.delete(name)
      ordered.push({ name, columns, order })
    }
  }
  return ordered
}

const DESCRIBE = `
  SELECT c.relname AS name,
    (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
      WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
    (SELECT string_agg(format('%I', a.attname) || CASE WHEN a.attcollation > 0 THEN ' COLLATE "C"' ELSE '' END, ', ' ORDER BY k.at)
      FROM pg_index i CROSS JOIN unnest(i.indkey::int2[]) WITH ORDINALITY AS k(attnum, at)
      JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
      WHERE i.indrelid = c.oid AND i.indisprimary) AS "order",
    ARRAY(SELECT DISTINCT p.relname::text FROM pg_constraint f JOIN pg_class p ON p.oid = f.confrelid
      WHERE f.conrelid = c.oid AND f.contype = 'f' AND p.oid <> c.oid) AS parents
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname = 'public' AND c.relkind = 'r' AND NOT c.relname = ANY($1::text[])
  ORDER BY c.relname COLLATE "C"`

const ROWS_AT_ONCE = 1000

/** Yields the table's rows as JSON text, in the order of its key. Must be called in a transaction, which keeps them as they are. */
export async function* rowsOf(client: pg.ClientBase, { name, order }: Table): AsyncGenerator<string> {
  await client.query(`DECLARE kept NO SCROLL CURSOR FOR
    SELECT row_to_json(kept)::text AS row FROM "${name}" kept ORDER BY ${order}`)
  for (;;) {
    const { rows } = await client.query<{ row: string }>(`FETCH ${ROWS_AT_ONCE} FROM kept`)
    for (const { row } of rows) yield row
    if (rows.length < ROWS_AT_ONCE) break
  }
  await client.query('CLOSE kept')
}
