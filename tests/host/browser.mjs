// The Chromium that shows the host page.
import { chromium } from 'playwright-core';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
// Every page of a test compiles the core anew. V8's quick compiler alone takes a third of the time off a test; the code that
// its slow one makes of the same functions does the same, only faster, which benchmarks measure and tests do not.
const QUICK = '--js-flags=--liftoff-only';

/** @param {{ quick?: boolean }} [options] `quick`: pages start sooner and compute slower */
export const launch = ({ quick = false } = {}) =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: quick ? [...FLAGS, QUICK] : FLAGS });
