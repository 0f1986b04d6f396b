// The switch of the theme.

export const name = 'Theme';
export const choices = { system: 'System', light: 'Light', dark: 'Dark' };
