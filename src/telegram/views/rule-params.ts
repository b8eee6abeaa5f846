import type { ErrorParams } from '../../domain/errors.ts'
import type { PlanLibrary } from '../../domain/plan.ts'
import { renderNumber } from '../../domain/render-value.ts'
import type { T } from '../../i18n/texts.ts'

/** Returns a rule's parameters as people read them: figures written their way, another figure by its label instead of its code. */
export const ruleParams = (t: T, library: PlanLibrary, { other, ...params }: ErrorParams): ErrorParams => ({
  ...Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      isFigure(value) ? renderNumber(String(value), t.locale) : value,
    ]),
  ),
  ...(typeof other === 'string' && { other: library.element(other).label[t.locale] }),
})

const isFigure = (value: string | number): boolean => /^-?\d+(\.\d+)?$/.test(String(value))
