import { actingId, botStatusIn, fullName, groupOf, isInside, personOf } from './store.js'
import { t } from './texts.js'

/** Returns what can be done with a pane's chat: `[label, action]`. */
export function chatItems(pane, act) {
  const person = personOf(pane.chatId)
  const group = groupOf(pane.chatId)
  if (person !== undefined) return personItems(person, act)
  return group === undefined ? [] : groupItems(pane, group, act)
}

function personItems(person, act) {
  const { telegramId: personId, isBlocked, isDeactivated } = person
  return [
    [t(isBlocked ? 'unblock' : 'block'), () => act.attempt('block', { personId, blocked: !isBlocked })],
    [
      t(isDeactivated ? 'reactivate' : 'deactivate'),
      () => act.attempt('deactivate', { personId, deactivated: !isDeactivated }),
    ],
    [t('newGroup'), () => act.attempt('group', { personId, title: `Nhóm của ${fullName(person)}` })],
  ]
}

function groupItems(pane, group, act) {
  const { chatId } = group
  const byId = actingId(pane)
  const setBot = (status) => () => act.attempt('members', { chatId, userId: 'bot', status, byId })
  const status = botStatusIn(group)
  const isAdministrator = status === 'administrator'
  const bot = isInside(status)
    ? [
        [
          t(isAdministrator ? 'demoteBot' : 'promoteBot'),
          setBot(isAdministrator ? 'member' : 'administrator'),
        ],
        [t('removeBot'), setBot('kicked')],
        [
          t(group.isRestricted ? 'unmute' : 'mute'),
          () => act.attempt('restrict', { chatId, restricted: !group.isRestricted }),
        ],
      ]
    : [[t('addBot'), setBot('member')]]
  const writer = personOf(byId)
  const leave = [
    `${t('leave')} (${writer === undefined ? '' : fullName(writer)})`,
    () => act.attempt('members', { chatId, userId: byId, status: 'left', byId }),
  ]
  const remove = [t('deleteGroup'), () => act.attempt('delete-group', { chatId })]
  return [...bot, ...shapeItems(group, act), ...(writer === undefined ? [] : [leave]), remove]
}

function shapeItems({ chatId, type, topics }, act) {
  if (type === 'group') return [[t('migrate'), () => act.attempt('upgrade', { chatId })]]
  const known = topics.map(({ threadId, name, isClosed }) => [
    `${t(isClosed ? 'reopenTopic' : 'closeTopic')}: ${name}`,
    () => act.attempt('topics', { chatId, threadId, closed: !isClosed }),
  ])
  const name = `Chủ đề ${topics.length + 1}`
  return [[t('openTopic'), () => act.attempt('topics', { chatId, name })], ...known]
}
