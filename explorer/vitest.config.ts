import { defineConfig } from 'vitest/config';
import { namesForVite } from './names.mjs';

export default defineConfig({ plugins: [namesForVite], test: { include: ['test/*.test.ts'] } });
