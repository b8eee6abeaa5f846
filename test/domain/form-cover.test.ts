import { beforeAll, describe, expect, it } from 'vitest'
import { coveringForms, covers } from '../../src/domain/form-cover.ts'
import type { PlanLibrary } from '../../src/domain/plan.ts'
import { readShippedLibrary } from '../support/demo.ts'

let library: PlanLibrary
beforeAll(async () => {
  library = await readShippedLibrary()
})
const form = (code: string) => library.form(code).form

describe('a form that asks all that another asks', () => {
  it('covers it: the district’s yearly form that of the province', () => {
    expect(covers(form('qy-annual'), form('qn-annual'))).toBe(true)
    expect(covers(form('qn-annual'), form('qy-annual'))).toBe(false)
    expect(coveringForms(library.plans, form('qn-annual'))).toEqual(['qy-annual'])
  })

  it('does not cover itself, one of another period, or one of other units', () => {
    expect(covers(form('qy-annual'), form('qy-annual'))).toBe(false)
    expect(covers(form('qy-annual'), { ...form('qn-annual'), periodType: 'half-year' })).toBe(false)
    expect(covers(form('qy-annual'), { ...form('qn-annual'), for: { kind: 'commune', levels: [] } })).toBe(
      false,
    )
  })

  it('does not cover it where one level is asked less', () => {
    const annual = form('qy-annual')
    const sections = annual.sections.filter(({ id }) => id !== 'primary')
    expect(covers({ ...annual, sections }, form('qn-annual'))).toBe(false)
    const preschools = { kind: 'school' as const, levels: ['preschool' as const] }
    expect(covers({ ...annual, sections }, { ...form('qn-annual'), for: preschools })).toBe(true)
  })
})
