import { type Actor, scopeFor } from '../domain/access.ts'
import type { OwedDeps } from './list-owed.ts'
import { listOwing, type OwingForm } from './list-owing.ts'
import { itemKey, planReminders } from './plan-reminders.ts'
import type { OwingUnit, Recipient } from './ports.ts'

/** A unit that owes, and those who answer for it. */
export interface ChasedUnit extends OwingUnit {
  readonly answering: readonly Recipient[]
}

export interface ChasedForm extends Omit<OwingForm, 'units'> {
  readonly units: readonly ChasedUnit[]
}

/** Returns who owes what in the actor's reach, by deadline, with those who answer for it and how they were reached. */
export async function listChase(deps: OwedDeps, actor: Actor): Promise<readonly ChasedForm[]> {
  const owing = await listOwing(deps, scopeFor(actor, 'chase'))
  const { answering } = await planReminders(deps, owing)
  return owing.map((form) => ({
    ...form,
    units: form.units.map((each) => ({
      ...each,
      answering: answering.get(itemKey(form.form.code, form.period, each.unit.id)) ?? [],
    })),
  }))
}
