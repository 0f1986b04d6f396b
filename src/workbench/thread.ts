import address from './worker.ts?worker&url';

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(): string }): { createScriptURL(text: string): string };
}

const { trustedTypes } = window as { trustedTypes?: TrustedTypes };
// The page's policy lets this one address through, under this one name.
const policy = trustedTypes?.createPolicy('workbench', { createScriptURL: () => address });

/** Opens the machine's thread. */
export function openThread(): Worker {
  return new Worker(policy?.createScriptURL(address) ?? address, { type: 'module' });
}
