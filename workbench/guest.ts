import { appendFileSync } from 'node:fs';
import { V86, type V86Options } from 'v86';
import { machine } from '../src/workbench/machine.ts';
import { paths } from './paths.ts';

/** A machine that runs in this process, and what its serial lines have said. */
export interface Guest {
  emulator: V86;
  /** Types on a line: 0 and 2 have shells, 1 has the collector. */
  send(line: number, text: string): void;
  /** Resolves when a line has said this, with all that it said since the last such wait. */
  heard(line: number, what: RegExp, seconds?: number): Promise<string>;
  /** Types on a line and resolves when it has said this, with all that it said since. */
  said(line: number, text: string, what: RegExp): Promise<string>;
}

/** Switches a machine on. */
export function switchOn(options: V86Options): Guest {
  const emulator = new V86({ wasm_path: `${paths.v86}/build/v86.wasm`, autostart: true, ...machine, ...options });
  const said = ['', '', ''];
  const waiting = new Set<() => void>();
  for (const line of [0, 1, 2] as const)
    emulator.add_listener(`serial${line}-output-byte`, (byte: number) => {
      said[line] += String.fromCharCode(byte);
      appendFileSync(`${paths.console}.${line}`, String.fromCharCode(byte));
      for (const look of waiting) look();
    });
  const send = (line: number, text: string) => emulator.serial_send_bytes(line, Buffer.from(text));
  const heard: Guest['heard'] = (line, what, seconds = 1800) =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        waiting.delete(look);
        reject(new Error(`Serial line ${line} did not say ${what} within ${seconds} s; it said:\n${said[line]}`));
      }, seconds * 1000);
      const look = () => {
        const text = said[line] ?? '';
        if (!what.test(text)) return;
        clearTimeout(late);
        waiting.delete(look);
        said[line] = '';
        resolve(text);
      };
      waiting.add(look);
      look();
    });
  return {
    emulator,
    send,
    heard,
    said(line, text, what) {
      said[line] = '';
      send(line, text);
      return heard(line, what);
    },
  };
}

/** The options that boot a kernel, for `switchOn`. */
export function booting(parts: Record<'kernel' | 'bios' | 'vgaBios' | 'initramfs', Uint8Array>): V86Options {
  const image = (bytes: Uint8Array) => ({ buffer: new Uint8Array(bytes).buffer });
  return {
    bios: image(parts.bios),
    vga_bios: image(parts.vgaBios),
    bzimage: image(parts.kernel),
    initrd: image(parts.initramfs),
    cmdline: [
      'console=ttyS0 quiet rdinit=/init',
      // v86's clock is the time stamp counter, and it has no jitter to measure a second by.
      'tsc=reliable lpj=4000000 random.trust_cpu=on mitigations=off',
      // Nothing that the lessons need, and much work: tests of ciphers, the search for stuck processors, hardware of the nineties.
      'cryptomgr.notests nowatchdog pnpbios=off noapic acpi=off mce=off',
    ].join(' '),
  };
}
