import type { LocalDate } from '../../domain/local-date.ts'
import { renderDate } from '../../domain/render-value.ts'
import { decisionButtons } from '../views/questions.ts'
import { asMessage, type Notice } from './notice.ts'

/** To the office: a question no plan answers, and of which unit; not who asked. */
export const questionAsked: Notice = {
  kind: 'question-asked',
  render: (
    _deps,
    t,
    { question, text, unit }: { readonly question: string; readonly text: string; readonly unit: string },
  ) =>
    asMessage({
      text: t.html('ask:notice.asked', { unit, question: text }),
      buttons: [
        [{ text: t('ask:queue.button.answer'), data: `cq:answer:${question}` }],
        [{ text: t('ask:queue.button.all'), data: 'cq:list' }],
      ],
    }),
}

/** To whoever asked. */
export const questionAnswered: Notice = {
  kind: 'question-answered',
  render: (_deps, t, { question, answer }: { readonly question: string; readonly answer: string }) =>
    asMessage({ text: t.html('ask:notice.answered', { question, answer }) }),
}

/** To somebody else who may approve an answer: it would be told to whoever asks the same. */
export const answerProposed: Notice = {
  kind: 'answer-proposed',
  render: (
    _deps,
    t,
    {
      question,
      text,
      answer,
      until,
    }: {
      readonly question: string
      readonly text: string
      readonly answer: string
      readonly until: LocalDate
    },
  ) =>
    asMessage({
      text: t.html('ask:notice.proposed', { question: text, answer, until: renderDate(until, t.locale) }),
      buttons: [decisionButtons(t, question)],
    }),
}

/** To whoever wrote the answer. */
export const answerDecided: Notice = {
  kind: 'answer-decided',
  render: (
    _deps,
    t,
    {
      text,
      isApproved,
      until,
    }: { readonly text: string; readonly isApproved: boolean; readonly until: LocalDate },
  ) =>
    asMessage({
      text: isApproved
        ? t.html('ask:notice.kept', { question: text, until: renderDate(until, t.locale) })
        : t.html('ask:notice.not-kept', { question: text }),
    }),
}
