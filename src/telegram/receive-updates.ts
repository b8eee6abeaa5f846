import { ALLOWED_UPDATES, type PollingOptions, startPolling } from './polling.ts'

/** How updates come: asked for, or pushed to a URL. */
export type UpdateDelivery =
  | { readonly kind: 'polling' }
  | { readonly kind: 'webhook'; readonly url: string; readonly secret: string }

/**
 * Tells Telegram how updates are to come, and asks for them where they are not pushed; undefined where they are.
 * Throws when Telegram refuses.
 */
export async function receiveUpdates(
  delivery: UpdateDelivery,
  options: PollingOptions,
): Promise<ReturnType<typeof startPolling> | undefined> {
  const [method, payload] =
    delivery.kind === 'polling'
      ? (['deleteWebhook', {}] as const)
      : (['setWebhook', webhookOf(delivery)] as const)
  const answer = await options.transport.call(method, payload)
  if (!answer.ok) throw new Error(`Telegram refuses ${method}: ${answer.description}`)
  return delivery.kind === 'webhook' ? undefined : startPolling(options)
}

/** Where Telegram pushes to, below the URL of the installation. */
export const WEBHOOK_PATH = '/telegram/updates'

const webhookOf = ({ url, secret }: Extract<UpdateDelivery, { kind: 'webhook' }>) => ({
  url: `${url.replace(/\/+$/, '')}${WEBHOOK_PATH}`,
  secret_token: secret,
  allowed_updates: ALLOWED_UPDATES,
})
