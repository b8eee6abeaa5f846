import { FormData as OwnFormData, ProxyAgent, Socks5ProxyAgent, fetch as undiciFetch } from 'undici'

/**
 * Returns a fetch that goes through an HTTP or SOCKS5 proxy (`http://user:password@host:port`, `socks5://host:port`).
 * Node's own fetch takes no dispatcher of another undici, and that one's fetch no form of Node's: hence both are undici's here.
 */
export function createProxiedFetch(proxy: string): typeof fetch {
  const dispatcher = /^socks/i.test(proxy) ? new Socks5ProxyAgent(proxy) : new ProxyAgent(proxy)
  const proxied: unknown = (url: string | URL, init: RequestInit = {}) =>
    undiciFetch(url, {
      ...(init.method !== undefined && { method: init.method }),
      ...(init.headers !== undefined && { headers: Object.entries(init.headers) as [string, string][] }),
      ...(init.signal && { signal: init.signal }),
      ...(init.body && { body: init.body instanceof FormData ? ownForm(init.body) : String(init.body) }),
      dispatcher,
    })
  return proxied as typeof fetch
}

function ownForm(form: FormData): OwnFormData {
  const own = new OwnFormData()
  for (const [name, value] of form) {
    if (typeof value === 'string') own.append(name, value)
    else own.append(name, value, value.name)
  }
  return own
}
