/** How far behind the best a fact may lie that has the number the best has not. */
export const NEXT_BEST = 0.12
export const MOSTLY = 0.85
export const MOSTLY_SAID = 0.6
export const HALF_NAMED = 0.35
export const HALF_SAID = 0.42
export const SAID_WHOLE = 0.9
/** How far ahead of what is sure something less sure must be to be meant. */
export const FAR_BETTER = 0.15
