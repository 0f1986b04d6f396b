import { existsSync } from 'node:fs';
import { defineConfig, devices, firefox, type Project, webkit } from '@playwright/test';
import { chromiumFlags } from './scripts/chromium.mjs';

// What a reader does in a scene, with the search and with the theme; but for what is asked in Chromium's own protocol.
const journeys = /(scene-early|scene-links|scene-questions|scene-steps|search|theme)\.spec\.ts$/;

/** The engines beside Chromium, in Playwright's own builds: it drives no other Firefox, and there is no other WebKit. */
const further = {
  firefox: { type: firefox, device: devices['Desktop Firefox'] },
  webkit: { type: webkit, device: devices['Desktop Safari'] },
};

/** The journeys in the engines that BROWSERS names, each of which has to be installed; none where it names none. */
function furtherProjects(named = process.env.BROWSERS): Project[] {
  return (named?.split(',') ?? []).filter(Boolean).map((name) => {
    const engine = Object.entries(further).find(([known]) => known === name)?.[1];
    if (!engine) throw new Error(`BROWSERS: expected ${Object.keys(further).join(' or ')}, found "${name}".`);
    const file = engine.type.executablePath();
    if (!existsSync(file))
      throw new Error(
        `BROWSERS: expected Playwright’s ${name} in ${file}, found none; run npx playwright install ${name}.`,
      );
    const use = { ...engine.device, viewport: { width: 1440, height: 1000 }, launchOptions: {} };
    return { name, testMatch: journeys, grepInvert: /@chromium/, use };
  });
}

const projects = furtherProjects();

export default defineConfig({
  ...(projects.length > 0 ? { projects } : {}),
  testDir: 'e2e',
  globalSetup: './e2e/serve-built.ts',
  fullyParallel: true,
  // Long enough for a machine that has other things to do.
  timeout: 120_000,
  expect: { timeout: 10_000 },
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['dot'], ['json']] : 'list',
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1440, height: 1000 },
    // What a worker fetches, a test can't hold back; e2e/offline.spec.ts lets it in.
    serviceWorkers: 'block',
    // The address of what e2e/serve-built.ts serves; workers read this file after it has run.
    baseURL: process.env.SITE_ADDRESS,
    launchOptions: { executablePath: process.env.CHROMIUM_PATH, args: chromiumFlags },
  },
});
