import { defineConfig } from 'vitest/config';
import { namesForVite } from './names.mjs';

// One after the other: they share a machine of two cores and measure nothing.
export default defineConfig({ plugins: [namesForVite], test: { include: ['test/browser/*.test.ts'], fileParallelism: false, testTimeout: 30_000, hookTimeout: 120_000 } });
