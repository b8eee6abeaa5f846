import type { Digest } from '../../domain/digest.ts'
import type { T } from '../../i18n/texts.ts'
import { renderDigestCaption } from '../views/digest-caption.ts'
import { keyboardOf, messageOf } from '../views/view.ts'
import type { Notice, NoticeDeps, RenderedMessage } from './notice.ts'

/** The weekly digest: one photo with its caption, or one short line in a quiet week. */
export const digest: Notice = {
  kind: 'digest',
  render: (deps, t, params: { readonly digest: Digest }) => renderDigest(deps, t, params.digest),
}

/** Returns the digest as one message; its buttons open in private. */
export async function renderDigest(
  deps: Pick<NoticeDeps, 'renderer' | 'username'>,
  t: T,
  digest: Digest,
): Promise<RenderedMessage> {
  const caption = renderDigestCaption(t, digest)
  if (digest.isQuiet) return { method: 'sendMessage', payload: messageOf({ text: caption }) }
  const bytes = await deps.renderer.render(digest, t.locale)
  const more = { text: t('digest:button.more'), url: `https://t.me/${deps.username}?start=tiendo` }
  return {
    method: 'sendPhoto',
    payload: {
      photo: { bytes, filename: `ban-tin-${digest.week}.png` },
      caption,
      parse_mode: 'HTML',
      reply_markup: keyboardOf([[more]]),
    },
  }
}
