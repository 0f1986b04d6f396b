import { expect } from 'vitest';
import type { HostFacts } from '../../../host/facts.ts';
import type { Claim } from '../claim.ts';
import { claimOf, facts, host, told } from '../told.ts';
import type { View } from '../view.ts';
import { readers } from './all.ts';
import { proveAnswer } from './reader.ts';

/** What is wrong with an answer in a take that began with those lines; a line that nobody reads is compared with nothing. */
export function wrongIn(
  line: string,
  output: string,
  {
    before = [],
    prepare = [],
    view = host,
    moments = [facts, facts],
    ...more
  }: Partial<Claim> & { before?: string[]; prepare?: string[]; view?: View; moments?: HostFacts[] } = {},
): string {
  const take = {
    ...claimOf(line, '').told,
    prepared: prepare,
    claims: [...before.map((typed, index) => ({ ...claimOf(typed, ''), step: `before-${index}` })), claimOf(line, '')],
  };
  const answer = told((claim, verdict) => proveAnswer(claim, readers, verdict), line, output, view, moments, {
    ...more,
    told: take,
  });
  expect(answer.compared, `${line} is compared`).toBeGreaterThan(0);
  return answer.wrong.join('\n');
}
