// Chromium's own debugging interface, for what no driver passes on.

import WebSocket from 'ws';

/**
 * @typedef {object} Devtools
 * @property {(method: string, params?: object, sessionId?: string) => Promise<any>} send
 * @property {(method: string) => Promise<any>} once the next event of this name
 * @property {() => void} close
 */

/**
 * @param {string} url of a debugging socket
 * @returns {Promise<Devtools>}
 */
export async function connect(url) {
  const socket = new WebSocket(url);
  await new Promise((settled, failed) => {
    socket.onopen = settled;
    socket.onerror = () => failed(new Error("Chromium's debugging socket did not open"));
  });
  let last = 0;
  /** @type {Map<number, { settle: (value: any) => void, fail: (error: Error) => void }>} */
  const waiting = new Map();
  /** @type {Map<string, (params: any) => void>} */
  const awaited = new Map();
  socket.onmessage = ({ data }) => {
    const { id, result, error, method, params } = JSON.parse(String(data));
    if (method) {
      awaited.get(method)?.(params);
      awaited.delete(method);
      return;
    }
    const caller = waiting.get(id);
    waiting.delete(id);
    if (error) caller?.fail(new Error(error.message));
    else caller?.settle(result);
  };
  return {
    send: (method, params = {}, sessionId = undefined) =>
      new Promise((settle, fail) => {
        last += 1;
        waiting.set(last, { settle, fail });
        // A target that goes in between takes its answer with it.
        setTimeout(() => fail(new Error(`${method}: no answer`)), 30_000).unref();
        socket.send(JSON.stringify({ id: last, method, params, sessionId }));
      }),
    once: (method) => new Promise((settle) => awaited.set(method, settle)),
    close: () => socket.close(),
  };
}
