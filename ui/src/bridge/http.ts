import { FaultError, toFault, type Fault } from './fault'
import type { Host } from './host'

const KEY = 'suoji.session'
/** How long a request is at most that a browser carries to its end though the page goes. */
const CARRIED = 16_000

/** Takes the one-time token out of the address, so that it stays neither in history nor on screen. */
function takeToken(): string | null {
  const match = /(?:^#|&)token=([^&]+)/.exec(location.hash)
  if (!match?.[1]) return null
  history.replaceState(null, '', location.pathname + location.search)
  return decodeURIComponent(match[1])
}

let session: Promise<string> | undefined

/** The session key of this tab: kept from before, or exchanged once for the token in the address. */
function sessionKey(): Promise<string> {
  session ??= (async () => {
    const token = takeToken()
    if (token === null) return sessionStorage.getItem(KEY) ?? ''
    const response = await fetch('/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    })
    const kept = sessionStorage.getItem(KEY)
    if (!response.ok && kept) return kept // the address was opened a second time in this tab
    if (!response.ok) throw new FaultError(await faultOf(response))
    const reply: unknown = await response.json()
    const key = keyIn(reply)
    sessionStorage.setItem(KEY, key)
    return key
  })()
  return session
}

function keyIn(reply: unknown): string {
  if (typeof reply === 'string') return reply
  const fields = (reply ?? {}) as { key?: string; session?: string; token?: string }
  return fields.key ?? fields.session ?? fields.token ?? ''
}

async function faultOf(response: Response): Promise<Fault> {
  const body: unknown = await response.json().catch(() => null)
  return body ? toFault(body) : { code: response.status === 401 ? 'no_session' : 'unreachable', params: {} }
}

/** The page's one stream of events: browsers open few connections to one host. */
let source: EventSource | undefined
let listeners = 0

async function events(): Promise<EventSource> {
  const key = await sessionKey()
  return (source ??= new EventSource(`/events?token=${encodeURIComponent(key)}`))
}

/** The loopback web host: one POST per command, server-sent events for what happens. */
export const httpHost: Host = {
  async call(name, request) {
    const key = await sessionKey()
    const body = JSON.stringify(request)
    const response = await fetch(`/call/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
      body,
      // What was typed last is kept while the page goes.
      keepalive: name === 'save_setting' && body.length < CARRIED,
    })
    if (!response.ok) throw new FaultError(await faultOf(response))
    return response.json()
  },
  listen(name, hear) {
    const heard = (event: MessageEvent<string>) => hear(JSON.parse(event.data) as Parameters<typeof hear>[0])
    listeners += 1
    const opened = events()
    // That there is no session is told by the first command.
    void opened.then(
      (stream) => stream.addEventListener(name, heard),
      () => undefined,
    )
    return () =>
      void opened.then((stream) => {
        stream.removeEventListener(name, heard)
        listeners -= 1
        if (listeners > 0) return
        stream.close()
        source = undefined
      })
  },
}
