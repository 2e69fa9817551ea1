/**
 * The sidebar moved by hand: its width, its height on a phone, and out of the way of what it
 * lights up. Loaded with the first sign of a reader (use.jsx).
 *
 * @typedef {import('./dock.js').Dock} Dock
 */
import { LEAST, PEEK } from './dock.js';

/** Milliseconds in which a finger's last way counts as its speed, and after which it rests. */
const FLICK = 100;

/** @param {Dock} dock @returns {{top: number, bottom: number}} what we cover of the window's height */
export function covered(dock) {
  const { narrow, collapsed } = dock.sidebar.state;
  return { top: 0, bottom: narrow && !collapsed ? dock.height : 0 };
}

/**
 * Moves aside where the passage is still under the sidebar: to the other side where
 * that is free.
 * @param {Dock} dock
 * @param {Range} range
 */
export function keepOff(dock, range) {
  dock.makeRoom(true);
  const { side, narrow, collapsed } = dock.sidebar.state;
  if (narrow && dock.sidebar.state.sheet === 'full') dock.sidebar.set({ sheet: 'half' });
  if (narrow || collapsed) return;
  const box = range.getBoundingClientRect();
  if (!box.width) return;
  const { innerWidth } = dock.view;
  const overRight = box.right > innerWidth - dock.width;
  const overLeft = box.left < dock.width;
  if (side === 'right' ? overRight && !overLeft : overLeft && !overRight) {
    dock.sidebar.set({ side: side === 'right' ? 'left' : 'right' });
  }
}

/**
 * Whether the pointer is still down: it may have been lifted before this was loaded.
 * @param {HTMLElement} element
 * @param {PointerEvent} event
 */
function held(element, { pointerId }) {
  try {
    element.setPointerCapture(pointerId);
    return true;
  } catch {
    return false;
  }
}

/** @param {Dock} dock @param {PointerEvent} event @param {HTMLElement} edge */
export function dragWidth(dock, event, edge) {
  if (!held(edge, event)) return;
  const { side } = dock.sidebar.state;
  const from = event.clientX;
  const width = dock.width;
  const move = (/** @type {PointerEvent} */ to) => {
    setWidth(dock, width + (side === 'right' ? from - to.clientX : to.clientX - from));
  };
  const end = () => {
    edge.removeEventListener('pointermove', move);
    dock.sidebar.remember({ width: dock.width });
  };
  edge.addEventListener('pointermove', move);
  edge.addEventListener('lostpointercapture', end, { once: true });
}

/** @param {Dock} dock @param {KeyboardEvent} event */
export function keyWidth(dock, event) {
  const { side } = dock.sidebar.state;
  const wider = side === 'right' ? 'ArrowLeft' : 'ArrowRight';
  const step = event.key === wider ? 16 : event.key === 'ArrowLeft' || event.key === 'ArrowRight' ? -16 : 0;
  const width = event.key === 'Home' ? LEAST : event.key === 'End' ? dock.most : dock.width + step;
  if (width === dock.width) return;
  event.preventDefault();
  setWidth(dock, width);
  dock.sidebar.remember({ width: dock.width });
}

/** @param {Dock} dock @param {number} width */
function setWidth(dock, width) {
  dock.sidebar.set({ width: Math.round(Math.min(dock.most, Math.max(LEAST, width))) });
}

/**
 * Follows a finger, then settles at the nearest of the three heights; a quick pull
 * decides by its direction.
 * @param {Dock} dock
 * @param {PointerEvent} event
 * @param {HTMLElement} grip
 */
export function dragSheet(dock, event, grip) {
  if (!held(grip, event)) return;
  const { host } = dock.sidebar;
  const from = event.clientY;
  const height = dock.height;
  dock.dragged = false;
  let now = height;
  /** @type {Array<{time: number, at: number}>} where the finger was, for how fast it let go */
  const trace = [];
  const done = new AbortController();
  const move = (/** @type {PointerEvent} */ to) => {
    if (Math.abs(to.clientY - from) > 6) dock.dragged = true;
    if (!dock.dragged) return;
    now = Math.min(dock.view.innerHeight * 0.94, height + from - to.clientY);
    trace.push({ time: to.timeStamp, at: now });
    dock.at = '';
    dock.sheet.replaceSync(
      `:host{left:0!important;right:0!important;bottom:0!important;height:${Math.max(PEEK, now)}px!important;transition:none!important}`,
    );
  };
  const end = (/** @type {PointerEvent} */ up) => {
    done.abort();
    if (!dock.dragged) return;
    const all = dock.view.innerHeight;
    // A finger that rests before it lifts means the place; one that flicks means the way.
    const last = trace[trace.length - 1];
    const first = trace.find(({ time }) => last.time - time < FLICK) || last;
    const rested = up.timeStamp - last.time > FLICK;
    const speed = rested ? 0 : (last.at - first.at) / Math.max(1, last.time - first.time);
    const aim = now + Math.max(-0.35, Math.min(0.35, (speed * 180) / all)) * all;
    const away = (/** @type {string} */ sheet) => Math.abs(dock.heightOf(sheet) - aim);
    const [nearest] = ['peek', 'half', 'full'].sort((a, b) => away(a) - away(b));
    if (now < PEEK * 0.4) dock.sidebar.fold(true, true);
    else dock.sidebar.set({ sheet: nearest });
    if (host.isConnected) dock.place();
  };
  grip.addEventListener('pointermove', move, { signal: done.signal });
  // What the browser takes over (`pointercancel`) ends it as a finger that lifts does.
  for (const type of /** @type {const} */ (['pointerup', 'pointercancel']))
    grip.addEventListener(type, end, { signal: done.signal });
}

/** @param {Dock} dock @param {MouseEvent} event */
export function stepSheet(dock, event) {
  // The click that ends a drag is no click; one that a key makes has no `detail`.
  if (dock.dragged && event.detail) {
    dock.dragged = false;
    return;
  }
  const { sheet } = dock.sidebar.state;
  dock.sidebar.set({ sheet: sheet === 'peek' ? 'half' : sheet === 'half' ? 'full' : 'peek' });
}
