import type { GroupId } from '../../domain/brand.ts'
import type { Digest } from '../../domain/digest.ts'
import type { T } from '../../i18n/texts.ts'
import type { DigestSubject } from '../../usecases/open-digest.ts'
import { detailData, detailLink } from '../digest-links.ts'
import { renderDigestCaption } from '../views/digest-caption.ts'
import { detailsOf } from '../views/digest-frame.ts'
import { type Button, inRows, keyboardOf, messageOf } from '../views/view.ts'
import type { Notice, NoticeDeps, RenderedMessage } from './notice.ts'

/** The weekly digest: one photo with its caption, or one short line in a quiet week. */
export const digest: Notice = {
  kind: 'digest',
  isDrawn: true,
  render: (deps, t, params: { readonly digest: Digest; readonly group: GroupId }) =>
    renderDigest(deps, t, params.digest, params, 'group'),
}

/** Returns the digest as one message; what its buttons open is shown in private. */
export async function renderDigest(
  deps: Pick<NoticeDeps, 'renderer' | 'username'>,
  t: T,
  digest: Digest,
  subject: DigestSubject,
  place: 'group' | 'private',
): Promise<RenderedMessage> {
  const caption = renderDigestCaption(t, digest)
  if (digest.isQuiet) return { method: 'sendMessage', payload: messageOf({ text: caption }) }
  const bytes = await deps.renderer.render(digest, t.locale)
  const buttons = detailsOf(digest.below !== undefined).map((detail): Button => {
    const text = t(`detail:button.${detail}`)
    return place === 'private'
      ? { text, data: detailData(detail, subject) }
      : { text, url: detailLink(deps.username, detail, subject) }
  })
  return {
    method: 'sendPhoto',
    payload: {
      photo: { bytes, filename: `ban-tin-${digest.week}.png` },
      caption,
      parse_mode: 'HTML',
      reply_markup: keyboardOf(inRows(buttons, 2)),
    },
  }
}
