/** `2026-06-19` → 19/6/2026, as the plans print days. */
export const printedDate = (iso: string): string => iso.split('-').map(Number).reverse().join('/')
