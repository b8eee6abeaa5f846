import { showDetail } from '../digest-detail.ts'
import { parseDetail } from '../digest-links.ts'
import type { ButtonHandler } from '../services.ts'

/** What lies behind a digest: by level, who is missing, what changed, over time, by part. */
export const digestButton: ButtonHandler = {
  prefix: 't',
  async run(services, ctx, [letter = '', code = '', ...places]) {
    const wanted = parseDetail(letter, code)
    if (!wanted) return
    const numbers = places.map(Number).filter((place) => Number.isInteger(place) && place >= 0)
    await showDetail(services, ctx, wanted.detail, wanted.subject, numbers)
  },
}
