/** Levels of schooling, lowest first; a school teaches one or several. */
export const LEVELS = ['preschool', 'primary', 'lower-secondary', 'upper-secondary'] as const
export type Level = (typeof LEVELS)[number]
