/**
 * Answers the page will need, asked for before its code is there: the network and the server work while the
 * browser still reads the scripts. Each is given out once.
 */
const waiting = new Map<string, Promise<Response>>();

/** Asks for these addresses now. A failure is told to whoever takes the answer. */
export function askAhead(addresses: readonly string[]): void {
  for (const address of addresses) {
    const answer = fetch(address, { headers: { accept: 'application/json' } });
    answer.catch(() => {}); // told by takeAhead's caller; here it only would be reported as unhandled
    waiting.set(address, answer);
  }
}

/** The answer asked for ahead, to the first that wants it; undefined where there is none. */
export function takeAhead(address: string): Promise<Response> | undefined {
  const answer = waiting.get(address);
  waiting.delete(address);
  return answer;
}
