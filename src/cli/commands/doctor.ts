import { type CliCommand, writeJson } from '../command.ts'
import { examine } from '../doctor/examine.ts'

/** Tells what this installation is made of and whether it can work, with how to mend each thing that is wrong; exit status 1 when there is one. */
export const doctor: CliCommand = {
  name: 'doctor',
  usage: '[--json]',
  about: 'cli:about.doctor',
  options: { json: { type: 'boolean' } },
  async run(open, args, io, t, site) {
    const findings = await examine(open, site, t)
    if (args.options.json === true) writeJson(io, findings)
    else
      for (const { name, value, isFine, mend } of findings) {
        io.out(`${isFine ? (mend === undefined ? '✓' : '!') : '✗'} ${name}: ${value}`)
        if (mend !== undefined) io.out(`    → ${mend}`)
      }
    const isSound = findings.every(({ isFine }) => isFine)
    io.err(t(isSound ? 'cli:doctor.sound' : 'cli:doctor.unsound'))
    return isSound ? 0 : 1
  },
}
