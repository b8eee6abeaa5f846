/** Days for which a wish to be deleted can still be taken back. */
export const DELETION_GRACE_DAYS = 7
/** Source: Decree 356/2025, days in which a wish to be deleted is to be carried out. */
export const LAW_DELETION_DAYS = 20
/** Who has held no role for so long is forgotten. */
export const IDLE_DAYS = 365
/** How long it is kept who looked at whose data. */
export const LOOKS_DAYS = 365
/** How long what a message, an invitation was about is kept. */
export const MESSAGES_DAYS = 90
/** How long failed tries, codes and the topics of questions are kept. */
export const TRIES_DAYS = 1
