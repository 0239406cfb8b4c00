// Shows that a long step is alive: a spinner with the latest line of output on a terminal,
// a plain line every fifteen seconds in a pipe or a CI log.

const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const SPINNER_MS = 120;
const PIPE_MS = 15_000;

/** @param {number} ms @returns {string} `0.4 s` below ten seconds, `1:05` from there on */
export function duration(ms) {
  if (ms < 10_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** @typedef {{ note: (line: string) => void, stop: () => void }} Progress `note` takes the latest line of output */

/** @param {string} title @returns {Progress} */
export function startProgress(title) {
  return process.stdout.isTTY ? onTerminal(title) : inPipe(title);
}

/** @param {string} title @returns {Progress} */
function onTerminal(title) {
  const started = performance.now();
  let latest = '';
  let frame = 0;
  const draw = () => {
    frame = (frame + 1) % FRAMES.length;
    const line = `${FRAMES[frame]} ${title} ${duration(performance.now() - started)}  ${latest}`;
    process.stdout.write(`\r\x1b[K${line.slice(0, (process.stdout.columns || 80) - 1)}`);
  };
  const timer = setInterval(draw, SPINNER_MS);
  return {
    note: (line) => {
      latest = line;
    },
    stop: () => {
      clearInterval(timer);
      process.stdout.write('\r\x1b[K');
    },
  };
}

/** @param {string} title @returns {Progress} */
function inPipe(title) {
  const started = performance.now();
  let latest = '';
  const timer = setInterval(() => {
    console.log(`    … ${title}, ${duration(performance.now() - started)} so far. ${latest}`);
  }, PIPE_MS);
  return {
    note: (line) => {
      latest = line;
    },
    stop: () => clearInterval(timer),
  };
}
