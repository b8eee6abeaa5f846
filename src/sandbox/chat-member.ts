import type { ChatMember, MemberStatus, User } from './types.ts'

const ADMINISTRATOR_RIGHTS = [
  'can_manage_chat',
  'can_change_info',
  'can_delete_messages',
  'can_invite_users',
  'can_restrict_members',
  'can_pin_messages',
  'can_promote_members',
  'can_manage_video_chats',
]

/** Returns a member as Telegram shows them, with the rights their status carries. */
export function describeMember(user: User, status: MemberStatus): ChatMember {
  if (status === 'creator') return { status, user, is_anonymous: false }
  if (status === 'kicked') return { status, user, until_date: 0 }
  if (status === 'restricted')
    return { status, user, is_member: true, can_send_messages: false, until_date: 0 }
  if (status !== 'administrator') return { status, user }
  const rights = Object.fromEntries(ADMINISTRATOR_RIGHTS.map((right) => [right, true]))
  return { status, user, can_be_edited: false, is_anonymous: false, ...rights }
}
