import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dependenciesInstalled } from '../../scripts/setup.mjs';

type Packages = Record<string, { version?: string; integrity?: string; optional?: boolean }>;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'threadline-setup-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(file: string, packages: Packages): void {
  writeFileSync(join(folder, file), JSON.stringify({ lockfileVersion: 3, packages }));
}
function installed(present: Packages): boolean {
  write('package-lock.json', {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
    'node_modules/a-win32': { version: '1.0.0', integrity: 'sha512-w', optional: true },
  });
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  write('node_modules/.package-lock.json', present);
  return dependenciesInstalled(folder);
}

describe('installed dependencies', () => {
  const a = { version: '1.0.0', integrity: 'sha512-a' };
  it('are complete without the optional packages of other platforms', () => {
    expect(installed({ 'node_modules/a': a })).toBe(true);
  });
  it('are incomplete when a package is missing, of another version, or of other content', () => {
    expect(installed({})).toBe(false);
    expect(installed({ 'node_modules/a': { ...a, version: '1.0.1' } })).toBe(false);
    expect(installed({ 'node_modules/a': { ...a, integrity: 'sha512-b' } })).toBe(false);
  });
  it('are outdated when an optional package is of another version', () => {
    const other = { version: '0.9.0', integrity: 'sha512-o', optional: true };
    expect(installed({ 'node_modules/a': a, 'node_modules/a-win32': other })).toBe(false);
  });
  it('are missing where npm never ran', () => {
    write('package-lock.json', {});
    expect(dependenciesInstalled(folder)).toBe(false);
  });
});
