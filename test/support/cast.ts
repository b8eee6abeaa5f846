/** People and groups of the demo world whom tests play; what stands out of each is told in prisma/demo/cast.ts. */
export const ADMIN = 5200001
export const OFFICER = 5200002
export const SECOND_OFFICER = 5200003
export const PROVINCE_OFFICER = 5200004
export const LEADER = 5200005
/** Of a preschool that has not begun the yearly form. */
export const PRINCIPAL = 5200007
/** Invited; the phone is not on the roster. */
export const UNKNOWN_TO_ROSTER = { id: 5200008, token: 'HonmHrTAlsLUccqP04ZNeA' }
/** Invited; the phone is on the roster. */
export const INVITED = { id: 5200047, token: '8ZJ_D5Im-qm1TWw3Ow2Fpw' }
/** Their yearly form is accepted. */
export const ACCEPTED_PRINCIPAL = 5200009
/** Their yearly form waits for the officer, and touches no rule. */
export const WAITING_PRINCIPAL = 5200011
/** A primary school's, with half a draft. */
export const DRAFTING_PRINCIPAL = 5200028
/** Of a lower secondary school, whose form was returned. */
export const RETURNED_PRINCIPAL = 5200045
/** A teacher has handed in for their school. */
export const CONFIRMING_PRINCIPAL = 5200046
export const TEACHER = 5200071

/** Linked to Quảng Yên. */
export const PRINCIPALS_GROUP = -1002000000001
/** Not linked; ADMIN and OFFICER are its administrators, LEADER and SECOND_OFFICER members. */
export const LEADERS_GROUP = -1002000000002
