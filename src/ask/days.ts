const DAY_MS = 86_400_000

/** Whole days from one ISO date to another; negative when it has passed. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)

/** The next such day from `today` on: `06-19` → this year's or next year's; a full date stays as it is. */
export function nextDay(lastDay: string, today: string): string {
  if (lastDay.length > 5) return lastDay
  const thisYear = `${today.slice(0, 4)}-${lastDay}`
  return thisYear >= today ? thisYear : `${Number(today.slice(0, 4)) + 1}-${lastDay}`
}
