import { defineConfig, devices } from '@playwright/test';
import { chromiumFlags } from './scripts/chromium.mjs';

export default defineConfig({
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
