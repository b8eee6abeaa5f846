import type { Role } from './access.ts'

/** What someone is in their unit, as the office's list says. */
export const ROSTER_POSTS = ['principal', 'deputy', 'teacher', 'contributor', 'officer', 'leader'] as const
export type RosterPost = (typeof ROSTER_POSTS)[number]

/** Returns the role an invitation for the post is made for. A deputy head acts by delegation between two dates, else as a teacher. */
export const roleOfPost = (post: RosterPost): Role => (post === 'deputy' ? 'teacher' : post)
