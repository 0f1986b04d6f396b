/** The parts of the machine that a saved state belongs to: built, saved and restored with the same ones. */
export const machine = {
  memory_size: 96 * 1024 * 1024,
  vga_memory_size: 1024 * 1024,
  /** The collector's line, and the second shell's. */
  uart1: true,
  uart2: true,
  disable_keyboard: true,
  disable_mouse: true,
  disable_speaker: true,
};
