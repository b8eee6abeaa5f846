import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml'
import type { PackProblem } from '../domain/pack-problem.ts'
import { EXPECTATIONS } from './expectations.ts'

export interface PackFile {
  readonly name: string
  readonly text: string
}

export type Path = readonly (string | number)[]

/** A parsed file: its plain value, and where in the text a path of that value stands. */
export interface Source {
  readonly file: string
  readonly value: unknown
  place(path: Path): Pick<PackProblem, 'line' | 'column' | 'found'>
}

const FOUND_LENGTH = 60
const MAX_ALIASES = 5000

const shorten = (written: string): string => {
  const line = written.replace(/\s+/g, ' ').trim()
  return line.length > FOUND_LENGTH ? `${line.slice(0, FOUND_LENGTH)}…` : line
}

/**
 * Returns the file as a source, or its YAML errors as problems.
 * Scalars stay text exactly as written: «92.10» keeps its zero, «no» and «12-19» need no quotes.
 */
export function parseSource(file: PackFile): Source | readonly PackProblem[] {
  const lines = new LineCounter()
  const document = parseDocument(file.text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false })
  const broken = document.errors.map(({ pos, message }) => yamlProblem(file, lines, pos[0], message))
  if (broken.length > 0) return broken
  const plain = plainValue(document)
  if ('message' in plain) return [yamlProblem(file, lines, plain.offset, plain.message)]
  const resolve = (node: unknown): unknown => (isAlias(node) ? node.resolve(document) : node)
  return {
    file: file.name,
    value: plain.value,
    place(path) {
      const { node, isWhole } = walk(document.contents, path, resolve)
      const [start, end] = node?.range ?? [0, 0]
      return { ...placeAt(lines, start), found: isWhole ? shorten(file.text.slice(start, end)) : '' }
    },
  }
}

function placeAt(lines: LineCounter, offset: number): Pick<PackProblem, 'line' | 'column'> {
  const { line, col } = lines.linePos(offset)
  return { line, column: col }
}

const yamlProblem = (file: PackFile, lines: LineCounter, offset: number, found: string): PackProblem => ({
  file: file.name,
  ...placeAt(lines, offset),
  field: '',
  expected: EXPECTATIONS.yaml,
  found,
})

type Plain = { readonly value: unknown } | { readonly offset: number; readonly message: string }

/** The document without its nodes; aliases that name nothing, or multiply without end, are only found here. */
function plainValue(document: ReturnType<typeof parseDocument>): Plain {
  try {
    return { value: document.toJS({ maxAliasCount: MAX_ALIASES }) }
  } catch (error) {
    if (error instanceof ReferenceError) return { offset: emptyAliasAt(document), message: error.message }
    throw error
  }
}

/** Where the first alias of nothing stands; 0 if every alias names something. */
function emptyAliasAt(document: ReturnType<typeof parseDocument>): number {
  let offset = 0
  visit(document, {
    Alias(_key, alias) {
      if (alias.resolve(document)) return undefined
      offset = alias.range?.[0] ?? 0
      return visit.BREAK
    },
  })
  return offset
}

/** The node at the path, or the deepest one there is on the way to it (`isWhole` false). */
function walk(root: Node | null, path: Path, resolve: (node: unknown) => unknown) {
  let node = root
  for (const step of path) {
    const inside = child(resolve(node), step)
    if (!inside) return { node, isWhole: false }
    node = inside
  }
  return { node, isWhole: true }
}

function child(node: unknown, step: string | number): Node | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(step)]
    return isNode(item) ? item : undefined
  }
  if (!isMap(node)) return undefined
  const pair = node.items.find(({ key }) => isScalar(key) && key.value === String(step))
  if (isNode(pair?.value)) return pair.value
  return isNode(pair?.key) ? pair.key : undefined
}
