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
  it('names the parameter that is wrong', () => {
    const wrong = () => parseInput(z.object({ limit: z.coerce.number().max(5) }), { limit: '9' });
    expect(wrong).toThrow(RequestError);
    expect(wrong).toThrow(/^limit: /);
  });
});
