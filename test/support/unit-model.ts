/** One state of the tree, from a day on. */
interface TreeState {
  readonly from: string
  /** Reporting parent of each unit that is there; of the root none. */
  readonly parents: ReadonlyMap<string, string | undefined>
}

/**
 * The plain recomputation: the whole tree copied for each day something changed, every report followed one by one. It knows nothing
 * of tables, links with dates or SQL; what the stores add up is held against it.
 */
export class UnitModel {
  readonly #states: TreeState[]
  /** What became of the units that have ended: their heir, or the last parent. */
  readonly #places = new Map<string, string>()

  constructor(from: string, parents: Readonly<Record<string, string | undefined>>) {
    this.#states = [{ from, parents: new Map(Object.entries(parents)) }]
  }

  get today(): ReadonlyMap<string, string | undefined> {
    return this.#states.at(-1)?.parents ?? new Map()
  }

  add(on: string, code: string, parent: string): void {
    this.#change(on, (parents) => parents.set(code, parent))
  }

  move(on: string, code: string, parent: string): void {
    this.#change(on, (parents) => parents.set(code, parent))
  }

  close(on: string, code: string): void {
    this.#places.set(code, this.today.get(code) ?? '')
    this.#change(on, (parents) => parents.delete(code))
  }

  /** The children and the past of `code` go to the heir. */
  end(on: string, code: string, heir: string): void {
    this.#places.set(code, heir)
    this.#change(on, (parents) => {
      for (const [child, parent] of parents)
        if (parent === code) parents.set(child, child === heir ? parents.get(code) : heir)
      parents.delete(code)
    })
  }

  /** Units there on the day. */
  alive(on: string): readonly string[] {
    return [...this.#stateOn(on).keys()]
  }

  /** The units of the day that count for `unit`: as then by the tree of that day, as now by the last one. */
  counted(unit: string, on: string, view: 'then' | 'now'): readonly string[] {
    const then = this.#stateOn(on)
    const tree = view === 'then' ? then : this.today
    return [...then.keys()].filter((code) => {
      let at: string | undefined = view === 'then' ? code : this.#placeOf(code)
      while (at !== undefined && at !== unit) at = tree.get(at)
      return at === unit
    })
  }

  #placeOf(code: string): string {
    let place = code
    while (!this.today.has(place)) place = this.#places.get(place) ?? ''
    return place
  }

  #stateOn(on: string): ReadonlyMap<string, string | undefined> {
    return this.#states.findLast(({ from }) => from <= on)?.parents ?? new Map()
  }

  #change(on: string, work: (parents: Map<string, string | undefined>) => void): void {
    const parents = new Map(this.today)
    work(parents)
    this.#states.push({ from: on, parents })
  }
}
