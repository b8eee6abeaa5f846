import { parseDemoWorld } from '../../usecases/demo-world.ts'
import { loadDemo } from '../../usecases/load-demo.ts'
import type { CliCommand } from '../command.ts'
import { readDemoWorldFile } from '../shipped-files.ts'

/** Fills an empty database with made-up people and figures, and marks it so that no real bot will run on it. */
export const demoLoad: CliCommand = {
  name: 'demo load',
  usage: '',
  about: 'cli:about.demo-load',
  options: {},
  async run(open, _args, io, t) {
    const { isNew, units, people, submissions } = await loadDemo(
      await open(),
      parseDemoWorld(await readDemoWorldFile()),
    )
    io.out(isNew ? t('cli:demo.loaded', { units, people, submissions }) : t('cli:demo.there-already'))
    return 0
  },
}
