import type { ButtonHandler } from '../services.ts'
import { askButton } from './ask.ts'
import { auditButton } from './audit.ts'
import { behalfButton } from './behalf.ts'
import { broadcastButton } from './broadcast.ts'
import { chaseButton } from './chase.ts'
import { consentButton } from './consent.ts'
import { deadlineButton } from './deadline.ts'
import { digestButton } from './digest.ts'
import { draftButton } from './draft.ts'
import { groupButton } from './group.ts'
import { groupSettingsButton } from './group-settings.ts'
import { historyButton } from './history.ts'
import { invitationButton } from './invitation.ts'
import { inviteButton } from './invite.ts'
import { joinButton } from './join.ts'
import { languageButton } from './language.ts'
import { menuButton } from './menu.ts'
import { muteButton } from './mute.ts'
import { openFormButton } from './open-form.ts'
import { outboxButton } from './outbox.ts'
import { ownDataButton } from './own-data.ts'
import { peopleButton } from './people.ts'
import { progressButton } from './progress.ts'
import { questionButton } from './question.ts'
import { reviewButton } from './review.ts'
import { teamworkButton } from './teamwork.ts'
import { templateButton } from './template.ts'
import { unitButton } from './unit.ts'
import { unlockButton } from './unlock.ts'

/** Every button's handler by prefix; `f:` belongs to the open form. */
export const BUTTONS: readonly ButtonHandler[] = [
  askButton,
  auditButton,
  behalfButton,
  broadcastButton,
  chaseButton,
  consentButton,
  deadlineButton,
  digestButton,
  draftButton,
  groupButton,
  groupSettingsButton,
  historyButton,
  invitationButton,
  inviteButton,
  joinButton,
  languageButton,
  menuButton,
  muteButton,
  openFormButton,
  outboxButton,
  ownDataButton,
  peopleButton,
  progressButton,
  questionButton,
  reviewButton,
  teamworkButton,
  unitButton,
  unlockButton,
  templateButton,
]
