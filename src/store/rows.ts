type Nullable<Row> = { [K in keyof Row]-?: null extends Row[K] ? K : never }[keyof Row]

/** A row in the ports' shape: what is NULL in the database is absent. */
export type Present<Row> = Omit<Row, Nullable<Row>> & { [K in Nullable<Row>]?: NonNullable<Row[K]> }

/** Returns the row without the columns that are NULL. */
export const present = <Row extends object>(row: Row): Present<Row> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Present<Row>

/** Returns the row in the ports' shape, or undefined when there is none. */
export const presentFirst = <Row extends object>(rows: readonly Row[]): Present<Row> | undefined =>
  rows[0] === undefined ? undefined : present(rows[0])
