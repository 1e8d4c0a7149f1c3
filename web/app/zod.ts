/**
 * The page's policy forbids evaluating text as code; Zod would try to, once, to be faster, and the browser would
 * report a violation. Loaded before any module that builds a schema: see open.ts.
 */
import { config } from 'zod';

config({ jitless: true });
