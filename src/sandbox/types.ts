/** The parts of Telegram's objects that the sandbox knows, named as the Bot API names them. */
export interface User {
  id: number
  is_bot: boolean
  first_name: string
  last_name?: string
  username?: string
  language_code?: string
}

export interface Chat {
  id: number
  type: 'private' | 'group' | 'supergroup'
  title?: string
  username?: string
  first_name?: string
  last_name?: string
  is_forum?: true
}

/** Offsets and lengths are in UTF-16 code units. */
export interface Entity {
  type: string
  offset: number
  length: number
  url?: string
  language?: string
  custom_emoji_id?: string
}

export interface PhotoSize {
  file_id: string
  file_unique_id: string
  width: number
  height: number
  file_size: number
}

export interface Document {
  file_id: string
  file_unique_id: string
  file_name: string
  mime_type: string
  file_size: number
}

export interface Contact {
  phone_number: string
  first_name: string
  last_name?: string
  user_id: number
}

export interface InlineButton {
  text: string
  callback_data?: string
  url?: string
  [action: string]: unknown
}

export interface InlineKeyboard {
  inline_keyboard: InlineButton[][]
}

export interface ReplyButton {
  text: string
  request_contact?: boolean
  request_location?: boolean
}

export interface ReplyKeyboard {
  keyboard: ReplyButton[][]
  one_time_keyboard?: boolean
  resize_keyboard?: boolean
  is_persistent?: boolean
  input_field_placeholder?: string
}

/** What a `reply_markup` parameter may hold, already checked. */
export type Markup =
  | { kind: 'inline'; value: InlineKeyboard }
  | { kind: 'reply'; value: ReplyKeyboard }
  | { kind: 'remove' }
  | { kind: 'force' }

export interface Message {
  message_id: number
  from: User
  /** The group itself, when an administrator writes anonymously. */
  sender_chat?: Chat
  chat: Chat
  date: number
  edit_date?: number
  /** The forum topic it stands in. */
  message_thread_id?: number
  is_topic_message?: true
  media_group_id?: string
  text?: string
  entities?: Entity[]
  caption?: string
  caption_entities?: Entity[]
  photo?: PhotoSize[]
  document?: Document
  contact?: Contact
  reply_to_message?: Message
  reply_markup?: InlineKeyboard
  forward_origin?: { type: 'user'; sender_user: User; date: number }
  new_chat_members?: User[]
  left_chat_member?: User
  migrate_to_chat_id?: number
  migrate_from_chat_id?: number
  forum_topic_created?: { name: string; icon_color: number }
  forum_topic_closed?: Record<string, never>
  forum_topic_reopened?: Record<string, never>
}

export type MemberStatus = 'creator' | 'administrator' | 'member' | 'restricted' | 'left' | 'kicked'

export interface ChatMember {
  status: MemberStatus
  user: User
  [right: string]: unknown
}

export interface ChatMemberUpdated {
  chat: Chat
  from: User
  date: number
  old_chat_member: ChatMember
  new_chat_member: ChatMember
}

export interface CallbackQuery {
  id: string
  from: User
  message: Message
  chat_instance: string
  data: string
}

export interface Update {
  update_id: number
  message?: Message
  edited_message?: Message
  callback_query?: CallbackQuery
  my_chat_member?: ChatMemberUpdated
  chat_member?: ChatMemberUpdated
}

export type UpdateContent = Omit<Update, 'update_id'>

export interface BotCommand {
  command: string
  description: string
}
