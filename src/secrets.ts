import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { InstallationStore, Secrets } from './usecases/ports.ts'

const NONCE_BYTES = 12
const TAG_BYTES = 16
const CIPHER = 'aes-256-gcm'

/** Returns the secrets kept with this key (`SECRET_KEY`); another key neither reads nor matches what this one wrote. */
export function createSecrets(secretKey: string): Secrets {
  const phoneKey = deriveKey(secretKey, 'phone')
  return {
    ...createHashes(secretKey),
    encryptPhone: (digits) => encrypt(phoneKey, digits),
    decryptPhone: (bytes) => decrypt(phoneKey, bytes),
  }
}

const SALT = 'salt'
const SALT_BYTES = 32

/**
 * Returns the installation's secrets. Without a key of the operator phones are not kept; their hashes, which match a contact with
 * the roster, then stand on a salt of the database's own, made the first time.
 */
export async function openSecrets(
  installation: Pick<InstallationStore, 'setting' | 'setSetting'>,
  secretKey: string | undefined,
): Promise<Secrets> {
  if (secretKey !== undefined) return createSecrets(secretKey)
  const known = await installation.setting(SALT)
  const salt = typeof known === 'string' ? known : randomBytes(SALT_BYTES).toString('base64url')
  if (salt !== known) await installation.setSetting(SALT, salt)
  return createHashes(salt)
}

function createHashes(key: string): Pick<Secrets, 'hash' | 'hashPhone'> {
  const hashKey = deriveKey(key, 'phone-hash')
  return {
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    hashPhone: (digits) => createHmac('sha256', hashKey).update(digits).digest('hex'),
  }
}

/** One key for each use, so that no two uses of one secret can weaken each other. */
const deriveKey = (secretKey: string, use: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', secretKey, 'chi-tieu', use, 32))

/** Layout: nonce, tag, text. */
function encrypt(key: Uint8Array, text: string): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key, nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), body]))
}

function decrypt(key: Uint8Array, bytes: Uint8Array): string {
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
  const body = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES))
  return Buffer.concat([body, decipher.final()]).toString('utf8')
}
