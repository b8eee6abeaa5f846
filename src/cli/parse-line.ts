import { parseArgs } from 'node:util'
import { type CliArgs, type CliCommand, UsageError } from './command.ts'

/** Given to every command: help, and the language of what is printed. */
const COMMON = { help: { type: 'boolean' }, lang: { type: 'string' } } as const

/** Returns the command whose words begin the line, the longer one first; undefined when none does. */
export function findCommand(
  commands: readonly CliCommand[],
  line: readonly string[],
): CliCommand | undefined {
  const begins = (command: CliCommand): boolean =>
    command.name.split(' ').every((word, index) => line[index] === word)
  return commands.find((command) => begins(command) && command.name.includes(' ')) ?? commands.find(begins)
}

/** Returns the arguments after the command's words. Throws: UsageError for an option the command does not have. */
export function parseLine(command: CliCommand, line: readonly string[]): CliArgs {
  const args = line.slice(command.name.split(' ').length)
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { ...command.options, ...COMMON },
      allowPositionals: true,
    })
    return { options: { ...values } as CliArgs['options'], rest: positionals }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}
