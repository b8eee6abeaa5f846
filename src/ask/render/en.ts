import type { Part } from '../answer.ts'
import { printedDate } from './dates.ts'
import type { Sentences } from './sentences.ts'

const at = (part: Part, showsPlan: boolean): string => (showsPlan ? `${part.planTitle}: ` : '')

const levels = {
  preschool: 'preschool',
  primary: 'primary',
  'lower-secondary': 'lower secondary',
  'upper-secondary': 'upper secondary',
} as const

const value = ({ printed, printedCount }: Part): string =>
  printedCount && !printed.includes(printedCount) ? `${printedCount} (${printed})` : printed

const names = (part: Part): string => (part.names.length > 0 ? ` They are: ${part.names.join('; ')}.` : '')

export const en: Sentences = {
  levels,
  target: (part, showsPlan) =>
    `${at(part, showsPlan)}${part.label}, ${part.when}: ${value(part)}.${names(part)}`,
  duty: (part, showsPlan) => `${at(part, showsPlan)}${part.label}: ${part.printed} (summary)`,
  fact: (part, showsPlan) => `${at(part, showsPlan)}${part.printed} (summary)`,
  deadline: (part, showsPlan, asksDays, today) => {
    const to = part.deadline?.to ? `, to ${part.deadline.to}` : ''
    const when = part.deadline?.lastDay
      ? `${part.when} (last day allowed: ${printedDate(part.deadline.lastDay)})`
      : `${part.when} – the document prints no day`
    const left =
      asksDays && part.deadline?.daysLeft !== undefined
        ? ` Today is ${printedDate(today)}, ${part.deadline.daysLeft} days left.`
        : ''
    return `${at(part, showsPlan)}${part.label}${to}: ${when}. ${part.printed} (summary)${left}`
  },
  office: (part, on, until) =>
    `${part.planTitle === '' ? '' : `${part.planTitle}: `}${part.printed}\nThis was answered by the office on ${printedDate(on)} and is not in the plan; it holds until ${printedDate(until)}.`,
  officeSource: (on) => ({ document: 'Answered by the office', section: `on ${printedDate(on)}` }),
  note: (text) => `Note: ${text}`,
  source: (document, section) => `Source: ${document}, ${section}`,
  bodies: (plan, names) => `${plan} gives tasks to: ${names.join('; ')}.`,
  difference: (first, second, by) => `${second} against ${first}: a difference of ${by}.`,
  sameValue: () => 'Both are the same.',
  differentYears: () => 'The two have different due years.',
  premiseWrong: () => 'The figure in the question is not what the plan says. The plan prints:',
  yearWrong: () => 'The year in the question is not what the plan says. The plan prints:',
  premiseRight: () => 'Yes, the plan prints:',
  more: (count) => `${count} more: please ask in the private chat to see them all.`,
  whichOne: () => 'This can be understood in several ways. Please choose one:',
  choice: (part) =>
    [part.planTitle, part.label, part.kind === 'fact' ? part.printed.slice(0, 60) : part.when]
      .filter(Boolean)
      .join(' – '),
  question: (part) =>
    `${part.label}${part.kind === 'target' ? '' : `: ${part.printed}`} – ${part.planTitle}${part.when ? `, ${part.when}` : ''}`,
  refusal: (reason, plan, place, asked) => {
    const where = plan ? `The plan of ${plan}` : 'None of the plans here'
    const not = plan ? 'does not state' : 'states'
    if (reason === 'place-unknown') return `There is no plan of ${place ?? 'this place'} here.`
    if (reason === 'year-not-printed')
      return `${where} ${not} a figure for ${asked}; it is not worked out from other years.`
    if (reason === 'level-not-in-plan') return `${where} ${not} a separate figure for ${asked}.`
    if (reason === 'no-amount') return `${where} ${not} this amount of money.`
    if (reason === 'no-reason') return `${where} ${not} a reason.`
    return `${where} ${not} this.`
  },
  nearest: () => 'Nearest in the plan:',
  otherPlan: (plan, label, section) => `${plan}: ${label} (${section})`,
  talk: (about, places) => {
    const example = `You can ask about targets, report deadlines and duties in the plans of: ${places.join(', ')}.`
    if (about === 'thanks') return 'You are welcome. Just ask if there is more.'
    return about === 'greeting' ? `Hello! ${example}` : example
  },
}
