import { SaxesParser } from 'saxes'

/** An element as it opens: its name without prefix, and its attributes. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
}

export interface XmlHandlers {
  open?(element: XmlElement): void
  /** `text`: all text directly within the element. */
  close?(element: XmlElement, text: string): void
}

/** Walks through an XML text. Entities of its own are not known, so that none can grow. Throws: what the parser refuses. */
export function walkXml(xml: string, { open, close }: XmlHandlers): void {
  const parser = new SaxesParser({ xmlns: true })
  const path: { readonly element: XmlElement; text: string }[] = []
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => {
    const attributes = new Map(Object.values(tag.attributes).map(({ local, value }) => [local, value]))
    const element = { name: tag.local, attributes }
    path.push({ element, text: '' })
    open?.(element)
  })
  const addText = (text: string) => {
    const innermost = path.at(-1)
    if (innermost) innermost.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const closed = path.pop()
    if (closed) close?.(closed.element, closed.text)
  })
  parser.write(xml).close()
}
