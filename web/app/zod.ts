/**
 * The page's policy forbids evaluating text as code; Zod would try to, once, to be faster, and the browser would
 * report a violation. Imported before any schema is built.
 */
import { config } from 'zod';

config({ jitless: true });
