import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { badRequest } from './errors.ts'
import { imageSize } from './image-size.ts'
import type { UploadedFile } from './params.ts'
import type { TelegramWorld } from './telegram-world.ts'
import type { Document, PhotoSize } from './types.ts'
import type { StoredFile } from './world-event.ts'

const MEGABYTE = 1024 * 1024
export const PHOTO_LIMIT_BYTES = 10 * MEGABYTE
export const UPLOAD_LIMIT_BYTES = 50 * MEGABYTE
export const DOWNLOAD_LIMIT_BYTES = 20 * MEGABYTE

/** Keeps an upload below DATA_DIR/files and returns what is known of it. Throws: ApiError 400. */
export function storeFile(world: TelegramWorld, upload: UploadedFile, kind: StoredFile['kind']): StoredFile {
  checkSize(upload.content.length, kind)
  const size = kind === 'photo' ? photoSize(upload.content) : {}
  const uniqueId = createHash('sha256').update(upload.content).digest('base64url').slice(0, 16)
  const fileId = `${kind === 'photo' ? 'AgAC' : 'BQAC'}${randomBytes(24).toString('base64url')}`
  const number = world.state.files.size
  const extension = kind === 'photo' ? '.jpg' : extname(upload.name).replace(/[^.A-Za-z0-9]/g, '')
  const file: StoredFile = {
    fileId,
    uniqueId,
    path: `${kind}s/file_${number}${extension}`,
    name: upload.name,
    mimeType: upload.mimeType,
    size: upload.content.length,
    kind,
    ...size,
  }
  writeFileSync(diskPath(world, file), upload.content)
  world.record({ kind: 'file', file })
  return file
}

function checkSize(bytes: number, kind: StoredFile['kind']): void {
  if (bytes === 0) throw badRequest('file must be non-empty')
  if (kind === 'photo' && bytes > PHOTO_LIMIT_BYTES) {
    throw badRequest(
      `file of size ${bytes} bytes is too big for a photo; the maximum size is ${PHOTO_LIMIT_BYTES} bytes`,
    )
  }
}

function photoSize(content: Buffer): { width: number; height: number } {
  const size = imageSize(content)
  if (size === undefined) throw badRequest('IMAGE_PROCESS_FAILED')
  const { width, height } = size
  const ratio = Math.max(width, height) / Math.max(1, Math.min(width, height))
  if (width + height > 10_000 || ratio > 20) throw badRequest('PHOTO_INVALID_DIMENSIONS')
  return size
}

function diskPath(world: TelegramWorld, file: StoredFile): string {
  return join(world.dataDir, 'files', file.path.replaceAll('/', '-'))
}

/** Returns the bytes of a stored file; undefined when they are gone. */
export function readStoredFile(world: TelegramWorld, file: StoredFile): Buffer | undefined {
  const path = diskPath(world, file)
  return existsSync(path) ? readFileSync(path) : undefined
}

export function photoOf(file: StoredFile): PhotoSize[] {
  const { fileId, uniqueId, width = 0, height = 0, size } = file
  return [{ file_id: fileId, file_unique_id: uniqueId, width, height, file_size: size }]
}

export function documentOf(file: StoredFile): Document {
  const { fileId, uniqueId, name, mimeType, size } = file
  return { file_id: fileId, file_unique_id: uniqueId, file_name: name, mime_type: mimeType, file_size: size }
}
