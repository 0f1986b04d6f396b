import { defineConfig } from '@playwright/test';
import base from './playwright.config.ts';

/** The journeys that start a machine in the page: minutes each where the processor is busy, so only `npm run test:all` makes them. */
export default defineConfig(base, {
  testDir: 'e2e-workbench',
  globalSetup: './e2e/serve-built.ts',
  timeout: 900_000,
  // A press that finds nothing to press says so soon; what takes long here is waited for by what the machine says.
  use: { ...base.use, actionTimeout: 60_000 },
  expect: { timeout: 300_000 },
  workers: 1,
  // The lessons share a machine.
  fullyParallel: false,
});
