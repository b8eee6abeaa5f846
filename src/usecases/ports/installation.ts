/** Setting that holds when the last backup was made, as ISO text. */
export const LAST_BACKUP = 'last-backup'

export interface InstallationStore {
  setting(key: string): Promise<unknown>
  setSetting(key: string, value: unknown): Promise<void>
  /** This process lives, by the database's own clock. */
  beat(instance: string): Promise<void>
  forgetInstance(instance: string): Promise<void>
}
