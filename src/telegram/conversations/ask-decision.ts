import type { DataElement, Value } from '../../domain/data-element.ts'
import { parseDecision, recognitionExpiry } from '../../domain/decision.ts'
import { type LocalDate, localDateOf } from '../../domain/local-date.ts'
import { formButton } from '../views/question.ts'
import type { Button } from '../views/view.ts'
import type { Asked, Settled } from './asked.ts'
import type { Dialogue } from './dialogue.ts'

type Recognition = Extract<Value, { kind: 'recognition' }>
type Degrees = Extract<DataElement['type'], { kind: 'recognition' }>

/** Asks what a recognition rests on: degree, decision, evidence. Each may be left open but the degree where there are several. */
export async function askDecision(
  dialogue: Dialogue,
  asked: Asked,
  element: DataElement,
  known: Recognition,
): Promise<Settled> {
  if (element.type.kind !== 'recognition') throw new Error(`${element.code} is no recognition`)
  const { type } = element
  const withDegree =
    known.degree === undefined ? { ...known, ...(await askDegree(dialogue, asked, type)) } : known
  const decided = { ...withDegree, ...(await askNumberAndDates(dialogue, asked, type)) }
  const expiresOn =
    decided.expiresOn ??
    (decided.decidedOn && recognitionExpiry(decided.decidedOn as LocalDate, type.lastsYears))
  const evidence = await askEvidence(dialogue, asked)
  const value: Recognition = { ...decided, ...(expiresOn && { expiresOn }), ...(evidence && { evidence }) }
  return { kind: 'values', values: { [element.code]: value } }
}

async function askDegree(
  dialogue: Dialogue,
  { t, at }: Asked,
  { degrees }: Degrees,
): Promise<{ readonly degree?: number }> {
  if (degrees.length < 2) return degrees[0] === undefined ? {} : { degree: degrees[0] }
  const buttons: Button[] = degrees.map((degree) => ({
    text: t('forms:decision.degree', { degree }),
    data: formButton(at, `degree-${degree}`),
  }))
  for (;;) {
    const input = await dialogue.ask({ text: t('forms:decision.which-degree'), buttons: [buttons] })
    const typed =
      input.kind === 'button'
        ? input.action.replace('degree-', '')
        : input.kind === 'text'
          ? input.text.replace(/\D/g, '')
          : ''
    const degree = degrees.find((each) => String(each) === typed)
    if (degree !== undefined) return { degree }
  }
}

async function askNumberAndDates(
  dialogue: Dialogue,
  { t, at, deps }: Asked,
  { degrees }: Degrees,
): Promise<Partial<Recognition>> {
  let text = t('forms:decision.ask')
  for (;;) {
    const input = await dialogue.ask({
      text,
      buttons: [[{ text: t('forms:decision.not-at-hand'), data: formButton(at, 'skip') }]],
    })
    if (input.kind === 'button') return {}
    const parsed = parseDecision(
      input.kind === 'text' ? input.text : '',
      localDateOf(deps.clock.now(), deps.timeZone),
      degrees,
    )
    if (parsed.kind === 'decision') return parsed.decision
    text = `${t.html(`forms:answer.${parsed.problem}`, parsed.params)}\n${t('forms:decision.ask')}`
  }
}

async function askEvidence(dialogue: Dialogue, { t, at }: Asked): Promise<string | undefined> {
  for (;;) {
    const input = await dialogue.ask({
      text: t('forms:decision.evidence'),
      // Not «skip» as before: a second tap there must not pass this over as well.
      buttons: [[{ text: t('forms:decision.no-evidence'), data: formButton(at, 'no-evidence') }]],
    })
    if (input.kind === 'file') return input.file
    if (input.kind === 'button') return undefined
  }
}
