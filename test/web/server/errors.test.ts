import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import * as store from '../../../graph/store.ts';
import { ApiError } from '../../../web/api.ts';
import { parseInput, RequestError, toHttp } from '../../../web/server/errors.ts';

describe('errors', () => {
  it.each([
    [new store.QuerySyntaxError('Unexpected )'), 400],
    [new store.ReadOnlyError('CREATE writes'), 403],
    [new store.NotFoundError('no such entity'), 404],
    [new store.QueryTimeoutError('over 15 s'), 408],
    [new store.QueryStoppedError('stopped'), 409],
    [new store.UnsupportedError('shortestPath'), 422],
    [new store.StoreLockedError('held'), 503],
    [new store.StoreUnavailableError('gone'), 503],
    [new store.RowShapeError('name: expected string'), 500],
  ])('%s becomes a status and keeps its words', (error, status) => {
    const http = toHttp(error);
    expect(http.status).toBe(status);
    expect(ApiError.parse(http.body).error).toMatchObject({ code: error.code, message: error.message });
  });
  it('tells where a syntax error stands, and gives hints on', () => {
    const error = new store.QuerySyntaxError('Unexpected )', { line: 2, column: 7, hint: 'Remove it.' });
    expect(toHttp(error).body.error).toEqual({
      code: 'query_syntax',
      message: 'Unexpected )',
      hint: 'Remove it.',
      line: 2,
      column: 7,
    });
  });
  it('says no more than the contract of a refused request', () => {
    const { error } = toHttp(new RequestError(403, 'refused', 'No.', 'Ask.')).body;
    expect(error).toEqual({ code: 'refused', message: 'No.', hint: 'Ask.' });
  });
  it('leaves out what is not known', () => {
    expect(Object.keys(toHttp(new store.QuerySyntaxError('x')).body.error)).toEqual(['code', 'message']);
  });
  it('does not show the inside of an unexpected error', () => {
    const http = toHttp(new Error('ENOENT: /home/someone/data'));
    expect(http).toMatchObject({ status: 500, unexpected: true, body: { error: { code: 'internal' } } });
    expect(JSON.stringify(http.body)).not.toContain('someone');
  });
  it.each<[z.ZodType, unknown, string]>([
    [z.coerce.number().max(5), '9', 'at: must be at most 5'],
    [z.coerce.number().min(1), '0', 'at: must be at least 1'],
    [z.coerce.number(), 'many', 'at: must be a number'],
    [z.coerce.number().int(), '1.5', 'at: must be a whole number'],
    [z.string().min(1), '', 'at: must not be empty'],
    [z.string().max(3), 'long', 'at: must have at most 3 characters'],
    [z.array(z.string()).max(1), ['a', 'b'], 'at: must have at most 1 items'],
    [z.string(), undefined, 'at: is missing'],
    [z.enum(['short', 'specific']), 'odd', 'at: must be one of short, specific'],
    [z.enum(['short', 'specific']), undefined, 'at: is missing'],
    [z.string().regex(/^e:/), 'x', 'at: is not written as it must be'],
    [z.string().regex(/^e:/, 'not an id'), 'x', 'at: not an id'],
    [z.strictObject({}), { more: 1 }, 'at: holds what is not known here: more'],
    [z.union([z.string(), z.array(z.string())]), 4, 'at: cannot be used'],
  ])('says in plain words which parameter is wrong, and how: %#', (schema, value, words) => {
    const wrong = () => parseInput(z.object({ at: schema }), { at: value });
    expect(wrong).toThrow(RequestError);
    expect(wrong).toThrow(words);
  });
});
