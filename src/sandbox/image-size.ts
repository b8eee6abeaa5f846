/** Returns the size in pixels of a PNG or JPEG; undefined when it is neither or is broken. */
export function imageSize(content: Buffer): { width: number; height: number } | undefined {
  if (content.length > 24 && content.toString('latin1', 1, 4) === 'PNG') {
    return { width: content.readUInt32BE(16), height: content.readUInt32BE(20) }
  }
  return content.length > 4 && content.readUInt16BE(0) === 0xffd8 ? jpegSize(content) : undefined
}

function jpegSize(content: Buffer): { width: number; height: number } | undefined {
  let at = 2
  while (at + 9 < content.length && content[at] === 0xff) {
    const marker = content[at + 1] ?? 0
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { height: content.readUInt16BE(at + 5), width: content.readUInt16BE(at + 7) }
    at += 2 + content.readUInt16BE(at + 2)
  }
  return undefined
}
