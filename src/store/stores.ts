import type { Stores } from '../usecases/ports.ts'
import { createAskStore } from './asks.ts'
import { createAssignmentStore } from './assignments.ts'
import { createAuditStore } from './audit.ts'
import { createBroadcastStore } from './broadcasts.ts'
import type { StoreContext } from './context.ts'
import { createConversationStore } from './conversations.ts'
import { createDigestStore } from './digests.ts'
import { createGroupStore } from './groups.ts'
import { createInstallationStore } from './installation.ts'
import { createInvitationStore } from './invitations.ts'
import { createManyStore } from './many.ts'
import { createOrgUnitStore } from './org-units.ts'
import { createOutboxStore } from './outbox.ts'
import { createPersonStore } from './people.ts'
import { createPersonalDataStore } from './personal-data.ts'
import { createPlanStore } from './plans.ts'
import { createReminderStore } from './reminders.ts'
import { createRosterStore } from './roster.ts'
import { createSubmissionStore } from './submissions.ts'
import { createTotalStore } from './totals.ts'
import { createUnitChangeStore } from './unit-changes.ts'
import { createUnlockStore } from './unlocks.ts'

export const createStores = (context: StoreContext): Stores => ({
  units: createOrgUnitStore(context),
  unitChanges: createUnitChangeStore(context),
  roster: createRosterStore(context),
  people: createPersonStore(context),
  personal: createPersonalDataStore(context),
  invitations: createInvitationStore(context),
  plans: createPlanStore(context),
  submissions: createSubmissionStore(context),
  assignments: createAssignmentStore(context),
  unlocks: createUnlockStore(context),
  totals: createTotalStore(context),
  many: createManyStore(context),
  reminders: createReminderStore(context),
  conversations: createConversationStore(context),
  asks: createAskStore(context),
  outbox: createOutboxStore(context),
  groups: createGroupStore(context),
  digests: createDigestStore(context),
  audit: createAuditStore(context),
  broadcasts: createBroadcastStore(context),
  installation: createInstallationStore(context),
})
