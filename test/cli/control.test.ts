import { mkdtemp, rm } from 'node:fs/promises'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type RunLine, runOverControl, serveControl } from '../../src/cli/control.ts'
import { DomainError } from '../../src/domain/errors.ts'
import { createRecordedIo } from '../support/cli.ts'

let folder: string
let server: Server
let run: RunLine
const ended: Promise<void>[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chitieu-control-'))
  server = createServer((socket) => void ended.push(serveControl(socket, (line, io) => run(line, io))))
  await new Promise<void>((resolve) => server.listen(join(folder, 'c.sock'), resolve))
})
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  await rm(folder, { recursive: true })
})

const dial = async (): Promise<Socket> => {
  const socket = connect(join(folder, 'c.sock'))
  await new Promise((resolve) => socket.once('connect', resolve))
  return socket
}

it('runs the line in the other process and brings back its output and exit status', async () => {
  run = async (line, io) => {
    io.out(`đã nhận: ${line.join(' | ')}`)
    io.err('một lời nhắn')
    return 3
  }
  const io = createRecordedIo()
  expect(await runOverControl(await dial(), ['plan', 'check', 'a b.yaml'], io)).toBe(3)
  expect(io.lines).toEqual(['đã nhận: plan | check | a b.yaml'])
  expect(io.notes).toEqual(['một lời nhắn'])
})

it('reads the caller’s files and input, and writes the caller’s files', async () => {
  run = async (_line, io) => {
    const [file, input] = await Promise.all([io.readFile('in.csv'), io.readInput()])
    await io.writeFile('out.bin', Uint8Array.of(0, 255, 10, 13))
    io.out(`${new TextDecoder().decode(file)} ${input}`)
    return 0
  }
  const io = createRecordedIo({ 'in.csv': 'tệp' }, 'đầu vào\ncó hai dòng')
  expect(await runOverControl(await dial(), [], io)).toBe(0)
  expect(io.lines).toEqual(['tệp đầu vào', 'có hai dòng'])
  expect(io.written.get('out.bin')).toEqual(Uint8Array.of(0, 255, 10, 13))
})

it('tells a command that the caller has no such file', async () => {
  run = async (_line, io) => {
    await io
      .readFile('none.csv')
      .catch((error: unknown) => io.err(error instanceof DomainError ? error.code : 'other'))
    return 1
  }
  const io = createRecordedIo()
  expect(await runOverControl(await dial(), [], io)).toBe(1)
  expect(io.notes).toEqual(['file-invalid'])
})

it('survives a command that fails, and answers the next', async () => {
  run = async () => {
    throw new Error('không mở được')
  }
  const io = createRecordedIo()
  expect(await runOverControl(await dial(), [], io)).toBe(1)
  expect(io.notes).toEqual(['không mở được'])
  run = async () => 0
  expect(await runOverControl(await dial(), [], createRecordedIo())).toBe(0)
})

it('lets a command end when the caller went away in the middle of it', async () => {
  let outcome = ''
  const started = new Promise<void>((resolve) => {
    run = async (_line, io) => {
      resolve()
      await io.readFile('never.csv').catch((error: DomainError) => {
        outcome = error.code
      })
      io.out('nobody reads this')
      return 0
    }
  })
  const socket = await dial()
  socket.write(`${JSON.stringify({ line: ['roster'] })}\n`)
  await started
  socket.destroy()
  await expect.poll(() => outcome).toBe('file-invalid')
})

it('closes the line on what is no message', async () => {
  const socket = await dial()
  const closed = new Promise((resolve) => socket.once('close', resolve))
  socket.resume()
  socket.write('GET / HTTP/1.1\r\n\r\n')
  await closed
})

it('says that it failed when the other process dies before the end', async () => {
  const broken = createServer((socket) => socket.once('data', () => socket.destroy()))
  const path = join(folder, 'd.sock')
  await new Promise<void>((resolve) => broken.listen(path, resolve))
  const socket = connect(path)
  await new Promise((resolve) => socket.once('connect', resolve))
  expect(await runOverControl(socket, ['doctor'], createRecordedIo())).toBe(1)
  broken.close()
})
