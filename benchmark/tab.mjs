import { openBrowser } from './browser.mjs';

/** After so long something hangs, even where others keep the processor busy. */
const patience = 150_000;

/** A phone of the middle class, as Lighthouse has it. */
const screen = { width: 412, height: 823, deviceScaleFactor: 1.75, mobile: true };

/** Opens a tab in a browser of its own, its processor slowed down so many times: the page in it, and those that wait to be shown. */
export async function openTab(executable, { slower = 4 } = {}) {
  const browser = await openBrowser(executable);
  const pages = new Map();
  const ready = async ({ sessionId, targetInfo }) => {
    const send = (method, params) => browser.send(method, params, sessionId);
    pages.set(sessionId, targetInfo);
    await Promise.all([
      send('Emulation.setCPUThrottlingRate', { rate: slower }),
      send('Emulation.setDeviceMetricsOverride', screen),
      send('Page.enable'),
      send('Runtime.runIfWaitingForDebugger'),
    ]).catch(() => {});
  };
  browser.on(({ method, params }) => {
    if (method === 'Target.attachedToTarget' && params.targetInfo.type === 'page') ready(params);
    if (method === 'Target.detachedFromTarget') pages.delete(params.sessionId);
    if (method !== 'Target.targetInfoChanged') return;
    for (const [session, { targetId }] of pages)
      if (targetId === params.targetInfo.targetId) pages.set(session, params.targetInfo);
  });
  const { targetId } = await browser.send('Target.createTarget', { url: 'about:blank', forTab: true });
  const { sessionId: tab } = await browser.send('Target.attachToTarget', { targetId, flatten: true });
  await browser.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true }, tab);
  await browser.send('Target.setDiscoverTargets', { discover: true });

  /** The session of the page that is in sight. */
  const shown = () => [...pages].filter(([, info]) => info.subtype !== 'prerender').at(-1)?.[0];
  const send = (method, params) => browser.send(method, params, shown());
  return {
    send,
    /** Slows the processor down so many times from now on. */
    slow: (rate) => send('Emulation.setCPUThrottlingRate', { rate }),
    /** Goes to an address as a reader who types it. */
    visit: (url) => send('Page.navigate', { url }),
    /** Runs a function in the page that is in sight, and resolves with what it gives back. */
    async run(act, ...args) {
      const expression = `(${act})(...${JSON.stringify(args)})`;
      const answer = send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      const { result, exceptionDetails } = await within(answer, patience, `the page gave no answer to ${act.name}`);
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    close: browser.close,
  };
}

function within(promise, ms, what) {
  let late;
  const limit = new Promise((_, reject) => {
    late = setTimeout(() => reject(new Error(`${what} in ${ms / 1000} seconds.`)), ms);
  });
  return Promise.race([promise, limit]).finally(() => clearTimeout(late));
}
