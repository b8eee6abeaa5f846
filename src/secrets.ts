import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import type { InstallationStore, Secrets } from './usecases/ports.ts'

const NONCE_BYTES = 12
const TAG_BYTES = 16
const CIPHER = 'aes-256-gcm'

/** Returns the secrets kept with this key (`SECRET_KEY`); another key neither reads nor matches what this one wrote. */
export function createSecrets(secretKey: string): Secrets {
  const phoneKey = deriveKey(secretKey, 'phone')
  const hashKey = deriveKey(secretKey, 'phone-hash')
  return {
    hash: (text) => createHash('sha256').update(text).digest('hex'),
    hashPhone: (digits) => createHmac('sha256', hashKey).update(digits).digest('hex'),
    encryptPhone: (digits) => encrypt(phoneKey, digits),
    decryptPhone: (bytes) => decrypt(phoneKey, bytes),
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

const SECRET_KEY_SETTING = 'secret-key'

/** Without SECRET_KEY the installation makes one of its own and keeps it in the database; moving it out is the operator's choice. */
export async function ownSecretKey(
  installation: Pick<InstallationStore, 'setting' | 'setSetting'>,
): Promise<string> {
  const known = await installation.setting(SECRET_KEY_SETTING)
  if (typeof known === 'string') return known
  const made = randomBytes(32).toString('base64url')
  await installation.setSetting(SECRET_KEY_SETTING, made)
  return made
}
