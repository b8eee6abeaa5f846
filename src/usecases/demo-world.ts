import { z } from 'zod'
import { ROLES } from '../domain/access.ts'
import { LEVELS } from '../domain/level.ts'
import { ORG_UNIT_KINDS } from '../domain/org-unit.ts'

const unit = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(ORG_UNIT_KINDS),
  levels: z.array(z.enum(LEVELS)),
  validFrom: z.iso.date(),
  governance: z.string().exactOptional(),
  reporting: z.string().exactOptional(),
})

const person = z.object({
  telegramId: z.int(),
  firstName: z.string(),
  phone: z.string().exactOptional(),
  startToken: z.string().exactOptional(),
})

const role = z.object({
  telegramId: z.int(),
  role: z.enum(ROLES),
  unit: z.string(),
  state: z.enum(['registered', 'invited']),
  isPhoneOnRoster: z.boolean().exactOptional(),
})

const reports = z.object({
  form: z.string(),
  period: z.string(),
  accepted: z.array(z.string()),
  confirmed: z.array(z.string()),
  submitted: z.array(z.string()),
  returned: z.array(z.object({ unit: z.string(), reason: z.string() })),
  draft: z.array(z.string()),
})

const schema = z.object({
  units: z.array(unit),
  persons: z.array(person),
  roles: z.array(role),
  groups: z.array(z.object({ chatId: z.int(), title: z.string() })),
  linkedGroups: z.array(z.object({ chatId: z.int(), unit: z.string() })),
  reports: z.array(reports),
})

/** What the bot starts from in the demo: `prisma/demo/world.json` without what only the sandbox shows. */
export type DemoWorld = z.infer<typeof schema>
export type DemoReports = DemoWorld['reports'][number]

/** Returns the demo world of a parsed world.json. Throws: ZodError naming what does not fit. */
export const parseDemoWorld = (json: unknown): DemoWorld => schema.parse(json)
