// A time-out that counts only the time in which the device is awake. While it sleeps, neither the window nor the worker
// runs, and when it wakes, overdue timers fire before the worker could say a word. The worker cannot be asked whether it is
// well: it computes one call after the other, and hears nothing meanwhile.

/** Milliseconds between two looks at the clock. What passes between them beyond twice that is sleep. */
const TICK = 1000;

/** Calls `expired` after so many milliseconds awake; whoever sleeps gets them anew, once. Returns what ends the watch. */
export function awake(milliseconds: number, expired: () => void): () => void {
  let left = milliseconds;
  let slept = false;
  let before = Date.now();
  const timer = window.setInterval(() => {
    const passed = Date.now() - before;
    before += passed;
    const isLate = passed < 0 || passed > 2 * TICK;
    left = isLate && !slept ? milliseconds : left - Math.min(Math.max(passed, 0), 2 * TICK);
    slept ||= isLate;
    if (left > 0) return;
    window.clearInterval(timer);
    expired();
  }, TICK);
  return () => window.clearInterval(timer);
}
