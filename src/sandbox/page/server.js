async function readJson(response) {
  const body = await response.json()
  if (!response.ok || body.error !== undefined) throw new Error(body.error ?? response.statusText)
  return body
}

/** Returns what the sandbox shows at `/sandbox/<path>`. Throws: an Error in its words. */
export const getJson = async (path) => readJson(await fetch(`/sandbox/${path}`))

/** Does a control action. Throws: an Error in the sandbox's words. */
export const post = async (action, body = {}) =>
  readJson(
    await fetch(`/sandbox/${action}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-sandbox-page': '1' },
      body: JSON.stringify(body),
    }),
  )
