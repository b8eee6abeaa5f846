import type { TargetStatus } from '../domain/digest.ts'

/** Okabe and Ito's colours, told apart with any colour vision; on white each has a contrast of 3 and more, texts of 4.5. */
export const PALETTE = {
  card: '#ffffff',
  band: '#f3f6f9',
  ink: '#12212f',
  quiet: '#415161',
  line: '#c6d0da',
  accepted: '#0b5c94',
  reported: '#6fb1dd',
  open: '#e3e9ef',
  possible: '#c3ccd6',
} as const

export type MarkShape = 'circle' | 'triangle-down' | 'ring' | 'triangle-up' | 'cross' | 'square'

/** Each status has a colour, a shape and a word of its own. */
export const STATUS_MARKS: Readonly<
  Record<TargetStatus, { readonly colour: string; readonly shape: MarkShape }>
> = {
  missed: { colour: '#b84300', shape: 'triangle-down' },
  'not-yet': { colour: '#6a4c93', shape: 'ring' },
  reached: { colour: '#0b5c94', shape: 'circle' },
  'above-range': { colour: '#8a6100', shape: 'triangle-up' },
  interval: { colour: '#50606f', shape: 'cross' },
  'no-data': { colour: '#50606f', shape: 'cross' },
  words: { colour: '#50606f', shape: 'square' },
}
