import { readCalendar } from '../../plans/index.ts'
import { setCalendar } from '../../usecases/office-calendar.ts'
import { type CliCommand, UsageError } from '../command.ts'

/** Makes a file's holidays and summer leave those of the office; with anything wrong, nothing. */
export const holidaysLoad: CliCommand = {
  name: 'holidays load',
  usage: 'FILE',
  about: 'cli:about.holidays-load',
  options: {},
  async run(open, args, io, t) {
    const [path] = args.rest
    if (path === undefined) throw new UsageError('FILE')
    const text = new TextDecoder().decode(await io.readFile(path)).normalize('NFC')
    const reading = readCalendar({ name: path, text })
    if ('problems' in reading) {
      for (const { expected, ...problem } of reading.problems)
        io.err(t('cli:plan.problem', { ...problem, expected: expected[t.locale] }))
      io.err(t('cli:plan.nothing-loaded', { count: reading.problems.length }))
      return 1
    }
    await setCalendar(await open(), 'cli', reading.calendar)
    io.out(t('cli:holidays.loaded', { count: reading.calendar.days.length }))
    return 0
  },
}
