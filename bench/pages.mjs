// Serves the pages of the benchmarks and opens them in Chromium.
import { chromium } from '@playwright/test';
import { startDevServer } from '@web/dev-server';
import { CHROMIUM_FLAGS, requireChromium } from '../tools/browsers.mjs';
import { bundledPages } from '../tools/bundled-pages.mjs';
import { loopbackOnly } from '../tools/loopback-only.mjs';

const PORT = Number(process.env.BENCH_PORT ?? 8147);

/** Runs `measure` with a function that opens a page, waits for its script and calls one of its functions. */
export async function withPages(measure) {
  const plugins = [loopbackOnly({ paths: [], folders: ['bench'] }), bundledPages('bench')];
  const config = { hostname: 'localhost', port: PORT, plugins };
  const options = { readCliArgs: false, readFileConfig: false, logStartMessage: false };
  const server = await startDevServer({ config, ...options });
  const browser = await chromium.launch({ executablePath: requireChromium(), args: CHROMIUM_FLAGS });
  try {
    await measure(async (address, name) => {
      const page = await browser.newPage();
      page.on('pageerror', (error) => console.error(error));
      await page.goto(`http://localhost:${PORT}/bench/${address}`);
      await page.waitForFunction((each) => each in globalThis, name);
      const result = await page.evaluate((each) => globalThis[each](), name);
      await page.close();
      return result;
    });
  } finally {
    await browser.close();
    await server.stop();
  }
}

/** The median of some numbers. */
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2;
}
