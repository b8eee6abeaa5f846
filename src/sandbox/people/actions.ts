import { type Actions, done } from '../control-context.ts'
import {
  createGroup,
  deleteGroup,
  setBlocked,
  setDeactivated,
  setMember,
  setRestricted,
  setTopic,
  upgradeGroup,
} from './membership.ts'
import { pressButton } from './press.ts'
import { editOwnText, forwardAs, sayStart, sayText, sendFileAs, shareContact } from './say.ts'

/** What people do, by the name of `POST /sandbox/<name>`; a session is made of these. */
export const PEOPLE_ACTIONS: Actions = {
  messages: ({ world }, body) => sayText(world, body),
  start: ({ world }, body) => sayStart(world, body),
  edit: ({ world }, body) => editOwnText(world, body),
  press: ({ world }, body) => pressButton(world, body),
  contact: ({ world }, body) => shareContact(world, body),
  photo: ({ world }, body) => sendFileAs(world, body, 'photo'),
  document: ({ world }, body) => sendFileAs(world, body, 'document'),
  forward: ({ world }, body) => forwardAs(world, body),
  block: done(({ world }, body) => setBlocked(world, body)),
  deactivate: done(({ world }, body) => setDeactivated(world, body)),
  members: done(({ world }, body) => setMember(world, body)),
  restrict: done(({ world }, body) => setRestricted(world, body)),
  'delete-group': done(({ world }, body) => deleteGroup(world, body)),
  upgrade: ({ world }, body) => ({ newChatId: upgradeGroup(world, body) }),
  topics: ({ world }, body) => ({ threadId: setTopic(world, body) }),
  group: ({ world }, body) => ({ chatId: createGroup(world, body) }),
}
