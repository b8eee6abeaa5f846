import { crc32, deflateSync } from 'node:zlib'
import QRCode from 'qrcode'

/** Light modules around the code. */
const MARGIN = 2

/**
 * Returns the text as a QR code; PNG bytes, square. Units: width in px, at most that, whole px a module. Written here at one bit a pixel:
 * a sheet holds hundreds, and a general encoder takes ten milliseconds for each.
 */
export function drawQrCode(text: string, width = 512): Uint8Array {
  const { size, data } = QRCode.create(text, {}).modules
  const across = size + 2 * MARGIN
  const scale = Math.max(1, Math.floor(width / across))
  const rowBytes = Math.ceil((across * scale) / 8)
  // One byte more in front of each row: no filter.
  const pixels = Buffer.alloc(across * scale * (rowBytes + 1), 0xff)
  for (let y = 0; y < across * scale; y++) {
    const from = y * (rowBytes + 1)
    pixels[from] = 0
    for (let x = 0; x < across * scale; x++) {
      const [row, column] = [Math.floor(y / scale) - MARGIN, Math.floor(x / scale) - MARGIN]
      const isDark = row >= 0 && row < size && column >= 0 && column < size && data[row * size + column] === 1
      const at = from + 1 + (x >> 3)
      if (isDark) pixels[at] = (pixels[at] ?? 0) & ~(0x80 >> (x & 7))
    }
  }
  return pngOf(across * scale, pixels)
}

/** Returns a square of grey pixels, one bit each. */
function pngOf(side: number, pixels: Uint8Array): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.writeUInt8(1, 8)
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))]
  return new Uint8Array(Buffer.concat([signature, ...chunks]))
}

function chunk(name: string, content: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
