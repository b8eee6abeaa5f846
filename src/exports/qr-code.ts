import QRCode from 'qrcode'

/** Returns the text as a QR code; PNG bytes, square. Units: width in px. */
export const drawQrCode = async (text: string, width = 512): Promise<Uint8Array> =>
  new Uint8Array(await QRCode.toBuffer(text, { width, margin: 2 }))
