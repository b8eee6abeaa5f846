/** Where the sandbox tells its operator what happens; one line each. */
export interface SandboxLog {
  info: (line: string) => void
  error: (line: string) => void
}
